import pytest

from programkit.typeset.faces import default_family, open_face
from programkit.typeset.shaping import Piece, shape, shape_all, width_of
from typefaces import make_font

STIX = default_family().chain()
MARK = """
feature mark {
    markClass [uni0301] <anchor 250 600> @TOP;
    pos base [uni0061] <anchor 250 700> mark @TOP;
} mark;
"""


@pytest.fixture
def boxes(tmp_path):
    """A face with a real ligature, kerning, and small capitals drawn by other glyphs."""
    features = """
    feature liga { sub uni0066 uni0066 uni0069 by f_f_i; } liga;
    feature kern { pos uni0041 uni0056 -80; } kern;
    feature smcp { sub uni0061 by a.sc; } smcp;
    """
    path = make_font(tmp_path / "f.ttf", "aAVfi", features=features, extra=("f_f_i", "a.sc"))
    return open_face(path)


def glyphs(shaped):
    return [glyph for piece in shaped.pieces for glyph in piece.glyphs]


def test_ligature_stands_for_all_its_letters(boxes):
    made = shape("affi", (boxes,))
    assert [glyph.text for glyph in glyphs(made)] == ["a", "ffi"]
    assert made.width == 1000


def test_kerning_moves_letters_together(boxes):
    assert shape("AV", (boxes,)).width == 920
    assert shape("VA", (boxes,)).width == 1000


def test_features_are_applied(boxes):
    plain, small = shape("a", (boxes,)), shape("a", (boxes,), (("smcp", 1),))
    assert glyphs(plain)[0].index != glyphs(small)[0].index
    assert glyphs(small)[0].text == "a"


def test_feature_can_be_turned_off(boxes):
    made = shape("ffi", (boxes,), (("liga", 0),))
    assert [glyph.text for glyph in glyphs(made)] == ["f", "f", "i"]


def test_each_grapheme_is_in_the_first_face_that_has_all_of_it(tmp_path):
    bare = open_face(make_font(tmp_path / "bare.ttf", "ab", name="Bare"))
    marked = open_face(make_font(tmp_path / "marked.ttf", "a\u0301", features=MARK, name="Marked"))
    made = shape("aba\u0301b", (bare, marked))
    pieces = [(piece.face, "".join(g.text for g in piece.glyphs)) for piece in made.pieces]
    assert pieces == [(bare, "ab"), (marked, "a\u0301"), (bare, "b")]


def test_mark_is_raised_onto_its_base(tmp_path):
    face = open_face(make_font(tmp_path / "marked.ttf", "a\u0301", features=MARK))
    base, mark = glyphs(shape("a\u0301", (face,)))
    assert (base.advance, mark.advance, mark.dx, mark.dy) == (500, 0, -500, 100)


def test_mathematics_falls_back_to_the_mathematical_face():
    names = [piece.face.postscript_name for piece in shape("x∑ℝ", STIX).pieces]
    assert names == ["STIXTwoText-Regular", "STIXTwoMath", "STIXTwoText-Regular"]


def test_missing_characters_are_reported_once_in_order():
    assert shape("本日本 ok", STIX).missing == ("本", "日")


def test_missing_characters_are_drawn_and_keep_their_text():
    made = shape("日", STIX)
    assert [(glyph.index, glyph.text) for glyph in glyphs(made)] == [(0, "日")]


def test_nothing_is_missing_of_controls_and_joiners():
    assert shape("a\x00\ud800\u200db\u00ad", STIX).missing == ()


def test_right_to_left_word_is_in_visual_order(tmp_path):
    face = open_face(make_font(tmp_path / "hebrew.ttf", "שלום"))
    assert [glyph.text for glyph in glyphs(shape("שלום", (face,)))] == list("םולש")


def test_scripts_of_two_directions_are_shaped_apart(tmp_path):
    face = open_face(make_font(tmp_path / "both.ttf", "abשל"))
    texts = ["".join(g.text for g in piece.glyphs) for piece in shape("abשל", (face,)).pieces]
    assert texts == ["ab", "לש"]


def test_punctuation_joins_the_script_before_it():
    assert [len(piece.glyphs) for piece in shape("(τ).", STIX).pieces] == [4]


def test_language_reaches_the_font(tmp_path):
    features = """
    languagesystem DFLT dflt;
    languagesystem cyrl dflt;
    languagesystem cyrl SRB;
    feature locl { script cyrl; language SRB; sub uni0431 by b.serbian; } locl;
    """
    font = make_font(tmp_path / "f.ttf", "б", features=features, extra=("b.serbian",))
    face = open_face(font)
    russian, serbian = shape("б", (face,), (), "ru"), shape("б", (face,), (), "sr")
    assert glyphs(russian)[0].index != glyphs(serbian)[0].index


def test_empty_text_has_no_width():
    made = shape("", STIX)
    assert (made.pieces, made.width, made.missing) == ((), 0.0, ())


def test_width_is_that_of_the_shaped_text(boxes):
    for text in ("", "AVffia", "a f\x00i", "日a"):
        assert width_of(text, (boxes,)) == shape(text, (boxes,)).width


def test_width_follows_features_and_faces():
    for text in ("Ćaćić ∑", "office τῶν", "Привет"):
        for features in ((), (("smcp", 1),)):
            assert width_of(text, STIX, features, "hr") == pytest.approx(
                shape(text, STIX, features, "hr").width
            )


def test_piece_knows_its_width_and_text(boxes):
    (piece,) = shape("AVffi", (boxes,)).pieces
    assert (piece.width, piece.text) == (1420, "AVffi")
    assert Piece(boxes, ()).width == 0


def test_pieces_are_equal_only_to_themselves(boxes):
    first, second = Piece(boxes, ()), Piece(boxes, ())
    assert first != second
    assert len({first, second, first}) == 2


def test_same_letter_is_one_object_in_all_words(boxes):
    (one,), (two,) = shape("aA", (boxes,)).pieces, shape("Va", (boxes,)).pieces
    assert one.glyphs[0] is two.glyphs[1]


def test_marks_without_shape_leave_no_glyph():
    assert [glyph.text for glyph in glyphs(shape("a\u200db", STIX))] == ["a\u200d", "b"]


@pytest.mark.parametrize("name", ["regular", "italic", "bold", "bold_italic"])
@pytest.mark.parametrize("features", [(), (("smcp", 1),)])
def test_words_shaped_in_one_go_are_those_shaped_alone(name, features):
    chain = (getattr(default_family(), name),)
    words = ["office", "AVAST,", "(fluffy)", "To", "f", "fi", "i", "“Ja”", "x-y.", "W.", "é"]
    for some in (words, words[:7], []):
        made = shape_all(some, chain, features, "en")
        alone = [shape(word, chain, features, "en") for word in some]
        assert [told(each) for each in made] == [told(each) for each in alone]


def test_words_are_shaped_alone_where_what_parts_them_would_change_them(tmp_path):
    features = "feature kern { pos uni0041 uni000A -80; } kern;"
    face = open_face(make_font(tmp_path / "f.ttf", "aA\n", features=features))
    assert [each.width for each in shape_all(["aA", "Aa"], (face,))] == [1000, 1000]


def told(made):
    """What there is to know of a shaped text."""
    return [(piece.face, piece.glyphs) for piece in made.pieces], made.width, made.missing
