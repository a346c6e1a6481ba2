"""The native folder: ``conference.yaml`` and the tables, abstracts and logos it points to."""

from __future__ import annotations

import re
from pathlib import Path

from programkit.errors import Fault, LoadError
from programkit.files.imports.report import read_report, unresolved
from programkit.files.limits import inside, read_text
from programkit.files.locate import Place, Rows, Table
from programkit.files.native.abstracts import spread_abstracts
from programkit.files.native.foldertables import spread_tables
from programkit.files.native.merging import merge, unplace
from programkit.files.native.naming import resolve_names
from programkit.files.native.shapes import Shaper
from programkit.files.native.validate import conference_of
from programkit.files.native.yamltree import parse
from programkit.files.reading import Circumstances
from programkit.model.clock import zone_of
from programkit.model.conference import Conference
from programkit.model.series import Series
from programkit.text.dates import parse_date, parse_date_range
from programkit.text.unknown import is_unknown

NAME = "conference.yaml"
"""The file that makes a folder a project."""
LONGEST_CHAIN = 10
"""Files that extend one another."""
_WITHOUT_LOGO = "without a logo the name is set in type"
_WITHOUT_MAP = "without a map the venue is described in words alone"


def load_folder(path: Path) -> Conference:
    """The conference in a folder, or in one of its files.

    Raises:
        LoadError: Something is wrong; it carries all faults, each with its line.
    """
    file = path / NAME if path.is_dir() else path
    around = Circumstances()
    tree = _read(file, around, ())
    if "unplace" in tree:
        place = tree.at("unplace")
        unplace(tree, tree.drop("unplace"), place, around)
    spread_abstracts(tree, file.parent, around)
    resolve_names(tree, around)
    _judge_pictures(tree, file.parent, around)
    conference = conference_of(tree, around, str(file.parent))
    report = read_report(file.parent)
    if report is None:
        return conference
    found = (*conference.findings, *unresolved(report, conference))
    return conference.replace(findings=found)


def conference_from(text: str, file: str) -> Conference:
    """The conference in a text that needs no other files.

    Raises:
        LoadError: Something is wrong; it carries all faults.
    """
    around = Circumstances()
    tree = parse(text, file)
    _settle_dates(tree, around)
    _settle_zone(tree, around)
    Shaper(around).shape(_model(tree), tree, "")
    resolve_names(tree, around)
    return conference_of(tree, around, "")


def _read(file: Path, around: Circumstances, chain: tuple[Path, ...]) -> Table:
    """A file in canonical form, merged into what it extends."""
    tree = parse(read_text(file), str(file))
    base = _base(tree, file, around, (*chain, file.resolve()))
    spread_tables(tree, file.parent, around)
    _settle_dates(tree, around)
    _settle_zone(tree, around)
    unplaced, place = tree.get("unplace"), tree.at("unplace")
    tree.drop("unplace")
    variant = base is not None
    Shaper(around, variant=variant).shape(_model(tree), tree, "")
    merged = tree if base is None else merge(base, tree, around)
    if unplaced is not None:
        merged.put("unplace", unplaced, place)
    return merged


def _model(tree: Table) -> type[Conference]:
    return Series if "recurrence" in tree else Conference


def _base(tree: Table, file: Path, around: Circumstances, chain: tuple[Path, ...]) -> Table | None:
    """What the file extends, if it extends anything."""
    if "extends" not in tree:
        return None
    place = tree.at("extends")
    name = str(tree.drop("extends"))
    try:
        path = inside(file.parent, name)
    except ValueError as error:
        raise LoadError([Fault(str(error), place.file, place.line, "extends")]) from None
    if path.resolve() in chain or len(chain) > LONGEST_CHAIN:
        fault = Fault(f'"{name}" extends this file again', place.file, place.line, "extends")
        raise LoadError([fault])
    if not path.is_file():
        fault = Fault(f'there is no file "{name}"', place.file, place.line, "extends")
        raise LoadError([fault])
    return _read(path, around, chain)


def _settle_dates(tree: Table, around: Circumstances) -> None:
    """Take the year from ``year``, ``dates`` or ``start``; spread ``dates`` into start and end."""
    place, year = tree.at("year"), tree.drop("year")
    if isinstance(year, str) and re.fullmatch(r"\d{4}", year):
        around.year = int(year)
    elif year is not None:
        around.fault(f'"{year}" is no year', place, "year", "write four digits")
    if "dates" in tree:
        _spread_dates(tree, around)
    start = tree.get("start")
    if isinstance(start, str):
        try:
            found = parse_date(start, year=around.year).date
        except ValueError:
            return
        around.year = found.year if found else around.year


def _spread_dates(tree: Table, around: Circumstances) -> None:
    place, text = tree.at("dates"), tree.drop("dates")
    if text is None or (isinstance(text, str) and is_unknown(text)):
        return
    try:
        start, end = parse_date_range(str(text), year=around.year)
    except ValueError as error:
        around.fault(str(error), place, "dates")
        return
    tree.put("start", str(start), place)
    tree.put("end", str(end), place)


def _settle_zone(tree: Table, around: Circumstances) -> None:
    """Times are read in the conference's zone; the model judges a name that is none."""
    name = tree.get("timezone")
    if isinstance(name, str) and not is_unknown(name):
        try:
            around.zone = zone_of(name)
        except ValueError:
            return


def _judge_pictures(tree: Table, folder: Path, around: Circumstances) -> None:
    """Logos and the map are files inside the folder."""
    venue_map = tree.get("venue_map")
    if isinstance(venue_map, str) and venue_map:
        place = tree.at("venue_map")
        _judge_picture(venue_map, folder, (place, "venue_map"), _WITHOUT_MAP, around)
    for kind in ("hosts", "sponsors"):
        rows = tree.get(kind)
        for number, item in enumerate(rows if isinstance(rows, Rows) else ()):
            logo = item.get("logo") if isinstance(item, Table) else None
            if isinstance(logo, str) and logo:
                where = item.at("logo"), f"{kind}.{number + 1}.logo"
                _judge_picture(logo, folder, where, _WITHOUT_LOGO, around)


def _judge_picture(
    file: str, folder: Path, where: tuple[Place, str], without: str, around: Circumstances
) -> None:
    place, field = where
    try:
        path = inside(folder, file)
    except (ValueError, OSError) as error:
        around.fault(str(error), place, field)
        return
    if not path.is_file():
        around.fault(f'there is no file "{file}"', place, field, f"check the name; {without}")
