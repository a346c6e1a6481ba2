"""Which column of a stranger's table is which of our fields."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rapidfuzz import fuzz, process

from programkit.errors import Fault, LoadError, did_you_mean
from programkit.text.folding import folded

NAMES: Mapping[str, tuple[str, ...]] = {
    "id": (
        "id", "#", "nr", "no", "number", "code", "submission id", "paper id", "talk id", "kennung",
    ),
    "title": (
        "title", "titles", "talk title", "paper title", "proposal title", "submission title",
        "contribution title", "talk", "titel", "titre", "titolo",
        "titulo", "naslov", "vortrag", "subject", "thema",
    ),
    "speakers": (
        "speaker", "speakers", "speaker names", "presenter", "presenters", "presenting author",
        "speaker name",
        "name", "full name", "sprecher", "vortragende", "referent", "referentin", "orateur",
        "intervenant", "relatore", "ponente", "spreker", "govornik", "who",
    ),
    "first_name": ("first name", "given name", "vorname", "prenom", "nome", "nombre", "ime"),
    "last_name": ("last name", "family name", "surname", "nachname", "nom de famille", "prezime"),
    "authors": (
        "author", "authors", "coauthors", "co authors", "author list", "autoren", "auteurs",
        "autori", "autores", "auteur",
    ),
    "affiliation": (
        "affiliation", "affiliations", "institution", "institute", "university", "organization",
        "organisation", "company", "institut", "universitat", "affiliazione", "afiliacion",
        "ustanova", "instelling",
    ),
    "email": ("email", "e mail", "mail", "email address", "e mail address", "courriel", "correo"),
    "abstract": (
        "abstract", "summary", "description", "zusammenfassung", "kurzfassung", "resume",
        "riassunto", "resumen", "sazetak", "samenvatting",
    ),
    "minutes": (
        "minutes", "duration", "scheduled duration", "length", "duration min", "duration minutes",
        "length min", "min", "dauer", "duree", "durata", "duracion", "trajanje", "duur",
    ),
    "track": ("track", "topic", "strand", "stream", "theme", "area", "category", "sektion"),
    "session": ("session", "session title", "session name", "block", "sitzung", "sessione"),
    "chair": ("chair", "session chair", "chairs", "moderator", "chairperson", "vorsitz"),
    "room": ("room", "hall", "location", "venue", "place", "raum", "saal", "salle", "sala", "zaal"),
    "date": ("date", "day", "datum", "tag", "jour", "giorno", "dia", "dan", "data", "fecha", "dag"),
    "start": (
        "start", "start time", "scheduled at", "time", "from", "begin", "starts", "beginn",
        "uhrzeit", "zeit", "heure", "debut", "ora", "inizio", "hora", "inicio",
        "vrijeme", "pocetak", "tijd",
    ),
    "end": ("end", "end time", "to", "until", "ends", "ende", "fin", "fine", "kraj", "einde"),
    "kind": (
        "type", "kind", "format", "talk type", "session type", "session format", "submission type",
        "presentation type", "art", "typ", "tipo",
    ),
    "tags": (
        "keywords", "tags", "keyword", "key words", "schlagworte", "mots cles", "kljucne rijeci",
    ),
    "language": ("language", "sprache", "langue", "lingua", "idioma", "jezik", "taal"),
    "state": ("status", "state", "decision", "confirmed"),
    "notes": ("notes", "note", "comment", "comments", "remarks", "bemerkungen", "remarque"),
    "url": ("url", "link", "website", "homepage", "web page"),
}  # fmt: skip
"""Our fields, and what strangers call them, folded to plain letters."""
_ALIKE = 88


def guess(header: Sequence[str]) -> dict[str, int]:
    """The column of each field that a header shows: exact names first, then similar ones."""
    words = [folded(title) or title.strip() for title in header]
    found: dict[str, int] = {}
    for field, names in NAMES.items():
        column = next((words.index(name) for name in names if name in words), None)
        if column is not None and column not in found.values():
            found[field] = column
    known = {name: field for field, names in NAMES.items() for name in names}
    for column, word in enumerate(words):
        near = process.extractOne(word, list(known), scorer=fuzz.ratio, score_cutoff=_ALIKE)
        if near and column not in found.values() and known[near[0]] not in found:
            found[known[near[0]]] = column
    return found


def mapped(header: Sequence[str], mapping: Mapping[str, str], file: str) -> dict[str, int]:
    """The column of each field that an organizer's mapping names; the rest is guessed.

    Raises:
        LoadError: The mapping names a field or a header that does not exist.
    """
    faults: list[Fault] = []
    stated: dict[str, int] = {}
    for field, title in mapping.items():
        if field not in NAMES:
            remedy = did_you_mean(field, NAMES) or f"fields are: {', '.join(NAMES)}"
            faults.append(Fault(f'"{field}" is no field of a table', file, remedy=remedy))
        elif title not in header:
            remedy = did_you_mean(title, header)
            faults.append(Fault(f'there is no column "{title}"', file, 1, field, remedy))
        else:
            stated[field] = list(header).index(title)
    if faults:
        raise LoadError(faults)
    guessed = {f: c for f, c in guess(header).items() if c not in stated.values()}
    return {**guessed, **stated}
