"""Pictures of the web site for the documentation, of the example and of an invented workshop.

Run with ``python docs/pictures/pages.py`` where Chromium is; needs the extra ``dev``.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from make import AROUND, EXAMPLE, GAP, save, with_tracks
from PIL import Image
from playwright.sync_api import Browser, sync_playwright

import programkit as pk

HERE = Path(__file__).resolve().parent
sys.path.append(str(HERE.parent.parent))
SERIES = ("twente-mds", "oneworld")
NOON = "2026-03-20T12:00:00Z"
"""A moment before any talk of the series, so that pictures show what a build shows."""
DESK, PHONE = (1000, 820), (360, 680)


def main() -> None:
    """Make the sites and take all pictures."""
    from tests.workshop import workshop_program  # noqa: PLC0415 - found by the path above

    with tempfile.TemporaryDirectory() as place, sync_playwright() as driver:
        folder = Path(place)
        pk.agenda(pk.Program.of(with_tracks(pk.load(EXAMPLE))), folder / "symposium")
        pk.agenda(workshop_program(), folder / "workshop")
        path = shutil.which("chromium") or shutil.which("google-chrome")
        browser = driver.chromium.launch(executable_path=path, args=["--no-sandbox"])
        symposium, workshop = (folder / name for name in ("symposium", "workshop"))
        save(shot(browser, symposium / "index.html", DESK), "agenda.png", 64)
        day = workshop / "day-2025-03-29.html"
        save(shot(browser, day, DESK, scroll="#parallel"), "agenda-grid.png", 64)
        phones = [
            shot(browser, symposium / "index.html", PHONE, scroll="#day-2024-09-30"),
            shot(browser, symposium / "index.html", PHONE, dark=True, scroll="#day-2024-09-30"),
            shot(browser, symposium / "search.html", PHONE, typed="scaling"),
        ]
        save(beside(phones), "agenda-phone.png", 32)
        series(browser, folder)
        browser.close()


def series(browser: Browser, folder: Path) -> None:
    """Pictures of the first pages of the example series."""
    for name in SERIES:
        pk.agenda(pk.Program.of(pk.load(EXAMPLE.parent / name)), folder / name)
    twente, oneworld = (folder / name / "index.html" for name in SERIES)
    save(shot(browser, twente, (1000, 1240), scroll="#content"), "series.png", 32)
    phones = [
        shot(browser, twente, PHONE, scroll="[data-next]"),
        shot(browser, oneworld, PHONE, dark=True, scroll="[data-next]"),
        shot(browser, oneworld, PHONE, scroll="#people"),
    ]
    save(beside(phones), "series-phone.png", 32)


def shot(
    browser: Browser,
    page: Path,
    size: tuple[int, int],
    *,
    dark: bool = False,
    scroll: str = "",
    typed: str = "",
) -> Image.Image:
    """A page as a reader sees it.

    Args:
        browser: What shows it.
        page: The file.
        size: Width and height of the window, in pixels.
        dark: Whether the reader's device is dark.
        scroll: What the reader scrolled to, a selector.
        typed: What the reader looks for.
    """
    width, height = size
    tab = browser.new_page(
        viewport={"width": width, "height": height},
        color_scheme="dark" if dark else "light",
        timezone_id="Europe/Zagreb",
        locale="en-GB",
    )
    tab.clock.set_fixed_time(NOON)
    tab.goto(page.as_uri())
    if typed:
        tab.fill("form.tools input[name=q]", typed)
        tab.wait_for_selector("[data-results] li")
    if scroll:
        tab.locator(scroll).scroll_into_view_if_needed()
        tab.evaluate("place => document.querySelector(place).scrollIntoView()", scroll)
    tab.wait_for_timeout(300)
    target = page.with_suffix(".png")
    tab.screenshot(path=target)
    tab.close()
    with Image.open(target) as image:
        return image.convert("RGB")


def beside(pictures: list[Image.Image]) -> Image.Image:
    """Pictures side by side."""
    height = max(picture.height for picture in pictures) + 2 * GAP
    width = sum(picture.width + GAP for picture in pictures) + GAP
    whole, left = Image.new("RGB", (width, height), AROUND), GAP
    for picture in pictures:
        whole.paste(picture, (left, GAP))
        left += picture.width + GAP
    return whole


if __name__ == "__main__":
    main()
