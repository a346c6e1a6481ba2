"""The feed of changes (Atom, RFC 4287): an entry for each version published, in plain text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final
from xml.etree.ElementTree import SubElement

from programkit.web.atom import add_text, feed_of, written
from programkit.web.context import View
from programkit.web.history import History, Revision, Told, anchor

NAME: Final = "changes.atom"
"""Of the file, beside the pages."""
_PAGE: Final = "changes.html"


def feed(view: View, revisions: Sequence[Revision]) -> bytes:
    """The feed, for a site whose address is known.

    Args:
        view: The outline in its language.
        revisions: What changed with each version published, the newest first; one at least.
    """
    title = f"{view.outline.plain_title}: {view.word('changes')}"
    root = feed_of(view, NAME, title, revisions[0].at, _PAGE)
    history = History(view, revisions)
    for at, changes in history.versions():
        entry, address = SubElement(root, "entry"), f"{view.absolute(_PAGE)}#{anchor(at)}"
        add_text(entry, "id", address)
        add_text(entry, "title", f"{view.word('changes')}, {view.date(at)}")
        add_text(entry, "updated", at.isoformat())
        SubElement(entry, "link", rel="alternate", href=address)
        add_text(entry, "content", "\n\n".join(_told(one, history) for one in changes))
    return written(root)


def _told(change: Told, history: History) -> str:
    """A change in a few lines."""
    was, now = history.text(change.before), history.text(change.now)
    times = f"{was} → {now}" if was and now and was != now else now or was
    return "\n".join((f"{', '.join(change.news)}: {change.title}", times))
