"""What the tests of the report share: the report on the example, written once."""

from pathlib import Path

import pytest

from tests.exports.reports import ReadBack, example, write


@pytest.fixture(scope="session")
def example_report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("report") / "report.xlsx"
    write(path, example())
    return path


@pytest.fixture(scope="session")
def example_read(example_report: Path) -> ReadBack:
    return ReadBack(example_report)
