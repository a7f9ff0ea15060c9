"""What every view of the page is: it shows what was found, and may have a picture to take along."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.charts.picture import Picture
from ui.document import Document
from ui.requests import Requests
from ui.theme.look import look
from ui.widgets import Sentence
from workbook.analysis.win_win.findings import WinWin

HEAD = 28


class Panel(QWidget):
    """One of the four views. Only the one that is seen is shown anything."""

    caption = ""
    """What its figures count, said at its head."""

    def __init__(self, document: Document, requests: Requests) -> None:
        super().__init__()
        self.document, self.requests = document, requests
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        look().changed.connect(self._fit)
        self._fit()

    def show_found(self, found: WinWin) -> None:
        """Show what the analysis says now."""

    def leave(self) -> None:
        """Another view is looked at: whatever is under way is not wanted any more."""

    def picture(self) -> Picture | None:
        """What can be saved of it."""
        return None

    def _fit(self) -> None:
        self.column.setSpacing(look().px(12))


class SectionHead(QWidget):
    """The title of a part, with the signs that belong to it; as high as the heads beside it."""

    def __init__(self, title: str, *signs: QWidget) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(Sentence(title, "section", "muted"), 1)
        for sign in signs:
            self._row.addWidget(sign)
        look().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self._row.setSpacing(look().px(4))
        self.setMinimumHeight(look().px(HEAD))


def clear(layout: QVBoxLayout) -> None:
    """Take everything out of a column."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
