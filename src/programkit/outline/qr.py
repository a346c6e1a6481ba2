"""QR codes as squares, for whatever draws them."""

from __future__ import annotations

from functools import lru_cache

QUIET = 4
"""How many squares must stay empty around a code (ISO/IEC 18004)."""


@lru_cache(maxsize=64)
def qr_rows(address: str) -> tuple[tuple[bool, ...], ...]:
    """The rows of a QR code, true where a square is dark; error correction of level M.

    Args:
        address: What the code says: an address of the web.
    """
    import segno  # noqa: PLC0415 - slow import, only when there is a code

    code = segno.make(address, error="m", micro=False, boost_error=False)
    return tuple(tuple(bool(square) for square in row) for row in code.matrix)
