"""Matrices, cases and equations in several lines."""

import pytest

from setformulas import advance, bars, constant, formula, place, signs


def by_text(tex, **options):
    return {sign.text: sign for sign in signs(tex, **options)}


def test_cells_are_in_rows_and_columns():
    found = by_text(r"\begin{matrix}a&b\\c&d\end{matrix}")

    assert found["a"].y == found["b"].y < found["c"].y == found["d"].y
    assert found["a"].x < found["b"].x
    assert found["c"].y - found["a"].y == pytest.approx(1200)


def test_middle_is_on_the_axis():
    made = formula(r"\begin{matrix}a\\a\end{matrix}")

    assert (made.ascent - made.depth) / 2 == pytest.approx(constant("AxisHeight"))


@pytest.mark.parametrize(("align", "share"), [("l", 0), ("c", 0.5), ("r", 1)])
def test_cells_are_aligned(align, share):
    found = by_text(rf"\begin{{array}}{{{align}}}a\\bcd\end{{array}}")
    slack = formula("bcd").width - formula("a").width

    assert found["a"].x == pytest.approx(share * slack, abs=20)


def test_relations_of_aligned_equations_are_below_each_other():
    first, second = [
        sign for sign in signs(r"\begin{aligned}a&=b\\a+a+a&=b\end{aligned}") if sign.text == "="
    ]

    assert first.x == pytest.approx(second.x)
    assert first.x > formula("a+a+a").width


def test_columns_have_room_between():
    a, b = signs(r"\begin{matrix}a&b\end{matrix}")

    assert b.x - a.x - advance("𝑎") == pytest.approx(1000)


def test_tall_cells_push_rows_apart():
    usual = formula(r"\begin{matrix}a\\b\end{matrix}")
    tall = formula(r"\begin{matrix}\rule{1em}{3em}\\b\end{matrix}")
    asked = formula(r"\begin{matrix}a\\[2em]b\end{matrix}")

    assert tall.ascent + tall.depth > usual.ascent + usual.depth + 1500
    assert asked.ascent + asked.depth == pytest.approx(usual.ascent + usual.depth + 2000)


def test_tall_cells_do_not_touch():
    first, second = bars(r"\begin{matrix}\rule{1em}{3em}\\\rule{1em}{3em}\end{matrix}")

    assert second.y - (first.y + first.height) >= 150 - 1


def test_rows_of_displays_are_further_apart():
    first, second = bars(r"\begin{gathered}\rule{1em}{3em}\\\rule{1em}{3em}\end{gathered}")

    assert second.y - (first.y + first.height) >= 300 - 1


def test_cases_have_a_brace_on_one_side():
    text = "".join(sign.text for sign in signs(r"\begin{cases}a&b\\c&d\end{cases}"))

    assert text == "{abcd"


def test_rows_may_have_different_numbers_of_cells():
    assert "".join(by_text(r"\begin{matrix}a\\b&c\\&&d\end{matrix}")) == "abcd"


def test_small_matrices_are_small():
    assert {sign.size for sign in signs(r"\begin{smallmatrix}a&b\end{smallmatrix}")} == {700}
    assert {sign.size for sign in signs(r"x^{\begin{matrix}a&b\end{matrix}}")} == {1000, 700}


def test_rules_are_where_they_were_asked_for():
    tex = r"\begin{array}{|c|c|}\hline a&b\\\hline c&d\\\hline\end{array}"
    made = formula(tex)
    across = [bar for bar in bars(tex) if bar.width > bar.height]
    down = [bar for bar in bars(tex) if bar.width < bar.height]
    found = by_text(tex)

    assert [bar.y + bar.height / 2 for bar in across] == pytest.approx(
        [-made.ascent, across[1].y + across[1].height / 2, made.depth]
    )
    assert found["a"].y < across[1].y < found["c"].y
    assert [bar.x + bar.width / 2 for bar in down] == pytest.approx(
        [0, down[1].x + down[1].width / 2, made.width]
    )
    assert found["a"].x + advance("𝑎") < down[1].x < found["b"].x
    assert {bar.width for bar in across} == {made.width}


def test_scripts_of_a_matrix_are_at_its_corners():
    script = place(r"\begin{pmatrix}a\\b\end{pmatrix}^n", "n")

    assert -script.y > formula(r"\begin{pmatrix}a\\b\end{pmatrix}").ascent - 500
