"""Design a booklet: read what ``booklet.yaml`` and the command line say about its appearance."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from programkit.errors import Fault, LoadError, RenderError, did_you_mean
from programkit.files.appearance import NAME, design_file
from programkit.files.limits import read_text
from programkit.files.locate import Place, Rows, Table, dotted, place_of, real_path
from programkit.files.native.validate import message_of
from programkit.files.native.yamltree import parse
from programkit.paper.look.design import Design
from programkit.paper.look.designschema import OWN_KEYS, SIZE, design_schema
from programkit.paper.look.theme import Colors, Fonts, Theme, named_values
from programkit.paper.parts import DEFAULT_PARTS, DEFAULT_POSTERS, PARTS, Part
from programkit.paper.printing.imposition import Imposition
from programkit.text.characters import excerpt

__all__ = ["NAME", "design_file", "design_schema", "load_design"]

_NO_TEXT = frozenset({"string_type", "string_pattern_mismatch"})
"""What pydantic calls it where a color is none, often because its quotes are missing."""

_EXAMPLES = {"parts": "cover, agenda, abstracts", "posters": "term-posters, talk-posters"}


def load_design(path: str | Path, **given: str | None) -> Design:
    """The design of a project's booklet: of ``booklet.yaml`` if there is one, else the usual one.

    Beside another file than ``conference.yaml``, such as ``open.yaml``, it is ``open.booklet.yaml``
    or else ``booklet.yaml``.

    Example:
        >>> load_design("examples/rovinj2024", page="A4").theme.measures.size  # doctest: +SKIP
        11.5

    Args:
        path: The project's folder, or a file of it.
        **given: What takes the place of the file's ``theme``, ``page`` and ``parts``, written as
            there; none means as in the file.

    Raises:
        LoadError: Something is wrong; it carries every fault with its file, line and field.
    """
    file = design_file(Path(path))
    if file is None and not Path(path).exists():
        raise LoadError([Fault("there is no such project", str(path), remedy="check the name")])
    table = Table() if file is None else parse(read_text(file), str(file), typed=True)
    for key, text in given.items():
        if text is not None:
            table.put(key, text, Place(f"--{key}"))
    reader = _Reader(table, Path() if file is None else file.parent)
    design = reader.design()
    if reader.faults:
        raise LoadError(sorted(dict.fromkeys(reader.faults), key=lambda fault: fault.line))
    return design


class _Reader:
    """Turns the file's data into a design; what is wrong becomes faults, all of them."""

    def __init__(self, table: Table, folder: Path) -> None:
        self.table = table
        self.folder = folder
        self.faults: list[Fault] = []

    def design(self) -> Design:
        """The design, with what is usual in place of what is wrong."""
        self._refuse_unknown(self.table, (), (*OWN_KEYS, *Theme.model_fields))
        archive = self.table.get("archive", False)
        if not isinstance(archive, bool):
            self._fault(("archive",), f'"{archive}" is neither true nor false')
        theme = self._theme()
        parts = self._parts("parts", DEFAULT_PARTS)
        posters = self._parts("posters", DEFAULT_POSTERS)
        return Design(theme, parts, self._sheets(theme.bleed), archive is True, posters)

    def _theme(self) -> Theme:
        name = self.table.get("theme") or "classic"
        fields = {key: value for key, value in self.table.items() if key in Theme.model_fields}
        fields = {key: value for key, value in fields.items() if value is not None}
        if isinstance(page := fields.get("page"), str) and (size := SIZE.fullmatch(page)):
            fields["page"] = size.groups()
        self._find_fonts(fields)
        try:
            values = named_values(str(name), fields)
        except RenderError as error:
            self._fault(("theme",), str(error))
            values = fields
        made = self._checked(TypeAdapter(Theme), values, ())
        return made if isinstance(made, Theme) else Theme()

    def _find_fonts(self, fields: dict[str, Any]) -> None:
        """Names of font files, which are relative to the folder, as paths that lead there."""
        fonts, more = fields.get("fonts"), fields.get("more_fonts")
        if isinstance(fonts, Table):
            known = {key: fonts[key] for key in fonts if key in Fonts.model_fields}
            self._refuse_unknown(fonts, ("fonts",), Fonts.model_fields)
            fields["fonts"] = {k: self._font(name, ("fonts", k)) for k, name in known.items()}
        if isinstance(more, Rows):
            paths = (self._font(name, ("more_fonts", at)) for at, name in enumerate(more))
            fields["more_fonts"] = list(paths)

    def _font(self, name: object, where: tuple[str | int, ...]) -> Path:
        path = self.folder / str(name)
        try:
            found = path.is_file()
        except OSError:  # no name that a file can have
            found = False
        if not found:
            message = f'there is no file "{excerpt(str(name))}"'
            self._fault(where, message, "put the font beside booklet.yaml")
        return path

    def _parts(self, key: str, usual: tuple[Part, ...]) -> tuple[Part, ...]:
        """The parts that the file lists under a key; the usual ones where it lists none."""
        named = self.table.get(key)
        if isinstance(named, str):
            named = [word.strip() for word in named.split(",")]
        if named is None:
            return usual
        if not isinstance(named, list):
            self._fault((key,), "it is no list", f"write [{_EXAMPLES[key]}]")
            return usual
        made = (self._part(item, (key, at)) for at, item in enumerate(named))
        return tuple(part for part in made if part is not None)

    def _part(self, item: object, where: tuple[str | int, ...]) -> Part | None:
        """A part by its name, or by its name and what it is told."""
        name, options = item, None
        if isinstance(item, Table) and len(item) == 1:
            ((name, options),) = item.items()
            where = (*where, name)
        kind = PARTS.get(name) if isinstance(name, str) else None
        if kind is None:
            known = did_you_mean(str(name), PARTS) or f"there are {', '.join(PARTS)}"
            self._fault(where, f'"{name}" is no part', known)
            return None
        fields = TypeAdapter(kind)
        if options is not None and not isinstance(options, Table):
            self._fault(where, "what a part is told is a mapping", "write {order: session}")
        told = options if isinstance(options, Table) else Table()
        self._refuse_unknown(told, where, fields.json_schema().get("properties", {}))
        made: Part | None = self._checked(fields, told, where)
        return made

    def _sheets(self, bleed: float) -> Imposition | None:
        """How to print; by default, pages bleed on the sheets as far as the theme says."""
        how = self.table.get("print")
        if how is None or how is False:
            return None
        if not isinstance(how, Table):
            if how is not True:
                self._fault(("print",), "it is no mapping", "write {sheet: A4}, or true")
            return Imposition(bleed=bleed)
        self._refuse_unknown(how, ("print",), Imposition.model_fields)
        made = self._checked(TypeAdapter(Imposition), {"bleed": bleed, **how}, ("print",))
        return made if isinstance(made, Imposition) else None

    def _checked(
        self, kind: TypeAdapter[Any], values: Mapping[str, Any], where: tuple[str | int, ...]
    ) -> Any:  # noqa: ANN401 - whatever the adapter makes
        """What the values make; what is refused is left out, so that the rest is judged, too."""
        known = {key: value for key, value in values.items() if value is not None}
        for _ in range(2):
            try:
                return kind.validate_python(known)
            except ValidationError as error:
                refused = {str(fault["loc"][0]) for fault in error.errors() if fault["loc"]}
                self._record(error, where)
                known = {key: value for key, value in known.items() if key not in refused}
        return None

    def _record(self, error: ValidationError, where: tuple[str | int, ...]) -> None:
        told: set[tuple[str | int, ...]] = set()
        for refusal in error.errors():
            path = real_path(self.table, (*where, *refusal["loc"]))
            path = path[:1] if path[:1] == ("page",) else path
            unknown = refusal["type"] == "extra_forbidden"
            if path in told or (unknown and len(path) == len(where) + 1):
                continue
            told.add(path)
            message = "it is empty" if refusal["input"] is None else message_of(refusal)
            if path[:1] == ("page",):
                message = f'"{excerpt(str(self.table["page"]))}" is no size of a page'
            self._fault(path, message, _remedy(path, refusal["type"]))

    def _refuse_unknown(
        self, table: Table, where: tuple[str | int, ...], known: Iterable[str]
    ) -> None:
        for key in table:
            if key not in known:
                self._fault((*where, key), "there is no such field", did_you_mean(key, known))

    def _fault(self, path: tuple[str | int, ...], message: str, remedy: str = "") -> None:
        place = place_of(self.table, path)
        field = "" if place.file.startswith("--") else dotted(self.table, path)
        self.faults.append(Fault(message, place.file, place.line, field, remedy))


def _remedy(path: tuple[str | int, ...], kind: str) -> str:
    """What to do about a field that pydantic refuses."""
    first = path[0] if path else ""
    if kind == "extra_forbidden" and first == "colors":
        return did_you_mean(str(path[-1]), Colors.model_fields)
    if kind in _NO_TEXT and first == "colors":
        return 'write "#1f3d7a", with the quotes: # begins a comment'
    sizes = "write A4, A5, Letter, or width x height in millimeters: 120 x 190"
    return sizes if first == "page" else ""
