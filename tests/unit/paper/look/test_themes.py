"""The named themes, on every page, in every language."""

from dataclasses import replace

import pytest

from laid_out import book_of, text
from programkit.outline.build import build_outline
from programkit.outline.inks import contrast
from programkit.paper.booklet import draw_booklet
from programkit.paper.look.theme import Theme
from programkit.paper.look.themes import THEMES
from programkit.paper.parts import DEFAULT_PARTS
from programkit.typeset.marks import Bar
from programkit.typeset.pages import lay_out
from workshop import workshop_program

OUTLINE = build_outline(workshop_program().public(), folder="")


def pages(theme, outline=OUTLINE):
    """The pages of a booklet in a theme."""
    book = replace(book_of(workshop_program()), theme=theme, outline=outline)
    return lay_out(flow for part in DEFAULT_PARTS for flow in part.flows(book)).pages


@pytest.mark.no_cover
@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("page", ["A5", "A4", "Letter", (105, 148)])
def test_nothing_stands_outside_the_page_but_what_bleeds(name, page):
    theme = Theme.named(name, page=page, bleed=3)
    bleed = theme.measures.bleed
    for made in pages(theme):
        for mark in made.marks:
            left, right = mark.x, mark.x + mark.width
            edge = bleed if isinstance(mark, Bar) else 0.0
            assert -edge - 0.01 <= left <= right <= made.shape.width + edge + 0.01


@pytest.mark.parametrize("name", THEMES)
def test_all_text_is_in_every_theme(name):
    def words(theme):
        return {word for page in pages(theme) for line in text(page) for word in line.split()}

    titles = {"Spectra", "Gezeiten", "Practice", "Nine", "drops", "Súilleabháin", "Coffee"}
    assert titles <= words(Theme.named(name))


@pytest.mark.parametrize("language", ["pt", "sr-Latn", "tlh", "x", "not a language", "zh-Hant-TW"])
def test_language_without_words_falls_back_to_english_ones(language):
    outline = replace(OUTLINE, language=language)
    drawn = draw_booklet(outline, theme=Theme(language=language))
    shown = {line for page in pages(Theme(language=language), outline) for line in text(page)}
    assert drawn.pages > 5
    assert {"Agenda", "Posters"} <= shown


@pytest.mark.parametrize(
    ("language", "day"), [("pt", "Sábado, 29 de março"), ("tlh", "Saturday, 29 March")]
)
def test_dates_are_in_the_language_all_the_same(language, day):
    shown = {line for page in pages(Theme(language=language)) for line in text(page)}
    assert f"{day}: Arrivals" in shown


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("gray", [False, True])
def test_text_is_legible_on_the_ground_of_every_track(name, gray):
    book = book_of(workshop_program())
    book = replace(book, theme=Theme.named(name, gray=gray))
    (track, *_) = book.outline.tracks
    tracks = tuple(replace(track, id=str(n), color="") for n in range(12))
    book = replace(book, outline=replace(book.outline, tracks=tracks))
    roles = [book.theme.palette[role] for role in ("text", "heading", "accent", "muted", "link")]
    grounds = [book.track_ground(each) for each in tracks]
    assert all(contrast(role, ground) >= 4.5 for role in roles for ground in grounds)
