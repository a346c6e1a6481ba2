"""Vector logos: drawn as they are, and nothing comes along but what is drawn."""

import io
import tracemalloc
import zlib

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name
from reportlab.pdfgen.canvas import Canvas

from programkit.errors import RenderError
from programkit.paper.images import instructions, transplant
from programkit.paper.images.pictures import embed, open_picture

RED_LEFT_BLUE_TOP = b"1 0 0 rg 20 30 50 100 re f 0 0 1 rg 70 80 50 50 re f"


def drawing(tmp_path, content, *, name="logo.pdf", box=(20, 30, 120, 130), turn=0, **resources):
    """A PDF of one page."""
    with pikepdf.new() as document:
        page = document.add_blank_page(page_size=(300, 200))
        page.cropbox = list(box)
        page.Contents = document.make_stream(content)
        page.Resources = Dictionary(
            {
                f"/{kind}": Dictionary({key: make(document) for key, make in entries.items()})
                for kind, entries in resources.items()
            }
        )
        page.rotate(turn, relative=False)
        document.save(
            tmp_path / name,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.none,
        )
    return tmp_path / name


def drawn(path, size=(100, 100)):
    """A page on which a logo fills a rectangle at (10, 20)."""
    canvas = Canvas(None, (200, 200), invariant=True, initialFontName="Helvetica")
    canvas._filename = io.BytesIO()
    name = embed(open_picture(path, *size), canvas._doc)
    canvas.transform(size[0], 0, 0, size[1], 10, 20)
    canvas.doForm(name)
    return canvas.getpdfdata()


def color_at(data, x, y):
    """The color of a point of the first page, from its bottom left."""
    page = pypdfium2.PdfDocument(data)[0]
    image = page.render(scale=1).to_pil().convert("RGB")
    return image.getpixel((x, image.height - 1 - y))


RED, BLUE, WHITE = (255, 0, 0), (0, 0, 255), (255, 255, 255)


@pytest.mark.parametrize(
    ("turn", "corners"),
    [
        # the corners at the bottom left, bottom right, top left, top right
        (0, (RED, WHITE, RED, BLUE)),
        (90, (WHITE, BLUE, RED, RED)),
        (180, (BLUE, RED, WHITE, RED)),
        (270, (RED, RED, BLUE, WHITE)),
    ],
)
def test_drawing_fills_its_rectangle_as_its_page_is_shown(tmp_path, turn, corners):
    data = drawn(drawing(tmp_path, RED_LEFT_BLUE_TOP, turn=turn))
    assert tuple(color_at(data, x, y) for y in (25, 115) for x in (15, 105)) == corners


def test_nothing_is_drawn_outside_the_rectangle(tmp_path):
    data = drawn(drawing(tmp_path, b"1 0 0 rg 0 0 300 200 re f"))
    assert [color_at(data, 8, 70), color_at(data, 12, 70), color_at(data, 112, 70)] == [
        WHITE,
        RED,
        WHITE,
    ]


def test_same_drawing_is_embedded_once(tmp_path):
    path = drawing(tmp_path, RED_LEFT_BLUE_TOP)
    canvas = Canvas(io.BytesIO(), invariant=True)
    names = {embed(open_picture(path, 10, 10), canvas._doc) for _ in range(2)}
    assert len(names) == 1


def test_same_drawing_gives_the_same_bytes(tmp_path):
    path = drawing(tmp_path, RED_LEFT_BLUE_TOP)
    assert drawn(path) == drawn(path)


def form(content, **entries):
    def make(document):
        return document.make_stream(
            content, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 300, 200]), **entries
        )

    return make


def test_forms_within_are_drawn(tmp_path):
    path = drawing(tmp_path, b"/Inner Do", XObject={"/Inner": form(RED_LEFT_BLUE_TOP)})
    assert color_at(drawn(path), 15, 25) == RED


