"""Text from right to left reads back in the order it was written, whatever stands in between."""

import io
import re
import shutil
import subprocess

import pdfplumber
import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from programkit.paper.pdf.canvas import Metadata, render
from programkit.text.markup import Run
from programkit.typeset.blocks import paragraph
from programkit.typeset.faces import default_family
from programkit.typeset.pages import Flow, Frame, PageShape, lay_out
from programkit.typeset.style import ParagraphStyle
from typefaces import make_font

HEBREW, ARABIC, MARKS = "אבגדהוזחטיכלםש", "ابتثجحخدذرزسش", "\u05b8\u05c1\u064e"
WIDTH = 130.0
WORDS = st.one_of(
    st.text(HEBREW, min_size=1, max_size=8),
    st.text(ARABIC, min_size=1, max_size=8),
    st.sampled_from(["שָׁב", "בָא", "تَث", "(אב)", "[אב", "גד]", "אב,", "(12)", "גד."]),
    st.sampled_from(["one", "(two", "three)", "14:30", "12", "+5%", "٣٤٥", "a/b", "x-y", "3–4"]),
)
TEXTS = st.lists(WORDS, min_size=1, max_size=20).map(" ".join)


@pytest.fixture(scope="module")
def family(tmp_path_factory):
    path = tmp_path_factory.mktemp("fonts") / "rtl.ttf"
    return default_family(make_font(path, f"{HEBREW}{ARABIC}{MARKS}٣٤٥"))


def pdf_of(texts, family, **style):
    looks = ParagraphStyle(family=family, hyphenate=False, **style)
    blocks = [paragraph([Run(text)], looks, WIDTH) for text in texts]
    shape = PageShape(WIDTH + 20, 5000, (Frame(10, 10, WIDTH, 4980),))
    return render(lay_out([Flow(blocks, shape)]), Metadata("x"), {"text": "#000000"})


def spaced(text):
    return re.sub(r"\s+", " ", text).strip()


def by_pdfplumber(data):
    """All characters in the order in which the page has them."""
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        return "".join(char["text"] for char in pdf.pages[0].chars)


def by_struct_text(data, path):
    """What each element says, as those hear it who do not see it."""
    path.write_bytes(data)
    command = ["pdfinfo", "-struct-text", path]
    told = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout
    return re.findall(r'^ *"(.*)"$', told, re.MULTILINE)


@pytest.mark.parametrize("align", ["justified", "left"])
@given(text=TEXTS)
def test_page_has_its_characters_in_the_order_they_are_read(family, align, text):
    assert spaced(by_pdfplumber(pdf_of([text], family, align=align))) == text


@given(text=TEXTS)
@settings(max_examples=10)
def test_pypdf_gives_words_back_in_their_order(family, text):
    page = pypdf.PdfReader(io.BytesIO(pdf_of([text], family))).pages[0]
    # It sees a space wherever the direction changes.
    assert re.sub(r"\s", "", page.extract_text()) == re.sub(r"\s", "", text)


@pytest.mark.skipif(not shutil.which("pdfinfo"), reason="needs the program pdfinfo of poppler")
@given(texts=st.lists(TEXTS, min_size=12, max_size=12))
@settings(max_examples=3)
def test_elements_say_what_was_written(family, tmp_path_factory, texts):
    path = tmp_path_factory.getbasetemp() / "told.pdf"
    assert list(map(spaced, by_struct_text(pdf_of(texts, family), path))) == texts


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs the program pdftotext of poppler")
@pytest.mark.parametrize("text", ["אבג דהו (זח) טי", "אב [גד] הו זח"])
def test_poppler_finds_lines_of_one_direction_by_their_places(family, tmp_path, text):
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf_of([text], family))
    command = ["pdftotext", path, "-"]
    made = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout
    assert spaced(re.sub("[\u202a-\u202e\u200e\u200f]", "", made)) == text
