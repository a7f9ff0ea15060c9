"""Everything the analysis says about the lifecycle of one draft."""

import datetime as dt
from collections.abc import Iterable

from workbook.analysis.finding import Finding
from workbook.analysis.follows import what_follows
from workbook.analysis.lifecycle.dates import overdue_finding, review_finding
from workbook.analysis.lifecycle.gates import Gate, gate
from workbook.analysis.lifecycle.moves import PossibleMove, moves_open
from workbook.analysis.lifecycle.overrides import override_findings
from workbook.analysis.lifecycle.path import Path, path
from workbook.analysis.lifecycle.suggested import SuggestedPath, suggested_paths
from workbook.analysis.profile import profile
from workbook.analysis.subject import draft_subject
from workbook.library.entries import Library
from workbook.model.draft import Draft
from workbook.model.record import Record
from workbook.model.vocabulary import STAGES, PlatformId, StageId, WeightsKnown


class LifecycleAnalysis(Record):
    """Where a draft stands, how it came there, what the gates ask, where it may go, and what is due.

    `gates` are all eight, in order; `suggested` the path of each platform in the lead; `overridden` one
    finding for each move that passed over a condition.
    """

    path: Path
    suggested: tuple[SuggestedPath, ...]
    gates: tuple[Gate, ...]
    moves: tuple[PossibleMove, ...]
    review: Finding | None
    overdue: Finding | None
    overridden: tuple[Finding, ...]

    @property
    def ahead(self) -> Gate | None:
        """The gate out of the stage where it stands, or stood before it was paused; None once closed."""
        return None if self.path.place == "closed" else self.gate(self.path.stage)

    def gate(self, stage: StageId) -> Gate:
        """The gate out of a stage."""
        return self.gates[STAGES.index(stage)]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Where it stands, the gate ahead with its conditions, what is due, what was overridden, paths."""
        ahead = (
            () if self.ahead is None else (self.ahead.finding, *(c.finding for c in self.ahead.conditions))
        )
        due = (each for each in (self.review, self.overdue) if each is not None)
        suggested = (each.finding for each in self.suggested)
        return (self.path.finding, *ahead, *due, *self.overridden, *suggested)


def lifecycle(
    draft: Draft,
    library: Library,
    today: dt.date | None = None,
    weights: WeightsKnown | None = None,
    platforms: Iterable[PlatformId] | None = None,
) -> LifecycleAnalysis:
    """Everything about the lifecycle of a draft.

    Without `today` nothing is said to be overdue. `weights` stands in for what each stakeholder says about
    its weights, as in the win-win analysis. `platforms` are those in the lead, for whoever knows them.
    """
    if platforms is None:
        subject = draft_subject(draft)
        platforms = [each.platform for each in what_follows(subject, profile(subject, library), library)]
    return LifecycleAnalysis(
        path=path(draft, library),
        suggested=suggested_paths(draft, platforms, library),
        gates=tuple(gate(draft, stage, library, weights) for stage in STAGES),
        moves=moves_open(draft, library),
        review=review_finding(draft, today),
        overdue=overdue_finding(draft, today),
        overridden=tuple(override_findings(draft, library)),
    )
