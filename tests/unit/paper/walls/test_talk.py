"""The poster of a talk."""

from datetime import timedelta

import pytest

from hung import hung, only, size_of, whole
from laid_out import fragments
from programkit.model.base import TBD
from programkit.model.contributions import CoAuthor, State
from programkit.model.days import Day, Session, Slot
from programkit.model.people import Person
from programkit.model.program import Program
from programkit.model.venue import Room
from programkit.paper.parts.talk_posters import TalkPosters
from programkit.paper.walls.pages import LEAST
from programkit.typeset.marks import Bar, Group
from semester import ABSTRACT, FIRST, people, semester, talk_of

LONG = " ".join(["On the unreasonable effectiveness of very long titles"] * 6)[:300]
FORMULAS = "Let $f(x) = x^2$.\n\n$$\\int_0^1 f = \\frac{1}{3}$$\n\n- one;\n- two.\n\n"


def lines(*, more=(), series=None, **facts):
    talks = (talk_of(0, **{"title": "How fast?", **facts}), *more)
    program = Program.of(semester(talks=talks, **(series or {})))
    return only(program, TalkPosters(talks=("talk-0",)))


def poster(page="A4", series=None, **facts):
    """The pages and findings of the poster of one talk."""
    program = Program.of(semester(talks=(talk_of(0, **facts),), **(series or {})))
    ((_, pages, findings),) = hung(program, TalkPosters(page=page))
    return pages, [(finding.code, finding.about) for finding in findings]


def test_poster_says_when_where_what_and_by_whom():
    told = lines(abstract="In brief.", hosts=("person-1",))
    assert told == [
        *("Probability Seminar", "Wednesday, 2 September 2026", "16:00–17:00"),
        *("Lecture Hall 2, Rovinj", "How fast?", "Ada Brandt", "University of Zagreb"),
        *("In brief.", "example.org/seminar/talk-talk-0.html", "Host: Luka Perić"),
        "Hosted by: Institute of Mathematics",
    ]


def test_without_a_site_there_is_no_code():
    told = lines(abstract="", series={"url": ""})
    assert told[-2:] == ["University of Zagreb", "Hosted by: Institute of Mathematics"]
    pages, _ = poster(series={"url": ""})
    bars = [mark for mark in pages[0].marks if isinstance(mark, Bar)]
    assert len(bars) == 3


def test_unknown_is_worded():
    told = lines(title=TBD, speakers=TBD, abstract=TBD)
    assert told[4:6] == ["Title to be announced", "Speaker to be announced"]
    assert told[6] == "The abstract will be announced."


def test_cancelled_talk_says_so_and_no_abstract():
    told = lines(state=State.CANCELLED)
    assert told[4:8] == ["Cancelled", "This talk will not take place.", "How fast?", "Ada Brandt"]
    assert not [line for line in told if "walk" in line]


def test_cancelled_talk_of_an_unknown_title_says_both():
    told = " ".join(lines(state=State.CANCELLED, title=TBD))
    assert "Cancelled: Title to be announced" in told


def test_tentative_talk_says_so():
    assert "Tentative: How fast?" in lines(state=State.TENTATIVE)


def test_subtitle_of_the_series_stands_below_its_title():
    assert lines(series={"subtitle": "On Wednesdays"})[1] == "On Wednesdays"


def test_one_of_several_series_is_named_in_place_of_the_subtitle():
    facts = {"subtitle": "On Wednesdays", "tracks": ({"id": "t", "name": "Analysis Seminar"},)}
    assert lines(track="t", series=facts)[1] == "Analysis Seminar"


def test_clocks_elsewhere_are_told_of_what_is_online():
    zoom = Room(id="hall", name="Zoom", online=True, physical=False)
    told = lines(series={"rooms": (zoom,), "audience": ("Asia/Tokyo",)})
    assert told[1:5] == [
        *("Wednesday, 2 September 2026", "16:00–17:00 (Zagreb)", "23:00 Tokyo", "Zoom"),
    ]


def test_few_speakers_have_a_line_each_and_many_share_them():
    few = lines(speakers=("person-0", "person-1"), abstract="")
    assert few[5:9] == ["Ada Brandt", "University of Zagreb", "Luka Perić", "SISSA, Trieste"]
    many = " ".join(lines(speakers=[f"person-{n}" for n in range(5)], abstract=""))
    assert "Ada Brandt — University of Zagreb; Luka Perić — SISSA, Trieste; Chiara" in many


def test_speaker_may_have_no_affiliation_and_co_authors_are_named():
    folk = (*people(), Person(id="x", name="A. B. Čapek"))
    told = lines(speakers=("x",), coauthors=(CoAuthor(person="person-0"),), series={"people": folk})
    assert told[5:7] == ["A. B. Čapek", "Joint work with Ada Brandt (University of Zagreb)"]


