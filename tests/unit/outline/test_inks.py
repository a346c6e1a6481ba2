"""Colors: contrast, darker and paler ones, grays, and the palette of tracks."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programkit.outline.inks import (
    BLACK,
    LEAST_CONTRAST,
    TRACKS,
    WHITE,
    contrast,
    gray,
    legible,
    mixed,
    tint,
)

COLORS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")

# What people see who lack the cones for red, or for green, in linear RGB: Machado, Oliveira and
# Fernandes, "A physiologically-based model for simulation of color vision deficiency", 2009.
SIGHTS = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
}


def seen(color, sight):
    """A color as CIE L*a*b* (D65), as somebody sees it."""
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    rgb = [min(1, max(0, dot(row, linear))) for row in SIGHTS[sight]]
    x = dot((0.4124, 0.3576, 0.1805), rgb) / 0.9505
    y = dot((0.2126, 0.7152, 0.0722), rgb)
    z = dot((0.0193, 0.1192, 0.9505), rgb) / 1.089
    fx, fy, fz = (
        t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116 for t in (x, y, z)
    )
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def dot(one, other):
    return sum(a * b for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        (BLACK, WHITE, 21),
        (WHITE, BLACK, 21),
        (WHITE, WHITE, 1),
        ("#767676", WHITE, 4.54),
        ("#ff0000", WHITE, 4.0),
        ("#0000ff", WHITE, 8.59),
        ("#ff0000", BLACK, 5.25),
    ],
)
def test_contrast_is_that_of_the_guidelines(one, other, ratio):
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)


@pytest.mark.parametrize(("share", "color"), [(0, "#204060"), (1, "#ffffff"), (0.5, "#90a0b0")])
def test_mixed_color_is_between_the_two(share, color):
    assert mixed("#204060", WHITE, share) == color


@given(COLORS, COLORS)
def test_legible_color_is_legible_on_its_ground_or_as_far_from_it_as_can_be(color, ground):
    made = legible(color, ground)
    best = max((BLACK, WHITE), key=lambda end: contrast(end, ground))
    assert contrast(made, ground) >= LEAST_CONTRAST or made == best


@given(COLORS, COLORS)
def test_color_that_is_legible_stays(color, ground):
    if contrast(color, ground) >= LEAST_CONTRAST:
        assert legible(color, ground) == color


def test_pale_color_is_made_darker_and_no_more_than_needed():
    assert contrast(legible("#ffcc00"), WHITE) == pytest.approx(LEAST_CONTRAST, abs=0.15)


@given(COLORS)
def test_black_text_is_read_well_on_a_tint(color):
    assert contrast(BLACK, tint(color)) >= 2 * LEAST_CONTRAST


@given(COLORS)
def test_gray_is_gray_and_never_less_legible_on_white(color):
    made = gray(color)
    assert made[1:3] == made[3:5] == made[5:7]
    assert contrast(color, WHITE) <= contrast(made, WHITE) * (1 + 1e-9)
    assert contrast(made, color) < 1.08


def test_there_are_twelve_colors_for_tracks():
    assert len(set(TRACKS)) == len(TRACKS) == 12


@pytest.mark.parametrize("color", TRACKS)
def test_color_of_a_track_is_legible_on_white(color):
    assert contrast(color, WHITE) >= LEAST_CONTRAST


@pytest.mark.parametrize("sight", SIGHTS)
def test_no_two_colors_of_tracks_look_alike(sight):
    colors = [seen(color, sight) for color in TRACKS]
    distances = (
        sum((a - b) ** 2 for a, b in zip(*pair, strict=True)) ** 0.5
        for pair in combinations(colors, 2)
    )
    assert min(distances) > 12  # 2.3 is just noticed side by side
