"""Tests of what the docstrings below fields say."""

from pydantic import Field, create_model

from programkit.model.base import Frozen
from programkit.model.fielddocs import field_docs


class Base(Frozen):
    """A model."""

    first: int = 1
    """What comes
    first."""
    second: int = 2
    third: int = Field(3, description="Said otherwise.")
    """Not said."""

    def method(self) -> str:
        """Not a field's."""
        return ""


class Derived(Base):
    first: int = 4
    second: int = 5
    """What comes second."""
    named: int = Field(6, alias="called")
    """What has another name."""


def test_docstrings_below_fields_are_found_and_inherited():
    assert field_docs(Derived) == {
        "first": "What comes\nfirst.",
        "second": "What comes second.",
        "third": "Not said.",
        "named": "What has another name.",
    }


def test_class_without_a_source_says_nothing():
    assert field_docs(create_model("Made", __base__=Frozen, field=int)) == {}


def test_schema_describes_fields_by_their_docstrings():
    properties = Derived.model_json_schema()["properties"]
    told = {name: field.get("description") for name, field in properties.items()}
    assert told == {
        "first": "What comes\nfirst.",
        "second": "What comes second.",
        "third": "Said otherwise.",
        "called": "What has another name.",
    }
