"""Texts of strangers change what pages say, and nothing of how pages are made.

Every page is made twice: with hostile texts, and with harmless ones in their places. Elements and
attributes must be the same, so that nothing breaks out of a text, an attribute or an address.
"""

import json
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from xml.etree import ElementTree as ET

import pytest
from tests.colloquium import colloquium
from tests.pages import graph, links, site, whole
from tests.property.test_injection import infested

from programkit.model.conference import Conference
from programkit.model.contributions import CoAuthor, Link, Poster, Talk, Track
from programkit.model.days import Break, Day, Marker, Session, Slot
from programkit.model.people import Affiliation, Person
from programkit.model.program import Program
from programkit.model.venue import Access, Contact, Organization, Room
from programkit.outline.build import public_outline
from programkit.web.site import Beside, Site

RUN = "window.hacked=1"
ATTACKS = (
    f"<script>{RUN}</script>",
    f"<img src=x onerror={RUN}>",
    f'" onfocus={RUN} autofocus x="',
    f"' onfocus={RUN} autofocus x='",
    f"</script><script>{RUN}</script>",
    f"</style><script>{RUN}</script>",
    f"</title><script>{RUN}</script>",
    f"</textarea></pre></svg></math><script>{RUN}</script>",
    f"javascript:{RUN}",
    f"<!--<script>{RUN}",
    "]]>--><!DOCTYPE x>",
    "{{ view.outline }}{% raw %}",
    "&lt;script&gt;&#60;script&#62;",
)
HARMLESS = "Harmless"


class Texts:
    """Gives one text for every field: the attack, or the harmless one."""

    def __init__(self, text):
        self.text = text

    def program(self):
        text = self.text
        one = text.replace("\n", " ")
        rooms = (
            Room(id="a", name=one, features=(one,), how_to_join=one, online=True),
            Room(id="b", name=one, how_to_join=one, online=True, access=Access.MAIL),
        )
        talks = tuple(self._talk(n) for n in range(3))
        return Program.of(
            Conference(
                title=text,
                subtitle=one,
                place=one,
                timezone="Europe/Zagreb",
                url="https://safe.example.org/",
                welcome=text,
                venue=text,
                hosts=(Organization(name=one, kind=one),),
                sponsors=(Organization(name=one, kind=one),),
                contacts=(Contact(name=one, email="a@example.org", phone=one),),
                rooms=rooms,
                affiliations=(Affiliation(id="f", name=one, place=one),),
                people=(
                    Person(
                        id="p",
                        name=one,
                        affiliations=("f",),
                        bio=text,
                        url="https://safe.example.org/p",
                    ),
                    Person(id="q", name=one),
                ),
                tracks=(Track(id="t", name=one),),
                talks=talks,
                posters=(Poster(id="x", title=one, speakers=("p",), session="posters", board=one),),
                days=(self._day(),),
            )
        )

    def _day(self):
        one = self.text
        sessions = tuple(
            Session(
                id=f"s{room}",
                title=one,
                start=540,
                room=room,
                track="t",
                chairs=("q",),
                slots=(Slot(minutes=20, talk=f"t{n}"),),
            )
            for n, room in enumerate("ab")
        )
        others = (
            Break(title=one, start=600, minutes=30, place=one),
            Session(id="posters", title=one, kind="posters", start=640, room="a"),
            Marker(title=one, start=700),
        )
        return Day(date=date(2025, 5, 5), title=one, items=(*sessions, *others))

    def _talk(self, number):
        one = self.text
        return Talk(
            id=f"t{number}",
            title=one,
            speakers=("p",),
            coauthors=(CoAuthor(person="q"),),
            abstract=one,
            kind=one,
            track="t",
            tags=(one,),
            links=(Link(url="https://example.org/", title=one),),
        )


MORNING, EVENING, PUBLISHED = (datetime(2025, 5, day, tzinfo=UTC) for day in (5, 6, 1))


@dataclass
class Glimpse:
    title: str
    speakers: str
    room: str
    start: datetime


