"""Under which names the web site has its pages, calendars and the elements of its one-page version.

All pages lie in one folder, so that a link to one is the same on every page. An id is a file's name
as it is where every file system and every address can hold it; others are made readable and told
apart by a digest.
"""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache

from programkit.text.folding import slug

PAGE, CALENDAR = ".html", ".ics"
"""What follows a key in the name of a page, and of a calendar."""
_PLAIN = re.compile(r"[a-z0-9]+(?:[-.][a-z0-9]+)*")
"""Small letters only: file systems that do not tell them from capitals would lose pages. Without
``_``, which marks names that had to be made."""
_LONGEST = 60
_READABLE = 40
_DIGEST = 10


@lru_cache(maxsize=1 << 16)
def key(kind: str, id: str) -> str:  # noqa: A002 - as everywhere
    """The name of a node of the outline on the web: "talk-kempe".

    Args:
        kind: "talk", "poster", "session", "person", "room", "track" or "day".
        id: The organizer's id.
    """
    if len(id) <= _LONGEST and _PLAIN.fullmatch(id):
        return f"{kind}-{id}"
    digest = hashlib.sha256(id.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGEST]
    return "-".join(part for part in (kind, slug(id)[:_READABLE].strip("-")) if part) + f"_{digest}"


def site_address(url: str, name: str = "") -> str:
    """The absolute address of a page or file of the site; empty where the site has none.

    Args:
        url: The address of the conference, at which its site is.
        name: The file, such as "talk-kempe.html"; none given means the first page.
    """
    if not url.startswith(("http://", "https://")):
        return ""
    return url.partition("#")[0].partition("?")[0].rstrip("/") + "/" + name
