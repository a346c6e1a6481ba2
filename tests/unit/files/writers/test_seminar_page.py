"""A series is written as the page of a seminar, and what that leaves out is said."""

from datetime import UTC, date, datetime

import pytest

from programkit.files.readers.seminars import SeminarReader, read_seminar
from programkit.files.writers.markdown import MarkdownWriter
from programkit.model.base import TBD
from programkit.model.conference import Conference
from programkit.model.contributions import At, Link, State, Talk, Track
from programkit.model.days import Break, Day, Session, Slot
from programkit.model.people import Affiliation, Person, Role
from programkit.model.program import Program
from programkit.model.recurrence import Recurrence, RuleException, Term
from programkit.model.series import Series
from programkit.model.venue import Contact, Organization, Room
from programkit.outline.build import build_outline

MEETINGS = (date(2026, 10, 5), date(2026, 10, 19))


def session(talk, **facts):
    return Session(slots=(Slot(start=960, end=1020, talk=talk),), **facts)


def facts(**changed):
    return {
        "title": "Sheep Seminar",
        "timezone": "Europe/Zagreb",
        "people": (
            Person(id="ada", name="Ada Brook", affiliations=("lab",), bio="Ada counts."),
            Person(id="tom", name="Tom Vale", roles=(Role(role="organizer"),)),
            Person(id="ida", name="Ida Holm", roles=(Role(role="board", ended=True),)),
        ),
        "affiliations": (Affiliation(id="lab", name="Sheep Lab"),),
        "rooms": (Room(id="r", name="Room 12"),),
        "tracks": (Track(id="k", name="Wool Days"),),
        "talks": (
            Talk(id="a", title="On sheep", speakers=("ada",), hosts=("tom",), track="k"),
            Talk(id="b", title=TBD, speakers=TBD, state=State.CANCELLED),
        ),
        "days": (
            Day(date=MEETINGS[0], items=(session("a", room="r"),)),
            Day(date=MEETINGS[1], items=(session("b"),)),
        ),
        "hosts": (Organization(name="Sheep Institute"),),
        "place": "Rijeka",
        "subtitle": "On wool",
        "url": "https://example.org/sheep",
        "welcome": "All who count are welcome.",
        **changed,
    }


def series(*, rule=None, **changed):
    every = {
        "first": MEETINGS[0],
        "until": MEETINGS[1],
        "start": 960,
        "interval": 2,
        "weekdays": ("MO",),
    }
    return Series(recurrence=Recurrence(**{**every, **(rule or {})}), **facts(**changed))


def program(conference):
    return Program.of(conference).public()


def write(conference):
    public = program(conference)
    return MarkdownWriter().write(public, build_outline(public)).decode()


def left_out(conference):
    return " ".join(MarkdownWriter().left_out(program(conference)))


def test_page_has_an_entry_for_each_meeting_and_then_the_people():
    assert write(series(talks=facts()["talks"])) == (
        "# Sheep Seminar\n\nTime zone: Europe/Zagreb\n\nLanguage: en\n\nSubtitle: On wool\n\n"
        "Town: Rijeka\n\nWeb: https://example.org/sheep\n\nHost institution: Sheep Institute\n\n"
        "> All who count are welcome.\n\nMeetings: every two weeks on Monday, 16:00–17:00\n\n"
        "## Seminars\n\n### Monday, 5 October 2026, 4:00 pm – 5:00 pm\n\n"
        "Room: Room 12\nSpeaker: **Ada Brook** — Sheep Lab\nTitle: On sheep\nHost: Tom Vale\n"
        "Series: Wool Days\n\nBio:\n\n> Ada counts.\n\n"
        "### Monday, 19 October 2026, 4:00 pm – 5:00 pm\n\nSpeaker: TBA\nTitle: ~~TBA~~\n\n"
        "## Organizers\n\n- **Tom Vale**\n\n## Former Board\n\n- **Ida Holm**\n"
    )


def test_talk_fixed_by_its_time_is_in_the_room_that_it_names():
    talk = Talk(id="c", at=(At(start=datetime(2026, 10, 5, 8, tzinfo=UTC), room="r"),), minutes=60)
    page = write(series(talks=(*facts()["talks"], talk)))

    assert "### Monday, 5 October 2026, 10:00 am – 11:00 am\n\nRoom: Room 12\n" in page


def test_talks_without_a_place_are_on_the_page_without_a_date():
    homeless = (
        Talk(id="c", title="On goats", speakers=("ada",), abstract="> Goats."),
        Talk(id="d", speakers=("tom",)),
    )
    page = write(series(talks=(*facts()["talks"], *homeless)))
    again, _ = read_seminar(page)

    assert "Date: TBA\n\nSpeaker: **Ada Brook** — Sheep Lab\nTitle: On goats\n\nAbstract:" in page
    assert [(talk.title, talk.abstract) for talk in again.talks][1:] == [
        ("On goats", "> Goats."),
        (TBD, TBD),
    ]
    assert [day.date for day in again.days][2:] == [TBD, TBD]
    assert write(again).partition("Date:")[2] == page.partition("Date:")[2]


