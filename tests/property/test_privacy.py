"""What is private reaches no output: a canary sings in every private field, and nobody hears it."""

from datetime import UTC, datetime

import pikepdf
import pytest
from pypdf import PdfReader
from tests.workshop import workshop

from programkit.building import build
from programkit.files.writers import WRITERS
from programkit.model.base import Model, Visibility
from programkit.model.conference import Conference, Ignore, Requirement
from programkit.model.contributions import Poster, Talk
from programkit.model.findings import Finding, Level, Source
from programkit.model.interests import Interest
from programkit.model.interval import Interval
from programkit.model.people import Alternative, Person
from programkit.model.program import Program
from programkit.model.venue import Access, Room
from programkit.writing import write

CANARY = "Zqcanary"
NUMBER = 918273645
SOURCE = Source(file=CANARY, line=NUMBER, field=CANARY)
FOR_EVER = (
    Interval(start=datetime(1931, 1, 1, tzinfo=UTC), end=datetime(2931, 12, 31, tzinfo=UTC)),
)
ZONE = "Antarctica/Troll"
DATES = ("1931-01-01", "19310101", "1 January 1931")
ALTERNATIVES = (Alternative(field=CANARY, value=CANARY, source=SOURCE),)

FILLED = {
    Alternative: {"field": CANARY, "value": CANARY, "source": SOURCE},
    Conference: {
        "interests": (Interest(attendee=CANARY),),
        "requirements": (Requirement(rule=CANARY, given={CANARY: NUMBER}, source=SOURCE),),
        "ignore": (Ignore(code=CANARY, about=CANARY, reason=CANARY),),
        "alternatives": ALTERNATIVES,
        "notes": CANARY,
        "folder": CANARY,
        "sources": {CANARY: SOURCE},
        "findings": (Finding(code=CANARY, level=Level.NOTE, message=CANARY, source=SOURCE),),
    },
    Ignore: {"code": CANARY, "about": CANARY, "reason": CANARY},
    Interest: {"attendee": CANARY, "talks": (CANARY,)},
    Person: {
        "email": f"{CANARY}@example.org",
        "phone": f"{CANARY}{NUMBER}",
        "notes": CANARY,
        "available": FOR_EVER,
        "timezone": ZONE,
        "alternatives": ALTERNATIVES,
    },
    Poster: {"notes": CANARY, "alternatives": ALTERNATIVES},
    Requirement: {"rule": CANARY, "given": CANARY, "source": SOURCE},
    Room: {"available": FOR_EVER, "notes": CANARY},
    Talk: {
        "notes": CANARY,
        "alternatives": ALTERNATIVES,
        "needs": (CANARY,),
        "audience": NUMBER,
        "reserve": True,
        "at": (),
    },
}
"""A value for every private field. ``reserve`` and ``at`` say no more than placements do."""
WITHHELD = tuple(
    Room(id=access, name=access, online=True, access=access, how_to_join="Later.")
    for access in (Access.BEFORE, Access.MAIL)
)
"""Rooms of which the workshop has none: their links are kept for later, and for members."""


def models(kind=Model):
    """Every kind of fact."""
    for found in kind.__subclasses__():
        yield found
        yield from models(found)


def private_fields(kind):
    return {n for n in kind.model_fields if kind.visibility(n) is Visibility.PRIVATE}


def own_models():
    return [kind for kind in models() if kind.__module__.startswith("programkit.")]


def singing():
    """The workshop with a canary in every private field, and in all that is withheld."""
    facts = workshop()
    at = {talk.id: talk.at for talk in facts.talks}
    talks = tuple(
        t.replace(**{**FILLED[Talk], "at": at[t.id], "reserve": t.reserve}) for t in facts.talks
    )
    hidden = {"title": f"{CANARY} title", "abstract": f"{CANARY} abstract", "tags": (CANARY,)}
    talks = tuple(
        talk.replace(**hidden) if talk.id in {"withdrawn", "spare"} else talk for talk in talks
    )
    rooms = tuple(
        room.replace(
            **FILLED[Room],
            **({"link": f"https://{CANARY}.example.org"} if room.access is not Access.OPEN else {}),
        )
        for room in (*facts.rooms, *WITHHELD)
    )
    return facts.replace(
        **FILLED[Conference],
        people=tuple(person.replace(**FILLED[Person]) for person in facts.people),
        posters=tuple(poster.replace(**FILLED[Poster]) for poster in facts.posters),
        rooms=rooms,
        talks=talks,
    )


def everything_in(path):
    """All bytes of a file, those of a PDF also with its streams opened and its text read."""
    data = path.read_bytes()
    if path.suffix != ".pdf":
        return data
    parts = [data]
    with pikepdf.open(path) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Stream):
                parts.append(thing.read_bytes())
            parts.append(thing.unparse(resolved=True))
    reader = PdfReader(path)
    parts += [page.extract_text().encode() for page in reader.pages]
    parts.append(str(reader.metadata).encode())
    return b"\n".join(parts)


@pytest.fixture(scope="module")
def outputs(tmp_path_factory):
    folder = tmp_path_factory.mktemp("out")
    program = Program.of(singing())
    build(program, folder)
    for writer in WRITERS:
        write(program, writer.name, folder / f"written{writer.suffix}")
    return {path.name: everything_in(path) for path in folder.rglob("*") if path.is_file()}


def test_every_private_field_has_a_canary():
    private = {kind: private_fields(kind) for kind in own_models()}
    base = {kind for kind in private if kind not in FILLED and issubclass(Talk, kind)}
    series = {kind for kind in private if kind is not Conference and issubclass(kind, Conference)}

    assert {kind: fields for kind, fields in private.items() if fields} == {
        **{kind: set(fields) for kind, fields in FILLED.items()},
        **{kind: private[kind] for kind in base | series if private[kind]},
    }


def test_canaries_can_be_heard(tmp_path):
    """The search finds what is in the open, also where a PDF compresses it."""
    facts = workshop(title=f"{CANARY} opera")
    build(Program.of(facts), tmp_path, only=["booklet", "site", "calendar"])
    files = [p for p in tmp_path.rglob("*") if p.suffix in {".html", ".json", ".pdf"}]
    calendars = list(tmp_path.rglob("program.ics"))

    assert len(files) > len(facts.talks)
    assert len(calendars) == 2
    heard = [CANARY.encode() in everything_in(path) for path in (*files, *calendars)]
    assert all(heard)


@pytest.mark.parametrize("secret", [CANARY, str(NUMBER), ZONE, *DATES])
def test_no_output_has_a_canary(outputs, secret):
    forms = {
        form(secret)
        for text in (secret, secret.lower(), secret.upper())
        for form in (
            lambda _, text=text: text.encode(),
            lambda _, text=text: text.encode("utf-16-be"),
            lambda _, text=text: text.encode().hex().encode(),
        )
    }

    assert len(outputs) >= 5
    assert [name for name, data in outputs.items() if any(form in data for form in forms)] == []


def test_withheld_link_has_its_explanation(outputs):
    assert b"The link is sent to those who register." in outputs["index.html"]
