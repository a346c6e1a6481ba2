"""A document with one of each thing that can be on a page."""

from programkit.paper.look.theme import Theme
from programkit.paper.pdf.canvas import Metadata, render
from programkit.text.markup import Run
from programkit.typeset.blocks import paragraph, rule
from programkit.typeset.marks import Anchor
from programkit.typeset.pages import Flow, Frame, PageShape, lay_out
from programkit.typeset.row import Fill, PageRef
from programkit.typeset.style import ParagraphStyle

SPECIMEN = "Dokmanić, č ć é λ τ_gen, office affine, Nguyễn Thị Minh Khai, ∑ ∫ ℝ, Привет"
PAGE = PageShape(400, 300, (Frame(20, 20, 360, 260),))
STYLE = ParagraphStyle()


def everything() -> bytes:
    """The document as a PDF file."""
    runs = (
        Run("See "),
        Run("the web", link="https://example.org"),
        Run(" and "),
        Run("the second part", link="#b"),
    )
    blocks = (
        paragraph(SPECIMEN, STYLE, 360).anchored(Anchor("a", "First")),
        paragraph(runs, STYLE, 360),
        rule(360),
        paragraph([Run("Second"), Fill(" ."), PageRef("b")], STYLE.replace(bold=True), 360),
        paragraph(SPECIMEN, STYLE.replace(italic=True, color="muted"), 360).anchored(
            Anchor("b", "Second", 1)
        ),
    )
    return render(lay_out([Flow(blocks, PAGE)]), Metadata("A booklet"), Theme().palette)
