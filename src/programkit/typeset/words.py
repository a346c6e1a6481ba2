"""Words as they are drawn: shaped once for each look, and where they may be cut."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from programkit.typeset.characters import SOFT_HYPHEN, ZERO_WIDTH_SPACE, graphemes
from programkit.typeset.faces import Face
from programkit.typeset.marks import Look
from programkit.typeset.opportunities import Opportunity, everywhere, opportunities
from programkit.typeset.protrusion import LEFT, RIGHT
from programkit.typeset.recent import Recent
from programkit.typeset.shaping import Glyph, Piece, Shaped, shape, shape_all, width_of

HYPHEN = "-"
VISIBLE_COST = 30.0
"""Of ending a line in a hyphen or dash of the word's own."""
EMERGENCY_COST = 1e6
"""The cost of breaking what should not be broken, but is longer than a line: more than that of any
gaps."""

_MARKS_ONLY = dict.fromkeys(map(ord, SOFT_HYPHEN + ZERO_WIDTH_SPACE))
_SPACE = 250.0  # thousandths, where a font has no space
_MOST_WORDS = 1 << 13  # of one look that are kept: a kilobyte each
_PUNCTUATION = ".,;:!?()[]'\"\u2018\u2019\u201c\u201d"  # around a word, where it is never broken
_FEW = 2  # words that are shaped one by one
_LONG = 100  # characters; the parts of longer words are measured letter by letter


class Cut(NamedTuple):
    """A place where a word may be cut, and what the line that ends there, or begins there, has."""

    at: int
    """What follows this position goes to the next line."""
    before: float
    """How wide the word is up to here, in points, with the hyphen that is added."""
    after: float
    """How wide the rest of it is."""
    cost: float
    """How bad it is to cut here; a negative one means as bad as a hyphen of the style."""
    hyphen: bool
    """Whether a hyphen is added."""
    hang: float
    """How much of what is before it hangs out of the column."""


HYPHEN_COST = -1.0
"""Stands for the cost of a hyphen, which the style of the paragraph gives."""


class Word:
    """A word, or the part of one that looks the same; widths are in points.

    Args:
        text: Its characters, with those that only mark where it may be broken.
        look: How it looks.
        places: Where it may be broken; none given means that its own text says so.
        made: How it is shaped, if that is known.
    """

    __slots__ = (
        *("_places", "known", "left", "look", "piece", "plain"),
        *("right", "shaped", "text", "width"),
    )

    def __init__(
        self,
        text: str,
        look: Look,
        places: tuple[Opportunity, ...] | None = None,
        made: Shaped | None = None,
    ) -> None:
        self.text = text
        self.look = look
        self.shaped: Shaped = made or shaped(look, text)
        scale = look.size / 1000
        self.width: float = self.shaped.width * scale
        left, right = _hanging(text, self.shaped)
        self.left, self.right = left * scale, right * scale
        pieces = self.shaped.pieces
        first = look.chain[0]
        alone = len(pieces) == 1 and pieces[0].face is first and not self.shaped.missing
        self.piece: Piece | None = pieces[0] if alone and first.has_space else None
        """Its glyphs, if they are all of the face that the look names first, and it has a space."""
        letters = text.strip(_PUNCTUATION)
        self.plain: bool = places is None and letters.isascii() and letters.isalpha()
        """Whether it can only be broken with a hyphen."""
        self._places = places
        self.known: tuple[Cut, ...] | None = None
        """Where it may be cut in lines that it is not longer than, once that was asked for."""

    def cuts(self, limit: float) -> tuple[Cut, ...]:
        """Where it may be cut, with hyphens or without, in order.

        Args:
            limit: How wide a line is; what is wider may be cut between any two characters.
        """
        if self.width > limit:
            return tuple(self._measured(self._everywhere()))
        if self.known is None:
            places = self._opportunities()
            self.known = tuple(self._measured(places)) if places else ()
        return self.known

    def _opportunities(self) -> tuple[Opportunity, ...]:
        if self._places is None:
            return opportunities(self.text, self.look.language)
        return self._places

    def _everywhere(self) -> tuple[Opportunity, ...]:
        places = {place.at: place for place in everywhere(self.text)}
        places |= {place.at: place for place in self._opportunities()}
        return tuple(places[at] for at in sorted(places))

    def _measured(self, places: tuple[Opportunity, ...]) -> list[Cut]:
        if len(self.text) > _LONG:
            return self._roughly(places)
        glyphs = self.piece.glyphs if self.piece is not None else ()
        if len(glyphs) == len(self.text) and all(len(glyph.text) == 1 for glyph in glyphs):
            return self._by_glyphs(places, glyphs)
        return [
            Cut(
                place.at,
                _width(self.look, self.text[: place.at] + HYPHEN * place.hyphen),
                _width(self.look, self.text[place.at :]),
                _cost(place),
                place.hyphen,
                self.hang(place.at, hyphened=place.hyphen),
            )
            for place in places
        ]

    def _by_glyphs(self, places: tuple[Opportunity, ...], glyphs: tuple[Glyph, ...]) -> list[Cut]:
        """The cuts of a word without ligatures: only kerning over a cut is undone."""
        look, face = self.look, self.look.chain[0]
        scale = look.size / 1000
        edges = [0.0, *accumulate([glyph.advance for glyph in glyphs])]
        cuts = []
        for place in places:
            at, last = place.at, glyphs[place.at - 1]
            alone = (edges[at - 1] + face.advance(last.index)) * scale
            before = alone + _hyphen_after(look, last.text) if place.hyphen else alone
            after = (edges[-1] - edges[at]) * scale
            hang = self.hang(at, hyphened=place.hyphen)
            cuts.append(Cut(at, before, after, _cost(place), place.hyphen, hang))
        return cuts

    def hang(self, at: int, *, hyphened: bool) -> float:
        """How much of it hangs out of the column, in points, where a line ends in it."""
        last = HYPHEN if hyphened else self.text[at - 1]
        share = RIGHT.get(last, 0.0)
        return share * _letter(self.look, last) if share else 0.0

    def _roughly(self, places: tuple[Opportunity, ...]) -> list[Cut]:
        """The cuts, as wide as their characters by themselves."""
        wide: dict[int, float] = {0: 0.0}
        at, width = 0, 0.0
        for grapheme in graphemes(self.text):
            at += len(grapheme)
            width += _letter(self.look, grapheme)
            wide[at] = width
        hyphen = _letter(self.look, HYPHEN)
        return [
            Cut(p.at, wide[p.at] + hyphen * p.hyphen, width - wide[p.at], _cost(p), p.hyphen, 0.0)
            for p in places
            if p.at in wide
        ]


