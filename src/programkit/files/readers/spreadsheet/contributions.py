"""Talks and the people who give them, out of the entries of a table."""

from __future__ import annotations

from collections.abc import Sequence

from programkit.files.locate import Rows, Table
from programkit.files.readers.spreadsheet.entries import Entry
from programkit.files.readers.spreadsheet.names import people_in
from programkit.files.reading import Circumstances
from programkit.model.contributions import State
from programkit.model.findings import Level
from programkit.text.folding import folded, slug
from programkit.text.unknown import is_unknown

_COPIED = ("abstract", "minutes", "kind", "language", "notes")
_KINDS = frozenset({"talk", "keynote", "tutorial", "remarks", "panel"})
_STATES = {
    "confirmed": State.CONFIRMED, "accepted": State.CONFIRMED, "accept": State.CONFIRMED,
    "yes": State.CONFIRMED, "ok": State.CONFIRMED, "tentative": State.TENTATIVE,
    "pending": State.TENTATIVE, "invited": State.TENTATIVE, "maybe": State.TENTATIVE,
    "submitted": State.TENTATIVE, "accept?": State.TENTATIVE,
    "waitlisted": State.TENTATIVE, "tbc": State.TENTATIVE,
    "cancelled": State.CANCELLED, "canceled": State.CANCELLED,
    "withdrawn": State.WITHDRAWN, "rejected": State.WITHDRAWN, "reject": State.WITHDRAWN,
    "declined": State.WITHDRAWN, "no": State.WITHDRAWN,
}  # fmt: skip


