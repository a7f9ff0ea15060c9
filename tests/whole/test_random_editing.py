"""Whatever is done, in whatever order: each state can be saved and read, pages go along, undo leads back.

The window is the real one, and visible. A run is repeated by its seed, which a failing test names.
"""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from tests.whole.painted_words import visible_in, words_painted_on
from tests.whole.window import Opened, open_window, settle, type_letter, wait_until
from ui.forms.fields import ProseField, TextField
from ui.pages import all_pages
from ui.pages.dimensions.card import PositionCard
from ui.widgets.fold import FoldHead
from ui.widgets.fold_row import FoldRow
from workbook.model.mix import pick
from workbook.model.vocabulary import DIMENSIONS, PLATFORMS
from workbook.model.workbook import Workbook
from workbook.persistence.format import new_head, to_bytes, to_document
from workbook.persistence.reading import read

STEPS = 50
SEEDS = range(3)
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LETTERS = "aé漢 .,“&<%\u202e0"


class Hand:
    """A user who does anything at all."""

    def __init__(self, opened: Opened, random: Random) -> None:
        self.opened, self.random = opened, random

    def deeds(self) -> list[Callable[[], object]]:
        """What can be done now; what needs a draft only if there is one."""
        always: list[Callable[[], object]] = [self.visit, self.add, self.undo, self.redo, self.resize]
        if self.opened.document.draft is None:
            return always
        return [
            *always,
            self.visit,
            self.choose,
            self.duplicate,
            self.remove,
            self.rename,
            self.reorder,
            self.pick,
            self.vote,
            self.type,
            self.type,
            self.press_keys,
            self.undo,
        ]

    def visit(self) -> None:
        self.opened.go_to(self.random.choice(all_pages()).key)

    def add(self) -> None:
        drafts = self.opened.workspace.drafts
        deed: Callable[[], None] = self.random.choice([drafts.add, lambda: drafts.begin_from("flowminder")])
        deed()

    def choose(self) -> None:
        document = self.opened.document
        document.choose_draft(self.random.choice(document.workbook.drafts).id)

    def duplicate(self) -> None:
        self.opened.press(Qt.Key.Key_D, CONTROL)

    def remove(self) -> None:
        self.opened.workspace.drafts.remove()

    def reorder(self) -> None:
        self.opened.workspace.drafts.shift(self.random.choice([-1, 1]))

    def rename(self) -> None:
        draft = self.opened.document.draft
        assert draft is not None
        self.opened.document.put(("drafts", draft.id, "name"), self.words(), "change of name")

    def pick(self) -> None:
        draft = self.opened.document.draft
        assert draft is not None
        dimension = self.random.choice(DIMENSIONS)
        at = ("drafts", draft.id, "dimensions", dimension)
        position = draft.dimensions.positions()[dimension]
        position = position.replace(mix=pick(self.random.choice(PLATFORMS)), votes=None)
        self.opened.document.put(at, position, "pick")

    def vote(self) -> None:
        self.opened.go_to("dimensions")
        for card in self.opened.find_all(PositionCard):
            QTest.keyClick(card, self.random.choice([Qt.Key.Key_Plus, Qt.Key.Key_3, Qt.Key.Key_Return]))

    def type(self) -> None:
        fields = [
            each
            for each in self.opened.view.findChildren(QWidget)
            if isinstance(each, TextField | ProseField) and each.isVisible() and each.isEnabled()
        ]
        if fields:
            field = self.random.choice(fields)
            field.setFocus()
            for letter in self.words():
                type_letter(field, letter)
            for _ in range(self.random.randrange(3)):
                QTest.keyClick(field, Qt.Key.Key_Backspace)

    def press_keys(self) -> None:
        """Tab somewhere, and press what one presses there."""
        for _ in range(self.random.randrange(12)):
            self.opened.press(Qt.Key.Key_Tab)
        if self.opened.view.isAncestorOf(self.opened.window.focusWidget()):
            key = self.random.choice([Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down])
            self.opened.press(key)

    def undo(self) -> None:
        self.opened.press(Qt.Key.Key_Z, CONTROL)

    def redo(self) -> None:
        self.opened.press(Qt.Key.Key_Z, CONTROL, SHIFT)

    def resize(self) -> None:
        self.opened.resize(self.random.choice([(1280, 720), (900, 600), (1920, 1080)]))

    def words(self) -> str:
        return "".join(self.random.choice(LETTERS) for _ in range(self.random.randrange(1, 6)))


def saved_and_read(workbook: Workbook, path: Path) -> Workbook:
    path.write_bytes(to_bytes(to_document(workbook, new_head())))
    return read(path).workbook


@pytest.mark.parametrize("seed", SEEDS)
def test_whatever_is_done_can_be_saved_read_and_undone(qtbot: QtBot, tmp_path: Path, seed: int) -> None:
    opened = open_window(qtbot, tmp_path)
    first = opened.document.workbook
    hand = Hand(opened, Random(seed))  # noqa: S311 - chance, not secrecy
    for _ in range(STEPS):
        before = opened.document.workbook
        hand.random.choice(hand.deeds())()
        settle()
        if opened.document.workbook is not before:
            assert saved_and_read(opened.document.workbook, tmp_path / "kept") == opened.document.workbook
    assert opened.answers.told == []
    last = opened.document.workbook
    steps = opened.document.history.index()
    while opened.document.history.canUndo():
        opened.document.undo()
    assert opened.document.workbook == first
    for _ in range(steps):
        opened.document.redo()
    assert opened.document.workbook == last
    for page in all_pages():
        _same_as_afresh(qtbot, tmp_path / page.key, opened, page.key)


def _fold(view: QWidget) -> None:
    """What is folded out is a way of looking too: redoing a step opens what it changed."""
    for each in view.findChildren(QAbstractButton):
        if isinstance(each, FoldRow | FoldHead) and each.isVisible() and each.isChecked():
            each.click()


def _same_as_afresh(qtbot: QtBot, folder: Path, opened: Opened, key: str) -> None:
    """After all that, a page says what it would say in a window opened on this state."""
    if key == "dimensions":
        return  # which dimension is in hand is a way of looking, and has been changed
    fresh = open_window(qtbot, folder, opened.document.workbook)
    opened.resize((1280, 720))
    view = opened.go_to(key)
    if opened.document.draft is not None:
        fresh.document.choose_draft(opened.document.draft.id)
    other = fresh.go_to(key)
    for each in (view, other):
        _fold(each)
    with suppress(AssertionError):
        wait_until(lambda: _texts(view) == _texts(other), patience=2.0)
    assert (key, _texts(view)) == (key, _texts(other))


def _texts(view: QWidget) -> list[str]:
    return sorted(words.text for words in words_painted_on(visible_in(view)))
