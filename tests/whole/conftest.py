"""What the tests of the whole window share: the window itself."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.whole.window import Opened, open_window


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Opened:
    """The window with the example, light, at its usual size."""
    return open_window(qtbot, tmp_path)
