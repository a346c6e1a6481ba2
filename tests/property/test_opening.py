"""A withheld link is in what the public sees while a session is open, and at no other moment."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from programkit.model.opening import next_due
from programkit.model.program import Program
from programkit.model.venue import Room
from programkit.outline.build import build_outline
from seminar import series
from small import talks

LINK = "https://meet.example.org/j/27182818"
ZONE = ZoneInfo("America/New_York")
FIRST = date(2026, 10, 12)
"""Three weeks before the clocks change."""
WEEKS, MINUTES = 5, 60


@st.composite
def programs(draw):
    """A weekly series with talks on some of its dates, and a link that is given before them."""
    room = Room(
        id="zoom",
        name="Zoom",
        online=True,
        link=LINK,
        access="before",
        minutes_before=draw(st.sampled_from([0, 15, 24 * 60])),
    )
    weeks = sorted(draw(st.sets(st.integers(0, WEEKS - 1), min_size=1)))
    given_on = [FIRST + timedelta(weeks=week) for week in weeks]
    spoken = [
        talk.replace(at=({"place": f"{day}/1/1"},))
        for talk, day in zip(talks(*(f"t{week}" for week in weeks)), given_on, strict=True)
    ]
    start = draw(st.sampled_from(["0:00", "12:00", "23:30"]))
    rule = {"first": FIRST, "interval": 1, "count": WEEKS, "start": start}
    facts = series(rule=rule, timezone=ZONE.key, rooms=(room,), talks=tuple(spoken))
    return Program.of(facts), _spans(given_on, start, room.minutes_before)


def _spans(days, start, before):
    """When the link is given, by the clocks on the wall."""
    hours, minutes = map(int, start.split(":"))
    for day in days:
        wall = datetime(day.year, day.month, day.day, hours, minutes, tzinfo=ZONE)
        moment = wall.astimezone(ZoneInfo("UTC"))
        yield moment - timedelta(minutes=before), moment + timedelta(minutes=MINUTES)


moments = st.integers(-2 * 24 * 60, (7 * WEEKS + 1) * 24 * 60).map(
    lambda minutes: datetime(2026, 10, 12, tzinfo=ZoneInfo("UTC")) + timedelta(minutes=minutes)
)


@settings(max_examples=30, phases=[Phase.generate])
@given(programs(), st.data())
def test_link_is_shown_while_it_is_open_and_never_before(made, data):
    program, spans = made
    spans = list(spans)
    edges = [edge + timedelta(seconds=n) for span in spans for edge in span for n in (-1, 0)]
    now = data.draw(moments | st.sampled_from(edges))
    public = program.public(now)

    is_open = any(first <= now < last for first, last in spans)
    assert (LINK in public.model_dump_json()) is is_open
    assert (LINK in repr(build_outline(public))) is is_open


@settings(max_examples=30, phases=[Phase.generate])
@given(programs(), moments)
def test_next_build_is_due_when_what_is_shown_changes(made, now):
    program, spans = made
    due = next_due(program, now)

    if due is None:
        assert now >= max(last for _, last in spans)
        return
    assert program.public(due - timedelta(seconds=1)) is program.public(now)
    assert program.public(due) is not program.public(now)
