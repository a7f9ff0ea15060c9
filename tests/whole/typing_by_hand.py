"""The example of Hospital, City and Vendor typed into the window, key by key and click by click."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from tests.whole.window import Opened, settle
from ui.forms.add_line import AddLine
from ui.forms.fields import ProseField, TextField
from ui.forms.number_field import NumberField
from ui.shell.steps import StepButton
from ui.widgets import RowButton
from ui.widgets.item_row import ItemRow
from ui.widgets.weight_pills import GAP, PILL, WeightPills

CONTROL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton
Key = Qt.Key

PARTIES = {
    "Hospital": {"quality": 3, "cost": 1},
    "City": {"services": 1, "privacy": 1},
    "Vendor": {"revenue": 2, "reputation": 1},
}
SCENARIOS = {
    # Down the column, as it is typed: a blank is left as it is.
    "Full pooling": ("2", "-1", "2", "-3", "3", "0"),
    "Trusted intermediary": ("1", "0", "1", "1", "1", "1"),
    "Aggregates only": ("1", "-2", "0", "2", "1", ""),
}


def type_the_example(opened: Opened) -> None:
    """Begin a new workbook and type all of it."""
    opened.press(Key.Key_N, CONTROL)
    put_into(opened, opened.find(TextField, "Name of the workbook"), "Worked by hand")
    type_stakeholders(opened)
    type_scenarios(opened)
    type_scores(opened)


def click(opened: Opened, words: str, kind: type[QAbstractButton] = QAbstractButton) -> None:
    """Click a button with these words."""
    QTest.mouseClick(opened.find(kind, words), LEFT)
    settle()


def step_to(opened: Opened, title: str) -> None:
    """Click a step at the left."""
    click(opened, title, StepButton)


def put_into(opened: Opened, field: ProseField | TextField | NumberField, text: str) -> None:
    """Click into a field, select what is there, and type."""
    QTest.mouseClick(field, LEFT)
    QTest.keyClick(field, Key.Key_A, CONTROL)
    opened.write(text)


def add_lines(opened: Opened, line: AddLine, *lines: str) -> None:
    """Type one after the other; Enter adds the next."""
    QTest.mouseClick(line, LEFT)
    for each in lines:
        opened.write(each)
        opened.press(Key.Key_Return)


def type_stakeholders(opened: Opened) -> None:
    step_to(opened, "Stakeholders")
    add_lines(opened, opened.find(AddLine, "Add a stakeholder"), *PARTIES)
    for party, interests in PARTIES.items():
        click(opened, party, ItemRow)
        add_lines(opened, opened.find(AddLine, "Add an interest"), *interests)
        for interest, weight in interests.items():
            pills = opened.find(WeightPills, f"“{interest}”")
            width = (pills.width() + GAP) // 5
            assert width == PILL + GAP
            QTest.mouseClick(pills, LEFT, pos=QPoint((weight - 1) * width + 4, pills.height() // 2))
            settle()
    put_into(opened, opened.find(ProseField, "Without an agreement"), "Sells a smaller product elsewhere.")
    put_into(opened, opened.find(NumberField, "Worth without an agreement"), "0.5")


def type_scenarios(opened: Opened) -> None:
    step_to(opened, "Scenarios")
    add_lines(opened, opened.find(AddLine, "Add a scenario"), *SCENARIOS)


def type_scores(opened: Opened) -> None:
    """By keyboard alone, column by column: a digit and Enter, Ctrl with Home and arrows to the next."""
    step_to(opened, "Scores")
    opened.find(RowButton, "Score by keyboard").setFocus()
    opened.press(Key.Key_Return)
    for column, values in enumerate(SCENARIOS.values(), 1):
        opened.press(Key.Key_Home, CONTROL)
        for _ in range(column):
            opened.press(Key.Key_Right)
        for value in values:
            opened.write(value)
            opened.press(Key.Key_Return)
