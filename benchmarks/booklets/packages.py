"""Peers from the package index, in an environment of their own that is made when it is needed."""

from __future__ import annotations

import subprocess
import sys
from functools import cache
from pathlib import Path

from record import ROOT

PEERS = ROOT / "build" / "booklet-peers"
WANTED = {"typst": "typst==0.15.2", "weasyprint": "weasyprint==70.0"}


def python() -> Path:
    """The interpreter of the environment."""
    return PEERS / "bin" / "python"


def absent(name: str) -> str:
    """Why a package is not there; empty where it is, perhaps since now."""
    try:
        if not python().exists():
            _told(sys.executable, "-m", "venv", str(PEERS))
        if not version(name):
            _told(str(python()), "-m", "pip", "install", "--quiet", WANTED[name])
            version.cache_clear()
    except subprocess.CalledProcessError as fault:
        return f"{WANTED[name]} could not be installed: {fault.stderr.strip()[-200:]}"
    return ""


@cache
def version(name: str) -> str:
    """The version of a package in the environment; empty where it is not there."""
    show = f"from importlib.metadata import version; print(version({name!r}))"
    try:
        return _told(str(python()), "-I", "-c", show).strip()
    except subprocess.CalledProcessError:
        return ""


def _told(*command: str) -> str:
    return subprocess.run(  # noqa: S603 - packages by name and version
        command, check=True, capture_output=True, text=True
    ).stdout
