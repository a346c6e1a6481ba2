"""Whether our booklets are sound: files, fonts, the order of reading, every letter of the texts."""

from __future__ import annotations

import re
import shutil
import subprocess
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pypdfium2

from booklets import page
from booklets.corpus import corpus
from booklets.engine import PDF, Wanted
from booklets.lines import HYPHENS
from booklets.options import Options
from booklets.ours import ENGINE
from booklets.process import run as run_process
from booklets.rovinj import rovinj
from booklets.texts import Texts

SIZE = 1500
POINTS = 72 / 25.4
_ENDS = 0.75
"""Of the margins above and below the text: heads and folios stand in it."""
_HYPHENS = re.compile("[" + re.escape("".join(HYPHENS)) + "\x02\ufffe]\\s*")
"""A hyphen, as it is read, and the end of the line after it; PDFium has signs of its own."""


class Check(NamedTuple):
    """What was looked at, and what is wrong with it."""

    name: str
    faults: Sequence[str]


def run(options: Options) -> dict[str, Any]:
    """Make our booklets, tagged and not, and look at each."""
    if not any(engine.name == "ours" for engine in options.engines):
        return {}
    found = {}
    for name, texts in documents(options):
        for tagged in (False, True):
            wanted = Wanted(tagged=tagged)
            title = f"{name} {'tagged' if tagged else 'untagged'}"
            place = options.folder / f"checks-{title.replace(' ', '-')}"
            place.mkdir(parents=True, exist_ok=True)
            run_process(ENGINE.prepare(texts, place, wanted), place)
            found[title] = told(title, checks(place / PDF, texts, wanted))
    return {"documents": found}


def documents(options: Options) -> Iterator[tuple[str, Texts]]:
    """Those that are there, by name."""
    if options.source.exists():
        yield "rovinj", rovinj(options.source)
    for number in options.sizes or (SIZE,):
        yield str(number), corpus(number)


def told(title: str, found: Iterable[Check]) -> dict[str, Any]:
    """Say what was found in a document, and keep the first faults of each kind."""
    kept = {}
    for check in found:
        verdict = f"{len(check.faults)} WRONG: {check.faults[0]}" if check.faults else "passed"
        print(f"  {title:16} {check.name:16} {verdict}")
        kept[check.name] = list(check.faults[:5])
    return kept


def checks(path: Path, texts: Texts, wanted: Wanted) -> Iterator[Check]:
    """Everything that is looked at in a document."""
    for name, program, look in (
        ("qpdf --check", "qpdf", of_file),
        ("pdffonts", "pdffonts", of_fonts),
    ):
        if shutil.which(program):
            yield Check(name, look(path))
    yield Check("extraction", differences(extracted(path), texts))
    if wanted.tagged and shutil.which("pdfinfo"):
        structure = output("pdfinfo", "-struct-text", str(path))
        yield Check("reading order", differences(structured(structure), texts))


def output(*command: str) -> str:
    """What a program prints."""
    ran = subprocess.run(  # noqa: S603 - programs of Debian, on files that we made
        command, capture_output=True, text=True, errors="replace", check=False
    )
    return ran.stdout + ran.stderr


def of_file(path: Path) -> list[str]:
    """What qpdf warns of."""
    said = output("qpdf", "--check", str(path)).splitlines()
    return [line for line in said if "WARNING" in line or "ERROR" in line]


def of_fonts(path: Path) -> list[str]:
    """What is wrong with the fonts of a document."""
    return faulty_fonts(output("pdffonts", str(path)))


def faulty_fonts(told_by_pdffonts: str) -> list[str]:
    """Fonts that are not embedded, not subset, or have no map to Unicode."""
    rows = told_by_pdffonts.splitlines()[2:]
    return [row for row in rows if re.findall(r"\b(?:yes|no)\b", row)[:3] != ["yes"] * 3]


def extracted(path: Path) -> str:
    """The text of all pages as PDFium reads it, without heads and folios."""
    end = _ENDS * page.MARGIN_MM * POINTS
    document = pypdfium2.PdfDocument(path)
    try:
        parts = []
        for sheet in document:
            height = sheet.get_height()
            text = sheet.get_textpage()
            parts.append(text.get_text_bounded(bottom=end, top=height - end))
            text.close()
            sheet.close()
        return "\n".join(parts)
    finally:
        document.close()


def structured(told_by_pdfinfo: str) -> str:
    """The text of a structure tree, in its order."""
    return "".join(re.findall(r'^ *"(.*?)"$', told_by_pdfinfo, flags=re.MULTILINE | re.DOTALL))


def differences(found: str, texts: Texts) -> list[str]:
    """Titles and paragraphs of abstracts that are not in a text, or not one after the other."""
    rest, at = plain(found), 0
    wrong = []
    for talk in texts.talks:
        for wanted in (talk.title, *("".join(r.text for r in p.runs) for p in talk.paragraphs)):
            place = rest.find(plain(wanted), at)
            if place < 0:
                known = plain(wanted) in rest
                wrong.append(f"{talk.id}: {'elsewhere' if known else 'not found'}: {wanted[:60]}")
            else:
                at = place + len(plain(wanted))
    return wrong


def plain(text: str) -> str:
    """A text without hyphens, in whichever line they are, and with single spaces."""
    whole = unicodedata.normalize("NFC", _HYPHENS.sub("", text))
    return " ".join(whole.split())
