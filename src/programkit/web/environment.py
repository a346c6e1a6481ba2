"""The Jinja environment: escapes everything, and knows the view's words and forms."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from programkit.model.base import Unknown
from programkit.text.characters import clean
from programkit.web.context import View


def environment(view: View) -> Environment:
    """An environment whose templates ask the view for words, dates and times."""
    made = Environment(
        autoescape=True,
        finalize=_finalized,
        keep_trailing_newline=True,
        loader=PackageLoader("programkit.web"),
        lstrip_blocks=True,
        trim_blocks=True,
        undefined=StrictUndefined,
    )
    made.globals["view"] = view
    made.filters["anchor"] = _anchor
    made.filters["mailto"] = _mailto
    made.tests["unknown"] = _is_unknown
    return made


def _finalized(value: Any) -> Any:  # noqa: ANN401 - whatever a template prints
    """Texts without the characters that HTML cannot hold; templates print nothing but texts."""
    if value is None or isinstance(value, Unknown):
        raise TypeError("an unknown must be worded, not printed")
    if isinstance(value, str) and not isinstance(value, Markup):
        return clean(value)
    return value


def _anchor(name: str) -> str:
    """The link to an element of that id on the same page."""
    return "#" + quote(name, safe="")


def _mailto(address: str) -> str:
    """The link that writes to an address, and adds nothing to what is written."""
    return "mailto:" + quote(address, safe="@")


def _is_unknown(value: object) -> bool:
    return isinstance(value, Unknown)
