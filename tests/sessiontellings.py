"""What Hypothesis tells rules about sessions, subjects and attendees."""

from hypothesis import strategies as st

from programkit.model.interests import Interest
from programkit.rules import (
    Balance,
    Choice,
    Coherent,
    Flow,
    Interests,
    LikeAbstracts,
    Makespan,
    PopularSpread,
    RoomCapacity,
    SessionHopping,
    SessionKinds,
    SessionLength,
    Spread,
    StayPut,
    WithinSession,
)
from programkit.rules._sessions import session_selectors
from programkit.rules.selection import known_selectors
from tracktellings import side_by_side

TRAITS = ("tag", "track", "kind", "language")


def _talks(conference, least=1):
    """Selectors of talks, those of days apart, which only say what is fixed."""
    named = [one for one in known_selectors(conference) if not one.startswith("day:")]
    return st.lists(st.sampled_from(named), min_size=least, max_size=3, unique=True).map(tuple)


def _sorts(conference):
    """Selectors of two or three different sorts of talks."""
    named = [one for one in known_selectors(conference) if not one.startswith("day:")]
    many = st.lists(st.sampled_from(named), min_size=2, max_size=3, unique=True).map(tuple)
    kinds = st.sampled_from([one for one in named if one.startswith("kind:")])
    rest = kinds.flatmap(lambda kind: st.sampled_from([(kind, "all"), ("all", kind)]))
    return st.one_of(many, rest)


def _groups(conference):
    return st.one_of(st.just(()), st.just(()), _talks(conference))


def _sessions(conference):
    named = session_selectors(conference)
    some = st.lists(st.sampled_from(named), min_size=1, max_size=2, unique=True).map(tuple)
    return st.one_of(st.just(("all",)), some)


def _lengths(conference):
    numbers = st.sampled_from([None, 1, 2, 3])
    minutes = st.sampled_from([None, 10, 20, 30, 45])
    return st.fixed_dictionaries(
        {
            "sessions": _sessions(conference),
            "least": numbers,
            "most": numbers,
            "least_minutes": minutes,
            "most_minutes": minutes,
        }
    ).filter(lambda told: any(told[name] for name in told if name != "sessions"))


def _kinds(conference):
    known = dict.fromkeys(s.session.kind for s in conference.timetable.sessions.values())
    kinds = st.lists(st.sampled_from([*known]), unique=True).map(tuple) if known else st.just(())
    told = st.fixed_dictionaries(
        {"talks": st.sampled_from([("all",), ("t0",)]), "only": kinds, "avoid": kinds}
    )
    return told.filter(lambda given: given["only"] or given["avoid"])


def _popular(conference):
    told = st.fixed_dictionaries(
        {
            "talks": st.one_of(st.just(("all",)), _talks(conference, least=0)),
            "stars": st.sampled_from([None, 1, 2]),
            "most": st.sampled_from([1, 2]),
            "exactly": st.sampled_from([None, None, 1, 2]),
        }
    )
    return told.filter(lambda given: given["talks"] or given["stars"])


def _tags(conference):
    known = dict.fromkeys(tag for talk in conference.talks for tag in talk.tags)
    return st.sampled_from([(), (), *((tag,) for tag in known)])


def _choice(conference):
    by = st.lists(st.sampled_from(TRAITS), min_size=1, max_size=2, unique=True).map(tuple)
    return st.fixed_dictionaries(
        {
            "by": by,
            "tags": _tags(conference),
            "talks": st.just(("all",)),
            "most": st.sampled_from([1, 1, 2]),
        }
    )


def _flow(conference):
    return st.fixed_dictionaries({"groups": _groups(conference), "levels": _sorts(conference)})


TOLD_OF_SESSIONS = {
    Balance: lambda _: st.fixed_dictionaries(
        {"of": st.sampled_from(["time", "track"]), "difference": st.sampled_from([0, 0, 1])}
    ),
    Choice: _choice,
    Spread: lambda c: st.fixed_dictionaries(
        {
            "by": st.lists(
                st.sampled_from([*TRAITS, "affiliation", "host"]), min_size=1, max_size=2
            ).map(tuple),
            "days": st.sampled_from([1, 2, 3]),
            "tags": _tags(c),
        }
    ),
    Coherent: lambda c: st.fixed_dictionaries(
        {"by": st.sampled_from(TRAITS), "tags": _tags(c), "sessions": _sessions(c)}
    ),
    Flow: _flow,
    LikeAbstracts: lambda _: st.fixed_dictionaries(
        {"neighbors": st.sampled_from([1, 2]), "least": st.sampled_from([1, 20, 60])}
    ),
    Makespan: lambda _: st.fixed_dictionaries(
        {
            "most": st.sampled_from([0, 0, 10, 60]),
            "people": st.sampled_from([(), (), ("ada",)]),
        }
    ),
    PopularSpread: _popular,
    RoomCapacity: lambda _: st.fixed_dictionaries(
        {"share": st.sampled_from([1, 7, 20.5]), "worst": st.booleans()}
    ),
    SessionHopping: lambda c: st.fixed_dictionaries({"groups": _groups(c)}),
    SessionKinds: _kinds,
    SessionLength: _lengths,
    WithinSession: lambda c: st.fixed_dictionaries({"order": _sorts(c)}),
}
"""For each such rule, how to draw what it is told for a conference."""

BESIDE = (
    Balance,
    Choice,
    Coherent,
    Flow,
    Interests,
    LikeAbstracts,
    PopularSpread,
    SessionHopping,
    SessionLength,
    StayPut,
    WithinSession,
)
"""Rules about talks in sessions side by side, whose talks have subjects and attendees."""


@st.composite
def with_subjects(draw):
    """Sessions side by side whose talks have kinds, tags, abstracts and attendees."""
    conference = draw(side_by_side())
    talks = tuple(
        talk.replace(
            kind=draw(st.sampled_from(["talk", "keynote"])),
            tags=draw(st.sampled_from([(), ("new",), ("old", "new"), ("old",)])),
            abstract=draw(st.sampled_from(["Robots see maps.", "Robots draw maps.", "Birds"])),
        )
        for talk in conference.talks
    )
    ids = st.lists(st.sampled_from([talk.id for talk in talks]), unique=True).map(tuple)
    stars = st.builds(Interest, attendee=st.sampled_from(["x", "y"]), talks=ids)
    wanted = draw(st.lists(stars, max_size=3).map(tuple))
    return conference.replace(talks=talks, interests=wanted)
