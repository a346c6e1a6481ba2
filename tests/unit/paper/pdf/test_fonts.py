import io
import re
import zlib

import pikepdf
import pytest
from fontTools.ttLib import TTFont
from reportlab.pdfbase import pdfdoc, pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from programkit.paper.pdf import fonts
from programkit.paper.pdf.canvas import Metadata, _NoFont, render
from programkit.paper.pdf.fonts import EmbeddedFont, subset
from programkit.typeset.blocks import paragraph
from programkit.typeset.faces import default_family, family, open_face
from programkit.typeset.pages import Flow, Frame, PageShape, lay_out
from programkit.typeset.shaping import Glyph, Piece
from programkit.typeset.style import ParagraphStyle
from typefaces import make_collection, make_font

PAGE = PageShape(300, 200, (Frame(20, 20, 260, 160),))


def pdf_of(text, style):
    layout = lay_out([Flow([paragraph(text, style, 260)], PAGE)])
    return render(layout, Metadata("Test"), {"text": "#000000"})


def only_font(data):
    pdf = pikepdf.open(io.BytesIO(data))
    (font,) = pdf.pages[0].Resources.Font.values()
    return pdf, font


def test_glyph_means_the_first_text_it_stands_for():
    font = EmbeddedFont(default_family().regular, "F1")
    assert font.use(300, "x")
    assert font.use(300, "x")
    assert not font.use(300, "y")


def test_glyph_of_a_character_means_that_character():
    face = default_family().regular
    font = EmbeddedFont(face, "F1")
    assert not font.use(face.glyph("a"), "a\u200d")
    assert font.use(face.glyph("a"), "a")


def test_glyph_for_what_is_missing_means_nothing():
    font = EmbeddedFont(default_family().regular, "F1")
    assert not font.use(0, "日")
    assert not font.use(0, "日")


def test_glyph_used_for_nothing_can_still_mean_something():
    font = EmbeddedFont(default_family().regular, "F1")
    assert not font.use(300, "")
    assert font.use(300, ".")


def test_hyphen_drawn_for_a_soft_one_stays_a_hyphen(tmp_path):
    face = open_face(make_font(tmp_path / "f.ttf", "a-"))
    font = EmbeddedFont(face, "F1")
    assert not font.use(face.glyph("-"), "\u00ad")
    assert font.use(face.glyph("-"), "-")


def test_soft_hyphen_of_its_own_means_one():
    face = default_family().regular
    assert EmbeddedFont(face, "F1").use(face.glyph("\u00ad"), "\u00ad")


def test_subset_has_the_glyphs_asked_for_under_their_numbers():
    face = default_family().regular
    wanted = face.glyph("a")
    font = TTFont(io.BytesIO(subset(face, [0, wanted])))
    drawn = [
        at for at, name in enumerate(font.getGlyphOrder()) if font["glyf"][name].numberOfContours
    ]
    assert drawn == [0, wanted]
    assert "GSUB" not in font


@pytest.mark.parametrize("cff", [False, True])
def test_outlines_are_embedded_in_their_own_form(tmp_path, cff):
    style = ParagraphStyle(family=family(make_font(tmp_path / "f.font", "abc", cff=cff)))
    _, font = only_font(pdf_of("abc", style))
    descendant = font.DescendantFonts[0]
    descriptor = descendant.FontDescriptor
    if cff:
        assert descendant.Subtype == "/CIDFontType0"
        assert descriptor.FontFile3.Subtype == "/CIDFontType0C"
        assert descriptor.FontFile3.read_bytes()[:2] == b"\x01\x00"
    else:
        assert descendant.Subtype == "/CIDFontType2"
        assert descendant.CIDToGIDMap == "/Identity"
        assert descriptor.FontFile2.read_bytes()[:4] == b"\x00\x01\x00\x00"
        assert descriptor.FontFile2.Length1 == len(descriptor.FontFile2.read_bytes())


def test_font_of_a_collection_is_embedded_alone(tmp_path):
    files = [make_font(tmp_path / f"{name}.ttf", "ab", name=name) for name in ("One", "Two")]
    face = open_face(make_collection(tmp_path / "both.ttc", *files), 1)
    assert subset(face, [0, 2])[:4] == b"\x00\x01\x00\x00"
    assert TTFont(io.BytesIO(subset(face, [0, 2])))["maxp"].numGlyphs >= 3


def test_widths_are_those_of_the_font(tmp_path):
    path = make_font(tmp_path / "f.ttf", "ab", wider="b")
    face = family(path).regular
    _, font = only_font(pdf_of("ab", ParagraphStyle(family=family(path))))
    expected = [0, [500], face.glyph(" "), [250], face.glyph("a"), [500], face.glyph("b"), [700]]
    found = font.DescendantFonts[0].W
    assert [
        list(map(int, w)) if isinstance(w, pikepdf.Array) else int(w) for w in found
    ] == expected


def test_character_map_gives_ligatures_their_letters(tmp_path):
    features = "feature liga { sub uni0066 uni0066 uni0069 by f_f_i; } liga;"
    path = make_font(tmp_path / "f.ttf", "afi", features=features, extra=("f_f_i",))
    _, font = only_font(pdf_of("affi", ParagraphStyle(family=family(path))))
    texts = re.findall(
        rb"^<([0-9A-F]{4})> <([0-9A-F]+)>$", font.ToUnicode.read_bytes(), re.MULTILINE
    )
    assert [bytes.fromhex(text.decode()).decode("utf-16-be") for _, text in texts] == [
        " ",
        "a",
        "ffi",
    ]


