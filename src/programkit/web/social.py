"""What a page says of itself where its address is shared, and in lists of search results.

The names are those of OpenGraph, which messengers and social networks read.
"""

from __future__ import annotations

from collections.abc import Iterator

from programkit.model.base import Unknown
from programkit.outline.nodes import OutlinePoster, OutlineTalk
from programkit.outline.wording import plain_text
from programkit.text.characters import excerpt, one_line
from programkit.web.context import View
from programkit.web.pages import Page

SIZE = (1200, 630)
"""Pixels of the picture of a card, as those who show it ask for."""
LONGEST = 200
"""Characters of a description; what follows is not shown anywhere."""


class Cards:
    """The descriptions of a site's pages."""

    def __init__(self, view: View) -> None:
        self.view = view

    def of(self, page: Page, address: str, picture: str = "") -> Iterator[tuple[str, str]]:
        """Names and contents of meta elements.

        Args:
            page: The page.
            address: Its absolute address; empty where there is none.
            picture: The name of the file of the card's picture; empty where there is none.
        """
        outline, description = self.view.outline, self.description(page)
        named = {
            "description": description,
            "og:title": page.title or outline.plain_title,
            "og:description": description,
            "og:type": "article" if page.nodes else "website",
            "og:site_name": outline.plain_title,
            "og:url": address,
            "og:locale": self.view.language.replace("-", "_"),
            "twitter:card": "summary_large_image" if picture else "summary",
        }
        if picture:
            named |= {
                "og:image": self.view.absolute(picture),
                "og:image:type": "image/png",
                "og:image:width": str(SIZE[0]),
                "og:image:height": str(SIZE[1]),
                "og:image:alt": outline.plain_title,
            }
        yield from ((name, value) for name, value in named.items() if value)
        if page.name in {"404", "search", "starred"}:
            yield "robots", "noindex"

    def description(self, page: Page) -> str:
        """A line about a page: of a talk who, when and what, of others the conference."""
        for node in page.nodes.values():
            if isinstance(node, OutlineTalk | OutlinePoster):
                return excerpt(self._of_contribution(node), LONGEST)
        outline = self.view.outline
        title = outline.plain_title if page.title else outline.subtitle
        told = (page.title, title, self.view.dates(), outline.place)
        return excerpt(" · ".join(filter(None, told)) or outline.plain_title, LONGEST)

    def _of_contribution(self, of: OutlineTalk | OutlinePoster) -> str:
        when = ""
        if isinstance(of, OutlineTalk) and of.occurrences:
            found = of.occurrences[0]
            start = found.when.start
            when = f"{self.view.occurrence_day(found)} {self.view.clock(start) if start else ''}"
        abstract = "" if isinstance(of.abstract, Unknown) else plain_text(of.abstract)
        told = (self.view.names(of), when.strip(), abstract or self.view.outline.plain_title)
        return one_line(" · ".join(filter(None, told)))
