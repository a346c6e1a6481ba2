r"""What the words of TeX read as in Unicode: the tables behind `mathematics.readable`.

They stand on pylatexenc's tables and differ where those lose meaning: ``x^{10}`` there is ``x^10``,
``\frac{a+b}{c}`` is ``a+b/c``, unknown words vanish, ``\today`` looks at the clock and ``\title``
remembers.
"""

from __future__ import annotations

import logging
import re
import unicodedata
from collections.abc import Callable
from functools import cache
from typing import Any

# Only what most text fonts have, ours among them; other raised and lowered letters print as boxes.
RAISED = str.maketrans("0123456789+-−=()ni°∘*∗†′", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ°°*∗†′")
"""Characters with a superscript of their own."""
LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
"""Characters with a subscript of their own."""

# Arguments as pylatexenc writes them: a group, an optional group, a star.
_ARGUMENTS = {
    **dict.fromkeys(("dfrac", "tfrac", "cfrac", "binom", "dbinom", "tbinom"), "{{"),
    **dict.fromkeys(("overset", "underset", "stackrel", "rule"), "{{"),
    **dict.fromkeys(("pmod", "tag", "norm", "abs", "phantom", "hphantom", "vphantom"), "{"),
    **dict.fromkeys(("author", "date", "title"), "{"),
    "operatorname": "*{",
}
_DROPPED = ("phantom", "hphantom", "vphantom", "rule", "label", "hspace", "vspace", "color")
# Sizes, styles, spacing and boxes: they change the look of what follows, which is shown plain.
_SILENT = """
    allowbreak bcancel bf big Big Bigg bigg biggl Biggl Biggr biggr bigl Bigl bigm bigr Bigr bm
    boldsymbol boxed cal cancel clap displaystyle footnotesize hbox hfill hline huge Huge it
    LARGE Large large left limits llap mathbbm mathbin mathchoice mathclap mathclose mathds
    mathinner mathllap mathnormal mathop mathopen mathord mathpunct mathrel mathrlap mathsfit
    mathstrut mathup middle mit newline nobreak noindent nolimits nonumber normalsize notag
    operatorfont overbrace overbracket overleftarrow overrightarrow pmb raggedright relax right
    rlap rm scriptscriptstyle scriptsize scriptstyle sf small smash sout strut substack symbf
    symbfit symcal symit symrm symup textnormal textsc textsf textsl textstyle texttt textup
    tiny tt underbar underbrace underbracket vcenter xcancel
"""
_SHOWN = {
    "\\": "; ",
    "|": "‖",
    "bmod": " mod ",
    "mod": " mod ",
    "colon": ": ",
    "coloneqq": "≔",
    "cr": "; ",
    "degree": "°",
    "dbinom": "binom(%s, %s)",
    "binom": "binom(%s, %s)",
    "tbinom": "binom(%s, %s)",
    "mid": " | ",
    "norm": "‖%s‖",
    "abs": "|%s|",
    "over": "/",
    "overset": "%(2)s",
    "stackrel": "%(2)s",
    "underset": "%(2)s",
    "pmod": " (mod %s)",
    "tag": " (%s)",
}
_FRACTIONS = ("frac", "dfrac", "tfrac", "cfrac")
_ACCENTS = {"overline": "\u0304", "widehat": "\u0302", "widetilde": "\u0303"}
_FUNCTIONS = """
    arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim liminf
    limsup ln log max min operatorname Pr sec sin sinh sup tan tanh
"""
_LONG_NAMES = {"liminf": "lim inf", "limsup": "lim sup"}
_SIGNS = {"'": "′", "''": "″", "--": "--", "---": "---"}
_TIMELESS = ("author", "date", "maketitle", "title", "today")

# The invisible sign between a function and its argument marks where a space may be needed.
_APPLIED = "\u2061"
_NEEDED_SPACE = re.compile(rf"(?<=[^\W_]|[)\]]){_APPLIED}(?=[^\W\d_])")
_RELATION = re.compile(r"\s*([=<>→←↔⇒⇐⇔↦≔≤≥≠≈≃≅≡∼∝∈∉⊂⊆⊃⊇≪≫×])\s*")
_DOUBLE_RELATION = re.compile(r"([=<>]) {2}(?=[=<>])")
_UNWRITTEN_BRACKET = re.compile(r"\\(?:left|right|middle)\s*\.")
_BARE_PERCENT = re.compile(r"(?<!\\)%")
_ONE_TOKEN = re.compile(r"[\w\u0300-\u036f]*|.|\([^()]*\)")


@cache
def converter() -> Callable[[str], str]:
    """The function from the TeX of a formula to Unicode; it may raise on odd input."""
    from pylatexenc.latex2text import (  # noqa: PLC0415 - slow import, only when there is a formula
        LatexNodes2Text,
    )
    from pylatexenc.latexwalker import LatexWalker  # noqa: PLC0415 - as above

    # Its complaints of odd formulas are not for the terminal of whoever prints them.
    logging.getLogger("pylatexenc").addHandler(logging.NullHandler())
    words = LatexNodes2Text(_text_words(), math_mode="text", strict_latex_spaces="based-on-source")
    arguments = _argument_words()

    def convert(tex: str) -> str:
        source = _BARE_PERCENT.sub(r"\%", _UNWRITTEN_BRACKET.sub("", tex))
        walker = LatexWalker(rf"\({{{source} }}\)", latex_context=arguments)
        return _spaced(words.nodelist_to_text(walker.get_latex_nodes()[0]))

    return convert


def _spaced(text: str) -> str:
    """The text with spaces around relations, and between a function's name and a letter."""
    text = _NEEDED_SPACE.sub(" ", text).replace(_APPLIED, "")
    text = _DOUBLE_RELATION.sub(r"\1", _RELATION.sub(r" \1 ", text))
    return unicodedata.normalize("NFC", text)


def _argument_words() -> Any:  # noqa: ANN401 - pylatexenc has no types
    """Which words and signs take arguments."""
    from pylatexenc import latexwalker, macrospec  # noqa: PLC0415 - slow import, only when there is a formula

    words = latexwalker.get_default_latex_context_db()
    words.add_context_category(
        "programkit",
        macros=[macrospec.std_macro(name, spec) for name, spec in _ARGUMENTS.items()],
        specials=[macrospec.std_specials(sign) for sign in _SIGNS]
        + [macrospec.SpecialsSpec(sign, macrospec.MacroStandardArgsParser("{")) for sign in "^_"],
        prepend=True,
    )
    return words


def _text_words() -> Any:  # noqa: ANN401 - pylatexenc has no types
    """What words and signs read as."""
    from pylatexenc import latex2text as tex  # noqa: PLC0415 - slow import, only when there is a formula

    placeholders = ["latex-placeholders", "latex-ethuebung", "nonstandard-qit"]
    words = tex.get_default_latex_context_db().filter_context(exclude_categories=placeholders)
    macros = [tex.MacroTextSpec(name, simplify_repl=text) for name, text in _SHOWN.items()]
    macros += [tex.MacroTextSpec(name, simplify_repl=_function) for name in _FUNCTIONS.split()]
    macros += [tex.MacroTextSpec(name, simplify_repl=_accented) for name in _ACCENTS]
    macros += [tex.MacroTextSpec(name, simplify_repl=_fraction) for name in _FRACTIONS]
    macros += [tex.MacroTextSpec(name, simplify_repl=_named) for name in _TIMELESS]
    macros += [tex.MacroTextSpec(name, discard=False) for name in _SILENT.split()]
    macros += [tex.MacroTextSpec(name, discard=True) for name in _DROPPED]
    macros.append(tex.MacroTextSpec("sqrt", simplify_repl=_root))
    specials = [tex.SpecialsTextSpec(sign, simplify_repl=text) for sign, text in _SIGNS.items()]
    specials += [tex.SpecialsTextSpec(sign, simplify_repl=_script) for sign in "^_"]
    words.add_context_category("programkit", macros=macros, specials=specials, prepend=True)
    words.set_unknown_macro_spec(tex.MacroTextSpec("", simplify_repl=_named))
    return words


def _arguments(node: Any, l2tobj: Any) -> list[str]:  # noqa: ANN401 - pylatexenc has no types
    """The arguments of a word or sign as Unicode, absent ones empty."""
    count = len(node.nodeargd.argnlist) if node.nodeargd else 0
    return [l2tobj.node_arg_to_text(node, number).strip() for number in range(count)]


def _named(node: Any, l2tobj: Any) -> str:  # noqa: ANN401 - pylatexenc has no types
    """A word that TeX may know and Unicode does not, by its name: softmax."""
    return " ".join([f"{_APPLIED}{node.macroname}{_APPLIED}", *_arguments(node, l2tobj)])


def _function(node: Any, l2tobj: Any) -> str:  # noqa: ANN401 - pylatexenc has no types
    """The name of a function: log, lim sup, or the one that is the argument of operatorname."""
    name = _LONG_NAMES.get(node.macroname) or node.macroname
    return f"{_APPLIED}{(_arguments(node, l2tobj) or [name])[-1]}{_APPLIED}"


def _script(node: Any, l2tobj: Any) -> str:  # noqa: ANN401 - pylatexenc has no types
    sign = str(node.specials_chars)
    (text,) = _arguments(node, l2tobj)
    return superscript(text) if sign == "^" else subscript(text)


def _fraction(node: Any, l2tobj: Any) -> str:  # noqa: ANN401 - pylatexenc has no types
    return "/".join(_grouped(text) for text in _arguments(node, l2tobj))


def _root(node: Any, l2tobj: Any) -> str:  # noqa: ANN401 - pylatexenc has no types
    degree, text = _arguments(node, l2tobj)
    return (superscript(degree) if degree else "") + "√" + _grouped(text)


def _accented(node: Any, l2tobj: Any) -> str:  # noqa: ANN401 - pylatexenc has no types
    """A combining mark on one character; over more it would be lost among them."""
    (text,) = _arguments(node, l2tobj)
    return text + _ACCENTS[node.macroname] if len(text) == 1 else text


def superscript(text: str) -> str:
    """The text raised: with superscript characters where each has one, else ``^(text)``."""
    return _moved(text, RAISED, "^")


def subscript(text: str) -> str:
    """The text lowered: with subscript characters where each has one, else ``_(text)``."""
    return _moved(text, LOWERED, "_")


def _moved(text: str, table: dict[int, int], sign: str) -> str:
    if text and all(ord(character) in table for character in text):
        return text.translate(table)
    return sign + _grouped(text)


def _grouped(text: str) -> str:
    """The text as one unit: in parentheses, unless it is one name, number or sign."""
    return text if _ONE_TOKEN.fullmatch(text) else f"({text})"
