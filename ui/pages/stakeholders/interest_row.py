"""One interest: what it is, how much it matters, and below it, when open, its fields."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.document import Change, Document
from ui.forms.tied import Tied
from ui.pages.stakeholders.interest_editor import InterestEditor
from ui.pages.stakeholders.wording import said_of
from ui.requests import Requests
from ui.theme.look import look
from ui.theme.tokens import RADIUS_CELL
from ui.widgets import Figure, Hairline, describe, set_ring
from ui.widgets.laid_out import nest
from ui.widgets.list_button import ListButton
from ui.widgets.painting.paragraph import Paragraph, Runs, lay_out, paint_paragraph
from ui.widgets.painting.shapes import round_rect
from ui.widgets.tab_order import tab_as_laid_out
from ui.widgets.weight_pills import WeightPills
from workbook.analysis.stakes import Share
from workbook.editing import Address
from workbook.library.entries import Entry, Library
from workbook.model.scores import Scale
from workbook.model.stakeholders import Interest
from workbook.model.workbook import OwnEntry

CHEVRON, LEFT, PADDING = 14, 20, 7
SHARE = 74
NO_WORDS = "An interest without words"


class InterestHead(ListButton):
    """Words and what is known. Enter or click opens the fields, Alt with an arrow moves, Delete removes."""

    def __init__(self) -> None:
        super().__init__()
        self._said = ""
        self._laid_out: dict[int, list[Paragraph]] = {}
        self.setCheckable(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        set_ring(self, RADIUS_CELL)
        look().changed.connect(self._restyle)

    def show_words(self, words: str, said: str) -> None:
        """Show an interest."""
        if (words, said) != (self.text(), self._said):
            self.setText(words)
            self._said = said
            keys = "Enter opens or closes its fields, Alt with an arrow moves it, Delete removes it."
            describe(self, words, f"{said}. {keys}")
            self._restyle()

    def hasHeightForWidth(self) -> bool:
        """It wraps."""
        return True

    def heightForWidth(self, width: int, /) -> int:
        """Two texts, one below the other."""
        return sum(part.height for part in self._parts(width)) + 2 * look().px(PADDING)

    def sizeHint(self) -> QSize:
        """Comfortable to read."""
        width = look().px(300)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """A few words to a line."""
        return QSize(look().px(120), look().px(44))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Chevron and words."""
        del event
        painter, sight = QPainter(self), look()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            round_rect(painter, QRectF(self.rect()), sight.px(RADIUS_CELL), sight.colour("hover"))
        parts, top = self._parts(self.width()), float(sight.px(PADDING))
        size = sight.px(CHEVRON)
        middle = top + sight.line_height("row_title") / 2
        sign = "chevron-down" if self.isChecked() else "chevron-right"
        sight.paint_icon(painter, QRectF(0, middle - size / 2, size, size), sign, "muted")
        for part, token in zip(parts, ("text", "muted"), strict=False):
            painter.setPen(sight.colour(token))
            paint_paragraph(painter, QPointF(sight.px(LEFT), top), part)
            top += part.height

    def _parts(self, width: int) -> list[Paragraph]:
        known = self._laid_out.get(width)
        if known is None:
            sight = look()
            room = max(width - sight.px(LEFT), 1)
            known = [
                lay_out(Runs(self.text(), ()), sight.font("row_title"), sight.line_height("row_title"), room),
                lay_out(Runs(self._said, ()), sight.font("secondary"), sight.line_height("secondary"), room),
            ]
            self._laid_out = {width: known}
        return known

    def _restyle(self) -> None:
        self._laid_out = {}
        self.updateGeometry()
        self.update()


class InterestRow(QWidget):
    """Keeps the id of its interest; the fields are made when they are first opened."""

    opened = Signal()
    """The fields are shown now."""
    shifted = Signal(int)
    stepped = Signal(int)
    remove_wanted = Signal()
    own_wanted = Signal(str)
    entered = Signal(str)
    """The name of the field that is now in hand."""

    def __init__(self, document: Document, requests: Requests, at: Callable[[], Address | None]) -> None:
        super().__init__()
        self._document, self._at = document, at
        self._shown: tuple[Interest, tuple[Entry, ...], Scale] | None = None
        self.head = InterestHead()
        self.weight = WeightPills()
        self.share = Figure("", None, requests, "body")
        self.editor: InterestEditor | None = None
        self._tie = Tied(document, self.weight, self._weight_at, "change of weight", self)
        self._top = QHBoxLayout()
        self._top.addWidget(self.head, 1)
        self._top.addWidget(self.weight)
        self._top.addWidget(_at_right(self.share))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        nest(self._column, self._top)
        self._column.addWidget(Hairline())
        self._connect()
        look().changed.connect(self._fit)
        self._fit()

    def refresh(
        self,
        change: Change | None,
        interest: Interest,
        share: Share,
        scale: Scale,
        known: tuple[Library, tuple[OwnEntry, ...], tuple[Entry, ...]],
    ) -> None:
        """Show the interest; `known` is the library, the workbook's own entries, and all motivations."""
        library, own, motivations = known
        words = interest.text.strip() or NO_WORDS
        self.head.show_words(words, said_of(interest, library, own))
        self.weight.set_name(f"How much “{words}” matters")
        self._tie.refresh(change)
        if self.share.text() != share.words:
            self.share.set_figure(share.words, share.finding)
            self._fit()
        self.share.set_finding(share.finding)
        self.share.setAccessibleName(f"Share of the weights: {share.words}")
        self._shown = (interest, motivations, scale)
        if self.editor is not None and self.editor.isVisibleTo(self):
            self.editor.refresh(change, interest, motivations, scale)

    def open(self, *, is_open: bool = True) -> None:
        """Show the fields, or fold them away."""
        self.head.setChecked(is_open)
        if is_open:
            editor = self._the_editor()
            if self._shown is not None:
                editor.refresh(None, *self._shown)
            editor.show()
            self.opened.emit()
        elif self.editor is not None:
            self.editor.hide()
        self.head.update()

    def _the_editor(self) -> InterestEditor:
        if self.editor is None:
            self.editor = InterestEditor(self._document, self._at)
            self.editor.closed.connect(self._close)
            self.editor.remove_wanted.connect(self.remove_wanted)
            self.editor.own_wanted.connect(self.own_wanted)
            self.editor.entered.connect(self.entered)
            self._column.insertWidget(1, self.editor)
            tab_as_laid_out(self)
        return self.editor

    def _weight_at(self) -> Address | None:
        at = self._at()
        return None if at is None else (*at, "weight")

    def _connect(self) -> None:
        self.head.clicked.connect(self._toggle)
        self.head.shifted.connect(self.shifted)
        self.head.stepped.connect(self.stepped)
        self.head.remove_wanted.connect(self.remove_wanted)
        self.head.entered.connect(lambda: self.entered.emit("interests"))
        self.weight.entered.connect(lambda: self.entered.emit("weight"))

    def _toggle(self) -> None:
        self.open(is_open=self.head.isChecked())
        if self.head.isChecked() and self.editor is not None:
            self.editor.take_focus()

    def _close(self) -> None:
        self.open(is_open=False)
        self.head.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self) -> None:
        px = look().px
        self._top.setSpacing(px(10))
        self._column.setSpacing(0)
        place = self.share.parentWidget()
        if place is not None:
            place.setFixedWidth(max(px(SHARE), self.share.sizeHint().width()))


def _at_right(figure: Figure) -> QWidget:
    """A place as wide as the figures of all rows, so that their pills stand below one another."""
    place = QWidget()
    row = QHBoxLayout(place)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(figure, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return place
