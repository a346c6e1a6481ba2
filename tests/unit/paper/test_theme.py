from pathlib import Path

import pytest
from pydantic import ValidationError

from programkit.errors import RenderError
from programkit.paper.theme import Colors, Fonts, Theme, contrast_on_white
from typefaces import make_font


def test_default_page_is_a5():
    assert Theme().page_size == (419.528, 595.276)


@pytest.mark.parametrize(
    ("page", "size"),
    [("A4", (595.276, 841.89)), ("Letter", (612, 792)), ((100, 200.5), (283.465, 568.346))],
)
def test_page_has_its_size_in_points(page, size):
    assert Theme(page=page).page_size == size


@pytest.mark.parametrize(
    "given",
    [
        {"page": "A3"},
        {"page": (0, 100)},
        {"page": (float("inf"), 100)},
        {"margin_top": -1},
        {"size": 1},
        {"hours": 13},
        {"unknown": 1},
        {"colors": {"text": "black"}},
    ],
)
def test_nonsense_is_refused(given):
    with pytest.raises(ValidationError):
        Theme(**given)


def test_margins_that_leave_no_room_are_refused_with_the_remedy():
    with pytest.raises(ValidationError, match="make the page larger or the margins smaller"):
        Theme(margin_inner=70, margin_outer=70)
    with pytest.raises(ValidationError, match="less than 30 mm for text on a page of 148 × 210 mm"):
        Theme(margin_top=100, margin_bottom=100)


def test_leading_below_the_size_is_refused_with_the_remedy():
    with pytest.raises(ValidationError, match=r"give about 15\.6"):
        Theme(size=12, leading=11)


@pytest.mark.parametrize(
    ("color", "ratio"),
    [("#000000", 21), ("#ffffff", 1), ("#767676", 4.54), ("#ff0000", 4.0), ("#0000ff", 8.59)],
)
def test_contrast_is_that_of_the_guidelines(color, ratio):
    assert contrast_on_white(color) == pytest.approx(ratio, abs=0.005)


def test_pale_text_is_refused_with_the_remedy():
    with pytest.raises(ValidationError, match=r"contrast of 4.5 : 1 on white; choose a darker"):
        Colors(text="#777777")


def test_pale_rules_are_allowed():
    assert Colors(rule="#EEEEEE").rule == "#EEEEEE"


def test_default_colors_of_text_are_legible():
    colors = Theme().palette
    del colors["rule"]
    assert all(contrast_on_white(color) >= 4.5 for color in colors.values())


def test_palette_has_every_role():
    assert sorted(Theme().palette) == ["accent", "heading", "link", "muted", "rule", "text"]


def test_default_family_is_stix_two():
    names = [face.postscript_name for face in Theme().family.chain(bold=True)]
    assert names == ["STIXTwoText-Bold", "STIXTwoMath"]


def test_own_fonts_come_before_the_default_and_further_ones_last(tmp_path):
    own = make_font(tmp_path / "own.ttf", "a", name="Own")
    more = make_font(tmp_path / "more.ttf", "日", name="More")
    theme = Theme(fonts=Fonts(regular=own), more_fonts=(more,))
    names = [face.postscript_name for face in theme.family.chain()]
    assert names == ["Own", "STIXTwoText-Regular", "STIXTwoMath", "More"]


def test_font_that_is_not_there_is_told_when_it_is_needed():
    theme = Theme(fonts=Fonts(regular=Path("none.ttf")))
    with pytest.raises(RenderError, match=r"none\.ttf: the file cannot be read"):
        theme.family  # noqa: B018 - the font is opened when it is asked for


def test_theme_can_be_changed_in_part():
    assert Theme().replace(size=11.0).size == 11


def test_theme_is_read_from_plain_data():
    theme = Theme.model_validate({"page": [148, 210], "colors": {"accent": "#003366"}})
    assert theme.page_size == Theme(page="A5").page_size
    assert theme.colors.accent == "#003366"
