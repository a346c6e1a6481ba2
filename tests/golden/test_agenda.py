"""What a reader of the agenda sees, line by line; rewrite with ``GOLDEN=write`` in the environment.

The text of the page is golden, not its bytes: the look may change without touching these files.
"""

import os
from pathlib import Path

import html5lib
import pytest
from tests.colloquium import at, colloquium_program
from tests.pages import said
from tests.rovinj import rovinj_program
from tests.workshop import workshop_program

from programkit.loading import load
from programkit.model.program import Program
from programkit.outline.build import build_outline
from programkit.web.onepage import one_page

FOLDER = Path(__file__).parent / "agenda"
EXAMPLES = Path(__file__).parents[2] / "examples"
BLOCKS = {
    "article",
    "blockquote",
    "dd",
    "div",
    "dl",
    "dt",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "header",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
}


def lines(element, prefix=""):
    """The text of a page, a line a block, headings marked as Markdown has them."""
    text = ""
    parts = [(None, element.text or "")]
    for child in element:
        parts += [(child, ""), (None, child.tail or "")]
    for child, tail in parts:
        if child is None:
            text += tail
        elif child.tag == "br":
            text += " / "
        elif child.tag == "script":
            continue
        elif child.tag in BLOCKS:
            yield from flushed(text, prefix)
            text = ""
            yield from lines(
                child,
                "#" * int(child.tag[1]) + " "
                if child.tag[0] == "h" and child.tag[1:].isdigit()
                else "",
            )
        else:
            text += said(child)
    yield from flushed(text, prefix)


def flushed(text, prefix):
    words = " ".join(text.split())
    if words:
        yield prefix + words


def twente():
    return Program.of(load(EXAMPLES / "twente-mds"))


@pytest.mark.parametrize(
    ("name", "program", "now"),
    [
        ("rovinj", rovinj_program, None),
        ("workshop", workshop_program, None),
        ("twente", twente, at("2026-05-20T12:00")),
        ("colloquium", colloquium_program, at("2026-09-15T12:00")),
    ],
)
def test_agenda_reads_as_before(name, program, now):
    data = one_page(build_outline(program().public(now), now=now))
    tree = html5lib.parse(data.decode(), namespaceHTMLElements=False)
    text = "\n".join(lines(tree.find("body"))) + "\n"
    golden = FOLDER / f"{name}.txt"
    if os.environ.get("GOLDEN") == "write":
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(text, encoding="utf-8")

    assert text == golden.read_text(encoding="utf-8")
