import io
import subprocess
import sys

import pytest

from programkit.cli import INTERRUPTED


def test_fault_of_the_files_is_a_message(run, tmp_path):
    ran = run("check", tmp_path / "nowhere")

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith("nowhere: the file does not exist; check the name\n")


def test_messages_cannot_steer_the_terminal(run, tmp_path):
    (tmp_path / "conference.yaml").write_text('title: T\n"x\\e[2J": 1\n', encoding="utf-8")

    ran = run("check", tmp_path)

    assert ran.code == 2
    assert 'x[2J" is no field of a conference' in ran.err
    assert "\x1b" not in ran.err


@pytest.mark.parametrize(
    ("error", "code", "message"),
    [
        (OSError(28, "No space left on device", "a.txt"), 2, "a.txt: No space left on device\n"),
        (OSError(5, "Input/output error"), 2, "Input/output error\n"),
        (KeyboardInterrupt(), INTERRUPTED, ""),
        (MemoryError(), 2, "there is too little memory on this machine for that\n"),
    ],
)
def test_what_the_machine_refuses_ends_without_a_traceback(
    run, monkeypatch, tmp_path, error, code, message
):
    def fails(_path):
        raise error

    monkeypatch.setattr("programkit.cli.projects.new_project", fails)

    ran = run("new", tmp_path / "x")

    assert (ran.code, ran.err) == (code, message)


def test_output_is_utf8_whatever_the_locale(starter):
    environment = {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    command = [sys.executable, "-c", "from programkit.cli import main; main()", "check", starter]
    plain, other = (
        subprocess.run(command, env=env, capture_output=True, check=True).stdout
        for env in ({"PYTHONUTF8": "1"}, environment)
    )

    assert "→ ask the speaker" in plain.decode()
    assert other == plain


def test_stream_that_is_no_text_file_is_left_alone(monkeypatch, run, tmp_path):
    monkeypatch.setattr(sys, "stdout", io.StringIO())

    assert run("check", tmp_path).code == 2


def test_commands_are_listed(run):
    ran = run("--help")

    words = [line.split()[0] for line in ran.out.split("Commands:")[1].splitlines() if line.strip()]
    assert words == [
        "new", "import", "check", "solve", "explain", "diff", "build", "write", "serve", "announce",
        "impose", "archive", "schema",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "arguments",
    [
        ("frobnicate",),
        ("check",),
        ("check", "--format", "xml", "."),
        ("build", "."),
        ("write", ".", "markdown"),
        ("import", "a.csv"),
        ("diff", "."),
        ("serve", ".", "--port", "80000"),
        ("solve", ".", "--seed", "x"),
    ],
)
def test_bad_usage_is_told(run, arguments):
    ran = run(*arguments)

    assert (ran.code, ran.out) == (2, "")
    assert "Error:" in ran.err


def test_faults_without_end_are_counted(run, tmp_path):
    unknown = "".join(f"x{number}: 1\n" for number in range(300))
    (tmp_path / "conference.yaml").write_text(f"title: T\n{unknown}", encoding="utf-8")

    ran = run("check", tmp_path)

    assert len(ran.err.splitlines()) == 101
    assert ran.err.splitlines()[-1] == "and 200 more"
