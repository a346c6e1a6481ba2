"""``published.json``: the published state beside the facts, and the lock that guards it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from programkit.errors import RenderError
from programkit.files.atomic import write_atomically
from programkit.files.document import DocumentFormat
from programkit.files.published.published import Published

NAME: Final = "published.json"
"""Beside the facts: it must outlive every output, and no reader needs it."""
LOCK: Final = ".published.lock"
LARGEST: Final = 128 * 1024 * 1024
"""Bytes: it has every abstract a second time."""
FORMAT: Final = DocumentFormat("programkit published", NAME, 1, "adopt the calendar", LARGEST)


def encode_published(published: Published) -> bytes:
    """The bytes of ``published.json``."""
    return FORMAT.encode(published.model_dump(mode="json", exclude_defaults=True))


def read_published(path: Path) -> Published | None:
    """The state in a file; none where there is no file.

    Raises:
        LoadError: It is no such file, or of a version that is not known.
    """
    return FORMAT.read(path, Published) if path.exists() else None


def write_published(published: Published, path: Path) -> bool:
    """Put a state in place of another, whole or not at all, and say whether that changed it.

    Raises:
        RenderError: It cannot be written.
    """
    data = encode_published(published)
    if path.exists() and path.read_bytes() == data:
        return False
    write_atomically(path, data)
    return True


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Nobody else publishes the same facts meanwhile.

    The operating system holds the lock and lets go of it when a process ends, however it ends: no
    stale lock can be left behind. The empty file that it is held on stays.

    Raises:
        RenderError: Somebody else is publishing them, or the folder cannot be written to.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415 - only publishing needs it

    if not folder.is_dir():
        raise RenderError(f"{folder} is no folder, so nothing in it can be locked")
    lock = FileLock(folder / LOCK, timeout=0)
    try:
        lock.acquire()
    except Timeout:
        raise RenderError(
            f"{folder} is being published by another build; publish again when it has ended"
        ) from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise RenderError(f"{folder / LOCK} cannot be locked ({reason})") from error
    try:
        yield
    finally:
        lock.release()
