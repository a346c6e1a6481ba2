"""Formulas in readable Unicode, and whether they are whole."""

import pytest
from ruamel.yaml import YAML

from programkit.text.mathematics import DEEPEST, LONGEST, readable, whole


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        ("x", "x"),
        ("", ""),
        (r"u: [0, 1]^2 \rightarrow \mathbb{R}", "u: [0, 1]² → ℝ"),
        (r"\alpha x", "α x"),
        (r"X \sim \mathcal{N}(0,1)", "X ∼ 𝒩(0,1)"),
        (r"k\text{-means}", "k-means"),
        ("100%", "100%"),
        (r"100\%", "100%"),
        (r"\$5", "$5"),
        ("a & b", "a b"),
        ("x<y", "x < y"),
        (r"a \to b", "a → b"),
        ("a==b", "a == b"),
        (r"n\times n", "n × n"),
        (r"\left. x\right|_0", "x|₀"),
        (r"\left\{ x \mid y \right\}", "{ x | y }"),
        (r"\bm{x}\in\mathbb{R}", "x ∈ ℝ"),
        (r"\begin{cases}a & b\\c & d\end{cases}", "a b; c d"),
        (r"x \\", "x"),
        (r"\displaystyle\phantom{y} x", "x"),
        ("a\n  b", "a b"),
    ],
)
def test_readable(tex, text):
    assert readable(tex) == text


@pytest.mark.parametrize(
    "tex",
    [
        "x^",
        "{",
        "}",
        "\\",
        r"\left(",
        r"\,",
        r"\href{javascript:alert(1)}{x}",
        r"\input{/etc/passwd}",
        "{" * (DEEPEST + 1) + "x" + "}" * (DEEPEST + 1),
        r"\alpha" * LONGEST,
    ],
)
def test_readable_odd_formula_is_shown_as_written(tex):
    assert readable(tex) == tex


def test_readable_at_the_limit_of_depth():
    assert readable("{" * DEEPEST + r"\alpha" + "}" * DEEPEST) == "α"


def test_readable_looks_at_no_clock():
    assert readable(r"\today") == "today"


def test_readable_remembers_nothing():
    readable(r"\title{secret}\author{secret}\date{secret}")
    assert readable(r"\maketitle") == "maketitle"


def test_readable_every_formula_of_a_corpus(shared):
    formulas = YAML(typ="safe").load(shared / "corpora" / "katex-formulas.yaml")
    sources = [value if isinstance(value, str) else value["tex"] for value in formulas.values()]
    texts = [readable(source) for source in sources]
    assert len(texts) > 100
    assert all(text and "\n" not in text for text in texts)


@pytest.mark.parametrize(
    "tex",
    ["", "x", "{x}", r"\{", r"\left( x \right)", r"\begin{a}{b}\end{a}", r"\leftarrow", r"\\{x}"],
)
def test_whole(tex):
    assert whole(tex)


@pytest.mark.parametrize(
    "tex",
    ["{", "}", "}{", r"\left(", r"\right)", r"\begin{a}", r"{\left(}\right)", r"\begin{a}\right)"],
)
def test_not_whole(tex):
    assert not whole(tex)
