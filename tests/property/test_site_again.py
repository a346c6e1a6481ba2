"""A site that is made again after any edit is the one that is made at once, byte for byte."""

from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.colloquium import colloquium_program
from tests.rovinj import rovinj_program
from tests.workshop import workshop_program

from programkit.model.base import TBD
from programkit.model.contributions import State
from programkit.model.program import Program
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
    {"speakers": TBD},
]
FACTS = [{"title": "Another name"}, {"place": "Elsewhere"}, {"hours": 12}, {"language": "de"}]
ROOMS = [{"name": "Hall X"}, {"online": True, "how_to_join": "Ask."}]


def edited(program: Program, draw) -> Program:
    """The program after one edit; decisions stay."""
    facts = program.conference
    kind = draw.choice(["talks", "talks", "talks", "people", "rooms", "facts"])
    if kind == "facts" or not getattr(facts, kind):
        return program.replace(conference=facts.replace(**draw.choice(FACTS)))
    things = list(getattr(facts, kind))
    place = draw.randrange(len(things))
    changes = {"talks": TALKS, "rooms": ROOMS, "people": [{"name": "Zoe Else"}, {"bio": "Known."}]}
    things[place] = things[place].replace(**draw.choice(changes[kind]))
    return program.replace(conference=facts.replace(**{kind: tuple(things)}))


@settings(max_examples=8)
@given(draw=st.randoms(), now=st.sampled_from([None, NOW]))
def test_site_made_again_is_the_site_made_at_once(draw, now):
    program, site = draw.choice(PROGRAMS), ProjectSite()
    site.files(program, now=now)
    for _ in range(2):
        program = edited(program, draw)
        assert site.files(program, now=now) == ProjectSite().files(program, now=now)
