import io
import json
import os
import shutil
import subprocess
import sys
from datetime import datetime
from zoneinfo import ZoneInfo

import pdfplumber
import pikepdf
import pypdf
import pypdfium2
import pytest
from PIL import Image

from programkit.errors import RenderError
from programkit.paper.look.theme import Theme
from programkit.paper.pdf.canvas import Metadata, render
from programkit.text.markup import Run
from programkit.typeset.blocks import Block, paragraph, picture
from programkit.typeset.marks import Anchor, Bar, Look, PageNumber, Picture, Strip
from programkit.typeset.pages import Flow, Frame, PageShape, lay_out
from programkit.typeset.row import Fill, PageRef
from programkit.typeset.style import ParagraphStyle
from specimen import SPECIMEN, everything

STYLE = ParagraphStyle()
PAGE = PageShape(400, 300, (Frame(20, 20, 360, 260),))
COLORS = Theme().palette


def pdf_of(*blocks, metadata=None, colors=COLORS, shape=PAGE):
    layout = lay_out([Flow(blocks, shape)])
    return render(layout, metadata or Metadata("A booklet"), colors)


def pdf_of_text(text, width=360, **style):
    shape = PageShape(400, 300, (Frame(20, 20, width, 260),))
    return pdf_of(paragraph(text, ParagraphStyle(**style), width), shape=shape)


def by_pdfium(data, page=0):
    return pypdfium2.PdfDocument(data)[page].get_textpage().get_text_range()


def by_pypdf(data, page=0):
    return pypdf.PdfReader(io.BytesIO(data)).pages[page].extract_text()


def by_pdfplumber(data, page=0):
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        return pdf.pages[page].extract_text(x_tolerance=1.5)


def content(data, page=0):
    """The operators of a page."""
    pdf = pikepdf.open(io.BytesIO(data))
    return pdf.pages[page].Contents.read_bytes().decode("ascii")


@pytest.mark.parametrize("read", [by_pdfium, by_pypdf, by_pdfplumber])
@pytest.mark.parametrize(
    "style", [{}, {"italic": True}, {"bold": True}, {"small_caps": True, "size": 9}]
)
def test_text_reads_back_as_it_was(read, style):
    assert read(pdf_of_text(SPECIMEN, **style)) == SPECIMEN


def test_lines_read_back_with_their_words_apart():
    data = pdf_of_text("machine learning of the generalization error", 90)
    assert by_pypdf(data).replace(" \n", " ").replace("\u00ad\n", "") == (
        "machine learning of the generalization error"
    )


def test_missing_character_reads_back():
    assert by_pdfium(pdf_of_text("from 日本 with love")) == "from 日本 with love"


def test_same_bytes_in_another_process(root, tmp_path):
    script = "import sys, specimen; sys.stdout.buffer.write(specimen.everything())"
    outputs = []
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(root / "tests")}
        command = [sys.executable, "-W", "error", "-c", script]
        made = subprocess.run(
            command, capture_output=True, check=True, env=environment, cwd=tmp_path
        )
        outputs.append(made.stdout)
    assert outputs[0] == outputs[1] == everything()


@pytest.mark.skipif(not shutil.which("qpdf"), reason="needs the program qpdf")
def test_file_is_well_formed(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(everything())
    made = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True, check=False)
    assert (made.returncode, made.stderr) == (0, "")


def test_all_fonts_are_embedded_and_none_is_helvetica():
    pdf = pikepdf.open(io.BytesIO(everything()))
    fonts = pdf.pages[0].Resources.Font
    names = sorted(str(font.BaseFont).partition("+")[2] for font in fonts.values())
    assert names == ["STIXTwoMath", "STIXTwoText-Bold", "STIXTwoText-Italic", "STIXTwoText-Regular"]
    for font in fonts.values():
        assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor
        assert "/ToUnicode" in font


def test_streams_are_compressed_without_ascii_armor():
    pdf = pikepdf.open(io.BytesIO(everything()))
    streams = [o for o in pdf.objects if isinstance(o, pikepdf.Stream)]
    filters = [o.get("/Filter") for o in streams if o.get("/Type") != "/Metadata"]
    assert {str(f) if isinstance(f, pikepdf.Name) else str(*f) for f in filters} == {"/FlateDecode"}


def test_black_is_printers_black():
    assert " 0 0 rg" not in content(pdf_of_text("a"))
    assert "\n0 g\n" in content(pdf_of_text("a"))


