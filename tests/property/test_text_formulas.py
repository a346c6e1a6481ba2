"""What holds of every formula, whoever wrote it."""

import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programkit.text.mathml import mathml
from programkit.text.tex import alphabets, boxes, covers, delimiters, divisions, symbols, words
from programkit.typeset.formulas import Formula, set_formula, set_formula_or_reason, split_formula
from programkit.typeset.marks import Bar

NAMESPACE = "{http://www.w3.org/1998/Math/MathML}"
CHILDREN = {
    **dict.fromkeys(("mfrac", "mroot", "msub", "msup", "munder", "mover"), 2),
    **dict.fromkeys(("msubsup", "munderover"), 3),
    "semantics": 2,
}
TAGS = {
    *("math", "semantics", "annotation", "mrow", "mi", "mn", "mo", "mtext", "mspace", "mstyle"),
    *("mfrac", "msqrt", "mroot", "msub", "msup", "msubsup", "munder", "mover", "munderover"),
    *("mtable", "mtr", "mtd", "mpadded", "mphantom", "menclose"),
}
ATTRIBUTES = {
    *("accent", "accentunder", "alttext", "columnalign", "depth", "display", "displaystyle"),
    *("encoding", "form", "height", "linethickness", "lspace", "mathbackground", "mathsize"),
    *("mathvariant", "maxsize", "minsize", "movablelimits", "notation", "rspace", "scriptlevel"),
    *("separator", "stretchy", "voffset", "width"),
}
VALUE = re.compile(r"[A-Za-z0-9 .%/+-]*")

HANDLED = [
    name
    for module in (alphabets, boxes, covers, delimiters, divisions, words)
    for name in module.HANDLERS
]
PLAIN = [*symbols.WORDS, *symbols.SUMS, *symbols.INTEGRALS, *symbols.LIMITED, *symbols.SPACES]
ENVIRONMENTS = ["matrix", "cases", "aligned", "array", "smallmatrix", "gathered"]
ANYTHING = st.text(st.characters())  # surrogates and controls included
WORDS = st.sampled_from([*HANDLED, *PLAIN, "right", "middle", "limits", "over", "nosuch"])
ONE_ARGUMENT = [
    *(*symbols.ACCENTS, *symbols.WIDE, *symbols.UNDER, *symbols.ARROWS, "sqrt", "sqrt[3]"),
    *("mathbf", "mathbb", "mathrm", "mathop", "mathrel", "boldsymbol", "phantom", "smash"),
    *("boxed", "cancel", "substack", "text", "operatorname", "displaystyle", "Large"),
]
TWO_ARGUMENTS = ["frac", "dfrac", "binom", "cfrac", "overset", "underset", "stackrel"]
SIGNS = st.sampled_from([*"ax1+-=()|,<.αé!∑", " ", "\\\\", "&", "'", "{}"])


def soup():
    """Words and signs in any order: mostly no formula."""
    pieces = WORDS.map(lambda word: f"\\{word} ") | SIGNS | st.sampled_from([*"{}^_$[]", "1em"])
    return st.lists(pieces, max_size=30).map("".join)


def written(children):
    """Formulas made of others: mostly sound ones."""
    group = children.map(lambda tex: f"{{{tex}}}")
    return st.one_of(
        st.tuples(children, children).map(" ".join),
        st.tuples(st.sampled_from(ONE_ARGUMENT), group).map(lambda two: f"\\{two[0]}{two[1]}"),
        st.tuples(st.sampled_from(TWO_ARGUMENTS), group, group).map(
            lambda three: f"\\{three[0]}{three[1]}{three[2]}"
        ),
        st.tuples(group, group, group).map(lambda three: f"{three[0]}_{three[1]}^{three[2]}"),
        st.tuples(st.sampled_from("([|."), children, st.sampled_from(")]|.")).map(
            lambda three: f"\\left{three[0]}{three[1]}\\right{three[2]}"
        ),
        st.tuples(st.sampled_from(ENVIRONMENTS), children, children).map(
            lambda three: f"\\begin{{{three[0]}}}{three[1]}&{three[2]}\\end{{{three[0]}}}"
        ),
    )


LEAVES = st.sampled_from([f"\\{word} " for word in PLAIN if word.isalpha()]) | SIGNS
FORMULAS = st.recursive(LEAVES, written, max_leaves=12)
SOURCES = ANYTHING | soup() | FORMULAS


@given(SOURCES, st.booleans())
def test_mathml_has_only_known_elements_and_attributes(tex, display):
    made = mathml(tex, display=display)
    if made is None:
        return
    elements = list(ET.fromstring(made).iter())  # noqa: S314 - we wrote it
    attributes = {item for element in elements for item in element.attrib.items()}

    assert {element.tag.removeprefix(NAMESPACE) for element in elements} <= TAGS
    assert {name for name, _ in attributes} <= ATTRIBUTES
    assert [v for name, v in attributes if name != "alttext" and not VALUE.fullmatch(v)] == []


@given(SOURCES)
def test_mathml_elements_have_the_children_they_need(tex):
    made = mathml(tex)
    if made is None:
        return
    for element in ET.fromstring(made).iter():  # noqa: S314 - we wrote it
        needed = CHILDREN.get(element.tag.removeprefix(NAMESPACE))
        assert needed in {None, len(element)}


@given(SOURCES, st.booleans())
def test_formulas_are_set_or_refused_with_a_reason(tex, display):
    found = set_formula_or_reason(tex, size=10, display=display)

    assert isinstance(found, Formula) or found
    assert (mathml(tex) is not None) or isinstance(found, str)


@given(FORMULAS, st.booleans())
def test_marks_stay_near_their_place(tex, display):
    formula = set_formula(tex, size=10, display=display)
    if formula is None:
        return
    for mark in formula.marks:
        assert -10 <= mark.x <= formula.width + 10
        assert -formula.ascent - 10 <= mark.y <= formula.depth + 10
        if isinstance(mark, Bar):
            assert mark.height >= 0


@given(st.lists(FORMULAS, min_size=2, max_size=4), st.sampled_from(["=", "+", r"\leq ", "-"]))
def test_parts_are_as_wide_as_the_whole(parts, sign):
    tex = sign.join(f"{{{part}}}" for part in parts)
    whole = set_formula(tex, size=10)
    if whole is None:
        return
    split = [set_formula(part, size=10) for part in split_formula(tex)]

    assert len(split) == len(parts)
    assert sum(part.width for part in split) == pytest.approx(whole.width)
