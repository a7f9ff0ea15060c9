"""The bar that moves the columns of a table from above it, where it is in view."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QScrollBar, QWidget

from ui.theme.look import look


class SidewaysBar(QScrollBar):
    """Follows the table's own bar, which is hidden; gone when all columns are in view."""

    def __init__(self, table: QAbstractItemView, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._bar = table.horizontalScrollBar()
        self.setAccessibleName("Further columns")
        self._bar.rangeChanged.connect(self._follow)
        self._bar.valueChanged.connect(self.setValue)
        self.valueChanged.connect(self._bar.setValue)
        self._follow()

    def _follow(self) -> None:
        bar = self._bar
        self.setPageStep(bar.pageStep())
        self.setSingleStep(look().px(40))
        self.setRange(bar.minimum(), bar.maximum())
        self.setValue(bar.value())
        self.setVisible(bar.maximum() > 0)