def _hanging(text: str, made: Shaped) -> tuple[float, float]:
    """How much of a word hangs out of the column where it begins, and where it ends, a line."""
    if not text or not made.pieces:
        return 0.0, 0.0
    left, right = LEFT.get(text[0], 0.0), RIGHT.get(text[-1], 0.0)
    first, last = made.pieces[0].glyphs, made.pieces[-1].glyphs
    return (
        left * first[0].advance if left and first else 0.0,
        right * last[-1].advance if right and last else 0.0,
    )


def _cost(place: Opportunity) -> float:
    if place.emergency:
        return EMERGENCY_COST
    if place.hyphen:
        return HYPHEN_COST
    return VISIBLE_COST if place.visible else 0.0


class Vocabulary(Recent[str, Word]):
    """The words of one look, each shaped when it is met after a while.

    Args:
        look: How they look.
    """

    __slots__ = ("look", "space", "spaced")

    def __init__(self, look: Look) -> None:
        super().__init__(_MOST_WORDS)
        self.look = look
        face = look.chain[0]
        glyph = face.glyph(" ")
        advance = _SPACE if glyph is None else face.advance(glyph)
        self.spaced: bool = face.has_space
        """Whether the face has a space."""
        self.space: float = advance * look.size / 1000
        """The width of a space, in points."""

    def __missing__(self, text: str) -> Word:
        known = self.recall(text)
        if known is None:
            known = Word(text, self.look)
            self.keep(text, known)
        return known

    def learn(self, texts: Iterable[str]) -> None:
        """Shape those words of ASCII that are new, in one go."""
        strange = [text for text in texts if text not in self and text.isascii()]
        new = [text for text in dict.fromkeys(strange) if self.recall(text) is None]
        if len(new) < _FEW:
            return
        look = self.look
        made = shape_all(new, look.chain, look.features, look.language)
        for text, each in zip(new, made, strict=True):
            self.keep(text, Word(text, look, made=each))


@lru_cache(maxsize=256)
def vocabulary(look: Look) -> Vocabulary:
    """The words of a look."""
    return Vocabulary(look)


def forget_words() -> None:
    """Forget all words, when no more texts are to be set."""
    vocabulary.cache_clear()
    part.cache_clear()


def drawn(text: str) -> str:
    """What is drawn of a text: marks of where it may be broken are not."""
    return text if text.isascii() else text.translate(_MARKS_ONLY)


def shaped(look: Look, text: str) -> Shaped:
    """A text as it looks."""
    return shape(drawn(text), look.chain, look.features, look.language)


def _width(look: Look, text: str) -> float:
    return width_of(drawn(text), look.chain, look.features, look.language) * look.size / 1000


@lru_cache(maxsize=1 << 12)
def _letter(look: Look, grapheme: str) -> float:
    return _width(look, grapheme)


@lru_cache(maxsize=1 << 12)
def _hyphen_after(look: Look, letter: str) -> float:
    """How much wider a hyphen makes what ends in a letter, kerning included."""
    return _width(look, letter + HYPHEN) - _letter(look, letter)


@lru_cache(maxsize=1 << 10)
def part(look: Look, text: str, *, hyphened: bool = False) -> Shaped:
    """The part of a word that is in one line.

    Args:
        look: How it looks.
        text: The part.
        hyphened: Whether it ends in a hyphen, which reads as a soft one, so that copied words come
            out whole.
    """
    if not hyphened:
        return shaped(look, text)
    made = shaped(look, text + HYPHEN)
    *before, last = made.pieces
    *glyphs, hyphen = last.glyphs
    piece = Piece(last.face, (*glyphs, _soft(hyphen, last.face)))
    return replace(made, pieces=(*before, piece))


def _soft(glyph: Glyph, face: Face) -> Glyph:
    own = face.glyph(SOFT_HYPHEN)  # many fonts have a glyph of its own that looks the same
    if own is None or abs(face.advance(own) - face.advance(glyph.index)) >= 1:
        own = glyph.index
    return glyph._replace(text=SOFT_HYPHEN, index=own)
