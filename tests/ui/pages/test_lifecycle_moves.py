"""What a facilitator does on the page Lifecycle: moves, events, review, lessons, and what the log keeps."""

import datetime as dt
from collections.abc import Iterator

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.builders import three_drafts
from tests.ui.pages.asking import Sheet, opened, settle, with_look
from tests.ui.pages.lifecycles import (
    NOW,
    TIMED,
    Key,
    choose_move,
    click,
    conditions,
    draft_of,
    framed,
    in_hand,
    lane,
    moves,
    offered,
    page_of,
    qt_wait_for,
    shown,
    standings,
    table_of,
    write,
)
from ui.forms.add_line import AddLine
from ui.forms.choice_field import ChoiceField
from ui.forms.date_field import DateField
from ui.forms.fields import ProseField, TextField
from ui.widgets import Button
from ui.widgets.fold_row import FoldRow
from workbook.edits.begin import empty_draft
from workbook.model.framing import Framing
from workbook.model.lifecycle import Lifecycle


@pytest.fixture(autouse=True)
def usual_look(qtbot: QtBot) -> Iterator[None]:
    yield
    with_look("light", 1.0)


@pytest.fixture
def sheet(qtbot: QtBot) -> Sheet:
    """Framed, with a gate that is met."""
    return shown(qtbot, framed())


@pytest.fixture
def flood(qtbot: QtBot) -> Sheet:
    """A draft of the three with one move, one event, and one condition that does not hold."""
    sheet = opened(qtbot, TIMED, three_drafts(), width=980)
    sheet.document.choose_draft("river-flood")
    return sheet


# ------------------------------------------------------------------------------------------------- moving


def test_a_move_through_a_gate_that_is_met_is_one_step_of_undo_with_its_snapshot(sheet: Sheet) -> None:
    before = sheet.document.workbook
    click(sheet, "Move on to Interests")
    assert sheet.says("Nothing stands in the way. A snapshot keeps how the draft stands now.")
    write(page_of(sheet).making.because, "All is written down.")
    QTest.keyClick(page_of(sheet).making.by, Key.Key_Return)
    (move,) = draft_of(sheet).lifecycle.moves
    assert (move.to, move.at, move.by, move.because) == ("interests", NOW, "Maren", "All is written down.")
    assert len(move.held) == 4
    (snapshot,) = sheet.document.workbook.snapshots
    assert (snapshot.reason, snapshot.draft) == ("move", before.drafts[0])
    assert page_of(sheet).note.words == (
        "Interests, since 12 March 2027. A snapshot keeps how the draft stood before."
    )
    assert sheet.document.history.undoText() == "move on to Interests"
    sheet.document.undo()
    assert sheet.document.workbook == before
    assert sheet.says("Frame, where every draft begins; no move yet.")


def test_a_move_over_what_does_not_hold_asks_for_a_reason_and_a_name(flood: Sheet) -> None:
    click(flood, "Move on to Win-wins")
    assert flood.says("1 condition does not hold on the way.")
    making = page_of(flood).making
    making.go.click()
    assert flood.says("Give a reason for: A weighted interest of Households in the valley.")
    assert in_hand().accessibleName() == "Reason: A weighted interest of Households in the valley"
    QTest.keyClicks(in_hand(), "They come next week")
    write(making.by, "")
    making.go.click()
    assert flood.says("Give a name: who overrides a condition stands in the log.")
    assert in_hand() is making.by
    assert len(draft_of(flood).lifecycle.moves) == 1
    QTest.keyClicks(making.by, "Ines")
    QTest.keyClick(making.by, Key.Key_Return)
    move = draft_of(flood).lifecycle.moves[-1]
    (override,) = move.overridden
    assert (move.to, move.by, override.because) == ("win_wins", "Ines", "They come next week")
    assert override.condition.startswith("interests.weighted.")
    assert not making.isVisible()
    assert in_hand() is page_of(flood).gate.next