def test_character_map_is_in_blocks_of_a_hundred(tmp_path):
    letters = "".join(map(chr, range(0x4E00, 0x4E00 + 150)))
    path = make_font(tmp_path / "f.ttf", letters)
    _, font = only_font(pdf_of(letters, ParagraphStyle(family=family(path))))
    counts = re.findall(rb"(\d+) beginbfchar", font.ToUnicode.read_bytes())
    assert counts == [b"100", b"51"]  # the space is one, too


def test_subset_has_a_tag_that_depends_on_its_glyphs(tmp_path):
    style = ParagraphStyle(family=family(make_font(tmp_path / "f.ttf", "abc")))
    fonts = [only_font(pdf_of(text, style)) for text in ("ab", "ab", "ac")]
    names = [str(font.BaseFont) for _, font in fonts]
    assert all(re.fullmatch(r"/[A-Z]{6}\+Boxes-Regular", name) for name in names)
    assert names[0] == names[1] != names[2]


def test_italic_face_says_so():
    _, font = only_font(pdf_of("abc", ParagraphStyle(italic=True)))
    descriptor = font.DescendantFonts[0].FontDescriptor
    assert int(descriptor.Flags) == 4 + 64
    assert int(descriptor.ItalicAngle) == -12


def test_variable_font_is_embedded_as_it_is_drawn(tmp_path):
    from fontTools.designspaceLib import AxisDescriptor  # noqa: PLC0415 - only here
    from fontTools.fontBuilder import addFvar  # noqa: PLC0415 - only here

    path = make_font(tmp_path / "f.ttf", "ab")
    font = TTFont(path)
    axis = AxisDescriptor(tag="wght", name="Weight", minimum=400, default=400, maximum=700)
    addFvar(font, [axis], [])
    font.save(path)
    face = open_face(path)
    assert face.harfbuzz.has_var_data
    assert "fvar" not in TTFont(io.BytesIO(subset(face, [0, 2])))


def test_reportlab_still_has_what_we_rely_on():
    """One contract test for the inside of ReportLab: if it fails, read the release notes."""

    pdfmetrics.registerFont(_NoFont())
    canvas = Canvas(
        io.BytesIO(), pageCompression=0, initialFontName=_NoFont.fontName, invariant=True
    )
    document = canvas._doc
    document.defaultStreamFilters = [pdfdoc.PDFZCompress]
    fonts = document.idToObject[pdfdoc.BasicFonts]
    assert isinstance(fonts, pdfdoc.PDFDictionary)
    fonts.dict["F1"] = document.Reference(pdfdoc.PDFDictionary({"Type": "/Font"}))
    canvas.addLiteral("BT /F1 10 Tf ET")
    canvas.showPage()
    pdf = pikepdf.open(io.BytesIO(canvas.getpdfdata()))
    page = pdf.pages[0]
    assert list(page.Resources.Font) == ["/F1"]
    assert page.Contents.Filter == pikepdf.Array([pikepdf.Name.FlateDecode])
    assert b"/F1 10 Tf" in zlib.decompress(page.Contents.read_raw_bytes())


@pytest.fixture
def boxes(tmp_path):
    """A face whose space is glyph 1, 250 wide, and whose a and b are glyphs 2 and 3, 500 wide."""
    return EmbeddedFont(open_face(make_font(tmp_path / "f.ttf", "ab")), "F1")


@pytest.mark.parametrize(
    ("glyphs", "expected"),
    [
        ((), ""),
        ((Glyph(2, "a", 500), Glyph(3, "b", 500)), "<00020003>"),
        ((Glyph(2, "a", 480), Glyph(3, "b", 500)), "<0002>20<0003>"),  # kerned
        ((Glyph(2, "a", 500), Glyph(3, "b", 520)), "<00020003>-20"),
        ((Glyph(2, "a", 500, dx=30),), "-30<0002>30"),  # the pen goes back to where it was
        ((Glyph(2, "a", 500.04), Glyph(3, "b", 500)), "<00020003>"),  # nobody sees that
        ((Glyph(2, "a", 500.04),) * 2, "<00020002>-0.08"),  # but it adds up
        ((Glyph(2, "a", 500, dy=1),), fonts.UNTOLD),  # it leaves the baseline
        ((Glyph(2, "", 500),), fonts.UNTOLD),  # it stands for nothing
        ((Glyph(2, "a", 500), Glyph(2, "α", 500)), fonts.UNTOLD),  # it stands for two things
        ((Glyph(0, "日", 500),), fonts.UNTOLD),  # the font does not have it
    ],
)
def test_words_are_worked_out_if_the_font_explains_them(boxes, glyphs, expected):
    assert boxes.shown([Piece(boxes.face, glyphs)]) == [expected]


def test_words_are_worked_out_once_in_a_document(tmp_path):
    face = open_face(make_font(tmp_path / "f.ttf", "ab"))
    piece = Piece(face, (Glyph(2, "a", 500),))
    font = EmbeddedFont(face, "F1")
    (first,) = font.shown([piece])
    assert first == "<0002>"
    assert font.shown([piece])[0] is first


def test_words_are_worked_out_anew_in_another_document(tmp_path):
    face = open_face(make_font(tmp_path / "f.ttf", "ab"))
    piece = Piece(face, (Glyph(2, "a", 500),))
    other = EmbeddedFont(face, "F1")
    assert other.use(2, "α")
    assert EmbeddedFont(face, "F1").shown([piece]) == ["<0002>"]
    assert other.shown([piece]) == [fonts.UNTOLD]
    assert EmbeddedFont(face, "F1").shown([piece]) == ["<0002>"]


def test_space_is_as_wide_as_asked(boxes):
    assert boxes.space(250) == "<0001>0.0"
    assert boxes.space(300) == "<0001>-50.0"
    assert boxes.space(0) == "<0001>250.0"
    assert boxes.use(1, " ")
