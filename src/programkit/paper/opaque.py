"""Pages without transparency, for PDF/A-1: soft edges of pictures are mixed with white paper."""

from __future__ import annotations

from pikepdf import Dictionary, Name, Object, Pdf, PdfError, PdfImage, Stream
from pikepdf.models.image import UnsupportedImageTypeError
from PIL import Image, ImageChops

from programkit.errors import RenderError
from programkit.paper.dictionaries import dictionaries, drop

_OPAQUE = 1
_PLAIN_MODES = {"/Normal", "/Compatible"}


def make_opaque(document: Pdf) -> None:
    """Take the transparency out of a document.

    Where a picture is quite transparent, what is below it still shows.

    Raises:
        RenderError: A drawing is partly transparent, or a picture cannot be taken apart.
    """
    for thing in list(dictionaries(document)):
        if isinstance(thing, Stream) and thing.get(Name.Subtype) == Name.Image:
            soft = thing.get(Name.SMask)
            if isinstance(soft, Stream):
                _flatten(document, thing, soft)
        elif thing.get(Name.Group, Dictionary()).get(Name.S) == Name.Transparency:
            del thing[Name.Group]
        if isinstance(thing, Dictionary) and _blends(thing):
            raise RenderError(
                "PDF/A-1 cannot have drawings that are partly transparent; give the logo in full "
                "colors, or as a PNG file"
            )


def _blends(state: Dictionary) -> bool:
    """Whether a graphics state lets what is below shine through."""
    opacities = (state.get(key, _OPAQUE) for key in ("/ca", "/CA"))
    if any(not isinstance(value, Object) and value != _OPAQUE for value in opacities):
        return True
    is_state = state.get(Name.Type) == Name.ExtGState
    mask = is_state and isinstance(state.get(Name.SMask), Dictionary)
    return mask or (is_state and str(state.get(Name.BM, "/Normal")) not in _PLAIN_MODES)


def _flatten(document: Pdf, picture: Stream, soft: Stream) -> None:
    try:
        image = PdfImage(picture).as_pil_image()
        mask = PdfImage(soft).as_pil_image().convert("L")
    except (PdfError, UnsupportedImageTypeError, NotImplementedError, OSError) as error:
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
