"""Folders that are outputs: what changed is put in place file by file, and all the rest is left.

Everything is written in full before the first file is moved to its place, which is one step for
each. Whoever reads meanwhile gets every file as it was or as it is to be. A build that fails, or
that somebody interrupts, takes back what it did. One that is killed leaves files of before and
after, each whole, in the order in which they need each other; the next build compares all of them
with what is to be, and so ends it.

To put a whole new folder in place of the old one is no single step either: for a moment there is
none, and what watches the folder, or has it mounted, keeps the old one.
"""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Container, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final, Self

from programkit.errors import RenderError
from programkit.files.atomic import refused

MARKER: Final = ".programkit"
"""File that says a folder was made by `write_folder`, and that all in it may be replaced."""
_MARKED: Final = b"This folder is an output of programkit. The next build replaces all of it.\n"
_STAGE: Final = ".programkit-new"
"""Folder that has what is not in place yet, and what was there before."""
_BINARY: Final = getattr(os, "O_BINARY", 0)  # Windows would write other line ends


def write_folder(path: Path, files: Mapping[str, bytes]) -> None:
    """Make a folder of these files alone, of nothing or of the one that was made before.

    A file whose content is as before stays the same file, with its date, so that what copies the
    folder to a server sends only what changed.

    Args:
        path: The folder.
        files: The content of each file, by its name with "/" between folders. They are put in place
            in this order, and what is gone is removed last.

    Raises:
        RenderError: ``path`` holds things that were not made here, or cannot be written. What was
            there before is as it was.
    """
    path = path.resolve()
    if not _ours(path):
        raise RenderError(
            f"{path} is not empty and was not made by programkit; nothing in it was changed, "
            "choose another folder or empty it yourself"
        )
    try:
        if (path / MARKER).is_file():
            with _alone(path):
                _update(path, files)
        else:
            _create(path, files)
    except OSError as error:
        raise refused(path, error) from error


