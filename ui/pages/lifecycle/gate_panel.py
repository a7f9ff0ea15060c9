"""The gate ahead: what it asks, what of it holds, the next move and all others, the move in the making."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from ui.pages.lifecycle.condition_row import ConditionRow
from ui.pages.lifecycle.move_panel import MovePanel
from ui.pages.lifecycle.wording import move_words
from ui.requests import Requests
from ui.theme.look import look
from ui.widgets import Button, FlowLayout, Heading, Sentence, describe
from ui.widgets.fold import Fold
from ui.widgets.laid_out import nest
from ui.widgets.tab_order import tab_as_laid_out
from ui.widgets.why_sentence import WhySentence
from workbook.analysis.lifecycle.conditions import Condition
from workbook.analysis.lifecycle.findings import LifecycleAnalysis
from workbook.analysis.lifecycle.moves import PossibleMove
from workbook.analysis.wording import counted
from workbook.library.entries import Library

FEW = 6
"""So many conditions stand in a list; of more, those that hold or are not applicable fold away."""
AT_REST = ("pause", "close")
CLOSED = "Closed"
CLOSED_SAYS = "This partnership is closed. It can be taken up again at any stage."
OPEN_ASKS = "What does not hold asks for a reason and a name; moving on is always possible."


class GatePanel(QWidget):
    """`move_wanted`: a move is chosen; `act_wanted`: a condition is to be met."""

    move_wanted = Signal(object)
    act_wanted = Signal(object)
    entered = Signal()

    def __init__(self, requests: Requests, panel: MovePanel) -> None:
        super().__init__()
        self._requests, self.panel = requests, panel
        self._moves: tuple[PossibleMove, ...] = ()
        self._next: PossibleMove | None = None
        self._rows: dict[str, ConditionRow] = {}
        self._by_id: dict[str, Condition] = {}
        self._asks_something = False
        self._title = Heading("", "subheading")
        self._summary = WhySentence(requests, "secondary", "muted")
        self._asks = Sentence(OPEN_ASKS, "secondary", "muted")
        self.next = Button("", "primary", "arrow-right")
        self.others = Button("Other moves", "secondary", "chevron-down")
        describe(self.others, "Other moves", "Every other stage, and pausing, closing or renewing.")
        self._open, self._settled = QWidget(), QWidget()
        self._fold = Fold("", self._settled)
        self._lay_out()
        self.next.clicked.connect(lambda: self._want(self._next))
        self.others.clicked.connect(self.open_menu)
        for button in (self.next, self.others):
            button.installEventFilter(self)
        look().changed.connect(self._fit)
        self._fit()

    def show_gate(self, found: LifecycleAnalysis, library: Library) -> bool:
        """Show what is asked ahead; the answer is whether any row is new, gone or elsewhere."""
        gate = found.ahead
        self._moves = found.moves
        self._next = next_move(found)
        name = library.stage(found.path.stage).name
        self._title.setText(CLOSED if gate is None else f"To leave {name}")
        if gate is None:
            self._summary.show_finding(found.path.finding, CLOSED_SAYS)
        else:
            self._summary.show_finding(gate.finding)
        self._asks_something = gate is not None and bool(gate.unmet) and gate.stage != "renewal"
        self._show_moves()
        return self._show_conditions(() if gate is None else gate.conditions)

    def show_making(self, *, is_making: bool) -> None:
        """While a move is being made its panel has the one button that stands out."""
        self.next.setVisible(not is_making and self._next is not None)
        self._asks.setVisible(not is_making and self._asks_something)
        self._list.setVisible(not is_making)

    @property
    def moves(self) -> tuple[PossibleMove, ...]:
        """Every move that is open."""
        return self._moves

    def take_focus(self) -> None:
        """Put the keyboard on the next move."""
        (self.others if self.next.isHidden() else self.next).setFocus(Qt.FocusReason.OtherFocusReason)

    def made_menu(self) -> QMenu:
        """All moves but the next one, not yet open."""
        menu = QMenu(self)
        menu.setAccessibleName("Other moves")
        others = [each for each in self._moves if each != self._next]
        kind = ""
        for each in others:
            group = "rest" if each.kind in AT_REST else each.kind
            if kind and group != kind:
                menu.addSeparator()
            kind = group
            action = menu.addAction(move_words(each).replace("&", "&&"))
            action.triggered.connect(lambda _=False, each=each: self._want(each))
        return menu

    def open_menu(self) -> None:
        """Offer all other moves."""
        menu = self.made_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.others.mapToGlobal(QPoint(0, self.others.height())))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The guide wants to know what is in hand."""
        if event.type() == QEvent.Type.FocusIn:
            self.entered.emit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may have room for the buttons beside the title."""
        super().resizeEvent(event)
        self._arrange()

    def _want(self, move: PossibleMove | None) -> None:
        if move is not None:
            self.move_wanted.emit(move)

    def _show_moves(self) -> None:
        self.next.setVisible(self._next is not None)
        if self._next is not None:
            self.next.setText(move_words(self._next))
            self.next.updateGeometry()
        self._arrange()

    def _show_conditions(self, conditions: Sequence[Condition]) -> bool:
        is_long = len(conditions) > FEW
        settled = [each for each in conditions if is_long and not each.is_unmet]
        listed = [each for each in conditions if each not in settled]
        is_another = list(self._rows) != [each.id for each in (*listed, *settled)]
        if is_another:
            self._make_rows(listed, settled)
        for each in conditions:
            self._rows[each.id].show_condition(each)
        self._fold.setVisible(bool(settled))
        self._fold.show_title(_settled_words(settled))
        self._by_id = {each.id: each for each in conditions}
        return is_another

    def _make_rows(self, listed: Sequence[Condition], settled: Sequence[Condition]) -> None:
        kept = {each.id for each in (*listed, *settled)}
        for key, row in self._rows.items():
            for column in (self._listed, self._settled_rows):
                column.removeWidget(row)
            if key not in kept:
                row.hide()
                row.deleteLater()
        rows = self._rows
        self._rows = {}
        for column, conditions in ((self._listed, listed), (self._settled_rows, settled)):
            for each in conditions:
                row = rows.get(each.id) or self._made_row(each.id)
                self._rows[each.id] = row
                column.addWidget(row)
                row.show()

    def _made_row(self, key: str) -> ConditionRow:
        row = ConditionRow(self._requests)
        row.entered.connect(self.entered)
        row.act_wanted.connect(lambda: self.act_wanted.emit(self._by_id[key]))
        return row

    def _lay_out(self) -> None:
        said = QWidget()
        self._said = QVBoxLayout(said)
        self._said.setContentsMargins(0, 0, 0, 0)
        self._said.addWidget(self._title)
        at_left = QHBoxLayout()
        at_left.addWidget(self._summary)
        at_left.addStretch(1)
        nest(self._said, at_left)
        self._buttons = QWidget()
        flow = FlowLayout(self._buttons, 8, 6)
        flow.addWidget(self.next)
        flow.addWidget(self.others)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.addWidget(said, 1)
        self._head.addWidget(self._buttons, 0, Qt.AlignmentFlag.AlignTop)
        self._listed = QVBoxLayout(self._open)
        self._settled_rows = QVBoxLayout(self._settled)
        self._list = QWidget()
        column = QVBoxLayout(self._list)
        for layout in (self._listed, self._settled_rows, column):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        column.addWidget(self._open)
        column.addWidget(self._fold)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        nest(self._column, self._head)
        for widget in (self._asks, self.panel, self._list):
            self._column.addWidget(widget)
        tab_as_laid_out(self)

    def _arrange(self) -> None:
        """The buttons stand beside the title, if they and some words have room."""
        wanted = self._buttons.sizeHint().width() + look().px(220)
        beside = wanted <= self.width()
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._head.setDirection(across if beside else down)

    def _fit(self) -> None:
        px = look().px
        self._head.setSpacing(px(12))
        self._said.setSpacing(px(2))
        self._column.setSpacing(px(8))
        self._arrange()


def next_move(found: LifecycleAnalysis) -> PossibleMove | None:
    """The move that comes first to mind: on to the next stage, on where it rested, or into a new cycle."""
    kinds = ("resume", "forward", "renew")
    return next((each for kind in kinds for each in found.moves if each.kind == kind), None)


def _settled_words(settled: Sequence[Condition]) -> str:
    met = sum(each.state == "met" for each in settled)
    said = [f"{counted(met, 'condition')} met"] if met else []
    aside = len(settled) - met
    return ", ".join((*said, *([f"{aside} not applicable"] if aside else [])))
