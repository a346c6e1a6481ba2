"""PDF/A-1b, judged by PDFBox where it is installed, and by what the standard asks for."""

import io
import shutil
import subprocess
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image, ImageChops

from programkit.errors import RenderError
from programkit.importing import read
from programkit.loading import load
from programkit.model.program import Program
from programkit.model.venue import Organization
from programkit.outline.build import public_outline
from programkit.paper.booklet import draw_booklet
from programkit.paper.printing import archive as archive_module
from programkit.paper.printing.archive import archive
from small import conference

EXAMPLE = Path(__file__).parents[4] / "examples" / "rovinj2024"
JARS = [
    Path("/usr/share/java") / f"{name}.jar"
    for name in (
        *("preflight", "xmpbox", "pdfbox2", "fontbox2"),
        *("commons-logging", "jaxb-api", "javax.activation"),
    )
]
needs_validator = pytest.mark.skipif(
    not shutil.which("java") or not all(jar.exists() for jar in JARS),
    reason="PDFBox's validator is not installed (libpdfbox2-java, default-jre-headless)",
)


def verdict(path):
    """What PDFBox says about a file's conformance to PDF/A-1b."""
    validator = "org.apache.pdfbox.preflight.Validator_A1b"
    command = ["java", "-cp", ":".join(map(str, JARS)), validator, str(path)]
    said = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    return "\n".join(line for line in said.splitlines() if line.strip())


def conforms(data, path):
    path.write_bytes(data)
    return verdict(path) == f"The file {path.name} is a valid PDF/A-1b file"


@pytest.fixture(scope="module")
def example():
    return draw_booklet(public_outline(Program.of(load(EXAMPLE)))).data


@pytest.fixture(scope="module")
def pictured(tmp_path_factory):
    """A booklet with logos of every kind, some with soft edges."""
    folder = tmp_path_factory.mktemp("conference")
    Image.linear_gradient("L").save(folder / "gray.png")
    soft = Image.new("RGBA", (60, 20), "red")
    soft.putalpha(Image.linear_gradient("L").resize((60, 20)))
    soft.save(folder / "soft.png")
    Image.new("CMYK", (60, 20), (0, 255, 255, 0)).save(folder / "press.jpg")
    (folder / "logo.svg").write_text(
        '<svg viewBox="0 0 30 10"><circle cx="5" cy="5" r="5" fill="#123456"/></svg>',
        encoding="utf-8",
    )
    with pikepdf.new() as document:
        page = document.add_blank_page(page_size=(60, 20))
        page.Contents = document.make_stream(b"1 0 0 rg 0 0 30 20 re f")
        page.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)
        document.save(folder / "logo.pdf")
    logos = ("gray.png", "soft.png", "press.jpg", "logo.svg", "logo.pdf")
    hosts = tuple(Organization(name=logo, logo=logo) for logo in logos)
    conference = load(EXAMPLE).replace(hosts=hosts, folder=str(folder))
    return draw_booklet(public_outline(Program.of(conference))).data


@needs_validator
def test_validator_refuses_a_booklet_that_is_no_archive(example, tmp_path):
    assert not conforms(example, tmp_path / "booklet.pdf")


@needs_validator
def test_example_is_an_archive(example, tmp_path):
    assert conforms(archive(example), tmp_path / "archive.pdf")


@needs_validator
def test_booklet_with_logos_of_every_kind_is_an_archive(pictured, tmp_path):
    pytest.importorskip("svglib", reason="the extra svg is not installed")
    assert conforms(archive(pictured), tmp_path / "archive.pdf")


@needs_validator
def test_booklet_of_a_real_symposium_is_an_archive(shared, tmp_path):
    conference, _ = read(next((shared / "seeds").glob("003_*.txt")))
    data = draw_booklet(public_outline(Program.of(conference))).data
    assert conforms(archive(data), tmp_path / "archive.pdf")


@pytest.mark.skipif(not shutil.which("qpdf"), reason="qpdf is not installed")
def test_qpdf_finds_nothing_wrong(pictured, tmp_path):
    path = tmp_path / "archive.pdf"
    path.write_bytes(archive(pictured))
    assert (
        subprocess.run(["qpdf", "--check", path], capture_output=True, check=False).returncode == 0
    )


def test_same_booklet_gives_the_same_bytes(pictured):
    assert archive(pictured) == archive(pictured)


def test_pages_read_as_before(example):
    def texts(data):
        return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data)]

    assert texts(archive(example)) == texts(example)


def test_pages_look_as_before(pictured):
    def covers(data):
        return pypdfium2.PdfDocument(data)[0].render(scale=1).to_pil().convert("RGB")

    before, after = covers(pictured), covers(archive(pictured))
    difference = ImageChops.difference(before, after).getextrema()
    assert max(high for _, high in difference) <= 2  # levels of 256, where soft edges are mixed


def test_black_is_still_black_ink(example):
    with pikepdf.open(io.BytesIO(archive(example))) as document:
        operators = {
            str(instruction.operator)
            for page in document.pages
            for instruction in pikepdf.parse_content_stream(page, "g k K G")
        }
    assert operators == {"g"}


def test_description_agrees_with_the_info_dictionary(example):
    with pikepdf.open(io.BytesIO(archive(example))) as document:
        said = document.open_metadata()
        assert said.pdfa_status == "1B"
        assert said["dc:title"] == str(document.docinfo.Title)
        assert said["dc:creator"] == [str(document.docinfo.Author)]
        assert [key for key, value in document.docinfo.items() if not str(value)] == []
        assert document.pdf_version == "1.4"


