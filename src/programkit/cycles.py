"""Python's search for garbage in cycles, which long work is spared."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Spare Python the search for cycles: there are hardly any, among millions of objects.

    What was made meanwhile counts as old, or else Python would go through all of it right after.
    """
    collected = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if not gc.get_freeze_count():
            gc.freeze()
            gc.unfreeze()
        if collected:
            gc.enable()
