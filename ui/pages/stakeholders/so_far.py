"""What each scenario means to one stakeholder so far: at the foot of its page, in a word with its why."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.document import Change, Document
from ui.effects import ICONS, INKS
from ui.pages.stakeholders.wording import name_in_list
from ui.requests import Requests
from ui.theme.look import look
from ui.theme.tokens import RADIUS_CELL, TARGET
from ui.widgets import Button, Figure, Painted, Sentence, describe, set_ring
from ui.widgets.columns import Columns
from ui.widgets.laid_out import nest
from ui.widgets.painting.paragraph import Paragraph, Runs, lay_out, paint_paragraph
from ui.widgets.painting.shapes import round_rect
from workbook.analysis.finding import Finding
from workbook.analysis.win_win.in_short import Effect, InShort, in_short
from workbook.analysis.win_win.naming import scenario_name
from workbook.model.draft import Draft
from workbook.model.scenarios import Scenario
from workbook.model.stakeholders import Stakeholder

PAUSE = 150
"""Milliseconds after the last change before it is worked out anew."""
NARROWEST = 132
ICON = 16


class SoFar(QWidget):
    """Keeps ids only. Hidden while there is no scenario, or nothing that the stakeholder wants."""

    def __init__(self, document: Document, requests: Requests) -> None:
        super().__init__()
        self._document, self._requests = document, requests
        self._draft, self._holder = "", ""
        self.meanings: dict[str, Meaning] = {}
        self._title = Sentence("", "section")
        self.all = Button("See them all", "ghost", "handshake")
        self.all.setAccessibleDescription("Shows on the page Win-win what they mean to everybody.")
        self.all.clicked.connect(lambda: requests.go_to_page("win_win"))
        self._columns = Columns(NARROWEST, (1, 2, 3, 4), 16, 12, same_height=True)
        self._later = QTimer(self, singleShot=True, interval=PAUSE)
        self._later.timeout.connect(self._work_out)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.all, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        nest(self._column, head)
        self._column.addWidget(self._columns)
        look().changed.connect(self._fit)
        self._fit()

    def refresh(self, change: Change | None, draft: Draft, stakeholder: Stakeholder) -> bool:
        """Names at once, verdicts after a pause in typing; the answer is whether any are new or gone."""
        self._draft, self._holder = draft.id, stakeholder.id
        is_judged = stakeholder.standing != "context" and bool(stakeholder.interests)
        scenarios = draft.scenarios if is_judged else ()
        self.setVisible(bool(scenarios))
        self._title.setText(f"What the scenarios mean for {name_in_list(stakeholder)} so far")
        is_another = [each.id for each in scenarios] != list(self.meanings)
        if is_another:
            self.meanings = {each.id: self._made(each) for each in scenarios}
            self._columns.show_widgets(list(self.meanings.values()))
        for each in scenarios:
            self.meanings[each.id].show_name(scenario_name(each))
        if change is None or is_another:
            self._later.stop()
            self._work_out()
        else:
            self._later.start()
        return is_another

    def _work_out(self) -> None:
        """Of the draft as it is now, if it is still the one that is looked at."""
        draft = self._document.draft
        if draft is None or draft.id != self._draft or not self.meanings:
            return
        found = self._document.findings.win_win(self._document.workbook, draft)
        for scenario in found.figures.values.scenarios:
            meaning = self.meanings.get(scenario.id)
            if meaning is not None and self._holder in scenario.rows:
                said = in_short(found.figures.values, scenario, self._holder)
                meaning.show_verdict(said, found.net(scenario.id, self._holder))

    def _made(self, scenario: Scenario) -> "Meaning":
        meaning, key = Meaning(self._requests), scenario.id
        meaning.name.clicked.connect(lambda: self._go_to_scores(key))
        return meaning

    def _go_to_scores(self, scenario: str) -> None:
        """To the first interest that is not scored yet, or else the first one."""
        draft = self._document.draft
        if draft is None:
            return
        holder = next(each for each in draft.stakeholders if each.id == self._holder)
        its = next(each for each in draft.scenarios if each.id == scenario)
        scored = {score.interest for score in its.scores if score.value is not None}
        interests = [each.id for each in holder.interests]
        interest = next((each for each in interests if each not in scored), interests[0])
        self._requests.go_to(("drafts", draft.id, "scenarios", scenario, "scores", interest))

    def _fit(self) -> None:
        self._column.setSpacing(look().px(8))


class Meaning(QWidget):
    """A scenario's name, which leads to its scores, and below it the verdict, which answers why."""

    def __init__(self, requests: Requests) -> None:
        super().__init__()
        self.name = NameButton()
        self._sign = EffectSign()
        self.verdict = Figure("", None, requests, "body_strong")
        row = QHBoxLayout()
        row.addWidget(self._sign)
        row.addWidget(self.verdict)
        row.addStretch(1)
        self._row = row
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.name)
        self._column.addStretch(1)  # so that the verdicts of a row stand on one line
        nest(self._column, row)
        look().changed.connect(self._fit)
        self._fit()

    def show_name(self, name: str) -> None:
        """What the scenario is called."""
        if name != self.name.text():
            self.name.show_name(name)
            self._name_verdict()

    def show_verdict(self, said: InShort, finding: Finding | None) -> None:
        """What it means."""
        self._sign.show_effect(said.effect)
        self.verdict.set_token(INKS[said.effect])
        self.verdict.set_figure(said.words, finding)
        self._name_verdict()

    def _name_verdict(self) -> None:
        self.verdict.setAccessibleName(f"{self.name.text()}: {self.verdict.text()}")

    def _fit(self) -> None:
        self._row.setSpacing(look().px(6))


