import pytest
from fontTools.ttLib import TTFont

from programkit.errors import RenderError
from programkit.typeset.faces import default_family, family, open_face
from typefaces import make_collection, make_font, make_variable_font


def test_default_family_is_stix_two_with_its_mathematics():
    names = [face.postscript_name for face in default_family().chain()]
    assert names == ["STIXTwoText-Regular", "STIXTwoMath"]


@pytest.mark.parametrize(
    ("style", "name"),
    [
        ({}, "STIXTwoText-Regular"),
        ({"italic": True}, "STIXTwoText-Italic"),
        ({"bold": True}, "STIXTwoText-Bold"),
        ({"bold": True, "italic": True}, "STIXTwoText-BoldItalic"),
        ({"code": True}, "STIXTwoText-Regular"),
    ],
)
def test_chain_begins_with_the_style_asked_for(style, name):
    assert default_family().chain(**style)[0].postscript_name == name


def test_measures_are_in_thousandths_of_the_size():
    face = default_family().regular
    measures = (face.ascent, face.descent, face.cap_height, face.x_height, face.italic_angle)
    assert measures == (762, -238, 657, 473, 0)
    assert face.box == (-948, -373, 1297, 1047)


def test_italic_angle_leans_to_the_right():
    assert default_family().italic.italic_angle == -12


def test_measures_of_other_units_are_scaled(tmp_path):
    face = open_face(make_font(tmp_path / "a.ttf", "a"))
    assert face.advance(face.glyph("a")) == 500
    assert face.scaled(250) == 250


def test_glyph_of_a_character_the_face_lacks_is_none(tmp_path):
    assert open_face(make_font(tmp_path / "a.ttf", "a")).glyph("b") is None


def test_same_file_gives_the_same_face(tmp_path):
    path = make_font(tmp_path / "a.ttf", "a")
    assert open_face(path) is open_face(path)


def test_repr_names_the_face(tmp_path):
    assert repr(open_face(make_font(tmp_path / "a.ttf", "a"))) == "Face(Boxes-Regular)"


def test_collection_gives_each_of_its_fonts(tmp_path):
    one = make_font(tmp_path / "1.ttf", "a", name="One")
    two = make_font(tmp_path / "2.ttf", "b", name="Two")
    path = make_collection(tmp_path / "both.ttc", one, two)
    assert [open_face(path, index).postscript_name for index in (0, 1)] == ["One", "Two"]


def test_font_of_a_collection_is_named_by_its_number(tmp_path):
    one = make_font(tmp_path / "1.ttf", "a", name="One")
    two = make_font(tmp_path / "2.ttf", "b", name="Two")
    path = make_collection(tmp_path / "both.ttc", one, two)
    assert default_family(tmp_path / "both.ttc#1").chain()[-1] is open_face(path, 1)


def test_font_that_a_collection_lacks_is_refused(tmp_path):
    one = make_font(tmp_path / "1.ttf", "a", name="One")
    make_collection(tmp_path / "both.ttc", one, one)
    with pytest.raises(RenderError, match="no font 2 in this collection; give one from 0 to 1"):
        open_face(tmp_path / "both.ttc#2")


def test_file_whose_own_name_has_a_number_is_read(tmp_path):
    assert open_face(make_font(tmp_path / "a.ttf#1", "a")).index == 0


def test_variable_font_stands_at_its_default(tmp_path):
    face = open_face(make_variable_font(tmp_path / "a.ttf", "a", heaviest=900))
    assert face.advance(face.glyph("a")) == 500
    face.font.set_variations({"wght": 900})
    assert face.advance(face.glyph("a")) == 900


@pytest.mark.parametrize("cff", [True, False])
def test_kind_of_outlines_is_known(tmp_path, cff):
    assert open_face(make_font(tmp_path / "a.font", "a", cff=cff)).is_cff == cff


def test_covers_what_can_be_composed(tmp_path):
    face = open_face(make_font(tmp_path / "a.ttf", "eé"))
    assert face.covers("e\u0301")
    assert not face.covers("\u0301")


def test_covers_a_long_text_that_can_be_composed(tmp_path):
    face = open_face(make_font(tmp_path / "a.ttf", "eé"))
    assert face.covers("e\u0301" * 40)
    assert not face.covers("e\u0301" * 40 + "a")


def test_base_with_more_marks_than_any_language_has_is_not_composed(tmp_path):
    face = open_face(make_font(tmp_path / "a.ttf", "eé"))
    assert not face.covers("e" + "\u0301\u0323" * 10_000)


