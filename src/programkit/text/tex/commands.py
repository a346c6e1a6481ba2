r"""What the words of TeX make: fractions, roots, accents, alphabets, delimiters, boxes.

Colors, links, styles and names of elements are left out: they are not the formula's, and come from
strangers.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Literal

from programkit.text.tex import environments, letters, symbols, words
from programkit.text.tex.macros import argument
from programkit.text.tex.reader import Reader
from programkit.text.tex.tree import (
    Fence,
    Fenced,
    FormulaError,
    Fraction,
    Framed,
    Kind,
    Marked,
    Newline,
    Node,
    Padded,
    Root,
    Row,
    Rule,
    Scripts,
    Space,
    Stack,
    Style,
    Styled,
    Symbol,
    Table,
    Words,
)

_FRACTIONS: dict[str, tuple[Style | None, float | None, bool]] = {
    "frac": (None, None, False),
    "dfrac": ("display", None, False),
    "tfrac": ("text", None, False),
    "cfrac": ("display", None, True),
    "binom": (None, 0, False),
    "dbinom": ("display", 0, False),
    "tbinom": ("text", 0, False),
}
_ALPHABETS = {
    "mathrm": "normal",
    "mathup": "normal",
    "mathbf": "bold",
    "mathit": "italic",
    "mathcal": "script",
    "mathscr": "script",
    "mathfrak": "fraktur",
    "mathbb": "double-struck",
    "mathbbm": "double-struck",
    "mathds": "double-struck",
    "mathsf": "sans",
    "mathsfit": "sans-italic",
    "mathtt": "mono",
    "mathnormal": "",
    "Bbb": "double-struck",
    "frak": "fraktur",
    "symbf": "bold",
    "symup": "normal",
    "symit": "italic",
}
_CLASSES: dict[str, Kind] = {
    "mathord": "ord",
    "mathop": "op",
    "mathbin": "bin",
    "mathrel": "rel",
    "mathopen": "open",
    "mathclose": "close",
    "mathpunct": "punct",
    "mathinner": "inner",
}
_SIZES = {"big": 1.2, "Big": 1.8, "bigg": 2.4, "Bigg": 3.0}
_SIDES: dict[str, Kind] = {"": "ord", "l": "open", "r": "close", "m": "rel"}
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
_STYLES: tuple[Style, ...] = ("display", "text", "script", "scriptscript")
_COLORS = {"textcolor", "colorbox", "blue", "red", "green", "orange", "purple", "gray", "pink"}
_SILENT = {
    *("allowbreak", "nobreak", "relax", "nonumber", "notag", "displaylimits", "noindent", "null"),
    *("bgroup", "egroup", "strut"),
}
_PASSED = {"mathchoice", "htmlId", "htmlClass", "htmlStyle", "htmlData", "href", "class", "style"}
_NEGATED = {"in": "∉", "ni": "∌", "exists": "∄", "mid": "∤", "parallel": "∦"}


def read(reader: Reader, word: str, end: int) -> Node:
    """What a word makes, with its arguments.

    Raises:
        FormulaError: There is no such word, or its arguments are missing.
    """
    if word in symbols.WORDS:
        text, kind = symbols.WORDS[word]
        return letter(text, kind, reader.variant, end)
    if node := _operator(word, end):
        return node
    if word in symbols.SPACES:
        return Space(symbols.SPACES[word])
    if handler := _HANDLERS.get(word):
        return handler(reader, word)
    raise FormulaError(f"\\{word} is not known")


def sign(char: str, variant: str, end: int) -> Node:
    """What a single character makes."""
    if char == "~":
        return Space(0.25)
    if char in symbols.GROWING:
        return Symbol(char, "op", large=True, limits=symbols.GROWING[char], end=end)
    text, kind = symbols.SIGNS.get(char, (char, "ord"))
    return letter(text, kind, variant, end)


def letter(text: str, kind: Kind, variant: str, end: int) -> Symbol:
    """A character in the alphabet that holds; letters that have none are italic as TeX has them."""
    plain = unicodedata.normalize("NFC", text)
    if not variant and kind == "ord" and letters.is_slanted(plain):
        variant = "italic"
    return Symbol(plain, kind, variant, end=end)


def fenced(left: str, inside: Node, right: str) -> Node:
    """A node between delimiters, if it has any."""
    if not left and not right:
        return inside
    return Fenced(Fence(left, kind="open"), Row((inside,)), Fence(right, kind="close"))


def delimiter(reader: Reader) -> str:
    r"""The delimiter that comes next, after ``\left`` and its kind."""
    word = reader.take().text
    if word == "{":
        word = reader.take().text
        reader.expect("}")
    if word not in symbols.DELIMITERS:
        raise FormulaError(f"{word} is no delimiter")
    return symbols.DELIMITERS[word]


def _operator(word: str, end: int) -> Symbol | None:
    for table, large, limits in (
        (symbols.SUMS, True, True),
        (symbols.INTEGRALS, True, False),
        (symbols.LIMITED, False, True),
        (symbols.FUNCTIONS, False, False),
    ):
        if word in table:
            return Symbol(table[word], "op", "normal", large, limits, end)
    return None


def _fraction(reader: Reader, word: str) -> Node:
    style, bar, even = _FRACTIONS[word]
    if even:
        reader.option()
    node = Fraction(reader.one(), reader.one(), bar, style, even)
    return fenced("(", node, ")") if bar == 0 else node


def _genfrac(reader: Reader, word: str) -> Node:  # noqa: ARG001 - the signature all have
    left, right = delimiter_or_none(reader), delimiter_or_none(reader)
    thickness = reader.take_argument().strip()
    bar = Reader(thickness, reader._rows).length() if thickness else None  # noqa: SLF001
    number = reader.take_argument().strip()
    style = _STYLES[int(number)] if number in {"0", "1", "2", "3"} else None
    return fenced(left, Fraction(reader.one(), reader.one(), bar, style), right)


def delimiter_or_none(reader: Reader) -> str:
    """A delimiter as an argument, which may be empty."""
    text = reader.take_argument().strip()
    return symbols.DELIMITERS.get(text, "")


def _root(reader: Reader, word: str) -> Node:  # noqa: ARG001 - the signature all have
    degree = reader.option()
    return Root(reader.one(), reader.part(degree) if degree else None)


def _left(reader: Reader, word: str) -> Node:  # noqa: ARG001 - the signature all have
    left = delimiter(reader)
    inside = reader.row("\\right")
    reader.expect("\\right")
    return Fenced(Fence(left, kind="open"), inside, Fence(delimiter(reader), kind="close"))


def _big(reader: Reader, word: str) -> Node:
    name = word if word in _SIZES else word[:-1]
    return Fence(delimiter(reader), _SIZES[name], _SIDES[word[len(name) :]])


def _accent(reader: Reader, word: str) -> Node:
    return Marked(reader.one(), symbols.ACCENTS[word])


def _over(reader: Reader, word: str) -> Node:
    kind: Kind = "op" if word.endswith(("brace", "bracket")) else "ord"
    return Marked(reader.one(), symbols.WIDE[word], wide=True, kind=kind)


def _under(reader: Reader, word: str) -> Node:
    kind: Kind = "op" if word.endswith(("brace", "bracket")) else "ord"
    return Marked(reader.one(), symbols.UNDER[word], over=False, wide=True, kind=kind)


def _arrow(reader: Reader, word: str) -> Node:
    below = reader.option()
    above = reader.one()
    under = reader.part(below) if below else None
    return Stack(Row(()), under, above, "rel", symbols.ARROWS[word])


def _set(reader: Reader, word: str) -> Node:
    r"""``\overset``, ``\underset`` and ``\stackrel``."""
    small, base = reader.one(), reader.one()
    kind = "rel" if word == "stackrel" else _class_of(base)
    if word == "underset":
        return Stack(base, below=small, kind=kind)
    return Stack(base, above=small, kind=kind)


def _class_of(node: Node) -> Kind:
    """The class of the one thing in a group."""
    if isinstance(node, Row) and len(node.nodes) == 1:
        return _class_of(node.nodes[0])
    return "ord" if isinstance(node, Space | Newline) else node.kind


def _alphabet(reader: Reader, word: str) -> Node:
    return reader.part(reader.take_argument(), _ALPHABETS[word])


def _bold(reader: Reader, word: str) -> Node:  # noqa: ARG001 - the signature all have
    row = reader.part(reader.take_argument())
    bold = Row(tuple(_heavier(node) for node in row.nodes))
    return bold.nodes[0] if len(bold.nodes) == 1 else bold


def _heavier(node: Node) -> Node:
    """The node with bold letters, as far as letters are its own."""
    from dataclasses import replace

    match node:
        case Symbol():
            return replace(node, variant=letters.heavier(node.variant))
        case Row(nodes):
            return replace(node, nodes=tuple(map(_heavier, nodes)))
        case Scripts(base, below, above):
            return replace(
                node,
                base=_heavier(base),
                below=below and _heavier(below),
                above=above and _heavier(above),
            )
        case Marked(base):
            return replace(node, base=_heavier(base))
        case _:
            return node


def _class(reader: Reader, word: str) -> Node:
    kind = _CLASSES[word]
    inside = reader.one()
    nodes = inside.nodes if isinstance(inside, Row) else (inside,)
    if len(nodes) == 1 and isinstance(nodes[0], Symbol):
        from dataclasses import replace

        return replace(nodes[0], kind=kind, limits=kind == "op")
    return Row(nodes, kind)


def _operatorname(reader: Reader, word: str) -> Node:
    limits = reader.skip("*") or word == "operatornamewithlimits"
    inside = reader.part(reader.take_argument().replace("-", "{\\text{-}}").replace("*", "{*}"), "normal")
    text = "".join(_plain(node) for node in inside.nodes)
    if text:
        return Symbol(text, "op", "normal", limits=limits)
    return Row((), "op")


def _plain(node: Node) -> str:
    match node:
        case Symbol(text) | Words(text):
            return text
        case Row(nodes):
            return "".join(map(_plain, nodes))
        case Space():
            return "\u2009"
        case _:
            raise FormulaError("the name of an operator has to be plain text")


def _text(reader: Reader, word: str) -> Node:
    return words.read(reader, word, reader.take_argument())


def _verbatim(reader: Reader, word: str) -> Node:  # noqa: ARG001 - the signature all have
    at = reader.at + (reader.source[reader.at : reader.at + 1] == "*")
    mark = reader.source[at : at + 1]
    end = reader.source.find(mark, at + 1)
    if not mark or end < 0:
        raise FormulaError("\\verb is not closed")
    reader.at = end + 1
    return Words(reader.source[at + 1 : end], code=True)


def _negated(reader: Reader, word: str) -> Node:  # noqa: ARG001 - the signature all have
    node = reader.one()
    first = node.nodes[0] if isinstance(node, Row) and node.nodes else node
    if not isinstance(first, Symbol):
        raise FormulaError("\\not has nothing to negate")
    text = unicodedata.normalize("NFC", first.text + "\u0338")
    rest = node.nodes[1:] if isinstance(node, Row) else ()
    negated = Symbol(text, first.kind, first.variant, end=reader.at)
    return Row((negated, *rest), first.kind) if rest else negated


def _modulo(reader: Reader, word: str) -> Node:
    mod = Symbol("mod", "ord", "normal")
    if word == "bmod":
        return Symbol("mod", "bin", "normal")
    inside = reader.one()
    match word:
        case "pmod":
            inner: tuple[Node, ...] = (mod, Space(1 / 3), inside)
        case "pod":
            inner = (inside,)
        case _:
            return Row((Space(1), mod, Space(1 / 3), inside))
    left, right = Symbol("(", "open"), Symbol(")", "close")
    return Row((Space(1), left, *inner, right))


def _space(reader: Reader, word: str) -> Node:  # noqa: ARG001 - the signature all have
    reader.skip("*")
    return Space(reader.length())


def _phantom(reader: Reader, word: str) -> Node:
    width, height = _PHANTOMS[word]
    return Padded(reader.one(), False, "own" if width else "right", height, height)


def _smash(reader: Reader, word: str) -> Node:  # noqa: ARG001 - the signature all have
    side = reader.option()
    return Padded(reader.one(), height=side == "b", depth=side == "t")


def _lap(reader: Reader, word: str) -> Node:
    inside = _text(reader, "text") if word in {"llap", "clap", "rlap"} else reader.one()
    return Padded(inside, width=_LAPS[word])


def _raised(reader: Reader, word: str) -> Node:
    rise = reader.length() * (-1 if word == "lower" else 1)
    inside = _text(reader, "text") if word == "raisebox" else reader.one()
    return Padded(inside, rise=rise)


def _frame(reader: Reader, word: str) -> Node:
    return Framed(reader.one(), _FRAMES[word])


def _framed_text(reader: Reader, word: str) -> Node:  # noqa: ARG001 - the signature all have
    return Framed(_text(reader, "text"))


def _rule(reader: Reader, word: str) -> Node:  # noqa: ARG001 - the signature all have
    rise = reader.option()
    lift = Reader(rise, reader._rows).length() if rise else 0  # noqa: SLF001
    return Rule(reader.length(), reader.length(), lift)


def _colored(reader: Reader, word: str) -> Node:
    if word in {"textcolor", "colorbox"}:
        reader.take_argument()
    return reader.one() if word != "colorbox" else _text(reader, "text")


def _passed(reader: Reader, word: str) -> Node:
    r"""Words whose first argument is not the formula's; of ``\mathchoice`` the first is taken."""
    if word == "mathchoice":
        chosen = reader.one()
        for _ in range(3):
            reader.take_argument()
        return chosen
    reader.take_argument()
    return reader.one()


