"""Posters lose no text, whatever is on them, and a term of any usual length is on one page."""

import io

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from programkit.model.contributions import State
from programkit.model.people import Person
from programkit.model.program import Program
from programkit.outline.build import build_outline
from programkit.paper.look.theme import Theme
from programkit.paper.parts import TalkPosters, TermPosters
from programkit.paper.walls.drawing import draw_walls
from semester import semester, talk_of

WORDS = st.text("abcdefghijklmnop", min_size=1, max_size=14)
NAMES = st.lists(WORDS, min_size=2, max_size=4).map(lambda words: " ".join(words).title())
TITLES = st.lists(WORDS, min_size=1, max_size=25).map(" ".join)
WITHOUT_SHRINKING = (Phase.explicit, Phase.reuse, Phase.generate)
"""Smaller examples of forty talks would take minutes to find, and say no more."""
THEMES = st.sampled_from(["classic", "compact", "modern"])


@st.composite
def talks(draw, least, most):
    """Talks with the names of their speakers."""
    count = draw(st.integers(least, most))
    titles = draw(st.lists(TITLES, min_size=count, max_size=count))
    names = draw(st.lists(NAMES, min_size=count, max_size=count))
    states = st.sampled_from([State.CONFIRMED, State.TENTATIVE, State.CANCELLED])
    given = tuple(
        talk_of(n, title=title, speakers=(f"p{n}",), abstract="", state=draw(states))
        for n, title in enumerate(titles)
    )
    return given, tuple(Person(id=f"p{n}", name=name) for n, name in enumerate(names))


def read(program, part, theme):
    """The pages of each file of a part, as a reader extracts them, without spaces."""
    outline = build_outline(program.public())
    for drawn in draw_walls(outline, Theme.named(theme), [part]):
        pages = PdfReader(io.BytesIO(drawn.data)).pages
        yield ["".join(page.extract_text().split()) for page in pages]


def lost(told, text):
    """The words that a text does not have; readers may mix lines that stand side by side."""
    return [word for words in told for word in words.split() if word not in text]


@settings(max_examples=6, phases=WITHOUT_SHRINKING)
@given(told=talks(4, 40), theme=THEMES)
def test_term_is_on_one_page_with_every_title_and_speaker(told, theme):
    given_talks, people = told
    program = Program.of(semester(talks=given_talks, people=people))
    ((text,),) = read(program, TermPosters(), theme)
    assert lost([each.title for each in given_talks], text) == []
    assert lost([each.name for each in people], text) == []


@settings(max_examples=6, phases=WITHOUT_SHRINKING)
@given(told=talks(1, 2), theme=THEMES, page=st.sampled_from(["A4", "A3", (300, 200)]))
def test_poster_of_a_talk_has_its_title_and_speaker(told, theme, page):
    given_talks, people = told
    program = Program.of(semester(talks=given_talks, people=people))
    files = list(read(program, TalkPosters(page=page), theme))
    for (text,), talk, person in zip(files, given_talks, people, strict=True):
        assert lost([talk.title, person.name], text) == []


@pytest.mark.parametrize("count", [2, 3, 5, 8])
def test_every_paragraph_of_an_abstract_that_fits_is_read_in_order(count):
    told = [
        f"Paragraph{n} is about nothing in particular, but goes on for a while."
        for n in range(count * 4)
    ]
    program = Program.of(semester(talks=(talk_of(0, abstract="\n\n".join(told)),)))
    (((text),),) = read(program, TalkPosters(), "classic")
    places = [text.find(f"Paragraph{n}is") for n in range(count * 4)]
    assert -1 not in places
    assert places == sorted(places)
