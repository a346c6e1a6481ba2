"""Words by number: each is glyphs in a row, in whatever face has them."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from itertools import accumulate, islice, pairwise

from programkit.typeset.faces import Face
from programkit.typeset.packing import Reader, Writer
from programkit.typeset.recent import Recent
from programkit.typeset.shaping import Glyph, Piece

_PIECES = 1 << 16  # of a face that are kept as they are drawn
_HIGHEST = 0xFFFF  # number of a glyph


class Words:
    """Gives words numbers, and finds them again."""

    def __init__(self) -> None:
        self._glyphs: dict[Glyph, int] = {}
        self._words: dict[bytes, int] = {}
        self._glyph_of: list[Glyph] = []
        self._word_of: list[bytes] = []
        self._numbers: Recent[Piece, int] = Recent(_PIECES)
        self._pieces: dict[Face, _Pieces] = {}

    def number(self, piece: Piece) -> int:
        """The number of a word."""
        known = self._numbers.recall(piece)
        if known is None:
            known = self._number(piece.glyphs)
            self._numbers.keep(piece, known)
        return known

    def let_go(self) -> None:
        """Forget which objects stand for which words, so that they need not be kept for this."""
        self._numbers = Recent(_PIECES)
        self._pieces.clear()

    def pieces(self, face: Face) -> Callable[[int], Piece]:
        """What gives the words of a face; for a number that none has it raises an IndexError."""
        if face not in self._pieces:
            self._pieces[face] = _Pieces(face, self._spelled)
        return self._pieces[face].__getitem__

    def written(self, numbers: Sequence[int]) -> bytes:
        """Some words as bytes that `read` takes."""
        writer = Writer()
        glyphs: dict[int, int] = {}
        writer.counts.append(len(numbers))
        for number in numbers:
            word = array("I", self._word_of[number])
            writer.counts.append(len(word))
            writer.words += [glyphs.setdefault(glyph, len(glyphs)) for glyph in word]
        for index, text, *lengths in map(self._glyph_of.__getitem__, glyphs):
            writer.counts.append(index)
            writer.lengths += lengths
            writer.text(text)
        return writer.finish()

    def read(self, data: bytes) -> list[int]:
        """The numbers of the words that `written` gave, in their order."""
        reader = Reader(data)
        sizes = list(islice(reader.counts, next(reader.counts)))
        glyphs = [
            self._glyph(Glyph(index & _HIGHEST, reader.text(), *islice(reader.lengths, 3)))
            for index in reader.counts
        ]
        words = array("I", map(glyphs.__getitem__, reader.words))
        edges = [0, *accumulate(sizes)]
        return [self._word(words[begin:end].tobytes()) for begin, end in pairwise(edges)]

    def _number(self, glyphs: Sequence[Glyph]) -> int:
        return self._word(array("I", map(self._glyph, glyphs)).tobytes())

    def _glyph(self, glyph: Glyph) -> int:
        number = self._glyphs.setdefault(glyph, len(self._glyphs))
        if number == len(self._glyph_of):
            self._glyph_of.append(glyph)
        return number

    def _word(self, word: bytes) -> int:
        number = self._words.setdefault(word, len(self._words))
        if number == len(self._word_of):
            self._word_of.append(word)
        return number

    def _spelled(self, number: int) -> tuple[Glyph, ...]:
        return tuple([self._glyph_of[at] for at in array("I", self._word_of[number])])


class _Pieces(Recent[int, Piece]):
    """The words of one face by number, each made when it is asked for after a while."""

    __slots__ = ("_face", "_spelled")

    def __init__(self, face: Face, spelled: Callable[[int], tuple[Glyph, ...]]) -> None:
        super().__init__(_PIECES)
        self._face = face
        self._spelled = spelled

    def __missing__(self, number: int) -> Piece:
        known = self.recall(number)
        if known is None:
            known = Piece(self._face, self._spelled(number))
            self.keep(number, known)
        return known
