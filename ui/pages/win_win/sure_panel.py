"""How sure: whether nobody loses if weights and scores are a little off. Worked out when it is looked at."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.charts.picture import Picture
from ui.charts.robustness_bars import RobustnessBars, Sureness, SureRow
from ui.charts.spot_view import SpotView
from ui.document import Document
from ui.forms.choice_field import SegmentedField
from ui.pages.win_win.panel import Panel, SectionHead
from ui.pages.win_win.sure_run import SureRun
from ui.pages.win_win.wording import shown
from ui.requests import Requests
from ui.theme.look import look
from ui.widgets import Button, FlowLayout, Hairline, Painted, Sentence, WhyMark, strong
from ui.widgets.columns import Columns
from ui.widgets.labelled import Labelled
from ui.widgets.painting.ink_bar import paint_ink_bar
from workbook.analysis.finding import Finding
from workbook.analysis.robustness.answer import Robustness
from workbook.analysis.robustness.findings import holds_finding, method_finding
from workbook.analysis.robustness.question import ScenarioInput
from workbook.analysis.robustness.statements import doubt_words
from workbook.analysis.robustness.words import how_sure, per_cent
from workbook.analysis.win_win.findings import WinWin
from workbook.analysis.wording import capitalised
from workbook.model.draft import Draft
from workbook.model.workbook import RobustnessSettings

AT = ("settings", "robustness")
PAUSE = 300
"""Milliseconds after a change before it is worked out anew."""
SHOWN_AFTER = 200
"""A run that is over sooner shows no progress: it would only flicker."""
WEIGHTS = (("", "As each says"), ("order", "Order only"), ("unknown", "Not known"))
SCORES = (("yes", "Off by a little"), ("no", "As given"))
HUES: dict[str, Sureness] = {"robust": "gain", "likely": "gain", "open": "unknown"}
WORDS = {"likely": "Likely to hold for all", "unlikely": "Unlikely to hold for all"}
NOBODY = "nobody in any draw"
STOPPED = "Stopped. Nothing has been worked out."


class SurePanel(Panel):
    """The settings are the workbook's: with the same seed everybody gets the same figures."""

    caption = "Share of the draws in which nobody loses"

    def __init__(self, document: Document, requests: Requests) -> None:
        super().__init__(document, requests)
        self._found: WinWin | None = None
        self._findings: dict[str, Finding] = {}
        self.run = SureRun(self)
        self.weights = SegmentedField("Weights", WEIGHTS, "How much of the weights is doubted.")
        self.scores = SegmentedField("Scores given", SCORES, "Whether scores that were given are doubted.")
        self.view = SpotView(RobustnessBars(()))
        self.progress = ProgressLine()
        self.again = Button("Work it out")
        self._problem = Sentence("", "body", "muted")
        self._decides = Sentence("", "finding")
        self._decides_why = WhyMark(None, requests, "What decides it: why?")
        self._method = Sentence("", "finding")
        self._method_why = WhyMark(None, requests, "How this was made")
        self.other_seed = Button("Draw with another seed", "secondary", "refresh-cw")
        self._later = QTimer(self, singleShot=True, interval=PAUSE)
        self._slow = QTimer(self, singleShot=True, interval=SHOWN_AFTER)
        self._lay_out()
        self._connect()
        self._show_state()

    def show_found(self, found: WinWin) -> None:
        """Ask anew, at once on a visit and after a pause where something changed under one's eyes."""
        is_visit = self._found is None or self._found.draft.id != found.draft.id
        self._found = found
        settings = self._settings
        self.weights.show_value(settings.weights)
        self.scores.show_value("yes" if settings.score_noise else "no")
        if self.run.holds_for(found.draft, settings):
            self.run.cancel()
            self._later.stop()
            self._show_answer()
        elif not self.run.is_about(found.draft, settings):
            self.run.cancel()
            if is_visit:
                self._start()
            else:
                self._later.start()

    def leave(self) -> None:
        """Nobody waits for it any more."""
        self._later.stop()
        self.run.cancel()
        self._found = None
        self._show_state()

    def picture(self) -> Picture | None:
        """The bars."""
        return self.view.picture

    def headline(self) -> tuple[str, str] | None:
        """How sure the pick is, and the question that was put; None before there is an answer."""
        answer, found = self.run.answer, self._found
        if answer is None or found is None or not self.run.holds_for(found.draft, self._settings):
            return None
        scenario = found.figures.recommendation.scenario
        shares = answer.simulation.scenarios.get(scenario or "")
        if scenario is None or shares is None:
            return None
        asked = _scenario(answer, scenario)
        word = how_sure(shares.nobody_loses)
        link = "whether" if word == "open" else "that"
        doubt = capitalised(doubt_words(answer.question, asked))
        draws = answer.simulation.draws
        return (
            f"{strong(asked.name)}: {link} nobody loses is {strong(word)}.",
            f"{doubt}: how often does nobody lose? Drawn {draws:,} times over.",
        )

    # What happens -----------------------------------------------------------------------------------------

    @property
    def _settings(self) -> RobustnessSettings:
        return self.document.workbook.settings.robustness

    def _start(self) -> None:
        draft = self._draft
        if draft is None or self._found is None:
            return
        self._later.stop()
        self._problem.setText("")
        self.progress.show_share(0.0, "Drawing weights and scores…")
        self.run.start(draft, self._settings)
        self._slow.start()
        self._show_state()

    def _stop(self) -> None:
        self._later.stop()
        self.run.cancel()
        self._problem.setText(STOPPED)
        self._show_state()
        self.again.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _draft(self) -> Draft | None:
        return None if self._found is None else self._found.draft

    def _on_progress(self, done: int, draws: int) -> None:
        self.progress.show_share(done / max(draws, 1), f"{done:,} of {draws:,} draws")

    def _on_answered(self) -> None:
        draft = self._draft
        if draft is None or not self.run.holds_for(draft, self._settings):
            return
        self._show_answer()

    def _on_failed(self, problem: str) -> None:
        self._problem.setText(f"It could not be worked out: {problem}")
        self._show_state()

    def _put(self, name: str, value: object, label: str) -> None:
        self.document.put((*AT, name), value, label)

    def _another_seed(self) -> None:
        self._put("seed", self._settings.seed + 1, "change of seed")

    # What is shown ----------------------------------------------------------------------------------------

    def _show_answer(self) -> None:
        answer = self.run.answer
        if answer is not None:
            findings = {
                each.id: holds_finding(answer, each)
                for each in answer.question.scenarios
                if each.id in answer.simulation.scenarios
            }
            self._findings = {finding.id: finding for finding in findings.values()}
            self.view.show_spots(
                RobustnessBars(tuple(_row(answer, key, each) for key, each in findings.items()))
            )
            self._show_words(answer, findings)
        self._show_state()
        self.headline_changed()

    def headline_changed(self) -> None:
        """The page listens: what stands at its head may be another sentence."""

    def _show_words(self, answer: Robustness, findings: dict[str, Finding]) -> None:
        scenario = None if self._found is None else self._found.figures.recommendation.scenario
        decides = findings.get(scenario or "") or next(iter(findings.values()), None)
        self._decides.setText("" if decides is None else shown(decides.words))
        self._decides_why.set_finding(decides)
        method = method_finding(answer)
        self._method.setText(method.words)
        self._method_why.set_finding(method)

    def _show_state(self) -> None:
        draft = self._draft
        is_answered = (
            draft is not None
            and self.run.answer is not None
            and (self.run.holds_for(draft, self._settings) or self.run.is_running or self._later.isActive())
        )
        is_answered = (
            is_answered
            and self.run.answer is not None
            and (draft is not None and self.run.answer.question.draft == draft.id)
        )
        is_slow = self.run.is_running and not self._slow.isActive()
        self.progress.setVisible(is_slow or (self.run.is_running and not is_answered))
        self.again.setVisible(not self.run.is_running and not is_answered and not self._later.isActive())
        self._problem.setVisible(bool(self._problem.text()) and not is_answered)
        for widget in (self.view, self._below):
            widget.setVisible(is_answered)

    # How it is put together -------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        controls = QWidget()
        flow = FlowLayout(controls, 24, 10)
        flow.addWidget(Labelled("Weights", self.weights, keeps_width=True))
        flow.addWidget(Labelled("Scores given", self.scores, keeps_width=True))
        self._below = Columns(280, gap=28, row_gap=20)
        made = _worded("How this was made", self._method, self._method_why)
        made_column = made.layout()
        if isinstance(made_column, QVBoxLayout):
            made_column.addWidget(self.other_seed, 0, Qt.AlignmentFlag.AlignLeft)
        self._below.show_widgets([_worded("What decides it", self._decides, self._decides_why), made])
        self.other_seed.setAccessibleDescription("Keeps another seed in the workbook and draws again.")
        for widget in (controls, self.progress, self._problem):
            self.column.addWidget(widget)
        self.column.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self.view, Hairline(), self._below):
            self.column.addWidget(widget)

    def _connect(self) -> None:
        self._later.timeout.connect(self._start)
        self._slow.timeout.connect(self._show_state)
        self.run.progressed.connect(self._on_progress)
        self.run.answered.connect(self._on_answered)
        self.run.failed.connect(self._on_failed)
        self.progress.stop.clicked.connect(self._stop)
        self.again.clicked.connect(self._start)
        self.other_seed.clicked.connect(self._another_seed)
        self.weights.given.connect(lambda value: self._put("weights", value, "change of doubted weights"))
        self.scores.given.connect(
            lambda value: self._put("score_noise", value == "yes", "change of doubted scores")
        )
        self.view.asked.connect(self._explain)

    def _explain(self, key: str, at: QRect) -> None:
        if key in self._findings:
            self.requests.explain(self._findings[key], self.view, at)


