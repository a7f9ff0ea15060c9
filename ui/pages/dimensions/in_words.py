"""What the room says in its own words, what that rests on, and how sure it is."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.document import Change, Document
from ui.forms.form import Form
from ui.theme.look import look
from ui.widgets import ConfidenceDots, FieldLabel
from ui.widgets.columns import Columns
from workbook.editing import Address
from workbook.model.dimensions import Position


class InOurWords(QWidget):
    """The fields below the cards."""

    def __init__(self, document: Document, at: Callable[[], Address | None]) -> None:
        super().__init__()
        self._document = document
        self._at = at
        self._form = Form(document, at, self)
        words = self._form.prose(
            "characterisation",
            "In our words",
            "How the room would say it, in a sentence or two.",
            "How would you say it to your own board? One or two sentences.",
        )
        evidence = self._form.prose(
            "evidence",
            "Evidence",
            "What this rests on: minutes, a document, a vote.",
            "Minutes, a document, who said so",
            lines=1,
        )
        self.dots = ConfidenceDots()
        self.dots.chosen.connect(self._on_confidence)
        right = QWidget()
        self._right = QVBoxLayout(right)
        self._right.setContentsMargins(0, 0, 0, 0)
        self._right.addWidget(evidence)
        self._sure = FieldLabel("How sure are we?", self.dots)
        self._right.addWidget(self._sure)
        self._right.addWidget(self.dots)
        columns = Columns(least=270, gap=18, stretch=(3, 2))
        columns.show_widgets([words, right])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(columns)
        look().changed.connect(self._fit)
        self._fit()

    def refresh(self, change: Change | None, position: Position | None) -> None:
        """Show what stands there; the field that is being typed in stays as it is."""
        self._form.refresh(change)
        self.dots.set_chosen(None if position is None else position.confidence)

    def field(self, name: str) -> QWidget | None:
        """The field of this name; None when it is none of these."""
        if name == "confidence":
            return self.dots
        return self._form.field(name) if name in ("characterisation", "evidence") else None

    def _on_confidence(self, value: object) -> None:
        at = self._at()
        if at is not None:
            self._document.put((*at, "confidence"), value, "change of confidence", self.dots)

    def _fit(self) -> None:
        self._right.setSpacing(look().px(6))
        self._sure.setContentsMargins(0, look().px(6), 0, 0)
