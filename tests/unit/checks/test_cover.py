"""Tests of what a cover and an imprint need."""

from datetime import date

from programkit.checks.cover import Cover
from programkit.model.base import TBD
from programkit.model.venue import Contact, Organization
from small import MONDAY, TUESDAY, conference, day

OFFICE = (Contact(name="Office"),)


def found(*days, **facts):
    given = {"contacts": OFFICE, **facts}
    return [(f.code, f.message, f.about) for f in Cover().check(conference(*days, **given))]


def test_finished_cover_is_not_reported():
    assert found(day(), day(date=TUESDAY), start=MONDAY, end=TUESDAY) == []


def test_missing_time_zone_is_reported():
    assert found(timezone=TBD) == [
        ("timezone-missing", "no time zone is given, so calendars count the times as UTC", ())
    ]


def test_missing_contact_is_reported():
    assert found(contacts=()) == [
        ("contact-missing", "no contact is given whom readers may ask", ())
    ]


def test_logo_that_is_not_there_is_reported(tmp_path):
    (tmp_path / "here.png").write_bytes(b"")
    hosts = (Organization(name="A", logo="here.png"), Organization(name="B\nC", logo="gone.png"))
    sponsors = (Organization(name="D", logo="lost.png"), Organization(name="E"))

    assert found(hosts=hosts, sponsors=sponsors, folder=str(tmp_path)) == [
        ("logo-missing", 'the logo of B C, "gone.png", does not exist', ("gone.png",)),
        ("logo-missing", 'the logo of D, "lost.png", does not exist', ("lost.png",)),
    ]


def test_logo_of_conference_without_folder_is_accepted():
    assert found(hosts=(Organization(name="A", logo="gone.png"),)) == []


def test_map_that_is_not_there_is_reported(tmp_path):
    (tmp_path / "here.png").write_bytes(b"")

    assert found(venue_map="here.png", folder=str(tmp_path)) == []
    assert found(venue_map="gone.png") == []
    assert found(venue_map="gone.png", folder=str(tmp_path)) == [
        ("map-missing", 'the map of the venue, "gone.png", does not exist', ("gone.png",))
    ]


def test_day_without_date_is_reported():
    assert found(day(date=TBD)) == [("date-missing", 'day "day-1" has no date', ("day-1",))]


def test_days_outside_of_the_conference_are_reported():
    days = (day(date=date(2024, 9, 29)), day(), day(date=date(2024, 10, 2)))

    assert found(*days, start=MONDAY, end=TUESDAY) == [
        ("date-outside", "Sunday, 29 September is before the first day", ("2024-09-29",)),
        ("date-outside", "Wednesday, 2 October is after the last day", ("2024-10-02",)),
    ]


def test_days_of_conference_without_dates_are_inside():
    assert found(day(), day(date=TUESDAY)) == []


def test_day_listed_after_a_later_one_is_reported():
    days = (day(date=TUESDAY), day(date=TBD), day(date=MONDAY))

    assert found(*days)[1:] == [
        ("days-unordered", "Monday, 30 September is listed after a later day", ("2024-09-30",))
    ]
