"""What is mathematics between dollars, and what is money."""

import pytest

from programkit.text.markup import parse, plain


def formulas(source):
    """The TeX of every formula, and whether it is displayed."""
    return [
        (run.math, run.display)
        for paragraph in parse(source)
        for run in paragraph.runs
        if run.math is not None
    ]


@pytest.mark.parametrize(
    ("source", "tex"),
    [
        ("a $x$ b", "x"),
        ("$k$-means in 2024", "k"),
        (r"3$\times$3 kernels", r"\times"),
        ("($x$)", "x"),
        ("$x$\\", "x"),
        (r"$\$5$", r"\$5"),
        ("$a\nb$", "a\nb"),
        ("*$x$*", "x"),
        (r"$5 \times 3$ grid", r"5 \times 3"),
        (r"$a_b$ and a_b_c", "a_b"),
    ],
)
def test_inline_formula(source, tex):
    assert formulas(source) == [(tex, False)]


@pytest.mark.parametrize(
    "source",
    [
        "$5 and $6",
        "$5-$6",
        "US$5/US$6",
        "$ x $",
        "$x $",
        "$ x$",
        "$$",
        "$$ $$",
        "$x",
        r"\$x\$",
        r"\$x$",
        "`$x$`",
        "5 $",
        "$$\n$$",
        "$$\n\nx\n\n$$",
    ],
)
def test_no_formula(source):
    assert formulas(source) == []


@pytest.mark.parametrize("source", ["$5 and $6", "$5-$6", "US$5/US$6", "$ x $"])
def test_money_is_shown_as_written(source):
    assert plain(source) == source


def test_money_in_a_link():
    assert plain("[$5-$6](https://example.org)") == "$5-$6"


def test_formula_after_money():
    assert formulas(r"from $5-$6 to $x$") == [("x", False)]


@pytest.mark.parametrize(
    "source",
    [
        "$$x + y$$",
        "$$\nx + y\n$$",
        "$$ x + y\n$$",
        "$$x + y$$  ",
        "text $$x + y$$ text",
        "text\n$$\nx + y\n$$\ntext",
        "> $$\n> x + y\n> $$",
        "- $$\n  x + y\n  $$",
    ],
)
def test_display_formula(source):
    assert formulas(source) == [("x + y", True)]


def test_display_formula_with_lines_that_look_like_a_list():
    assert formulas("text\n$$\na\n- b\n+ c\n$$") == [("a\n- b\n+ c", True)]


def test_display_formula_is_a_paragraph_of_its_own():
    kinds = [paragraph.kind for paragraph in parse("text\n$$\nx\n$$\ntext")]
    assert kinds == ["text", "formula", "text"]


def test_display_formula_followed_by_text_stays_in_the_line():
    kinds = [paragraph.kind for paragraph in parse("$$x$$, where x is small")]
    assert kinds == ["text"]


def test_display_formula_with_a_dollar_inside():
    assert formulas("$$\nx \\text{ for $y$}\n$$") == [(r"x \text{ for $y$}", True)]


def test_display_formula_ends_with_its_item():
    texts = [paragraph.runs[0].text for paragraph in parse("- $$\n  x\n- y $$")]
    assert texts == ["$$ x", "y $$"]


def test_display_formula_ends_with_its_quote():
    texts = [paragraph.runs[0].text for paragraph in parse("> $$\n> x\n\ny $$")]
    assert texts == ["$$ x", "y $$"]


def test_display_formula_never_closed():
    assert formulas("$$\nx\ny") == []


def test_display_formula_closed_in_the_middle_of_a_line():
    kinds = [paragraph.kind for paragraph in parse("$$\nx $$ y")]
    assert kinds == ["text"]


def test_title_has_no_display_formula():
    assert plain("On $$x^2$$") == "On x²"
