"""What every fact is built on: frozen models whose fields are declared public or private."""

from __future__ import annotations

from enum import Enum
from functools import cache, cached_property
from operator import is_
from typing import TYPE_CHECKING, Annotated, Any, Final, Self, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints

from programkit.model.fielddocs import field_docs

if TYPE_CHECKING:
    from pydantic import GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import CoreSchema


class Unknown(Enum):
    """A value that is not known yet, on purpose."""

    TBD = "TBD"

    def __repr__(self) -> str:
        """As it is written in files."""
        return "TBD"


TBD: Final = Unknown.TBD
"""To be decided: kept by the model, counted by checks, filled by the solver, worded by outputs."""


class Visibility(Enum):
    """Whether a field may reach a public output."""

    PUBLIC = "public"
    PRIVATE = "private"


_T = TypeVar("_T")
Public = Annotated[_T, Visibility.PUBLIC]
"""A field that readers of the outputs may see."""
Private = Annotated[_T, Visibility.PRIVATE]
"""A field for the organizers only: it never reaches a public output."""

OrTBD = Annotated[
    _T | Unknown, BeforeValidator(lambda value: TBD if value is None or value == "TBD" else value)
]
"""A value, or that it is to be decided: nothing, and the letters TBD, mean the latter."""

ID_PATTERN = r"^[^\s\x00-\x1f\x7f]+$"
Id = Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=ID_PATTERN)]
"""The organizer's own name for a thing: any characters but white space and controls."""


class Frozen(BaseModel):
    """An immutable model that refuses unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Describe fields by the docstrings below them."""
        made = handler(core_schema)
        told = field_docs(cls)
        properties = handler.resolve_ref_schema(made).get("properties", {})
        for name, field in cls.model_fields.items():
            if name in told and (known := properties.get(field.alias or name)) is not None:
                known.setdefault("description", told[name])
        return made

    def replace(self, **changes: Any) -> Self:  # noqa: ANN401 - any field, validated below
        """A copy with some fields changed, validated anew.

        Raises:
            pydantic.ValidationError: A changed field has the wrong type or is unknown.
        """
        fields = {name: getattr(self, name) for name in type(self).model_fields}
        return type(self).model_validate({**fields, **changes})


class Model(Frozen):
    """A fact. Every field is declared ``Public[…]`` or ``Private[…]``."""

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:  # noqa: ANN401 - pydantic's signature
        """Refuse a field of which nobody said whether the public may see it."""
        super().__pydantic_init_subclass__(**kwargs)
        for name in cls.model_fields:
            cls.visibility(name)

    @classmethod
    def visibility(cls, name: str) -> Visibility:
        """Whether a field is public or private.

        Raises:
            TypeError: The field does not say.
        """
        declared = [m for m in cls.model_fields[name].metadata if isinstance(m, Visibility)]
        if len(declared) != 1:
            raise TypeError(f"{cls.__name__}.{name} must be declared Public[…] or Private[…]")
        return declared[0]

    def public(self) -> Self:
        """The public projection: private fields at their defaults, recursively.

        What has nothing to hide is its own projection: of a thousand talks few have to be copied.
        """
        projected = self._projection
        return self if projected is None else projected

    @cached_property
    def _projection(self) -> Self | None:
        """Kept: of a thousand talks few change between two builds. None where it is the same."""
        fields, model = self._public_fields(), type(self)
        same = all(getattr(self, name) is value for name, value in fields.items())
        if same and all(
            getattr(self, name) == usual for name, usual in _usual(model, tuple(fields))
        ):
            return None
        return model.model_validate(fields, context=self)

    def _public_fields(self) -> dict[str, Any]:
        return {name: _projected(getattr(self, name)) for name in _shown(type(self))}


@cache
def _shown(model: type[Model]) -> tuple[str, ...]:
    """The public fields of a model."""
    public = Visibility.PUBLIC
    return tuple(name for name in model.model_fields if model.visibility(name) is public)


@cache
def _usual(model: type[Model], shown: tuple[str, ...]) -> tuple[tuple[str, Any], ...]:
    """The fields that are not shown, with their defaults."""
    hidden = model.model_fields.keys() - set(shown)
    fields = ((name, model.model_fields[name]) for name in hidden)
    return tuple((name, field.get_default(call_default_factory=True)) for name, field in fields)


def _projected(value: Any) -> Any:  # noqa: ANN401 - a field's value, whatever it is
    if type(value) is str:  # as most are
        return value
    if isinstance(value, Model):
        return value.public()
    if isinstance(value, tuple):
        projected = tuple(map(_projected, value))
        return value if all(map(is_, projected, value)) else projected
    return value
