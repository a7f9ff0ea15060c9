"""Which of the views is looked at: side by side, or folded away where they do not fit."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.theme.look import look
from ui.widgets import Segmented
from ui.widgets.drop_down import DropDown


class ViewChoice(QWidget):
    """A segmented control that becomes a drop-down in a narrow place."""

    chosen = Signal(str)

    def __init__(self, options: Sequence[tuple[str, str]], name: str = "View") -> None:
        super().__init__()
        self.side_by_side = Segmented(options, options[0][0], name)
        self.folded = DropDown(name, options, "Which view of the win-win is shown.")
        self.folded.hide()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.side_by_side)
        row.addWidget(self.folded)
        row.addStretch(1)
        self.side_by_side.chosen.connect(self._choose)
        self.folded.chosen.connect(self._choose)
        look().changed.connect(self._fit)

    @property
    def value(self) -> str:
        """The key of the view."""
        return self.side_by_side.value

    def set_chosen(self, key: str) -> None:
        """Choose without sending `chosen`."""
        self.side_by_side.set_chosen(key)
        self.folded.set_chosen(key)

    def sizeHint(self) -> QSize:
        """All of them side by side."""
        return self.side_by_side.sizeHint().expandedTo(QSize(0, self.folded.sizeHint().height()))

    def minimumSizeHint(self) -> QSize:
        """One of them."""
        return QSize(look().px(140), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may have room for all, or no longer."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        has_room = self.width() >= self.side_by_side.sizeHint().width()
        self.side_by_side.setVisible(has_room)
        self.folded.setVisible(not has_room)
        self.updateGeometry()

    def _choose(self, key: str) -> None:
        self.set_chosen(key)
        self.chosen.emit(key)