@pytest.mark.parametrize(
    ("color", "operator"), [("#000000", "0 g"), ("#ff8000", "1 0.502 0 rg"), ("#808080", "0.502 g")]
)
def test_colors_are_gray_or_rgb(color, operator):
    data = pdf_of(paragraph("a", STYLE, 360), colors={"text": color})
    assert f"\n{operator}\n" in content(data)


def test_color_is_set_once_for_all_that_has_it():
    data = pdf_of(paragraph("a", STYLE, 360), paragraph("b", STYLE, 360))
    assert content(data).count("0 g\n") == 1


def test_color_is_set_anew_on_every_page():
    data = pdf_of(paragraph("a", STYLE, 360), Block((Strip(260),)), paragraph("b", STYLE, 360))
    assert [content(data, page).count("\n0 g\n") for page in (0, 2)] == [1, 1]


def test_unknown_color_role_is_refused_by_name():
    with pytest.raises(RenderError, match='"loud" has no color; the theme has accent, ground'):
        pdf_of(paragraph("a", STYLE.replace(color="loud"), 360))


def test_text_is_where_it_was_put():
    data = pdf_of_text("Hxg", size=20, leading=30)
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        first = pdf.pages[0].chars[0]
    baseline = 300 - 20 - ParagraphStyle(size=20, leading=30).baseline
    assert (first["x0"], first["size"]) == (20, 20)
    assert first["matrix"][5] == pytest.approx(baseline, abs=0.001)


def test_justified_words_end_at_the_margin():
    data = pdf_of_text("The words of a justified paragraph end where the column ends. " * 4)
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        lines = pdf.pages[0].extract_text_lines(x_tolerance=1.5)
    assert [line["x1"] for line in lines[:-1]] == pytest.approx([380] * (len(lines) - 1), abs=0.05)


def test_bar_is_a_filled_rectangle():
    bar = Block((Strip(10, (Bar(5, 2, 100, 0.5, "rule"),)),))
    with pdfplumber.open(io.BytesIO(pdf_of(bar))) as pdf:
        (found,) = pdf.pages[0].rects
    assert (found["x0"], found["top"], found["width"], found["height"]) == (25, 22, 100, 0.5)


def links(data):
    """Where the links of the first page lead, each with its rectangle."""
    pdf = pikepdf.open(io.BytesIO(data))
    found = pdf.pages[0].get("/Annots", [])
    return [(str(link.A.URI), [float(edge) for edge in link.Rect]) for link in found]


def test_link_leads_to_its_address():
    block = paragraph([Run("web", link="https://example.org/ć?q=(a)")], STYLE, 360)
    ((address, rectangle),) = links(pdf_of(block))
    assert address == "https://example.org/%C4%87?q=(a)"
    width = block.strips[0].marks[0].width
    assert rectangle == pytest.approx([20, 268.5, 20 + width, 278.5], abs=0.01)


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "//host", "https://a b", "x"],
)
def test_dangerous_link_is_text(address):
    data = pdf_of(paragraph([Run("click", link=address)], STYLE, 360))
    assert links(data) == []
    assert by_pypdf(data) == "click"


def test_link_of_several_fragments_is_one_on_each_line():
    runs = [Run("the ", link="https://a.example"), Run("web", link="https://a.example", bold=True)]
    assert len(links(pdf_of(paragraph(runs, STYLE, 360)))) == 1
    assert len(links(pdf_of(paragraph(runs, STYLE, 20)))) == 2


def test_internal_link_leads_to_its_place():
    data = everything()
    pdf = pikepdf.open(io.BytesIO(data))
    names = list(pdf.Root.Names.Dests.Names)
    known = dict(zip(map(bytes, names[::2]), names[1::2], strict=True))
    places = [known[bytes(link.Dest)] for link in pdf.pages[0].Annots if "/Dest" in link]
    assert [str(place[1]) for place in places] == ["/XYZ", "/XYZ"]
    assert places[0][0].objgen == pdf.pages[0].objgen
    assert float(places[0][3]) == pytest.approx(300 - 20 - 13 * 3 - 0.5, abs=0.01)


def test_places_have_names_for_links_from_elsewhere():
    names = ["zoo", "abstract/brbić", "x (" + 200 * "y"]
    block = paragraph("a", STYLE, 360).anchored(*map(Anchor, names))
    pdf = pikepdf.open(io.BytesIO(pdf_of(block)))
    tree = pdf.Root.Names.Dests.Names
    assert [bytes(name).decode() for name in list(tree)[::2]] == sorted(names)
    assert {str(place[1]) for place in list(tree)[1::2]} == {"/XYZ"}