def test_only_what_is_drawn_comes_along(tmp_path):
    def secret(document):
        made = form(b"0 g 1 1 1 1 re f")(document)
        made.SecretOfTheHost = pikepdf.String("not for print")
        return made

    path = drawing(
        tmp_path,
        b"/OC /Layer BDC " + RED_LEFT_BLUE_TOP + b" EMC",
        XObject={"/Unused": secret},
        Properties={"/Layer": lambda document: document.make_indirect(Dictionary(Type=Name.OCG))},
    )
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        page = document.pages[0]
        page.Annots = Array(
            [Dictionary(Type=Name.Annot, Subtype=Name.Link, A=Dictionary(S=Name.JavaScript, JS=""))]
        )
        page.PieceInfo = Dictionary(SecretOfTheEditor=True)
        document.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="app.alert(1)")
        document.save(path)
    data = drawn(path)
    with pikepdf.open(io.BytesIO(data)) as document:
        file = io.BytesIO()
        document.save(file, qdf=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    found = [
        word
        for word in (b"JavaScript", b"Secret", b"OCG", b"BDC", b"Annot", b"PieceInfo")
        if word in file.getvalue()
    ]
    assert found == []
    assert color_at(data, 15, 25) == RED


def test_gray_is_ink_of_one_kind(tmp_path):
    path = drawing(tmp_path, b"0 0 0 rg .5 .5 .5 RG 0 0 300 200 re B 0.2 0.3 0.4 rg")
    with pikepdf.open(path) as document:
        read = instructions.read_instructions(document.pages[0])
    assert read.data.split(b"\n") == [
        b"0 g",
        b"0.5 G",
        b"0 0 300 200 re",
        b"B",
        b"0.2 0.3 0.4 rg",
    ]


def test_text_objects_that_show_nothing_need_no_font(tmp_path):
    font = lambda _: Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Times)  # noqa: E731 - short enough
    path = drawing(tmp_path, b"BT /F1 12 Tf ET " + RED_LEFT_BLUE_TOP, Font={"/F1": font})
    assert color_at(drawn(path), 15, 25) == RED


def test_font_that_is_not_embedded_is_named(tmp_path):
    font = lambda _: Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Times)  # noqa: E731 - short enough
    path = drawing(tmp_path, b"BT /F1 12 Tf (Logo) Tj ET", Font={"/F1": font})
    with pytest.raises(RenderError, match=r"logo\.pdf: the font Times is not in it; save it anew"):
        drawn(path)


@pytest.mark.parametrize(
    "content",
    [b"Q 0 g", b"/x foo", b"99999999999 0 m"],
    ids=["too many restored", "no operator", "too far"],
)
def test_content_that_readers_would_stumble_over_is_refused(tmp_path, content):
    with pytest.raises(RenderError, match=r"logo\.pdf: it is damaged"):
        drawn(drawing(tmp_path, content))


def test_state_that_is_left_open_is_closed(tmp_path):
    path = drawing(tmp_path, b"q q 1 0 0 rg 0 0 300 200 re f")
    with pikepdf.open(path) as document:
        read = instructions.read_instructions(document.pages[0])
    assert read.data.split().count(b"Q") == 2


def test_form_that_contains_itself_is_refused(tmp_path):
    def loop(document):
        made = form(b"/Loop Do")(document)
        made.Resources = Dictionary(XObject=Dictionary({"/Loop": made}))
        return made

    with pytest.raises(RenderError, match="it contains itself"):
        drawn(drawing(tmp_path, b"/Loop Do", XObject={"/Loop": loop}))


def test_forms_that_multiply_are_refused(tmp_path):
    def laughs(document):
        made = form(b"0 0 1 1 re f")(document)
        for _ in range(25):
            inner = Dictionary(XObject=Dictionary({"/Ha": made}))
            made = form(b"/Ha Do /Ha Do /Ha Do", Resources=inner)(document)
        return made

    with pytest.raises(RenderError, match="it is too detailed"):
        drawn(drawing(tmp_path, b"/Ha Do", XObject={"/Ha": laughs}))


def test_content_that_unpacks_to_far_too_much_is_refused_before_it_does(tmp_path):
    path = drawing(tmp_path, b"0 g")
    squeezer = zlib.compressobj(9)
    bomb = b"".join(squeezer.compress(bytes(1_000_000)) for _ in range(300)) + squeezer.flush()
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        document.pages[0].Contents.write(bomb, filter=Name.FlateDecode)
        document.save(path, compress_streams=False)
    assert path.stat().st_size < 400_000
    tracemalloc.start()
    with pytest.raises(RenderError, match=r"logo\.pdf: it is damaged"):
        drawn(path)
    assert tracemalloc.get_traced_memory()[1] < 100_000_000
    tracemalloc.stop()


