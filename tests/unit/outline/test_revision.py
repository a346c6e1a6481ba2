"""What readers of an earlier program have to learn anew."""

import pytest

from programkit.model.base import TBD
from programkit.model.changes import ChangeKind
from programkit.model.contributions import Poster, State, Talk
from programkit.model.program import Program
from programkit.model.venue import Room
from programkit.outline.build import build_outline
from programkit.outline.revision import revisions
from small import TUESDAY, conference, day, people, session, slot, talks

ROOMS = (Room(id="hall", name="Hall"), Room(id="cove", name="Cove"))
PEOPLE = people("Ana Ribeiro", "Bo Li")


def outline(*, start=540, room="hall", chairs=(), date=None, **told):
    """A conference of one talk and one poster."""
    place = {"date": date} if date else {}
    items = (
        session(slot(start, "a", minutes=30), id="s", title="S", room=room, chairs=chairs),
        session(id="p", start=840, minutes=60, room="cove", kind="posters"),
        session(id="q", start=960, minutes=60, room="cove", kind="posters"),
    )
    talk = {"id": "a", "title": "A", "speakers": ("ribeiro",), "abstract": "", **told}
    poster = {"id": "d", "title": "D", "speakers": ("li",), "session": "p", "board": "1"}
    poster |= {key[7:]: talk.pop(key) for key in list(talk) if key.startswith("poster_")}
    facts = conference(
        day(*items, **place),
        rooms=ROOMS,
        people=PEOPLE,
        talks=(Talk(**talk),),
        posters=(Poster(**poster),),
    )
    return build_outline(Program.of(facts).public())


def found(old, new):
    return [
        (revision.kind, (revision.now or revision.before).id) for revision in revisions(old, new)
    ]


@pytest.mark.parametrize(
    ("changed", "kinds"),
    [
        ({}, []),
        ({"abstract": "Another text."}, []),
        ({"start": 600}, [(ChangeKind.MOVED, "a")]),
        ({"start": 600, "room": "cove"}, [(ChangeKind.MOVED, "a")]),
        ({"date": TUESDAY}, [(ChangeKind.MOVED, "a")]),
        ({"room": "cove"}, [(ChangeKind.ROOM, "a")]),
        ({"title": "B"}, [(ChangeKind.RETITLED, "a")]),
        ({"title": TBD}, [(ChangeKind.RETITLED, "a")]),
        ({"title": "*A*"}, []),
        ({"speakers": ("li",)}, [(ChangeKind.SPEAKERS, "a")]),
        ({"speakers": TBD}, [(ChangeKind.SPEAKERS, "a")]),
        ({"state": State.CANCELLED, "title": "B"}, [(ChangeKind.STATE, "a")]),
        ({"state": State.TENTATIVE}, []),
        ({"chairs": ("li",)}, [(ChangeKind.CHAIRS, "s")]),
        ({"chairs": TBD}, [(ChangeKind.CHAIRS, "s")]),
        ({"poster_board": "2"}, [(ChangeKind.MOVED, "d")]),
        ({"poster_session": "q"}, [(ChangeKind.MOVED, "d")]),
        ({"poster_title": "E"}, [(ChangeKind.RETITLED, "d")]),
        (
            {"room": "cove", "title": "B", "speakers": ()},
            [(ChangeKind.ROOM, "a"), (ChangeKind.RETITLED, "a"), (ChangeKind.SPEAKERS, "a")],
        ),
    ],
)
def test_difference(changed, kinds):
    assert found(outline(), outline(**changed)) == kinds


def test_what_was_cancelled_already_is_no_news():
    off = {"state": State.CANCELLED}
    assert found(outline(**off), outline(**off, start=600)) == []


def test_new_and_gone():
    old = build_outline(Program.of(conference(day(), talks=talks("a", "b"))).public())
    new = build_outline(Program.of(conference(day(), talks=talks("b", "c"))).public())
    made = revisions(old, new)
    assert [(r.kind, r.before and r.before.id, r.now and r.now.id) for r in made] == [
        (ChangeKind.ADDED, None, "c"),
        (ChangeKind.REMOVED, "a", None),
    ]


def test_new_sessions_have_no_other_chairs():
    old = build_outline(Program.of(conference(day())).public())
    assert found(old, outline(chairs=("li",))) == [(ChangeKind.ADDED, "a"), (ChangeKind.ADDED, "d")]
