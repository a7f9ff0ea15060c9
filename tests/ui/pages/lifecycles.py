"""Drafts on their way, the page that shows them, and what a facilitator does there, for its tests."""

import dataclasses
import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.pages.asking import Sheet, opened, settle
from ui.charts.stage_table import StageTable
from ui.page import Page
from ui.page_view import Topic
from ui.pages.lifecycle import PAGE
from ui.pages.lifecycle.condition_row import ConditionRow
from ui.pages.lifecycle.view import LifecyclePage
from ui.widgets import Button
from workbook.model.case import Case
from workbook.model.dimensions import Dimensions, Position
from workbook.model.draft import Draft
from workbook.model.framing import Framing
from workbook.model.lifecycle import Lifecycle, Move
from workbook.model.mix import pick
from workbook.model.vocabulary import DIMENSIONS, STAGES, LifecyclePlace
from workbook.model.workbook import Workbook

NOW = dt.datetime(2027, 3, 12, 14, 30, tzinfo=dt.UTC)
LOOKS = [("light", 1.0), ("dark", 1.0), ("high_contrast", 1.0), ("light", 2.0)]
Key, Modifier = Qt.Key, Qt.KeyboardModifier
TIMED: Page = dataclasses.replace(
    PAGE, build=lambda document, requests: LifecyclePage(document, requests, lambda: NOW)
)


def moves(*places: LifecyclePlace) -> Lifecycle:
    """A log that led through these places, one a day from 1 March 2027 on."""
    made, here, cycle = [], "frame", 1
    for number, place in enumerate(places, 1):
        cycle += here == "renewal" and place == "win_wins"
        made.append(
            Move.model_validate(
                {
                    "id": f"m{number}",
                    "from": here,
                    "to": place,
                    "at": dt.datetime(2027, 3, number, 9, tzinfo=dt.UTC),
                    "because": f"Reason {number}.",
                    "by": "Ines",
                    "cycle": cycle,
                }
            )
        )
        here = place
    return Lifecycle(moves=tuple(made))


def framed(**changes: object) -> Draft:
    """A draft whose first gate is met: the framing is written, six dimensions have a position."""
    placed = {each: Position(mix=pick("social_issue")) for each in DIMENSIONS[:6]}
    draft = Draft(
        id="d",
        name="Ours",
        framing=Framing(societal_problem="Floods.", data_sought="Levels.", public_value="Warning."),
        dimensions=Dimensions(**placed),
    )
    return draft.replace(**changes)


def shown(qtbot: QtBot, *drafts: Draft, width: int = 980, own_cases: tuple[Case, ...] = ()) -> Sheet:
    workbook = Workbook(facilitator="Maren", drafts=drafts, own_cases=own_cases)
    return opened(qtbot, TIMED, workbook, width=width)


def page_of(sheet: Sheet) -> LifecyclePage:
    assert isinstance(sheet.page, LifecyclePage)
    return sheet.page


def draft_of(sheet: Sheet) -> Draft:
    assert sheet.document.draft is not None
    return sheet.document.draft


def table_of(sheet: Sheet) -> StageTable:
    settle()
    picture = page_of(sheet).path.picture
    assert isinstance(picture, StageTable)
    return picture


def standings(sheet: Sheet) -> list[str]:
    return [head.standing for head in table_of(sheet).heads]


def lane(sheet: Sheet, name: str) -> dict[str, list[str]]:
    """What stands in a lane, by stage, without empty stages."""
    (found,) = [each for each in table_of(sheet).lanes if each.who.name == name]
    return {
        stage: [each.words for each in cell] for stage, cell in zip(STAGES, found.cells, strict=True) if cell
    }


def topic(sheet: Sheet) -> Topic:
    said = sheet.page.topic()
    assert said is not None
    return said


def click(sheet: Sheet, name: str) -> None:
    sheet.find(Button, name).click()
    settle()


def choose_move(sheet: Sheet, name: str) -> None:
    """Take a move from the menu of all others."""
    menu = page_of(sheet).gate.made_menu()
    next(each for each in menu.actions() if each.text() == name).trigger()
    menu.deleteLater()
    settle()


def offered(sheet: Sheet) -> list[str]:
    menu = page_of(sheet).gate.made_menu()
    texts = [each.text() for each in menu.actions() if not each.isSeparator()]
    menu.deleteLater()
    return texts


def write(field: QWidget, words: str) -> None:
    """Type, in place of what is there."""
    field.setFocus()
    QTest.keyClick(field, Key.Key_A, Modifier.ControlModifier)
    QTest.keyClick(field, Key.Key_Delete)
    QTest.keyClicks(field, words)
    settle()


def in_hand() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def conditions(sheet: Sheet) -> list[str]:
    settle()
    return [each.state.accessibleName() for each in sheet.page.findChildren(ConditionRow) if each.isVisible()]


def qt_wait_for(condition: object) -> None:
    """What is worked out after a pause in typing is there soon."""
    assert callable(condition)
    for _ in range(100):
        QTest.qWait(10)
        if condition():
            return
    raise AssertionError("it did not become so")
