"""A harbour that changed over lunch, on the page Changes; and hands and eyes for that page."""

import datetime as dt

from pytestqt.qtbot import QtBot

from tests.ui.pages.asking import Asked, Sheet, opened, settle
from ui.page import Page
from ui.page_view import Topic
from ui.pages.changes import PAGE
from ui.pages.changes.change_row import ChangeItem, ChangeRow
from ui.pages.changes.view import ChangesPage
from ui.widgets.fold_list import FoldItem
from workbook.edits.begin import empty_draft
from workbook.model.draft import BegunFrom, Draft
from workbook.model.framing import Framing
from workbook.model.lifecycle import Lifecycle
from workbook.model.scenarios import Scenario
from workbook.model.scores import Score
from workbook.model.stakeholders import Interest, Stakeholder
from workbook.model.workbook import Snapshot, Workbook

NOW = dt.datetime(2027, 3, 2, 14, 30, tzinfo=dt.UTC)
YESTERDAY = dt.datetime(2027, 3, 1, 12, 0, tzinfo=dt.UTC)
SHORT = "Lorries wait for hours at the gate, because nobody knows which of them comes."
LONG = SHORT.replace("nobody knows", "nobody knows beforehand") + " Or when."
THEN = Draft(
    id="d",
    name="Harbour",
    framing=Framing(societal_problem=SHORT),
    stakeholders=(
        Stakeholder(id="port", name="Port", interests=(Interest(id="i1", text="Shorter queues", weight=1),)),
        Stakeholder(id="city", name="City", interests=(Interest(id="i2", text="Cleaner air", weight=1),)),
        Stakeholder(id="press", name="Press", standing="context"),
    ),
    scenarios=(
        Scenario(
            id="c1",
            name="Hourly counts",
            scores=(Score(interest="i1", value=1), Score(interest="i2", value=1)),
        ),
    ),
)
HARBOUR = THEN.replace(
    framing=Framing(societal_problem=LONG),
    stakeholders=(
        *THEN.stakeholders[:2],
        Stakeholder(id="drivers", name="Drivers", interests=(Interest(id="i3", text="Sleep"),)),
    ),
    scenarios=(
        THEN.scenarios[0].replace(
            scores=(Score(interest="i1", value=3), Score(interest="i2", value=-1)),
        ),
    ),
    lifecycle=Lifecycle(review_on=dt.date(2027, 6, 1)),
)
OTHER = Draft(id="o", name="Canal", begun_from=BegunFrom(kind="draft", id="d"))
BEFORE_LUNCH = Snapshot(id="z1", name="Before lunch", at=YESTERDAY, by="Ines", draft=THEN)
EARLIER = Snapshot(
    id="z0",
    name="Before moving to Interests",
    at=YESTERDAY - dt.timedelta(days=20),
    reason="move",
    draft=empty_draft("Harbour").replace(id="d"),
)
HELD = Workbook(drafts=(HARBOUR, OTHER), snapshots=(EARLIER, BEFORE_LUNCH), facilitator="Maren")


def at_that_time(page: Page = PAGE) -> Page:
    return Page(
        page.key,
        page.title,
        page.group,
        page.order,
        page.icon,
        lambda document, requests: ChangesPage(document, requests, lambda: NOW),
        edits=page.edits,
        is_table=page.is_table,
    )


def shown_with(qtbot: QtBot, workbook: Workbook, asked: Asked | None = None) -> Sheet:
    return opened(qtbot, at_that_time(), workbook, asked, width=1028)


def page_of(sheet: Sheet) -> ChangesPage:
    assert isinstance(sheet.page, ChangesPage)
    return sheet.page


def pair(sheet: Sheet) -> tuple[str, str]:
    pickers = page_of(sheet).pickers
    return pickers.before.currentText(), pickers.after.currentText()


def summary(sheet: Sheet) -> str:
    return page_of(sheet).comparison.summary.sentence.text()


def choose(sheet: Sheet, place: str, key: str) -> None:
    field = getattr(page_of(sheet).pickers, place)
    field.setCurrentIndex(field.findData(key))
    field.activated.emit(field.currentIndex())
    settle()


def rows(sheet: Sheet) -> list[ChangeRow]:
    settle()
    return [each for each in sheet.page.findChildren(ChangeRow) if each.isVisible()]


def row(sheet: Sheet, words: str) -> ChangeRow:
    return next(each for each in rows(sheet) if words in each.text())


def item(sheet: Sheet, words: str) -> ChangeItem:
    holder = row(sheet, words).parentWidget()
    assert isinstance(holder, ChangeItem)
    return holder


def groups(sheet: Sheet) -> dict[str, str]:
    return {each.head.text(): each.said.text() for each in page_of(sheet).comparison.groups.items.values()}


def all_rows(sheet: Sheet) -> list[ChangeRow]:
    """The rows of every step, opened."""
    for each in page_of(sheet).comparison.groups.items.values():
        each.open()
    found = rows(sheet)
    assert found
    return found


def snapshot_row(sheet: Sheet, key: str) -> FoldItem:
    line = page_of(sheet).snapshots.line(key)
    assert line is not None
    return line


def do(sheet: Sheet, key: str, deed: str) -> None:
    line = page_of(sheet).snapshots.line(key)
    assert line is not None
    line.open()
    settle()
    assert line.body is not None
    line.body.deeds[deed].click()
    settle()


def in_hand(sheet: Sheet) -> str:
    focused = sheet.area.focusWidget()
    assert focused is not None
    return focused.accessibleName() or str(getattr(focused, "text", str)())


def topic(sheet: Sheet) -> Topic:
    said = sheet.page.topic()
    assert said is not None
    return said


def snapshots(sheet: Sheet) -> list[str]:
    return [each.name for each in sheet.document.workbook.snapshots]
