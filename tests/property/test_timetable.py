"""Timetables of any day: what holds whatever the clocks say."""

from datetime import UTC, date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from programkit.model.base import TBD
from programkit.model.conference import Conference
from programkit.model.days import Break, Day, Marker, Session, Slot
from programkit.model.timeline import Frame, lay_out
from strategies import programs

DATES = st.sampled_from([date(2024, 3, 30), date(2024, 9, 30), date(2024, 10, 26), TBD])
"""With clocks changed in the night after the first and the third."""
LENGTHS = st.integers(5, 60)


@st.composite
def days(draw):
    """A day whose written times are in order, of items that say start, length, both or neither."""
    clock = draw(st.integers(0, 10)) * 60
    items = []
    for _ in range(draw(st.integers(0, 5))):
        clock += draw(LENGTHS)
        facts = {"start": draw(st.sampled_from([clock, None, TBD]))}
        if draw(st.booleans()):
            facts["minutes"] = draw(LENGTHS)
            clock += facts["minutes"]
        kind = draw(st.sampled_from([Session, Break, Marker, Slot]))
        if kind is Slot:
            slots = [Slot(minutes=draw(LENGTHS)) for _ in range(draw(st.integers(1, 3)))]
            clock += sum(slot.minutes for slot in slots)
            items.append(Session(start=facts["start"], slots=tuple(slots)))
        elif kind is Marker:
            items.append(Marker(title="m", start=facts["start"]))
        else:
            items.append(kind(**facts, **({"title": "b"} if kind is Break else {})))
    return Day(date=draw(DATES), items=tuple(items))


def laid_out(day, zone="Europe/Zagreb"):
    return Conference(title="C", timezone=zone, days=(day,)).timetable


@given(days())
def test_every_item_is_there_once_in_order(day):
    assert [fact(item) for item in laid_out(day).items] == list(day.items)


def fact(item):
    return item.session if hasattr(item, "session") else item.item


@given(days())
def test_written_starts_are_what_the_clocks_show(day):
    timetable = laid_out(day, "UTC")
    for item in timetable.items:
        start = fact(item).start
        if isinstance(start, int):
            midnight = item.interval.first.replace(hour=0, minute=0)
            assert item.interval.first - midnight == timedelta(minutes=start)


@given(days())
def test_written_lengths_are_elapsed_time(day):
    for item in laid_out(day).items:
        length = getattr(fact(item), "minutes", None)
        if item.interval is not None and length is not None:
            assert (item.interval.minutes, item.open_end) == (length, False)


@given(days())
def test_unknown_start_is_no_interval(day):
    for item in laid_out(day).items:
        if fact(item).start is TBD:
            assert item.interval is None


@given(days())
def test_slots_lie_in_their_session_one_after_the_other(day):
    for session in laid_out(day).sessions.values():
        if session.interval is not None and session.slots:
            spans = [slot.interval for slot in session.slots]
            assert all(one.last == other.first for one, other in pairwise(spans))
            assert all(session.interval.contains(span) for span in spans)


@given(days())
def test_open_end_holds_one_minute(day):
    for item in laid_out(day).items:
        if item.open_end and item.interval is not None and not getattr(item, "slots", ()):
            assert item.interval.minutes == 1


@given(days())
def test_intervals_are_in_utc(day):
    for item in laid_out(day).items:
        if item.interval is not None:
            assert item.interval.first.tzinfo is UTC


@given(days())
def test_facts_read_back_give_the_same_timetable(day):
    again = Day.model_validate_json(day.model_dump_json())

    assert laid_out(again) == laid_out(day)


@given(programs())
def test_decisions_change_the_timetable_as_if_they_were_facts(program):
    """Decisions that leave times alone are put into the timetable; others lay it out anew."""
    facts, decided = program.conference, {d.session: d for d in program.sessions}
    frame = Frame(facts.zone, tuple(facts.by_id.rooms), decided)

    assert program.timetable == lay_out(facts.days, facts.sessions, frame)