def test_talk_in_two_parts_names_both_times():
    days = tuple(
        Day(
            date=FIRST + timedelta(weeks=n),
            items=(Session(slots=(Slot(start="16:00", minutes=60, talk="talk-0"),)),),
        )
        for n in range(2)
    )
    program = Program.of(semester(talks=(talk_of(0, parts=2),)).replace(days=days))
    told = only(program, TalkPosters())
    assert "Wednesday, 2 September 2026" in told
    assert "Wednesday, 9 September 2026" in told


def test_poster_of_a_talk_without_a_date_says_that_it_will_be_announced():
    program = Program.of(semester(talks=(talk_of(0),)).replace(days=()))
    assert only(program, TalkPosters(talks=("talk-0",)))[1] == "Date to be announced"


USUAL = {
    "title": {"title": LONG},
    "speakers": {"speakers": [f"person-{n}" for n in range(10)]},
    "none": {"abstract": ""},
    "formulas": {"abstract": FORMULAS + ABSTRACT},
    "long": {"abstract": "\n\n".join([ABSTRACT] * 6)},
    "word": {"title": "Donaudampfschifffahrtsgesellschaftskapitänsmützenband"},
    "letters": {"title": "W" * 200},
}
OTHER_PAGES = [
    (page, facts) for page in ("A2", "Letter", (420, 297)) for facts in ("title", "long")
]


@pytest.mark.parametrize(("page", "facts"), [*(("A4", facts) for facts in USUAL), *OTHER_PAGES])
def test_one_page_holds_all_of_a_usual_talk(page, facts):
    talk = talk_of(0, **USUAL[facts])
    pages, findings = poster(page, **USUAL[facts])
    assert len(pages) == 1
    assert findings == []
    assert "".join(talk.title.split()).replace("-", "") in whole(pages).replace("\u00ad", "")
    (frame,) = pages[0].shape.frames
    texts = fragments(pages[0])
    right = frame.x + frame.width
    assert not [m for m in texts if m.x + m.width > right + m.size / 4]  # signs may hang out
    assert not [mark for mark in texts if mark.y > frame.y + frame.height]


@pytest.mark.parametrize("title", ["On shores", USUAL["word"]["title"]])
def test_title_is_never_smaller_than_the_speaker(title):
    pages, _ = poster("A4", title=title)
    sizes = {mark.text.strip(): mark.size for mark in fragments(pages[0])}
    (found,) = [size for text, size in sizes.items() if text[:9] == title[:9]]
    assert found >= sizes[semester().people[0].name]


def test_formulas_are_set():
    pages, _ = poster(abstract=FORMULAS)
    groups = [m for placed in pages[0].placed for m in placed.strip.marks if isinstance(m, Group)]
    assert groups[-1].alt == "\\int_0^1 f = \\frac{1}{3}"


def test_longer_abstracts_are_smaller_down_to_what_can_be_read():
    found = []
    for count in (1, 4, 8, 14):
        (page, *_), _ = poster(abstract="\n\n".join(["Zebras ask why. " + ABSTRACT] * count))
        found.append(size_of(page, "Zebras"))
    assert found == sorted(found, reverse=True)
    assert len(set(found)) == 4
    assert found[-1] >= LEAST


def test_very_long_abstract_is_cut_after_a_sentence_and_leads_on():
    told = [f"Paragraph {n} is here. {ABSTRACT}" for n in range(24)]
    (page,), findings = poster(abstract="\n\n".join(told))
    text = whole([page])
    assert findings == [("poster-cut", ("talk-0",))]
    assert "…" in text
    assert "Theabstractgoesonthere." in text
    assert "Paragraph9" in text
    assert "Paragraph23" not in text
    assert size_of(page, "Paragraph") == LEAST


def test_cut_abstract_without_a_site_only_ends():
    (page,), findings = poster(series={"url": ""}, abstract="\n\n".join([ABSTRACT] * 24))
    assert [code for code, _ in findings] == ["poster-cut"]
    assert "goesonthere" not in whole([page])


def test_what_fits_on_no_page_goes_on_and_nothing_but_the_abstract_is_lost():
    folk = tuple(Person(id=f"p{n}", name=f"Given Family{n}") for n in range(200))
    pages, findings = poster(
        speakers=[person.id for person in folk], abstract=ABSTRACT, series={"people": folk}
    )
    assert len(pages) > 1
    assert [code for code, _ in findings] == ["poster-cut", "poster-overfull"]
    assert [n for n in range(200) if f"Family{n}" not in whole(pages)] == []
    pages, findings = poster(
        speakers=[person.id for person in folk], abstract=TBD, series={"people": folk}
    )
    assert [code for code, _ in findings] == ["poster-overfull"]
