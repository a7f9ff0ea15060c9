"""Which drafts and cases stand as columns: what the user asked for, and a sensible rest."""

from dataclasses import dataclass, field

from workbook.analysis.comparison import usual_cases
from workbook.library.loader import load
from workbook.model.workbook import Workbook

MOST_DRAFTS = 6
"""So many drafts stand side by side unasked; more are a click away."""


@dataclass(frozen=True)
class Candidate:
    """A draft or case that can be a column."""

    id: str
    name: str
    is_draft: bool


@dataclass
class Columns:
    """The choice of columns. It is a way of looking: it is not undone and not saved.

    Only what the user switched is kept, so that a draft added later appears like those before it.
    """

    asked: dict[str, bool] = field(default_factory=dict)

    def switch(self, column_id: str, *, on: bool) -> None:
        """Show a draft or case, or leave it out. One that is shown anew stands last among its kind."""
        self.asked.pop(column_id, None)
        self.asked[column_id] = on

    def reset(self) -> None:
        """Back to the usual columns."""
        self.asked.clear()

    def drafts(self, workbook: Workbook, anchor: str) -> tuple[str, ...]:
        """The anchor, then the other drafts in the order of the workbook."""
        usual = {draft.id for draft in workbook.drafts[:MOST_DRAFTS]}
        shown = [each.id for each in workbook.drafts if self.asked.get(each.id, each.id in usual)]
        return (anchor, *(each for each in shown if each != anchor))

    def cases(self, workbook: Workbook) -> tuple[str, ...]:
        """The usual cases, then those that were added, in the order in which they were."""
        usual = [case.id for case in usual_cases(workbook, load())]
        known = {each.id for each in candidates(workbook) if not each.is_draft}
        added = [each for each, on in self.asked.items() if on and each in known and each not in usual]
        return (*(each for each in usual if self.asked.get(each, True)), *added)


def candidates(workbook: Workbook) -> tuple[Candidate, ...]:
    """Everything that can be a column: all drafts, all cases of the library, own cases."""
    return (
        *(Candidate(each.id, each.name or each.id, is_draft=True) for each in workbook.drafts),
        *(Candidate(each.id, each.label, is_draft=False) for each in (*load().cases, *workbook.own_cases)),
    )
