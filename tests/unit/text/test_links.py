"""Which addresses may become links."""

import pytest

from programkit.text.links import LONGEST, safe_link


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org",
        "http://example.org/a--b?q=1&r=2#part",
        "HTTPS://Example.org:8443/",
        "https://[2001:db8::1]/path",
        "https://xn--mnchen-3ya.example/%C3%A9",
        "mailto:someone@example.org",
        "mailto:someone@example.org?subject=Hello%20there",
    ],
)
def test_safe_link_good_address(address):
    assert safe_link(address) == address


def test_safe_link_spaces_around():
    assert safe_link("  https://example.org ") == "https://example.org"


@pytest.mark.parametrize(
    "address",
    [
        "",
        "example.org",
        "/relative",
        "#part",
        "//example.org/protocol-relative",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,hello",
        "file:///etc/passwd",
        "vbscript:x",
        "ftp://example.org",
        "https:example.org",
        "https:///path",
        "https://",
        "https://known.org@elsewhere.org",
        "https://user:word@example.org",
        "https://example.org:port/",
        "https://example.org:99999/",
        "https://[broken",
        "https://example.org/a b",
        "https://example.org/\x00",
        "https://example.org/\u202e",
        "https://example.org\\@elsewhere.org",
        'https://example.org/"onmouseover="x',
        "https://example.org/<b>",
        "mailto:",
        "mailto:nobody",
        "mailto:a@b.org,c@d.org",
        "mailto:a@b.org?subject=x%0d%0aBcc:c@d.org",
        "mailto:a@b.org?x=y@z",
        "https://example.org/" + "a" * LONGEST,
    ],
)
def test_safe_link_refused_address(address):
    assert safe_link(address) is None
