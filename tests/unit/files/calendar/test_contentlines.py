from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import vText
from icalendar.parser import Contentlines

from programkit.files.calendar.contentlines import folded, line, moment, text, texts, uri
from programkit.files.calendarcheck.values import is_uri
from programkit.text.characters import visible

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=120)


@given(WORDS, WORDS)
def test_icalendar_reads_what_was_meant(value, parameter):
    written = line("SUMMARY", text(value), {"X-P": parameter})
    name, parameters, read = Contentlines.from_ical(written)[0].parts()

    assert (name, vText.from_ical(read)) == ("SUMMARY", visible(value))
    assert parameters.get("X-P", "") == visible(parameter)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ('a;b,c\\n:d"e', 'a\\;b\\,c\\\\n:d"e'),
        ("one\ntwo\r\nthree\u2028four\x85five", "one\\ntwo\\nthree\\nfour\\nfive"),
        ("bell\x07, override\u202e", "bell\\, override"),
        ("no\u00a0break", "no\u00a0break"),
    ],
)
def test_texts_are_escaped(value, written):
    assert text(value) == written


def test_lists_have_commas_between():
    assert texts(("a,b", "c")) == "a\\,b,c"


@given(st.text(max_size=400))
def test_folding_keeps_characters_and_lengths(value):
    octets = value.replace("\r", "").replace("\n", "").encode("utf-8", "replace")
    pieces = folded(octets).split(b"\r\n")

    assert all(len(piece) <= 75 for piece in pieces)
    assert all(len(piece) >= 72 for piece in pieces[:-1])
    assert b"".join([pieces[0], *(piece[1:] for piece in pieces[1:])]) == octets
    for piece in pieces:
        piece.decode()


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("plain", "X;P=plain:v\r\n"),
        ("a:b;c,d", 'X;P="a:b;c,d":v\r\n'),
        ('say "yes" ^', "X;P=say ^'yes^' ^^:v\r\n"),
        ("two\nlines", "X;P=two^nlines:v\r\n"),
    ],
)
def test_parameters_are_quoted(given, written):
    assert line("X", "v", {"P": given}) == written.encode()


def test_value_never_begins_a_line_of_its_own():
    assert line("URL", "https://a.org/\r\nATTENDEE:x\x00") == b"URL:https://a.org/ATTENDEE:x\r\n"


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("https://example.org/a?b=c&d=(1)#e", "https://example.org/a?b=c&d=(1)#e"),
        ("https://exämple.org/ž b%20c%zz", "https://ex%C3%A4mple.org/%C5%BE%20b%20c%25zz"),
        ("mailto:a@b.org", "mailto:a@b.org"),
    ],
)
def test_addresses_are_uris(address, written):
    assert uri(address) == written


@given(st.text())
def test_every_address_becomes_a_uri(rest):
    assert is_uri(uri("https://example.org/" + rest))


def test_moments_are_in_utc_or_by_the_clocks():
    at = datetime(987, 6, 5, 4, 3, 2, tzinfo=UTC)

    assert moment(at) == "09870605T040302Z"
    assert moment(at.replace(tzinfo=None)) == "09870605T040302"
