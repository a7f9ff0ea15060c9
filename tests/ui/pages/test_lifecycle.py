"""What a facilitator sees on the page Lifecycle: the path, the cases beside it, the gate ahead."""

import datetime as dt
from collections.abc import Iterator

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from tests.builders import three_drafts
from tests.ui.pages.asking import Sheet, cut_sentences, opened, settle, with_look
from tests.ui.pages.lifecycles import (
    LOOKS,
    TIMED,
    Key,
    Modifier,
    click,
    conditions,
    draft_of,
    framed,
    in_hand,
    lane,
    moves,
    offered,
    page_of,
    shown,
    standings,
    table_of,
    topic,
)
from ui.forms.many_field import ManyField
from ui.pages.lifecycle.path_view import PathView
from ui.pages.lifecycle.topics import QUESTIONS, topic_of
from ui.widgets import CaseTile, Figure, RowButton
from ui.widgets.chip import Chip
from ui.widgets.fold_row import FoldRow
from workbook.edits.begin import empty_draft
from workbook.library.loader import load
from workbook.model.case import Case
from workbook.model.framing import Framing
from workbook.model.lifecycle import Event, Lifecycle
from workbook.model.vocabulary import STAGES
from workbook.model.workbook import Workbook


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
