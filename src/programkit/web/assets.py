"""What pages load: the style sheet, the scripts, pictures. Names carry the digest of the content.

A file whose content changes gets another name, so that browsers may keep each for ever.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, Final

from programkit.outline.nodes import Outline
from programkit.web.overriding import text_of
from programkit.web.tracks import track_rules

FOLDER: Final = "assets/"
STYLE: Final = "agenda.css"
"""What a project's folder of templates may have beside them: rules that follow ours."""
SCRIPTS: Final = (
    "start",
    "store",
    "theme",
    "items",
    "state",
    "zones",
    "zonechoice",
    "stars",
    "conflicts",
    "calendar",
    "rows",
    "tokens",
    "search",
    "criteria",
    "filters",
    "results",
    "tools",
    "starred",
    "now",
    "copy",
    "cells",
    "keys",
    "offline",
)
"""The files of static/js, in the order in which they are joined."""
_OF_SERIES: Final = {"now": "series"}
"""What a series has instead: its meetings do not follow each other within a day."""
LARGEST_PICTURE: Final = 5_000_000
"""Bytes; what a page loads should be far smaller."""
_DRAWING: Final = "image/svg+xml"
_PICTURES: Final = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".svg": _DRAWING,
}
_LAYOUT = re.compile(
    r"^\s*(?://.*(?:\n|\Z))?|(?<=[;,({[])\n| (?=\{)| (=>?|[!=]==|&&|\|\||[?:]) ",
    re.MULTILINE,
)
"""Comments, indentation, and spaces and ends of lines that neither strings nor statements need."""
_UNSAFE_IN_SCRIPTS: Final = {
    "<": "\\u003c",
    ">": "\\u003e",
    "&": "\\u0026",
    "\u2028": "\\u2028",
    "\u2029": "\\u2029",
}


class Assets:
    """The files that pages load, under their names in the site."""

    def __init__(
        self, outline: Outline, overrides: Path | None = None, *, inline: bool = False
    ) -> None:
        """Take what does not depend on the program's facts.

        Args:
            outline: What readers see.
            overrides: A folder with rules of style of the project.
            inline: Whether pictures are to stand in the page itself.
        """
        self._inline = inline
        self.files: dict[str, bytes] = {}
        self._folder = Path(outline.folder).resolve() if outline.folder else None
        self.style = style(outline, overrides)
        self.css = self._add("agenda.css", self.style)
        self.js = self._add("agenda.js", script(series=outline.series is not None))
        self.icon = self._add("icon.svg", static("icon.svg"))
        self.large_icon = "" if inline else self._add("icon.png", binary("icon.png"))
        self.facts = self.search = self.card = ""
        self.pictures: dict[str, str] = {}
        """The addresses of pictures that were asked for, by their names."""

    def know(self, facts: dict[str, Any], index: dict[str, str]) -> None:
        """Take what the script knows and the index of its search.

        The index has no digest in its name: it changes with every abstract, and all pages would
        change with it. The digest of the facts, whose numbers it uses, follows in the address.
        """
        self.facts = self._add("facts.js", data_script("facts", facts))
        self.search = f"{FOLDER}search.js?{_digest(self.files[self.facts])}"
        self.files[FOLDER + "search.js"] = data_script("index", index).encode()

    def share(self, picture: bytes) -> None:
        """Take the picture that is shown beside links to the site; readers do not load it.

        Args:
            picture: A PNG file; empty means that there is none.
        """
        if picture:
            self.card = f"card.{_digest(picture)}.png"
            self.files[self.card] = picture

    def image(self, name: str) -> str:
        """The address of a picture of the project; empty if browsers cannot show it.

        A drawing (SVG) stands in the page itself, where it is only looked at: as a file of the site
        it would be a page that may have scripts, and it may come from a stranger.

        Args:
            name: The file, relative to the conference's folder, and inside of it.
        """
        if name not in self.pictures:
            self.pictures[name] = self._image(name)
        return self.pictures[name]

    def _image(self, name: str) -> str:
        kind, data = self.picture(name)
        if data and (self._inline or kind == _DRAWING):
            return f"data:{kind};base64,{base64.b64encode(data).decode()}"
        return self._add("picture" + Path(name).suffix.lower(), data) if data else ""

    def picture(self, name: str) -> tuple[str, bytes]:
        """The type and the content of a picture of the project; both empty as for `image`."""
        path = (self._folder / name).resolve() if self._folder and name else None
        kind = _PICTURES.get(path.suffix.lower(), "") if path else ""
        if path is None or not kind or not path.is_relative_to(self._folder or path):
            return "", b""
        try:
            return kind, path.read_bytes() if path.stat().st_size <= LARGEST_PICTURE else b""
        except OSError:
            return "", b""

    def _add(self, name: str, content: str | bytes) -> str:
        data = content.encode() if isinstance(content, str) else content
        stem, _, suffix = name.partition(".")
        address = f"{FOLDER}{stem}.{_digest(data)}.{suffix}"
        self.files[address] = data
        return address


def style(outline: Outline, overrides: Path | None = None) -> str:
    """The style sheet; the rules for the conference's tracks follow, then the project's own."""
    own = overrides / STYLE if overrides is not None else None
    extra = text_of(own.parent, own) if own is not None and own.is_file() else ""
    return static("agenda.css") + track_rules(outline.tracks) + extra.replace("</", "<\\/")


@cache
def script(*, series: bool = False) -> str:
    """All scripts in one, without comments and most of their layout."""
    names = [_OF_SERIES.get(name, name) if series else name for name in SCRIPTS]
    return "".join(_LAYOUT.sub(r"\1", static(f"js/{name}.js")) for name in names)


def data_script(name: str, data: object) -> str:
    """A script that hands data to ours; it can stand in a page as it is.

    Browsers read JSON in a string several times as fast as the same text as an object.
    """
    written = safe(json.dumps(data, ensure_ascii=False, separators=(",", ":")))
    quoted = written.replace("\\", "\\\\").replace("'", "\\'")
    return (
        "window.programkit = window.programkit || {};\n"
        f"programkit.{name} = JSON.parse('{quoted}');\n"
    )


def safe(written: str) -> str:
    """JSON that ends no script element and is a script, whatever its strings hold."""
    return re.sub("[<>&\u2028\u2029]", lambda found: _UNSAFE_IN_SCRIPTS[found[0]], written)


def static(name: str) -> str:
    """A text of ours."""
    return binary(name).decode()


def binary(name: str) -> bytes:
    """A file of ours."""
    return resources.files("programkit.web").joinpath(f"static/{name}").read_bytes()


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:10]
