"""Lines as bytes, to be kept: what is drawn of a paragraph, as rows of numbers and texts.

There is a row of words, one of fragments, one of lengths, one of counts and one of texts, so that
whatever bytes are read back are numbers and texts of the right kinds: they may draw nonsense, and
can do nothing else.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import islice
from struct import Struct, error
from typing import Final

from programkit.typeset.faces import Face
from programkit.typeset.marks import Bar, Fragment, Group, Look, Mark, PageNumber, Strip
from programkit.typeset.shaping import Piece

DAMAGED: Final = (LookupError, RecursionError, StopIteration, ValueError, error)
"""What unpacking may raise if the bytes are not what was packed."""
_FRAGMENT, _BAR, _GROUP, _PAGE = range(4)
_HEAD: Final = Struct("=4I")
_FRAGMENTS: Final = Struct("=7d5I")
_WORDS: Final = _HEAD.size
_OUTLINE: Final = Struct("=dII")
_MANY: Final = 0xFFFF


class Writer:
    """Takes numbers and texts one after the other."""

    def __init__(self) -> None:
        self.lengths: list[float] = []
        self.counts: list[int] = []
        self.words: list[int] = []
        self.fragments: list[bytes] = []
        self._texts: dict[str, int] = {}

    def number(self, text: str) -> int:
        """The number that stands for a text."""
        return self._texts.setdefault(text, len(self._texts))

    def text(self, text: str) -> None:
        """Take a text: its number is a count."""
        self.counts.append(self.number(text))

    def finish(self) -> bytes:
        """All of it as `Reader` takes it."""
        texts = [text.encode("utf-8", "surrogatepass") for text in self._texts]
        counts = [*self.counts, *map(len, texts), len(texts)]
        return b"".join((
            _HEAD.pack(len(self.words), len(self.fragments), len(self.lengths), len(counts)),
            array("I", self.words).tobytes(),
            *self.fragments,
            array("d", self.lengths).tobytes(),
            array("I", counts).tobytes(),
            *texts,
        ))  # fmt: skip


class Reader:
    """Gives them back in the same order.

    Args:
        data: What a `Writer` has made.
    """

    def __init__(self, data: bytes) -> None:
        words, fragments, lengths, counts = _HEAD.unpack_from(data)
        first = _WORDS + 4 * words
        second = first + _FRAGMENTS.size * fragments
        third = second + 8 * lengths
        end = third + 4 * counts
        numbers = array("I", data[third:end])
        sizes = [numbers.pop() for _ in range(numbers.pop())]
        self.words = array("I", data[_WORDS:first])
        self.fragments = _FRAGMENTS.iter_unpack(data[first:second])
        self.lengths = iter(array("d", data[second:third]))
        self.counts = iter(numbers)
        self.texts: list[str] = []
        for size in reversed(sizes):
            self.texts.append(data[end : end + size].decode("utf-8", "surrogatepass"))
            end += size

    def text(self) -> str:
        """The next text."""
        return self.texts[next(self.counts)]


def renumbered(data: bytes, number: Callable[[int], int]) -> bytes:
    """What was packed, with other numbers for the same words."""
    words, *_ = _HEAD.unpack_from(data)
    end = _WORDS + 4 * words
    changed = array("I", map(number, array("I", data[_WORDS:end])))
    return data[:_WORDS] + changed.tobytes() + data[end:]


def with_outline(data: bytes, strips: Sequence[Strip]) -> bytes:
    """What was packed, and at its end what `outline_of` reads."""
    counts = [len(strip.marks) for strip in strips]
    heights = {strip.height for strip in strips}
    if (
        len(heights) != 1
        or max(counts, default=0) > _MANY
        or any(strip.missing for strip in strips)
    ):
        return data + _OUTLINE.pack(0.0, 0, len(data))
    return data + array("H", counts).tobytes() + _OUTLINE.pack(*heights, len(counts), len(data))


def outline_of(data: bytes) -> tuple[float, Sequence[int]] | None:
    """How high each line is, and how many marks each has; none where they are of several kinds."""
    end = len(data) - _OUTLINE.size
    height, lines, begin = _OUTLINE.unpack_from(data, end)
    if begin + 2 * lines != end:
        raise ValueError(begin)
    return (height, array("H", data[begin:end])) if lines else None


class _UnknownError(Exception):
    """Something is among the marks that is not kept."""


def pack(
    strips: Sequence[Strip], face: Callable[[Face], int], number: Callable[[Piece], int]
) -> bytes | None:
    """Lines as bytes.

    Args:
        strips: The lines.
        face: Gives the number of a face; raises a KeyError for one that may not be in them.
        number: Gives the number of a word.

    Returns:
        None where there is something in them that is not kept: an anchor, a picture, another face.
    """
    packer = _Packer(face, number)
    try:
        for strip in strips:
            packer.strip(strip)
        return packer.writer.finish()
    except (_UnknownError, KeyError, OverflowError):
        return None


class _Packer:
    def __init__(self, face: Callable[[Face], int], number: Callable[[Piece], int]) -> None:
        self.writer = Writer()
        self.face = face
        self.number = number

    def strip(self, strip: Strip) -> None:
        if strip.anchors or strip.spans:
            raise _UnknownError
        writer = self.writer
        plain = all(isinstance(mark, Fragment) for mark in strip.marks)
        writer.lengths.append(strip.height)
        writer.counts += (plain, len(strip.marks), len(strip.missing))
        for char in strip.missing:
            writer.text(char)
        for mark in strip.marks:
            if plain and isinstance(mark, Fragment):
                self.fragment(mark)
            else:
                self.mark(mark)

    def mark(self, mark: Mark) -> None:
        match mark:
            case Fragment():
                self.writer.counts.append(_FRAGMENT)
                self.fragment(mark)
            case Bar():
                self.writer.counts.append(_BAR)
                self.writer.lengths += (mark.x, mark.y, mark.width, mark.height)
                self.writer.text(mark.color)
            case Group():
                self.writer.counts += (_GROUP, len(mark.marks))
                self.writer.lengths += (mark.x, mark.y, mark.width)
                self.writer.text(mark.alt)
                for each in mark.marks:
                    self.mark(each)
            case PageNumber():
                self.page(mark)
            case _:
                raise _UnknownError

    def fragment(self, mark: Fragment) -> None:
        writer = self.writer
        writer.words += map(self.number, mark.pieces)
        record = _FRAGMENTS.pack(
            mark.x,
            mark.y,
            mark.width,
            mark.size,
            mark.gap,
            mark.expansion,
            mark.tracking,
            self.face(mark.face),
            len(mark.pieces),
            mark.trails,
            writer.number(mark.color),
            0 if mark.link is None else 1 + writer.number(mark.link),
        )
        writer.fragments.append(record)

    def page(self, mark: PageNumber) -> None:
        writer, look = self.writer, mark.look
        writer.lengths += (mark.x, mark.y, mark.width, look.size)
        writer.counts += (_PAGE, len(mark.more), len(look.chain), len(look.features))
        writer.counts += map(self.face, look.chain)
        for name, value in look.features:
            writer.text(name)
            writer.counts.append(value)
        for text in (mark.anchor, *mark.more, look.color, look.language):
            writer.text(text)
        self.link(look.link)
        writer.counts.append(mark.leftward)

    def link(self, link: str | None) -> None:
        self.writer.counts.append(link is not None)
        if link is not None:
            self.writer.text(link)


def unpack(
    data: bytes, faces: Sequence[Face], piece: Callable[[Face], Callable[[int], Piece]]
) -> tuple[Strip, ...]:
    """The lines that `pack` made bytes of; what is damaged raises one of `DAMAGED`.

    Args:
        data: The bytes.
        faces: Those that may be in them, by number.
        piece: For a face, gives the word of a number.
    """
    unpacker = _Unpacker(Reader(data), faces, piece)
    return tuple([unpacker.strip(height) for height in unpacker.lengths])


class _Unpacker:
    def __init__(
        self, reader: Reader, faces: Sequence[Face], piece: Callable[[Face], Callable[[int], Piece]]
    ) -> None:
        self.reader = reader
        self.faces = faces
        self.piece = piece
        self.lengths, self.counts = reader.lengths, reader.counts
        self.fragments = reader.fragments
        self.at = 0  # in the row of words

    def strip(self, height: float) -> Strip:
        plain, count, missing = islice(self.counts, 3)
        lacking = tuple([self.reader.text() for _ in range(missing)])
        make = self.fragment if plain else self.mark
        return Strip(height, tuple([make() for _ in range(count)]), missing=lacking)

    def mark(self) -> Mark:
        kind = next(self.counts)
        if kind == _FRAGMENT:
            return self.fragment()
        if kind == _PAGE:
            return self.page()
        if kind == _GROUP:
            count = next(self.counts)
            x, y, width = islice(self.lengths, 3)
            alt = self.reader.text()
            return Group(x, y, width, tuple([self.mark() for _ in range(count)]), alt)
        if kind == _BAR:
            x, y, width, height = islice(self.lengths, 4)
            return Bar(x, y, width, height, self.reader.text())
        raise ValueError(kind)

    def fragment(self) -> Fragment:
        x, y, width, size, gap, expansion, tracking, *which = next(self.fragments)
        face, count, trails, color, link = which
        its, texts = self.faces[face], self.reader.texts
        begin, self.at = self.at, self.at + count
        return Fragment(
            x,
            y,
            width,
            its,
            size,
            tuple(map(self.piece(its), self.reader.words[begin : self.at])),
            gap,
            expansion,
            tracking,
            bool(trails),
            texts[color],
            texts[link - 1] if link else None,
        )

    def page(self) -> PageNumber:
        text, counts = self.reader.text, self.counts
        x, y, width, size = islice(self.lengths, 4)
        more, chain, features = islice(counts, 3)
        faces = tuple([self.faces[at] for at in islice(counts, chain)])
        its = tuple([(text(), next(counts)) for _ in range(features)])
        anchor, *others = [text() for _ in range(1 + more)]
        look = Look(faces, size, text(), features=its, language=text())
        look = replace(look, link=self.link())
        return PageNumber(x, y, width, anchor, look, tuple(others), bool(next(counts)))

    def link(self) -> str | None:
        return self.reader.text() if next(self.counts) else None