def _substack(reader: Reader, word: str) -> Node:  # noqa: ARG001 - the signature all have
    return environments.stacked(reader.part(reader.take_argument()))


def _cases_like(reader: Reader, word: str) -> Node:
    r"""``\matrix{…}``, ``\cases{…}`` of plain TeX."""
    return environments.plain(reader, word, reader.take_argument())


def _tag(reader: Reader, word: str) -> Node:  # noqa: ARG001 - the signature all have
    bare = reader.skip("*")
    inside = _text(reader, "text")
    marked = inside if bare else Row((Words("("), inside, Words(")")))
    return Row((Space(2), marked))


def _logo(reader: Reader, word: str) -> Node:  # noqa: ARG001 - the signature all have
    return Words(word)


def _silent(reader: Reader, word: str) -> Node:  # noqa: ARG001 - the signature all have
    return Space(0)


def _newline(reader: Reader, word: str) -> Node:  # noqa: ARG001 - the signature all have
    reader.option()
    return Newline()


def _mathstrut(reader: Reader, word: str) -> Node:  # noqa: ARG001 - the signature all have
    return Padded(Symbol("("), False, "right")


def _set_of(reader: Reader, word: str) -> Node:
    r"""``\set``, ``\Set``, ``\braket`` and its kind: bars inside are as tall as the delimiters."""
    left, right = {"set": "{}", "bra": "⟨|", "ket": "|⟩", "braket": "⟨⟩"}[word.lower()]
    text = reader.take_argument().replace("|", r"\middle|")
    row = Reader(rf"\left.{text}\right.", reader._rows).row("")  # noqa: SLF001
    node = row.nodes[0]
    assert isinstance(node, Fenced)
    return Fenced(Fence(left, kind="open"), node.inside, Fence(right, kind="close"))


