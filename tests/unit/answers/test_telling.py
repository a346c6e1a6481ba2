"""Messages to people about what changed."""

from programkit.comparing import diff
from programkit.model.base import TBD
from programkit.model.boards import PosterDecision
from programkit.model.contributions import Poster, State
from programkit.model.days import Day, Session
from programkit.model.people import Person
from programkit.model.program import Program, SessionDecision
from tiny import attic_session, hall_session, morning, placed, talk


def told(old, new):
    return {message.person: message.text for message in diff(old, new).messages}


def test_talk_that_moves_is_told_with_old_and_new_place():
    conference = morning(talk("a", "ada"))

    assert told(placed(conference, a="s/1"), placed(conference, a="p/1")) == {
        "ada": "“A”\n"
        "  Before: Wednesday, 1 May 2030, 09:00–09:30, Hall\n"
        "  Now: Wednesday, 1 May 2030, 09:30–10:00, Attic"
    }


def test_labels_are_in_the_language_of_the_conference():
    conference = morning(talk("a", "ada"), language="de", hours=24)

    assert told(placed(conference, a="s/1"), placed(conference, a="s/2"))["ada"].splitlines() == [
        "“A”",
        "  Bisher: Mittwoch, 1. Mai 2030, 09:00–09:30, Hall",
        "  Jetzt: Mittwoch, 1. Mai 2030, 09:30–10:00, Hall",
    ]


def test_one_message_for_all_that_concerns_a_person():
    conference = morning(talk("a", "ada"), talk("b", "ada", "bo"))
    old, new = placed(conference, a="s/1", b="s/2"), placed(conference, a="s/2", b="s/1")

    assert list(told(old, new)) == ["ada", "bo"]
    assert told(old, new)["ada"].count("Now:") == 2
    assert told(old, new)["bo"].count("Now:") == 1


def test_message_is_ready_to_send():
    people = (Person(id="ada", name="Ada", email="ada@example.org"),)
    conference = morning(talk("a", "ada"), people=people)
    (message,) = diff(placed(conference), placed(conference, a="s/1")).messages

    assert str(message).startswith("Ada <ada@example.org>\n\n“A”\n  Now: Wednesday")


def test_name_is_enough_where_there_is_no_address():
    conference = morning(talk("a", "ada"))
    (message,) = diff(placed(conference, a="s/1"), placed(conference)).messages

    assert str(message).startswith("Ada\n\n“A”\n  Before:")
    assert message.text.splitlines()[-1] == "  Now: –"


def test_cancelled_talk_has_no_new_place():
    old = placed(morning(talk("a", "ada")), a="s/1")
    new = placed(morning(talk("a", "ada", state=State.CANCELLED)))

    assert told(old, new)["ada"].splitlines() == [
        "“A”",
        "  Before: Wednesday, 1 May 2030, 09:00–09:30, Hall",
        "  Cancelled",
    ]


def test_title_speakers_and_other_facts():
    old = placed(morning(talk("a", "ada", title=TBD)))
    new = placed(morning(talk("a", "ada", "bo", title="New", kind="panel")))

    assert told(old, new)["bo"].splitlines() == [
        "“New”",
        "  Title: Title to be announced → “New”",
        "  from Ada to Ada, Bo",
        "  other kind",
    ]


def test_state_without_a_word_is_told_plainly():
    old = placed(morning(talk("a", "ada", state=State.TENTATIVE)))
    new = placed(morning(talk("a", "ada")))

    assert told(old, new)["ada"].splitlines()[1:] == ["  from tentative to confirmed"]


def test_chairs_are_told_decided_ones_too():
    conference = morning(items=(hall_session(chairs=TBD, title="Opening"), attic_session()))
    old = Program.of(conference)
    new = old.replace(sessions=(SessionDecision(session="s", chairs=("bo",)),))

    assert told(old, new) == {
        "bo": "Session “Opening”, Wednesday, 1 May 2030, 09:00–10:30, Hall\n  Chair: Chair to be announced → Bo",
    }


