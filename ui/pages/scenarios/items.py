"""A list of a scenario: its items, a line that adds the next, and what the platform suggests."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from ui.document import Change, Document
from ui.forms.add_line import AddLine, Rows
from ui.pages.scenarios.context import Context
from ui.pages.scenarios.item_line import ItemLine
from ui.pages.scenarios.kinds import Item, Kind
from ui.pages.scenarios.rows import Read, read_items
from ui.pages.scenarios.section import Content
from ui.pages.scenarios.suggestions import Suggestions
from ui.pages.scenarios.wording import some_of
from ui.theme.look import look
from ui.widgets import IconButton, Sentence
from ui.widgets.inline_note import InlineNote
from ui.widgets.laid_out import nest
from ui.widgets.tab_order import tab_as_laid_out
from workbook.analysis.wording import listed
from workbook.editing import Address, move, remove
from workbook.edits.scenarios import put_with_entries
from workbook.library.loader import load
from workbook.model.scenarios import Scenario

if TYPE_CHECKING:
    from workbook.analysis.follows import Follows
    from workbook.model.dimensions import Dimensions


class Items(Content):
    """Keeps the keys of its items; `at` is the address of the scenario that is looked at."""

    def __init__(self, document: Document, kind: Kind, at: Callable[[], Address | None]) -> None:
        super().__init__()
        self._document, self._kind, self._at = document, kind, at
        self.lines: dict[str, ItemLine] = {}
        self._scenario = ""
        self._names: tuple[str, ...] = ()
        self._followed: tuple[str, Dimensions] | None = None
        self._follows: tuple[Follows, ...] = ()
        self._left: tuple[tuple[str, str, str], ...] = ()
        self._none = Sentence(kind.none, "secondary", "muted")
        self._list = QWidget()
        self._lines_column = QVBoxLayout(self._list)
        self._lines_column.setContentsMargins(0, 0, 0, 0)
        self._lines_column.setSpacing(0)
        self.note = InlineNote()
        self.note.undo_wanted.connect(document.undo)
        self.suggestions = Suggestions(kind.catalogue) if kind.catalogue is not None else None
        self.add = AddLine(kind.placeholder, f"Add {kind.one}", "Enter adds it. Pasted lines add many.")
        self.add.added.connect(self._add)
        self.add.entered.connect(lambda: self.entered.emit(""))
        if self.suggestions is not None:
            self.suggestions.picked.connect(lambda key: self._add(((key,),)))
            self.suggestions.entered.connect(lambda: self.entered.emit(""))
        self.from_list = IconButton("list", f"Choose {kind.one} from the list", size=34)
        self.from_list.setHidden(True)  # until it is known what there is to choose
        self.from_list.clicked.connect(self._open_menu)
        self._lay_out()
        look().changed.connect(self._fit)
        self._fit()

    def in_a_line(self, scenario: Scenario, context: Context) -> str:
        """What the items are called."""
        held = self._held(scenario)
        if not held:
            return self._kind.none
        names = some_of([self._kind.words(item, context) for item in held])
        number = self._kind.counted(len(held))
        return f"{number}: {names}" if len(held) > 1 else names

    def refresh(self, change: Change | None, scenario: Scenario, context: Context) -> None:
        """Show the items, and what could be added."""
        if change is not None:
            self.note.hide()
        if scenario.id != self._scenario:
            self._forget()
            self._scenario = scenario.id
        held = self._held(scenario)
        keys = [str(getattr(item, self._kind.key)) for item in held]
        is_another = keys != list(self.lines)
        if is_another:
            self._arrange(keys)
        for key, item in zip(keys, held, strict=True):
            self.lines[key].refresh(change, item, context)
        self._none.setVisible(not held)
        if self._kind.catalogue is not None:
            self._complete(context, set(keys))
        if self.suggestions is not None:
            is_another = self._suggest(self.suggestions, set(keys), context) or is_another
        if is_another:
            tab_as_laid_out(self)
            self.rearranged.emit()

    def reveal(self, steps: tuple[str, ...]) -> None:
        """Go to an item, or a field of it; to the line that adds one when it is not there."""
        line = self.lines.get(steps[0]) if steps else None
        if line is None:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        elif len(steps) > 1:
            line.open()
            if line.editor is not None:
                line.editor.take_focus(steps[1])
        else:
            line.head.setFocus(Qt.FocusReason.OtherFocusReason)

    # What the user does ------------------------------------------------------------------------------------

    def _add(self, rows: Rows) -> None:
        draft, at = self._document.draft, self._to()
        if draft is None or at is None:
            return
        context = Context(draft, load(), self._document.workbook.own_entries)
        held: tuple[Item, ...] = self._document.get(at)  # type: ignore[assignment] # the items stand there
        read = read_items(self._kind, rows, context, held)
        if not read.items:
            return
        one = self._kind.one
        number = self._kind.counted(len(read.items))
        label = f"adding {one if len(read.items) == 1 else number}"
        items = (*held, *read.items)
        self._document.edit(lambda workbook: put_with_entries(workbook, at, items, read.entries), label, at)
        self._tell_added(rows, read, number)

    def _tell_added(self, rows: Rows, read: Read, number: str) -> None:
        if len(rows) > 1 or read.not_understood:
            words = f"{number} added."
            if read.not_understood:
                words += f" Not understood and left out: {listed(read.not_understood)}."
            self.note.say(words)

    def _remove(self, key: str) -> None:
        at = self._to(key)
        if at is None:
            return
        place, words = list(self.lines).index(key), self.lines[key].head.text()
        label = f"removing {self._kind.one}"
        self._document.edit(lambda workbook: remove(workbook, at), label, at)
        self.note.say(f"“{words}” is removed.")
        left = list(self.lines)
        target = self.lines[left[min(place, len(left) - 1)]].head if left else self.add
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _shift(self, key: str, by: int) -> None:
        at, keys = self._to(key), list(self.lines)
        to = keys.index(key) + by
        if at is not None and 0 <= to < len(keys):
            label = f"moving {self._kind.one}"
            self._document.edit(lambda workbook: move(workbook, at, to), label, at)
            self.lines[key].head.setFocus(Qt.FocusReason.OtherFocusReason)

    def _step(self, key: str, by: int) -> None:
        keys = list(self.lines)
        to = keys.index(key) + by
        if 0 <= to < len(keys):
            self.lines[keys[to]].head.setFocus(Qt.FocusReason.OtherFocusReason)
        elif to == len(keys):
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_one(self, key: str) -> None:
        """One at a time is open, so that the list stays a list."""
        for other, line in self.lines.items():
            if other != key and line.head.isChecked():
                line.open(is_open=False)
        self.rearranged.emit()

    # How it is put together --------------------------------------------------------------------------------

    def _to(self, *steps: str) -> Address | None:
        at = self._at()
        return None if at is None else (*at, self._kind.field, *steps)

    def _held(self, scenario: Scenario) -> tuple[Item, ...]:
        held: tuple[Item, ...] = getattr(scenario, self._kind.field)
        return held

    def _complete(self, context: Context, held: set[str]) -> None:
        """Offer what is not yet there: as one types, and all of it in a menu."""
        if self._kind.catalogue is None:
            return
        self._left = tuple(
            (entry.id, entry.name, f"{entry.explanation}\n{entry.citation}".strip())
            for entry in context.entries(self._kind.catalogue)
            if entry.id not in held
        )
        names = tuple(name for _, name, _ in self._left)
        self.from_list.setVisible(bool(names))
        if names != self._names:
            self._names = names
            completer = QCompleter(list(names), self.add)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
            self.add.setCompleter(completer)

    def _suggest(self, suggestions: Suggestions, held: set[str], context: Context) -> bool:
        """What follows from the platform depends on the dimensions only, not on what is typed here."""
        draft = context.draft
        if self._followed != (draft.id, draft.dimensions):
            self._followed = (draft.id, draft.dimensions)
            self._follows = self._document.findings.design(draft).follows
        return suggestions.show_follows(self._follows, held, context)

    def made_menu(self) -> QMenu:
        """Every entry that is not yet there, with what it is."""
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        for key, name, explanation in self._left:
            action = menu.addAction(name.replace("&", "&&"))
            action.setToolTip(explanation)
            action.triggered.connect(lambda _=False, key=key: self._add(((key,),)))
        return menu

    def _open_menu(self) -> None:
        menu = self.made_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.from_list.mapToGlobal(QPoint(0, self.from_list.height())))

    def _forget(self) -> None:
        self.note.hide()
        for line in self.lines.values():
            self._discard(line)
        self.lines = {}

    def _arrange(self, keys: list[str]) -> None:
        for key in [key for key in self.lines if key not in keys]:
            self._discard(self.lines.pop(key))
        self.lines = {key: self.lines.get(key) or self._made_line(key) for key in keys}
        for line in self.lines.values():
            self._lines_column.removeWidget(line)
            self._lines_column.addWidget(line)

    def _made_line(self, key: str) -> ItemLine:
        line = ItemLine(self._document, self._kind, partial(self._to, key))
        line.opened.connect(lambda: self._open_one(key))
        line.shifted.connect(lambda by: self._shift(key, by))
        line.stepped.connect(lambda by: self._step(key, by))
        line.remove_wanted.connect(lambda: self._remove(key))
        line.entered.connect(self.entered)
        return line

    def _discard(self, line: ItemLine) -> None:
        """Out of the layout first: PySide does not notice when Qt takes a child that goes out of it."""
        self._lines_column.removeWidget(line)
        line.hide()
        line.setParent(None)
        line.deleteLater()

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (self._none, self._list, self.note):
            self._column.addWidget(widget)
        self._adding = QHBoxLayout()
        self._adding.addWidget(self.add, 1)
        self._adding.addWidget(self.from_list)
        nest(self._column, self._adding)
        if self.suggestions is not None:
            self._column.addWidget(self.suggestions)
        tab_as_laid_out(self)

    def _fit(self) -> None:
        self._column.setSpacing(look().px(8))
        self._adding.setSpacing(look().px(8))