def test_limits_of_others_stay_as_they_were(tmp_path):
    before = pikepdf.settings.get_qpdf_limits()
    drawn(drawing(tmp_path, RED_LEFT_BLUE_TOP))
    assert pikepdf.settings.get_qpdf_limits() == before


def test_too_long_a_drawing_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(instructions, "_LARGEST", 40)
    with pytest.raises(RenderError, match="it is too detailed"):
        drawn(drawing(tmp_path, RED_LEFT_BLUE_TOP))


def test_too_many_objects_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(transplant, "_MOST_OBJECTS", 1)
    forms = {f"/F{at}": form(b"0 g") for at in range(3)}
    with pytest.raises(RenderError, match="it is too detailed"):
        drawn(drawing(tmp_path, b"/F0 Do /F1 Do /F2 Do", XObject=forms))


def test_nesting_without_end_is_refused(tmp_path):
    def deep(_):
        thing = Array([1])
        for _ in range(45):
            thing = Array([thing])
        return Dictionary(Deep=thing)

    with pytest.raises(RenderError, match="it is nested too deeply"):
        drawn(drawing(tmp_path, b"/S gs", ExtGState={"/S": deep}))


def image(**entries):
    def make(document):
        given = {"Width": 2, "Height": 1, "BitsPerComponent": 8, "ColorSpace": Name.DeviceGray}
        kind = {"Type": Name.XObject, "Subtype": Name.Image}
        return document.make_stream(b"\x00\xff", **{**kind, **given, **entries})

    return make


def test_pictures_within_are_drawn(tmp_path):
    path = drawing(tmp_path, b"100 0 0 100 20 30 cm /Im Do", XObject={"/Im": image()})
    data = drawn(path)
    assert (color_at(data, 15, 70), color_at(data, 105, 70)) == ((0, 0, 0), WHITE)


@pytest.mark.parametrize(
    ("entries", "message"),
    [
        ({"Width": 60_000, "Height": 60_000}, "a picture in it is too large"),
        ({"F": pikepdf.String("/etc/passwd")}, "part of it is in another file"),
    ],
)
def test_picture_that_is_not_what_it_seems_is_refused(tmp_path, entries, message):
    path = drawing(tmp_path, b"/Im Do", XObject={"/Im": image(**entries)})
    with pytest.raises(RenderError, match=message):
        drawn(path)


def objects(path):
    """The objects of a document in which a logo is drawn, and the form it has become."""
    document = pikepdf.open(io.BytesIO(drawn(path)))
    forms = [
        thing
        for thing in document.objects
        if isinstance(thing, pikepdf.Stream) and thing.get(Name.Subtype) == Name.Form
    ]
    outermost = next(thing for thing in forms if "/Matrix" in thing)
    return document, outermost


def test_what_is_shared_stays_shared(tmp_path):
    path = drawing(tmp_path, b"/A gs /B gs")
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        shared = document.make_indirect(Dictionary(Type=Name.ExtGState, LW=3))
        document.pages[0].Resources = Dictionary(ExtGState=Dictionary(A=shared, B=shared))
        document.save(path)
    document, outermost = objects(path)
    with document:
        states = outermost.Resources.ExtGState
        assert states.A.objgen == states.B.objgen != (0, 0)


def test_values_of_every_kind_come_over_as_they_are(tmp_path):
    values = Dictionary(
        Whole=12,
        Broken=pikepdf.Real("0.125"),
        Text=pikepdf.String("(a) \\ ü"),
        Bytes=pikepdf.String(b"\xff\x00)"),
        Yes=True,
        Nothing=Array([None, False]),
        Sign=Name("/a b"),
        Nested=Dictionary(Row=Array([1, Array([2])])),
    )
    path = drawing(tmp_path, b"/S gs", ExtGState={"/S": lambda _: values})
    document, outermost = objects(path)
    with document:
        assert values == outermost.Resources.ExtGState.S


def test_group_of_the_page_is_kept(tmp_path):
    path = drawing(tmp_path, b"0 g")
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        document.pages[0].Group = Dictionary(S=Name.Transparency, I=True)
        document.save(path)
    document, outermost = objects(path)
    with document:
        assert outermost.Group == Dictionary(S=Name.Transparency, I=True)


