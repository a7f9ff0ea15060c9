"""Everything the menus and shortcuts can do, each once: menu, top bar and keyboard share the action."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from ui.document import Document
from ui.page import Page

Doing = Callable[[], object]


@dataclass(frozen=True)
class Deeds:
    """What the window can do, for the actions to call."""

    new: Doing
    open: Doing
    open_example: Doing
    save: Doing
    save_as: Doing
    revert: Doing
    earlier_versions: Doing
    print_page: Doing
    save_page_as_pdf: Doing
    close: Doing
    add_draft: Doing
    duplicate_draft: Doing
    rename_draft: Doing
    remove_draft: Doing
    move_draft_left: Doing
    move_draft_right: Doing
    next_page: Doing
    previous_page: Doing
    toggle_guide: Doing
    larger: Doing
    smaller: Doing
    usual_size: Doing
    set_theme: Callable[[str], object]
    take_down: Doing
    take_snapshot: Doing


THEMES = (
    ("system", "As the system"),
    ("light", "Light"),
    ("dark", "Dark"),
    ("high_contrast", "High contrast"),
)


class HistoryAction(QAction):
    """Undo or redo: through the document, because typing has to end before a step is taken back.

    It listens by methods of its own, so that Qt stops telling it when it goes before the document.
    """

    def __init__(self, window: QWidget, verb: str, doing: Doing, *shortcuts: str) -> None:
        super().__init__(verb, window)
        self._verb, self._doing = verb, doing
        self.setEnabled(False)
        self.setShortcuts([QKeySequence(each) for each in shortcuts])
        self.triggered.connect(self._do)

    def name_step(self, step: str) -> None:
        """Say what would be taken back, or done again."""
        self.setText(f"{self._verb} {step}".strip())

    def _do(self) -> None:
        self._doing()


class Actions:
    """The actions of one window, and the menu that holds them all."""

    def __init__(self, window: QWidget, document: Document, deeds: Deeds, theme: str) -> None:
        self._window = window
        self.menu = QMenu("Menu", window)
        history = document.history
        self.undo = HistoryAction(window, "Undo", document.undo, "Ctrl+Z")
        self.redo = HistoryAction(window, "Redo", document.redo, "Ctrl+Shift+Z", "Ctrl+Y")
        history.canUndoChanged.connect(self.undo.setEnabled)
        history.canRedoChanged.connect(self.redo.setEnabled)
        history.undoTextChanged.connect(self.undo.name_step)
        history.redoTextChanged.connect(self.redo.name_step)
        self._file(deeds)
        self._edit(deeds)
        self._draft(deeds)
        self._view(deeds, theme)
        window.addActions([self.undo, self.redo])

    def _file(self, deeds: Deeds) -> None:
        menu = self._submenu("&File")
        self._add(menu, "&New workbook", deeds.new, "Ctrl+N")
        self._add(menu, "&Open…", deeds.open, "Ctrl+O")
        self._add(menu, "Open the &example", deeds.open_example)
        menu.addSeparator()
        self.save = self._add(menu, "&Save", deeds.save, "Ctrl+S")
        self._add(menu, "Save &as…", deeds.save_as, "Ctrl+Shift+S")
        self.revert = self._add(menu, "&Revert to the saved file", deeds.revert)
        self._add(menu, "Earlier &versions…", deeds.earlier_versions)
        menu.addSeparator()
        self._add(menu, "&Print this page…", deeds.print_page, "Ctrl+P")
        self._add(menu, "Save this page as P&DF…", deeds.save_page_as_pdf)
        menu.addSeparator()
        self._add(menu, "&Quit", deeds.close, "Ctrl+Q")

    def _edit(self, deeds: Deeds) -> None:
        menu = self._submenu("&Edit")
        menu.addActions([self.undo, self.redo])
        menu.addSeparator()
        self._add(menu, "&Take something down…", deeds.take_down, "Ctrl+J")

    def _draft(self, deeds: Deeds) -> None:
        menu = self.draft_menu = self._submenu("&Draft")
        self._add(menu, "&Add a draft", deeds.add_draft, "Ctrl+Shift+N")
        self._add(menu, "&Duplicate this draft", deeds.duplicate_draft, "Ctrl+D")
        self._add(menu, "Re&name this draft…", deeds.rename_draft, "F2")
        self._add(menu, "&Remove this draft", deeds.remove_draft)
        menu.addSeparator()
        self._add(menu, "Take a &snapshot…", deeds.take_snapshot, "Ctrl+T")
        menu.addSeparator()
        self._add(menu, "Move it to the &left", deeds.move_draft_left, "Ctrl+Shift+Left")
        self._add(menu, "Move it to the ri&ght", deeds.move_draft_right, "Ctrl+Shift+Right")

    def _view(self, deeds: Deeds, theme: str) -> None:
        menu = self._submenu("&View")
        self._add(menu, "&Next step", deeds.next_page, "Ctrl+PgDown")
        self._add(menu, "&Previous step", deeds.previous_page, "Ctrl+PgUp")
        self._add(menu, "&Guide", deeds.toggle_guide, "F9")
        menu.addSeparator()
        self._add(menu, "&Larger text", deeds.larger, "Ctrl++", "Ctrl+=")
        self._add(menu, "&Smaller text", deeds.smaller, "Ctrl+-")
        self._add(menu, "&Usual text size", deeds.usual_size, "Ctrl+0")
        menu.addSeparator()
        group = QActionGroup(menu)
        for key, title in THEMES:
            action = self._add(menu, title, partial(deeds.set_theme, key))
            action.setCheckable(True)
            action.setChecked(key == theme)
            group.addAction(action)

    def open_menu(self, beside: QWidget) -> None:
        """Open the whole menu below a button."""
        self.menu.popup(beside.mapToGlobal(QPoint(0, beside.height())))

    def open_steps(self, beside: QWidget, pages: Iterable[Page], go_to: Callable[[str], object]) -> None:
        """Open the list of steps below the button that stands for it where room is short."""
        menu = QMenu(self._window)
        for page in pages:
            menu.addAction(page.title).triggered.connect(lambda _=False, key=page.key: go_to(key))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(beside.mapToGlobal(QPoint(0, beside.height())))

    def _submenu(self, title: str) -> QMenu:
        menu = QMenu(title, self.menu)
        self.menu.addMenu(menu)
        return menu

    def _add(self, menu: QMenu, text: str, doing: Doing, *shortcuts: str) -> QAction:
        action = QAction(text, self._window)
        action.setShortcuts([QKeySequence(each) for each in shortcuts])
        action.triggered.connect(lambda _checked=False: doing())
        menu.addAction(action)
        # A shortcut works only while the action belongs to something that is visible.
        self._window.addAction(action)
        return action
