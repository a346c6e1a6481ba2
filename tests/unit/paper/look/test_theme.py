import re
from pathlib import Path

import pytest
from pydantic import ValidationError

from programkit.errors import RenderError
from programkit.outline.inks import WHITE, contrast
from programkit.paper.look.designschema import OWN_KEYS
from programkit.paper.look.theme import Colors, Fonts, Theme
from programkit.paper.look.themes import THEMES
from typefaces import make_font

ROOT = Path(__file__).resolve().parents[4]


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


def test_pale_text_is_refused_with_the_remedy():
    with pytest.raises(ValidationError, match=r"contrast of 4.5 : 1 on white; choose a darker"):
        Colors(text="#777777")


def test_pale_rules_are_allowed():
    assert Colors(rule="#EEEEEE").rule == "#EEEEEE"


def test_text_that_is_pale_on_the_ground_is_refused_with_the_remedy():
    with pytest.raises(
        ValidationError, match=r"muted #767676 has a contrast of 4\.0 : 1 on the gr"
    ):
        Colors(muted="#767676")


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("gray", [False, True])
def test_colors_of_text_are_legible_in_every_theme(name, gray):
    colors = Theme.named(name, gray=gray).palette
    del colors["rule"], colors["paper"]
    ground = colors.pop("ground")
    assert all(contrast(color, on) >= 4.5 for color in colors.values() for on in (WHITE, ground))


def test_palette_has_every_role():
    roles = ["accent", "ground", "heading", "link", "muted", "paper", "rule", "text"]
    assert sorted(Theme().palette) == roles


def test_gray_theme_has_no_color():
    theme = Theme.named("modern", gray=True)
    colors = [*theme.palette.values(), theme.track_color("#ff8800", 0), theme.track_color("", 1)]
    assert all(color[1:3] == color[3:5] == color[5:7] for color in colors)


@pytest.mark.parametrize("color", ["", "#ffff00", "#ff8800", "#000000", "#cccccc"])
@pytest.mark.parametrize("gray", [False, True])
def test_color_of_a_track_is_legible(color, gray):
    assert contrast(Theme(gray=gray).track_color(color, 30), WHITE) >= 4.5


def test_legible_color_of_a_track_is_its_own():
    assert Theme().track_color("#800080", 0) == "#800080"


def test_tracks_take_their_colors_in_order_and_again_from_the_first():
    theme = Theme(colors=Colors(tracks=("#111111", "#222222")))
    assert [theme.track_color("", n) for n in range(3)] == ["#111111", "#222222", "#111111"]


def test_classic_is_the_default():
    assert Theme.named("classic") == Theme()


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("page", ["A4", "A5", "Letter", (105, 148), (170, 240)])
def test_themes_fit_every_page(name, page):
    made = Theme.named(name, page=page).measures
    column = (made.text_width - (made.columns - 1) * made.gutter) / made.columns
    assert 80 < column < 34 * made.size
    assert made.text_height > made.height / 2


def test_named_theme_is_changed_in_part():
    theme = Theme.named("modern", page="A4", colors={"accent": "#003366"})
    assert (theme.page, theme.colors.accent, theme.colors.heading) == ("A4", "#003366", "#14284b")


def test_colors_as_a_whole_take_the_place_of_the_theme_s():
    assert Theme.named("modern", colors=Colors()).colors == Colors()


@pytest.mark.parametrize(
    ("name", "remedy"),
    [("modren", 'did you mean "modern"?'), ("x", "there are classic, compact, modern")],
)
def test_unknown_name_is_told_with_those_there_are(name, remedy):
    with pytest.raises(RenderError, match=re.escape(f'"{name}" is no theme; {remedy}')):
        Theme.named(name)


def test_lengths_follow_from_the_page():
    made = Theme(page="A4").measures
    assert (made.size, made.leading) == (11.5, 15)
    assert [round(length / 72 * 25.4) for length in (made.top, made.bottom)] == [27, 28]


def test_lengths_that_are_given_are_kept():
    made = Theme(page="A4", size=9, leading=12, margin_top=10, margin_outer=12).measures
    assert (made.size, made.leading) == (9, 12)
    assert [round(length / 72 * 25.4) for length in (made.top, made.outer)] == [10, 12]


def test_bleed_is_told_to_pages_in_points():
    assert Theme(bleed=3).measures.bleed == pytest.approx(8.504)


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


def test_every_setting_is_documented():
    page = (ROOT / "docs" / "reference" / "themes.md").read_text(encoding="utf-8")
    named = re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE)
    assert sorted(named) == sorted((*OWN_KEYS, *Theme.model_fields))


def test_every_color_is_documented():
    page = (ROOT / "docs" / "reference" / "themes.md").read_text(encoding="utf-8")
    (row,) = re.findall(r"^\| `colors` \|([^|]*)\|", page, re.MULTILINE)
    assert re.findall(r"`(\w+)`", row) == list(Colors.model_fields)
