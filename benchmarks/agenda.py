"""What the web site costs: CPU beside bare Jinja, memory, growth, and a rebuild after one change.

Run it with ``python benchmarks/agenda.py``; see docs/contributing/benchmarks.md.
"""

from __future__ import annotations

import argparse
import gc
import gzip
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from booklets.corpus import corpus
from programkit.building import agenda
from programkit.model.conference import Conference
from programkit.model.program import Program
from programkit.outputs.sites import ProjectSite
from programkit.web.context import View
from programkit.web.environment import speak_of
from programkit.web.pages import Page
from programkit.web.prose import prose
from programkit.web.rendering import shown
from programkit.web.site import Site
from record import fresh, middle, save
from synthetic import conference

if TYPE_CHECKING:
    from jinja2 import Environment

SIZES = (100, 1500, 10_000)
SHAPES = {100: (3, 3), 1500: (12, 6), 10_000: (40, 10)}
"""Rooms and days of each size."""
MOST_OF_JINJA, MOST_OF_BUILD = 1.5, 0.1
"""What is wanted: CPU as a multiple of bare rendering, and of a rebuild as a share of the build."""
LARGEST_FIRST_PAGE = 150_000
"""Bytes, compressed."""


def main() -> None:
    """Measure each size in processes of its own, print, save."""
    told = arguments()
    sizes = [measured(size, told.runs) for size in told.sizes]
    for found in sizes:
        print(line(found))
    path = save("agenda", {"goals": goals(), "sizes": sizes, "growth": growth(sizes)}, vars(told))
    print(f"saved {path}")


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--sizes", nargs="+", type=int, default=SIZES, choices=SIZES)
    parser.add_argument("--runs", type=int, default=3, help="processes of each kind")
    return parser.parse_args()


def goals() -> dict[str, float]:
    """What is wanted."""
    return {
        "of_jinja": MOST_OF_JINJA,
        "of_build": MOST_OF_BUILD,
        "first_page_bytes": LARGEST_FIRST_PAGE,
    }


def measured(size: int, runs: int) -> dict[str, Any]:
    """The medians of one size."""
    # Where many files were removed a moment ago, ext4 takes long to make new ones: it looks through
    # all of their places. So the sites stay until all are measured.
    with tempfile.TemporaryDirectory() as folder:
        sites = [str(Path(folder) / f"site{number}") for number in range(runs)]
        whole = [fresh("agenda:whole", size=size, out=out) for out in sites]
    bare = [fresh("agenda:bare", size=size) for _ in range(runs)]
    failed = [one for one in (*whole, *bare) if "failed" in one]
    if failed:
        raise SystemExit(f"{size} talks: {failed[0]['failed']}")
    found = {name: middle([one[name] for one in whole]) for name in whole[0]}
    jinja = middle([one["cpu"] for one in bare]) or 0.0
    return {
        "talks": size,
        **found,
        "jinja": jinja,
        "of_jinja": round((found["cpu"] or 0) / jinja, 2),
        "of_build": round((found["again"] or 0) / (found["cpu"] or 1), 3),
    }


def growth(sizes: list[dict[str, Any]]) -> list[float]:
    """CPU of a page at each size, as a multiple of that at the size before."""
    rates = [found["cpu"] / found["files"] for found in sizes]
    return [round(after / before, 2) for before, after in pairwise(rates)]


def line(found: Mapping[str, Any]) -> str:
    """A size in a few words."""
    return (
        f"{found['talks']:6} talks: {found['cpu']:.2f} s, bare Jinja {found['jinja']:.2f} s, "
        f"ratio {found['of_jinja']}; {found['files']:.0f} files, {found['mib']:.0f} MiB; "
        f"first page {found['first_page'] / 1000:.0f} kB compressed; "
        f"one abstract changed: {found['again']:.2f} s, {found['rewritten']:.0f} files rewritten"
    )


