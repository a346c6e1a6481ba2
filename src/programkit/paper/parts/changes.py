"""What is new since an earlier program: a sheet to put into booklets that are printed already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from pydantic.json_schema import SkipJsonSchema

from programkit.model.changes import ChangeKind
from programkit.model.program import Program
from programkit.outline.build import build_outline
from programkit.outline.nodes import OutlinePoster, OutlineSession, OutlineTalk
from programkit.outline.revision import Revision, Thing, revisions
from programkit.paper.abstract import address
from programkit.paper.book import Book
from programkit.paper.places import places_of, session_anchor
from programkit.paper.wording import chairs, dated_span, moment, place
from programkit.text.markup import Run
from programkit.typeset.blocks import Block, heading, paragraph
from programkit.typeset.marks import Anchor
from programkit.typeset.pages import Flow
from programkit.typeset.row import Inline

_QR_MM = 20.0

_HEADS = {
    ChangeKind.STATE: "cancelled",
    ChangeKind.REMOVED: "change_removed",
    ChangeKind.MOVED: "change_moved",
    ChangeKind.ROOM: "change_room",
    ChangeKind.ADDED: "change_added",
    ChangeKind.SPEAKERS: "change_speakers",
    ChangeKind.RETITLED: "change_title",
    ChangeKind.CHAIRS: "change_chairs",
}
"""The word above each kind of change, what matters most first."""


@dataclass(frozen=True)
class Changes:
    """What moved, was added or dropped, each as it was and as it is."""

    name: ClassVar[str] = "changes"

    since: SkipJsonSchema[Program | None] = None
    """The earlier program, which only a script can give; none given means no such part."""

    def headings(self, book: Book) -> Iterator[Anchor]:
        """The part; none where nothing changed."""
        if self._revisions(book):
            yield Anchor("changes", book.word("changes"))

    def flows(self, book: Book) -> Iterable[Flow]:
        """One flow; none where nothing changed."""
        found = self._revisions(book)
        if found:
            head = book.part_heading("changes", "changes")
            blocks = (head, *_Writer(book).blocks(found), *_web(book))
            yield book.flow(blocks, book.word("changes"))

    def _revisions(self, book: Book) -> tuple[Revision, ...]:
        if self.since is None:
            return ()
        return revisions(build_outline(self.since.public()), book.outline)


def _web(book: Book) -> Iterator[Block]:
    """Where to find what changes after this was printed."""
    url, line = book.outline.site, book.styles.body.leading
    if url:
        code = book.code(url, book.theme.points(_QR_MM))
        yield replace(code, space_before=line * 2, fill_before=1.0, keep_with_next=True)
        link = Run(address(url), link=url)
        yield replace(paragraph((link,), book.styles.small, book.width), space_before=line / 3)


class _Writer:
    """Writes the changes, by kind."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.places = places_of(book)

    def blocks(self, found: Iterable[Revision]) -> Iterator[Block]:
        """Kind after kind, under their headings."""
        by_kind: dict[ChangeKind, list[Revision]] = {kind: [] for kind in _HEADS}
        for revision in found:
            by_kind[revision.kind].append(revision)
        for kind, those in by_kind.items():
            if those:
                title = heading(self.book.word(_HEADS[kind]), self.book.styles.day, self.book.width)
                yield replace(title, role="H2")
            for revision in those:
                yield from self._entry(revision)

    def _entry(self, revision: Revision) -> Iterator[Block]:
        thing = revision.now or revision.before
        if thing is None:
            return
        style = self.book.styles.row.replace(space_before=self.book.styles.row.leading * 0.5)
        yield heading(tuple(self._name(thing)), style, self.book.width)
        lines = list(self._lines(revision))
        for number, (label, told) in enumerate(lines):
            words = (Run(f"{self.book.word(label)}: ", italic=True), Run(told))
            block = paragraph(words, self.book.styles.row.replace(color="muted"), self.book.width)
            yield replace(block, keep_with_next=number < len(lines) - 1)

    def _name(self, thing: Thing) -> Iterator[Inline]:
        if isinstance(thing, OutlineSession):
            title = thing.title or (Run(self.book.word("session")),)
            link = f"#{session_anchor(thing.id)}"
            yield from (replace(run, bold=True, link=link) for run in title)
            told = (dated_span(thing.when, self.book), place(thing.room, self.book))
            yield Run(f" · {', '.join(filter(None, told))}")
        else:
            link = f"#{self.places.get(thing.id, '')}"
            yield from (replace(run, bold=True, link=link) for run in self.book.title(thing))
            names = self.book.names(thing.speakers)
            yield from (Run(f" · {told}") for told in (names, thing.reason) if told)

    def _lines(self, revision: Revision) -> Iterator[tuple[str, str]]:
        """How it was, and how it is."""
        for label, thing in (("before", revision.before), ("now", revision.now)):
            gone = label == "now" and revision.kind is ChangeKind.STATE
            told = "" if thing is None or gone else self._told(thing, revision.kind)
            if told:
                yield label, told

    def _told(self, thing: Thing, kind: ChangeKind) -> str:
        if isinstance(thing, OutlineSession):
            return chairs(thing, self.book).removeprefix(f"{self.book.word('chair')}: ") or "–"
        match kind:
            case ChangeKind.RETITLED:
                return self.book.plain_title(thing)
            case ChangeKind.SPEAKERS:
                return self.book.names(thing.speakers) or "–"
            case _:
                return self._where(thing)

    def _where(self, of: OutlineTalk | OutlinePoster) -> str:
        if isinstance(of, OutlinePoster):
            board = self.book.word("board", n=of.board) if of.board else ""
            return ", ".join(filter(None, (self._session(of.session), board)))
        told = (
            ", ".join(filter(None, (moment(o.when, self.book), place(o.room, self.book))))
            for o in of.occurrences
        )
        return "; ".join(told) or self.book.word("time_tbd")

    def _session(self, session: str) -> str:
        """The title or time of a session that shows posters."""
        items = (item for day in self.book.outline.days for item in day.items)
        for item in items:
            if isinstance(item, OutlineSession) and item.id == session:
                return item.plain_title or dated_span(item.when, self.book)
        return ""
