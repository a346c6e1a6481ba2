"""The Jinja environment: escapes everything, and knows the view's words and forms."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from jinja2.runtime import Macro

from programkit.model.base import Unknown
from programkit.web.citation import Citations
from programkit.web.compiled import Compiled, beside_modules
from programkit.web.context import View
from programkit.web.history import History, Revision
from programkit.web.jsonld import Graphs
from programkit.web.listing import Lists
from programkit.web.overriding import Overrides, fault_of
from programkit.web.prose import prose, runs
from programkit.web.qrcode import qr
from programkit.web.rendering import OwnEnvironment, SandboxedEnvironment, shown
from programkit.web.serieslists import SeriesLists
from programkit.web.social import Cards

_NUMBER: Final = re.compile(r"\+?[\d\s()./-]+", re.ASCII)
"""A telephone number and nothing else."""


def environment(overrides: Path | None = None) -> Environment:
    """An environment whose templates ask `view`, a global to be set, for words, dates and times.

    Args:
        overrides: A folder with templates that take the place of ours with the same names. They
            came with a project, perhaps from a stranger, and can only read what they are given.
    """
    ours = PackageLoader("programkit.web")
    kind = OwnEnvironment if overrides is None else SandboxedEnvironment
    loader = ours if overrides is None else ChoiceLoader([Overrides(overrides), ours])
    made = kind(
        auto_reload=False,  # templates are read anew for each view
        autoescape=True,
        bytecode_cache=_compiled(kind),
        cache_size=-1,
        finalize=shown,
        keep_trailing_newline=True,
        loader=loader,
        lstrip_blocks=True,
        trim_blocks=True,
        undefined=StrictUndefined,
    )
    made.filters |= {"anchor": _anchor, "mailto": _mailto, "tel": _tel}
    made.filters |= {"runs": runs, "prose": prose, "qr": qr}
    made.tests["unknown"] = _is_unknown
    if isinstance(made, SandboxedEnvironment):
        made.folder = overrides
    return made


def drawn(made: Environment, name: str, context: Mapping[str, Any]) -> str:
    """What a template makes of its context.

    Raises:
        RenderError: The template of a project cannot be used; ours can.
    """
    try:
        return made.get_template(name).render(context)
    except Exception as error:
        folder = made.folder if isinstance(made, SandboxedEnvironment) else None
        fault = fault_of(error, name, folder) if folder is not None else None
        if fault is None:
            raise
        raise fault from error


def speak_of(made: Environment, view: View, revisions: Sequence[Revision] = ()) -> None:
    """Let the templates of an environment ask this view from now on.

    Args:
        made: The environment.
        view: What they ask for words, dates and times.
        revisions: What changed with each version published, the newest first.
    """
    if made.globals.get("view") is view:
        return
    history = History(view, revisions)
    made.globals |= {
        "view": view,
        "cards": Cards(view),
        "citations": Citations(view),
        "history": history,
        "kept": Kept(),
        "linked": Graphs(view, history),
        "lists": Lists(view),
        "series": SeriesLists(view, view.outline.series) if view.outline.series else None,
    }
    made.tests["paged"] = view.has_page
    if made.cache is not None:
        made.cache.clear()  # templates that were imported before would ask the view before


class Kept:
    """Calls a macro once for the same node; rows are the same on the pages of days and of rooms."""

    def __init__(self) -> None:
        self._made: dict[tuple[Any, ...], Any] = {}

    def __call__(self, macro: Macro, node: object, *others: str | int) -> Any:  # noqa: ANN401 - as macros
        """What the macro makes of a node of the outline, which lives as long as this."""
        place = (macro, id(node), *others)
        if place not in self._made:
            self._made[place] = macro(node, *others)
        return self._made[place]


@cache
def _compiled(kind: type[Environment]) -> Compiled:
    """Each kind compiles otherwise; templates of a project, perhaps a stranger's, are not kept."""
    return Compiled(beside_modules() if kind is OwnEnvironment else None)


def _anchor(name: str) -> str:
    """The link to an element of that id on the same page."""
    return "#" + quote(name, safe="")


def _mailto(address: str) -> str:
    """The link that writes to an address, and adds nothing to what is written."""
    return "mailto:" + quote(address, safe="@")


def _tel(number: str) -> str:
    """The link that calls a number (RFC 3966); empty where there is more than a number.

    A zero in parentheses is not dialed after the code of a country.
    """
    dialed = number.replace("(0)", "") if number.startswith("+") else number
    return "tel:" + re.sub(r"[^+\d]", "", dialed) if _NUMBER.fullmatch(number) else ""


def _is_unknown(value: object) -> bool:
    return isinstance(value, Unknown)
