"""Who is in the room: a row for each, for whom they speak, and a line that adds the next."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.document import Change, Document
from ui.forms.add_line import AddLine, Rows
from ui.forms.choice_field import ChoiceField
from ui.forms.form import Form
from ui.forms.tied import Tied
from ui.forms.undo_keys import leave_undo_to_the_window
from ui.pages.record.rows import read_participants
from ui.pages.record.wording import NOT_SAID, name_of, speaks_for, with_gone
from ui.requests import Requests
from ui.theme.look import look
from ui.theme.tokens import CONTROL
from ui.widgets import Button, Hairline, Sentence, WhyMark, describe
from ui.widgets.columns import Columns
from ui.widgets.drop_down import Options
from ui.widgets.fold_list import FoldItem, FoldList
from ui.widgets.inline_note import InlineNote
from ui.widgets.laid_out import nest
from ui.widgets.tab_order import tab_as_laid_out
from workbook.analysis.participants import participants_finding, spoken_for_finding
from workbook.analysis.wording import counted, listed
from workbook.editing import Address, move, remove
from workbook.model.workbook import Participant

AT: Address = ("workshop", "participants")
WIDEST = 240
At = Callable[[], Address | None]


class ParticipantLine(FoldItem):
    """Name and organisation; beside them, for whom they speak."""

    field_entered = Signal()

    def __init__(self, document: Document, at: At) -> None:
        speaks = ChoiceField("Speaks for", (NOT_SAID,), "The stakeholder this person speaks for.", WIDEST)
        super().__init__(lambda: self._made_editor(document, at), after=speaks)
        self.speaks = speaks
        self.editor: ParticipantEditor | None = None
        self._tie = Tied(
            document, speaks, lambda: _to(at, "stakeholder"), "change of who speaks for whom", self
        )
        self._tie.entered.connect(self.field_entered)
        self.opened.connect(lambda: self._refresh_editor(None))

    def refresh(self, change: Change | None, participant: Participant, options: Options) -> None:
        """Show what stands in the document."""
        name = name_of(participant)
        self.head.show_words(name, participant.organisation.strip() or "Organisation not said yet")
        describe(self.speaks, f"{name} speaks for", "The stakeholder this person speaks for.")
        self.speaks.show_options(options)
        self._tie.refresh(change)
        self._refresh_editor(change)

    def _refresh_editor(self, change: Change | None) -> None:
        if self.editor is not None and self.is_open:
            self.editor.refresh(change)

    def _made_editor(self, document: Document, at: At) -> QWidget:
        self.editor = ParticipantEditor(document, at)
        self.editor.closed.connect(self.close_to_head)
        self.editor.remove_wanted.connect(self.remove_wanted)
        self.editor.entered.connect(self.field_entered)
        return self.editor


class ParticipantEditor(QWidget):
    """Name and organisation. Escape closes it."""

    closed = Signal()
    remove_wanted = Signal()
    entered = Signal()

    def __init__(self, document: Document, at: At) -> None:
        super().__init__()
        self._form = Form(document, at, self)
        self._fields = Columns(150, (1, 2), gap=16, row_gap=12)
        self._fields.show_widgets(
            [
                self._form.text("name", "Name", "What this person is called.", "Name"),
                self._form.text("organisation", "Organisation", "Where this person works.", "Organisation"),
            ]
        )
        self.remove = Button("Remove this participant", "ghost", "trash-2")
        self.remove.clicked.connect(self.remove_wanted)
        self._form.entered.connect(lambda _: self.entered.emit())
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._fields)
        self._column.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        tab_as_laid_out(self)
        look().changed.connect(self._fit)
        self._fit()

    def refresh(self, change: Change | None) -> None:
        """Show what stands in the document; the field that is being typed in stays as it is."""
        self._form.refresh(change)

    def take_focus(self, name: str) -> None:
        """Put the keyboard into a field; into the name for one it does not have."""
        field = self._form.field("organisation" if name == "organisation" else "name")
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        px = look().px
        self._column.setContentsMargins(px(20), px(2), 0, px(14))
        self._column.setSpacing(px(12))


class BesideLine(QLineEdit):
    """What is added together with the line beside it; tied to nothing until then."""

    entered = Signal()

    def __init__(self, placeholder: str, name: str, description: str) -> None:
        super().__init__()
        self.setPlaceholderText(placeholder)
        describe(self, name, description)
        leave_undo_to_the_window(self)
        look().changed.connect(self._fit)
        self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The guide wants to know which field is in hand."""
        super().focusInEvent(event)
        self.entered.emit()

    def _fit(self) -> None:
        self.setMinimumHeight(look().px(CONTROL))


