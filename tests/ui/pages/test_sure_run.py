"""Working out how sure a verdict is, while the window may be closed at any time."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThreadPool
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.builders import three_drafts
from ui.pages.win_win.sure_run import SureRun
from workbook.model.workbook import RobustnessSettings

MANY_DRAWS = RobustnessSettings(draws=1_000_000)


def test_a_run_whose_page_has_gone_is_given_up_and_tells_nobody(qtbot: QtBot) -> None:
    page = QObject()
    run = SureRun(page)
    run.start(three_drafts().drafts[0], MANY_DRAWS)
    page.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not isValid(run)
    # What it still reports arrives here; an exception in the event loop fails the test.
    qtbot.waitUntil(lambda: QThreadPool.globalInstance().activeThreadCount() == 0)
    QCoreApplication.processEvents()
