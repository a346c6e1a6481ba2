"""Titles and abstracts as runs and paragraphs."""

import pytest

from programkit.text.markup import (
    DEEPEST,
    LONGEST,
    Paragraph,
    Run,
    balanced,
    inline,
    parse,
    plain,
)
from programkit.text.runs import NEWLINE


def paragraphs(source):
    """Kind, marker, level and text of each paragraph."""
    return [
        (part.kind, part.marker, part.level, "".join(run.text for run in part.runs))
        for part in parse(source)
    ]


@pytest.mark.parametrize(
    ("source", "runs"),
    [
        ("plain", (Run("plain"),)),
        ("**bold** text", (Run("bold", bold=True), Run(" text"))),
        ("*it* text", (Run("it", italic=True), Run(" text"))),
        (
            "**b *bi* b**",
            (Run("b ", bold=True), Run("bi", bold=True, italic=True), Run(" b", bold=True)),
        ),
        ("`c  d`", (Run("c  d", code=True),)),
        ("`c\td`", (Run("c d", code=True),)),
        ("τ_gen, τ_mem", (Run("τ_gen, τ_mem"),)),
        ("[0, 1] and (x)", (Run("[0, 1] and (x)"),)),
        ("<b>x</b>", (Run("<b>x</b>"),)),
        ("<script>alert(1)</script>", (Run("<script>alert(1)</script>"),)),
        ("a &amp; b &lt;", (Run("a & b <"),)),
        (r"\*not italic\*", (Run("*not italic*"),)),
        ('"straight" and “curly”', (Run('"straight" and “curly”'),)),
        (">60 magnitude ~5", (Run(">60 magnitude ~5"),)),
        ("$x^2$", (Run("x²", math="x^2"),)),
        ("**$x$**", (Run("x", bold=True, math="x"),)),
    ],
)
def test_inline_styles(source, runs):
    assert inline(source) == runs


@pytest.mark.parametrize(
    ("source", "runs"),
    [
        (
            "[label](https://example.org)",
            (Run("label", link="https://example.org"),),
        ),
        ("<https://example.org>", (Run("https://example.org", link="https://example.org"),)),
        ("<me@example.org>", (Run("me@example.org", link="mailto:me@example.org"),)),
        (
            "[**a** b](https://example.org)",
            (
                Run("a", bold=True, link="https://example.org"),
                Run(" b", link="https://example.org"),
            ),
        ),
        ("[$x$](https://example.org)", (Run("x", link="https://example.org", math="x"),)),
        ("[label](javascript:alert(1))", (Run("label"),)),
        ("[label](file:///etc/passwd)", (Run("label"),)),
        ("[label](/relative)", (Run("label"),)),
        ("[label](//example.org)", (Run("label"),)),
        ("<javascript:alert(1)>", (Run("javascript:alert(1)"),)),
        ("[in ![alt](a.png)](https://example.org)", (Run("in alt", link="https://example.org"),)),
        ("![alt *text*](https://example.org/a.png)", (Run("alt "), Run("text", italic=True))),
        ("![](https://example.org/a.png)", ()),
        ("https://example.org", (Run("https://example.org"),)),
        ("[label][missing]", (Run("[label][missing]"),)),
    ],
)
def test_inline_links(source, runs):
    assert inline(source) == runs


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("a\nb", "a b"),
        ("a  \nb", "a b"),
        ("a\\\nb", "a b"),
        ("a\n\nb", "a b"),
        ("# a", "# a"),
        ("1. a", "1. a"),
        ("- a", "- a"),
        ("  a  ", "a"),
        ("", ""),
        ("a&#10;b", "a b"),
        ("a&#x202e;b&#0;", "ab\ufffd"),
        ("a\x00b\ud800", "ab"),
        ("x\xa0y", "x\xa0y"),
        (
            r"Maps $u: [0, 1]^2 \rightarrow \mathbb{R}$ and --- **more**",
            "Maps u: [0, 1]² → ℝ and — more",
        ),
    ],
)
def test_plain(source, shown):
    assert plain(source) == shown


