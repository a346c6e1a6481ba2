"""The script with which other web sites show the program: an element of their pages."""

from __future__ import annotations

import json
from typing import Final

from programkit.text.formats import clock_forms
from programkit.text.locales import locale_tag
from programkit.text.words import words
from programkit.web.assets import safe, static
from programkit.web.context import View

WORDS: Final = ("cancelled", "date_tbd", "embed_failed", "embed_nothing", "embed_whole", "time_tbd")
"""The words it shows."""


def element(view: View) -> bytes:
    """The script of the element, in the language of the conference."""
    labels = {name: words(view.language)[name] for name in WORDS}
    clock = clock_forms(view.hours, view.language)
    form = {"locale": locale_tag(view.language), "clock": clock}
    script = static("embed.js")
    for name, value in (("labels", labels), ("form", form)):
        written = safe(json.dumps(value, ensure_ascii=False, separators=(",", ":")))
        script = script.replace(f"/*programkit:{name}*/", written)
    return script.encode()
