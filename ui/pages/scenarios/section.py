"""A part of a scenario that folds: its title, in a line what it holds, and below, while open, the rest."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.document import Change
from ui.pages.scenarios.context import Context
from ui.theme.look import look
from ui.widgets import Hairline
from ui.widgets.fold_row import SECTION, FoldRow
from workbook.model.scenarios import Scenario


class Content(QWidget):
    """What a section holds. It is shown anew only while the section is open."""

    rearranged = Signal()
    """There is more, or less, for Tab to come to."""
    entered = Signal(str)
    """The name of the field that is now in hand; empty for the whole."""

    def in_a_line(self, scenario: Scenario, context: Context) -> str:
        """What is there, for those who do not open it."""
        del scenario, context
        return ""

    def refresh(self, change: Change | None, scenario: Scenario, context: Context) -> None:
        """Show what stands in the document."""

    def reveal(self, steps: tuple[str, ...]) -> None:
        """Go to a part of it; to where one would add something when none is named."""
        del steps


class Section(QWidget):
    """Folds a content. Arrow keys go from head to head."""

    switched = Signal()
    """It was opened or closed, or its content was rearranged."""
    stepped = Signal(int)
    entered = Signal(str, str)
    """The section and the field that are now in hand."""

    def __init__(self, topic: str, title: str, content: Content) -> None:
        super().__init__()
        self.topic, self._title, self.content = topic, title, content
        self.head = FoldRow(SECTION)
        self.head.show_words(title, "")
        self._room = QWidget()
        self._inside = QVBoxLayout(self._room)
        self._inside.addWidget(content)
        self._room.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        for widget in (Hairline(), self.head, self._room):
            whole.addWidget(widget)
        self._last: tuple[Scenario, Context] | None = None
        self.head.toggled.connect(lambda is_open: self.open(is_open=is_open))
        self.head.stepped.connect(self.stepped)
        self.head.entered.connect(lambda: self.entered.emit(self.topic, ""))
        content.entered.connect(lambda name: self.entered.emit(self.topic, name))
        content.rearranged.connect(self.switched)
        look().changed.connect(self._fit)
        self._fit()

    @property
    def is_open(self) -> bool:
        """Whether what it holds is shown."""
        return not self._room.isHidden()

    def open(self, *, is_open: bool = True) -> None:
        """Show what it holds, or hide it."""
        self.head.setChecked(is_open)
        if is_open == self.is_open:
            return
        if is_open and self._last is not None:
            self.content.refresh(None, *self._last)
        self._room.setVisible(is_open)
        self._show_line()
        self.switched.emit()

    def refresh(self, change: Change | None, scenario: Scenario, context: Context) -> None:
        """Show what stands in the document: in a line, and all of it while it is open."""
        self._last = (scenario, context)
        self._show_line()
        if self.is_open:
            self.content.refresh(change, scenario, context)

    def reveal(self, steps: tuple[str, ...]) -> None:
        """Open it, and go to a part of it; to its head when none is named."""
        self.open()
        if steps:
            self.content.reveal(steps)
        else:
            self.head.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_line(self) -> None:
        """In a line what it holds, unless all of it is in view."""
        said = "" if self.is_open or self._last is None else self.content.in_a_line(*self._last)
        self.head.show_words(self._title, said)

    def _fit(self) -> None:
        px = look().px
        self._inside.setContentsMargins(px(20), px(2), 0, px(16))
