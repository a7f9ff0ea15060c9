"""The log of moves in words: what held, what was overridden and why, and the snapshot taken before each."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.document import Change, Document
from ui.forms.form import Form
from ui.theme.look import look
from ui.widgets import Button, FlowLayout, Gap, Sentence
from ui.widgets.columns import Columns
from ui.widgets.fold_list import FoldItem, FoldList
from ui.widgets.fold_row import Folding
from ui.widgets.tab_order import tab_as_laid_out
from workbook.analysis.lifecycle.path import MoveTold
from workbook.analysis.wording import counted
from workbook.editing import Address
from workbook.model.workbook import Snapshot, Workbook

MOVE = Folding("body_medium", is_item=False)
NO_MOVE = "No move yet: every draft begins at Frame, and each move is written down here."
NO_CONDITIONS = "Nothing was asked on the way."
NO_SNAPSHOT = "The snapshot taken before this move is no longer kept."
COMPARE = "What has changed since"
GO_BACK = "Go back to how it stood before"
GO_BACK_HELP = (
    "Brings the draft back as the snapshot keeps it. What stands now is kept as a snapshot; Undo works."
)
At = Callable[[], Address | None]


class MoveBody(QWidget):
    """One move: reason and name, which can be put right later, and what the gates asked. Escape closes it."""

    closed = Signal()
    entered = Signal()
    restore_wanted = Signal(str)
    """The id of the snapshot to go back to."""
    compare_wanted = Signal(str)
    """The id of the snapshot to lay beside the draft."""

    def __init__(self, document: Document, at: At) -> None:
        super().__init__()
        self._form = Form(document, at, self)
        self._form.entered.connect(lambda _: self.entered.emit())
        fields = Columns(200, (1, 2), gap=16, row_gap=12, stretch=(2, 1))
        fields.show_widgets(
            [
                self._form.prose("because", "Why", "The reason, as the log keeps it.", "Why", 1),
                self._form.text("by", "Who", "Who made this move.", "Name"),
            ]
        )
        self._over = Sentence("", "label")
        self._overs = Sentence("", "secondary")
        self._held = Sentence("", "label")
        self._helds = Sentence("", "secondary", "muted")
        self._kept = Sentence("", "secondary", "muted")
        self._snapshot = ""
        self.restore = Button(GO_BACK, "secondary", "history")
        self.restore.setAccessibleDescription(GO_BACK_HELP)
        self.restore.setToolTip(GO_BACK_HELP)
        self.restore.clicked.connect(lambda: self.restore_wanted.emit(self._snapshot))
        self.compare = Button(COMPARE, "secondary", "git-compare")
        self.compare.setAccessibleDescription("Shows what differs between the snapshot and the draft.")
        self.compare.clicked.connect(lambda: self.compare_wanted.emit(self._snapshot))
        self._deeds = QWidget()
        flow = FlowLayout(self._deeds, 8)
        flow.addWidget(self.compare)
        flow.addWidget(self.restore)
        self._column = QVBoxLayout(self)
        for widget in (fields, self._over, self._overs, self._held, self._helds, self._kept):
            self._column.addWidget(widget)
        self._column.addWidget(self._deeds)
        self._column.addWidget(Gap(2))
        tab_as_laid_out(self)
        look().changed.connect(self._fit)
        self._fit()

    def show_move(self, change: Change | None, told: MoveTold, snapshot: Snapshot | None) -> None:
        """Show what the log says of it."""
        self._form.refresh(change)
        self._over.setText(f"Overridden: {counted(len(told.overridden), 'condition')}")
        self._overs.setText("\n".join(f"{each.words}: {each.because}" for each in told.overridden))
        self._held.setText(f"Held: {counted(len(told.held), 'condition')}")
        self._helds.setText("\n".join(told.held))
        for widget in (self._over, self._overs):
            widget.setVisible(bool(told.overridden))
        is_asked = bool(told.held or told.overridden)
        self._held.setVisible(bool(told.held))
        self._helds.setVisible(bool(told.held) or not is_asked)
        if not is_asked:
            self._helds.setText(NO_CONDITIONS)
        self._snapshot = "" if snapshot is None else snapshot.id
        self._kept.setText(NO_SNAPSHOT if snapshot is None else f"Snapshot: {snapshot.name}.")
        self._deeds.setVisible(snapshot is not None)

    def take_focus(self, name: str) -> None:
        """Put the keyboard on the reason, or on the name."""
        self._form.field("by" if name == "by" else "because").setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        px = look().px
        self._column.setContentsMargins(px(20), px(2), 0, px(14))
        self._column.setSpacing(px(6))


class MoveLine(FoldItem):
    """One move of the log."""

    restore_wanted = Signal(str)
    compare_wanted = Signal(str)

    def __init__(self, document: Document, at: At) -> None:
        super().__init__(lambda: self._made(document, at), MOVE)
        self.body: MoveBody | None = None
        self._shown: tuple[MoveTold, Snapshot | None] | None = None
        self.opened.connect(lambda: self._refresh_body(None))

    def refresh(self, change: Change | None, told: MoveTold, snapshot: Snapshot | None) -> None:
        """Show what the log says."""
        self._shown = (told, snapshot)
        over = f"{counted(len(told.overridden), 'condition')} overridden" if told.overridden else ""
        self.head.show_words(told.words, over)
        self._refresh_body(change)

    def _refresh_body(self, change: Change | None) -> None:
        if self.body is not None and self.is_open and self._shown is not None:
            self.body.show_move(change, *self._shown)

    def _made(self, document: Document, at: At) -> QWidget:
        self.body = MoveBody(document, at)
        self.body.closed.connect(self.close_to_head)
        self.body.entered.connect(self.entered)
        self.body.restore_wanted.connect(self.restore_wanted)
        self.body.compare_wanted.connect(self.compare_wanted)
        return self.body


class Log(QWidget):
    """The moves of the draft that is looked at, the first one first."""

    entered = Signal()
    restore_wanted = Signal(str)
    compare_wanted = Signal(str)
    rearranged = Signal()

    def __init__(self, document: Document) -> None:
        super().__init__()
        self._document = document
        self._none = Sentence(NO_MOVE, "secondary", "muted")
        self.list = FoldList(self._made_line)
        self.list.entered.connect(lambda _: self.entered.emit())
        self.list.rearranged.connect(self.rearranged)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._none)
        self._column.addWidget(self.list)
        look().changed.connect(self._fit)
        self._fit()

    def refresh(self, change: Change | None, log: Sequence[MoveTold], workbook: Workbook) -> None:
        """Show the log."""
        is_another = self.list.show_keys([told.id for told in log])
        self._none.setVisible(not log)
        draft = self._document.draft
        for number, told in enumerate(log):
            line = self.list.items[told.id]
            if isinstance(line, MoveLine) and draft is not None:
                line.refresh(change, told, _snapshot_before(workbook, draft.id, told, log[:number]))
        if is_another:
            tab_as_laid_out(self)

    def reveal(self, key: str, field: str = "") -> bool:
        """Go to a move, or its reason or name; False when there is none."""
        item = self.list.items.get(key)
        if not isinstance(item, MoveLine):
            return False
        if field:
            item.open()
            if item.body is not None:
                item.body.take_focus(field)
        else:
            item.head.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _made_line(self, key: str) -> MoveLine:
        line = MoveLine(self._document, partial(self._at, key))
        line.restore_wanted.connect(self.restore_wanted)
        line.compare_wanted.connect(self.compare_wanted)
        return line

    def _at(self, key: str) -> Address | None:
        draft = self._document.draft
        return None if draft is None else ("drafts", draft.id, "lifecycle", "moves", key)

    def _fit(self) -> None:
        px = look().px
        self._column.setContentsMargins(px(20), px(2), 0, px(14))
        self._column.setSpacing(px(4))


def _snapshot_before(
    workbook: Workbook, draft_id: str, told: MoveTold, earlier: Sequence[MoveTold]
) -> Snapshot | None:
    """The snapshot that was taken with a move: of this draft, at that moment, with the log as far as then."""
    log = [each.id for each in earlier]
    kept = (
        each
        for each in workbook.snapshots
        if each.reason == "move"
        and each.draft.id == draft_id
        and each.at == told.at
        and [move.id for move in each.draft.lifecycle.moves] == log
    )
    return next(kept, None)
