"""How runs are joined and trimmed."""

from programkit.text.runs import NEWLINE, Run, tidy

ISOLATE, END = "\u2066", "\u2069"


def test_tidy_joins_equal_styles():
    assert tidy([Run("a"), Run("b"), Run("c", bold=True)]) == (Run("ab"), Run("c", bold=True))


def test_tidy_nothing():
    assert tidy([]) == ()


def test_tidy_only_spaces():
    assert tidy([Run("  "), Run("\n", bold=True)]) == ()


def test_tidy_spaces_at_the_ends():
    assert tidy([Run(" a"), Run("b ", bold=True)]) == (Run("a"), Run("b", bold=True))


def test_tidy_spaces_across_styles():
    assert tidy([Run("a "), Run(" b", bold=True)]) == (Run("a "), Run("b", bold=True))


def test_tidy_run_of_one_space_between_spaces():
    assert tidy([Run("a "), Run(" ", bold=True), Run("b")]) == (Run("a "), Run("b"))


def test_tidy_spaces_around_a_line_break():
    assert tidy([Run("a "), NEWLINE, Run(" b")]) == (Run("a"), NEWLINE, Run("b"))


def test_tidy_line_break_first():
    assert tidy([NEWLINE, Run(" b")]) == (NEWLINE, Run("b"))


def test_tidy_space_between_formulas():
    formula = Run("x", math="x")
    assert tidy([formula, Run(" "), formula]) == (formula, Run(" "), formula)


def test_tidy_equal_formulas_side_by_side():
    formula = Run("x", math="x")
    assert tidy([formula, formula]) == (formula, formula)


def test_tidy_formula_at_the_end():
    assert tidy([Run("a "), Run("x", math="x")]) == (Run("a "), Run("x", math="x"))


def test_tidy_code_keeps_its_spaces():
    code = Run("a  b ", code=True)
    assert tidy([Run("x "), code]) == (Run("x "), code)


def test_tidy_code_joined():
    assert tidy([Run("a ", code=True), Run("b", code=True)]) == (Run("a b", code=True),)


def test_tidy_no_break_space_stays():
    assert tidy([Run("\xa0a\xa0")]) == (Run("\xa0a\xa0"),)


def test_tidy_isolates_closed_in_another_run():
    runs = (Run(f"{ISOLATE}a"), Run(f"b{END}", bold=True))
    assert tidy(runs) == runs


def test_tidy_loose_isolate_between_spaces():
    assert tidy([Run(f"a {ISOLATE} b")]) == (Run("a b"),)


def test_tidy_loose_isolates_dropped():
    assert tidy([Run(f"{ISOLATE}a"), Run("b", bold=True)]) == (Run("a"), Run("b", bold=True))
