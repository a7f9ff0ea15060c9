"""What can be said of one score besides its value: range, evidence, speaker, where it comes from."""

from collections.abc import Callable

from pydantic import ValidationError
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.document import Change, Document
from ui.forms.choice_field import ChoiceField
from ui.forms.fields import ProseField, TextField
from ui.forms.number_field import NumberField
from ui.pages.scores.meaning import scale_in_words
from ui.theme.look import look
from ui.widgets import Sentence, describe
from ui.widgets.labelled import Labelled
from ui.widgets.tab_order import tab_as_laid_out
from workbook.editing import Address, get, put
from workbook.edits.scores import Cell, score_of, with_said
from workbook.model.scores import Score
from workbook.model.workbook import Workbook

BASES = (
    ("room", "Said in the room"),
    ("form", "From a form"),
    ("ballot", "By ballot"),
    ("source", "From a source"),
    ("illustration", "An illustration"),
)


class ScoreDetails(QWidget):
    """Stands in a panel beside the cell. `at` is the address of the scenario's scores."""

    def __init__(self, document: Document, at: Callable[[], Address | None], cell: Cell, place: str) -> None:
        """`place` says which cell it is."""
        super().__init__()
        self._document, self._at, self._interest = document, at, cell[1]
        self.low, self.high = NumberField(None, "low", signed=True), NumberField(None, "high", signed=True)
        self.evidence = ProseField("What makes you say so?", 2)
        self.said_by = TextField("Who said it")
        self.basis = ChoiceField("Where the score comes from", BASES)
        self.citation = TextField("Publication and section")
        self._place = Sentence(place, "secondary", "muted")
        self._problem = Sentence("", "secondary", "loss_ink")
        self._problem.hide()
        self._name_fields()
        self._connect()
        self._lay_out()
        tab_as_laid_out(self)
        self.refresh(None)

    @property
    def score(self) -> Score:
        """What is said of the interest now."""
        at = self._at()
        scores: object = () if at is None else self._document.get(at)
        return score_of(scores if isinstance(scores, tuple) else (), self._interest)

    def refresh(self, change: Change | None) -> None:
        """Show what stands in the document; the field that is being typed in stays as it is."""
        score, origin = self.score, None if change is None else change.origin
        numbers: tuple[tuple[NumberField, float | None], ...] = (
            (self.low, score.low),
            (self.high, score.high),
        )
        for number, value in numbers:
            if origin is not number:
                number.show_value(value)
        for text, words in (
            (self.evidence, score.evidence),
            (self.said_by, score.said_by),
            (self.citation, score.citation),
        ):
            if origin is not text:
                text.show_value(words)
        self.basis.show_value(score.basis)

    def _connect(self) -> None:
        for name, number in (("low", self.low), ("high", self.high)):
            number.given.connect(lambda value, name=name, field=number: self._send(name, value, field))
            number.refused.connect(self._show_problem)
        for name, text in (
            ("evidence", self.evidence),
            ("said_by", self.said_by),
            ("citation", self.citation),
        ):
            text.edited.connect(lambda value, name=name, field=text: self._send(name, value, field))
        self.basis.given.connect(lambda value: self._send("basis", value, self.basis))
        for field in (self.low, self.high, self.evidence, self.said_by, self.citation, self.basis):
            field.left.connect(self._document.seal)

    def _send(self, name: str, value: object, field: QWidget) -> None:
        at = self._at()
        if at is None:
            return

        def edit(workbook: Workbook) -> Workbook:
            return put(workbook, at, with_said(get(workbook, at), self._interest, **{name: value}))

        try:
            self._document.type_edit(edit, f"change of {LABELS[name]}", (*at, self._interest), field)
        except ValidationError:
            self._show_problem("The range must lie on the scale and hold the score.")
        else:
            self._show_problem("")

    def _show_problem(self, reason: str) -> None:
        self._problem.setText(reason)
        self._problem.setVisible(bool(reason))

    def _name_fields(self) -> None:
        describe(self.low, "From, at the least", "The lowest score that somebody would give.")
        describe(self.high, "To, at the most", "The highest score that somebody would give.")
        describe(self.evidence, "Evidence", "What makes the room say so.")
        describe(self.said_by, "Said by", "Who said it.")
        describe(self.citation, "Source", "Publication and section, where it comes from one.")

    def _lay_out(self) -> None:
        px = look().px
        ends = QWidget()
        row = QHBoxLayout(ends)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        scale = ""
        draft = self._document.draft
        if draft is not None:
            scale = scale_in_words(draft.scale)
        for widget in (self.low, Sentence("to", "secondary", "muted"), self.high):
            row.addWidget(widget)
        row.addWidget(Sentence(f"on a scale from {scale}", "secondary", "muted"), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(2), px(2), px(2), px(2))
        column.setSpacing(px(10))
        column.addWidget(self._place)
        column.addWidget(Labelled("If the room is not of one mind: from, to", ends))
        column.addWidget(self._problem)
        column.addWidget(Labelled("Evidence", self.evidence))
        column.addWidget(Labelled("Said by", self.said_by))
        column.addWidget(Labelled("Where the score comes from", self.basis))
        column.addWidget(Labelled("Source", self.citation))


LABELS = {
    "low": "range",
    "high": "range",
    "evidence": "evidence",
    "said_by": "speaker",
    "basis": "where a score comes from",
    "citation": "source",
}
