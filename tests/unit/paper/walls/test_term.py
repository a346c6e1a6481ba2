"""The poster of a term."""

from datetime import timedelta

import pytest

from hung import hung, only, size_of, whole
from programkit.model.base import TBD
from programkit.model.conference import Conference
from programkit.model.contributions import Link, State
from programkit.model.days import Break, Day, Session, Slot
from programkit.model.people import Person, Role
from programkit.model.program import Program
from programkit.model.recurrence import Pause, RuleException, Term
from programkit.model.venue import Contact, Room
from programkit.paper.parts.term_posters import TermPosters
from programkit.paper.walls.pages import LEAST
from semester import FIRST, NAMES, TITLES, semester, talk_of

ROOMS = (Room(id="hall", name="Lecture Hall 2"), Room(id="aula", name="Aula"))
WIDE = {"rule": {"terms": (Term(name="Fall 2026", first=FIRST, last=FIRST + timedelta(60)),)}}


def lines(*given, **facts):
    return only(Program.of(semester(*given, **facts)), TermPosters(page="A4"))


def days(*meetings):
    """Days a week apart, each with the sessions that a meeting lists."""
    return tuple(
        Day(date=FIRST + timedelta(weeks=week), items=tuple(items))
        for week, items in enumerate(meetings)
    )


def meeting(*talks, start="16:00", room="hall", **facts):
    slots = [Slot(start=start if not n else None, minutes=60, talk=t) for n, t in enumerate(talks)]
    return Session(room=room, slots=tuple(slots), **facts)


def test_poster_says_who_speaks_when():
    assert lines(2) == [
        *("Probability Seminar", "Fall 2026", "1–16 September 2026"),
        *("Wednesday, 16:00–17:00 · every week", "Lecture Hall 2, Rovinj"),
        *("Wed, 2 Sept | Ada Brandt — University of Zagreb", f"{TITLES[0]} (part 0)"),
        "Wed, 9 Sept | Luka Perić — SISSA, Trieste",
        *("Sharp constants for kernel methods in high", "dimension (part 1)"),
        *("Wed, 16 Sept | Open slot", "example.org/seminar"),
        *("Organizers: Pavel Dvořák", "Hosted by: Institute of Mathematics"),
    ]


@pytest.mark.parametrize("count", [1, 4, 12, 40])
def test_one_page_holds_a_term(count):
    talks = [talk_of(number) for number in range(count)]
    ((_, pages, findings),) = hung(Program.of(semester(talks=talks)), TermPosters())
    told = whole(pages)
    assert len(pages) == 1
    assert findings == ()
    for number, talk in enumerate(talks):
        assert "".join(NAMES[number % 10].split()).replace("-", "") in told
        assert f"(part{number})" in told
        assert talk.id not in told


@pytest.mark.no_cover
def test_longer_terms_have_smaller_type():
    def size(count):
        ((_, (page,), _),) = hung(Program.of(semester(count)), TermPosters())
        return size_of(page, "Ada Brandt")

    found = [size(count) for count in (3, 12, 24, 40)]
    assert found == sorted(found, reverse=True)
    assert len(set(found)) == 4
    assert found[-1] > LEAST


def test_what_does_not_fit_goes_on_and_is_told():
    ((_, pages, findings),) = hung(Program.of(semester(50)), TermPosters(page=(100, 140)))
    assert len(pages) > 1
    assert [finding.code for finding in findings] == ["poster-overfull"]
    assert "the poster of Fall 2026 does not fit" in findings[0].message
    assert [n for n in range(50) if f"(part{n})" not in whole(pages)] == []


def test_dates_without_a_meeting_say_why():
    rule = {
        "breaks": (Pause(first=FIRST + timedelta(6), last=FIRST + timedelta(16), reason="Break"),),
        "exceptions": (RuleException(date=FIRST + timedelta(21)),),
        "holidays": "HR",
        "on_holiday": "skip",
        "terms": (Term(name="Fall", first=FIRST, last=FIRST + timedelta(77)),),
    }
    told = "\n".join(lines(1, rule=rule))
    assert "Tue, 8 Sept – | No meeting · Break\nFri, 18 Sept" in told
    assert "Wed, 23 Sept | No meeting\n" in told
    assert "Wed, 18 Nov | No meeting · " in told


def test_other_time_room_and_date_are_told():
    moved = RuleException(date=FIRST, moved_to=FIRST + timedelta(1), reason="Hall is taken")
    other = RuleException(date=FIRST + timedelta(7), start="11:00", reason="Visit")
    rule = {**WIDE["rule"], "exceptions": (moved, other)}
    given = (
        Day(date=FIRST + timedelta(1), items=(meeting("a"),)),
        Day(date=FIRST + timedelta(7), items=(meeting("b", start="11:00", room="aula"),)),
        Day(date=FIRST + timedelta(14), items=(meeting("c"),)),
    )
    talks = [talk_of(n, id=name, title=name.upper()) for n, name in enumerate("abc")]
    made = semester(talks=talks, rooms=ROOMS, rule=rule).replace(days=given)
    told = only(Program.of(made), TermPosters())
    start = told.index("Lecture Hall 2, Rovinj") + 1
    assert told[start : start + 9] == [
        *("Thu, 3 Sept | Ada Brandt — University of Zagreb", "A"),
        "Moved; before: Wed, 2 Sept (Hall is taken)",
        *("Wed, 9 Sept | Luka Perić — SISSA, Trieste", "11:00 | B", "Aula | Visit"),
        *("Wed, 16 Sept | Chiara Fontana — Universidade de Coimbra", "C"),
        "Wed, 23 Sept | Open slot",
    ]


