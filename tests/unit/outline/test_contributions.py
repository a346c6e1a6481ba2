from datetime import UTC, datetime

import pytest
from tests.workshop import workshop, workshop_program

from programkit.model.base import TBD
from programkit.model.contributions import At, State
from programkit.model.program import SessionDecision
from programkit.outline.build import build_outline


@pytest.fixture(scope="module")
def outline():
    return build_outline(workshop_program().public())


@pytest.fixture(scope="module")
def talks(outline):
    return {talk.id: talk for talk in outline.talks}


def test_talks_come_by_day_time_and_room_those_without_a_place_last(outline):
    assert [talk.id for talk in outline.talks] == [
        "opening",
        "tutorial",
        "spectra",
        "tools",
        "gone",
        "off-grid",
        "maybe",
        "nameless",
        "homeless",
    ]


def test_withdrawn_talk_and_unused_reserve_are_absent(talks):
    assert {"withdrawn", "spare"} & set(talks) == set()


def test_cancelled_talk_keeps_its_place_and_state(talks):
    assert talks["gone"].state is State.CANCELLED
    assert [place.session for place in talks["gone"].occurrences] == ["practice-1"]


def test_parts_are_numbered(talks):
    places = [(o.day, o.session, o.part, o.parts) for o in talks["tutorial"].occurrences]

    assert places == [("2025-03-29", "course-1", 1, 2), ("2025-03-30", "course-2", 2, 2)]


def test_talk_by_time_alone_has_a_day_and_no_session(talks):
    (place,) = talks["off-grid"].occurrences

    assert (place.day, place.session) == ("2025-03-29", "")
    assert place.when.start == datetime(2025, 3, 29, 20, 0, tzinfo=UTC)
    assert place.room.id == "hall"


def test_talk_on_a_date_without_a_day_has_no_day():
    moved = At(start=datetime(2025, 6, 1, 9, 0, tzinfo=UTC), room="hall")
    facts = workshop()
    changed = tuple(t.replace(at=(moved,)) if t.id == "off-grid" else t for t in facts.talks)
    outline = build_outline(workshop_program(talks=changed).public())

    (place,) = next(t for t in outline.talks if t.id == "off-grid").occurrences
    assert place.day == ""
    assert [session.rows[0].talk for session in outline.floating if session.rows[0].talk] == [
        next(t for t in outline.talks if t.id == "off-grid")
    ]


def test_talk_after_one_of_unknown_length_has_no_time(talks):
    (place,) = talks["nameless"].occurrences

    assert place.day == "2025-03-30"
    assert place.when.start is None


def test_talk_in_a_session_without_a_day_comes_after_the_others():
    sessions = tuple(
        s.replace(slots=(s.slots[0].replace(talk="homeless"),)) for s in workshop().sessions
    )
    outline = build_outline(workshop_program(sessions=sessions).public())

    (place,) = outline.talks[-1].occurrences
    assert (outline.talks[-1].id, place.day, place.when.start) == ("homeless", "", None)


def test_decided_session_gives_its_talks_a_day():
    sessions = tuple(
        s.replace(slots=(s.slots[0].replace(talk="homeless"),)) for s in workshop().sessions
    )
    start = datetime(2025, 3, 30, 15, 0, tzinfo=UTC)
    decision = SessionDecision(session="later", start=start, room="cove")
    program = workshop_program(sessions=sessions).replace(sessions=(decision,))
    outline = build_outline(program.public())

    (place,) = next(t for t in outline.talks if t.id == "homeless").occurrences
    assert (place.day, place.when.start, place.room.id) == ("2025-03-30", start, "cove")


@pytest.mark.parametrize("title", [TBD, "", "  "])
def test_title_that_is_unknown_or_blank_is_unknown(title):
    talks = tuple(talk.replace(title=title) for talk in workshop().talks)
    outline = build_outline(workshop_program(talks=talks).public())

    assert {(talk.title, talk.plain_title) for talk in outline.talks} == {(TBD, TBD)}


def test_abstract_is_parsed_or_unknown_or_none(talks):
    assert [p.kind for p in talks["opening"].abstract] == ["text", "item", "item", "text", "quote"]
    assert talks["spectra"].abstract is TBD
    assert talks["maybe"].abstract == ()


def test_coauthors_have_the_affiliations_named_or_their_own(talks):
    found = [(person.id, person.affiliations) for person in talks["opening"].coauthors]

    assert found == [("bo", ("Moon College",)), ("eli", ("Moon College",))]


def test_language_is_the_talks_or_the_conferences(talks):
    assert (talks["tutorial"].language, talks["opening"].language) == ("de", "en")


def test_posters_come_by_session_and_board(outline):
    assert [poster.id for poster in outline.posters] == ["p9", "p10", "p0"]


def test_order_of_facts_changes_nothing_but_equal_times():
    facts = workshop()
    turned = workshop_program(talks=facts.talks[::-1], posters=facts.posters[::-1])
    outline, other = (build_outline(p.public()) for p in (workshop_program(), turned))

    assert other.talks == outline.talks
    assert other.posters == outline.posters
