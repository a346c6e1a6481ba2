"""What the words of TeX read as."""

import subprocess
import sys

import pytest
import uharfbuzz as hb

from programkit.text.mathematics import readable
from programkit.text.texwords import LOWERED, RAISED, subscript, superscript


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        ("x^2", "x²"),
        ("x^{10}", "x¹⁰"),
        ("x^{-1}", "x⁻¹"),
        ("x_0", "x₀"),
        ("x_i", "x_i"),
        ("x_{ij}", "x_ij"),
        ("x_{i,j}", "x_(i,j)"),
        ("x_1^2", "x₁²"),
        ("x^{(t)}", "x^(t)"),
        ("x^*", "x*"),
        (r"90^\circ", "90°"),
        (r"A^\top", "A^⊤"),
        ("e^{-x^2/2}", "e^(-x²/2)"),
        (r"\tau_{\text{gen}}", "τ_gen"),
        (r"\frac{a+b}{c}", "(a+b)/c"),
        (r"\frac12", "1/2"),
        (r"\tfrac{1}{n}", "1/n"),
        (r"\sqrt 2", "√2"),
        (r"\sqrt[3]{x+1}", "³√(x+1)"),
        (r"\overline{x}", "x̄"),
        (r"\overline{AB}", "AB"),
        (r"\hat{x}", "x̂"),
        (r"\binom{n}{k}", "binom(n, k)"),
        (r"\|x\|", "‖x‖"),
        ("f'(x)", "f′(x)"),
        ("f''", "f″"),
        ("a--b", "a--b"),
        (r"n\log n", "n log n"),
        (r"-\log(n)", "-log(n)"),
        (r"\limsup_n", "lim sup_n"),
        (r"\operatorname*{arg\,min}_x", "arg min_x"),
        (r"\operatorname{KL}(p)", "KL(p)"),
        (r"\softmax(x)", "softmax(x)"),
        (r"a\softmax x", "a softmax x"),
        (r"\mathbb{1}", "1"),
        (r"x \pmod{p}", "x (mod p)"),
    ],
)
def test_words(tex, text):
    assert readable(tex) == text


@pytest.mark.parametrize(
    ("text", "raised"), [("2", "²"), ("", "^"), ("ab", "^ab"), ("a b", "^(a b)")]
)
def test_superscript(text, raised):
    assert superscript(text) == raised


@pytest.mark.parametrize(("text", "lowered"), [("2", "₂"), ("n", "_n"), ("n+1", "_(n+1)")])
def test_subscript(text, lowered):
    assert subscript(text) == lowered


@pytest.mark.parametrize("table", [RAISED, LOWERED])
def test_scripts_are_in_the_fonts_of_booklets(table, root):
    files = sorted((root / "src/programkit/typeset/fonts").glob("*Regular.ttf"))
    known = {code for file in files for code in hb.Face(hb.Blob.from_file_path(file)).unicodes}
    assert [chr(code) for code in table.values() if code not in known] == []


def test_odd_formulas_are_no_complaints_on_the_terminal():
    script = r"from programkit.text.mathematics import readable; print(readable(r'\pmod'))"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=True, encoding="utf-8"
    )

    assert done.stderr == ""
