"""Where in a formula something is set."""

import pytest

from programkit.typeset.faces import default_family
from programkit.typeset.formulas.mathfont import math_font
from programkit.typeset.formulas.setting import Setting

TEXT = Setting(math_font(), default_family())
DISPLAY = TEXT.styled("display")


@pytest.mark.parametrize(
    ("setting", "level", "cramped"),
    [
        (TEXT, 0, False),
        (DISPLAY, -1, False),
        (TEXT.styled(None), 0, False),
        (TEXT.styled("scriptscript"), 2, False),
        # The TeXbook, chapter 17: which style follows from which.
        (DISPLAY.raised(), 1, False),
        (TEXT.raised(), 1, False),
        (TEXT.raised().raised(), 2, False),
        (TEXT.raised().raised().raised(), 2, False),
        (DISPLAY.lowered(), 1, True),
        (TEXT.lowered(), 1, True),
        (DISPLAY.above_bar(), 0, False),
        (TEXT.above_bar(), 1, False),
        (DISPLAY.below_bar(), 0, True),
        (TEXT.below_bar(), 1, True),
        (TEXT.under_cover(), 0, True),
        (TEXT.lowered().raised(), 2, True),
    ],
)
def test_style(setting, level, cramped):
    assert (setting.level, setting.cramped) == (level, cramped)


def test_scale():
    assert DISPLAY.scale == TEXT.scale == 1
    assert TEXT.raised().scale == pytest.approx(0.7)
    assert TEXT.raised().raised().scale == pytest.approx(0.55)
    assert TEXT.sized(2).raised().scale == pytest.approx(1.4)
    assert TEXT.sized(2).sized(None) == TEXT.sized(2)


def test_lengths_of_the_font_scale():
    assert TEXT.sized(2).axis == 2 * TEXT.axis == 2 * math_font().axis
    assert TEXT.raised().constant("AXIS_HEIGHT") == pytest.approx(0.7 * math_font().axis)
