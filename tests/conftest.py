"""What the tests share: a browser, and where the research corpus lies; under CI a test without them fails."""

import os
from pathlib import Path

import pytest
from tests.browser import chromium, open_page

__all__ = ["chromium", "open_page"]

ROOT = Path(__file__).resolve().parent.parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Those with the browser last: while it is driven, this thread counts as one that runs an event loop."""
    items.sort(key=_is_of_the_browser)


def _is_of_the_browser(item: pytest.Item) -> bool:
    return item.get_closest_marker("browser") is not None


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder that holds the research corpus: `ONRECORD_CORPUS`, or `shared` beside the checkout."""
    folder = Path(os.environ.get("ONRECORD_CORPUS", ROOT.parent / "shared"))
    if not (folder / "data" / "polnear").is_dir():
        if os.environ.get("ONRECORD_REQUIRE_CORPUS"):
            pytest.fail(f"the research corpus is not at {folder}")
        pytest.skip("the research corpus is not beside the checkout")
    return folder
