"""The interests of one stakeholder: rows, the line that adds the next, and how sure their weights are."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.document import Change, Document
from ui.forms.add_line import AddLine, Rows
from ui.pages.stakeholders.interest_row import InterestRow
from ui.pages.stakeholders.rows import read_interests
from ui.requests import Requests
from ui.theme.look import look
from ui.widgets import Hairline, Sentence
from ui.widgets.inline_note import InlineNote
from ui.widgets.laid_out import nest
from ui.widgets.tab_order import tab_as_laid_out
from workbook.analysis.stakes import shares
from workbook.analysis.wording import counted, listed
from workbook.editing import Address, insert, move, put
from workbook.edits.ids import new_id
from workbook.edits.removals import remove_interest, what_went
from workbook.library.catalogues import catalogue
from workbook.library.loader import load
from workbook.model.draft import Draft
from workbook.model.stakeholders import Stakeholder
from workbook.model.workbook import OwnEntry, Workbook

PLACEHOLDER = "Add an interest, then Enter. Paste a list to add many."


class Interests(QWidget):
    """`at` is the address of the stakeholder that is looked at."""

    entered = Signal(str)
    """The name of the field that is now in hand."""

    def __init__(self, document: Document, requests: Requests, at: Callable[[], Address | None]) -> None:
        super().__init__()
        self._document, self._requests, self._at = document, requests, at
        self.rows: dict[str, InterestRow] = {}
        self._holder = ""
        self._title = Sentence("Wants and concerns", "section")
        self._matters = Sentence("How much it matters", "secondary", "muted")
        self._matters.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._list = QWidget()
        self._rows_column = QVBoxLayout(self._list)
        self._rows_column.setContentsMargins(0, 0, 0, 0)
        self._rows_column.setSpacing(0)
        self.note = InlineNote()
        self.note.undo_wanted.connect(document.undo)
        self.add = AddLine(
            PLACEHOLDER,
            "Add an interest",
            "Enter adds it. Pasted lines, or cells with words, want or concern and weight, add many.",
        )
        self.add.added.connect(self._add)
        self.add.entered.connect(lambda: self.entered.emit("interests"))
        self._lay_out()
        look().changed.connect(self._fit)
        self._fit()

    def refresh(self, change: Change | None, draft: Draft, stakeholder: Stakeholder) -> bool:
        """Show what stands in the document; the answer is whether rows are new or gone."""
        if change is not None:
            self.note.hide()  # what it speaks of is no longer the last thing that was done
        if (
            change is not None
            and not change.touches("drafts", draft.id, "stakeholders", stakeholder.id)
            and not change.touches("own_entries")
            and stakeholder.id == self._holder
        ):
            return False
        if stakeholder.id != self._holder:
            self._forget_rows()
            self.note.hide()
        self._holder = stakeholder.id
        is_another = [each.id for each in stakeholder.interests] != list(self.rows)
        if is_another:
            self._arrange(stakeholder)
        library, own = load(), self._document.workbook.own_entries
        known = (library, own, catalogue(library, own, "motivations"))
        part = shares(draft, stakeholder)
        for interest in stakeholder.interests:
            self.rows[interest.id].refresh(change, interest, part[interest.id], draft.scale, known)
        self._matters.setVisible(bool(self.rows))
        return is_another

    def reveal(self, interest_id: str, field: str) -> bool:
        """Go to a field of an interest; to the line that adds one when it is not there."""
        row = self.rows.get(interest_id)
        if row is None:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        elif field == "weight":
            row.weight.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not field:
            row.head.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            row.open()
            if row.editor is not None:
                row.editor.take_focus(field)
        return True

    # What the user does ------------------------------------------------------------------------------------

    def _add(self, rows: Rows) -> None:
        at = self._to()
        own = self._document.workbook.own_entries
        read = read_interests(rows, catalogue(load(), own, "motivations"))
        if at is None or not read.items:
            return
        held: tuple[object, ...] = self._held(at)
        label = "adding an interest" if len(read.items) == 1 else f"adding {len(read.items)} interests"
        self._document.put(at, (*held, *read.items), label)
        if len(rows) > 1 or read.not_understood:
            words = f"{counted(len(read.items), 'interest')} added."
            if read.not_understood:
                words += f" Not understood and left out: {listed(read.not_understood)}."
            self.note.say(words)

    def _remove(self, interest_id: str) -> None:
        draft, at = self._document.draft, self._to(interest_id)
        if draft is None or at is None:
            return
        before, keys = self._document.workbook, list(self.rows)
        place = keys.index(interest_id)
        words = self.rows[interest_id].head.text()
        self._document.edit(
            lambda workbook: remove_interest(workbook, draft.id, interest_id), "removing an interest", at
        )
        after = self._document.workbook
        took = what_went(before, after, draft.id, interest_id)
        self.note.say(" ".join((f"“{words.removesuffix('.')}” is removed.", *took)))
        left = list(self.rows)
        if left:
            self.rows[left[min(place, len(left) - 1)]].head.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _shift(self, interest_id: str, by: int) -> None:
        at, keys = self._to(interest_id), list(self.rows)
        to = keys.index(interest_id) + by
        if at is not None and 0 <= to < len(keys):
            self._document.edit(lambda workbook: move(workbook, at, to), "moving an interest", at)
            self.rows[interest_id].head.setFocus(Qt.FocusReason.OtherFocusReason)

    def _step(self, interest_id: str, by: int) -> None:
        keys = list(self.rows)
        to = keys.index(interest_id) + by
        if 0 <= to < len(keys):
            self.rows[keys[to]].head.setFocus(Qt.FocusReason.OtherFocusReason)
        elif to == len(keys):
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_own_motivation(self, interest_id: str, name: str) -> None:
        """A new entry and the choice of it are one step of undo."""
        at = self._to(interest_id, "motivation")
        if at is None:
            return
        entry = OwnEntry(id=new_id("o"), catalogue="motivations", name=name)

        def edit(workbook: Workbook) -> Workbook:
            return put(insert(workbook, ("own_entries",), entry), at, entry.id)

        self._document.edit(edit, "adding a motivation", at)

    def _open_one(self, interest_id: str) -> None:
        """One at a time is open, so that the list stays a list."""
        for key, row in self.rows.items():
            if key != interest_id and row.head.isChecked():
                row.open(is_open=False)

    # How it is put together --------------------------------------------------------------------------------

    def _to(self, *steps: str) -> Address | None:
        at = self._at()
        return None if at is None else (*at, "interests", *steps)

    def _held(self, at: Address) -> tuple[object, ...]:
        held = self._document.get(at)
        return held if isinstance(held, tuple) else ()

    def _forget_rows(self) -> None:
        for row in self.rows.values():
            row.hide()
            row.setParent(None)
            row.deleteLater()
        self.rows = {}

    def _arrange(self, stakeholder: Stakeholder) -> None:
        kept = {interest.id for interest in stakeholder.interests}
        for key in [key for key in self.rows if key not in kept]:
            row = self.rows.pop(key)
            row.hide()
            row.setParent(None)
            row.deleteLater()
        self.rows = {
            each.id: self.rows.get(each.id) or self._made_row(each.id) for each in stakeholder.interests
        }
        for row in self.rows.values():
            self._rows_column.removeWidget(row)
            self._rows_column.addWidget(row)

    def _made_row(self, interest_id: str) -> InterestRow:
        row = InterestRow(self._document, self._requests, partial(self._to, interest_id))
        row.opened.connect(lambda: self._open_one(interest_id))
        row.shifted.connect(lambda by: self._shift(interest_id, by))
        row.stepped.connect(lambda by: self._step(interest_id, by))
        row.remove_wanted.connect(lambda: self._remove(interest_id))
        row.own_wanted.connect(lambda name: self._add_own_motivation(interest_id, name))
        row.entered.connect(self.entered)
        return row

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._matters)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        nest(self._column, head)
        self._column.addWidget(Hairline())
        self._column.addWidget(self._list)
        self._column.addWidget(self.note)
        self._column.addWidget(self.add)
        tab_as_laid_out(self)

    def _fit(self) -> None:
        self._column.setSpacing(look().px(6))
        self._rows_column.setContentsMargins(0, 0, 0, look().px(6))
