import pytest
from hypothesis import given
from hypothesis import strategies as st

from programkit.typeset.faces import default_family
from programkit.typeset.formulas import set_formula
from programkit.typeset.marks import (
    Anchor,
    Bar,
    Fragment,
    Group,
    Look,
    PageNumber,
    Picture,
    Span,
    Strip,
)
from programkit.typeset.packing import (
    DAMAGED,
    Reader,
    Writer,
    outline_of,
    pack,
    renumbered,
    unpack,
    with_outline,
)
from programkit.typeset.shaping import shape

FAMILY = default_family()
FACES = (FAMILY.regular, FAMILY.italic, FAMILY.fallback[0].regular)
WORDS = [
    *shape("of", FACES[:1]).pieces,
    *shape("affine", FACES[:1]).pieces,
    *shape("ñ≤", FACES).pieces,
]
LENGTHS = st.floats(allow_nan=False, width=64)
TEXTS = st.text(st.characters(exclude_categories=()), max_size=5)
LOOKS = st.builds(
    Look,
    st.lists(st.sampled_from(FACES), max_size=3).map(tuple),
    LENGTHS,
    TEXTS,
    st.none() | TEXTS,
    st.lists(st.tuples(TEXTS, st.integers(0, 9)), max_size=2).map(tuple),
    TEXTS,
)


@st.composite
def fragments(draw):
    face = draw(st.sampled_from(FACES))
    its = [word for word in WORDS if word.face is face]
    words = draw(st.lists(st.sampled_from(its), max_size=4)) if its else []
    numbers = [draw(LENGTHS) for _ in range(7)]
    x, y, width, size, gap, expansion, tracking = numbers
    return Fragment(
        x,
        y,
        width,
        face,
        size,
        tuple(words),
        gap,
        expansion,
        tracking,
        draw(st.booleans()),
        draw(TEXTS),
        draw(st.none() | TEXTS),
    )


SIMPLE = fragments() | st.builds(Bar, LENGTHS, LENGTHS, LENGTHS, LENGTHS, TEXTS)
MARKS = (
    SIMPLE
    | st.builds(Group, LENGTHS, LENGTHS, LENGTHS, st.lists(SIMPLE, max_size=3).map(tuple), TEXTS)
    | st.builds(
        PageNumber,
        LENGTHS,
        LENGTHS,
        LENGTHS,
        TEXTS,
        LOOKS,
        st.lists(TEXTS, max_size=2).map(tuple),
        st.booleans(),
    )
)
STRIPS = st.lists(
    st.builds(
        Strip,
        LENGTHS,
        st.lists(MARKS, max_size=3).map(tuple),
        missing=st.lists(TEXTS, max_size=2).map(tuple),
    ),
    max_size=3,
).map(tuple)


def packed(strips, faces=FACES):
    return pack(strips, {face: at for at, face in enumerate(faces)}.__getitem__, WORDS.index)


def unpacked(data, faces=FACES):
    return unpack(data, faces, lambda _: WORDS.__getitem__)


@given(STRIPS)
def test_lines_come_out_as_they_were(strips):
    assert unpacked(packed(strips)) == strips


@given(STRIPS)
def test_words_may_get_other_numbers(strips):
    data = renumbered(packed(strips), lambda number: number + 7)
    again = unpack(data, FACES, lambda _: lambda number: WORDS[number - 7])
    assert again == strips


def test_formula_comes_out_as_it_was():
    made = set_formula(r"\frac{a}{b} \le \text{ñ}", size=10)
    pieces = [piece for mark in made.marks for piece in getattr(mark, "pieces", ())]
    strips = (Strip(20.0, (Group(1.0, 2.0, 3.0, made.marks, "x"),)),)
    data = pack(strips, {face: at for at, face in enumerate(FACES)}.__getitem__, pieces.index)
    assert unpack(data, FACES, lambda _: pieces.__getitem__) == strips


@pytest.mark.parametrize(
    "strip",
    [
        Strip(1.0, anchors=(Anchor("here"),)),
        Strip(1.0, (Bar(0, 0, 1, 1),), spans=(Span(0, 1),)),
        Strip(1.0, (Picture(0, 0, 1, 1, "logo.png"),)),
        Strip(1.0, (Fragment(0, 0, 1, FAMILY.bold, 10, ()),)),
        Strip(1.0, (PageNumber(0, 0, 1, "here", Look(FACES, 10, features=(("onum", -1),))),)),
    ],
)
def test_what_else_may_be_in_lines_is_not_kept(strip):
    assert packed((strip,)) is None


@given(STRIPS, st.data())
def test_damaged_bytes_draw_something_else_or_are_refused(strips, data):
    whole = bytearray(packed(strips))
    for _ in range(data.draw(st.integers(1, 3))):
        if whole:
            whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(whole)))
    try:
        made = unpacked(bytes(whole[:cut]))
    except DAMAGED:
        return
    assert all(isinstance(mark.x, float) for strip in made for mark in strip.marks)


@given(st.binary(max_size=100))
def test_any_bytes_are_lines_or_refused(data):
    try:
        made = unpacked(data)
    except DAMAGED:
        return
    assert all(isinstance(strip, Strip) for strip in made)


@given(
    st.lists(LENGTHS, max_size=4),
    st.lists(st.integers(0, 2**32 - 1), max_size=4),
    st.lists(TEXTS, max_size=4),
)
def test_numbers_and_texts_come_back_in_order(lengths, numbers, texts):
    writer = Writer()
    writer.lengths += lengths
    writer.words += numbers
    for text in texts:
        writer.text(text)
    writer.counts += numbers
    reader = Reader(writer.finish())
    assert [reader.text() for _ in texts] == texts
    assert (list(reader.lengths), list(reader.counts)) == (lengths, numbers)
    assert list(reader.words) == numbers


def test_mark_of_no_kind_is_damage():
    writer = Writer()
    writer.lengths.append(12.0)
    writer.counts += (False, 1, 0, 9)
    with pytest.raises(DAMAGED):
        unpacked(writer.finish())


def test_outline_says_what_is_known_before_lines_are_unpacked():
    bar = Bar(0, 0, 1, 1)
    alike = [Strip(13.0, (bar,)), Strip(13.0, (bar, bar)), Strip(13.0)]
    height, counts = outline_of(with_outline(b"data", alike))
    assert (height, list(counts)) == (13.0, [1, 2, 0])


@pytest.mark.parametrize(
    "strips",
    [[], [Strip(1.0), Strip(2.0)], [Strip(1.0, missing=("x",))], [Strip(1.0, (1,) * 70000)]],
)
def test_lines_of_several_kinds_have_no_outline(strips):
    assert outline_of(with_outline(b"data", strips)) is None


@pytest.mark.parametrize("data", [b"", b"x" * 15, b"x" * 99])
def test_damaged_outline_is_told(data):
    with pytest.raises(DAMAGED):
        outline_of(data)
