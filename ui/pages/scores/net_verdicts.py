"""What the scores come to for each party, in words, from the analysis. The only place that asks it."""

from collections.abc import Mapping

from ui.document import Document
from workbook.analysis.finding import Finding
from workbook.analysis.win_win.findings import WinWin
from workbook.analysis.win_win.in_short import InShort, in_short
from workbook.edits.scores import Cell
from workbook.model.draft import Draft


class NetVerdicts:
    """Of the drafts of a document, in whatever state it is."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def of(self, draft: Draft) -> Mapping[Cell, InShort]:
        """By scenario and stakeholder."""
        values = self._analysis(draft).figures.values
        return {
            (scenario.id, holder.id): in_short(values, scenario, holder.id)
            for scenario in values.scenarios
            for holder in values.holders
        }

    def why(self, draft: Draft, scenario: str, holder: str) -> Finding | None:
        """What a verdict was worked out from."""
        return self._analysis(draft).net(scenario, holder)

    def next_to_ask(self, draft: Draft) -> Cell | None:
        """The score worth asking for next: the one that could move an open verdict furthest."""
        question = self._analysis(draft).figures.question
        if question is None or question.scenario is None or question.interest is None:
            return None
        return question.scenario.id, question.interest.id

    def _analysis(self, draft: Draft) -> WinWin:
        return self._document.findings.win_win(self._document.workbook, draft)
