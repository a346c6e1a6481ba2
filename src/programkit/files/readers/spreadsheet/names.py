"""Names as registration tools write them: "Horvat, Ana (University of Rijeka); Müller, Jürgen"."""

from __future__ import annotations

import re
from typing import NamedTuple

from programkit.text.names import split_names

_BEHIND = re.compile(r"(?P<name>[^()]*\S)\s*\((?P<affiliation>[^()]+)\)")
_TURNED = re.compile(r"(?P<family>[^,()]+),\s*(?P<given>[^,()]+)")
_ALONE = re.compile(
    r"(?P<family>[^\W\d]+(?:[-'’][^\W\d]+)*),\s*(?P<given>[^\W\d]+\.?(?:-[^\W\d]+\.?)?)"
)
_SUFFIX = re.compile(r"(?:jr|sr|ph\.? ?d|m\.?d|i{1,3}|iv)\.?", re.IGNORECASE)


class Named(NamedTuple):
    """A person of a table."""

    name: str
    affiliation: str = ""
    written: str = ""
    """The name as it was written, if the family name stood first; else empty."""


def people_in(text: str) -> list[Named]:
    """The people of a list of names.

    Commas separate people, unless semicolons do, or the whole is a word, a comma and a word: then
    the family name stands first.
    """
    behind = _BEHIND.fullmatch(text.strip())
    if _ALONE.fullmatch(behind["name"] if behind else text.strip()):
        return [_named(text.strip())]
    return [_named(part) for part in split_names(text)]


def _named(part: str) -> Named:
    behind = _BEHIND.fullmatch(part)
    name = behind["name"] if behind else part
    affiliation = behind["affiliation"].strip() if behind else ""
    turned = _TURNED.fullmatch(name)
    if turned is None or _SUFFIX.fullmatch(turned["given"].strip()):
        return Named(name, affiliation)
    return Named(f"{turned['given'].strip()} {turned['family'].strip()}", affiliation, name)
