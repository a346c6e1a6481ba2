"""What phones and computers ask for when a reader puts the site beside their apps.

The format is that of the Web Application Manifest (W3C). With the service worker it opens without
a network, too.
"""

from __future__ import annotations

import json
from typing import Final

from programkit.text.characters import clean
from programkit.web.context import View

NAME: Final = "manifest.json"
"""Of the file, beside the pages. The script names it to browsers, which refuse it from files."""
SIZE: Final = 512
"""Pixels of the icon's sides; what is important is well inside, so that it may be cut round."""
_GROUND: Final = "#fdfcf9"


def manifest(view: View, icon: str) -> bytes:
    """The file.

    Args:
        view: The outline in its language.
        icon: The address of the icon, a PNG file.
    """
    sizes = f"{SIZE}x{SIZE}"
    said = {
        "id": "./",
        "name": view.outline.plain_title,
        "lang": view.language,
        "dir": view.direction,
        "start_url": "index.html",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": _GROUND,
        "icons": [
            {"src": icon, "sizes": sizes, "type": "image/png", "purpose": purpose}
            for purpose in ("any", "maskable")
        ],
    }
    return clean(json.dumps(said, ensure_ascii=False)).encode()
