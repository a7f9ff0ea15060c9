"""What a facilitator sees and does on the page Lifecycle."""

import dataclasses
import datetime as dt
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import three_drafts
from tests.ui.pages.asking import Sheet, cut_sentences, opened, settle, with_look
from ui.charts.stage_table import StageTable
from ui.forms.add_line import AddLine
from ui.forms.choice_field import ChoiceField
from ui.forms.date_field import DateField
from ui.forms.fields import ProseField, TextField
from ui.forms.many_field import ManyField
from ui.page import Page
from ui.page_view import Topic
from ui.pages.lifecycle import PAGE
from ui.pages.lifecycle.condition_row import ConditionRow
from ui.pages.lifecycle.path_view import PathView
from ui.pages.lifecycle.topics import QUESTIONS, topic_of
from ui.pages.lifecycle.view import LifecyclePage
from ui.widgets import Button, CaseTile, Figure, RowButton
from ui.widgets.chip import Chip
from ui.widgets.fold_row import FoldRow
from workbook.edits.begin import empty_draft
from workbook.library.loader import load
from workbook.model.case import Case
from workbook.model.dimensions import Dimensions, Position
from workbook.model.draft import Draft
from workbook.model.framing import Framing
from workbook.model.lifecycle import Event, Lifecycle, Move
from workbook.model.mix import pick
from workbook.model.vocabulary import DIMENSIONS, STAGES, LifecyclePlace
from workbook.model.workbook import Workbook

NOW = dt.datetime(2027, 3, 12, 14, 30, tzinfo=dt.UTC)
LOOKS = [("light", 1.0), ("dark", 1.0), ("high_contrast", 1.0), ("light", 2.0)]
Key, Modifier = Qt.Key, Qt.KeyboardModifier
TIMED: Page = dataclasses.replace(
    PAGE, build=lambda document, requests: LifecyclePage(document, requests, lambda: NOW)
)


@pytest.fixture(autouse=True)
def usual_look(qtbot: QtBot) -> Iterator[None]:
    yield
    with_look("light", 1.0)


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


# ------------------------------------------------------------------------------------------------- the path


def test_the_page_says_where_the_draft_stands_and_why(sheet: Sheet) -> None:
    assert sheet.says("Frame, where every draft begins; no move yet.")
    assert standings(sheet) == ["here", *["ahead"] * 7]
    assert lane(sheet, "Ours") == {"frame": ["Every draft begins here."]}
    page_of(sheet).head.where.why.click()
    assert sheet.asked.explained[-1].rule.startswith("The stage is where the last move in the log led")


def test_stages_are_passed_passed_over_and_ahead(qtbot: QtBot) -> None:
    sheet = shown(qtbot, framed(lifecycle=moves("interests", "business_case", "paused")))
    assert standings(sheet) == ["passed", "passed", "skipped", "paused", "ahead", "ahead", "ahead", "ahead"]
    assert sheet.says("Paused at Business case, since 3 March 2027.")
    assert lane(sheet, "Ours")["business_case"] == ["Reason 2.", "Paused. Reason 3."]
    assert [each.when for each in table_of(sheet).lanes[0].cells[3]] == ["2 Mar 2027", "3 Mar 2027"]


def test_a_second_cycle_is_said(qtbot: QtBot) -> None:
    sheet = shown(qtbot, framed(lifecycle=moves("renewal", "win_wins")))
    assert sheet.says("Win-wins, in cycle 2, since 2 March 2027.")
    assert lane(sheet, "Ours")["win_wins"] == ["Cycle 2. Reason 2."]


def test_the_path_of_the_platform_is_shown_and_not_imposed(sheet: Sheet) -> None:
    (suggestion,) = table_of(sheet).suggestions
    assert (suggestion.platform, suggestion.stops) == ("social_issue", (0, 5))
    assert suggestion.words == "This may go quickly from the problem to the sharing, and may end there."
    page_of(sheet).path.asked.emit(suggestion.key, page_of(sheet).path.rect())
    assert sheet.asked.explained[-1].citation.startswith("Our own wording, after Susha et al. 2019")
    assert "Move on to Alignment" in offered(sheet)


def test_a_draft_that_is_not_placed_has_no_path_suggested(qtbot: QtBot) -> None:
    assert table_of(shown(qtbot, empty_draft("Empty"))).suggestions == ()


def test_events_are_flags_the_earliest_first(qtbot: QtBot) -> None:
    events = (
        Event(id="v1", kind="policy change", on=dt.date(2027, 2, 1), text="A new act"),
        Event(id="v2", kind="urgency", on=dt.date(2027, 1, 5), text="The dyke broke"),
        Event(id="v3", text="Somebody called"),
    )
    sheet = shown(qtbot, framed(lifecycle=Lifecycle(events=events)))
    assert [flag.words for flag in table_of(sheet).lanes[0].flags] == [
        "5 January 2027, urgency: The dyke broke.",
        "1 February 2027, policy change: A new act.",
        "Undated, event: Somebody called.",
    ]


