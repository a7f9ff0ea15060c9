"""Small signs as widgets: a platform's glyph, tiles of cases and drafts, the mark of a step."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.look import look
from ui.widgets.painted import Painted
from ui.widgets.painting.glyph import paint_glyph
from ui.widgets.painting.platforms import SIGN
from ui.widgets.painting.step_mark import paint_step_mark
from ui.widgets.painting.tiles import DraftKind, paint_case_tile, paint_draft_tile


class _Sign(Painted):
    """A square of a fixed size."""

    def __init__(self, size: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The square."""
        return QSize(look().px(self._size), look().px(self._size))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sign, in its square."""
        del event
        self.paint_sign(QPainter(self), QRectF(self.rect()))

    def paint_sign(self, painter: QPainter, rect: QRectF) -> None:
        """Draw it: each sign its own."""
        del painter, rect


class Glyph(_Sign):
    """A platform: shape, hue and letter; outlined for a vote that was not given."""

    def __init__(
        self, platform: str, size: int = 20, *, outlined: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(size, SIGN[platform].full, parent)
        self._platform, self._is_outlined = platform, outlined

    def set_outlined(self, outlined: bool) -> None:  # noqa: FBT001 - as Qt's setters
        """Given or not given."""
        self._is_outlined = outlined
        self.update()

    def paint_sign(self, painter: QPainter, rect: QRectF) -> None:
        """The glyph."""
        paint_glyph(painter, rect, self._platform, look(), outlined=self._is_outlined)


class CaseTile(_Sign):
    """A reference case: its icon, or two letters (of its name, if given)."""

    def __init__(
        self, case_id: str, size: int = 22, letters: str | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(size, f"Case {case_id}", parent)
        self._case_id, self._letters = case_id, letters

    def paint_sign(self, painter: QPainter, rect: QRectF) -> None:
        """The tile."""
        paint_case_tile(painter, rect, self._case_id, look(), self._letters)


class DraftTile(_Sign):
    """A draft by its letter: outlined, or solid ink if it is the one you are in."""

    def __init__(
        self, letter: str, kind: DraftKind = "other", size: int = 22, parent: QWidget | None = None
    ) -> None:
        super().__init__(size, f"Draft {letter}", parent)
        self._letter, self._kind = letter, kind

    def set_kind(self, kind: DraftKind) -> None:
        """Whether it is the draft you are in."""
        self._kind = kind
        self.update()

    def paint_sign(self, painter: QPainter, rect: QRectF) -> None:
        """The tile."""
        paint_draft_tile(painter, rect, self._letter, look(), self._kind)


class StepMark(_Sign):
    """How far a step is, from 0 (empty) to 1 (complete)."""

    def __init__(self, done: float = 0.0, size: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(size, "", parent)
        self.set_done(done)

    def set_done(self, done: float) -> None:
        """Show another state."""
        self._done = done
        self.setAccessibleName("Empty" if done <= 0 else "Complete" if done >= 1 else "Begun")
        self.update()

    def paint_sign(self, painter: QPainter, rect: QRectF) -> None:
        """The mark."""
        paint_step_mark(painter, rect, self._done, look())
