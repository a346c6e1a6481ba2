"""Build outputs: the booklet, the agenda, the calendar, the file of decisions, or all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from programkit.cycles import uncollected
from programkit.errors import RenderError, did_you_mean
from programkit.files.atomic import make_folder, write_atomically
from programkit.files.calendar.calendars import WHOLE, Calendars
from programkit.files.folders import write_folder
from programkit.files.program.decisions import encode
from programkit.files.published import cautions
from programkit.files.published.publication import Publishing, publication
from programkit.files.published.published import Published
from programkit.model.findings import Finding
from programkit.model.kinds import needs
from programkit.model.opening import next_due
from programkit.model.program import Program
from programkit.outline.build import public_outline
from programkit.outline.nodes import Outline

if TYPE_CHECKING:
    from programkit.outputs.sites import ProjectSite
    from programkit.paper.booklet import Booklet
    from programkit.paper.look.design import Design
    from programkit.paper.look.theme import Theme
    from programkit.paper.parts import Part

OUTPUTS: Final = {
    "booklet": "booklet.pdf",
    "changes": "changes.pdf",
    "posters": "posters",
    "site": "site",
    "page": "agenda.html",
    "calendar": "program.ics",
    "program": "program.json",
}
"""What ``build`` makes, and under which names; the page only if it is asked for, posters then or
for a series, and changes if it is said since what."""
_TELLING: Final = frozenset({"site", "calendar"})
"""The outputs that have calendars, which tell their subscribers what is new."""
_USUAL: Final = tuple(name for name in OUTPUTS if name != "page")
SHEETS, ARCHIVE = "booklet-sheets.pdf", "booklet-archive.pdf"
"""What it makes of a booklet for a printer and for archives, where the design asks for it."""
CODES: Final[Mapping[str, str]] = {
    **cautions.CODES,
    "changes-none": "Nothing changed since the program that was printed.",
    "bidi-missing": "Text from right to left has its words in the wrong order.",
    "missing-glyph": "A character is needed in print that no font has.",
    "formula-as-text": "A formula cannot be set, and is printed as readable text.",
    "poster-cut": "An abstract is too long for the poster of its talk, which has its beginning.",
    "poster-overfull": "A poster has a second page, because not all fits on one.",
    "posters-none": "There is nothing to make a poster of.",
}
"""What each finding of an output means, in one line."""


@dataclass(frozen=True, slots=True)
class Built:
    """What was made."""

    paths: tuple[Path, ...]
    """Files; of the agenda its first page, of posters their folder."""
    findings: tuple[Finding, ...] = ()
    """What was noticed, such as a character that no font has. One of level hard says that nothing
    was made: subscribers of the calendar would have been told what is wrong."""
    pages: int | None = None
    """How many pages the booklet has; none where none was made."""
    due: datetime | None = None
    """When to build again, because a link opens or closes then; none where none does."""


def build(  # noqa: PLR0913 - what is made of what, and who is told
    program: Program,
    out: str | Path,
    *,
    only: Iterable[str] | None = None,
    single_file: bool = False,
    design: Design | None = None,
    progress: Callable[[str], None] | None = None,
    cache: Path | None = None,
    publish: bool = False,
    now: datetime | None = None,
    adopt: Path | None = None,
    since: Program | None = None,
) -> Built:
    """Make every output of a program in one folder.

    Each output appears whole or not at all; one that was there before is replaced. Calendars are
    as a publish makes them, but only a publish changes ``published.json`` beside the facts.

    Args:
        program: What is decided; what is private in it reaches no output but ``program.json``.
        out: The folder; it is made if it does not exist.
        only: Which of ``OUTPUTS``; none given means all but the page, posters only of series.
        single_file: Whether the agenda is one page that needs no other file, and not a site.
        design: How the booklet looks and what it has; none given means the usual.
        progress: Called with the name of each output, and each part and page of the booklet.
        cache: A file that keeps lines and pages of the booklet as they were, as for `booklet`.
        publish: Whether readers get them: ``published.json`` keeps what subscribers then know.
        now: The moment; pages have links that are given only before a session if it is then. None
            given means when the facts were revised, and no such link.
        adopt: A published calendar to make a lost ``published.json`` from.
        since: What was printed before; ``changes.pdf`` tells what is new. None given: no such.

    Raises:
        LoadError: ``published.json``, or the calendar to adopt, cannot be read.
        RenderError: An output does not exist, or could not be made or published.
    """
    needs("build", program, Program)
    outline = public_outline(program)
    wanted = _wanted(only, outline, single_file=single_file, compared=since is not None)
    feeds = _feeds(Path(out), wanted, publish=publish)
    asked = Publishing(publish=publish, now=now, adopt=adopt, feeds=feeds)
    with publication(program, outline, asked) as known:
        if known.forbidden:
            return Built((), known.findings)
        how = design, known.after, now, progress or _nobody, cache, since
        built = _Making(program, Path(out), *how).all(wanted)
        paths = (*built.paths, *known.conclude())
    due = None if now is None else next_due(program, now)
    return replace(built, paths=paths, findings=(*known.findings, *built.findings), due=due)


def _wanted(
    only: Iterable[str] | None, outline: Outline, *, single_file: bool, compared: bool
) -> tuple[str, ...]:
    needs = {"posters": outline.series is not None, "changes": compared}
    usual = (name for name in _USUAL if needs.get(name, True))
    named = (only,) if isinstance(only, str) else only
    wanted = tuple(usual if named is None else dict.fromkeys(named))
    for name in wanted:
        if name not in OUTPUTS:
            remedy = did_you_mean(name, OUTPUTS) or f"there are {', '.join(OUTPUTS)}"
            raise RenderError(f'"{name}" is no output; {remedy}')
    if "changes" in wanted and not compared:
        raise RenderError("changes: say since which program, such as --since printed/")
    if not single_file:
        return wanted
    return tuple(dict.fromkeys("page" if name == "site" else name for name in wanted))


def _feeds(out: Path, wanted: Iterable[str], *, publish: bool) -> tuple[Path, ...]:
    """Where calendars of everything are put, if any is."""
    if _TELLING.intersection(wanted):
        return out / OUTPUTS["calendar"], out / OUTPUTS["site"] / WHOLE
    if publish:
        raise RenderError('subscribers see no new calendar; publish "site", "calendar" or both')
    return ()


@dataclass(frozen=True, slots=True)
class _Making:
    """Makes outputs, one after the other."""

    program: Program
    out: Path
    design: Design | None
    published: Published | None
    now: datetime | None
    tell: Callable[[str], None]
    cache: Path | None
    since: Program | None

    def all(self, wanted: Iterable[str]) -> Built:
        """Make those outputs."""
        make_folder(self.out)  # nobody wants to hear in the end that there can be none
        built = Built(())
        for name in wanted:
            self.tell(OUTPUTS[name])
            made = self._made(name, self.out / OUTPUTS[name])
            built = Built(
                (*built.paths, *made.paths),
                (*built.findings, *made.findings),
                made.pages or built.pages,
            )
        return built

    def _made(self, name: str, path: Path) -> Built:
        match name:
            case "booklet":
                return self._booklet(path)
            case "changes" if self.since is not None:
                return self._changes(path, self.since)
            case "posters":
                return self._posters(path)
            case "site":
                first = agenda(
                    self.program, path, published=self.published, now=self.now, hours=self._hours
                )
                return Built((first,))
            case "page":
                agenda(self.program, path, single_file=True, now=self.now, hours=self._hours)
            case "calendar":
                outline = public_outline(self.program)
                calendars = Calendars(self.program.public(), outline, self.published)
                write_atomically(path, calendars.whole())
            case _:
                write_atomically(path, encode(self.program))
        return Built((path,))

    @property
    def _look(self) -> Design:
        """The design; it is loaded only for what is printed."""
        design = self.design or _designed(None, None)
        if self.since is None:
            return design
        from programkit.outputs.changesheet import comparing  # noqa: PLC0415 - loads reportlab

        return comparing(design, self.since)

    @property
    def _hours(self) -> Literal[12, 24] | None:
        return None if self.design is None else self.design.theme.hours

    def _booklet(self, path: Path) -> Built:
        design = self._look
        drawn = _drawn(self.program, design, tell=self.tell, cache=self.cache)
        write_atomically(path, drawn.data)
        more = _of_booklet(drawn.data, design, path.parent, self.tell)
        return Built((path, *more), drawn.findings, drawn.pages)

    def _changes(self, path: Path, since: Program) -> Built:
        from programkit.outputs import changesheet  # noqa: PLC0415 - loads reportlab

        drawn = changesheet.change_sheet(self.program, since, self._look, self.tell)
        if drawn is None:
            return Built((), (changesheet.NOTHING_NEW,))
        write_atomically(path, drawn.data)
        return Built((path,), drawn.findings)

    def _posters(self, path: Path) -> Built:
        from programkit.outputs.posters import poster_files  # noqa: PLC0415 - loads reportlab

        files, findings = poster_files(self.program, self._look, now=self.now, tell=self.tell)
        write_folder(path, files)
        return Built((path,), findings)


def booklet(  # noqa: PLR0913 - what is made of what, and how
    program: Program,
    path: str | Path,
    *,
    theme: Theme | None = None,
    parts: Sequence[Part] | None = None,
    tagged: bool = True,
    progress: Callable[[str], None] | None = None,
    cache: Path | None = None,
) -> tuple[Finding, ...]:
    """Draw the booklet, a PDF file.

    Example:
        >>> pk.booklet(program, "out/booklet.pdf", theme=pk.Theme(page="A5"))  # doctest: +SKIP

    Args:
        program: What is decided.
        path: The file to write.
        theme: The look; none given means the default one.
        parts: What the booklet has, in order; none given means ``DEFAULT_PARTS``.
        tagged: Whether it says what its contents are, for screen readers.
        progress: Called with the name of each part before it is set, and the page reached after.
        cache: A file that keeps lines and pages, so that the next build is faster; none
            given means that nothing is kept.

    Returns:
        What was noticed: characters that no font has.

    Raises:
        RenderError: A logo or a font cannot be used, or the file cannot be written.
    """
    needs("booklet", program, Program)
    design = _designed(theme, parts)
    drawn = _drawn(program, design, tagged=tagged, tell=progress or _nobody, cache=cache)
    write_atomically(Path(path), drawn.data)
    return drawn.findings


def _designed(theme: Theme | None, parts: Sequence[Part] | None) -> Design:
    """A design, as usual where nothing is said."""
    from programkit.paper.look.design import Design  # noqa: PLC0415 - loads what sets texts
    from programkit.paper.look.theme import Theme  # noqa: PLC0415 - as above
    from programkit.paper.parts import DEFAULT_PARTS  # noqa: PLC0415 - as above

    return Design(theme or Theme(), tuple(DEFAULT_PARTS if parts is None else parts))


def _drawn(
    program: Program,
    design: Design,
    *,
    tagged: bool = True,
    tell: Callable[[str], None],
    cache: Path | None,
) -> Booklet:
    """The booklet, and what is to be kept for the next one."""
    from programkit.paper import kept  # noqa: PLC0415 - loads what draws
    from programkit.paper.booklet import draw_booklet  # noqa: PLC0415 - loads reportlab

    if cache is not None:
        kept.begin(_bytes_of(cache))
    drawn = draw_booklet(
        public_outline(program),
        theme=design.theme,
        parts=design.parts,
        tagged=tagged,
        progress=tell,
    )
    if cache is not None:
        with suppress(RenderError):  # it only saves time, and what cannot be written is told soon
            write_atomically(cache, kept.written())
    return drawn


def _of_booklet(
    data: bytes, design: Design, folder: Path, tell: Callable[[str], None]
) -> Iterator[Path]:
    """Make of a booklet what a printer and an archive need, if that is asked for."""
    made: list[tuple[str, Callable[[], bytes]]] = []
    if design.sheets is not None:
        from programkit.paper.printing.imposing import impose  # noqa: PLC0415 - loads pikepdf

        made.append((SHEETS, partial(impose, data, design.sheets)))
    if design.archive:
        from programkit.paper.printing.archive import archive  # noqa: PLC0415 - loads pikepdf

        made.append((ARCHIVE, partial(archive, data)))
    for name, make in made:
        tell(name)
        write_atomically(folder / name, make())
        yield folder / name


def _nobody(_: str) -> None:
    """Takes the news where nobody wants them."""


def _bytes_of(cache: Path) -> bytes:
    """What a cache holds; nothing if it cannot be read, as it may be lost at any time."""
    try:
        return cache.read_bytes()
    except OSError:
        return b""


def agenda(  # noqa: PLR0913 - what is made of what, and how
    program: Program,
    path: str | Path,
    *,
    single_file: bool = False,
    published: Published | None = None,
    now: datetime | None = None,
    hours: Literal[12, 24] | None = None,
    site: ProjectSite | None = None,
) -> Path:
    """Write the agenda: a web site that needs no server and no script, with its calendars.

    Example:
        >>> pk.agenda(program, "out/site")  # doctest: +SKIP

    Args:
        program: What is decided.
        path: The folder to make, or to replace if it was made here; of a single file its name.
        single_file: Whether to write one page that has everything in it, to be sent by mail or
            put anywhere.
        published: What subscribers of the calendars know once this is published; none given means
            that nobody keeps track of it.
        now: When it is made: links that are given only before a session are shown then; none
            given means that they are not.
        hours: A clock of 12 or 24 hours; none given means as the conference has it.
        site: Made the site before, and draws only what has changed; none given means everything.

    Returns:
        The first page.

    Raises:
        RenderError: The folder holds other things, or cannot be written; or a template of the
            project cannot be used.
    """
    from programkit.outputs.sites import ProjectSite  # noqa: PLC0415 - loads jinja2

    needs("agenda", program, Program)
    site = site or ProjectSite(program.conference.folder)
    if single_file:
        write_atomically(Path(path), site.page(program, now=now, hours=hours))
        return Path(path)
    with uncollected():
        files = site.files(program, published=published, now=now, hours=hours)
    write_folder(Path(path), files)
    return Path(path) / "index.html"
