import os

import pytest

from programkit.errors import RenderError
from programkit.files.atomic import write_atomically


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
