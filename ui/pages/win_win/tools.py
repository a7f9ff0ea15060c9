"""A control at the left and what belongs to it at the right; below one another where that is too wide."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from ui.theme.look import look


class Tools(QWidget):
    """Both in one line, if there is room for both."""

    def __init__(self, left: QWidget, *right: QWidget) -> None:
        super().__init__()
        self._left, self._right = left, QWidget()
        self._row = QHBoxLayout(self._right)
        self._row.setContentsMargins(0, 0, 0, 0)
        for widget in right:
            self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self._right.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(left, 1)
        self._box.addWidget(self._right, 0)
        look().changed.connect(self.arrange)

    def arrange(self) -> None:
        """Side by side, if that fits."""
        px = look().px
        self._row.setSpacing(px(6))
        wanted = self._left.sizeHint().width() + self._right.sizeHint().width() + px(24)
        is_wide = wanted <= self.width()
        direction = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        self._box.setSpacing(px(12 if is_wide else 6))
        self._box.setDirection(direction)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width."""
        super().resizeEvent(event)
        self.arrange()
