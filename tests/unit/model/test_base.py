"""Tests of what every fact is built on."""

import pytest
from pydantic import TypeAdapter, ValidationError

from programkit.model.base import TBD, Id, Model, OrTBD, Private, Public, Visibility
from programkit.model.venue import Room


class Inner(Model):
    shown: Public[str] = "nothing"
    hidden: Private[str] = "nothing"


class Outer(Model):
    inner: Public[Inner] = Inner()
    several: Public[tuple[Inner, ...]] = ()
    number: Public[OrTBD[int]] = TBD
    secret: Private[int] = 0


FULL = Inner(shown="a", hidden="b")


def test_field_without_visibility_is_refused():
    with pytest.raises(TypeError, match=r"Careless\.field must be declared Public\[…\] or Private"):

        class Careless(Model):
            field: str = ""


def test_field_with_two_visibilities_is_refused():
    with pytest.raises(TypeError, match=r"Torn\.field"):

        class Torn(Model):
            field: Public[Private[str]] = ""


def test_visibility_is_as_declared():
    assert {name: Outer.visibility(name) for name in Outer.model_fields} == {
        "inner": Visibility.PUBLIC,
        "several": Visibility.PUBLIC,
        "number": Visibility.PUBLIC,
        "secret": Visibility.PRIVATE,
    }


def test_unknown_is_written_as_tbd():
    assert repr(TBD) == "TBD"


@pytest.mark.parametrize("value", [None, "TBD", TBD])
def test_nothing_and_tbd_mean_unknown(value):
    assert Outer(number=value).number is TBD


def test_known_value_stays_known():
    assert Outer(number=3).number == 3


def test_public_projection_hides_private_fields_at_any_depth():
    whole = Outer(inner=FULL, several=(FULL, FULL), number=3, secret=7)

    shown = Inner(shown="a")
    assert whole.public() == Outer(inner=shown, several=(shown, shown), number=3)


def test_replace_leaves_the_original_alone():
    first = Outer(number=1)

    assert (first.replace(number=2), first.number) == (Outer(number=2), 1)


@pytest.mark.parametrize("changes", [{"number": "many"}, {"unheard": 1}])
def test_replace_validates_anew(changes):
    with pytest.raises(ValidationError):
        Outer().replace(**changes)


def test_model_is_immutable():
    with pytest.raises(ValidationError, match="frozen"):
        Outer().number = 3


@pytest.mark.parametrize("text", ["a", "2024-09-30/1", "λ", "block@room", "x" * 200])
def test_id_without_space_is_accepted(text):
    assert TypeAdapter(Id).validate_python(text) == text


@pytest.mark.parametrize("text", ["", "a b", "a\n", "\ta", "a\x00", "a\x7f", "x" * 201])
def test_id_with_space_or_control_is_refused(text):
    with pytest.raises(ValidationError):
        TypeAdapter(Id).validate_python(text)


def test_what_has_nothing_to_hide_is_its_own_projection():
    one, other = (Room(id="a", name="A") for _ in range(2))

    assert one.public() is one
    assert other.public() is other
    assert one == other
    assert one.replace(notes="x").public() == one
    assert one.replace(notes="x").public() is not one
