"""Tests of addresses that outputs may link to."""

import pytest
from pydantic import ValidationError

from programkit.model.conference import Conference
from programkit.model.contributions import Link
from programkit.model.people import Affiliation, Person
from programkit.model.venue import Organization, Room


@pytest.mark.parametrize(
    "url",
    ["https://example.org/a?b#c", "http://example.org", "HTTPS://EXAMPLE.ORG", "mailto:a@b.c"],
)
def test_link_to_web_or_mail_is_kept(url):
    assert Link(url=url).url == url


@pytest.mark.parametrize(
    "url",
    [
        "",
        "example.org",
        "javascript:alert(1)",
        "java\nscript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "//example.org",
        "ftp://example.org",
        "https://a b",
        "https://a\x01",
        "mailto:a@b.c\r\nBcc: d@e.f",
    ],
)
def test_link_to_elsewhere_is_refused(url):
    with pytest.raises(ValidationError, match="is no http, https or mailto address"):
        Link(url=url)


def test_link_without_host_is_refused():
    with pytest.raises(ValidationError, match='"https:example" names no host'):
        Link(url="https:example")


def test_optional_url_may_be_empty():
    assert Conference(title="C", url="").url == ""


@pytest.mark.parametrize(
    ("kind", "facts"),
    [
        (Affiliation, {"id": "a", "name": "A"}),
        (Conference, {"title": "C"}),
        (Organization, {"name": "O"}),
        (Person, {"id": "p", "name": "P"}),
    ],
)
def test_page_of_anything_is_as_safe_as_any_link(kind, facts):
    with pytest.raises(ValidationError, match="is no http, https or mailto address"):
        kind(**facts, url="javascript:1")


def test_link_of_room_is_as_safe_as_any():
    with pytest.raises(ValidationError, match="is no http, https or mailto address"):
        Room(id="r", name="R", online=True, link="data:text/html,x")
