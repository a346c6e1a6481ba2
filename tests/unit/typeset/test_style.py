import pytest

from programkit.text.markup import Run
from programkit.typeset.style import ParagraphStyle


def name(look):
    return look.chain[0].postscript_name.removeprefix("STIXTwoText-")


@pytest.mark.parametrize(
    ("style", "run", "face"),
    [
        ({}, Run("x"), "Regular"),
        ({}, Run("x", bold=True), "Bold"),
        ({}, Run("x", italic=True), "Italic"),
        ({"bold": True}, Run("x", italic=True), "BoldItalic"),
        ({"italic": True}, Run("x"), "Italic"),
        ({"italic": True}, Run("x", italic=True), "Regular"),
    ],
)
def test_emphasis_stands_out_from_its_paragraph(style, run, face):
    assert name(ParagraphStyle(**style).look(run)) == face


def test_look_without_a_run_is_that_of_plain_text():
    style = ParagraphStyle(size=9, color="muted", language="hr")
    look = style.look()
    assert (look.size, look.color, look.link, look.language) == (9, "muted", None, "hr")


def test_link_has_its_color_and_address():
    look = ParagraphStyle(link_color="accent").look(Run("x", link="https://example.org"))
    assert (look.color, look.link) == ("accent", "https://example.org")


def test_small_capitals_are_a_feature():
    style = ParagraphStyle(small_caps=True, features=(("onum", 1),))
    assert style.look().features == (("onum", 1), ("smcp", 1))


def test_replace_changes_only_what_is_named():
    style = ParagraphStyle(size=9)
    assert style.replace(leading=20) == ParagraphStyle(size=9, leading=20)


def test_measure_has_the_indents():
    measure = ParagraphStyle(first_indent=12, hanging=6).measure(100)
    assert (measure.length(0), measure.length(1)) == (88, 94)


def test_only_ragged_text_leaves_room_with_ease():
    assert ParagraphStyle().breaking.rag == 0
    assert ParagraphStyle(align="left", size=10).breaking.rag == 60


def test_baseline_centers_the_letters_in_their_line():
    # STIX Two rises 0.762 and sinks 0.238 of its size: 3 points of leading are left at size 10.
    assert ParagraphStyle(size=10, leading=13).baseline == pytest.approx(1.5 + 7.62)


def test_justified_text_may_be_drawn_wider_and_moved_apart():
    breaking = ParagraphStyle(size=8, expansion=0.015).breaking
    assert (breaking.expansion, breaking.tracking) == (0.015, pytest.approx(0.08))


def test_last_line_is_short_by_the_size_of_its_type():
    assert ParagraphStyle(size=8).breaking.short == ParagraphStyle(size=4).breaking.short * 2


def test_faces_are_all_that_its_text_may_be_set_in():
    style = ParagraphStyle()
    names = {face.postscript_name for face in style.faces}
    assert names >= {f"STIXTwoText-{name}" for name in ("Regular", "Italic", "Bold", "BoldItalic")}
    assert "STIXTwoMath" in names
    assert len(style.faces) == len(set(style.faces))


def test_equal_looks_are_one():
    assert ParagraphStyle().look() is ParagraphStyle().look()
    assert ParagraphStyle().look(Run("a", link="#x")) == ParagraphStyle().look(Run("b", link="#x"))
