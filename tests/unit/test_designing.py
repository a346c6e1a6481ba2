"""What booklet.yaml says, and what is wrong with it."""

import json

import jsonschema
import pytest
from ruamel.yaml import YAML

from programkit.designing import design_schema, load_design
from programkit.errors import LoadError
from programkit.paper.look.design import Design
from programkit.paper.look.theme import Theme
from programkit.paper.parts import (
    DEFAULT_PARTS,
    DEFAULT_POSTERS,
    PARTS,
    Abstracts,
    Agenda,
    Contents,
    Cover,
    DoorSigns,
    ScanSign,
    TalkPosters,
    TermPosters,
)
from programkit.paper.printing.imposition import Imposition
from typefaces import make_font


@pytest.fixture
def load(tmp_path):
    """Reads a text as the booklet.yaml of a project."""

    def load_it(text, **given):
        (tmp_path / "booklet.yaml").write_text(text, encoding="utf-8")
        return load_design(tmp_path, **given)

    return load_it


@pytest.fixture
def faults(load, tmp_path):
    """The faults of a text, without the folder."""

    def faults_of(text, **given):
        with pytest.raises(LoadError) as raised:
            load(text, **given)
        return [
            str(fault).removeprefix(f"{tmp_path}/booklet.yaml:") for fault in raised.value.faults
        ]

    return faults_of


def test_project_without_the_file_has_the_usual_design(tmp_path):
    assert load_design(tmp_path) == Design(Theme(), DEFAULT_PARTS)


def test_empty_file_says_nothing(load):
    assert load("") == Design()


def test_theme_is_named_and_changed(load):
    text = "theme: modern\npage: A4\nhours: 24\ncolors: {accent: '#003366'}\n"
    want = Theme.named("modern", page="A4", hours=24, colors={"accent": "#003366"})
    assert load(text).theme == want


@pytest.mark.parametrize("page", ["120 x 190", "120×190 mm", "[120, 190]"])
def test_page_has_a_size_of_its_own(load, page):
    assert load(f"page: {page}").theme.page == (120, 190)


def test_what_is_left_empty_is_as_usual(load):
    assert load("theme:\nsize:\nparts:\nprint:\n") == Design()


@pytest.mark.parametrize(
    "parts",
    ["cover, contents, agenda", "[cover, contents, agenda]", "[cover, {contents: }, agenda]"],
)
def test_parts_are_named_in_order(load, parts):
    assert load(f"parts: {parts}").parts == (Cover(), Contents(), Agenda())


def test_part_is_told_what_it_can_be_told(load):
    text = "parts:\n  - abstracts: {order: speaker}\n  - contents: {depth: 3}\n"
    assert load(text).parts == (Abstracts(order="speaker"), Contents(depth=3))


def test_posters_are_parts_too(load):
    text = "posters: [{term-posters: {page: A2}}, {talk-posters: {page: [300, 400]}}, door-signs]"
    assert load(text).posters == (
        *(TermPosters(page="A2"), TalkPosters(page=(300, 400)), DoorSigns()),
    )
    assert load("posters: scan-sign").posters == (ScanSign(),)
    assert load("posters:").posters == DEFAULT_POSTERS


def test_sheets_and_archive_are_asked_for(load):
    design = load("print: {sheet: SRA3, marks: true, bleed: 3}\narchive: true\n")
    assert design.sheets == Imposition(sheet="SRA3", marks=True, bleed=3)
    assert design.archive is True


@pytest.mark.parametrize(("said", "sheets"), [("true", Imposition()), ("false", None)])
def test_sheets_may_be_the_usual_ones(load, said, sheets):
    assert load(f"print: {said}").sheets == sheets


@pytest.mark.parametrize(
    ("said", "bleed"), [("true", 3), ("{sheet: SRA4}", 3), ("{bleed: 2}", 2), ("{bleed: }", 0)]
)
def test_sheets_bleed_as_far_as_pages_do_unless_told(load, said, bleed):
    assert load(f"bleed: 3\nprint: {said}\n").sheets.bleed == bleed


def test_fonts_are_found_beside_the_file(load, tmp_path):
    make_font(tmp_path / "own.ttf", "a", name="Own")
    theme = load("fonts: {regular: own.ttf}\nmore_fonts: [own.ttf]\n").theme
    assert theme.family.chain()[0].postscript_name == "Own"
    assert theme.more_fonts == (tmp_path / "own.ttf",)


def test_command_line_takes_the_place_of_what_the_file_says(load):
    design = load("theme: modern\npage: A4\nsize: 9\n", theme="compact", page="A5", parts="cover")
    assert design == Design(Theme.named("compact", page="A5", size=9), (Cover(),))


def test_what_the_command_line_does_not_say_stays(load):
    assert load("page: A4", theme=None, page=None).theme == Theme(page="A4")


def test_variant_has_its_own_design_or_that_of_the_folder(tmp_path):
    (tmp_path / "booklet.yaml").write_text("page: A4")
    (tmp_path / "open.booklet.yaml").write_text("page: Letter")
    pages = [load_design(tmp_path / name).theme.page for name in ("open.yaml", "other.yaml")]
    assert pages == ["Letter", "A4"]


