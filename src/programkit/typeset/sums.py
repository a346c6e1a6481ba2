"""A row of words to the running sums that the line breaker reads."""

from __future__ import annotations

from programkit.typeset.linebreak import Place, Sums
from programkit.typeset.row import Row
from programkit.typeset.words import EMERGENCY_COST, HYPHEN_COST

_FORMULA_COST = 60.0  # of ending a line inside a formula


def sums_of(
    row: Row, limit: float, *, hyphen_cost: float | None, hang: bool, loose: bool = False
) -> Sums:
    """The places at which the lines of a row may end.

    Args:
        row: The row.
        limit: How wide a line is, in points; a wider word may be cut anywhere.
        hyphen_cost: How bad a hyphen is; none given means that no word is hyphenated.
        hang: Whether characters hang out of the column.
        loose: Whether lines may end even where words are tied together.
    """
    sums = Sums()
    x = spaces = 0.0
    atoms, widths, tied = row.atoms, row.spaces, row.tied
    last = len(atoms) - 1
    side = 1.0 if hang else 0.0
    for at, atom in enumerate(atoms):
        width = atom.width
        if hyphen_cost is not None or not atom.plain or width > limit:
            for cut in atom.cuts(limit):
                cost = cut.cost
                if cut.hyphen and cost == HYPHEN_COST:
                    if hyphen_cost is None:
                        continue
                    cost = hyphen_cost
                end, start = x + cut.before - side * cut.hang, x + width - cut.after
                sums.add(Place(at, cut.at, cut.hyphen), end, start, (spaces, spaces), cost)
        x += width
        space = widths[at]
        if space and at < last:
            before = spaces
            spaces += space
            if at not in tied or loose:
                place, start = Place(at + 1, 0), x + space + side * atoms[at + 1].left
                cost = EMERGENCY_COST if at in tied else 0.0
                sums.add(place, x - side * atom.right, start, (before, spaces), cost)
            x += space
        elif at in row.loose and at < last:
            sums.add(Place(at + 1, 0), x, x, (spaces, spaces), _FORMULA_COST)
    ending = side * atoms[-1].right if atoms else 0.0
    sums.add(Place(len(atoms), 0), x - ending, x, (spaces, spaces), 0.0)
    return sums
