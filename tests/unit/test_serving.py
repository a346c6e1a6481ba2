import threading
import time

import pytest
from tests.workshop import workshop_program

from programkit.checking import check
from programkit.errors import LoadError
from programkit.outputs import preview as previews
from programkit.outputs.preview import HOST, Preview
from programkit.serving import follow, serve


def project():
    program = workshop_program()
    return program, check(program)


class Counting(Preview):
    """Counts how often it was refreshed, and how."""

    def __init__(self):
        self.refreshed = []

    def refresh(self, *, templates=False):
        self.refreshed.append(templates)


@pytest.fixture
def followed(tmp_path):
    """A preview that follows a folder."""
    counting, ended = Counting(), threading.Event()
    thread = threading.Thread(target=follow, args=(counting, tmp_path, ended))
    thread.start()
    time.sleep(0.3)  # until the system watches
    yield counting
    ended.set()
    thread.join()


def until(condition):
    """Wait for something that another thread does."""
    for _ in range(200):
        if condition():
            return True
        time.sleep(0.05)
    return False


def test_a_changed_file_refreshes_the_preview(followed, tmp_path):
    (tmp_path / "conference.yaml").write_text("title: A", encoding="utf-8")

    assert until(lambda: followed.refreshed)
    assert followed.refreshed == [False]


def test_a_changed_template_makes_the_templates_anew(followed, tmp_path):
    (tmp_path / "agenda").mkdir()
    (tmp_path / "agenda" / "talk.html").write_text("x", encoding="utf-8")

    assert until(lambda: followed.refreshed)
    assert followed.refreshed[0] is True


def test_hidden_files_do_not_count(followed, tmp_path):
    (tmp_path / ".swap").write_text("x", encoding="utf-8")
    time.sleep(0.3)
    (tmp_path / "seen").write_text("x", encoding="utf-8")

    assert until(lambda: followed.refreshed)
    assert len(followed.refreshed) == 1


def test_serve_says_where_and_ends_on_interrupt(tmp_path, monkeypatch):
    def interrupted(_server):
        raise KeyboardInterrupt

    monkeypatch.setattr(previews.ThreadingHTTPServer, "serve_forever", interrupted)
    said = []
    serve(tmp_path, project, port=0, say=said.append)

    assert said[0].startswith(f"serving http://{HOST}:")
    assert said[1] == "ended"


def test_serve_takes_a_file_and_may_be_silent(tmp_path, monkeypatch):
    monkeypatch.setattr(previews.ThreadingHTTPServer, "serve_forever", lambda _server: None)
    file = tmp_path / "conference.yaml"
    file.write_text("title: A", encoding="utf-8")

    assert serve(file, project, port=0) is None


def test_serve_of_nothing_is_refused(tmp_path):
    with pytest.raises(LoadError, match="there is no such project"):
        serve(tmp_path / "nowhere", project)
