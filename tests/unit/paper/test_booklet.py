"""The finished booklet, read back from its PDF."""

import io
import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import pypdfium2
import pytest
from PIL import Image
from pypdf import PdfReader

from laid_out import book_of
from programkit.errors import RenderError
from programkit.model.contributions import Link, Poster, Talk
from programkit.model.findings import Level
from programkit.model.people import Person
from programkit.model.program import Program
from programkit.model.venue import Organization
from programkit.outline.build import build_outline
from programkit.paper.booklet import draw_booklet
from programkit.paper.look.theme import Theme
from programkit.paper.parts import DEFAULT_PARTS
from programkit.typeset.blocks import paragraph
from rovinj import TITLE, rovinj, rovinj_program
from small import conference, day, one_day, people, session, slot, talks
from workshop import workshop_program

TESTS = Path(__file__).parent.parent.parent
SPEAKERS = [person.name for person in rovinj().people if person.id != "dokmanic"]
HOSTILE = '<b>&amp;</b> <img src="x"> \\) Tj ET %PDF >> endobj <script>alert(1)</script> {{ x }}'


def draw(program, folder="", parts=DEFAULT_PARTS, **theme):
    outline = build_outline(program.public(), folder=folder)
    return draw_booklet(outline, theme=Theme(**theme), parts=parts)


def pages(booklet):
    """The text of each page, as readers' software extracts it."""
    document = pypdfium2.PdfDocument(booklet.data)
    return [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in document]


def flowing(text):
    """A text as one line."""
    return " ".join(text.replace("\ufffe", "").split())


@pytest.fixture(scope="module")
def symposium():
    return draw(rovinj_program(), hours=12)


@pytest.fixture(scope="module")
def reader(symposium):
    return PdfReader(io.BytesIO(symposium.data), strict=True)


def annotations(reader):
    """The links of a document as (number of the page, its dictionary)."""
    for number, page in enumerate(reader.pages, 1):
        for reference in page.get("/Annots", ()):
            yield number, reference.get_object()


def test_symposium_has_thirteen_pages_and_no_findings(symposium):
    assert (symposium.pages, symposium.findings) == (13, ())


def test_names_come_out_letter_by_letter(symposium):
    text = "\n".join(pages(symposium))
    for name in ("Ivan Dokmanić", "Maria Brbić", "Stéphane Mallat", "Eric Vanden-Eijnden"):
        assert name in text


def test_ligatures_come_out_as_letters():
    title = "Office affine flow fjord"
    made = draw(
        Program.of(one_day(session(slot(500, "a", minutes=5)), talks=talks("a", title=title)))
    )
    assert title in pages(made)[2]


def test_every_abstract_is_there_in_full(symposium):
    text = flowing(" ".join(pages(symposium)))
    assert "whatever they are made of. We say precisely when, for three estimators" in text
    assert "Transformers are universal in-context learners" in text


def test_page_numbers_of_the_agenda_are_those_of_the_abstracts(symposium):
    found = [flowing(page) for page in pages(symposium)]
    rows = re.findall(r"\d+:\d\d [ap]m (?:(?!\d+:\d\d [ap]m).)+", " ".join(found[2:5]))
    for name in SPEAKERS:
        (row,) = [row for row in rows if name in row]
        (number,) = [int(word) for word in re.findall(rf"{name} (\d+)", row)]
        heads = [at for at, page in enumerate(found, 1) if at > 5 and f"{name} —" in page]
        assert heads == [number]


def test_page_numbers_of_the_index_are_those_of_the_abstracts(symposium):
    found = [flowing(page) for page in pages(symposium)]
    index = found[-1]
    for name in SPEAKERS:
        last = name.split()[-1]
        (number,) = re.findall(rf"{last}, [^\d]*?(\d+)", index)
        (head,) = [at for at, page in enumerate(found[:-1], 1) if at > 5 and f"{name} —" in page]
        assert int(number) == head