def test_what_only_a_site_has_is_said_to_be_left_out():
    facts = series(site="https://example.org/site", audience=("Asia/Tokyo",))

    assert "address of the site" in left_out(facts)
    assert "time zones of the audience" in left_out(facts)


def test_page_is_read_as_it_was_written():
    again, _ = read_seminar(write(series()))

    assert (again.subtitle, again.place, again.url) == (
        "On wool",
        "Rijeka",
        "https://example.org/sheep",
    )
    assert [host.name for host in again.hosts] == ["Sheep Institute"]
    assert again.welcome == "All who count are welcome."
    assert again.recurrence == series().recurrence
    assert [(talk.title, talk.state) for talk in again.talks] == [("On sheep", State.CONFIRMED)]
    assert (
        write(again).partition("### Monday, 19")[0]
        == write(series()).partition("### Monday, 19")[0]
    )


def test_page_is_recognized(tmp_path):
    path = tmp_path / "page.md"
    path.write_text(write(series(title="Wool")), encoding="utf-8")

    assert SeminarReader().recognizes(path, path.read_bytes()[:4096])


def test_booklet_of_a_conference_is_not_taken(tmp_path):
    days = (
        Day(date=date(2026, 10, 5), items=(session("a"), Break(title="Lunch", start=1100))),
        Day(date=date(2026, 10, 6), items=(session("b"),)),
    )
    path = tmp_path / "booklet.md"
    path.write_text(write(Conference(**facts(days=days))), encoding="utf-8")

    assert "## Agenda" in path.read_text()
    assert not SeminarReader().recognizes(path, path.read_bytes()[:4096])


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        ({"interval": 1}, "every week on Monday, 16:00–17:00"),
        ({"weekdays": ("MO", "TH")}, "every two weeks on Monday and Thursday, 16:00–17:00"),
        (
            {"frequency": "monthly", "interval": 1, "weekdays": ("1MO",), "minutes": 90},
            "monthly, the first on Monday, 16:00–17:30",
        ),
        (
            {"frequency": "monthly", "interval": 1, "weekdays": ("-1MO",)},
            "monthly, the last on Monday, 16:00–17:00",
        ),
    ],
)
def test_rule_is_a_sentence(rule, sentence):
    assert f"Meetings: {sentence}\n" in write(series(rule=rule))


def test_rule_without_a_short_sentence_is_left_out():
    conference = series(rule={"interval": 3})

    assert "Meetings:" not in write(conference)
    assert "The rule is left out" in left_out(conference)


def test_dates_left_out_have_their_reasons():
    exceptions = (
        RuleException(date=date(2026, 10, 12), reason="Wool fair"),
        RuleException(date=date(2026, 10, 26)),
    )
    conference = series(rule={"interval": 1, "until": date(2026, 10, 26), "exceptions": exceptions})
    text = write(conference)

    assert "### Monday, 12 October 2026: No seminar (Wool fair)\n" in text
    assert text.index("12 October") < text.index("19 October") < text.index("26 October")
    assert read_seminar(text)[0].recurrence.exceptions == exceptions


def test_dates_without_a_talk_are_open():
    conference = series(days=facts()["days"][:1], talks=facts()["talks"][:1])

    assert "19 October 2026, 4:00 pm – 5:00 pm\n\nSpeaker: TBA\n" in write(conference)


def test_people_without_a_part_are_a_list_without_a_heading():
    others = tuple(
        Person(id=name, name=f"Ann {name}", affiliations=("lab",))
        for name in ("Ash", "Bell", "Cole")
    )
    text = write(Conference(**facts(people=(*facts()["people"], *others))))

    assert "\n\nAnn Ash (Sheep Lab)\nAnn Bell (Sheep Lab)\nAnn Cole (Sheep Lab)\n\n## Org" in text


def test_what_is_left_out_is_said():
    conference = series(
        rule={
            "terms": (Term(first=MEETINGS[0], last=MEETINGS[1]),),
            "exceptions": (RuleException(date=MEETINGS[1], start=900),),
        },
        contacts=(Contact(name="Office"),),
        hosts=(Organization(name="Sheep Institute", kind="gold"),),
        venue="By bus.",
        rooms=(Room(id="r", name="Room 12", capacity=3),),
        people=(
            *facts()["people"][:2],
            Person(id="ida", name="Ida Holm", bio="Ida.", family="Holm", roles=(Role(role="dj"),)),
        ),
        talks=(
            facts()["talks"][0].replace(
                tags=("x",),
                links=(Link(url="https://example.org"),),
                kind="keynote",
                abstract="",
                state=State.TENTATIVE,
            ),
            facts()["talks"][1].replace(speakers=()),
        ),
    )
    said = left_out(conference)

    for part in (
        "Logos",
        "contacts",
        "venue",
        "Of rooms",
        "family names",
        "Of roles",
        "Biographies",
        "Terms",
        "Which meeting was moved",
        "tags, language or links",
        "tentative",
        '"keynote"',
        "no abstract",
        "no speaker",
    ):
        assert part in said
