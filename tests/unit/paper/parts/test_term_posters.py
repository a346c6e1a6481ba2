"""Which terms have a poster, and what their files are called."""

from datetime import UTC, datetime, timedelta

from hung import hung
from laid_out import laid_out, text
from programkit.model.program import Program
from programkit.model.recurrence import Term
from programkit.paper.parts.term_posters import TermPosters
from semester import FIRST, semester
from small import conference, day, session, slot, talks


def terms(*named):
    return {
        "terms": tuple(
            Term(name=name, first=FIRST + timedelta(start), last=FIRST + timedelta(start + 20))
            for name, start in named
        )
    }


def names(program, now=None):
    return [name for name, *_ in hung(program, TermPosters(), now=now)]


def test_term_that_is_over_has_no_poster():
    program = Program.of(semester(1, rule=terms(("Fall", 0), ("Winter", 30))))
    assert names(program, datetime(2026, 9, 22, tzinfo=UTC)) == ["term-fall", "term-winter"]
    assert names(program, datetime(2026, 9, 23, tzinfo=UTC)) == ["term-winter"]


def test_last_term_has_one_where_nobody_says_what_day_it_is():
    program = Program.of(semester(1, rule=terms(("Fall", 0), ("Winter", 30))))
    assert names(program) == ["term-winter"]


def test_files_have_names_of_their_own():
    rule = terms(("Fall", 0), ("Fall", 30), ("!!!", 60), ("W" * 200, 90))
    found = names(Program.of(semester(1, rule=rule)), datetime(2026, 9, 1, tzinfo=UTC))
    assert found == ["term-fall", "term-fall-2026-10-02", "term-2026-11-01", f"term-{'w' * 40}"]


def test_conference_has_no_terms():
    assert names(Program.of(conference(day(session(slot(540, "a"))), talks=talks("a")))) == []


def test_booklet_may_have_it_as_a_part():
    (page,) = laid_out(Program.of(semester(1)), TermPosters()).pages
    assert text(page)[0] == "Probability Seminar"
