"""Lines are measured as they are printed: known gaps are found, whoever made them and how."""

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from booklets.gaps import TextDiffersError, excess, figures, longest, placed
from booklets.lines import Box, Line, body_lines

SPACE = 2.78
"""Of Helvetica in 10 points."""


@pytest.fixture
def drawn(tmp_path):
    """The lines of a page that a function draws in Helvetica at 10 points."""

    def lines(draw):
        canvas = Canvas(str(tmp_path / "page.pdf"))
        canvas.setFont("Helvetica", 10)
        draw(canvas)
        canvas.save()
        return body_lines(tmp_path / "page.pdf")

    return lines


def at(canvas, x, y, words, gap):
    for word in words:
        canvas.drawString(x, y, word)
        x += stringWidth(word, "Helvetica", 10) + gap


def test_gaps_between_words_without_spaces_are_found(drawn):
    lines = drawn(lambda canvas: at(canvas, 50, 700, ["Even", "words,", "apart"], 3.21))

    assert [line.text for line in lines] == ["Evenwords,apart"]
    assert lines[0].gaps == pytest.approx([3.21, 3.21], abs=0.01)


@pytest.mark.parametrize(
    ("wider", "scale", "gap"),
    [(0, 100, SPACE), (1.5, 100, SPACE + 1.5), (0, 98, SPACE * 0.98), (-0.4, 102, 2.38 * 1.02)],
)
def test_gaps_of_spaces_follow_word_spacing_and_expansion(drawn, wider, scale, gap):
    def draw(canvas):
        text = canvas.beginText(50, 700)
        text.setWordSpace(wider)
        text.setHorizScale(scale)
        text.textOut("three words here")
        canvas.drawText(text)

    (line,) = drawn(draw)

    assert line.gaps == pytest.approx([gap, gap], abs=0.01)


def test_kerning_is_no_gap_and_two_spaces_are_one(drawn):
    def draw(canvas):
        canvas.drawString(50, 700, "kern")
        canvas.drawString(50 + stringWidth("kern", "Helvetica", 10) + 0.9, 700, "ed")
        canvas.drawString(50, 680, "two  spaces")

    kerned, spaced = drawn(draw)

    assert kerned.gaps == ()
    assert spaced.gaps == pytest.approx([2 * SPACE], abs=0.01)


def test_text_in_another_size_is_no_line(drawn):
    def draw(canvas):
        canvas.drawString(50, 700, "body")
        canvas.setFont("Helvetica", 9)
        canvas.drawString(50, 650, "folio")

    assert [line.text for line in drawn(draw)] == ["body"]


def test_lines_come_from_the_top_down_and_know_their_page(drawn):
    def draw(canvas):
        canvas.drawString(50, 600, "second")
        canvas.drawString(50, 700, "first")
        canvas.showPage()
        canvas.setFont("Helvetica", 10)
        canvas.drawString(50, 700, "third")

    assert [(line.page, line.text) for line in drawn(draw)] == [
        (1, "first"),
        (1, "second"),
        (2, "third"),
    ]


def line(text, left=0.0, right=100.0, gap=2.5):
    """A line of words from edge to edge; each character is as wide as the others."""
    words = text.split()
    count = sum(map(len, words))
    width = (right - left - gap * (len(words) - 1)) / count
    boxes, x = [], left
    for number, word in enumerate(words):
        for place, sign in enumerate(word):
            boxes.append(Box(sign, x, x + width, space=bool(number) and not place))
            x += width
        x += gap
    return Line(1, tuple(boxes))


def test_lines_are_found_in_their_source_with_the_hyphens_that_were_added():
    source = ["A well-known ﬁgure of speech", "Its end."]
    lines = [line("A well-"), line("known figure of spee\u00ad"), line("ch"), line("Its end.")]

    found = placed(lines, source)

    assert [(each.last, each.added) for each in found] == [
        (False, False),
        (False, True),
        (True, False),
        (True, False),
    ]


@pytest.mark.parametrize("text", ["Something else", "", "Its end. And more."])
def test_lines_of_another_text_are_refused(text):
    lines = [line(text)] if text else []

    with pytest.raises(TextDiffersError):
        placed(lines, ["Its end."])


def test_figures_are_those_of_the_justified_lines():
    lines = [
        line("one two three", gap=2.0),
        line("four five-", gap=3.0),
        line("six se-", gap=4.0),
        line("ven", right=40),
    ]
    found = figures(placed(lines, ["one two three four five-six seven"]), 0, 100)

    assert (found.lines, found.mean, found.worst, found.tightest) == (3, 3.0, 4.0, 2.0)
    assert found.deviation == pytest.approx((2 / 3) ** 0.5, abs=0.001)
    assert (found.hyphenated, found.added, found.run) == (0.5, 0.25, 2)
    assert (found.outside, found.short) == (0, 0)


@pytest.mark.parametrize(
    ("text", "left", "right", "over"),
    [
        ("words", 0, 100, 0),
        ("words", 0, 105, 5 - 2.1),
        ("words", -5, 100, 5 - 2.1),
        ("word.", 0, 125, 0),
        ("word.", 0, 135, 8 - 2.7),
        ("“word", -25, 100, 0),
    ],
)
def test_signs_may_hang_out_of_the_measure_and_of_letters_a_tenth(text, left, right, over):
    assert excess(line(text, left, right), 0, 100) == pytest.approx(over)


def test_line_that_does_not_reach_the_edge_is_short():
    lines = [line("one two three", right=99.5), line("four", right=50)]

    assert figures(placed(lines, ["one two three four"]), 0, 100).short == 1


@pytest.mark.parametrize(
    ("flags", "run"), [([], 0), ([0, 0], 0), ([1, 0, 1, 1], 2), ([1, 1, 1, 0], 3)]
)
def test_longest_run(flags, run):
    assert longest(map(bool, flags)) == run
