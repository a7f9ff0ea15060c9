"""Space between two things that grows with the text, as a layout's own spacing does not."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.look import look
from ui.widgets.painted import Painted


class Gap(Painted):
    """Nothing, so many pixels of it at 100 % text."""

    def __init__(self, pixels: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pixels = pixels
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A square, so that it serves in rows and in columns."""
        return QSize(look().px(self._pixels), look().px(self._pixels))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()
