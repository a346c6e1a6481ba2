import io
from xml.etree.ElementTree import fromstring

import pikepdf
from reportlab.pdfgen.canvas import Canvas

from programkit.paper.pdf.metadata import add_metadata


def test_xmp_says_what_the_info_dictionary_says():
    canvas = Canvas(io.BytesIO(), invariant=True)
    canvas.setTitle("Theories & <Theorems>")
    canvas.setAuthor("Ana Dokmanić")
    canvas.setSubject("Rovinj")
    canvas.setKeywords("")
    canvas.setCreator("programkit")
    add_metadata(canvas, "hr")
    with pikepdf.open(io.BytesIO(canvas.getpdfdata())) as document:
        said = document.open_metadata()
        stream = document.Root.Metadata
        assert fromstring(stream.read_raw_bytes()) is not None  # noqa: S314 - our own
        assert said["dc:title"] == str(document.docinfo.Title) == "Theories & <Theorems>"
        assert said["dc:creator"] == [str(document.docinfo.Author)] == ["Ana Dokmanić"]
        assert said["dc:description"] == str(document.docinfo.Subject) == "Rovinj"
        assert said["xmp:CreatorTool"] == str(document.docinfo.Creator) == "programkit"
        assert said["pdf:Producer"] == str(document.docinfo.Producer)
        assert said["dc:language"] == {"hr"}
        assert "pdf:Keywords" not in said
        assert str(document.docinfo.CreationDate) == "D:20000101000000+00'00'"
        assert said["xmp:CreateDate"] == said["xmp:ModifyDate"] == "2000-01-01T00:00:00+00:00"
        assert "pdfaid:part" not in said
