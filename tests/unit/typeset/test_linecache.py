import pytest
from hypothesis import given
from hypothesis import strategies as st

from programkit.text.markup import Run
from programkit.typeset import linecache
from programkit.typeset.faces import family
from programkit.typeset.linebreak import Place
from programkit.typeset.linecache import LINES, LineCache, key_of
from programkit.typeset.paragraph import set_paragraph
from programkit.typeset.row import PageRef
from programkit.typeset.style import ParagraphStyle
from typefaces import make_font

TEXT = "A small network is trained on structured data, and its error is computed exactly. " * 3
PLACES = st.builds(Place, st.integers(0, 2**32 - 1), st.integers(0, 2**31 - 1), st.booleans())
KEYS = st.binary(min_size=16, max_size=16)


def filled(entries):
    cache = LineCache()
    for key, ends in entries.items():
        cache.put(key, ends)
    return cache


@given(st.dictionaries(KEYS, st.lists(PLACES, max_size=5).map(tuple), max_size=5))
def test_what_is_written_is_read_again(entries):
    cache = LineCache()
    cache.read(filled(entries).written())
    assert {key: cache.get(key) for key in entries} == entries


@given(st.dictionaries(KEYS, st.lists(PLACES, max_size=5).map(tuple), min_size=1, max_size=5))
def test_order_of_entries_changes_nothing(entries):
    backwards = dict(reversed(entries.items()))
    assert filled(entries).written() == filled(backwards).written()


def test_unknown_key_is_not_found():
    assert LineCache().get(b"k" * 16) is None


def test_only_what_was_asked_for_is_written():
    entries = {bytes([number]) * 16: (Place(number, 0),) for number in range(4)}
    cache = filled(entries)
    cache.begin()
    cache.get(b"\x02" * 16)
    cache.put(b"\x09" * 16, (Place(9, 0),))
    again = LineCache()
    again.read(cache.written())
    assert again.get(b"\x02" * 16) == (Place(2, 0),)
    assert again.get(b"\x09" * 16) == (Place(9, 0),)
    assert again.get(b"\x01" * 16) is None


def test_what_is_known_is_not_replaced_by_what_is_read():
    cache = filled({b"k" * 16: (Place(1, 0),)})
    cache.read(filled({b"k" * 16: (Place(2, 0),)}).written())
    assert cache.get(b"k" * 16) == (Place(1, 0),)


def test_cache_that_is_full_begins_anew(monkeypatch):
    monkeypatch.setattr(linecache, "_MOST", 2)
    cache = filled({bytes([number]) * 16: (Place(number, 0),) for number in range(3)})
    assert cache.get(b"\x00" * 16) is None
    assert cache.get(b"\x02" * 16) == (Place(2, 0),)
    assert len(cache.written()) == len(filled({b"\x02" * 16: (Place(2, 0),)}).written())


@given(st.binary(max_size=200))
def test_damaged_data_is_never_refused(data):
    for begin in (b"", b"programkit lines 1\n"):
        cache = LineCache()
        cache.read(begin + data)
        cache.written()


@pytest.mark.parametrize("lost", range(1, 60))
def test_data_that_ends_early_gives_what_is_whole(lost):
    entries = {bytes([number]) * 16: (Place(number, 0), Place(9, 1)) for number in range(2)}
    cache = LineCache()
    data = filled(entries).written()
    cache.read(data[:-lost])
    found = {key: cache.get(key) for key in entries}
    assert all(value in {None, entries[key]} for key, value in found.items())
    assert found[b"\x01" * 16] is None


def test_data_of_another_version_is_left_out():
    cache = LineCache()
    data = filled({b"k" * 16: (Place(1, 0),)}).written()
    cache.read(b"programkit lines 0" + data[18:])
    assert cache.get(b"k" * 16) is None


@given(st.lists(st.text(max_size=5), max_size=4), st.lists(st.text(max_size=5), max_size=4))
def test_keys_are_equal_only_for_equal_parts(one, two):
    assert (key_of(*one) == key_of(*two)) == (one == two)


def test_lone_surrogates_have_keys_too():
    assert key_of("\ud800") != key_of("\ud801")


@pytest.fixture
def lines():
    """The cache of this process, as if it had just begun."""
    LINES.begin()
    return LINES


