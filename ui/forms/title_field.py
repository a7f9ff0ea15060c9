"""A name that stands as a title and can be typed over where it stands."""

from PySide6.QtCore import QPointF, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent

from ui.forms.fields import TextField
from ui.theme.focus_ring import OWN_RING
from ui.theme.look import look
from ui.widgets import describe

PENCIL, GAP = 15, 10
INSET = 2
"""A line edit begins its text so many pixels in, whatever its padding."""


class TitleField(TextField):
    """Has a line below it under the mouse and while it is typed in; a pencil says that it is a field."""

    given = Signal(object)
    is_typed = True

    def __init__(self, name: str, placeholder: str, description: str = "") -> None:
        super().__init__(placeholder)
        describe(self, name, description)
        self.setProperty(OWN_RING, False)
        self.edited.connect(self.given.emit)
        look().changed.connect(self._restyle)
        self._restyle()

    def show_value(self, value: object) -> None:
        """Show a value without telling anybody."""
        text = "" if value is None else str(value)
        super().show_value(text)
        self.setToolTip(text)
        if not self.hasFocus():
            self.setCursorPosition(0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text, and behind it the pencil, as long as there is room and nobody is typing."""
        super().paintEvent(event)
        px = look().px
        end = px(2) + QFontMetricsF(self.font()).horizontalAdvance(self.text() or self.placeholderText())
        if not self.hasFocus() and end + px(GAP + PENCIL) < self.width():
            painter = QPainter(self)
            top = (self.height() - px(PENCIL)) / 2
            painter.drawPixmap(QPointF(end + px(GAP), top), look().icon("pencil", "muted", PENCIL))

    def _restyle(self) -> None:
        sight = look()
        edge, focus, text = (sight.colour(token).name() for token in ("edge", "focus", "text"))
        self.setStyleSheet(
            f"QLineEdit {{ background: transparent; color: {text}; border: none; border-radius: 0px;"
            " border-bottom: 1px solid transparent; padding: 2px 0px; }"
            f"QLineEdit:hover {{ border-bottom: 1px solid {edge}; }}"
            f"QLineEdit:focus {{ border-bottom: 2px solid {focus}; padding: 2px 0px 1px 0px; }}"
        )
        self.setTextMargins(-INSET, 0, 0, 0)
        self.setFont(sight.font("item_title"))
        self.updateGeometry()
