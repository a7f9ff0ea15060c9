"""What a layout holds, without leaving anything of it behind."""

from collections.abc import Iterator

from PySide6.QtWidgets import QBoxLayout, QFormLayout, QGridLayout, QLayout, QStackedLayout, QWidget
from shiboken6 import invalidate

OF_QT = (QBoxLayout, QFormLayout, QGridLayout, QStackedLayout)
"""Layouts whose items Qt makes and deletes. Ours keep theirs, and need them."""


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
            # WORKAROUND(PySide6 6.11): the wrapper of an item outlives it when its widget is taken away. A
            # new object at the same address then gets the wrong type, or none at all; Python crashes later.
            invalidate(item)
        if widget is not None:
            yield widget
