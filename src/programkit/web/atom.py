"""What the feeds of a site share (Atom, RFC 4287)."""

from __future__ import annotations

from datetime import datetime
from typing import Final
from xml.etree.ElementTree import Element, SubElement, tostring

from programkit.text.characters import clean
from programkit.web.context import View

_NAMESPACE: Final = "http://www.w3.org/2005/Atom"


def feed_of(view: View, name: str, title: str, updated: datetime, page: str = "") -> Element:
    """A feed without its entries.

    Args:
        view: The outline in its language, of a site whose address is known.
        name: The feed's file.
        title: Of the feed.
        updated: When anything in it last changed.
        page: The file that says the same to readers; none given means the first page.
    """
    root = Element("feed", {"xmlns": _NAMESPACE, "xml:lang": view.language})
    add_text(root, "id", view.absolute(name))
    add_text(root, "title", title)
    add_text(root, "updated", updated.isoformat())
    SubElement(root, "link", rel="self", href=view.absolute(name))
    SubElement(root, "link", rel="alternate", href=view.absolute(page))
    add_text(SubElement(root, "author"), "name", view.outline.plain_title)
    return root


def add_text(parent: Element, name: str, text: str) -> None:
    """An element that holds a text alone."""
    SubElement(parent, name).text = clean(text)


def written(root: Element) -> bytes:
    """The feed as a file."""
    data: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return data + b"\n"
