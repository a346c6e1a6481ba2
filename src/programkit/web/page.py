"""The agenda as one page that needs nothing beside itself: no script, no font, no network."""

from __future__ import annotations

import base64
import hashlib
from importlib import resources

from markupsafe import Markup

from programkit.outline.nodes import Outline
from programkit.web.context import Hours, View
from programkit.web.environment import environment
from programkit.web.tracks import track_rules

_POLICY = "default-src 'none'; style-src {style}; base-uri 'none'; form-action 'none'"
_SCRIPT_POLICY = "; script-src {script}; connect-src 'self'"


def page(
    outline: Outline, *, calendar: str = "", hours: Hours | None = None, script: str = ""
) -> bytes:
    """The page, in UTF-8.

    Args:
        outline: What readers see.
        calendar: Address of the calendar file, relative to the page; empty for no link to it.
        script: A script of our own for previews; what is published has none.
        hours: A clock of 12 or 24 hours; none given means as the facts or the language have it.
    """
    style, view = _style(outline), View(outline, hours)
    policy = _POLICY.format(style=_fingerprint(style))
    if script:
        policy += _SCRIPT_POLICY.format(script=_fingerprint(script))
    text = (
        environment(view)
        .get_template("page.html")
        .render(
            outline=outline,
            abstracts=tuple(view.abstracts()),
            calendar=calendar,
            style=Markup(style),  # noqa: S704 - our own file and checked colors, nobody's text
            script=Markup(script),  # noqa: S704 - our own
            policy=policy,
        )
    )
    return text.encode()


def _style(outline: Outline) -> str:
    """The style sheet; the rules for the conference's tracks come last."""
    sheet = resources.files("programkit.web").joinpath("static/agenda.css")
    return "\n" + sheet.read_text(encoding="utf-8") + track_rules(outline.tracks)


def _fingerprint(text: str) -> str:
    """By which a content security policy admits this text and no other."""
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