def test_outline_lists_parts_days_and_talks(reader):
    def titles(entries):
        return [titles(e) if isinstance(e, list) else e.title for e in entries]

    listed = titles(reader.outline)
    assert [title for title in listed if isinstance(title, str)] == [
        TITLE,
        "Agenda",
        "Abstracts",
        "Speaker index",
    ]
    agenda, abstracts = (entry for entry in listed if isinstance(entry, list))
    assert agenda[1:] == [
        "Monday, 30 September",
        "Tuesday, 1 October",
        "Wednesday, 2 October",
        "Thursday, 3 October",
    ]
    assert abstracts[0] == "Monday, 30 September"
    assert abstracts[1][3] == "Maria Brbić: Title to be announced"
    assert [len(talks) for talks in abstracts[1::2]] == [7, 7, 7, 3]


def test_outline_leads_to_the_pages_it_names(symposium, reader):
    text = pages(symposium)
    for entry in next(each for each in reader.outline if isinstance(each, list)):
        assert entry.title in text[reader.get_destination_page_number(entry)]


def test_links_lead_from_agenda_to_abstracts_and_back(reader):
    numbers = {page.indirect_reference.idnum: at for at, page in enumerate(reader.pages, 1)}
    named = reader.named_destinations
    leads = set()
    for page, link in annotations(reader):
        if "/Dest" in link:
            destination = link["/Dest"]
            target = named[destination].page if isinstance(destination, str) else destination[0]
            leads.add((page, numbers[target.idnum]))
    assert {(3, 6), (3, 7), (4, 8), (4, 9), (5, 10), (5, 11), (5, 12)} <= leads
    assert {(6, 3), (7, 3), (8, 4), (9, 4), (10, 5), (11, 5), (12, 5)} <= leads


def test_links_to_the_web_are_those_of_the_abstracts(reader):
    found = {link["/A"]["/URI"] for _, link in annotations(reader) if "/A" in link}
    assert found == {"https://arxiv.org/abs/2402.03902", "https://arxiv.org/abs/2407.11542"}


def test_links_other_than_to_the_web_and_mail_are_none():
    abstract = (
        "[a](javascript:alert(1)) [b](file:///etc/passwd) [c](data:text/html,x) "
        "[d](https://example.org/) [e](mailto:a@example.org) ![f](ftp://example.org/x)"
    )
    talk = Talk(
        id="a",
        title="[g](vbscript:x)",
        speakers=(),
        abstract=abstract,
        links=(Link(url="https://example.org/slides"),),
    )
    made = draw(Program.of(one_day(session(slot(500, "a", minutes=5)), talks=(talk,))))
    found = PdfReader(io.BytesIO(made.data))
    actions = [link["/A"] for _, link in annotations(found) if "/A" in link]
    assert sorted((action["/S"], action["/URI"]) for action in actions) == [
        ("/URI", "https://example.org/"),
        ("/URI", "https://example.org/slides"),
        ("/URI", "mailto:a@example.org"),
    ]


def test_metadata_names_title_hosts_place_and_language(reader):
    info = reader.metadata
    assert (info.title, info.subject) == (TITLE, "Rovinj, Croatia")
    assert info.author == (
        "University of Basel, European Research Council Established by the European Commission"
    )
    assert reader.trailer["/Root"]["/Lang"] == "en"


def test_no_font_is_used_but_those_embedded(reader):
    names = set()
    for page in reader.pages:
        for font in page["/Resources"].get("/Font", {}).values():
            names.add(font.get_object()["/BaseFont"].split("+")[-1])
    assert {name.lstrip("/").split("-")[0] for name in names} == {"STIXTwoText", "STIXTwoMath"}