def whole(size: int, out: str, begun: float) -> dict[str, float]:  # noqa: ARG001 - what every run is told
    """A site of so many talks, written; then again after one abstract was changed."""
    program, folder, site = invented(size), Path(out), ProjectSite()
    warm()
    cpu = seconds(lambda: agenda(program, folder, site=site))
    before = stamps(folder)
    changed = edited(program)
    again = seconds(lambda: agenda(changed, folder, site=site))
    after = stamps(folder)
    return {
        "cpu": cpu,
        "again": again,
        "files": len(after),
        "rewritten": sum(after[name] != before.get(name) for name in after),
        "first_page": len(gzip.compress((folder / "index.html").read_bytes(), 9, mtime=0)),
    }


def bare(size: int, begun: float) -> dict[str, float]:  # noqa: ARG001 - what every run is told
    """The same templates, compiled, with the same contexts, ready, rendered to memory."""
    recorder = Recorder()
    ProjectSiteOf(recorder).files(invented(size))
    prose.cache_clear()
    drawings = list(recorder.drawings())
    return {"cpu": seconds(lambda: sum(len(draw()) for draw in drawings))}


class Recorder(Site):
    """Keeps what is drawn with what."""

    def __init__(self) -> None:
        super().__init__()
        self.jobs: list[tuple[Page, Mapping[str, Any], View]] = []

    def _draw(self, page: Page, common: Mapping[str, Any], view: View) -> bytes:
        self.jobs.append((page, common, view))
        return super()._draw(page, common, view)

    def drawings(self) -> Iterator[Callable[[], str]]:
        """What renders each page."""
        speak_of(self._templates, self.jobs[0][2])
        bare = as_it_comes(self._templates)
        for page, common, view in self.jobs:
            template = bare.get_template(page.name + ".html")
            canonical = view.absolute(page.address)
            context = dict(common, page=page, canonical=canonical, **page.nodes)
            yield lambda template=template, context=context: template.render(context)


def as_it_comes(ours: Environment) -> Environment:
    """Jinja without what we made quicker in it, its templates compiled."""
    from jinja2 import Environment, StrictUndefined

    made = Environment(
        auto_reload=False,
        autoescape=True,
        cache_size=-1,
        finalize=shown,
        keep_trailing_newline=True,
        loader=ours.loader,
        lstrip_blocks=True,
        trim_blocks=True,
        undefined=StrictUndefined,
    )
    made.filters, made.tests, made.globals = ours.filters, ours.tests, ours.globals
    for name in made.list_templates(extensions=["html"]):
        made.get_template(name)
    return made


class ProjectSiteOf(ProjectSite):
    """A project's site that is drawn by a site of ours."""

    def __init__(self, site: Site) -> None:
        super().__init__()
        self._site = site


def warm() -> None:
    """Compile the templates; a process compiles them once whatever the size of its sites."""
    ProjectSite().files(invented(100))


def invented(size: int) -> Program:
    """A program with parallel rooms, tracks, chairs and invented texts."""
    rooms, days = SHAPES[size]
    made = conference(size, rooms, days, seed=0, attendees=20)
    texts = corpus(size).talks
    talks = tuple(
        talk.replace(title=text.title, abstract=text.abstract)
        for talk, text in zip(made.conference.talks, texts, strict=True)
    )
    return told(made.hidden, made.conference.replace(talks=talks))


def edited(program: Program) -> Program:
    """The program after somebody sent another abstract."""
    first, *others = program.conference.talks
    changed = first.replace(abstract="Something else is shown, by other means.")
    return told(program, program.conference.replace(talks=(changed, *others)))


def told(program: Program, facts: Conference) -> Program:
    """The same decisions about other facts."""
    return program.replace(conference=facts)


def seconds(work: Callable[[], object]) -> float:
    """The CPU seconds that something takes."""
    gc.collect()
    start = time.process_time()
    work()
    return round(time.process_time() - start, 3)


def stamps(folder: Path) -> dict[str, int]:
    """When each file was written."""
    return {
        str(path.relative_to(folder)): path.stat().st_mtime_ns
        for path in folder.rglob("*")
        if path.is_file() and not path.name.startswith(".")
    }


if __name__ == "__main__":
    main()
