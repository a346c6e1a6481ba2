import errno
import os
from pathlib import Path

import pytest

from programkit.errors import RenderError
from programkit.files import atomic
from programkit.files.atomic import MARKER, replace_folder, write_atomically, write_folder


def content(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_file_is_written_with_its_parents(tmp_path):
    write_atomically(tmp_path / "a" / "b.txt", b"new")

    assert content(tmp_path / "a") == {"b.txt": b"new"}


def test_file_is_replaced(tmp_path):
    (tmp_path / "b.txt").write_bytes(b"old")

    write_atomically(tmp_path / "b.txt", b"new")

    assert content(tmp_path) == {"b.txt": b"new"}


def test_full_disk_leaves_the_old_file(tmp_path, monkeypatch):
    (tmp_path / "b.txt").write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", full_disk)

    with pytest.raises(RenderError, match="No space left"):
        write_atomically(tmp_path / "b.txt", b"new")

    assert content(tmp_path) == {"b.txt": b"old"}


def full_disk(*_):
    raise OSError(28, "No space left on device")


def test_link_is_followed(tmp_path):
    (tmp_path / "real.txt").write_bytes(b"old")
    (tmp_path / "link.txt").symlink_to(tmp_path / "real.txt")

    write_atomically(tmp_path / "link.txt", b"new")

    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_bytes() == b"new"


def fill(text):
    def write(folder: Path):
        (folder / "index.html").write_bytes(text)

    return write


def test_folder_is_built_and_rebuilt(tmp_path):
    replace_folder(tmp_path / "site", fill(b"one"))
    replace_folder(tmp_path / "site", fill(b"two"))

    assert (tmp_path / "site" / "index.html").read_bytes() == b"two"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_what_a_rebuild_no_longer_makes_is_gone(tmp_path):
    replace_folder(tmp_path / "site", lambda folder: (folder / "old.html").write_bytes(b""))
    replace_folder(tmp_path / "site", fill(b"two"))

    assert set(content(tmp_path / "site")) == {"index.html", MARKER}


def test_folder_with_things_of_others_is_left_alone(tmp_path):
    (tmp_path / "thesis.tex").write_bytes(b"years of work")

    with pytest.raises(RenderError, match="was not made by programkit"):
        replace_folder(tmp_path, fill(b"one"))

    assert content(tmp_path) == {"thesis.tex": b"years of work"}


def test_file_in_place_of_the_folder_is_left_alone(tmp_path):
    (tmp_path / "site").write_bytes(b"a file")

    with pytest.raises(RenderError, match="was not made by programkit"):
        replace_folder(tmp_path / "site", fill(b"one"))


def test_empty_folder_is_used(tmp_path):
    (tmp_path / "site").mkdir()

    replace_folder(tmp_path / "site", fill(b"one"))

    assert (tmp_path / "site" / "index.html").read_bytes() == b"one"


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyError("a bug")])
def test_failed_build_leaves_the_old_folder(tmp_path, error):
    replace_folder(tmp_path / "site", fill(b"one"))

    def fail(folder: Path):
        fill(b"half")(folder)
        raise error

    with pytest.raises((RenderError, KeyError)):
        replace_folder(tmp_path / "site", fail)

    assert (tmp_path / "site" / "index.html").read_bytes() == b"one"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_failed_swap_puts_the_old_folder_back(tmp_path, monkeypatch):
    replace_folder(tmp_path / "site", fill(b"one"))
    rename = Path.rename

    def refuse_new(self, target):
        if "-new-" in self.name:
            full_disk()
        return rename(self, target)

    monkeypatch.setattr(atomic.Path, "rename", refuse_new)

    with pytest.raises(RenderError):
        replace_folder(tmp_path / "site", fill(b"two"))

    assert (tmp_path / "site" / "index.html").read_bytes() == b"one"


def test_device_takes_the_bytes_and_stays_a_device(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_atomically(pipe, b"new")
        assert os.read(reader, 9) == b"new"
    finally:
        os.close(reader)
    assert pipe.is_fifo()


@pytest.mark.parametrize("place", ["file/b.txt", "file/deeper/b.txt"])
def test_file_where_a_folder_belongs_is_refused(tmp_path, place):
    (tmp_path / "file").write_bytes(b"old")

    with pytest.raises(RenderError, match="there is a file where a folder belongs"):
        write_atomically(tmp_path / place, b"new")

    assert content(tmp_path) == {"file": b"old"}


def test_files_of_a_folder_that_did_not_change_stay_the_same_files(tmp_path):
    folder = tmp_path / "site"
    write_folder(folder, {"a.html": b"a", "b.html": b"b", "deep/er/c.css": b"c", "gone": b"g"})
    before = {name: (folder / name).stat() for name in ("a.html", "b.html", "deep/er/c.css")}

    write_folder(folder, {"a.html": b"a", "b.html": b"B", "deep/er/c.css": b"cc", "new": b""})

    assert sorted(str(path.relative_to(folder)) for path in folder.rglob("*")) == [
        ".programkit",
        "a.html",
        "b.html",
        "deep",
        "deep/er",
        "deep/er/c.css",
        "new",
    ]
    assert (folder / "b.html").read_bytes() == b"B"
    assert (folder / "deep/er/c.css").read_bytes() == b"cc"
    assert (folder / "a.html").stat().st_ino == before["a.html"].st_ino
    assert (folder / "a.html").stat().st_mtime_ns == before["a.html"].st_mtime_ns
    assert (folder / "b.html").stat().st_ino != before["b.html"].st_ino
    assert list(tmp_path.iterdir()) == [folder]


def test_file_system_with_one_name_for_each_file_gets_copies(tmp_path, monkeypatch):
    def refuse(*_arguments):
        raise OSError(errno.EPERM, "no links here")

    folder = tmp_path / "site"
    write_folder(folder, {"a": b"a"})
    monkeypatch.setattr(Path, "hardlink_to", refuse)
    write_folder(folder, {"a": b"a"})

    assert (folder / "a").read_bytes() == b"a"


def test_link_in_the_old_folder_is_not_followed(tmp_path):
    folder = tmp_path / "site"
    write_folder(folder, {"a": b"a"})
    (tmp_path / "elsewhere").write_bytes(b"a")
    (folder / "a").unlink()
    (folder / "a").symlink_to(tmp_path / "elsewhere")
    write_folder(folder, {"a": b"a"})

    assert not (folder / "a").is_symlink()
