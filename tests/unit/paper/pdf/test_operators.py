import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programkit.paper.pdf.fonts import Fonts
from programkit.paper.pdf.operators import Typist, number, utf16
from programkit.paper.pdf.voices import MOST_VOICES
from programkit.text.markup import Run
from programkit.typeset.faces import open_face
from programkit.typeset.marks import Fragment
from programkit.typeset.paragraph import set_paragraph
from programkit.typeset.shaping import Glyph, Piece
from programkit.typeset.style import ParagraphStyle
from typefaces import make_font


@pytest.fixture
def face(tmp_path):
    """A face whose space is glyph 1, 250 wide, and whose a and b are glyphs 2 and 3, 500 wide."""
    return open_face(make_font(tmp_path / "f.ttf", "ab"))


def shown(face, *words, x=10.0, y=20.0, size=10.0, typist=None, **how):
    """The operators for words of glyphs."""
    pieces = tuple(Piece(face, word) for word in words)
    typist = typist or Typist(Fonts())
    return typist.show(Fragment(x, 0, 0, face, size, pieces, **how), x, y)


A, B = Glyph(2, "a", 500), Glyph(3, "b", 500)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (-0.0001, "0"),
        (1.5, "1.5"),
        (10, "10"),
        (1 / 3, "0.333"),
        (-2.0004, "-2"),
        (1e-9, "0"),
        (123456.789, "123456.789"),
    ],
)
def test_numbers_have_three_decimals_at_most(value, text):
    assert number(value) == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("A", "<FEFF0041>"),
        (") Tj", "<FEFF002900200054006A>"),
        ("😀", "<FEFFD83DDE00>"),
        ("\ud800", "<FEFF003F>"),
    ],
)
def test_strings_are_hexadecimal(text, written):
    assert utf16(text) == written


def test_glyphs_are_shown_by_number(face):
    assert shown(face, (A, B)) == "BT /F1 10 Tf 10.00 20.00 Td [<00020003>] TJ ET"


def test_what_is_set_is_not_said_again(face):
    typist = Typist(Fonts())
    how = {"expansion": 1.01, "tracking": 0.05}
    assert shown(face, (A,), typist=typist, **how) == (
        "BT /F1 10 Tf 101 Tz 0.05 Tc 10.00 20.00 Td [<0002>] TJ ET"
    )
    assert shown(face, (A,), typist=typist, **how) == "BT 10.00 20.00 Td [<0002>] TJ ET"
    assert shown(face, (A,), typist=typist) == "BT 100 Tz 0 Tc 10.00 20.00 Td [<0002>] TJ ET"
    assert shown(face, (A,), typist=typist, size=9.5).startswith("BT /F1 9.5 Tf ")


def test_kerning_and_stretched_spaces_move_the_pen(face):
    line = shown(face, (Glyph(2, "a", 480), B), (A,), gap=3.0)
    assert line.endswith("Td [<0002>20<00030001>-50.0<0002>] TJ ET")


def test_mark_is_put_beside_and_above_its_base(face):
    line = shown(face, (A, Glyph(3, "b", 0, dx=-300, dy=80)))
    assert line.endswith("[<0002>] TJ 0.8 Ts [300 <0003>] TJ 0 Ts ET")


def test_pen_returns_from_a_mark(face):
    line = shown(face, (A, Glyph(3, "b", 0, dx=-300, dy=80), A))
    assert line.endswith("0.8 Ts [300 <0003>] TJ 0 Ts [200 <0002>] TJ ET")


def test_second_text_of_a_glyph_is_told_by_another_voice_of_the_font(face):
    line = shown(face, (A, Glyph(2, "α", 500), A))
    other = "/F1.1 10 Tf [<0002>] TJ /F1 10 Tf"
    assert line.endswith(f"[<0002>] TJ {other} [<0002>] TJ ET")


def test_font_speaks_as_it_did_after_a_fragment_in_another_voice(face):
    line = shown(face, (A, Glyph(2, "α", 500)))
    assert line.endswith("/F1.1 10 Tf [<0002>] TJ /F1 10 Tf ET")


