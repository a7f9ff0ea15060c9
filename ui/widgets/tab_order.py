"""The order of Tab is the order of reading. Qt's own is the order in which widgets were made."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget

from ui.widgets.laid_out import widgets_in


def tab_as_laid_out(root: QWidget) -> None:
    """Let Tab go through what is on a page in the order in which it is laid out."""
    before = root
    for widget in list(_focusable(root.layout())):
        QWidget.setTabOrder(before, widget)
        before = widget


def _focusable(layout: QLayout | None) -> Iterator[QWidget]:
    for widget in widgets_in(layout):
        # Of some radio buttons Tab comes to the chosen one only; which one that is may change.
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
            yield widget
        yield from _focusable(widget.layout())
