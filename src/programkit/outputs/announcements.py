"""The announcement of a talk: its words from the web's templates, its date as a calendar."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from email.headerregistry import Address
from operator import itemgetter
from pathlib import Path
from zoneinfo import ZoneInfo

from programkit.errors import RenderError, meant_or_known
from programkit.files.calendar.calendars import Calendars
from programkit.files.published.draft import Draft
from programkit.files.published.published import Listed, Published
from programkit.model.base import Unknown
from programkit.model.contributions import State
from programkit.model.program import Program
from programkit.model.series import Series
from programkit.outline.addresses import CALENDAR, key
from programkit.outline.build import build_outline
from programkit.outline.nodes import Occurrence, Outline, OutlineTalk
from programkit.outputs.mail import Attachment, Message, address
from programkit.text.characters import excerpt
from programkit.text.localtimes import LocalTime, local_times
from programkit.text.words import word
from programkit.web.announcement import Kind, Letter, Letters
from programkit.web.context import View
from programkit.web.overriding import FOLDER

_Given = tuple[OutlineTalk, Occurrence | None]


@dataclass(frozen=True, slots=True)
class Announcement:
    """A talk announced, ready to be sent."""

    talk: str
    """Id of the talk; of several talks in one meeting that of the first."""
    subject: str
    """One line."""
    text: str
    """Plain text."""
    html: str
    """A page that mail programs show."""
    eml: bytes
    """The message as a file, with both and the talk's calendar."""
    talks: tuple[str, ...] = ()
    """Ids of all the talks, by time."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be announced, and to whom."""

    talk: str | None = None
    """Id of the talk; none given means those of the next meeting."""
    kind: Kind = "announcement"
    zones: tuple[str, ...] = ()
    """IANA names; none given means the zones of a series' audience."""
    links: bool = False
    """Whether readers may have the link that others do not get."""
    language: str | None = None
    """None given means the conference's."""
    to: str = ""
    """The address of the mailing list."""
    within: int | None = None
    """Within how many days the next talk must be."""


