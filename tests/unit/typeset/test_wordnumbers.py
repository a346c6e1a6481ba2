import pytest
from hypothesis import given
from hypothesis import strategies as st

from programkit.typeset import wordnumbers
from programkit.typeset.faces import default_family
from programkit.typeset.shaping import Glyph, Piece
from programkit.typeset.wordnumbers import Words

FACE, OTHER = default_family().regular, default_family().italic
GLYPHS = st.builds(
    Glyph,
    st.integers(0, 0xFFFF),
    st.text(st.characters(exclude_categories=()), max_size=3),
    *[st.floats(allow_nan=False)] * 3,
)
WORDS = st.lists(st.lists(GLYPHS, max_size=4).map(tuple), max_size=6)


@given(WORDS)
def test_equal_words_have_one_number(texts):
    words = Words()
    numbers = [words.number(Piece(FACE, glyphs)) for glyphs in texts]
    known = dict(zip(texts, numbers, strict=True))
    assert numbers == [known[glyphs] for glyphs in texts]
    assert sorted(known.values()) == list(range(len(known)))


@given(WORDS)
def test_word_is_found_by_its_number_in_any_face(texts):
    words = Words()
    for face in (FACE, OTHER):
        for glyphs in texts:
            made = words.pieces(face)(words.number(Piece(OTHER, glyphs)))
            assert (made.face, made.glyphs) == (face, glyphs)


def test_word_of_a_face_is_one_object():
    words = Words()
    number = words.number(Piece(FACE, (Glyph(1, "a", 500.0),)))
    assert words.pieces(FACE)(number) is words.pieces(FACE)(number)


@given(WORDS, WORDS)
def test_what_is_written_is_read_into_other_words(texts, before):
    ours, theirs = Words(), Words()
    numbers = [ours.number(Piece(FACE, glyphs)) for glyphs in texts]
    for glyphs in before:
        theirs.number(Piece(FACE, glyphs))
    chosen = numbers[::-1]
    found = theirs.read(ours.written(chosen))
    assert [theirs.pieces(FACE)(number).glyphs for number in found] == texts[::-1]


def test_only_what_is_asked_for_is_written():
    words, again = Words(), Words()
    few, more = (words.number(Piece(FACE, (Glyph(at, "a", 1.0),))) for at in (1, 2))
    assert len(again.read(words.written([more]))) == 1
    assert again.pieces(FACE)(0).glyphs == (Glyph(2, "a", 1.0),)
    assert words.written([few]) != words.written([more])


def test_word_that_was_forgotten_is_made_again(monkeypatch):
    monkeypatch.setattr(wordnumbers, "_PIECES", 2)
    words = Words()
    pieces = [Piece(FACE, (Glyph(at, "a", 1.0),)) for at in range(9)]
    numbers = [words.number(piece) for piece in pieces]
    assert [words.number(piece) for piece in pieces] == numbers
    assert [words.pieces(FACE)(at).glyphs for at in numbers] == [each.glyphs for each in pieces]


def test_number_that_no_word_has():
    with pytest.raises(IndexError):
        Words().pieces(FACE)(0)
