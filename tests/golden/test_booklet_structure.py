"""Every booklet of the examples, as those get it who hear it: its tree, and what PDF/UA asks of it.

No validator of PDF/UA can be had from the package indexes; these are the rules of ISO 14289-1 that
can be asked of a file, and what `tagged.check` asks of any tree.
"""

import io
import re
from pathlib import Path

import pikepdf
import pytest

import programkit as pk
from programkit.outline.build import build_outline
from programkit.paper.booklet import draw_booklet
from programkit.paper.look.themes import THEMES
from programkit.paper.parts import PARTS
from tagged import Node, check

EXAMPLES = Path(__file__).parents[2] / "examples"
FOLDERS = sorted(path.name for path in EXAMPLES.iterdir() if path.is_dir())
SETTINGS = {"contents": {"least": 0, "depth": 3}, "glance": {"days": "all"}}
TEXT = {"P", "H1", "H2", "H3", "H4", "LBody", "TD", "TH", "Reference", "BlockQuote", "Code"}


@pytest.fixture(scope="module")
def outlines():
    made = {}
    for name in FOLDERS:
        folder = EXAMPLES / name
        program = pk.Program.of(pk.load(folder)).public()
        made[name] = build_outline(program, folder=folder)
    return made


@pytest.fixture(scope="module", params=[(name, look) for name in FOLDERS for look in THEMES])
def booklet(request, outlines):
    """A booklet with all parts there are, as a file and as its tree."""
    name, look = request.param
    parts = [part(**SETTINGS.get(key, {})) for key, part in PARTS.items()]
    data = draw_booklet(outlines[name], theme=pk.Theme.named(look), parts=parts).data
    return data, check(data)


def nodes(root, *roles):
    return [node for node in root.all() if node.role in roles]


def content(node):
    """What belongs to an element, in the order in which it is read."""
    for kid in node.kids:
        if isinstance(kid, Node):
            yield from content(kid)
        else:
            yield kid


def test_document_says_what_it_is(booklet):
    pdf = pikepdf.open(io.BytesIO(booklet[0]))
    assert str(pdf.Root.Lang)
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
    assert "/Suspects" not in pdf.Root.MarkInfo
    assert re.search(rb"<dc:title>.*?<rdf:li[^>]*>[^<]", pdf.Root.Metadata.read_bytes(), re.DOTALL)


def test_only_empty_cells_are_empty(booklet):
    """A cell of a table may be; all else that is there says something."""
    _, root = booklet
    empty = [node.role for node in nodes(root, *TEXT - {"TD"}) if not any(content(node))]
    assert empty == []


def test_tables_have_heads(booklet):
    _, root = booklet
    for table in nodes(root, "Table"):
        heads = nodes(table, "TH")
        assert heads
        assert {str(head.raw.A.Scope) for head in heads} <= {"/Row", "/Column", "/Both"}


def test_what_is_seen_is_told(booklet):
    _, root = booklet
    for node in nodes(root, "Figure", "Formula"):
        assert str(node.raw.Alt).strip()


def test_contents_are_entries_that_lead_somewhere(booklet):
    _, root = booklet
    for entry in nodes(root, "TOCI"):
        (reference,) = entry.kids
        assert {kid.role for kid in reference.kids if isinstance(kid, Node)} == {"Link"}


def test_every_link_is_in_the_tree_and_says_what_it_leads_to(booklet):
    data, _ = booklet
    pdf = pikepdf.open(io.BytesIO(data))
    for page in pdf.pages:
        for link in page.get("/Annots", []):
            assert "/StructParent" in link
            assert str(link.Contents).strip()
            assert int(link.F) & 4  # it is printed, that is, not hidden
            assert "/Dest" in link or "/A" in link


def test_pages_have_their_contents_in_the_order_of_the_tree(booklet):
    """But for tables, whose columns may be drawn one after the other."""
    _, root = booklet
    last = {}
    for node in root.all():
        if node.role in TEXT - {"TD", "TH"}:
            for page, number in content(node):
                if isinstance(number, int):
                    assert number >= last.get(page, 0)
                    last[page] = number


def test_fonts_tell_their_text(booklet):
    """All are embedded, no glyph is drawn that no font has, and each says what it stands for."""
    data, _ = booklet
    pdf = pikepdf.open(io.BytesIO(data))
    drawn = {}
    for page in pdf.pages:
        _collect(page, drawn)
    fonts = pdf.pages[0].Resources.Font
    for name, codes in drawn.items():
        font = fonts[name]
        below = font.DescendantFonts[0]
        assert {"/FontFile2", "/FontFile3"} & set(below.FontDescriptor.keys())
        told = re.findall(rb"<([0-9A-F]{4})> <([0-9A-F]+)>", font.ToUnicode.read_bytes())
        assert codes <= {code.decode() for code, _ in told}
        assert "0000" not in codes
        assert not {text for _, text in told} & {b"0000", b"FEFF", b"FFFE"}


def _collect(page, drawn):
    """For each font the codes that a page shows in it, but for what stands for nothing."""
    font, artifact = "", 0
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name == "Tf":
            font = str(operands[0])
        elif name in {"BMC", "BDC"}:
            artifact += artifact > 0 or str(operands[0]) == "/Artifact"
        elif name == "EMC":
            artifact -= artifact > 0
        elif name in {"Tj", "TJ"} and not artifact:
            shown = operands[0] if name == "TJ" else [operands[0]]
            for text in shown:
                if isinstance(text, pikepdf.String):
                    code = bytes(text).hex().upper()
                    pairs = {code[at : at + 4] for at in range(0, len(code), 4)}
                    drawn.setdefault(font, set()).update(pairs)
