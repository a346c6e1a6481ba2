"""The site: all pages and the files beside them, each under its name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Final, NamedTuple

from programkit.outline.keeping import alike_but_texts
from programkit.outline.nodes import Outline
from programkit.text.formats import Hours
from programkit.web import policy
from programkit.web.assets import Assets
from programkit.web.cardpicture import card
from programkit.web.context import View
from programkit.web.data import Data
from programkit.web.embedding import element
from programkit.web.environment import drawn, environment, speak_of
from programkit.web.facts import cleaned, facts_of
from programkit.web.feed import NAME, feed
from programkit.web.installing import NAME as MANIFEST
from programkit.web.installing import manifest
from programkit.web.offline import service_worker
from programkit.web.pages import Page, every
from programkit.web.searchindex import Index
from programkit.web.serieslists import TALKS, SeriesLists
from programkit.web.sitemap import sitemap
from programkit.web.talkfeed import talk_feed

_WITH_TEXTS: Final = frozenset({"talk", "poster"})
"""The pages that show the abstract of their node."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What the site links to and does not make itself."""

    calendar: str = ""
    """Address of the calendar of all talks, relative to the site; empty means there is none."""
    calendars: frozenset[str] | None = None
    """Names of the calendars that there are; none given means one of everything."""
    events: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    """UID and SEQUENCE of each event, by the key of its talk and the number of its part."""
    stamp: str = ""
    """The DTSTAMP of the calendars."""
    modified: Mapping[str, datetime] = field(default_factory=dict)
    """When calendars last changed what they say of a talk, by its key."""
    revisions: Sequence[Any] = ()
    """What changed with each version published, the newest first."""


class Drawn(NamedTuple):
    """A page as it was drawn."""

    page: Page
    """What it was drawn of."""
    data: bytes
    pictures: Mapping[str, str]
    """The addresses of the pictures on it, by their names."""


class Site:
    """Makes the site of a project, and remembers pages so that only what changed is drawn anew."""

    def __init__(self, overrides: Path | None = None) -> None:
        """Prepare the templates.

        Args:
            overrides: A folder with templates and an "agenda.css" of the project; none given
                means ours alone.
        """
        self._overrides = overrides if overrides is not None and overrides.is_dir() else None
        self._templates = environment(self._overrides)
        self._frame: object = None
        self._looks: object = None
        self._outline: Outline | None = None
        self._facts: dict[str, Any] = {}
        self._data, self._index = Data(), Index()
        self._drawn: dict[str, Drawn] = {}

    def files(
        self, outline: Outline, beside: Beside | None = None, *, hours: Hours | None = None
    ) -> dict[str, bytes]:
        """Every file of the site.

        Args:
            outline: What readers see.
            beside: The calendars and the feed.
            hours: A clock of 12 or 24 hours; none given means as the facts or the language have it.

        Returns:
            The content of each, by its name relative to the site's folder: what pages load stands
            before them, and last what tells browsers that there is something new.
        """
        beside = beside or Beside()
        view = View(outline, hours, calendars=beside.calendars)
        told = NAME if beside.revisions and view.absolute() else ""
        assets = Assets(outline, self._overrides)
        if not self._goes_on(view, beside):
            self._drawn, self._facts = {}, cleaned(facts_of(view, beside.events))
        assets.know(self._facts, self._index.of(view))
        if view.absolute():
            assets.share(card(view, (assets.picture(host.logo)[1] for host in outline.hosts)))
        pages = list(every(view))
        shown = dict(self._all(view, pages, assets, beside, told))  # this finds pictures, too
        made = assets.files | shown
        made["embed.js"] = element(view)
        made[MANIFEST] = manifest(view, assets.large_icon)
        made["agenda.json"] = self._data.of(view)
        if view.absolute():
            made["sitemap.xml"] = sitemap(view, pages)
        if view.meetings is not None and SeriesLists(view, view.meetings.series).feed:
            made[TALKS] = talk_feed(view, view.meetings, beside.modified)
        if told:
            made[told] = feed(view, beside.revisions)
        made["sw.js"] = service_worker(made, [page.address for page in pages])
        return made

    def _goes_on(self, view: View, beside: Beside) -> bool:
        """Whether all but texts is as it was the last time, and so what was made of it."""
        frame = (view.hours, beside)
        same = frame == self._frame and self._alike(view.outline, self._outline)
        self._frame, self._outline = frame, view.outline
        return same

    def _all(
        self, view: View, pages: Sequence[Page], assets: Assets, beside: Beside, told: str
    ) -> Iterator[tuple[str, bytes]]:
        """Each page, drawn anew where anything that it may show has changed."""
        speak_of(self._templates, view, beside.revisions)
        common = {
            "outline": view.outline,
            "assets": assets,
            "policy": policy.OF_SITE,
            "calendar": beside.calendar,
            "feed": told,
            "stamp": beside.stamp,
        }
        looks = (assets.css, assets.card)
        kept, self._drawn = self._drawn if looks == self._looks else {}, {}
        self._looks = looks
        for page in pages:
            before = kept.get(page.address)
            if before is None or not self._still_holds(before, page, assets):
                assets.pictures.clear()
                data = self._draw(page, common, view)
                before = Drawn(page, data, dict(assets.pictures))
            self._drawn[page.address] = before._replace(page=page)
            yield page.address, before.data

    def _still_holds(self, before: Drawn, page: Page, assets: Assets) -> bool:
        """Whether a page is drawn as before; abstracts are on the page of what they are of."""
        other = before.page
        if any(assets.image(name) != address for name, address in before.pictures.items()):
            return False
        if page.name in _WITH_TEXTS:
            return page == other
        if (page.name, page.title, page.shows) != (other.name, other.title, other.shows):
            return False
        return self._alike(tuple(page.nodes.values()), tuple(other.nodes.values()))

    def _alike(self, one: object, other: object) -> bool:
        """Whether all pages draw them alike; templates of a project may draw texts anywhere."""
        return one == other if self._overrides is not None else alike_but_texts(one, other)

    def _draw(self, page: Page, common: Mapping[str, Any], view: View) -> bytes:
        canonical = view.absolute("" if page.key == "index" else page.address)
        context = {**common, "page": page, "canonical": canonical, **page.nodes}
        return drawn(self._templates, page.name + ".html", context).encode()
