"""A net table on the screen: where not all columns fit, they move sideways beside the names."""

from dataclasses import replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollBar

from ui.charts.net_layout import columns_that_fit
from ui.charts.net_table import NetTable
from ui.charts.spot_view import SpotView
from ui.charts.spots import Direction, Spot
from ui.theme.look import look


class NetView(SpotView):
    """Moves by whole columns, so that none is ever cut. Walking on beyond the last one brings the next."""

    def __init__(self, table: NetTable) -> None:
        self._table = table
        self._bar: QScrollBar | None = None
        super().__init__(table)
        self._bar = QScrollBar(Qt.Orientation.Horizontal, self)
        self._bar.setAccessibleName("Further stakeholders")
        self._bar.setSingleStep(1)
        self._bar.hide()
        self._bar.valueChanged.connect(self._on_moved)

    @property
    def table(self) -> NetTable:
        """What is shown."""
        return self._table

    def show_table(self, table: NetTable) -> None:
        """Show other values. Columns stay where they have been moved to."""
        first = self._table.first
        self._table = replace(table, first=first, _arranged={})
        self.show_spots(self._table)
        self._fit_bar()

    def step(self, here: Spot, direction: Direction) -> bool:
        """Beyond the columns in view the next one comes in."""
        found = super().step(here, direction)
        bar = self._bar
        if not found and bar is not None and bar.isVisible() and direction in {"left", "right"}:
            before = bar.value()
            bar.setValue(before + (1 if direction == "right" else -1))
            if bar.value() != before:
                return super().step(self.spot or here, direction)  # it lies elsewhere now
        return found

    def heightForWidth(self, width: int) -> int:
        """The picture, and the bar below it."""
        return super().heightForWidth(width) + self._bar_height(width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width shows more columns, or fewer."""
        super().resizeEvent(event)
        self._fit_bar()

    def _bar_height(self, width: int) -> int:
        if not self._table.is_crowd or columns_that_fit(self._table, width, look()) >= len(
            self._table.columns
        ):
            return 0
        return look().px(18)

    def _fit_bar(self) -> None:
        bar = self._bar
        if bar is None:
            return
        high = self._bar_height(self.width())
        number = columns_that_fit(self._table, self.width(), look())
        bar.setPageStep(number)
        bar.setRange(0, max(0, len(self._table.columns) - number) if high else 0)
        bar.setVisible(bool(high))
        if high:
            places = self._table.arranged(QRectF(self.rect()).width(), look())
            left = round(min((each.label.right() for each in places.rows), default=0))
            bar.setGeometry(left, self.height() - high + look().px(4), self.width() - left, look().px(12))

    def _on_moved(self, first: int) -> None:
        self._table = replace(self._table, first=first, _arranged={})
        self.show_spots(self._table)

    def _on_look_changed(self) -> None:
        super()._on_look_changed()
        self._fit_bar()
