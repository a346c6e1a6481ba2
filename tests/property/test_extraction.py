"""What is printed can be searched, copied and read aloud: other programs give the text back."""

import io
import re

import pdfplumber
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from programkit.paper.pdf.canvas import Metadata, render
from programkit.text.markup import Run
from programkit.typeset.blocks import paragraph
from programkit.typeset.pages import Flow, Frame, PageShape, lay_out
from programkit.typeset.style import ParagraphStyle

WORDS = st.one_of(
    st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyz"), min_size=1, max_size=12),
    st.text(st.sampled_from("ABCčćđšžéüßñøåłőțÀÇ"), min_size=1, max_size=8),
    st.text(st.sampled_from("αβγδελμνπρστφχψωάέήίόύώΑΒΓΔ"), min_size=1, max_size=8),
    st.text(st.sampled_from("абвгдежзиклмнопрстуфхцчшщыьэюя"), min_size=1, max_size=8),
    st.sampled_from(["office", "affine", "fluffy", "fjord", "Tfb", "generalization", "AVATAR"]),
    st.sampled_from(["(0,1)", "self-supervised", "“quoted”", "it’s", "1990–2000", "e.g.", "a/b"]),
)
TEXTS = st.lists(WORDS, min_size=1, max_size=25).map(" ".join)
STYLES = {
    "justified": ParagraphStyle(),
    "ragged": ParagraphStyle(align="left", hyphenate=False),
    "small capitals": ParagraphStyle(small_caps=True),
}


def pdf_of(runs, style, width):
    shape = PageShape(width + 40, 2000, (Frame(20, 20, width, 1960),))
    layout = lay_out([Flow([paragraph(runs, style, width)], shape)])
    return render(layout, Metadata("x"), {"text": "#000000"})


def by_pdfium(data):
    return pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range()


def by_pdfplumber(data):
    """Its characters in the order in which they are drawn, lines parted by their baselines."""
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        text, before = "", None
        for char in pdf.pages[0].chars:
            baseline = char["matrix"][5]
            text += "\n" if before is not None and abs(baseline - before) > 5 else ""
            text += char["text"]
            before = baseline
    return text


def undone(text):
    """A text without the hyphens and line ends that setting it added."""
    text = re.sub(r"[\u00ad\ufffe\x02]\s*", "", text)
    return re.sub(r"\s+", " ", text).strip()


# To pdfium every hyphen at the end of a line is one that was added.
@pytest.mark.parametrize(
    ("read", "joint"), [(by_pdfium, r"-\s*|(?<=[/–]) "), (by_pdfplumber, r"(?<=[-/–]) ")]
)
@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
@given(text=TEXTS, width=st.floats(150, 400), cut=st.integers(0, 100))
def test_text_reads_back_letter_for_letter(read, joint, style, text, width, cut):
    runs = [Run(text[:cut]), Run(text[cut:], italic=True)]
    found = undone(read(pdf_of(runs, style, width)))
    # A line may end after a hyphen or slash of a word's own, where nothing is added to it.
    assert re.sub(joint, "", found) == re.sub(joint, "", text)
