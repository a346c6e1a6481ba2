"""The service worker, with which the site can be read without a network."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Final

from programkit.web.assets import static

MOST: Final = 6_000_000
"""Bytes that a phone is asked to keep at once; of a larger site the rest is kept as it is read."""
_NEVER: Final = ("404.html",)


def service_worker(files: Mapping[str, bytes], pages: Iterable[str]) -> bytes:
    """The script that keeps files and answers with them.

    Args:
        files: Every file of the site by name.
        pages: The names of the pages, the most important first.

    Returns:
        Another text whenever any file of the site changes.
    """
    digest = hashlib.sha256()
    for name in sorted(files):
        digest.update(f"{name}\0{len(files[name])}\0".encode())
        digest.update(files[name])
    loaded = [name for name in files if name.startswith("assets/")]
    kept, room = [], MOST
    for name in (*loaded, *(page for page in pages if page not in _NEVER)):
        room -= len(files[name])
        if room < 0:
            break
        kept.append(name)
    version = json.dumps(digest.hexdigest()[:16])
    return (
        static("sw.js")
        .replace("/*programkit:version*/", version)
        .replace("/*programkit:files*/", json.dumps(kept, separators=(",", ":")))
        .encode()
    )
