"""One snapshot: when, why and by whom it was taken; below it its name, and what can be done with it."""

from collections.abc import Callable
from enum import Enum
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.document import Change, Document
from ui.forms.form import Form
from ui.theme.look import look
from ui.widgets import Button, FlowLayout
from ui.widgets.fold_list import FoldItem
from ui.widgets.fold_row import LEFT, Folding
from ui.widgets.tab_order import tab_as_laid_out
from workbook.editing import Address
from workbook.model.workbook import Snapshot

SNAPSHOT = Folding("row_title", is_item=False)
NAMELESS = "A snapshot without a name"
IS_NOW = "The draft stands so now"
RESTORE_HELP = (
    "Brings the draft back as the snapshot keeps it. What stands now is kept as a snapshot; Undo works."
)
DEEDS = (
    (
        "compare",
        "Compare with now",
        "git-compare",
        "Shows what differs between it and the draft as it is now.",
    ),
    ("read", "What it held", "eye", "Shows all that it holds, in words. Nothing is changed."),
    ("restore", "Go back to it", "rotate-ccw", RESTORE_HELP),
    ("remove", "Remove it", "trash-2", "Takes the snapshot away. The draft stays as it is; Undo works."),
)
"""What can be done with a snapshot: the name of the signal, the words, the sign, and what it does."""

At = Callable[[], Address | None]


class Standing(Enum):
    """How a snapshot stands to the drafts there are."""

    APART = 1
    AS_NOW = 2
    """Its draft stands so: there is no way back to go."""
    WITHOUT_A_DRAFT = 3
    """There is no draft at all to compare it with."""


class SnapshotBody(QWidget):
    """Name and deeds. Escape closes it."""

    closed = Signal()
    entered = Signal()
    wanted = Signal(str)
    """The name of a deed."""

    def __init__(self, document: Document, at: At) -> None:
        super().__init__()
        self._form = Form(document, at, self)
        self._form.entered.connect(lambda _: self.entered.emit())
        name = self._form.text("name", "Name", "What the snapshot is called.", "Such as: before lunch")
        acts = QWidget()
        flow = FlowLayout(acts, 8, 8)
        self.deeds: dict[str, Button] = {}
        for deed, words, icon, does in DEEDS:
            button = self.deeds[deed] = Button(words, "secondary", icon)
            button.setAccessibleDescription(does)
            button.setToolTip(does)
            button.clicked.connect(partial(self._want, deed))
            flow.addWidget(button)
        self._column = QVBoxLayout(self)
        self._column.addWidget(name)
        self._column.addWidget(acts)
        tab_as_laid_out(self)
        look().changed.connect(self._fit)
        self._fit()

    def refresh(self, change: Change | None, standing: Standing) -> None:
        """Show the name, and what can be done."""
        self._form.refresh(change)
        is_now = standing is Standing.AS_NOW
        self.deeds["compare"].setVisible(standing is not Standing.WITHOUT_A_DRAFT)
        restore = self.deeds["restore"]
        restore.setEnabled(not is_now)
        restore.setToolTip(IS_NOW if is_now else RESTORE_HELP)

    def take_focus(self) -> None:
        """Put the keyboard into the name."""
        self._form.field("name").setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _want(self, deed: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - as Qt's signal
        self.wanted.emit(deed)

    def _fit(self) -> None:
        px = look().px
        self._column.setContentsMargins(px(LEFT), px(2), 0, px(14))
        self._column.setSpacing(px(10))


class SnapshotLine(FoldItem):
    """`wanted`: the user wants something done with it."""

    wanted = Signal(str)
    field_entered = Signal()

    def __init__(self, document: Document, at: At) -> None:
        super().__init__(lambda: self._made(document, at), SNAPSHOT)
        self.body: SnapshotBody | None = None
        self._standing = Standing.APART
        self.opened.connect(lambda: self._refresh_body(None))

    def refresh(self, change: Change | None, snapshot: Snapshot, said: str, standing: Standing) -> None:
        """Show what is known of it."""
        self._standing = standing
        self.head.show_words(snapshot.name.strip() or NAMELESS, said)
        self._refresh_body(change)

    def take_name(self) -> None:
        """Open, and put the keyboard into the name."""
        self.open()
        if self.body is not None:
            self.body.take_focus()

    def _refresh_body(self, change: Change | None) -> None:
        if self.body is not None and self.is_open:
            self.body.refresh(change, self._standing)

    def _made(self, document: Document, at: At) -> QWidget:
        self.body = SnapshotBody(document, at)
        self.body.closed.connect(self.close_to_head)
        self.body.entered.connect(self.field_entered)
        self.body.wanted.connect(self.wanted)
        return self.body
