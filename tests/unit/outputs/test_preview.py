import contextlib
import http.client
import json
import threading

import pytest
from tests.workshop import workshop_program

from programkit.checking import check
from programkit.errors import LoadError, RenderError
from programkit.outputs.preview import HOST, NEWS, SCRIPT, STATE, Preview, server_of


class Project:
    """What the preview reads: a workshop of some title, or a fault."""

    def __init__(self):
        self.title = "First"

    def __call__(self):
        if not self.title:
            raise LoadError("no <title>")
        program = workshop_program(title=self.title)
        return program, check(program)


@pytest.fixture(scope="module")
def shown():
    """A preview that is only looked at."""
    preview = Preview(Project())
    preview.refresh()
    return preview


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
    body = response.read()
    connection.close()
    return response.status, response.getheader("Content-Type"), body


def test_every_page_loads_the_preview_and_nothing_else_does(shown):
    loads = f'<script src="{SCRIPT}" defer></script></head>'.encode()

    for name in shown.shown.files:
        assert (loads in shown.shown.file(name)) == name.endswith(".html")


def test_files_are_served_with_their_types(shown):
    with served(shown) as port:
        assert answer(port, "/") == (
            200,
            "text/html; charset=utf-8",
            shown.shown.file("index.html"),
        )
        assert answer(port, "/program.ics")[:2] == (200, "text/calendar; charset=utf-8")
        assert answer(port, "/talk-tutorial.html?tz=UTC")[0] == 200
        assert answer(port, f"/{SCRIPT}")[1] == "text/javascript; charset=utf-8"
        assert all(answer(port, f"/{name}")[0] == 200 for name in shown.shown.files)


@pytest.mark.parametrize(
    "path", ["/nowhere", "/../pyproject.toml", "/%2e%2e/pyproject.toml", "/a//"]
)
def test_what_is_not_in_the_site_is_not_there(shown, path):
    with served(shown) as port:
        status, kind, body = answer(port, path)

    assert (status, kind) == (404, "text/html; charset=utf-8")
    assert body == shown.shown.file("404.html")


@pytest.mark.parametrize(("host", "status"), [("localhost:1", 200), ("evil.example.org", 403)])
def test_other_hosts_are_refused(shown, host, status):
    with served(shown) as port:
        assert answer(port, "/", host)[0] == status


def test_findings_are_told():
    program = workshop_program()
    preview = Preview(lambda: (program, check(program)))
    preview.refresh()
    with served(preview) as port:
        state = json.loads(answer(port, f"/{STATE}")[2])

    assert state["fault"] == ""
    assert state["findings"] == [[str(one.level), str(one)] for one in check(program).open]
    assert state["findings"]


def test_a_fault_leaves_the_site_as_it_was_and_is_told():
    project = Project()
    preview = Preview(project)
    preview.refresh()
    good, project.title = preview.shown, ""
    preview.refresh()

    assert preview.shown.files == good.files
    assert "no <title>" in preview.shown.fault
    project.title = "Mended"
    preview.refresh()
    assert preview.shown.fault == ""
    assert b"<title>Mended" in preview.shown.file("index.html")


def test_a_project_that_never_could_be_read_says_why_as_text():
    project = Project()
    project.title = ""
    preview = Preview(project)
    preview.refresh()
    with served(preview) as port:
        status, _, body = answer(port, "/")

    assert status == 200
    assert b"no &lt;title&gt;" in body
    assert SCRIPT.encode() in body


def test_news_are_told_at_once():
    project = Project()
    preview = Preview(project)
    preview.refresh()
    with served(preview) as port:
        connection = http.client.HTTPConnection(HOST, port, timeout=10)
        connection.request("GET", f"/{NEWS}")
        stream = connection.getresponse()
        assert stream.getheader("Content-Type") == "text/event-stream"
        assert stream.readline() == b"data: 1\n"
        stream.readline()
        preview.refresh()
        assert stream.readline() == b"data: 2\n"
        stream.close()
        connection.close()


def test_templates_of_the_project_are_read_again(tmp_path):
    preview = Preview(Project(), str(tmp_path))
    preview.refresh()
    (tmp_path / "agenda").mkdir()
    (tmp_path / "agenda" / "404.html").write_text("<p>mine</p>", encoding="utf-8")
    preview.refresh(templates=True)
    assert preview.shown.files["404.html"] == b"<p>mine</p>"

    (tmp_path / "agenda" / "404.html").write_text("{{ nothing }}", encoding="utf-8")
    preview.refresh(templates=True)
    assert "the template 404.html:1 cannot be used: 'nothing' is undefined" in preview.shown.fault


@pytest.mark.parametrize("beyond", [0, 100_000])
def test_port_that_cannot_be_had_is_refused(shown, beyond):
    with (
        server_of(shown, 0) as server,
        pytest.raises(RenderError, match=r"cannot be had .*choose another one"),
    ):
        server_of(shown, server.server_port + beyond)
