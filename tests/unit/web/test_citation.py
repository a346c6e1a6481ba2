import itertools
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.workshop import PEOPLE, TALKS, workshop_program

from programkit.outline.build import build_outline
from programkit.text.markup import Run, inline
from programkit.web.citation import Citations, escaped, tex
from programkit.web.context import View


def citations(**changes):
    view = View(build_outline(workshop_program(**changes).public()))
    return Citations(view), view


@pytest.fixture(scope="module")
def meeting():
    return citations()


def read(entry):
    """An entry as BibTeX reads it: what is in braces, which it counts and nothing else."""
    kind, key = re.match(r"@(\w+)\{([^,\s]+),\n", entry).groups()
    fields, place = {}, entry.index("\n")
    while match := re.compile(r"\s*(\w+) = \{").match(entry, place):
        depth, place = 1, match.end()
        start = place
        while depth:
            depth += {"{": 1, "}": -1}.get(entry[place], 0)
            place += 1
        fields[match[1]] = entry[start : place - 1]
        place += 1
    assert entry[place:] == "\n}"
    return kind, key, fields


def test_entry_of_a_talk(meeting):
    made, view = meeting

    assert read(made.bibtex(view.talks["opening"])) == (
        "misc",
        "talk-opening",
        {
            "author": "da Costa, Ana Ribeiro and Súilleabháin, Bo Ó and Žižek, Eli",
            "title": "{How the sea computes}",
            "howpublished": "Talk, Workshop on Tidal Graphs",
            "address": "Port Example",
            "year": "2025",
            "month": "3",
            "url": "https://tides.example.org/2025/talk-opening.html",
        },
    )


def test_poster_and_what_is_unknown(meeting):
    made, view = meeting
    _, _, poster = read(made.bibtex(view.posters["p9"]))
    _, _, open_one = read(made.bibtex(view.talks["maybe"]))
    _, _, homeless = read(made.bibtex(view.talks["homeless"]))

    assert poster["howpublished"] == "Poster, Workshop on Tidal Graphs"
    assert "author" not in open_one
    assert homeless["year"] == "2025"


def test_day_without_a_date_gives_the_year_of_nothing():
    made, view = citations(days=(), posters=(), url="", place="")

    assert set(read(made.bibtex(view.talks["opening"]))[2]) == {"author", "title", "howpublished"}
    assert "issued" not in json.loads(made.csl(view.talks["opening"]))[0]


def test_csl_of_a_talk(meeting):
    made, view = meeting

    assert json.loads(made.csl(view.talks["spectra"])) == [
        {
            "id": "talk-spectra",
            "type": "speech",
            "genre": "Talk",
            "title": "Spectra of shores",
            "author": [{"family": "Súilleabháin", "given": "Bo Ó"}],
            "event-title": "Workshop on Tidal Graphs",
            "event-place": "Port Example",
            "issued": {"date-parts": [[2025, 3, 29]]},
            "URL": "https://tides.example.org/2025/talk-spectra.html",
            "language": "en",
        }
    ]


def test_name_of_one_word_is_literal():
    people = tuple(p.replace(name="Plato") if p.id == "bo" else p for p in PEOPLE)
    made, view = citations(people=people)

    assert json.loads(made.csl(view.talks["spectra"]))[0]["author"] == [{"literal": "Plato"}]


def test_name_with_an_and_is_one_name():
    people = tuple(p.replace(name="Sand and Sons") if p.id == "bo" else p for p in PEOPLE)
    made, view = citations(people=people)
    author = read(made.bibtex(view.talks["spectra"]))[2]["author"]

    assert author.startswith("{")
    assert author.endswith("}")


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Plain", "Plain"),
        ("*Very* **bold**", r"\emph{Very} bold"),
        ("50 % & $x_1^{2}$ #1", r"50 \% \& $x_1^{2}$ \#1"),
        (r"$\alpha \to \infty$", r"$\alpha \to \infty$"),
        (r"$\input{secrets}$", None),
        (r"$x\}$", None),
        ("a {b} \\ ~ ^ _", None),
    ],
)
def test_title_for_tex(title, told):
    made = tex(inline(title))

    assert told is None or made == told
    assert r"\input" not in made
    assert made.count("{") == made.count("}")


@given(st.text(max_size=30))
def test_escaped_text_has_no_sign_that_tex_reads(text):
    made = escaped(text)
    bare = re.sub(r"\\(text[a-z]+\{\}|[$&#%_])", "", made)

    assert re.search(r"[\\{}$&#%_^~]", bare) is None


@given(st.text(alphabet="ab \\{}$%#&_^~*`\"'@,=\n", max_size=25))
def test_entry_is_read_back_whatever_the_title(title):
    talks = tuple(t.replace(title=title or "x") if t.id == "spectra" else t for t in TALKS)
    made, view = citations(talks=talks)

    assert set(read(made.bibtex(view.talks["spectra"]))[2]) == {
        "author",
        "title",
        "howpublished",
        "address",
        "year",
        "month",
        "url",
    }
    assert json.loads(made.csl(view.talks["spectra"]))[0]["type"] == "speech"


@given(st.text(alphabet="xy \\{}^_%", min_size=1, max_size=12))
def test_formulas_of_titles_close_their_braces(formula):
    made = tex((Run(formula, math=formula), Run("a\nb", newline=True), Run("end")))
    depths = list(itertools.accumulate((sign == "{") - (sign == "}") for sign in made))

    assert min(depths) >= 0
    assert depths[-1] == 0
    assert made.endswith(" end")
