"""Colors of tracks. They only mark: the track's name stands beside, in the color of the text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from programkit.outline.nodes import OutlineTrack

PALETTE: Final = (
    "#2f6690",
    "#a4442c",
    "#4a7c3a",
    "#7b4b94",
    "#a0700b",
    "#2a7f78",
    "#a63d6d",
    "#5c6470",
)
"""For tracks without a color of their own, in order; each seen on paper and on the dark page."""


def track_color(track: OutlineTrack, number: int) -> str:
    """The color of the track at a position: its own, or one of the palette."""
    return track.color or PALETTE[number % len(PALETTE)]


def track_rules(tracks: Sequence[OutlineTrack]) -> str:
    """A rule of the style sheet for each track; ids of tracks do not get into it."""
    return "".join(
        f".track-{number + 1} {{ --track: {track_color(track, number)}; }}\n"
        for number, track in enumerate(tracks)
    )
