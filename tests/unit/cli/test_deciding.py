import json
import re

import pytest

from programkit import solving
from programkit.loading import load, load_program
from programkit.model.program import Program
from programkit.model.result import Result, Status


def test_check_prints_the_findings_and_exits_1_on_hard_ones(run, small):
    ran = run("check", small)

    assert ran.code == 1
    assert ran.out.splitlines()[-1].startswith("1 hard, ")
    assert (ran.out.startswith("hard  room-free"), ran.err) == (True, "")


def test_check_exits_0_where_nothing_is_hard(run, starter):
    ran = run("check", starter)

    assert ran.code == 0
    assert ran.out.splitlines()[-1].startswith("0 hard")


def test_check_judges_the_saved_program(run, starter):
    before = run("check", starter).out
    run("solve", starter)

    assert "talk-placed" in before
    assert "talk-placed" not in run("check", starter).out


@pytest.mark.parametrize(("form", "key"), [("json", "findings"), ("sarif", "runs")])
def test_check_prints_for_programs_too(run, starter, form, key):
    assert key in json.loads(run("check", starter, "--format", form).out)


def test_check_is_told_from_when_to_count_what_is_soon(run, tmp_path):
    rule = "recurrence: {first: 2026-05-11, at: 16:00, count: 1}"
    (tmp_path / "conference.yaml").write_text(f"title: Seminar\n{rule}\n", encoding="utf-8")

    assert "tba-near" not in run("check", tmp_path, "--now", "2026-04-01").out
    assert "tba-near" in run("check", tmp_path, "--now", "2026-05-01").out
    assert run("check", tmp_path, "--now", "soon").code == 2


def test_solve_writes_the_program_beside_the_facts(run, starter):
    ran = run("solve", starter)

    assert (ran.code, ran.err) == (0, f"wrote {starter / 'program.json'}\n")
    assert ran.out == "optimal: cost 0, bound 0, gap 0.0%\n"
    assert load_program(load(starter), starter / "program.json").unplaced == ()


@pytest.mark.parametrize(
    ("count", "told"),
    [
        (1, '1 talk has no place: "t0"; '),
        (7, '7 talks have no place: "t0", "t1", "t2", "t3", "t4" …; '),
    ],
)
def test_solve_names_talks_that_are_left_over(run, tmp_path, count, told):
    talks = "".join(f"  - {{id: t{number}, title: Tides}}\n" for number in range(count))
    (tmp_path / "conference.yaml").write_text(f"title: A\ntalks:\n{talks}")

    ran = run("solve", tmp_path)

    remedy = "add slots for them, or see what check says\n"
    assert ran.code == 0
    assert ran.err == f"{told}{remedy}wrote {tmp_path / 'program.json'}\n"


def test_solve_that_takes_longer_says_what_it_took(run, starter):
    ran = run("solve", starter, "--time-limit", "0")

    assert (ran.code, ran.out) == (1, "unknown: no program\n")
    assert re.fullmatch(
        r"\d+\.\d s; the largest model had \d+ variables and \d+ constraints; "
        r"at most \d+ MiB of memory\n",
        ran.err,
    )


def _three_talks(folder):
    """A project with a slot for each talk."""
    talks = "".join(f"  - {{id: t{number}, title: T{number}}}\n" for number in range(3))
    (folder / "conference.yaml").write_text(
        f"title: A\ntalks:\n{talks}days:\n  - date: 2026-01-05\n    items:\n"
        "      - {session: S, id: s, at: 9:00, slots: 3 x 30 min}\n"
    )
    return folder


def _found_in_no_time(monkeypatch, *, status):
    """A search that comes home with nothing placed: stopped at once, or done."""

    def solve(conference, **_):
        return Result(status=status, found=Program.of(conference), cost=3000)

    monkeypatch.setattr(solving, "solve", solve)


