"""Which to choose: the one pick with its reason; the other rules folded away; who beats whom; repairs."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.document import Document
from ui.pages.win_win.finding_row import FindingRow
from ui.pages.win_win.next_steps import NextStep, all_repairs, next_question
from ui.pages.win_win.panel import Panel, clear
from ui.pages.win_win.wording import headline, reason, shown, with_names_bold
from ui.requests import Requests
from ui.theme.look import look
from ui.widgets import Gap, Hairline, Sentence, strong
from ui.widgets.fold import Fold
from ui.widgets.tab_order import tab_as_laid_out
from workbook.analysis.win_win.findings import WinWin
from workbook.analysis.win_win.rule_findings import EXPLAINED, MISSING_CITATION, MISSING_RULE
from workbook.analysis.wording import counted

if TYPE_CHECKING:
    from workbook.analysis.finding import Finding

NOBODY_BEATEN = "No scenario is beaten by another."
NOBODY_LOSES = "Nobody surely loses in any scenario, so there is nothing to repair."
OPEN_WORDS = "What is still open"


class ChoosingPanel(Panel):
    """Sentences only. It is built anew when they are others."""

    def __init__(self, document: Document, requests: Requests) -> None:
        super().__init__(document, requests)
        self._shown: tuple[Finding, ...] = ()
        self._is_open = False

    def show_found(self, found: WinWin) -> None:
        """Show what the analysis says now."""
        if found.findings == self._shown:
            return
        self._shown = found.findings
        clear(self.column)
        for widget in self._sections(found):
            self.column.addWidget(widget)
        tab_as_laid_out(self)

    def _sections(self, found: WinWin) -> Iterator[QWidget]:
        yield _heading("The pick")
        why = reason(found)
        note = shown(found.pick.rule)
        its = found.figures.recommendation
        said = headline(found) if its.scenario is None else f"{headline(found)} {why}"
        yield FindingRow(said, found.pick, self.requests, role="finding", note=note)
        if _is_open(found):
            yield from self._open(found)
        yield Hairline()
        yield self._rules(found)
        yield Hairline()
        yield _heading("Who beats whom")
        yield from self._beaten(found)
        yield Hairline()
        yield _heading("What would bring the losers in")
        yield from self._repairs(found)

    def _open(self, found: WinWin) -> Iterator[QWidget]:
        """Necessary and possible answers, and the question that would settle most."""
        yield Hairline()
        yield _heading(OPEN_WORDS)
        leximin = next(each for each in found.rules if each.id.endswith(".leximin"))
        words = f"{_titled(leximin.words)}"
        yield FindingRow(words, leximin, self.requests, note=MISSING_RULE, citation=MISSING_CITATION)
        question = next_question(found)
        if question is not None:
            yield self._step(question, "Ask it")

    def _rules(self, found: WinWin) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(look().px(26), 0, 0, 0)
        column.setSpacing(look().px(10))
        others = [each for each in found.rules if not each.id.endswith(".pareto")]
        for finding in others:
            rule = next(each for key, each in EXPLAINED.items() if finding.id.endswith(f".{key}"))
            column.addWidget(
                FindingRow(
                    _titled(finding.words), finding, self.requests, note=rule.rule, citation=rule.citation
                )
            )
        fold = Fold(f"Other ways to choose: {counted(len(others), 'rule')}", content, is_open=self._is_open)
        fold.head.toggled.connect(self._remember)
        return fold

    def _beaten(self, found: WinWin) -> Iterator[QWidget]:
        pareto = next(each for each in found.rules if each.id.endswith(".pareto"))
        yield FindingRow(_titled(pareto.words), pareto, self.requests, note=EXPLAINED["pareto"].rule)
        beaten = [
            each for one in found.scenarios.values() for each in one if each.id.startswith("win_win.beaten.")
        ]
        for finding in beaten:
            yield FindingRow(with_names_bold(shown(finding.words), found), finding, self.requests)
        if not beaten:
            yield Sentence(NOBODY_BEATEN, "body", "muted")

    def _repairs(self, found: WinWin) -> Iterator[QWidget]:
        steps = [step for _, step in sorted(all_repairs(found), key=lambda each: each[0])]
        for step in steps:
            yield self._step(step, "Go to the score")
            if step.repair is not None:
                yield FindingRow(with_names_bold(shown(step.repair.words), found), step.repair, self.requests)
        surplus = [
            each for one in found.scenarios.values() for each in one if each.id.startswith("win_win.surplus.")
        ]
        for finding in surplus:
            yield FindingRow(with_names_bold(shown(finding.words), found), finding, self.requests)
        if not steps:
            yield Sentence(NOBODY_LOSES, "body", "muted")

    def _step(self, step: NextStep, name: str) -> QWidget:
        address = step.address
        act = None if address is None else (name, lambda: self.requests.go_to(address))
        return FindingRow(step.words, step.finding, self.requests, act=act)

    def _remember(self, is_open: bool) -> None:  # noqa: FBT001 - as Qt's signal
        self._is_open = is_open


def _is_open(found: WinWin) -> bool:
    return any(choice is not None and not choice.is_exact for choice in found.figures.choices.values())


def _titled(words: str) -> str:
    """The title of a rule in bold before what it chooses."""
    title, _, rest = words.partition(": ")
    return f"{strong(title)}: {shown(rest)}"


def _heading(words: str) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(Gap(4))
    column.addWidget(Sentence(words, "section", "muted"))
    return holder