# ----------------------------------------------------------------------------------------- beside the cases


def test_the_nearest_case_stands_beside_with_its_steps_and_its_silence(sheet: Sheet) -> None:
    steps = lane(sheet, "Flowminder")
    assert steps["frame"] == ["Not reported"]
    assert steps["sharing"][0] == "NCell agreed and shared the data, one time only."
    assert [flag.words.partition(":")[0] for flag in table_of(sheet).lanes[1].flags] == ["Trigger", "Closed"]
    assert table_of(sheet).lanes[1].note.startswith("Susha et al. 2019")


def test_a_step_answers_with_its_own_citation(sheet: Sheet) -> None:
    path = page_of(sheet).path
    spot = next(each for each in path.spots if each.said.startswith("Flowminder, Sharing: NCell"))
    path.asked.emit(spot.key, spot.rect.toAlignedRect())
    answer = sheet.asked.explained[-1]
    assert answer.words == "Flowminder, Sharing: NCell agreed and shared the data, one time only."
    assert answer.citation == "Susha et al. 2019, section 5.2 and Table 4; order and stage ours"
    assert [each.value for each in answer.inputs] == [
        "Opened by: Network effect of many requests, then Urgency."
    ]


def test_what_is_not_reported_answers_what_else_is_not(sheet: Sheet) -> None:
    path = page_of(sheet).path
    spot = next(each for each in path.spots if each.said == "Flowminder, Frame: Not reported.")
    path.asked.emit(spot.key, spot.rect.toAlignedRect())
    assert sheet.asked.explained[-1].words.startswith("Not reported of Flowminder: no step at Frame")


def test_several_cases_are_chosen_and_taken_away(sheet: Sheet) -> None:
    menu = sheet.find(ManyField, "Cases beside").made_menu()
    next(each for each in menu.actions() if each.text() == "New York State (envisaged)").trigger()
    menu.deleteLater()
    assert [each.who.name for each in table_of(sheet).lanes] == [
        "Ours",
        "Flowminder",
        "New York State (envisaged)",
    ]
    assert sheet.says("What opened Interests at New York State (envisaged)")
    chip = sheet.find(Chip, "Flowminder")
    chip.setFocus()
    QTest.keyClick(chip, Key.Key_Delete)
    assert [each.who.id for each in table_of(sheet).lanes] == ["d", "nys_food_traceability"]
    QTest.keyClick(sheet.find(Chip, "New York"), Key.Key_Delete)
    assert [each.who.id for each in table_of(sheet).lanes] == ["d"]
    assert sheet.says("No case stands beside.")
    assert sheet.document.history.count() == 0


def test_an_expected_step_is_said_to_be_expected(qtbot: QtBot) -> None:
    own = Case.model_validate(
        {
            "id": "own",
            "name": "Harbour",
            "citation": "Our own notes",
            "process": [
                {"stage": "frame", "text": "They met.", "citation": "Our own notes, page 2"},
                {"stage": "sharing", "text": "Data will flow.", "expected": True, "mechanisms": ["urgency"]},
            ],
        }
    )
    sheet = shown(qtbot, framed(), own_cases=(own,))
    page_of(sheet).head.beside.given.emit(("own",))
    (told,) = table_of(sheet).lanes[1].cells[5]
    assert (told.when, told.said) == ("Expected", "Harbour, Sharing: Expected: Data will flow.")
    (own_lane,) = [each for each in table_of(sheet).lanes if each.who.id == "own"]
    assert own_lane.note == "Our own notes, page 2"
    assert any(each.isVisible() for each in sheet.page.findChildren(CaseTile))


def test_beside_the_gate_stands_what_opened_it_what_is_not_tried_and_what_is_not_reported(
    flood: Sheet,
) -> None:
    page_of(flood).head.beside.given.emit(("floraholland",))
    assert flood.says("What opened Win-wins at FloraHolland")
    assert flood.says("Not reported what opened it.")
    assert flood.says("The authorities knew from the start")
    assert flood.says("FloraHolland used what has not been tried here:")
    assert flood.says("Not reported of FloraHolland: no step at Frame and Renewal")
    page_of(flood).head.beside.given.emit(("flowminder",))
    assert flood.says("Opened by: Network effect of many requests, then Urgency.")


def test_the_first_step_of_a_case_is_not_said_to_be_opened_by_anything(qtbot: QtBot) -> None:
    sheet = shown(qtbot, framed())
    page_of(sheet).head.beside.given.emit(("floraholland",))
    assert sheet.says("What opened Interests at FloraHolland")
    assert sheet.says("Not reported what opened it.")
    assert sheet.says("Frame: not reported.")


