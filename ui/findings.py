"""The findings on the current state, each worked out once however many views show it."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence

from workbook.analysis.comparison import Comparison, compare, compare_with_cases, compare_with_first, subjects
from workbook.analysis.design import DesignAnalysis, analyse
from workbook.analysis.lifecycle.findings import LifecycleAnalysis, lifecycle
from workbook.analysis.lifecycle.timeline import Timeline, timeline
from workbook.analysis.subject import Subject
from workbook.analysis.win_win.findings import WinWin, win_win
from workbook.library.entries import Library
from workbook.library.loader import load
from workbook.model.case import Case
from workbook.model.draft import Draft
from workbook.model.workbook import OwnEntry, Workbook

Compare = Callable[[Sequence[Subject], Library, Iterable[OwnEntry]], Comparison]


class Findings:
    """Answers of the analysis, kept as long as what they were worked out from is the same."""

    def __init__(self) -> None:
        self._designs: dict[str, tuple[Draft, DesignAnalysis]] = {}
        self._comparisons: dict[tuple[object, ...], tuple[Workbook, Comparison]] = {}
        self._lifecycles: dict[str, tuple[Draft, tuple[object, ...], LifecycleAnalysis]] = {}
        self._timelines: dict[str, tuple[Draft, tuple[object, ...], Timeline]] = {}
        self._win_wins: dict[str, tuple[Draft, tuple[object, ...], WinWin]] = {}

    def design(self, draft: Draft) -> DesignAnalysis:
        """What the analysis says of one draft. States share every draft that did not change."""
        known = self._designs.get(draft.id)
        if known is None or known[0] is not draft:
            known = (draft, analyse(draft, load()))
            self._designs[draft.id] = known
        return known[1]

    def win_win(self, workbook: Workbook, draft: Draft) -> WinWin:
        """Who gains and who loses in which scenario of a draft. Takes tens of milliseconds if it is large."""
        weights = workbook.settings.robustness.weights
        rest = (weights, workbook.own_entries)
        known = self._win_wins.get(draft.id)
        if known is None or known[0] is not draft or known[1] != rest:
            known = (draft, rest, win_win(draft, load(), weights, workbook.own_entries))
            self._win_wins[draft.id] = known
        return known[2]

    def lifecycle(self, workbook: Workbook, draft: Draft, today: dt.date) -> LifecycleAnalysis:
        """Where a draft stands on its way, what the gate ahead asks, and what is due on this day."""
        weights = workbook.settings.robustness.weights
        known = self._lifecycles.get(draft.id)
        if known is None or known[0] is not draft or known[1] != (weights, today):
            known = (draft, (weights, today), lifecycle(draft, load(), today, weights))
            self._lifecycles[draft.id] = known
        return known[2]

    def timeline(self, workbook: Workbook, draft: Draft, cases: Sequence[Case]) -> Timeline:
        """The moves and events of a draft beside the reported steps of these cases."""
        rest = (tuple(cases), workbook.own_entries)
        known = self._timelines.get(draft.id)
        if known is None or known[0] is not draft or known[1] != rest:
            known = (draft, rest, timeline(draft, cases, load(), workbook.own_entries))
            self._timelines[draft.id] = known
        return known[2]

    def comparison(
        self, workbook: Workbook, draft_ids: tuple[str, ...] = (), case_ids: tuple[str, ...] = ()
    ) -> Comparison:
        """Each with every other; without ids all drafts and the usual cases."""
        return self._compared(compare, workbook, draft_ids, case_ids)

    def with_first(
        self, workbook: Workbook, draft_ids: tuple[str, ...], case_ids: tuple[str, ...]
    ) -> Comparison:
        """The first of the drafts with every other draft and case named."""
        return self._compared(compare_with_first, workbook, draft_ids, case_ids)

    def beside_cases(self, workbook: Workbook) -> Comparison:
        """Every draft compared with the usual cases, but not with other drafts."""
        return self._compared(compare_with_cases, workbook, (), ())

    def _compared(
        self,
        how: Compare,
        workbook: Workbook,
        draft_ids: tuple[str, ...],
        case_ids: tuple[str, ...],
    ) -> Comparison:
        key = (how, draft_ids, case_ids)
        known = self._comparisons.get(key)
        if known is None or known[0] is not workbook:
            library = load()
            columns = subjects(workbook, library, draft_ids, case_ids)
            known = (workbook, how(columns, library, workbook.own_entries))
            self._comparisons[key] = known
        return known[1]