def test_place_on_a_turned_page_is_the_page():
    shape = PageShape(400, 300, (Frame(20, 20, 360, 260),), turned=True)
    block = paragraph("a", STYLE, 360).anchored(Anchor("a", "A"))
    pdf = pikepdf.open(io.BytesIO(pdf_of(block, shape=shape)))
    (_, place) = pdf.Root.Names.Dests.Names
    assert [str(part) for part in list(place)[1:]] == ["/Fit"]
    assert outline(pdf_of(block, shape=shape)) == ["A"]
    assert [float(edge) for edge in pdf.pages[0].MediaBox] == [0, 0, 300, 400]


def test_document_without_places_has_no_names():
    assert "/Names" not in pikepdf.open(io.BytesIO(pdf_of_text("a"))).Root


def test_link_to_a_place_of_no_page_leads_nowhere():
    block = paragraph([Run("gone", link="#gone"), Run(" "), Run("here", link="#a")], STYLE, 360)
    pdf = pikepdf.open(io.BytesIO(pdf_of(block.anchored(Anchor("a")))))
    (link,) = pdf.pages[0].Annots
    assert str(link.Contents) == "here"


def test_link_may_lead_to_a_place_that_comes_later():
    first = Flow([paragraph([Run("b", link="#b")], STYLE, 360)], PAGE)
    second = Flow([paragraph("b", STYLE, 360).anchored(Anchor("b"))], PAGE)
    data = render(lay_out([first, second]), Metadata("x"), COLORS)
    pdf = pikepdf.open(io.BytesIO(data))
    (link,) = pdf.pages[0].Annots
    assert bytes(link.Dest) == b"b"


def test_pages_that_show_numbers_are_complete():
    contents = Flow([paragraph([Run("b"), Fill(" ."), PageRef("b")], STYLE, 360)], PAGE)
    text = Flow([paragraph("text", STYLE, 360).anchored(Anchor("b"))], PAGE)
    data = render(lay_out([contents, text]), Metadata("x"), COLORS)
    assert [by_pdfium(data, page) for page in (0, 1)][1] == "text"
    assert by_pypdf(data).split()[0] == "b"
    assert by_pypdf(data).split()[-1] == "2"


def test_page_number_in_what_is_beside_the_text_is_refused():
    number = PageNumber(0, 0, 10, "talk", Look(STYLE.family.chain(), 10))
    flow = Flow([Block(())], PAGE, furniture=lambda _: [number])
    with pytest.raises(RenderError, match="page number of talk was never filled in"):
        render(lay_out([flow]), Metadata("x"), COLORS)


def outline(data):
    entries = pypdf.PdfReader(io.BytesIO(data)).outline

    def told(entries):
        return [told(e) if isinstance(e, list) else str(e.title) for e in entries]

    return told(entries)


def test_outline_lists_the_titled_places():
    assert outline(everything()) == ["First", ["Second"]]


def test_outline_never_skips_a_level():
    blocks = [
        paragraph("a", STYLE, 360).anchored(Anchor("a", "A (1)\\", 3)),
        paragraph("b", STYLE, 360).anchored(Anchor("b", "Бć", 3), Anchor("c", "C", 0)),
    ]
    assert outline(pdf_of(*blocks)) == ["A (1)\\", ["Бć"], "C"]


def test_entries_of_one_name_keep_their_titles():
    blocks = [paragraph("a", STYLE, 360).anchored(Anchor("a", title)) for title in ("One", "Two")]
    assert outline(pdf_of(*blocks)) == ["One", "Two"]


def test_outline_is_shown_where_there_is_one():
    assert pikepdf.open(io.BytesIO(everything())).Root.PageMode == "/UseOutlines"
    assert pikepdf.open(io.BytesIO(pdf_of_text("a"))).Root.PageMode == "/UseNone"


def test_page_labels_are_those_printed():
    flows = [Flow([Block(())], PAGE, numbering="roman"), Flow([Block(())], PAGE, first_number=1)]
    data = render(lay_out(flows), Metadata("x"), COLORS)
    assert pypdf.PdfReader(io.BytesIO(data)).page_labels == ["i", "1"]


def test_ordinary_page_numbers_need_no_labels():
    assert "/PageLabels" not in pikepdf.open(io.BytesIO(pdf_of_text("a"))).Root


