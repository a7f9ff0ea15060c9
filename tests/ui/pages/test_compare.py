"""What a facilitator sees and does on the page Compare, with the real widgets and the example workbook."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, cast

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QScrollArea, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.builders import three_drafts
from ui.document import Document
from ui.pages.compare import PAGE
from ui.pages.compare.head import FloatingHead
from ui.pages.compare.lines import Cell, Kind, Line
from ui.pages.compare.table import SAID, CompareTable
from ui.pages.compare.view import ComparePage
from ui.theme.look import look
from ui.widgets import EmptyState, RowButton, ScrollArea
from workbook.analysis.finding import Finding
from workbook.library.loader import load
from workbook.model.draft import Draft
from workbook.model.workbook import Workbook

WIDE = 1028
COLD_CHAIN, RIVER, MEALS = "cold-chain", "river-flood", "school-meals"
FLORA, FLOW, NYS = "floraholland", "flowminder", "nys_food_traceability"


@dataclass
class Asked:
    """A window that only notes what it is asked."""

    explained: list[tuple[Finding, QWidget, QRect | None]] = field(default_factory=list)
    went: list[str] = field(default_factory=list)

    def explain(self, finding: Finding, beside: QWidget, at: QRect | None = None) -> None:
        self.explained.append((finding, beside, at))

    def go_to_page(self, key: str) -> None:
        self.went.append(key)

    def open_example(self) -> None:
        self.went.append("example")

    @property
    def words(self) -> str:
        """The last answer."""
        return self.explained[-1][0].words


@dataclass
class Desk:
    """The page in a window, as the facilitator has it."""

    document: Document
    page: ComparePage
    area: QScrollArea
    asked: Asked
    bot: QtBot

    @property
    def table(self) -> CompareTable:
        return self.page.table

    @property
    def lines(self) -> tuple[Line, ...]:
        return self.table.lines.lines

    @property
    def columns(self) -> list[str]:
        return [head.id for head in self.table.lines.heads]

    @property
    def titles(self) -> list[str]:
        return [line.title for line in self.lines if line.title]

    def row(self, title: str) -> int:
        """The number of the line with this title."""
        return next(row for row, line in enumerate(self.lines) if title in (line.title, line.said))

    def cell(self, title: str, column: str) -> Cell:
        return self.lines[self.row(title)].cells[self.columns.index(column)]

    def go(self, title: str, column: str | None = None) -> None:
        """Put the keyboard on a cell, or on the title of a line."""
        self.table.setFocus()
        place = 0 if column is None else self.columns.index(column) + 1
        self.table.setCurrentIndex(self.table.lines.index(self.row(title), place))

    def switch(self, column: str, *, on: bool) -> None:
        """Set or take away a check mark in the list of columns."""
        self.page.columns_button.switched.emit(column, on)

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.table, key)

    def said(self, title: str, column: str | None = None) -> str:
        """What a screen reader says of a cell."""
        place = 0 if column is None else self.columns.index(column) + 1
        return str(self.table.lines.index(self.row(title), place).data(SAID))


MakeDesk = Callable[..., Desk]

pops_up_a_menu = pytest.mark.qt_log_ignore("^This plugin does not support (raise|grabbing)", extend=True)
"""The offscreen platform says so for every menu."""


@pytest.fixture
def make_desk(qtbot: QtBot) -> Iterator[MakeDesk]:
    def make(workbook: Workbook | None = None, width: int = WIDE) -> Desk:
        document, asked = Document(workbook or three_drafts()), Asked()
        page = cast("ComparePage", PAGE.build(document, cast("Any", asked)))
        document.changed.connect(page.refresh)
        document.draft_chosen.connect(lambda: page.refresh(None))
        area = ScrollArea(page)
        document.setParent(area)  # it goes with the page, and what listens to it is let go of
        qtbot.addWidget(area)
        area.resize(width, 668)
        page.refresh(None)
        with qtbot.waitExposed(area):
            area.show()
        area.activateWindow()
        return Desk(document, page, area, asked, qtbot)

    yield make
    look().set("light", 1.0)


@pytest.fixture
def desk(make_desk: MakeDesk) -> Desk:
    return make_desk()


def menu(parent: QWidget) -> QMenu:
    return parent.findChildren(QMenu)[-1]


def entry(shown: QMenu, words: str) -> QAction:
    return next(action for action in shown.actions() if words in action.text())


# What stands there ------------------------------------------------------------------------------------------


def test_the_draft_in_hand_stands_first_then_drafts_and_cases_in_their_order(desk: Desk) -> None:
    assert desk.columns == [COLD_CHAIN, RIVER, MEALS, FLORA, FLOW, NYS]
    desk.document.choose_draft(MEALS)
    assert desk.columns == [MEALS, COLD_CHAIN, RIVER, FLORA, FLOW, NYS]


def test_similarity_is_said_in_words_and_digits_and_answers_why(desk: Desk) -> None:
    assert desk.cell("How alike", FLORA).words == "Alike, 82 of 100"
    desk.go("How alike", FLORA)
    desk.press(Qt.Key.Key_Return)
    assert desk.asked.words.startswith("Cold chain and FloraHolland are alike: 82 of 100")
    _, beside, at = desk.asked.explained[-1]
    assert beside is desk.table
    assert at is not None
    assert desk.table.viewport().rect().contains(at)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_F1])
def test_every_key_that_asks_asks(desk: Desk, key: Qt.Key) -> None:
    desk.go("How alike", FLOW)
    desk.press(key)
    assert len(desk.asked.explained) == 1


def test_the_nearest_case_is_named_in_words_and_answers_why(desk: Desk) -> None:
    named = [column for column in desk.columns if desk.cell("Nearest case", column).words]
    assert named == [FLORA]
    desk.go("Nearest case", FLORA)
    desk.press(Qt.Key.Key_F1)
    assert desk.asked.words.startswith("Cold chain is nearest to FloraHolland")


def test_cases_that_tie_are_all_called_nearest(make_desk: MakeDesk) -> None:
    workbook = three_drafts()
    mixes = {
        each: getattr(load().case(case).dimensions, each).mix
        for case, each in ((FLORA, "primary_interest"), (FLOW, "problem_definition"))
    }
    draft = Draft(id="d1", name="Both")
    for dimension, mix in mixes.items():
        position = getattr(draft.dimensions, dimension).replace(mix=mix)
        draft = draft.replace(dimensions=draft.dimensions.replace(**{dimension: position}))
    desk = make_desk(workbook.replace(drafts=(draft,)))
    nearest = desk.document.findings.beside_cases(desk.document.workbook).nearest[0].cases
    named = tuple(column for column in desk.columns if desk.cell("Nearest case", column).words)
    assert named == nearest
    assert named


def test_a_nearest_case_that_is_no_column_is_still_named(desk: Desk) -> None:
    desk.switch(FLORA, on=False)
    assert FLORA not in desk.columns
    assert desk.cell("Nearest case", COLD_CHAIN).words == "Nearest case: FloraHolland"


def test_new_york_state_is_always_envisaged(desk: Desk) -> None:
    assert desk.table.lines.heads[-1].name == "New York State (envisaged)"
    assert "(envisaged)" in desk.said("Orientation", NYS)


def test_a_split_room_is_called_split_and_not_mixed(desk: Desk) -> None:
    words = desk.cell("Primary interest", MEALS).words.replace("\N{NO-BREAK SPACE}", " ")
    assert words == "The room is split (4 / 0 / 4)"


def test_every_placed_bar_and_every_mark_answers_why(desk: Desk) -> None:
    for row, line in enumerate(desk.lines):
        for column, cell in enumerate(line.cells, 1):
            if cell.shares is None and not cell.mark:
                continue
            before = len(desk.asked.explained)
            desk.table.answer(row, column)
            assert len(desk.asked.explained) == before + 1
            finding = desk.asked.explained[-1][0]
            assert finding.rule
            assert finding.citation
            assert finding.inputs


def test_what_is_solid_is_what_the_analysis_calls_shared(desk: Desk) -> None:
    comparison = desk.document.findings.comparison(desk.document.workbook)
    pair = comparison.pair(COLD_CHAIN, FLORA)
    desk.go("Timeframes", FLORA)
    desk.press(Qt.Key.Key_Return)
    assert desk.asked.explained[-1][0].value == pair.by_dimension.timeframes
    assert desk.said("Timeframes", FLORA).endswith("Shares 60 of 100 with Cold chain")


def test_silence_is_not_having_nothing(make_desk: MakeDesk) -> None:
    example = three_drafts()
    quiet = example.drafts[1].replace(challenges=())
    desk = make_desk(example.replace(drafts=(example.drafts[0], quiet)))
    assert desk.cell("Challenges", RIVER).words == "Not said yet"
    assert desk.said("Technology", RIVER) == "Technology, River flood: not said yet"
    assert desk.said("Technology", FLOW) == "Technology, Flowminder: not named"


def test_marks_say_how_far_a_thing_is(desk: Desk) -> None:
    assert desk.cell("Sharing", NYS).mark == "Expected"
    assert desk.cell("Sharing", FLORA).mark == "Yes"
    assert desk.cell("Urgency", RIVER).mark == "Planned"


def test_solid_marks_are_those_the_draft_in_hand_has_too(desk: Desk) -> None:
    assert desk.cell("Reciprocity", FLORA).is_shared
    assert desk.said("Reciprocity", FLORA) == "Reciprocity, FloraHolland: yes. Cold chain has it too"
    assert not desk.cell("Urgency", FLOW).is_shared


# How one looks at it ----------------------------------------------------------------------------------------


def test_differences_come_first_and_what_is_open_last(desk: Desk) -> None:
    sections = [line.title for line in desk.lines if line.kind is Kind.SECTION]
    assert sections == ["Differ most", "More alike", "Not yet placed"]
    assert desk.row("Source of the problem definition") < desk.row("Dependencies")
    assert desk.row("Prospective sense-making theme") > desk.row("Not yet placed")


def test_the_order_of_the_framework_is_a_click_away(desk: Desk) -> None:
    option = desk.page.order.findChildren(QWidget)[1]
    QTest.mouseClick(option, Qt.MouseButton.LeftButton)
    shown = [line.title for line in desk.lines if line.kind is Kind.DIMENSION]
    assert shown == [dimension.name for dimension in load().dimensions]


def test_rows_do_not_jump_while_one_looks_but_are_put_in_order_on_a_visit(desk: Desk) -> None:
    before = desk.titles
    address = ("drafts", COLD_CHAIN, "dimensions", "problem_definition", "mix")
    mix = load().case(FLOW).dimensions.problem_definition.mix
    desk.document.put(address, mix, "change of mix")
    desk.bot.waitUntil(lambda: desk.cell("Source of the problem definition", COLD_CHAIN).words == "Issue")
    assert desk.titles == before
    desk.page.refresh(None)
    assert desk.titles != before


def test_what_is_undone_is_seen(desk: Desk) -> None:
    desk.document.put(("drafts", RIVER, "name"), "Flood", "change of name")
    desk.bot.waitUntil(lambda: desk.table.lines.heads[1].name == "Flood")
    desk.document.undo()
    desk.bot.waitUntil(lambda: desk.table.lines.heads[1].name == "River flood")


@pops_up_a_menu
def test_choosing_columns_is_no_edit(desk: Desk) -> None:
    QTest.keyClick(desk.page.columns_button, Qt.Key.Key_Return)
    shown = menu(desk.page.columns_button)
    assert not entry(shown, "Cold chain").isEnabled()
    entry(shown, "School meals").trigger()
    entry(shown, "Almaty").trigger()
    assert MEALS not in desk.columns
    assert desk.columns[-1] not in (FLORA, FLOW, NYS)
    assert desk.cell("Orientation", desk.columns[-1]).words == "Not reported"
    assert not desk.document.history.canUndo()
    entry(shown, "usual").trigger()
    assert desk.columns == [COLD_CHAIN, RIVER, MEALS, FLORA, FLOW, NYS]


@pops_up_a_menu
def test_the_list_of_columns_stays_open_for_the_next_check_mark(desk: Desk) -> None:
    desk.page.columns_button.click()
    shown = menu(desk.page.columns_button)
    shown.setActiveAction(entry(shown, "River flood"))
    QTest.keyClick(shown, Qt.Key.Key_Space)
    assert shown.isVisible()
    assert RIVER not in desk.columns
    shown.close()


def test_of_many_drafts_six_stand_there_unasked_and_all_can_be_reached(make_desk: MakeDesk) -> None:
    example = three_drafts()
    drafts = tuple(
        example.drafts[place % 3].replace(id=f"d{place}", name=f"Group {place}") for place in range(9)
    )
    desk = make_desk(example.replace(drafts=drafts))
    assert sum(column.startswith("d") for column in desk.columns) == 6
    desk.document.choose_draft("d8")
    assert desk.columns[0] == "d8"
    desk.switch("d7", on=True)
    assert "d7" in desk.columns


def test_lines_open_and_close_by_keyboard_and_by_mouse(desk: Desk) -> None:
    desk.go("Mechanisms")
    desk.press(Qt.Key.Key_Return)
    assert "Urgency" not in desk.titles
    assert "hidden" in desk.said("Mechanisms")
    assert desk.lines[desk.table.currentIndex().row()].title == "Mechanisms"
    rect = desk.table.visualRect(desk.table.lines.index(desk.row("Mechanisms"), 0))
    QTest.mouseClick(desk.table.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert "Urgency" in desk.titles


def test_the_words_behind_a_mark_unfold_under_it(desk: Desk) -> None:
    row = desk.row("Urgency")
    closed = desk.table.rowHeight(row)
    desk.go("Urgency")
    desk.press(Qt.Key.Key_Space)
    assert desk.table.rowHeight(row) > closed
    assert desk.cell("Urgency", FLOW).details


@pops_up_a_menu
def test_under_each_heading_a_sentence_compares_with_the_column_one_picks(desk: Desk) -> None:
    sentence = next(line for line in desk.lines if line.key == "words:challenges")
    assert sentence.title == "With FloraHolland"
    desk.table.setFocus()
    row = desk.lines.index(sentence)
    desk.table.setCurrentIndex(desk.table.lines.index(row, 0))
    desk.press(Qt.Key.Key_Return)
    shown = menu(desk.page)
    entry(shown, "Flowminder").trigger()
    sentence = next(line for line in desk.lines if line.key == "words:challenges")
    assert sentence.title == "With Flowminder"
    assert sentence.text.startswith("Both: Organisational.")
    shown.close()


# Room -------------------------------------------------------------------------------------------------------


def test_six_columns_fit_and_more_move_sideways_beside_those_that_stay(desk: Desk) -> None:
    bar = desk.table.horizontalScrollBar()
    assert bar.maximum() == 0
    for case in load().cases:
        desk.switch(case.id, on=True)
    desk.bot.waitUntil(lambda: bar.maximum() > 0)
    anchor = desk.table.visualRect(desk.table.lines.index(0, 1))
    desk.go("Orientation", desk.columns[-1])
    assert bar.value() == bar.maximum()
    assert desk.table.visualRect(desk.table.lines.index(0, 1)) == anchor
    assert desk.table.indexAt(anchor.center()).column() == 1
    seen = desk.table.visualRect(desk.table.currentIndex())
    assert desk.table.viewport().rect().contains(seen)
    assert seen.left() >= anchor.right()
    desk.go("Orientation", RIVER)
    assert desk.table.visualRect(desk.table.currentIndex()).left() >= anchor.right()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("width", [680, 792, 1500])
def test_the_page_is_never_wider_than_its_window_and_the_table_lies_whole_in_it(
    make_desk: MakeDesk, scale: float, width: int
) -> None:
    look().set("light", scale)
    desk = make_desk(width=width)
    desk.bot.waitUntil(lambda: desk.page.width() <= desk.area.viewport().width())
    assert desk.table.height() == desk.table.verticalHeader().length()
    assert desk.table.width() <= desk.page.width()


def test_where_not_all_columns_fit_nothing_takes_the_window_away(make_desk: MakeDesk) -> None:
    desk = make_desk(width=680)
    assert desk.table.horizontalScrollBar().maximum() > 0
    windows = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    assert windows == [desk.area]
    assert desk.area.isActiveWindow()


def test_another_text_size_or_theme_is_followed_at_once(desk: Desk) -> None:
    height = desk.table.height()
    look().set("dark", 2.0)
    desk.bot.waitUntil(lambda: desk.table.height() > height)
    assert desk.area.grab().toImage().size().width() == desk.area.width()


def test_the_names_of_the_columns_stay_in_view_when_the_page_is_scrolled(desk: Desk) -> None:
    floating = desk.area.viewport().findChild(FloatingHead)
    assert floating is not None
    assert not floating.isVisible()
    desk.area.verticalScrollBar().setValue(900)
    assert floating.isVisible()
    assert not desk.page.isAncestorOf(floating), "paper shows the table as it is"
    over = desk.table.visualRect(desk.table.lines.index(0, 4)).center()
    QTest.mouseClick(floating, Qt.MouseButton.LeftButton, pos=QPoint(over.x() + 28, 10))
    assert desk.asked.words.startswith("Cold chain and FloraHolland")
    desk.area.verticalScrollBar().setValue(0)
    assert not floating.isVisible()


def test_the_keyboard_brings_its_cell_into_view(desk: Desk) -> None:
    desk.go("Organisational", NYS)
    cell = desk.table.visualRect(desk.table.currentIndex())
    seen = desk.table.viewport().mapTo(desk.area.viewport(), cell.center())
    assert desk.area.viewport().rect().contains(seen)
    desk.go("How alike", RIVER)
    assert desk.area.verticalScrollBar().value() < 100


def test_tab_passes_through_and_arrows_move_inside(desk: Desk) -> None:
    desk.page.columns_button.setFocus()
    QTest.keyClick(desk.page.columns_button, Qt.Key.Key_Tab)
    QTest.keyClick(desk.page.order.findChildren(QWidget)[0], Qt.Key.Key_Tab)
    assert desk.table.hasFocus()
    assert desk.table.currentIndex().isValid()
    before = desk.table.currentIndex()
    desk.press(Qt.Key.Key_Down)
    assert desk.table.currentIndex().row() == before.row() + 1
    desk.press(Qt.Key.Key_Tab)
    assert not desk.table.hasFocus()


def test_every_cell_says_what_it_is(desk: Desk) -> None:
    model = desk.table.lines
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            assert model.index(row, column).data(SAID)


def test_the_model_keeps_to_the_rules_of_qt(desk: Desk, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(desk.table.lines)  # type: ignore[no-untyped-call] # pytest-qt's own


# Nothing there yet, and the guide ---------------------------------------------------------------------------


def test_with_no_draft_the_page_says_what_belongs_here_and_how_to_begin(make_desk: MakeDesk) -> None:
    desk = make_desk(Workbook())
    assert not desk.table.isVisible()
    assert all(empty.isVisible() for empty in desk.page.findChildren(EmptyState))
    ways = desk.page.findChildren(RowButton)
    for way in ways:
        way.click()
    assert desk.asked.went == ["start", "example"]


def test_with_nothing_placed_it_leads_to_the_dimensions_and_begins_with_the_first(
    make_desk: MakeDesk,
) -> None:
    desk = make_desk(Workbook(drafts=(Draft(id="d1", name="City"),)))
    desk.page.findChildren(RowButton)[0].click()
    assert desk.asked.went == ["dimensions"]
    mix = load().case(FLOW).dimensions.orientation.mix
    desk.document.put(("drafts", "d1", "dimensions", "orientation", "mix"), mix, "change of mix")
    desk.bot.waitUntil(desk.table.isVisible)
    assert desk.cell("Orientation", "d1").words == "Issue"
    desk.document.undo()
    desk.bot.waitUntil(lambda: not desk.table.isVisible())


def test_removing_the_draft_in_hand_puts_another_in_its_place(desk: Desk) -> None:
    rest = desk.document.workbook.drafts[1:]
    desk.document.put(("drafts",), rest, "removal of draft")
    desk.bot.waitUntil(lambda: desk.columns[0] == RIVER)


def test_the_guide_asks_what_to_copy_and_says_what_each_case_is(desk: Desk) -> None:
    topic = desk.page.topic()
    assert "proud to have copied" in topic.question
    assert [note.case_id for note in topic.cases] == [FLORA, FLOW, NYS]
    assert all(note.text and note.citation for note in topic.cases)
