from programkit.comparing import diff
from programkit.model.base import TBD
from programkit.model.contributions import State
from programkit.model.program import Program
from tiny import attic_session, hall_session, morning, placed, talk


def told(old, new):
    return [(c.kind.value, c.about, c.message, c.people) for c in diff(old, new).changes]


def test_equal_programs_do_not_differ():
    program = placed(morning(talk("a")), a="s/1")

    assert told(program, program) == []


def test_talk_at_another_time_moved():
    conference = morning(talk("a", "ada"))

    assert told(placed(conference, a="s/1"), placed(conference, a="s/3")) == [
        ("moved", "a", "from Wed 1 May 09:00, Hall to Wed 1 May 10:00, Hall", ("ada",))
    ]


def test_talk_in_another_room_at_the_same_time_changes_its_room():
    conference = morning(talk("a", "ada"))

    assert told(placed(conference, a="s/2"), placed(conference, a="p/1")) == [
        ("room", "a", "from Wed 1 May 09:30, Hall to Wed 1 May 09:30, Attic", ("ada",))
    ]


def test_talk_gets_and_loses_its_place():
    conference = morning(talk("a"))
    without, with_it = placed(conference), placed(conference, a="s/1")

    assert told(without, with_it) == [("placed", "a", "Wed 1 May 09:00, Hall", ())]
    assert told(with_it, without) == [("unplaced", "a", "was Wed 1 May 09:00, Hall", ())]


def test_talk_without_a_time_moves_from_slot_to_slot():
    slots = (hall_session().slots[0].replace(start=TBD), *hall_session().slots[1:])
    conference = morning(talk("a"), items=(hall_session(start=TBD, slots=slots),))

    assert told(placed(conference, a="s/1"), placed(conference, a="s/2")) == [
        ("moved", "a", "from s/1 to s/2", ())
    ]


def test_talks_come_and_go():
    old = placed(morning(talk("a", "ada"), talk("b")), a="s/1")
    new = placed(morning(talk("b"), talk("c", "bo")), c="s/2")

    assert told(old, new) == [
        ("added", "c", "“C”, Wed 1 May 09:30, Hall", ("bo",)),
        ("removed", "a", "“A”, Wed 1 May 09:00, Hall", ("ada",)),
    ]


def test_facts_of_a_talk_change():
    old = placed(morning(talk("a", "bo", title=TBD)))
    new = placed(morning(talk("a", "ada", title="New", state=State.TENTATIVE, kind="panel")))

    assert told(old, new) == [
        ("retitled", "a", "from a title to be announced to “New”", ("ada", "bo")),
        ("speakers", "a", "from Bo to Ada", ("ada", "bo")),
        ("state", "a", "from confirmed to tentative", ("ada", "bo")),
        ("other", "a", "other kind", ("ada", "bo")),
    ]


def test_speakers_become_known():
    old, new = (placed(morning(talk("a", speakers=s))) for s in (TBD, ()))

    assert told(old, new) == [("speakers", "a", "from speakers to be announced to nobody", ())]


def test_chairs_change():
    old = placed(morning(items=(hall_session(chairs=("bo",)), attic_session(chairs=TBD))))
    new = placed(morning(items=(hall_session(chairs=("ada", "bo")), attic_session())))

    assert told(old, new) == [
        ("chairs", "s", "from Bo to Ada, Bo", ("ada", "bo")),
        ("chairs", "p", "from chairs to be announced to nobody", ()),
    ]


def test_new_session_has_no_chairs_to_tell():
    assert told(placed(morning(items=(attic_session(),))), placed(morning())) == []


def test_talk_in_a_session_of_unknown_room_is_told_by_its_time():
    conference = morning(talk("a"), items=(hall_session(room=TBD),))

    assert told(
        placed(conference),
        Program.of(conference).replace(placements=placed(conference, a="s/1").placements),
    ) == [("placed", "a", "Wed 1 May 09:00", ())]
