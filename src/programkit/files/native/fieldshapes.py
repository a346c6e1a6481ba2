"""What the fields of a model hold, read off its annotations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args, get_origin

from programkit.model.base import Frozen, Unknown

_NOT_WRITTEN = frozenset({"folder", "sources", "findings", "times"})
"""Fields of a conference that tell of its reading, not of its facts."""


@dataclass(frozen=True, slots=True)
class FieldShape:
    """What one field holds."""

    many: bool
    """Whether it is a list."""
    models: tuple[type[Frozen], ...]
    """What its mappings are; none for texts and numbers."""
    unknown: bool
    """Whether it may be to be decided."""


@cache
def shapes_of(model: type[Frozen]) -> Mapping[str, FieldShape]:
    """The shape of every field that a file may give."""
    return {
        name: _shape(info.annotation)
        for name, info in model.model_fields.items()
        if name not in _NOT_WRITTEN
    }


def _shape(annotation: Any) -> FieldShape:  # noqa: ANN401 - an annotation may be anything
    parts = list(_parts(annotation))
    models = tuple(part for part in parts if isinstance(part, type) and issubclass(part, Frozen))
    return FieldShape(
        many=any(get_origin(part) is tuple for part in parts),
        models=models,
        unknown=Unknown in parts,
    )


def _parts(annotation: Any) -> Iterator[Any]:  # noqa: ANN401 - an annotation may be anything
    """The annotation and everything it is made of."""
    yield annotation
    for argument in get_args(annotation):
        yield from _parts(argument)
