"""How the site feels on a slow device: the longest task of each interaction, in a real Chromium.

The processor is slowed down four times. A task is what the page's main thread does in one go; while
it lasts, nothing moves. Seconds of the processor are counted, so that other work on the machine
does not matter much, and of several runs the median counts. Hands are imitated: a finger on the
phone, on the desk a mouse that is there before it clicks; both go down and up one after the other.
Run it with ``python benchmarks/agenda_browser.py``; see docs/contributing/benchmarks.md.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from agenda import invented
from programkit.building import agenda
from programkit.model.conference import Conference
from programkit.model.contributions import Talk
from programkit.model.days import Day, Session, Slot
from programkit.model.program import Program
from programkit.model.venue import Room
from record import middle, save

SLOWER = 4
LONGEST = 50.0
"""Milliseconds that a task may last."""
DEVICES: dict[str, dict[str, Any]] = {
    "phone": {
        "viewport": {"width": 390, "height": 844},
        "has_touch": True,
        "is_mobile": True,
    },
    "desk": {"viewport": {"width": 1440, "height": 900}},
}
PRESSED = 60
"""Milliseconds that a finger or the button of a mouse is down."""
CATEGORIES = ["toplevel", "disabled-by-default-devtools.timeline", "__metadata"]
FIELD = "form.tools input[name=q]"
PLACE = """([selector, number]) => {
  const visible = [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility());
  visible[number].scrollIntoView({ block: "nearest", behavior: "instant" });
  const box = visible[number].getBoundingClientRect();
  return [box.x + box.width / 2, box.y + box.height / 2];
}"""
Act = Callable[[], None]


def main() -> None:
    """Make the sites, measure, print, save."""
    told = arguments()
    program = shutil.which("chromium") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        pages = written(Path(folder), told.talks)
        browser = driver.chromium.launch(executable_path=program, args=["--no-sandbox"])
        runs = [dict(measured(browser, pages)) for _ in range(told.runs)]
        found = {name: middle([run[name] for run in runs]) for name in runs[0]}
        for name, longest in found.items():
            print(f"{name:48} {longest:7.1f} ms")
        figures = {"chromium": browser.version, "goal_ms": LONGEST, "longest_task_ms": found}
        browser.close()
    print(f"saved {save('agenda_browser', figures, vars(told))}")


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--talks", type=int, default=1500, choices=(100, 1500))
    parser.add_argument("--runs", type=int, default=3)
    return parser.parse_args()


def written(folder: Path, talks: int) -> dict[str, str]:
    """Addresses of the first page of a large site, and of large tables."""
    program = agenda(invented(talks), folder / "site")
    day = next(program.parent.glob("day-*.html"))
    pages = {"program": program.as_uri(), "day": day.as_uri()}
    for length in (1, 3):
        site = folder / f"wide{length}"
        agenda(wide(rooms=40, times=50, length=length), site)
        pages[f"table of 2000, {length} a session"] = next(site.glob("day-*.html")).as_uri()
    return pages


def wide(rooms: int, times: int, length: int) -> Program:
    """A day of so many rooms with a talk each at so many times, in sessions that begin in turn."""
    sessions = tuple(
        Session(
            id=f"s-{room}-{time}",
            title=f"Session {room}.{time}",
            start=480 + 15 * time,
            room=f"r{room}",
            slots=tuple(
                Slot(minutes=15, talk=f"t-{room}-{one}")
                for one in range(time, min(time + length, times))
            ),
        )
        for room in range(rooms)
        for time in range(room % length, times, length)
    )
    talks = tuple(
        Talk(id=f"t-{room}-{time}", title=f"Talk {room}.{time}", speakers=())
        for room in range(rooms)
        for time in range(times)
    )
    return Program.of(
        Conference(
            title="A wide day",
            timezone="Europe/Zagreb",
            rooms=tuple(Room(id=f"r{room}", name=f"Room {room}") for room in range(rooms)),
            talks=talks,
            days=(Day(date=date(2025, 5, 5), items=sessions),),
        )
    )


def measured(browser: Browser, pages: dict[str, str]) -> Iterator[tuple[str, float]]:
    """The longest task of each interaction, by what is done."""
    for device in DEVICES:
        for name, address in pages.items():
            page = opened(browser, address, device)
            for action, ready in INTERACTIONS.get(name, TABLE).items():
                longest_task = longest(browser, page, ready(page))
                yield f"{device}, {name}: {action}", round(longest_task, 1)
            page.context.close()


def opened(browser: Browser, address: str, device: str) -> Page:
    """A page at rest, on a slow device."""
    page = browser.new_context(**DEVICES[device], timezone_id="Asia/Tokyo").new_page()
    page.goto(address)
    page.wait_for_timeout(1500)
    devtools(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    return page


def devtools(page: Page) -> CDPSession:
    """What slows a page down, and moves fingers without a script of the driver in the page."""
    return page.context.new_cdp_session(page)


def longest(browser: Browser, page: Page, act: Act) -> float:
    """Milliseconds of the processor in the longest task of the page while something is done."""
    page.wait_for_timeout(300)
    browser.start_tracing(page=page, categories=CATEGORIES)
    act()
    page.wait_for_timeout(1500)
    return max(tasks(json.loads(browser.stop_tracing())["traceEvents"]), default=0.0)


def tasks(events: list[dict[str, Any]]) -> Iterator[float]:
    """How long each task of the pages' main threads took."""
    main = {
        (event["pid"], event["tid"])
        for event in events
        if event["name"] == "thread_name" and event["args"]["name"] == "CrRendererMain"
    }
    for event in events:
        if event["name"].endswith("RunTask") and (event["pid"], event["tid"]) in main:
            yield event.get("tdur", event.get("dur", 0)) / 1000


