"""The rows of all eight: what the draft says of a dimension, and what of it each case shares."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui.pages.dimensions.wording import drawn
from ui.theme.look import look
from ui.widgets import set_ring
from ui.widgets.painting import in_words, paint_mix_bar, paint_shared_bar, round_rect
from ui.widgets.painting.lines import paint_lines, wrapped
from workbook.analysis.subject import Shares
from workbook.model.vocabulary import DimensionId

BAR = 14
NARROW = 660
"""Below this logical width the bars stand under the words."""
MOST_LINES = 2


@dataclass(frozen=True)
class Places:
    """Where the columns of the table stand, in pixels; the head and all rows share it."""

    text: QRectF
    draft: QRectF
    cases: tuple[QRectF, ...]
    is_narrow: bool


@dataclass(frozen=True)
class RowContent:
    """What a row shows of its dimension."""

    name: str
    says: str
    is_open: bool
    shares: Shares | None
    words: str
    cases: tuple[tuple[str, Shares | None], ...]


def places(width: int, cases: int) -> Places:
    """The columns for a width: number, words, the draft's mix, the cases' mixes."""
    px = look().px
    is_narrow = width < px(NARROW)
    number = px(26)
    case_width = px(52) if width < px(960) else px(84)
    gap = px(12)
    block = cases * case_width + max(0, cases - 1) * gap
    case_left = width - block
    draft_left = number if is_narrow else case_left - px(26) - (px(196) if width < px(960) else px(250))
    draft_right = case_left - px(26 if cases else 0)
    text_right = width if is_narrow else draft_left - px(24)
    return Places(
        text=QRectF(number, 0, text_right - number, 0),
        draft=QRectF(draft_left, 0, draft_right - draft_left, 0),
        cases=tuple(QRectF(case_left + n * (case_width + gap), 0, case_width, 0) for n in range(cases)),
        is_narrow=is_narrow,
    )


class DimensionRow(QAbstractButton):
    """One dimension: its name, our words or its question, the draft's mix, and the cases beside it."""

    entered = Signal()
    """The keyboard came to this row: the guide should talk about it."""
    why_wanted = Signal()

    def __init__(self, dimension: DimensionId, number: int) -> None:
        super().__init__()
        self.dimension = dimension
        self.number = number
        self._content: RowContent | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        set_ring(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look().changed.connect(self._restyle)

    def show_content(self, content: RowContent) -> None:
        """Show another state of the dimension."""
        if content == self._content:
            return
        self._content = content
        self.setText(content.name)
        self.setAccessibleName(f"{self.number}. {content.name}: {content.words}")
        beside = "; ".join(f"{name}: {in_words(drawn(shares))}" for name, shares in content.cases)
        self.setAccessibleDescription(f"{content.says} {beside}. Enter opens the card, F1 says why.")
        self.setToolTip(content.says)
        self.updateGeometry()
        self.update()

    @property
    def content(self) -> RowContent | None:
        """What it shows."""
        return self._content

    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the higher of its two sides, or both where they stand below each other."""
        if self._content is None:
            return look().px(64)
        where = places(width, len(self._content.cases))
        left, right = self._text_height(where), self._draft_height(where)
        inner = left + look().px(8) + right if where.is_narrow else max(left, right)
        return inner + look().px(12)

    def sizeHint(self) -> QSize:
        """Any width is welcome."""
        width = max(self.width(), look().px(480))
        return QSize(look().px(480), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The bars of three cases and the draft's."""
        return QSize(look().px(360), look().px(56))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the card, as Space does; F1 asks why."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_F1:
            self.why_wanted.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell who wants to know that this row is in hand."""
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

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Words left, bars right; a hairline below."""
        content = self._content
        if content is None:
            return
        here = look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            round_rect(painter, QRectF(self.rect()), here.px(6), here.colour("hover"))
        where = places(self.width(), len(content.cases))
        top = here.px(6)
        painter.setPen(here.colour("muted"))
        painter.setFont(here.font("figure"))
        number = QRectF(here.px(2), top, here.px(24), here.line_height("row_title"))
        painter.drawText(number, Qt.AlignmentFlag.AlignVCenter, str(self.number))
        text = QRectF(where.text)
        text.moveTop(top)
        below = self._paint_text(painter, text, content)
        self._paint_bars(painter, where, content, below + here.px(8) if where.is_narrow else top + here.px(2))
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), here.colour("hair"))

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def _paint_text(self, painter: QPainter, place: QRectF, content: RowContent) -> float:
        here = look()
        painter.setPen(here.colour("text"))
        title, font = wrapped(content.name, here.font("row_title"), place.width(), 2), here.font("row_title")
        below = paint_lines(painter, place, title, font, here.line_height("row_title"))
        painter.setPen(here.colour("muted"))
        words = wrapped(content.says, here.font("secondary"), place.width(), MOST_LINES)
        place = QRectF(place.left(), below, place.width(), 0)
        return paint_lines(painter, place, words, here.font("secondary"), self._line)

    def _paint_bars(self, painter: QPainter, where: Places, content: RowContent, top: float) -> None:
        here = look()
        high = here.px(BAR)
        bar = QRectF(where.draft.left(), top, where.draft.width(), high)
        paint_mix_bar(painter, bar, drawn(content.shares), here)
        painter.setPen(here.colour("muted" if content.is_open else "text"))
        words = wrapped(content.words, here.font("secondary"), where.draft.width(), 3)
        below = QRectF(where.draft.left(), top + high + here.px(3), where.draft.width(), 0)
        paint_lines(painter, below, words, here.font("secondary"), self._line)
        for column, (_name, shares) in zip(where.cases, content.cases, strict=True):
            box = QRectF(column.left(), top, column.width(), high)
            paint_shared_bar(painter, box, drawn(shares), drawn(content.shares), here)

    def _text_height(self, where: Places) -> int:
        content, here = self._content, look()
        if content is None:
            return 0
        title = wrapped(content.name, here.font("row_title"), where.text.width(), 2)
        says = wrapped(content.says, here.font("secondary"), where.text.width(), MOST_LINES)
        return len(title) * here.line_height("row_title") + round(len(says) * self._line)

    def _draft_height(self, where: Places) -> int:
        content, here = self._content, look()
        if content is None:
            return 0
        words = wrapped(content.words, here.font("secondary"), where.draft.width(), 3)
        return here.px(BAR + 5) + round(len(words) * self._line)

    @property
    def _line(self) -> float:
        return look().px(17)
