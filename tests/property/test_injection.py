"""Text written by strangers stays text in calendars and booklets.

What it does to pages is tested in tests/unit/web/test_strangers.py.
"""

import re

import html5lib
import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.workshop import workshop

from programkit.building import booklet
from programkit.files.calendarcheck import calendar_findings
from programkit.files.writers.ical import ICalWriter
from programkit.model.base import Model, Visibility
from programkit.model.program import Program
from programkit.outline.build import build_outline
from programkit.web.onepage import one_page

HOSTILE = (
    "<script>alert(1)</script>",
    "</title><img src=x onerror=alert(1)>",
    "</style><script>alert(1)</script>",
    "\"><svg/onload=alert(1)> ' onmouseover='alert(1)",
    "[click](javascript:alert(1)) ![x](file:///etc/passwd) <javascript:alert(1)>",
    "[data](data:text/html,<script>alert(1)</script>) [jar]( JaVaScRiPt:alert(1))",
    "{{ 7 * 7 }} {% include '/etc/passwd' %} {# gone #} ${7*7} <%= 7 %>",
    "x\r\nATTENDEE:mailto:evil@example.org\r\nBEGIN:VALARM",
    "x\u2028END:VEVENT\u2029END:VCALENDAR\x85BEGIN:VTODO",
    "<font size=99 color='red'>ReportLab</font><a href='file:///x'>a</a><para><seq/>",
    ") Tj ET /JS (app.alert(1)) endstream endobj",
    "nul\x00 bell\x07 escape\x1b[31m \ufffe \u202etxt.exe",
    "&lt;b&gt; &amp;amp; &#60;script&#62;",
    "-->]]><!--",
    "$\\href{javascript:alert(1)}{x} \\input{/etc/passwd} \\write18{rm}$",
)

LEFT_ALONE = {
    "affiliation",
    "color",
    "holidays",
    "id",
    "kind",
    "language",
    "link",
    "logo",
    "person",
    "site",
    "timezone",
    "type",
    "url",
}
"""Fields that are judged when facts are read, and no free text."""

COMPONENTS = {"VCALENDAR", "VTIMEZONE", "STANDARD", "DAYLIGHT", "VEVENT"}
PROPERTIES = {
    "BEGIN",
    "END",
    "PRODID",
    "VERSION",
    "NAME",
    "X-WR-CALNAME",
    "X-WR-TIMEZONE",
    "REFRESH-INTERVAL",
    "SOURCE",
    "CONFERENCE",
    "X-PUBLISHED-TTL",
    "TZID",
    "DTSTART",
    "TZOFFSETFROM",
    "TZOFFSETTO",
    "TZNAME",
    "UID",
    "DTSTAMP",
    "SEQUENCE",
    "DTEND",
    "URL",
    "SUMMARY",
    "LOCATION",
    "DESCRIPTION",
    "STATUS",
    "CATEGORIES",
}
SAFE_LINK = re.compile(r"(https?://|mailto:|#)")


def infested(value, text):
    """The fact with a stranger's text in every public field that holds free text."""
    if isinstance(value, tuple):
        return tuple(infested(item, text) for item in value)
    if not isinstance(value, Model):
        return value
    changes = {}
    for name, field in type(value).model_fields.items():
        old = getattr(value, name)
        if name in LEFT_ALONE or type(value).visibility(name) is not Visibility.PUBLIC:
            continue
        if field.annotation is str or name in {"title", "abstract"}:
            changes[name] = text
        elif isinstance(old, Model):
            changes[name] = infested(old, text)
        elif isinstance(old, tuple):
            changes[name] = (text,) if name in {"features", "tags"} else infested(old, text)
    return value.replace(**changes)


def program_with(text):
    return Program.of(infested(workshop(), text))


def judge_calendar(data):
    lines = re.sub("\r\n[ \t]", "", data.decode()).split("\r\n")
    assert lines.pop() == ""
    assert calendar_findings(data, "program.ics") == ()
    assert {re.split("[;:]", line)[0] for line in lines} <= PROPERTIES
    assert {line.partition(":")[2] for line in lines if line.startswith("BEGIN:")} <= COMPONENTS
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]", data.decode())


def judge_booklet(path):
    forbidden = {"/JS", "/JavaScript", "/Launch", "/OpenAction", "/AA", "/EmbeddedFile", "/GoToR"}
    with pikepdf.open(path) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
                assert set(thing.keys()) & forbidden == set()
                assert str(thing.get("/S", "")) not in forbidden
                uri = thing.get("/URI")
                assert uri is None or SAFE_LINK.match(str(uri))
            if isinstance(thing, pikepdf.Dictionary) and "/A" in thing:
                action = thing["/A"]
                if thing.get("/Type") == "/StructElem":
                    assert action["/O"] == "/Table"  # no action: how a cell spans its table
                    continue
                assert str(action.get("/S")) in {"/URI", "/GoTo"}
                assert "/URI" not in action or SAFE_LINK.match(str(action["/URI"]))


@pytest.mark.parametrize("text", HOSTILE)
def test_calendar_holds_text_only(text):
    public = program_with(text).public()

    judge_calendar(ICalWriter().write(public, build_outline(public)))


def test_booklet_holds_text_only(tmp_path):
    booklet(program_with("\n\n".join(HOSTILE)), tmp_path / "b.pdf")

    judge_booklet(tmp_path / "b.pdf")


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
@settings(max_examples=10)
def test_any_text_makes_a_valid_page_and_calendar(text):
    public = program_with(text).public()
    outline = build_outline(public)

    html5lib.HTMLParser(strict=True).parse(one_page(outline).decode())
    judge_calendar(ICalWriter().write(public, outline))


def test_every_free_text_is_infested():
    """A word in every field that is free text, counted in what readers see."""
    facts = infested(workshop(), "Qzx")
    seen = repr(build_outline(Program.of(facts).public()))

    assert facts.title == facts.place == facts.talks[0].title == facts.days[0].title == "Qzx"
    assert facts.people[0].name == facts.rooms[2].how_to_join == facts.hosts[0].name == "Qzx"
    assert "Ana" not in seen
    assert "Harbor" not in seen
