# ruff: noqa: N802 - Qt names its virtual methods
"""Every page, in every theme, at every size of window and text: nothing faint, cut, covered or unnamed.

The checks stand in seeing.py. Each has here a small widget with just its fault, which it must find.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.whole import seeing
from tests.whole.seeing import Check, Sheet, faults, sheets_of
from tests.whole.window import (
    Opened,
    application,
    many_drafts,
    one_empty_draft,
    open_window,
    settle,
    words_of,
)
from ui.pages import all_pages
from ui.theme.look import install_look, look
from ui.theme.tokens import MODES, Mode
from ui.widgets import Button, CaseTile, Figure, Popover, Sentence, WhyMark
from workbook.model.workbook import Workbook
from workbook.persistence.example import example_workbook

SIZES = ((1024, 700), (1280, 720), (1920, 1080))
SCALES = (1.0, 2.0)
KEYS = [page.key for page in all_pages()]

IN_EVERY_RUN = (
    ("high_contrast", (1024, 700), 1.0),
    ("light", (1280, 720), 1.0),
    ("dark", (1920, 1080), 1.0),
    ("light", (1024, 700), 2.0),
    ("dark", (1280, 720), 2.0),
    ("high_contrast", (1920, 1080), 2.0),
)
"""Each look, and each size at each size of text: colours do not depend on room, nor room on colours. The long
form puts all with all."""


@pytest.fixture(scope="module", name="example")
def example_window(tmp_path_factory: pytest.TempPathFactory, qapp: object) -> Iterator[Opened]:
    """One window for all: building it takes longer than looking at it."""
    del qapp
    opened = open_window(None, tmp_path_factory.mktemp("example"))
    yield opened
    opened.window.close()
    install_look(application(), "light", 1.0)


@pytest.mark.parametrize(("mode", "size", "scale"), IN_EVERY_RUN)
def test_every_page_can_be_read_in_every_look_and_at_every_size(
    example: Opened, mode: Mode, size: tuple[int, int], scale: float
) -> None:
    assert not _faults_of_pages(example, mode, size, scale)


@pytest.mark.long
@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("mode", MODES)
def test_every_page_can_be_read_in_every_look_at_every_size(
    example: Opened, mode: Mode, size: tuple[int, int], scale: float
) -> None:
    assert not _faults_of_pages(example, mode, size, scale)


def _faults_of_pages(opened: Opened, mode: Mode, size: tuple[int, int], scale: float) -> str:
    opened.set_look(mode, scale)
    opened.resize(size)
    found = []
    for key in KEYS:
        opened.go_to(key)
        found += [f"{key}: {fault}" for fault in faults(opened.window)]
    return listed(found) if found else ""


@pytest.mark.parametrize(("mode", "place"), [("light", 1), ("dark", 2), ("high_contrast", 1)])
def test_the_other_drafts_of_the_example_can_be_read(example: Opened, mode: Mode, place: int) -> None:
    example.set_look(mode)
    example.resize(SIZES[1])
    example.document.choose_draft(example.document.workbook.drafts[place].id)
    found = []
    for key in KEYS:
        example.go_to(key)
        found += [f"{key}: {fault}" for fault in faults(example.window)]
    assert not found, listed(found)


@pytest.mark.parametrize("scale", SCALES)
def test_the_published_cases_worked_out_can_be_read(qtbot: QtBot, tmp_path: Path, scale: float) -> None:
    opened = open_window(qtbot, tmp_path, example_workbook(), scale=scale)
    found = []
    for draft in opened.document.workbook.drafts:
        opened.document.choose_draft(draft.id)
        for key in KEYS:
            opened.go_to(key)
            found += [f"{draft.id}, {key}: {fault}" for fault in faults(opened.window)]
    assert not found, listed(found)


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("workbook", [Workbook(), one_empty_draft()], ids=["no draft", "an empty draft"])
def test_a_page_on_which_nothing_is_yet_can_be_read(
    qtbot: QtBot, tmp_path: Path, workbook: Workbook, scale: float
) -> None:
    opened = open_window(qtbot, tmp_path, workbook, scale=scale)
    found = []
    for key in KEYS:
        opened.go_to(key)
        found += [f"{key}: {fault}" for fault in faults(opened.window)]
    assert not found, listed(found)


def test_twenty_drafts_can_be_read(qtbot: QtBot, tmp_path: Path) -> None:
    opened = open_window(qtbot, tmp_path, many_drafts())
    found = []
    for key in KEYS:
        opened.go_to(key)
        found += [f"{key}: {fault}" for fault in faults(opened.window)]
    assert not found, listed(found)


@pytest.mark.parametrize(("mode", "scale"), [("light", 1.0), ("dark", 2.0), ("high_contrast", 1.0)])
def test_every_dimension_and_every_view_can_be_read(
    qtbot: QtBot, tmp_path: Path, mode: Mode, scale: float
) -> None:
    opened = open_window(qtbot, tmp_path, mode=mode, scale=scale)
    found = []
    for key in KEYS:
        opened.go_to(key)
        for words in _views(opened):
            _click(opened, words)
            found += [f"{key}, {words}: {fault}" for fault in faults(opened.window)]
    assert not found, listed(found)


@pytest.mark.parametrize("mode", MODES)
def test_every_answer_to_why_can_be_read(qtbot: QtBot, tmp_path: Path, mode: Mode) -> None:
    opened = open_window(qtbot, tmp_path, mode=mode)
    found = []
    asked = 0
    for key in KEYS:
        opened.go_to(key)
        for kind in (Figure, WhyMark):
            for asks in opened.find_all(kind, inside=opened.view):
                asks.click()
                settle()
                for popover in opened.find_all(Popover):
                    asked += 1
                    sheets = sheets_of(popover)
                    found += [f"{key}: {fault}" for each in sheets for fault in _faults_of_panel(each)]
                    popover.dismiss()
                settle()
    assert asked >= 3
    assert not found, listed(found)


def listed(found: list[str]) -> str:
    """One to a line; many at once are mostly one."""
    return "\n".join(["", *found[:40], f"{len(found)} in all"])


def _faults_of_panel(sheet: Sheet) -> Iterator[str]:
    """All faults but one: a panel that explains figures need not say why once more."""
    for check in seeing.CHECKS:
        if check is not seeing.unexplained_figures:
            yield from (f"{check.__name__}: {fault}" for fault in check(sheet))


def _views(opened: Opened) -> list[str]:
    """The words of what switches the page between views: its segmented controls, and its strip of eight."""
    buttons = opened.view.findChildren(QAbstractButton)
    kinds = ("_Option", "StripButton")
    return [words_of(each) for each in buttons if each.isVisible() and type(each).__name__ in kinds]


def _click(opened: Opened, words: str) -> None:
    for button in opened.view.findChildren(QAbstractButton):
        if button.isVisible() and words_of(button) == words:
            button.click()
            break
    settle()


# -------------------------------------------------------------------------- each check finds what it is for


class Picture(QWidget):
    """Paints what it is told to."""

    def __init__(
        self, paint: Callable[[QPainter, QRect], object], width: int = 200, height: int = 40
    ) -> None:
        super().__init__()
        self._paint = paint
        self.setFixedSize(width, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        self._paint(painter, self.rect())


def write(text: str, colour: str = "#000000") -> Callable[[QPainter, QRect], None]:
    def paint(painter: QPainter, rect: QRect) -> None:
        painter.setPen(QColor(colour))
        painter.drawText(QRectF(rect), Qt.AlignmentFlag.AlignVCenter, text)

    return paint


def stacked(*widgets: QWidget) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    for widget in widgets:
        column.addWidget(widget)
    return whole


def pale_words() -> QWidget:
    label = QLabel("Too pale to read")
    label.setStyleSheet("color: #8a8a8a; background: #ffffff")
    return stacked(label)


def words_on_two_grounds() -> QWidget:
    def paint(painter: QPainter, rect: QRect) -> None:
        painter.fillRect(rect, QColor("#ffffff"))
        painter.fillRect(QRect(60, 0, 140, 40), QColor("#222222"))
        write("Black on white and on black")(painter, rect)

    return stacked(Picture(paint))


def pale_mark() -> QWidget:
    class Tile(CaseTile):
        def paintEvent(self, event: QPaintEvent) -> None:
            del event
            QPainter(self).fillRect(self.rect(), look().colour("hair"))

    return stacked(Tile("flowminder", 24))


def platform_and_effect() -> QWidget:
    def paint(painter: QPainter, rect: QRect) -> None:
        painter.fillRect(rect, look().colour("social_issue"))
        painter.fillRect(QRect(0, 0, 30, 40), look().colour("loss"))

    return stacked(Picture(paint))


def words_wider_than_their_widget() -> QWidget:
    return stacked(Picture(write("This is far too long for so little room"), 80))


def a_sentence_with_too_few_lines() -> QWidget:
    sentence = Sentence("Word after word after word after word after word after word after word after word.")
    sentence.setFixedSize(120, 40)
    return stacked(sentence)


def a_button_cut_short() -> QWidget:
    button = Button("More words than there is room for")
    button.setFixedWidth(90)
    return stacked(button)


def a_cell_cut_short() -> QWidget:
    table = QTableWidget(2, 1)
    table.setItem(0, 0, QTableWidgetItem("Words"))
    table.verticalHeader().setMinimumSectionSize(2)
    table.setRowHeight(0, 6)
    return stacked(table)


def prose_with_hidden_lines() -> QWidget:
    prose = QPlainTextEdit("one\ntwo\nthree\nfour\nfive")
    prose.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    prose.setFixedHeight(44)
    return stacked(prose)


def shortened_words() -> QWidget:
    def paint(painter: QPainter, rect: QRect) -> None:
        text = painter.fontMetrics().elidedText("A name that is long", Qt.TextElideMode.ElideRight, 60)
        write(text)(painter, rect)

    return stacked(Picture(paint, 80))


def words_over_words() -> QWidget:
    def paint(painter: QPainter, rect: QRect) -> None:
        write("One text")(painter, rect)
        write("another")(painter, rect.adjusted(12, 2, 0, 2))

    return stacked(Picture(paint))


def overlapping_neighbours() -> QWidget:
    whole = stacked(QLabel("one"), QLabel("two"))
    whole.resize(200, 100)
    whole.show()
    second = whole.findChildren(QLabel)[1]
    second.move(second.x(), 12)
    return whole


def a_sheet_wider_than_its_window() -> QWidget:
    area = QScrollArea()
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    body = QWidget()
    body.setMinimumSize(600, 50)
    area.setWidget(body)
    area.setFixedWidth(300)
    return stacked(area)


def a_child_outside_its_parent() -> QWidget:
    whole = QWidget()
    whole.setFixedSize(200, 60)
    child = QLabel("gone", whole)
    child.setGeometry(150, 10, 100, 20)
    return whole


def a_nameless_field() -> QWidget:
    return stacked(QLineEdit())


def a_small_target() -> QWidget:
    button = Button("x")
    button.setFixedSize(20, 20)
    return stacked(button)


def a_figure_without_why() -> QWidget:
    return stacked(stacked(stacked(Sentence("Alike, 82 of 100"))))


def a_cell_without_why() -> QWidget:
    table = QTableWidget(1, 1)
    table.setItem(0, 0, QTableWidgetItem("37 %"))
    return stacked(stacked(stacked(table)))


def two_primary_buttons() -> QWidget:
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.addWidget(Button("This", "primary"))
    row.addWidget(Button("That", "primary"))
    return whole


CONTROLS: tuple[tuple[Check, Callable[[], QWidget]], ...] = (
    (seeing.faint_words, pale_words),
    (seeing.faint_words, words_on_two_grounds),
    (seeing.faint_marks, pale_mark),
    (seeing.mixed_meanings, platform_and_effect),
    (seeing.clipped_words, words_wider_than_their_widget),
    (seeing.clipped_words, a_sentence_with_too_few_lines),
    (seeing.clipped_words, a_button_cut_short),
    (seeing.clipped_words, a_cell_cut_short),
    (seeing.clipped_words, prose_with_hidden_lines),
    (seeing.elided_words, shortened_words),
    (seeing.words_upon_words, words_over_words),
    (seeing.siblings_overlap, overlapping_neighbours),
    (seeing.sticks_out, a_sheet_wider_than_its_window),
    (seeing.sticks_out, a_child_outside_its_parent),
    (seeing.unnamed_controls, a_nameless_field),
    (seeing.small_targets, a_small_target),
    (seeing.unexplained_figures, a_figure_without_why),
    (seeing.unexplained_figures, a_cell_without_why),
    (seeing.several_primaries, two_primary_buttons),
)


@pytest.mark.parametrize(("check", "bad"), CONTROLS, ids=[bad.__name__ for _, bad in CONTROLS])
def test_a_check_finds_its_fault(qtbot: QtBot, check: Check, bad: Callable[[], QWidget]) -> None:
    install_look(application(), "light", 1.0)
    widget = bad()
    qtbot.addWidget(widget)
    widget.show()
    found = [fault for sheet in sheets_of(widget) for fault in check(sheet)]
    assert found


def test_every_check_is_tried_on_a_fault_and_none_is_left_out() -> None:
    assert {check for check, _ in CONTROLS} == set(seeing.CHECKS)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#ff0000", "#ffffff", 4.0)],
)
def test_contrast_is_that_of_wcag(one: str, other: str, expected: float) -> None:
    assert seeing.ratio(QColor(one), QColor(other)) == pytest.approx(expected, abs=0.005)
    assert seeing.ratio(QColor(other), QColor(one)) == pytest.approx(expected, abs=0.005)


def test_a_sound_form_has_no_fault(qtbot: QtBot) -> None:
    install_look(application(), "light", 1.0)
    field = QLineEdit("typed")
    field.setAccessibleName("Name")
    field.setMinimumHeight(34)
    whole = stacked(Sentence("Everything here can be read."), field, Button("Save", "primary"))
    qtbot.addWidget(whole)
    whole.resize(300, 200)
    whole.show()
    assert faults(whole) == []