def test_more_texts_of_a_glyph_than_a_font_has_voices_are_told_on_the_page(face):
    fonts = Fonts()
    fonts[face].use(2, "a")
    voices = [fonts[face].voice(2, chr(0x4E00 + at)) for at in range(MOST_VOICES)]
    assert voices == [f"F1.{at}" for at in range(1, MOST_VOICES + 1)]
    assert fonts[face].voice(2, "\u4e00") == "F1.1"
    piece = Piece(face, (Glyph(2, "α", 500),))
    line = Typist(fonts).show(Fragment(0, 0, 5, face, 10.0, (piece,)), 0.0, 0.0)
    assert line.endswith("/Span <</ActualText <FEFF03B1>>> BDC [<0002>] TJ EMC ET")
    leftwards = Piece(face, (Glyph(2, "α", -500, -500),))
    line = Typist(fonts).show(Fragment(0, 0, 5, face, 10.0, (leftwards,)), 0.0, 0.0)
    assert line.endswith("/Span <</ActualText <FEFF03B1>>> BDC BT 0.00 0.00 Td <0002> Tj ET EMC")


def test_what_is_read_from_the_right_is_drawn_in_the_order_it_is_read(face):
    glyphs = (Glyph(2, "a", -500, -500), Glyph(3, "c", 0, -100, 80), Glyph(3, "b", -500, -500))
    fonts = Fonts()
    fonts[face].use(3, "b")
    fragment = Fragment(20, 0, 10, face, 10.0, (Piece(face, glyphs),))
    assert Typist(fonts).show(fragment, 20.0, 7.0) == (
        "/F1 10 Tf BT 25.00 7.00 Td <0002> Tj ET "
        "/F1.1 10 Tf BT 24.00 7.80 Td <0003> Tj ET "
        "/F1 10 Tf BT 20.00 7.00 Td <0003> Tj ET"
    )


def test_gaps_of_what_is_read_from_the_right_are_on_the_left(face):
    word = Piece(face, (Glyph(2, "a", -500, -500),))
    fragment = Fragment(0, 0, 13, face, 10.0, (word, word), gap=3.0, trails=True)
    made = Typist(Fonts()).show(fragment, 0.0, 0.0)
    places = [float(x) for x in re.findall(r"BT (\S+) 0.00 Td", made)]
    assert places == [8.0, 5.0, 0.0, 0.0]


def test_drawn_out_text_that_is_read_from_the_right_fills_its_width(face):
    word = Piece(face, (Glyph(2, "a", -500, -500),) * 3)
    fragment = Fragment(0, 0, 3 * (5.1 + 0.2), face, 10.0, (word,), expansion=1.02, tracking=0.2)
    made = Typist(Fonts()).show(fragment, 0.0, 0.0)
    places = [float(x) for x in re.findall(r"BT (\S+) 0.00 Td", made)]
    assert places == pytest.approx([10.6, 5.3, 0.0], abs=0.01)


def test_glyphs_of_one_cluster_tell_their_text_together(face):
    line = shown(face, (Glyph(2, "ế", 500), Glyph(3, "", 0, dx=-500)))
    span = "/Span <</ActualText <FEFF1EBF>>> BDC [<0002> 500 <0003>] TJ EMC"
    assert line.endswith(f"Td {span} ET")


def test_leaders_stand_for_nothing(face):
    line = shown(face, (Glyph(2, "", 500), Glyph(2, "", 500)))
    assert line.endswith("/Artifact BMC [<00020002>] TJ EMC ET")


def test_space_at_the_end_takes_no_room(face):
    assert shown(face, (A,), trails=True).endswith("[<00020001>250.0] TJ ET")


NUMBER = r"-?\d+(?:\.\d+)?"
TOKENS = re.compile(rf"<<.*?>>|<[0-9A-F]*>|\[|\]|/[\w.]+|{NUMBER}|[A-Za-z]+")


class Interpreter:
    """Draws text as section 9.4.4 of the PDF standard says, and nothing else of PDF."""

    def __init__(self, widths):
        self.widths = widths
        self.size = self.leading = self.tracking = self.rise = 0.0
        self.scale = 1.0
        self.drawn = []

    def run(self, source):
        """Draw what some operators say."""
        stack, array = [], None
        for token in TOKENS.findall(source):
            if token == "[":  # noqa: S105 - no password
                array = []
            elif token == "]":  # noqa: S105 - no password
                stack.append(array)
                array = None
            elif re.fullmatch(NUMBER, token) or token[0] in "</":
                (stack if array is None else array).append(token)
            else:
                self.apply(token, stack)
                stack = []

    def apply(self, operator, stack):  # noqa: C901 - a case for each operator
        match operator:
            case "BT":
                self.x = self.y = 0.0
            case "Tf":
                # Another voice of a font draws the same.
                self.font, self.size = stack[0].partition(".")[0], float(stack[1])
            case "Tz":
                self.scale = float(stack[0]) / 100
            case "Tc":
                self.tracking = float(stack[0])
            case "Ts":
                self.rise = float(stack[0])
            case "Td":
                self.x, self.y = float(stack[0]), float(stack[1])
            case "TJ":
                for element in stack[0]:
                    self.show(element)
            case "ET":
                assert self.rise == 0
            case _:
                assert operator in {"BDC", "BMC", "EMC"}

    def show(self, element):
        if element[0] != "<":
            self.x -= float(element) / 1000 * self.size * self.scale
            return
        for at in range(1, len(element) - 1, 4):
            glyph = int(element[at : at + 4], 16)
            self.drawn.append((glyph, self.font, self.x, self.y + self.rise))
            advance = self.widths[self.font][glyph] / 1000 * self.size + self.tracking
            self.x += advance * self.scale