class Participants(QWidget):
    """The people of the workshop. Whom they can speak for are the stakeholders of all drafts."""

    entered = Signal()
    rearranged = Signal()

    def __init__(self, document: Document, requests: Requests) -> None:
        super().__init__()
        self._document = document
        self._title = Sentence("Participants", "section")
        self._speaks = Sentence("Speaks for", "secondary", "muted")
        self._number, self._why_number = Sentence("", "secondary", "muted"), WhyMark(None, requests)
        self._heard, self._why_heard = Sentence("", "secondary", "muted"), WhyMark(None, requests)
        self.list = FoldList(self._made_line)
        self.note = InlineNote()
        self.name = AddLine(
            "Add a participant",
            "Add a participant",
            "Enter adds them. Pasted lines, or cells with name, organisation and stakeholder, add many.",
        )
        self.organisation = BesideLine("Organisation", "Organisation of who is added", "Enter adds them.")
        self._connect()
        self._lay_out()
        tab_as_laid_out(self)
        look().changed.connect(self._fit)
        self._fit()

    def refresh(self, change: Change | None) -> None:
        """Show what stands in the document."""
        if change is not None:
            self.note.hide()
        workbook, draft = self._document.workbook, self._document.draft
        people = workbook.workshop.participants
        is_another = self.list.show_keys([each.id for each in people])
        options = with_gone(speaks_for(workbook, draft), people)
        for each in people:
            line = self.list.items[each.id]
            if isinstance(line, ParticipantLine):
                line.refresh(change, each, options)
        self._speaks.setVisible(bool(people))
        number = participants_finding(workbook)
        self._number.setText(number.words)
        self._why_number.set_finding(number)
        heard = None if draft is None else spoken_for_finding(workbook, draft)
        self._heard.setText("" if heard is None else heard.words)
        self._why_heard.set_finding(heard)
        for widget in (self._why_number, self._heard, self._why_heard):
            widget.setVisible(bool(people) and (widget is self._why_number or heard is not None))
        if is_another:
            tab_as_laid_out(self)

    def reveal(self, key: str, field: str = "") -> None:
        """Go to a participant, or a field of theirs; where there is none, to the line that adds one."""
        line = self.list.items.get(key)
        if not isinstance(line, ParticipantLine):
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        elif field == "stakeholder":
            line.speaks.setFocus(Qt.FocusReason.OtherFocusReason)
        elif field and field != "id":
            line.open()
            if line.editor is not None:
                line.editor.take_focus(field)
        else:
            line.head.setFocus(Qt.FocusReason.OtherFocusReason)

    # What the user does ------------------------------------------------------------------------------------

    def _add(self, rows: Rows) -> None:
        workbook = self._document.workbook
        if len(rows) == 1 and len(rows[0]) == 1:
            rows = ((rows[0][0], self.organisation.text().strip()),)
            self.organisation.clear()
        read = read_participants(rows, speaks_for(workbook, self._document.draft)[1:])
        if not read.items:
            return
        number = counted(len(read.items), "participant")
        label = "adding a participant" if len(read.items) == 1 else f"adding {number}"
        self._document.put(AT, (*workbook.workshop.participants, *read.items), label)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        if len(rows) > 1 or read.not_understood:
            words = f"{number} added."
            if read.not_understood:
                words += f" Not understood and left out: {listed(read.not_understood)}."
            self.note.say(words)

    def _remove(self, key: str) -> None:
        gone = next(each for each in self._document.workbook.workshop.participants if each.id == key)
        next_one, at = self.list.key_after(key), (*AT, key)
        self._document.edit(lambda workbook: remove(workbook, at), "removing a participant", at)
        self.note.say(f"{name_of(gone)} is removed.")
        if not self.list.take_focus(next_one):
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _shift(self, key: str, by: int) -> None:
        keys, at = list(self.list.items), (*AT, key)
        to = keys.index(key) + by
        if 0 <= to < len(keys):
            self._document.edit(lambda workbook: move(workbook, at, to), "moving a participant", at)
            self.list.take_focus(key)

    # How it is put together --------------------------------------------------------------------------------

    def _made_line(self, key: str) -> ParticipantLine:
        line = ParticipantLine(self._document, partial(self._where, key))
        line.field_entered.connect(self.entered)
        return line

    @staticmethod
    def _where(key: str) -> Address | None:
        return (*AT, key)

    def _connect(self) -> None:
        self.name.added.connect(self._add)
        self.name.entered.connect(self.entered)
        self.organisation.returnPressed.connect(self.name.returnPressed)
        self.organisation.entered.connect(self.entered)
        self.note.undo_wanted.connect(self._document.undo)
        self.list.shift_wanted.connect(self._shift)
        self.list.remove_wanted.connect(self._remove)
        self.list.entered.connect(lambda _: self.entered.emit())
        self.list.rearranged.connect(self.rearranged)
        self.list.left_below.connect(lambda: self.name.setFocus(Qt.FocusReason.OtherFocusReason))

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._speaks)
        nest(self._column, head)
        self._column.addWidget(Hairline())
        adding = Columns(140, (1, 2), gap=8, row_gap=8)
        adding.show_widgets([self.name, self.organisation])
        for widget in (self.list, self.note, adding):
            self._column.addWidget(widget)
        for words, why in ((self._number, self._why_number), (self._heard, self._why_heard)):
            row = QHBoxLayout()
            row.addWidget(words, 1)
            row.addWidget(why, 0, Qt.AlignmentFlag.AlignTop)
            nest(self._column, row)

    def _fit(self) -> None:
        self._column.setSpacing(look().px(8))


def _to(at: At, *steps: str) -> Address | None:
    here = at()
    return None if here is None else (*here, *steps)
