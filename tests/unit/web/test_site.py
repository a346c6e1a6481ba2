import re
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
from tests.workshop import workshop, workshop_program

from programkit.errors import RenderError
from programkit.model.program import Program
from programkit.model.venue import Organization
from programkit.outline.build import public_outline
from programkit.web import context
from programkit.web.site import Beside, Site


class Counting(Site):
    """Says which pages were drawn."""

    def __init__(self):
        super().__init__()
        self.drawn = []

    def _draw(self, page, common, view):
        self.drawn.append(page.address)
        return super()._draw(page, common, view)


def outline(**changes):
    return public_outline(workshop_program(**changes))


def with_talk(talk_id, **changes):
    facts = workshop()
    talks = tuple(t.replace(**changes) if t.id == talk_id else t for t in facts.talks)
    return public_outline(Program.of(facts.replace(talks=talks)))


@pytest.fixture(scope="module")
def first():
    return Site().files(outline())


def test_site_has_its_pages_and_what_belongs_to_them(first):
    assert {"index.html", "talk-opening.html", "agenda.json", "sw.js", "embed.js"} <= set(first)
    assert {name.rpartition(".")[2] for name in first} == {
        "html",
        "json",
        "js",
        "css",
        "png",
        "svg",
        "xml",
    }


def test_equal_programs_make_equal_bytes(first):
    assert Site().files(outline()) == first


def test_nothing_is_drawn_twice():
    site = Counting()
    site.files(outline())
    site.drawn.clear()
    site.files(outline())

    assert site.drawn == []


@pytest.mark.parametrize(
    ("changes", "more"),
    [
        ({"abstract": "Another one."}, {"talk-opening.html"}),
        ({"title": "Another"}, {"index.html", "person-ana.html", "talk-opening.html"}),
    ],
)
def test_what_is_kept_is_what_would_be_drawn(changes, more):
    site, after = Counting(), with_talk("opening", **changes)
    site.files(outline())
    site.drawn.clear()
    kept = site.files(after)

    assert kept == Site().files(after)
    assert more <= set(site.drawn)


def test_a_changed_abstract_draws_few_pages_and_changes_one():
    site = Counting()
    before = site.files(outline())
    site.drawn.clear()
    after = site.files(with_talk("opening", abstract="Another one."))
    pages = {name for name in after if name.endswith(".html")}

    assert len(site.drawn) < len(pages) / 4
    assert {name for name in pages if after[name] != before[name]} == {"talk-opening.html"}


def test_a_site_without_an_address_has_no_sitemap_and_no_feed():
    revisions = (SimpleNamespace(at=datetime(2025, 2, 1, tzinfo=UTC), changes=()),)
    nowhere = Site().files(outline(url=""), Beside(revisions=revisions))
    somewhere = Site().files(outline(), Beside(revisions=revisions))

    assert not {"sitemap.xml", "changes.atom"} & set(nowhere)
    assert {"sitemap.xml", "changes.atom"} <= set(somewhere)


def test_first_page_of_a_very_long_program_shows_sessions_alone(first, monkeypatch):
    monkeypatch.setattr(context, "LONGEST_LIST", 3)
    files = Site().files(outline())
    keys = set(re.findall(rb'data-key="([^"]+)"', files["index.html"]))

    assert {key for key in keys if key.startswith(b"session-")} >= {
        b"session-plenary",
        b"session-posters",
    }
    assert b"data-results" in files["index.html"]
    assert len(keys) < len(set(re.findall(rb'data-key="([^"]+)"', first["index.html"])))
    assert b'data-key="talk-opening"' not in files["index.html"]
    assert {name: data for name, data in files.items() if name.startswith("day-")} == {
        name: data for name, data in first.items() if name.startswith("day-")
    }


def test_templates_of_the_project_take_the_place_of_ours(tmp_path):
    (tmp_path / "404.html").write_text("{{ view.word('program') }}", encoding="utf-8")
    files = Site(tmp_path).files(outline())

    assert files["404.html"] == b"Program"
    assert b"<!DOCTYPE html>" in files["index.html"]


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("{% if %}", r"404\.html:1 cannot be used"),
        ("\n{{ nothing }}", r"404\.html:2 cannot be used: 'nothing' is undefined"),
        ("{{ ''.__class__.__mro__ }}", "unsafe"),
        ("{% for n in range(10**9) %}{% endfor %}", r"404\.html:1 cannot be used: Range too big"),
        ("{{ 1 // 0 }}", r"404\.html:1 cannot be used: integer division"),
        ("{{ view.clock(3) }}", r"404\.html:1 cannot be used: 'int' object has no"),
        ('{% include "404.html" %}', "maximum recursion depth"),
        ("{{ view.outline.__init__.__globals__ }}", "unsafe"),
        ('{% include "../../../etc/passwd" %}', "cannot be used"),
    ],
)
def test_templates_that_cannot_be_used_are_named_and_do_no_harm(tmp_path, template, message):
    (tmp_path / "404.html").write_text(template, encoding="utf-8")

    with pytest.raises(RenderError, match=message):
        Site(tmp_path).files(outline())


@pytest.mark.parametrize("name", ["404.html", "agenda.css"])
def test_files_that_are_no_text_or_lie_elsewhere_are_named(tmp_path, name):
    (tmp_path / "secret").write_text("of somebody else", encoding="utf-8")
    folder = tmp_path / "project" / "agenda"
    folder.mkdir(parents=True)
    (folder / name).write_bytes(b"\xff")
    with pytest.raises(RenderError, match=f"{re.escape(name)} is not UTF-8 text"):
        Site(folder).files(outline())

    (folder / name).unlink()
    (folder / name).symlink_to(tmp_path / "secret")
    with pytest.raises(RenderError, match=f"{re.escape(name)} is a link out of the project"):
        Site(folder).files(outline())


def test_what_ours_do_wrong_is_not_blamed_on_the_project(tmp_path, monkeypatch):
    def fails(*_):
        raise ZeroDivisionError

    monkeypatch.setattr(context.View, "date", fails)
    (tmp_path / "about.html").write_text("Here.", encoding="utf-8")
    with pytest.raises(ZeroDivisionError):
        Site(tmp_path).files(outline())


def test_a_folder_that_is_not_there_is_no_folder(tmp_path, first):
    assert Site(tmp_path / "nowhere").files(outline()) == first


def test_pictures_stay_where_pages_are_not_drawn_again_and_others_are_seen(tmp_path):
    (tmp_path / "logo.png").write_bytes(b"one")
    facts = workshop().replace(
        folder=str(tmp_path), hosts=(Organization(name="Harbor Board", logo="logo.png"),)
    )
    first, *others = facts.talks
    later = facts.replace(talks=(first.replace(abstract="Of something else."), *others))
    site = Counting()
    pictures = []
    for shown, logo in ((facts, b"one"), (later, b"one"), (later, b"two")):
        (tmp_path / "logo.png").write_bytes(logo)
        site.drawn.clear()
        made = site.files(public_outline(Program.of(shown)))
        assert made == Site().files(public_outline(Program.of(shown)))
        pictures.append([data for name, data in made.items() if "/picture." in name])
    assert pictures == [[b"one"], [b"one"], [b"two"]]
    assert "index.html" in site.drawn
    assert "people.html" not in site.drawn
