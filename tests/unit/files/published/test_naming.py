from programkit.files.published.naming import named
from published import event


def uids(events, known=()):
    return [uid for uid, _ in named(events, dict(known), "tides")]


def dinner(about, summary="Dinner"):
    return event(about, kind="break", summary=summary)


def test_uid_is_made_of_id_part_and_conference():
    assert uids([event("a"), event("a", part=2), dinner("d/1")]) == [
        "talk/a/1@tides",
        "talk/a/2@tides",
        "break/d/1@tides",
    ]


def test_uid_of_a_renamed_talk_is_that_of_its_first_name():
    assert uids([event("c", formerly=("a", "b"))]) == ["talk/a/1@tides"]


def test_published_uid_is_kept_also_when_an_older_name_is_told_later():
    known = [("talk/b/1@tides", event("b"))]

    assert uids([event("c", formerly=("a", "b"))], known) == ["talk/b/1@tides"]
    assert uids([event("b", formerly=("a",))], known) == ["talk/b/1@tides"]


def test_new_talk_with_the_old_id_of_another_gets_a_uid_of_its_own():
    events = [event("a"), event("b", formerly=("a",))]
    first = named(events, {}, "tides")

    assert uids(events) == ["talk/a~2/1@tides", "talk/a/1@tides"]
    assert uids(events, [("talk/a/1@tides", event("a"))]) == uids(events)
    assert uids(events, first) == uids(events)
    assert uids([event("a"), event("b")], first) == uids(events)


def test_published_talk_keeps_its_uid_from_a_new_one_of_that_name():
    known = [("talk/x/1@tides", event("y"))]

    assert uids([event("x"), event("y")], known) == ["talk/x~2/1@tides", "talk/x/1@tides"]


def test_break_that_is_called_by_its_position_is_known_by_its_title():
    known = [
        ("break/d/break-1@tides", dinner("d/break-1")),
        ("break/d/break-2@tides", dinner("d/break-2", "Boat")),
    ]

    assert uids([dinner("d/break-3")], known) == ["break/d/break-1@tides"]
    assert uids([dinner("d/break-2", "Boat"), dinner("d/break-3")], known) == [
        "break/d/break-2@tides",
        "break/d/break-1@tides",
    ]


def test_order_of_events_is_kept():
    events = [event("a"), event("c", formerly=("b",)), event("d")]

    assert [found for _, found in named(events, {}, "tides")] == events


def test_events_that_cannot_be_told_apart_keep_their_uids_by_order():
    events = [event("a"), event("a", room="Attic")]
    first = named(events, {}, "tides")

    assert [uid for uid, _ in first] == ["talk/a/1@tides", "talk/a~2/1@tides"]
    assert named(events, dict(first), "tides") == first
