"""Fields tied to an address: they show what stands there, send what is typed, leave undo to the window."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QUndoStack
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.document import Document
from ui.forms.fields import ProseField, TextField
from ui.forms.form import Form
from ui.theme.look import look
from ui.widgets import Sentence
from workbook.editing import Address
from workbook.model.draft import Draft
from workbook.model.workbook import Workbook

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Desk:
    """A window with a form: the name, the id and the summary of the draft that is looked at."""

    def __init__(self, qtbot: QtBot) -> None:
        drafts = (Draft(id="a", name="First", summary="One line."), Draft(id="b", name="Second"))
        self.document = Document(Workbook(drafts=drafts))
        self.is_there = True
        self.window = QMainWindow()
        qtbot.addWidget(self.window)
        body = QWidget()
        self.window.setCentralWidget(body)
        self.form = Form(self.document, self._at, body)
        column = QVBoxLayout(body)
        column.addWidget(self.form.text("name", "Name", "What it is called."))
        column.addWidget(self.form.text("id", "Id", "What it is known by."))
        column.addWidget(self.form.prose("summary", "Summary", "What it is about."))
        self.document.changed.connect(self.form.refresh)
        self._actions(self.document.history)
        self.form.refresh(None)
        self.window.show()
        self.window.activateWindow()

    def _at(self) -> Address | None:
        return ("drafts", self.draft.id) if self.is_there else None

    def _actions(self, history: QUndoStack) -> None:
        undo, redo = history.createUndoAction(self.window), history.createRedoAction(self.window)
        undo.setShortcut(QKeySequence("Ctrl+Z"))
        redo.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        self.window.addActions([undo, redo])

    @property
    def draft(self) -> Draft:
        assert self.document.draft is not None
        return self.document.draft

    @property
    def name(self) -> TextField:
        field = self.form.field("name")
        assert isinstance(field, TextField)
        return field

    @property
    def summary(self) -> ProseField:
        field = self.form.field("summary")
        assert isinstance(field, ProseField)
        return field


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    yield Desk(qtbot)
    look().set("light", 1.0)


def test_a_field_shows_what_stands_in_the_document(desk: Desk) -> None:
    assert (desk.name.value(), desk.summary.value()) == ("First", "One line.")
    desk.document.choose_draft("b")
    desk.form.refresh(None)
    assert (desk.name.value(), desk.summary.value()) == ("Second", "")


def test_every_key_is_in_the_document_at_once(desk: Desk) -> None:
    desk.name.setFocus()
    QTest.keyClick(desk.name, Qt.Key.Key_End)
    for letter in " try":
        QTest.keyClicks(desk.name, letter)
        assert desk.draft.name == desk.name.text()
    assert desk.draft.name == "First try"


def test_what_is_typed_in_one_go_is_one_step_with_a_name(desk: Desk) -> None:
    desk.summary.setFocus()
    QTest.keyClicks(desk.summary, "Now ")
    assert desk.document.history.count() == 1
    assert desk.document.history.undoText() == "change of summary"


def test_leaving_a_field_ends_the_step(desk: Desk) -> None:
    desk.name.setFocus()
    QTest.keyClicks(desk.name, "x")
    desk.summary.setFocus()
    desk.name.setFocus()
    QTest.keyClicks(desk.name, "y")
    assert desk.document.history.count() == 2


@pytest.mark.parametrize("field", ["name", "summary"])
def test_the_keys_of_undo_reach_the_window_from_within_a_field(desk: Desk, field: str) -> None:
    widget = desk.form.field(field)
    before = desk.document.workbook
    widget.setFocus()
    QTest.keyClicks(widget, "abc")
    typed = desk.document.workbook
    QTest.keyClick(widget, Qt.Key.Key_Z, CONTROL)
    assert desk.document.workbook == before
    QTest.keyClick(widget, Qt.Key.Key_Y, CONTROL)
    assert desk.document.workbook == typed
    QTest.keyClick(widget, Qt.Key.Key_Z, CONTROL)
    QTest.keyClick(widget, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert desk.document.workbook == typed


def test_other_keys_with_control_still_belong_to_the_field(desk: Desk) -> None:
    desk.name.setFocus()
    QTest.keyClick(desk.name, Qt.Key.Key_A, CONTROL)
    assert desk.name.selectedText() == "First"


@pytest.mark.parametrize("field", ["name", "summary"])
def test_the_caret_stays_where_one_types(desk: Desk, field: str) -> None:
    widget = desk.form.field(field)
    widget.setFocus()
    QTest.keyClick(widget, Qt.Key.Key_Home)
    QTest.keyClicks(widget, "abc")
    assert isinstance(widget, TextField | ProseField)
    assert widget.value().startswith("abc")
    QTest.keyClick(widget, Qt.Key.Key_Left)
    QTest.keyClicks(widget, "-")
    assert widget.value().startswith("ab-c")


@pytest.mark.parametrize("field", ["name", "summary"])
def test_a_value_that_comes_from_elsewhere_leaves_the_caret_where_it_can(desk: Desk, field: str) -> None:
    widget = desk.form.field(field)
    assert isinstance(widget, TextField | ProseField)
    widget.setFocus()
    QTest.keyClick(widget, Qt.Key.Key_Home)
    QTest.keyClick(widget, Qt.Key.Key_Right)
    QTest.keyClick(widget, Qt.Key.Key_Right)
    desk.document.put(("drafts", "a", field), "Something longer", "change")
    QTest.keyClicks(widget, "!")
    assert widget.value() == "So!mething longer"
    desk.document.put(("drafts", "a", field), "x", "change")
    QTest.keyClicks(widget, "!")
    assert widget.value() == "x!"


def test_a_refused_value_stays_in_the_field_with_the_reason(desk: Desk) -> None:
    field = desk.form.field("id")
    assert isinstance(field, TextField)
    before = desk.document.workbook
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_End)
    QTest.keyClicks(field, "!")
    assert desk.document.workbook == before
    assert field.text() == "a!"
    reasons = [each for each in _sentences_beside(field) if each.isVisible()]
    assert reasons
    assert reasons[0].text()
    assert "Value error" not in reasons[0].text()
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    assert [each for each in _sentences_beside(field) if each.isVisible()] == []


def _sentences_beside(field: QWidget) -> list[Sentence]:
    together = field.parentWidget()
    assert together is not None
    return [each for each in together.findChildren(Sentence) if each.buddy() is not field]


def test_without_a_record_the_fields_are_switched_off(desk: Desk) -> None:
    desk.is_there = False
    desk.form.refresh(None)
    assert not desk.name.isEnabled()
    desk.is_there = True
    desk.form.refresh(None)
    assert desk.name.isEnabled()


def test_a_form_says_which_field_is_in_hand(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.form.entered) as heard:
        desk.summary.setFocus()
    assert heard.args == ["summary"]


def test_a_field_is_named_and_described_for_those_who_do_not_see_it(desk: Desk) -> None:
    assert desk.name.accessibleName() == "Name"
    assert desk.name.accessibleDescription() == "What it is called."


def test_prose_grows_with_what_is_written_and_shrinks_again(desk: Desk) -> None:
    desk.window.resize(400, 600)
    before = desk.summary.height()
    desk.document.put(("drafts", "a", "summary"), "one\ntwo\nthree\nfour\nfive", "change")
    QApplication.processEvents()
    assert desk.summary.height() > before
    assert desk.summary.verticalScrollBar().maximum() == 0
    desk.document.undo()
    QApplication.processEvents()
    assert desk.summary.height() == before


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_prose_hides_no_line_at_any_size_of_text(desk: Desk, scale: float) -> None:
    desk.document.put(("drafts", "a", "summary"), "word " * 120, "change")
    look().set("light", scale)
    for _ in range(3):
        QApplication.processEvents()
    assert desk.summary.verticalScrollBar().maximum() == 0


def test_tab_leaves_prose_and_control_enter_does_too(desk: Desk) -> None:
    desk.summary.setFocus()
    QTest.keyClick(desk.summary, Qt.Key.Key_Return)
    assert desk.draft.summary == "\nOne line."
    QTest.keyClick(desk.summary, Qt.Key.Key_Backtab, SHIFT)
    assert not desk.summary.hasFocus()
    desk.summary.setFocus()
    QTest.keyClick(desk.summary, Qt.Key.Key_Return, CONTROL)
    assert not desk.summary.hasFocus()
    assert desk.draft.summary == "\nOne line."


def test_letters_of_any_script_arrive(desk: Desk) -> None:
    desk.name.setFocus()
    desk.name.selectAll()
    for letter in "漢é\u202e☃":
        QApplication.sendEvent(
            desk.name, QKeyEvent(QKeyEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        )
    assert desk.draft.name == desk.name.value()
    assert "漢é" in desk.draft.name
