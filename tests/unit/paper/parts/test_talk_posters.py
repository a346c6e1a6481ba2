"""Which talks have a poster."""

from datetime import UTC, datetime, timedelta

from hung import hung
from laid_out import laid_out, text
from programkit.model.base import TBD
from programkit.model.program import Program
from programkit.model.recurrence import Term
from programkit.paper.parts.talk_posters import TalkPosters
from semester import FIRST, semester
from small import conference, day, pause, session, slot, talks


def names(program, *asked, now=None):
    return [name for name, *_ in hung(program, TalkPosters(talks=asked), now=now)]


def test_talks_of_a_series_that_are_to_come_have_one():
    program = Program.of(semester(3))
    assert names(program) == ["talk-talk-0", "talk-talk-1", "talk-talk-2"]
    assert names(program, now=datetime(2026, 9, 10, tzinfo=UTC)) == ["talk-talk-2"]


def test_talk_that_is_over_has_one_if_it_is_asked_for():
    now = datetime(2030, 1, 1, tzinfo=UTC)
    assert names(Program.of(semester(3)), "talk-1", now=now) == ["talk-talk-1"]


def test_talks_of_the_last_term_have_one_where_nobody_says_what_day_it_is():
    first, last = FIRST, FIRST + timedelta(6)
    terms = (
        Term(name="Fall", first=first, last=last),
        Term(name="Winter", first=last + timedelta(1), last=last + timedelta(30)),
    )
    program = Program.of(semester(3, rule={"terms": terms}))
    assert names(program) == ["talk-talk-1", "talk-talk-2"]


def test_talk_without_a_date_has_one_only_if_it_is_asked_for():
    program = Program.of(semester(1).replace(days=()))
    assert names(program) == []
    assert names(program, "talk-0") == ["talk-talk-0"]


def test_of_a_conference_plenary_talks_have_one():
    items = (
        session(slot(540, "a"), slot(talk=TBD), title="Opening", plenary=True),
        pause(start=620),
        session(slot(660, "b"), title="Rest"),
    )
    program = Program.of(conference(day(*items), talks=talks("a", "b")))
    assert names(program) == ["talk-a"]


def test_booklet_may_have_it_as_a_part():
    (page,) = laid_out(Program.of(semester(1)), TalkPosters()).pages
    assert text(page)[0] == "Probability Seminar"
