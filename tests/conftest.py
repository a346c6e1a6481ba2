"""Fixtures every test may use, and the two sizes Hypothesis runs in."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("pr", deadline=None, max_examples=25, derandomize=True)
settings.register_profile("nightly", deadline=None, max_examples=500)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "pr"))

ROOT = Path(__file__).resolve().parent.parent


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
