"""What an SVG draws, judged before it is drawn.

What would be drawn wrong, or not at all, is refused by name, so that no logo is printed otherwise
than it was meant. What is never drawn, such as scripts and editors' notes, is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from programkit.paper.images.svgreader import UnsoundSvgError, read_elements

_DRAWN: Final = frozenset(
    {
        *("g", "a", "defs", "symbol", "use", "style"),
        *("path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "clipPath"),
        *("linearGradient", "radialGradient", "stop"),
    }
)
_NEVER_DRAWN: Final = frozenset(
    {
        *("", "title", "desc", "metadata", "script", "view", "cursor", "font", "font-face"),
        *("animate", "animateColor", "animateMotion", "animateTransform", "set"),
        *("filter", "mask", "marker", "pattern", "color-profile"),  # unless something uses them
    }
)
_BEYOND = re.compile(r"(?:^|[;{\s])(filter|mask|marker(?:-\w+)?)\s*:\s*(?!none\b)", re.ASCII)
_ATTRIBUTES_BEYOND: Final = ("filter", "mask", "marker", "marker-start", "marker-mid", "marker-end")
_PAINT = re.compile(r"(?:(fill|stroke)\s*:\s*)?url\(\s*[\"']?([^)\"']*)[\"']?\s*\)")
_CLIP = re.compile(r"clip-path\s*:\s*(url\([^)]*\))")
_CLIP_RULE = re.compile(r"clip-path(?=\s*:)")
_OPAQUE = re.compile(r"\s*(?:1(?:\.0*)?|100%)\s*")
_SHINING = re.compile(r"stop-opacity\s*:\s*(?!(?:1(?:\.0*)?|100%)\s*(?:;|\}|\Z))")
_MOST_DRAWN = 4_000_000  # characters of attributes, each counted as often as it is drawn


def read_svg(data: bytes) -> Element:
    """The shapes of an SVG.

    Args:
        data: The file.

    Raises:
        UnsoundSvgError: It is damaged, declares entities, or has what cannot be drawn.
    """
    root = read_elements(data)
    if root.tag != "svg":
        raise UnsoundSvgError("it is no SVG")
    _reduce(root)
    _put_styles_first(root)
    known = {each.get("id", ""): each for each in root.iter()}
    for element in root.iter():
        _judge_look(element)
        _judge_references(element, known)
    _judge_size(root, known)
    return root


def _reduce(element: Element) -> None:
    """Leave out what is never drawn, and links; refuse what cannot be drawn."""
    if element.tag == "a":
        element.tag = "g"
        element.attrib.pop("href", None)
    for child in list(element):
        if child.tag in _NEVER_DRAWN:
            element.remove(child)
        elif child.tag in _DRAWN:
            _reduce(child)
        else:
            raise UnsoundSvgError(f"it has <{child.tag}>, which cannot be drawn")
    clip = _CLIP.search(element.get("style", ""))
    if clip:  # svglib looks for it among the attributes only
        element.set("clip-path", clip[1])


def _put_styles_first(root: Element) -> None:
    """Rules hold for what stands before them too, and svglib reads them as they come."""
    rules = list(root.iter("style"))
    for parent in list(root.iter()):
        for child in list(parent):
            if child.tag == "style":
                parent.remove(child)
    first = Element("defs")
    first.extend(rules)
    root.insert(0, first)


def _look(element: Element) -> str:
    """What is said about looks in the language of style sheets."""
    return (element.text or "") if element.tag == "style" else element.get("style", "")


def _judge_look(element: Element) -> None:
    look = _look(element)
    beyond = [key for key in _ATTRIBUTES_BEYOND if element.get(key, "none") != "none"]
    beyond += _BEYOND.findall(look)
    if element.tag == "style":
        beyond += _CLIP_RULE.findall(look)
    if beyond:
        raise UnsoundSvgError(f"it uses {beyond[0]}, which cannot be drawn")
    if element.get("gradientTransform"):
        raise UnsoundSvgError("it has a gradient that is turned or scaled, which cannot be drawn")
    if not _OPAQUE.fullmatch(element.get("stop-opacity", "1")) or _SHINING.search(look):
        raise UnsoundSvgError("it has a gradient that is partly transparent")


def _judge_references(element: Element, known: dict[str, Element]) -> None:
    """Refuse what leads out of the file, and surfaces that are neither color nor gradient."""
    values = [(key, value) for key, value in element.attrib.items() if key != "style"]
    paints = [(key, url) for key, value in values for _, url in _PAINT.findall(value)]
    paints += _PAINT.findall(_look(element))
    for key, url in (*paints, ("", element.get("href", "#"))):
        if not url.startswith("#"):
            raise UnsoundSvgError("it refers to another file")
        if key == "stroke":
            raise UnsoundSvgError("it has lines in a gradient, which cannot be drawn")
        if key == "fill" and (url[1:] not in known or not known[url[1:]].tag.endswith("Gradient")):
            raise UnsoundSvgError(f"it has a surface filled with {url}, which is no gradient")


def _judge_size(root: Element, known: dict[str, Element]) -> None:
    """Refuse what draws little very often, or refers to itself."""
    weights: dict[Element, int] = {}
    unfinished: set[Element] = set()

    def weight(element: Element) -> int:
        if element in unfinished:
            raise UnsoundSvgError("it contains itself")
        if element not in weights:
            unfinished.add(element)
            own = sum(map(len, element.attrib.values())) + 20
            weights[element] = own + sum(map(weight, (*element, *_targets(element, known))))
            unfinished.remove(element)
        if weights[element] > _MOST_DRAWN:
            raise UnsoundSvgError("it is too detailed")
        return weights[element]

    weight(root)


def _targets(element: Element, known: dict[str, Element]) -> Iterator[Element]:
    """What an element draws besides its children."""
    target = known.get(element.get("href", "")[1:])
    if element.tag == "use" and target is not None:
        yield target
