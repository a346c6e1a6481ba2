"""The site beside other apps."""

import io
import json

from PIL import Image
from tests.browser.strangers import HOSTILE
from tests.workshop import workshop_program

from programkit.outline.build import public_outline
from programkit.web.installing import NAME, SIZE
from programkit.web.site import Site


def files_of(**facts):
    return Site().files(public_outline(workshop_program(**facts)))


def test_manifest_names_the_site_and_an_icon_that_is_there():
    files = files_of(language="de")
    said = json.loads(files[NAME])

    assert (said["name"], said["lang"], said["dir"]) == ("Workshop on Tidal Graphs", "de", "ltr")
    assert {icon["src"] for icon in said["icons"]} <= set(files)
    assert said["start_url"] in files
    for icon in said["icons"]:
        with Image.open(io.BytesIO(files[icon["src"]])) as picture:
            assert picture.size == (SIZE, SIZE)
            assert icon["sizes"] == f"{SIZE}x{SIZE}"


def test_title_of_a_stranger_is_a_text():
    title = "".join(HOSTILE)
    said = json.loads(files_of(title=title)[NAME])

    assert set(said) == set(json.loads(files_of()[NAME]))
    assert "<script>" in said["name"]
    assert "\0" not in said["name"]
