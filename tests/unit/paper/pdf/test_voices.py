import io

import pdfplumber
import pikepdf
import pypdfium2
import pytest

from programkit.paper.pdf.canvas import Metadata, render
from programkit.paper.pdf.fonts import Fonts
from programkit.paper.pdf.voices import Voice, character_map
from programkit.text.markup import Run
from programkit.typeset.blocks import paragraph
from programkit.typeset.faces import default_family, open_face
from programkit.typeset.pages import Flow, Frame, PageShape, lay_out
from programkit.typeset.style import ParagraphStyle
from typefaces import make_font

PAGE = PageShape(300, 200, (Frame(20, 20, 260, 160),))
COLORS = {"text": "#000000", "link": "#0000ff"}


@pytest.fixture
def face(tmp_path):
    return open_face(make_font(tmp_path / "f.ttf", "ab"))


def test_glyph_of_a_voice_stands_for_one_text():
    voice = Voice("F1.1")
    assert voice.says(7, "a")
    assert voice.says(7, "a")
    assert not voice.says(7, "b")
    assert voice.texts == {7: "a"}


def test_voices_are_asked_in_turn(face):
    font = Fonts()[face]
    assert [font.use(2, "a"), font.use(2, "b")] == [True, False]
    assert [font.voice(2, text) for text in "bcb"] == ["F1.1", "F1.2", "F1.1"]
    assert font.voice(3, "c") == "F1.1"


def test_what_no_font_has_is_told_all_the_same(face):
    font = Fonts()[face]
    assert not font.use(0, "€")
    assert [font.voice(0, text) for text in "€日€"] == ["F1.1", "F1.2", "F1.1"]


def test_text_without_any_font_reads_back():
    style = ParagraphStyle(hyphenate=False)
    text = "see 日本 or ก้ here"
    made = render(lay_out([Flow([paragraph(text, style, 260)], PAGE)]), Metadata("x"), COLORS)
    with pdfplumber.open(io.BytesIO(made)) as pdf:
        assert "".join(char["text"] for char in pdf.pages[0].chars) == text


def test_character_map_says_what_glyphs_stand_for():
    told = character_map({7: "ffi", 3: "😀", 9: ""}).decode().split("\n")
    assert told[4:8] == ["2 beginbfchar", "<0003> <D83DDE00>", "<0007> <006600660069>", "endbfchar"]


def test_character_map_comes_in_blocks_of_a_hundred():
    told = character_map(dict.fromkeys(range(150), "a")).decode()
    assert ("100 beginbfchar" in told, "50 beginbfchar" in told) == (True, True)


def test_voices_share_the_font_and_read_as_they_should():
    """Small capitals are letters of either case."""
    style = ParagraphStyle(small_caps=True, hyphenate=False, align="left")
    runs = [Run("abba "), Run("Abba (א)")]
    made = render(lay_out([Flow([paragraph(runs, style, 260)], PAGE)]), Metadata("x"), COLORS)
    text = pypdfium2.PdfDocument(made)[0].get_textpage().get_text_range()
    assert text.startswith("abba Abba")
    with pikepdf.open(io.BytesIO(made)) as pdf:
        fonts = pdf.pages[0].Resources.Font
        for name, font in fonts.items():
            if "." in name:
                main = fonts[name.split(".")[0]]
                assert font.DescendantFonts[0].objgen == main.DescendantFonts[0].objgen
                assert font.ToUnicode.objgen != main.ToUnicode.objgen


def test_mirrored_bracket_of_a_text_to_the_left_is_told_by_a_voice(tmp_path):
    family = default_family(make_font(tmp_path / "h.ttf", "אב"))
    style = ParagraphStyle(family=family)
    blocks = [paragraph(text, style, 260) for text in ("(ab)", "(אב)")]
    made = render(lay_out([Flow(blocks, PAGE)]), Metadata("x"), COLORS)
    assert b"ActualText" not in made
    with pikepdf.open(io.BytesIO(made)) as pdf:
        content = b"".join(pdf.pages[0].Contents.read_bytes().split(b"\n"))
        assert b"ActualText" not in content
        assert "/F1.1" in pdf.pages[0].Resources.Font
