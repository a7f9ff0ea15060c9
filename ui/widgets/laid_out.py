"""What a layout holds, and layouts in layouts, without leaving anything of their items behind.

WORKAROUND(PySide6 6.11): to look at an item of a layout makes a wrapper of it in Python, and so does adding
a layout that holds something to another. The wrapper outlives the item when its widget goes. A new object at
the same address then gets the wrong type, or none at all, and Python crashes some windows later.
"""

from collections.abc import Iterator

from PySide6.QtWidgets import QBoxLayout, QFormLayout, QGridLayout, QLayout, QStackedLayout, QWidget
from shiboken6 import invalidate

OF_QT = (QBoxLayout, QFormLayout, QGridLayout, QStackedLayout)
"""Layouts whose items Qt makes and deletes. Ours keep theirs, and need them."""


def nest(outer: QBoxLayout, inner: QLayout, stretch: int = 0) -> None:
    """Put a layout, which may hold widgets already, at the end of another."""
    outer.addLayout(inner, stretch)
    for _ in widgets_in(inner):
        pass  # each is looked at, and its item forgotten


def widgets_in(layout: QLayout | None) -> Iterator[QWidget]:
    """Its widgets, in its order; those of a layout inside it in their place."""
    if layout is None:
        return
    for index in range(layout.count()):
        item = layout.itemAt(index)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if inner is not None:
            yield from widgets_in(inner)
            continue
        if isinstance(layout, OF_QT):
            invalidate(item)
        if widget is not None:
            yield widget
