"""Imposing: the pages of a finished booklet, drawn on sheets for the printer."""

from __future__ import annotations

import io

import pikepdf

from programkit.paper.look.measures import POINTS_PER_MM
from programkit.paper.printing.finished import finished_booklet
from programkit.paper.printing.imposition import Imposition
from programkit.paper.printing.pressmarks import REGISTRATION, registration_color
from programkit.paper.printing.sheets import Press, SourcePage, name_of


def bleed_of(data: bytes) -> float:
    """How far all pages of a PDF go beyond what is cut off, in millimeters, as their boxes say.

    Raises:
        RenderError: That is no PDF.
    """
    with finished_booklet(data) as source:
        return min(SourcePage(page).bleed for page in source.pages) / POINTS_PER_MM


def impose(data: bytes, how: Imposition | None = None) -> bytes:
    """Put the pages of a PDF on sheets.

    Links, outline and tags are left behind: what is imposed is for the press.

    Args:
        data: The finished booklet.
        how: The sheets; none given means a booklet to be folded from A4.

    Returns:
        The sheets as a PDF: fronts and backs in turn. The same input gives the same bytes.

    Raises:
        RenderError: That is no PDF, or its pages do not fit the sheet.
    """
    how = how or Imposition()
    with finished_booklet(data) as source, pikepdf.new() as made:
        pages = [SourcePage(page) for page in source.pages]
        press = Press(how, pages)
        forms = [made.copy_foreign(page.form()) for page in pages]
        marks = made.make_indirect(registration_color(made)) if how.marks else None
        for side in how.sides(len(pages), leftward=_is_leftward(source)):
            resources = pikepdf.Dictionary(
                XObject={name_of(cell): forms[cell.page] for cell in side.cells if press.has(cell)}
            )
            if marks is not None:
                resources.ColorSpace = pikepdf.Dictionary({REGISTRATION: marks})
            content = made.make_stream("\n".join(press.operators(side)).encode("ascii"))
            made.pages.append(press.sheet(resources, content))
        title = source.docinfo.get("/Title")
        if title is not None:
            made.docinfo.Title = pikepdf.String(str(title))
        file = io.BytesIO()
        made.save(file, deterministic_id=True, min_version=max(source.pdf_version, "1.4"))
    return file.getvalue()


def _is_leftward(source: pikepdf.Pdf) -> bool:
    """Whether a document says that its pages are turned as those of Hebrew and Arabic books are."""
    wishes = source.Root.get("/ViewerPreferences")
    return isinstance(wishes, pikepdf.Dictionary) and wishes.get("/Direction") == "/R2L"
