"""Addresses that outputs may link to, whoever wrote them."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator

_SCHEMES = frozenset({"http", "https", "mailto"})


def _safe_url(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme.lower() not in _SCHEMES or any(c.isspace() or ord(c) < 32 for c in url):
        raise ValueError(f'"{url}" is no http, https or mailto address')
    if parts.scheme.lower() != "mailto" and not parts.netloc:
        raise ValueError(f'"{url}" names no host')
    return url


Url = Annotated[str, AfterValidator(_safe_url)]
"""An address that outputs may link to: http, https or mailto."""
OptionalUrl = Annotated[str, AfterValidator(lambda url: url and _safe_url(url))]
"""A Url, or empty for none."""
