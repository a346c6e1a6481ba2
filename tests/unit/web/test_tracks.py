import re
from importlib import resources
from itertools import product

import pytest

from programkit.outline.nodes import OutlineTrack
from programkit.web.tracks import PALETTE, track_color, track_rules

CSS = resources.files("programkit.web").joinpath("static/agenda.css").read_text(encoding="utf-8")
SCHEMES = re.findall(r":root \{([^}]*--ground[^}]*)\}", CSS)


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
    return dict(re.findall(r"--([a-z]+): (#[0-9a-f]{3,6});", scheme))


def test_there_is_a_light_a_dark_and_a_printed_scheme():
    assert len(SCHEMES) == 3


@pytest.mark.parametrize(
    ("scheme", "ink", "ground"),
    list(product(range(3), ["text", "muted", "link"], ["ground", "raised"])),
)
def test_text_can_be_read_on_its_ground(scheme, ink, ground):
    found = colors(SCHEMES[scheme])

    assert contrast(found[ink], found[ground]) >= (7 if ink == "text" else 4.5)


@pytest.mark.parametrize("scheme", range(2))
def test_focus_can_be_seen(scheme):
    found = colors(SCHEMES[scheme])

    assert contrast(found["focus"], found["ground"]) >= 3


@pytest.mark.parametrize(("color", "scheme"), list(product(PALETTE, range(2))))
def test_marks_of_tracks_can_be_seen(color, scheme):
    assert contrast(color, colors(SCHEMES[scheme])["ground"]) >= 2.5


def test_track_has_its_own_color_or_one_of_the_palette():
    own = OutlineTrack("a", "A", "#123456")
    other = OutlineTrack("b", "B", "")

    assert track_color(own, 0) == "#123456"
    assert track_color(other, 9) == PALETTE[1]


def test_rules_hold_numbers_and_colors_only():
    tracks = [OutlineTrack("</style>", "x", "#123456"), OutlineTrack("}", "y", "")]

    assert track_rules(tracks) == (
        f".track-1 {{ --track: #123456; }}\n.track-2 {{ --track: {PALETTE[1]}; }}\n"
    )
