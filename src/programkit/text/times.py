"""Times of day and lengths of time, as people write them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from programkit.text.characters import excerpt, one_line

DAY = 24 * 60
"""Minutes."""
LAST = 2 * DAY - 1
"""Minutes: 47:59, the latest time that still belongs to a day running into the night."""

_NOON = ("midday", "mittag", "midi", "mezzogiorno", "mediodía", "podne")
_MIDNIGHT = ("mitternacht", "minuit", "mezzanotte", "medianoche", "middernacht", "ponoć")
_NAMED = dict.fromkeys(("noon", *_NOON), DAY // 2) | dict.fromkeys(("midnight", *_MIDNIGHT), 0)
_CLOCK = re.compile(
    r"""(?P<hours>\d{1,2})
        (?: \s?[:.h]\s?(?P<minutes>\d{2}) (?: :00 )? )?
        \s?(?P<unit> uhr | heures? | uur | sati | hrs? | h )?
        \s?(?P<half> a\.?\s?m\.? | p\.?\s?m\.? | noon | midnight )?""",
    re.VERBOSE,
)
_FOUR_DIGITS = re.compile(r"([0-4]\d)([0-5]\d)(\s?(?:h|hrs?|uhr))?")
_RANGE = re.compile(
    r"(?:(?:from|von|de|da|dalle|van|od)\s)?(?P<start>.+?)"
    r"(?:\s*[–—−-]\s*|\s(?:to|until|till|bis|à|au|a|alle|hasta|tot|do)\s)(?P<end>.+)",
    re.IGNORECASE,
)
_HOURS = r"\s?(?:h(?:rs?|ours?)?|std|stunden?|heures?|or[ae]|horas?|uur|sat[ai]?)\b\.?"
_MINUTES = r"\s?(?:m(?:in(?:s|u\w*)?)?\b\.?|['′])"
_LENGTH = re.compile(
    rf"""(?P<minutes>\d{{1,5}})(?:{_MINUTES})?
       | (?P<hours>\d{{1,3}}(?:[.,]\d{{1,3}})?){_HOURS}
       | (?P<whole>\d{{1,3}})
         (?: :(?P<after_colon>[0-5]\d)(?:{_HOURS})?
           | h(?P<after_h>[0-5]\d)
           | {_HOURS}\s?(?:(?:and|und|et)\s)?(?P<rest>\d{{1,2}})(?:{_MINUTES})? )""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class _Clock:
    """A time of day and how surely it was one."""

    minutes: int
    half: str = ""
    """``am`` or ``pm``, where it was stated."""
    bare: bool = False
    """Whether it is only a number: 9."""

    @property
    def twelve_hour(self) -> bool:
        """Whether it may be meant before or after noon."""
        return not self.half and self.minutes < DAY // 2 + 60

    def in_half(self, half: str) -> int:
        """The minutes, if that half of the day is meant."""
        return self.minutes % (DAY // 2) + (DAY // 2 if half == "pm" else 0)


def parse_clock(text: str) -> int:
    """Minutes after midnight of a time such as ``8:30``, ``8:30 pm``, ``16h30``, ``12 noon``.

    From ``24:00``, the end of the day, to ``47:59`` it is the night after the day: ``25:30`` is
    half past one.

    Raises:
        ValueError: It is no time of day.
    """
    clock = _read(text)
    if clock is None or clock.bare:
        raise ValueError(f'"{excerpt(text)}" is no time of day; write 8:30, 20:30 or 8:30 pm')
    return clock.minutes


def parse_clock_range(text: str) -> tuple[int, int]:
    """Start and end, in minutes after midnight, of a range such as ``8:30–9:20`` or ``11–1 pm``.

    A side without am or pm takes what makes sense with the other. A range past midnight ends after
    24:00.

    Raises:
        ValueError: It is no range of times, or it ends before it starts.
    """
    found = _RANGE.fullmatch(one_line(text))
    start, end = (_read(found["start"]), _read(found["end"])) if found else (None, None)
    if start is None or end is None or (start.bare and end.bare):
        raise ValueError(f'"{excerpt(text)}" is no range of times; write 8:30–9:20')
    first, last = _agreed(start, end)
    is_night = bool(start.half or end.half or last == 0) or first > DAY // 2 + 60
    if last <= first and is_night and first < DAY and last != first:
        last += DAY
    if last <= first:
        remedy = "write 9:00–13:00 or 22:00–25:00"
        raise ValueError(f'"{excerpt(text)}" ends before it starts; {remedy}')
    return first, last


def parse_minutes(value: str | float) -> int:
    """Minutes of a length such as ``50``, ``50 min``, ``1h30``, ``1:30 h``, ``1.5 hours``.

    Raises:
        ValueError: It is no length, it is negative, or no whole number of minutes.
    """
    if isinstance(value, (int, float)):
        return _whole(value, value)
    found = _LENGTH.fullmatch(one_line(value).casefold())
    if not found:
        raise ValueError(f'"{excerpt(value)}" is no length of time; write 50 min or 1 h 30 min')
    if found["minutes"]:
        return int(found["minutes"])
    if found["hours"]:
        return _whole(Fraction(found["hours"].replace(",", ".")) * 60, excerpt(value))
    rest = found["after_colon"] or found["after_h"] or found["rest"]
    return int(found["whole"]) * 60 + int(rest)


def _whole(minutes: float | Fraction, written: str | float) -> int:
    if isinstance(minutes, bool) or minutes < 0 or minutes != minutes // 1:
        raise ValueError(f"{written} is no length of time; give whole minutes, 0 or more")
    return int(minutes)


def _read(text: str) -> _Clock | None:
    """A time of day, if the text is one."""
    word = " ".join(text.casefold().split())
    if word in _NAMED:
        return _Clock(_NAMED[word], "pm" if _NAMED[word] else "am")
    military = _FOUR_DIGITS.fullmatch(word)
    if military:
        return _checked(int(military[1]), int(military[2]), "")
    found = _CLOCK.fullmatch(word)
    if not found:
        return None
    half = (found["half"] or "").replace(".", "").replace(" ", "")
    clock = _checked(int(found["hours"]), int(found["minutes"] or 0), half)
    is_bare = not (found["minutes"] or found["unit"] or half)
    return _Clock(clock.minutes, clock.half, is_bare) if clock else None


def _checked(hours: int, minutes: int, half: str) -> _Clock | None:
    """The time of that hour and minute, if there is one."""
    if minutes >= 60:
        return None
    match half:
        case "noon" | "midnight" if hours == 12 and minutes == 0:
            return _Clock(_NAMED[half], "pm" if half == "noon" else "am")
        case "am" if hours <= 12:
            return _Clock(hours % 12 * 60 + minutes, "am")
        case "pm" if hours < 24:
            return _Clock((hours if hours >= 12 else hours + 12) * 60 + minutes, "pm")
        case "" if hours * 60 + minutes <= LAST:
            return _Clock(hours * 60 + minutes)
        case _:
            return None


def _agreed(start: _Clock, end: _Clock) -> tuple[int, int]:
    """The two times, where one of them says whether morning or afternoon is meant."""
    if end.half and start.twelve_hour:
        same = start.in_half(end.half)
        return (same if same < end.minutes else start.in_half("am")), end.minutes
    if start.half and end.twelve_hour:
        same = end.in_half(start.half)
        return start.minutes, same if same > start.minutes else end.in_half("pm")
    return start.minutes, end.minutes
