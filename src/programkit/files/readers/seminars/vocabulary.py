"""The words by which the parts of a seminar's page are known, in seven languages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from programkit.files.readers.markdown.vocabulary import COLUMN_OF, LABEL_OF, word_set, words

SERIES: Final = re.compile(
    r"\b(?:(?:ober|forschungs|pro)?seminar(?:s|e|reihe|io|ios|i)?|s[ée]minaires?|"
    r"colloqui(?:um|a)|kolloqui(?:um|en)|colloques?|coloquios?|colloqui|vortragsreihe|"
    r"ringvorlesung|(?:lecture|talk|webinar) series|journal club|reading group|webinars?|"
    r"lezingenreeks)\b",
    re.IGNORECASE,
)
"""What such a page is about."""
SERIES_NAME: Final = re.compile(
    r".*\S\s(?:seminar|colloquium|kolloquium|seminar series|reading group|journal club|séminaire|"
    r"oberseminar|seminario)$|(?:seminar|oberseminar|kolloquium|colloquium|séminaire|seminario|"
    r"journal club|reading group)\s(?:on|of|in|for|zu|zur|über|der|des|de|d'|en|di)\s\S.*$",
    re.IGNORECASE,
)
"""The whole of a text that only names a series."""
_MORE_LABELS: Final[Mapping[str, str]] = {
    "bio": "bio",
    "biography": "bio",
    "short bio": "bio",
    "speaker bio": "bio",
    "about the speaker": "bio",
    "zur person": "bio",
    "kurzbiografie": "bio",
    "kurzbiographie": "bio",
    "biographie": "bio",
    "biografia": "bio",
    "biografía": "bio",
    "biografie": "bio",
    "when": "when",
    "wann": "when",
    "quand": "when",
    "quando": "when",
    "cuándo": "when",
    "wanneer": "when",
    "datum": "when",
    "termin": "when",
    "date": "when",
    "dates": "when",
    "data": "when",
    "fecha": "when",
    "date and time": "when",
    "datum und zeit": "when",
    "time": "when",
    "zeit": "when",
    "uhrzeit": "when",
    "heure": "when",
    "ora": "when",
    "hora": "when",
    "tijd": "when",
    "vrijeme": "when",
    "where": "room",
    "wo": "room",
    "où": "room",
    "dove": "room",
    "dónde": "room",
    "waar": "room",
    "place": "room",
    "venue": "room",
    "location": "room",
    "ort": "room",
    "lieu": "room",
    "luogo": "room",
    "lugar": "room",
    "locatie": "room",
    "dvorana": "room",
    "host": "host",
    "hosts": "host",
    "organizer": "host",
    "organizers": "host",
    "organiser": "host",
    "invited by": "host",
    "gastgeber": "host",
    "gastgeberin": "host",
    "eingeladen von": "host",
    "contact": "host",
    "series": "series",
    "seminar": "series",
    "reihe": "series",
    "série": "series",
    "serie": "series",
    "topic": "title",
    "talk": "title",
    "thema": "title",
    "vortrag": "title",
    "sujet": "title",
    "naslov": "title",
    "name": "speaker",
    "lecturer": "speaker",
    "presenter": "speaker",
    "guest": "speaker",
    "intervenant": "speaker",
    "intervenante": "speaker",
    "orador": "speaker",
    "predavač": "speaker",
    "sprecher": "speaker",
    "sprecherin": "speaker",
    "sažetak": "abstract",
    "summary": "abstract",
    "inhalt": "abstract",
}
_USED: Final = frozenset(
    {"title", "speaker", "abstract", "room", "affiliation", "bio", "when", "host", "series"}
)
"""What labels of an entry may mean."""
LABELS: Final[Mapping[str, str]] = {
    label: meaning for label, meaning in {**LABEL_OF, **_MORE_LABELS}.items() if meaning in _USED
}
OF_PAGE: Final[Mapping[str, str]] = {
    "time zone": "timezone",
    "timezone": "timezone",
    "zeitzone": "timezone",
    "language": "language",
    "sprache": "language",
    "web": "url",
    "website": "url",
    "host institution": "hosts",
    "town": "place",
    "subtitle": "subtitle",
    "meetings": "rule",
}
"""Labels that speak of the whole series."""
_GLUED: Final = re.compile(
    r"(?<=[a-zß-öø-ÿ)\].?!])(?=(?:Speaker(?: Bio)?|Title|Abstract|Vortragender?|Referent(?:in)?|"
    r"Titel|Zusammenfassung|Orateur|Titre|Résumé|Relatore|Titolo|Ponente|Título|Spreker|Host|Bio)"
    r"\s?:\s)"
)
_HEADS: Final[Mapping[str, frozenset[str]]] = {
    "people": word_set(
        """board boards organizers organisers organizer organiser organization organisation
        committee committees team vorstand beirat organisatoren organisatorinnen organisator
        veranstalter organisateurs organisateur organisatrices comité organizzatori comitato
        organizadores organisatie bestuur organizatori odbor koordination coordinators
        coordinator"""
    ),
    "talks": word_set(
        """events event talks talk seminars seminar program programme schedule upcoming past
        previous vorträge vortrag termine programm vortragsprogramm exposés exposé séances
        séminaires prochains programma seminari seminarios charlas lezingen predavanja archive
        archiv kommende vergangene next today"""
    ),
    "prose": word_set(
        """format mailing list lists mailingliste calendar google kalender contact kontakt about
        registration anmeldung recordings videos youtube join links location time place venue
        zeit ort description aims scope news information subscribe calendrier contatti contatto
        contacto über info access anfahrt teilnahme"""
    ),
}
_BESIDE: Final = word_set(
    """the of and our for next upcoming past previous former current members member local steering
    scientific advisory organizing organising executive honorary emeritus ex list all more details
    seminar seminars series talks this term semester spring summer autumn fall winter this year
    ehemalige ehemaliger frühere der die das des und im nächste nächster nächsten kommende
    kommenden vergangene bisherige mitglieder mitglied unser unsere wissenschaftlicher
    anciens ancien membres du de la le les et passés venir à d' e il i prossimi passati los las y
    próximos pasados komende vorige van het en leden alumni to how us you your"""
)
_OVER: Final = word_set(
    """former past previous ex emeritus alumni ehemalige ehemaliger frühere anciens ancien anciennes
    vorige voormalige antiguos ex bivši"""
)
_ROLES: Final[Mapping[str, str]] = {
    **dict.fromkeys(("board", "boards", "vorstand", "beirat", "bestuur"), "board"),
    **dict.fromkeys(("committee", "committees", "comité", "comitato", "odbor"), "committee"),
}
NAVIGATION: Final = re.compile(
    r"(?:skip to (?:\w+ )?\w+|toggle navigation|back to top|jump to (?:\w+ )?\w+|menu|search|home|"
    r"log ?in|sign in|main navigation|breadcrumb|share|print|close|"
    r"zum inhalt(?: springen)?|zur navigation(?: springen)?|startseite|suche|drucken|"
    r"aller au contenu|accueil|rechercher|ir al contenido|inicio|vai al contenuto|"
    r"ga naar (?:de )?inhoud|accept (?:all )?cookies|©.{0,60})(?:\s+(?:skip to (?:\w+ )?\w+|"
    r"jump to (?:\w+ )?\w+|menu|search|home|zur navigation springen|zum inhalt springen))*",
    re.IGNORECASE,
)
"""What only helps to move about on a page."""
OF_THE_PAGE: Final = re.compile(
    r"\b(?:sign up|subscribe|unsubscribe|mailing list|google calendar|youtube channel|"
    r"reach out to|contact (?:us|the organi)|passcode|meeting id|join (?:our|the) (?:mail|zoom)|"
    r"zoom link|if you (?:would like|want|wish) to (?:join|attend|be added|receive)|"
    r"past (?:seminars|talks) can be|recordings? (?:of|are|can)|mailingliste|verteiler|"
    r"newsletter|anmeldung (?:unter|per|bei)|abonnieren|liste de diffusion|"
    r"lista de correo|mailinglijst|all are welcome|everyone is welcome|"
    r"alle interessierten)\b",
    re.IGNORECASE,
)
"""What speaks to readers of the page, and not of a talk."""
LOST_LINK: Final = re.compile(
    r"\b(?:(?:sign up|click|register|found|available|see|listed|apply) here\b|"
    r"on our (?:youtube|you tube|video) ?channel|hier (?:klicken|anmelden)|finden sie hier|"
    r"cliquez ici|clic aquí|clicca qui|klik hier)",
    re.IGNORECASE,
)
"""Words that were a link before the page became text."""
NO_REASON: Final = re.compile(r"(?:no|keine?|pas de|nessun|no hay|geen|nema)\s\w+", re.IGNORECASE)
"""What says that there is no meeting, and not why."""
NO_MEETING: Final = re.compile(
    r"(?:there (?:is|will be) )?(?:no (?:seminar|talk|meeting|session|colloquium)\b.*|"
    r"(?:kein|keine) (?:seminar|vortrag|kolloquium|sitzung|veranstaltung)\b.*|"
    r"pas de (?:séminaire|séance|exposé)\b.*|nessun seminario\b.*|no hay (?:seminario|charla)\b.*|"
    r"geen (?:seminar|lezing|colloquium)\b.*|nema (?:seminara|predavanja)\b.*|"
    r"(?:public )?holiday\b.*|feiertag\b.*|break\b.*|recess\b.*|vacation\b.*|"
    r"entfällt\b.*|fällt aus\b.*)",
    re.IGNORECASE,
)
"""What stands on a date instead of a talk."""
_GONE = (
    r"(?:cancell?ed|abgesagt|entfällt|fällt aus|annulée?|annullato|cancelad[oa]|geannuleerd|"
    r"afgelast|otkazano)"
)
CANCELLED: Final = re.compile(
    rf"^\W*{_GONE}\s*[:!.–—-]+\s+|\s*[(\[]\s*{_GONE}\W*$|\s*[–—:-]\s*{_GONE}\W*$|"
    r"\s+(?-i:CANCELLED|CANCELED|ABGESAGT)\W*$",
    re.IGNORECASE,
)
"""What says beside a title that the talk will not take place."""
_COLUMNS: Final = frozenset(COLUMN_OF) | word_set(
    "seminar series organizer organiser host date day abstract bio talk datum reihe gastgeber "
    "and und"
)


def section_of(text: str) -> str:
    """The part of a page that a heading opens: people, talks or prose; empty for none."""
    named = words(text.rstrip(":"))
    if not 0 < len(named) <= 8 or len(text) > 80 or text.rstrip().endswith("."):
        return ""
    known = frozenset().union(*_HEADS.values()) | _BESIDE
    if not all(word in known for word in named):
        return ""
    found = [kind for kind, heads in _HEADS.items() if any(word in heads for word in named)]
    return found[0] if found else ""


def role_of(text: str) -> tuple[str, bool]:
    """What a heading makes of those below it, and whether they were it formerly."""
    named = words(text)
    roles = [_ROLES[word] for word in named if word in _ROLES]
    return (roles[0] if roles else "organizer"), any(word in _OVER for word in named)


def is_table_head(text: str) -> bool:
    """Whether a line only has the heads of columns that stood beside each other."""
    named = words(text)
    return 3 <= len(named) <= 10 and all(word in _COLUMNS for word in named)


def unglued(text: str) -> Iterator[str]:
    """The parts of a line in which labels stand right behind other text."""
    yield from _GLUED.split(text)


def label_of(text: str, labels: Mapping[str, str] = LABELS) -> tuple[str, str]:
    """The meaning of a label at the start of a line, and what follows; both empty for none."""
    head, colon, rest = text.partition(":")
    head = " ".join(head.strip("*_ ").lower().split())
    if colon and head in labels and not rest.startswith("//"):
        return labels[head], rest.lstrip("*_").strip()
    return "", ""
