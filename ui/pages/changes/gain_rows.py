"""Who gains or loses by the change: what differs first, what is as before, or not known, folded."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.effects import ICONS, INKS
from ui.requests import Requests
from ui.theme.look import look
from ui.widgets import Heading
from ui.widgets.fold_list import FoldItem
from ui.widgets.fold_row import LEFT, Folding
from ui.widgets.growing_column import GrowingColumn, Make
from ui.widgets.icon_sign import SIZE, IconSign
from ui.widgets.laid_out import nest
from ui.widgets.why_sentence import WhySentence
from workbook.analysis.finding import Finding
from workbook.analysis.win_win.in_short import Effect

TITLE = "Gain or loss"
SAME = Folding("body_medium", is_item=False)
FEW = 12
"""So many rows are shown at once; more would keep what changed out of sight."""
DOTS_WITH_SCENARIOS = 4
"""In an id: difference.net, the scenario before, the one after, and the stakeholder."""


def differs(finding: Finding) -> bool:
    """Whether somebody fares otherwise than before, as far as that is known."""
    return len({each.value for each in finding.inputs}) > 1 and not _cannot_be_compared(finding)


def effect_of(finding: Finding) -> Effect | None:
    """Better, worse, neither or not known; None where it is told, but by how much cannot be.

    That is so of those who join or leave, and of what was not known before.
    """
    if isinstance(finding.value, int | float):
        return "gain" if finding.value > 0 else "loss" if finding.value < 0 else "even"
    if finding.severity == "warning":
        return "loss"
    if finding.severity == "advice" or _cannot_be_compared(finding):
        return "open"
    return None if differs(finding) else "even"


class GainRow(QWidget):
    """One stakeholder in one scenario: the sign, the sentence, and why."""

    def __init__(self, finding: Finding, requests: Requests) -> None:
        super().__init__()
        effect = effect_of(finding)
        sign = IconSign("arrow-right") if effect is None else IconSign(ICONS[effect], INKS[effect])
        self.said = WhySentence(requests)
        self.said.show_finding(finding)
        self._row = QHBoxLayout(self)
        self._sign = QVBoxLayout()
        self._sign.addWidget(sign)
        self._sign.addStretch(1)
        nest(self._row, self._sign)
        self._row.addWidget(self.said, 1)
        look().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        px = look().px
        self._row.setContentsMargins(0, px(2), 0, px(2))
        self._row.setSpacing(px(8))
        self._sign.setContentsMargins(0, (look().line_height("body") - px(SIZE)) // 2, 0, 0)


class Gains(QWidget):
    """Hidden where there is nobody of whom it could be told."""

    entered = Signal()
    rearranged = Signal()

    def __init__(self, requests: Requests) -> None:
        super().__init__()
        self._requests = requests
        self._shown: tuple[Finding, ...] | None = None
        self._title = Heading(TITLE, "subheading")
        self.rows, self._others = GrowingColumn(), GrowingColumn()
        self._waiting: dict[GrowingColumn, list[Make]] = {}
        self.told, self.same = FoldItem(lambda: self.rows, SAME), FoldItem(lambda: self._others, SAME)
        for rows in (self.rows, self._others):
            rows.setParent(self)  # until their rows are opened for the first time
            rows.hide()
        self.told.opened.connect(lambda: self._show_rows(self.rows))
        self.same.opened.connect(lambda: self._show_rows(self._others))
        for item in (self.told, self.same):
            item.entered.connect(self.entered)
            item.closed.connect(self.rearranged)
        for rows in (self.rows, self._others):
            rows.grown.connect(self.rearranged)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (self._title, self.told, self.same):
            self._column.addWidget(widget)
        look().changed.connect(self._fit)
        self._fit()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these; rows are made anew only if others are shown."""
        self.setVisible(bool(findings))
        if tuple(findings) == self._shown:
            return
        self._shown = tuple(findings)
        told = [each for each in findings if differs(each)]
        others = [each for each in findings if not differs(each)]
        for rows, its in ((self.rows, told), (self._others, others)):
            self._waiting[rows] = [partial(GainRow, each, self._requests) for each in its]
        self.told.setVisible(bool(told))
        self.same.setVisible(bool(others))
        self.told.head.show_words(_told_said(told), "")
        self.same.head.show_words(_others_said(others), "")
        self._fold(are_few=len(told) <= FEW)

    def _fold(self, *, are_few: bool) -> None:
        """A few need no head; of many, the head says how many there are. Whatever is open is made anew."""
        is_another = self.told.head.isHidden() is not are_few
        self.told.head.setVisible(not are_few)
        for item, rows in ((self.told, self.rows), (self.same, self._others)):
            if item.is_open:
                self._show_rows(rows)
        if is_another or are_few:
            self.told.open(is_open=are_few)

    def _show_rows(self, rows: GrowingColumn) -> None:
        makers = self._waiting.pop(rows, None)
        if makers is not None:
            rows.show_rows(makers)
        self.rearranged.emit()

    def _fit(self) -> None:
        px = look().px
        self._column.setSpacing(px(4))
        self._others.setContentsMargins(px(LEFT), 0, 0, px(8))


def _cannot_be_compared(finding: Finding) -> bool:
    """No scenario stands in both, nor is one chosen in both: then the id names no scenarios either."""
    return finding.id.count(".") < DOTS_WITH_SCENARIOS


def _told_said(told: Sequence[Finding]) -> str:
    """How many fare better, worse, or otherwise without a number for it."""
    effects = [effect_of(each) for each in told]
    better, worse = effects.count("gain"), effects.count("loss")
    words = ((better, "better off"), (worse, "worse off"), (len(told) - better - worse, "otherwise"))
    return ", ".join(f"{number} {how}" for number, how in words if number)


def _others_said(others: Sequence[Finding]) -> str:
    """How many are as before, and how many are not known."""
    unknown = sum(effect_of(each) == "open" for each in others)
    same = len(others) - unknown
    parts = [f"{same} as before"] if same else []
    return ", ".join([*parts, f"{unknown} not yet known"] if unknown else parts)
