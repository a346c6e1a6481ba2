from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programkit.text.markup import Run
from programkit.typeset import linecache
from programkit.typeset.faces import default_family, family
from programkit.typeset.linecache import LINES, LineCache, key_of
from programkit.typeset.marks import Anchor, Strip
from programkit.typeset.paragraph import set_paragraph
from programkit.typeset.row import PageRef
from programkit.typeset.style import ParagraphStyle
from typefaces import make_font

TEXT = "A small network is trained on structured data, and its error is computed exactly. " * 3
FACES = (default_family().regular,)
LINES_SET = [set_paragraph(text, ParagraphStyle(), 90).strips for text in ("a b", TEXT, "fi")]
KEYS = st.binary(min_size=16, max_size=16)
ENTRIES = st.dictionaries(KEYS, st.sampled_from(LINES_SET), max_size=5)


def key(number):
    return bytes([number]) * 16


class UnknownError(Exception):
    """There are no such lines."""


def unknown():
    raise UnknownError


def get(cache, each, faces=FACES):
    """What is drawn of lines that are known."""
    try:
        return said(cache.lines(each, faces, (), unknown))
    except UnknownError:
        return None


def put(cache, each, strips):
    cache.lines(each, FACES, (), lambda: strips)


def filled(entries):
    cache = LineCache()
    for each, strips in entries.items():
        put(cache, each, strips)
    return cache


def read_back(data):
    cache = LineCache()
    cache.read(data)
    return cache


def said(strips):
    """What is drawn, whatever objects say it."""
    return strips and [
        [(m.text, m.x, m.y, m.width, m.gap, m.expansion, m.tracking, m.trails) for m in strip.marks]
        for strip in strips
    ]


def found(cache, keys):
    return {each: get(cache, each) for each in keys}


def told(entries):
    return {each: said(strips) for each, strips in entries.items()}


@given(ENTRIES)
def test_what_is_written_is_read_again(entries):
    assert found(read_back(filled(entries).written()), entries) == told(entries)


@given(ENTRIES)
def test_order_of_entries_changes_nothing(entries):
    backwards = dict(reversed(entries.items()))
    assert filled(entries).written() == filled(backwards).written()


@given(ENTRIES, ENTRIES)
def test_two_caches_are_read_into_one(one, two):
    cache = read_back(filled(one).written())
    cache.read(filled(two).written())
    assert found(cache, two | one) == told(two | one)
    cache.begin()
    found(cache, one)
    assert cache.written() == filled(one).written()


def test_unknown_key_is_not_found():
    assert get(LineCache(), key(1)) is None


def test_only_what_was_asked_for_is_written():
    cache = filled({key(number): LINES_SET[0] for number in range(4)})
    cache.begin()
    get(cache, key(2))
    put(cache, key(9), LINES_SET[1])
    again = read_back(cache.written())
    wanted = {key(2): LINES_SET[0], key(9): LINES_SET[1]}
    assert found(again, wanted) == told(wanted)
    assert get(again, key(1)) is None


def test_what_cannot_be_kept_is_not_known():
    cache = filled({key(1): (Strip(1.0, anchors=(Anchor("here"),)),)})
    assert get(cache, key(1)) is None
    assert cache.written() == LineCache().written()


def test_cache_that_is_full_begins_anew(monkeypatch):
    monkeypatch.setattr(linecache, "_MOST", 600)
    cache = filled({key(number): LINES_SET[0] for number in range(50)})
    kept = [number for number in range(50) if get(cache, key(number))]
    assert 0 < len(kept) < 50
    assert kept == list(range(kept[0], 50))
    assert found(cache, [key(49)]) == {key(49): said(LINES_SET[0])}


def test_faces_that_the_key_does_not_have_are_no_lines():
    cache = filled({key(1): LINES_SET[0]})
    assert get(cache, key(1), ()) is None
    assert get(cache, key(1)) == said(LINES_SET[0])


@given(st.binary(max_size=200))
def test_damaged_data_is_never_refused(data):
    whole = filled({key(1): LINES_SET[0]}).written()
    for begin in (b"", whole[:20], whole[:40], whole):
        cache = read_back(begin + data)
        assert get(cache, key(1)) in (None, said(LINES_SET[0]))
        cache.written()


