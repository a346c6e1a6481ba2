"""The type of the booklet."""

import dataclasses

import pytest

from programkit.paper.look.styles import styles_of
from programkit.paper.look.theme import Theme


def styles(language="en", **theme):
    return styles_of(Theme(**theme), language)


def test_body_is_as_the_theme_says():
    body = styles(size=11.0, leading=15.0).body
    assert (body.size, body.leading) == (11.0, 15.0)


def test_language_of_all_texts_is_given():
    made = styles("hr")
    fields = [field.name for field in dataclasses.fields(made)]
    assert {getattr(made, name).language for name in fields} == {"hr"}


def test_headings_grow_by_the_theme_s_steps():
    made = styles(size=10.0, scale=1.2)
    sizes = [made.title.size, made.day.size, made.part.size, made.cover_title.size]
    assert sizes == pytest.approx([12.0, 14.4, 17.28, 24.8832])


@pytest.mark.parametrize("name", [field.name for field in dataclasses.fields(styles())])
def test_lines_never_overlap(name):
    style = getattr(styles(size=9.0, leading=9.0), name)
    assert style.leading >= style.size * 0.9


@pytest.mark.parametrize("name", [field.name for field in dataclasses.fields(styles())])
def test_every_color_is_in_the_palette(name):
    style = getattr(styles(), name)
    assert {style.color, style.link_color} <= set(Theme().palette)
