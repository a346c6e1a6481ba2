"""Formulas as MathML for the web."""

from xml.etree import ElementTree as ET

import html5lib
import pytest
from ruamel.yaml import YAML

from programkit.text.mathml import mathml

NAMESPACE = "{http://www.w3.org/1998/Math/MathML}"


def parsed(text):
    """Our own XML as another library reads it."""
    return ET.fromstring(text)  # noqa: S314 - we wrote it


BAR = '<mo stretchy="false" lspace="0" rspace="0">|</mo>'


def inside(tex, **options):
    """The elements of a formula, without the names and the annotation around them."""
    whole = mathml(tex, **options)
    begin, end = whole.index("<semantics>"), whole.index("<annotation")
    return whole[begin + len("<semantics>") : end]


@pytest.mark.parametrize(
    ("tex", "elements"),
    [
        ("x", "<mrow><mi>x</mi></mrow>"),
        ("2.5", "<mrow><mn>2.5</mn></mrow>"),
        ("a+b", "<mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow>"),
        ("a<b", "<mrow><mi>a</mi><mo>&lt;</mo><mi>b</mi></mrow>"),
        (r"\Gamma", '<mrow><mi mathvariant="normal">Γ</mi></mrow>'),
        (r"\infty", '<mrow><mi mathvariant="normal">∞</mi></mrow>'),
        (r"\mathrm d", '<mrow><mi mathvariant="normal">d</mi></mrow>'),
        (r"\mathbb R", "<mrow><mi>ℝ</mi></mrow>"),
        (r"\mathbf{1}", "<mrow><mn>𝟏</mn></mrow>"),
        (r"\log x", '<mrow><mi>log</mi><mspace width="0.1667em" /><mi>x</mi></mrow>'),
        (r"\log|", '<mrow><mi>log</mi><mspace width="0.1667em" />' + BAR + "</mrow>"),
        (
            r"\log(",
            '<mrow><mi>log</mi><mo stretchy="false" form="prefix">(</mo></mrow>',
        ),
        (
            r"\log_2 x",
            '<mrow><msub><mi>log</mi><mn>2</mn></msub><mspace width="0.1667em" /><mi>x</mi></mrow>',
        ),
        (r"\sin", "<mrow><mi>sin</mi></mrow>"),
        (r"\sin\,x", '<mrow><mi>sin</mi><mspace width="0.1667em" /><mi>x</mi></mrow>'),
        (r"\int", '<mrow><mo movablelimits="false">∫</mo></mrow>'),
        ("(", '<mrow><mo stretchy="false" form="prefix">(</mo></mrow>'),
        ("]", '<mrow><mo stretchy="false" form="postfix">]</mo></mrow>'),
        (",", '<mrow><mo separator="true">,</mo></mrow>'),
        ("|", f"<mrow>{BAR}</mrow>"),
        (r"\cdots", '<mrow><mi mathvariant="normal">⋯</mi></mrow>'),
        ("x_1", "<mrow><msub><mi>x</mi><mn>1</mn></msub></mrow>"),
        ("x^1", "<mrow><msup><mi>x</mi><mn>1</mn></msup></mrow>"),
        ("x_1^2", "<mrow><msubsup><mi>x</mi><mn>1</mn><mn>2</mn></msubsup></mrow>"),
        (
            "f'",
            '<mrow><msup><mi>f</mi><mo stretchy="false" lspace="0" rspace="0">′</mo></msup></mrow>',
        ),
        (r"\frac12", "<mrow><mfrac><mn>1</mn><mn>2</mn></mfrac></mrow>"),
        (
            r"\tfrac12",
            (
                '<mrow><mstyle displaystyle="false" scriptlevel="0"><mfrac><mn>1</mn><mn>2</mn></mfrac>'
                "</mstyle></mrow>"
            ),
        ),
        (
            r"a\atop b",
            '<mrow><mfrac linethickness="0"><mi>a</mi><mi>b</mi></mfrac></mrow>',
        ),
        (
            r"a\above 1pt b",
            '<mrow><mfrac linethickness="0.1em"><mi>a</mi><mi>b</mi></mfrac></mrow>',
        ),
        (r"\sqrt x", "<mrow><msqrt><mi>x</mi></msqrt></mrow>"),
        (r"\sqrt[3]{x}", "<mrow><mroot><mi>x</mi><mn>3</mn></mroot></mrow>"),
        (
            r"\left(x\right.",
            '<mrow><mrow><mo stretchy="true" form="prefix">(</mo><mi>x</mi></mrow></mrow>',
        ),
        (
            r"\big|",
            '<mrow><mo stretchy="true" form="infix" minsize="1.2em" maxsize="1.2em">|</mo></mrow>',
        ),
        (
            r"\hat x",
            '<mrow><mover accent="true"><mi>x</mi><mo stretchy="false">^</mo></mover></mrow>',
        ),
        (
            r"\underbrace{x}",
            '<mrow><munder accentunder="true"><mi>x</mi><mo stretchy="true">⏟</mo></munder></mrow>',
        ),
        (
            r"\xrightarrow{f}",
            '<mrow><mover><mo stretchy="true" form="infix">→</mo><mi>f</mi></mover></mrow>',
        ),
        (r"\underset{1}{x}", "<mrow><munder><mi>x</mi><mn>1</mn></munder></mrow>"),
        (
            r"\text{a b}",
            "<mrow><mtext>a\u00a0b</mtext></mrow>",
        ),
        (r"\textbf{ab}", "<mrow><mtext>𝐚𝐛</mtext></mrow>"),
        (r"\texttt{ab}", "<mrow><mtext>𝚊𝚋</mtext></mrow>"),
        (r"\quad", '<mrow><mspace width="1em" /></mrow>'),
        (
            r"\begin{matrix}a&b\end{matrix}",
            (
                '<mrow><mstyle displaystyle="false" scriptlevel="0"><mtable><mtr>'
                '<mtd columnalign="center"><mi>a</mi></mtd><mtd columnalign="center"><mi>b</mi></mtd>'
                "</mtr></mtable></mstyle></mrow>"
            ),
        ),
        (
            r"\begin{aligned}a&=b\end{aligned}",
            (
                '<mrow><mstyle displaystyle="true" scriptlevel="0"><mtable displaystyle="true"><mtr>'
                '<mtd columnalign="right"><mi>a</mi></mtd><mtd columnalign="left"><mrow><mrow />'
                "<mo>=</mo><mi>b</mi></mrow></mtd></mtr></mtable></mstyle></mrow>"
            ),
        ),
        (
            r"a\\b",
            (
                '<mstyle displaystyle="false" scriptlevel="0"><mtable>'
                '<mtr><mtd columnalign="left"><mi>a</mi></mtd></mtr>'
                '<mtr><mtd columnalign="left"><mi>b</mi></mtd></mtr></mtable></mstyle>'
            ),
        ),
        (
            r"\left.a\\b\right.",
            "<mrow><mrow><mi>a</mi><mspace /><mi>b</mi></mrow></mrow>",
        ),
        (r"\sum\limits", '<mrow><mo movablelimits="false">∑</mo></mrow>'),
        (
            r"\Large x",
            '<mrow><mstyle mathsize="144%"><mi>x</mi></mstyle></mrow>',
        ),
        (
            r"\scriptstyle x",
            '<mrow><mstyle displaystyle="false" scriptlevel="1"><mi>x</mi></mstyle></mrow>',
        ),
        (r"\phantom x", "<mrow><mpadded><mphantom><mi>x</mi></mphantom></mpadded></mrow>"),
        (
            r"\smash{\mathllap x}",
            (
                '<mrow><mpadded height="0" depth="0"><mrow>'
                '<mpadded width="0" lspace="-1width"><mi>x</mi></mpadded></mrow></mpadded></mrow>'
            ),
        ),
        (
            r"\raise1em{x}",
            '<mrow><mpadded voffset="1em"><mi>x</mi></mpadded></mrow>',
        ),
        (r"\boxed x", '<mrow><menclose notation="box"><mi>x</mi></menclose></mrow>'),
        (
            r"\rule{1em}{2em}",
            '<mrow><mspace width="1em" height="2em" mathbackground="currentcolor" /></mrow>',
        ),
        ("", "<mrow />"),
    ],
)
def test_mathml(tex, elements):
    assert inside(tex) == elements


