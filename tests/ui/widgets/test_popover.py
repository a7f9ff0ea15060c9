"""The popover and what it says: beside its figure, within the window, and gone with Escape."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.theme.look import look
from ui.widgets import Button, Popover, ScrollArea, Sentence, WhyPanel
from ui.widgets.input_row import InputRow, value_in_words
from workbook.analysis.finding import Finding, Input


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(900, 620)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def at(window: QWidget, x: int, y: int) -> Button:
    button = Button("66", parent=window)
    button.move(x, y)
    button.show()
    button.setFocus()
    return button


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize(("x", "y"), [(0, 0), (400, 300), (840, 0), (0, 580), (840, 580)])
def test_it_stays_within_the_window_and_beside_its_figure(
    window: QWidget, finding: Finding, x: int, y: int, scale: float
) -> None:
    look().set(scale=scale)
    figure = at(window, x, y)
    popover = Popover("Why?", WhyPanel(finding))
    popover.show_beside(figure)
    shadow = look().px(14)
    inside = popover.geometry().adjusted(shadow, shadow, -shadow, -shadow)
    assert window.rect().contains(inside)
    if scale == 1:
        assert not inside.intersects(figure.geometry())


def test_all_of_a_short_answer_is_shown(window: QWidget, finding: Finding) -> None:
    popover = Popover("Why?", WhyPanel(finding))
    popover.show_beside(at(window, 400, 40))
    QApplication.processEvents()
    area = popover.findChildren(ScrollArea)[0]
    assert area.verticalScrollBar().maximum() == 0
    for words in popover.findChildren(Sentence):
        assert words.height() >= words.heightForWidth(words.width())


def test_escape_closes_it_and_the_focus_returns(qtbot: QtBot, window: QWidget, finding: Finding) -> None:
    figure = at(window, 400, 40)
    popover = Popover("Why?", WhyPanel(finding))
    popover.show_beside(figure)
    assert popover.hasFocus()
    assert popover.accessibleName() == "Why?"
    with qtbot.waitSignal(popover.closed):
        QTest.keyClick(popover, Qt.Key.Key_Escape)
    assert figure.hasFocus()


def test_escape_closes_it_from_within(qtbot: QtBot, window: QWidget, finding: Finding) -> None:
    popover = Popover("Why?", WhyPanel(finding))
    popover.show_beside(at(window, 400, 40))
    QTest.keyClick(popover, Qt.Key.Key_Tab)
    inside = window.focusWidget()
    assert inside is not None
    assert popover.isAncestorOf(inside)
    with qtbot.waitSignal(popover.closed):
        QTest.keyClick(inside, Qt.Key.Key_Escape)


def test_a_click_elsewhere_closes_it_and_does_what_it_was_meant_for(
    qtbot: QtBot, window: QWidget, finding: Finding
) -> None:
    other = at(window, 10, 580)
    popover = Popover("Why?", WhyPanel(finding))
    popover.show_beside(at(window, 700, 40))
    with qtbot.waitSignals([popover.closed, other.clicked]):
        QTest.mouseClick(other, Qt.MouseButton.LeftButton)


def test_it_points_at_a_part_of_a_picture(window: QWidget, finding: Finding) -> None:
    popover = Popover("Why?", WhyPanel(finding))
    popover.show_beside(window, QRect(QPoint(300, 20), QPoint(340, 40)))
    assert abs(popover.geometry().center().x() - 320) <= 1


def test_it_moves_with_the_window(window: QWidget, finding: Finding) -> None:
    popover = Popover("Why?", WhyPanel(finding))
    popover.show_beside(at(window, 820, 40))
    window.resize(500, 400)
    assert popover.geometry().right() <= 500 + look().px(14)


def test_an_answer_holds_all_that_a_finding_says(qtbot: QtBot, finding: Finding) -> None:
    panel = WhyPanel(finding)
    qtbot.addWidget(panel)
    said = " ".join(words.text() for words in panel.findChildren(Sentence))
    for part in (finding.words, finding.rule, finding.citation, "Not counted", "Sense-making theme"):
        assert part in said
    rows = [row.accessibleName() for row in panel.findChildren(InputRow)]
    assert rows == ["Primary interest: 70", "Timeframes: 31", "Dimensions compared: 7"]


def test_an_input_leads_to_where_it_stands(qtbot: QtBot, finding: Finding) -> None:
    panel = WhyPanel(finding)
    qtbot.addWidget(panel)
    panel.show()
    first, second, *_ = panel.findChildren(InputRow)
    with qtbot.waitSignal(panel.go_to) as sent:
        QTest.keyClick(first, Qt.Key.Key_Return)
    assert sent.args == ["drafts/a/dimensions/primary_interest"]
    assert second.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_words_as_inputs_go_below_their_name_where_they_are_long(qtbot: QtBot) -> None:
    words = "mostly Issue, some Resource (votes 2 / 5 / 1), and a long explanation of why it is so"
    long = InputRow("Source of the problem definition", words)
    short = InputRow("Orientation", "Issue")
    for row in (long, short):
        qtbot.addWidget(row)
    assert long.heightForWidth(288) > short.heightForWidth(288) == 24


@pytest.mark.parametrize(
    ("value", "share", "words"),
    [
        (None, None, "not known"),
        (True, None, "yes"),
        (3, None, "3"),
        (-0.25, None, "\N{MINUS SIGN}0.25"),
        (0.305, 0.305, "31"),
        ("mostly Issue", None, "mostly Issue"),
    ],
)
def test_values_are_shown_as_words_and_figures(
    value: str | float | None, share: float | None, words: str
) -> None:
    assert value_in_words(value, share) == words


def test_points_are_no_shares(qtbot: QtBot) -> None:
    net = Finding(
        id="net", words="RouteWell gains 0.38.", unit="points", inputs=(Input(name="Score", value=0.5),)
    )
    panel = WhyPanel(net)
    qtbot.addWidget(panel)
    assert [row.accessibleName() for row in panel.findChildren(InputRow)] == ["Score: 0.50"]
