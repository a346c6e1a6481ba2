"""Text to glyphs: kerning, ligatures, small caps and marks by HarfBuzz, along a chain of faces."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate
from itertools import chain as chained
from typing import NamedTuple

import uharfbuzz as hb

from programkit.typeset.characters import graphemes, printable
from programkit.typeset.faces import Face

Features = tuple[tuple[str, int], ...]
"""OpenType features with their values, such as ``(("smcp", 1),)``."""

_GLYPHS = 1 << 14  # as many different ones are kept
_NOT_FOUND = 0  # the glyph every font draws for what it lacks: an empty box
_PARTING = "\n"  # between words that are shaped in one go; no text has it


class Glyph(NamedTuple):
    """One glyph in place, in thousandths of the type size."""

    index: int  # type: ignore[assignment]  # nobody looks for something in a glyph
    """Its number in the font."""
    text: str
    """The characters it stands for; empty for the second and later glyphs of one cluster."""
    advance: float
    """How far the pen moves on, kerning included."""
    dx: float = 0
    """How far the glyph is drawn to the right of the pen."""
    dy: float = 0
    """How far above it."""


@dataclass(slots=True, eq=False)
class Piece:
    """Consecutive glyphs of one face, from left to right as they are drawn.

    Two pieces are equal only if they are the same: what draws them looks them up by that. They are
    not changed once they are made; Python would take three times as long to make them frozen.
    """

    face: Face
    glyphs: tuple[Glyph, ...]
    width: float = field(init=False)
    """How far the pen moves on, in thousandths of the type size."""
    note: tuple[object, str] | None = field(init=False, repr=False)
    """How it is drawn, and the one who noted that here; it is forgotten when the word is."""

    def __post_init__(self) -> None:
        self.note = None
        self.width = sum([glyph.advance for glyph in self.glyphs])

    @property
    def text(self) -> str:
        """The characters the glyphs stand for, in the order they are drawn."""
        return "".join([glyph.text for glyph in self.glyphs])


@dataclass(slots=True, eq=False)
class Shaped:
    """A shaped text, in thousandths of the type size; not changed once it is made."""

    pieces: tuple[Piece, ...]
    width: float
    missing: tuple[str, ...] = ()
    """The characters no face of the chain has, each once, in order of appearance."""


def shape(
    text: str,
    chain: tuple[Face, ...],
    features: Features = (),
    language: str = "",
    *,
    rtl: bool | None = None,
) -> Shaped:
    """Shape a text, each grapheme in the first face of a chain that has all of it.

    What no face has is drawn as the first face's empty box, and reported.

    Args:
        text: A word, or any text without line breaks; controls and lone surrogates are left out.
        chain: The faces to try in turn, as `Family.chain` gives them.
        features: OpenType features beside the font's default ones.
        language: BCP 47 tag for letterforms that differ by language; empty means the font's own.
        rtl: Whether all of it runs from right to left; none given means as its letters do, each run
            by itself.
    """
    pieces = tuple(
        Piece(face, tuple(_glyphs(run, face, features, language, rtl=rtl)))
        for face, run in _runs(printable(text), chain)
    )
    pieces = pieces[::-1] if rtl else pieces
    return Shaped(pieces, sum([piece.width for piece in pieces]), _missing(text, chain))


def shape_all(
    texts: Sequence[str], chain: tuple[Face, ...], features: Features = (), language: str = ""
) -> Iterator[Shaped]:
    """Shape texts as `shape` does, those of ASCII in one go, which takes half of the time.

    Args:
        texts: Words.
        chain: The faces to try in turn.
        features: OpenType features beside the font's default ones.
        language: BCP 47 tag.
    """
    face = chain[0]
    simple = "".join(texts)
    together = simple.isascii() and simple.isprintable() and face.covers(simple)
    if not (simple and together and all(texts) and _parts_words(face, features, language)):
        yield from (shape(text, chain, features, language) for text in texts)
        return
    glyphs = _glyphs(_PARTING.join(texts), face, features, language, rtl=None)
    begin = 0
    ends = [at for at, glyph in enumerate(glyphs) if glyph.text == _PARTING]
    for end in (*ends, len(glyphs)):
        piece = Piece(face, tuple(glyphs[begin:end]))
        yield Shaped((piece,), piece.width)
        begin = end + 1


@lru_cache(maxsize=256)
def _parts_words(face: Face, features: Features, language: str) -> bool:
    """Whether what stands between words in one go changes no letter before or after it."""
    letters = [char for char in map(chr, range(0x21, 0x7F)) if face.covers(char)]
    alone = [_glyphs(char, face, features, language, rtl=None) for char in letters]
    parted = _glyphs(_PARTING.join(letters), face, features, language, rtl=None)
    return [glyph for glyph in parted if glyph.text != _PARTING] == list(chained(*alone))


def width_of(
    text: str, chain: tuple[Face, ...], features: Features = (), language: str = ""
) -> float:
    """How wide a text is when it is shaped, in thousandths of the type size; see `shape`."""
    width = 0.0
    for face, run in _runs(printable(text), chain):
        if face.covers(run):
            positions = _shaped(run, face, features, language).glyph_positions
            width += face.scaled(sum([position.x_advance for position in positions]))
        else:
            made = _glyphs(run, face, features, language, rtl=None)
            width += sum([glyph.advance for glyph in made])
    return width


def _missing(text: str, chain: tuple[Face, ...]) -> tuple[str, ...]:
    if chain[0].covers(text):
        return ()
    lacking = (
        grapheme
        for grapheme in graphemes(printable(text))
        if not any(face.covers(grapheme) for face in chain)
    )
    return tuple(dict.fromkeys(lacking))


def _runs(text: str, chain: tuple[Face, ...]) -> Iterator[tuple[Face, str]]:
    """Cut a text where the face or the script changes; what has no script joins its neighbor."""
    if text.isascii() and chain[0].covers(text):
        if text:
            yield chain[0], text
        return
    face, script, run = chain[0], "", ""
    for grapheme in graphemes(text):
        its_face = _face_of(grapheme, chain)
        its_script = script_of(grapheme)
        if run and (its_face is not face or (script and its_script not in {"", script})):
            yield face, run
            script, run = "", ""
        face = its_face
        script = script or its_script
        run += grapheme
    if run:
        yield face, run


@lru_cache(maxsize=1 << 12)
def _face_of(grapheme: str, chain: tuple[Face, ...]) -> Face:
    return next((face for face in chain if face.covers(grapheme)), chain[0])


@lru_cache(maxsize=1 << 12)
def script_of(grapheme: str) -> str:
    """The script of a character; empty for digits, punctuation and what is common to many."""
    buffer = hb.Buffer()
    buffer.add_str(grapheme)
    buffer.guess_segment_properties()
    return buffer.script or ""


def _shaped(
    run: str, face: Face, features: Features, language: str, *, rtl: bool | None = None
) -> hb.Buffer:
    """A run in HarfBuzz's one buffer, which the next call fills anew."""
    buffer = _BUFFER
    buffer.clear_contents()
    buffer.add_str(run)
    buffer.guess_segment_properties()
    if rtl is not None:
        buffer.direction = "rtl" if rtl else "ltr"
    if language:
        buffer.language = language
    hb.shape(face.font, buffer, dict(features))
    return buffer


