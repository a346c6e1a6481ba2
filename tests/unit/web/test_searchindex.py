from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.workshop import workshop_program

from programkit.outline.build import public_outline
from programkit.text.markup import plain
from programkit.web.context import View
from programkit.web.searchindex import Index, folded, tokens


@pytest.fixture(scope="module")
def view():
    return View(public_outline(workshop_program()))


def read(index):
    """The documents of each term, by their number, with the mark of the place."""
    found = defaultdict(dict)
    for term, posts in zip(index["terms"].split(" "), index["posts"].split(";"), strict=True):
        for post in posts.split(","):
            mark = post[-1] if post[-1] in "@!" else ""
            number = int(post.removesuffix(mark), 36)
            assert number not in found[term]
            found[term][number] = mark
    return found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Graph-theory, graph 2x!", ("graph", "theory", "2x")),
        ("Žižek's naïve ﬁeld", ("zizek", "s", "naive", "field")),
        ("Straße", ("straße",)),
        ("ΑΒ́Γ", ("αβγ",)),
        ("東京大学 ok", ("東京", "京大", "大学", "ok")),
        ("字", ("字",)),
        ("ok東京", ("ok", "東京")),
        ("한국어", ("한국", "국어")),
        ("snake_case", ("snake", "case")),
        ("", ()),
    ],
)
def test_tokens(text, found):
    assert tokens(text) == found


@given(st.text())
def test_what_is_folded_stays_as_it_is(text):
    assert folded(folded(text)) == folded(text)


@given(st.text(max_size=40))
def test_tokens_of_a_part_that_ends_at_a_space_are_tokens_of_the_whole(text):
    assert tokens(f"{text} end") == tuple(dict.fromkeys((*tokens(text), "end")))


def test_terms_are_sorted(view):
    terms = Index().of(view)["terms"].split(" ")

    assert terms == sorted(set(terms))


def test_every_word_of_every_talk_is_found_in_it_and_nowhere_else(view):
    found = read(Index().of(view))
    talks = view.outline.talks
    for number, talk in enumerate(talks):
        words = tokens(view.title(talk))
        assert all(found[word][number] in ("!", "@") for word in words)
    for word, places in found.items():
        for number in places:
            if number < len(talks):
                assert word in _everything(view, talks[number])


def _everything(view, talk):
    people = [
        *(talk.speakers if isinstance(talk.speakers, tuple) else ()),
        *talk.coauthors,
    ]
    track = talk.track.name if talk.track else ""
    abstract = talk.abstract if isinstance(talk.abstract, tuple) else ()
    text = "\n".join("".join(run.text for run in part.runs) for part in abstract)
    names = " ".join(person.name for person in people)
    return tokens(" ".join([view.title(talk), *talk.tags, track, names, text]))


def test_people_and_sessions_are_found_by_name(view):
    found = read(Index().of(view))
    before = len(view.outline.talks) + len(view.outline.posters)
    sessions = [session for session in view.sessions.values() if view.has_page(session)]
    for number, session in enumerate(sessions):
        for word in tokens(plain(view.session_name(session))):
            assert before + number in found[word]
    for number, entry in enumerate(view.outline.index):
        for word in tokens(entry.person.name):
            assert found[word][before + len(sessions) + number] == "@"
