"""What is taken out of strangers' texts, and what stays."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programkit.text.characters import (
    clean,
    collapsed,
    excerpt,
    isolates_closed,
    one_line,
    visible,
    without_loose_isolates,
    wrapped,
)

ISOLATE, END = "\u2066", "\u2069"


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r", "\v", "\f", "\x85", "\u2028"])
def test_clean_line_end_of_any_kind(line_end):
    assert clean(f"a{line_end}b") == "a\nb"


def test_clean_paragraph_end():
    assert clean("a\u2029b") == "a\n\nb"


@pytest.mark.parametrize(
    "character",
    ["\x00", "\x07", "\x1f", "\x7f", "\x9f", "\u202e", "\u202a", "\ufeff", "\uffff", "\ud800"],
)
def test_clean_character_that_no_output_shows(character):
    assert clean(f"a{character}b") == "ab"


@pytest.mark.parametrize("character", ["\t", "\xa0", "\u200d", "é", "ć", "😀", "\u00ad"])
def test_clean_character_that_stays(character):
    assert clean(f"a{character}b") == f"a{character}b"


def test_clean_isolates_closed_in_their_line():
    text = f"a {ISOLATE}b{END} c"
    assert clean(text) == text


def test_clean_isolates_loose_in_one_line_only():
    assert clean(f"a {ISOLATE}b\n{ISOLATE}c{END}") == f"a b\n{ISOLATE}c{END}"


def test_visible_keeps_loose_isolates():
    assert visible(f"a{ISOLATE}\x00") == f"a{ISOLATE}"


def test_one_line_single_spaces_and_no_ends():
    assert one_line("  a \t\r\n  b ") == "a b"


def test_one_line_keeps_no_break_spaces():
    assert one_line("a\xa0b\xa0") == "a\xa0b\xa0"


def test_one_line_judges_isolates_in_the_joined_line():
    assert one_line(f"{ISOLATE}a\nb{END}") == f"{ISOLATE}a b{END}"


def test_collapsed_stretch_of_spaces():
    assert collapsed("a \n\tb  c") == "a b c"


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("", True),
        ("plain", True),
        (f"{ISOLATE}a{END}", True),
        (f"{ISOLATE}{ISOLATE}a{END}{END}", True),
        (f"{ISOLATE}a", False),
        (f"a{END}", False),
        (f"{END}a{ISOLATE}", False),
    ],
)
def test_isolates_closed(text, closed):
    assert isolates_closed(text) is closed


def test_without_loose_isolates_drops_all_of_them():
    assert without_loose_isolates(f"{ISOLATE}a{END}b{END}") == "ab"


def test_excerpt_short_text_is_whole():
    assert excerpt("a\nb") == "a b"


def test_excerpt_long_text_is_cut():
    assert excerpt("ab " * 100, longest=10) == "ab ab ab…"


def test_wrapped_breaks_at_spaces_alone():
    address = "https://example.org/" + "a-b" * 30

    assert wrapped(f"go to {address} now\n\nand then", 12).split("\n") == [
        "go to",
        address,
        "now",
        "",
        "and then",
    ]


def test_what_is_printable_stays():
    printable = "".join(one for one in map(chr, range(sys.maxunicode + 1)) if one.isprintable())

    assert clean(printable) == printable
    assert clean(f"\n{printable}") == f"\n{printable}"


@given(st.text(alphabet=" a\u2003\n\t\u2067\u2069\x00", max_size=12))
def test_one_line_has_no_space_beside_another(text):
    line = one_line(text)

    assert line == one_line(f"{text}\n")
    assert "  " not in line
    assert line == line.strip(" \n\t\x00")
