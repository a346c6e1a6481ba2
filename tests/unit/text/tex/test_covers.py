"""What stands above and below something."""

import pytest

from programkit.text.tex.tree import Marked, Row, Space, Stack, Table
from texnodes import EQUALS, A, B, only, row


@pytest.mark.parametrize(
    ("tex", "node"),
    [
        (r"\hat a", Marked(row(A), "\u0302")),
        (r"\vec{a}", Marked(row(A), "\u20d7")),
        (r"\widehat{ab}", Marked(row(A, B), "\u0302", wide=True)),
        (r"\overline{a}", Marked(row(A), "‾", wide=True)),
        (r"\overbrace{a}", Marked(row(A), "⏞", wide=True, kind="op")),
        (r"\underline{a}", Marked(row(A), "_", over=False, wide=True)),
        (r"\underbrace{a}", Marked(row(A), "⏟", over=False, wide=True, kind="op")),
        (r"\xrightarrow{a}", Stack(Row(()), None, row(A), "rel", "→")),
        (r"\xrightarrow[b]{a}", Stack(Row(()), row(B), row(A), "rel", "→")),
        (r"\overset{a}{=}", Stack(row(EQUALS), above=row(A), kind="rel")),
        (r"\overset a b", Stack(row(B), above=row(A))),
        (r"\underset{a}{b}", Stack(row(B), below=row(A))),
        (r"\underset{a}{\,}", Stack(row(Space(3 / 18)), below=row(A))),
        (r"\stackrel{a}{b}", Stack(row(B), above=row(A), kind="rel")),
        (r"\substack{a\\b}", Table(((row(A),), (row(B),)), style="script")),
    ],
)
def test_cover(tex, node):
    assert only(tex) == node
