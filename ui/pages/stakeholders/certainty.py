"""How well the weights of a stakeholder are known, and how sure the room is of them."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.document import Change, Document
from ui.forms.choice_field import SegmentedField
from ui.forms.tied import Tied
from ui.pages.stakeholders.wording import CERTAINTIES, WEIGHTS_KNOWN, WEIGHTS_MEAN
from ui.theme.look import look
from ui.widgets import Sentence
from ui.widgets.labelled import Labelled
from ui.widgets.tab_order import tab_as_laid_out
from workbook.editing import Address
from workbook.model.stakeholders import Stakeholder


class WeightsKnown(QWidget):
    """Two choices, and what the first one means."""

    entered = Signal()

    def __init__(self, document: Document, at: Callable[[], Address | None]) -> None:
        super().__init__()
        self._at = at
        self.known = SegmentedField("What is known of the weights", WEIGHTS_KNOWN)
        self.certainty = SegmentedField("How sure are they?", CERTAINTIES)
        self._sure = Labelled("How sure are they?", self.certainty, keeps_width=True)
        self._means = Sentence("", "secondary", "muted")
        self._ties = (
            Tied(document, self.known, lambda: self._to("weights_known"), "change of what is known", self),
            Tied(document, self.certainty, lambda: self._to("certainty"), "change of certainty", self),
        )
        for tie in self._ties:
            tie.entered.connect(self.entered)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(Labelled("What is known of the weights", self.known, keeps_width=True))
        self._column.addWidget(self._means)
        self._column.addWidget(self._sure)
        tab_as_laid_out(self)
        look().changed.connect(self._fit)
        self._fit()

    def refresh(self, change: Change | None, stakeholder: Stakeholder) -> None:
        """Show what stands in the document. Of weights nobody knows, nobody can be sure."""
        for tie in self._ties:
            tie.refresh(change)
        self._means.setText(WEIGHTS_MEAN[stakeholder.weights_known])
        self._sure.setVisible(stakeholder.weights_known == "given")

    def _to(self, *steps: str) -> Address | None:
        at = self._at()
        return None if at is None else (*at, *steps)

    def _fit(self) -> None:
        self._column.setSpacing(look().px(6))
