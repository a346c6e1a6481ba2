"""Pages that hang on walls."""

import pytest

from hung import wall_of
from programkit.errors import RenderError
from programkit.model.program import Program
from programkit.paper.walls.pages import PAGES_MM, Type, qr_size, unit
from semester import semester

PROGRAM = Program.of(semester(1))


@pytest.mark.parametrize(
    ("page", "size"),
    [("A2", (1191, 1684)), ("A3", (842, 1191)), ("Tabloid", (792, 1224)), ((100, 200), (283, 567))],
)
def test_page_has_its_size(page, size):
    shape = wall_of(PROGRAM, page).shape
    assert (round(shape.width), round(shape.height)) == size


@pytest.mark.parametrize("page", PAGES_MM)
def test_margins_are_equal_on_all_pages(page):
    shape = wall_of(PROGRAM, page, columns=2, margin_inner=40, margin_top=5).shape
    (frame,) = shape.frames
    assert shape.frames_of(1) == shape.frames_of(2)
    assert frame.x == pytest.approx(shape.width * 0.075, abs=0.01)
    assert frame.x + frame.width == pytest.approx(shape.width * 0.925, abs=0.01)


def test_type_grows_with_the_page_and_not_with_its_width_alone():
    a4, a2, wide = (unit(wall_of(PROGRAM, page)) for page in ("A4", "A2", (594, 297)))
    assert a2 == pytest.approx(2 * a4, rel=0.01)
    assert wide == pytest.approx(a4, rel=0.01)


def test_styles_are_multiples_of_one_size():
    type_ = Type(wall_of(PROGRAM, size=7), 12.0)
    style = type_.style(1.5, leading=1.2, bold=True)
    assert (style.size, style.leading, style.bold) == (18, 21.6, True)


def test_code_can_be_scanned():
    millimeters = qr_size(wall_of(PROGRAM, "A4")) * 25.4 / 72
    assert millimeters == pytest.approx(31.5, abs=0.2)


@pytest.mark.parametrize(
    ("page", "remedy"), [("A22", 'did you mean "A2"'), ("huge", "there are A2, A3, A4")]
)
def test_page_of_no_name_is_refused(page, remedy):
    with pytest.raises(RenderError, match=f'"{page}" is no page for walls; {remedy}'):
        wall_of(PROGRAM, page)
