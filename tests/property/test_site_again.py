"""A site that is made again after any edit is the one that is made at once, byte for byte."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.colloquium import colloquium_program
from tests.rovinj import rovinj_program
from tests.workshop import workshop_program

from programkit.building import agenda
from programkit.files.folders import MARKER
from programkit.files.published.draft import Draft
from programkit.files.published.published import Published
from programkit.model.base import TBD
from programkit.model.contributions import State
from programkit.model.program import Program
from programkit.outline.build import public_outline
from programkit.outputs.sites import ProjectSite

PROGRAMS = [rovinj_program(), workshop_program(), colloquium_program()]
NOW = datetime(2026, 10, 1, tzinfo=UTC)
TALKS = [
    {"abstract": "Something *else* with $x^2$ is shown."},
    {"abstract": ""},
    {"abstract": TBD},
    {"title": "Another title"},
    {"title": TBD},
    {"tags": ("new",)},
    {"state": State.CANCELLED},
    {"state": State.WITHDRAWN},
    {"speakers": TBD},
    {"formerly": ("earlier",)},
]
FACTS = [{"title": "Another name"}, {"place": "Elsewhere"}, {"hours": 12}, {"language": "de"}]
ROOMS = [{"name": "Hall X"}, {"online": True, "how_to_join": "Ask."}]


def edited(program: Program, draw) -> Program:
    """The program after one edit; decisions stay."""
    facts = program.conference
    kind = draw.choice(["talks", "talks", "talks", "posters", "people", "rooms", "facts"])
    if kind == "facts" or not getattr(facts, kind):
        return program.replace(conference=facts.replace(**draw.choice(FACTS)))
    things = list(getattr(facts, kind))
    place = draw.randrange(len(things))
    people = [{"name": "Zoe Else"}, {"bio": "Known."}]
    changes = {"talks": TALKS, "posters": TALKS[:4], "rooms": ROOMS, "people": people}
    things[place] = things[place].replace(**draw.choice(changes[kind]))
    return program.replace(conference=facts.replace(**{kind: tuple(things)}))


def published(known: Published | None, program: Program, moment: datetime) -> Published | None:
    """What is known after the program is published, if anybody keeps track."""
    draft = Draft.of(program.public(), public_outline(program))
    return None if known is None else known.after(draft, moment)


@settings(max_examples=8)
@given(
    draw=st.randoms(),
    now=st.sampled_from([None, NOW]),
    known=st.sampled_from([None, Published()]),
)
def test_site_made_again_is_the_site_made_at_once(draw, now, known):
    program, site = draw.choice(PROGRAMS), ProjectSite()
    with TemporaryDirectory() as folder:
        out = Path(folder) / "site"
        for day in range(3):
            known = published(known, program, NOW + timedelta(days=day))
            agenda(program, out, published=known, now=now, site=site)
            at_once = ProjectSite().files(program, published=known, now=now)
            written = {
                path.relative_to(out).as_posix(): path.read_bytes()
                for path in out.rglob("*")
                if path.is_file() and path.name != MARKER
            }
            assert written == at_once
            program = edited(program, draw)
