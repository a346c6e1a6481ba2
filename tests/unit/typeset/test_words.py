import pytest
from hypothesis import given
from hypothesis import strategies as st

from programkit.typeset import words as words_module
from programkit.typeset.faces import default_family, family, open_face
from programkit.typeset.marks import Look
from programkit.typeset.opportunities import Opportunity
from programkit.typeset.shaping import shape
from programkit.typeset.words import (
    EMERGENCY_COST,
    HYPHEN_COST,
    VISIBLE_COST,
    Word,
    drawn,
    part,
    shaped,
    vocabulary,
)
from typefaces import make_font

KERN = """
feature liga { sub uni0066 uni0069 by f_i; } liga;
feature kern { pos uni0041 uni0056 -100; } kern;
"""
STIX = Look(default_family().chain(), 10.0, language="en")
FAR = 1000.0  # points: a line that any word fits into


@pytest.fixture
def look(tmp_path):
    """Ten points, so that every letter is 5 points wide, and a space 2.5."""
    letters = "abcdefghijklmnopqrstuvwxyzAV0-/."
    path = make_font(tmp_path / "f.ttf", letters, features=KERN, extra=("f_i",))
    return Look(family(path).chain(), 10.0)


def test_word_is_as_wide_as_its_glyphs(look):
    assert Word("Adefied", look).width == 5 * 6  # fi is one glyph
    assert Word("AV", look).width == 9


def test_words_are_shaped_once(look):
    words = vocabulary(look)
    assert words["ab"] is words["ab"] is vocabulary(look)["ab"]
    assert words["ab"].piece is vocabulary(look)["ab"].piece


def test_looks_have_words_of_their_own(look):
    assert vocabulary(look)["ab"] is not vocabulary(STIX)["ab"]


def test_words_that_were_not_asked_for_lately_are_forgotten(look, monkeypatch):
    monkeypatch.setattr(words_module, "_MOST_WORDS", 2)
    words = words_module.Vocabulary(look)
    first = words["a"]
    assert [words[text].text for text in "abcde"] == list("abcde")
    assert len(words) <= 2
    assert words["a"] is not first


def test_space_is_that_of_the_first_face(look):
    assert vocabulary(look).space == 2.5


def test_space_of_a_font_without_one_has_a_usual_width(look, monkeypatch):
    monkeypatch.setattr(look.chain[0], "glyph", lambda _: None)
    assert words_module.Vocabulary(look).space == 2.5


def cuts(word, limit=FAR):
    return [(word.text[: cut.at], cut.before, cut.after, cut.hyphen) for cut in word.cuts(limit)]


def test_cut_undoes_kerning(look):
    # Unbroken 9 points; A with the hyphen is 10 wide, V is 5.
    assert cuts(Word("A\u00adV", look)) == [("A\u00ad", 10, 5, True)]


def test_cut_undoes_a_ligature(look):
    assert cuts(Word("f\u00adi", look)) == [("f\u00ad", 10, 5, True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ab-cd", [("ab-", VISIBLE_COST, False)]),
        ("ab\u00adcd", [("ab\u00ad", HYPHEN_COST, True)]),
        ("ab\u200bcd", [("ab\u200b", 0.0, False)]),
        ("abcd", []),
    ],
)
def test_cut_costs_what_it_looks_like(look, text, expected):
    word = Word(text, look)
    assert [(text[: cut.at], cut.cost, cut.hyphen) for cut in word.cuts(FAR)] == expected


def test_word_is_cut_where_it_is_told(look):
    word = Word("abcd", look, (Opportunity(2, hyphen=True),))
    assert cuts(word) == [("ab", 15, 10, True)]
    assert cuts(Word("ab-cd", look, ())) == []


def test_word_wider_than_a_line_is_cut_anywhere_at_a_price(look):
    word = Word("ab-cd", look)
    told = [(cut.at, cut.before, cut.after, cut.cost) for cut in word.cuts(12)]
    assert told == [
        (1, 5, 20, EMERGENCY_COST),
        (2, 10, 15, EMERGENCY_COST),
        (3, 15, 10, VISIBLE_COST),
        (4, 20, 5, EMERGENCY_COST),
    ]
    assert len(word.cuts(25)) == 1


def test_hyphen_at_a_cut_hangs_out(look):
    (cut,) = Word("ab\u00adcd", look).cuts(FAR)
    assert cut.hang == pytest.approx(0.6 * 5)
    (cut,) = Word("ab-cd", look).cuts(FAR)
    assert cut.hang == pytest.approx(0.6 * 5)
    (cut,) = Word("ab\u200bcd", look).cuts(FAR)
    assert cut.hang == 0


