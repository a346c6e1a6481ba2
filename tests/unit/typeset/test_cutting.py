import pytest

from programkit.typeset.cutting import cut, drawn
from programkit.typeset.faces import open_face
from programkit.typeset.linebreak import Box, Penalty
from programkit.typeset.marks import Look
from programkit.typeset.opportunities import Opportunity
from typefaces import make_font

KERN = """
feature liga { sub uni0066 uni0069 by f_i; } liga;
feature kern { pos uni0041 uni0056 -100; } kern;
"""


@pytest.fixture
def look(tmp_path):
    """Ten points, so that every letter is 5 points wide; AV is kerned by one, and fi one glyph."""
    path = make_font(tmp_path / "f.ttf", "AVfi-", features=KERN, extra=("f_i",))
    return Look((open_face(path),), 10.0)


def test_marks_of_possible_breaks_are_not_drawn():
    assert drawn("a\u00adb\u200bc-d") == "abc-d"


def test_text_without_places_is_one_box(look):
    assert cut("AV", look, (), 50) == (("AV", Box(9), None),)


def test_place_at_the_end_is_a_penalty_at_the_end(look):
    parts = cut("A-", look, (Opportunity(2, visible=True),), 50)
    assert parts == (("A-", Box(10), Penalty(30)),)


def test_hyphen_undoes_kerning(look):
    (_, first, penalty), (_, second, _) = cut("AV", look, (Opportunity(1, hyphen=True),), 50)
    assert first.width + second.width == pytest.approx(9)
    assert first.width + penalty.width == pytest.approx(5 + 5)
    assert second.width + penalty.after == pytest.approx(5)
    assert (penalty.cost, penalty.flagged) == (50, True)


def test_hyphen_undoes_a_ligature(look):
    (_, first, penalty), (_, second, _) = cut("fi", look, (Opportunity(1, hyphen=True),), 50)
    assert first.width + second.width == pytest.approx(5)
    assert first.width + penalty.width == pytest.approx(5 + 5)
    assert second.width + penalty.after == pytest.approx(5)


def test_emergency_is_dear_and_undoes_kerning_too(look):
    (_, first, penalty), _ = cut("AV", look, (Opportunity(1, emergency=True),), 50)
    assert first.width + penalty.width == pytest.approx(5)
    assert (penalty.cost, penalty.flagged) == (5000, False)


def test_marks_of_possible_breaks_have_no_width(look):
    parts = cut("A\u00adV\u200bf", look, (Opportunity(2, hyphen=True), Opportunity(4)), 50)
    assert [text for text, *_ in parts] == ["A\u00ad", "V\u200b", "f"]
    assert [box.width for _, box, _ in parts] == pytest.approx([4, 5, 5])
