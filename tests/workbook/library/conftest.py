"""The library, and ways to walk it."""

import pytest

from workbook.library.entries import Library
from workbook.library.loader import load


@pytest.fixture(scope="session")
def library() -> Library:
    return load()
