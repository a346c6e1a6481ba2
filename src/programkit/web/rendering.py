"""How Jinja calls and prints for us: the same, and a third faster.

A page calls hundreds of macros and prints a thousand values. Jinja asks of everything called
whether it wants the context, and of everything printed in two functions of its own whether it is
text: nothing of ours wants the context, and one function prints.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, MutableMapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from programkit.model.base import Unknown
from programkit.text.characters import clean


@lru_cache(maxsize=1 << 12)
def _escaped(text: str) -> str:
    """Safe in HTML; many texts are printed on every page."""
    return str(escape(clean(text)))


def shown(value: Any) -> Any:  # noqa: ANN401 - whatever a template prints
    """Texts without the characters that HTML cannot hold; templates print nothing but texts."""
    if type(value) is Markup:
        return value
    if value is None or isinstance(value, Unknown):
        raise TypeError("an unknown must be worded, not printed")
    return clean(value) if isinstance(value, str) else value


def printed(value: Any) -> str:  # noqa: ANN401 - whatever a template prints
    """The same as HTML: what Jinja makes by ``escape(shown(value))``."""
    kind = type(value)
    if kind is Markup:
        return value  # type: ignore[no-any-return] # Markup is text
    return _escaped(value) if kind is str else str(escape(shown(value)))


_called: Callable[..., Any] = operator.call


class _Context(Context):
    call: Any = staticmethod(_called)  # Jinja's gives functions the context if they want it


class _Generator(CodeGenerator):
    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ANN401 - private to Jinja
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.printed(" + ("(" if finalize.src is not None else ""))

    def visit_Call(  # noqa: N802 - named after the node
        self,
        node: nodes.Call,
        frame: Frame,
        forward_caller: bool = False,  # noqa: FBT001, FBT002 - as Jinja has it
    ) -> None:
        """Write a call without the variables around it, which only the context reads."""
        sandboxed = self.environment.sandboxed
        self.write("environment.call(context, " if sandboxed else "context.call(")
        self.visit(node.node, frame)
        self.signature(node, frame, {"caller": "caller"} if forward_caller else None)
        self.write(")")


class OwnEnvironment(Environment):
    """For our templates; what they ask for is there, as tests show."""

    getattr = staticmethod(getattr)  # type: ignore[assignment] # not an item, nor undefined

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """What a template knows when it is read; asking a chain for all of it takes longer."""
        return {**self.globals, **(d or {})}

    context_class = _Context
    code_generator_class = _Generator
    printed = staticmethod(printed)


class SandboxedEnvironment(ImmutableSandboxedEnvironment):
    """For templates of a project."""

    folder: Path | None = None
    """Where they are."""
    context_class = _Context
    code_generator_class = _Generator
    printed = staticmethod(printed)
