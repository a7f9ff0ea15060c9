"""The roles of a stakeholder: chips to take back, and a menu of what the catalogue and the room have."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from ui.forms.add_line import AddLine
from ui.theme.look import look
from ui.widgets import FlowLayout, IconButton, Sentence
from ui.widgets.chip import Chip
from ui.widgets.tab_order import tab_as_laid_out
from workbook.library.entries import Entry

OWN = "Add one of your own…"


class Roles(QWidget):
    """Shows ids of catalogue entries in the order in which they were given."""

    given = Signal(object)
    """The ids that are the roles now."""
    own_wanted = Signal(str)
    """A role of this name is to be made and given."""
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._roles: tuple[str, ...] = ()
        self._entries: tuple[Entry, ...] = ()
        self._chips: list[Chip] = []
        self._row = QWidget()
        self._flow = FlowLayout(self._row, 6)
        self._none = Sentence("No role yet", "secondary", "muted")
        self.add = IconButton("plus", "Add a role", size=28)
        self.add.clicked.connect(self.open_menu)
        self.own = AddLine("Name a role of your own, then Enter", "A role of your own")
        self.own.hide()
        self.own.added.connect(self._add_own)
        self.own.escaped.connect(self._close_own)
        self._flow.addWidget(self._none)
        self._flow.addWidget(self.add)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._row)
        self._column.addWidget(self.own)
        look().changed.connect(self._fit)
        self._fit()

    def show_roles(self, roles: Sequence[str], entries: tuple[Entry, ...]) -> None:
        """Show these, of all that there are."""
        if (tuple(roles), entries) == (self._roles, self._entries):
            return
        self._roles, self._entries = tuple(roles), entries
        had_focus = any(chip.hasFocus() for chip in self._chips)
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._flow.removeWidget(self.add)
        known = {entry.id: entry for entry in entries}
        self._chips = [self._made_chip(role, known.get(role)) for role in self._roles]
        for widget in (*self._chips, self.add):
            self._flow.addWidget(widget)
        self._none.setVisible(not self._chips)
        self.updateGeometry()
        tab_as_laid_out(self)
        if had_focus:
            (self._chips[-1] if self._chips else self.add).setFocus(Qt.FocusReason.OtherFocusReason)

    def take_focus(self) -> None:
        """Put the keyboard where a role is added."""
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_menu(self) -> None:
        """Offer what is not yet chosen."""
        self.entered.emit()
        menu = self.made_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.add.mapToGlobal(QPoint(0, self.add.height())))

    def made_menu(self) -> QMenu:
        """The menu, not yet open."""
        menu = QMenu(self)
        menu.setAccessibleName("Roles")
        menu.setToolTipsVisible(True)
        for entry in self._entries:
            if entry.id not in self._roles:
                action = menu.addAction(entry.name.replace("&", "&&"))
                action.setToolTip(entry.explanation or entry.citation)
                action.triggered.connect(lambda _=False, key=entry.id: self.given.emit((*self._roles, key)))
        menu.addSeparator()
        menu.addAction(OWN).triggered.connect(self._open_own)
        return menu

    def _made_chip(self, role: str, entry: Entry | None) -> Chip:
        chip = Chip(role if entry is None else entry.name, "role", "" if entry is None else entry.explanation)
        chip.taken_back.connect(lambda: self.given.emit(tuple(each for each in self._roles if each != role)))
        chip.entered.connect(self.entered)
        return chip

    def _open_own(self) -> None:
        self.own.show()
        self.own.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_own(self) -> None:
        self.own.hide()
        self.take_focus()

    def _add_own(self, rows: tuple[tuple[str, ...], ...]) -> None:
        for row in rows:
            self.own_wanted.emit(row[0])
        self._close_own()

    def _fit(self) -> None:
        self._column.setSpacing(look().px(6))
