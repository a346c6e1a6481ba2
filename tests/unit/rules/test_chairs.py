"""Rules about who chairs."""

import pytest

from chairtellings import BY_CHAIR
from programkit.errors import LoadError
from programkit.model.base import TBD
from programkit.model.contributions import CoAuthor, State, Track
from programkit.model.days import Day, Session
from programkit.model.people import Person, Role
from programkit.model.program import Program, SessionDecision
from programkit.rules import (
    RULES,
    ChairAvailable,
    ChairCandidates,
    Chaired,
    ChairFree,
    ChairLoad,
    ChairOwnTalk,
    ChairPairs,
    ChairTrack,
    Reads,
)
from programkit.rules.binding import bind
from programkit.solving import solve
from tiny import attic_session, between, clock, found, hall_session, morning, placed, talk

PEOPLE = tuple(Person(id=name, name=name.title()) for name in ("ada", "bo", "cy"))
RED = Track(id="red", name="Red")


def seeking(*talks, **changes):
    """The hall's and the attic's sessions, at one time from 9:30 to 10:00, seek chairs."""
    items = changes.pop("items", (hall_session(chairs=TBD), attic_session(chairs=TBD)))
    return morning(*talks, items=items, **{"people": PEOPLE, **changes})


def chaired(conference, /, places=(), **chairs):
    """The program with talks in slots, and with these chairs of sessions."""
    decided = tuple(
        SessionDecision(session=name, chairs=(who,) if isinstance(who, str) else who)
        for name, who in chairs.items()
    )
    return placed(conference, **dict(places)).replace(sessions=decided)


def messages(rule, program):
    return [f.message for f in rule.check(program)]


def test_all_rules_about_chairs_read_them():
    assert {rule for rule in RULES if Reads.CHAIR in rule.reads} >= set(BY_CHAIR)


# chaired


def test_session_with_a_talk_and_no_chair_lacks_one():
    program = chaired(seeking(talk("a")), {"a": "s/1"})

    assert found(Chaired(), program) == [("soft", 100, ("s",))]
    assert messages(Chaired(), program) == ["session s Wed 1 May 09:00 has no chair"]


def test_empty_session_needs_no_chair():
    assert found(Chaired(), chaired(seeking(talk("a")))) == []


def test_session_whose_talk_is_cancelled_needs_no_chair():
    conference = seeking(talk("a", state=State.CANCELLED))

    assert found(Chaired(), chaired(conference, {"a": "s/1"})) == []


def test_session_that_holds_no_talks_by_its_nature_needs_a_chair():
    panel = Session(id="panel", room="hall", start=540, minutes=60, chairs=TBD)

    assert found(Chaired(), chaired(seeking(items=(panel,)))) == [("soft", 100, ("panel",))]


def test_session_with_a_chair_is_chaired():
    assert found(Chaired(), chaired(seeking(talk("a")), {"a": "s/1"}, s="ada")) == []


def test_chairs_of_the_facts_are_enough():
    conference = seeking(talk("a"), items=(hall_session(chairs=()),))

    assert found(Chaired(chairs=2), chaired(conference, {"a": "s/1"})) == []


def test_chair_without_talks_is_always_hard():
    program = chaired(seeking(talk("a")), s="ada")

    assert found(Chaired(), program) == [("hard", 0, ("s",))]
    assert messages(Chaired(), program) == ["session s Wed 1 May 09:00 has a chair and no talks"]


def test_session_that_can_hold_nothing_gets_no_chair():
    result = solve(seeking(people=PEOPLE[:1], tracks=(RED.replace(chairs=("ada",)),)))

    assert (result.cost, result.program.sessions) == (0, ())


def test_too_many_chairs_are_always_hard():
    program = chaired(seeking(talk("a")), {"a": "s/1"}, s=("ada", "bo"))

    assert found(Chaired(), program) == [("hard", 0, ("s",))]
    assert messages(Chaired(), program) == ["session s Wed 1 May 09:00 has 2 chairs"]


def test_one_of_two_chairs_is_missing():
    program = chaired(seeking(talk("a")), {"a": "s/1"}, s="ada")

    assert found(Chaired(chairs=2), program) == [("soft", 100, ("s",))]
    assert messages(Chaired(chairs=2), program) == [
        "session s Wed 1 May 09:00 lacks 1 of its chairs"
    ]


# chair-free


def test_nobody_chairs_two_sessions_at_once():
    program = chaired(seeking(), s="ada", p="ada")

    assert found(ChairFree(), program) == [("hard", 0, ("ada", "s", "p"))]
    assert messages(ChairFree(), program) == [
        "Ada chairs session s Wed 1 May 09:00 and session p Wed 1 May 09:30"
    ]


def test_two_people_chair_at_once():
    assert found(ChairFree(), chaired(seeking(), s="ada", p="bo")) == []


