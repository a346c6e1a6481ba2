"""SVG logos: drawn as they are or refused by name; nothing in them is followed or believed."""

import builtins
import io
import socket
import sys

import pypdfium2
import pytest

from programkit.errors import RenderError
from programkit.paper.images import svgtree
from programkit.paper.images.pictures import open_picture
from programkit.paper.images.svg import svg_to_pdf
from programkit.paper.images.svgtree import read_svg

pytest.importorskip("svglib", reason="the extra svg is not installed")

OPEN = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 100 50">'
RED, WHITE = (255, 0, 0), (255, 255, 255)


@pytest.fixture
def logo(tmp_path):
    """Writes an SVG file."""

    def write(body, *, opened=OPEN):
        path = tmp_path / "logo.svg"
        path.write_text(f"{opened}{body}</svg>", encoding="utf-8")
        return path

    return write


def colors(path, *points):
    """The colors of points, from the top left, of the drawing scaled to 100 by 50 points."""
    vector = open_picture(path, 100, 50)
    page = pypdfium2.PdfDocument(vector.data)[0]
    image = page.render(scale=100 / page.get_width()).to_pil().convert("RGB")
    return tuple(image.getpixel(point) for point in points)


@pytest.mark.parametrize(
    "body",
    [
        '<rect width="50" height="50" fill="red"/>',
        '<path d="M0 0h50v50H0z" style="fill:#ff0000"/>',
        "<style>.a { fill: red }</style><polygon class='a' points='0,0 50,0 50,50 0,50'/>",
        "<polygon class='a' points='0,0 50,0 50,50 0,50'/><style>.a { fill: red }</style>",
        '<g transform="translate(10 10) scale(.5)" fill="red"><rect x="-20" y="-20" width="100" height="100"/></g>',
        '<defs><rect id="r" width="25" height="50"/></defs><use href="#r" fill="red"/><use xlink:href="#r" x="25" fill="red"/>',
        '<symbol id="s"><rect width="50" height="50" fill="red"/></symbol><use href="#s"/>',
        '<clipPath id="c"><rect width="50" height="50"/></clipPath><rect clip-path="url(#c)" width="99" height="50" fill="red"/>',
        '<defs><clipPath id="c"><rect width="50" height="50"/></clipPath></defs><g style="clip-path:url(#c)"><rect width="99" height="50" fill="red"/></g>',
        '<linearGradient id="g"><stop stop-color="red"/><stop offset="1" stop-color="#f00"/></linearGradient><rect fill="url(#g)" width="50" height="50"/>',
        '<line x1="25" x2="25" y1="0" y2="50" stroke="red" stroke-width="50"/>',
    ],
)
def test_shapes_are_where_they_are_meant_to_be(logo, body):
    assert colors(logo(body), (10, 10), (40, 40), (60, 10)) == (RED, RED, WHITE)


@pytest.mark.parametrize(
    "opened",
    [
        OPEN.replace('viewBox="0 0 100 50"', 'width="100" height="50"'),
        OPEN.replace('viewBox="0 0 100 50"', 'width="100mm" height="50mm" viewBox="0,0,100,50"'),
        OPEN.replace('viewBox="0 0 100 50"', 'width="7%" height="auto" viewBox="0 0 1e2 50"'),
        OPEN.replace(
            "<svg", "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://localhost/a.dtd'><svg"
        ),
        OPEN.replace("<svg", "<?xml version='1.0' encoding='utf-8'?><!-- logo --><svg"),
        "<svg viewBox='0 0 100 50'>",
    ],
)
def test_size_is_that_of_the_coordinates_however_it_is_said(logo, opened):
    path = logo('<rect width="50" height="50" fill="red"/>', opened=opened)
    vector = open_picture(path, 100, 50)
    assert vector.width / vector.height == pytest.approx(2)
    assert colors(path, (10, 10), (45, 45), (55, 10)) == (RED, RED, WHITE)


