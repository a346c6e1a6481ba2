"""Outputs appear whole or not at all: built under a temporary name, then moved into place."""

from __future__ import annotations

import os
import shutil
import stat
import threading
from collections.abc import Callable, Mapping
from pathlib import Path

from programkit.errors import RenderError

MARKER = ".programkit"
"""File that says a folder was made by :func:`replace_folder` and may be replaced by it."""
_BINARY = getattr(os, "O_BINARY", 0)  # Windows would write other line ends
_MARKED = b"This folder is an output of programkit. The next build replaces all of it.\n"


def write_atomically(path: Path, data: bytes) -> None:
    """Write a file so that a crash or a full disk leaves the old one, or the new one, whole.

    Missing parent folders are made. A symbolic link is followed, not replaced; into a device or a
    pipe, such as ``/dev/stdout``, the bytes are written as they are.

    Raises:
        RenderError: It cannot be written; what was there before is untouched.
    """
    try:
        if _takes_bytes(path):
            path.write_bytes(data)
            return
        path = path.resolve()
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(path, data)
    except OSError as error:
        raise _refused(path, error) from error


def replace_folder(path: Path, fill: Callable[[Path], None]) -> None:
    """Build a folder elsewhere, then put it in place of the old one.

    Args:
        path: The folder to make or replace.
        fill: Called with an empty folder; what it writes there becomes the content.

    Raises:
        RenderError: ``path`` holds things that were not made here, or cannot be written. What
            was there before is untouched, also when ``fill`` raises.
    """
    path = path.resolve()
    if not _ours(path):
        raise RenderError(
            f"{path} is not empty and was not made by programkit; nothing in it was changed, "
            "choose another folder or empty it yourself"
        )
    fresh, old = _temporary(path, "new"), _temporary(path, "old")
    try:
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(parents=True)
        fill(fresh)
        (fresh / MARKER).write_bytes(_MARKED)
        _swap(fresh, path, old)
    except OSError as error:
        raise _refused(path, error) from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
        shutil.rmtree(old, ignore_errors=True)


def write_folder(path: Path, files: Mapping[str, bytes]) -> None:
    """Make a folder of these files alone, or put it in place of the one that was made before.

    A file whose content is as before stays the same file, with its date, so that what copies the
    folder to a server sends only what changed.

    Args:
        path: The folder.
        files: The content of each file, by its name with "/" between folders.

    Raises:
        RenderError: As for `replace_folder`.
    """
    before = path.resolve()
    old = str(before) if before.is_dir() else ""

    def fill(fresh: Path) -> None:
        for folder in sorted({name.rpartition("/")[0] for name in files}):
            (fresh / folder).mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            if not (old and _kept(f"{old}/{name}", data, f"{fresh}/{name}")):
                _write_new(f"{fresh}/{name}", data)

    replace_folder(path, fill)


# A site has thousands of files, so these two ask the system for nothing but what they need; paths
# as objects and files with buffers take longer than the writing.
def _kept(old: str, data: bytes, new: str) -> bool:
    """Whether the old file has this content and now stands in the new place too."""
    try:
        state = os.lstat(old)
        same = stat.S_ISREG(state.st_mode) and state.st_size == len(data)
        if not same or _read(old, len(data)) != data:
            return False
        os.link(old, new)
    except OSError:
        return False  # there is none, or the file system has one name for each file
    return True


def _read(path: str, size: int) -> bytes:
    file = os.open(path, os.O_RDONLY | _BINARY)
    try:
        return os.read(file, size)
    finally:
        os.close(file)


def _write_new(path: str, data: bytes) -> None:
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _BINARY, 0o666)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(file, rest) :]
    finally:
        os.close(file)


def _ours(path: Path) -> bool:
    """Whether nothing is lost when the folder is replaced."""
    if not path.exists():
        return True
    if not path.is_dir():
        return False
    return (path / MARKER).is_file() or not any(path.iterdir())


def _takes_bytes(path: Path) -> bool:
    """Whether there is a device or a pipe, which a file must never replace."""
    return path.exists() and not path.is_file() and not path.is_dir()


def _write(path: Path, data: bytes) -> None:
    temporary = _temporary(path, "new")
    try:
        with temporary.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def _swap(fresh: Path, path: Path, old: Path) -> None:
    """Put the fresh folder in place; put the old one back if that fails."""
    shutil.rmtree(old, ignore_errors=True)
    if path.exists():
        path.rename(old)
    try:
        fresh.rename(path)
    except OSError:
        if old.exists():
            old.rename(path)
        raise


def _temporary(path: Path, role: str) -> Path:
    """A name beside the path, so that moving is one step on one file system."""
    return path.with_name(f".programkit-{role}-{os.getpid()}-{threading.get_ident()}")


def _refused(path: Path, error: OSError) -> RenderError:
    reason = error.strerror or str(error)
    if isinstance(error, FileExistsError | NotADirectoryError):
        reason = "there is a file where a folder belongs"
    return RenderError(f"{path} cannot be written ({reason}); what was there is unchanged")
