"""The command that announces."""

import pytest

FACTS = """\
title: Seminar
timezone: Europe/Amsterdam
revised: 2026-05-01
recurrence: {first: Mon 11 May 2026, interval: 2, count: 5, at: 16:00}
people:
  - {id: ana, name: Ana Horvat, email: ana@example.org}
talks:
  - {id: ships, title: Counting ships, speaker: ana, abstract: "", at: 2026-05-11 16:00}
  - {id: owed, speaker: ana, at: 2026-05-25 16:00}
"""


@pytest.fixture
def seminar(tmp_path):
    (tmp_path / "conference.yaml").write_text(FACTS, encoding="utf-8")
    return tmp_path


def test_next_talk_is_printed(run, seminar):
    ran = run("announce", seminar, "--zone", "Sydney")

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(
        "Subject: Seminar, Mon, 11 May: Ana Horvat: Counting ships\n\nSeminar\n"
    )
    assert "Sydney: 00:00 (next day, Tue, 12 May)" in ran.out


def test_options_are_handed_on(run, seminar):
    ran = run(
        "announce", seminar, "--talk", "owed", "--kind", "reminder", "--language", "de",
        "--now", "2026-05-20T10:00",
    )  # fmt: skip

    assert ran.out.startswith("Subject: Erinnerung: Seminar, Mo., 25. Mai: Ana Horvat: Titel wird")


def test_nothing_to_announce(run, seminar):
    ran = run("announce", seminar, "--days", "3")

    told = "there is no talk to announce; --now says what day it is, --talk which one is meant\n"
    assert (ran.code, ran.out, ran.err) == (1, "", told)


def test_files_by_the_end_of_their_names(run, seminar):
    out = seminar / "out"
    for suffix in ("eml", "html", "TXT"):
        assert run("announce", seminar, "-o", out / f"a.{suffix}").code == 0

    assert [path.read_bytes()[:9] for path in sorted(out.iterdir())] == [
        b"Seminar\n\n",
        b"Subject: ",
        b"<!doctype",
    ]
    ran = run("announce", seminar, "-o", out / "a.pdf")
    assert (ran.code, ran.err) == (2, '"a.pdf" ends in none of .eml, .html, .txt\n')


def test_folder_has_all_forms(run, seminar):
    run("announce", seminar, "-o", seminar / "out", "--to", "list@example.org")

    names = sorted(path.name for path in (seminar / "out").iterdir())
    assert names == ["announcement.eml", "announcement.html", "announcement.txt"]
    assert b"To: list@example.org" in (seminar / "out" / names[0]).read_bytes()


def test_what_is_missing_is_listed(run, seminar):
    assert run("announce", seminar, "--missing").out == "\n"
    ran = run("announce", seminar, "--missing", "--days", "30")

    assert ran.out.startswith("To: Ana Horvat <ana@example.org>\nSubject: Your talk on Monday, 25")


def test_what_is_missing_as_mails(run, seminar):
    ran = run("announce", seminar, "--missing", "--days", "30", "-o", seminar / "out")

    assert ran.err == f"wrote {seminar / 'out' / '01-draft-owed.eml'}\n"


def test_moment_must_be_told(run, seminar):
    facts = FACTS.replace("revised: 2026-05-01\n", "")
    (seminar / "conference.yaml").write_text(facts, encoding="utf-8")
    ran = run("announce", seminar)

    assert ran.code == 2
    assert "say --now TIME" in ran.err
