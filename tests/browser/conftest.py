"""A real Chromium, one for all tests, and sites to look at: from a server, and from files."""

import shutil
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from tests.browser.looking import Reader
from tests.browser.strangers import arabic, hostile
from tests.rovinj import rovinj_program
from tests.workshop import workshop_program

from programkit.building import agenda

SITES = {
    "workshop": workshop_program,
    "rovinj": rovinj_program,
    "hostile": hostile,
    "arabic": arabic,
}
"""Folders of the server, and whose sites they are."""


@pytest.fixture(scope="session")
def browser():
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if program is None:
        pytest.skip("there is no Chromium on this machine")
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    """All sites, each in a folder of its name, and one page that is a whole site."""
    made = tmp_path_factory.mktemp("sites")
    for name, program in SITES.items():
        agenda(program(), made / name)
    agenda(workshop_program(), made / "one.html", single_file=True)
    return made


@pytest.fixture(scope="session")
def served(folder):
    """The address of a server that has the sites."""
    with serving(folder) as address:
        yield address


@pytest.fixture(scope="session")
def elsewhere(folder):
    """The same from another origin, which lets others read."""
    with serving(folder, {"Access-Control-Allow-Origin": "*"}) as address:
        yield address


@pytest.fixture(params=["server", "files"])
def sites(request, folder):
    """The address of the folder of sites, of both kinds in turn."""
    if request.param == "files":
        return folder.as_uri() + "/"
    return request.getfixturevalue("served")


@pytest.fixture
def reader(browser):
    """Opens pages as somebody would; whatever the browser complains about fails the test."""
    made = Reader(browser)
    yield made
    made.leave()


@contextmanager
def serving(folder, headers=None):
    """A server of a folder's files on this machine."""
    handler = partial(_Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.headers = headers or {}
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


class _Quiet(SimpleHTTPRequestHandler):
    def end_headers(self):
        for name, value in self.server.headers.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_):
        pass
