"""What the scores come to for each party, in words, from the analysis. The only place that asks it."""

from collections.abc import Mapping
from typing import NamedTuple

from ui.document import Document
from workbook.analysis.finding import Finding
from workbook.analysis.win_win.findings import WinWin
from workbook.analysis.win_win.naming import points
from workbook.analysis.win_win.telling import is_worth
from workbook.analysis.win_win.units import Interval
from workbook.analysis.win_win.values import Row
from workbook.edits.scores import Cell
from workbook.model.draft import Draft

NOT_YET_KNOWN = "not yet known"
NO_DIFFERENT = "no different"


class NetVerdict(NamedTuple):
    """In a few words, with the ink they are written in."""

    words: str
    token: str


class NetVerdicts:
    """Of the drafts of a document, in whatever state it is."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def of(self, draft: Draft) -> Mapping[Cell, NetVerdict]:
        """By scenario and stakeholder."""
        values = self._analysis(draft).figures.values
        return {
            (scenario.id, holder.id): _in_words(
                scenario.rows[holder.id], values.net(scenario.rows[holder.id])
            )
            for scenario in values.scenarios
            for holder in values.holders
        }

    def why(self, draft: Draft, scenario: str, holder: str) -> Finding | None:
        """What a verdict was worked out from."""
        wanted = f"win_win.net.{draft.id}.{scenario}.{holder}"
        found = self._analysis(draft).scenarios.get(scenario, ())
        return next((finding for finding in found if finding.id == wanted), None)

    def next_to_ask(self, draft: Draft) -> Cell | None:
        """The score worth asking for next: the one that could move an open verdict furthest."""
        question = self._analysis(draft).figures.question
        if question is None or question.scenario is None or question.interest is None:
            return None
        return question.scenario.id, question.interest.id

    def _analysis(self, draft: Draft) -> WinWin:
        return self._document.findings.win_win(self._document.workbook, draft)


def _in_words(row: Row, net: Interval) -> NetVerdict:
    if row.loses:
        return NetVerdict(_sized("loses", net), "loss_ink")
    if row.gains:
        return NetVerdict(_sized(is_worth(net.low), net), "gain_ink")
    return NetVerdict(NO_DIFFERENT if row.is_point else NOT_YET_KNOWN, "muted")


def _sized(words: str, net: Interval) -> str:
    """With its size, where that is known."""
    return f"{words} {points(net.low)}" if net.is_point else words