def press(key: str, selector: str = "") -> Callable[[Page], Act]:
    """A key that is pressed, where something is in focus."""

    def ready(page: Page) -> Act:
        if selector:
            focus(page, selector)
        return lambda: page.keyboard.press(key)

    return ready


def reach(selector: str) -> Callable[[Page], Act]:
    """Something comes into focus."""
    return lambda page: lambda: focus(page, selector)


def focus(page: Page, selector: str) -> None:
    """Bring something into focus."""
    page.evaluate("(selector) => document.querySelector(selector).focus()", selector)


def tap(selector: str, number: int = 0) -> Callable[[Page], Act]:
    """A tap or a click; where is found out before, because that is work of the page too."""

    def ready(page: Page) -> Act:
        page.evaluate(PLACE, [selector, number])
        page.wait_for_timeout(300)  # what is scrolled to is laid out
        x, y = page.evaluate(PLACE, [selector, number])
        hand = finger if page.evaluate("navigator.maxTouchPoints") else mouse
        return hand(page, x, y)

    return ready


def finger(page: Page, x: float, y: float) -> Act:
    """A finger on the glass."""
    send = devtools(page).send

    def act() -> None:
        point = {"x": x, "y": y}
        send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [point]})
        page.wait_for_timeout(PRESSED)
        send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

    return act


def mouse(page: Page, x: float, y: float) -> Act:
    """A mouse that was moved there."""
    page.mouse.move(x, y)

    def act() -> None:
        page.mouse.down()
        page.wait_for_timeout(PRESSED)
        page.mouse.up()

    return act


def scroll(page: Page) -> Act:
    """Fling a table down, across and up again."""
    send = devtools(page).send
    page.evaluate(PLACE, [".scroll", 0])
    page.wait_for_timeout(300)
    x, y = page.evaluate(PLACE, [".scroll", 0])
    where = {"x": x, "y": min(y, 700), "speed": 3000}

    def act() -> None:
        for distance in ({"yDistance": -2000}, {"xDistance": -3000}, {"yDistance": 2000}):
            send("Input.synthesizeScrollGesture", {**where, **distance})

    return act


STAR = "li.row.talk .star"
LOOKING = {
    "search field in focus": tap(FIELD),
    "first letter": press("s"),
    "second letter": press("p"),
    "third letter": press("a"),
    "star": tap(STAR),
    "another star": tap(STAR, 3),
    "third letter taken back": press("Backspace", FIELD),
    "second letter taken back": press("Backspace"),
    "search taken back": press("Backspace"),
}
FILTERING = {
    "filters opened": tap(".filtering summary"),
    "track filtered": press("ArrowDown", "select[name=track]"),
    "all tracks again": press("ArrowUp", "select[name=track]"),
    "time zones in focus": reach(".zone select"),
    "another time zone": press("ArrowDown", ".zone select"),
    "its own time zone": press("ArrowUp"),
}
INTERACTIONS = {
    "program": LOOKING | FILTERING,
    "day": LOOKING | {"star": tap(STAR), "star at the same time": tap(STAR, 5)} | FILTERING,
}
"""What readers do on a page, in this order."""
TABLE = {"scrolled": scroll}


if __name__ == "__main__":
    main()
