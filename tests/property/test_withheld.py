"""No byte of any output says what is private, or where to join before it may be said.

``program.json`` is no public output: decisions have everything that the facts have no place for,
and stay with the organizers, as do drafts to speakers, which have the addresses of people.
"""

import base64
import gzip
import io
import quopri
import zipfile
import zlib
from datetime import UTC, datetime, timedelta
from urllib.parse import quote

import pikepdf
import pytest
from tests.announced import program as seminar_program
from tests.announced import talk
from tests.property.test_privacy import CANARY, FILLED, NUMBER, ZONE
from tests.searching import holds
from tests.workshop import workshop

from programkit.announcing import announce, owed
from programkit.building import OUTPUTS, build
from programkit.files.writers import WRITERS
from programkit.model.conference import Conference
from programkit.model.contributions import At, Poster, State, Talk
from programkit.model.people import Person
from programkit.model.program import Program
from programkit.model.venue import Access, Room
from programkit.paper.look.design import Design
from programkit.paper.parts import PARTS
from programkit.paper.printing.imposition import Imposition
from programkit.text.words import LANGUAGES
from programkit.writing import write

NOT_PUBLIC = {"program"}
"""Outputs that stay with the organizers."""
START = datetime(2026, 5, 11, 14, tzinfo=UTC)
END = START + timedelta(minutes=60)
OPENING = START - timedelta(minutes=15)
INSTANT = timedelta(seconds=1)
NOWS = {
    "just before": OPENING - INSTANT,
    "at the opening": OPENING,
    "just before the end": END - INSTANT,
    "at the end": END,
}
OPEN = {"at the opening", "just before the end"}
"""When pages may say where to join what opens before it begins."""
TOKENS = {access: f"qv{access}7314159" for access in Access}
"""The part of each link that no output can do without if it has the link."""
WITHHELD = [access for access in Access if access is not Access.OPEN]
PRIVATE = [CANARY, str(NUMBER), ZONE]


def link(access):
    """An address with signs that every format escapes in its own way."""
    return f"https://meet.example.org/j/{TOKENS[access]}?pwd=a&b=(c)'d%20e"


def rooms():
    return tuple(
        Room(
            id=access,
            name=f"Room {access}",
            online=True,
            access=access,
            link=link(access),
            how_to_join="" if access is Access.BEFORE else "Ask for the link.",
            **FILLED[Room],
        )
        for access in Access
    )


def told(facts):
    """Facts with a canary in every private field, and withheld links."""
    ours = {name: value for name, value in FILLED[Conference].items() if name != "folder"}
    return facts.replace(
        **ours,
        people=[person.replace(**FILLED[Person]) for person in facts.people],
        posters=[poster.replace(**FILLED[Poster]) for poster in facts.posters],
        talks=[
            talk.replace(**{**FILLED[Talk], "at": talk.at, "reserve": talk.reserve})
            for talk in facts.talks
        ],
    )


def in_each_room():
    """A talk at the same time in each room: planned, uncertain, off, and without a title."""
    facts = (
        {"abstract": "We *count* with $n^2$ ships."},
        {"state": State.TENTATIVE},
        {"state": State.CONFIRMED, "abstract": "TBD"},
        {"title": "TBD", "abstract": "TBD"},
    )
    for access, told_of in zip(Access, facts, strict=True):
        yield talk(f"in-{access}", **told_of).replace(at=(At(start=START, room=access),))


def series(folder):
    """A seminar with a talk in each kind of room."""
    later = talk("off", START + timedelta(days=14), state=State.CANCELLED)
    off = later.replace(at=(At(start=START + timedelta(days=14), room=Access.MAIL),))
    made = seminar_program(*in_each_room(), off, rooms=rooms()).conference
    return Program.of(told(made).replace(folder=str(folder)))


def conference(folder):
    """A workshop with everything, and talks in each kind of room."""
    facts = workshop()
    with_rooms = facts.replace(
        rooms=(*(room for room in facts.rooms if room.access is Access.OPEN), *rooms()),
        days=[
            day.replace(
                items=[
                    item.replace(room=Access.REGISTRATION)
                    if getattr(item, "room", None) == "reef"
                    else item
                    for item in day.items
                ]
            )
            for day in facts.days
        ],
        talks=(
            *facts.talks,
            *(one.replace(speakers=("ana",)) for one in in_each_room()),
        ),
    )
    return Program.of(told(with_rooms).replace(folder=str(folder)))


