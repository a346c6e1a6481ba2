"""The whole site as one page that needs nothing beside itself: no file, no font, no network."""

from __future__ import annotations

from pathlib import Path

from markupsafe import Markup

from programkit.outline.nodes import Outline
from programkit.text.formats import Hours
from programkit.web import policy
from programkit.web.assets import Assets, data_script, script
from programkit.web.context import View
from programkit.web.environment import drawn, environment, speak_of
from programkit.web.facts import cleaned, facts_of
from programkit.web.pages import Page
from programkit.web.searchindex import Index
from programkit.web.site import Beside


def one_page(
    outline: Outline,
    beside: Beside | None = None,
    *,
    hours: Hours | None = None,
    overrides: Path | None = None,
) -> bytes:
    """The page, in UTF-8.

    Args:
        outline: What readers see.
        beside: What it links to; none given means nothing.
        hours: A clock of 12 or 24 hours; none given means as the facts or the language have it.
        overrides: A folder with templates and an "agenda.css" of the project.
    """
    beside, view = beside or Beside(), View(outline, hours, one_page=True)
    templates = environment(overrides)
    speak_of(templates, view, beside.revisions)
    assets = Assets(outline, overrides, inline=True)
    facts = data_script("facts", cleaned(facts_of(view, beside.events)))
    scripts = [
        script(series=view.meetings is not None),
        facts + data_script("index", Index().of(view)),
    ]
    context = {
        "outline": outline,
        "page": Page("single", "index", ""),
        "assets": assets,
        "policy": policy.of_one_page([assets.style], scripts),
        "canonical": view.absolute(),
        "calendar": beside.calendar,
        "feed": "",
        "style": Markup(assets.style),  # noqa: S704 - our own, and the project's rules
        "scripts": [Markup(one) for one in scripts],  # noqa: S704 - our own, and escaped data
    }
    return drawn(templates, "single.html", context).encode()
