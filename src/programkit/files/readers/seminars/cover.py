"""What a page says of the series itself: title, text, zone, how to join."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from programkit.files.readers.markdown.escapes import bare, restored, shown
from programkit.files.readers.markdown.lines import Line, line_of
from programkit.files.readers.markdown.notes import Notes
from programkit.files.readers.markdown.paragraphs import body_of, paragraphs_of
from programkit.files.readers.seminars.entries import Page, Prose
from programkit.files.readers.seminars.paragraphs import apart
from programkit.files.readers.seminars.statements import sentences_of
from programkit.files.readers.seminars.vocabulary import LOST_LINK, SERIES
from programkit.model.findings import Level
from programkit.model.venue import Access
from programkit.text.unknown import is_unknown

_NAMED: Final = re.compile(
    r"(?:Welcome to |Willkommen (?:beim|zum) )?(?:[Tt]he |Das |Die |Der |Le |La |Il |Lo |El )?"
    r"(?P<title>[^.!?:]{4,140}?)\s(?:is|are|ist|sind|est|è|es|je)\s"
    r"(?:a|an|the|our|ein|eine|das|die|der|une?|uno|una|een|het|de|le|la|il|el)\b"
)
_TAIL: Final = re.compile(
    r"\s+[-–—|]\s+(?P<host>[^-–—|]*\b(?:department|institute?|faculty|school|university|college|"
    r"fakultät|institut|universität|fachbereich|département|dipartimento|departamento|afdeling)\b"
    r"[^–—|]*)$",
    re.IGNORECASE,
)
_WITHHELD: Final = re.compile(
    r"\b(?:invitation|link|access data|zugangsdaten|einwahldaten|zoom)\w*\b.*\b(?:shared|sent|"
    r"posted|distributed|announced|published|circulated|verschickt|versendet|bekannt)\b.*"
    r"\b(?:before|prior to|ahead of|vor)\b",
    re.IGNORECASE,
)
_MAILED: Final = re.compile(
    r"\b(?:invitation|link|access data|zugangsdaten|einwahldaten|zoom)\w*\b.*\b(?:mailing list|"
    r"e-?mail|mail|verteiler|newsletter)\b",
    re.IGNORECASE,
)


@dataclass
class Cover:
    """The series' own facts."""

    title: str
    title_line: int
    hosts: tuple[str, ...] = ()
    welcome: str = ""
    welcome_line: int = 0
    access: Access = Access.OPEN
    how_to_join: str = ""
    sentences: tuple[tuple[str, int], ...] = ()
    """Those of its text, with their lines."""


def read_cover(page: Page, notes: Notes) -> Cover:
    """Read the lines that belong to no entry."""
    prose = [one.line for one in page.prose if one.line.used]
    said = tuple(_sentences(page.prose))
    cover = _titled(page, prose, notes)
    cover.sentences = said
    cover.welcome = _welcome(page.prose)
    cover.welcome_line = prose[0].number if prose else 0
    _access(cover, said)
    _note_links(said, notes)
    for number in page.returned:
        notes.add(
            "text-of-page",
            number,
            "a paragraph below an abstract speaks to readers of the page, and was not read as part "
            "of the abstract",
            "move it back if it is",
            field="welcome",
        )
    return cover


def _sentences(prose: Sequence[Prose]) -> Iterator[tuple[str, int]]:
    """The sentences of each paragraph, which may go over several lines, with their first lines."""
    for paragraph in paragraphs_of([_gap(one) for one in prose]):
        text, starts = "", []
        for line in paragraph.lines:
            starts.append((len(text), line.number))
            text += f"{bare(line.text.removeprefix('>'))} "
        at = 0
        for sentence in sentences_of(text):
            at = text.index(sentence, at)
            yield sentence.strip(), max(number for start, number in starts if start <= at)


def _gap(one: Prose) -> Line:
    """A line of prose; a heading is no part of a sentence."""
    return line_of(one.line.number, "") if one.heading else one.line


def _titled(page: Page, prose: Sequence[Line], notes: Notes) -> Cover:
    if page.title and not is_unknown(shown(page.title[0].text)):
        number = page.title[0].number
        marked = (line.text if line.level else line.text.strip("*_ ") for line in page.title)
        text = " ".join(map(restored, marked))
        if len(page.title) > 1:
            notes.add(
                "title-joined",
                number,
                f"the title breaks off in line {number} and goes on in line "
                f"{page.title[1].number}; the two were joined",
                "nothing, if that is right",
                field="title",
            )
        return _without_host(text, number, notes)
    for line in prose[:3]:
        found = _NAMED.match(bare(line.text))
        if found and SERIES.search(found["title"]):
            notes.add(
                "title-of-sentence",
                line.number,
                f'the page has no title; "{found["title"]}" was taken from its first sentence',
                "write the title of the series",
                field="title",
            )
            return Cover(found["title"], line.number)
    notes.add(
        "no-title",
        1,
        "the page has no title",
        "write the title of the series",
        level=Level.SOFT,
        field="title",
    )
    return Cover("", 0)


def _without_host(text: str, number: int, notes: Notes) -> Cover:
    """A title without the department that stands behind it."""
    tail = _TAIL.search(text)
    if not tail or not SERIES.search(text[: tail.start()]):
        return Cover(text, number)
    notes.add(
        "hosts-inferred",
        number,
        f'"{bare(tail["host"])}" stands behind the title and was read as the host',
        "move it if it is something else",
        field="hosts",
    )
    return Cover(text[: tail.start()], number, hosts=(bare(tail["host"]),))


def _welcome(prose: Sequence[Prose]) -> str:
    """The page's own text: headings in bold, paragraphs as they stand."""
    lines: list[Line] = []
    for one in prose:
        if one.heading:
            gap = line_of(one.line.number, "")
            lines += [gap, _bold(one.line), gap]
        else:
            lines.append(one.line)
    return body_of(apart(lines))[0]


def _bold(line: Line) -> Line:
    text = bare(line.text).replace("*", "")
    return line_of(line.number, f"**{text}**") if text else line


def _access(cover: Cover, said: Sequence[tuple[str, int]]) -> None:
    for sentence, _ in said:
        for pattern, access in ((_WITHHELD, Access.BEFORE), (_MAILED, Access.MAIL)):
            if cover.access is Access.OPEN and pattern.search(sentence):
                cover.access, cover.how_to_join = access, sentence


def _note_links(said: Sequence[tuple[str, int]], notes: Notes) -> None:
    """Words that were links: where they led is lost."""
    lost = [(found[0], line) for text, line in said if (found := LOST_LINK.search(text))]
    if lost:
        words = ", ".join(f'"{text}" (line {line})' for text, line in lost)
        notes.add(
            "links-lost",
            lost[0][1],
            f"{words}: where it led is not in the text",
            "add the addresses under channels:",
            level=Level.SOFT,
            field="channels",
        )
