"""Programs that are hard on a site: texts that would like to be run, and a page from right to left."""

from datetime import date

from programkit.model.conference import Conference
from programkit.model.contributions import Link, Poster, Talk, Track
from programkit.model.days import Break, Day, Session, Slot
from programkit.model.people import Affiliation, Person
from programkit.model.program import Program
from programkit.model.venue import Room

RUN = "window.hacked = true"
HOSTILE = (
    f"<script>{RUN}</script>",
    f"<img src=x onerror='{RUN}'>",
    f'"><svg onload="{RUN}">',
    f"</script><script>{RUN}</script>",
    f"</style><script>{RUN}</script>",
    f"javascript:{RUN}",
    f"[click](javascript:{RUN})",
    f"';{RUN};//",
    "{{ 7 * 7 }} ${7 * 7} <!-- -->",
    "\u2028\u2029\u202e\0]]>",
)


def hostile():
    """The program of a conference whose every text is an attack."""
    count = len(HOSTILE)
    rooms = tuple(Room(id=f"r{n}", name=HOSTILE[n]) for n in range(3))
    sessions = tuple(
        Session(
            id=f"s{n}",
            title=HOSTILE[n],
            start=540,
            room=f"r{n}",
            track=f"c{n}",
            chairs=(f"p{n}",),
            slots=tuple(Slot(minutes=20, talk=f"t{m}") for m in range(n, count, 3)),
        )
        for n in range(3)
    )
    return Program.of(
        Conference(
            title=HOSTILE[3],
            subtitle=HOSTILE[0],
            place=HOSTILE[1],
            welcome=HOSTILE[6],
            timezone="Europe/Zagreb",
            url="https://hostile.example.org/",
            rooms=rooms,
            tracks=tuple(Track(id=f"c{n}", name=HOSTILE[n + 2]) for n in range(3)),
            affiliations=tuple(Affiliation(id=f"a{n}", name=HOSTILE[n]) for n in range(count)),
            people=tuple(
                Person(id=f"p{n}", name=HOSTILE[n], affiliations=(f"a{n}",)) for n in range(count)
            ),
            talks=tuple(_talk(n) for n in range(count)),
            posters=(Poster(id="x", title=HOSTILE[4], speakers=("p1",), session="posters"),),
            days=(
                Day(
                    date=date(2025, 5, 5),
                    title=HOSTILE[2],
                    items=(
                        *sessions,
                        Break(title=HOSTILE[0], start=900, minutes=30),
                        Session(id="posters", title=HOSTILE[5], kind="posters", start=960),
                    ),
                ),
            ),
        )
    )


def _talk(number):
    text = HOSTILE[number]
    return Talk(
        id=f"t{number}",
        title=text,
        speakers=(f"p{number}",),
        abstract="\n\n".join(HOSTILE),
        tags=(text,),
        kind=text,
        links=(Link(url=f"https://example.org/?{number}", title=text),),
    )


def arabic():
    """The program of a small conference in Arabic, with titles in two directions."""
    titles = ("المد والجزر في البحر", "Tides and graphs", "رسوم بيانية: مسح شامل")
    rooms = (Room(id="a", name="القاعة الكبرى"), Room(id="b", name="Cove"))
    slots = [Slot(minutes=30, talk=f"t{n}") for n in range(len(titles))]
    return Program.of(
        Conference(
            title="ورشة عمل حول الرسوم البيانية",
            language="ar",
            timezone="Asia/Riyadh",
            rooms=rooms,
            people=(Person(id="p", name="ليلى حداد"), Person(id="q", name="Ana Costa")),
            talks=tuple(
                Talk(id=f"t{n}", title=title, speakers=("q", "p")) for n, title in enumerate(titles)
            ),
            days=(
                Day(
                    date=date(2025, 5, 5),
                    items=(
                        Session(id="s", start=540, room="a", title="أ", slots=tuple(slots[:2])),
                        Session(id="t", start=540, room="b", title="B", slots=tuple(slots[2:])),
                    ),
                ),
            ),
        )
    )