@pytest.mark.parametrize(
    ("page", "size"), [("A4", (595, 842)), ("A5", (420, 595)), ("Letter", (612, 792))]
)
def test_page_is_as_large_as_the_theme_says(page, size):
    made = PdfReader(io.BytesIO(draw(workshop_program(), page=page).data))
    assert {(round(p.mediabox.width), round(p.mediabox.height)) for p in made.pages} == {size}


def test_hostile_text_is_printed_as_it_is():
    talk = Talk(id="a", title="A", speakers=("x",), abstract=f"`{HOSTILE}`")
    facts = conference(
        day(session(slot(500, "a", minutes=5))),
        title="Small) Tj ET",
        people=people("</text> x"),
        talks=(talk,),
    )
    made = draw(Program.of(facts))
    text = flowing(" ".join(pages(made)))
    assert flowing(HOSTILE) in text
    assert "Small) Tj ET" in text
    assert "x — " not in text
    assert "</text> x" in text


def test_character_that_no_font_has_is_a_finding():
    facts = conference(
        day(session(slot(500, "tea", minutes=5))),
        talks=(Talk(id="tea", title="On 茶", speakers=(), abstract="茶."),),
    )
    (finding,) = draw(Program.of(facts)).findings
    assert (finding.code, finding.level, finding.about) == ("missing-glyph", Level.HARD, ("tea",))
    assert finding.message == 'no font has "茶" (U+8336), needed in tea on page 3'
    assert "more_fonts" in finding.remedy


def test_missing_characters_of_a_script_are_one_finding():
    chinese = "".join(map(chr, range(0x8336, 0x8342)))
    talks = (
        Talk(id="tea", title=f"On {chinese[:2]} and ꙮ", speakers=(), abstract=chinese[2:]),
        Talk(id="cup", title=f"On {chinese[0]}", speakers=(), abstract="No more."),
        Talk(id="pot", title="On pots", speakers=(), abstract="Nothing."),
    )
    slots = [slot(500 + 5 * n, each.id, minutes=5) for n, each in enumerate(talks)]
    han, cyrillic = draw(Program.of(conference(day(session(*slots)), talks=talks))).findings

    assert (han.about, cyrillic.about) == (("tea", "cup"), ("tea",))
    assert han.message.startswith('no font has "茶" (U+8336), ')
    assert " (U+833F) and 2 more like them, needed in tea, cup on page " in han.message
    assert "has them in the theme's more_fonts" in han.remedy
    assert '"ꙮ" (U+A66E), needed in tea on page ' in cyrillic.message


def test_missing_character_of_a_poster_or_a_name_is_found_there():
    facts = conference(
        day(),
        people=people("Ana 茶"),
        posters=(Poster(id="drops", title="Drops", speakers=("茶",)), Poster(id="other")),
    )
    (finding,) = draw(Program.of(facts)).findings
    assert finding.about == ("drops",)


def test_missing_character_of_the_title_is_about_nothing_in_particular():
    (finding,) = draw(Program.of(conference(title="茶"))).findings
    assert (finding.about, finding.message) == ((), 'no font has "茶" (U+8336), needed on page 1')


@dataclass(frozen=True)
class Notes:
    """A part that somebody else wrote."""

    name: ClassVar[str] = "notes"

    def flows(self, book):
        """A page to write on."""
        head = book.part_heading("program", "notes", "Your notes")
        yield book.flow([head, paragraph("Write here.", book.styles.body, book.width)], "Notes")


def test_part_of_one_s_own_is_a_page_like_the_others():
    made = draw(rovinj_program(), parts=(*DEFAULT_PARTS, Notes()))
    assert made.pages == 14
    assert pages(made)[-1].split() == ["Your", "notes", "Write", "here.", "14"]
    assert PdfReader(io.BytesIO(made.data)).outline[-1].title == "Your notes"


