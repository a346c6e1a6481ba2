"""Letters with more marks than anybody writes, in fonts that have them and that do not."""

from unicodedata import normalize

import pytest

from programkit.typeset.faces import default_family
from programkit.typeset.marks import Fragment
from programkit.typeset.paragraph import set_paragraph
from programkit.typeset.shaping import shape, width_of
from programkit.typeset.style import ParagraphStyle

CHAIN = default_family().chain()
WIDTH = 150.0
UNKNOWN = "\u0483"  # a mark that no font here has
CLUSTERS = {
    "marks on a letter that the font has": "e" + "\u0301\u0323" * 1500,
    "marks that no font has": "e" + UNKNOWN * 1000,
    "marks without a letter": UNKNOWN * 1000,
    "marks on a letter that no font has": "ก" + "\u0e49" * 1000,
    "a thousand joined people": "👩\u200d" * 1000,
    "letters that join": "\u0915\u094d" * 500,
    "all marks there are": "a" + "".join(map(chr, range(0x300, 0x370))) * 9,
}


@pytest.mark.parametrize("cluster", CLUSTERS.values(), ids=CLUSTERS)
@pytest.mark.parametrize("align", ["justified", "left"])
def test_nothing_is_lost_or_beyond_the_edge(cluster, align):
    style = ParagraphStyle(align=align, hyphenate=False)
    made = set_paragraph(f"before {cluster} after", style, WIDTH)
    marks = [mark for strip in made.strips for mark in strip.marks if isinstance(mark, Fragment)]
    assert max(mark.x + mark.width for mark in marks) <= WIDTH + style.size
    assert "".join(mark.text for mark in marks).split() == [
        "before",
        *_parts(marks, cluster),
        "after",
    ]


def _parts(marks, cluster):
    """The cluster as lines divide it."""
    said = "".join(mark.text for mark in marks).split()[1:-1]
    # Marks that the font puts together from others are told as those.
    assert normalize("NFC", "".join(said)) == normalize("NFC", cluster)
    return said


def test_what_is_missing_of_a_letter_is_one_box():
    made = shape(f"ab{UNKNOWN * 3}日本", CHAIN)
    glyphs = [glyph for piece in made.pieces for glyph in piece.glyphs]
    assert [(bool(glyph.index), glyph.text) for glyph in glyphs] == [
        (True, "a"),
        (True, "b"),
        (False, UNKNOWN * 3),
        (False, "日"),
        (False, "本"),
    ]


def test_boxes_are_as_wide_as_they_are_measured():
    for text in CLUSTERS.values():
        assert width_of(text, CHAIN) == pytest.approx(shape(text, CHAIN).width)


def test_boxes_from_the_right_tell_their_text_in_order():
    (piece,) = shape(f"א{UNKNOWN}\u0484ב", CHAIN, rtl=True).pieces
    assert [glyph.text for glyph in piece.glyphs] == ["ב", f"א{UNKNOWN}\u0484"]
