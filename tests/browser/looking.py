"""How tests look at pages: as a reader with a device, who notices every complaint."""

ICON = "/favicon.ico"
"""Browsers ask every server for it."""
PATIENCE = 100
"""How often `soon` looks."""


class Reader:
    """Somebody with a browser of their own, whose windows share what the sites keep."""

    def __init__(self, browser):
        self._browser = browser
        self._context = None
        self.complaints = []
        """What the browser had to say: faults, and what the pages' policy forbade."""

    def has(self, **device):
        """Give the reader a device: Playwright's options of a context."""
        self._context = self._browser.new_context(**device)
        self._context.set_default_timeout(5000)
        return self

    def opens(self, address):
        """A new window with a page."""
        if self._context is None:
            self.has()
        page = self._context.new_page()
        page.on("console", self._heard)
        page.on("pageerror", lambda fault: self.complaints.append(str(fault)))
        page.goto(address)
        return page

    def leave(self):
        """Close all windows; nothing may have gone wrong."""
        if self._context is not None:
            self._context.close()
        assert self.complaints == []

    def _heard(self, message):
        if message.type in {"error", "warning"} and ICON not in message.location["url"]:
            self.complaints.append(message.text)


def shown(page, selector="li.row.talk"):
    """The titles of the rows that can be seen, in order."""
    return page.locator(f"{selector}:visible .title a").all_text_contents()


def told(page):
    """What the page says to those who listen to it."""
    return page.locator("[role=status]").text_content()


def soon(page, look, wanted):
    """What there is to see as soon as it is what is wanted; after five seconds, whatever it is."""
    for _ in range(PATIENCE):
        seen = look(page)
        if seen == wanted:
            break
        page.wait_for_timeout(50)
    return seen
