"""The announcement of a talk in words: as plain text and as a page for mail.

Mail programs know no MathML and no style sheet of ours, so formulas are readable text there.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from markupsafe import Markup

from programkit.model.base import Unknown
from programkit.model.contributions import State
from programkit.outline.nodes import Occurrence, OutlineTalk
from programkit.outline.wording import (
    joining_text,
    joint_work_text,
    person_text,
    plain_text,
    speakers_text,
)
from programkit.text.characters import one_line, wrapped
from programkit.text.formats import format_date
from programkit.text.localtimes import LocalTime
from programkit.text.runs import Paragraph, Run
from programkit.web.context import View
from programkit.web.elsewhere import marks_of
from programkit.web.environment import drawn, environment, speak_of
from programkit.web.prose import runs

Kind = Literal["announcement", "reminder", "cancellation"]
"""What is told of a talk: that it will be, that it is soon, or that it will not be."""


@dataclass(frozen=True, slots=True)
class Letter:
    """What is told about one talk; templates ask it for words in the language of their view."""

    view: View
    kind: Kind
    talk: OutlineTalk
    occurrence: Occurrence | None
    """None while the talk has no date."""
    here: LocalTime | None
    """Its start where the conference is; none where the time or the zone is unknown."""
    elsewhere: tuple[LocalTime, ...]
    """Its start by the clocks of other cities."""
    beside: tuple[Letter, ...] = ()
    """What is told of the other talks of the meeting, by time."""

    @property
    def talks(self) -> tuple[Letter, ...]:
        """What is told of each talk of the meeting: this one, and those beside it."""
        return (self, *self.beside)

    @property
    def together(self) -> bool:
        """Whether all talks of the meeting are in one place."""
        return all((t.place, t.joining) == (self.place, self.joining) for t in self.beside)

    @property
    def headline(self) -> str:
        """The title of the series or conference."""
        return one_line(self.view.outline.plain_title)

    @property
    def title(self) -> str:
        """The plain title, or that it is to be announced."""
        return one_line(self.view.title(self.talk))

    @property
    def mark(self) -> str:
        """The word in front of the subject: that it is a reminder, off, or not certain."""
        if self.kind == "cancellation":
            return self.view.word("cancelled")
        if self.kind == "reminder":
            return self.view.word("reminder")
        return self.doubt if not self.beside else ""

    @property
    def doubt(self) -> str:
        """The word for a talk that is not certain; empty for others."""
        return self.view.word("tentative") if self.talk.state is State.TENTATIVE else ""

    @property
    def subject(self) -> str:
        """One line that says who speaks where, when, and on what."""
        day = self.day("short")
        where = ", ".join(part for part in (self.headline, day) if part)
        told = "; ".join(one.byline for one in self.talks)
        return one_line(": ".join(part for part in (self.mark, where, told) if part))

    @property
    def byline(self) -> str:
        """Who speaks, and on what, in one line."""
        speakers = speakers_text(self.talk.speakers, self.view.language)
        return one_line(": ".join(part for part in (speakers, self.title) if part))

    @property
    def speakers(self) -> tuple[str, ...]:
        """The speakers with where they work, or that they are to be announced."""
        if isinstance(self.talk.speakers, Unknown):
            return (self.view.word("speaker_tbd"),)
        return tuple(one_line(person_text(person)) for person in self.talk.speakers)

    @property
    def joint_work(self) -> str:
        """With whom the work was done; empty for the speakers alone."""
        return one_line(joint_work_text(self.talk, self.view.language))

    @property
    def time(self) -> str:
        """From when to when by the clocks of the conference; empty where unknown."""
        return self._clocks(self)

    @property
    def span(self) -> str:
        """The same of the whole meeting."""
        return self._clocks(self.talks[-1])

    def _clocks(self, last: Letter) -> str:
        if self.occurrence is None or self.occurrence.when.start is None:
            return ""
        end = None if last.occurrence is None else last.occurrence.when.end
        ends = (self.occurrence.when.start, end)
        return "–".join(self.view.clock(moment) for moment in ends if moment)

    @property
    def place(self) -> str:
        """The room and the place of the conference; empty where it goes without saying."""
        room = self.occurrence.room if self.occurrence else None
        near = self.view.word("room_tbd") if isinstance(room, Unknown) else room and room.name
        parts = (near, self.view.outline.place)
        return one_line(", ".join(part for part in parts if part))

    @property
    def joining(self) -> str:
        """The link of the room, where it is given, or how to join; of a talk that is off none."""
        if self.kind == "cancellation" or self.occurrence is None:
            return ""
        return joining_text(self.occurrence.room, self.view.language)

    @property
    def link(self) -> str:
        """Where to join, if that is an address."""
        return self.joining if self.joining.startswith(("https://", "http://")) else ""

    @property
    def abstract(self) -> tuple[Paragraph, ...] | Unknown:
        """The abstract without anything that mail programs cannot show."""
        found = self.talk.abstract
        if isinstance(found, Unknown):
            return found
        return tuple(replace(one, runs=_readable(one.runs)) for one in found)

    @property
    def page(self) -> str:
        """The address of the talk's page; empty where the site has none."""
        return self.view.absolute(self.view.to(self.talk))

    def day(self, style: Literal["full", "short"] = "full") -> str:
        """The date, or that it is to be announced."""
        if self.occurrence is None or self.occurrence.when.start is None:
            return self.view.word("date_tbd")
        return format_date(self.occurrence.when.start.date(), self.view.language, style)

    def marks(self, local: LocalTime) -> str:
        """What a reader of a local time must not miss: another day, and summer time."""
        return marks_of(self.view, local)


class Letters:
    """Draws announcements by the templates of a project, or ours."""

    def __init__(self, overrides: Path | None = None) -> None:
        """Prepare the templates.

        Args:
            overrides: A folder that may have an "announcement.txt" and an "announcement.html".
        """
        made = environment(overrides if overrides is not None and overrides.is_dir() else None)
        made.filters |= {"mailruns": _mail_runs, "plain": plain_text, "wrapped": wrapped}
        self._pages, self._texts = made, made.overlay(autoescape=False)

    def text(self, letter: Letter) -> str:
        """The announcement as plain text."""
        return self._drawn("announcement.txt", letter).strip("\n") + "\n"

    def html(self, letter: Letter) -> str:
        """The announcement as a page."""
        return self._drawn("announcement.html", letter)

    def _drawn(self, name: str, letter: Letter) -> str:
        made = self._texts if name.endswith(".txt") else self._pages
        speak_of(made, letter.view)
        context: dict[str, Any] = {"letter": letter, "outline": letter.view.outline}
        return drawn(made, name, context)


def _readable(items: Iterable[Run]) -> tuple[Run, ...]:
    return tuple(replace(run, math=None, display=False) for run in items)


def _mail_runs(items: Iterable[Run]) -> Markup:
    return runs(_readable(items))
