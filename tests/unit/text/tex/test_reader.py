"""Reading through the source of a formula."""

import pytest

from programkit.text.tex.reader import DEEPEST, LARGEST, Grammar, Reader
from programkit.text.tex.tree import FormulaError, Row, Symbol


def atom(reader):
    return Symbol(reader.take())


def row(reader, ends):
    nodes = []
    while reader.peek() not in ends:
        nodes.append(reader.group() if reader.peek() == "{" else atom(reader))
    return Row(tuple(nodes))


def reader_of(source):
    return Reader(source, Grammar(row, atom))


def test_words_and_signs_one_by_one():
    reader = reader_of(r" \alpha_1 \{ {x}\ y\\")
    words = []
    while reader.peek():
        words.append(reader.take())

    assert words == [r"\alpha", "_", "1", r"\{", "{", "x", "}", r"\ ", "y", "\\\\"]


def test_take_at_the_end():
    with pytest.raises(FormulaError, match="it ends too early"):
        reader_of(" ").take()


def test_skip_and_expect():
    reader = reader_of(" a b")

    assert not reader.skip("b")
    assert reader.skip("a")
    reader.expect("b")
    with pytest.raises(FormulaError, match="c is missing"):
        reader.expect("c")


def test_one_is_a_group_a_sign_or_a_word():
    reader = reader_of(r"{ab} c\alpha")

    assert reader.one() == Row((Symbol("a"), Symbol("b")))
    assert reader.one() == Row((Symbol("c"),))
    assert reader.one() == Symbol(r"\alpha")


@pytest.mark.parametrize(
    ("source", "ems"),
    [
        ("1em", 1),
        ("{2em}", 2),
        (" -0.5 em", -0.5),
        (".5em", 0.5),
        ("+18mu", 1),
        ("10pt", 1),
        ("1ex", 0.48),
    ],
)
def test_length(source, ems):
    assert reader_of(source).length() == pytest.approx(ems)


@pytest.mark.parametrize("source", ["", "em", "1", "1 xx", "{1em"])
def test_length_missing(source):
    with pytest.raises(FormulaError, match="a length is missing"):
        reader_of(source).length()


@pytest.mark.parametrize("sign", ["", "-"])
def test_length_too_large(sign):
    reader_of(f"{sign}{LARGEST}em").length()
    with pytest.raises(FormulaError, match="31em is too large a length"):
        reader_of(f"{sign}{LARGEST + 1}em").length()


def test_option():
    reader = reader_of(" [a b]x")

    assert reader.option() == "a b"
    assert reader.option() is None
    assert reader.take() == "x"


def test_too_deep():
    deep = DEEPEST - 1
    reader_of("{" * deep + "}" * deep).row("")
    with pytest.raises(FormulaError, match="its groups are too deep"):
        reader_of("{" * DEEPEST + "}" * DEEPEST).row("")


def test_row_gives_the_alphabet_back():
    def switching(reader, ends):
        reader.variant = "bold"
        return row(reader, ends)

    reader = Reader("ab", Grammar(switching, atom))
    reader.variant = "italic"
    reader.row("")

    assert reader.variant == "italic"
