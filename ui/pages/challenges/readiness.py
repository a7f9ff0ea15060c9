"""How far each component of sharing across boundaries is in place, and a note on it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.document import Document
from ui.forms.choice_field import SegmentedField
from ui.forms.fields import ProseField
from ui.pages.challenges.wording import LEVELS, name_question
from ui.requests import Requests
from ui.theme.look import look
from ui.widgets import Citation, Sentence, describe
from ui.widgets.columns import Columns
from ui.widgets.labelled import Labelled
from ui.widgets.tab_order import tab_as_laid_out
from ui.widgets.why_sentence import WhySentence
from workbook.analysis.finding import Finding
from workbook.editing import put
from workbook.edits.challenges import readiness_of, with_readiness
from workbook.library.catalogues import catalogue
from workbook.library.entries import Entry
from workbook.library.loader import load
from workbook.model.challenges import ReadinessEntry
from workbook.model.draft import Draft


class Readiness(QWidget):
    """`at_draft` answers with the draft that is looked at."""

    entered = Signal(str)

    def __init__(self, document: Document, requests: Requests, at_draft: Callable[[], Draft | None]) -> None:
        super().__init__()
        self._document, self._at_draft = document, at_draft
        self.components: dict[str, Component] = {}
        self._says = WhySentence(requests, "finding")
        self._columns = Columns(300, (1, 2), gap=40, row_gap=28)
        remark = load().remark("readiness")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._says)
        self._column.addWidget(self._columns)
        if remark is not None:
            self._column.addWidget(Sentence(remark.text, "secondary", "muted"))
            self._column.addWidget(Citation(remark.citation))
        look().changed.connect(self._fit)
        self._fit()

    def refresh(self, draft: Draft, found: Finding) -> None:
        """Show what stands in the document; a text that is there already keeps its caret."""
        self._says.show_finding(found)
        entries = catalogue(load(), self._document.workbook.own_entries, "readiness")
        if [each.id for each in entries] != list(self.components):
            self.components = {
                each.id: self.components.get(each.id) or Component(self._document, each.id, self._at_draft)
                for each in entries
            }
            for component in self.components.values():
                component.entered.connect(lambda: self.entered.emit("readiness"))
            self._columns.show_widgets(list(self.components.values()))
            tab_as_laid_out(self)
        for each in entries:
            self.components[each.id].refresh(each, readiness_of(draft.readiness, each.id))

    def reveal(self, component: str, field: str) -> bool:
        """Go to a component, or its note; to the first when there is none of this name."""
        shown = self.components.get(component) or next(iter(self.components.values()))
        shown.take_focus(field)
        return True

    def _fit(self) -> None:
        self._column.setSpacing(look().px(18))


class Component(QWidget):
    """Its name, what it means, its level, and a note."""

    entered = Signal()

    def __init__(self, document: Document, key: str, at_draft: Callable[[], Draft | None]) -> None:
        super().__init__()
        self._document, self._key, self._at_draft = document, key, at_draft
        self._name = Sentence("", "subheading")
        self._means = Sentence("", "secondary", "muted")
        self.level = SegmentedField("Level", LEVELS)
        self.note = ProseField("What makes you say so", 1)
        self.level.given.connect(self._give_level)
        self.level.entered.connect(self.entered)
        self.note.edited.connect(self._type_note)
        self.note.entered.connect(self.entered)
        self.note.left.connect(document.seal)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._name)
        self._column.addWidget(self._means)
        self._column.addWidget(self.level, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(Labelled("Note", self.note))
        self._column.addStretch(1)
        tab_as_laid_out(self)
        look().changed.connect(self._fit)
        self._fit()

    def refresh(self, entry: Entry, said: ReadinessEntry) -> None:
        """Show what stands in the document; a text that is there already keeps its caret."""
        self._name.setText(entry.name)
        self._means.setText(entry.explanation)
        self._means.setVisible(bool(entry.explanation))
        name_question(self.level, f"{entry.name}: how far is it in place?")
        describe(self.note, f"{entry.name}: note", "What makes you say so.")
        self.level.show_value(said.level)
        self.note.show_value(said.note)

    def take_focus(self, field: str) -> None:
        """Put the keyboard on the level, or into the note."""
        if field == "note":
            self.note.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.level.take_focus()

    def _give_level(self, level: object) -> None:
        draft = self._at_draft()
        if draft is not None:
            at = ("drafts", draft.id, "readiness")
            said = with_readiness(draft.readiness, self._key, level=level)
            self._document.edit(
                lambda workbook: put(workbook, at, said), "change of readiness", (*at, self._key)
            )

    def _type_note(self, note: str) -> None:
        draft = self._at_draft()
        if draft is not None:
            at = ("drafts", draft.id, "readiness")
            said = with_readiness(draft.readiness, self._key, note=note)
            self._document.type_edit(
                lambda workbook: put(workbook, at, said),
                "change of note",
                (*at, self._key, "note"),
                self.note,
            )

    def _fit(self) -> None:
        self._column.setSpacing(look().px(8))