def test_after_the_last_step_of_a_case_nothing_is_made_up(qtbot: QtBot) -> None:
    sheet = shown(qtbot, framed(lifecycle=moves("scale_up")))
    assert sheet.says("After Scale-up at Flowminder")
    assert sheet.says("No later step is reported.")
    assert sheet.says("Scale-up: not reported.")


# ------------------------------------------------------------------------------------------------- the gate


def test_each_condition_says_whether_it_holds_and_answers_why(sheet: Sheet) -> None:
    assert conditions(sheet) == [
        "The societal problem in writing: met",
        "The data sought in writing: met",
        "The public value in writing: met",
        "At least six of the eight dimensions: met",
    ]
    sheet.find(Figure, "At least six").click()
    assert sheet.asked.explained[-1].value == "met"
    assert sheet.says("All 4 conditions of the gate out of Frame are met.")
    assert not sheet.says("asks for a reason")


def test_what_is_missing_leads_to_its_field(qtbot: QtBot) -> None:
    sheet = shown(qtbot, framed(framing=Framing(societal_problem="Floods.", public_value="Warning.")))
    assert conditions(sheet)[1] == "The data sought in writing: not met"
    click(sheet, "Write them")
    assert sheet.asked.asked[-1] == ("go to", ("drafts", "d", "framing", "data_sought"))
    assert sheet.says("What does not hold asks for a reason and a name; moving on is always possible.")


def test_a_condition_that_is_met_elsewhere_is_met_here_at_once(qtbot: QtBot) -> None:
    sheet = shown(qtbot, framed(framing=Framing(societal_problem="Floods.", public_value="Warning.")))
    sheet.document.put(("drafts", "d", "framing", "data_sought"), "Levels.", "change of data sought")
    assert conditions(sheet)[1] == "The data sought in writing: met"


def test_of_many_conditions_those_that_hold_fold_away(flood: Sheet) -> None:
    assert conditions(flood) == ["A weighted interest of Households in the valley: not met"]
    fold = flood.find(QAbstractButton, "9 conditions met, 2 not applicable")
    fold.click()
    assert len(conditions(flood)) == 12
    assert "not applicable" in conditions(flood)[-1]


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


def qt_wait_for(condition: object) -> None:
    """What is worked out after a pause in typing is there soon."""
    assert callable(condition)
    for _ in range(100):
        QTest.qWait(10)
        if condition():
            return
    raise AssertionError("it did not become so")


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


def test_a_move_whose_snapshot_is_gone_says_so(flood: Sheet) -> None:
    flood.find(FoldRow, "Log of moves").click()
    flood.find(FoldRow, "From Frame to Interests").click()
    assert flood.says("The snapshot taken before this move is no longer kept.")
    assert not any(
        each.text() == "What has changed since" and each.isVisible()
        for each in flood.page.findChildren(Button)
    )


# ---------------------------------------------------------------------------------------- the page as a whole


def test_everything_is_done_by_keyboard_alone(sheet: Sheet) -> None:
    stops = sheet.tab_stops()
    assert stops[:4] == [
        "Why? Frame, where every draft begins; no move yet.",
        "Flowminder (case)",
        "Cases beside: add",
        "Record an event",
    ]
    assert stops[5].startswith("Social issue: Frame, Sharing.")
    assert "Move on to Interests" in stops
    assert stops[-4:] == ["Review date", "Why a review date?", "Lessons", "Log of moves"]
    page_of(sheet).gate.next.setFocus()
    QTest.keyClick(in_hand(), Key.Key_Space)
    QTest.keyClicks(in_hand(), "Because")
    QTest.keyClick(in_hand(), Key.Key_Return, Modifier.ControlModifier)
    assert in_hand() is page_of(sheet).making.by
    QTest.keyClick(in_hand(), Key.Key_Return)
    assert draft_of(sheet).lifecycle.moves[0].because == "Because"


def test_arrow_keys_walk_the_path_and_enter_answers(sheet: Sheet) -> None:
    path = sheet.find(PathView)
    path.take_focus()
    cursor = path.cursor_
    assert in_hand() is cursor
    assert cursor.accessibleName().startswith("Social issue: Frame, Sharing.")
    QTest.keyClick(cursor, Key.Key_Down)
    for _ in STAGES:
        QTest.keyClick(cursor, Key.Key_Left)
    assert cursor.accessibleName().startswith("Frame. Frame, where every draft begins")
    QTest.keyClick(cursor, Key.Key_Right)
    assert cursor.accessibleName().startswith("Interests. Neither condition")
    QTest.keyClick(cursor, Key.Key_Return)
    assert sheet.asked.explained[-1].id == "lifecycle.gate.interests.d"
    QTest.keyClick(cursor, Key.Key_End)
    assert cursor.accessibleName() == "Flowminder, Renewal: Not reported."
    spot = path.spot
    assert spot is not None
    assert cursor.geometry().contains(spot.rect.center().toPoint())


