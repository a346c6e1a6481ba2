"""Messages as mail programs open them: .eml files, the same bytes for the same content."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from email.errors import MessageError
from email.header import Header
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from typing import Final
from urllib.parse import urlsplit

from programkit.text.characters import one_line

_DIGITS: Final = 32
_END: Final = b"\r\n"
_SHORT: Final = 60
"""Characters of a name or word that fits into a line with whatever is beside it."""
_NOWHERE: Final = "programkit.invalid"
"""Stands in Message-ID for who has no domain (RFC 2606 section 2)."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A calendar that is attached."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Message:
    """What is in a message. Whatever its texts hold, they stay in the field they are meant for."""

    subject: str
    text: str
    html: str = ""
    sender: Address | None = None
    to: Address | None = None
    calendar: Attachment | None = None

    def eml(self, now: datetime, url: str = "") -> bytes:
        """The message as a file.

        Args:
            now: Its date.
            url: The address of the conference, whose domain names the message.
        """
        made = EmailMessage(policy=SMTP)
        made["Date"] = now
        digest = self._digest(now)
        made["Message-ID"] = f"<{digest}@{_domain(url)}>"
        made["X-Unsent"] = "1"  # Outlook opens it as a draft
        self._fill(made)
        parts = [part for part in made.walk() if part.is_multipart()]
        for number, part in enumerate(parts):
            part.set_boundary(f"=_{digest}_{number}")
        return b"".join(self._head()) + made.as_bytes()

    def _head(self) -> Iterator[bytes]:
        """What the message is about, and between whom.

        The newer interface of the standard library loses or adds spaces where it breaks long lines
        of other than ASCII characters (measured with Python 3.11); the older one does not.
        """
        yield b"Subject: " + _folded(one_line(self.subject), "Subject") + _END
        for name, who in (("From", self.sender), ("To", self.to)):
            if who is not None:
                yield f"{name}: ".encode() + _mailbox(who, name) + _END

    def _fill(self, made: EmailMessage) -> None:
        made.set_content(self.text, cte="quoted-printable")
        if self.html:
            made.add_alternative(self.html, subtype="html", cte="quoted-printable")
        if self.calendar is not None:
            made.add_attachment(
                self.calendar.data,
                maintype="text",
                subtype="calendar",
                filename=self.calendar.name,
                params={"charset": "utf-8"},
            )

    def _digest(self, now: datetime) -> str:
        attached = b"" if self.calendar is None else self.calendar.data
        told = repr((self.subject, self.text, self.html, self.sender, self.to, now.isoformat()))
        return hashlib.sha256(told.encode() + attached).hexdigest()[:_DIGITS]


def address(text: str, name: str = "") -> Address | None:
    """A mail address with a name; none if it is not one, alone and in ASCII.

    Args:
        text: Such as "ana@example.org".
        name: Whose it is.
    """
    if not text.isascii():
        return None
    try:
        return Address(display_name=one_line(name), addr_spec=text.strip())
    except (MessageError, ValueError, IndexError):
        return None


def _mailbox(who: Address, field: str) -> bytes:
    if _is_plain(who.display_name) and len(who.display_name) < _SHORT:
        return str(who).encode()
    return _folded(who.display_name, field) + _END + f" <{who.addr_spec}>".encode()


def _folded(text: str, field: str) -> bytes:
    """The text of a header in lines that are short enough (RFC 2047 section 2)."""
    header = Header(text, "us-ascii" if _is_plain(text) else "utf-8", header_name=field)
    return header.encode(linesep="\r\n").encode()


def _is_plain(text: str) -> bool:
    """Whether a text is written as it is; what looks like an encoded word is not."""
    return text.isascii() and "=?" not in text and max(map(len, text.split(" "))) < _SHORT


def _domain(url: str) -> str:
    host = urlsplit(url).hostname or ""
    return host if host.isascii() and host else _NOWHERE
