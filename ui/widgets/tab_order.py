"""The order of Tab is the order of reading. Qt's own is the order in which widgets were made."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLayout, QWidget
from shiboken6 import invalidate


def tab_as_laid_out(root: QWidget) -> None:
    """Let Tab go through what is on a page in the order in which it is laid out."""
    widgets = list(_focusable(root.layout()))
    before = root
    for widget in widgets:
        QWidget.setTabOrder(before, widget)
        before = widget


def _focusable(layout: QLayout | None) -> Iterator[QWidget]:
    if layout is None:
        return
    for index in range(layout.count()):
        item = layout.itemAt(index)
        if item is None:
            continue
        widget = item.widget()
        if widget is None:
            yield from _focusable(item.layout())
            continue
        if isinstance(layout, QBoxLayout | QGridLayout):
            # WORKAROUND(PySide6 6.11): the wrapper of an item outlives it when its widget is taken away,
            # and a new object at the same address then gets the wrong type.
            invalidate(item)
        # Of some radio buttons Tab comes to the chosen one only; which one that is may change.
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
            yield widget
        yield from _focusable(widget.layout())
