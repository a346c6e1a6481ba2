"""Where lines may break inside a formula."""

import pytest

from programkit.typeset.formulas import set_formula, split_formula


@pytest.mark.parametrize(
    ("tex", "parts"),
    [
        ("x", ("x",)),
        ("", ("",)),
        ("a=b", ("a={}", "b")),
        ("a = b + c", ("a ={}", "b +{}", "c")),
        (r"a\leq b\cup c", (r"a\leq{}", r"b\cup{}", "c")),
        ("-x", ("-x",)),
        ("a=-x", ("a={}", "-x")),
        ("a=", ("a=",)),
        ("a+", ("a+",)),
        ("a==b", ("a=={}", "b")),
        ("f(a+b)", ("f(a+{}", "b)")),
        ("{a=b}", ("{a=b}",)),
        (r"\frac{a=b}{c}", (r"\frac{a=b}{c}",)),
        (r"\left(a+b\right)", (r"\left(a+b\right)",)),
        (r"\begin{matrix}a=b\end{matrix}=c", (r"\begin{matrix}a=b\end{matrix}={}", "c")),
        ("x_{a=b}+y", ("x_{a=b}+{}", "y")),
        (r"a\,=\,b", (r"a\,=\,b",)),
        (r"\displaystyle a=b", (r"\displaystyle a=b",)),
        (r"a=\bf b", (r"a=\bf b",)),
        (r"a=b\\c=d", (r"a=b\\c=d",)),
        (r"\nosuch a=b", (r"\nosuch a=b",)),
    ],
)
def test_split_formula(tex, parts):
    assert split_formula(tex) == parts


def test_split_formula_puts_macros_in():
    assert split_formula(r"\is b", macros={r"\is": "a="}) == ("a={}", "b")


@pytest.mark.parametrize("display", [False, True])
@pytest.mark.parametrize(
    "tex", ["a+b=c", r"f(x)=\sum_i x_i\le\frac12-y", r"x\mapsto -x+2^{a+b}", "a+-b"]
)
def test_parts_side_by_side_are_the_whole(tex, display):
    whole = set_formula(tex, size=10, display=display)
    parts = [set_formula(part, size=10, display=display) for part in split_formula(tex)]
    text = "".join(mark.text for part in parts for mark in part.marks if hasattr(mark, "text"))

    assert sum(part.width for part in parts) == pytest.approx(whole.width)
    assert max(part.ascent for part in parts) == pytest.approx(whole.ascent)
    assert max(part.depth for part in parts) == pytest.approx(whole.depth)
    assert text == "".join(mark.text for mark in whole.marks if hasattr(mark, "text"))