def test_sessions_that_touch_can_have_one_chair():
    items = (hall_session(chairs=("ada",)), attic_session(start=630, chairs=("ada",)))

    assert found(ChairFree(), Program.of(seeking(items=items))) == []


def test_sessions_without_a_time_can_have_one_chair():
    items = (hall_session(start=TBD, chairs=("ada",)), attic_session(chairs=("ada",)))

    assert found(ChairFree(), Program.of(seeking(items=items))) == []


def test_nobody_speaks_elsewhere_while_chairing():
    program = chaired(seeking(talk("a", "ada")), {"a": "p/1"}, s="ada")

    assert found(ChairFree(), program) == [("hard", 0, ("ada", "s", "a"))]
    assert messages(ChairFree(), program) == [
        'Ada chairs session s Wed 1 May 09:00 and speaks meanwhile: talk "a" (A) Wed 1 May 09:30'
    ]


def test_chair_of_the_facts_is_judged_too():
    items = (hall_session(chairs=("ada",)), attic_session())
    program = placed(seeking(talk("a", "ada"), items=items), a="p/1")

    assert found(ChairFree(), program) == [("hard", 0, ("ada", "s", "a"))]


def test_own_talk_in_the_session_is_not_elsewhere():
    assert found(ChairFree(), chaired(seeking(talk("a", "ada")), {"a": "s/1"}, s="ada")) == []


def test_speaking_after_the_session_is_fine():
    assert found(ChairFree(), chaired(seeking(talk("a", "ada")), {"a": "s/3"}, p="ada")) == []


# chair-available


def test_chair_who_is_there_for_part_of_the_session_is_not_available():
    hours = (between(clock(9), clock(10)),)
    ada = Person(id="ada", name="Ada", available=hours)
    program = chaired(seeking(people=(ada,)), s="ada", p="ada")

    assert found(ChairAvailable(), program) == [("hard", 0, ("ada", "s"))]
    assert messages(ChairAvailable(), program) == [
        "Ada is not available to chair session s Wed 1 May 09:00, only Wed 1 May 09:00–10:00"
    ]


def test_hours_say_nothing_of_a_day_without_a_date():
    ada = Person(id="ada", name="Ada", available=(between(clock(9), clock(10)),))
    days = (Day(date=TBD, items=(hall_session(chairs=("ada",)),)),)

    assert found(ChairAvailable(), Program.of(seeking(people=(ada,), days=days))) == []


def test_hours_say_nothing_of_a_session_without_a_time():
    ada = Person(id="ada", name="Ada", available=(between(clock(9), clock(10)),))
    items = (hall_session(start=TBD, chairs=("ada",)),)

    assert found(ChairAvailable(), Program.of(seeking(people=(ada,), items=items))) == []


# chair-own-talk


def test_nobody_chairs_their_own_talk():
    program = chaired(seeking(talk("a", "ada")), {"a": "s/1"}, s="ada")

    assert found(ChairOwnTalk(), program) == [("soft", 20, ("ada", "s", "a"))]
    assert messages(ChairOwnTalk(), program) == [
        'Ada chairs session s Wed 1 May 09:00, in which is their own talk "a" (A)'
    ]


def test_co_author_chairs_unless_told_otherwise():
    conference = seeking(talk("a", "bo", coauthors=(CoAuthor(person="ada"),)))
    program = chaired(conference, {"a": "s/1"}, s="ada")

    assert found(ChairOwnTalk(), program) == []
    assert found(ChairOwnTalk(coauthors=True), program) == [("soft", 20, ("ada", "s", "a"))]


# chair-load


def test_even_share_is_what_all_have_to_chair():
    program = chaired(seeking(), s="ada", p="ada")
    everybody = seeking(talk("a", "ada"), talk("b", "bo"), talk("c", "cy"))

    assert found(ChairLoad(), program) == []  # nobody else is known to chair
    assert found(ChairLoad(), chaired(everybody, s="ada", p="ada")) == [("soft", 1, ("ada",))]


def test_chairing_too_often_is_said_with_the_sessions():
    program = chaired(seeking(), s="ada", p="ada")

    assert messages(ChairLoad(most=1), program) == [
        "Ada chairs session s Wed 1 May 09:00 and session p Wed 1 May 09:30; 1 would be enough"
    ]


def test_load_speaks_of_certain_people():
    program = chaired(seeking(), s="ada", p="ada")

    assert found(ChairLoad(most=0, people="ada"), program) == [("soft", 2, ("ada",))]
    assert found(ChairLoad(most=0, people="bo"), program) == []
    assert (ChairLoad().general, ChairLoad(people="bo").general) == (True, False)


# chair-pairs


def test_junior_chairs_with_a_mentor_only():
    rule = ChairPairs(people="ada", mentors=("bo", "cy"))

    assert found(rule, chaired(seeking(), s=("ada", "cy"))) == []
    assert found(rule, chaired(seeking(), s="ada")) == [("hard", 0, ("ada", "s"))]
    assert messages(rule, chaired(seeking(), s="ada")) == [
        "Ada chairs session s Wed 1 May 09:00 without Bo or Cy"
    ]


