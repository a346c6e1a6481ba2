"""The lengths of a page that a theme does not say."""

import pytest

from programkit.paper.look.measures import heights, leading_of, points, sides, type_size


def test_an_inch_has_72_points():
    assert points(25.4) == 72


@pytest.mark.parametrize(("width", "size"), [(105, 8.5), (148, 10), (210, 11.5), (215.9, 11.5)])
def test_type_grows_with_the_page_but_more_slowly(width, size):
    assert type_size(width) == size


@pytest.mark.parametrize(("size", "leading"), [(8.5, 11), (10, 13), (11.5, 15)])
def test_lines_are_about_a_third_of_the_type_apart(size, leading):
    assert leading_of(size) == leading


def test_a5_has_the_margins_of_the_source_booklet():
    assert (*heights(210), *sides(148, 10, 1)) == (19, 20, 18, 18)


@pytest.mark.parametrize("width", [148, 170, 210, 215.9, 297])
@pytest.mark.parametrize("size", [8, 10, 11.5])
def test_lines_of_one_column_have_at_most_about_75_characters(width, size):
    inner, outer = sides(width, size, 1)
    line = points(width - inner - outer)
    assert line / (0.45 * size) < 75  # an average letter of STIX Two is 0.45 em wide


def test_what_is_too_wide_for_a_line_goes_outward():
    inner, outer = sides(210, 11.5, 1)
    assert (round(inner), round(outer)) == (32, 44)


def test_two_columns_take_the_whole_width():
    inner, outer = sides(210, 10, 2)
    assert inner == outer == pytest.approx(25.5, abs=0.1)


def test_running_heads_fit_above_the_smallest_page():
    assert (*heights(60), *sides(60, 8, 1)) == (10, 10, 10, 10)
