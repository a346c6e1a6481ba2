from xml.etree.ElementTree import fromstring

import pytest

from programkit.paper.pdf.xmp import Description, iso_date, xmp_packet

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"


@pytest.mark.parametrize(
    ("pdf", "iso"),
    [
        ("D:20240929120000+02'00'", "2024-09-29T12:00:00+02:00"),
        ("D:20240929120000-0930", "2024-09-29T12:00:00-09:30"),
        ("D:20240929120000+02'00", "2024-09-29T12:00:00+02:00"),
        ("D:20240929120000Z00'00'", "2024-09-29T12:00:00Z"),
        ("D:20240929120000", "2024-09-29T12:00:00Z"),
        ("D:202409", "2024-09-01T00:00:00Z"),
        ("D:2024", "2024-01-01T00:00:00Z"),
        ("2024-09-29", "2024-09-29"),
        ("yesterday", "yesterday"),
        ("", ""),
    ],
)
def test_dates_are_written_as_xmp_does(pdf, iso):
    assert iso_date(pdf) == iso


def test_packet_has_one_description_for_each_namespace_in_use():
    described = Description(title="T", creator="programkit", language="en")
    root = fromstring(xmp_packet(described, "1B"))  # noqa: S314 - our own
    fields = [
        [field.tag.rpartition("}")[2] for field in block]
        for block in root.iter(f"{RDF}Description")
    ]
    assert fields == [["format", "title", "language"], ["CreatorTool"], ["part", "conformance"]]


def test_packet_claims_nothing_unless_it_is_told():
    assert b"pdfaid" not in xmp_packet(Description(title="T"))
