import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programkit.typeset import bidi
from programkit.typeset.bidi import (
    LevelRun,
    direction,
    is_available,
    needs_bidi,
    visual_runs,
)

HEBREW = {chr(ord("A") + at): chr(0x05D0 + at) for at in range(26)}
LATIN = {hebrew: capital for capital, hebrew in HEBREW.items()}
DIRECTIONS = st.sampled_from(["ltr", "rtl"])


@pytest.fixture
def without_extra(monkeypatch):
    """The extra as if it were not installed."""
    monkeypatch.setitem(sys.modules, "bidi", None)
    bidi._algorithm.cache_clear()
    yield
    monkeypatch.undo()
    bidi._algorithm.cache_clear()


def hebrew(text):
    """A text whose capitals are Hebrew letters, as in the examples of UAX #9."""
    return "".join(HEBREW.get(char, char) for char in text)


def words(text):
    """A text cut before and after each of its spaces."""
    found = [""]
    for char in text:
        if char == " ":
            found += [" ", ""]
        else:
            found[-1] += char
    return [word for word in found if word]


def order(texts, base):
    """The numbers of the words as they stand from left to right."""
    return [run.text for run in visual_runs(texts, base)]


def seen(texts, base):
    """What a reader sees from left to right."""
    shown = ""
    for number, start, end, rtl in visual_runs(texts, base):
        part = texts[number][start:end]
        shown += part[::-1] if rtl else part
    return "".join(LATIN.get(char, char) for char in shown)


def test_everything_that_runs_to_the_left_needs_bidi():
    kinds = {"R", "AL", "AN", "RLE", "RLO", "RLI"}
    turning = [chr(code) for code in range(0x110000)]
    assert [c for c in turning if unicodedata.bidirectional(c) in kinds and not needs_bidi(c)] == []


@pytest.mark.parametrize("text", ["", "abc", "é — “ok” 12", "日本語", "Ελληνικά", "👍", "\u202a"])
def test_what_runs_to_the_right_does_not(text):
    assert not needs_bidi(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "ltr"),
        ("abc", "ltr"),
        ("12 !", "ltr"),
        ("abc SHALOM", "ltr"),
        ("SHALOM abc", "rtl"),
        ("12, (SHALOM) abc", "rtl"),
        ("\u0627\u0644", "rtl"),
        ("\u2067SHALOM\u2069 abc", "ltr"),
        ("\u2069SHALOM", "rtl"),
        ("\u2067SHALOM", "ltr"),
        ("\u200f12", "rtl"),
        ("\u06612", "ltr"),
    ],
)
def test_direction_is_that_of_the_first_letter(text, expected):
    assert direction(hebrew(text)) == expected


@pytest.mark.parametrize(
    ("text", "base", "expected"),
    [
        ("car is THE CAR in hebrew", "ltr", "car is RAC EHT in hebrew"),
        ("CAR IS the car IN ENGLISH", "rtl", "HSILGNE NI the car SI RAC"),
        ("he said “IT IS A CAR!”", "ltr", "he said “RAC A SI TI!”"),
        ("IT IS A CAR.", "rtl", ".RAC A SI TI"),
        ("ROOM 12 AT 14:30", "rtl", "14:30 TA 12 MOOR"),
        ("PAGES 12, 13", "rtl", "13 ,12 SEGAP"),
        ("PLUS +5%", "rtl", "5%+ SULP"),
        ("SEE abc (def) NOW", "rtl", "WON abc (def) EES"),
        ("SEE NOW abc (def)", "rtl", "abc (def) WON EES"),
        ("abc (DEF) ghi", "ltr", "abc (FED) ghi"),
        ("AB, CD ef", "ltr", "DC ,BA ef"),
        ("AB, ef", "ltr", "BA, ef"),
        ("abc DEF ", "rtl", " FED abc"),
        ("a\u2067b C\u2069 d", "ltr", "a\u2067C b\u2069 d"),
        ("only words", "ltr", "only words"),
        ("only words", "rtl", "only words"),
    ],
)
def test_line_is_seen_as_uax_9_says(text, base, expected):
    assert seen(words(hebrew(text)), base) == expected


@pytest.mark.parametrize(
    ("text", "base", "expected"),
    [
        ("one two", "ltr", [0, 1, 2]),
        ("one two", "rtl", [0, 1, 2]),
        ("ONE TWO", "ltr", [2, 1, 0]),
        ("ONE TWO", "rtl", [2, 1, 0]),
        ("a ONE TWO b", "ltr", [0, 1, 4, 3, 2, 5, 6]),
        ("ONE 12 34 TWO", "rtl", [6, 5, 4, 3, 2, 1, 0]),
        ("ONE a b TWO", "rtl", [6, 5, 2, 3, 4, 1, 0]),
        ("(ONE) a", "rtl", [2, 1, 0]),
        ("", "rtl", []),
    ],
)
def test_order_of_words(text, base, expected):
    assert order(words(hebrew(text)), base) == expected


