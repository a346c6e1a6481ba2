"""Loading facts and decisions, and saving them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

from programkit.cycles import uncollected
from programkit.files.atomic import write_atomically
from programkit.files.native.folder import load_folder
from programkit.files.native.saving import save_folder
from programkit.files.native.schema import schema_of
from programkit.files.native.starter import write_starter
from programkit.files.program.decisions import decode, encode
from programkit.model.conference import Conference
from programkit.model.program import Program


class RuleClass(Protocol):
    """What a schema needs of a rule's class."""

    code: str

    @classmethod
    def model_json_schema(cls) -> dict[str, Any]:
        """The JSON Schema of its fields."""


def load(path: str | Path) -> Conference:
    """The conference in a project's folder, or in one file of it.

    ``conference.yaml`` may hold everything, or point to tables; ``abstracts/`` may hold abstracts.
    What was odd but readable is in ``conference.findings``, which ``check`` repeats.

    Example:
        >>> conference = load("examples/rovinj2024")  # doctest: +SKIP

    Args:
        path: The folder, or a file such as ``open.yaml`` that extends the folder's facts.

    Raises:
        LoadError: Something is wrong; it carries every fault with its file, line and field.
    """
    with uncollected():
        return load_folder(Path(path))


def load_program(conference: Conference, path: str | Path) -> Program:
    """The program that saved decisions make of the facts.

    Decisions that the facts no longer allow are left out; each is a finding of the program.

    Raises:
        LoadError: The file is no ``program.json``, or of a version that is not known.
    """
    return decode(conference, Path(path))


def save(what: Conference | Program, path: str | Path, *, overwrite: bool = False) -> None:
    """Save facts into a folder, or a program's decisions into a file.

    Args:
        what: A conference, which becomes a folder with ``conference.yaml`` in its canonical form;
            or a program, of which the decisions are written that its facts do not fix.
        path: The folder, or the file, such as ``program.json``.
        overwrite: Whether a ``conference.yaml`` that exists may be replaced. Decisions always
            replace those of before.

    Raises:
        RenderError: It cannot be written, or would replace an organizer's file.
    """
    if isinstance(what, Program):
        write_atomically(Path(path), encode(what))
    else:
        save_folder(what, Path(path), overwrite=overwrite)


def new_project(folder: str | Path) -> tuple[Path, ...]:
    """Write a commented starter project, and answer the files written.

    Raises:
        RenderError: The folder is not empty, or cannot be written.
    """
    return write_starter(Path(folder))


def json_schema(rules: Sequence[RuleClass] | None = None) -> dict[str, Any]:
    """The JSON Schema of ``conference.yaml``, for editors.

    Args:
        rules: Classes of the rules that ``requirements`` may state; none given means all of
            programkit's own.
    """
    if rules is None:
        from programkit.rules import RULES  # noqa: PLC0415 - only where a schema is wanted

        rules = RULES
    return schema_of({rule.code: rule.model_json_schema() for rule in rules})
