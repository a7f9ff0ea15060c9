"""The business case of one stakeholder: its paragraph, the one proposed, who owns it, what was decided."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.document import Change, Document
from ui.effects import INKS
from ui.forms.choice_field import SegmentedField
from ui.forms.fields import TextField
from ui.forms.prose_line import ProseLine
from ui.pages.benefits.case_record import CaseRecord
from ui.pages.benefits.context import Context
from ui.pages.benefits.proposal import Proposal
from ui.pages.benefits.wording import DECISIONS
from ui.requests import Requests
from ui.theme.look import look
from ui.widgets import Button, Figure, FlowLayout, Heading, Pill, describe
from ui.widgets.columns import Columns
from ui.widgets.inline_note import InlineNote
from ui.widgets.labelled import Labelled
from ui.widgets.laid_out import nest
from ui.widgets.tab_order import tab_as_laid_out
from ui.widgets.why_sentence import WhySentence
from workbook.analysis.delivery.business_case import BusinessCaseText, business_case, relation
from workbook.analysis.delivery.cases import CaseReading, case_of
from workbook.analysis.wording import capitalised
from workbook.editing import Address
from workbook.model.stakeholders import Stakeholder

LINES = 6
TAKEN = "The proposed paragraph is taken over. Undo brings back what you had written."


class OneCase(QWidget):
    """Keeps the id of the stakeholder only; `at` is the address of the scenario."""

    entered = Signal(str)

    def __init__(self, document: Document, requests: Requests, at: Callable[[], Address | None]) -> None:
        super().__init__()
        self._document, self._key, self._paragraph = document, "", ""
        self._made: tuple[tuple[object, ...], BusinessCaseText] | None = None
        self._record = CaseRecord(document, at, lambda: self._key)
        self._name = Heading("", "item_title")
        self._provides = Pill("Provides data")
        self.worth = Figure("", None, requests, "body_strong")
        self._stands = WhySentence(requests, "body", "muted")
        self.note = InlineNote()
        self.text = ProseLine(
            "Business case", "What somebody inside can read out: what we gain, and what it takes", lines=LINES
        )
        describe(self.text, "Business case", "One paragraph that somebody inside can read out.")
        self.proposal = Proposal(requests)
        self.owner = TextField("A name inside the organisation")
        describe(self.owner, "Owner", "Who inside stands for it.")
        self.decision = SegmentedField("Decision", DECISIONS, "What the organisation decided.")
        self.remove = Button("Remove this business case", "ghost", "trash-2")
        self._lay_out()
        self._connect()
        tab_as_laid_out(self)
        look().changed.connect(self._fit)
        self._fit()

    def refresh(
        self, change: Change | None, stakeholder: Stakeholder, reading: CaseReading, context: Context
    ) -> None:
        """Show what stands in the document; the field that is being typed in stays as it is."""
        if change is not None or stakeholder.id != self._key:
            self.note.hide()
        self._key = stakeholder.id
        case = case_of(context.scenario, self._key)
        proposed = self._proposed(stakeholder, context)
        self._paragraph = proposed.paragraph
        self._name.setText(context.names[self._key])
        self._provides.setVisible(reading.provides_data)
        self.worth.setVisible(proposed.worth is not None)
        if proposed.worth is not None:
            self.worth.set_figure(proposed.worth.sized, proposed.net)
            self.worth.set_token(INKS[proposed.worth.effect])
        self._stands.show_finding(reading.finding, f"{capitalised(reading.words)}.")
        origin = None if change is None else change.origin
        for field, value in (
            (self.text, "" if case is None else case.text),
            (self.owner, "" if case is None else case.owner),
            (self.decision, "open" if case is None else case.decision),
        ):
            if field is not origin:
                field.show_value(value)
        self.remove.setVisible(case is not None)
        stored = "" if case is None else case.text
        self.proposal.show_proposal(proposed, relation(stored, proposed.paragraph))

    def take_focus(self, name: str = "") -> None:
        """Put the keyboard into a field; into the paragraph for one that it does not have."""
        if name == "decision":
            self.decision.take_focus()
        else:
            (self.owner if name == "owner" else self.text).setFocus(Qt.FocusReason.OtherFocusReason)

    def _proposed(self, stakeholder: Stakeholder, context: Context) -> BusinessCaseText:
        """Put together anew only when something it is made of has changed: not while the case is typed."""
        draft, scenario = context.draft, context.scenario
        made_of: tuple[object, ...] = (
            draft.id,
            draft.scale,
            draft.stakeholders,
            context.weights,
            context.own,
        )
        made_of += (scenario.id, scenario.name, scenario.scores, scenario.benefits, scenario.costs)
        made_of += (stakeholder.id,)
        if self._made is None or self._made[0] != made_of:
            text = business_case(draft, scenario, stakeholder, context.library, context.own, context.weights)
            self._made = (made_of, text)
        return self._made[1]

    def _take_over(self) -> None:
        had_text = bool(self.text.value().strip())
        self._record.put("text", self._paragraph, "taking over the proposed paragraph")
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        if had_text:
            self.note.say(TAKEN)

    def _remove(self) -> None:
        self._record.remove()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        self.note.say("The business case is removed.")

    def _connect(self) -> None:
        self.text.edited.connect(lambda value: self._record.type("text", value, self.text))
        self.owner.edited.connect(lambda value: self._record.type("owner", value, self.owner))
        self.decision.given.connect(
            lambda value: self._record.put("decision", value, "change of decision", self.decision)
        )
        for field in (self.text, self.owner, self.decision):
            field.left.connect(self._document.seal)
            field.entered.connect(lambda: self.entered.emit("business_cases"))
        self.proposal.taken.connect(self._take_over)
        self.remove.clicked.connect(self._remove)
        self.note.undo_wanted.connect(self._document.undo)

    def _lay_out(self) -> None:
        signs = QWidget()
        flow = FlowLayout(signs, 10, 4)
        flow.addWidget(self.worth)
        flow.addWidget(self._provides)
        self._who = Columns(220, (1, 2), gap=20, row_gap=12)
        self._who.show_widgets(
            [Labelled("Owner", self.owner), Labelled("Decision", self.decision, keeps_width=True)]
        )
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        head = QVBoxLayout()
        head.addWidget(self._name)
        head.addWidget(signs)
        head.addWidget(self._stands)
        self._head = head
        nest(self._column, head)
        for widget in (self.note, Labelled("Business case", self.text), self.proposal, self._who):
            self._column.addWidget(widget)
        last = QHBoxLayout()
        last.addWidget(self.remove)
        last.addStretch(1)
        nest(self._column, last)

    def _fit(self) -> None:
        self._column.setSpacing(look().px(14))
        self._head.setSpacing(look().px(6))
