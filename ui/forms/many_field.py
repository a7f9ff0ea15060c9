"""Several of many, as chips: a menu adds, Delete takes back. For lists that are too long to tick."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from ui.widgets import FlowLayout, IconButton, Sentence, describe
from ui.widgets.chip import Chip
from ui.widgets.drop_down import Options
from ui.widgets.tab_order import tab_as_laid_out

LONGEST = 34
"""Letters of a chip; its tooltip has the rest."""


class ManyField(QWidget):
    """Shows the keys that are chosen, in their order; `given` carries all of them."""

    given = Signal(object)
    entered = Signal()
    left = Signal()
    is_typed = False

    def __init__(self, name: str, what: str, none: str, help_: str = "") -> None:
        """`what` is one of them, as in "interest"; `none` is said while nothing is chosen."""
        super().__init__()
        self._what = what
        self._keys: tuple[str, ...] = ()
        self._options: tuple[tuple[str, str], ...] = ()
        self._chips: list[Chip] = []
        describe(self, name, help_)
        self._flow_row = QWidget()
        self._flow = FlowLayout(self._flow_row, 6)
        self._none = Sentence(none, "secondary", "muted")
        self.add = IconButton("plus", f"{name}: add", size=28)
        self.add.setAccessibleDescription(help_)
        self.add.clicked.connect(self.open_menu)
        self._flow.addWidget(self._none)
        self._flow.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._flow_row)

    def show_options(self, options: Options) -> None:
        """Offer these."""
        if tuple(options) != self._options:
            self._options = tuple(options)
            self._arrange()

    def show_value(self, value: object) -> None:
        """Show what is chosen without telling anybody."""
        keys = tuple(str(each) for each in value) if isinstance(value, Sequence) else ()
        if keys != self._keys:
            self._keys = keys
            self._arrange()

    def take_focus(self) -> None:
        """Put the keyboard where one is added."""
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
        menu.setAccessibleName(self.accessibleName())
        left = [(key, words) for key, words in self._options if key not in self._keys]
        for key, words in left:
            action = menu.addAction(words.replace("&", "&&"))
            action.triggered.connect(lambda _=False, key=key: self._give((*self._keys, key)))
        if not left:
            menu.addAction("There is nothing more to choose").setEnabled(False)
        return menu

    def _give(self, keys: tuple[str, ...]) -> None:
        self.show_value(keys)
        self.given.emit(keys)

    def _arrange(self) -> None:
        had_focus = any(chip.hasFocus() for chip in self._chips)
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._flow.removeWidget(self.add)
        words = dict(self._options)
        self._chips = [self._made_chip(key, words.get(key, key)) for key in self._keys]
        for widget in (*self._chips, self.add):
            self._flow.addWidget(widget)
        self._none.setVisible(not self._chips)
        self._flow_row.updateGeometry()
        self.updateGeometry()
        tab_as_laid_out(self)
        if had_focus:
            (self._chips[-1] if self._chips else self.add).setFocus(Qt.FocusReason.OtherFocusReason)

    def _made_chip(self, key: str, words: str) -> Chip:
        short = words if len(words) <= LONGEST else f"{words[: LONGEST - 1].rstrip()}…"
        chip = Chip(short, self._what, "" if short == words else f"{words}.")
        chip.taken_back.connect(lambda: self._give(tuple(each for each in self._keys if each != key)))
        chip.entered.connect(self.entered)
        return chip
