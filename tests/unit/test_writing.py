import pytest
from tests.workshop import workshop_program

from programkit.errors import RenderError
from programkit.files.writers import WRITERS
from programkit.writing import write


def test_calendar_is_written_and_says_what_it_left_out(tmp_path):
    notes = write(workshop_program(), "ical", tmp_path / "new" / "p.ics")

    assert (tmp_path / "new" / "p.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    assert notes == (
        'talk "nameless" has no date and time, and is not in it',
        'talk "homeless" has no date and time, and is not in it',
    )


def test_unknown_format_is_refused(tmp_path):
    with pytest.raises(RenderError, match='"icall" is no format; did you mean "ical"'):
        write(workshop_program(), "icall", tmp_path / "p")
    with pytest.raises(RenderError, match='"xyzzy" is no format; there are'):
        write(workshop_program(), "xyzzy", tmp_path / "p")

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("writer", WRITERS, ids=lambda writer: writer.name)
def test_writer_writes_the_same_bytes_twice(writer, tmp_path):
    for name in ("one", "two"):
        write(workshop_program(), writer.name, tmp_path / name)

    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_formats_have_different_names_and_suffixes():
    assert len({writer.name for writer in WRITERS}) == len(WRITERS)
    assert len({writer.suffix for writer in WRITERS}) == len(WRITERS)
