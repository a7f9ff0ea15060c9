"""The main window. It appears at once, empty; what fills it is imported afterwards, by `furnish`."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow

if TYPE_CHECKING:
    from ui.document import Document
    from ui.session import Session
    from ui.settings import SettingsStore
    from ui.shell.workspace import Workspace

SMALLEST = (720, 520)
USUAL = (1280, 720)


class MainWindow(QMainWindow):
    """Holds the workspace, remembers its own place on the screen, and asks before unsaved work is lost."""

    def __init__(self, settings: "SettingsStore") -> None:
        super().__init__()
        self._settings = settings
        self.workspace: Workspace | None = None
        self._is_asking = False
        self._has_failed = False
        self._may_go = False
        self.setObjectName("mainWindow")
        self.setWindowTitle("Partnership Design Workbook")
        self.setMinimumSize(*SMALLEST)
        self.resize(*USUAL)
        self.setAcceptDrops(True)
        settings.restore_window(self)

    def furnish(self, document: "Document", session: "Session") -> None:
        """Fill the window. Imports the model, the library and the analysis: after the first paint."""
        from ui.shell.workspace import Workspace

        self.workspace = Workspace(self, document, session, self._settings)
        self.setCentralWidget(self.workspace)

    def let_go(self, *, unasked: bool = True) -> None:
        """From now on closing asks nothing: unsaved work is kept, and comes back at the next start."""
        self._may_go = unasked

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing unsaved is lost without a question, which is asked once however often one closes."""
        event.ignore()  # should asking fail, the window stays
        if self._is_asking or not self._may_close():
            return
        self._may_go = True
        self._settings.remember_window(self)
        event.accept()

    def _may_close(self) -> bool:
        if self._may_go or self.workspace is None:
            return True
        self._is_asking = True
        try:
            return self.workspace.may_close()
        except Exception:
            self._may_go = self._has_failed  # a fault that comes back must not keep the window open for ever
            self._has_failed = True
            raise
        finally:
            self._is_asking = False

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file may be dropped anywhere."""
        if self.workspace is not None and any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the file that was dropped; of several the first."""
        from pathlib import Path

        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths and self.workspace is not None:
            event.acceptProposedAction()
            self.workspace.answers.open_file(paths[0])
