"""The file of a document: one object after the other, each forgotten once it is written.

ReportLab's document holds all of them, their bytes, and then the file that these are joined to.
This writes the same bytes, and takes the place of its method `format`.
"""

from __future__ import annotations

from io import BytesIO

from reportlab.pdfbase import pdfdoc


def written(document: pdfdoc.PDFDocument) -> bytes:
    """The bytes of a document that is not encrypted; afterwards it holds no objects.

    Args:
        document: ReportLab's document, complete.
    """
    root, info = document.Reference(document.Catalog), document.Reference(document.info)
    file = BytesIO()
    file.write(pdfdoc.PDFFile(document._pdfVersion).format(document))  # noqa: SLF001 - its first lines
    offsets = []
    while name := document.numberToId.get(
        len(offsets) + 1
    ):  # more are added while some are written
        content = pdfdoc.format(document.idToObject[name], document, toplevel=1)
        document.idToObject[name] = None
        offsets.append(file.tell())
        end = b"" if content.endswith(b"\n") else b"\n"
        file.write(b"%d 0 obj\n%b%bendobj\n" % (len(offsets), content, end))
    start = file.tell()
    file.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(offsets) + 1))
    file.writelines(b"%010d 00000 n \n" % offset for offset in offsets)
    trailer = pdfdoc.PDFTrailer(
        startxref=start, Size=len(offsets) + 1, Root=root, Info=info, ID=document.ID()
    )
    file.write(trailer.format(document))
    return file.getvalue()
