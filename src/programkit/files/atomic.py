"""Files appear whole or not at all: written under a temporary name, then moved into place."""

from __future__ import annotations

import os
import threading
from pathlib import Path

from programkit.errors import RenderError


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
        raise refused(path, error) from error


def make_folder(path: Path) -> None:
    """Make a folder, and those above it, where there is none.

    Raises:
        RenderError: There can be none, such as where there is a file of that name.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise refused(path, error) from error


def _takes_bytes(path: Path) -> bool:
    """Whether there is a device or a pipe, which a file must never replace."""
    return path.exists() and not path.is_file() and not path.is_dir()


def _write(path: Path, data: bytes) -> None:
    # Beside the path, so that moving is one step on one file system.
    temporary = path.with_name(f".programkit-new-{os.getpid()}-{threading.get_ident()}")
    try:
        with temporary.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def refused(path: Path, error: OSError) -> RenderError:
    """What to say where the system refuses to write."""
    reason = error.strerror or str(error)
    if isinstance(error, FileExistsError | NotADirectoryError):
        reason = "there is a file where a folder belongs"
    return RenderError(f"{path} cannot be written ({reason}); what was there is unchanged")
