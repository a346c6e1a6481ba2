"""The words by which the parts of a booklet are known, in six languages."""

from __future__ import annotations

import re


def word_set(text: str) -> frozenset[str]:
    """The words of a text that is written as a list of them."""
    return frozenset(text.split())


AGENDA = word_set(
    """agenda program programme programma programa schedule timetable programm zeitplan ablauf
    tagesordnung ablaufplan horaire calendrier orario horario tijdschema"""
)
ABSTRACTS = word_set(
    """abstracts kurzfassungen zusammenfassungen vortragszusammenfassungen résumés riassunti
    sommari resúmenes samenvattingen"""
)
SECTION_FILLERS = word_set(
    """of the and talks talk conference workshop scientific daily detailed list book session
    sessions invited contributed final preliminary at a glance der die vorträge
    wissenschaftliches des"""
)
"""Words beside the name of a part."""
LABELS = {
    "title": "title titel titre titolo título",
    "speaker": "speaker speakers vortragende vortragender referent referentin orateur oratrice "
    "relatore ponente spreker",
    "abstract": "abstract zusammenfassung kurzfassung résumé riassunto resumen samenvatting",
    "chair": "chair chairs chairperson vorsitz moderation moderator président présidente "
    "presidente voorzitter",
    "room": "room raum saal hörsaal salle sala aula zaal",
    "place": "place venue location ort veranstaltungsort lieu luogo sede lugar locatie plaats",
    "host": "host hosts veranstalter gastgeber organisateur organisateurs organizzatori "
    "organizadores organisatoren organizer organizers organiser organisers",
    "hosted by": "",
    "sponsor": "sponsor sponsors sponsoren förderer",
    "time zone": "timezone zeitzone tijdzone",
    "language": "language sprache langue lingua idioma taal",
    "web": "web website webseite url site",
    "contact": "contact kontakt contatto contacto",
    "subtitle": "subtitle untertitel",
    "affiliation": "affiliation affiliations institution",
    "date": "date dates datum daten data fecha fechas",
    "time": "time zeit uhrzeit heure ora hora tijd",
}
"""Labels by what they mean; the label itself is one of its words."""
LABEL_OF = {
    word: meaning for meaning, words in LABELS.items() for word in (meaning, *words.split())
} | {
    "hosted by": "host",
    "organized by": "host",
    "organised by": "host",
    "sponsored by": "sponsor",
    "fuseau horaire": "time zone",
    "fuso orario": "time zone",
    "vremenska zona": "time zone",
    "zona horaria": "time zone",
}
"""What a label means."""
_BREAKS = {
    "lunch": "lunch mittagessen mittagspause mittag déjeuner pranzo almuerzo comida",
    "coffee": "coffee tea juice kaffee kaffeepause teepause café caffè koffie thé refreshments",
    "social": "reception dinner drink drinks welcome-drink banquet barbecue bbq excursion outing "
    "party aperitif apéro abendessen empfang umtrunk dîner réception cena ricevimento cóctel "
    "ausflug hike sightseeing diner borrel",
    "registration": "registration anmeldung registrierung inscription registrazione registratie",
    "break": "break pause pausa pauze breakfast frühstück free",
}
BREAK_KIND = {word: kind for kind, words in _BREAKS.items() for word in words.split()}
"""Kind of break by word."""
_FILLERS = word_set(
    """and the a with at for und mit et de du la le time session welcome conference morning
    afternoon evening short long workshop"""
)
_ENDS = re.compile(
    r"(?:end|close|closing|ende|schluss|fin|fine|einde) (?:of|des|der|de|del|du|van)\b"
    r"|adjourn|(?:end|ende|schluss|fin|fine|einde)$",
    re.IGNORECASE,
)
_REMARKS = re.compile(
    r"(?:opening|welcome|closing|introductory|concluding)(?: (?:and|remarks?|address|words?|"
    r"session|introduction|opening|closing|welcome))*$|welcome (?:from|by|to) |(?:introduction|"
    r"begrüßung|eröffnung|schlussworte?|grußworte?|ouverture|clôture|bienvenue|benvenuto|saluti|"
    r"apertura|chiusura|bienvenida|clausura|opening|welkom|afsluiting)$",
    re.IGNORECASE,
)
COLUMNS = {
    "time": "time start begin beginn zeit uhrzeit heure ora orario hora tijd from von",
    "end": "end ende bis until to fin fine",
    "speaker": "speaker speakers name who presenter author authors lecturer vortragende "
    "vortragender referent referentin orateur relatore ponente spreker",
    "title": "title talk what topic event activity titel thema vortrag titre titolo título "
    "programm program beitrag",
    "room": "room raum ort saal salle sala aula zaal where place location venue",
    "affiliation": "affiliation institution university einrichtung universität",
    "chair": "chair vorsitz moderation",
}
COLUMN_OF = {word: meaning for meaning, words in COLUMNS.items() for word in words.split()}
"""What a column holds, by its head."""
ROOM = re.compile(
    r"(?:(?:lecture |seminar |meeting )?(?:room|hall|theatre|theater)|raum|saal|hörsaal|"
    r"seminarraum|auditorium|aula|salle|sala|zaal|amphi\w*)\b",
    re.IGNORECASE,
)
"""How the name of a room begins."""
FUNCTION_WORDS = word_set(
    """a an and are as at be between but by for from in into is its of on or our than that the
    their these this to we were which while with der die das und oder von mit in zu für auf
    le la les de des du et ou à pour dans avec il lo di e che per con el los las y o que en
    het een van"""
)
"""Words that no sentence ends with."""
_WORD = re.compile(r"[^\W\d_]+", re.UNICODE)


def words(text: str) -> list[str]:
    """The words of a text in lower case."""
    return [word.lower() for word in _WORD.findall(text)]


def break_kind(title: str) -> str:
    """The kind of break that a title names; empty where it names none."""
    found = [BREAK_KIND[word] for word in words(title) if word in BREAK_KIND]
    return min(found, key=list(_BREAKS).index) if found else ""


def only_break(title: str) -> bool:
    """Whether every word of a title is about a break."""
    named = words(title)
    known = all(word in BREAK_KIND or word in _FILLERS for word in named)
    return known and any(word in BREAK_KIND for word in named)


def is_end(title: str) -> bool:
    """Whether a title names a moment, such as the end of a day."""
    return bool(_ENDS.match(title))


def is_remarks(title: str) -> bool:
    """Whether a title names opening or closing remarks."""
    return bool(_REMARKS.match(title))


def label_of(text: str) -> tuple[str, str]:
    """The meaning of a label at the start of a line, and what follows; both empty for none."""
    head, colon, rest = text.partition(":")
    head = head.strip("*_ ").lower()
    if colon and head in LABEL_OF:
        return LABEL_OF[head], rest.lstrip("*_").strip()
    return "", ""
