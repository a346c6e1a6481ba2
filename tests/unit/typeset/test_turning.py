import pytest
from hypothesis import given
from hypothesis import strategies as st

from programkit.text.markup import Run
from programkit.typeset.faces import default_family, family
from programkit.typeset.marks import Fragment, Group, PageNumber
from programkit.typeset.paragraph import set_paragraph
from programkit.typeset.row import Fill, PageRef
from programkit.typeset.shaping import shape
from programkit.typeset.style import ParagraphStyle
from typefaces import make_font

HEBREW = "אבגדהוזחטיכל"


@pytest.fixture(scope="module")
def hebrew(tmp_path_factory):
    """STIX Two with a font of boxes for Hebrew, all 500 wide."""
    return default_family(make_font(tmp_path_factory.mktemp("fonts") / "h.ttf", HEBREW))


def seen(mark):
    """What stands in a fragment from left to right, without the space that ends a line."""
    glyphs = mark.glyphs[:-1] if mark.trails else mark.glyphs
    return "".join(glyph.text for glyph in (reversed(glyphs) if mark.leftwards else glyphs))


def read(inlines, hebrew, width=300.0, **style):
    """What the lines of a paragraph say, in the order in which their marks are drawn."""
    made = set_paragraph(inlines, ParagraphStyle(family=hebrew, size=10, **style), width)
    marks = (mark for strip in made.strips for mark in strip.marks)
    return "".join(mark.text for mark in marks if isinstance(mark, Fragment))


def lines(inlines, hebrew, width=300.0, **style):
    """The lines of a paragraph: what stands in each from left to right, and its edges."""
    made = set_paragraph(inlines, ParagraphStyle(family=hebrew, size=10, **style), width)
    found = []
    for strip in made.strips:
        marks = sorted((m for m in strip.marks if isinstance(m, Fragment)), key=lambda m: m.x)
        text = "".join(map(seen, marks))
        left, right = marks[0].x, marks[-1].x + marks[-1].width
        found.append((text, round(left, 1), round(right, 1)))
    return found


def test_words_to_the_left_are_turned(hebrew):
    assert [text for text, _, _ in lines("אב גד הו", hebrew)] == ["וה דג בא"]


def test_words_to_the_left_in_a_line_to_the_right_keep_their_place(hebrew):
    assert lines("see אב גד now", hebrew)[0][:2] == ("see דג בא now", 0.0)


def test_words_to_the_right_in_a_line_to_the_left_keep_their_order(hebrew):
    assert lines("אב one two 12 גד", hebrew)[0][0] == "דג one two 12 בא"


@pytest.mark.parametrize("align", ["justified", "left"])
def test_last_line_of_a_paragraph_to_the_left_ends_at_the_right_edge(hebrew, align):
    assert lines("אב גד", hebrew, align=align)[0][2] == 300.0


def test_paragraph_to_the_left_that_is_set_to_the_right_begins_at_the_left_edge(hebrew):
    assert lines("אב גד", hebrew, align="right")[0][1] == 0.0


def test_full_line_of_a_paragraph_to_the_left_is_as_wide_as_the_column(hebrew):
    first, *_, last = lines("אבגד הוזח " * 10, hebrew, 150.0)
    assert first[1:] == (0.0, 150.0)
    assert last[1] > 0.0
    assert last[2] == 150.0


def test_indent_of_a_paragraph_to_the_left_is_at_the_right(hebrew):
    first, second, *_ = lines("אבגד הוזח " * 10, hebrew, 150.0, hanging=20.0)
    assert first[2] == 150.0
    assert second[2] == 130.0


def test_brackets_are_mirrored(hebrew):
    face = hebrew.regular
    marks = set_paragraph("(אב)", ParagraphStyle(family=hebrew), 300).strips[0].marks
    drawn = [glyph.index for mark in marks for glyph in mark.glyphs]
    # The first one read stands at the right, and is round there.
    assert (drawn[0], drawn[-1]) == (face.glyph(")"), face.glyph("("))
    assert "".join(glyph.text for mark in marks for glyph in mark.glyphs) == "(אב)"
    assert marks[0].x > marks[-1].x


def test_punctuation_at_a_line_end_follows_the_next_line(hebrew):
    text = "see אבגד, הוזח ok"
    wide = lines(text, hebrew, 300.0)[0][0]
    first, second = lines(text, hebrew, 45.0, align="left")
    assert wide == "see חזוה ,דגבא ok"
    assert (first[0], second[0]) == ("see ,דגבא", "חזוה ok")


def test_page_number_of_an_entry_to_the_left_is_at_the_left(hebrew):
    entry = (Run("אב גד"), Fill(" ."), PageRef("somewhere"))
    strip = set_paragraph(entry, ParagraphStyle(family=hebrew, size=10), 300).strips[0]
    number = next(mark for mark in strip.marks if isinstance(mark, PageNumber))
    rights = [mark.x + mark.width for mark in strip.marks]
    assert number.x == pytest.approx(0.0)
    assert max(rights) == pytest.approx(300.0)


def test_pieces_of_a_word_to_the_left_are_turned(tmp_path):
    one = make_font(tmp_path / "1.ttf", "אב", name="One")
    two = make_font(tmp_path / "2.ttf", "גד", name="Two")
    chain = family(one, fallback=(family(two),)).chain()
    made = shape("אבגד", chain, rtl=True)
    assert [(piece.face.postscript_name, piece.text) for piece in made.pieces] == [
        ("Two", "דג"),
        ("One", "בא"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "אב גד הו",
        "see אב גד, now (הו) 12",
        "אב one two, 12 (גד) three [הו] 14:30",
        "אב12גד c++אב (x) גד",
    ],
)
@pytest.mark.parametrize("width", [300.0, 45.0])
def test_marks_are_in_the_order_they_are_read(hebrew, text, width):
    assert read(text, hebrew, width, hyphenate=False) == text


def test_words_to_the_left_lead_to_the_left(hebrew):
    (mark, *_) = set_paragraph("אב", ParagraphStyle(family=hebrew, size=10), 300).strips[0].marks
    assert mark.leftwards
    assert (mark.x, mark.width) == (290.0, 10.0)  # 500 a glyph
    assert [(glyph.text, glyph.advance, glyph.dx) for glyph in mark.glyphs] == [
        ("א", -500, -500),
        ("ב", -500, -500),
    ]


def test_formula_among_words_to_the_left_stands_where_it_is_read(hebrew):
    runs = (Run("אב "), Run("x", math="x"), Run(" גד"))
    marks = set_paragraph(runs, ParagraphStyle(family=hebrew, size=10), 300).strips[0].marks
    group = next(mark for mark in marks if isinstance(mark, Group))
    words = [mark for mark in marks if isinstance(mark, Fragment) and mark.leftwards]
    assert words[0].x > group.x + group.width > group.x > words[-1].x + words[-1].width


@given(
    st.text(f"{HEBREW}abc12 ,.()-\u00a0", max_size=200),
    st.sampled_from(["justified", "left", "center"]),
)
def test_nothing_is_lost_or_too_wide(hebrew, text, align):
    made = lines(f"x{text}א", hebrew, 120.0, align=align, hyphenate=False)
    said = read(f"x{text}א", hebrew, 120.0, align=align, hyphenate=False)
    assert "".join(said.split()) == f"x{text}א".replace(" ", "").replace("\u00a0", "")
    assert all(left > -5 and right < 125 for _, left, right in made)
