"""How a build stands to what was published: what it would make known, and the step itself."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from programkit.errors import RenderError
from programkit.files.published.cautions import beginning, left_out, losses, state_missing
from programkit.files.published.draft import Draft
from programkit.files.published.published import Published
from programkit.files.published.storing import NAME, locked, read_published, write_published
from programkit.model.findings import Finding, Level
from programkit.model.program import Program
from programkit.outline.nodes import Outline


@dataclass(frozen=True, slots=True)
class Publishing:
    """What is asked for."""

    publish: bool = False
    """Whether the state is advanced; else a build only shows what a publish would make."""
    now: datetime | None = None
    """The moment; none given means when the facts were revised."""
    adopt: Path | None = None
    """A published calendar to make a lost state from."""
    feeds: tuple[Path, ...] = ()
    """Where the last build left its calendars: they prove that there was a state."""


@dataclass(frozen=True, slots=True)
class Publication:
    """The state before and after."""

    after: Published | None = None
    """What is known once this is published; none where nobody keeps track."""
    findings: tuple[Finding, ...] = ()
    """What was noticed."""
    state: Path | None = None
    """The file to put the state into; none where nothing changes."""
    stored: Published | None = None
    """What is put there: the state after, or the one that was adopted."""

    @property
    def forbidden(self) -> bool:
        """Whether nothing may be made of it: subscribers would be told what is wrong."""
        return any(finding.level is Level.HARD for finding in self.findings)

    def conclude(self) -> tuple[Path, ...]:
        """Put the state in place, after all outputs; the file, if that changed it."""
        if self.state is None or self.stored is None:
            return ()
        return (self.state,) if write_published(self.stored, self.state) else ()


@contextmanager
def publication(program: Program, outline: Outline, asked: Publishing) -> Iterator[Publication]:
    """What a publish would make, or makes; nobody else publishes these facts meanwhile.

    Args:
        program: What is decided; the state lies in the folder of its facts.
        outline: Its public projection as readers see it.
        asked: What to do.

    Raises:
        LoadError: ``published.json``, or the calendar to adopt, cannot be read.
        RenderError: It cannot be published.
    """
    folder = Path(program.conference.folder) if program.conference.folder else None
    draft, writes = Draft.of(program, outline), asked.publish or asked.adopt is not None
    if folder is None:
        if writes:
            raise RenderError(f"{NAME} lies beside the facts, and these have no folder; load them")
        yield Publication()
        return
    with locked(folder) if writes else nullcontext():
        yield _publication(folder / NAME, draft, asked)


def _publication(state: Path, draft: Draft, asked: Publishing) -> Publication:
    before, findings = _before(state, asked.adopt)
    if before is None:
        findings = tuple(state_missing(state, asked.feeds))
        if findings or not asked.publish:
            return Publication(findings=findings)
        before, findings = Published(), (beginning(state),)
    after = before.after(draft, asked.now or draft.stamp)
    findings += tuple(losses(before, after, draft, state))
    if asked.publish:
        _check_moment(before, after, draft, asked.now)
        return Publication(after, findings, state, after)
    return Publication(after, findings, state, before if asked.adopt else None)


def _before(state: Path, adopt: Path | None) -> tuple[Published | None, tuple[Finding, ...]]:
    """What was published, as the file says or the calendar that is adopted."""
    known = read_published(state)
    if adopt is None:
        return known, ()
    if known is not None:
        raise RenderError(f"{state} is there; to adopt {adopt} in its place, move it away first")
    from programkit.files.published.adopting import adopted  # noqa: PLC0415 - loads icalendar

    found = adopted(adopt)
    return found.published, (left_out(adopt, found.foreign),) if found.foreign else ()


def _check_moment(before: Published, after: Published, draft: Draft, now: datetime | None) -> None:
    """Refuse a moment that is not known, or that calendars would take for an older one."""
    if now is None and not draft.revised:
        remedy = "add --now 2026-09-01T12:00, or write revised: into the facts"
        raise RenderError(f"nothing says when this is published; {remedy}")
    latest, at = before.latest, (now or draft.stamp).astimezone(UTC).replace(microsecond=0)
    if latest is not None and at <= latest and after.revisions != before.revisions:
        raise RenderError(
            f"{at:%Y-%m-%dT%H:%MZ} is not after the last publish, {latest:%Y-%m-%dT%H:%MZ}: "
            "calendars would keep what they have; give a later moment with --now"
        )
