"""Controls: by keyboard, by mouse, by name. What the program sets is not sent back to it."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QRadioButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.widgets.conftest import Asked
from ui.theme.look import look
from ui.widgets import (
    Button,
    ConfidenceDots,
    Figure,
    IconButton,
    RowButton,
    Segmented,
    Stepper,
    WhyMark,
)
from workbook.analysis.finding import Finding

OPTIONS = (("pick", "Pick"), ("lean", "Pick with a lean"), ("votes", "Votes"))
Key = Qt.Key


Show = Callable[..., QWidget]


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Show]:
    windows = []

    def show_in_a_window(*widgets: QWidget) -> QWidget:
        window = QWidget()
        windows.append(window)
        qtbot.addWidget(window)
        column = QVBoxLayout(window)
        for widget in widgets:
            column.addWidget(widget)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield show_in_a_window
    windows.clear()


def press(window: QWidget, *keys: Qt.Key) -> None:
    for key in keys:
        focus = window.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key)


def test_arrows_move_the_choice_and_tab_passes_on(show: Show) -> None:
    options, after = Segmented(OPTIONS, "pick", "Way of entry"), Button("After")
    window = show(options, after)
    chosen: list[str] = []
    options.chosen.connect(chosen.append)
    press(window, Key.Key_Right, Key.Key_Right, Key.Key_Left)
    assert chosen == ["lean", "votes", "lean"]
    assert options.value == "lean"
    press(window, Key.Key_Tab)
    assert after.hasFocus()


def test_a_click_anywhere_on_an_option_chooses_it(qtbot: QtBot, show: Show) -> None:
    options = Segmented(OPTIONS, "pick")
    show(options)
    with qtbot.waitSignal(options.chosen) as sent:
        last = options.findChildren(QRadioButton)[-1]
        at_its_edge = QPoint(last.width() - 3, last.height() // 2)
        QTest.mouseClick(last, Qt.MouseButton.LeftButton, pos=at_its_edge)
    assert sent.args == ["votes"]


def test_what_the_program_chooses_is_not_sent(qtbot: QtBot, show: Show) -> None:
    options, dots, votes = Segmented(OPTIONS, "pick"), ConfidenceDots(), Stepper(1, 8)
    show(options, dots, votes)
    with (
        qtbot.assertNotEmitted(options.chosen),
        qtbot.assertNotEmitted(dots.chosen),
        qtbot.assertNotEmitted(votes.chosen),
    ):
        options.set_chosen("votes")
        dots.set_chosen("documented")
        votes.set_value(5)
    assert (options.value, dots.confidence, votes.value()) == ("votes", "documented", 5)


def test_confidence_by_keyboard(show: Show) -> None:
    dots = ConfidenceDots(None)
    window = show(dots)
    chosen: list[object] = []
    dots.chosen.connect(chosen.append)
    dots.setFocus()
    press(window, Key.Key_Right, Key.Key_Right, Key.Key_Left, Key.Key_3, Key.Key_Right, Key.Key_Delete)
    assert chosen == ["guess", "discussed", "guess", "documented", None]
    assert dots.accessibleName() == "How sure are we? Not said"


def test_confidence_by_mouse(show: Show) -> None:
    dots = ConfidenceDots("guess")
    show(dots)
    second = QPoint(look().px(24) + 5, dots.height() // 2)
    QTest.mouseClick(dots, Qt.MouseButton.LeftButton, pos=second)
    assert dots.confidence == "discussed"
    QTest.mouseClick(dots, Qt.MouseButton.LeftButton, pos=second)
    assert dots.confidence is None


def test_votes_by_keyboard_and_by_digit(show: Show) -> None:
    votes = Stepper(2, 8, "Votes for Resource")
    window = show(votes)
    counted: list[int] = []
    votes.chosen.connect(counted.append)
    votes.setFocus()
    press(window, Key.Key_Up, Key.Key_Down, Key.Key_Down)
    votes.selectAll()
    press(window, Key.Key_7, Key.Key_Return)
    assert counted == [3, 2, 1, 7]


def test_votes_by_mouse(show: Show) -> None:
    votes = Stepper(2, 8)
    show(votes)
    middle = votes.height() // 2
    QTest.mouseClick(votes, Qt.MouseButton.LeftButton, pos=QPoint(votes.width() - 10, middle))
    assert votes.value() == 3
    QTest.mouseClick(votes, Qt.MouseButton.LeftButton, pos=QPoint(10, middle))
    QTest.mouseClick(votes, Qt.MouseButton.LeftButton, pos=QPoint(10, middle))
    assert votes.value() == 1


@pytest.mark.parametrize("key", [Key.Key_F1, Key.Key_Return, Key.Key_Enter, Key.Key_Space])
def test_a_figure_can_be_asked_by_keyboard(
    show: Show, requests: Asked, finding: Finding, key: Qt.Key
) -> None:
    figure, mark = Figure("66 of 100", finding, requests), WhyMark(finding, requests, "Why this profile?")
    window = show(figure, mark)
    figure.setFocus()
    press(window, key, Key.Key_Tab, key)
    assert requests.explained == [(finding, figure), (finding, mark)]


def test_a_figure_can_be_asked_by_mouse_and_another_can_take_its_place(
    show: Show, requests: Asked, finding: Finding
) -> None:
    figure = Figure("66 of 100", finding, requests)
    show(figure)
    other = finding.replace(value=0.5)
    figure.set_figure("50 of 100", other)
    QTest.mouseClick(figure, Qt.MouseButton.LeftButton)
    assert requests.explained == [(other, figure)]
    figure.set_figure("open", None)
    QTest.mouseClick(figure, Qt.MouseButton.LeftButton)
    assert len(requests.explained) == 1


def every_control(requests: Asked, finding: Finding) -> tuple[QWidget, ...]:
    return (
        Button("Try it"),
        Button("New", "primary", "plus"),
        IconButton("undo-2", "Undo", shortcut="Ctrl+Z"),
        Segmented(OPTIONS, "pick", "Way of entry"),
        ConfidenceDots("guess"),
        Stepper(3, 8, "Votes for Issue"),
        Figure("6", finding, requests),
        WhyMark(finding, requests, "Why this profile?"),
        RowButton("Ask each party", "users", "One form each"),
    )


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_control_has_a_name_and_can_be_hit(
    qtbot: QtBot, requests: Asked, finding: Finding, scale: float
) -> None:
    look().set(scale=scale)
    for control in every_control(requests, finding):
        qtbot.addWidget(control)
        targets: list[QWidget] = [*control.findChildren(QRadioButton)] or [control]
        for target in targets:
            said = QAccessible.queryAccessibleInterface(target).text(QAccessible.Text.Name)
            assert said, type(control)
            hint = target.sizeHint()
            assert min(hint.width(), hint.height()) >= 24 * scale, type(control)
        assert any(target.focusPolicy() & Qt.FocusPolicy.TabFocus for target in targets), type(control)


def test_a_button_without_words_tells_its_shortcut(qtbot: QtBot) -> None:
    button = IconButton("undo-2", "Undo", shortcut="Ctrl+Z")
    qtbot.addWidget(button)
    assert (button.toolTip(), button.accessibleName()) == ("Undo (Ctrl+Z)", "Undo")
