"""Tests of differences between programs."""

from programkit.model.changes import Change, ChangeKind, Changes, Message

MOVED = Change(kind=ChangeKind.MOVED, about="a", message="from 8:30 to 9:20", people=("lu", "li"))
STATE = Change(kind=ChangeKind.STATE, about="b", message="cancelled", people=("li",))


def test_changes_tell_each_person_once():
    assert Changes(changes=(MOVED, STATE)).people == ("lu", "li")


def test_changes_are_a_line_each():
    changes = Changes(changes=(MOVED, STATE))

    assert str(changes) == "moved a: from 8:30 to 9:20\nstate b: cancelled"
    assert (len(changes), bool(changes)) == (2, True)


def test_no_changes_say_so():
    assert (str(Changes()), len(Changes()), bool(Changes())) == ("no changes", 0, False)


def test_message_names_whom_it_is_for():
    plain = Message(person="lu", name="Lu", text="“A”\n  Now: later")

    assert str(plain) == "Lu\n\n“A”\n  Now: later"
    assert str(plain.replace(email="lu@example.org")).startswith("Lu <lu@example.org>\n")
