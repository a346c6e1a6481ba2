from hypothesis import given
from hypothesis import strategies as st

from programkit.paper.pdf.tables import Closed, Place, closed

EMPTY = -1
PLACES = st.lists(
    st.builds(Place, st.integers(0, 6), st.integers(0, 6), st.integers(1, 4), st.integers(0, 4)),
    max_size=14,
    unique_by=lambda place: place[:2],
)


def test_rows_without_gaps_stay_as_they_are():
    places = [Place(0, 0), Place(0, 1), Place(1, 0), Place(1, 1)]
    assert closed(places) == (
        (Closed(0, 1, 1), Closed(1, 1, 1)),
        (Closed(2, 1, 1), Closed(3, 1, 1)),
    )


def test_what_is_free_is_an_empty_cell():
    assert closed([Place(0, 1), Place(0, 2), Place(1, 0)]) == (
        (Closed(EMPTY, 1, 1), Closed(0, 1, 1), Closed(1, 1, 1)),
        (Closed(2, 1, 1), Closed(EMPTY, 1, 2)),
    )


def test_cell_that_says_so_covers_what_is_free_beside_it():
    rows = [Place(0, 0), Place(0, 40), Place(0, 90), Place(1, 0), Place(1, 40, columns=0)]
    assert closed(rows)[1] == (Closed(3, 1, 1), Closed(4, 1, 2))


def test_cell_covers_its_rows_and_columns():
    places = [Place(0, 0, rows=2, columns=2), Place(0, 2), Place(1, 2), Place(2, 0), Place(2, 1)]
    assert closed(places) == (
        (Closed(0, 2, 2), Closed(1, 1, 1)),
        (Closed(2, 1, 1),),
        (Closed(3, 1, 1), Closed(4, 1, 1), Closed(EMPTY, 1, 1)),
    )


def test_numbers_at_which_nothing_begins_are_no_rows_and_no_columns():
    assert closed([Place(0, 0, rows=9, columns=9), Place(4, 7)]) == (
        (Closed(0, 1, 2),),
        (Closed(EMPTY, 1, 1), Closed(1, 1, 1)),
    )


def test_cells_in_each_others_way_end_where_the_next_begins():
    places = [Place(0, 0, rows=3), Place(1, 0, rows=3), Place(0, 1, columns=3), Place(1, 2)]
    assert closed(places) == (
        (Closed(0, 1, 1), Closed(2, 1, 2)),
        (Closed(1, 1, 1), Closed(EMPTY, 1, 1), Closed(3, 1, 1)),
    )


def test_table_of_nothing_has_no_rows():
    assert closed([]) == ()


@given(PLACES)
def test_every_place_of_a_table_is_in_one_cell(places):
    rows = closed(places)
    columns = len({place.column for place in places})
    covered = []
    open_ = {}
    for number, row in enumerate(rows):
        column, cells = 0, list(row)
        while column < columns:
            if open_.get(column, 0) > number:
                column += 1
                continue
            cell = cells.pop(0)
            for at in range(column, column + cell.columns):
                assert open_.get(at, 0) <= number
                open_[at] = number + cell.rows
            covered.append(cell.cell)
            column += cell.columns
        assert not cells
    assert all(end <= len(rows) for end in open_.values())
    assert sorted(each for each in covered if each != EMPTY) == list(range(len(places)))
