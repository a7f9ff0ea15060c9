"""Words on the page: every sentence wraps, and none makes the page wider than its window."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.theme.look import look
from ui.widgets.painting.paragraph import (
    WIDEST,
    Paragraph,
    Runs,
    lay_out,
    longest_word,
    paint_paragraph,
    runs,
)

COMFORTABLE = 520
"""A sentence asks for no more than this, and takes what it is given."""
NARROWEST = 48
KEPT = 8


class Sentence(QLabel):
    """Plain text of a type role in a colour; what `strong()` marks is bold. `text()` is without marks."""

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        token: str = "text",  # noqa: S107 - a token is no password
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._role, self._token = role, token
        self._runs = Runs("", ())
        self._laid_out: dict[int, Paragraph] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._restyle()
        self.setText(text)
        look().changed.connect(self._restyle)

    def setText(self, text: str, /) -> None:
        """Say something else. Nothing in the text is read as markup but the marks of `strong()`."""
        self._runs = runs(text)
        self._laid_out.clear()
        super().setText(self._runs.text)
        self.updateGeometry()
        self.update()

    def set_token(self, token: str) -> None:
        """Say it in another colour."""
        self._token = token
        self.update()

    def hasHeightForWidth(self) -> bool:
        """It wraps."""
        return True

    def heightForWidth(self, width: int, /) -> int:
        """Exactly the lines that this width needs."""
        return self._at(width).height + 2 * self.margin()

    def sizeHint(self) -> QSize:
        """One line where that is comfortable to read."""
        width = min(round(self._at(round(WIDEST)).width + 1), look().px(COMFORTABLE))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """As narrow as its longest word, or narrower: it never forces its page."""
        word = round(longest_word(self._runs, self.font()) + 1)
        return QSize(min(word, look().px(NARROWEST)), look().line_height(self._role))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The lines, in the upper half of a taller place if they are aligned to the top."""
        del event
        painter = QPainter(self)
        painter.setPen(look().colour(self._token if self.isEnabled() else "faint"))
        lines = self._at(self.width())
        spare = self.height() - lines.height
        top = 0.0 if self.alignment() & Qt.AlignmentFlag.AlignTop else max(0.0, spare / 2)
        paint_paragraph(painter, QPointF(0, top), lines)

    def _at(self, width: int) -> Paragraph:
        known = self._laid_out.get(width)
        if known is None:
            if len(self._laid_out) >= KEPT:
                self._laid_out.clear()
            across = self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask
            known = lay_out(self._runs, self.font(), look().line_height(self._role), max(width, 1), across)
            self._laid_out[width] = known
        return known

    def _restyle(self) -> None:
        self._laid_out.clear()
        self.setFont(look().font(self._role))
        self.updateGeometry()
        self.update()


class Heading(Sentence):
    """The title of a page or of a part of it."""

    def __init__(self, text: str = "", role: str = "title", parent: QWidget | None = None) -> None:
        super().__init__(text, role, "text", parent)


class FieldLabel(Sentence):
    """The name above a field."""

    def __init__(self, text: str = "", buddy: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(text, "label", "text", parent)
        if buddy is not None:
            self.setBuddy(buddy)


class Citation(Sentence):
    """Where something stands in the literature."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, "citation", "muted", parent)