@given(st.binary(max_size=200))
def test_forged_data_is_never_refused(data):
    """Whoever can write the file can give it the right sum."""
    forged = linecache._MAGIC + linecache.code() + linecache.digest_of(data) + data
    cache = read_back(forged)
    for each in [*cache._kept]:
        get(cache, each)
    cache.written()


def test_data_that_ends_early_is_left_out():
    data = filled({key(number): LINES_SET[0] for number in range(2)}).written()
    for end in range(len(data)):
        assert get(read_back(data[:end]), key(1)) is None


def test_data_of_other_code_is_left_out(monkeypatch):
    data = filled({key(1): LINES_SET[0]}).written()
    monkeypatch.setattr(linecache, "code", lambda: b"x" * 16)
    assert get(read_back(data), key(1)) is None


def test_code_is_known_by_what_it_says(monkeypatch, tmp_path):
    (tmp_path / "a.py").write_text("a = 1\n", encoding="utf-8")
    monkeypatch.setattr(linecache, "_CODE", (tmp_path / "a.py",))
    one = linecache.code.__wrapped__()
    (tmp_path / "a.py").write_text("a = 2\n", encoding="utf-8")
    assert one != linecache.code.__wrapped__()


@given(st.lists(st.text(max_size=5), max_size=4), st.lists(st.text(max_size=5), max_size=4))
def test_keys_are_equal_only_for_equal_parts(one, two):
    assert (key_of(one) == key_of(two)) == (one == two)


def test_lone_surrogates_have_keys_too():
    assert key_of(["\ud800"]) != key_of(["\ud801"])


@pytest.fixture
def lines():
    """The cache of this process, as if it had just begun."""
    LINES.forget()
    LINES.begin()
    yield LINES
    LINES.keeps = False


def keys(cache):
    """The keys that a cache was asked for."""
    return set(cache._used)


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
        (TEXT, {"color": "muted"}, 200),
        (TEXT, {"link_color": "text"}, 200),
        (TEXT, {"leading": 14.0}, 200),
        ([Run(TEXT, link="#a")], {}, 200),
        ([Run(TEXT), Run("\n", newline=True)], {}, 200),
        ([Run(TEXT), Run("\n")], {}, 200),
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
def test_key_differs_with_whatever_decides_the_lines(lines, text, changes, width):
    style = ParagraphStyle()
    set_paragraph(TEXT, style, 200)
    before = keys(lines)
    assert len(before) == 1
    set_paragraph(text, style.replace(**changes), width)
    assert len(keys(lines)) == 2


def test_key_differs_with_where_lines_begin(lines):
    set_paragraph(TEXT, ParagraphStyle(), 200)
    set_paragraph(TEXT, ParagraphStyle(), 200, x=1.0)
    assert len(keys(lines)) == 2


def test_key_differs_with_what_faces_are_for(lines):
    faces = default_family()
    for swapped in (faces, replace(faces, italic=faces.bold, bold=faces.italic)):
        set_paragraph(TEXT, ParagraphStyle(family=swapped), 200)
    assert len(keys(lines)) == 2


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
def test_known_lines_are_the_same(lines, align):
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


def test_lines_that_were_damaged_are_set_anew(lines):
    style = ParagraphStyle()
    good = set_paragraph(TEXT, style, 200)
    (its,) = keys(lines)
    for data in (b"", lines._kept[its][:-60], b"\xff" * 99):
        lines._kept[its] = data
        assert placed(set_paragraph(TEXT, style, 200)) == placed(good)
        assert lines._kept[its] != data


def test_lines_with_anchors_are_set_each_time(lines):
    contents = [Run(TEXT), Anchor("here")]
    one, two = (set_paragraph(contents, ParagraphStyle(), 200) for _ in range(2))
    assert [strip.anchors for strip in two.strips] == [strip.anchors for strip in one.strips]
    assert not keys(lines)


def test_nothing_is_kept_unless_somebody_asks_for_it(lines):
    lines.keeps = False
    set_paragraph(TEXT, ParagraphStyle(), 200)
    assert not keys(lines)
