"""Letters in the alphabets of mathematics."""

import unicodedata

import pytest

from programkit.text.tex import letters

VARIANTS = [
    "bold",
    "italic",
    "bold-italic",
    "script",
    "bold-script",
    "fraktur",
    "bold-fraktur",
    "double-struck",
    "sans",
    "bold-sans",
    "sans-italic",
    "bold-sans-italic",
    "mono",
]
LATIN = [chr(code) for start in "Aa" for code in range(ord(start), ord(start) + 26)]


@pytest.mark.parametrize("variant", VARIANTS)
def test_styled_letters_are_the_letters_by_unicode(variant):
    styled = [letters.styled(char, variant) for char in LATIN]

    assert not set(styled) & set(LATIN)
    assert [unicodedata.normalize("NFKC", char) for char in styled] == LATIN


@pytest.mark.parametrize(
    ("variant", "words"),
    [
        ("bold", "MATHEMATICAL BOLD"),
        ("italic", "MATHEMATICAL ITALIC"),
        ("bold-fraktur", "MATHEMATICAL BOLD FRAKTUR"),
        ("double-struck", "MATHEMATICAL DOUBLE-STRUCK"),
        ("mono", "MATHEMATICAL MONOSPACE"),
        ("sans-italic", "MATHEMATICAL SANS-SERIF ITALIC"),
    ],
)
def test_styled_letter_is_in_the_alphabet_of_its_name(variant, words):
    assert unicodedata.name(letters.styled("A", variant)) == f"{words} CAPITAL A"
    assert unicodedata.name(letters.styled("z", variant)) == f"{words} SMALL Z"


@pytest.mark.parametrize("variant", ["bold", "bold-sans", "double-struck", "mono", "sans"])
def test_styled_digits(variant):
    styled = "".join(letters.styled(digit, variant) for digit in "0123456789")

    assert unicodedata.normalize("NFKC", styled) == "0123456789"
    assert not set(styled) & set("0123456789")


@pytest.mark.parametrize("variant", ["bold", "italic", "bold-italic", "bold-sans"])
def test_styled_greek(variant):
    greek = "ΑΓΡϴΣΩ∇αγρςω∂ϵϑϰϕϱϖ"
    styled = "".join(letters.styled(char, variant) for char in greek)

    assert not set(styled) & set(greek)
    assert unicodedata.normalize("NFKC", styled) == unicodedata.normalize("NFKC", greek)


@pytest.mark.parametrize(
    ("char", "variant"),
    [("A", ""), ("A", "normal"), ("1", "italic"), ("α", "script"), ("é", "bold"), ("+", "bold")],
)
def test_styled_character_that_the_alphabet_lacks(char, variant):
    assert letters.styled(char, variant) == char


def test_styled_letters_without_dots():
    assert letters.styled("ı", "italic") == "𝚤"
    assert letters.styled("ȷ", "italic") == "𝚥"
    assert letters.styled("ı", "bold") == "ı"


@pytest.mark.parametrize(
    ("variant", "bold"),
    [
        ("", "bold"),
        ("italic", "bold-italic"),
        ("normal", "bold"),
        ("script", "bold-script"),
        ("mono", "mono"),
    ],
)
def test_heavier(variant, bold):
    assert letters.heavier(variant) == bold


def test_is_slanted():
    assert [char for char in "aZαωΓ1+ıé∂" if letters.is_slanted(char)] == list("aZαωı∂")
