"""A site that is put elsewhere than at the conference's own web page: everything leads to it."""

from tests.searching import holds
from tests.workshop import workshop_program

from programkit.building import agenda, build
from programkit.outline.build import public_outline
from programkit.paper.look.design import Design
from programkit.paper.look.theme import Theme

PAGE = "https://tides.example.org/2025/"
SITE = "https://program.example.net/t25"
LEADING = ("index.html", "talk-opening.html", "sitemap.xml", "program.ics", "agenda.json")
"""Files that name where the site is."""


def made(tmp_path, **facts):
    """The files of a site, by their names."""
    agenda(workshop_program(**facts), tmp_path / "site")
    files = (path for path in sorted((tmp_path / "site").rglob("*")) if path.is_file())
    return {str(path.relative_to(tmp_path / "site")): path.read_bytes() for path in files}


def having(files, address):
    return [name for name, data in files.items() if holds(data, address)]


def test_site_leads_to_where_it_is_put(tmp_path):
    files = made(tmp_path, site=SITE)

    assert {*LEADING} <= {*having(files, SITE)}
    assert (
        b'rel="canonical" href="https://program.example.net/t25/talk-opening.html"'
        in (files["talk-opening.html"])
    )
    assert b"SOURCE;VALUE=URI:https://program.example.net/t25/program.ics" in (
        files["program.ics"].replace(b"\r\n ", b"")
    )
    assert having(files, PAGE) == []


def test_site_is_at_the_page_of_the_conference_unless_it_says_otherwise(tmp_path):
    assert {*LEADING} <= {*having(made(tmp_path), PAGE)}


def test_site_can_be_somewhere_though_there_is_no_page(tmp_path):
    outline = public_outline(workshop_program(url="", site=SITE))

    assert (outline.url, outline.site) == ("", SITE)
    assert {*LEADING} <= {*having(made(tmp_path, url="", site=SITE), SITE)}


def test_booklet_names_the_page_in_words(tmp_path):
    program = workshop_program(site=SITE)
    build(program, tmp_path, only=["booklet"], design=Design(Theme(qr="welcome")))
    booklet = (tmp_path / "booklet.pdf").read_bytes()

    assert holds(booklet, PAGE)
    assert not holds(booklet, SITE)
