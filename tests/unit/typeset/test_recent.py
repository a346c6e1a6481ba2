"""Tests of what is remembered lately."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from programkit.typeset.recent import Recent


def asked(keys, most):
    """How often each key had to be worked out anew, and how many were kept at once."""
    recent, made, sizes = Recent(most), Counter(), [0]
    for key in keys:
        if recent.get(key) is None and recent.recall(key) is None:
            made[key] += 1
            recent.keep(key, f"value of {key}")
        assert recent[key] == f"value of {key}"
        sizes.append(len(recent) + len(recent._older))
    return made, max(sizes)


@given(st.lists(st.integers(0, 30)), st.integers(2, 12))
def test_no_more_is_kept_than_was_said(keys, most):
    _, kept = asked(keys, most)
    assert kept <= most


@given(st.lists(st.integers(0, 9)), st.integers(20, 30))
def test_what_there_is_room_for_is_worked_out_once(keys, most):
    made, _ = asked(keys, most)
    assert made == Counter(set(keys))


def test_what_is_asked_for_often_stays():
    keys = [key for rare in range(100) for key in ("often", rare)]
    made, _ = asked(keys, 4)
    assert made["often"] == 1
    assert sum(made.values()) == 101


def test_nothing_is_known_of_what_was_never_kept():
    assert Recent(4).recall("x") is None
