import contextlib
import http.client
import threading

import pytest
from tests.workshop import workshop_program

from programkit import serving
from programkit.errors import LoadError, RenderError
from programkit.serving import HOST, VERSION, Preview, serve, server_of


class Project:
    """A folder with one file, which is the conference's title."""

    def __init__(self, folder):
        self.file = folder / "title.txt"
        self.reads = 0
        self.write("First")

    def write(self, title):
        self.file.write_text(title, encoding="utf-8")

    def program(self):
        self.reads += 1
        title = self.file.read_text(encoding="utf-8")
        if not title:
            raise LoadError("no <title>")
        return workshop_program(title=title)


@pytest.fixture
def project(tmp_path):
    return Project(tmp_path)


@pytest.fixture
def preview(project, tmp_path):
    return Preview(tmp_path, project.program)


@contextlib.contextmanager
def served(preview):
    with server_of(preview, 0) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server.server_port
        finally:
            server.shutdown()
            thread.join()


def answer(port, path, host=HOST):
    connection = http.client.HTTPConnection(HOST, port, timeout=10)
    connection.request("GET", path, headers={"Host": host})
    response = connection.getresponse()
    body = response.read().decode()
    connection.close()
    return response.status, body


def test_page_is_made_once_while_nothing_changes(preview, project):
    assert preview.page() == preview.page()
    assert project.reads == 1


def test_hidden_files_and_broken_links_change_nothing(preview, project, tmp_path):
    before = preview.version()
    (tmp_path / ".swap").write_text("x", encoding="utf-8")
    (tmp_path / "nowhere").symlink_to(tmp_path / "gone")

    assert preview.version() == before
    assert project.reads == 1


def test_page_follows_a_change(preview, project):
    before = preview.version()
    project.write("Another title")

    assert b"<title>Another title</title>" in preview.page()
    assert preview.version() != before


def test_fault_is_shown_as_text_and_goes_when_it_is_mended(preview, project):
    project.write("")
    assert b"no &lt;title&gt;" in preview.page()

    project.write("Mended")
    assert b"<title>Mended</title>" in preview.page()


def test_page_and_version_are_served(preview):
    with served(preview) as port:
        assert answer(port, "/") == (200, preview.page().decode())
        assert answer(port, VERSION) == (200, preview.version())
        assert answer(port, "/title.txt")[0] == 404
        assert answer(port, "/../title.txt")[0] == 404


def test_page_of_a_preview_polls(preview):
    assert VERSION.encode() in preview.page()


@pytest.mark.parametrize(("host", "status"), [("localhost:1", 200), ("evil.example.org", 403)])
def test_other_hosts_are_refused(preview, host, status):
    with served(preview) as port:
        assert answer(port, "/", host)[0] == status


def test_serve_says_where_and_ends_on_interrupt(project, monkeypatch):
    def interrupted(_server):
        raise KeyboardInterrupt

    monkeypatch.setattr(serving.ThreadingHTTPServer, "serve_forever", interrupted)
    said = []
    serve(project.file, project.program, port=0, say=said.append)

    assert said[0].startswith(f"serving http://{HOST}:")
    assert said[1] == "ended"


def test_serve_takes_a_folder_and_may_be_silent(project, tmp_path, monkeypatch):
    monkeypatch.setattr(serving.ThreadingHTTPServer, "serve_forever", lambda _server: None)

    assert serve(tmp_path, project.program, port=0) is None


def test_serve_of_nothing_is_refused(tmp_path):
    with pytest.raises(LoadError, match="there is no such project"):
        serve(tmp_path / "nowhere", workshop_program)


@pytest.mark.parametrize("beyond", [0, 100_000])
def test_port_that_cannot_be_had_is_refused(preview, beyond):
    with (
        server_of(preview, 0) as server,
        pytest.raises(RenderError, match=r"cannot be had .*choose another one"),
    ):
        server_of(preview, server.server_port + beyond)
