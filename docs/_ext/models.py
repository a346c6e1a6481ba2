"""Shows models as organizers meet them: every field with its type, its default and who sees it."""

from __future__ import annotations

import re
import types
from enum import Enum
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from sphinx import addnodes

import programkit
from programkit.model.base import Visibility
from programkit.model.fielddocs import field_docs

if TYPE_CHECKING:
    from docutils.nodes import Element, Node
    from pydantic.fields import FieldInfo
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

WORDS = {
    "AwareDatetime": "date and time",
    "Unknown": "TBD",
    "bool": "true or false",
    "int": "whole number",
    "str": "text",
}


def type_in_words(hint: Any) -> str:  # noqa: ANN401 - any annotation
    """A type as a reader of the reference wants it: ``text, or TBD``."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return type_in_words(inner[0])
    if origin in {Union, types.UnionType}:
        known = (each for each in inner if each is not types.NoneType)
        return " or ".join(dict.fromkeys(type_in_words(each) for each in known))
    if origin is Literal:
        return " or ".join(f'"{each}"' for each in inner)
    if origin is tuple:
        return f"list of {type_in_words(inner[0])}"
    name = getattr(hint, "__name__", str(hint))
    return WORDS.get(name, name)


def default_in_words(field: FieldInfo) -> str:
    """What stands for a field that is not given."""
    if field.is_required():
        return "required"
    default = field.get_default(call_default_factory=True, validated_data={})
    if default in (None, "", ()):
        return "empty unless given"
    if isinstance(default, bool):
        return f"{str(default).lower()} unless given"
    return f"``{default.value if isinstance(default, Enum) else default}`` unless given"


def field_of(name: str) -> tuple[FieldInfo | None, str]:
    """The model field with a dotted name, if there is one, and what its docstring says."""
    module_name, class_name, field_name = name.rsplit(".", 2)
    owner = getattr(import_module(module_name), class_name, None)
    if isinstance(owner, type) and issubclass(owner, BaseModel):
        return owner.model_fields.get(field_name), field_docs(owner).get(field_name, "")
    return None, ""


def describe_field(_app: Sphinx, what: str, name: str, *rest: Any) -> None:  # noqa: ANN401 - Sphinx's signature
    """Put type, default and visibility below a field's description."""
    lines: list[str] = rest[-1]
    field, told = field_of(name) if what == "attribute" else (None, "")
    if field is None:
        return
    facts = [type_in_words(field.annotation), default_in_words(field)]
    if Visibility.PRIVATE in field.metadata:
        facts.append("private")
    lines[:] = [
        *(field.description or told).splitlines(),
        "",
        f"*{facts[0]}*; {'; '.join(facts[1:])}",
    ]


def hide_model_signature(
    _app: Sphinx,
    what: str,
    _name: str,
    thing: object,
    *_rest: object,
) -> tuple[str, None] | None:
    """A model's fields are listed below it: its signature would repeat them, less readably."""
    is_model = what == "class" and isinstance(thing, type) and issubclass(thing, BaseModel)
    return ("", None) if is_model else None


def hide_machinery(_app: Sphinx, _what: str, name: str, *_rest: object) -> bool | None:
    """Leave out what pydantic adds to every model."""
    return True if name in {"model_config", "visibility"} else None


def hide_annotation(_app: Sphinx, _domain: str, kind: str, content: Element) -> None:
    """A field's annotation says in code what the line below its description says in words."""
    if kind == "attribute" and content.parent is not None:
        for note in list(content.parent[0].findall(addnodes.desc_annotation)):
            if re.match(r": (Public|Private)", note.astext()):
                note.parent.remove(note)


def find_public_name(
    app: Sphinx, env: BuildEnvironment, node: pending_xref, content: Node
) -> Node | None:
    """Lead a reference to where a thing is written to where it is documented.

    A name that is nobody's business but the code's stays plain text; a misspelled public name,
    ``programkit.slove``, stays a fault.
    """
    target = node.get("reftarget", "")
    name = target.rpartition(".")[2]
    if node.get("refdomain") != "py" or target == f"programkit.{name}":
        return None
    if name in programkit.__all__:
        domain = env.get_domain("py")
        found = domain.resolve_any_xref(
            env, node["refdoc"], app.builder, f"programkit.{name}", node, content
        )
        return found[0][1] if found else content
    return content


def setup(app: Sphinx) -> dict[str, bool]:
    """Connect the functions above to Sphinx."""
    app.connect("autodoc-process-docstring", describe_field, priority=600)  # after napoleon
    app.connect("autodoc-process-signature", hide_model_signature)
    app.connect("autodoc-skip-member", hide_machinery)
    app.connect("object-description-transform", hide_annotation)
    app.connect("missing-reference", find_public_name)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
