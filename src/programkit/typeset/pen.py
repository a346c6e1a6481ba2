"""What puts words, spaces and formulas on a baseline, one after the other."""

from __future__ import annotations

from dataclasses import dataclass, field

from programkit.typeset.faces import Face
from programkit.typeset.formulas import Formula
from programkit.typeset.linebreak import Fit
from programkit.typeset.marks import Fragment, Group, Look, Mark, PageNumber
from programkit.typeset.row import Fill, PageRef, Room
from programkit.typeset.shaping import Piece, Shaped
from programkit.typeset.words import shaped

AS_IT_IS = Fit(1.0, 1.0)
"""How lines are set that need not be full."""


@dataclass(slots=True)
class Pen:
    """Puts words on a baseline, as few fragments as their looks allow.

    They are written in the order they are read. Those that are read from right to left have glyphs
    that lead to the left; spaces and rooms among them follow.
    """

    x: float
    y: float
    how: Fit = AS_IT_IS
    leftwards: bool = False
    marks: list[Mark] = field(default_factory=list)
    look: Look | None = None
    face: Face | None = None
    pieces: list[Piece] = field(default_factory=list)
    begin: float = 0.0
    gap: float = 0.0
    open: bool = False  # whether the last thing in the fragment was a space
    trails: bool = False

    def write(self, look: Look, text: Shaped) -> None:
        """Write a word, with those before if it looks alike and a space parts them."""
        expansion, _, tracking = self.how
        for piece in text.pieces:
            if not self.open or self.face is not piece.face or self.look != look:
                self._begin(look, piece.face)
            self.pieces.append(piece)
            self.open = False
            self.x += piece.width * look.size / 1000 * expansion
            self._go(len(piece.glyphs) * tracking)

    def space(self, look: Look, width: float) -> None:
        """Write a space that is so wide by nature."""
        face, gap = look.chain[0], width * self.how.gap
        if not face.has_space:
            self._end()
        else:
            if self.open or self.face is not face or self.look != look:
                self._begin(look, face)
                self.pieces.append(Piece(face, ()))
            self.gap, self.open = gap, True
        self._go(gap)

    def trail(self, look: Look) -> None:
        """Part the last word from the next line's first one, taking no room."""
        face = look.chain[0]
        if not face.has_space:
            return
        if self.face is None or not self.face.has_space:
            self._begin(look, face)
            self.pieces.append(Piece(face, ()))
        self.trails = True

    def leave(self, room: Room, share: float) -> None:
        """Leave room for what is not text; a fill gets its share of what is left in the line."""
        if isinstance(room.holds, Fill) and self.pieces and not self.open:
            self.trails = self.face is not None and self.face.has_space  # what follows is far away
        self._end()
        width = share if isinstance(room.holds, Fill) else room.width
        x = self.x - width if self.leftwards else self.x
        match room.holds:
            case PageRef(anchor, _, more):
                self.marks.append(PageNumber(x, self.y, width, anchor, room.look, more))
            case Fill(leader):
                self.marks += _leading(room.look, leader, width, Pen(x, self.y, self.how))
            case Formula(marks=marks, tex=tex):
                self.marks.append(Group(x, self.y, width, marks, tex))
        self._go(width)

    def finish(self) -> tuple[Mark, ...]:
        """All that was put on the baseline, in the order it is read."""
        self._end()
        return tuple(self.marks)

    def _go(self, width: float) -> None:
        self.x += -width if self.leftwards else width

    def _begin(self, look: Look, face: Face) -> None:
        self._end()
        self.look, self.face, self.begin = look, face, self.x

    def _end(self) -> None:
        if self.look and self.face and (self.pieces or self.trails):
            pieces = (*self.pieces, Piece(self.face, ())) if self.open else tuple(self.pieces)
            self.marks.append(
                Fragment(
                    min(self.begin, self.x),
                    self.y,
                    abs(self.x - self.begin),
                    self.face,
                    self.look.size,
                    pieces,
                    self.gap,
                    self.how.expansion,
                    self.how.tracking,
                    self.trails,
                    self.look.color,
                    self.look.link,
                )
            )
        self.look, self.face, self.pieces = None, None, []
        self.gap, self.open, self.trails = 0.0, False, False


def _leading(look: Look, leader: str, width: float, pen: Pen) -> tuple[Mark, ...]:
    """A width filled with repetitions that stand below each other from line to line."""
    unit = shaped(look, leader)
    step = unit.width * look.size / 1000
    count = int(width / step) if step > 0 else 0
    pen.x += width - count * step
    for piece in unit.pieces:
        silent = tuple(glyph._replace(text="") for glyph in piece.glyphs)
        pen.write(look, Shaped((Piece(piece.face, silent * count),), 0.0))
    return pen.finish()
