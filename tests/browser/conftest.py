"""A real Chromium, without a window and without the network."""

import shutil
import subprocess

import pytest

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
)


@pytest.fixture(scope="session")
def chromium(tmp_path_factory):
    """Runs Chromium with some arguments and gives what it prints."""
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if program is None:
        pytest.skip("there is no Chromium on this machine")

    def run(*arguments):
        profile = tmp_path_factory.mktemp("chromium")
        command = [program, *FLAGS, f"--user-data-dir={profile}", *map(str, arguments)]
        done = subprocess.run(command, capture_output=True, timeout=120, check=True)
        return done.stdout.decode()

    return run