def test_inline_too_long_is_shown_as_written():
    source = "*a* " * LONGEST
    assert inline(source) == (Run(source.strip()),)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("", []),
        ("one\ntwo\n\nthree", [("text", "", 0, "one two"), ("text", "", 0, "three")]),
        ("# Head\ntext", [("heading", "", 0, "Head"), ("text", "", 0, "text")]),
        ("Head\n---\ntext", [("heading", "", 0, "Head"), ("text", "", 0, "text")]),
        ("- a\n- b", [("item", "•", 1, "a"), ("item", "•", 1, "b")]),
        ("3. a\n4. b", [("item", "3.", 1, "a"), ("item", "4.", 1, "b")]),
        ("1) a", [("item", "1)", 1, "a")]),
        (
            "- a\n\n  more\n  - b",
            [("item", "•", 1, "a"), ("item", "", 1, "more"), ("item", "•", 2, "b")],
        ),
        ("> q", [("quote", "", 1, "q")]),
        ("> - a", [("item", "•", 2, "a")]),
        ("- > q", [("quote", "", 2, "q")]),
        ("- # Head", [("heading", "•", 1, "Head")]),
        ("- a\n\nafter", [("item", "•", 1, "a"), ("text", "", 0, "after")]),
        ("> q\n\nafter", [("quote", "", 1, "q"), ("text", "", 0, "after")]),
        ("a\n\n***\n\nb", [("text", "", 0, "a"), ("text", "", 0, "* * *"), ("text", "", 0, "b")]),
        ("$$x^2$$", [("formula", "", 0, "x²")]),
        ("    indented *text*", [("text", "", 0, "indented text")]),
        ("[1]: https://example.org", [("text", "", 0, "[1]: https://example.org")]),
        ("<div>\ntext\n</div>", [("text", "", 0, "<div> text </div>")]),
        ("<!-- comment -->", [("text", "", 0, "<!-- comment -->")]),
        ("-", []),
    ],
)
def test_parse_blocks(source, expected):
    assert paragraphs(source) == expected


def test_parse_code_block_keeps_lines_and_spaces():
    (paragraph,) = parse("```py\nif x:\n\n\ty  =  1\n```")
    lines = (
        Run("if x:", code=True),
        NEWLINE,
        NEWLINE,
        Run("    y  =  1", code=True),
    )
    assert paragraph == Paragraph(lines, "code")


def test_parse_empty_code_block():
    assert parse("```\n```") == ()


@pytest.mark.parametrize("source", ["a  \nb", "a\\\nb"])
def test_parse_hard_line_break(source):
    assert parse(source) == (Paragraph((Run("a"), NEWLINE, Run("b"))),)


def test_parse_display_formula_in_a_line():
    (paragraph,) = parse("for $$x$$ and")
    assert paragraph.runs == (Run("for "), Run("x", math="x", display=True), Run(" and"))


def test_parse_too_long_is_shown_as_written():
    source = "*a*\n\n" + "b " * LONGEST
    assert parse(source) == (Paragraph((Run("*a*"),)), Paragraph((Run(("b " * LONGEST).strip()),)))


def test_parse_too_deep_is_shown_as_written():
    source = ">" * (DEEPEST + 5) + " a"
    assert parse(source) == (Paragraph((Run(source),)),)


def test_parse_deep_is_read():
    assert paragraphs(">" * 20 + " a") == [("quote", "", 20, "a")]


@pytest.mark.parametrize(
    "source",
    [
        "",
        "no formula",
        "$x$ and $$y$$",
        r"$\left( x \right)$",
        "$5",
        "$5 and $6",
        "US$ 5 million, 6 $",
        r"\$x",
        r"\\$x$",
        "`$` and ``$x``",
        "```\n$x\n```",
        r"$\{x$",
    ],
)
def test_balanced(source):
    assert balanced(source)


@pytest.mark.parametrize(
    "source",
    [
        "$x",
        "x$",
        "$x$ and $y",
        "$$x$",
        "${x$",
        "$x}$",
        r"$\left( x$",
        r"$\begin{cases} x$",
        "a $ x $ b",
    ],
)
def test_unbalanced(source):
    assert not balanced(source)
