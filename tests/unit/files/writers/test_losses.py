"""Tests of sentences on what texts leave out of talks."""

from programkit.files.writers.markdown.losses import of_talks


def test_talks_that_lose_nothing_are_not_named():
    assert list(of_talks([("a", [])])) == []


def test_talks_that_lose_the_same_share_a_sentence():
    losses = [("a", ["its track"]), ("b", ["its track", "its tags"]), ("c", ["its track"])]
    assert list(of_talks(losses)) == [
        'Of talks "a", "c" are left out: its track.',
        'Of talk "b" are left out: its track, its tags.',
    ]


def test_of_many_talks_some_are_named():
    assert list(of_talks([(name, ["its track"]) for name in "abcde"])) == [
        'Of talks "a", "b", "c" and 2 more are left out: its track.'
    ]
