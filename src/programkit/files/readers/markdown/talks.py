"""Talks from the rows of the agenda and the entries of the abstracts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from programkit.files.readers.markdown.entries import Entry
from programkit.files.readers.markdown.escapes import bare, restored, shown
from programkit.files.readers.markdown.known import title_key
from programkit.files.readers.markdown.notes import Notes
from programkit.files.readers.markdown.paragraphs import body_of
from programkit.files.readers.markdown.people import Named, people_in
from programkit.files.readers.markdown.registry import Ids, Registry
from programkit.files.readers.markdown.timeline import TalkRow
from programkit.files.readers.markdown.vocabulary import is_remarks
from programkit.model.base import TBD
from programkit.model.clock import clock_text
from programkit.model.contributions import State, Talk
from programkit.model.findings import Level, Source
from programkit.model.people import Alternative
from programkit.text.names import index_key
from programkit.text.unknown import is_unknown

_STRUCK = re.compile(r"~~(?=\S)(.*\S)~~")


@dataclass
class TalkDraft:
    """A talk while it is put together."""

    id: str
    line: int
    title: str = ""
    """CommonMark; empty where unknown."""
    speakers: tuple[str, ...] = ()
    abstract: str | None = None
    """None while nothing says what it is."""
    kind: str = "talk"
    state: State = State.CONFIRMED
    parts: int = 1
    alternatives: list[Alternative] = field(default_factory=list)

    def talk(self) -> Talk:
        """The finished talk."""
        return Talk(
            id=self.id,
            title=self.title or TBD,
            speakers=self.speakers or TBD,
            abstract=TBD if self.abstract is None else self.abstract,
            kind=self.kind,
            state=self.state,
            parts=self.parts,
            alternatives=tuple(self.alternatives),
        )


class Talks:
    """Collects talks; what does not agree is noted, and both variants are kept."""

    def __init__(self, registry: Registry, notes: Notes, sources: dict[str, Source]) -> None:
        self.drafts: dict[str, TalkDraft] = {}
        self._registry = registry
        self._notes = notes
        self._sources = sources
        self._ids = Ids()
        self._seen: dict[tuple[str, tuple[str, ...]], str] = {}

    def from_row(self, row: TalkRow, previous: str) -> str:
        """The id of a row's talk; title and speakers that come again are the same talk."""
        speakers = self._people(row.content.speakers, row.line)
        key = (title_key(row.title), speakers)
        if row.title and key in self._seen:
            draft = self.drafts[self._seen[key]]
            if draft.id != previous:
                self._again(draft, row)
            return draft.id
        draft = self._new(row.line, row.title, speakers)
        self._seen[key] = draft.id
        if not row.title:
            self._sources[f"talks.{draft.id}.title"] = self._notes.source(row.line, "title")
        return draft.id

    def _again(self, draft: TalkDraft, row: TalkRow) -> None:
        draft.parts += 1
        self._notes.add(
            "talk-twice",
            row.line,
            f'"{bare(draft.title)}" was in the agenda before, in line {draft.line}; it was read as '
            f"part {draft.parts} of one talk",
            "say whether it is repeated, or give the second one another title",
            about=(draft.id,),
        )

    def _new(self, line: int, title: str, speakers: tuple[str, ...]) -> TalkDraft:
        struck = _STRUCK.fullmatch(title)
        title = struck[1] if struck else title
        remarks = is_remarks(shown(title))
        family = "" if remarks or not speakers else self._family(speakers[0])
        draft = TalkDraft(
            id=self._ids.new(family or bare(title), f"talk-{line}"),
            line=line,
            title=restored(title),
            speakers=speakers,
            kind="remarks" if remarks else "talk",
            state=State.CANCELLED if struck else State.CONFIRMED,
            abstract="" if remarks else None,
        )
        self.drafts[draft.id] = draft
        self._sources[f"talks.{draft.id}"] = self._notes.source(line)
        for known, name in ((title, "title"), (speakers, "speakers")):
            if known:
                self._sources[f"talks.{draft.id}.{name}"] = self._notes.source(line, name)
        return draft

    def _family(self, person_id: str) -> str:
        name = index_key(self._registry.name(person_id))
        return f"{name.particles} {name.family}".strip()

    def _people(self, text: str, line: int) -> tuple[str, ...]:
        if is_unknown(shown(text)):
            return ()
        found = [self._registry.person(named, line) for named in people_in(text)]
        return tuple(dict.fromkeys(found))

    def describe(self, entry: Entry, row: TalkRow | None) -> None:
        """Add to a talk what its abstract's entry says."""
        known = list(entry.people)
        if row is None:
            draft = self._without_place(entry, known)
        else:
            draft = self.drafts[row.talk]
            self._speakers(draft, entry, known)
            self._title(draft, entry)
            self._time(draft, entry, row)
        self._abstract(draft, entry)

    def _without_place(self, entry: Entry, known: list[Named]) -> TalkDraft:
        speakers = tuple(self._registry.person(named, entry.line) for named in known)
        draft = self._new(entry.line, entry.title, speakers)
        self._notes.add(
            "abstract-without-talk",
            entry.line,
            f'the abstract of "{draft.id}" belongs to no row of the agenda',
            "give the talk a slot, or correct name or time",
            about=(draft.id,),
            level=Level.SOFT,
        )
        return draft

    def _speakers(self, draft: TalkDraft, entry: Entry, known: list[Named]) -> None:
        speakers = tuple(self._registry.person(named, entry.line) for named in known)
        if not speakers or set(speakers) == set(draft.speakers):
            return
        source = self._notes.source(entry.line, "speakers")
        if not draft.speakers:
            draft.speakers = speakers
            self._sources[f"talks.{draft.id}.speakers"] = source
            return
        names = ", ".join(named.name for named in known)
        draft.alternatives.append(Alternative(field="speakers", value=names, source=source))
        self._notes.add(
            "speaker-differs",
            entry.line,
            f'the abstract of "{draft.id}" names {names}, the agenda does not (line {draft.line})',
            "keep the right one; the agenda's was taken",
            about=(draft.id,),
            field=f"talks.{draft.id}.speakers",
            level=Level.SOFT,
        )

    def _title(self, draft: TalkDraft, entry: Entry) -> None:
        struck = _STRUCK.fullmatch(entry.title)
        title = restored(struck[1] if struck else entry.title)
        if not title or title == draft.title:
            return
        source = self._notes.source(entry.title_line, "title")
        if not draft.title:
            draft.title = title
            self._sources[f"talks.{draft.id}.title"] = source
            code, message = (
                "title-from-abstract",
                "the agenda has no title; the abstract's was taken",
            )
            self._notes.add(
                code, entry.title_line, message, "nothing, if that is right", about=(draft.id,)
            )
            return
        draft.alternatives.append(Alternative(field="title", value=title, source=source))
        self._notes.add(
            "title-differs",
            entry.title_line,
            f'"{title}" is "{draft.title}" in the agenda, line {draft.line}',
            "keep the right one; the agenda's was taken, because readers plan by it",
            about=(draft.id,),
            field=f"talks.{draft.id}.title",
            level=Level.SOFT,
        )

    def _time(self, draft: TalkDraft, entry: Entry, row: TalkRow) -> None:
        if entry.start is None or entry.start % 720 == row.start % 720:
            return
        self._notes.add(
            "time-differs",
            entry.line,
            f'the abstract of "{draft.id}" says {clock_text(entry.start)}, the agenda '
            f"{clock_text(row.start)} (line {row.line})",
            "correct one of them; the agenda's was taken",
            about=(draft.id,),
            level=Level.SOFT,
        )

    def _abstract(self, draft: TalkDraft, entry: Entry) -> None:
        text, splits = body_of(entry.lines)
        if not text or is_unknown(text):
            return
        line = next(line.number for line in entry.lines if line.used)
        source = self._notes.source(line, "abstract")
        if draft.abstract:
            draft.alternatives.append(Alternative(field="abstract", value=text, source=source))
            return
        draft.abstract = text
        self._sources[f"talks.{draft.id}.abstract"] = source
        if entry.inline:
            self._notes.add(
                "abstract-in-agenda",
                line,
                f'what stands below the row of "{draft.id}" was read as its abstract',
                "nothing, if that is right",
                about=(draft.id,),
            )
        for split in splits:
            self._notes.add(
                "paragraph-split",
                split.line,
                f'a sentence in the abstract of "{draft.id}" breaks off in line {split.before} and '
                "goes on here; the two were joined",
                "nothing, if that is right",
                about=(draft.id,),
                field=f"talks.{draft.id}.abstract",
            )
