"""The list of pages for search engines (sitemaps.org), for sites whose address is known."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape  # that of xml.sax loads what speaks HTTP
from typing import Final

from programkit.web.context import View
from programkit.web.pages import Page

MOST: Final = 50_000
"""Addresses that one list may hold."""
UNLISTED: Final = {"404", "search", "starred"}
"""Pages with nothing that could be found."""


def sitemap(view: View, pages: Iterable[Page]) -> bytes:
    """The addresses of all pages, and when the facts were last revised where they say it."""
    revised = view.outline.revised
    date = "" if revised is None else f"<lastmod>{revised.date().isoformat()}</lastmod>"
    listed = [page for page in pages if page.key not in UNLISTED][:MOST]
    lines = [
        f"<url><loc>{escape(view.absolute(name), quote=False)}</loc>{date}</url>"
        for name in ("" if page.key == "index" else page.address for page in listed)
    ]
    return "\n".join(
        (
            '<?xml version="1.0" encoding="UTF-8"?>',
            '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
            *lines,
            "</urlset>\n",
        )
    ).encode()