def test_one_reason_stands_for_all_that_get_none_of_their_own(qtbot: QtBot) -> None:
    sheet = shown(qtbot, empty_draft("Empty"))
    click(sheet, "Move on to Interests")
    making = page_of(sheet).making
    assert in_hand() is making.common
    QTest.keyClicks(making.common, "Not reported")
    write(sheet.find(TextField, "Reason: The public value"), "Comes last")
    making.submit()
    reasons = {each.condition: each.because for each in draft_of(sheet).lifecycle.moves[0].overridden}
    assert reasons == {
        "frame.problem": "Not reported",
        "frame.data_sought": "Not reported",
        "frame.public_value": "Comes last",
        "frame.dimensions": "Not reported",
    }
    click(sheet, "Move on to Win-wins")
    assert making.common.text() == ""


def test_a_move_to_a_later_stage_passes_every_gate_on_the_way(sheet: Sheet) -> None:
    choose_move(sheet, "Move on to Business case")
    reasons = [each.accessibleName() for each in sheet.page.findChildren(TextField) if each.isVisible()]
    assert reasons[:5] == [
        "One reason for all",
        "Reason: Somebody who provides data",
        "Reason: Somebody who uses data",
        "Reason: A chosen scenario",
        "Reason: A win-win in the chosen scenario",
    ]
    write(page_of(sheet).making.common, "We try the whole way first")
    page_of(sheet).making.submit()
    assert draft_of(sheet).lifecycle.stage == "business_case"
    assert standings(sheet)[:4] == ["passed", "skipped", "skipped", "here"]


def test_all_moves_are_offered_and_the_next_one_has_the_button(qtbot: QtBot) -> None:
    sheet = shown(qtbot, framed(lifecycle=moves("interests")))
    assert sheet.find(Button, "Move on to Win-wins").kind == "primary"
    assert offered(sheet) == [
        "Go back to Frame",
        "Move on to Business case",
        "Move on to Alignment",
        "Move on to Sharing",
        "Move on to Scale-up",
        "Move on to Renewal",
        "Pause the work",
        "Close the partnership",
    ]


def test_going_back_asks_for_nothing(qtbot: QtBot) -> None:
    sheet = shown(qtbot, framed(lifecycle=moves("interests")))
    choose_move(sheet, "Go back to Frame")
    assert sheet.says("Nothing stands in the way.")
    page_of(sheet).making.submit()
    assert draft_of(sheet).lifecycle.stage == "frame"
    assert standings(sheet)[:2] == ["here", "ahead"]


def test_the_work_is_paused_and_taken_up_again(qtbot: QtBot) -> None:
    sheet = shown(qtbot, framed(lifecycle=moves("interests")))
    choose_move(sheet, "Pause the work")
    page_of(sheet).making.submit()
    assert sheet.says("Paused at Interests, since 12 March 2027.")
    assert standings(sheet)[1] == "paused"
    click(sheet, "Take it up again at Interests")
    page_of(sheet).making.submit()
    assert draft_of(sheet).lifecycle.stage == "interests"
    assert [move.to for move in draft_of(sheet).lifecycle.moves] == ["interests", "paused", "interests"]


def test_closing_asks_for_the_reason_and_the_lessons(sheet: Sheet) -> None:
    choose_move(sheet, "Close the partnership")
    making = page_of(sheet).making
    making.go.click()
    assert sheet.says("Say why it is closed.")
    assert in_hand() is making.because
    QTest.keyClicks(making.because, "The money is gone.")
    making.go.click()
    assert sheet.says("Write down the lessons, or why there are none.")
    assert in_hand() is making.lessons
    QTest.keyClicks(making.lessons, "Begin with the budget.")
    assert not making.no_lessons.isVisible()
    making.go.click()
    lifecycle = draft_of(sheet).lifecycle
    assert (lifecycle.stage, lifecycle.lessons) == ("closed", "Begin with the budget.")
    assert lifecycle.moves[-1].held == ("renewal.reason", "renewal.lessons")
    assert sheet.says("This partnership is closed. It can be taken up again at any stage.")
    assert conditions(sheet) == []
    assert standings(sheet)[0] == "closed"
    sheet.document.undo()
    assert draft_of(sheet).lifecycle == Lifecycle()


