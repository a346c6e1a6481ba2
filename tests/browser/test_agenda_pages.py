"""The agenda in a real browser: it fits every width, prints, and runs under its own policy."""

import json
import re

import pytest
from PIL import Image
from pypdf import PdfReader
from tests.rovinj import rovinj_program
from tests.workshop import workshop_program

from programkit.building import agenda

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PROBE = """<!DOCTYPE html><meta charset="utf-8"><pre id="answer"></pre>
<iframe src="site/index.html" style="width:{width}px;height:900px;border:0"></iframe>
<script>
addEventListener("load", () => {{
  const page = document.querySelector("iframe").contentDocument;
  const inside = (element) => element.closest(".scroll") !== null;
  const wide = [...page.querySelectorAll("body *")].filter((element) =>
    !inside(element) && element.getBoundingClientRect().right > {width} + 0.5);
  const style = page.defaultView.getComputedStyle(page.querySelector("h1"));
  const small = [...page.querySelectorAll("nav a")].filter((element) =>
    element.getBoundingClientRect().height < 24);
  document.getElementById("answer").textContent = JSON.stringify({{
    scrolls: page.documentElement.scrollWidth > {width},
    wide: wide.map((element) => element.outerHTML.slice(0, 80)),
    styled: style.fontWeight,
    small: small.length,
  }});
}});
</script>"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("pages")
    agenda(workshop_program(), made / "site")
    return made


@pytest.mark.parametrize("width", [320, 390, 640, 1200])
def test_page_fits_and_is_styled(chromium, folder, width):
    probe = folder / f"probe-{width}.html"
    probe.write_text(PROBE.format(width=width), encoding="utf-8")
    dom = chromium("--allow-file-access-from-files", "--dump-dom", probe.as_uri())
    answer = json.loads(re.search(r'<pre id="answer">(.*?)</pre>', dom)[1])

    assert answer == {"scrolls": False, "wide": [], "styled": "500", "small": 0}


@pytest.mark.parametrize(("scheme", "ground"), [(1, (253, 252, 249)), (0, (25, 24, 22))])
def test_ground_is_light_or_dark_as_the_reader_prefers(chromium, folder, scheme, ground):
    picture = folder / f"{scheme}.png"
    chromium(
        f"--blink-settings=preferredColorScheme={scheme}",
        f"--screenshot={picture}",
        "--window-size=800,600",
        (folder / "site" / "index.html").as_uri(),
    )

    with Image.open(picture) as image:
        assert image.convert("RGB").getpixel((5, 5)) == ground


def test_printed_agenda_has_every_talk_and_no_navigation(chromium, tmp_path):
    page = agenda(rovinj_program(), tmp_path / "site")
    chromium("--no-pdf-header-footer", f"--print-to-pdf={tmp_path / 'p.pdf'}", page.as_uri())
    text = " ".join(" ".join(p.extract_text() for p in PdfReader(tmp_path / "p.pdf").pages).split())

    assert text.count("Title to be announced") == 9
    assert "Maria Brbić" in text
    assert "Skip to content" not in text
    assert "Sun, 29 Sept" not in text
