"""What is read from a finished document."""

from __future__ import annotations

from pathlib import Path

import pypdfium2


def pages(path: Path) -> int:
    """How many pages it has."""
    document = pypdfium2.PdfDocument(path)
    try:
        return len(document)
    finally:
        document.close()
