"""A published case as a card: the only cards there are, because one picks a case as a whole."""

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.charts.subjects import who_of
from ui.theme.look import look
from ui.theme.tokens import RADIUS_CARD
from ui.widgets import CaseTile, MixBar, Painted, Sentence, describe, set_ring
from ui.widgets.laid_out import nest
from ui.widgets.painting.shapes import round_rect
from workbook.analysis.subject import case_subject
from workbook.analysis.wording import capitalised
from workbook.model.case import Case
from workbook.model.workbook import Workbook

IN_ONE_LINE = {
    "floraholland": "Growers were willing to give Customs extra data; Customs would make their trade easier.",
    "flowminder": "After an earthquake a phone operator gave call records, to show where people had moved.",
    "nys_food_traceability": "Farms, buyers and the state explore how to show that food is local.",
}
"""Ours, after each case's source. Another case is introduced by its summary."""


class CaseCard(QAbstractButton):
    """Tile, name, what it was about, its mix; a click begins a workbook from it."""

    def __init__(self, case: Case) -> None:
        super().__init__()
        self.case_id = case.id
        who = who_of(case_subject(case), Workbook())
        about = IN_ONE_LINE.get(case.id, case.summary)
        describe(self, f"Begin from {case.label}", f"{about} Platform: {who.words}.")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        set_ring(self, RADIUS_CARD)
        self._head = QHBoxLayout()
        self._head.addWidget(CaseTile(case.id, 30), 0, Qt.AlignmentFlag.AlignTop)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(Sentence(case.label, "row_title"))
        names.addWidget(Sentence(case.name, "citation", "muted"))
        nest(self._head, names, 1)
        bar = MixBar(12)
        bar.set_name(case.label)
        bar.set_shares(who.mix)
        self._column = QVBoxLayout(self)
        nest(self._column, self._head)
        self._column.addWidget(Sentence(about, "secondary"))
        self._column.addStretch(1)
        self._column.addWidget(bar)
        self._column.addWidget(Sentence(capitalised(who.words), "citation", "muted"))
        self._column.addWidget(_Begin())
        for child in self.findChildren(QWidget):  # the card is one thing: its parts leave the mouse to it
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        look().changed.connect(self._fit)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter begins, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Redraw for the mouse."""
        self.update()
        del event

    def leaveEvent(self, event: QEvent) -> None:
        """Redraw without it."""
        self.update()
        del event

    def paintEvent(self, _event: QPaintEvent) -> None:
        """White paper with an edge that the mouse makes stronger."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_lively = self.underMouse() or self.isDown()
        radius = look().px(RADIUS_CARD)
        edge = look().colour("edge" if is_lively else "hair")
        round_rect(painter, QRectF(self.rect()), radius, look().colour("surface"), edge)
        painter.end()

    def _fit(self) -> None:
        px = look().px
        self._column.setContentsMargins(px(18), px(18), px(18), px(14))
        self._column.setSpacing(px(8))
        self._head.setSpacing(px(12))


class _Begin(QWidget):
    """The words at the foot of a card, with an arrow."""

    def __init__(self) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(Sentence("Begin from this case", "button"), 0)
        self._row.addWidget(_Arrow())
        self._row.addStretch(1)
        look().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self._row.setSpacing(look().px(8))


class _Arrow(Painted):
    """An arrow to the right."""

    def __init__(self) -> None:
        super().__init__()
        self._on_look_changed()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The arrow."""
        painter = QPainter(self)
        look().paint_icon(painter, QRectF(self.rect()), "arrow-right", "text")
        painter.end()

    def _on_look_changed(self) -> None:
        self.setFixedSize(look().px(15), look().px(15))
        super()._on_look_changed()
