"""One cost: who bears it, of what kind it is, how much."""

from ui.document import Change, Document
from ui.pages.benefits.context import Context
from ui.pages.benefits.lists import COSTS
from ui.pages.benefits.record_row import At, RecordRow, show_words
from ui.pages.benefits.wording import COST_KINDS, NOTHING, TIMINGS, in_words
from ui.widgets import Sentence
from ui.widgets.fold_table import TableCell
from workbook.analysis.delivery.words import written
from workbook.analysis.finding import Finding
from workbook.model.benefits import Cost


class CostRow(RecordRow):
    """Everything of it is typed below the row."""

    def __init__(self, document: Document, at: At) -> None:
        self._who, self._amount = Sentence("", "body"), Sentence("", "body")
        self._kind_words = Sentence("", "secondary", "muted")
        super().__init__(
            document,
            COSTS,
            at,
            (
                TableCell("Who bears it", self._who),
                TableCell("How much", self._amount, self._kind_words),
            ),
        )

    def show_cells(
        self, change: Change | None, item: Cost, finding: Finding | None, context: Context
    ) -> None:
        """Show who bears it, what it consists of, how much it is."""
        del change, finding
        show_words(self._who, "" if item.stakeholder is None else context.names[item.stakeholder], NOTHING)
        kind = ", ".join(
            filter(None, (in_words(COST_KINDS, item.kind), in_words(TIMINGS, item.timing).lower()))
        )
        self._kind_words.setText(kind)
        self._kind_words.setVisible(bool(kind))
        show_words(self._amount, written(item.amount), NOTHING)
