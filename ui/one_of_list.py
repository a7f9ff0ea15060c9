"""What stands beside a list: one record with its fields, and a menu of what can be done with it."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from ui.widgets import IconButton
from workbook.editing import Address


class OneOfList(QWidget):
    """Keeps no record. `what` names the kind of thing, as in "scenario"."""

    entered = Signal(str)
    """The name of the field that is now in hand."""
    shift_wanted = Signal(int)
    remove_wanted = Signal()

    def __init__(self, what: str) -> None:
        super().__init__()
        self._what = what
        self.more = IconButton("ellipsis", "More", size=32)
        self.more.clicked.connect(self._open_menu)

    def reveal(self, steps: Address) -> bool:
        """Go to a field; False when none is named, and it has no first one to go to."""
        del steps
        return False

    def begin_menu(self, menu: QMenu) -> None:
        """Add what can be done with this kind of thing alone."""

    def made_menu(self) -> QMenu:
        """What can be done with it as a whole."""
        menu = QMenu(self)
        self.begin_menu(menu)
        for words, by in (("Move up\tAlt+Up", -1), ("Move down\tAlt+Down", 1)):
            menu.addAction(words).triggered.connect(lambda _=False, by=by: self.shift_wanted.emit(by))
        menu.addSeparator()
        remove = menu.addAction(f"Remove this {self._what}")
        remove.triggered.connect(lambda _=False: self.remove_wanted.emit())
        return menu

    def _open_menu(self) -> None:
        menu = self.made_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))
