"""Preview the site on this machine; it follows the files as they change."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING

from programkit.errors import Fault, LoadError
from programkit.model.findings import Report
from programkit.model.program import Program

if TYPE_CHECKING:
    from programkit.outputs.preview import Preview


def serve(
    path: str | Path,
    project: Callable[[], tuple[Program, Report]],
    *,
    port: int = 8000,
    say: Callable[[str], None] = lambda _: None,
) -> None:
    """Serve the site at an address of this machine until interrupted.

    Pages reload by themselves when a file of the project changes, and show what was noticed.

    Args:
        path: The project's folder or file; a change of anything in the folder is followed.
        project: Reads the program from the project's files, and judges it.
        port: Port on this machine; 0 means any that is free.
        say: Called with the address once it is there.

    Raises:
        LoadError: There is no such project.
        RenderError: The port cannot be had.
    """
    from programkit.outputs.preview import HOST, Preview, server_of  # noqa: PLC0415 - loads jinja2

    if not Path(path).exists():
        raise LoadError([Fault("there is no such project", str(path), remedy="check the name")])
    folder = Path(path) if Path(path).is_dir() else Path(path).parent
    preview, ended = Preview(project, str(folder)), Event()
    with server_of(preview, port) as server:
        preview.refresh()
        follower = Thread(target=follow, args=(preview, folder, ended), daemon=True)
        follower.start()
        say(f"serving http://{HOST}:{server.server_port}/ - Ctrl-C ends it")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            say("ended")
        finally:
            ended.set()
            follower.join()


def follow(preview: Preview, folder: Path, ended: Event) -> None:
    """Refresh a preview whenever something in a folder changes, until it is ended.

    Args:
        preview: What to refresh.
        folder: What to watch, with its folders; hidden files do not count.
        ended: Set from elsewhere to end it.
    """
    from watchfiles import watch  # noqa: PLC0415 - for the preview only

    for changes in watch(folder, stop_event=ended, rust_timeout=500):
        seen = [Path(name).relative_to(folder.resolve()) for _, name in changes]
        shown = [one for one in seen if not any(part.startswith(".") for part in one.parts)]
        if shown:
            preview.refresh(templates=any(one.parts[0] == "agenda" for one in shown))
