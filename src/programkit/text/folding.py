"""Text folded to plain letters, for comparing, sorting and ids; never for showing."""

from __future__ import annotations

import re
import unicodedata

from anyascii import anyascii

LONGEST_SLUG = 60
"""Characters."""

_APOSTROPHES = re.compile("['’‘ʼ`´.]")
_OTHER = re.compile(r"[^a-z0-9]+")


def folded(text: str) -> str:
    """The text in small ASCII letters and digits, words separated by one space.

    Letters of other alphabets are transliterated, apostrophes and full stops vanish, hyphens
    separate: "Vanden-Eijnden" is ``vanden eijnden``, "Dokmanić" is ``dokmanic``, "O’Brien" is
    ``obrien``.
    """
    latin = anyascii(unicodedata.normalize("NFKC", text)).lower()
    return _OTHER.sub(" ", _APOSTROPHES.sub("", latin)).strip()


def slug(text: str) -> str:
    """An id made from a text: "Julia Kempe" is ``julia-kempe``.

    Returns:
        At most 60 small ASCII letters, digits and hyphens, cut at a word where possible; empty if
        the text has no letter or digit.
    """
    whole = folded(text).replace(" ", "-")
    if len(whole) <= LONGEST_SLUG:
        return whole
    cut = whole[: LONGEST_SLUG + 1].rpartition("-")[0]
    return cut or whole[:LONGEST_SLUG]
