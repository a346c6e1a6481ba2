"""What the glyphs of a font stand for, and further voices of it, where some stand for other texts.

A font says what each of its glyphs stands for once. A bracket that stands for its mirror image in a
text from right to left, or a small capital that is a letter of either case, needs to say more:
then it is shown in another font that is the same in all but this. Pages could say it, too
(``ActualText``), but half of the programs that read PDF do not look for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Final

_BLOCK = 100  # entries of a character map that may stand together
MOST_VOICES: Final = 64
"""Of a font: more than a few are asked for by characters that no font has, which look the same.

What stands for still more texts is told by the page.
"""


class Voice:
    """A font that is the same as another one, but for what its glyphs stand for.

    Args:
        name: What page contents call it.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.texts: dict[int, str] = {}

    def says(self, glyph: int, text: str) -> bool:
        """Whether a glyph stands for a text in it; one that stands for nothing so far does now."""
        return self.texts.setdefault(glyph, text) == text


def character_map(texts: Mapping[int, str]) -> bytes:
    """The character map of a font (``ToUnicode``).

    Args:
        texts: What its glyphs stand for; nothing is said of those that stand for nothing.
    """
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
        "1 begincodespacerange <0000> <FFFF> endcodespacerange",
        *_entries({glyph: text for glyph, text in texts.items() if text}),
        "endcmap CMapName currentdict /CMap defineresource pop end end",
    ]
    return "\n".join(lines).encode("ascii")


def _entries(texts: Mapping[int, str]) -> Iterator[str]:
    entries = iter(sorted(texts.items()))
    while block := list(islice(entries, _BLOCK)):
        yield f"{len(block)} beginbfchar"
        for glyph, text in block:
            yield f"<{glyph:04X}> <{text.encode('utf-16-be').hex().upper()}>"
        yield "endbfchar"