class Announcements:
    """Announces the talks of one program.

    Args:
        program: What is decided; of what is private only links are read, and only if wished.
        now: The date of the message.
        published: What subscribers of the calendars know.
    """

    def __init__(self, program: Program, now: datetime, published: Published | None = None) -> None:
        self.program, self.now = program, now
        self.published = published or Published()
        folder = program.conference.folder
        self._letters = Letters(Path(folder) / FOLDER if folder else None)

    def of(self, wish: Wish) -> Announcement | None:
        """What is wished; none if there is no next talk, or not within so many days.

        Raises:
            RenderError: There is no such talk, or it is not of that kind, or a template is wrong.
        """
        public = _with_links(self.program) if wish.links else self.program.public()
        outline = build_outline(public)
        given = self._given(outline, wish)
        if not given:
            return None
        first, *others = (self._letter(outline, one, wish) for one in given)
        letter = replace(first, beside=tuple(others))
        text, html = self._letters.text(letter), self._letters.html(letter)
        message = Message(
            subject=letter.subject,
            text=text,
            html=html,
            sender=sender_of(self.program),
            to=_recipient(wish.to),
            calendar=self._calendar(public, outline, letter),
        )
        eml = message.eml(self.now, outline.site)
        talks = tuple(told.talk.id for told in letter.talks)
        return Announcement(talks[0], letter.subject, text, html, eml, talks)

    def _given(self, outline: Outline, wish: Wish) -> list[_Given]:
        if wish.talk is None:
            return self._next(outline, wish)
        found = next((talk for talk in outline.talks if talk.id == wish.talk), None)
        if found is None or found.state is State.WITHDRAWN:
            raise RenderError(_nowhere(wish.talk, outline))
        if found.state is State.CANCELLED and wish.kind != "cancellation":
            raise RenderError(
                f'talk "{found.id}" is cancelled; announce a cancellation, or mend its state'
            )
        dated = list(_dated(found))
        later = [occurrence for start, occurrence in dated if start > self.now]
        return [(found, next(iter(later or [one for _, one in dated[-1:]]), None))]

    def _next(self, outline: Outline, wish: Wish) -> list[_Given]:
        """The talks of the next meeting that take place; of cancellations those that do not."""
        states = {State.CONFIRMED, State.TENTATIVE}
        if wish.kind == "cancellation":
            states = {State.CANCELLED}
        last = None if wish.within is None else self.now + timedelta(days=wish.within)
        later = [
            (start, talk, occurrence)
            for talk in outline.talks
            if talk.state in states
            for start, occurrence in _dated(talk)
            if start > self.now and (last is None or start <= last)
        ]
        later.sort(key=itemgetter(0))
        meeting: dict[str, _Given] = {}
        for _, talk, occurrence in later:
            if self._meets(occurrence, later[0][2]):
                meeting.setdefault(talk.id, (talk, occurrence))
        return list(meeting.values())

    def _meets(self, one: Occurrence, other: Occurrence) -> bool:
        """Whether two talks are of one meeting: in one session, or on one day of a series."""
        if isinstance(self.program.conference, Series) and one.day == other.day:
            return bool(one.day) or one is other
        return one is other or (bool(one.session) and one.session == other.session)

    def _letter(self, outline: Outline, given: _Given, wish: Wish) -> Letter:
        talk, occurrence = given
        language, zone = wish.language or outline.language, outline.timezone
        start = occurrence.when.start if occurrence is not None else None
        times: tuple[LocalTime, ...] = ()
        if start is not None and not isinstance(zone, Unknown):
            shown = (zone, *(wish.zones or self._audience))
            times = local_times(start, shown, ZoneInfo(zone), language)
        view = View(replace(outline, language=language))
        here = times[0] if times else None
        return Letter(view, wish.kind, talk, occurrence, here, times[1:])

    @property
    def _audience(self) -> tuple[str, ...]:
        conference = self.program.conference
        return conference.audience if isinstance(conference, Series) else ()

    def _calendar(self, public: Program, outline: Outline, letter: Letter) -> Attachment | None:
        """The calendar of the talks as it will be published next; none while they have no date."""
        known = self.published.after(Draft.of(public, outline), self.now)
        talks = [told.talk.id for told in letter.talks]
        keys = {("talk", talk) for talk in talks}
        listed = [one for one in known.placements if one.event.key[:2] in keys]
        if letter.kind == "cancellation":
            listed = [_called_off(one, self.now, outline.language) for one in listed]
        calendars = Calendars(public, outline, Published(placements=tuple(listed)))
        data = calendars.of(talks, letter.headline if letter.beside else letter.title)
        return None if data is None else Attachment(key("talk", letter.talk.id) + CALENDAR, data)


def sender_of(program: Program) -> Address | None:
    """The first contact that has an address; none where the mail program is to fill it in."""
    contacts = program.public().conference.contacts
    found = (address(contact.email, contact.name) for contact in contacts if contact.email)
    return next((one for one in found if one is not None), None)


def _recipient(text: str) -> Address | None:
    found = address(text) if text else None
    if text and found is None:
        raise RenderError(f'"{excerpt(text)}" is no mail address; write seminar@example.org')
    return found


def _with_links(program: Program) -> Program:
    """The public projection with every link, for those who are meant to have them."""
    links = {room.id: room.link for room in program.conference.rooms}
    public = program.public()
    rooms = tuple(room.replace(link=links[room.id]) for room in public.conference.rooms)
    return public.replace(conference=public.conference.replace(rooms=rooms))


def _dated(talk: OutlineTalk) -> Iterator[tuple[datetime, Occurrence]]:
    """When it is given, by time, as far as that is known with its date."""
    for occurrence in talk.occurrences:
        if occurrence.when.start is not None and occurrence.when.dated:
            yield occurrence.when.start, occurrence


def _called_off(listed: Listed, now: datetime, language: str) -> Listed:
    """The event cancelled, as one later than whatever readers have (RFC 5546 section 3.2.5)."""
    event = listed.event
    rises = listed.sequence == 0 or not event.cancelled
    return Listed(
        uid=listed.uid,
        sequence=listed.sequence + rises,
        modified=max(now, listed.modified),
        event=event.called_off(word("cancelled", language)),
    )


def _nowhere(talk: str, outline: Outline) -> str:
    known = [one.id for one in outline.talks]
    return f'there is no talk "{excerpt(talk)}"; {meant_or_known(talk, known)}'
