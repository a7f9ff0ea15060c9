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

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing unsaved is lost without a question."""
        if self.workspace is not None and not self.workspace.may_close():
            event.ignore()
            return
        self._settings.remember_window(self)
        event.accept()

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
