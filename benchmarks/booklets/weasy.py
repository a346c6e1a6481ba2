"""WeasyPrint, from the package index: one page of HTML with a style sheet for print."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path

from booklets import packages, page
from booklets.engine import PDF, Commands, Engine, Wanted
from booklets.texts import Talk, Texts
from programkit.text.markup import Run

SOURCE = "booklet.html"
COMPILE = f"""
import sys, weasyprint
weasyprint.HTML({SOURCE!r}).write_pdf({PDF!r}, pdf_tags=sys.argv[1] == "tagged")
"""
FACES = "\n".join(
    f"@font-face {{ font-family: Text; font-weight: {weight}; font-style: {style}; "
    f"src: url({(page.FONTS / f'STIXTwoText-{name}.ttf').as_uri()}) }}"
    for name, weight, style in (
        ("Regular", 400, "normal"),
        ("Italic", 400, "italic"),
        ("Bold", 700, "normal"),
        ("BoldItalic", 700, "italic"),
    )
)
STYLE = f"""{FACES}
@page {{ size: {page.WIDTH_MM}mm {page.HEIGHT_MM}mm; margin: {page.MARGIN_MM}mm;
  @bottom-center {{ content: counter(page); font: {page.ENTRY}pt Text }} }}
body {{ font: {page.SIZE}pt/{page.LEADING}pt Text; margin: 0 }}
p {{ text-align: justify; hyphens: auto; margin: 0 0 {page.LEADING / 2}pt; widows: 2; orphans: 2 }}
h2 {{ font-size: {page.DAY}pt; break-before: page }}
h3 {{ font-size: {page.TITLE}pt; margin: 0 0 4pt; break-after: avoid }}
.entry {{ font-size: {page.ENTRY}pt; margin: {page.LEADING * 1.5}pt 0 3pt; break-after: avoid }}
.rows, .index {{ font-size: 9.5pt }}
.rows a::after, .index a::after, .contents a::after {{ content: target-counter(attr(href), page) }}
.rows td {{ vertical-align: top }}
.index {{ columns: 2 }}
"""


def source(texts: Texts, *, whole: bool) -> str:
    """A booklet as HTML."""
    return "\n".join(_lines(texts, whole=whole)) + "\n"


def _lines(texts: Texts, *, whole: bool) -> Iterator[str]:
    yield f"<!DOCTYPE html><html lang=en><meta charset=utf-8><style>{STYLE}</style>"
    yield f"<title>{escape(texts.title)}</title>"
    if whole:
        yield f"<h1>{escape(texts.title)}</h1>"
        yield "<h2>Contents</h2><div class=contents>"
        for day, _ in texts.days:
            yield f"<div>{day} <a href='#agenda {day}'></a>, <a href='#{day}'></a></div>"
        yield "</div>"
        for day, talks in texts.days:
            yield f"<h2 id='agenda {day}'>{day}</h2><table class=rows>"
            yield from map(_row, talks)
            yield "</table>"
    for day, talks in texts.days:
        yield f"<h2 id='{day}'>Abstracts — {day}</h2>"
        for talk in talks:
            yield from _talk(talk)
    if whole:
        yield "<h2>Index</h2><div class=index>"
        for name, known in texts.people:
            pages = ", ".join(f"<a href='#{talk}'></a>" for talk in known)
            yield f"<div>{escape(name)}, {pages}</div>"
        yield "</div>"


def _row(talk: Talk) -> str:
    names = escape(", ".join(speaker.name for speaker in talk.speakers))
    return (
        f"<tr><td>{talk.time}<td>{escape(talk.title)}<br>{names}<td><a href='#{talk.id}'></a></tr>"
    )


def _talk(talk: Talk) -> Iterator[str]:
    who = "; ".join(
        f"<b>{escape(speaker.name)}</b> — {escape(speaker.affiliation)}"
        for speaker in talk.speakers
    )
    yield f"<div class=entry>{talk.time} {who}</div><h3 id='{talk.id}'>{escape(talk.title)}</h3>"
    for paragraph in talk.paragraphs:
        yield "<p>" + "".join(map(_run, paragraph.runs))


def _run(run: Run) -> str:
    if run.newline:
        return "<br>"
    text = escape(run.text)
    if run.bold:
        text = f"<b>{text}</b>"
    return f"<i>{text}</i>" if run.italic else text


def _prepare(texts: Texts, folder: Path, wanted: Wanted) -> Commands:
    (folder / SOURCE).write_text(source(texts, whole=wanted.whole), encoding="utf-8")
    tagged = "tagged" if wanted.tagged else "untagged"
    return [[str(packages.python()), "-I", "-c", COMPILE, tagged]]


ENGINE = Engine(
    name="weasyprint",
    about="WeasyPrint, one page of HTML",
    absent=lambda: packages.absent("weasyprint"),
    prepare=_prepare,
    version=lambda: packages.version("weasyprint"),
    can_tag=True,
    most=300,
)
