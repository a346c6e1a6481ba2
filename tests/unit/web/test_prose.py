import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from programkit.text.markup import inline, parse
from programkit.web.prose import prose, runs


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("plain", "plain"),
        ("*a* **b** ***c***", "<em>a</em> <strong>b</strong> <strong><em>c</em></strong>"),
        ("`a<b`", "<code>a&lt;b</code>"),
        (
            "[x](https://a.org/?b&c)",
            '<a href="https://a.org/?b&amp;c" rel="nofollow noopener">x</a>',
        ),
        ("[x](javascript:alert(1))", "x"),
        ("<script>", "&lt;script&gt;"),
        (r"$\nonsense{$", None),
    ],
)
def test_a_title(source, html):
    if html is None:
        html = f'<span class="math">{inline(source)[0].text}</span>'
    assert runs(inline(source)) == html


def test_formulas_are_mathml():
    shown = runs(inline("$x^2$"))

    assert shown.startswith('<math xmlns="http://www.w3.org/1998/Math/MathML" alttext="x^2">')
    assert "<msup><mi>x</mi><mn>2</mn></msup>" in shown


def test_a_sign_behind_a_formula_stays_with_it():
    whole, rest = runs(inline("Of $x$), *and* $y$ [.](https://a.org)")).split("</span>")

    assert whole.startswith('Of <span class="whole"><math')
    assert whole.endswith("</math>),")
    assert rest.startswith(" <em>and</em> <math")
    assert rest.endswith('</math> <a href="https://a.org" rel="nofollow noopener">.</a>')


def test_a_display_formula_is_a_paragraph_of_its_own():
    shown = prose(parse("$$\nx\n$$"))

    assert shown.startswith('<p class="formula" dir="auto"><math')
    assert 'display="block"' in shown


def test_a_formula_that_cannot_be_read_is_text():
    shown = prose(parse("$$\n" + r"\frac{a" + "\n$$"))

    assert '<span class="math display">' in shown
    assert "<math" not in shown


def test_blocks():
    source = "# Head\n\ntwo\\\nlines\n\n- one\n- two\n    1. deep\n\n> said\n>\n> more\n\n```\n<a>\n```\n"
    assert prose(parse(source)).split("\n") == [
        '<p class="heading" dir="auto">Head</p>',
        '<p dir="auto">two<br>lines</p>',
        '<ul class="items">',
        '<li class="level-1"><span class="marker">•</span> <span dir="auto">one</span></li>',
        '<li class="level-1"><span class="marker">•</span> <span dir="auto">two</span></li>',
        '<li class="level-2"><span class="marker">1.</span> <span dir="auto">deep</span></li>',
        "</ul>",
        "<blockquote>",
        '<p dir="auto">said</p>',
        '<p dir="auto">more</p>',
        "</blockquote>",
        '<pre class="code">&lt;a&gt;</pre>',
    ]


@given(st.text(alphabet=st.sampled_from("ab<>&\"'`*_[]()$\\\n #-\x00\u202e"), max_size=60))
def test_whatever_is_written_only_our_elements_come_out(source):
    tree = html5lib.parseFragment(str(prose(parse(source))), namespaceHTMLElements=False)
    known = {"p", "em", "strong", "code", "a", "br", "ul", "li", "span", "blockquote", "pre"}
    names = {e.tag for e in tree.iter() if "MathML" not in str(e.tag) and "}" not in str(e.tag)}

    assert names - known <= {"DOCUMENT_FRAGMENT"}
