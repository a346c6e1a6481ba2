"""The file of a document: one object after the other, each forgotten once it is written.

ReportLab's document holds all of them, their bytes, and then the file that these are joined to.
This writes the same bytes, and takes the place of its method `format`. What is large waits on disk:
in memory it would leave holes that nothing else fits in.
"""

from __future__ import annotations

from tempfile import SpooledTemporaryFile
from typing import IO

from reportlab.pdfbase import pdfdoc

_SMALL = 1 << 20  # bytes: what is smaller waits in memory all the same


def scratch() -> IO[bytes]:
    """A file for what waits, which is gone once it is closed."""
    return SpooledTemporaryFile(_SMALL)


class Stored(pdfdoc.PDFObject):  # type: ignore[misc]  # ReportLab has no types
    """A stream that waits in a file until it is written.

    Args:
        data: Its bytes, compressed.
        file: The file.
    """

    __RefOnly__ = 1

    def __init__(self, data: bytes, file: IO[bytes]) -> None:
        self.file = file
        self.begin = file.tell()
        self.length = file.write(data)

    def format(self, document: pdfdoc.PDFDocument) -> bytes:  # noqa: ARG002 - what ReportLab calls
        """Its bytes."""
        self.file.seek(self.begin)
        data = self.file.read(self.length)
        return b"<<\n/Filter /FlateDecode /Length %d\n>>\nstream\n%bendstream\n" % (len(data), data)


def written(document: pdfdoc.PDFDocument) -> bytes:
    """The bytes of a document that is not encrypted; afterwards it holds no objects.

    Args:
        document: ReportLab's document, complete.
    """
    with scratch() as file:
        _write(document, file)
        file.seek(0)
        return file.read()


def _write(document: pdfdoc.PDFDocument, file: IO[bytes]) -> None:
    root, info = document.Reference(document.Catalog), document.Reference(document.info)
    file.write(pdfdoc.PDFFile(document._pdfVersion).format(document))  # noqa: SLF001 - its first lines
    offsets: list[int] = []
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