def test_chair_is_told_when_the_session_moves_or_changes_its_room():
    old = placed(morning(items=(hall_session(chairs=("bo",)),)))
    later = placed(morning(items=(hall_session(chairs=("bo",), start=10 * 60),)))
    elsewhere = placed(morning(items=(hall_session(chairs=("bo",), room="attic"),)))

    assert [(c.kind, c.about, c.people) for c in diff(old, later).changes] == [
        ("moved", "s", ("bo",))
    ]
    assert [(c.kind, c.message) for c in diff(old, elsewhere).changes] == [
        ("room", "from Wed 1 May 09:00, Hall to Wed 1 May 09:00, Attic")
    ]
    assert told(old, later)["bo"].splitlines() == [
        "Session, Wednesday, 1 May 2030, 10:00–11:30, Hall",
        "  Before: Wednesday, 1 May 2030, 09:00–10:30, Hall",
        "  Now: Wednesday, 1 May 2030, 10:00–11:30, Hall",
    ]


def test_session_without_chairs_is_told_by_its_talks():
    before, after = (
        placed(morning(talk("a"), items=(hall_session(start=start),)), a="s/1")
        for start in (540, 600)
    )

    assert [(c.kind, c.about) for c in diff(before, after).changes] == [("moved", "a")]


def test_nobody_is_chair_any_more():
    old = placed(morning(items=(hall_session(chairs=("bo",)),)))
    new = placed(morning(items=(hall_session(),)))

    assert told(old, new)["bo"].splitlines()[-1] == "  Chair: Bo → –"


def test_places_without_a_date_or_a_time():
    slots = (hall_session().slots[0].replace(start=TBD), *hall_session().slots[1:])
    unknown = morning(talk("a", "ada"), items=(hall_session(start=TBD, slots=slots),))
    titled = morning(talk("a", "ada"), days=(Day(title="Day of *rest*", items=(hall_session(),)),))
    untitled = morning(talk("a", "ada"), days=(Day(items=(hall_session(),)),))

    for conference, where in (
        (unknown, "Time to be announced, Hall"),
        (titled, "Day of rest, 09:00–09:30, Hall"),
        (untitled, "Date to be announced, 09:00–09:30, Hall"),
    ):
        text = told(placed(conference), placed(conference, a="s/1"))["ada"]
        assert text.splitlines()[1] == f"  Now: {where}"


def wall(*posters, **facts):
    session = Session(
        id="w", room="hall", start=14 * 60, minutes=60, kind="posters", boards=("1", "2")
    )
    return morning(items=(session,), posters=posters, **facts)


def poster(**facts):
    return Poster(**{"id": "x", "title": "X", "speakers": ("ada",), **facts})


def test_poster_gets_another_board():
    conference = wall(poster())
    old, new = (
        Program(
            conference=conference,
            boards=(PosterDecision(poster="x", session="w", board=board),),
        )
        for board in "12"
    )

    assert [(c.kind, c.about, c.message) for c in diff(old, new).changes] == [
        (
            "moved",
            "x",
            "from Wed 1 May 14:00, Hall, board 1 to Wed 1 May 14:00, Hall, board 2",
        )
    ]
    assert told(old, new)["ada"].splitlines() == [
        "“X”",
        "  Before: Wednesday, 1 May 2030, 14:00–15:00, Hall, Board 1",
        "  Now: Wednesday, 1 May 2030, 14:00–15:00, Hall, Board 2",
    ]


def test_posters_come_go_and_change():
    programs = {
        "none": Program.of(wall()),
        "loose": Program.of(wall(poster(title=TBD))),
        "hung": Program.of(wall(poster(session="w"))),
        "gone": Program.of(wall(poster(session="w", state=State.WITHDRAWN))),
    }

    def kinds(old, new):
        return [(c.kind.value, c.message) for c in diff(programs[old], programs[new]).changes]

    assert kinds("none", "loose") == [("added", "a title to be announced, no place")]
    assert kinds("hung", "none") == [("removed", "“X”, Wed 1 May 14:00, Hall")]
    assert kinds("loose", "hung") == [
        ("placed", "from no place to Wed 1 May 14:00, Hall"),
        ("retitled", "from a title to be announced to “X”"),
    ]
    assert [kind for kind, _ in kinds("hung", "loose")] == ["unplaced", "retitled"]
    assert kinds("hung", "gone") == [("state", "from confirmed to withdrawn")]