def test_a_partnership_without_lessons_is_closed_with_a_reason_for_that(sheet: Sheet) -> None:
    choose_move(sheet, "Close the partnership")
    making = page_of(sheet).making
    write(making.because, "It never began.")
    write(making.no_lessons, "Nothing was tried")
    QTest.keyClick(making.no_lessons, Key.Key_Return)
    move = draft_of(sheet).lifecycle.moves[-1]
    assert move.to == "closed"
    assert [(each.condition, each.because) for each in move.overridden] == [
        ("renewal.lessons", "Nothing was tried")
    ]


def test_renewal_begins_a_new_cycle(qtbot: QtBot) -> None:
    sheet = shown(qtbot, framed(lifecycle=moves("renewal")))
    click(sheet, "Renew: a new cycle from Win-wins")
    page_of(sheet).making.submit()
    assert draft_of(sheet).lifecycle.moves[-1].cycle == 2
    assert sheet.says("Win-wins, in cycle 2, since 12 March 2027.")


def test_at_renewal_the_reason_for_closing_is_given_with_the_move(qtbot: QtBot) -> None:
    sheet = shown(qtbot, framed(lifecycle=moves("renewal")))
    assert sheet.says("Neither condition for closing is met.")
    click(sheet, "Give it")
    assert page_of(sheet).making.go.text() == "Close the partnership"
    assert page_of(sheet).making.isVisible()


def test_what_was_typed_for_a_move_stays_until_it_is_made(flood: Sheet) -> None:
    click(flood, "Move on to Win-wins")
    QTest.keyClicks(in_hand(), "They come")
    reason = in_hand()
    QTest.keyClick(reason, Key.Key_Escape)
    assert not page_of(flood).making.isVisible()
    assert in_hand() is page_of(flood).gate.next
    click(flood, "Move on to Win-wins")
    assert flood.find(TextField, "Reason: A weighted").text() == "They come"
    click(flood, "Weigh them")
    assert flood.asked.asked[-1] == (
        "go to",
        ("drafts", "river-flood", "stakeholders", _valley(flood), "weights_known"),
    )
    assert flood.find(TextField, "Reason: A weighted").text() == "They come"
    flood.document.choose_draft("school-meals")
    assert not page_of(flood).making.isVisible()
    flood.document.choose_draft("river-flood")
    click(flood, "Move on to Win-wins")
    assert flood.find(TextField, "Reason: A weighted").text() == ""


def _valley(sheet: Sheet) -> str:
    return next(each.id for each in draft_of(sheet).stakeholders if each.name == "Households in the valley")


def test_a_condition_that_is_met_meanwhile_needs_no_reason_any_more(qtbot: QtBot) -> None:
    sheet = shown(qtbot, framed(framing=Framing(societal_problem="Floods.", public_value="Warning.")))
    click(sheet, "Move on to Interests")
    assert sheet.find(TextField, "Reason: The data sought").isVisible()
    sheet.document.put(("drafts", "d", "framing", "data_sought"), "Levels.", "change of data sought")
    assert sheet.says("Nothing stands in the way.")
    page_of(sheet).making.submit()
    assert draft_of(sheet).lifecycle.moves[0].overridden == ()


def test_there_is_one_primary_button_while_a_move_is_made_and_before(sheet: Sheet) -> None:
    def primaries() -> list[str]:
        settle()
        buttons = sheet.page.findChildren(Button)
        return [each.text() for each in buttons if each.isVisible() and each.kind == "primary"]

    assert primaries() == ["Move on to Interests"]
    choose_move(sheet, "Pause the work")
    assert primaries() == ["Pause the work"]
    click(sheet, "Cancel")
    assert primaries() == ["Move on to Interests"]


