"""The top bar: menu, which workbook and whether it is saved, drafts, undo and redo, taking something down."""

from textwrap import fill

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.shell.draft_tabs import DraftTabs
from ui.theme.look import look
from ui.widgets import Button, IconButton, Sentence
from workbook import PROMISE

HEIGHT = 52
LEAST_NAMES, MOST_NAMES = 150, 420
WORDS_OF_A_TIP = 64
"""Letters on a line of a tooltip, which does not wrap by itself."""


class TopBar(QWidget):
    """Its parts do nothing by themselves: the window connects them to its actions."""

    step_list_wanted = Signal()

    def __init__(self, tabs: DraftTabs) -> None:
        super().__init__()
        self.setObjectName("topBar")
        self.menu = IconButton("menu", "Menu")
        self.title = QLabel()
        self.saved = Sentence("", "citation", "muted")
        self.saved.setToolTip(fill(PROMISE, WORDS_OF_A_TIP))
        self.saved.setAccessibleDescription(PROMISE)
        self.step = Button("", "secondary", "chevron-down")
        self.step.clicked.connect(self.step_list_wanted)
        self.tabs = tabs
        self.undo = IconButton("undo-2", "Undo")
        self.redo = IconButton("redo-2", "Redo")
        self.take_down = IconButton("clipboard-list", "Take something down")
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.title)
        names.addWidget(self.saved)
        self._names = QWidget()
        self._names.setLayout(names)
        names.setContentsMargins(0, 0, 0, 0)
        self._row = QHBoxLayout(self)
        for widget in (self.menu, self._names, self.step):
            self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self.tabs, 1, Qt.AlignmentFlag.AlignVCenter)
        for widget in (self.undo, self.redo, self.take_down):
            self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        look().changed.connect(self._fit)
        self.show_narrow(narrow=False)

    def show_history(self, undo: QAction, redo: QAction) -> None:
        """The two buttons do what the actions of the menu do, and are named after what would be undone."""
        for button, action in ((self.undo, undo), (self.redo, redo)):
            button.clicked.connect(action.trigger)
            action.changed.connect(lambda button=button, action=action: _follow(button, action))
            _follow(button, action)

    def show_narrow(self, *, narrow: bool) -> None:
        """Where room is short, one button with the step's name stands for the list of steps."""
        self.step.setVisible(narrow)
        self._names.setVisible(not narrow)
        self.tabs.is_narrow = narrow
        self.tabs.refresh()
        self._fit()

    def show_title(self, title: str, saved: str) -> None:
        """The name of the workbook, and whether it is saved."""
        self.title.setToolTip(title)
        self.saved.setText(saved)
        self._fit_title()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A long name is shown whole where there is room."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent, /) -> bool:
        """More drafts, or longer names of them, leave less room for its own."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit_title()
        return super().event(event)

    def _fit(self) -> None:
        px = look().px
        self.setFixedHeight(px(HEIGHT))
        self._row.setContentsMargins(px(12), 0, px(16), 0)
        self._row.setSpacing(px(8))
        self.title.setFont(look().font("body_strong"))
        self._fit_title()

    def _fit_title(self) -> None:
        """As much of the name as the drafts leave room for; the tooltip says all of it."""
        px, metrics = look().px, QFontMetrics(look().font("body_strong"))
        wanted = metrics.horizontalAdvance(self.title.toolTip()) + px(4)
        width = max(px(LEAST_NAMES), min(wanted, px(MOST_NAMES), self._spare()))
        self._names.setFixedWidth(width)
        shown = metrics.elidedText(self.title.toolTip(), Qt.TextElideMode.ElideRight, width - px(2))
        self.title.setText(shown)

    def _spare(self) -> int:
        """The width that the rest of the bar leaves."""
        margins = self._row.contentsMargins()
        others = (self.menu, self.tabs, self.undo, self.redo, self.take_down)
        taken = sum(each.sizeHint().width() + self._row.spacing() for each in others)
        return self.width() - margins.left() - margins.right() - taken


def _follow(button: IconButton, action: QAction) -> None:
    button.setEnabled(action.isEnabled())
    button.set_name(action.text(), action.shortcut())
