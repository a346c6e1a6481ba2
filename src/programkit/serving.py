"""Preview the agenda on this machine; it follows the files as they change."""

from __future__ import annotations

import contextlib
import hashlib
import html
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock
from typing import Final

from programkit.errors import Fault, LoadError, ProgramkitError, RenderError
from programkit.model.program import Program
from programkit.outline.build import build_outline

HOST: Final = "127.0.0.1"
"""Nobody else can see the preview."""
VERSION: Final = "/version"
"""What the page asks for to learn whether it is still the newest."""

_SCRIPT = f"""
let seen;
setInterval(async () => {{
  try {{
    const version = await (await fetch("{VERSION}")).text();
    if (seen && seen !== version) location.reload();
    seen = version;
  }} catch {{ /* the preview has ended */ }}
}}, 1000);
"""


@dataclass
class Preview:
    """The page of a project, made anew whenever a file of the project has changed."""

    folder: Path
    program: Callable[[], Program]
    _stamp: str = ""
    _page: bytes = b""
    _lock: Lock = field(default_factory=Lock)

    def page(self) -> bytes:
        """The page as the files have it now; or what is wrong with them."""
        with self._lock:
            stamp = _stamp_of(self.folder)
            if stamp != self._stamp:
                self._page, self._stamp = self._made(), stamp
            return self._page

    def version(self) -> str:
        """Another text whenever the page is another one."""
        return hashlib.sha256(self.page()).hexdigest()

    def _made(self) -> bytes:
        from programkit.web import page  # noqa: PLC0415 - loads jinja2

        try:
            return page(build_outline(self.program().public()), script=_SCRIPT)
        except ProgramkitError as error:
            return _fault_page(str(error))


def serve(
    path: str | Path,
    program: Callable[[], Program],
    *,
    port: int = 8000,
    say: Callable[[str], None] = lambda _: None,
) -> None:
    """Serve the agenda at an address of this machine until interrupted.

    Args:
        path: The project's folder or file; a change of anything in the folder rebuilds the page.
        program: Reads the program from the project's files.
        port: Port on this machine; 0 means any that is free.
        say: Called with the address once it is there.

    Raises:
        LoadError: There is no such project.
        RenderError: The port cannot be had.
    """
    if not Path(path).exists():
        raise LoadError([Fault("there is no such project", str(path), remedy="check the name")])
    folder = Path(path) if Path(path).is_dir() else Path(path).parent
    with server_of(Preview(folder, program), port) as server:
        say(f"serving http://{HOST}:{server.server_port}/ - Ctrl-C ends it")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            say("ended")


def server_of(preview: Preview, port: int) -> ThreadingHTTPServer:
    """A server of a preview, which has its port and does not answer yet.

    Raises:
        RenderError: The port cannot be had.
    """

    class Handler(BaseHTTPRequestHandler):
        """Answers two addresses."""

        def do_GET(self) -> None:
            """Answer with the page or its version."""
            if self.headers.get("Host", "").partition(":")[0] not in {HOST, "localhost"}:
                self.send_error(403, "a preview for this machine only")
            elif self.path == VERSION:
                self._answer(preview.version().encode(), "text/plain")
            elif self.path == "/":
                self._answer(preview.page(), "text/html; charset=utf-8")
            else:
                self.send_error(404)

        def _answer(self, content: bytes, media_type: str) -> None:
            self.send_response(200)
            self.send_header("Content-Type", media_type)
            self.send_header("Content-Length", str(len(content)))
            self.send_header("Cache-Control", "no-store")
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
            """Say nothing; the page asks every second."""

    try:
        return ThreadingHTTPServer((HOST, port), Handler)
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or error
        raise RenderError(f"port {port} cannot be had ({reason}); choose another one") from None


def _stamp_of(folder: Path) -> str:
    """Another text whenever a file of the folder was changed, added or removed.

    What is hidden does not count, nor what is gone before it was looked at.
    """
    states = []
    for path in sorted(folder.rglob("*")):
        shown = not any(part.startswith(".") for part in path.relative_to(folder).parts)
        with contextlib.suppress(OSError):
            if shown and path.is_file():
                states.append((str(path), path.stat().st_mtime_ns, path.stat().st_size))
    return hashlib.sha256(repr(states).encode()).hexdigest()


def _fault_page(message: str) -> bytes:
    return (
        '<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>not built</title>'
        f"<h1>The agenda cannot be built</h1><pre>{html.escape(message)}</pre>"
        f"<script>{_SCRIPT}</script></html>"
    ).encode()