class Contributions:
    """Collects talks, people and tracks."""

    def __init__(self, around: Circumstances) -> None:
        self.around = around
        self.talks = Rows()
        self.people = Rows()
        self.tracks: dict[str, Table] = {}
        self.by_name: dict[str, Table] = {}
        self.ids: set[str] = set()
        self.people_ids: set[str] = set()

    def add(self, entry: Entry) -> str:
        """Add the talk of an entry, and answer its id."""
        talk = Table(place=entry.place)
        talk.put("id", self._id(entry))
        talk.put("title", entry.get("title") or "TBD")
        for field in _COPIED:
            if entry.get(field):
                talk.put(field, entry.get(field))
        if entry.get("kind").lower() in _KINDS:
            talk.put("kind", entry.get("kind").lower())
        self._put_people(entry, talk)
        self._put_rest(entry, talk)
        self.talks.add(talk, entry.place)
        return str(talk["id"])

    def _id(self, entry: Entry) -> str:
        """The table's own id, else one made of the title, else of the speakers."""
        title = "" if is_unknown(entry.get("title")) else entry.get("title")
        own = "-".join(entry.get("id").split())
        base = own or slug(title) or slug(entry.get("speakers")) or "talk"
        found, number = base, 2
        while found in self.ids:
            found, number = f"{base}-{number}", number + 1
        if own and found != own:
            message = f'the id "{own}" is there twice; this one becomes "{found}"'
            self._note("id-twice", Level.SOFT, message, entry, "give each row its own id")
        self.ids.add(found)
        return found

    def _put_people(self, entry: Entry, talk: Table) -> None:
        speakers, authors = self._names(entry, "speakers"), self._names(entry, "authors")
        if authors and not speakers and not is_unknown(entry.get("speakers") or "x"):
            speakers = authors[:1]
            message = f'no speaker is named; the first author, "{speakers[0]}", is taken'
            self._note("speaker-inferred", Level.NOTE, message, entry, "name the speakers")
        spoken = {folded(name) for name in speakers}
        others = [name for name in authors if folded(name) not in spoken]
        people = [self._person(name, entry) for name in speakers]
        if people:
            talk.put("speakers", Rows([person["id"] for person in people], entry.place))
        if others:
            found = [Table({"person": self._person(n, entry)["id"]}, entry.place) for n in others]
            talk.put("coauthors", Rows(found, entry.place))
        self._describe(people, entry)

    def _names(self, entry: Entry, field: str) -> list[str]:
        text = entry.get(field)
        found = [] if is_unknown(text) else people_in(text)
        for one in found:
            if one.written:
                message = f'"{one.written}" is read as "{one.name}"'
                self._note("name-turned", Level.NOTE, message, entry, "correct it if it is wrong")
            if one.affiliation and not entry.get("affiliation"):
                self._set(self._person(one.name, entry), "affiliations", one.affiliation, entry)
        return [one.name for one in found]

    def _person(self, name: str, entry: Entry) -> Table:
        """The person of that name, new where it is the first time."""
        key = folded(name) or name
        if key not in self.by_name:
            base = slug(name) or "person"
            found, number = base, 2
            while found in self.people_ids:
                found, number = f"{base}-{number}", number + 1
            self.people_ids.add(found)
            self.by_name[key] = Table({"id": found, "name": name}, entry.place)
            self.people.add(self.by_name[key], entry.place)
        elif self.by_name[key]["name"] != name:
            known = self.by_name[key]["name"]
            message = f'"{name}" is taken to be "{known}", spelled otherwise above'
            self._note("name-variant", Level.NOTE, message, entry, "spell the name one way")
        return self.by_name[key]

    def _describe(self, people: Sequence[Table], entry: Entry) -> None:
        """Give the speakers the affiliations, addresses and pages of their row."""
        for field, ours in (("affiliation", "affiliations"), ("email", "email"), ("url", "url")):
            text = entry.get(field)
            if is_unknown(text) or not people:
                continue
            parts = [part.strip() for part in text.split(";") if part.strip()]
            if field == "affiliation" and 1 in {len(parts), len(people)}:
                parts = ["; ".join(parts)] * len(people)  # one place for all, or all for one person
            if len(parts) != len(people):
                self._mismatch(field, parts, people, entry)
            if field == "url":
                parts = [part if ":" in part else f"https://{part}" for part in parts]
            for person, part in zip(people, parts, strict=False):
                self._set(person, ours, part, entry)

    def _mismatch(
        self, field: str, parts: list[str], people: Sequence[Table], entry: Entry
    ) -> None:
        message = f"{len(people)} speakers, but {field} has {len(parts)} parts, matched in order"
        self._note(f"{field}-unmatched", Level.SOFT, message, entry, "check who is where")

    def _set(self, person: Table, field: str, value: str, entry: Entry) -> None:
        several = field == "affiliations"
        if field not in person:
            given = Rows(value.split("; "), entry.place) if several else value
            person.put(field, given, entry.place)
            return
        known = "; ".join(person[field]) if several else person[field]
        others = person.setdefault("alternatives", Rows(place=entry.place))
        said = [(field, known), *((other["field"], other["value"]) for other in others)]
        if (field, value) not in said:
            source = Table({"file": entry.place.file, "line": entry.place.line}, entry.place)
            others.add(Table({"field": field, "value": value, "source": source}), entry.place)

    def _put_rest(self, entry: Entry, talk: Table) -> None:
        track = entry.get("track")
        if track and not is_unknown(track):
            key = slug(track) or "track"
            self.tracks.setdefault(key, Table({"id": key, "name": track}, entry.place))
            talk.put("track", key)
        tags = [tag.strip() for tag in entry.get("tags").replace(";", ",").split(",")]
        if any(tags):
            talk.put("tags", Rows([tag for tag in tags if tag], entry.place))
        state = entry.get("state").lower()
        if state in _STATES:
            talk.put("state", _STATES[state].value)
        elif state:
            message = f'the state "{entry.get("state")}" is not known; taken as confirmed'
            self.around.finding(
                "state-unknown",
                Level.SOFT,
                message,
                entry.place,
                f"talks.{talk['id']}.state",
                "write tentative, cancelled or withdrawn; or accept this finding",
            )

    def _note(self, code: str, level: Level, message: str, entry: Entry, remedy: str) -> None:
        self.around.finding(code, level, message, entry.place, "", remedy)
