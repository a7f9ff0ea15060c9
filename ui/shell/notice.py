"""A line below the top bar for what is worth knowing and asks for no answer; it stays until it is closed."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from ui.theme.look import look
from ui.theme.tokens import RADIUS_CONTROL
from ui.widgets import Button, IconButton, Painted, Sentence
from ui.widgets.painting.shapes import round_rect


class Notice(Painted):
    """One sentence at a time: the latest. What it tells of may be taken back where it is told."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("notice")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._words = Sentence("", "secondary")
        self._undo = Button("Undo", "secondary", "undo-2")
        self._take_back: Callable[[], object] = self.hide
        self._undo.clicked.connect(lambda _=False: self._take_back())
        self._close = IconButton("x", "Close this note", size=28)
        self._close.clicked.connect(self.hide)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self._undo, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignVCenter)
        look().changed.connect(self._fit)
        self._fit()
        self.hide()

    @property
    def words(self) -> str:
        """What it says; empty while it is hidden."""
        return "" if self.isHidden() else self._words.text()

    def say(self, sentence: str, take_back: Callable[[], object] | None = None) -> None:
        """Show a sentence; `take_back` undoes what it tells of."""
        self._words.setText(sentence)
        self._take_back = take_back or self.hide
        self._undo.setVisible(take_back is not None)
        self._undo.setAccessibleDescription(f"Takes it back: {sentence}" if take_back else "")
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
