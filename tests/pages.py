"""The pages of a site as trees, and what one looks for in them, for any test."""

import json
from collections.abc import Mapping

import html5lib

from programkit.outline.build import build_outline
from programkit.web.onepage import one_page
from programkit.web.site import Beside, Site


def parsed(data):
    """A page as a tree; html5lib raises at whatever is not valid syntax."""
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(data.decode())


class Pages(Mapping):
    """The pages of a site by their names without ".html"; each is read when it is first looked at."""

    def __init__(self, files):
        self.files = {
            name.removesuffix(".html"): data
            for name, data in files.items()
            if name.endswith(".html")
        }
        self.trees = {}

    def __getitem__(self, name):
        if name not in self.trees:
            self.trees[name] = parsed(self.files[name])
        return self.trees[name]

    def __iter__(self):
        return iter(self.files)

    def __len__(self):
        return len(self.files)


def site(program, *, hours=None, overrides=None, folder="", **beside):
    """The pages of a program's site."""
    outline = build_outline(program.public(), folder=str(folder))
    told = Beside(**{"calendar": "program.ics", **beside})
    return Pages(Site(overrides).files(outline, told, hours=hours))


def whole(program, **arguments):
    """The one page of a program."""
    return parsed(one_page(build_outline(program.public()), **arguments))


def said(element):
    """Its text, of formulas without their sources."""
    parts = [element.text or ""]
    for child in element:
        hidden = str(child.tag).endswith("}annotation") or child.tag in {"script", "style"}
        parts += ["" if hidden else said(child), child.tail or ""]
    return "".join(parts)


def text(element):
    """What it says, in one line."""
    return " ".join(said(element).split())


def by_class(tree, name):
    """The elements of a class."""
    return [e for e in tree.iter() if name in e.get("class", "").split()]


def by_id(tree, name):
    """The element of an id."""
    (found,) = [e for e in tree.iter() if e.get("id") == name]
    return found


def formulas(tree):
    """The formulas of a page."""
    return list(tree.iter("{http://www.w3.org/1998/Math/MathML}math"))


def links(tree):
    """Where a page leads."""
    return [e.get("href") for e in tree.iter("a")]


def graph(tree):
    """What a page says to machines; none if it says nothing."""
    found = [e.text for e in tree.iter("script") if e.get("type") == "application/ld+json"]
    return json.loads(found[0]) if found else None


def meta(tree):
    """The meta elements of a page by their names."""
    return {e.get("name") or e.get("property"): e.get("content") for e in tree.iter("meta")}
