"""What belongs to each step of the walk, folded; any number may be open. Rows come when one is opened."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.look import look
from ui.widgets import Button, Hairline, Heading, Sentence
from ui.widgets.fold_list import FoldItem
from ui.widgets.fold_row import LEFT, PADDING, SECTION
from ui.widgets.growing_column import GrowingColumn, Make
from ui.widgets.stack_layout import StackLayout

OPEN_ALL, FOLD_ALL = "Open all", "Fold all"


class Group(NamedTuple):
    """One step: its rows are made by `makers`, and are others when `shows` is another one than before."""

    key: str
    title: str
    said: str
    shows: object
    makers: Sequence[Make]


class GroupItem(FoldItem):
    """One step: how much there is beside its head, and its rows below it once it was opened."""

    grown = Signal()

    def __init__(self) -> None:
        self.said = Sentence("", "secondary", "muted")
        beside = QWidget()
        self._beside = QVBoxLayout(beside)
        self._beside.addWidget(self.said)
        super().__init__(self._made, SECTION, after=beside)
        self.rows = GrowingColumn()
        self._group: Group | None = None
        self._shown: object = None
        self.rows.grown.connect(self.grown)
        self.opened.connect(self._show_rows)
        self.head.toggled.connect(lambda _: self._tell())
        look().changed.connect(self._fit_said)
        self._fit_said()

    def show_group(self, group: Group) -> None:
        """Show how much there is and, if it is open, all of it."""
        self._group = group
        self.head.show_words(group.title, "")
        self.said.setText(group.said)
        self._tell()
        if self.is_open:
            self._show_rows()

    def _show_rows(self) -> None:
        if self._group is not None and self._group.shows != self._shown:
            self._shown = self._group.shows
            self.rows.show_rows(self._group.makers)

    def _tell(self) -> None:
        """What stands beside the head is told with it."""
        does = "Enter closes it." if self.head.isChecked() else "Enter opens it."
        self.head.setAccessibleDescription(f"{self.said.text()}. {does}")

    def _fit_said(self) -> None:
        """On one line with the words of the head."""
        spare = look().line_height("subheading") - look().line_height("secondary")
        self._beside.setContentsMargins(0, look().px(PADDING) + spare, 0, 0)

    def _made(self) -> QWidget:
        body = QWidget()
        self._inside = QVBoxLayout(body)
        self._inside.addWidget(self.rows)
        look().changed.connect(self._fit_body)
        self._fit_body()
        return body

    def _fit_body(self) -> None:
        px = look().px
        self._inside.setContentsMargins(px(LEFT), 0, 0, px(12))


class Groups(QWidget):
    """Which are open is a way of looking: what the user opened or closed stays so, else `usual` says it."""

    entered = Signal()
    rearranged = Signal()

    def __init__(self, title: str) -> None:
        super().__init__()
        self.items: dict[str, GroupItem] = {}
        self._wanted: dict[str, bool] = {}
        self._is_ours = False
        self.all = Button(OPEN_ALL, "ghost")
        self.all.clicked.connect(self._open_or_fold_all)
        above = QWidget()
        head = QHBoxLayout(above)
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(Heading(title, "subheading"), 1)
        head.addWidget(self.all)
        list_ = QWidget()
        self._stack = StackLayout(list_)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (above, Hairline(), list_):
            column.addWidget(widget)

    def show_groups(self, groups: Sequence[Group], usual: frozenset[str]) -> None:
        """Have these, in this order; `usual` are those that are open unless the user closed them."""
        is_another = [group.key for group in groups] != list(self.items)
        if is_another:
            self._arrange(groups)
        self._is_ours = True
        for group in groups:
            item = self.items[group.key]
            item.show_group(group)
            item.open(is_open=self._wanted.get(group.key, group.key in usual))
        self._is_ours = False
        self.all.setVisible(len(groups) > 1)
        self.setVisible(bool(groups))
        self._name_all()
        if is_another:
            self.rearranged.emit()

    def forget(self) -> None:
        """Something else is shown from now on: open what is usual."""
        self._wanted = {}

    def open(self, key: str) -> None:
        """Open one, and put the keyboard there."""
        item = self.items.get(key)
        if item is not None:
            item.open()
            item.head.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self, groups: Sequence[Group]) -> None:
        keys = [group.key for group in groups]
        for key in [key for key in self.items if key not in keys]:
            item = self.items.pop(key)
            self._stack.removeWidget(item)
            item.hide()
            item.setParent(None)
            item.deleteLater()
        self.items = {key: self.items.get(key) or self._made(key) for key in keys}
        for item in self.items.values():
            self._stack.removeWidget(item)
            self._stack.addWidget(item)

    def _made(self, key: str) -> GroupItem:
        item = GroupItem()
        item.opened.connect(lambda: self._on_turned(key, is_open=True))
        item.closed.connect(lambda: self._on_turned(key, is_open=False))
        item.stepped.connect(lambda by: self._step(key, by))
        item.entered.connect(self.entered)
        item.grown.connect(self.rearranged)
        return item

    def _on_turned(self, key: str, *, is_open: bool) -> None:
        if not self._is_ours:
            self._wanted[key] = is_open
            self._name_all()
            self.rearranged.emit()

    def _open_or_fold_all(self) -> None:
        is_wanted = self.all.text() == OPEN_ALL
        for item in self.items.values():
            item.open(is_open=is_wanted)

    def _name_all(self) -> None:
        is_any_folded = any(not item.is_open for item in self.items.values())
        self.all.setText(OPEN_ALL if is_any_folded else FOLD_ALL)
        self.all.updateGeometry()

    def _step(self, key: str, by: int) -> None:
        keys = list(self.items)
        to = keys.index(key) + by
        if 0 <= to < len(keys):
            self.items[keys[to]].head.setFocus(Qt.FocusReason.OtherFocusReason)