_HANDLERS: dict[str, Callable[[Reader, str], Node]] = {
    **dict.fromkeys(_FRACTIONS, _fraction),
    "genfrac": _genfrac,
    "sqrt": _root,
    "left": _left,
    **{name + side: _big for name in _SIZES for side in _SIDES},
    **dict.fromkeys(symbols.ACCENTS, _accent),
    **dict.fromkeys(symbols.WIDE, _over),
    **dict.fromkeys(symbols.UNDER, _under),
    **dict.fromkeys(symbols.ARROWS, _arrow),
    **dict.fromkeys(("overset", "underset", "stackrel"), _set),
    **dict.fromkeys(_ALPHABETS, _alphabet),
    **dict.fromkeys(("boldsymbol", "bm", "pmb", "bold"), _bold),
    **dict.fromkeys(_CLASSES, _class),
    **dict.fromkeys(("operatorname", "operatornamewithlimits"), _operatorname),
    **dict.fromkeys(words.LOOKS, _text),
    "verb": _verbatim,
    "not": _negated,
    **dict.fromkeys(("bmod", "pmod", "pod", "mod"), _modulo),
    **dict.fromkeys(("hspace", "hskip", "kern", "mkern", "mskip", "mspace"), _space),
    **dict.fromkeys(_PHANTOMS, _phantom),
    "smash": _smash,
    **dict.fromkeys(_LAPS, _lap),
    **dict.fromkeys(("raisebox", "raise", "lower"), _raised),
    **dict.fromkeys(_FRAMES, _frame),
    "fbox": _framed_text,
    "rule": _rule,
    **dict.fromkeys(_COLORS, _colored),
    **dict.fromkeys(_PASSED, _passed),
    "substack": _substack,
    **dict.fromkeys(environments.PLAIN, _cases_like),
    "begin": environments.read,
    "tag": _tag,
    **dict.fromkeys(("KaTeX", "LaTeX", "TeX"), _logo),
    **dict.fromkeys(_SILENT, _silent),
    **dict.fromkeys(("\\", "newline", "cr"), _newline),
    "mathstrut": _mathstrut,
    **dict.fromkeys(("set", "Set", "bra", "Bra", "ket", "Ket", "braket", "Braket"), _set_of),
}
