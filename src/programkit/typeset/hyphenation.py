"""Where a word may be hyphenated, by the patterns of its language (pyphen)."""

from __future__ import annotations

from functools import lru_cache

import pyphen

_SHORTEST = 5  # letters; shorter words are never worth a hyphen
_LONGEST = 60  # letters; what is longer is no word
_LEFT, _RIGHT = 2, 3  # letters that stay before and after a hyphen at least
_COUNTRY = {"en": "en_US", "de": "de_DE", "pt": "pt_BR"}  # meant by a language without a country
_UNDER_GPL = frozenset({"cs_CZ", "gl", "nb_NO", "nn_NO", "pt_PT", "ro_RO", "uk_UA"})
"""Dictionaries that pyphen brings under the GPL alone, according to their own headers: not used."""


@lru_cache(maxsize=64)
def _patterns(language: str) -> pyphen.Pyphen | None:
    code = pyphen.language_fallback(_COUNTRY.get(language, language).replace("-", "_"))
    if code is None or pyphen.LANGUAGES[code].stem.removeprefix("hyph_") in _UNDER_GPL:
        return None
    return pyphen.Pyphen(lang=code, left=_LEFT, right=_RIGHT)


@lru_cache(maxsize=1 << 16)
def hyphenate(word: str, language: str) -> tuple[int, ...]:
    """The positions at which a hyphen may be put into a word.

    Names of mixed or upper case (acronyms, LaTeX), words with digits, and words under five letters
    are left whole, as are breaks that would change the spelling.

    Args:
        word: Letters only; anything else gives no positions.
        language: BCP 47 tag; a language without patterns gives no positions.
    """
    if not _SHORTEST <= len(word) <= _LONGEST:
        return ()
    if not word.isalpha() or word[1:] != word.lower()[1:]:
        return ()
    patterns = _patterns(language)
    if patterns is None:
        return ()
    return tuple(int(at) for at in patterns.positions(word) if at.data is None)