@pytest.mark.parametrize(
    ("word", "base", "expected"),
    [
        ("plain", "ltr", [("plain", False)]),
        ("(SHALOM)", "rtl", [("(SHALOM)", True)]),
        ("(SHALOM)", "ltr", [("(", False), ("SHALOM", True), (")", False)]),
        ("c++AB", "ltr", [("c++", False), ("AB", True)]),
        ("AB-cd", "rtl", [("cd", False), ("AB-", True)]),
        ("AB12CD", "rtl", [("CD", True), ("12", False), ("AB", True)]),
        ("", "rtl", []),
    ],
)
def test_word_of_two_directions_comes_in_parts(word, base, expected):
    text = hebrew(word)
    parts = [(text[begin:end], rtl) for _, begin, end, rtl in visual_runs([text], base)]
    assert parts == [(hebrew(part), rtl) for part, rtl in expected]


def test_punctuation_goes_where_the_words_around_want_it():
    shalom = hebrew("SHALOM,")
    assert visual_runs(["a", " ", shalom, " ", "b"], "ltr")[2:4] == (
        LevelRun(2, 0, 6, rtl=True),
        LevelRun(2, 6, 7, rtl=False),
    )
    assert visual_runs([shalom], "rtl") == (LevelRun(0, 0, 7, rtl=True),)


def test_punctuation_at_a_line_end_goes_where_the_next_line_wants_it():
    shalom = hebrew("SHALOM,")
    assert visual_runs([shalom], "ltr")[0] == LevelRun(0, 0, 6, rtl=True)
    assert visual_runs([shalom], "ltr", after=hebrew(" B")) == (LevelRun(0, 0, 7, rtl=True),)
    closed = visual_runs([hebrew("A)")], "ltr", before=hebrew("X (B "))
    assert closed == (LevelRun(0, 0, 2, rtl=True),)


def test_blank_at_a_line_end_stands_as_the_paragraph_does():
    assert visual_runs([hebrew("A"), " "], "ltr", after=hebrew("B"))[1].text == 1


def test_text_cannot_pretend_to_be_levels():
    text = "\n    levels: [\n Level(\n 9, " + hebrew("AB") + "\n    levels: [Level(7)"
    assert len(visual_runs([text], "rtl")) > 1
    assert sorted(order(list(text), "rtl")) == list(range(len(text)))


@given(st.lists(st.text("abAB12 .,(-)\u0301", min_size=1).map(hebrew)), DIRECTIONS)
def test_runs_are_what_the_library_itself_displays(texts, base):
    from bidi import get_display  # noqa: PLC0415 - an optional extra

    parts = []
    for number, start, end, rtl in visual_runs(texts, base):
        part = texts[number][start:end]
        parts.append(part[::-1] if rtl else part)
    assert "".join(parts) == get_display("".join(texts), base_dir=base[0].upper())


@given(st.lists(st.text(st.characters(exclude_categories=[]))), DIRECTIONS)
def test_every_text_stands_in_the_line_once(texts, base):
    pieces = sorted(visual_runs(texts, base))
    assert [
        "".join(texts[n][b:e] for n, b, e, _ in pieces if n == at) for at in range(len(texts))
    ] == texts


@given(st.lists(st.text("abc12 .,é日", min_size=1)))
def test_text_to_the_right_keeps_its_order(texts):
    assert order(texts, "ltr") == list(range(len(texts)))


@given(st.lists(st.text("אבגدذ", min_size=1)), DIRECTIONS)
def test_text_to_the_left_is_turned(texts, base):
    assert order(texts, base) == list(reversed(range(len(texts))))


@given(st.lists(st.from_regex(r"[0-9]{1,4}([.,:][0-9]{1,4})?", fullmatch=True), max_size=5))
def test_numbers_in_text_to_the_left_keep_the_order_of_their_figures(numbers):
    texts = ["א", *numbers]
    for number, begin, end, rtl in visual_runs(texts, "rtl"):
        assert (begin, end, rtl) == (0, len(texts[number]), number == 0)


@pytest.mark.usefixtures("without_extra")
def test_without_the_extra_words_keep_the_order_they_are_read_in():
    texts = words(hebrew("ONE (two) THREE"))
    assert not is_available()
    assert order(texts, "rtl") == [0, 1, 2, 3, 4]


@pytest.mark.usefixtures("without_extra")
def test_without_the_extra_a_word_runs_as_its_first_letter_does():
    assert visual_runs([hebrew("(AB)"), "cd"], "rtl") == (
        LevelRun(0, 0, 4, rtl=True),
        LevelRun(1, 0, 2, rtl=False),
    )


def test_the_extra_is_there():
    assert is_available()
