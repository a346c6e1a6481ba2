"""Talks, people, rooms and series from entries and lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from programkit.files.readers.markdown.escapes import bare, restored, shown, unmasked
from programkit.files.readers.markdown.lines import Line
from programkit.files.readers.markdown.notes import Notes
from programkit.files.readers.markdown.paragraphs import body_of
from programkit.files.readers.markdown.people import Named, people_in
from programkit.files.readers.markdown.registry import Ids, Registry
from programkit.files.readers.seminars.entries import Entry
from programkit.files.readers.seminars.paragraphs import apart
from programkit.model.base import TBD
from programkit.model.contributions import State, Talk, Track
from programkit.model.findings import Source
from programkit.model.people import Person, Role
from programkit.text.folding import folded
from programkit.text.names import index_key
from programkit.text.unknown import is_unknown


@dataclass
class Gathered:
    """Everything that is named, with the line of each."""

    notes: Notes
    sources: dict[str, Source] = field(default_factory=dict)
    talks: list[Talk] = field(default_factory=list)
    bios: dict[str, str] = field(default_factory=dict)
    roles: dict[str, list[Role]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.registry = Registry(self.notes, self.sources)
        self._ids = Ids()
        self._track_ids = Ids()
        self._tracks: dict[str, Track] = {}

    @property
    def people(self) -> tuple[Person, ...]:
        """Everybody, with biographies and roles."""
        return tuple(
            person.replace(
                bio=self.bios.get(person.id, ""), roles=tuple(self.roles.get(person.id, ()))
            )
            for person in self.registry.people
        )

    @property
    def tracks(self) -> tuple[Track, ...]:
        """Every series that is named."""
        return tuple(self._tracks.values())

    def talk(self, entry: Entry) -> str:
        """The id of the talk of an entry."""
        speakers = self._persons(entry.people, entry.speaker_line or entry.line)
        hosts = self._persons(_hosts(entry), entry.host_line)
        talk_id = self._ids.new(self._family(speakers) or bare(entry.title or ""), "talk")
        abstract = self._abstract(entry, talk_id)
        self._bio(entry, speakers)
        self.talks.append(
            Talk(
                id=talk_id,
                title=restored(entry.title) if entry.title else TBD,
                speakers=speakers or TBD,
                abstract=TBD if abstract is None else abstract,
                track=self._track(entry, hosts),
                hosts=hosts,
                state=State.CANCELLED if entry.cancelled else State.CONFIRMED,
            )
        )
        self._remember(entry, talk_id)
        self._note_host(entry, speakers, hosts, talk_id)
        return talk_id

    def _persons(self, people: Sequence[Named], line: int) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.registry.person(person, line) for person in people))

    def _family(self, speakers: Sequence[str]) -> str:
        if not speakers:
            return ""
        name = index_key(self.registry.name(speakers[0]))
        return f"{name.particles} {name.family}".strip()

    def _remember(self, entry: Entry, talk_id: str) -> None:
        lines = {
            "": entry.line,
            "title": entry.title_line,
            "speakers": entry.speaker_line,
            "hosts": entry.host_line,
            "track": entry.series_line,
        }
        for name, line in lines.items():
            if line:
                key = f"talks.{talk_id}.{name}".rstrip(".")
                self.sources[key] = self.notes.source(line, name)

    def _abstract(self, entry: Entry, talk_id: str) -> str | None:
        text, splits = body_of(apart(entry.abstract))
        if not text or is_unknown(text):
            return None
        line = next(line.number for line in entry.abstract if line.used or line.source)
        key = f"talks.{talk_id}.abstract"
        self.sources[key] = self.notes.source(line, "abstract")
        for split in splits:
            self.notes.add(
                "paragraph-split",
                split.line,
                f'a sentence in the abstract of "{talk_id}" breaks off in line {split.before} and '
                "goes on here; the two were joined",
                "nothing, if that is right",
                about=(talk_id,),
                field=key,
            )
        return text

    def _bio(self, entry: Entry, speakers: Sequence[str]) -> None:
        """A biography is of the speaker whose name it begins with, else of the first one."""
        text, _ = body_of(apart(entry.bio))
        if not text or is_unknown(text):
            return
        if not speakers:
            for unused in filter(_used, entry.bio):
                self.notes.unused(unused)
            return
        whose = (p for p in speakers if folded(text).startswith(folded(self.registry.name(p))))
        person = next(whose, speakers[0])
        before = self.bios.get(person, "")
        self.bios[person] = text if text in {before, ""} or not before else f"{before}\n\n{text}"
        line = next(line.number for line in entry.bio if line.used or line.source)
        self.sources.setdefault(f"people.{person}.bio", self.notes.source(line, "bio"))

    def _track(self, entry: Entry, hosts: Sequence[str]) -> str | None:
        if not entry.series:
            return None
        key = folded(entry.series) or entry.series
        if key not in self._tracks:
            track_id = self._track_ids.new(entry.series, "series")
            self._tracks[key] = Track(id=track_id, name=entry.series)
            self.sources[f"tracks.{track_id}"] = self.notes.source(entry.series_line, "name")
        track = self._tracks[key]
        chairs = tuple(dict.fromkeys((*track.chairs, *hosts)))
        self._tracks[key] = track.replace(chairs=chairs)
        return track.id

    def _note_host(
        self, entry: Entry, speakers: Sequence[str], hosts: Sequence[str], talk_id: str
    ) -> None:
        for person in set(speakers).intersection(hosts):
            self.notes.add(
                "host-speaks",
                entry.speaker_line,
                f"{self.registry.name(person)} organizes the talk and gives it",
                "nothing, if that is right",
                about=(talk_id,),
                field=f"talks.{talk_id}.hosts",
            )

    def member(self, person: Named, line: int, role: Role | None) -> str:
        """Somebody in a list of people, with what the list makes of them."""
        person_id = self.registry.person(person, line)
        if role is not None and role not in self.roles.setdefault(person_id, []):
            self.roles[person_id].append(role)
            self.sources.setdefault(f"people.{person_id}.roles", self.notes.source(line, "roles"))
        return person_id


def _used(line: Line) -> bool:
    return line.used


def _hosts(entry: Entry) -> tuple[Named, ...]:
    if not entry.host or is_unknown(shown(entry.host)):
        return ()
    return tuple(Named(unmasked(p.name), p.affiliations) for p in people_in(entry.host))