def test_mathml_limits_in_displays_only():
    beside = '<mrow><msub><mo movablelimits="false">∑</mo><mi>i</mi></msub></mrow>'
    below = '<mrow><munder><mo movablelimits="false">∑</mo><mi>i</mi></munder></mrow>'

    assert inside(r"\sum_i") == beside
    assert inside(r"\sum_i", display=True) == below
    assert below.removeprefix("<mrow>").removesuffix("</mrow>") in inside(r"\displaystyle\sum_i")


def test_mathml_names_its_source():
    math = parsed(mathml(r" a<\frac12 "))

    assert math.tag == f"{NAMESPACE}math"
    assert math.get("alttext") == r"a<\frac12"
    assert math.find(f".//{NAMESPACE}annotation").text == r"a<\frac12"
    assert "display" not in math.attrib
    assert parsed(mathml("x", display=True)).get("display") == "block"


def test_mathml_puts_macros_in():
    assert inside(r"\R", macros={r"\R": r"\mathbb R"}) == "<mrow><mi>ℝ</mi></mrow>"


@pytest.mark.parametrize("tex", [r"\nosuch", "{", "x^", "{" * 60 + "}" * 60, "x" * 100_000])
def test_mathml_of_what_is_no_formula(tex):
    assert mathml(tex) is None


