"""Rows one below the other, where there are many: how high they are is worked out once for each width."""

from collections.abc import Iterable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class StackLayout(QLayout):
    """Rows of full width. It remembers how high they are for a width until one of them changes.

    Qt's own layout remembers one width, and the layouts around it ask for several, over and over.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self._wanted: int | None = None
        self._least: int | None = None
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem, /) -> None:
        """Qt hands every new item over here."""
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int, /) -> QLayoutItem | None:
        """One of them, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int, /) -> QLayoutItem | None:
        """Take one out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def invalidate(self) -> None:
        """Some row is another one than before, or higher."""
        self._heights, self._wanted, self._least = {}, None, None
        super().invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        """All the width there is."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int, /) -> int:
        """The height of all rows."""
        known = self._heights.get(width)
        if known is None:
            known = self._heights[width] = sum(_height(item, width) for item in self._items)
        return known

    def setGeometry(self, rect: QRect, /) -> None:
        """Put every row below the one before."""
        super().setGeometry(rect)
        top = rect.top()
        for item in self._items:
            height = _height(item, rect.width())
            item.setGeometry(QRect(rect.left(), top, rect.width(), height))
            top += height

    def sizeHint(self) -> QSize:
        """As wide as the widest of them likes to be."""
        if self._wanted is None:
            self._wanted = _widest(item.sizeHint() for item in self._items if not item.isEmpty())
        return QSize(self._wanted, self.heightForWidth(self._wanted))

    def minimumSize(self) -> QSize:
        """As narrow as the widest of them can be. How high that is depends on the width it gets."""
        if self._least is None:
            self._least = _widest(item.minimumSize() for item in self._items if not item.isEmpty())
        return QSize(self._least, 0)


def _widest(sizes: Iterable[QSize]) -> int:
    return max((size.width() for size in sizes), default=0)


def _height(item: QLayoutItem, width: int) -> int:
    if item.isEmpty():
        return 0
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
