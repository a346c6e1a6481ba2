"""What stands before the agenda."""

from laid_out import fragments, laid_out, texts
from programkit.model.program import Program
from programkit.model.venue import Access, Contact, Room
from programkit.paper.parts.welcome import Welcome
from rovinj import rovinj_program
from small import conference
from workshop import workshop_program


def welcome(**facts):
    return laid_out(Program.of(conference(**facts)), Welcome())


def test_conference_that_says_nothing_of_this_has_no_page():
    assert laid_out(rovinj_program(), Welcome()).pages == ()


def test_everything_in_its_order():
    assert texts(laid_out(workshop_program(), Welcome())) == [
        [
            "Workshop on Tidal Graphs",
            "Welcome. Please read the guide.",
            "Cove · Online: meet.example.org/open-cove",
            "Reef · Online: The link is sent to those who register.",
            "Sponsors",
            "Moon & Sons · gold",
            "Contact",
            "Office · office@tides.example.org · +351 1",
            "tides.example.org/2025",
            "1",
        ]
    ]


def test_links_lead_where_they_say():
    (page,) = laid_out(workshop_program(), Welcome()).pages
    links = {mark.text.strip(): mark.link for mark in fragments(page) if mark.link}
    assert links == {
        "guide": "https://tides.example.org/guide",
        "meet.example.org/open-cove": "https://meet.example.org/open-cove",
        "office@tides.example.org": "mailto:office@tides.example.org",
        "tides.example.org/2025": "https://tides.example.org/2025/",
    }


def test_contacts_without_sponsors_stand_at_the_foot():
    (page,) = welcome(contacts=(Contact(name="Office"),)).pages
    frame = page.shape.frames[0]
    *_, office, _ = fragments(page)
    assert (office.text.strip(), frame.y + frame.height - office.y < 10) == ("Office", True)


def test_web_page_alone_is_contact_enough():
    assert texts(welcome(url="https://example.org/")) == [["Small", "Contact", "example.org", "1"]]


def test_link_and_how_to_join_stand_together():
    room = Room(
        id="a", name="Cove", online=True, link="https://example.org/a", how_to_join="Ask\nus."
    )
    assert texts(welcome(rooms=(room,)))[0][1] == "Cove · Online: example.org/a Ask us."


def test_link_that_is_not_for_everybody_is_not_printed():
    link = "https://example.org/secret"
    room = Room(id="a", name="Cove", online=True, link=link, access=Access.MAIL)
    assert texts(welcome(rooms=(room,)))[0][1] == "Cove · Online: The mailing list gets the link."


def test_long_welcome_runs_on():
    made = welcome(welcome="Welcome to all. " * 400)
    assert len(made.pages) > 1