@pytest.mark.parametrize(
    "tex",
    [
        r"\text{<script>alert(1)</script>}",
        r"\text{</mtext><img src=x onerror=alert(1)>}",
        r"\text{]]></annotation></semantics></math><script>alert(1)</script>}",
        r"\text{a}\text{&lt;script&gt;}\text{&amp;}",
        r"\href{javascript:alert(1)}{x}",
        r"\style{color:red;background:url(https://x.example)}{x}",
        r"\class{x\" onclick=\"alert(1)}{y}",
        r"\htmlId{x}{y}\htmlStyle{a}{b}",
        r"\color{red\" onload=\"alert(1)}x",
        r"\operatorname{<b>}",
        r"\verb|<script>|",
        r"a<b>c\text{\"'<>&}",
    ],
)
def test_mathml_takes_nothing_from_strangers_but_characters(tex):
    page = html5lib.parse(f"<p>{mathml(tex)}</p>", namespaceHTMLElements=True)
    names = {element.tag for element in page.iter()}
    html = {name.partition("}")[2] for name in names if not name.startswith(NAMESPACE)}
    attributes = {name for element in page.iter() for name in element.attrib}

    assert html == {"html", "head", "body", "p"}
    assert not attributes & {"href", "src", "style", "class", "id", "onclick", "onload"}


def test_mathml_of_what_xml_cannot_write():
    math = parsed(mathml("\\text{a\x00\x1b\ud800\ufffe b}"))

    assert math.find(f".//{NAMESPACE}mtext").text == "a\ufffd\ufffd\ufffd\ufffd\u00a0b"


def test_mathml_of_a_corpus(shared):
    formulas = YAML(typ="safe").load(shared / "corpora" / "katex-formulas.yaml")
    entries = [{"tex": value} if isinstance(value, str) else value for value in formulas.values()]
    made = [mathml(entry["tex"], macros=entry.get("macros", {})) for entry in entries]
    read = [parsed(each) for each in made if each]

    assert len(read) >= 120
