"""What ReportLab's document would write itself is what is written: the seam that must hold."""

import io

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from programkit.paper.pdf.canvas import Metadata, Sheet
from programkit.paper.pdf.writing import written
from specimen import everything


def test_file_is_the_one_that_reportlab_writes(monkeypatch):
    ours = everything()
    own = pdfdoc.PDFDocument.format
    monkeypatch.setattr("programkit.paper.pdf.canvas.written", own)
    assert everything() == ours


def test_objects_are_forgotten_once_they_are_written():
    canvas = Canvas(io.BytesIO(), invariant=True)
    canvas.drawString(10, 10, "a")
    canvas.showPage()
    document = canvas._doc
    document.Outlines.prepare(document, canvas)
    written(document)
    assert set(document.idToObject.values()) == {None}


def test_empty_document_can_be_written():
    assert Sheet(Metadata("Nothing"), {}).save().endswith(b"%%EOF\n")