def keys(cache):
    """How many paragraphs a cache was asked for."""
    data = cache.written()
    at, found = data.index(b"\n") + 1, set()
    while at < len(data):
        count = int.from_bytes(data[at + 16 : at + 20], "little")
        found.add(data[at : at + 16])
        at += 20 + 8 * count
    return found


@pytest.mark.parametrize(
    ("text", "changes", "width"),
    [
        (TEXT + "!", {}, 200),
        (TEXT, {}, 201),
        (TEXT, {"size": 9.0}, 200),
        (TEXT, {"align": "left"}, 200),
        (TEXT, {"hyphenate": False}, 200),
        (TEXT, {"hyphen_penalty": 20.0}, 200),
        (TEXT, {"language": "de"}, 200),
        (TEXT, {"bold": True}, 200),
        (TEXT, {"italic": True}, 200),
        (TEXT, {"small_caps": True}, 200),
        (TEXT, {"features": (("onum", 1),)}, 200),
        (TEXT, {"first_indent": 5.0}, 200),
        (TEXT, {"hanging": 5.0}, 200),
        (TEXT, {"expansion": 0.0}, 200),
        ([Run(TEXT, bold=True)], {}, 200),
        ([Run(TEXT, italic=True)], {}, 200),
        ([Run(TEXT, code=True)], {}, 200),
        ([Run(TEXT[:9]), Run(TEXT[9:], bold=True)], {}, 200),
        ([Run(TEXT), PageRef("x")], {}, 200),
        ([Run(TEXT), PageRef("x", digits=4)], {}, 200),
        ([Run(TEXT), Run("x", math="x")], {}, 200),
        ([Run(TEXT), Run("x", math="x", display=True)], {}, 200),
    ],
)
def test_key_differs_with_whatever_decides_the_breaks(lines, text, changes, width):
    style = ParagraphStyle()
    set_paragraph(TEXT, style, 200)
    before = keys(lines)
    assert len(before) == 1
    set_paragraph(text, style.replace(**changes), width)
    assert len(keys(lines)) == 2


@pytest.mark.parametrize(
    "changes", [{"color": "muted"}, {"space_after": 3.0}, {"space_before": 3.0}]
)
def test_key_is_the_same_whatever_does_not(lines, changes):
    set_paragraph(TEXT, ParagraphStyle(), 200)
    before = keys(lines)
    set_paragraph(TEXT, ParagraphStyle(**changes), 200)
    assert keys(lines) == before


def test_key_differs_with_the_font(lines, tmp_path):
    letters = "".join(sorted(set(TEXT) - {" "}))
    for name, wider in (("One", ""), ("Two", "e")):
        path = make_font(tmp_path / f"{name}.ttf", letters, wider=wider)  # of the same name inside
        set_paragraph(TEXT, ParagraphStyle(family=family(path)), 200)
    assert len(keys(lines)) == 2


def placed(paragraph):
    """All words of a paragraph, line by line, with what decides where they are drawn."""
    return [
        [(m.text, m.x, m.y, m.width, m.gap, m.expansion, m.tracking) for m in strip.marks]
        for strip in paragraph.strips
    ]


@pytest.mark.parametrize("align", ["justified", "left"])
def test_known_breaks_give_the_same_lines(lines, align):
    style = ParagraphStyle(align=align, hanging=3.0)
    runs = [Run(TEXT), Run("\n", newline=True), Run(TEXT, italic=True), Run("end", bold=True)]
    first = set_paragraph(runs, style, 150)
    data = lines.written()
    lines._kept.clear()
    lines.read(data)
    lines.begin()
    again = set_paragraph(runs, style, 150)
    assert lines.written() == data
    assert placed(again) == placed(first)


def test_breaks_that_cannot_be_the_paragraphs_are_found_anew(lines):
    style = ParagraphStyle()
    good = set_paragraph(TEXT, style, 200)
    (key,) = keys(lines)
    count = len(TEXT.split())
    wrong = [
        (),
        (Place(count + 1, 0),),
        (Place(count, 1),),
        (Place(3, 0), Place(2, 0), Place(count, 0)),
        (Place(3, 0), Place(3, 0), Place(count, 0)),
        (Place(0, 0), Place(count, 0)),
    ]
    for ends in wrong:
        lines.put(key, ends)
        assert placed(set_paragraph(TEXT, style, 200)) == placed(good)
