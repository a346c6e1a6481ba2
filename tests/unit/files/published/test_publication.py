import json
import os
import subprocess
import sys
from datetime import timedelta

import pytest

from programkit.errors import LoadError, RenderError
from programkit.files.calendar.calendars import Calendars
from programkit.files.published.publication import Publishing, publication
from programkit.files.published.storing import (
    LOCK,
    NAME,
    encode_published,
    locked,
    read_published,
)
from programkit.model.program import Program
from programkit.outline.build import build_outline
from published import at, draft, event, published
from workshop import TALKS, workshop

FEW = tuple(talk for talk in TALKS if talk.id != "off-grid")


def step(folder, *, talks=TALKS, conclude=True, revised=None, **asked):
    """A publication of the workshop in a folder, concluded."""
    program = Program.of(workshop(talks=talks, folder=str(folder), revised=revised))
    outline = build_outline(program.public())
    with publication(program, outline, Publishing(**asked)) as found:
        written = found.conclude() if conclude else ()
    return found, written


def codes(found):
    return [(finding.code, str(finding.level)) for finding in found.findings]


def feed(folder, state):
    """The calendar of the workshop in a state."""
    program = Program.of(workshop()).public()
    path = folder / "program.ics"
    path.write_bytes(Calendars(program, build_outline(program), state).whole())
    return path


def test_nobody_keeps_track_until_the_first_publish(tmp_path):
    found, written = step(tmp_path)

    assert (found.after, found.findings, written) == (None, (), ())
    assert list(tmp_path.iterdir()) == []


def test_first_publish_begins_the_state(tmp_path):
    found, written = step(tmp_path, publish=True, now=at(1))

    assert codes(found) == [("published-first", "note")]
    assert written == (tmp_path / NAME,)
    assert read_published(tmp_path / NAME) == found.after
    assert {one.modified for one in found.after.placements} == {at(1)}


def test_look_shows_what_a_publish_would_make_and_changes_nothing(tmp_path):
    step(tmp_path, publish=True, now=at(1))
    before = (tmp_path / NAME).read_bytes()
    look, written = step(tmp_path, talks=FEW, now=at(2))

    assert (written, (tmp_path / NAME).read_bytes()) == ((), before)
    assert look.after == step(tmp_path, talks=FEW, publish=True, now=at(2))[0].after


def test_same_facts_again_write_nothing(tmp_path):
    step(tmp_path, publish=True, now=at(1))
    before = (tmp_path / NAME).stat()
    found, written = step(tmp_path, publish=True, now=at(5))

    assert (written, found.findings) == ((), ())
    assert (tmp_path / NAME).stat() == before


def test_moment_is_that_of_the_revision_where_none_is_given(tmp_path):
    found, _ = step(tmp_path, publish=True, revised=at(3))

    assert {one.modified for one in found.after.placements} == {at(3)}


def test_publish_without_any_moment_is_refused(tmp_path):
    with pytest.raises(RenderError, match="nothing says when this is published; add --now"):
        step(tmp_path, publish=True)


def test_publish_must_be_later_than_the_last_if_anything_changed(tmp_path):
    step(tmp_path, publish=True, now=at(2))

    with pytest.raises(RenderError, match="2026-01-02T00:00Z is not after the last publish"):
        step(tmp_path, talks=FEW, publish=True, now=at(2))
    assert step(tmp_path, publish=True, now=at(1))[1] == ()


def test_what_is_not_concluded_is_not_written(tmp_path):
    step(tmp_path, publish=True, now=at(1), conclude=False)

    assert [path.name for path in tmp_path.iterdir()] == [LOCK]


def test_talks_that_are_gone_are_noticed_before_anybody_is_told(tmp_path):
    step(tmp_path, publish=True, now=at(1))
    found, _ = step(tmp_path, talks=FEW, now=at(2))
    (finding,) = found.findings

    assert codes(found) == [("published-cancels", "note")]
    assert finding.about == ("off-grid",)
    assert "so cancelled: off-grid; " in str(finding)
    step(tmp_path, talks=FEW, publish=True, now=at(2))
    assert step(tmp_path, talks=FEW)[0].findings == ()


def test_another_conference_is_never_published_over_this_one(tmp_path):
    other = published(draft(event("x"), event("y")))
    (tmp_path / NAME).write_bytes(encode_published(other))
    found, _ = step(tmp_path, publish=True, now=at(2), conclude=False)

    assert codes(found) == [("published-gone", "hard")]
    assert found.forbidden


def test_long_lists_of_lost_talks_are_cut(tmp_path):
    lost = published(draft(*(event(f"x{n}") for n in range(30)), event("opening")))
    (tmp_path / NAME).write_bytes(encode_published(lost))
    found, _ = step(tmp_path, now=at(2))

    assert found.findings[0].message.endswith("x25, x26, …")
    assert len(found.findings[0].about) == 30


def test_lost_state_is_noticed_by_the_calendar_that_kept_track(tmp_path):
    step(tmp_path, publish=True, now=at(1))
    kept = feed(tmp_path, read_published(tmp_path / NAME))
    (tmp_path / NAME).unlink()
    for publish in (True, False):
        found, _ = step(tmp_path, publish=publish, now=at(2), feeds=(tmp_path / "none", kept))

        assert codes(found) == [("published-missing", "hard")]
        assert f"add --adopt {kept}" in found.findings[0].remedy
        assert (found.forbidden, found.after) == (True, None)
    assert not (tmp_path / NAME).exists()


def test_calendar_that_kept_no_track_proves_nothing(tmp_path):
    kept = feed(tmp_path, None)

    assert step(tmp_path, feeds=(kept,))[0].findings == ()


