"""One difference: its kind as a sign with a word, the sentence, and the whole old and new text below it."""

from enum import Enum

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from ui.pages.changes.wording import KINDS, is_shortened, marked
from ui.theme.look import look
from ui.theme.tokens import RADIUS_CELL
from ui.widgets import Sentence, describe, set_ring
from ui.widgets.columns import Columns
from ui.widgets.painting.paragraph import Paragraph, Runs, lay_out, paint_paragraph
from ui.widgets.painting.shapes import round_rect
from workbook.analysis.difference.changes import Change
from workbook.analysis.difference.reading import NOT_SAID

SIGN, WORD, BESIDE, PADDING, ARROW = 15, 24, 104, 6, 15
"""Widths: of the sign, from the left to its word, from the left to the sentence; of the arrow."""
KEPT = 6
"""Widths for which the lines are kept: layouts ask for several before they settle on one."""
NARROW = 400
"""Logical width below which the sentence stands below the word instead of beside it."""


class Does(Enum):
    """What a click or Enter does, with the sign for it at the right and words for screen readers."""

    GOES = ("arrow-up-right", "Enter goes to the field, where its why stands.")
    OPENS = ("chevron-right", "It stands in no draft of this workbook. Enter shows all of it here.")
    NOTHING = ("", "It stands in no draft of this workbook.")


class ChangeRow(QAbstractButton):
    """The sentence. Arrow keys go to the next row."""

    stepped = Signal(int)
    entered = Signal()

    def __init__(self, change: Change, does: Does) -> None:
        super().__init__()
        self._icon, self._word = KINDS[change.kind]
        self._does = does
        self._laid_out: dict[int, Paragraph] = {}
        self.setText(change.words)
        self.setCheckable(does is Does.OPENS)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if does is Does.NOTHING else Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        if does is not Does.NOTHING:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        describe(self, f"{self._word}: {change.words}", does.value[1])
        set_ring(self, RADIUS_CELL)
        look().changed.connect(self._restyle)

    @property
    def does(self) -> Does:
        """What a click does."""
        return self._does

    def hasHeightForWidth(self) -> bool:
        """It wraps."""
        return True

    def heightForWidth(self, width: int, /) -> int:
        """The lines of the sentence, and of the word where that stands above it."""
        above = 0 if self._is_beside(width) else look().line_height("secondary")
        return self._at(width).height + above + 2 * look().px(PADDING)

    def sizeHint(self) -> QSize:
        """Comfortable to read."""
        width = look().px(520)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """A few words to a line."""
        return QSize(look().px(150), look().px(32))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what a click does."""
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if by is not None:
            self.stepped.emit(by)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The guide wants to know what is in hand."""
        super().focusInEvent(event)
        self.entered.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Redraw for the hover fill."""
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Redraw without it."""
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Sign, word, sentence, and what a click does."""
        del event
        painter, sight = QPainter(self), look()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() and self._does is not Does.NOTHING:
            round_rect(painter, QRectF(self.rect()), sight.px(RADIUS_CELL), sight.colour("hover"))
        top, line = float(sight.px(PADDING)), sight.line_height("body")
        size, is_beside = sight.px(SIGN), self._is_beside(self.width())
        sight.paint_icon(painter, QRectF(0, top + (line - size) / 2, size, size), self._icon, "text", 2.2)
        painter.setPen(sight.colour("muted"))
        word = lay_out(Runs(self._word, ()), sight.font("secondary"), line)
        paint_paragraph(painter, QPointF(sight.px(WORD), top), word)
        painter.setPen(sight.colour("text"))
        below = 0 if is_beside else sight.line_height("secondary")
        left = sight.px(BESIDE if is_beside else WORD)
        paint_paragraph(painter, QPointF(left, top + below), self._at(self.width()))
        self._paint_arrow(painter, top + line / 2)

    def _paint_arrow(self, painter: QPainter, middle: float) -> None:
        icon = "chevron-down" if self.isChecked() else self._does.value[0]
        if icon:
            size = look().px(ARROW)
            place = QRectF(self.width() - size - look().px(4), middle - size / 2, size, size)
            look().paint_icon(painter, place, icon, "text" if self.underMouse() else "muted")

    def _is_beside(self, width: int) -> bool:
        return width >= look().px(NARROW)

    def _at(self, width: int) -> Paragraph:
        known = self._laid_out.get(width)
        if known is None:
            sight = look()
            left = BESIDE if self._is_beside(width) else WORD
            room = max(width - sight.px(left + ARROW + 12), 1)
            known = lay_out(Runs(self.text(), ()), sight.font("body"), sight.line_height("body"), room)
            if len(self._laid_out) >= KEPT:
                self._laid_out.clear()
            self._laid_out[width] = known
        return known

    def _restyle(self) -> None:
        self._laid_out = {}
        self.updateGeometry()
        self.update()


class ChangeItem(QWidget):
    """A row and, below it, what its sentence has no room for. `wanted`: the user wants to go to the field."""

    wanted = Signal()

    def __init__(self, change: Change, *, leads: bool) -> None:
        super().__init__()
        self._change = change
        self._whole: QWidget | None = None
        is_whole_shown = is_shortened(change)
        has_more = change.kind in {"added", "removed"} and bool(change.was or change.now)
        does = Does.GOES if leads else Does.OPENS if has_more and not is_whole_shown else Does.NOTHING
        self.row = ChangeRow(change, does)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.row)
        self.row.clicked.connect(self._on_clicked)
        if is_whole_shown:
            self._show_whole()

    @property
    def is_open(self) -> bool:
        """Whether all of it is shown."""
        return self._whole is not None and not self._whole.isHidden()

    @property
    def is_stop(self) -> bool:
        """Whether the keyboard can be put on it."""
        return self.row.does is not Does.NOTHING

    def take_focus(self) -> None:
        """Put the keyboard on it."""
        self.row.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_clicked(self) -> None:
        if self.row.does is Does.GOES:
            self.wanted.emit()
        elif self.row.does is Does.OPENS:
            self._show_whole(shown=self.row.isChecked())

    def _show_whole(self, *, shown: bool = True) -> None:
        if self._whole is None:
            self._whole = _Whole(self._change)
            self._column.addWidget(self._whole)
        self._whole.setVisible(shown)
        self.row.setAccessibleDescription("Enter closes it." if shown else self.row.does.value[1])


class _Whole(QWidget):
    """The old and the new text, side by side where there is room; of what came or went, the one there is."""

    def __init__(self, change: Change) -> None:
        super().__init__()
        was, now = change.was, change.now
        if change.kind == "changed":
            was, now = marked(was, now)
        named = (
            ("Was", "" if was == NOT_SAID else was, "muted"),
            ("Now", "" if now == NOT_SAID else now, "text"),
        )
        texts = [_Text(name, text, token) for name, text, token in named if text]
        columns = Columns(190, (1, 2)[: len(texts)], gap=20, row_gap=8)
        columns.show_widgets(texts)
        self._column = QVBoxLayout(self)
        self._column.addWidget(columns)
        look().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        px = look().px
        self._column.setContentsMargins(px(WORD), 0, px(ARROW + 8), px(10))


class _Text(QWidget):
    """One of the two, with its name above it."""

    def __init__(self, name: str, text: str, token: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(2))
        column.addWidget(Sentence(name, "group", "muted"))
        column.addWidget(Sentence(text, "secondary", token))
        column.addStretch(1)
