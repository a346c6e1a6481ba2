"""Every field of every kind of fact is written and read: with all of them, and with any left out."""

import tempfile

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError
from tests.facts import COUNTED, whole, whole_series

from programkit.errors import ConferenceError
from programkit.files.native.fieldshapes import shapes_of
from programkit.files.native.saving import files_of
from programkit.loading import load, save
from programkit.model.base import Frozen
from programkit.model.conference import Requirement
from programkit.model.days import Block, Break, Marker, Session
from programkit.model.series import Series

SAID_OTHERWISE = {(kind, "type") for kind in (Session, Block, Break, Marker)} | {
    (Requirement, "source")
}
"""Which kind of item it is, and where a requirement stands, is said by the file itself."""
NOT_FACTS = {"folder", "sources", "findings", "times", "venue_map", "logo"}
"""What is not written, and pictures, which must be there: tests of loading have them."""
KEPT = {
    "affiliations",
    "date",
    "days",
    "id",
    "items",
    "people",
    "rooms",
    "sessions",
    "talks",
    "tracks",
}
"""What others name."""


def kinds(model):
    """A model and all that its fields hold."""
    found, waiting = [], [model]
    while waiting:
        kind = waiting.pop()
        if kind not in found:
            found.append(kind)
            waiting += [inner for shape in shapes_of(kind).values() for inner in shape.models]
    return found


def given_fields(value):
    """The fields of the models in a value that differ from their defaults."""
    if isinstance(value, tuple):
        return set().union(*map(given_fields, value))
    if not isinstance(value, Frozen):
        return set()
    fields = {name: getattr(value, name) for name in type(value).model_fields}
    own = {
        (type(value), name)
        for name, is_ in fields.items()
        if is_ != type(value).model_fields[name].default
    }
    return own.union(*map(given_fields, fields.values()))


def test_whole_facts_give_every_field():
    every = {
        (kind, name)
        for kind in kinds(Series)
        for name in kind.model_fields
        if name not in NOT_FACTS
    }
    series = whole_series(), whole_series(recurrence=COUNTED)

    assert given_fields(series) - SAID_OTHERWISE == every - SAID_OTHERWISE


@pytest.mark.parametrize("make", [whole, whole_series])
def test_whole_facts_load_as_they_were_saved(make, tmp_path):
    facts = make()
    save(facts, tmp_path)
    loaded = load(tmp_path)

    assert type(loaded) is type(facts)
    assert loaded.model_dump() == facts.model_dump()
    assert files_of(loaded) == files_of(facts)


@st.composite
def thinned(draw, value):
    """The same without some of the fields that can be left out, unless it cannot be without."""
    if isinstance(value, tuple):
        return tuple(draw(thinned(item)) for item in value)
    if not isinstance(value, Frozen):
        return value
    fields = {}
    for name, info in type(value).model_fields.items():
        if info.is_required() or name in KEPT or draw(st.integers(0, 2)):
            fields[name] = draw(thinned(getattr(value, name)))
    try:
        return type(value).model_validate(fields)
    except (ValidationError, ConferenceError):
        return value


@settings(max_examples=20, phases=[Phase.generate])
@given(st.sampled_from([whole, whole_series]).flatmap(lambda make: thinned(make())))
def test_any_part_of_the_facts_loads_as_it_was_saved(facts):
    with tempfile.TemporaryDirectory() as folder:
        save(facts, folder)
        loaded = load(folder)

    assert loaded.model_dump() == facts.model_dump()
    assert files_of(loaded) == files_of(facts)