def test_glyph_lists_name_the_glyphs_that_pages_show(example):
    """The glyphs of all strings of all pages are read here once more, by hand."""
    with pikepdf.open(io.BytesIO(archive(example))) as document:
        shown: dict[str, set[int]] = {}
        listed: dict[str, set[int]] = {}
        for page in document.pages:
            font = ""
            for instruction in pikepdf.parse_content_stream(page, "Tf TJ Tj"):
                operands = instruction.operands
                if str(instruction.operator) == "Tf":
                    font = str(page.Resources.Font[operands[0]].BaseFont)
                    continue
                texts = operands[0] if isinstance(operands[0], Array) else operands
                for text in texts:
                    if isinstance(text, pikepdf.String):
                        codes = bytes(text)
                        glyphs = {codes[at] << 8 | codes[at + 1] for at in range(0, len(codes), 2)}
                        shown.setdefault(font, set()).update(glyphs)
        for thing in document.objects:
            if isinstance(thing, Dictionary) and "/CIDSet" in thing:
                bits = thing.CIDSet.read_bytes()
                listed[str(thing.FontName)] = {
                    8 * at + bit
                    for at, byte in enumerate(bits)
                    for bit in range(8)
                    if byte << bit & 128
                }
    assert shown.keys() == listed.keys()
    assert all(shown[font] <= listed[font] for font in shown)


def changed(data, change):
    with pikepdf.open(io.BytesIO(data)) as document:
        change(document)
        file = io.BytesIO()
        document.save(file)
    return file.getvalue()


def test_links_are_printed_and_do_nothing_by_themselves(example):
    def hidden(document):
        for page in document.pages:
            for annotation in page.get(Name.Annots, Array()):
                annotation.F = 2
                annotation.AA = Dictionary(E=Dictionary(S=Name.Named, N=Name.NextPage))

    with pikepdf.open(io.BytesIO(archive(changed(example, hidden)))) as document:
        links = [each for page in document.pages for each in page.get(Name.Annots, Array())]
        assert len(links) > 20
        assert {(int(link.F), "/AA" in link) for link in links} == {(4, False)}


def stating(**state):
    def change(document):
        document.pages[0].Resources.ExtGState = Dictionary(S=Dictionary(**state))

    return change


def unembedded(document):
    fonts = document.pages[0].Resources.Font
    fonts["/Other"] = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)


def drawing(content, **entries):
    def change(document):
        form = document.make_stream(
            content, Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9], **entries
        )
        document.pages[0].Resources.XObject = Dictionary(Drawn=form)

    return change


def picture(**entries):
    def change(document):
        kind = {"Subtype": Name.Image, "Width": 1, "Height": 1, "BitsPerComponent": 8}
        image = document.make_stream(b"\0\0\0\0", **{**kind, **entries})
        document.pages[0].Resources.XObject = Dictionary(Drawn=image)

    return change


def soft_picture(**entries):
    def change(document):
        mask = document.make_stream(
            b"\0",
            Subtype=Name.Image,
            Width=1,
            Height=1,
            BitsPerComponent=8,
            ColorSpace=Name.DeviceGray,
        )
        picture(SMask=mask, **entries)(document)

    return change


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (stating(ca=0.5), "drawings that are partly transparent"),
        (stating(CA=0.5), "drawings that are partly transparent"),
        (stating(BM=Name.Multiply), "drawings that are partly transparent"),
        (stating(SMask=Dictionary(S=Name.Alpha)), "drawings that are partly transparent"),
        (unembedded, "the font Helvetica, which is not embedded"),
        (drawing(b"0 0 0 1 k"), r"printer's inks \(CMYK\)"),
        (drawing(b"/DeviceCMYK cs"), r"printer's inks \(CMYK\)"),
        (picture(ColorSpace=Name.DeviceCMYK), r"printer's inks \(CMYK\)"),
        (picture(ColorSpace=Array([Name.Indexed, Name.DeviceCMYK, 0, b""])), r"printer's inks"),
        (soft_picture(Filter=Name.JBIG2Decode), "transparent pictures, and one cannot be changed"),
        (picture(Filter=Name.JPXDecode), "a picture or file in a form that it forbids"),
    ],
)
def test_what_nothing_can_stand_for_is_refused(example, change, message):
    with pytest.raises(RenderError, match=f"PDF/A-1 cannot have .*{message}"):
        archive(changed(example, change))


@pytest.mark.parametrize(
    "state", [{"ca": 1}, {"CA": 1, "BM": Name.Normal}, {"SMask": Name("/None")}]
)
def test_graphics_states_that_change_nothing_are_kept(example, state):
    assert archive(changed(example, stating(**state))).startswith(b"%PDF-1.4")


def test_character_that_no_font_has_is_refused_with_its_page():
    made = draw_booklet(public_outline(Program.of(conference(title="Title \U0001f4a9"))))
    with pytest.raises(RenderError, match=r"that no font has, as page 1 does; name a font"):
        archive(made.data)


def test_large_trees_of_names_get_branches(example, monkeypatch):
    def names(data):
        with pikepdf.open(io.BytesIO(data)) as document:
            tree = pikepdf.NameTree(document.Root.Names.Dests)
            return sorted(tree.keys()), "/Kids" in document.Root.Names.Dests

    before, _ = names(example)
    monkeypatch.setattr(archive_module, "_LONGEST_ARRAY", 10)
    monkeypatch.setattr(archive_module, "_SHARE", 6)
    assert names(archive(example)) == (before, True)


def test_pdf_of_odd_make_is_refused_without_a_traceback(example):
    def odd(document):
        document.Root.Names = pikepdf.String("no dictionary")
        document.pages[0].Group = Array([1])

    with pytest.raises(RenderError, match="it cannot be read as PDF"):
        archive(changed(example, odd))


def test_file_that_is_no_pdf_is_refused():
    with pytest.raises(RenderError, match="it cannot be read as PDF"):
        archive(b"no PDF")
