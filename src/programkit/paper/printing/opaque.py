"""Pages without transparency, for PDF/A-1: soft edges of pictures are mixed with white paper."""

from __future__ import annotations

from pikepdf import Dictionary, Name, Pdf, PdfError, PdfImage, Stream
from pikepdf.models.image import UnsupportedImageTypeError
from PIL import Image, ImageChops

from programkit.errors import RenderError
from programkit.paper.printing.dictionaries import drop

_OPAQUE = 1
_OF_BLENDING = {"/ca", "/CA", "/BM", "/SMask"}
_PLAIN_MODES = {"/Normal", "/Compatible"}


def make_opaque(document: Pdf, thing: Dictionary | Stream, keys: set[str]) -> None:
    """Take the transparency out of a picture, a page, a drawing or a graphics state.

    Where a picture is quite transparent, what is below it still shows.

    Args:
        document: The document.
        thing: Any dictionary in it.
        keys: Its keys.

    Raises:
        RenderError: A drawing is partly transparent, or a picture cannot be taken apart.
    """
    if "/Group" in keys and thing.Group.get(Name.S) == Name.Transparency:
        del thing[Name.Group]
    if keys & _OF_BLENDING and isinstance(thing, Dictionary) and _blends(thing):
        raise RenderError(
            "PDF/A-1 cannot have drawings that are partly transparent; give the logo in full "
            "colors, or as a PNG file"
        )
    if "/SMask" in keys and isinstance(thing, Stream):
        soft = thing[Name.SMask]
        if isinstance(soft, Stream):
            _flatten(document, thing, soft)


def _blends(state: Dictionary) -> bool:
    """Whether a graphics state, or an annotation, lets what is below shine through."""
    opacities = [state.get(key, _OPAQUE) for key in ("/ca", "/CA")]
    return (
        any(opacity != _OPAQUE for opacity in opacities)
        or isinstance(state.get(Name.SMask), Dictionary)
        or str(state.get(Name.BM, "/Normal")) not in _PLAIN_MODES
    )


def _flatten(document: Pdf, picture: Stream, soft: Stream) -> None:
    try:
        image = PdfImage(picture).as_pil_image()
        mask = PdfImage(soft).as_pil_image().convert("L")
    except (PdfError, UnsupportedImageTypeError, NotImplementedError, OSError, ValueError) as error:
        raise RenderError(
            "PDF/A-1 cannot have transparent pictures, and one cannot be changed; give the logo "
            "as a PNG file"
        ) from error
    image = image.convert("L" if image.mode in {"1", "L"} else "RGB")
    mask = mask.resize(image.size)
    paper = Image.new(image.mode, image.size, "white")
    paper.paste(image, mask=mask)
    drop(picture, "/SMask", "/Decode")
    picture.ColorSpace = Name.DeviceGray if paper.mode == "L" else Name.DeviceRGB
    picture.BitsPerComponent = 8
    picture.Interpolate = False
    picture.write(paper.tobytes())
    nothing = ImageChops.invert(mask.point(lambda alpha: 255 * (alpha > 0))).convert("1")
    picture.Mask = document.make_stream(
        nothing.tobytes(),
        Type=Name.XObject,
        Subtype=Name.Image,
        ImageMask=True,
        BitsPerComponent=1,
        Width=image.width,
        Height=image.height,
    )
