"""The type of the booklet: a small scale of paragraph styles that follow from the theme."""

from __future__ import annotations

from dataclasses import dataclass

from programkit.paper.theme import Theme
from programkit.typeset.style import ParagraphStyle

_OLD_STYLE = (("onum", 1),)


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


def styles_of(theme: Theme, language: str) -> Styles:
    """The styles of a theme.

    Args:
        theme: Gives the family, the size of body text and its leading, and how much larger each
            step of headings is.
        language: BCP 47 tag of the texts, for hyphenation.
    """
    size, leading = theme.size, theme.leading
    step = theme.scale
    body = ParagraphStyle(family=theme.family, size=size, leading=leading, language=language)
    body = body.replace(space_after=leading / 2)
    ragged = body.replace(align="left", hyphenate=False, space_after=0.0)
    small = ragged.replace(size=size * 0.9, leading=leading * 0.92)
    part = ragged.replace(
        size=size * step**3,
        leading=leading * step**3,
        bold=True,
        color="heading",
        space_after=leading,
    )
    title = ragged.replace(
        size=size * step,
        leading=leading * step,
        space_after=leading * 0.35,
        color="heading",
        link_color="heading",
    )
    row = ragged.replace(size=size * 0.95, leading=leading * 0.95, link_color="text")
    cover = ragged.replace(color="heading")
    return Styles(
        body=body,
        note=body.replace(italic=True, color="muted", align="left"),
        small=small.replace(color="muted"),
        authors=small.replace(italic=True, space_after=leading * 0.35),
        part=part,
        day=ragged.replace(
            size=size * step**2,
            leading=leading * step**2,
            bold=True,
            color="heading",
            space_before=leading * 1.4,
            space_after=leading * 0.4,
        ),
        session=row.replace(space_before=leading * 0.6, space_after=leading * 0.2),
        parallel=row.replace(italic=True, color="accent", space_after=leading * 0.1),
        entry=small.replace(
            space_before=leading * 1.5, space_after=leading * 0.15, color="text", link_color="text"
        ),
        title=title.replace(bold=True),
        title_tbd=title,
        time=row.replace(align="right"),
        row=row,
        speaker=row,
        page=row.replace(align="right", color="muted", link_color="muted", features=_OLD_STYLE),
        index=ragged.replace(link_color="text", features=_OLD_STYLE, hanging=size * 1.5),
        letter=ragged.replace(
            bold=True, color="heading", space_before=leading * 0.7, space_after=leading * 0.1
        ),
        cover_title=cover.replace(size=size * step**5, leading=size * step**5 * 1.16, bold=True),
        cover_subtitle=cover.replace(
            size=size * step**3, leading=size * step**3 * 1.2, italic=True
        ),
        cover_line=cover.replace(size=size * step, leading=leading * step * 1.1, color="text"),
        cover_label=small.replace(color="muted", space_after=leading * 0.4),
        cover_host=cover.replace(color="text", space_after=leading * 0.6),
        contact=small.replace(color="text"),
        head=small.replace(size=size * 0.8, leading=leading * 0.8, color="muted"),
        folio=small.replace(size=size * 0.9, align="center", color="muted", features=_OLD_STYLE),
    )