def test_solve_that_was_cut_short_keeps_the_better_program(run, tmp_path, monkeypatch):
    project = _three_talks(tmp_path)
    run("solve", project)
    before = (project / "program.json").read_bytes()
    _found_in_no_time(monkeypatch, status=Status.FEASIBLE)

    ran = run("solve", project)
    elsewhere = run("solve", project, "--output", project / "found.json")

    assert ran.code == 0
    assert ran.err.endswith(
        f"{project / 'program.json'} is better and stays; "
        "allow more time, or write elsewhere with --output\n"
    )
    assert (project / "program.json").read_bytes() == before
    assert elsewhere.err.endswith(f"wrote {project / 'found.json'}\n")


@pytest.mark.parametrize(
    ("status", "there"),
    [
        (Status.OPTIMAL, None),
        (Status.FEASIBLE, "no JSON"),
    ],
    ids=["proved", "unreadable"],
)
def test_solve_replaces_what_cannot_be_better(run, tmp_path, monkeypatch, status, there):
    project = _three_talks(tmp_path)
    run("solve", project)
    if there is not None:
        (project / "program.json").write_text(there)
    before = (project / "program.json").read_bytes()
    _found_in_no_time(monkeypatch, status=status)

    ran = run("solve", project)

    assert ran.err.endswith(f"wrote {project / 'program.json'}\n")
    assert (project / "program.json").read_bytes() != before


def test_solve_may_use_processes(run, starter):
    assert run("solve", starter, "--processes", "1").code == 0


def test_solve_is_reproducible_if_asked_to(run, starter):
    assert run("solve", starter, "--reproducible", "--effort", "1").code == 0

    ran = run("solve", starter, "--reproducible")
    assert (ran.code, ran.out) == (2, "")
    assert "reproducible needs an effort" in ran.err


def test_solve_writes_elsewhere_if_told(run, starter, tmp_path):
    assert run("solve", starter, "-o", tmp_path / "p.json").code == 0
    assert (tmp_path / "p.json").exists()
    assert not (starter / "program.json").exists()


def test_solve_of_a_variant_has_a_program_of_its_own(run, starter):
    (starter / "other.yaml").write_text("extends: conference.yaml\ntitle: Other\n")

    run("solve", starter / "other.yaml")
    run("solve", starter / "conference.yaml")

    found = sorted(path.name for path in starter.glob("*.json"))
    assert found == ["other.program.json", "program.json"]


def test_solve_without_a_program_gives_the_reasons(run, small):
    ran = run("solve", small)

    assert ran.code == 1
    assert ran.out.startswith("infeasible: no program\n")
    assert ran.out.count("hard pinned") == 2
    assert not (small / "program.json").exists()


def test_solve_stays_close_to_a_previous_program(run, starter):
    run("solve", starter)
    before = (starter / "program.json").read_bytes()

    ran = run("solve", starter, "--previous", starter / "program.json", "--seed", "7")

    assert ran.code == 0
    assert (starter / "program.json").read_bytes() == before


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--effort", "0"), "effort is 0"),
        (("--workers", "0"), "workers is 0"),
        (("--seed", "-1"), "seed is -1"),
        (("--time-limit", "-1"), "time_limit is -1"),
        (("--free", "nobody"), 'there is no talk "nobody"'),
        (("--previous", "none.json"), "none.json: the file does not exist"),
    ],
)
def test_solve_refuses_what_makes_no_sense(run, starter, options, message):
    ran = run("solve", starter, *options)

    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err


def test_explain_says_what_is_possible(run, starter):
    ran = run("explain", starter)

    assert ran.code == 0
    assert ran.out == "a program exists; it costs 0\n"


def test_explain_says_what_clashes(run, small):
    ran = run("explain", small)

    assert ran.code == 1
    assert ran.out.startswith("a program is impossible\nthese cannot hold together")
    assert "ways out, the cheapest first, each tried:" in ran.out
    assert "\x1b" not in ran.out


