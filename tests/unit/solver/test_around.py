from programkit.model.program import SessionDecision
from programkit.solver.around import Around
from tiny import attic_session, hall_session, morning, placed, talk


def program(**places):
    conference = morning(talk("a"), talk("b"), items=(hall_session(), attic_session(room="TBD")))
    return placed(conference, **places)


def part(**open_ones):
    given = {name: frozenset(names) for name, names in open_ones.items()}
    return Around(program=program(a="s/1"), **{"talks": frozenset(), **given})


def test_part_touches_the_sessions_of_slots_and_those_named():
    assert part(places={"s/2"}, sessions={"p"}).touches == {"s", "p"}
    assert part(places={"p"}).touches == {"p"}
    assert part(chaired={"s"}).touches == {"s"}


def test_part_without_anything_is_empty():
    assert part(places={"s/2"}).empty
    assert not part(talks={"a"}).empty
    assert not part(posters={"x"}).empty


def test_what_was_decided_is_put_into_what_was_found_meanwhile():
    meanwhile = program(a="s/1", b="s/2").replace(
        sessions=(SessionDecision(session="p", room="hall"),)
    )
    decided = program(a="s/3", b="s/3").replace(
        sessions=(SessionDecision(session="p", room="attic"),)
    )

    both = part(talks={"a"}, sessions={"p"}).put_into(meanwhile, decided)
    talks_only = part(talks={"a"}).put_into(meanwhile, decided)

    assert {p.talk: p.slots for p in both.placements} == {"a": ("s/3",), "b": ("s/2",)}
    assert both.sessions == decided.sessions
    assert talks_only.sessions == meanwhile.sessions
