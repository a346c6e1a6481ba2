"""The instructions of a page or form that comes from elsewhere: what it draws, and nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import pikepdf
from pikepdf import Array, ContentStreamInstruction, Name, Operator, Page, Stream

_LARGEST = 8_000_000  # bytes; a map of a whole country has less
_LARGEST_NUMBER = 1e7  # beyond it, readers differ
_SHOWN: Final = frozenset({"Tj", "TJ", "'", '"'})
_TEXT: Final = frozenset(
    {"BT", "ET", "Tc", "Tw", "Tz", "TL", "Tf", "Tr", "Ts", "Td", "TD", "Tm", "T*"}
)
_KNOWN: Final = frozenset(
    {
        *_SHOWN,
        *_TEXT,
        *("m", "l", "c", "v", "y", "h", "re", "n", "W", "W*"),  # paths
        *("S", "s", "f", "F", "f*", "B", "B*", "b", "b*"),
        *("q", "Q", "cm", "w", "J", "j", "M", "d", "ri", "i", "gs"),  # the graphics state
        *("CS", "cs", "SC", "SCN", "sc", "scn", "G", "g", "RG", "rg", "K", "k", "sh"),  # colors
        *("Do", "INLINE IMAGE"),  # pictures
    }
)
_SILENT: Final = frozenset({"BMC", "BDC", "EMC", "MP", "DP", "BX", "EX"})  # they draw nothing
_GRAYS: Final = {"rg": "g", "RG": "G"}


class UnsoundError(Exception):
    """A drawing has what cannot be printed safely, or faithfully; the message says what."""


@dataclass(frozen=True, slots=True)
class Instructions:
    """What a page or form draws."""

    data: bytes
    """The instructions, as a page has them."""
    count: int
    """How many there are."""
    names: Counter[str]
    """How often fonts, forms, colors and so on are named."""


def read_instructions(source: Page | Stream) -> Instructions:
    """What a page or form draws, without the marks that group and label it.

    Raises:
        UnsoundError: It cannot be understood, or is too large.
    """
    if sum(len(stream.read_bytes()) for stream in _streams(source)) > _LARGEST:
        raise UnsoundError("it is too detailed")
    kept: list[ContentStreamInstruction | pikepdf.ContentStreamInlineImage] = []
    names: Counter[str] = Counter()
    depth = 0
    instructions = pikepdf.parse_content_stream(source)
    has_text = any(str(instruction.operator) in _SHOWN for instruction in instructions)
    silent = _SILENT if has_text else _SILENT | _TEXT
    for instruction in instructions:
        operator = str(instruction.operator)
        if operator in silent:
            continue
        depth += {"q": 1, "Q": -1}.get(operator, 0)
        if operator not in _KNOWN or depth < 0 or not all(map(_is_sound, instruction.operands)):
            raise UnsoundError("it is damaged")
        names.update(str(each) for each in instruction.operands if isinstance(each, Name))
        kept.append(_gray(instruction))
    kept += [ContentStreamInstruction([], Operator("Q"))] * depth
    return Instructions(pikepdf.unparse_content_stream(kept), len(kept), names)


def _streams(source: Page | Stream) -> Iterator[Stream]:
    if isinstance(source, Stream):
        yield source
        return
    contents = source.obj.get(Name.Contents, Array())
    for part in contents if isinstance(contents, Array) else [contents]:
        if isinstance(part, Stream):
            yield part


def _is_sound(operand: object) -> bool:
    """Whether a number is one that every reader understands; other things are."""
    is_number = not isinstance(operand, pikepdf.Object | pikepdf.PdfInlineImage | bool | None)
    return not is_number or abs(float(str(operand))) <= _LARGEST_NUMBER


def _gray(
    instruction: ContentStreamInstruction | pikepdf.ContentStreamInlineImage,
) -> ContentStreamInstruction | pikepdf.ContentStreamInlineImage:
    """Black and grays in the color space of printer's ink, as all of the booklet has them."""
    gray = _GRAYS.get(str(instruction.operator))
    operands = list(instruction.operands)
    if gray is None or len(operands) != 3 or len(set(operands)) != 1:
        return instruction
    return ContentStreamInstruction(operands[:1], Operator(gray))
