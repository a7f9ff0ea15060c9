"""The snapshots: the line that takes one now, those of this draft, and those of others."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from types import MappingProxyType

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.document import Change, Document
from ui.forms.add_line import AddLine, Rows
from ui.pages.changes.sides import in_order
from ui.pages.changes.snapshot_line import SnapshotLine, Standing
from ui.pages.changes.wording import snapshot_said
from ui.theme.look import look
from ui.widgets import Button, Heading, Sentence
from ui.widgets.fold_list import FoldList
from ui.widgets.tab_order import tab_as_laid_out
from workbook.editing import Address
from workbook.model.draft import Draft
from workbook.model.workbook import Snapshot, Workbook

NONE_YET = "None of this draft yet. One is also taken by itself at every move along the lifecycle."
OTHERS = "Of other drafts"


class Snapshots(QWidget):
    """Keeps ids only. What is to be done is asked of the page."""

    take_wanted = Signal(str)
    """A snapshot is to be taken now, under this name; an empty one stands for draft and moment."""
    compare_wanted = Signal(str)
    read_wanted = Signal(str)
    restore_wanted = Signal(str)
    remove_wanted = Signal(str)
    entered = Signal()
    rearranged = Signal()

    def __init__(self, document: Document, clock: Callable[[], dt.datetime]) -> None:
        super().__init__()
        self._document, self._clock = document, clock
        self._title = Heading("Snapshots", "subheading")
        self.name = AddLine(
            "A name, then Enter",
            "Name of the next snapshot",
            "Enter takes a snapshot of this draft under this name.",
        )
        self.take = Button("Take a snapshot now", "primary", "camera")
        self.take.setAccessibleDescription(
            "Keeps this draft as it stands. Without a name it is called after the moment."
        )
        self._none = Sentence(NONE_YET, "secondary", "muted")
        self.own, self.others = FoldList(self._made_line), FoldList(self._made_line)
        self._others_title = Sentence(OTHERS, "group", "muted")
        self._wanted: Mapping[str, SignalInstance] = MappingProxyType(
            {
                "compare": self.compare_wanted,
                "read": self.read_wanted,
                "restore": self.restore_wanted,
                "remove": self.remove_wanted,
            }
        )
        self._connect()
        self._lay_out()
        tab_as_laid_out(self)
        look().changed.connect(self._fit)
        self._fit()

    def refresh(self, change: Change | None, draft: Draft | None) -> None:
        """Show what stands in the document; without a draft, what is left of those there were."""
        workbook = self._document.workbook
        here = "" if draft is None else draft.id
        kept = in_order(workbook, here)
        own = [each for each in kept if each.draft.id == here]
        others = [each for each in kept if each.draft.id != here]
        is_another = self.own.show_keys([each.id for each in own])
        is_another = self.others.show_keys([each.id for each in others]) or is_another
        now = self._clock()
        for snapshot in kept:
            line = self.line(snapshot.id)
            if line is not None:
                of_draft = "" if snapshot in own else snapshot.draft.name.strip() or snapshot.draft.id
                said = snapshot_said(snapshot, now, of_draft)
                line.refresh(change, snapshot, said, _standing(snapshot, workbook))
        self._show_parts(draft, own, others)
        if is_another:
            tab_as_laid_out(self)

    def line(self, key: str) -> SnapshotLine | None:
        """The row of a snapshot."""
        item = self.own.items.get(key) or self.others.items.get(key)
        return item if isinstance(item, SnapshotLine) else None

    def reveal(self, key: str = "", field: str = "") -> None:
        """Go to a snapshot, or its name; where there is none, to the line that takes one."""
        line = self.line(key)
        if line is None:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        elif field == "name":
            line.take_name()
        else:
            line.head.setFocus(Qt.FocusReason.OtherFocusReason)

    def key_after(self, key: str) -> str:
        """The row that takes the place of one that goes; empty when it is the only one of its list."""
        return next((each.key_after(key) for each in (self.own, self.others) if key in each.items), "")

    def _show_parts(self, draft: Draft | None, own: Sequence[Snapshot], others: Sequence[Snapshot]) -> None:
        for widget in (self.name, self.take):
            widget.setVisible(draft is not None)
        self._none.setVisible(draft is not None and not own)
        self._others_title.setVisible(bool(others))

    def _take(self, rows: Rows) -> None:
        """What is pasted over several lines is one name all the same."""
        self.take_wanted.emit(" ".join(cell for row in rows for cell in row))

    def _take_typed(self) -> None:
        name = self.name.text().strip()
        self.name.clear()
        self.take_wanted.emit(name)

    def _made_line(self, key: str) -> SnapshotLine:
        line = SnapshotLine(self._document, partial(self._at, key))
        line.wanted.connect(lambda deed: self._wanted[deed].emit(key))
        line.field_entered.connect(self.entered)
        return line

    def _at(self, key: str) -> Address | None:
        is_there = any(each.id == key for each in self._document.workbook.snapshots)
        return ("snapshots", key) if is_there else None

    def _connect(self) -> None:
        self.name.added.connect(self._take)
        self.take.clicked.connect(self._take_typed)
        self.name.entered.connect(self.entered)
        for one in (self.own, self.others):
            one.entered.connect(lambda _: self.entered.emit())
            one.rearranged.connect(self.rearranged)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._title)
        self._column.addWidget(self.name)
        self._column.addWidget(self.take, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self._none, self.own, self._others_title, self.others):
            self._column.addWidget(widget)
        self._column.addStretch(1)

    def _fit(self) -> None:
        self._column.setSpacing(look().px(8))


def _standing(snapshot: Snapshot, workbook: Workbook) -> Standing:
    if not workbook.drafts:
        return Standing.WITHOUT_A_DRAFT
    return Standing.AS_NOW if snapshot.draft in workbook.drafts else Standing.APART
