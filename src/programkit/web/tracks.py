"""Colors of tracks: the booklet's, as they are read on light pages and on dark ones."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from programkit.outline.inks import TRACKS, legible
from programkit.outline.nodes import OutlineTrack

LIGHT: Final = "#f1eee7"
"""The darkest ground of a track's color on light pages, --raised of the style sheet."""
DARK: Final = "#2a2824"
"""The palest one on dark pages."""


def track_color(track: OutlineTrack, number: int) -> str:
    """The color of the track at a position, as the booklet has it: its own, or of the palette."""
    return track.color or TRACKS[number % len(TRACKS)]


def track_rules(tracks: Sequence[OutlineTrack]) -> str:
    """A rule of the style sheet for each track; ids of tracks do not get into it."""
    return "".join(
        f".track-{number + 1}{{--track:{_on_both_grounds(track_color(track, number))}}}\n"
        for number, track in enumerate(tracks)
    )


def _on_both_grounds(color: str) -> str:
    return f"light-dark({legible(color, LIGHT)},{legible(color, DARK)})"
