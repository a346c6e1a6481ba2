"""What is known while a project's files are read, and what is found wrong on the way."""

from __future__ import annotations

from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from programkit.errors import Fault
from programkit.files.locate import Place
from programkit.model.findings import Finding, Level, Source


@dataclass
class Circumstances:
    """The year and time zone that short forms leave out, and all faults and findings so far."""

    zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("UTC"))
    """Time zone of times of day."""
    year: int | None = None
    """Year of dates that have none."""
    faults: list[Fault] = field(default_factory=list)
    """What is wrong."""
    findings: list[Finding] = field(default_factory=list)
    """What is odd."""

    def fault(self, message: str, place: Place, where: str = "", remedy: str = "") -> None:
        """Record something wrong, once."""
        fault = Fault(message, place.file, place.line, where, remedy)
        if fault not in self.faults:
            self.faults.append(fault)

    def finding(
        self, code: str, level: Level, message: str, place: Place, where: str, remedy: str = ""
    ) -> None:
        """Record something odd, once. The last but one word of ``where`` is what it is about."""
        words = where.split(".")
        finding = Finding(
            code=code,
            level=level,
            message=message,
            remedy=remedy,
            about=(words[1],) if len(words) > 1 else (),
            source=Source(file=place.file, line=place.line, field=where),
        )
        if finding not in self.findings:
            self.findings.append(finding)