def test_origin_of_the_coordinates_may_be_anywhere(logo):
    path = logo(
        '<rect x="-10" y="5" width="50" height="50" fill="red"/>',
        opened=OPEN.replace("0 0 100 50", "-10 5 100 50"),
    )
    assert colors(path, (2, 2), (45, 45), (55, 10)) == (RED, RED, WHITE)


def test_what_is_never_drawn_is_left_out(logo):
    path = logo(
        '<title>T</title><script>alert(1)</script><metadata><a xmlns="urn:x" href="file:///etc/passwd"/></metadata>'
        '<defs><filter id="f"/><pattern id="p"><image href="http://localhost/"/></pattern></defs>'
        '<a href="javascript:alert(1)" onclick="alert(1)"><rect width="50" height="50" fill="red"/></a>'
    )
    assert colors(path, (10, 10), (60, 10)) == (RED, WHITE)
    data = open_picture(path, 10, 10).data
    assert [word for word in (b"alert", b"passwd", b"localhost") if word in data] == []


def test_same_svg_gives_the_same_bytes(logo):
    path = logo('<rect width="50" height="50" fill="red" opacity=".5"/>')
    assert open_picture(path, 10, 10) == open_picture(path, 90, 90)


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("<text>Logo</text>", "it has <text>, which cannot be drawn"),
        ('<image href="x.png" width="9" height="9"/>', "it has <image>, which cannot be drawn"),
        ("<svg/>", "it has <svg>, which cannot be drawn"),
        ("<foreignObject/>", "it has <foreignObject>, which cannot be drawn"),
        ('<rect filter="url(#f)"/>', "it uses filter, which cannot be drawn"),
        ('<rect style="fill:red; mask : url(#m)"/>', "it uses mask, which cannot be drawn"),
        ("<style>.a{marker-end:url(#m)}</style>", "it uses marker-end, which cannot be drawn"),
        ("<style>.a{clip-path:url(#c)}</style>", "it uses clip-path, which cannot be drawn"),
        (
            '<rect fill="url(#p)"/><pattern id="p"/>',
            "a surface filled with #p, which is no gradient",
        ),
        ('<rect style="fill:url(#none)"/>', "a surface filled with #none, which is no gradient"),
        ('<rect stroke="url(#g)"/><linearGradient id="g"/>', "lines in a gradient"),
        ('<linearGradient gradientTransform="rotate(45)"/>', "a gradient that is turned or scaled"),
        ('<linearGradient><stop stop-opacity=".5"/></linearGradient>', "a gradient that is partly"),
        (
            '<linearGradient><stop style="stop-opacity:0"/></linearGradient>',
            "a gradient that is partly",
        ),
        ('<use href="other.svg#a"/>', "it refers to another file"),
        ('<use xlink:href="file:///etc/passwd"/>', "it refers to another file"),
        ('<use href="http://localhost/a.svg"/>', "it refers to another file"),
        ('<rect fill="url(http://localhost/a.svg#g)"/>', "it refers to another file"),
        ("<style>.a{fill:url('http://localhost/a.svg#g')}</style>", "it refers to another file"),
        ('<g id="a"><use href="#a"/></g>', "it contains itself"),
        ('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>', "it contains itself"),
        ('<rect clip-path="url(#none)" width="9" height="9"/>', "it cannot be drawn exactly"),
        ("<rect", "it is damaged"),
        ("&lol;", "it is damaged"),
        ('<path d="M 0 0 L x y"/><rect width="1e400" height="1"/>', "it"),
    ],
)
def test_what_would_be_drawn_otherwise_is_refused_by_name(logo, body, message):
    with pytest.raises(RenderError) as refused:
        open_picture(logo(body), 10, 10)
    assert message in str(refused.value)
    assert "logo.svg: " in str(refused.value)
    assert str(refused.value).endswith("give the logo as PDF or PNG")


