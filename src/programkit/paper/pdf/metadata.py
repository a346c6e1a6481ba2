"""A booklet's description of itself as XMP, in step with its Info dictionary."""

from __future__ import annotations

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from programkit.paper.pdf.xmp import Description, xmp_packet


def add_metadata(canvas: Canvas, language: str) -> None:
    """Say in XMP what the canvas has been told about title, author, dates and so on.

    Args:
        canvas: The document, about to be finished.
        language: BCP 47 tag.
    """
    document = canvas._doc  # noqa: SLF001 - the canvas has no public way to what it was told
    info, stamp = document.info, document._timeStamp  # noqa: SLF001 - nor to the dates
    year, month, day, hour, minute, second = stamp.YMDhms
    zone = f"{stamp.dhh:+03d}'{stamp.dmm:02d}'"
    date = f"D:{year:04}{month:02}{day:02}{hour:02}{minute:02}{second:02}{zone}"
    described = Description(
        title=info.title,
        author=info.author,
        subject=info.subject,
        keywords=info.keywords,
        creator=info.creator,
        producer=info.producer,
        language=language,
        created=date,
        modified=date,
    )
    kind = {"Type": pdfdoc.PDFName("Metadata"), "Subtype": pdfdoc.PDFName("XML")}
    plain: list[object] = []  # readers look for it without unpacking anything
    stream = pdfdoc.PDFStream(pdfdoc.PDFDictionary(kind), xmp_packet(described), plain)
    canvas.setCatalogEntry("Metadata", document.Reference(stream))