def test_undo_while_a_move_is_prepared_puts_away_what_is_no_longer_open(sheet: Sheet) -> None:
    click(sheet, "Move on to Interests")
    page_of(sheet).making.submit()
    choose_move(sheet, "Go back to Frame")
    sheet.document.undo()
    assert not page_of(sheet).making.isVisible()
    assert sheet.find(Button, "Move on to Interests").isVisible()


# ------------------------------------------------------------------------------- events, review and lessons


def test_an_event_is_recorded_with_kind_and_day(sheet: Sheet) -> None:
    click(sheet, "Record an event")
    line = sheet.find(AddLine, "Record an event")
    assert in_hand() is line
    kind = sheet.find(ChoiceField, "Kind of the next event")
    kind.setFocus()
    QTest.keyClicks(kind, "Urg")
    write(sheet.find(DateField, "Day of the next event"), "5 January 2027")
    write(line, "The dyke broke")
    QTest.keyClick(line, Key.Key_Return)
    (event,) = draft_of(sheet).lifecycle.events
    assert (event.kind, event.on, event.text) == ("urgency", dt.date(2027, 1, 5), "The dyke broke")
    assert in_hand() is line
    assert [flag.words for flag in table_of(sheet).lanes[0].flags] == [
        "5 January 2027, urgency: The dyke broke."
    ]
    assert sheet.find(FoldRow, "Events").said == "1 event"
    assert sheet.find(DateField, "Day of the next event").text() == ""
    sheet.document.undo()
    assert draft_of(sheet).lifecycle.events == ()


def test_a_day_that_cannot_be_read_is_said_and_nothing_typed_is_lost(sheet: Sheet) -> None:
    click(sheet, "Record an event")
    write(sheet.find(DateField, "Day of the next event"), "some day")
    assert sheet.says("Type a date, such as 2027-03-01.")
    line = sheet.find(AddLine, "Record an event")
    write(line, "The dyke broke")
    QTest.keyClick(line, Key.Key_Return)
    (event,) = draft_of(sheet).lifecycle.events
    assert (event.on, event.text) == (None, "The dyke broke")
    assert sheet.find(DateField, "Day of the next event").text() == "some day"


def test_an_event_is_changed_also_into_a_kind_of_ones_own_and_removed(flood: Sheet) -> None:
    (event,) = draft_of(flood).lifecycle.events
    flood.find(FoldRow, "Events").click()
    head = flood.find(FoldRow, "8 February 2026, urgency")
    head.click()
    kind = flood.find(ChoiceField, "Kind of event")
    kind.setFocus()
    QTest.keyClicks(kind, "In")
    own = flood.find(AddLine, "A kind in your own words")
    assert in_hand() is own
    QTest.keyClicks(own, "Dam watch")
    QTest.keyClick(own, Key.Key_Return)
    write(flood.find(DateField, "Day of the event"), "2026-02-09")
    field = flood.find(ProseField, "What happened")
    write(field, "The river rose.")
    assert head.text() == "9 February 2026, dam watch: The river rose."
    assert in_hand() is field
    QTest.keyClick(field, Key.Key_Escape)
    assert in_hand() is head
    QTest.keyClick(head, Key.Key_Delete)
    assert draft_of(flood).lifecycle.events == ()
    for _ in range(4):
        flood.document.undo()
    assert draft_of(flood).lifecycle.events == (event,)


def test_without_a_review_date_the_page_says_what_becomes_of_such_partnerships(sheet: Sheet) -> None:
    row = sheet.find(FoldRow, "Review date")
    assert row.said == "No review date: such partnerships tend to stay one-off."
    page_of(sheet).sections.review_row.findChildren(QAbstractButton)[-1].click()
    assert sheet.asked.explained[-1].citation == "CBS study summary"
    row.click()
    field = sheet.find(DateField, "Review date")
    write(field, "2027-09-01")
    assert draft_of(sheet).lifecycle.review_on == dt.date(2027, 9, 1)
    qt_wait_for(lambda: row.said == "To be reviewed on 1 September 2027.")
    write(field, "2027-03-01")
    qt_wait_for(lambda: row.said == "The review was due on 1 March 2027, 11 days ago.")
    write(field, "soon")
    assert sheet.says("Type a date, such as 2027-03-01.")
    sheet.document.undo()
    assert draft_of(sheet).lifecycle.review_on != dt.date(2027, 3, 1)


