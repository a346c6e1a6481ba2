"""Tests of titles and abstracts as they are written."""

import pytest

from programkit.checks.texts import Texts
from small import conference, talks


def found(abstract="", title="K", **facts):
    given = talks("k", abstract=abstract, title=title, **facts)
    return [(f.code, f.message) for f in Texts().check(conference(talks=given))]


def codes(*texts, **facts):
    return [code for code, _ in found(*texts, **facts)]


@pytest.mark.parametrize(
    "word", ["over.Then", "over?Then", "(over).Then", "over!Then", "so.A", "On.We", "čaj.Šuma"]
)
def test_missing_space_is_reported(word):
    message = f'talk "k" (K): in the abstract, a space seems to be missing in "{word}"'

    assert found(f"It is {word} it goes on.") == [("space-missing", message)]


@pytest.mark.parametrize(
    "word",
    [
        "e.g.",
        "e.g.The",
        "Ph.D.",
        "U.S.A",
        "GPT-4.5",
        "v1.2",
        "v1.Alpha",
        "a.m.",
        "over. Then",
        "README.md",
        "data.CSV",
        "https://Example.Org",
        "www.Example.Org",
        "me@example.Org",
        "src/main.Rs",
        "my_file.Txt",
        "torch.nn",
        "`torch.Tensor`",
        "$over.Then$",
        "[over.Then](https://example.org)",
        "AI.We",
        "3.Then",
    ],
)
def test_stop_inside_a_word_is_accepted(word):
    assert found(f"It is {word} and so on.") == []


def test_missing_space_is_reported_once_for_each_word():
    assert codes("On.We go. On.We went. Off.We go.") == ["space-missing"] * 2


def test_missing_space_in_title_is_reported():
    assert found(title="On.We go") == [
        (
            "space-missing",
            'talk "k" (On.We go): in the title, a space seems to be missing in "On.We"',
        )
    ]


@pytest.mark.parametrize(
    "abstract",
    [
        "While these things\n\nwere first seen",
        "We ask (with others\n\n(this is one) more",
        "It is between [x](https://example.org)\n\n*models* of it",
        "It costs $x^2$\n\nand more.",
    ],
)
def test_sentence_across_two_paragraphs_is_reported(abstract):
    assert codes(abstract) == ["paragraph-split"]


@pytest.mark.parametrize(
    "abstract",
    [
        "It is so.\n\nIs it?",
        "It is so\n\nAnother begins",
        "It is so.\n\nand goes on",
        "Is it “so?”\n\nperhaps",
        "As follows:\n\nfirst this",
        "One (of two.)\n\n(this) one",
        "It is\n\n$$x^2$$\n\nand more",
        "It is\n\n- one\n- two\n\nor more",
        "- It is\n\n  so\n\nor more",
        "It is\n\n# a heading",
        "It is\n\n42 of them",
        "It is\n\n*",
        "",
    ],
)
def test_paragraphs_that_end_are_accepted(abstract):
    assert "paragraph-split" not in codes(abstract)


def test_torn_paragraph_is_shown():
    shown = 'a paragraph ends "two three four" and the next begins "five six seven"'

    assert found("One two three four\n\nfive six seven eight") == [
        ("paragraph-split", f'talk "k" (K): in the abstract, {shown}')
    ]


@pytest.mark.parametrize("text", ["a formula $x^2", r"$\left( x$", "${x$", "$$x^2$"])
def test_formula_that_is_not_closed_is_reported(text):
    assert codes(text) == ["math-unbalanced"]


@pytest.mark.parametrize("text", ["$x^2$", "it costs $5", "$5 and $6", r"a \$ sign", "no formula"])
def test_closed_formula_or_money_is_accepted(text):
    assert codes(text) == []


@pytest.mark.parametrize("state", ["cancelled", "withdrawn"])
def test_texts_of_talk_that_does_not_take_place_are_accepted(state):
    assert codes("$x", state=state) == []


def test_unknown_texts_are_no_texts():
    assert codes("TBD", title="TBD") == []
