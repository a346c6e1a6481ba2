"""Fixtures every test may use, the two sizes Hypothesis runs in, and what coverage counts."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("pr", deadline=None, max_examples=25, derandomize=True)
settings.register_profile("nightly", deadline=None, max_examples=500)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "pr"))

ROOT = Path(__file__).resolve().parent.parent
TESTS = ROOT / "tests"
COUNTED = ("unit/", "property/test_agreement.py", "property/test_stages.py")
"""Tests whose coverage counts: those of single files, and those by which rules post."""


def pytest_collection_modifyitems(items):
    """Leave the others out: they run the same again and again, and counting doubles their time."""
    for item in items:
        if not item.path.relative_to(TESTS).as_posix().startswith(COUNTED):
            item.add_marker("no_cover")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real inputs that lies beside the checkout."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the real inputs (a folder shared/ beside the checkout) are absent")
    return folder


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout itself."""
    return ROOT