class EffectSign(Painted):
    """Gain, loss, neither or not yet known, told apart by shape. The word stands beside it."""

    def __init__(self) -> None:
        super().__init__()
        self._effect: Effect = "open"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_effect(self, effect: Effect) -> None:
        """Show another one."""
        self._effect = effect
        self.update()

    def sizeHint(self) -> QSize:
        """A small square."""
        return QSize(look().px(ICON), look().px(ICON))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sign."""
        del event
        look().paint_icon(QPainter(self), QRectF(self.rect()), ICONS[self._effect], INKS[self._effect], 2.2)


class NameButton(QAbstractButton):
    """A name that leads on. It wraps."""

    def __init__(self) -> None:
        super().__init__()
        self._laid_out: dict[int, Paragraph] = {}
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        set_ring(self, RADIUS_CELL)
        look().changed.connect(self._restyle)

    def show_name(self, name: str) -> None:
        """Say another name."""
        self.setText(name)
        describe(self, name, "Goes to its scores.")
        self._restyle()

    def hasHeightForWidth(self) -> bool:
        """It wraps."""
        return True

    def heightForWidth(self, width: int, /) -> int:
        """Its lines, and no less than can be hit."""
        return round(self._at(width).height + 2 * self._above())

    def sizeHint(self) -> QSize:
        """Two words to a line."""
        width = look().px(NARROWEST)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """One word."""
        return QSize(look().px(72), look().px(TARGET))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes, as Space does."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The lines, on a ground while the mouse is over them."""
        del event
        painter, sight = QPainter(self), look()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            round_rect(painter, QRectF(self.rect()), sight.px(RADIUS_CELL), sight.colour("hover"))
        lines = self._at(self.width())
        painter.setPen(sight.colour("text" if self.underMouse() else "muted"))
        paint_paragraph(painter, QPointF(0, self._above()), lines)

    def _above(self) -> float:
        """So much room above and below that a single line can be hit."""
        return max(0.0, (look().px(TARGET) - look().line_height("secondary")) / 2)

    def _at(self, width: int) -> Paragraph:
        known = self._laid_out.get(width)
        if known is None:
            sight = look()
            words = Runs(self.text(), ())
            known = lay_out(words, sight.font("secondary"), sight.line_height("secondary"), max(width, 1))
            self._laid_out = {width: known}
        return known

    def _restyle(self) -> None:
        self._laid_out = {}
        self.updateGeometry()
        self.update()
