"""A row of words to the running sums that the line breaker reads."""

from __future__ import annotations

from programkit.typeset.characters import SOFT_HYPHEN
from programkit.typeset.linebreak import Sums
from programkit.typeset.row import Row
from programkit.typeset.words import EMERGENCY_COST, HYPHEN_COST

_FORMULA_COST = 60.0  # of ending a line inside a formula
_SOFT_COST = 80.0  # of ending it at a soft hyphen where words are not hyphenated


def sums_of(  # noqa: C901, PLR0915 - one walk over the words: a call for each would cost as much again
    row: Row, limit: float, *, hyphen_cost: float | None, hang: bool, loose: bool = False
) -> Sums:
    """The places at which the lines of a row may end.

    Args:
        row: The row.
        limit: How wide a line is, in points; a wider word may be cut anywhere.
        hyphen_cost: How bad a hyphen is; none given means that no word is hyphenated but where its
            author says so.
        hang: Whether characters hang out of the column.
        loose: Whether lines may end even where words are tied together.
    """
    sums = Sums()
    places, end, start = sums.places, sums.end, sums.start
    end_space, start_space, costs = sums.end_space, sums.start_space, sums.cost
    atoms, widths, tied = row.atoms, row.spaces, row.tied
    side = 1.0 if hang else 0.0
    last = len(atoms) - 1
    x = spaces = 0.0
    for at, atom in enumerate(atoms):
        width = atom.width
        if hyphen_cost is not None or not atom.plain or width > limit:
            for cut in atom.cuts(limit):
                cost = cut.cost
                if cut.hyphen and cost == HYPHEN_COST:
                    if hyphen_cost is not None:
                        cost = hyphen_cost
                    elif atom.text[cut.at - 1] == SOFT_HYPHEN:
                        cost = _SOFT_COST
                    else:
                        continue
                places.append((at, cut.at, cut.hyphen))
                end.append(x + cut.before - side * cut.hang)
                start.append(x + width - cut.after)
                end_space.append(spaces)
                start_space.append(spaces)
                costs.append(cost)
        x += width
        space = widths[at]
        if at == last:
            break
        if space and (at not in tied or loose):
            places.append((at + 1, 0, False))
            end.append(x - side * atom.right)
            end_space.append(spaces)
            x += space
            spaces += space
            start.append(x + side * atoms[at + 1].left)
            start_space.append(spaces)
            costs.append(EMERGENCY_COST if at in tied else 0.0)
        elif space:
            x += space
            spaces += space
        elif at in row.loose:
            places.append((at + 1, 0, False))
            end.append(x)
            start.append(x)
            end_space.append(spaces)
            start_space.append(spaces)
            costs.append(_FORMULA_COST)
    places.append((len(atoms), 0, False))
    end.append(x - (side * atoms[-1].right if atoms else 0.0))
    start.append(x)
    end_space.append(spaces)
    start_space.append(spaces)
    costs.append(0.0)
    return sums
