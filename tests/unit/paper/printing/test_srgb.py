"""The profile is judged by littlecms, which knows sRGB by itself."""

import io
import itertools
import struct

import pytest
from PIL import Image, ImageCms

from programkit.paper.printing.srgb import srgb_profile


@pytest.fixture(scope="module")
def profile():
    return ImageCms.ImageCmsProfile(io.BytesIO(srgb_profile()))


def test_it_is_a_display_profile_of_the_second_version(profile):
    inside = profile.profile
    assert (inside.version, inside.device_class, inside.xcolor_space, inside.connection_space) == (
        2.1,
        "mntr",
        "RGB ",
        "XYZ ",
    )


def test_it_says_how_long_it_is():
    data = srgb_profile()
    assert struct.unpack_from(">I", data)[0] == len(data) < 4096


def test_its_tags_do_not_overlap_and_begin_at_multiples_of_four():
    data = srgb_profile()
    count = struct.unpack_from(">I", data, 128)[0]
    entries = {struct.unpack_from(">II", data, 132 + 12 * at + 4) for at in range(count)}
    spans = sorted((start, start + length) for start, length in entries)
    assert all(start % 4 == 0 for start, _ in spans)
    assert all(end <= start for (_, end), (start, _) in itertools.pairwise(spans))
    assert spans[-1][1] <= len(data)


def test_littlecms_takes_it_for_the_srgb_that_it_makes_itself(profile):
    steps = (0, 1, 8, 31, 64, 127, 128, 200, 254, 255)
    colors = bytes(itertools.chain.from_iterable(itertools.product(steps, repeat=3)))
    image = Image.frombytes("RGB", (len(colors) // 3, 1), colors)
    converted = ImageCms.profileToProfile(image, profile, ImageCms.createProfile("sRGB"))
    pairs = zip(colors, converted.tobytes(), strict=True)
    assert max(abs(before - after) for before, after in pairs) <= 1
