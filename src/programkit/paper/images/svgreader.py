"""SVG from strangers: read without following anything, as a tree of plain names."""

from __future__ import annotations

from typing import Final, NoReturn
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

_SVG: Final = "http://www.w3.org/2000/svg"
_HREF: Final = "http://www.w3.org/1999/xlink}href"
_MOST_ELEMENTS = 50_000
_DEEPEST = 60


class UnsoundSvgError(Exception):
    """An SVG cannot be drawn safely, or faithfully; the message says why."""


def read_elements(data: bytes) -> Element:
    """The elements of an SVG, without namespaces; those of other vocabularies have no name.

    What happens on a click is not taken over, nor what other vocabularies say about an element.

    Args:
        data: The file.

    Raises:
        UnsoundSvgError: It is damaged, declares entities, or is far too large.
    """
    return _Reader().read(data)


class _Reader:
    """Reads XML that declares nothing and refers to nothing outside."""

    def __init__(self) -> None:
        self._builder = TreeBuilder()
        self._depth = 0
        self._count = 0
        parser = expat.ParserCreate(namespace_separator="}")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._builder.data
        parser.EntityDeclHandler = self._refuse
        parser.UnparsedEntityDeclHandler = self._refuse
        parser.ExternalEntityRefHandler = self._refuse
        parser.SkippedEntityHandler = self._refuse
        self._parser = parser

    def read(self, data: bytes) -> Element:
        try:
            self._parser.Parse(data, True)  # noqa: FBT003 - expat takes it by position only
            return self._builder.close()
        except (expat.ExpatError, AssertionError, ValueError, LookupError) as error:
            raise UnsoundSvgError("it is damaged") from error

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._count += 1
        if self._depth > _DEEPEST or self._count > _MOST_ELEMENTS:
            raise UnsoundSvgError("it is too detailed")
        kept = {_attribute(key): value for key, value in attributes.items()}
        self._builder.start(
            _local(tag), {key: value for key, value in kept.items() if key[:2] not in {"", "on"}}
        )

    def _end(self, tag: str) -> None:
        self._depth -= 1
        self._builder.end(_local(tag))

    def _refuse(self, *_: object) -> NoReturn:
        raise UnsoundSvgError("it declares entities")


def _local(tag: str) -> str:
    """The name of an SVG element; empty for those of other vocabularies."""
    namespace, _, name = tag.rpartition("}")
    return name if namespace in {"", _SVG} else ""


def _attribute(key: str) -> str:
    """The name of an attribute; empty for those of other vocabularies."""
    if key == _HREF:
        return "href"
    return "" if "}" in key else key
