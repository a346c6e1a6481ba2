"""Glyphs and numbers in the language of PDF pages.

Text never appears in a page's content: glyphs are hexadecimal numbers, and what they stand for is
hexadecimal UTF-16. So no text can end a string and become an operator.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from programkit.paper.pdf.fonts import UNTOLD, EmbeddedFont, Fonts
from programkit.typeset.characters import WORD_JOINER
from programkit.typeset.faces import Face
from programkit.typeset.marks import Fragment
from programkit.typeset.shaping import Glyph


def number(value: float) -> str:
    """A number as PDF writes it: at most three decimals, no exponent."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def utf16(text: str) -> str:
    """A text as a PDF string in hexadecimal, which needs no escaping."""
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"


class Typist:
    """Writes the fragments of one page; what is set already is not said again.

    Args:
        fonts: Gives each face as the document embeds it.
    """

    __slots__ = ("_expansion", "_fonts", "_set", "_tracking")

    def __init__(self, fonts: Fonts) -> None:
        self._fonts = fonts
        self._set: tuple[Face, float] | None = None
        self._expansion = 1.0
        self._tracking = 0.0

    def show(self, fragment: Fragment, x: float, y: float) -> str:
        """The operators that draw a fragment.

        Args:
            fragment: What is drawn.
            x: Where it begins, in points from the left of the page.
            y: Its baseline, in points from the bottom of the page.
        """
        font = self._fonts[fragment.face]
        begin = ""
        if self._set != (fragment.face, fragment.size):
            self._set = fragment.face, fragment.size
            begin = f"/{font.name} {number(fragment.size)} Tf "
        if self._expansion != fragment.expansion:
            self._expansion = fragment.expansion
            begin += f"{number(100 * fragment.expansion)} Tz "
        if self._tracking != fragment.tracking:
            self._tracking = fragment.tracking
            begin += f"{number(fragment.tracking / fragment.expansion)} Tc "
        made = font.shown(fragment.pieces)
        if UNTOLD in made and fragment.leftwards:
            return begin + _spelled_leftwards(fragment, font, x + fragment.width, y)
        if UNTOLD in made:
            body = _spelled_out(fragment, font)
        else:
            gap = (fragment.gap - fragment.tracking) * 1000 / (fragment.size * fragment.expansion)
            shown = font.space(gap).join(made)
            if fragment.trails:
                shown += font.space(0.0)
            body = f"[{shown.replace('><', '')}] TJ"
        return f"BT {begin}{x:.2f} {y:.2f} Td {body} ET"


def _spelled_out(fragment: Fragment, font: EmbeddedFont) -> str:
    """The operators for glyphs that the font alone does not explain, or that leave the baseline."""
    writer = _Writer(font, fragment.size)
    if fragment.text:
        for cluster in _clusters(fragment.glyphs):
            writer.write(cluster)
    else:
        writer.decorate(fragment.glyphs)
    return writer.finish()


def _spelled_leftwards(fragment: Fragment, font: EmbeddedFont, x: float, y: float) -> str:
    """The operators for glyphs that are read from right to left, each put where it belongs.

    So pages have them in the order they are read, as the PDF standard wants it; what is drawn from
    left to right would have to be reversed by readers, and most do not even look whether. Each is a
    text object of its own, because some take it that an object goes on to the right.

    Args:
        fragment: What is drawn.
        font: Its font.
        x: Where it begins, at its right edge.
        y: Its baseline.
    """
    scale = fragment.size * fragment.expansion / 1000
    made, voice = [], font.name
    for glyph in fragment.glyphs:
        name, text = _teller(font, glyph)
        if name != voice:
            made.append(f"/{name} {number(fragment.size)} Tf")
            voice = name
        x -= fragment.tracking
        left, up = x + glyph.dx * scale, y + glyph.dy * fragment.size / 1000
        shown = f"BT {left:.2f} {up:.2f} Td <{glyph.index:04X}> Tj ET"
        made.append(f"/Span <</ActualText {utf16(text)}>> BDC {shown} EMC" if text else shown)
        x += glyph.advance * scale
    if voice != font.name:
        made.append(f"/{font.name} {number(fragment.size)} Tf")
    return " ".join(made)


def _teller(font: EmbeddedFont, glyph: Glyph) -> tuple[str, str]:
    """The name of the font to show a glyph in, and what the page has to say that it stands for."""
    text = glyph.text or WORD_JOINER  # what is drawn beside a letter stands for nothing of its own
    if font.use(glyph.index, text):
        return font.name, ""
    name = font.voice(glyph.index, text)
    return name or font.name, "" if name else text


def _clusters(glyphs: Sequence[Glyph]) -> Iterator[Sequence[Glyph]]:
    """Glyphs that together stand for the text of the first one."""
    begin = 0
    for end in range(1, len(glyphs) + 1):
        if end == len(glyphs) or glyphs[end].text:
            yield glyphs[begin:end]
            begin = end


class _Writer:
    """Collects the operators that show glyphs, correcting the pen where fonts know no better.

    Corrections are whole thousandths, made up against where the pen should be, so that rounding
    never adds up along a line.
    """

    def __init__(self, font: EmbeddedFont, size: float) -> None:
        self.font = font
        self.size = size
        self.voice = font.name
        self.operators: list[str] = []
        self.array: list[str] = []
        self.run = ""
        self.pen = 0.0  # where the pen should be, in thousandths of the size
        self.at = 0.0  # where PDF has it
        self.rise = 0.0

    def write(self, cluster: Sequence[Glyph]) -> None:
        """Show glyphs that stand for a text, saying so where the font alone does not."""
        text = cluster[0].text
        name, untold = _teller(self.font, cluster[0])
        self._speak(name)
        if len(cluster) == 1 and not untold:
            self._put(cluster[0])
            return
        for glyph in cluster[1:]:
            _teller(self.font, glyph)
        self._span(f"/Span <</ActualText {utf16(text)}>> BDC", cluster)

    def _speak(self, name: str) -> None:
        """Go on in a font that is the same, but for what its glyphs stand for."""
        if name != self.voice:
            self._flush()
            self.operators.append(f"/{name} {number(self.size)} Tf")
            self.voice = name

    def decorate(self, glyphs: Sequence[Glyph]) -> None:
        """Show glyphs that stand for nothing, such as the dots that lead to a page number."""
        for glyph in glyphs:
            self.font.use(glyph.index, "")
        self._span("/Artifact BMC", glyphs)

    def finish(self) -> str:
        """All operators."""
        self._flush()
        self._speak(self.font.name)
        if self.rise:
            self.operators.append("0 Ts")  # it would outlast the text object
        return " ".join(self.operators)

    def _span(self, begin: str, glyphs: Sequence[Glyph]) -> None:
        self._flush()
        self.operators.append(begin)
        for glyph in glyphs:
            self._put(glyph)
        self._flush()
        self.operators.append("EMC")

    def _put(self, glyph: Glyph) -> None:
        if glyph.dy != self.rise:
            self._flush()
            self.rise = glyph.dy
            self.operators.append(f"{number(glyph.dy * self.size / 1000)} Ts")
        correction = round(self.pen + glyph.dx - self.at)
        if correction:
            self._end_run()
            self.array.append(str(-correction))
            self.at += correction
        self.run += f"{glyph.index:04X}"
        self.at += self.font.width(glyph.index)
        self.pen += glyph.advance

    def _end_run(self) -> None:
        if self.run:
            self.array.append(f"<{self.run}>")
            self.run = ""

    def _flush(self) -> None:
        self._end_run()
        if self.array:
            self.operators.append(f"[{' '.join(self.array)}] TJ")
            self.array = []