def _new_buffer() -> hb.Buffer:
    buffer = hb.Buffer()
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    return buffer


_BUFFER = _new_buffer()


def _glyphs(
    run: str, face: Face, features: Features, language: str, *, rtl: bool | None
) -> list[Glyph]:
    buffer = _shaped(run, face, features, language, rtl=rtl)
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    clusters = [info.cluster for info in infos]
    texts = run if clusters == list(range(len(run))) else _texts(run, clusters)
    made = [
        _glyph(face, info.codepoint, text, position.position)
        for info, text, position in zip(infos, texts, positions, strict=True)
    ]
    lacks = _NOT_FOUND in [info.codepoint for info in infos]
    return _boxed(made, run, clusters) if lacks else made


def _boxed(glyphs: Sequence[Glyph], run: str, clusters: Sequence[int]) -> list[Glyph]:
    """The same with one empty box for what is missing of a grapheme, however many marks it has."""
    ends = list(accumulate(map(len, graphemes(run))))
    made: list[Glyph] = []
    before = -1
    for glyph, cluster in zip(glyphs, clusters, strict=True):
        its = bisect_right(ends, cluster) if glyph[0] == _NOT_FOUND else -1
        if its >= 0 and its == before:
            leftwards = clusters[0] > clusters[-1]
            text = glyph.text + made[-1].text if leftwards else made[-1].text + glyph.text
            made[-1] = made[-1]._replace(text=text)
        else:
            made.append(glyph)
        before = its
    return made


@lru_cache(maxsize=_GLYPHS)
def _glyph(face: Face, index: int, text: str, position: tuple[int, int, int, int]) -> Glyph:
    """A glyph; the same letter is one object in all words.

    Args:
        face: Its face.
        index: Its number there.
        text: What it stands for.
        position: Its offset to the right and up, and its advances, in the font's own units.
    """
    dx, dy, advance, _ = position
    return Glyph(index, text, face.scaled(advance), face.scaled(dx), face.scaled(dy))


def _texts(run: str, clusters: list[int]) -> list[str]:
    """What each glyph stands for, in the order they are drawn.

    The glyphs of a cluster share its characters in the order of reading, so that those who read
    glyph by glyph get all of them; where there are too few, the last ones stand for nothing.
    """
    if clusters and clusters[0] > clusters[-1]:
        return _texts(run, clusters[::-1])[::-1]
    starts = sorted(set(clusters))
    ends = [*starts, len(run)][1:]
    if clusters == starts:
        return list(map(run.__getitem__, map(slice, starts, ends)))
    glyphs, texts = Counter(clusters), list[str]()
    for start, end in zip(starts, ends, strict=True):
        texts += _shared(run[start:end], glyphs[start])
    return texts


def _shared(text: str, glyphs: int) -> Iterator[str]:
    """The characters of a cluster, one for each glyph; the last one gets what is left.

    A letter that the font puts together from several glyphs is told as letter and marks, which
    means the same.
    """
    if len(text) < glyphs:
        text = unicodedata.normalize("NFD", text)
    yield from text[: glyphs - 1]
    yield text[glyphs - 1 :]
    yield from [""] * (glyphs - 1 - len(text))
