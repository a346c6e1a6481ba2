r"""Room, frames and boxes, and words that say nothing of the formula itself.

Colors, links, styles and names of elements are left out: they come from strangers.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from programkit.text.tex import words
from programkit.text.tex.reader import Reader
from programkit.text.tex.tree import Framed, Newline, Node, Padded, Row, Rule, Space, Symbol, Words

_LAPS: dict[str, Literal["left", "center", "right"]] = {
    "llap": "left",
    "mathllap": "left",
    "clap": "center",
    "mathclap": "center",
    "rlap": "right",
    "mathrlap": "right",
}
_FRAMES: dict[str, Literal["box", "up", "down", "cross", "through"]] = {
    "boxed": "box",
    "cancel": "up",
    "bcancel": "down",
    "xcancel": "cross",
    "sout": "through",
}
_PHANTOMS = {"phantom": (True, True), "hphantom": (True, False), "vphantom": (False, True)}
_COLORS = {"textcolor": 1, "colorbox": 1, "fcolorbox": 2}
_COLORLESS = ("blue", "red", "green", "orange", "purple", "gray", "pink", "vcenter")
_PASSED = {"mathchoice", "htmlId", "htmlClass", "htmlStyle", "htmlData", "href", "class", "style"}
_SILENT = [
    "allowbreak",
    "nobreak",
    "relax",
    "nonumber",
    "notag",
    "displaylimits",
    "noindent",
    "null",
    "strut",
]


def _space(reader: Reader, _word: str) -> Node:
    reader.skip("*")
    return Space(reader.length())


def _phantom(reader: Reader, word: str) -> Node:
    width, height = _PHANTOMS[word]
    return Padded(
        reader.one(),
        drawn=False,
        width="own" if width else "right",
        height=height,
        depth=height,
    )


def _mathstrut(_reader: Reader, _word: str) -> Node:
    return Padded(Symbol("("), drawn=False, width="right")


def _smash(reader: Reader, _word: str) -> Node:
    side = reader.option()
    return Padded(reader.one(), height=side == "b", depth=side == "t")


def _lap(reader: Reader, word: str) -> Node:
    inside = (
        words.read(reader, "text", reader.take_argument())
        if word in {"llap", "clap", "rlap"}
        else reader.one()
    )
    return Padded(inside, width=_LAPS[word])


def _raised(reader: Reader, word: str) -> Node:
    rise = reader.length() * (-1 if word == "lower" else 1)
    inside = (
        words.read(reader, "text", reader.take_argument()) if word == "raisebox" else reader.one()
    )
    return Padded(inside, rise=rise)


def _frame(reader: Reader, word: str) -> Node:
    return Framed(reader.one(), _FRAMES[word])


def _framed_text(reader: Reader, _word: str) -> Node:
    return Framed(words.read(reader, "text", reader.take_argument()))


def _rule(reader: Reader, _word: str) -> Node:
    rise = reader.option()
    lift = reader.over(rise).length() if rise else 0
    return Rule(reader.length(), reader.length(), lift)


def _colored(reader: Reader, word: str) -> Node:
    if word not in _COLORS:
        return reader.one()
    for _ in range(_COLORS[word]):
        reader.take_argument()
    inside = (
        reader.one() if word == "textcolor" else words.read(reader, "text", reader.take_argument())
    )
    return Framed(inside) if word == "fcolorbox" else inside


def _passed(reader: Reader, word: str) -> Node:
    r"""Words whose first argument is not the formula's; ``\mathchoice`` is taken as in text."""
    reader.take_argument()
    chosen = reader.one()
    if word == "mathchoice":
        reader.take_argument()
        reader.take_argument()
    return chosen


def _tag(reader: Reader, _word: str) -> Node:
    bare = reader.skip("*")
    inside = words.read(reader, "text", reader.take_argument())
    reader.tags += (Space(2), inside if bare else Row((Words("("), inside, Words(")"))))
    return Space(0)


def _silent(_reader: Reader, _word: str) -> Node:
    return Space(0)


def _newline(reader: Reader, _word: str) -> Node:
    reader.option()
    return Newline()


HANDLERS: dict[str, Callable[[Reader, str], Node]] = {
    **dict.fromkeys(("hspace", "hskip", "kern", "mkern", "mskip", "mspace"), _space),
    **dict.fromkeys(_PHANTOMS, _phantom),
    "mathstrut": _mathstrut,
    "smash": _smash,
    **dict.fromkeys(_LAPS, _lap),
    **dict.fromkeys(("raisebox", "raise", "lower"), _raised),
    **dict.fromkeys(_FRAMES, _frame),
    "fbox": _framed_text,
    "rule": _rule,
    **dict.fromkeys((*_COLORS, *_COLORLESS), _colored),
    **dict.fromkeys(_PASSED, _passed),
    "tag": _tag,
    **dict.fromkeys(_SILENT, _silent),
    **dict.fromkeys(("\\", "newline", "cr"), _newline),
}
"""What reads the arguments of which word."""
