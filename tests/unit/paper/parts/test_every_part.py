"""What holds for every part: sensible pages of the largest and the emptiest conference."""

from dataclasses import replace
from functools import cache

import pytest

from laid_out import book_of, fragments
from programkit.model.base import TBD
from programkit.model.contributions import CoAuthor, Poster, State, Talk
from programkit.model.days import Break, Session, Slot
from programkit.model.people import Affiliation, Person
from programkit.model.program import Program
from programkit.model.venue import Room
from programkit.paper.parts import PARTS, Changes
from programkit.paper.parts.base import headings_of
from programkit.typeset.pages import lay_out
from rovinj import rovinj_program
from small import TUESDAY, conference, day, pause, session, slot, talks
from workshop import workshop_program

LONG = " ".join(["On the unreasonable effectiveness of very long titles"] * 6)[:300]
HEBREW, ARABIC = "דנה לוי", "ليلى حداد"
ROOMS = tuple(Room(id=f"r{n}", name=f"Lecture Room {n}", capacity=50) for n in range(8))


def nothing():
    return conference()


def empty_days():
    return conference(day(), day(date=TBD))


def unknown():
    """Everything that may be TBD is."""
    items = (
        Session(chairs=TBD, track=None, room=TBD, start=TBD, slots=(Slot(), Slot(talk="a"))),
        Session(title="S", chairs=TBD, room=TBD, start=540, slots=(Slot(talk="b"),)),
        Session(chairs=TBD, room=TBD, start=550),
        Break(title="Walk", start=TBD),
    )
    return conference(
        day(*items, date=TBD),
        timezone=TBD,
        rooms=ROOMS,
        talks=(Talk(id="a"), Talk(id="b"), Talk(id="c")),
        posters=(Poster(id="p"),),
    )


def many_rows():
    """A day of 200 talks in a row."""
    names = [f"t{n}" for n in range(200)]
    slots = (slot(0, "t0", minutes=5), *(slot(minutes=5, talk=name) for name in names[1:]))
    return conference(day(session(*slots, id="s", chairs=TBD)), talks=talks(*names))


def many_sessions():
    """A day of 200 short sessions in each of two rooms."""
    items = (
        session(start=5 * n, minutes=5, title=f"{room} {n}", room=f"r{room}", id=f"{room}-{n}")
        for n in range(200)
        for room in range(2)
    )
    return conference(day(*items), rooms=ROOMS[:2])


def crowd():
    """A talk with 80 authors of long names and a title of 300 characters."""
    names = [HEBREW, ARABIC, *(f"Given-Name Middle Family-Name-{n}" for n in range(78))]
    people = tuple(
        Person(id=f"p{n}", name=name, affiliations=("u",), bio="Text. " * 50)
        for n, name in enumerate(names)
    )
    affiliation = Affiliation(id="u", name="University of a Very Long Name " * 4, place="Far away")
    everybody = tuple(person.id for person in people)
    facts = (
        Talk(id="a", title=LONG, speakers=everybody, abstract="Text. " * 30),
        Talk(id="b", title="W" * 300, speakers=("p0",), abstract="W" * 3000, state=State.CANCELLED),
        Talk(id="c", title=LONG, speakers=("p1",), coauthors=(CoAuthor(person="p2"),)),
    )
    items = (
        session(slot(540, "a", minutes=10), title=LONG, chairs=everybody, room="r0", id="s"),
        session(slot(540, "b", minutes=10), slot(minutes=5, talk="c"), title="X" * 99, room="r1"),
        session(id="p", start=600, minutes=5, kind="posters", room="r0"),
        pause("Y" * 80, start=610, minutes=10),
    )
    posters = tuple(
        Poster(id=f"d{n}", title=LONG, speakers=everybody, session="p", board="B" * 20)
        for n in range(3)
    )
    rooms = tuple(room.replace(name=f"{LONG} {n}") for n, room in enumerate(ROOMS[:3]))
    return conference(
        day(*items, title=LONG),
        title=LONG,
        url="https://example.org/" + "x" * 200,
        venue=LONG,
        people=people,
        affiliations=(affiliation,),
        talks=facts,
        posters=posters,
        rooms=rooms,
    )


def eight_rooms():
    items = [
        session(
            slot(540, f"t{n}", minutes=30), room=f"r{n}", title=f"Session number {n}", id=f"s{n}"
        )
        for n in range(8)
    ]
    names = [f"t{n}" for n in range(8)]
    return conference(day(*items), day(*items[:0], date=TUESDAY), rooms=ROOMS, talks=talks(*names))


FACTS = (nothing, empty_days, unknown, many_rows, many_sessions, crowd, eight_rooms)
PROGRAMS = {facts.__name__: facts for facts in FACTS}


@cache
def program(name):
    if name in PROGRAMS:
        return Program.of(PROGRAMS[name]())
    return rovinj_program() if name == "rovinj" else workshop_program()


def part(name):
    if name == "changes":
        return Changes(since=program("eight_rooms"))
    return PARTS[name]() if name != "contents" else PARTS[name](least=0, depth=3)


@cache
def made(name, facts):
    """The pages of a part."""
    return set_in(name, facts)


def set_in(name, facts, **theme):
    """The pages of a part in a theme."""
    book = book_of(program(facts), **theme)
    parts = [kind() for kind in PARTS.values()]
    book = replace(book, contents=headings_of(parts, book))
    return lay_out(part(name).flows(book))


def outside(page):
    """The text that is not between the margins; a little may hang into them."""
    frames = page.shape.frames_of(page.number)
    left = frames[0].x - 3
    right = frames[-1].x + frames[-1].width + 3
    foot = page.shape.height
    return [
        mark.text
        for mark in fragments(page)
        if mark.x < left or mark.x + mark.width > right or not 0 < mark.y < foot
    ]


EVERYTHING = (*PROGRAMS, "rovinj", "workshop")


@pytest.mark.no_cover
@pytest.mark.parametrize("facts", EVERYTHING)
@pytest.mark.parametrize("name", PARTS)
def test_nothing_is_outside_the_page(name, facts):
    pages = made(name, facts).pages
    assert [found for page in pages if (found := outside(page))] == []


@pytest.mark.parametrize("name", sorted(set(PARTS) - {"cover", "contents", "notes", "changes"}))
def test_conference_of_nothing_has_no_such_part(name):
    assert made(name, "nothing").pages == ()


@pytest.mark.parametrize("facts", EVERYTHING)
@pytest.mark.parametrize("name", PARTS)
def test_headings_are_known_before_anything_is_set(name, facts):
    book = book_of(program(facts))
    chosen = part(name)
    listed = [anchor.name for anchor in headings_of([chosen], book)]
    there = {placed.anchor.name for page in made(name, facts).pages for placed in page.anchors}
    assert [anchor for anchor in listed if anchor not in there] == []


@pytest.mark.no_cover
@pytest.mark.parametrize("name", PARTS)
def test_part_is_set_in_every_size_and_number_of_columns(name):
    for theme in ({"page": "A4"}, {"page": (90, 140), "columns": 2, "size": 6, "leading": 7}):
        for facts in ("workshop", "crowd", "unknown"):
            pages = set_in(name, facts, **theme).pages
            assert [found for page in pages if (found := outside(page))] == []


def test_every_block_says_what_it_is():
    book = book_of(program("workshop"))
    for kind in PARTS.values():
        for flow in kind().flows(book):
            drawn = [b for b in (*flow.head, *flow.blocks) if b.role != "Artifact"]
            assert [b for b in drawn if not any(s.marks for s in b.strips)] == []