def _ours(path: Path) -> bool:
    """Whether nothing is lost when what is in the folder is replaced."""
    if not path.exists():
        return True
    if not path.is_dir():
        return False
    return (path / MARKER).is_file() or not any(path.iterdir())


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Nobody else changes the folder meanwhile; when a process ends, the system lets go of it."""
    file = os.open(path / MARKER, os.O_RDONLY)
    try:
        _lock(file)
        yield
    finally:
        os.close(file)


def _lock(file: int) -> None:
    """Wait until the file is ours alone; to load filelock takes longer than all that is done."""
    try:
        import fcntl  # noqa: PLC0415 - not on Windows
    except ImportError:  # pragma: no cover - Windows
        import msvcrt  # noqa: PLC0415 - only there

        msvcrt.locking(file, msvcrt.LK_LOCK, 1)  # type: ignore[attr-defined] # only there
    else:
        with suppress(OSError):  # a file system without locks
            fcntl.flock(file, fcntl.LOCK_EX)


def _create(path: Path, files: Mapping[str, bytes]) -> None:
    """Make the folder elsewhere, and move it to its place in one step."""
    fresh = path.with_name(f"{_STAGE}-{os.getpid()}-{threading.get_ident()}")
    shutil.rmtree(fresh, ignore_errors=True)
    try:
        fresh.mkdir(parents=True)
        for folder in sorted(_parents(files)):
            (fresh / folder).mkdir()
        for name, data in files.items():
            _write(f"{fresh}/{name}", data)
        (fresh / MARKER).write_bytes(_MARKED)
        if path.exists():
            path.rmdir()  # it is empty, and Windows moves nothing to where something is
        fresh.rename(path)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _update(path: Path, files: Mapping[str, bytes]) -> None:
    """Change what is not as it is to be."""
    stage = path / _STAGE
    shutil.rmtree(stage, ignore_errors=True)  # of a build that was killed
    there, parents = dict(_listing(str(path))), _parents(files)
    kinds = dict.fromkeys(parents, "folder") | dict.fromkeys([*files, MARKER], "file")
    gone = {name for name, kind in there.items() if kinds.get(name) != kind}
    changed = [name for name in files if name in gone or not _has(path, name, files[name], there)]
    if not changed and not gone:
        return
    try:
        stage.mkdir()
        for number, name in enumerate(changed):
            _write(f"{stage}/{number}", files[name])
        with _Exchange(path, stage) as exchange:
            exchange.remove(gone & kinds.keys())  # such as a file where a folder belongs
            exchange.make(parents)
            for number, name in enumerate(changed):
                exchange.put(stage / str(number), name)
            exchange.remove(gone - kinds.keys())
    finally:
        shutil.rmtree(stage, ignore_errors=True)


class _Exchange:
    """Puts files in place and others away, and takes all of it back where a step fails."""

    def __init__(self, folder: Path, stage: Path) -> None:
        self._folder, self._stage = folder, stage
        self._done: list[tuple[Path, Path | None]] = []
        """The places, and where is kept what was there."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        for place, kept in reversed(self._done) if kind is not None else ():
            with suppress(OSError):  # it was not done, or the others can be taken back all the same
                _take_back(place, kept)

    def make(self, folders: Iterable[str]) -> None:
        """Make folders that are not there."""
        for name in sorted(folders):
            place = self._folder / name
            if not place.is_dir():
                self._done.append((place, None))
                place.mkdir()

    def put(self, new: Path, name: str) -> None:
        """Move a file to its place, which is never empty meanwhile if there was one before."""
        place, kept = self._folder / name, None
        if os.path.lexists(place):
            kept = self._next()
            _copy(place, kept)
        self._done.append((place, kept))
        new.replace(place)

    def remove(self, names: Iterable[str]) -> None:
        """Put away what is there under these names."""
        for name in sorted(names):
            place, kept = self._folder / name, self._next()
            if os.path.lexists(place):
                self._done.append((place, kept))
                place.replace(kept)

    def _next(self) -> Path:
        return self._stage / f"old-{len(self._done)}"


def _take_back(place: Path, kept: Path | None) -> None:
    if kept is not None:
        kept.replace(place)
    elif place.is_dir():
        place.rmdir()
    else:
        place.unlink()


def _copy(place: Path, kept: Path) -> None:
    try:
        kept.hardlink_to(place)
    except OSError:  # the file system has one name for each file
        shutil.copy2(place, kept)


def _listing(folder: str, below: str = "") -> Iterator[tuple[str, str]]:
    """All that is in a folder, and whether it is a "file", a "folder" or something else."""
    with os.scandir(f"{folder}/{below}") as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield below + entry.name, "folder"
                yield from _listing(folder, f"{below}{entry.name}/")
            else:
                kind = "file" if entry.is_file(follow_symlinks=False) else "other"
                yield below + entry.name, kind


def _parents(names: Iterable[str]) -> set[str]:
    """The folders of files, and those that these are in."""
    found = set[str]()
    for folder in {name.rpartition("/")[0] for name in names}:
        parts = folder.split("/")
        found |= {"/".join(parts[: n + 1]) for n in range(len(parts))}
    return found - {""}


# A site has thousands of files, so these two ask the system for nothing but what they need; paths
# as objects and files with buffers take longer than the reading and writing.
def _has(path: Path, name: str, data: bytes, there: Container[str]) -> bool:
    """Whether a file is there with this content; one that cannot be read is another."""
    if name not in there:
        return False
    with suppress(OSError):
        file = os.open(f"{path}/{name}", os.O_RDONLY | _BINARY)
        try:
            return os.read(file, len(data) + 1) == data
        finally:
            os.close(file)
    return False


def _write(path: str, data: bytes) -> None:
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _BINARY, 0o666)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(file, rest) :]
    finally:
        os.close(file)
