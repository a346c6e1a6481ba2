"""A rule means what others understand by it: walking days, dateutil, and a client of calendars."""

import datetime as dt
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events
from dateutil import rrule
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from programkit.model.days import Slot
from programkit.model.recurrence import Pause, Recurrence, RuleException, Term
from programkit.model.series import Series

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
FIRST = dt.date(2026, 1, 1)
ZONE = "America/New_York"
"""Its clocks change on 8 March and 1 November 2026."""

QUICK = settings(max_examples=40, phases=[Phase.generate])
"""Failing rules are short enough; making them shorter takes minutes."""

dates = st.dates(FIRST, dt.date(2026, 12, 31))


@st.composite
def runs(draw, kind):
    first, last = sorted(draw(st.tuples(dates, dates)))
    return kind(first=first, last=last)


@st.composite
def rules(draw, *, mixed=False):
    first = draw(st.dates(FIRST, dt.date(2026, 3, 31)))
    frequency = draw(st.sampled_from(["weekly", "monthly"]))
    numbers = ["1", "+2", "-1", "5"] if frequency == "monthly" and draw(st.booleans()) else [""]
    numbers += [""] if mixed else []
    weekday = st.builds("{}{}".format, st.sampled_from(numbers), st.sampled_from(DAYS))
    ends = {"until": draw(st.dates(first, dt.date(2026, 12, 31)))}
    return Recurrence(
        first=first,
        frequency=frequency,
        interval=draw(st.integers(1, 3)),
        weekdays=tuple(draw(st.lists(weekday, max_size=3, unique=True))),
        start=draw(st.sampled_from(["12:00", "9:15", "23:30"])),
        minutes=draw(st.sampled_from([60, 90])),
        **draw(st.sampled_from([ends, {"count": 9}])),
    )


@st.composite
def whole_rules(draw):
    """Rules with everything that changes their dates."""
    rule = draw(rules())
    days = draw(st.lists(dates, max_size=3, unique=True)) + list(rule.ruled[1:6:2])
    exceptions = tuple(RuleException(date=day, **draw(_changes(day))) for day in sorted({*days}))
    return rule.replace(
        breaks=tuple(draw(st.lists(runs(Pause), max_size=2))),
        terms=tuple(draw(st.lists(runs(Term), max_size=1))),
        holidays=draw(st.sampled_from(["", "US", "DE-BE"])),
        on_holiday=draw(st.sampled_from(["meet", "skip"])),
        exceptions=exceptions,
    )


def _changes(day):
    later = st.integers(0, 9).map(lambda days: {"moved_to": day + dt.timedelta(days)})
    other = st.sampled_from([{}, {"start": "8:00"}, {"minutes": 30}, {"extra": True}])
    return later | other


def walked(rule):
    """The dates of a rule, found by asking every day of the year whether it is one."""
    found = []
    for number in range(800):
        day = rule.first + dt.timedelta(number)
        if (rule.until and day > rule.until) or (rule.count and len(found) == rule.count):
            break
        if _months_or_weeks(rule, day) % rule.interval == 0 and _is_named(rule, day):
            found.append(day)
    return tuple(found)


def _months_or_weeks(rule, day):
    if rule.frequency == "monthly":
        return 12 * (day.year - rule.first.year) + day.month - rule.first.month
    monday = rule.first - dt.timedelta(rule.first.weekday())
    return (day - monday).days // 7


def _is_named(rule, day):
    names = rule.weekdays
    if not names and rule.frequency == "monthly":
        return day.day == rule.first.day
    from_start = (day.day - 1) // 7 + 1
    days_left = ((day.replace(day=1) + dt.timedelta(32)).replace(day=1) - day).days
    last = days_left <= 7
    day_name = DAYS[day.weekday()]
    own = {day_name, f"{from_start}{day_name}", f"+{from_start}{day_name}"}
    own |= {f"-1{day_name}"} if last else set()
    return bool(own & set(names or {DAYS[rule.first.weekday()]}))


