import pytest
from tests.pages import meta, site
from tests.workshop import workshop_program


@pytest.fixture(scope="module")
def meeting():
    return site(workshop_program())


def test_talk_says_who_when_and_what(meeting):
    found = meta(meeting["talk-opening"])

    assert found["description"] == (
        "Ana Ribeiro da Costa · Sat, 29 Mar 09:00 · First: • waves • shores Then E = mc², and "
        "code. A quote."
    )
    assert found["og:description"] == found["description"]
    assert found["og:title"] == "How the sea computes"
    assert found["og:type"] == "article"
    assert found["og:url"] == "https://tides.example.org/2025/talk-opening.html"


def test_talk_of_which_little_is_known_says_what_it_belongs_to(meeting):
    assert meta(meeting["talk-homeless"])["description"] == "Ana Ribeiro da Costa · Soon."
    assert meta(meeting["poster-p9"])["description"] == "Eli Žižek · Workshop on Tidal Graphs"


def test_first_page_says_when_and_where(meeting):
    found = meta(meeting["index"])

    assert found["description"] == "Third meeting · 29–30 March 2025 · Port Example"
    assert found["og:type"] == "website"
    assert found["og:site_name"] == "Workshop on Tidal Graphs"
    assert "robots" not in found


def test_other_pages_say_what_they_are(meeting):
    assert meta(meeting["people"])["description"].startswith("Index of people · Workshop on Tidal")


def test_pages_that_are_nothing_to_find_are_not_found(meeting):
    assert {name for name, tree in meeting.items() if "robots" in meta(tree)} == {
        "404",
        "search",
        "starred",
    }


def test_conference_without_anything_known_has_its_title():
    pages = site(workshop_program(subtitle="", place="", url="", days=(), posters=()))

    assert meta(pages["index"])["description"] == "Workshop on Tidal Graphs"
    assert "og:url" not in meta(pages["index"])


def test_descriptions_are_short(meeting):
    assert max(len(meta(tree)["description"]) for tree in meeting.values()) <= 200
