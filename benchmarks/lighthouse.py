"""What Lighthouse says of the site: the median of several runs, for the example and a large site.

Lighthouse is a Node program: ``npm install lighthouse`` somewhere, and ``--lighthouse`` says where
it is; Chromium must be there too. Files are served compressed, as web servers do. See
docs/contributing/benchmarks.md.
"""

from __future__ import annotations

import argparse
import contextlib
import gzip
import json
import os
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import programkit as pk
from agenda import invented
from record import ROOT, middle, save

EXAMPLE = ROOT / "examples" / "rovinj2024"
GOALS = {"performance": 0.95, "accessibility": 1, "best-practices": 1, "seo": 1}
COMPRESSED = {".html", ".css", ".js", ".json", ".svg", ".ics"}


def main() -> None:
    """Make the sites, ask Lighthouse, print, save."""
    told = asked_for()
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        for name in told.sites:
            pk.agenda(program_of(name), Path(folder) / name)
            with served(Path(folder) / name) as address:
                runs = [asked(told.lighthouse, address) for _ in range(told.runs)]
            found[name] = {goal: middle([run[goal] for run in runs]) for goal in GOALS}
            print(name, found[name])
    arguments = {"sites": told.sites, "runs": told.runs}
    print(f"saved {save('lighthouse', {'goals': GOALS, 'sites': found}, arguments)}")


def asked_for() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--lighthouse", default=shutil.which("lighthouse") or "lighthouse")
    parser.add_argument("--sites", nargs="+", default=["rovinj", "1500"])
    parser.add_argument("--runs", type=int, default=5)
    return parser.parse_args()


def program_of(name: str) -> pk.Program:
    """The example, or an invented program of so many talks."""
    return pk.Program.of(pk.load(EXAMPLE)) if name == "rovinj" else invented(int(name))


def asked(lighthouse: str, address: str) -> dict[str, float]:
    """The scores of one run, from 0 to 1."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome") or ""
    command = [
        lighthouse,
        address,
        "--quiet",
        "--chrome-flags=--headless --no-sandbox --disable-gpu",
        "--output=json",
    ]
    run = subprocess.run(  # noqa: S603 - the program that was named
        command,
        capture_output=True,
        check=True,
        env={**os.environ, "CHROME_PATH": chromium},
        timeout=300,
    )
    said: dict[str, Any] = json.loads(run.stdout)
    return {name: said["categories"][name]["score"] or 0 for name in GOALS}


@contextlib.contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of the first page while a folder is served on this machine."""
    handler = partial(Compressing, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/index.html"
        finally:
            server.shutdown()
            thread.join()


class Compressing(SimpleHTTPRequestHandler):
    """Serves texts compressed, and says nothing of it."""

    def do_GET(self) -> None:
        """Answer with a file."""
        path = Path(self.translate_path(self.path))
        if path.suffix not in COMPRESSED or not path.is_file():
            super().do_GET()
            return
        data = gzip.compress(path.read_bytes(), mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        """Say nothing."""


if __name__ == "__main__":
    main()
