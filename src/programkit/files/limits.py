"""Reading strangers' files: how large, in which encoding, and only from inside the folder."""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import NoReturn

from programkit.errors import Fault, LoadError

LARGEST = 16 * 1024 * 1024
"""Bytes: more than any conference's facts in text, less than what stops a machine."""
_WIDE = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16", b"PK": "a ZIP archive", b"%PDF": "PDF"}


def read_bytes(path: Path, *, largest: int = LARGEST) -> bytes:
    """The bytes of a file, refused before reading where it is too large.

    Raises:
        LoadError: It is missing, no regular file, too large, or may not be read.
    """
    try:
        if not path.exists():
            _refuse(path, "does not exist", "check the name")
        if not path.is_file():
            _refuse(path, "is not a file", "name a file")
        size = path.stat().st_size
        if size > largest:
            limit = largest // 1024**2
            _refuse(path, f"has {size // 1024**2} MB", f"at most {limit} MB are read; split it")
        return path.read_bytes()
    except OSError as error:
        _refuse(path, f"cannot be read: {error.strerror or error}", "check its permissions")


def read_text(path: Path, *, largest: int = LARGEST) -> str:
    """The text of a UTF-8 file, lines ending in LF, without a byte order mark.

    Raises:
        LoadError: It cannot be read, or is not UTF-8 text.
    """
    return decoded(path, read_bytes(path, largest=largest))


def decoded(path: Path, data: bytes) -> str:
    """The text of a UTF-8 file's bytes; the path is for messages.

    Raises:
        LoadError: The bytes are not UTF-8 text.
    """
    for start, what in _WIDE.items():
        if data.startswith(start):
            _refuse(path, f"is {what}, not UTF-8 text", "save it as UTF-8 text")
    if b"\x00" in data:
        line = data[: data.index(b"\x00")].count(b"\n") + 1
        _refuse(path, "holds a NUL byte, so it is no text", "save it as UTF-8 text", line)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        _refuse(path, "is not UTF-8 text", "save it with the encoding UTF-8", line)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def inside(folder: Path, name: str) -> Path:
    """The path of a file that the organizer names, which must lie in the project's folder.

    Raises:
        ValueError: It is absolute, climbs out with ``..``, or is a link to somewhere else.
    """
    windows = PureWindowsPath(name)
    climbs = ".." in windows.parts or ".." in PurePosixPath(name).parts
    if windows.drive or windows.root or climbs or "\x00" in name:
        raise ValueError(f'"{name}" is outside the project; name a file in its folder')
    path = folder / name.replace("\\", "/")
    if not path.resolve().is_relative_to(folder.resolve()):
        raise ValueError(f'"{name}" is a link out of the project; copy the file into its folder')
    return path


def _refuse(path: Path, message: str, remedy: str, line: int = 0) -> NoReturn:
    raise LoadError([Fault(f"the file {message}", file=str(path), line=line, remedy=remedy)])
