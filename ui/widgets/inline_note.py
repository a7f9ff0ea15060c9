"""A sentence on what has just happened, where it happened, with the way back at hand. It asks nothing."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout

from ui.theme.look import look
from ui.theme.tokens import RADIUS_LIST
from ui.widgets.button import Button, IconButton
from ui.widgets.painted import Painted
from ui.widgets.painting.shapes import round_rect
from ui.widgets.sentence import Sentence


class InlineNote(Painted):
    """Hidden until there is something to say. `undo_wanted`: the user wants it back."""

    undo_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = Sentence("", "secondary")
        self._undo = Button("Undo", "secondary", "undo-2")
        self._undo.setAccessibleDescription("Brings back what has just been removed or added.")
        self._close = IconButton("x", "Close this note", size=28)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self._undo, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._undo.clicked.connect(self.undo_wanted)
        self._close.clicked.connect(self.hide)
        self._on_look_changed()
        self.hide()

    @property
    def words(self) -> str:
        """What it says; empty while it is hidden."""
        return "" if self.isHidden() else self._words.text()

    def say(self, words: str) -> None:
        """Show a sentence."""
        self._words.setText(words)
        self.setAccessibleName(words)
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A sunken plane."""
        del event
        painter, sight = QPainter(self), look()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        round_rect(
            painter,
            QRectF(self.rect()),
            sight.px(RADIUS_LIST),
            sight.colour("sunken"),
            sight.colour("sunken_edge"),
        )

    def _on_look_changed(self) -> None:
        px = look().px
        self._row.setContentsMargins(px(12), px(8), px(8), px(8))
        self._row.setSpacing(px(8))
        super()._on_look_changed()
