"""The type of the booklet: a small scale of paragraph styles that follow from the theme."""

from __future__ import annotations

from dataclasses import dataclass

from programkit.paper.look.theme import Theme
from programkit.typeset.style import ParagraphStyle

_OLD_STYLE = (("onum", 1),)
_COVER_SCALE = 1.15  # times the type size: the steps of headings on a cover at least
_THUMB = 6.5  # points: a thumb mark is as wide as its margin lets it be, whatever the type


@dataclass(frozen=True)
class Styles:
    """Paragraph styles by use, in points."""

    body: ParagraphStyle
    """Abstracts and other running text."""
    note: ParagraphStyle
    """What stands for something unknown, in place of running text."""
    small: ParagraphStyle
    """Affiliations, rooms, chairs."""
    authors: ParagraphStyle
    """With whom the work was done, between a title and its abstract."""
    part: ParagraphStyle
    """The heading of a part."""
    day: ParagraphStyle
    """The heading of a day."""
    session: ParagraphStyle
    """The heading of a session."""
    parallel: ParagraphStyle
    """The line above sessions that run in parallel."""
    entry: ParagraphStyle
    """The line above an abstract: time, speaker, affiliation."""
    title: ParagraphStyle
    """The title of an abstract."""
    title_tbd: ParagraphStyle
    """What stands for an unknown title."""
    time: ParagraphStyle
    """The time in a row of the agenda."""
    row: ParagraphStyle
    """The title in a row of the agenda."""
    speaker: ParagraphStyle
    """The speakers in a row of the agenda."""
    page: ParagraphStyle
    """A page number in a column of its own."""
    index: ParagraphStyle
    """An entry of an index."""
    letter: ParagraphStyle
    """The letter above a group of entries."""
    cover_title: ParagraphStyle
    cover_subtitle: ParagraphStyle
    cover_line: ParagraphStyle
    """Dates and place on the cover."""
    cover_label: ParagraphStyle
    """What hosts are called, above them."""
    cover_host: ParagraphStyle
    contact: ParagraphStyle
    """Whom to ask."""
    head: ParagraphStyle
    """The running head."""
    folio: ParagraphStyle
    """The page number at the foot."""
    thumb: ParagraphStyle
    """What a thumb mark says."""


def styles_of(theme: Theme, language: str, *, mirrored: bool = False) -> Styles:
    """The styles of a theme.

    Args:
        theme: Gives the family, the size of body text and its leading, and how much larger each
            step of headings is.
        language: BCP 47 tag of the texts, for hyphenation.
        mirrored: Whether pages are mirrored, as they are read from the right.
    """
    size, line = theme.measures.size, theme.measures.leading
    body = ParagraphStyle(
        family=theme.family, size=size, leading=line, language=language, mirrored=mirrored
    )
    ragged = body.replace(align="left", hyphenate=False)
    return Styles(
        body=body.replace(space_after=line * 0.5),
        note=body.replace(italic=True, color="muted", align="left", space_after=line * 0.5),
        index=ragged.replace(link_color="text", features=_OLD_STYLE, hanging=size * 1.5),
        letter=ragged.replace(
            bold=True, color="heading", space_before=line * 0.7, space_after=line * 0.1
        ),
        **_headings(ragged, theme),
        **_agenda(ragged),
        **_asides(ragged),
        **_cover(ragged, theme),
    )


def _scaled(style: ParagraphStyle, size: float, leading: float = 0.0) -> ParagraphStyle:
    """A style in another size; its lines are as far apart as that asks unless told otherwise."""
    return style.replace(size=style.size * size, leading=style.leading * (leading or size))


def _headings(ragged: ParagraphStyle, theme: Theme) -> dict[str, ParagraphStyle]:
    """What stands above something; each kind is a step larger than the one below."""
    line, heading = ragged.leading, ragged.replace(color="heading", link_color="heading")
    room = line * theme.spacing
    title = _scaled(heading, theme.scale).replace(space_after=line * 0.35)
    day = _scaled(heading, theme.scale**2).replace(bold=True)
    part = _scaled(heading, theme.scale**3).replace(bold=True)
    entry = _scaled(ragged, 0.9, 0.92).replace(link_color="text")
    return {
        "part": part.replace(space_after=room),
        "day": day.replace(space_before=room * 1.4, space_after=room * 0.4),
        "title": title.replace(bold=True),
        "title_tbd": title,
        "entry": entry.replace(space_before=room * 1.5, space_after=line * 0.15),
    }


def _agenda(ragged: ParagraphStyle) -> dict[str, ParagraphStyle]:
    """The rows of the agenda, and what stands between them."""
    line, row = ragged.leading, _scaled(ragged, 0.95).replace(link_color="text")
    return {
        "row": row,
        "time": row.replace(align="right"),
        "speaker": row,
        "page": row.replace(align="right", color="muted", link_color="muted", features=_OLD_STYLE),
        "session": row.replace(space_before=line * 0.6, space_after=line * 0.2),
        "parallel": row.replace(italic=True, color="accent", space_after=line * 0.1),
    }


def _asides(ragged: ParagraphStyle) -> dict[str, ParagraphStyle]:
    """What is smaller than running text."""
    line, small = ragged.leading, _scaled(ragged, 0.9, 0.92)
    muted = small.replace(color="muted")
    return {
        "small": muted,
        "authors": small.replace(italic=True, space_after=line * 0.35),
        "contact": small,
        "head": _scaled(ragged, 0.8).replace(color="muted"),
        "folio": muted.replace(align="center", features=_OLD_STYLE),
        "thumb": ragged.replace(size=_THUMB, leading=_THUMB * 1.1, bold=True, color="paper"),
        "cover_label": muted.replace(space_after=line * 0.4),
    }


def _cover(ragged: ParagraphStyle, theme: Theme) -> dict[str, ParagraphStyle]:
    """The largest type of all; the cover of a booklet in small type has that of any other."""
    line, heading = ragged.leading, ragged.replace(color="heading")
    size, scale = max(ragged.size, theme.measures.display), max(theme.scale, _COVER_SCALE)
    title, subtitle = (heading.replace(size=size * scale**steps) for steps in (5, 3))
    return {
        "cover_title": title.replace(leading=title.size * 1.16, bold=True),
        "cover_subtitle": subtitle.replace(leading=subtitle.size * 1.2, italic=True),
        "cover_line": ragged.replace(size=size * scale, leading=size * scale * 1.4),
        "cover_host": ragged.replace(space_after=line * 0.6),
    }
