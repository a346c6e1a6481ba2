"""One value or several: what files may give without a list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from pydantic_core import core_schema

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class _OneAlone:
    """Lets one value stand for a list of it, and says so in the schema of files."""

    def __get_pydantic_core_schema__(
        self,
        source: object,
        handler: GetCoreSchemaHandler,
    ) -> core_schema.CoreSchema:
        """Put a list around a value that is none."""
        return core_schema.no_info_before_validator_function(_listed, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Either what is listed, or a list."""
        several = handler(schema)
        return {"anyOf": [several["items"], several]}


def _listed(given: Any) -> Any:  # noqa: ANN401 - whatever stood in the file
    return given if isinstance(given, list | tuple) else (given,)


Several = Annotated[tuple[_T, ...], _OneAlone()]
"""Values, of which one alone may be given without a list."""
