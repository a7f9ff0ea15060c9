"""The page on its sheet, on a day of its own."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

import ui.pages.benefits.view
from tests.builders import three_drafts
from tests.ui.pages.asking import Sheet, opened, with_look
from tests.ui.pages.benefits.showing import TODAY
from ui.pages.benefits import PAGE


@pytest.fixture(autouse=True)
def some_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ui.pages.benefits.view, "now", lambda: TODAY)


@pytest.fixture
def sheet(qtbot: QtBot) -> Sheet:
    return opened(qtbot, PAGE, three_drafts())


@pytest.fixture(autouse=True)
def usual_look(qtbot: QtBot) -> Iterator[None]:
    yield
    with_look("light", 1.0)
