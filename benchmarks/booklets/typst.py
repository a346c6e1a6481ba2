"""Typst, from the package index: one source, compiled as in its documentation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from booklets import packages, page
from booklets.engine import PDF, Commands, Engine, Wanted
from booklets.texts import Talk, Texts
from programkit.text.markup import Run

SOURCE = "booklet.typ"
_SIGNS = re.compile(r"[\\#$*_`<>@\[\]~\"']|-(?=-)|/(?=[/*])")
"""What would be markup."""
COMPILE = f"""
import sys, typst
typst.compile({SOURCE!r}, output={PDF!r}, font_paths=[sys.argv[1]],
              ignore_system_fonts=True, pdf_tags=sys.argv[2] == "tagged")
"""
HEAD = f"""\
#set document(title: "Booklet")
#set page(width: {page.WIDTH_MM}mm, height: {page.HEIGHT_MM}mm, margin: {page.MARGIN_MM}mm,
  numbering: "1",
  footer: context align(center, text(size: {page.ENTRY}pt, counter(page).display())))
#set text(font: "STIX Two Text", size: {page.SIZE}pt, lang: "en",
  top-edge: 0.75em, bottom-edge: -0.25em)
#set par(justify: true, leading: {page.LEADING - page.SIZE}pt,
  spacing: {page.LEADING * 1.5 - page.SIZE}pt)
#set smartquote(enabled: false)
#show heading: set par(justify: false)
#show heading: set text(weight: "bold", hyphenate: false)
#show heading.where(level: 1): set text(size: {page.DAY}pt)
#show heading.where(level: 2): set text(size: {page.DAY}pt)
#show heading.where(level: 3): set text(size: {page.TITLE}pt)
#let page-of(it) = context link(it, str(counter(page).at(it).first()))
#let entry(it) = block(above: {page.LEADING * 1.5}pt, below: 6pt, sticky: true, {{
  set par(justify: false)
  text(size: {page.ENTRY}pt, it)
}})
#let agenda(..rows) = {{
  set par(justify: false)
  set text(size: 9.5pt, hyphenate: false)
  grid(columns: (3.2em, 1fr, 3em), row-gutter: 5pt, align: (left, left, right), ..rows)
}}
#let index(it) = {{
  set par(justify: false, hanging-indent: 1.5em, spacing: 3pt)
  set text(size: 9.5pt, hyphenate: false)
  columns(2, it)
}}
"""


def source(texts: Texts, *, whole: bool) -> str:
    """A booklet in Typst's markup."""
    return "\n".join(_lines(texts, whole=whole)) + "\n"


def _lines(texts: Texts, *, whole: bool) -> Iterator[str]:
    yield HEAD
    if whole:
        yield f"#align(center, text(size: 20pt)[{escaped(texts.title)}])\n"
        yield "#pagebreak()\n#outline(depth: 2)\n#pagebreak()\n= Agenda"
        for day, talks in texts.days:
            yield f"== {day}\n#agenda(" + "\n".join(map(_row, talks)) + ")"
    for number, (day, talks) in enumerate(texts.days):
        yield "#pagebreak(weak: true)" + ("\n= Abstracts" if whole and not number else "")
        yield f"== Abstracts — {day}"
        for talk in talks:
            yield from _talk(talk, labeled=whole)
    if whole:
        yield "#pagebreak()\n= Index\n#index["
        for name, known in texts.people:
            pages = ", ".join(f"#page-of(<{talk}>)" for talk in known)
            yield f"{escaped(name)}, {pages}\n"
        yield "]"


def _row(talk: Talk) -> str:
    names = escaped(", ".join(speaker.name for speaker in talk.speakers))
    return f"[{talk.time}], [{escaped(talk.title)} \\ {names}], page-of(<{talk.id}>),"


def _talk(talk: Talk, *, labeled: bool) -> Iterator[str]:
    who = "; ".join(
        f"*{escaped(speaker.name)}* — {escaped(speaker.affiliation)}" for speaker in talk.speakers
    )
    yield f"#entry[{talk.time} {who}]"
    yield f"=== {escaped(talk.title)}" + (f" <{talk.id}>" if labeled else "")
    for paragraph in talk.paragraphs:
        yield "\n" + "".join(map(_run, paragraph.runs)) + "\n"


def _run(run: Run) -> str:
    if run.newline:
        return "\\ "
    text = escaped(run.text)
    if run.bold:
        text = f"#strong[{text}]"
    return f"#emph[{text}]" if run.italic else text


def escaped(text: str) -> str:
    """Text that Typst shows as it is."""
    return _SIGNS.sub(r"\\\g<0>", text)


def _prepare(texts: Texts, folder: Path, wanted: Wanted) -> Commands:
    (folder / SOURCE).write_text(source(texts, whole=wanted.whole), encoding="utf-8")
    tagged = "tagged" if wanted.tagged else "untagged"
    return [[str(packages.python()), "-I", "-c", COMPILE, str(page.FONTS), tagged]]


ENGINE = Engine(
    name="typst",
    about="Typst, one source compiled by its package",
    absent=lambda: packages.absent("typst"),
    prepare=_prepare,
    version=lambda: packages.version("typst"),
    can_tag=True,
)