def test_index_leads_to_the_agenda_where_there_are_no_abstracts():
    parts = [part for part in DEFAULT_PARTS if part.name not in {"abstracts", "posters"}]
    made = draw(workshop_program(), parts=parts)
    text = pages(made)
    lines = text[-1].splitlines()
    assert [line for line in lines if line.startswith(("Žižek", "Súil"))] == [
        "Súilleabháin, Bo Ó 5",
        "Žižek, Eli 5, 6",
    ]
    assert {page for page, _ in annotations(PdfReader(io.BytesIO(made.data)))} == {2, 3, made.pages}


def test_names_of_the_parts():
    names = [part.name for part in DEFAULT_PARTS]
    assert names == [
        "cover",
        "welcome",
        "contents",
        "glance",
        "agenda",
        "abstracts",
        "posters",
        "index",
    ]


def test_logo_is_in_the_document(tmp_path):
    Image.new("RGB", (30, 10), (200, 0, 0)).save(tmp_path / "host.png")
    facts = conference(hosts=(Organization(name="Institute", logo="host.png"),))
    made = PdfReader(io.BytesIO(draw(Program.of(facts), folder=str(tmp_path)).data))
    assert [image.image.size for image in made.pages[0].images] == [(30, 10)]


def test_damaged_logo_is_refused_by_name(tmp_path):
    file = io.BytesIO()
    Image.effect_noise((64, 64), 50).save(file, "PNG")
    (tmp_path / "host.png").write_bytes(file.getvalue()[:300])
    facts = conference(hosts=(Organization(name="Institute", logo="host.png"),))
    with pytest.raises(RenderError, match=r"host\.png: .*give a sound PNG, JPEG"):
        draw(Program.of(facts), folder=str(tmp_path))


def test_private_fields_are_not_in_the_document():
    text = " ".join(pages(draw(workshop_program())))
    assert "secret-reef" not in text


@pytest.mark.no_cover
def test_naughty_strings_are_set_without_a_fault(shared):
    file = shared / "corpora" / "naughty-strings.json"
    strings = json.loads(file.read_text(encoding="utf-8"))
    texts = [text for text in strings if text.strip()]
    numbered = list(enumerate(texts))
    facts = conference(
        day(
            session(
                slot(0, "t0", minutes=1), *(slot(minutes=1, talk=f"t{n}") for n, _ in numbered[1:])
            )
        ),
        people=tuple(Person(id=f"p{n}", name=f"Ana {text}") for n, text in numbered),
        talks=tuple(
            Talk(id=f"t{n}", title=text, speakers=(f"p{n}",), abstract=text) for n, text in numbered
        ),
    )
    made = draw(Program.of(facts))
    found = PdfReader(io.BytesIO(made.data), strict=True)
    assert len(found.pages) == made.pages > len(texts) / 10
    addresses = [link["/A"]["/URI"] for _, link in annotations(found) if "/A" in link]
    assert [
        url for url in addresses if not url.startswith(("http://", "https://", "mailto:"))
    ] == []
    assert {finding.code for finding in made.findings} == {"missing-glyph"}


def test_booklet_of_hardly_anything_is_a_cover():
    assert draw(Program.of(conference())).pages == 1


def test_default_theme_is_used_where_none_is_given():
    outline = book_of(rovinj_program()).outline
    assert draw_booklet(outline).data == draw_booklet(outline, theme=Theme()).data


SCRIPT = """
import hashlib, sys
from workshop import workshop_program
from programkit.outline.build import build_outline
from programkit.paper.booklet import draw_booklet
print(hashlib.sha256(draw_booklet(build_outline(workshop_program().public())).data).hexdigest())
"""


def test_same_program_gives_the_same_bytes_in_every_process():
    worlds = [
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Apia", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "America/New_York", "LC_ALL": "C.UTF-8"},
    ]
    found = set()
    for world in worlds:
        environment = {
            **os.environ,
            **world,
            "PYTHONPATH": os.pathsep.join((*sys.path, str(TESTS))),
        }
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT], env=environment, capture_output=True, check=True
        )
        found.add(done.stdout)
    assert len(found) == 1