def test_lost_state_is_made_anew_from_the_calendar(tmp_path):
    first, _ = step(tmp_path, publish=True, now=at(1))
    kept = feed(tmp_path, first.after)
    (tmp_path / NAME).unlink()
    found, written = step(tmp_path, adopt=kept, now=at(9), feeds=(kept,))

    assert (found.findings, written) == ((), (tmp_path / NAME,))
    again, _ = step(tmp_path, publish=True, now=at(9))
    assert again.after.placements == first.after.placements


def test_adopting_and_publishing_can_be_one_step(tmp_path):
    first, _ = step(tmp_path, publish=True, now=at(1))
    kept = feed(tmp_path, first.after)
    (tmp_path / NAME).unlink()
    found, _ = step(tmp_path, talks=FEW, adopt=kept, publish=True, now=at(9))

    assert codes(found) == [("published-cancels", "note")]
    assert read_published(tmp_path / NAME) == found.after


def test_events_of_others_are_noticed(tmp_path):
    first, _ = step(tmp_path, publish=True, now=at(1))
    kept = feed(tmp_path, first.after)
    (tmp_path / NAME).unlink()
    kept.write_bytes(kept.read_bytes().replace(b"UID:talk/opening/1@", b"UID:theirs@"))
    found, _ = step(tmp_path, adopt=kept, now=at(9))

    assert codes(found) == [("adopted-foreign", "note")]


def test_state_that_is_there_is_not_overwritten_by_a_calendar(tmp_path):
    first, _ = step(tmp_path, publish=True, now=at(1))
    kept = feed(tmp_path, first.after)

    with pytest.raises(RenderError, match=r"is there; to adopt .* move it away first"):
        step(tmp_path, adopt=kept)


def test_facts_without_a_folder_cannot_be_published():
    with pytest.raises(RenderError, match="these have no folder"):
        step("", publish=True, now=at(1))
    assert step("")[0].after is None


def test_two_at_once_are_refused(tmp_path):
    with locked(tmp_path), pytest.raises(RenderError, match="is being published by another build"):
        step(tmp_path, publish=True, now=at(1))

    assert step(tmp_path, publish=True, now=at(1))[1] != ()


def test_lock_of_a_process_that_was_killed_is_free(tmp_path):
    script = (
        "import os, sys, pathlib\n"
        "from programkit.files.published.storing import locked\n"
        "with locked(pathlib.Path(sys.argv[1])): os._exit(9)\n"
    )
    killed = subprocess.run([sys.executable, "-c", script, str(tmp_path)], check=False)

    assert killed.returncode == 9
    assert step(tmp_path, publish=True, now=at(1))[1] != ()


def test_folder_that_is_not_there_is_said(tmp_path):
    with pytest.raises(RenderError, match="is no folder"):
        step(tmp_path / "nowhere", publish=True, now=at(1))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "no JSON"),
        ("[]", "no published.json of programkit"),
        ('{"format": "programkit program", "version": 1}', "no published.json of programkit"),
        ('{"format": "programkit published", "version": 9}', "format version 9 is not known"),
        (
            '{"format": "programkit published", "version": 1, "placements": [{"uid": ""}]}',
            "placements.0.uid",
        ),
    ],
)
def test_broken_state_is_refused(text, message, tmp_path):
    (tmp_path / NAME).write_text(text)

    with pytest.raises(LoadError, match=message):
        step(tmp_path)


def test_state_is_read_as_it_was_written(tmp_path):
    state = published(
        draft(event("a", description="ž"), event("b")),
        draft(event("a", start=at(9).replace(tzinfo=None), end=None)),
    )
    (tmp_path / NAME).write_bytes(encode_published(state))

    assert read_published(tmp_path / NAME) == state
    assert encode_published(read_published(tmp_path / NAME)) == encode_published(state)


def test_state_holds_nothing_private(tmp_path):
    step(tmp_path, publish=True, now=at(1))
    text = (tmp_path / NAME).read_text()

    assert "secret-reef" not in text
    assert "Never announced" not in text
    assert "Only if a slot falls free" not in text
    assert json.loads(text)["version"] == 1


def test_link_that_is_withheld_later_is_nowhere_any_more(tmp_path):
    step(tmp_path, publish=True, now=at(1))
    assert "open-cove" in (tmp_path / NAME).read_text()

    rooms = tuple(
        room.replace(access="registration") if room.id == "cove" else room
        for room in workshop().rooms
    )
    talks = tuple(talk for talk in TALKS if talk.id != "spectra")
    days = workshop().days
    program = Program.of(
        workshop(
            rooms=rooms,
            folder=str(tmp_path),
            talks=talks,
            days=tuple(_without(day, "spectra") for day in days),
        )
    )
    outline = build_outline(program.public())
    asked = Publishing(publish=True, now=at(1) + timedelta(hours=1))
    with publication(program, outline, asked) as found:
        found.conclude()

    assert "open-cove" not in (tmp_path / NAME).read_text()
    assert b"open-cove" not in Calendars(program.public(), outline, found.after).whole()


def _without(day, talk):
    return day.replace(
        items=tuple(
            item.replace(slots=tuple(s for s in item.slots if s.talk != talk))
            if hasattr(item, "slots")
            else item
            for item in day.items
        )
    )


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to the administrator")
def test_folder_that_may_not_be_written_to_is_said(tmp_path):
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(RenderError, match="cannot be locked"):
            step(tmp_path, publish=True, now=at(1))
    finally:
        tmp_path.chmod(0o700)
