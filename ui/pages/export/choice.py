"""What goes in: drafts and cases to check, all of them at first."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.charts.subjects import who_of
from ui.charts.who import Who
from ui.document import Document
from ui.pages.export.check_row import CheckRow
from ui.widgets import Button, Gap, Sentence
from workbook.analysis.subject import case_subject, draft_subject
from workbook.library.loader import load

NEEDS = "A report compares: it needs at least one draft and one case."


class Choice(QWidget):
    """Remembers what was taken out, so that a draft that is added later goes in by itself."""

    changed = Signal()
    """The user took something in or out."""
    rebuilt = Signal()
    """There are other rows than before."""

    def __init__(self, document: Document) -> None:
        super().__init__()
        self._document = document
        self._left_out: set[str] = {case.id for case in load().cases if not case.is_characterised}
        self._shows_further = False
        self._rows: dict[str, CheckRow] = {}
        self._shown: object = None
        self._built: tuple[object, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    @property
    def draft_ids(self) -> tuple[str, ...]:
        """The drafts that go in, in order."""
        return tuple(draft.id for draft in self._document.workbook.drafts if draft.id not in self._left_out)

    @property
    def case_ids(self) -> tuple[str, ...]:
        """The cases that go in, in order."""
        cases = (*load().cases, *self._document.workbook.own_cases)
        return tuple(case.id for case in cases if case.id not in self._left_out)

    @property
    def what_is_missing(self) -> str:
        """Why no report can be written of this, or nothing."""
        return "" if self.draft_ids and self.case_ids else NEEDS

    def row(self, who_id: str) -> CheckRow:
        """The row of a draft or case."""
        return self._rows[who_id]

    def refresh(self) -> None:
        """Show the drafts and cases there are. Rows are rebuilt only when others are there."""
        workbook, draft = self._document.workbook, self._document.draft
        # States share what did not change, so that this is soon compared.
        shown = (
            None if draft is None else draft.id,
            tuple((each.id, each.name, each.dimensions) for each in workbook.drafts),
            workbook.own_cases,
            self._shows_further,
        )
        if shown == self._shown:
            return
        self._shown = shown
        drafts, cases, further = self._everyone()
        built = (
            *(who.id for who in (*drafts, *cases)),
            None,
            *(who.id for who in further),
            self._shows_further,
        )
        if built == self._built:
            for who in (*drafts, *cases):
                self._rows[who.id].show_who(who)
            return
        self._built = built
        self._clear()
        self._add_group("Drafts", drafts)
        self._column.addWidget(Gap(10))
        self._add_group("Cases", cases)
        if self._shows_further:
            self._add_rows(further)
        elif further:
            more = Button(f"Show {len(further)} further cases", "ghost", "chevron-down")
            more.setAccessibleDescription("Cases whose sources do not place them on the dimensions.")
            more.clicked.connect(self._show_further)
            self._column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        self.rebuilt.emit()

    def _everyone(self) -> tuple[list[Who], list[Who], list[Who]]:
        workbook, draft = self._document.workbook, self._document.draft
        current = None if draft is None else draft.id
        drafts = [who_of(draft_subject(each), workbook, current) for each in workbook.drafts]
        usual = [*(case for case in load().cases if case.is_characterised), *workbook.own_cases]
        further = [case for case in load().cases if not case.is_characterised]
        return (
            drafts,
            [who_of(case_subject(each, workbook), workbook) for each in usual],
            [who_of(case_subject(each, workbook), workbook) for each in further],
        )

    def _add_group(self, title: str, everyone: Sequence[Who]) -> None:
        self._column.addWidget(Sentence(title, "group", "muted"))
        self._add_rows(everyone)

    def _add_rows(self, everyone: Sequence[Who]) -> None:
        for who in everyone:
            row = CheckRow(who)
            row.setChecked(who.id not in self._left_out)
            row.toggled.connect(lambda is_in, key=who.id: self._take(key, is_in=is_in))
            self._rows[who.id] = row
            self._column.addWidget(row)

    def _take(self, who_id: str, *, is_in: bool) -> None:
        if is_in:
            self._left_out.discard(who_id)
        else:
            self._left_out.add(who_id)
        self.changed.emit()

    def _show_further(self) -> None:
        self._shows_further = True
        self.refresh()
        first = self._everyone()[2][0]
        self._rows[first.id].setFocus(Qt.FocusReason.OtherFocusReason)

    def _clear(self) -> None:
        self._rows = {}
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.setParent(None)
                widget.deleteLater()
