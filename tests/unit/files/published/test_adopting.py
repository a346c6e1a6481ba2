from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programkit.errors import LoadError
from programkit.files.calendar.calendars import Calendars
from programkit.files.published.adopting import adopted
from programkit.files.published.draft import Draft
from programkit.files.published.published import Published
from programkit.model.base import TBD
from programkit.model.contributions import State
from programkit.model.program import Program
from programkit.outline.build import build_outline
from published import at
from rovinj import rovinj
from workshop import TALKS, workshop

WITHOUT_ZONE = rovinj().replace(timezone=TBD)


def outlined(conference):
    program = Program.of(conference).public()
    return program, build_outline(program)


def told(path, conference, before=None):
    """The state that the calendar of a program tells, and the one it was made from."""
    program, outline = outlined(conference)
    state = (before or Published()).after(Draft.of(program, outline), at(20))
    path.write_bytes(Calendars(program, outline, state).whole())
    return adopted(path), state


@pytest.mark.parametrize("conference", [rovinj(), workshop(), WITHOUT_ZONE])
def test_adopted_state_is_that_of_the_calendar(conference, tmp_path):
    found, state = told(tmp_path / "program.ics", conference)
    draft = Draft.of(*outlined(conference))

    assert found.foreign == ()
    assert found.published.after(draft, at(21)).placements == state.placements
    assert found.published.after(draft, at(21)).revisions == ()


def test_what_was_cancelled_and_moved_is_adopted_too(tmp_path):
    first = Published().after(Draft.of(*outlined(workshop())), at(10))
    fewer = tuple(talk for talk in TALKS if talk.id != "off-grid")
    found, state = told(tmp_path / "program.ics", workshop(talks=fewer), first)
    (gone,) = (one for one in found.published.placements if one.event.about == "off-grid")

    assert (gone.sequence, gone.modified) == (1, at(20))
    assert gone.event.state is State.CANCELLED
    assert gone.event.summary == "Cancelled: Watching the spring tide"
    draft = Draft.of(*outlined(workshop(talks=fewer)))
    again = found.published.after(draft, at(21))
    assert [(one.uid, one.sequence, one.modified) for one in again.placements] == [
        (one.uid, one.sequence, one.modified) for one in state.placements
    ]


def test_gone_after_adopting_has_no_link_left(tmp_path):
    found, _ = told(tmp_path / "program.ics", workshop())
    assert any("open-cove" in one.event.text for one in found.published.placements)

    fewer = tuple(talk for talk in TALKS if talk.id != "spectra")
    days = Draft.of(*outlined(workshop())).events
    kept = tuple(one for one in days if one.about != "spectra")
    draft = Draft.of(*outlined(workshop()))
    after = found.published.after(
        Draft(kept, draft.domain, draft.language, draft.stamp, draft.revised), at(21)
    )

    assert len(fewer) == len(TALKS) - 1
    (gone,) = (one for one in after.placements if one.event.about == "spectra")
    assert (gone.event.cancelled, gone.event.text) == (True, "")


HEAD = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n"
EVENT = (
    "BEGIN:VEVENT\r\nUID:talk/a/1@t\r\nDTSTAMP:20260101T000000Z\r\n"
    "DTSTART:20260914T093000Z\r\nSUMMARY:A\r\nEND:VEVENT\r\n"
)


def read(path, body):
    path.write_text(f"{HEAD}{body}END:VCALENDAR\r\n", newline="")
    return adopted(path)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("UID:talk/a/1@t", "UID:somebody-else@example.org"),
        ("DTSTART:20260914T093000Z", "DTSTART;VALUE=DATE:20260914"),
        ("DTSTART:20260914T093000Z\r\n", ""),
        ("DTSTAMP:20260101T000000Z\r\n", ""),
        ("DTSTAMP:20260101T000000Z", "DTSTAMP:20260101T000000"),
        ("SUMMARY:A", "STATUS:PERHAPS"),
        ("SUMMARY:A", "SEQUENCE:-1"),
        ("SUMMARY:A", "SEQUENCE:many"),
    ],
)
def test_events_that_were_not_made_here_are_left_out(old, new, tmp_path):
    ours = EVENT.replace("talk/a/1", "talk/b/1")
    found = read(tmp_path / "f.ics", ours + EVENT.replace(old, new))

    assert [one.uid for one in found.published.placements] == ["talk/b/1@t"]
    assert len(found.foreign) == 1


def test_highest_sequence_of_an_event_counts(tmp_path):
    newer = EVENT.replace("SUMMARY:A", "SUMMARY:New\r\nSEQUENCE:2")
    found = read(tmp_path / "f.ics", newer + EVENT)

    assert [(one.sequence, one.event.summary) for one in found.published.placements] == [(2, "New")]


def test_properties_that_are_there_twice_count_once(tmp_path):
    twice = EVENT.replace("SUMMARY:A", "SUMMARY:A\r\nSUMMARY:B\r\nCATEGORIES:x\r\nCATEGORIES:y,z")
    (listed,) = read(tmp_path / "f.ics", twice).published.placements

    assert (listed.event.summary, listed.event.categories) == ("A", ("x", "y", "z"))


@pytest.mark.parametrize("data", [b"", b"hello", b"\xff\xfe", HEAD.encode()])
def test_no_calendar_is_refused_with_the_remedy(data, tmp_path):
    (tmp_path / "f.ics").write_bytes(data)

    with pytest.raises(LoadError, match=r"name the calendar that was published last|UTF"):
        adopted(tmp_path / "f.ics")


@given(data=st.binary(max_size=60), place=st.integers(0, len(EVENT)))
def test_broken_calendars_are_refused_or_read(data, place, tmp_path_factory):
    path = tmp_path_factory.getbasetemp() / "broken.ics"
    written = f"{HEAD}{EVENT}END:VCALENDAR\r\n".encode()
    path.write_bytes(written[: len(HEAD) + place] + data + written[len(HEAD) + place :])

    with suppress(LoadError):  # anything else would be a traceback for the user
        adopted(path)
