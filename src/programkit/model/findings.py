"""What checks answer: findings, and the report that holds them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum

from programkit.errors import ConferenceError, Fault
from programkit.model.base import Frozen


class Level(StrEnum):
    """How much a finding weighs."""

    HARD = "hard"
    """Must not be: a program with it is not acceptable."""
    SOFT = "soft"
    """Better not: it costs."""
    NOTE = "note"
    """Worth knowing: repaired, inferred, or merely unusual."""


class Source(Frozen):
    """A place in an organizer's file."""

    file: str
    """Path as the organizer gave it."""
    line: int = 0
    """Line, from 1; 0 when not known."""
    field: str = ""
    """Field at that place, as a dotted path."""

    def __str__(self) -> str:
        """As ``file:line:field``."""
        return ":".join(part for part in (self.file, str(self.line or ""), self.field) if part)


class Finding(Frozen):
    """One thing noticed, by a stable code, with the remedy."""

    code: str
    """Stable name of the kind of finding, such as ``speaker-free``."""
    level: Level
    """How much it weighs."""
    message: str
    """What is so, naming things as the organizer does."""
    remedy: str = ""
    """What to do about it."""
    about: tuple[str, ...] = ()
    """Ids of the things concerned."""
    source: Source | None = None
    """Where in the files, if a file is at fault."""
    cost: int = 0
    """What it costs in the program's total; 0 unless soft."""
    ignored: str = ""
    """The organizer's reason for accepting it; empty if it is not accepted."""

    def __str__(self) -> str:
        """One line: where, level, code, what, what to do."""
        place = f"{self.source}: " if self.source else ""
        cost = f" (cost {self.cost})" if self.cost else ""
        remedy = f"; {self.remedy}" if self.remedy else ""
        return f"{place}{self.level} {self.code}{cost}: {self.message}{remedy}"


class Report(Frozen):
    """All findings of one check, hardest first."""

    findings: tuple[Finding, ...] = ()
    """In report order; the accepted ones among them."""

    @property
    def open(self) -> tuple[Finding, ...]:
        """The findings that no ``ignore`` accepts."""
        return tuple(finding for finding in self.findings if not finding.ignored)

    def of(self, level: Level) -> tuple[Finding, ...]:
        """The open findings of one level."""
        return tuple(finding for finding in self.open if finding.level is level)

    @property
    def hard(self) -> tuple[Finding, ...]:
        """The open findings that must not be."""
        return self.of(Level.HARD)

    @property
    def cost(self) -> int:
        """What the soft findings cost together, the accepted ones included."""
        return sum(finding.cost for finding in self.findings)

    @property
    def costs(self) -> Mapping[str, int]:
        """The same by rule, of the rules that cost something, in report order."""
        found: dict[str, int] = {}
        for finding in self.findings:
            if finding.cost:
                found[finding.code] = found.get(finding.code, 0) + finding.cost
        return found

    def raise_if_hard(self) -> None:
        """Stop a script where something must not be.

        Raises:
            ConferenceError: There are open hard findings; it carries all of them.
        """
        if self.hard:
            raise ConferenceError([_fault(finding) for finding in self.hard])

    def __iter__(self) -> Iterator[Finding]:  # type: ignore[override]  # a report is its findings
        """The findings, accepted ones included."""
        return iter(self.findings)

    def __len__(self) -> int:
        """How many findings there are."""
        return len(self.findings)

    def __bool__(self) -> bool:
        """Always true: ask ``report.hard`` or ``len(report)``."""
        return True

    def __str__(self) -> str:
        """The open findings, a line each, and a line that counts them."""
        lines = [str(finding) for finding in self.open]
        counts = ", ".join(f"{len(self.of(level))} {level}" for level in Level)
        ignored = len(self.findings) - len(self.open)
        return "\n".join([*lines, counts + (f", {ignored} ignored" if ignored else "")])


def _fault(finding: Finding) -> Fault:
    source = finding.source or Source(file="")
    return Fault(
        f"{finding.code}: {finding.message}",
        file=source.file,
        line=source.line,
        field=source.field,
        remedy=finding.remedy,
    )