def test_all_faults_are_told_at_once_with_their_lines(faults):
    text = """\
theme: modren
colours: {}
page: A9
size: small
scale: 9
colors:
  accent: #ff0000
  link: red
  headng: "#000000"
  muted: "#aaaaaa"
fonts: {regular: no.ttf, bald: x.ttf}
parts:
  - agneda
  - abstracts: {order: sesion, ordr: 1}
  - contents: {least: 1.5}
  - cover: yes
  - 7
print: {sheet: A9, mark: true}
archive: maybe
"""
    assert faults(text) == [
        '1:theme: "modren" is no theme; did you mean "modern"?',
        '2:colours: there is no such field; did you mean "colors"?',
        (
            '3:page: "A9" is no size of a page; '
            "write A4, A5, Letter, or width x height in millimeters: 120 x 190"
        ),
        '4:size: "small" is no number',
        '5:scale: "9" is more than 1.6',
        '7:colors.accent: it is empty; write "#1f3d7a", with the quotes: # begins a comment',
        (
            '8:colors.link: "red" is not of the form asked for; '
            'write "#1f3d7a", with the quotes: # begins a comment'
        ),
        '9:colors.headng: there is no such field; did you mean "heading"?',
        (
            "10:colors.muted: #aaaaaa has a contrast of 2.3 : 1 on white; "
            "choose a darker color, of at least 4.5 : 1"
        ),
        '11:fonts.bald: there is no such field; did you mean "bold"?',
        '11:fonts.regular: there is no file "no.ttf"; put the font beside booklet.yaml',
        '13:parts.1: "agneda" is no part; did you mean "agenda"?',
        '14:parts.2.abstracts.ordr: there is no such field; did you mean "order"?',
        (
            '14:parts.2.abstracts.order: "sesion" is none of '
            "'day', 'session', 'speaker', 'title' or 'track'"
        ),
        '15:parts.3.contents.least: "1.5" is no whole number',
        "16:parts.4.cover: what a part is told is a mapping; write {order: session}",
        '17:parts.5: "7" is no part; there are ' + ", ".join(PARTS),
        '18:print.mark: there is no such field; did you mean "marks"?',
        (
            '18:print.sheet: "A9" is none of '
            "'A3', 'A4', 'SRA3', 'SRA4', 'Letter', 'Legal' or 'Tabloid'"
        ),
        '19:archive: "maybe" is neither true nor false',
    ]


def test_what_single_fields_leave_possible_is_judged_together(faults):
    (fault,) = faults("margin_inner: 80\nmargin_outer: 80\nsize: 9\n")
    assert "margins leave less than 30 mm for text" in fault


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("parts: {cover: }", "1:parts: it is no list; write [cover, agenda, abstracts]"),
        ("posters: 3", "1:posters: it is no list; write [term-posters, talk-posters]"),
        ("posters: [scan]", '1:posters.1: "scan" is no part; did you mean "scan-sign"?'),
        (
            "posters: [{scan-sign: {page: A9}}]",
            "1:posters.1.scan-sign.page: \"A9\" is none of 'A2', 'A3', 'A4', 'Letter' or 'Tabloid'",
        ),
        ("print: A4", "1:print: it is no mapping; write {sheet: A4}, or true"),
        ("- cover", "1: the file is no mapping; begin with title: …"),
    ],
)
def test_wrong_kind_of_value_is_told(faults, text, fault):
    assert faults(text) == [fault]


@pytest.mark.parametrize("page", ["{}", "0x0", "1.2.3 x 5", "[1]", "[A4, A5]", "7"])
def test_what_is_no_size_of_a_page_is_told(faults, page):
    (fault,) = faults(f"page: {page}")
    assert "is no size of a page; write A4, A5, Letter, or width x height" in fault


@pytest.mark.parametrize("name", ["a" * 300, "a\\0b", "."])
def test_name_that_no_font_can_have_is_told(faults, name):
    (fault,) = faults(f'fonts: {{regular: "{name}"}}')
    assert "put the font beside booklet.yaml" in fault


def test_faults_of_the_command_line_name_its_options(faults):
    given = {"theme": "modren", "page": "A9", "parts": "cover,agneda"}
    assert sorted(fault.split(":")[0] for fault in faults("size: 10\n", **given)) == [
        "--page",
        "--parts",
        "--theme",
    ]


def test_schema_allows_what_is_read_and_refuses_what_is_not():
    schema = json.loads(json.dumps(design_schema()))
    validator = jsonschema.Draft202012Validator(schema)
    validator.check_schema(schema)
    good = """\
theme: modern
page: 120 x 190
colors: {accent: "#003366"}
parts: [cover, {abstracts: {order: title}}, {agenda: }]
print: {sheet: A4}
archive: true
hours: 12
"""
    assert list(validator.iter_errors(YAML(typ="safe").load(good))) == []
    for text in ("theme: x", "page: A9", "parts: [x]", "parts: [{abstracts: {x: 1}}]", "print: x"):
        assert list(validator.iter_errors(YAML(typ="safe").load(text))), text