def test_ends_of_a_word_hang_out(look):
    word = Word("Ab.", look)
    assert word.left == pytest.approx(0.05 * 5)
    assert word.right == pytest.approx(0.7 * 5)
    assert (Word("ab", look).left, Word("ab", look).right) == (0, 0)
    assert (Word("", look).left, Word("", look).right) == (0, 0)


@pytest.mark.parametrize(
    ("text", "plain"),
    [("word", True), ("(word).", True), ("w-d", False), ("č", False), ("a1", False), ("", False)],
)
def test_plain_words_can_only_be_hyphenated(text, plain):
    assert Word(text, STIX).plain is plain
    if plain:
        assert all(cut.hyphen for cut in Word(text, STIX).cuts(FAR))


def test_piece_is_there_if_one_face_has_the_word():
    assert Word("word", STIX).piece is not None
    assert Word("x∑", STIX).piece is None  # of two faces
    assert Word("∑", STIX).piece is None  # not of the first
    assert Word("日", STIX).piece is None  # of none
    assert Word("", STIX).piece is None


def test_marks_of_breaks_are_not_drawn():
    assert drawn("a\u00adb\u200bc") == "abc"
    assert shaped(STIX, "a\u00adb\u200bc").width == shaped(STIX, "abc").width


def test_part_of_a_word_is_kept():
    assert part(STIX, "exam") is part(STIX, "exam")
    assert part(STIX, "exam", hyphened=True) is not part(STIX, "exam")


def texts(shaped_):
    return [glyph.text for piece in shaped_.pieces for glyph in piece.glyphs]


def test_hyphen_that_is_added_reads_as_a_soft_one(look):
    assert texts(part(look, "ab", hyphened=True)) == ["a", "b", "\u00ad"]
    assert texts(part(look, "ab")) == ["a", "b"]
    assert part(look, "ab", hyphened=True).width == part(look, "ab-").width


def test_soft_hyphen_has_its_own_glyph_where_the_font_has_one():
    face = default_family().regular
    assert part(STIX, "ab", hyphened=True).pieces[-1].glyphs[-1].index == face.glyph("\u00ad")


def test_soft_hyphen_of_another_width_is_not_used(tmp_path):
    face = open_face(make_font(tmp_path / "g.ttf", "ab-\u00ad", wider="\u00ad"))
    made = part(Look((face,), 10.0), "ab", hyphened=True)
    assert made.pieces[-1].glyphs[-1].index == face.glyph("-")


ROUGHLY = 0.3  # points: forms that depend on a neighbor, such as the f before a b, stay as they are

LETTERS = st.text(
    st.sampled_from("abcdefghilmnopqrstuvwyzAVWTfiffl.,-/’čćéλτωПривет\u0301\u00ad\u200b"),
    min_size=2,
    max_size=24,
)


@given(text=LETTERS, limit=st.sampled_from([FAR, 20.0]))
def test_cuts_are_as_wide_as_their_parts(text, limit):
    word = Word(text, STIX)
    before = 0
    for cut in word.cuts(limit):
        assert before < cut.at < len(text)
        before = cut.at
        begin, end = text[: cut.at] + "-" * cut.hyphen, text[cut.at :]
        marks = {ord("\u00ad"): None, ord("\u200b"): None}
        for width, string in ((cut.before, begin), (cut.after, end)):
            made = shape(string.translate(marks), STIX.chain, (), "en")
            assert width == pytest.approx(made.width / 100, abs=ROUGHLY)


@given(at=st.integers(1, 149), unit=st.sampled_from(["abc", "če\u0301", "ffi", "Привет"]))
def test_cuts_of_a_long_word_are_nearly_as_wide_as_their_parts(at, unit):
    text = (unit * 150)[:300]
    word = Word(text, STIX)
    cut = word.cuts(20.0)[at]
    for width, string in ((cut.before, text[: cut.at]), (cut.after, text[cut.at :])):
        # Kerning and ligatures are left out: a tenth is more than they ever make.
        assert width == pytest.approx(shape(string, STIX.chain, (), "en").width / 100, rel=0.1)


def test_very_long_word_is_measured_letter_by_letter(monkeypatch):
    measured = []
    width_of = words_module.width_of
    monkeypatch.setattr(
        words_module, "width_of", lambda text, *rest: measured.append(text) or width_of(text, *rest)
    )
    look = Look(STIX.chain, 10.123, language="en")  # met by no other test
    word = Word("abcdefghij" * 10_000, look)
    assert len(word.cuts(200.0)) == 99_999
    assert sorted(measured) == [*"-abcdefghij"]
