"""XMP: what a document says about itself, in the form that archives and search engines read.

Every value is also in the document's Info dictionary, and PDF/A wants both to agree. Each
namespace has a description of its own, because some validators look for it there only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape  # that of xml.sax loads what speaks HTTP

_DATE = re.compile(
    r"D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:([+-])(\d\d)'?(\d\d)?'?|Z.*)?\Z"
)


@dataclass(frozen=True, slots=True)
class Description:
    """What a document says about itself; what is empty it does not say."""

    title: str = ""
    author: str = ""
    subject: str = ""
    keywords: str = ""
    creator: str = ""
    """The program that the facts were entered into."""
    producer: str = ""
    """The library that wrote the PDF."""
    language: str = ""
    """BCP 47 tag."""
    created: str = ""
    """A date as PDF writes it, ``D:20240929120000+02'00'``, or as XMP does."""
    modified: str = ""
    """Likewise."""


def xmp_packet(description: Description, archive: str = "") -> bytes:
    """The description of a document.

    Args:
        description: What it says.
        archive: Part and level of the PDF/A that the document conforms to, such as ``1B``; none
            given claims nothing.
    """
    blocks = "\n".join(_blocks(description, archive))
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">\n'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
        f"{blocks}\n"
        "</rdf:RDF>\n</x:xmpmeta>\n"
        '<?xpacket end="r"?>'
    ).encode()


def _blocks(description: Description, archive: str) -> Iterator[str]:
    fields = {
        ("dc", "http://purl.org/dc/elements/1.1/"): _dublin_core(description),
        ("xmp", "http://ns.adobe.com/xap/1.0/"): _simple(
            CreatorTool=description.creator,
            CreateDate=iso_date(description.created),
            ModifyDate=iso_date(description.modified),
        ),
        ("pdf", "http://ns.adobe.com/pdf/1.3/"): _simple(
            Keywords=description.keywords, Producer=description.producer
        ),
        ("pdfaid", "http://www.aiim.org/pdfa/ns/id/"): _simple(
            part=archive[:1], conformance=archive[1:]
        ),
    }
    for (prefix, namespace), values in fields.items():
        lines = "\n".join(f"<{prefix}:{key}>{value}</{prefix}:{key}>" for key, value in values)
        if lines:
            yield (
                f'<rdf:Description rdf:about="" xmlns:{prefix}="{namespace}">\n'
                f"{lines}\n</rdf:Description>"
            )


def _simple(**values: str) -> list[tuple[str, str]]:
    return [(key, escape(value, quote=False)) for key, value in values.items() if value]


def _dublin_core(description: Description) -> list[tuple[str, str]]:
    def many(kind: str, value: str, language: str = "") -> str:
        lang = f' xml:lang="{language}"' if language else ""
        return (
            f"<rdf:{kind}><rdf:li{lang}>{escape(value, quote=False)}</rdf:li></rdf:{kind}>"
            if value
            else ""
        )

    fields = {
        "format": "application/pdf",
        "title": many("Alt", description.title, "x-default"),
        "creator": many("Seq", description.author),
        "description": many("Alt", description.subject, "x-default"),
        "language": many("Bag", description.language),
    }
    return [(key, value) for key, value in fields.items() if value]


def iso_date(date: str) -> str:
    """A date of PDF as XMP writes it; any other text as it is."""
    match = _DATE.match(date)
    if not match:
        return date
    year, month, day, hour, minute, second = (part or "" for part in match.groups()[:6])
    sign, hours, minutes = match.groups()[6:]
    zone = f"{sign}{hours}:{minutes or '00'}" if sign else "Z"
    clock = f"T{hour or '00'}:{minute or '00'}:{second or '00'}{zone}"
    return f"{year}-{month or '01'}-{day or '01'}{clock}"
