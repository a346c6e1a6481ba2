import pytest
from hypothesis import given
from hypothesis import strategies as st

from programkit.paper.pdf import pagecache
from programkit.paper.pdf.fonts import Fonts
from programkit.paper.pdf.pagecache import Drawn, PageCache, uses_of
from programkit.typeset.faces import default_family
from programkit.typeset.shaping import shape

FACE, OTHER = default_family().regular, default_family().bold
FACES = {face.digest: face for face in (FACE, OTHER)}
TEXTS = st.text(max_size=3)
USES = st.lists(st.tuples(st.integers(0, 9), TEXTS, st.booleans()), max_size=3)
LENGTHS = st.floats(allow_nan=False, allow_infinity=False)
DRAWN = st.builds(
    Drawn,
    st.binary(max_size=9),
    st.lists(st.tuples(TEXTS, TEXTS, USES), max_size=2),
    st.lists(st.tuples(TEXTS, st.tuples(*[LENGTHS] * 4), TEXTS), max_size=2),
)
KEYS = st.binary(min_size=16, max_size=16)
PAGES = st.dictionaries(KEYS, DRAWN, max_size=4)
EMPTY = Drawn(b"x", [], [])


def key(number):
    return bytes([number]) * 16


def filled(pages):
    cache = PageCache()
    for its, drawn in pages.items():
        cache.put(its, drawn)
    return cache


def read_back(data):
    cache = PageCache()
    cache.read(data)
    return cache


@given(PAGES)
def test_what_is_written_is_read_again(pages):
    again = read_back(filled(pages).written())
    assert {its: again.get(its) for its in pages} == pages


@given(PAGES)
def test_order_changes_nothing(pages):
    assert filled(pages).written() == filled(dict(reversed(pages.items()))).written()


def test_only_what_was_asked_for_is_written():
    cache = filled({key(number): EMPTY for number in range(4)})
    cache.begin()
    assert cache.keeps
    assert cache.get(key(2)) == EMPTY
    assert cache.get(key(7)) is None
    again = read_back(cache.written())
    assert [number for number in range(8) if again.get(key(number))] == [2]


def test_data_that_ends_early_is_left_out():
    data = filled({key(number): EMPTY for number in range(2)}).written()
    for end in range(len(data)):
        assert read_back(data[:end]).get(key(1)) is None


def test_data_of_other_code_is_left_out(monkeypatch):
    data = filled({key(1): EMPTY}).written()
    monkeypatch.setattr(pagecache, "_code", lambda: b"x" * 16)
    assert read_back(data).get(key(1)) is None


@given(st.binary(max_size=99))
def test_forged_data_is_never_refused(data):
    """Whoever can write the file can give it the right sum."""
    forged = pagecache._MAGIC + pagecache._code() + pagecache.digest_of(data) + data
    cache = read_back(forged)
    for each in [*cache._kept]:
        cache.get(each)
    cache.written()


@pytest.mark.parametrize("told", [b"[]", b"[[1],[]]", b"[[],[[1,2,3]]]", b"{", b"\xff", b"[1,2]"])
def test_forged_pages_are_no_pages(told):
    cache = filled({key(1): EMPTY})
    cache._kept[key(1)] = pagecache._SIZE.pack(len(told)) + told + b"x"
    assert cache.get(key(1)) is None
    assert key(1) not in cache._kept


def test_cache_that_is_full_begins_anew(monkeypatch):
    monkeypatch.setattr(pagecache, "_MOST", 100)
    cache = filled({key(number): EMPTY for number in range(50)})
    kept = [number for number in range(50) if cache.get(key(number))]
    assert 0 < len(kept) < 50
    assert kept == list(range(kept[0], 50))


def used(*words, fonts=None):
    """What a page uses that shows some words, each with its face."""
    fonts = Fonts() if fonts is None else fonts  # an empty one is false
    fonts.watch()
    for face, word in words:
        fonts[face].shown(shape(word, (face,)).pieces)
    return Drawn(b"", uses_of(fonts), [])


def test_page_suits_a_document_that_is_at_the_same_place():
    fonts = Fonts()
    assert used((FACE, "word")).suits(fonts, FACES)
    assert used((FACE, "lord"), (OTHER, "word")).suits(fonts, FACES)
    clean = Fonts()
    used((FACE, "word"), (FACE, "lord"), (OTHER, "word"), fonts=clean)
    assert {face: font._texts for face, font in fonts.items()} == {
        face: font._texts for face, font in clean.items()
    }


def test_words_that_were_worked_out_before_are_used_again():
    fonts, word = Fonts(), shape("of", (FACE,)).pieces
    fonts[FACE].shown(word)
    fonts.watch()
    fonts[FACE].shown(word)
    assert [text for _, text, _ in uses_of(fonts)[0][2]] == ["o", "f"]


def test_fonts_that_were_not_used_are_not_named():
    fonts = Fonts()
    used((FACE, "word"), fonts=fonts)
    assert [name for _, name, _ in used((OTHER, "word"), fonts=fonts).fonts] == ["F2"]


def test_page_does_not_suit_a_document_with_other_names_of_fonts():
    fonts = Fonts()
    used((OTHER, "word"), fonts=fonts)
    assert not used((FACE, "word")).suits(fonts, FACES)


def test_page_does_not_suit_a_document_without_the_font():
    assert not used((FACE, "word")).suits(Fonts(), {})


def test_page_does_not_suit_a_document_whose_glyphs_mean_something_else():
    (glyph,) = shape("a", (FACE,)).pieces[0].glyphs
    fonts = Fonts()
    fonts[FACE].use(glyph.index, "α")
    assert not used((FACE, "a")).suits(fonts, FACES)


def test_page_where_a_font_speaks_with_another_voice_is_not_kept():
    fonts = Fonts()
    fonts.watch()
    assert fonts[FACE].voice(7, "x")
    assert uses_of(fonts) is None
