"""What speakers owe, and the drafts that ask for it."""

from datetime import timedelta
from email import message_from_bytes
from email.policy import default

import pytest
from tests.announced import LINK, MAY, NOW, program, talk

from programkit.announcing import announce, owed
from programkit.model.base import TBD
from programkit.model.contributions import State
from programkit.model.people import Person

SOON = MAY.replace(day=25)


def test_each_speaker_is_asked_for_what_is_missing():
    made = program(
        talk("late", SOON, title=TBD, speakers=("ana", "max")),
        talk("known"),
    )
    ana, max_ = owed(made, now=NOW, days=30)

    assert (ana.talk, ana.missing, str(ana.to)) == (
        "late",
        ("title",),
        "Ana Horvat <ana@example.org>",
    )
    assert ana.start == SOON
    assert (max_.to, max_.text.splitlines()[0]) == (None, "Dear Max Weber,")
    message = message_from_bytes(ana.eml, policy=default)
    assert (message["To"], message["From"], message["Subject"]) == (
        "Ana Horvat <ana@example.org>",
        "Seminar <office@example.org>",
        "Your talk on Monday, 25 May 2026",
    )
    assert message.get_content().replace("\r\n", "\n") == ana.text
    assert message_from_bytes(max_.eml, policy=default)["To"] is None


def test_where_nobody_speaks_there_is_no_addressee():
    [draft] = owed(program(talk("open", speakers=TBD, abstract=TBD)), now=NOW)

    assert (draft.missing, draft.to) == (("speakers", "abstract"), None)
    assert "Speaker and Abstract" in draft.text.replace("\n", " ")
    assert str(draft).startswith("To: \nSubject: ")


@pytest.mark.parametrize(
    ("now", "days", "found"),
    [
        (NOW, 11, True),
        (NOW, 10, False),
        (MAY - timedelta(minutes=1), 14, True),
        (MAY, 14, False),
    ],
)
def test_only_talks_that_are_soon(now, days, found):
    assert bool(owed(program(talk("a", title=TBD)), now=now, days=days)) == found


def test_what_does_not_take_place_or_has_no_date_is_not_asked_for():
    made = program(talk("off", title=TBD, state=State.CANCELLED), talk("b", None, title=TBD))

    assert owed(made, now=NOW, days=365) == ()


def test_drafts_are_in_the_language_asked_for():
    [draft] = owed(program(talk("a", title=TBD)), now=NOW, language="hr")

    assert draft.subject == "Vaše predavanje ponedjeljak, 11. svibnja 2026."


def test_strangers_name_and_address_stay_in_their_field():
    people = (Person(id="eve", name="Eve\r\nBcc: all@x.org", email="eve@x.org\r\nBcc: all@x.org"),)
    [draft] = owed(program(talk("a", title=TBD, speakers=("eve",)), people=people), now=NOW)

    assert draft.to is None
    assert message_from_bytes(draft.eml, policy=default)["Bcc"] is None
    assert draft.text.startswith("Dear Eve Bcc: all@x.org,\n")


def test_addresses_are_in_drafts_alone():
    made = program(talk("a", title=TBD))
    found = announce(made, now=NOW)

    assert b"ana@example.org" in owed(made, now=NOW)[0].eml
    assert b"ana@example.org" not in found.eml
    assert LINK not in owed(made, now=NOW)[0].text
