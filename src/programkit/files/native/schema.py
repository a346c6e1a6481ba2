"""The JSON Schema of ``conference.yaml``: the models, and the short forms that are read as well."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from programkit.files.native.fieldshapes import FieldShape, shapes_of
from programkit.files.native.shapes import converted
from programkit.files.native.shortforms import ALIASES, ITEMS, STRINGS
from programkit.model.base import Frozen
from programkit.model.conference import Conference, Requirement
from programkit.model.contributions import At
from programkit.model.days import Slot
from programkit.model.interval import Interval
from programkit.model.series import Series

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_WORD: Schema = {"type": ["string", "number", "boolean", "null"]}
_BLANK: Schema = {"type": "null"}
_REQUIRED = {"Ignore": ["code", "reason"], "Alternative": ["field", "value"]}
_ONLY_HERE: Schema = {
    "extends": {
        "type": "string",
        "description": "A file of the same folder that this one changes.",
    },
    "dates": {"type": "string", "description": "First and last day: 29 Sep – 3 Oct 2024."},
    "year": {"type": "integer", "description": "Year of dates that state none."},
    "unplace": {
        "description": "Talks to take out of their fixed places: all, or ids.",
        "anyOf": [{"const": "all"}, {"type": "array", "items": {"type": "string"}}],
    },
}


def schema_of(requirements: Mapping[str, Schema]) -> Schema:
    """The schema, with the rules that may be stated under ``requirements``.

    Args:
        requirements: The JSON Schema of each rule's fields, by the rule's code.
    """
    made = Series.model_json_schema(ref_template="#/$defs/{model}")
    definitions: Schema = made["$defs"]
    models = _models(Series)
    for model in models:
        found = made if model is Series else definitions.get(model.__name__)
        if found is not None:
            _loosen(model, found)
    definitions["Requirement"] = _requirement(requirements, definitions)
    for word, model in ITEMS.items():
        definitions[model.__name__]["properties"][word] = _WORD
    for name in ("folder", "sources", "findings", "times"):
        made["properties"].pop(name, None)
    made["properties"].update(_ONLY_HERE)
    made["anyOf"] = [{"required": ["title"]}, {"required": ["extends"]}]
    made["title"] = "programkit conference"
    return {"$schema": DIALECT, **made}


def _models(root: type[Frozen]) -> list[type[Frozen]]:
    """The model and all that its fields hold, each once."""
    found: list[type[Frozen]] = []
    waiting = [root]
    while waiting:
        model = waiting.pop()
        if model not in found:
            found.append(model)
            waiting.extend(inner for shape in shapes_of(model).values() for inner in shape.models)
    return found


def _loosen(model: type[Frozen], schema: Schema) -> None:
    """Allow the short forms of a model's fields, and other words for them."""
    properties: Schema = schema["properties"]
    for name, shape in shapes_of(model).items():
        properties[name] = _field(model, name, shape, properties[name])
    base = Conference if model is Series else model
    for alias, name in ALIASES.get(base, {}).items():
        if name in properties:
            properties[alias] = properties[name]
    if "start" in properties:
        properties["time"] = {"type": "string", "description": "Start, or start–end: 8:30–9:20."}
    if "id" in properties or "date" in properties:
        properties["drop"] = {"type": "boolean", "description": "In a variant: take it out."}
    required = _REQUIRED.get(model.__name__)
    schema.pop("required", None)
    if required:
        schema["required"] = required


def _field(model: type[Frozen], name: str, shape: FieldShape, strict: Schema) -> Schema:
    """What one field takes."""
    kept: Schema = {key: strict[key] for key in ("description", "default") if key in strict}
    if name == "given" and model is Requirement:
        return kept
    choices = _choices(model, name, shape, strict)
    return {**kept, "anyOf": choices} if len(choices) > 1 else {**kept, **choices[0]}


def _choices(model: type[Frozen], name: str, shape: FieldShape, strict: Schema) -> list[Schema]:
    refs: list[Schema] = [{"$ref": f"#/$defs/{inner.__name__}"} for inner in shape.models]
    texts = [_WORD] if not shape.models or _has_text(shape) else []
    if shape.many:
        inner: Schema = {"anyOf": [*refs, *texts, *_inline(name)]}
        table = {"type": "string", "pattern": r"\.(csv|tsv|xlsx)$"}
        mapping = [{"type": "object"}] if name == "alternatives" else []
        return [{"type": "array", "items": inner}, *refs, *(texts or [table]), *mapping, _BLANK]
    if shape.models:
        return [*refs, _BLANK]
    if shape.unknown or converted(model, name) or "$ref" not in str(strict):
        return [_WORD, *_inline(name)]
    return [{key: value for key, value in strict.items() if key != "description"}, _BLANK]


def _has_text(shape: FieldShape) -> bool:
    return any(model in STRINGS or model in {At, Slot, Interval} for model in shape.models)


def _inline(name: str) -> list[Schema]:
    kinds = {"speakers": "Person", "chairs": "Person", "person": "Person"}
    kinds["affiliations"] = "Affiliation"
    return [{"$ref": f"#/$defs/{kinds[name]}"}] if name in kinds else []


def _requirement(requirements: Mapping[str, Schema], definitions: Schema) -> Schema:
    """One rule an entry: its code, and what it is told, as its fields or in a short form."""
    properties: Schema = {}
    for code, schema in sorted(requirements.items()):
        for name, definition in schema.pop("$defs", {}).items():
            definitions.setdefault(name, definition)
        short = [{"type": ["array", "string", "number", "boolean", "null"]}]
        about = {"description": schema["description"]} if "description" in schema else {}
        properties[code] = {**about, "anyOf": [schema, *short]}
    one = {
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
        "minProperties": 1,
        "maxProperties": 1,
    }
    return {"anyOf": [one, {"type": "string", "enum": sorted(requirements)}]}
