"""Our own JSON files: a format's name and version around a model, read with all faults at once."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from programkit.errors import Fault, LoadError
from programkit.files.limits import LARGEST, read_text

_M = TypeVar("_M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class DocumentFormat:
    """How a kind of file names itself, and what to do when one is broken."""

    name: str
    """In the file, such as "programkit program"."""
    file: str
    """What the file is called, such as ``program.json``."""
    version: int
    """The version that is written and read."""
    again: str
    """How to make a file anew, such as "solve again"."""
    largest: int = LARGEST
    """Bytes that are read."""

    def encode(self, fields: dict[str, Any]) -> bytes:
        """The bytes of a file with these fields."""
        document = {"format": self.name, "version": self.version, **fields}
        return (json.dumps(document, indent=1, ensure_ascii=False) + "\n").encode()

    def read(self, path: Path, model: type[_M]) -> _M:
        """What a file holds.

        Raises:
            LoadError: It is no such file, or of a version that is not known.
        """
        document = self._document(path)
        version = document.pop("version", None)
        if document.pop("format", None) != self.name:
            raise LoadError([self._other(path)])
        if version != self.version:
            message = f"format version {version} is not known; this programkit knows {self.version}"
            raise LoadError([Fault(message, str(path), 1, "version", "use a newer programkit")])
        try:
            return model.model_validate(document)
        except ValidationError as error:
            raise LoadError(list(self._faults(path, error))) from None

    def _document(self, path: Path) -> dict[str, Any]:
        remedy = f"restore the file, or delete it and {self.again}"
        if path.suffix != ".json":  # somebody named another file, which is not to be deleted
            remedy = f"give a {self.file}"
        try:
            document = json.loads(read_text(path, largest=self.largest))
        except json.JSONDecodeError as error:
            fault = Fault(f"this is no JSON: {error.msg}", str(path), error.lineno, remedy=remedy)
            raise LoadError([fault]) from None
        except RecursionError:
            fault = Fault("this is no JSON: nested too deep", str(path), remedy=remedy)
            raise LoadError([fault]) from None
        if not isinstance(document, dict):
            raise LoadError([self._other(path)])
        return document

    def _other(self, path: Path) -> Fault:
        return Fault(f"this is no {self.file} of programkit", str(path), 1)

    def _faults(self, path: Path, error: ValidationError) -> Iterator[Fault]:
        for found in error.errors():
            field = ".".join(str(key) for key in found["loc"])
            yield Fault(str(found["msg"]), str(path), field=field, remedy=self.again)