def test_lessons_are_typed_with_the_caret_staying_and_undone_at_once(sheet: Sheet) -> None:
    sheet.find(FoldRow, "Lessons").click()
    field = sheet.find(QPlainTextEdit, "Lessons")
    write(field, "Begin the budget.")
    for _ in range(7):
        QTest.keyClick(field, Key.Key_Left)
    QTest.keyClicks(field, "X")
    assert draft_of(sheet).lifecycle.lessons == "Begin the Xbudget."
    assert field.textCursor().position() == 11
    assert sheet.find(FoldRow, "Lessons").said == "Begin the Xbudget."
    sheet.document.undo()
    assert draft_of(sheet).lifecycle.lessons == ""


# --------------------------------------------------------------------------------------------------- the log


def test_the_log_tells_each_move_with_what_held_and_what_was_overridden(flood: Sheet) -> None:
    click(flood, "Move on to Win-wins")
    QTest.keyClicks(in_hand(), "They come next week")
    page_of(flood).making.submit()
    row = flood.find(FoldRow, "Log of moves")
    assert row.said == "2 moves, 2 conditions overridden"
    row.click()
    flood.find(FoldRow, "From Interests to Win-wins on 12 March 2027").click()
    assert flood.says("Overridden: 1 condition")
    assert flood.says("A weighted interest of Households in the valley: They come next week")
    assert flood.says("Held: 9 conditions")
    assert flood.says("Somebody who provides data")
    assert flood.says("Snapshot: Before moving to Win-wins.")


def test_a_reason_in_the_log_is_put_right(flood: Sheet) -> None:
    flood.find(FoldRow, "Log of moves").click()
    flood.find(FoldRow, "From Frame to Interests").click()
    field = flood.find(ProseField, "Why")
    write(field, "We wanted to.")
    assert draft_of(flood).lifecycle.moves[0].because == "We wanted to."
    qt_wait_for(lambda: lane(flood, "River flood")["interests"] == ["We wanted to."])
    assert in_hand() is field


def test_the_log_leads_back_to_how_the_draft_stood_before_a_move(sheet: Sheet) -> None:
    before = draft_of(sheet)
    click(sheet, "Move on to Interests")
    page_of(sheet).making.submit()
    moved = sheet.document.workbook
    sheet.find(FoldRow, "Log of moves").click()
    sheet.find(FoldRow, "From Frame to Interests").click()
    click(sheet, "What has changed since")
    assert sheet.asked.asked[-1] == ("go to", ("snapshots", moved.snapshots[0].id))
    click(sheet, "Go back to how it stood before")
    assert draft_of(sheet) == before
    assert len(sheet.document.workbook.snapshots) == 2
    assert sheet.says("No move yet: every draft begins at Frame")
    sheet.document.undo()
    assert sheet.document.workbook == moved


def test_each_move_of_the_log_knows_its_own_snapshot(sheet: Sheet) -> None:
    click(sheet, "Move on to Interests")
    page_of(sheet).making.submit()
    choose_move(sheet, "Pause the work")
    page_of(sheet).making.submit()
    first, second = sheet.document.workbook.snapshots
    sheet.find(FoldRow, "Log of moves").click()
    for name, kept in (("From Frame to Interests", first), ("From Interests to Paused", second)):
        sheet.find(FoldRow, name).click()
        click(sheet, "What has changed since")
        assert sheet.asked.asked[-1] == ("go to", ("snapshots", kept.id))


def test_a_move_whose_snapshot_is_gone_says_so(flood: Sheet) -> None:
    flood.find(FoldRow, "Log of moves").click()
    flood.find(FoldRow, "From Frame to Interests").click()
    assert flood.says("The snapshot taken before this move is no longer kept.")
    assert not any(
        each.text() == "What has changed since" and each.isVisible()
        for each in flood.page.findChildren(Button)
    )
