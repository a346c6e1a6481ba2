"""The feed of changes (Atom, RFC 4287): an entry for each version published, in plain text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final
from xml.etree.ElementTree import Element, SubElement, tostring

from programkit.text.characters import clean
from programkit.web.context import View
from programkit.web.history import History, Revision, Told, anchor

NAME: Final = "changes.atom"
"""Of the file, beside the pages."""
_PAGE: Final = "changes.html"
_NAMESPACE: Final = "http://www.w3.org/2005/Atom"


def feed(view: View, revisions: Sequence[Revision]) -> bytes:
    """The feed, for a site whose address is known.

    Args:
        view: The outline in its language.
        revisions: What changed with each version published, the newest first; one at least.
    """
    root = Element("feed", {"xmlns": _NAMESPACE, "xml:lang": view.language})
    _text(root, "id", view.absolute(NAME))
    _text(root, "title", f"{view.outline.plain_title}: {view.word('changes')}")
    _text(root, "updated", revisions[0].at.isoformat())
    SubElement(root, "link", rel="self", href=view.absolute(NAME))
    SubElement(root, "link", rel="alternate", href=view.absolute(_PAGE))
    _text(SubElement(root, "author"), "name", view.outline.plain_title)
    for at, changes in History(view, revisions).versions():
        entry, address = SubElement(root, "entry"), f"{view.absolute(_PAGE)}#{anchor(at)}"
        _text(entry, "id", address)
        _text(entry, "title", f"{view.word('changes')}, {view.date(at)}")
        _text(entry, "updated", at.isoformat())
        SubElement(entry, "link", rel="alternate", href=address)
        _text(entry, "content", "\n\n".join(map(_told, changes)))
    written: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _told(change: Told) -> str:
    """A change in a few lines."""
    was, now = change.before, change.now
    times = f"{was} → {now}" if was and now and was != now else now or was
    return "\n".join((f"{', '.join(change.news)}: {change.title}", times))


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = clean(text)
