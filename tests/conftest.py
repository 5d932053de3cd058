"""What the tests share: where the research corpus lies, and a test that needs it fails under CI rather than skips."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder that holds the research corpus: `ONRECORD_CORPUS`, or `shared` beside the checkout."""
    folder = Path(os.environ.get("ONRECORD_CORPUS", ROOT.parent / "shared"))
    if not (folder / "data" / "polnear").is_dir():
        if os.environ.get("ONRECORD_REQUIRE_CORPUS"):
            pytest.fail(f"the research corpus is not at {folder}")
        pytest.skip("the research corpus is not beside the checkout")
    return folder
