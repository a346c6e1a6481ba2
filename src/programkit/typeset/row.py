"""Runs of text to rows of words and spaces, ready to be broken into lines."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import groupby

from programkit.text.markup import Run
from programkit.typeset.bidi import Direction, direction, needs_bidi
from programkit.typeset.characters import NO_BREAK_SPACE, printable
from programkit.typeset.formulas import Formula, set_formula, split_formula
from programkit.typeset.marks import Anchor, Look
from programkit.typeset.opportunities import Opportunity, opportunities
from programkit.typeset.style import ParagraphStyle
from programkit.typeset.words import Cut, Vocabulary, Word, shaped, vocabulary

_TOKENS = re.compile(rf"([ \t\n\r\f\v]+|{NO_BREAK_SPACE})")
_SMALLEST = 0.7  # of its size: smaller than that a formula is not set to fit into its line
_TINY = 1e-6  # points
_BLANKS = " \t\n\r\f\v"
_WORDS = re.compile(rf"[^{_BLANKS}]+")
_APART = (" ;", " :", " !", " ?", " »", " ›", "« ", "‹ ")
_LONELY = re.compile(r"(?<=\S) (?=[;:!?»›]+(?:\s|\Z))|(?<=[«‹]) (?=\S)")
"""Spaces between a word and marks of French, where no line begins or ends."""


@dataclass(frozen=True, slots=True)
class PageRef:
    """The number of the page an anchor is on, known only once all pages are laid out."""

    anchor: str
    digits: int = 3
    """How many figures to keep room for."""
    more: tuple[str, ...] = ()
    """Further anchors whose pages are named, too, each page once."""


@dataclass(frozen=True, slots=True)
class Fill:
    """All the room left in a line, which pushes what follows to the right edge."""

    leader: str = ""
    """What the room is filled with, such as ``" ."``; nothing means it stays empty."""


Inline = Run | PageRef | Fill | Anchor
"""What a paragraph is made of."""


@dataclass(frozen=True, slots=True)
class Room:
    """Room in a line that is not text: for a page number, a fill or a formula."""

    look: Look
    width: float
    """In points; of a fill, the least."""
    holds: PageRef | Fill | Formula
    left: float = 0.0
    right: float = 0.0
    text: str = ""
    piece: None = None
    plain: bool = True
    known: tuple[Cut, ...] = ()

    def cuts(self, limit: float) -> tuple[Cut, ...]:  # noqa: ARG002 - what words have
        """Nowhere: it is never cut."""
        return ()


Atom = Word | Room


@dataclass(slots=True)
class Row:
    """What stands between two line breaks that the author set: atoms with or without spaces."""

    atoms: list[Atom] = field(default_factory=list)
    spaces: list[float] = field(default_factory=list)
    """How wide the space after each atom is, in points; 0 where the next one follows at once."""
    looks: list[Look] = field(default_factory=list)
    """How the space after each atom looks."""
    tied: set[int] = field(default_factory=set)
    """The atoms after which no line ends although there is a space."""
    loose: set[int] = field(default_factory=set)
    """The atoms after which a line may end although there is no space."""
    anchors: list[tuple[int, Anchor]] = field(default_factory=list)
    """Each with the number of the atom before which it stands."""
    uniform: bool = True
    """Whether it is words of one look and one face throughout."""
    base: Direction | None = None
    """Which way its paragraph runs, if anything in that runs from right to left."""

    def add(self, atom: Atom) -> None:
        """Append an atom, without a space after it so far."""
        self.atoms.append(atom)
        self.spaces.append(0.0)
        self.looks.append(atom.look)

    def add_space(self, words: Vocabulary, *, tied: bool = False) -> None:
        """Let a space follow the last atom; at the beginning, and after another one, it is lost.

        Args:
            words: Those of the look that the space has.
            tied: Whether no line may end there; such a space is never lost.
        """
        last = len(self.atoms) - 1
        if tied and (last < 0 or self.spaces[last]):
            self.add(words[""])
            self.uniform = False
            last += 1
        if last >= 0 and not self.spaces[last]:
            self.spaces[last] = words.space
            self.looks[last] = words.look
            if tied:
                self.tied.add(last)

    def close(self) -> None:
        """Drop a space at the end."""
        if self.atoms:
            self.spaces[-1] = 0.0
            self.tied.discard(len(self.atoms) - 1)


def make_rows(inlines: Iterable[Inline], style: ParagraphStyle, width: float) -> list[Row]:
    """The rows of a paragraph, one for each line break that its author set, and one more.

    Args:
        inlines: The paragraph.
        style: How it is set.
        width: The column's width in points, which decides whether a formula fits into a line.
    """
    builder = _Builder(style, style.measure(width).shortest)
    contents = tuple(inlines)
    for inline in contents:
        builder.add(inline)
    builder.end_row()
    led = style.mirrored and any(isinstance(inline, Fill) for inline in contents)
    base = "rtl" if led else _base(contents)
    for row in builder.rows:
        row.base = base
    return builder.rows


def _base(contents: Iterable[Inline]) -> Direction | None:
    texts = [inline.text for inline in contents if isinstance(inline, Run)]
    return direction("".join(texts)) if any(map(needs_bidi, texts)) else None


@dataclass(slots=True)
class _Builder:
    style: ParagraphStyle
    limit: float
    row: Row = field(default_factory=Row)
    rows: list[Row] = field(default_factory=list)
    word: list[tuple[Vocabulary, str]] = field(default_factory=list)  # parts of the word being read
    look: Look | None = None

    def add(self, inline: Inline) -> None:
        """Add a part of the paragraph."""
        match inline:
            case Run():
                self._add_run(inline)
            case Anchor():
                self.row.anchors.append((len(self.row.atoms) + bool(self.word), inline))
            case Fill():
                self._add_room(Room(self.style.look(), 0.0, inline))
            case PageRef(anchor, digits, more):
                look = replace(self.style.look(), link=f"#{anchor}")
                widest = ", ".join(["0" * digits] * (1 + len(more)))
                self._add_room(Room(look, shaped(look, widest).width * look.size / 1000, inline))

    def end_row(self) -> None:
        """End the line here, whatever room is left."""
        self._end_word()
        self.row.close()
        self.rows.append(self.row)
        self.row = Row()
        self.look = None

    def _add_room(self, room: Room) -> None:
        self._end_word()
        self.row.uniform = False
        self.row.add(room)

    def _add_run(self, run: Run) -> None:
        if run.newline:
            self.end_row()
        elif run.math is not None:
            self._add_formula(run, run.math)
        else:
            self._add_text(run.text, self.style.look(run))

    def _add_formula(self, run: Run, tex: str) -> None:
        """A formula, cut where lines may break in it; as readable text if it cannot be laid out."""
        look = self.style.look(run)
        make = partial(
            set_formula,
            bold=self.style.bold or run.bold,
            color=look.color,
            link=look.link,
            family=self.style.family,
        )
        whole = make(tex, size=look.size, display=run.display)
        if whole is None:
            self._add_readable(run)
            return
        if run.display and whole.width > self.limit:
            share = max(_SMALLEST, self.limit / whole.width)
            whole = make(tex, size=look.size * share, display=True) or whole
        parts = () if run.display else split_formula(tex)
        made = [make(part, size=look.size) for part in parts]
        found = [formula for formula in made if formula is not None]
        formulas = found if found and len(found) == len(parts) else [whole]
        if max(formula.width for formula in formulas) > self.limit + _TINY:
            self._add_readable(run)
            return
        self._end_word()
        self.row.uniform = False
        for number, formula in enumerate(formulas):
            if number:
                self.row.loose.add(len(self.row.atoms) - 1)
            self.row.add(Room(look, formula.width, formula, right=formula.trailing))

    def _add_readable(self, run: Run) -> None:
        """A formula as text: a variable is italic, its words are not.

        It is not broken after a comma, which would part an interval or a pair.
        """
        formula = run.text.replace(", ", f",{NO_BREAK_SPACE}")
        groups = groupby(formula, key=lambda char: unicodedata.category(char) in {"Lu", "Ll"})
        for _, group in groups:
            text = "".join(group)
            italic = self.style.italic != _is_variable(text)
            self._add_text(text, self.style.look(replace(run, text=text, italic=italic)))

    def _add_text(self, source: str, look: Look) -> None:
        if self.look is not None and self.look != look:
            self.row.uniform = False
        self.look = look
        words = vocabulary(look)
        text = printable(source)
        if any(pair in text for pair in _APART):
            text = _LONELY.sub(NO_BREAK_SPACE, text)
        if NO_BREAK_SPACE not in text:
            self._add_words(text, words)
            return
        for token in _TOKENS.split(text):
            if token == NO_BREAK_SPACE:
                self._end_word()
                self.row.add_space(words, tied=True)
            elif token[:1] and token[0] in _BLANKS:
                self._end_word()
                self.row.add_space(words)
            elif token:
                self.word.append((words, token))

    def _add_words(self, text: str, words: Vocabulary) -> None:
        """Text without tied words: all but its last word at once, as the next run may go on."""
        tokens = text.split() if text.isascii() else _WORDS.findall(text)
        if text[:1] and text[0] in _BLANKS:
            self._end_word()
            self.row.add_space(words)
        if not tokens:
            return
        words.learn(tokens)
        last = None if text[-1] in _BLANKS else tokens.pop()
        if self.word and tokens:
            self.word.append((words, tokens.pop(0)))
            self._end_word()
            self.row.add_space(words)
        row = self.row
        made = [words[token] for token in tokens]
        row.atoms += made
        row.spaces += [words.space] * len(made)
        row.looks += [words.look] * len(made)
        row.uniform = row.uniform and words.spaced and all(atom.piece for atom in made)
        if last is not None:
            self.word.append((words, last))

    def _end_word(self) -> None:
        """The word being read is complete."""
        if not self.word:
            return
        if len(self.word) == 1:
            words, text = self.word[0]
            atom = words[text]
            self.row.uniform = self.row.uniform and atom.piece is not None
            self.row.add(atom)
        else:
            self.row.uniform = False
            self._add_parts()
        self.word.clear()

    def _add_parts(self) -> None:
        """The parts of a word, each in its look; where it is broken is for the whole to say."""
        whole = "".join(text for _, text in self.word)
        places = opportunities(whole, self.style.language)
        begin = 0
        for words, text in self.word:
            end = begin + len(text)
            self.row.add(Word(text, words.look, _inside(places, begin, end)))
            begin = end


def _is_variable(text: str) -> bool:
    return len(text) == 1 and text.isalpha() and (text.isascii() or "Α" <= text <= "ω")


def _inside(places: tuple[Opportunity, ...], begin: int, end: int) -> tuple[Opportunity, ...]:
    """The places of a word that are in one part of it, counted from there."""
    return tuple(replace(place, at=place.at - begin) for place in places if begin < place.at <= end)
