"""A list at the left and what was chosen of it at the right; in a narrow place one above the other."""

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ui.theme.look import look

LIST_WIDTH, WIDE_LIST = 216, 280
NARROW, WIDE = 600, 1000
GAP = 26
LONGEST_LINE = 860


class ListAndOne(QWidget):
    """Which form it takes follows from its width at 100 % text. `folds` is told when that changes."""

    def __init__(
        self,
        listed: QWidget,
        one: QWidget,
        folds: Callable[[bool], object],
        list_width: int = LIST_WIDTH,
    ) -> None:
        super().__init__()
        self._usual_width = list_width
        self._listed, self._one, self._folds = listed, one, folds
        self._is_narrow = False
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.addWidget(listed)
        side.addStretch(1)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self._side)
        self._box.addWidget(one, 1)
        self._box.addStretch(0)
        look().changed.connect(self._fit)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may take another form."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        px, width = look().px, self.width()
        is_narrow = width < px(NARROW)
        self._box.setSpacing(px(16 if is_narrow else GAP))
        self._box.setDirection(
            QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        )
        self._one.setMaximumWidth(px(LONGEST_LINE))
        self._side.setMinimumWidth(0 if is_narrow else self._list_width())
        self._side.setMaximumWidth(16_777_215 if is_narrow else self._list_width())
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._folds(is_narrow)

    def _list_width(self) -> int:
        wider = self.width() >= look().px(WIDE)
        return look().px(max(WIDE_LIST, self._usual_width) if wider else self._usual_width)
