"""A row of words to the running sums that the line breaker reads."""

from __future__ import annotations

from itertools import accumulate

from programkit.typeset.characters import SOFT_HYPHEN
from programkit.typeset.linebreak import GLUED_COST, Sums
from programkit.typeset.row import Atom, Row
from programkit.typeset.words import EMERGENCY_COST, HYPHEN_COST, VISIBLE_COST, Cut

_FORMULA_COST = 60.0  # of ending a line inside a formula
_RAGGED_COST = 110.0  # of ending a ragged line in a word's own hyphen: a shorter line looks better
_SOFT_COST = 80.0  # of ending it at a soft hyphen where words are not hyphenated
_RESCUE_COST = 300.0  # of a hyphen in a word longer than a line, which is cut in any case


def sums_of(  # noqa: PLR0915 - a loop over all words of a booklet: calls would take longer
    row: Row, limit: float, *, hyphen_cost: float | None, hang: bool, loose: bool = False
) -> Sums:
    """The places at which the lines of a row may end.

    Args:
        row: The row.
        limit: How wide a line is, in points; a wider word may be cut anywhere.
        hyphen_cost: How bad a hyphen is; none given means that no word is hyphenated but where its
            author says so, or it is longer than a line.
        hang: Whether lines are justified, so that characters hang out of the column.
        loose: Whether lines may end even where words are tied together, and between parts of a word
            that look different.
    """
    side = 1.0 if hang else 0.0
    plain = hyphen_cost is None and row.atoms and not (row.tied or row.loose)
    if plain and all(atom.plain and atom.width <= limit for atom in row.atoms):
        return _between_words(row, side)
    sums = Sums()
    places, end, start = sums.places, sums.end, sums.start
    end_space, start_space, costs = sums.end_space, sums.start_space, sums.cost
    atoms, widths, tied = row.atoms, row.spaces, row.tied
    x = spaces = 0.0
    last = len(atoms) - 1
    for at, atom in enumerate(atoms):
        width = atom.width
        if hyphen_cost is not None or not atom.plain or width > limit:
            cuts = atom.known
            if cuts is None or width > limit:
                cuts = atom.cuts(limit)
            if cuts:
                cost = _RESCUE_COST if hyphen_cost is None and width > limit else hyphen_cost
                _add_cuts(sums, at, cuts, atom, (x, spaces, side), cost)
        x += width
        if at == last:
            break
        space, is_tied = widths[at], at in tied
        if loose or (not is_tied if space else at in row.loose):
            places.append((at + 1, 0, False))
            end.append(x - side * atom.right)
            end_space.append(spaces)
            start.append(x + space + side * atoms[at + 1].left)
            start_space.append(spaces + space)
            free = space and not is_tied
            costs.append(0.0 if free else _cost_after(space, inside=at in row.loose))
        x += space
        spaces += space
    sums.add((len(atoms), 0, False), x - (side * atoms[-1].right if atoms else 0.0), x, spaces, 0.0)
    return sums


def _between_words(row: Row, side: float) -> Sums:
    """The places between words alone, worked out without a loop in Python."""
    atoms, gaps = row.atoms, row.spaces
    widths = [atom.width for atom in atoms]
    edges = [*accumulate([each for pair in zip(widths, gaps, strict=True) for each in pair])]
    spaces = [0.0, *accumulate(gaps)]
    last = len(atoms) - 1
    parted = [at for at, gap in enumerate(gaps[:last]) if gap]
    return Sums(
        places=[*((at + 1, 0, False) for at in parted), (last + 1, 0, False)],
        end=[edges[2 * at] - side * atoms[at].right for at in (*parted, last)],
        start=[*(edges[2 * at + 1] + side * atoms[at + 1].left for at in parted), edges[2 * last]],
        end_space=[spaces[at] for at in (*parted, last)],
        start_space=[*(spaces[at + 1] for at in parted), spaces[last]],
        cost=[0.0] * (len(parted) + 1),
    )


def _cost_after(space: float, *, inside: bool) -> float:
    """How bad it is to end a line where words are tied, inside a formula, or inside a word."""
    if space:
        return EMERGENCY_COST
    return _FORMULA_COST if inside else GLUED_COST


def _add_cuts(
    sums: Sums,
    at: int,
    cuts: tuple[Cut, ...],
    atom: Atom,
    where: tuple[float, float, float],
    hyphen_cost: float | None,
) -> None:
    """Add the places inside a word.

    Args:
        sums: Get the places.
        at: The number of the word.
        cuts: Where it may be cut.
        atom: The word.
        where: What stands before it, how much of that is spaces, and 1 if characters hang out.
        hyphen_cost: How bad a hyphen is; none given means only soft ones are allowed.
    """
    x, spaces, side = where
    edge = x + atom.width
    for offset, before, after, own, hyphen, hang in cuts:
        cost = own
        if hyphen and own == HYPHEN_COST:
            if hyphen_cost is not None:
                cost = hyphen_cost
            elif atom.text[offset - 1] == SOFT_HYPHEN:
                cost = _SOFT_COST
            else:
                continue
        elif own == VISIBLE_COST and not side:
            cost = _RAGGED_COST
        sums.places.append((at, offset, hyphen))
        sums.end.append(x + before - side * hang)
        sums.start.append(edge - after)
        sums.end_space.append(spaces)
        sums.start_space.append(spaces)
        sums.cost.append(cost)
