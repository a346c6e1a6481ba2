"""The whole site as one page: everything is there, and it needs nothing beside itself."""

import base64
import hashlib
import itertools
import re
from urllib.parse import unquote

import pytest
from tests.pages import by_class, by_id, formulas, links, parsed, text, whole
from tests.rovinj import TITLE, rovinj, rovinj_program
from tests.workshop import workshop, workshop_program

from programkit.model.program import Program
from programkit.model.venue import Organization
from programkit.outline.build import build_outline
from programkit.web.onepage import one_page


@pytest.fixture(scope="module")
def symposium():
    return whole(rovinj_program())


@pytest.fixture(scope="module")
def meeting():
    return whole(workshop_program())


@pytest.mark.parametrize("fixture", ["symposium", "meeting"])
def test_ids_are_unique_and_every_link_on_the_page_leads_somewhere(fixture, request):
    tree = request.getfixturevalue(fixture)
    ids = [e.get("id") for e in tree.iter() if e.get("id")]
    inner = {unquote(link[1:]) for link in links(tree) if link.startswith("#")}

    assert len(ids) == len(set(ids))
    assert inner - set(ids) == set()
    assert [link for link in links(tree) if not re.match("#|https?:|mailto:|tel:", link)] == []


@pytest.mark.parametrize("fixture", ["symposium", "meeting"])
def test_headings_skip_no_level(fixture, request):
    tree = request.getfixturevalue(fixture)
    levels = [int(e.tag[1]) for e in tree.iter() if re.fullmatch("h[1-6]", str(e.tag))]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_landmarks_and_skip_link_are_there(meeting):
    tags = [e.tag for e in meeting.find("body") if e.tag != "script"]

    assert tags == ["a", "header", "nav", "main", "footer"]
    assert meeting.find("body/nav").get("aria-label") == "Contents"


def test_every_talk_has_its_entry(symposium):
    articles = by_class(symposium, "abstracts")[0].findall("article")

    assert len(articles) == len(rovinj().talks)
    assert len([a for a in articles if "The abstract will be announced." in text(a)]) == 3
    assert text(by_id(symposium, "talk-behrens").find(".//h3")) == (
        "Emergent mechanisms in transformers: A sample complexity and an architectural perspective"
    )


def test_entries_lead_to_what_their_texts_link_to(symposium):
    assert {
        "https://arxiv.org/abs/2402.03902",
        "https://arxiv.org/abs/2407.11542",
        "#day-2024-10-03",
    } <= set(links(by_id(symposium, "talk-behrens")))


def test_mathematics_is_there(symposium):
    assert len(formulas(by_id(symposium, "talk-lassas"))) == 2


def test_index_leads_to_talks(symposium):
    entries = [text(e) for e in by_class(symposium, "people")[0].iter("dd")]

    assert len(entries) == 25
    assert "de Hoop, Maarten Transformers are universal in-context learners" in entries


def test_posters_have_boards(meeting):
    assert [text(e) for e in by_class(meeting, "board")] == [
        "Board 9",
        "Board 10",
        "Board 9",
        "Board 10",
    ]


def test_table_of_parallel_rooms_is_there(meeting):
    assert len(by_class(meeting, "grid")) == 1


def test_conference_of_nothing_is_a_page():
    facts = rovinj().replace(start=None, end=None, place="", days=(), talks=(), hosts=())
    tree = whole(Program.of(facts))

    assert text(tree.find("body/header")) == TITLE
    assert "Abstracts" not in text(tree.find("body/nav"))


def test_policy_admits_what_is_in_the_page(symposium):
    (meta,) = [
        m for m in symposium.iter("meta") if m.get("http-equiv") == "Content-Security-Policy"
    ]
    inline = [
        *symposium.iter("style"),
        *(e for e in symposium.iter("script") if e.get("type") is None),
    ]
    digests = [base64.b64encode(hashlib.sha256(e.text.encode()).digest()).decode() for e in inline]

    assert len(digests) == 3
    assert set(re.findall("'sha256-([^']*)'", meta.get("content"))) == set(digests)
    assert "unsafe" not in meta.get("content")
    assert [e.tag for e in symposium.iter() if e.get("style")] == []


def test_page_asks_for_nothing_beside_itself(symposium):
    fetched = [
        (e.tag, e.get("src") or e.get("href"))
        for e in symposium.iter()
        if e.get("src") or e.tag in {"link", "img"}
    ]

    assert fetched == [("link", "data:,")]


def test_same_outline_makes_the_same_bytes():
    outline = build_outline(workshop_program().public())

    assert one_page(outline) == one_page(build_outline(workshop_program().public()))


def test_abstract_keeps_its_blocks():
    source = (
        "# Head\n\nText.\n\n- one\n  1. two\n\n> quote\n\n```\nif a < b:\n    pass\n```\n\n"
        "$$x^2$$\n\nEnd **bold *both***  \nline `code` [link](https://a.example.org)."
    )
    talks = tuple(t.replace(abstract=source) for t in rovinj().talks)
    tree = whole(rovinj_program().replace(conference=rovinj().replace(talks=talks)))
    (abstract,) = by_class(by_id(tree, "talk-kempe"), "abstract")

    assert [e.tag for e in abstract] == ["p", "p", "ul", "blockquote", "pre", "p", "p"]
    assert abstract.find("pre").text == "if a < b:\n    pass"
    assert [e.get("class") for e in abstract.find("ul")] == ["level-1", "level-2"]
    assert [text(e) for e in abstract[-1].iter("strong")] == ["bold", "both"]
    assert len(list(abstract[-1].iter("br"))) == 1


def test_pictures_stand_in_the_page(tmp_path):
    (tmp_path / "logo.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    facts = workshop(hosts=(Organization(name="Moon", logo="logo.png"),))
    outline = build_outline(Program.of(facts).public(), folder=str(tmp_path))
    (image,) = parsed(one_page(outline)).iter("img")

    assert image.get("src") == "data:image/png;base64,iVBORw0KGgo="
