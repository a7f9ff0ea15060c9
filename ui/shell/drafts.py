"""What the window does with drafts when it is asked to."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from ui.document import Document
from workbook.edits.begin import add_draft, draft_from_case, empty_draft
from workbook.edits.drafts import duplicate_draft, move_draft, next_draft_name, remove_draft
from workbook.library.loader import load
from workbook.model.draft import Draft


class DraftDeeds:
    """Add, duplicate, begin from a case, rename, remove, reorder: each one step of undo."""

    def __init__(self, window: QWidget, document: Document) -> None:
        self._window = window
        self._document = document

    def ask_what_to_add(self, beside: QWidget) -> None:
        """Offer the ways a draft can begin, below the button."""
        menu = QMenu(self._window)
        menu.addAction("An empty draft").triggered.connect(self.add)
        if self._document.draft is not None:
            menu.addAction("A copy of this draft").triggered.connect(self.duplicate)
        menu.addSeparator()
        for case in (*load().cases, *self._document.workbook.own_cases):
            if case.is_characterised:
                action = menu.addAction(f"Begin from {case.label}".replace("&", "&&"))
                action.triggered.connect(lambda _=False, key=case.id: self.begin_from(key))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(beside.mapToGlobal(QPoint(0, beside.height())))

    def add(self) -> None:
        """Add an empty draft and look at it."""
        self._add(empty_draft(next_draft_name(self._document.workbook)), "adding a draft")

    def begin_from(self, case_id: str) -> None:
        """Add a draft that says what a case's source reports."""
        cases = {case.id: case for case in (*load().cases, *self._document.workbook.own_cases)}
        self._add(draft_from_case(cases[case_id]), f"adding a draft after {cases[case_id].label}")

    def duplicate(self) -> None:
        """Add a copy of the draft that is looked at."""
        draft = self._document.draft
        if draft is None:
            return
        before = {each.id for each in self._document.workbook.drafts}
        self._document.edit(lambda workbook: duplicate_draft(workbook, draft.id), f"copy of {draft.name}")
        copy = next(each for each in self._document.workbook.drafts if each.id not in before)
        self._document.choose_draft(copy.id)

    def rename(self) -> None:
        """Ask for another name."""
        draft = self._document.draft
        if draft is None:
            return
        name, is_agreed = QInputDialog.getText(
            self._window, "Rename the draft", "Name of the draft:", text=draft.name
        )
        if is_agreed and name.strip():
            self._document.put(("drafts", draft.id, "name"), name.strip(), "change of name")

    def remove(self) -> None:
        """Remove the draft that is looked at. Undo brings it back, so nothing is asked."""
        draft = self._document.draft
        if draft is not None:
            self._document.edit(lambda workbook: remove_draft(workbook, draft.id), f"removal of {draft.name}")

    def shift(self, by: int) -> None:
        """Move the draft that is looked at to the left or right."""
        draft, drafts = self._document.draft, self._document.workbook.drafts
        if draft is None:
            return
        to = [each.id for each in drafts].index(draft.id) + by
        if 0 <= to < len(drafts):
            self._document.edit(lambda workbook: move_draft(workbook, draft.id, to), "order of drafts")

    def _add(self, draft: Draft, label: str) -> None:
        self._document.edit(lambda workbook: add_draft(workbook, draft), label, ("drafts", draft.id))
        self._document.choose_draft(draft.id)
