"""Beside the gate: what opened it in the cases, what is not tried here, and what is not reported."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.citing import together
from ui.requests import Requests
from ui.theme.look import look
from ui.widgets import CaseTile, Citation, Hairline, Sentence
from ui.widgets.laid_out import nest
from ui.widgets.painting.tiles import case_letters
from ui.widgets.tab_order import tab_as_laid_out
from ui.widgets.why_sentence import WhySentence
from workbook.analysis.lifecycle.case_path import NOT_SAID, CaseStay
from workbook.analysis.lifecycle.timeline import CaseBeside, Timeline
from workbook.library.entries import Library
from workbook.model.vocabulary import STAGES, StageId

TILE = 22
NO_CASE = "No case stands beside. Choose one above to see what opened this gate there."
NOTHING_LATER = "No later step is reported."


class CaseBlock(QWidget):
    """One case at this gate."""

    def __init__(self, case: CaseBeside, requests: Requests) -> None:
        super().__init__()
        self._title = Sentence("", "body_strong")
        self._opened = Sentence("", "finding")
        self._step = Sentence("", "secondary")
        self._citation = Citation("")
        self._not_tried = WhySentence(requests, "secondary")
        self._silence = WhySentence(requests, "secondary", "muted")
        head = QHBoxLayout()
        head.addWidget(CaseTile(case.case, TILE, case_letters(case.label)), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._title, 1)
        self._head = head
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        nest(self._column, head)
        for widget in (self._opened, self._step, self._citation, self._not_tried, self._silence):
            self._column.addWidget(widget)
        look().changed.connect(self._fit)
        self._fit()

    def show_case(self, case: CaseBeside, stays: Sequence[CaseStay], here: StageId, library: Library) -> None:
        """What it did where the draft stands, and what opened the next stage it came to."""
        later = next((each for each in stays if _is_later(each, here) and each.steps), None)
        now = next(each for each in stays if each.place == here)
        opening = None if later is None else later.opening
        if later is None:
            self._title.setText(f"After {library.stage(here).name} at {case.label}")
            self._opened.setText(NOTHING_LATER)
        else:
            self._title.setText(f"What opened {library.stage(later.place).name} at {case.label}")
            self._opened.setText(NOT_SAID if opening is None else opening.words)
        silence = f"{library.stage(here).name}: {now.words[:1].lower()}{now.words[1:]}"
        self._step.setText(" ".join(step.text for step in now.steps) or silence)
        citations = [step.citation for step in now.steps]
        citations += [] if opening is None else [opening.citation]
        said = together(each for each in citations if each)
        self._citation.setText(said)
        self._citation.setVisible(bool(said))
        self._not_tried.show_finding(case.not_tried)
        self._silence.show_finding(case.not_reported)

    def _fit(self) -> None:
        self._head.setSpacing(look().px(10))
        self._column.setSpacing(look().px(6))


class CasePanel(QWidget):
    """The cases that stand beside the draft, in the order in which they do."""

    def __init__(self, requests: Requests) -> None:
        super().__init__()
        self._requests = requests
        self._blocks: dict[str, CaseBlock] = {}
        self._lines: list[Hairline] = []
        self._none = Sentence(NO_CASE, "secondary", "muted")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._none)
        look().changed.connect(self._fit)
        self._fit()

    def show_cases(self, beside: Timeline, here: StageId, library: Library) -> bool:
        """Show what they did; the answer is whether other cases stand here than before."""
        keys = [each.case for each in beside.cases]
        is_another = keys != list(self._blocks)
        if is_another:
            self._make_blocks(beside)
        for place, case in enumerate(beside.cases):
            stays = [row.cases[place] for row in beside.rows]
            self._blocks[case.case].show_case(case, stays, here, library)
        self._none.setVisible(not keys)
        return is_another

    def _make_blocks(self, beside: Timeline) -> None:
        for widget in self._widgets():
            self._column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._blocks = {each.case: CaseBlock(each, self._requests) for each in beside.cases}
        self._lines = []
        for number, block in enumerate(self._blocks.values()):
            if number:
                self._lines.append(Hairline())
                self._column.addWidget(self._lines[-1])
            self._column.addWidget(block)
        tab_as_laid_out(self)

    def _widgets(self) -> Iterator[QWidget]:
        yield from self._lines
        yield from self._blocks.values()

    def _fit(self) -> None:
        self._column.setSpacing(look().px(14))


def _is_later(stay: CaseStay, here: StageId) -> bool:
    return stay.place in STAGES and STAGES.index(stay.place) > STAGES.index(here)