@pytest.mark.parametrize(
    ("steps", "name"),
    [
        (("review_on",), "Review date"),
        (("lessons",), "Lessons"),
        (("events",), "Record an event"),
        (("events", "v1"), "Undated, urgency: It rained."),
        (("events", "v1", "on"), "Day of the event"),
        (("moves",), "Log of moves"),
        (("moves", "m1"), "From Frame to Interests on 1 March 2027 by Ines. Reason 1."),
        (("moves", "m1", "because"), "Why"),
        (("moves", "m1", "by"), "Who"),
        (("moves", "gone"), "Log of moves"),
    ],
)
def test_an_address_brings_its_field_into_hand(qtbot: QtBot, steps: tuple[str, ...], name: str) -> None:
    log = moves("interests").replace(events=(Event(id="v1", kind="urgency", text="It rained"),))
    sheet = shown(qtbot, framed(lifecycle=log))
    assert sheet.page.reveal(("drafts", "d", "lifecycle", *steps))
    settle()
    assert in_hand().accessibleName() == name


def test_the_lifecycle_as_a_whole_brings_the_path_into_hand(sheet: Sheet) -> None:
    assert sheet.page.reveal(("drafts", "d", "lifecycle"))
    assert in_hand() is page_of(sheet).path.cursor_


def test_the_guide_asks_about_the_part_in_hand(sheet: Sheet, qtbot: QtBot) -> None:
    assert topic(sheet).question == QUESTIONS["path"].ask
    assert topic(sheet).cases[0].text == "Not reported."
    with qtbot.waitSignal(sheet.page.topic_changed):
        sheet.find(FoldRow, "Review date").setFocus()
    assert topic(sheet).question == "On which day do we look at this again, whatever happens?"
    with qtbot.waitSignal(sheet.page.topic_changed):
        sheet.find(FoldRow, "Events").setFocus()
    assert "earthquake" in topic(sheet).cases[1].text
    with qtbot.waitSignal(sheet.page.topic_changed):
        sheet.find(Figure, "The societal problem").setFocus()
    assert topic(sheet).question.startswith("Are the problem, the data sought and the public value")


@pytest.mark.parametrize("field", QUESTIONS)
@pytest.mark.parametrize("stage", STAGES)
def test_the_guide_says_what_each_case_did_with_its_source(field: str, stage: str) -> None:
    (place,) = [each for each in STAGES if each == stage]
    told = topic_of(field, place, load())
    assert told.question.endswith("?")
    assert [note.case_id for note in told.cases] == ["floraholland", "flowminder", "nys_food_traceability"]
    assert all(note.text and note.citation.startswith("Susha et al. 2019") for note in told.cases)


def test_without_a_draft_the_page_says_what_belongs_here_and_offers_ways_in(qtbot: QtBot) -> None:
    sheet = opened(qtbot, TIMED, Workbook())
    assert sheet.says("The eight stages as a path, where the draft stands on it")
    sheet.find(RowButton, "Begin from Flowminder").click()
    settle()
    assert draft_of(sheet).begun_from is not None
    assert sheet.says("To leave Frame")
    assert in_hand() is page_of(sheet).gate.next


def test_the_path_is_saved_and_copied_like_any_picture(sheet: Sheet) -> None:
    menu = page_of(sheet).menu.made_menu()
    next(each for each in menu.actions() if each.text().startswith("Save")).trigger()
    menu.deleteLater()
    assert sheet.asked.saved == [page_of(sheet).path.picture]
    assert "Flowminder, Sharing: NCell agreed" in table_of(sheet).text


@pytest.mark.parametrize(("mode", "scale"), LOOKS)
@pytest.mark.parametrize("width", [530, 792, 1230])
def test_no_words_are_cut_in_any_look_at_any_width(qtbot: QtBot, mode: str, scale: float, width: int) -> None:
    with_look(mode, scale)
    sheet = opened(qtbot, TIMED, three_drafts(), width=round(width * scale))
    sheet.document.choose_draft("river-flood")
    page_of(sheet).head.beside.given.emit(("floraholland", "nys_food_traceability"))
    click(sheet, "Move on to Win-wins")
    for row in ("Events", "Review date", "Lessons", "Log of moves"):
        sheet.find(FoldRow, row).click()
    sheet.find(FoldRow, "From Frame to Interests").click()
    assert cut_sentences(sheet) == []
    assert sheet.page.width() <= sheet.area.viewport().width()
    path = page_of(sheet).path
    assert path.height() >= path.heightForWidth(path.width())
