"""The JSON Schema of ``booklet.yaml``: a theme's fields, and what the file says beside them."""

from __future__ import annotations

import re
from typing import Any, Final

from pydantic import TypeAdapter

from programkit.paper.look.theme import Theme
from programkit.paper.look.themes import THEMES
from programkit.paper.parts import PARTS
from programkit.paper.printing.imposition import Imposition

Schema = dict[str, Any]

OWN_KEYS: Final = ("theme", "parts", "posters", "print", "archive")
"""What the file says beside the fields of a theme."""
SIZE: Final = re.compile(r"\s*([0-9.]+)\s*[x×]\s*([0-9.]+)\s*(?:mm)?\s*")
"""The size of a page in a short form: ``120 x 190``."""
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_REF = "#/$defs/{model}"


def design_schema() -> Schema:
    """The schema, for editors."""
    schema = Theme.model_json_schema(ref_template=_REF)
    definitions: Schema = schema["$defs"]
    parts = [{"enum": list(PARTS)}, *(_part(name, definitions) for name in PARTS)]
    sheets = Imposition.model_json_schema(ref_template=_REF)
    definitions.update({**sheets.pop("$defs", {}), "Imposition": sheets})
    listed = [{"type": "string"}, {"type": "array", "items": {"anyOf": parts}}]
    own: Schema = {
        "theme": {"enum": list(THEMES), "description": "The theme that the rest changes."},
        "parts": {"description": "What the booklet has, in order.", "anyOf": listed},
        "posters": {"description": "What is made for walls, in order.", "anyOf": listed},
        "print": {
            "description": "How pages are put on sheets for a printer.",
            "anyOf": [{"$ref": "#/$defs/Imposition"}, {"type": ["boolean", "null"]}],
        },
        "archive": {"type": "boolean", "description": "Whether a PDF/A file is made as well."},
    }
    size = {"type": "string", "pattern": f"^{SIZE.pattern}$"}
    schema["properties"]["page"]["anyOf"].append(size)
    schema["properties"] = {**own, **schema["properties"]}
    schema.update(title="programkit booklet", description="How a booklet looks and what it has.")
    return {"$schema": _DIALECT, **schema}


def _part(name: str, definitions: Schema) -> Schema:
    """A part with what it is told."""
    told = TypeAdapter(PARTS[name]).json_schema(ref_template=_REF)
    definitions.update(told.pop("$defs", {}))
    definitions[f"part {name}"] = {**told, "additionalProperties": False}
    choices = [{"$ref": f"#/$defs/part {name}"}, {"type": "null"}]
    return {
        "type": "object",
        "properties": {name: {"anyOf": choices}},
        "additionalProperties": False,
        "minProperties": 1,
    }
