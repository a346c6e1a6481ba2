r"""Mathematics between dollars, as rules for the CommonMark parser.

The rules follow Pandoc: ``$x$`` has no space inside its dollars, ``$$x$$`` may stand in a line or
on lines of its own, ``\$`` is a dollar. Money stays money: ``$5 and $6``, ``$5-$6``.

mdit-py-plugins has such rules too. Measured on version 0.7: its digit option also looks at the
text's last character when a formula comes first (``$k$-means in 2024`` is then no formula) and
refuses ``3$\times$3``, a trailing backslash undoes a leading formula, and a display formula after a
line of text ends at the first line that looks like a list.
"""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

from programkit.text.mathematics import FORMULA, is_money

_MARK = "$$"


def dollar_math(parser: MarkdownIt) -> None:
    """Teach a CommonMark parser the tokens ``math_inline``, ``math_display``, ``math_block``."""
    parser.inline.ruler.before("escape", "math_inline", _inline)
    interrupted = ["paragraph", "blockquote", "list"]
    parser.block.ruler.before("fence", "math_block", _block, {"alt": interrupted})


def _inline(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the parser's signature
    """A formula in a line."""
    found = FORMULA.match(state.src, state.pos)
    if not found:
        return False
    if is_money(found):
        if not silent:
            state.append_pending(found[0])
    elif not silent:
        display = found["display"] is not None
        token = state.push("math_display" if display else "math_inline", "math", 0)
        token.content = found["display"] if display else found["inline"]
    state.pos = found.end()
    return True


def _block(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - the parser's signature
    """A display formula on lines of its own."""
    if not _line(state, start).startswith(_MARK):
        return False
    last = _closing_line(state, start, end)
    if last is None:
        return False
    text = "\n".join(_line(state, number) for number in range(start, last + 1))
    content = text[len(_MARK) :].rstrip()[: -len(_MARK)].strip()
    if content and not silent:
        token = state.push("math_block", "math", 0)
        token.content = content
        token.map = [start, last + 1]
        state.line = last + 1
    return bool(content)


def _closing_line(state: StateBlock, start: int, end: int) -> int | None:
    """The line that ends with the closing dollars, if nothing but mathematics stands before."""
    for number in range(start, end):
        text = _line(state, number).rstrip()
        if state.isEmpty(number) or state.sCount[number] < state.blkIndent:
            return None
        rest = text[len(_MARK) :] if number == start else text
        if _MARK in rest:
            return number if rest.index(_MARK) == len(rest) - len(_MARK) else None
    return None


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]]
