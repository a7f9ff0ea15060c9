"""A line below the top bar for what is worth knowing and asks for no answer; it stays until it is closed."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from ui.theme.look import look
from ui.theme.tokens import RADIUS_CONTROL
from ui.widgets import IconButton, Painted, Sentence
from ui.widgets.painting.shapes import round_rect


class Notice(Painted):
    """One sentence at a time: the latest."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("notice")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._words = Sentence("", "secondary")
        self._close = IconButton("x", "Close this note", size=28)
        self._close.clicked.connect(self.hide)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        look().changed.connect(self._fit)
        self._fit()
        self.hide()

    def say(self, sentence: str) -> None:
        """Show a sentence."""
        self._words.setText(sentence)
        self.setAccessibleName(sentence)
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Sunken ground with an edge, so that it is neither page nor button."""
        here = look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inside = QRectF(self.rect()).adjusted(here.px(8), 0, -here.px(8), -here.px(6))
        round_rect(painter, inside, here.px(RADIUS_CONTROL), here.colour("sunken"), here.colour("edge"))

    def _fit(self) -> None:
        px = look().px
        self._row.setContentsMargins(px(20), px(6), px(12), px(12))
        self._row.setSpacing(px(8))
