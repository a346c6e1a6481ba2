import re
from importlib import resources
from itertools import product

import pytest

from programkit.outline.inks import LEAST_CONTRAST, TRACKS
from programkit.outline.nodes import OutlineTrack
from programkit.web.tracks import DARK, LIGHT, track_color, track_rules

CSS = resources.files("programkit.web").joinpath("static/agenda.css").read_text(encoding="utf-8")
ROOT = re.search(r":root \{([^}]*--ground[^}]*)\}", CSS)[1]
PRINT = re.search(r"@media print \{\s*:root \{([^}]*)\}", CSS)[1]
SCHEMES = ("light", "dark", "print")


def luminance(color):
    digits = color.lstrip("#")
    digits = "".join(d * 2 for d in digits) if len(digits) == 3 else digits
    channels = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    """WCAG 2.2, contrast ratio."""
    low, high = sorted([luminance(one), luminance(other)])
    return (high + 0.05) / (low + 0.05)


def colors(scheme):
    """The properties of a scheme by name; print keeps what it does not say of light pages."""
    pairs = {
        name: {"light": light, "dark": dark, "print": light}[scheme]
        for name, light, dark in re.findall(
            r"--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)", ROOT
        )
    }
    return pairs | (
        dict(re.findall(r"--([a-z-]+): (#[0-9a-f]+);", PRINT)) if scheme == "print" else {}
    )


def test_every_color_is_of_both_grounds():
    assert set(colors("light")) == {
        "accent",
        "focus",
        "ground",
        "line",
        "muted",
        "on-accent",
        "raised",
        "text",
    }


@pytest.mark.parametrize(
    ("scheme", "ink", "ground"),
    list(product(SCHEMES, ["text", "muted", "accent"], ["ground", "raised"])),
)
def test_text_can_be_read_on_its_ground(scheme, ink, ground):
    found = colors(scheme)

    assert contrast(found[ink], found[ground]) >= (7 if ink == "text" else LEAST_CONTRAST)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_focus_and_buttons_can_be_seen(scheme):
    found = colors(scheme)

    assert contrast(found["focus"], found["ground"]) >= 3
    assert contrast(found["on-accent"], found["accent"]) >= LEAST_CONTRAST


def test_grounds_of_tracks_are_those_of_the_style_sheet():
    assert (colors("light")["raised"], colors("dark")["raised"]) == (LIGHT, DARK)


@pytest.mark.parametrize("color", [*TRACKS, "#ffff00", "#000000", "#ffffff", "#777777"])
def test_marks_of_tracks_can_be_seen_on_light_and_on_dark_pages(color):
    rule = track_rules([OutlineTrack("a", "A", color)])
    light, dark = re.fullmatch(r"\.track-1\{--track:light-dark\((.*),(.*)\)\}\n", rule).groups()

    for ground in ("ground", "raised"):
        assert contrast(light, colors("light")[ground]) >= LEAST_CONTRAST
        assert contrast(dark, colors("dark")[ground]) >= LEAST_CONTRAST


def test_track_has_its_own_color_or_the_one_it_has_in_print():
    own = OutlineTrack("a", "A", "#123456")
    other = OutlineTrack("b", "B", "")

    assert track_color(own, 0) == "#123456"
    assert track_color(other, 13) == TRACKS[1]


def test_rules_hold_numbers_and_colors_only():
    tracks = [OutlineTrack("</style>", "x", "#123456"), OutlineTrack("}", "y", "")]

    assert re.fullmatch(
        r"(\.track-\d\{--track:light-dark\(#[0-9a-f]{6},#[0-9a-f]{6}\)\}\n){2}", track_rules(tracks)
    )