def test_what_was_covered_once_is_covered_again(tmp_path):
    face = open_face(make_font(tmp_path / "a.ttf", "ab"))
    assert [face.covers(text) for text in ("ab", "abc", "ab", "c", "")] == [
        True,
        False,
        True,
        False,
        True,
    ]


def test_covers_spaces_and_joiners_without_glyphs(tmp_path):
    assert open_face(make_font(tmp_path / "a.ttf", "e")).covers("e\u2003\u200d")


def test_missing_file_is_refused_with_the_remedy(tmp_path):
    with pytest.raises(RenderError, match="cannot be read; check the path"):
        open_face(tmp_path / "none.ttf")


@pytest.mark.parametrize("content", [b"", b"no font at all", b"ttcf", b"\0\1\0\0" + bytes(60)])
def test_file_that_is_no_font_is_refused(tmp_path, content):
    path = tmp_path / "a.ttf"
    path.write_bytes(content)
    with pytest.raises(RenderError, match="no usable font 0 in this file; give a TrueType"):
        open_face(path)


@pytest.mark.parametrize(("start", "kind"), [(b"wOFF", "WOFF"), (b"wOF2", "WOFF2")])
def test_web_font_is_refused_with_the_remedy(tmp_path, start, kind):
    path = tmp_path / "a.woff"
    path.write_bytes(start + bytes(60))
    with pytest.raises(RenderError, match=rf"a web font \({kind}\); give the .ttf or .otf file"):
        open_face(path)


def test_font_of_pictures_is_refused(tmp_path):
    font = TTFont(make_font(tmp_path / "a.ttf", "a"))
    for table in ("glyf", "loca"):
        del font[table]
    font.save(tmp_path / "emoji.ttf")
    with pytest.raises(
        RenderError, match="pictures, not outlines; choose a font that has outlines"
    ):
        open_face(tmp_path / "emoji.ttf")


@pytest.mark.parametrize(
    ("bits", "forbidden"),
    [
        (0x0002, "forbid embedding; choose a font that may be embedded"),
        (0x0200, "forbid embedding; choose a font that may be embedded"),
        (0x0100, "forbid embedding only the glyphs that are used, as we do"),
        (0x0108, "forbid embedding only the glyphs that are used, as we do"),
    ],
)
def test_font_that_forbids_embedding_is_refused(tmp_path, bits, forbidden):
    path = make_font(tmp_path / "a.ttf", "a", license_bits=bits)
    with pytest.raises(RenderError, match=forbidden):
        open_face(path)


@pytest.mark.parametrize("bits", [0, 4, 8])
def test_font_that_allows_embedding_is_taken(tmp_path, bits):
    assert open_face(make_font(tmp_path / "a.ttf", "a", license_bits=bits)).covers("a")


def test_family_of_one_file_uses_it_for_every_style(tmp_path):
    made = family(make_font(tmp_path / "a.ttf", "a"))
    assert made.chain(bold=True, italic=True) == made.chain(italic=True) == made.chain()


def test_family_sets_each_style_in_its_file(tmp_path):
    paths = {style: make_font(tmp_path / f"{style}.ttf", "a", name=style) for style in "ribxc"}
    made = family(
        paths["r"],
        italic=paths["i"],
        bold=paths["b"],
        bold_italic=paths["x"],
        code=paths["c"],
    )
    styles = [{}, {"italic": True}, {"bold": True}, {"bold": True, "italic": True}, {"code": True}]
    assert [made.chain(**style)[0].postscript_name for style in styles] == list("ribxc")


def test_family_without_bold_italic_uses_bold(tmp_path):
    bold = make_font(tmp_path / "b.ttf", "a", name="b")
    made = family(make_font(tmp_path / "r.ttf", "a", name="r"), bold=bold)
    assert made.chain(bold=True, italic=True)[0].postscript_name == "b"


def test_fallback_keeps_the_style(tmp_path):
    made = family(make_font(tmp_path / "a.ttf", "a"), fallback=(default_family(),))
    names = [face.postscript_name for face in made.chain(bold=True)]
    assert names == ["Boxes-Regular", "STIXTwoText-Bold", "STIXTwoMath"]


def test_default_family_turns_to_further_fonts_last(tmp_path):
    path = make_font(tmp_path / "han.ttf", "日", name="Han")
    names = [face.postscript_name for face in default_family(path).chain()]
    assert names == ["STIXTwoText-Regular", "STIXTwoMath", "Han"]
