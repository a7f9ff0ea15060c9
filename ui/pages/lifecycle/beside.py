"""Which cases stand beside the draft: those the user asked for, else the one that is nearest."""

from collections.abc import Sequence

from ui.document import Document
from workbook.analysis.comparison import usual_cases
from workbook.library.loader import load
from workbook.model.case import Case
from workbook.model.draft import Draft
from workbook.model.workbook import Workbook


class Beside:
    """A way of looking: it is not undone and not saved."""

    def __init__(self) -> None:
        self._asked: tuple[str, ...] | None = None

    def choose(self, case_ids: Sequence[str]) -> None:
        """Have these, in this order; none at all is a choice too."""
        self._asked = tuple(case_ids)

    def cases(self, document: Document, draft: Draft) -> tuple[Case, ...]:
        """Those that stand beside the draft. One that is gone from the workbook is left out."""
        known = {case.id: case for case in candidates(document.workbook)}
        wanted = self._usual(document, draft) if self._asked is None else self._asked
        return tuple(known[each] for each in wanted if each in known)

    @staticmethod
    def _usual(document: Document, draft: Draft) -> tuple[str, ...]:
        """The nearest case; as long as nothing is placed, the first."""
        usual = tuple(case.id for case in usual_cases(document.workbook, load()))
        compared = document.findings.with_first(document.workbook, (draft.id,), usual)
        near = next((each.cases for each in compared.nearest if each.draft == draft.id), ())
        return (near or usual)[:1]


def candidates(workbook: Workbook) -> tuple[Case, ...]:
    """Every case that can stand beside: those of the library, then own ones."""
    return (*load().cases, *workbook.own_cases)