def as_text(rule):
    """The rule as RFC 5545 writes it; dateutil misreads "MO" beside "1SU"."""
    parts = {"FREQ": rule.frequency.upper(), "INTERVAL": rule.interval}
    parts |= {"BYDAY": ",".join(rule.weekdays)} if rule.weekdays else {}
    parts |= {"COUNT": rule.count} if rule.count else {"UNTIL": f"{rule.until:%Y%m%d}"}
    return ";".join(f"{key}={value}" for key, value in parts.items())


@QUICK
@given(rules(mixed=True))
def test_rule_gives_the_days_that_a_walk_finds(rule):
    assert rule.ruled == walked(rule)


@QUICK
@given(rules())
def test_rule_gives_the_days_that_dateutil_reads_from_its_text(rule):
    start = dt.datetime.combine(rule.first, dt.time())
    read = rrule.rrulestr(as_text(rule), dtstart=start)

    assert rule.ruled == tuple(moment.date() for moment in read)


def calendar(rule):
    """The meetings as a calendar has them: the rule, less what is not as it says, plus the rest."""
    zone = icalendar.Calendar.from_ical(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//t//EN\r\nEND:VCALENDAR\r\n"
    )
    as_ruled = [m for m in rule.meetings if (m.date, m.start, m.minutes) == usual(rule, m.date)]
    others = [m for m in rule.meetings if m not in as_ruled]
    if rule.ruled:
        event = _event("ruled", moment(rule.ruled[0], rule.start), rule.minutes)
        text = as_text(rule.replace(exceptions=(), until=rule.ruled[-1], count=None))
        until = moment(rule.ruled[-1], rule.start).astimezone(dt.UTC)
        text = text.replace(f"{rule.ruled[-1]:%Y%m%d}", f"{until:%Y%m%dT%H%M%SZ}")
        event.add("rrule", icalendar.vRecur.from_ical(text))
        kept = {meeting.date for meeting in as_ruled}
        gone = [moment(day, rule.start) for day in rule.ruled if day not in kept]
        for day in gone:
            event.add("exdate", day)
        zone.add_component(event)
    for meeting in others:
        start = moment(meeting.date, meeting.start)
        zone.add_component(_event(str(meeting.date), start, meeting.minutes))
    return zone


def usual(rule, day):
    """A meeting that the rule itself has on a day."""
    return (day if day in rule.ruled else None, rule.start, rule.minutes)


def moment(day, clock):
    wall = dt.datetime.combine(day, dt.time()) + dt.timedelta(minutes=clock)
    return wall.replace(tzinfo=ZoneInfo(ZONE))


def _event(uid, start, minutes):
    event = icalendar.Event()
    event.add("uid", uid)
    event.add("dtstart", start)
    event.add("duration", dt.timedelta(minutes=minutes))
    return event


@QUICK
@given(whole_rules())
def test_days_of_a_series_are_those_that_a_client_expands(rule):
    series = Series(title="Seminar", timezone=ZONE, recurrence=rule)
    ours = sorted(
        (slot.interval.first, slot.interval.minutes) for slot in series.timetable.slots.values()
    )

    expanded = recurring_ical_events.of(calendar(rule)).between(FIRST, dt.date(2028, 12, 31))
    theirs = sorted(
        (event["dtstart"].dt.astimezone(dt.UTC), (event.end - event.start).seconds // 60)
        for event in expanded
    )
    assert theirs == ours


@QUICK
@given(whole_rules())
def test_every_date_of_the_rule_meets_or_is_accounted_for(rule):
    """No date gets lost, and none has two meetings."""
    met = {meeting.ruled for meeting in rule.meetings}
    missed = {date.date for date in rule.left_out}
    between = {d for d in rule.ruled if rule.terms and not any(t.has(d) for t in rule.terms)}
    covered = {
        e.date
        for e in rule.exceptions
        if any(m.date == e.meets_on and m.ruled != e.date for m in rule.meetings)
    }
    replaced = {m.date for m in rule.meetings}

    assert set(rule.ruled) <= met | missed | between | covered | replaced
    assert not met & missed
    assert len({meeting.date for meeting in rule.meetings}) == len(rule.meetings)


def test_slot_of_a_day_is_as_long_as_the_meeting():
    rule = Recurrence(first=FIRST, count=1, start="23:30", minutes=90)

    assert rule.days()[0].items[0].slots == (Slot(start="23:30", minutes=90),)
