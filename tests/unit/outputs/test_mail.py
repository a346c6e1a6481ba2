"""Messages as files."""

from email import message_from_bytes
from email.header import decode_header, make_header
from email.policy import default
from email.utils import parseaddr

import pytest
from tests.announced import NOW

from programkit.outputs.mail import Attachment, Message, address


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ana@example.org", "ana@example.org"),
        (" ana@example.org ", "ana@example.org"),
        ("", None),
        ("ana", None),
        ("ana@", None),
        ("@example.org", None),
        ("ana@example.org, all@example.org", None),
        ("Ana <ana@example.org>", None),
        ("ana@example.org\nBcc: all@example.org", None),
        ("ana@exämple.org", None),
    ],
)
def test_address(text, found):
    made = address(text)

    assert (made and made.addr_spec) == found


@pytest.mark.parametrize(
    "name", ["Đorđe, PhD", 'A "B" <c@d>', "x" * 200, "A\r\nB", "", "Đorđe Šarić " * 9 + "Čo"]
)
def test_name_is_a_name(name):
    """Read by the older interface: the newer one puts spaces between encoded words of a name."""
    made = Message("s", "t", to=address("ana@example.org", name)).eml(NOW)
    found, spec = parseaddr(message_from_bytes(made)["To"])

    assert spec == "ana@example.org"
    assert str(make_header(decode_header(found))) == name.replace("\r\n", " ")


@pytest.mark.parametrize(
    "subject",
    ["Über Đorđe 数学 " * 20, "=?utf-8?q?a?=", "a\r\nBcc: b@c", "Plain " * 50, "x" * 500, ""],
)
def test_subject_is_one_field(subject):
    message = message_from_bytes(Message(subject, "t").eml(NOW), policy=default)

    assert message["Bcc"] is None
    assert message["Subject"] == " ".join(subject.split())


@pytest.mark.parametrize(
    ("url", "domain"),
    [
        ("https://example.org/x", "example.org"),
        ("", "programkit.invalid"),
        ("https://exämple.org", "programkit.invalid"),
    ],
)
def test_message_is_named_by_content_and_domain(url, domain):
    name = message_from_bytes(Message("s", "t").eml(NOW, url), policy=default)["Message-ID"]

    assert name.endswith(f"@{domain}>")
    other = Message("s", "t", calendar=Attachment("a.ics", b"x")).eml(NOW, url)
    assert message_from_bytes(other, policy=default)["Message-ID"] != name


def test_lines_are_short_and_end_as_mail_does():
    to = address("a" * 30 + "@example.org", "Zoë " * 30)
    message = Message(
        "x" * 500, "ä" * 3000 + "\n.\n", "<p>" + "x" * 3000, to=to, calendar=Attachment("a", b"x")
    )
    lines = message.eml(NOW).split(b"\r\n")

    assert max(map(len, lines)) <= 78
    assert not any(b"\n" in line for line in lines)
