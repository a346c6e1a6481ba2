"""Tagged documents read back: their tree, and what pages mark, as the PDF standard says."""

import io
import re
from dataclasses import dataclass, field
from itertools import pairwise

import pikepdf

LEGAL = {
    "Document": {"Part"},
    "Part": {
        *("P", "H1", "H2", "H3", "H4", "H5", "H6", "BlockQuote", "Code", "Formula", "Figure"),
        *("Table", "L", "TOC"),
    },
    "Table": {"TR"},
    "TR": {"TH", "TD"},
    "L": {"LI"},
    "LI": {"LBody"},
    "TOC": {"TOCI"},
    "TOCI": {"Reference"},
}
"""What may be in what; all others hold text, and only what may stand in text."""
INLINE = {"Link", "Formula", "Figure", "Span"}
SHOWING = {"Tj", "TJ", "'", '"', "Do", "f", "S", "B"}


@dataclass
class Node:
    """An element of the tree."""

    role: str
    raw: pikepdf.Dictionary
    pdf: pikepdf.Pdf
    """The document, which lives as long as something of it is in use."""
    kids: list = field(default_factory=list)
    """Further nodes; marked content as (page, number); annotations as (page, annotation)."""

    def all(self):
        """It and all elements in it, in the order in which they are read."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.all()

    def told(self):
        """The roles as nested lists, without what they hold."""
        kids = [kid.told() for kid in self.kids if isinstance(kid, Node)]
        return [self.role, *kids] if kids else self.role


def open_pdf(data):
    """A document from its bytes."""
    return pikepdf.open(io.BytesIO(data))


def tree(pdf):
    """The root element of a document."""
    root = pdf.Root.StructTreeRoot
    pages = {page.objgen: number for number, page in enumerate(pdf.pages)}
    assert root.K.P.objgen == root.objgen
    return _node(root.K, pages, pdf)


def _node(raw, pages, pdf):
    node = Node(str(raw.S)[1:], raw, pdf)
    for kid in raw.K:
        kind = kid.get("/Type")
        if kind == "/StructElem":
            assert kid.P.objgen == raw.objgen
            node.kids.append(_node(kid, pages, pdf))
        elif kind == "/MCR":
            node.kids.append((pages[kid.Pg.objgen], int(kid.MCID)))
        else:
            assert kind == "/OBJR"
            node.kids.append((pages[kid.Pg.objgen], kid.Obj))
    return node


def marked(page):
    """What a page draws, in order: for each sequence its role, its number and what it shows.

    Raises:
        AssertionError: Sequences are in each other where they must not be, or nothing marks what
            is drawn.
    """
    found, open_ = [], []
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name in {"BMC", "BDC"}:
            number = int(operands[1].get("/MCID", -1)) if name == "BDC" else -1
            tag = str(operands[0])[1:]
            within = [role for role, _ in open_]
            assert number < 0 or not open_, f"{tag} is marked inside {within}"
            assert tag != "Artifact" or set(within) <= {"Artifact"}, f"artifact inside {within}"
            if not open_:
                found.append((tag, number, []))
            open_.append((tag, number))
        elif name == "EMC":
            open_.pop()
        elif name in SHOWING:
            assert open_, f"nothing marks what {name} draws"
            found[-1][2].append(name)
    assert not open_
    return found


def numbers_of(pdf):
    """The parent tree: for each number what it names."""
    entries = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    return {int(number): named for number, named in zip(entries[::2], entries[1::2], strict=True)}


def check(data):
    """The tree of a document, after asking whether all of it is as it must be."""
    pdf = open_pdf(data)
    assert bool(pdf.Root.MarkInfo.Marked)
    root = tree(pdf)
    assert root.role == "Document"
    _check_nesting(root)
    _check_content(pdf, root)
    _check_links(pdf, root)
    return root


def _check_nesting(root):
    for node in root.all():
        roles = {kid.role for kid in node.kids if isinstance(kid, Node)}
        assert roles <= LEGAL.get(node.role, INLINE), f"{roles} in {node.role}"
        if node.role in LEGAL:
            assert all(isinstance(kid, Node) for kid in node.kids), f"content in {node.role}"
        if node.role in {"Figure", "Formula"}:
            assert str(node.raw.Alt)
        if node.role == "Table":
            _check_table(node)
    headings = [int(node.role[1]) for node in root.all() if re.fullmatch("H[1-6]", node.role)]
    for before, level in pairwise([0, *headings]):
        assert level <= before + 1, f"H{level} follows H{before}"


def _check_table(table):
    """All rows have the same columns, every one is covered once, and something heads the cells."""
    open_ = {}
    widths = set()
    for number, row in enumerate(table.kids):
        column = 0
        for cell in row.kids:
            while open_.get(column, 0) > number:
                column += 1
            spans = cell.raw.get("/A", {})
            for at in range(column, column + int(spans.get("/ColSpan", 1))):
                assert open_.get(at, 0) <= number, "cells overlap"
                open_[at] = number + int(spans.get("/RowSpan", 1))
            column += int(spans.get("/ColSpan", 1))
            assert (cell.role == "TH") == ("/Scope" in spans)
        while open_.get(column, 0) > number:
            column += 1
        widths.add(column)
    assert len(widths) == 1, f"rows of {widths} columns"
    assert all(end <= len(table.kids) for end in open_.values()), "a cell reaches below its table"


def _check_content(pdf, root):
    """Every number of marked content is in the tree exactly once, and in the parent tree."""
    parents = numbers_of(pdf)
    held = {}
    for node in root.all():
        for kid in node.kids:
            if isinstance(kid, tuple) and isinstance(kid[1], int):
                assert kid not in held
                held[kid] = node
    drawn = {
        (at, number): role
        for at, page in enumerate(pdf.pages)
        for role, number, _ in marked(page)
        if number >= 0
    }
    assert held.keys() == drawn.keys()
    for (at, number), node in held.items():
        assert _agree(drawn[at, number], node.role)
        assert parents[int(pdf.pages[at].StructParents)][number].objgen == node.raw.objgen


def _agree(called, role):
    """Whether a page may call content so that is in an element of a role: what counts is this."""
    # Levels of headings are closed up, and links that lead nowhere are none, when pages are drawn.
    return called == role or {called[0], role[0]} == {"H"} or (called, role) == ("Link", "Span")


def _check_links(pdf, root):
    parents = numbers_of(pdf)
    linked = {}
    for node in root.all():
        for kid in node.kids:
            if isinstance(kid, tuple) and not isinstance(kid[1], int):
                assert node.role == "Link"
                linked[kid[1].objgen] = node
    annotations = [link for page in pdf.pages for link in page.get("/Annots", [])]
    for link in annotations:
        if "/StructParent" in link:
            assert parents[int(link.StructParent)].objgen == linked.pop(link.objgen).raw.objgen
    assert not linked
    for page in pdf.pages:
        assert page.get("/Tabs") == "/S"
