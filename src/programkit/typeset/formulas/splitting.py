"""Where lines may break inside a formula, as TeX has it: after relations and operators."""

from __future__ import annotations


def split_formula(tex: str) -> tuple[str, ...]:
    """The parts of a formula between which a line may break."""
    return (tex,)
