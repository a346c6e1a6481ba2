"""Whatever stands in booklet.yaml, it is a design or a list of faults, never a traceback."""

import json

from hypothesis import given
from hypothesis import strategies as st

from programkit.designing import load_design
from programkit.errors import LoadError
from programkit.paper.look.designschema import OWN_KEYS
from programkit.paper.look.theme import Colors, Fonts, Theme
from programkit.paper.parts import PARTS

WORDS = st.sampled_from(
    [
        *PARTS,
        *Theme.model_fields,
        *Colors.model_fields,
        *Fonts.model_fields,
        "A4",
        "modern",
        "#123456",
    ]
)
PLAIN = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-100, 400),
    st.floats(allow_nan=False),
    WORDS,
    st.text(max_size=5),
)
VALUES = st.recursive(
    PLAIN,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=6,
)
KEYS = st.sampled_from([*OWN_KEYS, *Theme.model_fields]) | st.text(max_size=4)


@given(st.dictionaries(KEYS, VALUES, max_size=6))
def test_settings_are_read_or_refused_with_their_lines(tmp_path_factory, settings):
    folder = tmp_path_factory.mktemp("project")
    (folder / "booklet.yaml").write_text(json.dumps(settings, indent=1), encoding="utf-8")
    design, faults = read(folder)
    assert (design is None) is bool(faults)
    assert all(fault.file.endswith("booklet.yaml") and fault.line for fault in faults)
    assert design is None or all(part.name in PARTS for part in design.parts)


def read(folder):
    """The design, or what is wrong with it."""
    try:
        return load_design(folder), ()
    except LoadError as error:
        return None, error.faults