def test_explain_prints_for_programs_too(run, small):
    answer = json.loads(run("explain", small, "--format", "json").out)

    assert [finding["code"] for finding in answer["findings"]][:3] == [
        "impossible",
        "pinned",
        "pinned",
    ]


def test_explain_says_what_would_have_to_move_in_the_saved_program(run, starter):
    run("solve", starter)
    program = load_program(load(starter), starter / "program.json")
    places = {p.talk: p.slots[0] for p in program.placements if p.slots}
    other = next(p for p in places.values() if p != places["counting-fish"])

    ran = run("explain", starter, "--talk", "counting-fish", "--at", other)

    assert ran.out.startswith('placing talk "counting-fish" at ')
    assert ("what would change:" in ran.out) == (ran.code == 0)


def test_explain_refuses_an_unknown_talk(run, starter):
    ran = run("explain", starter, "--talk", "nobody")

    assert ran.code == 2
    assert ran.err.startswith('there is no talk "nobody"; there are counting-birds, ')


def test_diff_says_what_changed_and_who_must_be_told(run, small, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    text = (small / "conference.yaml").read_text(encoding="utf-8")
    text = text.replace("title: B,", "title: Better, speakers: [Ana Horvat],")
    (other / "conference.yaml").write_text(text, encoding="utf-8")

    ran = run("diff", small, other)

    assert (ran.code, ran.err) == (0, "")
    assert "retitled b: from “B” to “Better”" in ran.out
    assert ran.out.splitlines()[-1] == "to be told: Ana Horvat"
    assert run("diff", small, small).out == "no changes\n"


def test_diff_of_strangers_titles_cannot_steer_the_terminal(run, small, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    text = (small / "conference.yaml").read_text(encoding="utf-8")
    (other / "conference.yaml").write_text(text.replace("[2J", "[3J"), encoding="utf-8")

    ran = run("diff", small, other)

    assert "A [2J" in ran.out
    assert "\x1b" not in ran.out


def test_diff_takes_files_of_decisions(run, starter):
    run("solve", starter)
    (starter / "other.yaml").write_text("extends: conference.yaml\n")
    run("solve", starter / "other.yaml")

    assert run("diff", starter / "other.program.json", starter / "program.json").code == 0
    assert run("diff", starter, starter / "program.json").out == "no changes\n"


def test_diff_writes_to_each_person(run, small, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    text = (small / "conference.yaml").read_text(encoding="utf-8")
    text = text.replace("title: B,", "title: Better, speakers: [Ana Horvat],")
    (other / "conference.yaml").write_text(text, encoding="utf-8")

    told = run("diff", small, other, "--per-person").out
    answer = json.loads(run("diff", small, other, "--format", "json").out)

    assert told.startswith("Ana Horvat\n\n“Better”\n  Title: “B” → “Better”\n")
    assert [message["name"] for message in answer["messages"]] == ["Ana Horvat"]
    assert answer["changes"][0]["kind"] == "retitled"


def test_solve_lets_somebody_step_in_and_says_how_to_make_it_a_fact(run, starter):
    run("solve", starter)
    before = load_program(load(starter), starter / "program.json")

    ran = run("solve", starter, "--replace", "counting-fish")

    assert ran.code == 0
    [slot] = before.by_talk["counting-fish"][0].placement.slots
    assert f"write: {{id: counting-fish, state: cancelled, at: {slot}}}" in ran.err
    assert "state counting-fish: from confirmed to cancelled" in ran.out
    assert "to be told: " in ran.out
    after = load_program(load(starter), starter / "program.json")
    assert "counting-fish" in before.by_talk
    assert "counting-fish" not in after.by_talk


def test_nobody_steps_in_before_there_is_a_program(run, starter):
    ran = run("solve", starter, "--replace", "counting-fish")

    assert (ran.code, ran.out) == (2, "")
    assert "program.json: the file does not exist" in ran.err
