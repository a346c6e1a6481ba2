"""Runs and paragraphs as HTML: titles, abstracts, and the formulas in them as MathML.

Of a stranger's text only characters are taken over, escaped; links are those that the markup let
through. It is written here and not in templates because there are hundreds of runs on a page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby

from markupsafe import Markup, escape

from programkit.text.characters import clean
from programkit.text.mathml import mathml
from programkit.text.runs import Paragraph, Run

CLOSING = ",.;:!?)]”’»"
"""Signs that belong to what is before them."""
DEEPEST = 4
"""Levels of lists that are set apart; deeper ones are set as the fourth."""


def runs(items: Iterable[Run]) -> Markup:
    """A line of text: emphasis, links, code, formulas."""
    known = tuple(items)
    written = _whole(known) if any(run.math for run in known) else map(_run, known)
    return Markup("".join(written))  # noqa: S704 - made of escaped text


def _whole(items: Sequence[Run]) -> Iterator[str]:
    """Runs, of which no line ends between a formula and the comma behind it."""
    taken = 0
    for number, run in enumerate(items):
        shown = _run(run.saying(run.text[taken:]))
        taken = _signs(items[number + 1]) if run.math and number + 1 < len(items) else 0
        if taken:
            signs = _escaped(items[number + 1].text[:taken])
            shown = f'<span class="whole">{shown}{signs}</span>'
        yield shown


def _signs(run: Run) -> int:
    """How many signs at the start of a run must not begin a line."""
    return 0 if run.math or run.link else len(run.text) - len(run.text.lstrip(CLOSING))


@lru_cache(maxsize=4096)
def prose(paragraphs: tuple[Paragraph, ...]) -> Markup:
    """Paragraphs, lists, quotes, code and formulas, a line each."""
    blocks = groupby(paragraphs, key=lambda paragraph: paragraph.kind)
    lines = (line for kind, group in blocks for line in _block(kind, tuple(group)))
    return Markup("\n".join(lines))  # noqa: S704 - made of escaped text


def _block(kind: str, group: Sequence[Paragraph]) -> Iterator[str]:
    if kind == "item":
        yield '<ul class="items">'
        yield from map(_item, group)
        yield "</ul>"
    elif kind == "quote":
        yield "<blockquote>"
        yield from (_paragraph("", paragraph) for paragraph in group)
        yield "</blockquote>"
    elif kind == "code":
        yield from (f'<pre class="code">{_code(paragraph)}</pre>' for paragraph in group)
    else:
        yield from (_paragraph("" if kind == "text" else kind, paragraph) for paragraph in group)


def _paragraph(name: str, paragraph: Paragraph) -> str:
    named = f' class="{name}"' if name else ""
    return f'<p{named} dir="auto">{runs(paragraph.runs)}</p>'


def _item(paragraph: Paragraph) -> str:
    level, marker = min(paragraph.level, DEEPEST), _escaped(paragraph.marker)
    return (
        f'<li class="level-{level}"><span class="marker">{marker}</span> '
        f'<span dir="auto">{runs(paragraph.runs)}</span></li>'
    )


def _code(paragraph: Paragraph) -> str:
    return "".join(_escaped(run.text) for run in paragraph.runs)


def _run(run: Run) -> str:
    if run.newline:
        return "<br>"
    shown = _escaped(run.text) if run.math is None else _formula(run)
    if run.code:
        shown = f"<code>{shown}</code>"
    if run.italic:
        shown = f"<em>{shown}</em>"
    if run.bold:
        shown = f"<strong>{shown}</strong>"
    if run.link:
        shown = f'<a href="{_escaped(run.link)}" rel="nofollow noopener">{shown}</a>'
    return shown


def _formula(run: Run) -> str:
    """As MathML; one that cannot be read as text."""
    made = mathml(run.math or "", display=run.display)
    if made is not None:
        return made
    return f'<span class="math{" display" if run.display else ""}">{_escaped(run.text)}</span>'


def _escaped(text: str) -> str:
    return str(escape(clean(text)))
