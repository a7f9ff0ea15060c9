"""What a facilitator sees and does on the page Changes: two things compared."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.builders import three_drafts
from tests.ui.pages.asking import Asked, Sheet, opened, with_look
from tests.ui.pages.changing import (
    BEFORE_LUNCH,
    HARBOUR,
    HELD,
    LONG,
    OTHER,
    THEN,
    all_rows,
    at_that_time,
    choose,
    do,
    groups,
    in_hand,
    item,
    page_of,
    pair,
    row,
    rows,
    shown_with,
    summary,
)
from ui.pages.changes.change_row import Does
from ui.pages.changes.gain_rows import GainRow
from ui.pages.changes.pickers import CHOOSE, OPEN
from ui.pages.changes.sides import draft_key
from ui.pages.changes.wording import marked
from ui.requests import OtherWorkbook
from ui.widgets import Button, WhyMark, strong
from workbook.edits.begin import draft_from_case, empty_draft
from workbook.edits.drafts import duplicate_draft
from workbook.library.loader import load
from workbook.model.dimensions import Dimensions
from workbook.model.draft import BegunFrom, Draft
from workbook.model.mix import pick
from workbook.model.scenarios import Scenario
from workbook.model.scores import Score
from workbook.model.stakeholders import Interest, Stakeholder
from workbook.model.vocabulary import DIMENSIONS
from workbook.model.workbook import Workbook

Key = Qt.Key


@pytest.fixture(autouse=True)
def usual_look(qtbot: QtBot) -> Iterator[None]:
    yield
    with_look("light", 1.0)


@pytest.fixture
def sheet(qtbot: QtBot) -> Sheet:
    return opened(qtbot, at_that_time(), HELD, width=1028)


# ------------------------------------------------------------------------------------------- what is compared


def test_the_latest_snapshot_is_compared_with_the_draft_as_it_is(sheet: Sheet) -> None:
    assert pair(sheet) == ("Before lunch (Harbour, 1 March 2027, 12:00)", "Harbour, as it is now")
    assert summary(sheet) == "6 changes: 1 in Framing, 2 in Stakeholders, 2 in Scores, 1 in Lifecycle."
    assert groups(sheet) == {
        "Framing": "1 changed",
        "Stakeholders": "1 added, 1 removed",
        "Scores": "2 changed",
        "Lifecycle": "1 changed",
    }


def test_every_change_is_a_row_with_its_kind_in_a_word(sheet: Sheet) -> None:
    assert [each.accessibleName() for each in rows(sheet)][1:] == [
        "Removed: Removed the stakeholder “Press”.",
        "Added: Added the stakeholder “Drivers” with 1 interest.",
        "Changed: Hourly counts: the score of “Shorter queues” (Port) went from 1 to 3.",
        "Changed: Hourly counts: the score of “Cleaner air” (City) went from 1 to -1.",
        "Changed: The review date went from not said to 1 June 2027.",
    ]


def test_the_summary_says_why_this_number(sheet: Sheet) -> None:
    page_of(sheet).comparison.summary.why.click()
    (finding,) = sheet.asked.explained
    assert finding.value == 6
    assert ("Scores", 2) in [(each.name, each.value) for each in finding.inputs]


def test_long_texts_stand_whole_and_side_by_side(sheet: Sheet) -> None:
    holder = item(sheet, "The societal problem")
    assert holder.is_open
    assert sheet.says(LONG)
    assert sheet.says(THEN.framing.societal_problem)
    was, now = (
        next(each for each in holder.findChildren(QWidget) if getattr(each, "text", str)() == text)
        for text in (THEN.framing.societal_problem, LONG)
    )
    assert was.mapTo(holder, was.rect().topLeft()).y() == now.mapTo(holder, now.rect().topLeft()).y()
    assert was.mapTo(holder, was.rect().topRight()).x() < now.mapTo(holder, now.rect().topLeft()).x()


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("a b c", "a x c", (f"a {strong('b')} c", f"a {strong('x')} c")),
        ("one two three", "one two three four", ("one two three", f"one two three {strong('four')}")),
        ("quite another text", "nothing in common here", ("quite another text", "nothing in common here")),
        ("word " * 500, "word " * 501, ("word " * 500, "word " * 501)),
    ],
)
def test_what_differs_is_marked_where_two_texts_have_most_in_common(
    before: str, after: str, expected: tuple[str, str]
) -> None:
    assert marked(before, after) == expected


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Space])
def test_a_key_on_a_change_goes_to_its_field(sheet: Sheet, key: Qt.Key) -> None:
    line = row(sheet, "The review date")
    assert line.does is Does.GOES
    QTest.keyClick(line, key)
    assert sheet.asked.asked == [("go to", ("drafts", "d", "lifecycle", "review_on"))]


def test_a_click_goes_to_the_field_too_and_what_was_added_is_gone_to(sheet: Sheet) -> None:
    QTest.mouseClick(row(sheet, "“Drivers”"), Qt.MouseButton.LeftButton)
    assert sheet.asked.asked == [("go to", ("drafts", "d", "stakeholders", "drivers"))]


def test_what_is_gone_opens_here_to_show_what_it_was(sheet: Sheet) -> None:
    line = row(sheet, "“Press”")
    assert line.does is Does.OPENS
    assert not sheet.says("The standing: in the background")
    QTest.keyClick(line, Key.Key_Return)
    assert sheet.says("The standing: in the background")
    assert sheet.asked.asked == []
    QTest.keyClick(line, Key.Key_Return)
    assert not sheet.says("The standing: in the background")


def test_arrow_keys_go_from_change_to_change(sheet: Sheet) -> None:
    row(sheet, "“Press”").setFocus()
    QTest.keyClick(row(sheet, "“Press”"), Key.Key_Down)
    assert "“Drivers”" in in_hand(sheet)
    QTest.keyClick(row(sheet, "“Drivers”"), Key.Key_Down)
    assert "“Drivers”" in in_hand(sheet)


def test_gain_and_loss_are_told_with_a_sign_and_why(sheet: Sheet) -> None:
    told = [each.said.sentence.text() for each in page_of(sheet).comparison.gains.rows.findChildren(GainRow)]
    assert told == [
        "Port: from gains (+1) to gains (+3), 2 points better, in “Hourly counts”.",
        "City: from gains (+1) to worse off (-1), 2 points worse, in “Hourly counts”.",
        "Drivers: from not part of it to not yet known (-3 to +3), in “Hourly counts”.",
    ]
    sheet.find(WhyMark, "Why? City").click()
    (finding,) = sheet.asked.explained
    assert [each.address for each in finding.inputs] == [
        "snapshots/z1/draft/stakeholders/city",
        "drafts/d/stakeholders/city",
    ]


def test_who_fares_as_before_is_folded_away(qtbot: QtBot) -> None:
    now = THEN.replace(name="Harbour town")
    sheet = shown_with(qtbot, Workbook(drafts=(now,), snapshots=(BEFORE_LUNCH,)))
    gains = page_of(sheet).comparison.gains
    assert gains.same.head.text() == "2 as before"
    assert not sheet.says("Port: gains (+1) in both")
    gains.same.head.click()
    assert sheet.says("Port: gains (+1) in both")


def test_swapping_tells_it_the_other_way_round(sheet: Sheet) -> None:
    sheet.find(Button, "Swap").click()
    assert pair(sheet) == ("Harbour, as it is now", "Before lunch (Harbour, 1 March 2027, 12:00)")
    assert "Removed: Removed the stakeholder “Drivers” with 1 interest." in [
        each.accessibleName() for each in rows(sheet)
    ]


def test_going_back_in_time_still_leads_to_the_fields_of_the_draft(sheet: Sheet) -> None:
    sheet.find(Button, "Swap").click()
    row(sheet, "The review date").click()
    assert sheet.asked.asked == [("go to", ("drafts", "d", "lifecycle", "review_on"))]


def test_the_lists_offer_drafts_then_snapshots_of_this_draft_then_cases(sheet: Sheet) -> None:
    field = page_of(sheet).pickers.before
    words = [field.itemText(place) for place in range(field.count())]
    assert words[:5] == [
        "Harbour, as it is now",
        "Canal, as it is now",
        "Before lunch (Harbour, 1 March 2027, 12:00)",
        "Before moving to Interests (Harbour, 9 February 2027, 12:00)",
        "Case: FloraHolland",
    ]
    assert "Case: New York State (envisaged)" in words
    assert words[-1] == "A draft of another file…"


def test_two_snapshots_are_compared_and_nothing_of_it_leads_into_a_draft(sheet: Sheet) -> None:
    choose(sheet, "before", "snapshot:z0")
    choose(sheet, "after", "snapshot:z1")
    assert pair(sheet)[1].startswith("Before lunch")
    assert {each.does for each in all_rows(sheet)} == {Does.OPENS, Does.NOTHING}


def test_no_difference_is_said(sheet: Sheet) -> None:
    choose(sheet, "before", "draft:d")
    assert summary(sheet) == "No difference."
    assert rows(sheet) == []
    assert not page_of(sheet).comparison.groups.isVisible()


def test_a_case_is_compared_as_the_draft_one_would_begin_from_it(qtbot: QtBot) -> None:
    case = load().case("floraholland")
    draft = draft_from_case(case).replace(id="d", begun_from=BegunFrom(kind="case", id=case.id))
    sheet = shown_with(qtbot, Workbook(drafts=(draft,)))
    assert pair(sheet)[0] == "Case: FloraHolland"
    assert summary(sheet) == "No difference."


def test_a_copy_of_a_draft_differs_in_its_name_alone(qtbot: QtBot) -> None:
    workbook = duplicate_draft(three_drafts(), "cold-chain")
    copy = next(
        each for each in workbook.drafts if each.name.startswith("Cold chain") and each.id != "cold-chain"
    )
    sheet = shown_with(qtbot, workbook)
    page_of(sheet).pickers.chosen.emit(draft_key("cold-chain"), draft_key(copy.id))
    assert set(groups(sheet)) == {"About the draft"}


def test_many_changes_are_folded_and_one_sees_how_many_there_are(sheet: Sheet) -> None:
    choose(sheet, "before", "case:flowminder")
    number = len(load().case("flowminder").stakeholders)
    assert rows(sheet) == []
    assert groups(sheet)["Stakeholders"] == f"3 added, {number} removed"
    page_of(sheet).comparison.groups.items["stakeholders"].head.click()
    assert len(rows(sheet)) == 3 + number
    sheet.find(Button, "Open all").click()
    assert len(rows(sheet)) > 3 + number
    sheet.find(Button, "Fold all").click()
    assert rows(sheet) == []


def test_what_the_user_folded_stays_folded_when_something_changes(sheet: Sheet) -> None:
    page_of(sheet).comparison.groups.items["scores"].head.click()
    sheet.document.put(("drafts", "d", "summary"), "Anew.", "change of summary")
    assert groups(sheet)["About the draft"] == "1 changed"
    assert not page_of(sheet).comparison.groups.items["scores"].is_open
    assert page_of(sheet).comparison.groups.items["stakeholders"].is_open


def test_hundreds_of_changes_come_a_few_at_a_time(qtbot: QtBot) -> None:
    people = tuple(Stakeholder(id=f"s{number}", name=f"Party {number}") for number in range(300))
    many = HARBOUR.replace(id="many", stakeholders=people, scenarios=())
    sheet = shown_with(qtbot, HELD.replace(drafts=(HARBOUR, many)))
    page_of(sheet).pickers.chosen.emit(draft_key("d"), draft_key("many"))
    group = page_of(sheet).comparison.groups.items["stakeholders"]
    group.head.click()
    assert 0 < len(group.rows.rows) < 303
    qtbot.waitUntil(lambda: group.rows.is_whole)
    assert len(group.rows.rows) == 303
    assert len(rows(sheet)) == 303


def test_the_other_way_round_hundreds_of_gains_are_folded(qtbot: QtBot) -> None:
    people = tuple(
        Stakeholder(
            id=f"s{number}", name=f"Party {number}", interests=(Interest(id=f"i{number}x", text="Rest"),)
        )
        for number in range(40)
    )
    scored = tuple(Score(interest=f"i{number}x", value=1) for number in range(40))
    then = THEN.replace(stakeholders=people, scenarios=(Scenario(id="c1", name="Pool", scores=scored),))
    better = tuple(score.replace(value=2) for score in scored)
    now = then.replace(scenarios=(Scenario(id="c1", name="Pool", scores=better),))
    sheet = shown_with(qtbot, Workbook(drafts=(now,), snapshots=(BEFORE_LUNCH.replace(draft=then),)))
    gains = page_of(sheet).comparison.gains
    assert gains.told.head.text() == "40 better off"
    assert sheet.page.findChildren(GainRow) == []
    gains.told.head.click()
    qtbot.waitUntil(lambda: gains.rows.is_whole)
    assert len(sheet.page.findChildren(GainRow)) == 40


# ------------------------------------------------------------------------------------- what is compared first


def test_without_a_snapshot_a_draft_is_compared_with_what_it_was_begun_from(sheet: Sheet) -> None:
    sheet.document.choose_draft("o")
    assert pair(sheet) == ("Harbour, as it is now", "Canal, as it is now")


def test_begun_from_nothing_it_is_compared_with_the_nearest_case(qtbot: QtBot) -> None:
    placed = {dimension: {"mix": pick("societal_sector")} for dimension in DIMENSIONS}
    draft = empty_draft("Fields").replace(dimensions=Dimensions.model_validate(placed))
    sheet = shown_with(qtbot, Workbook(drafts=(draft,)))
    assert pair(sheet)[0] == "Case: New York State (envisaged)"


def test_where_nothing_lies_near_the_page_asks_for_something(qtbot: QtBot) -> None:
    sheet = shown_with(qtbot, Workbook(drafts=(empty_draft("Draft A").replace(id="d"),)))
    assert pair(sheet) == (CHOOSE, "Draft A, as it is now")
    assert sheet.says("Nothing lies near yet to compare this draft with.")
    assert not sheet.find(Button, "Swap").isEnabled()
    choose(sheet, "after", "case:flowminder")
    assert pair(sheet) == (CHOOSE, "Case: Flowminder")
    choose(sheet, "before", "draft:d")
    assert not sheet.says("Nothing lies near yet")
    assert "changes" in summary(sheet)


def test_what_was_chosen_stays_while_the_draft_that_is_looked_at_is_one_of_the_two(sheet: Sheet) -> None:
    choose(sheet, "after", "draft:o")
    chosen = pair(sheet)
    sheet.document.choose_draft("o")
    assert pair(sheet) == chosen
    choose(sheet, "before", "case:flowminder")
    sheet.document.choose_draft("d")
    assert pair(sheet)[1] == "Harbour, as it is now"
    sheet.document.choose_draft("o")
    assert pair(sheet) == ("Case: Flowminder", "Canal, as it is now")


def test_what_was_chosen_and_is_gone_gives_way_to_the_usual(sheet: Sheet) -> None:
    choose(sheet, "before", "snapshot:z0")
    do(sheet, "z0", "remove")
    assert pair(sheet)[0].startswith("Before lunch")


# ----------------------------------------------------------------------------------------------- another file


def another_file(*drafts: Draft) -> Asked:
    return Asked(other=OtherWorkbook(Path("/home/ines/north.partnership"), Workbook(drafts=drafts)))


def test_a_draft_of_another_file_is_compared_and_the_rest_of_it_is_offered(qtbot: QtBot) -> None:
    asked = another_file(THEN.replace(name="North"), OTHER.replace(name="South"))
    sheet = shown_with(qtbot, HELD, asked)
    choose(sheet, "before", OPEN)
    assert pair(sheet) == ("North, in north.partnership", "Harbour, as it is now")
    assert sheet.says("north.partnership (2 drafts, 0 snapshots)")
    field = page_of(sheet).pickers.after
    assert "South, in north.partnership" in [field.itemText(place) for place in range(field.count())]
    assert row(sheet, "The review date").does is Does.GOES


def test_nothing_leads_into_another_file(qtbot: QtBot) -> None:
    sheet = shown_with(qtbot, HELD, another_file(THEN.replace(name="North")))
    choose(sheet, "after", OPEN)
    choose(sheet, "before", "snapshot:z0")
    assert Does.GOES not in {each.does for each in all_rows(sheet)}
    choose(sheet, "before", "draft:d")
    sheet.find(WhyMark, "Why? Port").click()
    (finding,) = sheet.asked.explained
    assert [each.address for each in finding.inputs] == [None, None]
    assert finding.address is None


def test_what_is_the_same_by_its_name_leads_to_the_one_that_stands_here(qtbot: QtBot) -> None:
    port = Stakeholder(id="p9", name="Port", without_agreement="It goes on as it is.")
    north = HARBOUR.replace(stakeholders=(port, *HARBOUR.stakeholders[1:]), scenarios=())
    sheet = shown_with(qtbot, HELD, another_file(north))
    choose(sheet, "before", "draft:d")
    choose(sheet, "after", OPEN)
    assert sheet.says("Taken to be the same because of their names, with other ids: Port.")
    row(sheet, "Port: the situation without an agreement").click()
    assert sheet.asked.asked[-1] == ("go to", ("drafts", "d", "stakeholders", "port", "without_agreement"))


def test_thinking_better_of_it_leaves_what_was_chosen(sheet: Sheet) -> None:
    before = pair(sheet)
    choose(sheet, "before", OPEN)
    assert sheet.asked.asked == [("pick workbook",)]
    assert pair(sheet) == before


def test_a_file_without_a_draft_is_named_and_nothing_else_happens(qtbot: QtBot) -> None:
    sheet = shown_with(qtbot, HELD, another_file())
    before = pair(sheet)
    choose(sheet, "before", OPEN)
    assert pair(sheet) == before
    assert sheet.says("north.partnership (0 drafts, 0 snapshots)")