def test_second_talk_of_a_day_has_its_time():
    talks = [talk_of(0, id="a", title="A"), talk_of(1, id="b", title="B")]
    items = (Break(title="Tea", start="15:30", minutes=30), meeting("a", "b"))
    program = Program.of(semester(talks=talks).replace(days=days(items)))
    told = only(program, TermPosters())
    assert "17:00 | Luka Perić — SISSA, Trieste" in told
    assert not [line for line in told if "Tea" in line]


def test_talks_at_the_same_time_have_their_time_and_room():
    talks = [talk_of(0, id="a", title="A"), talk_of(1, id="b", title="B")]
    items = (meeting("a"), meeting("b", room="aula"))
    told = only(
        Program.of(semester(talks=talks, rooms=ROOMS).replace(days=days(items))), TermPosters()
    )
    start = told.index("A") + 1
    assert told[start : start + 2] == ["16:00 | Luka Perić — SISSA, Trieste", "Aula | B"]


def test_session_without_talks_is_its_title():
    program = Program.of(semester(1).replace(days=days((meeting(title="Open day"),))))
    assert "Wed, 2 Sept | Open day" in only(program, TermPosters())


def test_unknown_and_cancelled_talks_are_worded():
    talks = (
        talk_of(0, title=TBD, speakers=TBD),
        talk_of(1, title="B", state=State.CANCELLED),
        talk_of(2, title="C", state=State.TENTATIVE, speakers=()),
    )
    told = lines(talks=talks)
    assert "Wed, 2 Sept | Speaker to be announced" in told
    assert "Title to be announced" in told
    assert "Cancelled: B" in told
    assert "Wed, 16 Sept | Tentative: C" in told


def test_organizers_contacts_and_list_are_at_the_foot():
    then, now = Role(role="organizer", until=FIRST - timedelta(9)), Role(role="board")
    folk = (
        Person(id="person-0", name="Ada Brandt", roles=(then, now)),
        Person(id="x", name="Mira Novak", roles=(Role(role="patron"),)),
    )
    told = lines(
        1,
        people=folk,
        contacts=(Contact(name="Office", email="office@example.org"),),
        channels=(
            Link(kind="mailing-list", url="https://lists.example.org/p"),
            Link(kind="mailing-list", url="https://lists.example.org/q", title="News"),
            Link(kind="videos", url="https://videos.example.org"),
        ),
    )
    assert not [line for line in told if "Organizers" in line]
    assert told[-6:-1] == [
        *("Board: Ada Brandt", "Patron: Mira Novak", "Contact: Office · office@example.org"),
        *("Mailing list: lists.example.org/p", "News: lists.example.org/q"),
    ]


def unruled(made):
    """A series of which only the dates are known."""
    facts = {name: getattr(made, name) for name in Conference.model_fields}
    return Program.of(Conference(**facts))


def test_series_without_a_rule_says_the_usual_time():
    zoom = Room(id="hall", name="Zoom", online=True, physical=False, how_to_join="By mail.")
    told = only(unruled(semester(3, rooms=(zoom,))), TermPosters())
    assert told[1:5] == ["2026", "2–16 September 2026", "16:00–17:00 (Zagreb)", "Zoom: By mail."]


def test_times_that_differ_are_told_with_each_talk():
    given = days((meeting("talk-0", start="9:00"),), (meeting("talk-1", start="10:00"),))
    told = only(unruled(semester(2).replace(days=given)), TermPosters())
    assert told[3:6] == [
        "Lecture Hall 2, Rovinj",
        "Wed, 2 Sept | Ada Brandt — University of Zagreb",
        f"09:00 | {TITLES[0]} (part 0)",
    ]


def test_track_is_named_where_there_are_several_series():
    tracks = ({"id": "t", "name": "Analysis"},)
    talks = (talk_of(0, title="A", track="t"), talk_of(1, title="B", track="t", speakers=()))
    told = lines(talks=talks, tracks=tracks)
    assert "Wed, 2 Sept | Ada Brandt — University of Zagreb · Analysis" in told
    assert "Wed, 9 Sept | B" in told


def test_subtitle_and_long_titles_stand_in_the_band():
    long = " ".join(["On the unreasonable effectiveness of very long titles"] * 6)[:300]
    ((_, pages, _),) = hung(Program.of(semester(4, title=long, subtitle="And more")), TermPosters())
    assert len(pages) == 1
    assert "".join(long.split()) in whole(pages)
    assert "Andmore" in whole(pages)