def placed(fragment, name, y):
    """Where the glyphs of a fragment belong, by what it says of itself."""
    x, scale = fragment.x, fragment.size / 1000
    count = 0
    for number_, piece in enumerate(fragment.pieces):
        if number_:
            yield fragment.face.glyph(" "), name, x, y
            x += fragment.gap
        for glyph in piece.glyphs:
            dx = glyph.dx * scale * fragment.expansion
            yield glyph.index, name, x + dx, y + glyph.dy * scale
            x += glyph.advance * scale * fragment.expansion + fragment.tracking
            count += 1
    assert x == pytest.approx(fragment.x + fragment.width, abs=1e-6)
    if fragment.trails:
        yield fragment.face.glyph(" "), name, x, y


TEXTS = st.text(
    st.sampled_from("abfi AVTo ffi office č e\u0301 ế .,-’“ λτ ∑ℝ Привет \u0301 \u00ad日"),
    min_size=1,
    max_size=80,
)


@given(
    text=TEXTS,
    cut=st.integers(0, 80),
    width=st.floats(20, 300),
    small_caps=st.booleans(),
    size=st.sampled_from([7.5, 10.0]),
)
def test_glyphs_are_drawn_where_they_were_put(text, cut, width, small_caps, size):
    style = ParagraphStyle(small_caps=small_caps, size=size)
    runs = [Run(text[:cut]), Run(text[cut:], italic=True)]
    strips = set_paragraph(runs, style, width).strips
    fragments = [mark for strip in strips for mark in strip.marks]
    fonts = Fonts()
    typist = Typist(fonts)
    source = " ".join(typist.show(fragment, fragment.x, 50.0) for fragment in fragments)
    reader = Interpreter({f"/{font.name}": Widths(font.face) for font in fonts.values()})
    reader.run(source)
    expected = [
        glyph
        for fragment in fragments
        for glyph in placed(fragment, f"/{fonts[fragment.face].name}", 50.0)
    ]
    assert [glyph[:2] for glyph in reader.drawn] == [glyph[:2] for glyph in expected]
    for (*_, x, y), (*_, x0, y0) in zip(reader.drawn, expected, strict=True):
        assert x == pytest.approx(x0, abs=0.02)  # points: a fiftieth is seen by nobody
        assert y == pytest.approx(y0, abs=0.001)


class Widths:
    """The widths of glyphs as the font itself has them."""

    def __init__(self, face):
        self.face = face

    def __getitem__(self, glyph):
        return self.face.advance(glyph)


@pytest.mark.parametrize("text", ["b", "β"])
def test_letters_are_moved_apart_and_spaces_are_not(face, text):
    """Whether the font says what glyphs stand for, or the page does."""
    fonts = Fonts()
    fonts[face].use(3, "b")
    words = ((A, Glyph(3, text, 500)), (A,))
    pieces = tuple(Piece(face, word) for word in words)
    fragment = Fragment(0, 0, 0, face, 10.0, pieces, 4.0, 0.98, 0.1, trails=True)
    reader = Interpreter({"/F1": Widths(face)})
    reader.run(Typist(fonts).show(fragment, 0.0, 0.0))
    fragment = replace(fragment, width=3 * (4.9 + 0.1) + 4)
    expected = [x for *_, x, _ in placed(fragment, "/F1", 0.0)]
    assert [x for *_, x, _ in reader.drawn] == pytest.approx(expected, abs=0.003)


def test_rounding_does_not_add_up_along_a_line(face):
    words = [(Glyph(2, "a", 499.97),) * 5] * 20
    fragment = Fragment(0, 0, 0, face, 10.0, tuple(Piece(face, word) for word in words), 2.513)
    fonts = Fonts()
    source = Typist(fonts).show(fragment, 0.0, 0.0)
    reader = Interpreter({"/F1": Widths(face)})
    reader.run(source)
    last = 19 * (5 * 4.9997 + 2.513) + 4 * 4.9997
    assert reader.drawn[-1][2] == pytest.approx(last, abs=0.03)
