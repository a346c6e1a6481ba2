"""Sheets for chairs."""

from laid_out import laid_out, text
from programkit.model.base import TBD
from programkit.model.contributions import Poster, State, Talk
from programkit.model.program import Program
from programkit.model.venue import Room
from programkit.paper.parts.chair_sheets import ChairSheets
from programkit.typeset.marks import Bar
from small import conference, day, people, session, slot, talks
from workshop import workshop_program

ROOMS = (Room(id="hall", name="Hall"), Room(id="cove", name="Cove"))


def sheets(*items, signals=(5, 1), chaired=True, **facts):
    """The lines of each sheet."""
    told = {"rooms": ROOMS, "people": people("Ana Ribeiro", "Bo Li"), **facts}
    program = Program.of(conference(day(*items), **told))
    pages = laid_out(program, ChairSheets(signals=signals, chaired=chaired)).pages
    return [text(page)[:-1] for page in pages]


def one(**told):
    return {"id": "s", "title": "Waves", "room": "hall", "chairs": ("li",), **told}


def test_sheet_says_who_speaks_when_and_when_to_give_signs():
    facts = {"talks": talks("a", "b", speakers=("ribeiro",))}
    items = session(slot(540, "a", minutes=30), slot(minutes=3, talk="b"), **one())
    assert sheets(items, **facts) == [
        [
            "For the chair",
            "Waves",
            "Mon, 30 Sept, 09:00–09:33 · Hall",
            "Chair: Bo Li",
            "09:00 | Ana Ribeiro | 5 min left  09:25",
            "A | 1 min left  09:29",
            "Pronunciation | End  09:30",
            "09:30 | Ana Ribeiro | 1 min left  09:32",
            "B | End  09:33",
            "Pronunciation",
            "Notes",
        ]
    ]


def test_chair_who_is_sought_is_worded():
    assert sheets(session(slot(540, minutes=5), **one(chairs=TBD)))[0][3:5] == [
        "Chair to be announced",
        "09:00 | Open slot",
    ]


def test_sessions_without_a_chair_have_a_sheet_if_asked_for():
    items = session(slot(540, minutes=5), **one(chairs=()))
    assert sheets(items) == []
    assert len(sheets(items, chaired=False)) == 1


def test_signals_may_be_others_or_none():
    facts = {"talks": talks("a", speakers=TBD)}
    items = session(slot(540, "a", minutes=30), **one())
    assert (
        sheets(items, signals=(), **facts)[0][4] == "09:00 | Speaker to be announced | End  09:30"
    )
    (found,) = sheets(items, signals=(2, 10, 2), **facts)
    assert [line for line in found if "left" in line] == [
        "09:00 | Speaker to be announced | 10 min left  09:20",
        "A | 2 min left  09:28",
    ]


def test_cancelled_talk_has_no_signals():
    facts = {"talks": (Talk(id="a", title="A", speakers=("ribeiro",), state=State.CANCELLED),)}
    (found,) = sheets(session(slot(540, "a", minutes=30), **one()), **facts)
    assert found[4:-1] == ["09:00 | Ana Ribeiro", "Cancelled: A"]


def test_talk_without_a_time_has_no_signals():
    (found,) = sheets(session(slot(TBD, "a"), **one()), talks=talks("a"))
    assert found[4:-1] == ["A"]


def test_posters_stand_by_their_boards():
    posters = (Poster(id="p", title="Drops", speakers=("ribeiro",), session="s", board="12"),)
    (found,) = sheets(session(start=540, minutes=60, **one(kind="posters")), posters=posters)
    assert found[4:-1] == ["12 | Ana Ribeiro", "Drops"]


def test_rest_of_the_page_is_for_notes():
    page = laid_out(workshop_program(), ChairSheets()).pages[0]
    bars = [mark for mark in page.marks if isinstance(mark, Bar)]
    (frame,) = page.shape.frames
    assert len(bars) > 5
    assert frame.y + frame.height - 40 < bars[-1].y < frame.y + frame.height


def test_sheet_of_very_many_talks_runs_on_without_notes():
    names = [f"t{n}" for n in range(60)]
    slots = (slot(540, "t0", minutes=5), *(slot(minutes=5, talk=name) for name in names[1:]))
    found = sheets(session(*slots, **one()), talks=talks(*names))
    assert len(found) > 2
    assert "Notes" not in found[-1]