class ProgressLine(QWidget):
    """How far it is, with a way to stop it."""

    def __init__(self) -> None:
        super().__init__()
        self._words = Sentence("", "body", "muted")
        self._bar = _Bar()
        self.stop = Button("Cancel")
        self.stop.setAccessibleDescription("Stops drawing; nothing is shown.")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look().px(12))
        row.addWidget(self._bar, 2)
        row.addWidget(self._words, 3)
        row.addWidget(self.stop)

    def show_share(self, share: float, words: str) -> None:
        """How much is done."""
        self._words.setText(words)
        self._bar.show_share(share)


class _Bar(Painted):
    """A share of ink."""

    def __init__(self) -> None:
        super().__init__()
        self._share = 0.0
        self.setAccessibleName("How far it is")

    def show_share(self, share: float) -> None:
        """Show another share."""
        self._share = share
        self.setAccessibleDescription(per_cent(share))
        self.update()

    def sizeHint(self) -> QSize:
        """A line to look at."""
        return QSize(look().px(220), look().px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        """In the middle of its place."""
        del event
        high = look().px(8)
        rect = QRectF(0, (self.height() - high) / 2, self.width(), high)
        paint_ink_bar(QPainter(self), rect, self._share, look())


def _worded(title: str, words: Sentence, why: WhyMark) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(look().px(8))
    column.addWidget(SectionHead(title, why))
    column.addWidget(words)
    return holder


def _scenario(answer: Robustness, key: str) -> ScenarioInput:
    return next(each for each in answer.question.scenarios if each.id == key)


def _row(answer: Robustness, scenario: str, finding: Finding) -> SureRow:
    shares = answer.simulation.scenarios[scenario]
    word = how_sure(shares.nobody_loses)
    chances = answer.simulation.stakeholders[scenario]
    might = sorted(
        ((chances[party.id].loses or 0.0, party.name) for party in answer.question.parties),
        key=lambda each: -each[0],
    )
    losing = ", ".join(f"{name} {per_cent(share)}" for share, name in might if share)
    if shares.red_line:
        losing = "; ".join(filter(None, (losing, f"a red line is crossed in {per_cent(shares.red_line)}")))
    return SureRow(
        key=finding.id,
        said=shown(finding.words),
        name=_scenario(answer, scenario).name,
        word=WORDS.get(word, capitalised(word)),
        share=shares.nobody_loses,
        figure=shown(per_cent(shares.nobody_loses)),
        sureness=HUES.get(word, "loss"),
        might_lose=shown(losing) or NOBODY,
    )
