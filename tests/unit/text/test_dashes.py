"""Dashes typed as hyphens."""

import pytest

from programkit.text.markup import plain


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("spring--block", "spring–block"),
        ("models -- but", "models – but"),
        ("models---but", "models—but"),
        ("models --- but", "models — but"),
        ("10--20", "10–20"),
        ("**noise**--*signal*", "noise–signal"),
        ("well-known", "well-known"),
        ("a - b", "a - b"),
        ("run --force now", "run --force now"),
        ("wait-- what", "wait-- what"),
        ("a ---- b", "a ---- b"),
        ("-- a", "– a"),
        ("`a--b`", "a--b"),
        ("$a--b$", "a--b"),
        ("https://example.org/a--b c--d", "https://example.org/a--b c–d"),
        ("<https://example.org/a--b>", "https://example.org/a--b"),
        (r"a\-\-b", "a--b"),
        ("[a--b](https://example.org)", "a–b"),
    ],
)
def test_dashes(source, shown):
    assert plain(source) == shown
