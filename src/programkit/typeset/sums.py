"""A row of words to the running sums that the line breaker reads."""

from __future__ import annotations

from programkit.typeset.characters import SOFT_HYPHEN
from programkit.typeset.linebreak import Sums
from programkit.typeset.row import Atom, Row
from programkit.typeset.words import EMERGENCY_COST, HYPHEN_COST

_FORMULA_COST = 60.0  # of ending a line inside a formula
_SOFT_COST = 80.0  # of ending it at a soft hyphen where words are not hyphenated


def sums_of(
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
    x = spaces = 0.0
    last = len(atoms) - 1
    for at, atom in enumerate(atoms):
        if hyphen_cost is not None or not atom.plain or atom.width > limit:
            _add_cuts(sums, at, atom, (x, spaces, limit, side), hyphen_cost)
        x += atom.width
        if at == last:
            break
        space, is_tied = widths[at], at in tied
        if loose or not is_tied if space else at in row.loose:
            places.append((at + 1, 0, False))
            end.append(x - side * atom.right)
            end_space.append(spaces)
            start.append(x + space + side * atoms[at + 1].left)
            start_space.append(spaces + space)
            costs.append(_cost_after(space) if is_tied or not space else 0.0)
        x += space
        spaces += space
    sums.add((len(atoms), 0, False), x - (side * atoms[-1].right if atoms else 0.0), x, spaces, 0.0)
    return sums


def _cost_after(space: float) -> float:
    """How bad it is to end a line where words are tied, or between the parts of a formula."""
    return EMERGENCY_COST if space else _FORMULA_COST


def _add_cuts(
    sums: Sums,
    at: int,
    atom: Atom,
    where: tuple[float, float, float, float],
    hyphen_cost: float | None,
) -> None:
    """Add the places inside a word.

    Args:
        sums: Get the places.
        at: The number of the word.
        atom: The word.
        where: What stands before it, and how much of that is spaces; how wide a line is; and 1 if
            characters hang out.
        hyphen_cost: As `sums_of` has it.
    """
    x, spaces, limit, side = where
    for cut in atom.cuts(limit):
        cost = cut.cost
        if cut.hyphen and cost == HYPHEN_COST:
            if hyphen_cost is not None:
                cost = hyphen_cost
            elif atom.text[cut.at - 1] == SOFT_HYPHEN:
                cost = _SOFT_COST
            else:
                continue
        end = x + cut.before - side * cut.hang
        sums.add((at, cut.at, cut.hyphen), end, x + atom.width - cut.after, spaces, cost)
