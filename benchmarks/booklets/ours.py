"""Programkit: a process that reads the texts as JSON, makes a program of them and draws it."""

from __future__ import annotations

import inspect
import sys
from datetime import date
from importlib.metadata import version
from itertools import groupby
from pathlib import Path

import programkit as pk
from booklets import page
from booklets.engine import PDF, Commands, Engine, Wanted
from booklets.texts import Talk, Texts

TEXTS = "texts.json"
"""What the process reads."""
CACHE = "cache"
"""Where it keeps the lines that were set, if it is told to."""


def conference_of(texts: Texts) -> pk.Conference:
    """The texts as facts."""
    who = {speaker.name: speaker for talk in texts.talks for speaker in talk.speakers}
    people = {name: f"p{number}" for number, name in enumerate(who)}
    places = {
        place: f"a{number}"
        for number, place in enumerate(dict.fromkeys(each.affiliation for each in who.values()))
        if place
    }
    return pk.Conference(
        title=texts.title,
        timezone="Europe/Zagreb",
        affiliations=tuple(pk.Affiliation(id=known, name=name) for name, known in places.items()),
        people=tuple(
            pk.Person(
                id=known,
                name=name,
                affiliations=tuple(filter(None, [places.get(who[name].affiliation)])),
            )
            for name, known in people.items()
        ),
        talks=tuple(
            pk.Talk(
                id=talk.id,
                title=talk.title,
                abstract=talk.abstract,
                speakers=tuple(dict.fromkeys(people[speaker.name] for speaker in talk.speakers)),
            )
            for talk in texts.talks
        ),
        days=tuple(
            pk.Day(date=date.fromisoformat(day), items=(_session(day, [*talks]),))
            for day, talks in groupby(texts.talks, key=lambda talk: talk.day)
        ),
    )


def _session(day: str, talks: list[Talk]) -> pk.Session:
    """The talks of a day, each in a slot of its own."""
    slots = (
        pk.Slot(id=f"slot-{talk.id}", start=talk.time, minutes=20, talk=talk.id) for talk in talks
    )
    return pk.Session(id=f"s-{day}", start=talks[0].time, slots=tuple(slots))


def draw(program: pk.Program, path: Path, wanted: Wanted, cache: Path | None = None) -> None:
    """Draw the booklet of a program."""
    margins = dict.fromkeys(("top", "bottom", "inner", "outer"), page.MARGIN_MM)
    theme = pk.Theme(
        page="A5",
        size=page.SIZE,
        leading=page.LEADING,
        **{f"margin_{side}": margin for side, margin in margins.items()},
    )
    options: dict = {"tagged": wanted.tagged} if can("tagged") else {}
    if cache is not None:
        options["cache"] = cache
    if not wanted.whole:
        options["parts"] = (pk.parts.Abstracts(),)
    pk.booklet(program, path, theme=theme, **options)


def can(option: str) -> bool:
    """Whether ``booklet`` has an option yet."""
    return option in inspect.signature(pk.booklet).parameters


def _prepare(texts: Texts, folder: Path, wanted: Wanted) -> Commands:
    texts.save(folder / TEXTS)
    return [command(wanted)]


def command(wanted: Wanted, *more: str) -> list[str]:
    """What makes the booklet of the texts in the working directory."""
    told = [word for word in ("whole", "tagged") if getattr(wanted, word)]
    return [sys.executable, "-m", "booklets.ours", *told, *more]


ENGINE = Engine(
    name="ours",
    about="programkit, from a file of texts to the booklet",
    absent=lambda: "",
    prepare=_prepare,
    version=lambda: version("programkit"),
    can_tag=True,
)


def main() -> None:
    """Draw the texts in the working directory; the command line has ``whole``, ``tagged``."""
    told = sys.argv[1:]
    wanted = Wanted(whole="whole" in told, tagged="tagged" in told)
    cache = Path(CACHE) if CACHE in told else None
    program = pk.Program.of(conference_of(Texts.load(Path(TEXTS))))
    draw(program, Path(PDF), wanted, cache)


if __name__ == "__main__":
    main()
