import pytest

from programkit.paper.fonts import EmbeddedFont
from programkit.paper.operators import number, show, utf16
from programkit.typeset.faces import open_face
from programkit.typeset.marks import Fragment
from programkit.typeset.shaping import Glyph
from typefaces import make_font


@pytest.fixture
def font(tmp_path):
    """A font whose space is glyph 1, 250 wide, and whose a and b are glyphs 2 and 3, 500 wide."""
    return EmbeddedFont(open_face(make_font(tmp_path / "f.ttf", "ab")), "F1")


def shown(font, *glyphs, x=10.0, y=20.0, size=10.0):
    return show(Fragment(x, 0, 0, font.face, size, glyphs), font, y)


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


def test_glyphs_are_shown_by_number(font):
    line = shown(font, Glyph(2, "a", 500), Glyph(3, "b", 500))
    assert line == "BT /F1 10 Tf 1 0 0 1 10 20 Tm [<00020003>] TJ ET"


def test_kerning_and_stretched_spaces_move_the_pen(font):
    line = shown(font, Glyph(2, "a", 480), Glyph(1, " ", 300), Glyph(3, "b", 500))
    assert line.endswith("[<0002> 20 <0001> -50 <0003>] TJ ET")


def test_rounding_does_not_add_up(font):
    glyphs = [Glyph(2, "a", 500.4)] * 5
    assert shown(font, *glyphs).endswith("[<00020002> -1 <00020002> -1 <0002>] TJ ET")


def test_mark_is_put_beside_and_above_its_base(font):
    line = shown(font, Glyph(2, "a", 500), Glyph(3, "b", 0, dx=-300, dy=80))
    assert line.endswith("[<0002>] TJ 0.8 Ts [300 <0003>] TJ 0 Ts ET")


def test_pen_returns_from_a_mark(font):
    glyphs = (Glyph(2, "a", 500), Glyph(3, "b", 0, dx=-300, dy=80), Glyph(2, "a", 500))
    assert shown(font, *glyphs).endswith("0.8 Ts [300 <0003>] TJ 0 Ts [200 <0002>] TJ ET")


def test_second_text_of_a_glyph_is_told_on_the_page(font):
    line = shown(font, Glyph(2, "a", 500), Glyph(2, "α", 500), Glyph(2, "a", 500))
    span = "/Span <</ActualText <FEFF03B1>>> BDC [<0002>] TJ EMC"
    assert line.endswith(f"[<0002>] TJ {span} [<0002>] TJ ET")


def test_glyphs_of_one_cluster_tell_their_text_together(font):
    line = shown(font, Glyph(2, "ế", 500), Glyph(3, "", 0, dx=-500))
    span = "/Span <</ActualText <FEFF1EBF>>> BDC [<0002> 500 <0003>] TJ EMC"
    assert line.endswith(f"Tm {span} ET")


def test_leaders_stand_for_nothing(font):
    line = shown(font, Glyph(2, "", 500), Glyph(2, "", 500))
    assert line.endswith("/Artifact BMC [<00020002>] TJ EMC ET")


def test_leader_that_begins_elsewhere_is_still_a_leader(font):
    assert shown(font, Glyph(2, "", 500)).count("BMC") == 1
