"""What Hypothesis tells rules about posters, and conferences that show some."""

from datetime import date

from hypothesis import strategies as st

from programkit.model.base import TBD
from programkit.model.boards import PosterDecision, is_open, places_for
from programkit.model.conference import Conference
from programkit.model.contributions import Poster, State, Talk, Track
from programkit.model.days import Day, Session, Slot
from programkit.model.interval import Interval
from programkit.model.people import Person
from programkit.model.venue import Room
from programkit.rules import PosterAvailable, PosterBoard, PosterFree, PostersNear

TOLD_OF_POSTERS = {
    PostersNear: lambda _: st.fixed_dictionaries({"by": st.sampled_from(["track", "tag"])}),
}
"""For each such rule, how to draw what it is told."""

BY_POSTER = (*TOLD_OF_POSTERS, PosterBoard, PosterFree, PosterAvailable)
"""Rules that are about posters."""

PRESENTERS = st.sampled_from([("ada",), ("bo",), ("bo", "ada"), (), ("ada",)])


@st.composite
def _poster(draw, number):
    session = draw(st.sampled_from([None, None, "s0"]))
    return Poster(
        id=f"p{number}",
        speakers=draw(PRESENTERS),
        session=session,
        board=draw(st.sampled_from(["", "", "", "1", "9"])) if session else "",
        track=draw(st.sampled_from(["red", "red", "blue", None])),
        tags=draw(st.sampled_from([(), ("new",), ("new", "old")])),
        state=draw(st.sampled_from([*[State.CONFIRMED] * 6, State.CANCELLED])),
    )


@st.composite
def _session(draw, number):
    """The first one shows posters, or may; others mostly hold talks."""
    shared = {
        "id": f"s{number}",
        "room": draw(st.sampled_from(["hall", "attic"])),
        "start": draw(st.sampled_from([540, 540, 550, TBD])),
        "chairs": draw(st.sampled_from([(), TBD, ("ada",)])),
    }
    if number and draw(st.booleans()):
        return Session(**shared, slots=(Slot(minutes=20),) * draw(st.sampled_from([1, 2])))
    return Session(
        **shared,
        minutes=draw(st.sampled_from([20, 40])),
        kind=draw(st.sampled_from(["posters", "posters", "session"])),
        boards=draw(st.sampled_from([(), ("1", "2", "3"), ("1", "2", "3", "4"), ("2", "1")])),
    )


@st.composite
def showing(draw):
    """Sessions with talks beside sessions with posters, and people who are in both."""
    many = draw(st.sampled_from([2, 3, 2]))
    hours = Interval(start="2030-05-01T09:00Z", end="2030-05-01T09:30Z")
    return Conference(
        title="Showing",
        timezone="UTC",
        rooms=(Room(id="hall", name="Hall"), Room(id="attic", name="Attic")),
        people=tuple(
            Person(id=name, name=name.title(), available=draw(st.sampled_from([(), (hours,)])))
            for name in ("ada", "bo")
        ),
        tracks=(Track(id="red", name="Red"), Track(id="blue", name="Blue")),
        talks=tuple(
            Talk(id=f"t{n}", speakers=draw(PRESENTERS), minutes=20)
            for n in range(draw(st.sampled_from([1, 2])))
        ),
        posters=tuple(draw(_poster(n)) for n in range(draw(st.sampled_from([3, 2, 4])))),
        days=(
            Day(
                date=draw(st.sampled_from([date(2030, 5, 1), date(2030, 5, 1), TBD])),
                items=tuple(draw(_session(n)) for n in range(many)),
            ),
        ),
    )


@st.composite
def boards(draw, conference):
    """Any places for the posters that need one, two posters on one board and none included."""
    decided = []
    for poster in conference.posters:
        places = places_for(conference, poster) if is_open(conference, poster) else ()
        place = draw(st.sampled_from([*places, *places, None])) if places else None
        if place is not None:
            decided.append(
                PosterDecision(poster=poster.id, session=place.session, board=place.board)
            )
    return tuple(decided)
