"""Writing a project's folder: ``conference.yaml``, and long abstracts as files of their own."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

from programkit.errors import RenderError
from programkit.files.atomic import write_atomically
from programkit.files.native.abstracts import FOLDER
from programkit.files.native.canonical import content
from programkit.files.native.folder import NAME
from programkit.files.native.yamltext import dump
from programkit.model.conference import Conference

LONG = 200
"""Characters from which on an abstract is a file of its own."""
_FILE_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,99}")
_CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f\ufeff\ud800-\udfff]")


def files_of(conference: Conference) -> dict[str, bytes]:
    """The files that hold a conference, by their path in its folder."""
    facts = content(conference)
    files: dict[str, bytes] = {}
    things = [thing for kind in ("talks", "posters") for thing in facts.get(kind, ())]
    counts = Counter(thing["id"] for thing in things)
    for thing in things:
        if counts[thing["id"]] == 1:
            files.update(_abstract_file(thing))
    return {NAME: dump(facts).encode(), **files}


def save_folder(conference: Conference, folder: Path, *, overwrite: bool = False) -> None:
    """Write a conference into a folder.

    Raises:
        RenderError: The folder has a ``conference.yaml`` or an abstract's file of other content,
            and ``overwrite`` does not allow to replace it; or it cannot be written.
    """
    files = files_of(conference)
    kept = [name for name, data in files.items() if _differs(folder / name, data)]
    if kept and not overwrite:
        raise RenderError(
            f"{folder / kept[0]} exists already and was left as it is; "
            "choose another folder, or allow to overwrite it"
        )
    for name, data in files.items():
        write_atomically(folder / name, data)


def _differs(path: Path, data: bytes) -> bool:
    return path.exists() and (path.name == NAME or path.read_bytes() != data)


def _abstract_file(thing: dict[str, Any]) -> dict[str, bytes]:
    """Take a long abstract out of its talk into a file, where the file keeps every character."""
    text, name = thing.get("abstract", ""), f"{FOLDER}/{thing['id']}.md"
    fits = _FILE_NAME.fullmatch(thing["id"]) and not _CONTROLS.search(text)
    if len(text) < LONG or not fits:
        return {}
    del thing["abstract"]
    return {name: f"{text}\n".encode()}
