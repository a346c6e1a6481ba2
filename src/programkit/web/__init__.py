"""Web pages, drawn from an outline with Jinja; nothing else in the package knows Jinja."""

from __future__ import annotations

from programkit.web.page import page

__all__ = ["page"]
