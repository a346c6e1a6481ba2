import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.workshop import workshop_program

from programkit.outline.build import build_outline
from programkit.web.assets import LARGEST_PICTURE, SCRIPTS, Assets, data_script, script, static

LARGEST_SCRIPT = 40_000
STRING = re.compile(r'"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\'')


@pytest.fixture(scope="module")
def program():
    return workshop_program().public()


def test_names_tell_contents_apart(program):
    assets = Assets(build_outline(program))
    assets.know({"a": 1}, {"terms": "", "posts": ""})
    first = assets.facts
    assets.know({"a": 2}, {"terms": "", "posts": ""})

    assert re.fullmatch(r"assets/facts\.[0-9a-f]{10}\.js", first)
    assert assets.facts != first
    ours = {assets.css, assets.js, assets.icon, assets.large_icon}
    assert set(assets.files) == {*ours, first, assets.facts, "assets/search.js"}


def test_search_has_one_name_and_is_asked_for_anew_when_the_facts_change(program):
    assets = Assets(build_outline(program))
    assets.know({"a": 1}, {"terms": "x", "posts": "0"})
    first = assets.search
    assets.know({"a": 1}, {"terms": "y", "posts": "0"})
    assert assets.search == first
    assets.know({"a": 2}, {"terms": "y", "posts": "0"})

    assert first.startswith("assets/search.js?")
    assert assets.search != first


def test_script_is_small_and_has_no_comments():
    for series in (False, True):
        assert len(script(series=series).encode()) <= LARGEST_SCRIPT
        assert not re.search(r"^\s*(//|/\*)", script(series=series), re.MULTILINE)


def test_strings_of_the_script_are_as_they_were_written():
    comment = re.compile(r"^\s*//.*", re.MULTILINE)
    sources = [comment.sub("", static(f"js/{name}.js")) for name in SCRIPTS]

    assert STRING.findall("".join(sources)) == STRING.findall(script())


@given(st.dictionaries(st.text(max_size=5), st.text(max_size=20), max_size=3))
def test_data_is_a_script_that_ends_no_element(data):
    written = data_script("facts", data)
    before, held, after = re.fullmatch(
        r"(.*JSON\.parse\()'(.*)'(\);\n)", written, re.DOTALL
    ).groups()

    assert before == "window.programkit = window.programkit || {};\nprogramkit.facts = JSON.parse("
    assert after == ");\n"
    assert not set("<>&\u2028\u2029\n") & set(held)
    assert re.fullmatch(r"(?:[^'\\]|\\.)*", held)
    assert json.loads(re.sub(r"\\(.)", r"\1", held)) == data


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "logo.png").write_bytes(b"png")
    (tmp_path / "LOGO.SVG").write_bytes(b"<svg/>")
    (tmp_path / "logo.pdf").write_bytes(b"pdf")
    (tmp_path / "empty.png").write_bytes(b"")
    with (tmp_path / "huge.jpg").open("wb") as file:
        file.truncate(LARGEST_PICTURE + 1)
    return tmp_path


def test_pictures_that_browsers_show_become_files_of_the_site(program, folder):
    assets = Assets(build_outline(program, folder=str(folder)))
    png, svg = assets.image("logo.png"), assets.image("LOGO.SVG")

    assert re.fullmatch(r"assets/picture\.[0-9a-f]{10}\.png", png)
    assert assets.files[png] == b"png"
    assert svg == "data:image/svg+xml;base64,PHN2Zy8+"
    assert [name for name in assets.files if "picture" in name] == [png]


def test_pictures_of_the_one_page_stand_in_it(program, folder):
    assets = Assets(build_outline(program, folder=str(folder)), inline=True)

    assert assets.image("logo.png") == "data:image/png;base64,cG5n"


def test_pictures_outside_of_the_project_are_left_out(program, folder, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "secret.png"
    elsewhere.write_bytes(b"png")
    (folder / "linked.png").symlink_to(elsewhere)
    assets = Assets(build_outline(program, folder=str(folder)))

    assert [assets.image(name) for name in (str(elsewhere), "linked.png")] == ["", ""]


@pytest.mark.parametrize("name", ["", "logo.pdf", "huge.jpg", "empty.png", "nowhere.png"])
def test_other_pictures_are_left_out(program, folder, name):
    assert Assets(build_outline(program, folder=str(folder))).image(name) == ""
    assert Assets(build_outline(program)).image("logo.png") == ""


def test_style_of_the_project_follows_ours_and_cannot_end_its_element(program, tmp_path):
    outline = build_outline(program)
    (tmp_path / "agenda.css").write_text("p { color: red } </style><script>", encoding="utf-8")
    own = Assets(outline, tmp_path).style

    assert own.startswith(Assets(outline).style)
    assert own.endswith("p { color: red } <\\/style><script>")
    assert Assets(outline, tmp_path / "nowhere").style == Assets(outline).style