def test_pages_have_the_size_of_their_shape():
    other = PageShape(200, 500, (Frame(0, 0, 200, 500),))
    flows = [Flow([Block(())], PAGE), Flow([Block(())], other)]
    pdf = pypdf.PdfReader(io.BytesIO(render(lay_out(flows), Metadata("x"), COLORS)))
    assert [tuple(page.mediabox[2:]) for page in pdf.pages] == [(400, 300), (200, 500)]


def test_metadata_is_told_to_readers():
    about = Metadata("Program (draft) \\ ć", "The organizers", "Symposium", "learning", "hr")
    pdf = pypdf.PdfReader(io.BytesIO(pdf_of(paragraph("a", STYLE, 360), metadata=about)))
    told = {key: str(value) for key, value in pdf.metadata.items()}
    assert told["/Title"] == "Program (draft) \\ ć"
    assert (told["/Author"], told["/Subject"]) == ("The organizers", "Symposium")
    assert (told["/Keywords"], told["/Creator"]) == ("learning", "programkit")
    assert pdf.root_object["/Lang"] == "hr"
    assert pdf.root_object["/ViewerPreferences"]["/DisplayDocTitle"]


@pytest.fixture
def logo(tmp_path):
    path = tmp_path / "logo.png"
    Image.new("RGB", (40, 20), "#ff0000").save(path)
    return path


def test_picture_is_drawn_where_it_was_put(logo):
    data = pdf_of(picture(logo, 60, 30, alt="The university", x=10))
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        (found,) = pdf.pages[0].images
    box = (found["x0"], found["top"], found["width"], found["height"])
    assert box == pytest.approx((30, 20, 60, 30))
    rendered = pypdfium2.PdfDocument(data)[0].render().to_pil()
    assert rendered.getpixel((60, 35)) == (255, 0, 0)
    assert rendered.getpixel((25, 35)) == (255, 255, 255)


def test_picture_may_be_a_link(logo):
    mark = Picture(0, 0, 60, 30, logo, link="https://example.org")
    data = pdf_of(Block((Strip(30, (mark,)),)))
    assert links(data) == [("https://example.org", [20, 250, 80, 280])]


def test_picture_that_cannot_be_read_is_refused(tmp_path):
    with pytest.raises(RenderError, match=r"none\.png"):
        pdf_of(picture(tmp_path / "none.png", 10, 10))


HOSTILE = ") Tj ET Q endstream endobj << /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >> ("


def test_text_cannot_become_operators():
    block = paragraph(HOSTILE, STYLE, 360).anchored(Anchor(HOSTILE.replace(" ", ""), HOSTILE))
    about = Metadata(HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE)
    data = pdf_of(block, metadata=about)
    pdf = pikepdf.open(io.BytesIO(data))
    assert "/OpenAction" not in pdf.Root
    assert str(pdf.docinfo.Title) == HOSTILE
    assert outline(data) == [HOSTILE]
    assert by_pdfium(data).replace("\r\n", "") == HOSTILE
    assert len(pdf.pages) == 1


@pytest.mark.no_cover
def test_naughty_strings_are_drawn(shared):
    strings = json.loads((shared / "corpora" / "naughty-strings.json").read_text("utf-8"))
    blocks = []
    for at, text in enumerate(strings):
        runs = [Run(text), Run(text, bold=True, italic=True, link=text)]
        block = paragraph(runs, STYLE.replace(space_after=4), 360)
        blocks.append(block.anchored(Anchor(f"{at} {text}", text or "empty")))
    data = pdf_of(*blocks, metadata=Metadata("".join(strings)))
    pdf = pikepdf.open(io.BytesIO(data))
    assert len(pdf.pages) > 40
    assert len(outline(data)) == len(strings) == 515


@pytest.mark.parametrize(
    ("revised", "told"),
    [
        (None, "D:20000101000000+00'00'"),
        (datetime(2024, 9, 1, 14, 30, tzinfo=ZoneInfo("Europe/Zagreb")), "D:20240901123000+00'00'"),
    ],
)
def test_dates_are_those_of_the_facts_not_of_the_environment(monkeypatch, revised, told):
    before = pdf_of(paragraph("a", STYLE, 360), metadata=Metadata("T", revised=revised))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")

    after = pdf_of(paragraph("a", STYLE, 360), metadata=Metadata("T", revised=revised))

    assert after == before
    about = pypdf.PdfReader(io.BytesIO(after)).metadata
    assert about["/CreationDate"] == about["/ModDate"] == told