def test_form_without_resources_uses_those_of_the_page(tmp_path):
    path = drawing(
        tmp_path,
        b"/Outer Do",
        XObject={"/Outer": form(b"100 0 0 100 20 30 cm /Im Do"), "/Im": image()},
    )
    assert color_at(drawn(path), 15, 70) == (0, 0, 0)


def test_patterns_are_drawn(tmp_path):
    def tiles(document):
        return document.make_stream(
            b"1 0 0 rg 0 0 10 10 re f",
            PatternType=1,
            PaintType=1,
            TilingType=1,
            BBox=Array([0, 0, 10, 10]),
            XStep=10,
            YStep=10,
            Resources=Dictionary(),
        )

    path = drawing(tmp_path, b"/Pattern cs /T scn 0 0 300 200 re f", Pattern={"/T": tiles})
    assert color_at(drawn(path), 50, 70) == RED


def test_fonts_made_of_drawings_are_drawn(tmp_path):
    def letters(document):
        square = document.make_stream(b"1000 0 0 0 1000 1000 d1 0 0 1000 1000 re f")
        return document.make_indirect(
            Dictionary(
                Type=Name.Font,
                Subtype=Name.Type3,
                FontBBox=Array([0, 0, 1000, 1000]),
                FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
                CharProcs=Dictionary(a=square),
                Encoding=Dictionary(Differences=Array([97, Name("/a")])),
                FirstChar=97,
                LastChar=97,
                Widths=Array([1000]),
                Resources=Dictionary(),
            )
        )

    path = drawing(tmp_path, b"1 0 0 rg BT /F 90 Tf 20 30 Td (a) Tj ET", Font={"/F": letters})
    assert color_at(drawn(path), 50, 50) == RED


def test_content_in_pieces_is_one(tmp_path):
    path = drawing(tmp_path, b"")
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        pieces = (b"1 0 0 rg 0 0", b"300 200 re f")
        document.pages[0].Contents = Array([document.make_stream(piece) for piece in pieces])
        document.save(path)
    assert color_at(drawn(path), 50, 50) == RED


def test_locked_pdf_is_refused(tmp_path):
    path = drawing(tmp_path, b"0 g")
    for user in ("", "password"):
        with pikepdf.open(path) as document:
            document.save(tmp_path / "locked.pdf", encryption=pikepdf.Encryption("owner", user))
        with pytest.raises(RenderError, match=r"locked\.pdf: it is locked"):
            open_picture(tmp_path / "locked.pdf", 10, 10)


def test_pdf_without_a_page_is_refused(tmp_path):
    with pikepdf.new() as document:
        document.save(tmp_path / "none.pdf")
    with pytest.raises(RenderError, match="it is damaged"):
        open_picture(tmp_path / "none.pdf", 10, 10)


@pytest.mark.parametrize(
    ("box", "message"),
    [((0, 0, 30_000, 30_000), "30000 × 30000 points"), ((0, 0, 300, 1), "a mere line")],
)
def test_page_of_impossible_size_is_refused(tmp_path, box, message):
    path = drawing(tmp_path, b"0 g", box=box)
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        document.pages[0].mediabox = list(box)
        document.save(path)
    with pytest.raises(RenderError, match=message):
        open_picture(path, 10, 10)


@pytest.mark.parametrize("content", [b"%PDF-1.7", b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF"])
def test_file_that_only_says_it_is_a_pdf_is_refused(tmp_path, content):
    (tmp_path / "logo.pdf").write_bytes(content)
    with pytest.raises(RenderError, match=r"logo\.pdf: it is damaged"):
        open_picture(tmp_path / "logo.pdf", 10, 10)


def test_half_a_pdf_is_refused_or_drawn_but_never_a_surprise(tmp_path):
    whole = drawing(tmp_path, RED_LEFT_BLUE_TOP).read_bytes()
    path = tmp_path / "half.pdf"
    for length in range(0, len(whole), 37):
        path.write_bytes(b"%PDF-1.7\n" + whole[9:length])
        try:
            drawn(path)
        except RenderError as error:
            assert "half.pdf: " in str(error)  # noqa: PT017 - whether it fails is not the question
