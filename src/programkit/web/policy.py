"""What a page may load, said to the browser (Content Security Policy, level 3).

Whatever a stranger's text might smuggle in, no browser runs it: scripts and styles come from the
site's own files, or are those whose digests are named.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from typing import Final

_ALWAYS: Final = "base-uri 'none'; form-action 'self'"
OF_SITE: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; " + _ALWAYS
)
"""For pages with their files beside them."""


def of_one_page(styles: Iterable[str], scripts: Iterable[str], *, connects: bool = False) -> str:
    """For a page that has everything in it.

    Args:
        styles: The text of each style element.
        scripts: The text of each script element.
        connects: Whether its scripts may ask the server it came from.
    """
    said = ["default-src 'none'"]
    for name, texts in (("style-src", styles), ("script-src", scripts)):
        digests = " ".join(map(_digest, texts))
        said += [f"{name} {digests}"] if digests else []
    said += ["img-src data:", *(["connect-src 'self'"] if connects else []), _ALWAYS]
    return "; ".join(said)


def _digest(text: str) -> str:
    """By which a policy admits this text and no other."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
