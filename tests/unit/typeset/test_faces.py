import pytest

from programkit.errors import RenderError
from programkit.typeset.faces import default_family, family, open_face
from typefaces import make_collection, make_font


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


@pytest.mark.parametrize("cff", [True, False])
def test_kind_of_outlines_is_known(tmp_path, cff):
    assert open_face(make_font(tmp_path / "a.font", "a", cff=cff)).is_cff == cff


def test_covers_what_can_be_composed(tmp_path):
    face = open_face(make_font(tmp_path / "a.ttf", "eé"))
    assert face.covers("e\u0301")
    assert not face.covers("\u0301")


def test_covers_spaces_and_joiners_without_glyphs(tmp_path):
    assert open_face(make_font(tmp_path / "a.ttf", "e")).covers("e\u2003\u200d")


def test_missing_file_is_refused_with_the_remedy(tmp_path):
    with pytest.raises(RenderError, match="cannot be read; check the path"):
        open_face(tmp_path / "none.ttf")


@pytest.mark.parametrize("content", [b"", b"no font at all", b"wOF2" + bytes(60)])
def test_file_that_is_no_font_is_refused(tmp_path, content):
    path = tmp_path / "a.ttf"
    path.write_bytes(content)
    with pytest.raises(RenderError, match="no usable font"):
        open_face(path)


def test_font_that_forbids_embedding_is_refused(tmp_path):
    path = make_font(tmp_path / "a.ttf", "a", license_bits=2)
    with pytest.raises(RenderError, match="forbid embedding"):
        open_face(path)


def test_font_that_allows_preview_embedding_is_taken(tmp_path):
    assert open_face(make_font(tmp_path / "a.ttf", "a", license_bits=4)).covers("a")


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
