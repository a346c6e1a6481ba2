"""Which addresses of strangers may become links."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

LONGEST = 2000
"""Characters; longer addresses are cut by readers' programs."""

# What browsers, mail programs and PDF viewers read each in its own way.
_CONTROLS = r"\x00-\x20\x7f-\xa0\u2000-\u200f\u2028-\u202f\u2060-\u206f\ufeff"
_ODD = re.compile(rf"""[{_CONTROLS}<>"\\^`{{|}}]""")
_BROKEN_LINE = re.compile("%0[0-9a-d]", re.IGNORECASE)
_MAIL = re.compile(r"[^@?&#/:;,]+@[^@?&#/:;,]+(\?[^@#]*)?")


def safe_link(address: str) -> str | None:
    """The address, if it may become a link: http or https with a host, or mailto with a mailbox.

    Returns:
        The address without surrounding spaces; none if a reader must not be sent there.
        Addresses with a user name (``https://known.org@elsewhere.org``) are refused: they mislead.
    """
    address = address.strip(" ")
    if len(address) > LONGEST or _ODD.search(address):
        return None
    scheme, _, rest = address.partition(":")
    match scheme.lower():
        case "http" | "https":
            return address if _has_plain_host(address) else None
        case "mailto":
            good = _MAIL.fullmatch(rest) and not _BROKEN_LINE.search(rest)
            return address if good else None
        case _:
            return None


def _has_plain_host(address: str) -> bool:
    try:
        parts = urlsplit(address)
        port_is_number = parts.port is None or parts.port >= 0
    except ValueError:
        return False
    return bool(parts.hostname) and "@" not in parts.netloc and port_is_number
