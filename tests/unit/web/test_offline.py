import json
import re

from programkit.web import offline
from programkit.web.offline import service_worker

FILES = {
    "index.html": b"first",
    "404.html": b"none",
    "talk-a.html": b"talk",
    "assets/agenda.1.css": b"css",
    "program.ics": b"calendar",
}


def kept(worker):
    (found,) = re.findall(r"\[\"assets.*?\]", worker.decode())
    return json.loads(found)


def test_assets_and_pages_are_kept_the_most_important_first():
    worker = service_worker(FILES, ["index.html", "talk-a.html", "404.html"])

    assert kept(worker) == ["assets/agenda.1.css", "index.html", "talk-a.html"]
    assert b"/*programkit:" not in worker


def test_any_change_makes_another_version():
    pages = ["index.html"]
    changed = FILES | {"program.ics": b"other"}
    renamed = {name.replace("talk-a", "talk-b"): data for name, data in FILES.items()}

    assert (
        len({service_worker(files, pages) for files in (FILES, dict(FILES), changed, renamed)}) == 3
    )


def test_of_a_large_site_the_rest_is_kept_as_it_is_read(monkeypatch):
    monkeypatch.setattr(offline, "MOST", 9)

    assert kept(service_worker(FILES, ["index.html", "talk-a.html"])) == [
        "assets/agenda.1.css",
        "index.html",
    ]
