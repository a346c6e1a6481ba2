"""A preview of a site: in memory, made anew when files change, findings shown in the page."""

from __future__ import annotations

import html
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import PurePosixPath
from threading import Condition
from typing import Final
from urllib.parse import unquote, urlsplit

from programkit.errors import ProgramkitError, RenderError
from programkit.model.findings import Report
from programkit.model.program import Program
from programkit.outputs.sites import ProjectSite
from programkit.web.assets import static

HOST: Final = "127.0.0.1"
"""Nobody else can see the preview."""
SCRIPT: Final = "preview.js"
"""What every page loads beside its own scripts."""
STATE: Final = "preview.json"
"""What that script asks for: the version of the site and what was noticed."""
NEWS: Final = "preview.news"
"""The stream of server-sent events that says when there is another version."""
_TYPES: Final = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".ics": "text/calendar; charset=utf-8",
    ".atom": "application/atom+xml",
    ".xml": "application/xml",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
}
_LOADS_SCRIPT: Final = f'<script src="{SCRIPT}" defer></script></head>'.encode()
_PATIENCE: Final = 15.0
"""Seconds after which a stream without news says that it is still there."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What the preview shows."""

    version: int = 0
    files: Mapping[str, bytes] = field(default_factory=dict)
    """Of the newest program that could be read."""
    fault: str = ""
    """Why the files as they are now make no program; empty if they do."""
    findings: tuple[tuple[str, str], ...] = ()
    """Level and text of what was noticed."""

    def state(self) -> bytes:
        """For the script in the page."""
        said = {"version": self.version, "fault": self.fault, "findings": self.findings}
        return json.dumps(said).encode()

    def file(self, name: str) -> bytes | None:
        """A file of the site, pages with the preview's script in them; none if there is none."""
        data = self.files.get(name)
        if data is None or not name.endswith(".html"):
            return data
        return data.replace(b"</head>", _LOADS_SCRIPT, 1)


class Preview:
    """The site of a project as its files have it now."""

    def __init__(self, project: Callable[[], tuple[Program, Report]], folder: str = "") -> None:
        """Take a project.

        Args:
            project: Reads the program from the project's files, and judges it.
            folder: Of the project, which may have templates of its own; empty means none.
        """
        self._project = project
        self._folder = folder
        self._site = ProjectSite(folder)
        self._news = Condition()
        self.shown = Shown()

    def refresh(self, *, templates: bool = False) -> None:
        """Read the files again; where they are wrong the site stays and the fault is told.

        Args:
            templates: Whether the project's own templates may have changed too.
        """
        before = self.shown
        try:
            if templates:
                self._site = ProjectSite(self._folder)
            program, report = self._project()
            found = tuple((str(one.level), str(one)) for one in report.open)
            now = Shown(before.version + 1, self._site.files(program), findings=found)
        except ProgramkitError as error:
            now = Shown(before.version + 1, before.files, fault=str(error))
        with self._news:
            self.shown = now
            self._news.notify_all()

    def wait(self, version: int, seconds: float) -> int:
        """The version of the site, once it is another one or the time is up."""
        with self._news:
            self._news.wait_for(lambda: self.shown.version != version, seconds)
            return self.shown.version


def server_of(preview: Preview, port: int) -> ThreadingHTTPServer:
    """A server of a preview, which has its port and does not answer yet.

    Raises:
        RenderError: The port cannot be had.
    """

    class Handler(_Handler):
        shows = preview

    try:
        server = ThreadingHTTPServer((HOST, port), Handler)
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or error
        raise RenderError(f"port {port} cannot be had ({reason}); choose another one") from None
    server.daemon_threads = True
    return server


class _Handler(BaseHTTPRequestHandler):
    """Answers with the files of the site, and with the preview's own three."""

    shows: Preview

    def do_GET(self) -> None:
        """Answer, to this machine only: another host's name means that a page elsewhere asks."""
        if self.headers.get("Host", "").partition(":")[0] not in {HOST, "localhost"}:
            self.send_error(403, "a preview for this machine only")
            return
        name = unquote(urlsplit(self.path).path).removeprefix("/") or "index.html"
        shown = self.shows.shown
        if name == NEWS:
            self._stream()
        elif name == STATE:
            self._answer(shown.state(), ".json")
        elif name == SCRIPT:
            self._answer(static(SCRIPT).encode(), ".js")
        elif name == "index.html" and not shown.files:
            self._answer(_fault_page(shown.fault), ".html")
        else:
            self._file(shown, name)

    def _file(self, shown: Shown, name: str) -> None:
        data = shown.file(name)
        if data is None:
            self._answer(shown.file("404.html") or b"", ".html", status=404)
        else:
            self._answer(data, PurePosixPath(name).suffix)

    def _stream(self) -> None:
        """Say the version now and whenever it changes, until the page is left."""
        self._head(200, "text/event-stream", None)
        version = -1
        try:
            while True:
                now = self.shows.wait(version, _PATIENCE)
                self.wfile.write(b":\n\n" if now == version else f"data: {now}\n\n".encode())
                self.wfile.flush()
                version = now
        except OSError:
            return  # the page was closed

    def _answer(self, content: bytes, suffix: str, *, status: int = 200) -> None:
        self._head(status, _TYPES.get(suffix, "application/octet-stream"), len(content))
        self.wfile.write(content)

    def _head(self, status: int, media_type: str, length: int | None) -> None:
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        if length is not None:
            self.send_header("Content-Length", str(length))
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        """Say nothing of every file that a page loads."""


def _fault_page(message: str) -> bytes:
    return (
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>not built</title>'
        f'<script src="{SCRIPT}" defer></script></head><body><h1>The agenda cannot be built</h1>'
        f"<pre>{html.escape(message)}</pre></body></html>"
    ).encode()
