"""What the platform suggests for a scenario: one press adds it; beside it, where that is said."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.pages.scenarios.context import Context
from ui.theme.look import look
from ui.widgets import Button, Citation, FlowLayout, Sentence
from workbook.analysis.follows import Follows
from workbook.library.entries import Entry
from workbook.model.vocabulary import CatalogueId


class Suggestions(QWidget):
    """One group for each platform that leads or is near: what follows from it and is not yet chosen."""

    picked = Signal(str)
    """The id of an entry that is to be added."""
    entered = Signal()

    def __init__(self, catalogue: CatalogueId) -> None:
        super().__init__()
        self._catalogue = catalogue
        self._shown: tuple[object, ...] = ()
        self.buttons: list[SuggestionButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        look().changed.connect(self._fit)
        self._fit()

    def show_follows(self, follows: Sequence[Follows], held: Iterable[str], context: Context) -> bool:
        """Offer what follows and is not there. The answer is whether there is anything else to press."""
        groups = [(each, self._left(each, set(held), context)) for each in follows]
        shown = tuple((each.platform, entries) for each, entries in groups if entries)
        if shown == self._shown:
            return False
        self._shown = shown
        had_focus = any(button.hasFocus() for button in self.buttons)
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        self.buttons = []
        for each, entries in groups:
            if entries:
                self._column.addWidget(self._made_group(each, entries, context))
        self.setVisible(bool(self.buttons))
        if had_focus and self.buttons:
            self.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _left(self, follows: Follows, held: set[str], context: Context) -> tuple[Entry, ...]:
        platform = context.library.platform(follows.platform)
        keys = platform.mechanisms if self._catalogue == "mechanisms" else platform.government_roles
        known = {entry.id: entry for entry in context.entries(self._catalogue)}
        return tuple(known[key] for key in keys if key in known and key not in held)

    def _made_group(self, follows: Follows, entries: tuple[Entry, ...], context: Context) -> QWidget:
        group, row = QWidget(), QWidget()
        flow = FlowLayout(row, 8)
        name = context.library.platform(follows.platform).name.lower()
        finding = follows.mechanisms if self._catalogue == "mechanisms" else follows.role_of_government
        for entry in entries:
            button = SuggestionButton(entry, finding.citation)
            button.clicked.connect(lambda _=False, key=entry.id: self.picked.emit(key))
            button.entered.connect(self.entered)
            self.buttons.append(button)
            flow.addWidget(button)
        column = QVBoxLayout(group)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(6))
        platform = context.library.platform(follows.platform)
        told = (
            platform.mechanisms_reported if self._catalogue == "mechanisms" else platform.role_of_government
        )
        said = f"This draft resembles the {name} platform. {told.text}"
        column.addWidget(Sentence(said, "secondary", "muted"))
        column.addWidget(row)
        column.addWidget(Citation(finding.citation))
        return group

    def _fit(self) -> None:
        self._column.setSpacing(look().px(10))


class SuggestionButton(Button):
    """Adds one entry."""

    entered = Signal()

    def __init__(self, entry: Entry, citation: str) -> None:
        super().__init__(entry.name.replace("&", "&&"), "secondary", "plus")
        self.setAccessibleName(f"Add {entry.name}")
        self.setAccessibleDescription(f"{entry.explanation} {citation}")
        self.setToolTip(f"{entry.explanation}\n{entry.citation}")

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The guide wants to know what is in hand."""
        super().focusInEvent(event)
        self.entered.emit()
