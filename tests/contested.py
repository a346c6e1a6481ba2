"""A conference whose best program is not proved at once; run, it prints its ``program.json``."""

from programkit.files.program.decisions import encode
from programkit.model.days import Slot
from programkit.model.interests import Interest
from programkit.rules import DEFAULT_RULES, Interests
from programkit.solving import solve
from tiny import attic_session, hall_session, morning, talk

TALKS = 36


def conference():
    """Talks that fill two rooms; everybody wants to hear some that cannot all be apart."""
    slots = tuple(Slot(minutes=10) for _ in range(TALKS // 2))
    items = (hall_session(slots=slots), attic_session(start=9 * 60, slots=slots))
    talks = [talk(f"t{n}", minutes=10) for n in range(TALKS)]
    stars = [
        Interest(
            attendee=f"v{n}",
            talks=tuple(f"t{k}" for k in range(TALKS) if (n * k * 7 + k * k) % 5 < 2),
        )
        for n in range(60)
    ]
    return morning(*talks, items=items, interests=tuple(stars))


if __name__ == "__main__":
    result = solve(
        conference(), rules=(*DEFAULT_RULES, Interests()), seed=5, effort=1.5, reproducible=True
    )
    print(encode(result.program).decode())  # noqa: T201 - its output is what is compared
    print(result.status.value, result.cost, result.spent, result.reproducible)  # noqa: T201 - as above
