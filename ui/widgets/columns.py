"""Widgets side by side, as many in a row as there is room for; in a narrow place one below the other."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

from ui.theme.look import look
from ui.widgets.painted import Painted

COMFORTABLE = 720


class Columns(Painted):
    """Columns of equal width. Rows fill from left to right, which is the order of reading and of Tab.

    `least` is the width in pixels, at 100 % text, below which a column would be too narrow; `counts` how many
    may stand side by side. `stretch` gives columns another share of the width than the same.
    """

    def __init__(  # noqa: PLR0913 - all of them measures
        self,
        least: int,
        counts: Sequence[int] = (1, 2),
        gap: int = 24,
        row_gap: int = 16,
        stretch: Sequence[int] = (),
        *,
        same_height: bool = False,
    ) -> None:
        super().__init__()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._rows = _Rows(self, least, counts, (gap, row_gap), stretch, same_height=same_height)

    def show_widgets(self, widgets: Sequence[QWidget]) -> None:
        """Stand these side by side; those that stood here and are not among them are gone."""
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget not in widgets:
                widget.setParent(None)
                widget.deleteLater()
        for widget in widgets:
            self._rows.addWidget(widget)

    def _on_look_changed(self) -> None:
        self._rows.invalidate()
        super()._on_look_changed()


class _Rows(QLayout):
    """How many stand in a row follows from the width alone, so that the height for a width never changes."""

    def __init__(  # noqa: PLR0913 - as above
        self,
        parent: QWidget,
        least: int,
        counts: Sequence[int],
        gaps: tuple[int, int],
        stretch: Sequence[int],
        *,
        same_height: bool,
    ) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._asked_for = (0, 0)
        self._least, self._counts, self._gaps = least, tuple(counts), gaps
        self._stretch, self._same_height = tuple(stretch), same_height
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem, /) -> None:
        """Qt hands every new item over here."""
        self._items.append(item)

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int, /) -> QLayoutItem | None:
        """One of them, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int, /) -> QLayoutItem | None:
        """Take one out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """All the width there is."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int, /) -> int:
        """The height of all rows."""
        return self._arrange(QRect(0, 0, width, 0), moves=False)

    def setGeometry(self, rect: QRect, /) -> None:
        """Put everything in its place. A field that grew while it was placed needs more than was given."""
        super().setGeometry(rect)
        self._arrange(rect, moves=True)
        needed = self._arrange(rect, moves=True)
        if needed <= rect.height():
            self._asked_for = (0, 0)
        elif self._asked_for != (rect.width(), needed):
            self._asked_for = (rect.width(), needed)  # once: there may be no more to be had
            columns = self.parentWidget()
            if columns is not None:
                columns.updateGeometry()

    def sizeHint(self) -> QSize:
        """Comfortable to read."""
        width = look().px(COMFORTABLE)
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:
        """As narrow as the widest of them alone. How high that is depends on the width it gets."""
        shown = [item.minimumSize().width() for item in self._items if not item.isEmpty()]
        return QSize(max(shown, default=0), 0)

    def _arrange(self, rect: QRect, *, moves: bool) -> int:
        shown = [item for item in self._items if not item.isEmpty()]
        places = tuple(self._places(rect.left(), rect.width()))
        row_gap, top = look().px(self._gaps[1]), rect.top()
        for first in range(0, len(shown), len(places)):
            row = shown[first : first + len(places)]
            heights = [_height(item, width) for item, (_, width) in zip(row, places, strict=False)]
            if moves:
                for item, (left, width), height in zip(row, places, heights, strict=False):
                    item.setGeometry(QRect(left, top, width, max(heights) if self._same_height else height))
            top += max(heights) + row_gap
        return max(top - row_gap, rect.top()) - rect.top()

    def _places(self, left: int, room: int) -> Iterator[tuple[int, int]]:
        """Left edge and width of each column."""
        gap = look().px(self._gaps[0])
        fitting = (room + gap) // (look().px(self._least) + gap)
        across = max((count for count in self._counts if count <= fitting), default=1)
        shares = [self._stretch[place] if place < len(self._stretch) else 1 for place in range(across)]
        space = room - gap * (across - 1)
        begun = 0
        for place in range(across):
            begin, begun = begun, begun + shares[place]
            from_ = space * begin // sum(shares)
            to = space * begun // sum(shares)
            yield left + from_ + place * gap, to - from_


def _height(item: QLayoutItem, width: int) -> int:
    if item.hasHeightForWidth():
        return item.heightForWidth(width)
    return item.sizeHint().height()