def test_mentor_chairs_alone():
    assert found(ChairPairs(people="ada", mentors="bo"), chaired(seeking(), s="bo")) == []


def test_nobody_is_their_own_mentor():
    rule = ChairPairs(people=("ada", "bo"), mentors=("ada", "bo"))

    assert found(rule, chaired(seeking(), s="ada")) == [("hard", 0, ("ada", "s"))]


# chair-track


def test_speaker_of_a_track_knows_it():
    conference = seeking(talk("a", "ada", track="red"), talk("b", track="red"), tracks=(RED,))
    program = chaired(conference, {"b": "s/1"}, s="ada", p="bo")

    assert found(ChairTrack(), program) == []


def test_chairs_of_a_track_know_it_better():
    red = RED.replace(chairs=("bo",))
    conference = seeking(talk("a", "ada", track="red"), talk("b", track="red"), tracks=(red,))
    program = chaired(conference, {"b": "s/1"}, s="ada")

    assert found(ChairTrack(), program) == [("soft", 1, ("ada", "s", "red"))]
    assert messages(ChairTrack(tracks="red"), program) == [
        "Ada chairs session s Wed 1 May 09:00 and has no part in the track Red"
    ]
    assert (ChairTrack().general, ChairTrack(tracks="red").general) == (True, False)


# chair-candidates


def test_chairs_are_among_the_candidates():
    rule = ChairCandidates(people=("bo", "cy"))
    program = chaired(seeking(), s="ada", p="cy")

    assert found(rule, program) == [("hard", 0, ("ada", "s"))]
    assert messages(rule, program) == ["Ada chairs session s Wed 1 May 09:00, not Bo or Cy"]


def test_candidates_for_a_session():
    program = chaired(seeking(), s="ada", p="ada")

    assert found(ChairCandidates(people="bo", sessions="p"), program) == [("hard", 0, ("ada", "p"))]


def test_candidates_for_a_track():
    conference = seeking(talk("a", track="red"), tracks=(RED,))
    program = chaired(conference, {"a": "s/1"}, s="ada", p="ada")

    assert found(ChairCandidates(people="bo", tracks="red"), program) == [("hard", 0, ("ada", "s"))]


def test_chairs_of_the_facts_were_chosen_before():
    items = (hall_session(chairs=("ada",)),)

    assert found(ChairCandidates(people="bo"), Program.of(seeking(items=items))) == []


def test_candidate_who_may_not_chair_is_a_fault():
    conference = seeking(people=(*PEOPLE, Person(id="di", name="Di", roles=(Role(role="chair"),))))

    with pytest.raises(LoadError, match="chair-candidates names ada, who is none of those who may"):
        bind(conference, [ChairCandidates(people="ada")])


@pytest.mark.parametrize(
    ("rule", "names"),
    [
        (ChairCandidates(people="xy"), "person"),
        (ChairCandidates(people="ada", sessions="xy"), "session"),
        (ChairTrack(tracks="xy"), "track"),
        (ChairLoad(people="xy"), "person"),
        (ChairPairs(people="xy", mentors="bo"), "person"),
        (ChairPairs(people="bo", mentors="xy"), "person"),
    ],
)
def test_names_that_nothing_has_are_faults(rule, names):
    with pytest.raises(LoadError, match=f'names {names} "xy", which does not exist'):
        bind(seeking(talk("a", "ada")), [rule])


@pytest.mark.parametrize(
    ("rule", "about", "words"),
    [
        (Chaired(), ("s",), "session s Wed 1 May 09:00 has a chair if it has talks"),
        (Chaired(chairs=2), ("s",), "session s Wed 1 May 09:00 has 2 chairs if it has talks"),
        (ChairFree(), ("ada",), "Ada is in one place at a time, chairing or speaking"),
        (ChairAvailable(), ("ada",), "Ada chairs only Wed 1 May 09:00–10:00"),
        (ChairOwnTalk(), ("ada",), "Ada chairs no session with a talk of their own"),
        (ChairLoad(most=1), ("ada",), "Ada chairs no more than 1 session"),
        (ChairLoad(), ("ada",), "Ada chairs no more than 2 sessions"),
        (ChairPairs(people="ada", mentors="bo"), ("ada",), "Ada chairs only with Bo"),
        (ChairTrack(), ("ada", "red"), "Ada chairs no session of the track Red"),
        (
            ChairCandidates(people=("bo", "cy")),
            ("s",),
            "session s Wed 1 May 09:00 is chaired by Bo or Cy, not by others",
        ),
    ],
)
def test_requirement_is_said_in_a_clause(rule, about, words):
    ada = Person(id="ada", name="Ada", available=(between(clock(9), clock(10)),))
    conference = seeking(people=(ada, *PEOPLE[1:]), tracks=(RED,))

    assert rule.requirement(conference, about) == words
