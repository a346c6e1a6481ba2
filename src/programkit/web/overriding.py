"""Templates and rules of style of a project, which may have come from a stranger with its facts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from traceback import walk_tb
from typing import Final

from jinja2 import BaseLoader, Environment, TemplateError, TemplateNotFound, TemplateSyntaxError
from jinja2.loaders import split_template_path

from programkit.errors import RenderError

FOLDER: Final = "agenda"
"""The folder of a project that may have templates and rules of style of its own."""


class Overrides(BaseLoader):
    """Finds the templates of a project."""

    def __init__(self, folder: Path) -> None:
        """Take the folder of templates, which lies in that of the project."""
        self.folder = folder

    def get_source(
        self,
        environment: Environment,  # noqa: ARG002 - as Jinja calls it
        template: str,
    ) -> tuple[str, str, Callable[[], bool] | None]:
        """The text of a template and where it was, as Jinja asks for it."""
        path = self.folder.joinpath(*split_template_path(template))
        if not path.is_file():
            raise TemplateNotFound(template)
        try:
            return text_of(self.folder, path), str(path), None
        except RenderError as error:
            raise TemplateSyntaxError(str(error), 1, template, str(path)) from error


def text_of(folder: Path, path: Path) -> str:
    """The text of a file in a project's folder of templates.

    Raises:
        RenderError: It is no text, or a link that leads out of the project.
    """
    if not path.resolve().is_relative_to(folder.parent.resolve()):
        raise RenderError(f"{path} is a link out of the project; copy the file into its folder")
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise RenderError(f"{path} is not UTF-8 text; save it with the encoding UTF-8") from error


def fault_of(error: Exception, name: str, folder: Path) -> RenderError | None:
    """What is wrong with a template of a project, with its line; none if it is not to blame.

    Args:
        error: What went wrong while a page was drawn.
        name: The template of the page, which may use others.
        folder: The project's folder of templates.
    """
    line = _line_in(error, folder)
    if line is None and not isinstance(error, TemplateError):
        return None
    told = getattr(error, "message", "") or str(error) or type(error).__name__
    return RenderError(
        f"the template {line or name} cannot be used: {told}; "
        f"mend it in the project's folder {FOLDER}/, or remove it there to have ours"
    )


def _line_in(error: Exception, folder: Path) -> str | None:
    """The last template of a folder that was at work, and its line; Jinja puts both in traces."""
    lines = [(Path(frame.f_code.co_filename), line) for frame, line in walk_tb(error.__traceback__)]
    ours = [(path, line) for path, line in lines if path.is_relative_to(folder)]
    return f"{ours[-1][0].relative_to(folder)}:{ours[-1][1]}" if ours else None