@pytest.mark.parametrize(
    "declared",
    [
        '<!ENTITY lol "lol">',
        '<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">',
        '<!ENTITY file SYSTEM "file:///etc/passwd">',
        '<!ENTITY % outer SYSTEM "http://localhost/x.dtd"> %outer;',
    ],
)
def test_entities_are_refused_where_they_are_declared(logo, declared):
    with pytest.raises(RenderError, match="it declares entities"):
        open_picture(logo("", opened=f"<!DOCTYPE svg [{declared}]>{OPEN}"), 10, 10)


def test_undeclared_entity_of_a_doctype_elsewhere_is_refused(logo):
    opened = f'<!DOCTYPE svg SYSTEM "http://localhost/x.dtd">{OPEN}'
    with pytest.raises(RenderError, match="it declares entities"):
        open_picture(logo("<title>&ns;</title>", opened=opened), 10, 10)


@pytest.mark.parametrize(
    ("box", "message"),
    [
        ("0 0 0 50", "its size is impossible"),
        ("0 0 inf 50", "its size is impossible"),
        ("nan 0 5 50", "its size is impossible"),
        ("0 0 1e9 1e9", "points large"),
        ("0 0 1000 1", "its page is a mere line"),
        ("0 0 5", "it does not say how large it is"),
        ("a b c d", "it does not say how large it is"),
    ],
)
def test_impossible_sizes_are_refused(logo, box, message):
    with pytest.raises(RenderError, match=message):
        open_picture(logo("", opened=OPEN.replace("0 0 100 50", box)), 10, 10)


def test_svg_without_any_size_is_refused(logo):
    opened = OPEN.replace('viewBox="0 0 100 50"', "")
    with pytest.raises(RenderError, match="it does not say how large it is"):
        open_picture(logo("", opened=opened), 10, 10)


def test_uses_that_multiply_are_refused(logo):
    laughs = '<path id="a0" d="M0 0h1v1z"/>' + "".join(
        f'<g id="a{n}"><use href="#a{n - 1}"/><use href="#a{n - 1}"/><use href="#a{n - 1}"/></g>'
        for n in range(1, 30)
    )
    with pytest.raises(RenderError, match="it is too detailed"):
        open_picture(logo(laughs), 10, 10)


@pytest.mark.parametrize("body", ["<g>" * 70 + "</g>" * 70, "<g/>" * 50_001])
def test_too_many_elements_are_refused(logo, body):
    with pytest.raises(RenderError, match="it is too detailed"):
        open_picture(logo(body), 10, 10)


def test_too_large_a_file_is_refused(logo):
    with pytest.raises(RenderError, match="it is too large"):
        open_picture(logo(f"<title>{'x' * 2_000_001}</title>"), 10, 10)


def test_other_xml_is_no_svg():
    with pytest.raises(svgtree.UnsoundSvgError, match="it is no SVG"):
        read_svg(b'<html xmlns="http://www.w3.org/1999/xhtml"/>')


def test_nothing_is_opened_on_the_way(logo, monkeypatch):
    path = logo('<rect width="50" height="50" fill="red"/><path d="M0 0h9v9z"/>')
    data = path.read_bytes()
    svg_to_pdf(path, data)  # what Python loads on the way is loaded now

    def refuse(*arguments, **_):
        raise AssertionError(arguments)

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(builtins, "open", refuse)
    monkeypatch.setattr(io, "open", refuse)
    assert svg_to_pdf(path, data).startswith(b"%PDF")


def test_without_svglib_the_message_says_what_to_install(logo, monkeypatch):
    monkeypatch.setitem(sys.modules, "svglib.svglib", None)
    with pytest.raises(RenderError) as refused:
        open_picture(logo(""), 10, 10)
    assert str(refused.value).endswith(
        "logo.svg: an SVG needs svglib; install programkit[svg], or give the logo as PDF or PNG"
    )
