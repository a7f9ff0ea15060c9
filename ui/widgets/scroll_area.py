"""The sheet that scrolls: up and down only, without a frame."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class ScrollArea(QScrollArea):
    """Holds a page or a panel. It is as wide as its window and never scrolls sideways."""

    def __init__(self, content: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(
            Qt.FocusPolicy.NoFocus
        )  # what is on it has the focus; its keys come here all the same
        self.viewport().setAutoFillBackground(False)
        if content is not None:
            self.setWidget(content)

    def setWidget(self, content: QWidget, /) -> None:
        """Show this, on the ground that lies behind."""
        super().setWidget(content)
        content.setAutoFillBackground(False)

    def minimumSizeHint(self) -> QSize:
        """As narrow as its content can be; any height."""
        content = self.widget()
        width = 0 if content is None else content.minimumSizeHint().width()
        return QSize(width, 48)