def announced(program, now, languages):
    """All that can be announced, without links."""
    for kind in ("announcement", "reminder", "cancellation"):
        for language in languages:
            for one in program.conference.talks:
                if (one.state is State.CANCELLED) == (kind == "cancellation") and one.at:
                    made = announce(
                        program, one.id, now=now, kind=kind, language=language, zones=["Tokyo"]
                    )
                    yield f"{kind}-{one.id}-{language}", made


def as_files(name, announcement):
    yield f"{name}.eml", announcement.eml
    yield f"{name}.txt", f"{announcement.subject}\n{announcement.text}".encode()
    yield f"{name}.html", announcement.html.encode()


def written_into(folder, program, now, *, everything):
    """Every output of a program, by its path; what does not depend on the moment only once."""
    depends = {"site", "page", "calendar"}
    only = [name for name in OUTPUTS if everything or name in depends]
    since = program.replace(placements=()) if everything else None
    parts = tuple(part() for part in PARTS.values())
    design = Design(parts=parts, sheets=Imposition(), archive=True)
    build(program, folder / "out", only=only, now=now, publish=True, design=design, since=since)
    for writer in WRITERS:
        write(program, writer.name, folder / "out" / f"written{writer.suffix}")
    files = {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    for name in NOT_PUBLIC:
        files.pop(f"out/{OUTPUTS[name]}", None)
    for name, made in announced(program, now, LANGUAGES if everything else ("en",)):
        files |= dict(as_files(name, made))
    return files


@pytest.fixture(scope="module", params=[series, conference], ids=["series", "conference"])
def outputs(request, tmp_path_factory):
    """The outputs at each moment, by its name."""
    made = {}
    for when, now in NOWS.items():
        folder = tmp_path_factory.mktemp("out")
        everything = when == "at the opening"
        made[when] = folder, written_into(folder, request.param(folder), now, everything=everything)
    return made


def having(files, secret):
    return [name for name, data in files.items() if holds(data, secret)]


def is_page(name):
    """Whether it is a page, or what pages read: not a calendar, a feed, or a file to be kept."""
    return name.startswith("out/site/") and not name.endswith((".ics", ".xml", ".png"))


def test_outputs_are_all_there(outputs):
    _, files = outputs["at the opening"]
    suffixes = {name.rpartition(".")[2] for name in files}

    assert {"out/booklet.pdf", "out/booklet-sheets.pdf", "out/booklet-archive.pdf"} <= {*files}
    assert {"out/agenda.html", "out/program.ics", "published.json"} <= {*files}
    assert any(name.startswith("out/posters/") for name in files)
    assert {"html", "json", "ics", "xml", "pdf", "eml", "txt", "md", "js"} <= suffixes


@pytest.mark.parametrize("when", NOWS)
@pytest.mark.parametrize("access", [Access.REGISTRATION, Access.MAIL])
def test_link_for_some_is_in_no_output(outputs, when, access):
    assert having(outputs[when][1], TOKENS[access]) == []


@pytest.mark.parametrize("when", NOWS)
def test_link_that_opens_is_on_pages_then_and_nowhere_else(outputs, when):
    found = having(outputs[when][1], TOKENS[Access.BEFORE])

    assert bool(found) is (when in OPEN)
    assert [name for name in found if not is_page(name) and name != "out/agenda.html"] == []


@pytest.mark.parametrize("when", NOWS)
@pytest.mark.parametrize("secret", PRIVATE)
def test_nothing_private_is_in_an_output(outputs, when, secret):
    assert having(outputs[when][1], secret) == []


def test_folder_of_the_project_is_in_no_output(outputs):
    for folder, files in outputs.values():
        assert having(files, str(folder)) == []


def test_link_for_everybody_is_where_readers_look(outputs):
    """The search finds what is in the open, in each kind of file that has it."""
    found = having(outputs["at the opening"][1], TOKENS[Access.OPEN])

    assert {"out/agenda.html", "out/program.ics", "published.json"} <= {*found}
    assert {name.rpartition(".")[2] for name in found} >= {"html", "ics", "eml", "txt"}


@pytest.mark.parametrize("access", WITHHELD)
def test_announcement_with_links_has_those_of_its_room_alone(tmp_path, access):
    made = announce(series(tmp_path), f"in-{access}", now=NOWS["just before"], links=True)
    files = dict(as_files("mail", made))
    others = [one for one in WITHHELD if one is not access]

    assert having(files, TOKENS[access]) == [*files]
    assert [having(files, secret) for secret in (*(TOKENS[one] for one in others), CANARY)] == [
        *([] for _ in others),
        [],
    ]


def test_drafts_have_addresses_and_nothing_else_that_is_private(tmp_path):
    drafts = owed(series(tmp_path), now=NOWS["just before"])
    files = {str(n): draft.eml + str(draft).encode() for n, draft in enumerate(drafts)}
    address = FILLED[Person]["email"]

    assert files
    assert having(files, address) == [*files]
    without = {name: data.replace(address.encode(), b"") for name, data in files.items()}
    assert [having(without, secret) for secret in (*TOKENS.values(), str(NUMBER), ZONE)] == [
        [] for _ in (*TOKENS, NUMBER, ZONE)
    ]


# The search itself.

SECRET = f"https://meet.example.org/j/{CANARY}?a=1&b=2"


def pdf_with(**page):
    """A PDF that says something somewhere."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        for key, value in page.items():
            pdf.pages[0][f"/{key}"] = value(pdf)
        file = io.BytesIO()
        pdf.save(file, compress_streams=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return file.getvalue()


def zipped(text):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("x.xml", text)
    return file.getvalue()


def png_with(text):
    data = b"Comment\0\0" + zlib.compress(text)
    return b"\x89PNG\r\n\x1a\n" + len(data).to_bytes(4) + b"zTXt" + data + b"\0\0\0\0"


ENCODED = {
    "plain": SECRET.encode(),
    "upper": SECRET.upper().encode(),
    "folded calendar": SECRET[:30].encode() + b"\r\n " + SECRET[30:].encode(),
    "quoted printable": quopri.encodestring(SECRET.encode() * 3),
    "base64": b"x: " + base64.b64encode(b"ab" + SECRET.encode()),
    "base64 lines": base64.encodebytes(b"a" * 41 + SECRET.encode()),
    "base64 for addresses": base64.urlsafe_b64encode(b"?>" * 9 + SECRET.encode()),
    "percent": quote(SECRET, safe="").encode(),
    "percent twice": quote(quote(SECRET, safe=""), safe="").encode(),
    "percent all": "".join(f"%{byte:02x}" for byte in SECRET.encode()).encode(),
    "entities": "".join(f"&#{ord(c)};" for c in SECRET).encode(),
    "entities in hex": "".join(f"&#x{ord(c):x};" for c in SECRET).encode(),
    "json": "".join(f"\\u{ord(c):04x}" for c in SECRET).encode(),
    "slashes": SECRET.replace("/", "\\/").encode(),
    "utf-16": SECRET.encode("utf-16-be"),
    "utf-16 little": SECRET.encode("utf-16"),
    "hex": SECRET.encode().hex().encode(),
    "octal": "".join(f"\\{ord(c):03o}" for c in SECRET).encode(),
    "zip": zipped(SECRET),
    "gzip": gzip.compress(SECRET.encode()),
    "picture": png_with(SECRET.encode()),
    "stream": pdf_with(Hidden=lambda pdf: pdf.make_stream(SECRET.encode())),
    "string": pdf_with(Hidden=lambda _: pikepdf.String(SECRET)),
    "wide string": pdf_with(Hidden=lambda _: pikepdf.String(f"ζ{SECRET}")),
    "mail with a folded calendar": base64.encodebytes(
        b"URL:" + SECRET[:20].encode() + b"\r\n " + SECRET[20:].encode()
    ),
}


@pytest.mark.parametrize("how", ENCODED)
def test_search_finds_a_text_however_it_is_kept(how):
    assert holds(ENCODED[how], CANARY)
    assert holds(b"other text " + ENCODED["plain"], CANARY)
    assert not holds(ENCODED[how], "Zqnothing")
