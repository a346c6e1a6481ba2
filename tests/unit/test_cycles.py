"""Long work is spared the search for cycles, and leaves it as it was."""

import gc

import pytest

from programkit.cycles import uncollected


@uncollected()
def failing():
    assert not gc.isenabled()
    raise KeyError


@pytest.mark.parametrize("enabled", [True, False])
def test_collecting_is_off_meanwhile_and_as_before_afterwards(enabled):
    before = gc.isenabled()
    try:
        (gc.enable if enabled else gc.disable)()
        with pytest.raises(KeyError):
            failing()
        assert gc.isenabled() is enabled
    finally:
        (gc.enable if before else gc.disable)()


def test_what_was_made_counts_as_old():
    with uncollected():
        made = [[number] for number in range(5000)]

    assert not any(one in made for one in gc.get_objects(generation=0))


def test_what_somebody_froze_stays_frozen():
    gc.freeze()
    try:
        frozen = gc.get_freeze_count()
        with uncollected():
            pass
        assert gc.get_freeze_count() == frozen
    finally:
        gc.unfreeze()
