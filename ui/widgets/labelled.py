"""A field with its name above it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme.look import look
from ui.widgets.sentence import FieldLabel


class Labelled(QWidget):
    """Name and field as one widget. A field that has a width of its own keeps it and stands at the left."""

    def __init__(self, label: str, field: QWidget, *, keeps_width: bool = False) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(FieldLabel(label, field))
        if keeps_width:
            self._column.addWidget(field, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            self._column.addWidget(field)
        look().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self._column.setSpacing(look().px(6))