@dataclass
class Change:
    about: str
    kind: str
    news: tuple
    before: Glimpse
    now: Glimpse


@dataclass
class Revision:
    at: datetime
    changes: tuple


def revisions(text):
    """A publish after which a talk, and something that is gone since, were told otherwise."""
    before, now = Glimpse(text, text, text, MORNING), Glimpse(text, text, text, EVENING)
    news = ("moved", "room", "retitled", "speakers")
    changes = (Change(about, "talk", news, before, now) for about in ("t0", text))
    return (Revision(PUBLISHED, tuple(changes)),)


def shape(element):
    """Elements and names of attributes, without texts; texts' own emphasis and lines are texts."""
    inner = [shape(child) for child in element if child.tag not in MARKUP]
    return element.tag, sorted(element.attrib), inner


MARKUP = {"em", "strong", "code", "br"}


@pytest.fixture(scope="module")
def calm():
    return site(Texts(HARMLESS).program(), revisions=revisions(HARMLESS))


@pytest.mark.parametrize("attack", ATTACKS)
def test_pages_have_the_same_elements_whatever_the_texts(attack, calm):
    pages = site(Texts(attack).program(), revisions=revisions(attack))

    assert set(pages) == set(calm)
    assert graph(pages["talk-t0"])["location"][0]["name"] == attack
    for name in calm:
        assert shape(pages[name].find("body")) == shape(calm[name].find("body")), name
        assert shape(pages[name].find("head")) == shape(calm[name].find("head")), name
        for link in links(pages[name]):
            assert not link.strip().lower().startswith(("javascript", "data", "vbscript"))


def test_one_page_has_the_same_elements_whatever_the_texts():
    attack = "".join(ATTACKS)
    calm, attacked = whole(Texts(HARMLESS).program()), whole(Texts(attack).program())

    assert shape(attacked.find("body")) == shape(calm.find("body"))


@pytest.mark.parametrize("attack", [*ATTACKS[1:4], " ".join(ATTACKS)])
def test_pages_of_a_series_have_the_same_elements_whatever_its_texts(attack):
    calm, pages = (site(Program.of(infested(colloquium(), text))) for text in (HARMLESS, attack))

    assert set(pages) == set(calm)
    for name in calm:
        assert shape(pages[name].find("body")) == shape(calm[name].find("body")), name
        assert shape(pages[name].find("head")) == shape(calm[name].find("head")), name


@pytest.mark.parametrize("attack", ATTACKS)
def test_files_for_machines_hold_texts_and_nothing_else(attack):
    outline = public_outline(Texts(attack).program())
    files = Site().files(outline, Beside(revisions=revisions(attack)))
    (facts,) = (data.decode() for name, data in files.items() if name.startswith("assets/facts"))
    atom = "{http://www.w3.org/2005/Atom}"
    feed = ET.fromstring(files["changes.atom"])  # noqa: S314 - our own output
    data = json.loads(files["agenda.json"])

    assert {element.tag.removeprefix(atom) for element in feed.iter()} == FEED
    assert attack in feed.findtext(f"{atom}entry/{atom}content")
    assert (data["rooms"][0]["name"], data["talks"][0]["tags"]) == (attack, [attack])
    assert handed(facts)["rooms"][0][1] == attack
    assert handed(files["assets/search.js"].decode()).keys() == {"terms", "posts"}
    assert RUN.encode() not in files["sitemap.xml"] + files["sw.js"]
    ET.fromstring(files["sitemap.xml"])  # noqa: S314 - our own output


FEED = {
    *("feed", "id", "title", "updated", "link", "author", "name"),
    *("entry", "content"),
}


def handed(script):
    """What a script of data hands over, read as browsers do: it is two statements and no more."""
    assert not re.search("[<>&\u2028\u2029]", script)
    found = re.fullmatch(
        r"window\.programkit = window\.programkit \|\| \{\};\n"
        r"programkit\.\w+ = JSON\.parse\('((?:[^'\\\n]|\\.)*)'\);\n",
        script,
    )
    return json.loads(re.sub(r"\\(.)", r"\1", found[1]))
