"""The page of the framing: names, the problem and its borders, and a summary."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.document import Change, Document
from ui.first_draft import ways_to_begin
from ui.forms.form import Form
from ui.page_view import PageView, Topic
from ui.pages.framing.topics import QUESTIONS, topic_of
from ui.pages.framing.voluntary import VoluntaryChoice
from ui.requests import Requests
from ui.theme.look import look
from ui.widgets import EmptyState, Hairline, Heading, Sentence
from ui.widgets.columns import Columns
from ui.widgets.tab_order import tab_as_laid_out
from workbook.editing import Address
from workbook.library.loader import load
from workbook.model.draft import Draft

FIRST = "societal_problem"
SUBTITLE = "What the partnership is about, in the words of this room."


class FramingPage(PageView):
    """Fields only. The guide asks the room about the one in hand, and says what the cases did."""

    def __init__(self, document: Document, requests: Requests) -> None:
        super().__init__(document, requests)
        self._field = FIRST
        self._workbook_form = Form(document, lambda: (), self)
        self._draft_form = Form(document, self._at, self)
        self._framing_form = Form(document, lambda: self._at("framing"), self)
        self.voluntary = VoluntaryChoice()
        self._title = Heading("Framing")
        self._subtitle = Sentence(SUBTITLE, "body", "muted")
        self._columns = (
            Columns(190, (1, 3), gap=16, stretch=(2, 1, 1)),
            Columns(400, gap=28),
            Columns(400, (1,)),
        )
        self._fields = QWidget()
        self._fields_column = QVBoxLayout(self._fields)
        self._fields_column.setContentsMargins(0, 0, 0, 0)
        self._empty = EmptyState(
            "Nothing is framed yet.",
            "Here the room says which problem it is about, what the public would gain and which data it "
            "takes. That is said in a draft, of which a workbook holds as many as there are ideas.",
            ways_to_begin(document, self._on_begun),
        )
        self._lay_out()
        tab_as_laid_out(self)
        for form in (self._workbook_form, self._draft_form, self._framing_form):
            form.entered.connect(self._on_entered)
        self.voluntary.entered.connect(lambda: self._on_entered("voluntary"))
        self.voluntary.chosen.connect(self._choose_voluntary)
        look().changed.connect(self._fit)
        self._fit()

    def refresh(self, change: Change | None) -> None:
        """Show what stands in the document; the field that is being typed in stays as it is."""
        draft = self.document.draft
        self._empty.setVisible(draft is None)
        self._fields.setVisible(draft is not None)
        begun = "" if draft is None else _begun_from(draft)
        self._subtitle.setText(f"{SUBTITLE} {begun}".strip())
        if draft is None:
            return
        for form in (self._workbook_form, self._draft_form, self._framing_form):
            form.refresh(change)
        self.voluntary.show_value(draft.framing.voluntary)

    def topic(self) -> Topic:
        """The field in hand; before any is, the problem."""
        return topic_of(self._field, load())

    def reveal(self, address: Address) -> bool:
        """Go to the field of an address; of the framing as a whole, to the first."""
        name = address[-1] if address else ""
        name = FIRST if name == "framing" or name not in QUESTIONS else name
        if self.document.draft is None:
            return False
        if name == "voluntary":
            self.voluntary.take_focus()
        else:
            self.field(name).setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def field(self, name: str) -> QWidget:
        """The field of this name."""
        if name in ("title", "facilitator"):
            return self._workbook_form.field(name)
        form = self._draft_form if name in ("name", "summary") else self._framing_form
        return form.field(name)

    def _at(self, *steps: str) -> Address | None:
        draft = self.document.draft
        return None if draft is None else ("drafts", draft.id, *steps)

    def _on_entered(self, name: str) -> None:
        if name != self._field:
            self._field = name
            self.topic_changed.emit()

    def _choose_voluntary(self, value: object) -> None:
        at = self._at("framing", "voluntary")
        if at is not None:
            self.document.put(at, value, "change of whether sharing is voluntary", self.voluntary)

    def _on_begun(self) -> None:
        self.refresh(None)
        self.field(FIRST).setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        names, framed, last = self._columns
        names.show_widgets(self._name_fields())
        framed.show_widgets([*self._framing_fields(), self.voluntary])
        last.show_widgets([self._summary_field()])
        for widget in (names, Hairline(), framed, last):
            self._fields_column.addWidget(widget)
        self._page = QVBoxLayout(self)
        self._page.addWidget(self._title)
        self._page.addWidget(self._subtitle)
        self._page.addSpacing(1)
        self._page.addWidget(self._empty)
        self._page.addWidget(self._fields)
        self._page.addStretch(1)

    def _name_fields(self) -> list[QWidget]:
        return [
            self._workbook_form.text(
                "title",
                "Name of the workbook",
                "Stands on the report and in the list of recent workbooks.",
                "Such as “Faster clearance of flowers”",
            ),
            self._draft_form.text(
                "name",
                "Name of this draft",
                "Tells this draft from the others in the workbook.",
                "Such as “City table”",
            ),
            self._workbook_form.text(
                "facilitator",
                "Facilitator",
                "Who leads the workshop; named in the report.",
                "Who leads the workshop",
            ),
        ]

    def _framing_fields(self) -> list[QWidget]:
        form = self._framing_form
        return [
            form.prose(
                FIRST,
                "Societal problem",
                "Who has which problem, outside this room.",
                "One sentence: who lacks what. For Flowminder: where people move, so that relief can follow.",
            ),
            form.prose(
                "public_value",
                "Public value",
                "What would be better for people who are not at the table.",
                "Who outside this room gains what. FloraHolland aimed for safer trade that is also easier.",
            ),
            form.prose(
                "data_sought",
                "Data sought",
                "Which data, from whom, how often and how fine.",
                "Data, from whom, how often. Flowminder: call detail records of 12 million users, once.",
            ),
            form.prose(
                "setting",
                "Setting",
                "Place, size and circumstances.",
                "Where, when, how large. FloraHolland: flowers from Kenya to the Netherlands.",
            ),
            form.prose(
                "out_of_scope",
                "Out of scope",
                "What will not be talked about.",
                "What will not be talked about today. A few words are enough.",
            ),
        ]

    def _summary_field(self) -> QWidget:
        return self._draft_form.prose(
            "summary",
            "Summary",
            "The draft in two sentences, for somebody who was not in the room.",
            "Two sentences for somebody who was not here. Best written last.",
        )

    def _fit(self) -> None:
        px = look().px
        self._page.setContentsMargins(px(28), px(18), px(28), px(28))
        self._page.setSpacing(px(2))
        self._fields_column.setContentsMargins(0, px(14), 0, 0)
        self._fields_column.setSpacing(px(16))
        self._empty.setContentsMargins(0, px(20), 0, 0)


def _begun_from(draft: Draft) -> str:
    """Where the draft comes from, when it is a case of the library."""
    begun = draft.begun_from
    if begun is None or begun.kind != "case":
        return ""
    case = next((each for each in load().cases if each.id == begun.id), None)
    return "" if case is None else f"This draft was begun from {case.label}."
