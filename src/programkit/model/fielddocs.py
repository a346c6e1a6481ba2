"""What the docstrings below the fields of a model say, for the JSON Schema."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Iterator
from itertools import pairwise

from pydantic import BaseModel


def field_docs(model: type[BaseModel]) -> dict[str, str]:
    """The docstring of each field that has one, by the field's name.

    pydantic can read them, too, but does so when a class is made: a third of the time that all
    models take to be imported, spent in every process for what hardly one of them asks.

    Args:
        model: The class; fields that it inherits are described as its bases do.
    """
    found: dict[str, str] = {}
    for base in reversed(model.__mro__):
        if issubclass(base, BaseModel) and base is not BaseModel:
            found.update(_own(base))
    return found


def _own(model: type) -> Iterator[tuple[str, str]]:
    """The fields that a class itself names."""
    try:
        source = inspect.getsource(model)
    except (OSError, TypeError):  # made where no file says how
        return
    (made,) = ast.parse(textwrap.dedent(source)).body
    for field, after in pairwise(ast.iter_child_nodes(made)):
        told = after.value if isinstance(after, ast.Expr) else None
        if not (isinstance(told, ast.Constant) and isinstance(told.value, str)):
            continue
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
            yield field.target.id, inspect.cleandoc(told.value)
