"""What the tests of widgets share: the look as it was, and a window that does not mind being asked."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QWidget

from ui.theme.look import Look, look
from workbook.analysis.finding import Finding, Input


@pytest.fixture(autouse=True)
def sight(qapp: QApplication) -> Iterator[Look]:
    yield look()
    look().set("light", 1.0)


class Asked:
    """A window that notes what it is asked."""

    def __init__(self) -> None:
        self.explained: list[tuple[Finding, QWidget]] = []

    def explain(self, finding: Finding, beside: QWidget, at: QRect | None = None) -> None:
        del at
        self.explained.append((finding, beside))


@pytest.fixture
def requests() -> Asked:
    return Asked()


@pytest.fixture
def finding() -> Finding:
    return Finding(
        id="similarity.a.flowminder",
        words="The City table and Flowminder are alike: 66 of 100.",
        value=0.66,
        unit="share",
        rule="On each dimension we count the part of the two mixes that is the same, then average.",
        inputs=(
            Input(name="Primary interest", value=0.7, address="drafts/a/dimensions/primary_interest"),
            Input(name="Timeframes", value=0.305),
            Input(name="Dimensions compared", value=7),
            Input(name="Sense-making theme", value=None),
        ),
        citation="Susha et al. 2019, Table 4",
    )
