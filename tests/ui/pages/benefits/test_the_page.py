"""Addresses, the guide, empty states, the keyboard and every look of the page."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.ui.pages.asking import Asked, Sheet, cut_sentences, opened, settle, with_look
from tests.ui.pages.benefits.showing import (
    CARRIER,
    CHOSEN,
    CLAUSE,
    RELEASE,
    Key,
    actions,
    at,
    choose,
    held_focus,
    rows,
    scenario,
    show,
    topic,
    view,
)
from ui.forms.add_line import AddLine
from ui.pages.benefits import PAGE
from ui.pages.benefits.part import ListPart
from ui.pages.benefits.topics import QUESTIONS, topic_key, topic_of
from ui.pages.benefits.view import PARTS
from ui.widgets import RowButton
from ui.widgets.drop_down import DropDown
from ui.widgets.fold_row import FoldRow
from workbook.edits.begin import empty_draft
from workbook.library.loader import load
from workbook.model.scenarios import Scenario
from workbook.model.workbook import Workbook

LOOKS = [("light", 1.0), ("dark", 1.0), ("high_contrast", 1.0), ("light", 2.0)]


@pytest.mark.parametrize(
    ("steps", "part", "name"),
    [
        (("benefits", "bc98m9amr"), "benefits", "Fewer loads spoiled at the quay"),
        (("benefits", "bc98m9amr", "owner"), "benefits", "Owner"),
        (("benefits", "bc98m9amr", "measured"), "benefits", "Measured: Fewer loads spoiled at the quay"),
        (("benefits", "bc98m9amr", "outcome"), "benefits", "Outcome: Fewer loads spoiled at the quay"),
        (("benefits", "bc98m9amr", "serves"), "benefits", "Serves: add"),
        (("benefits",), "benefits", "Add a benefit"),
        (("benefits", "gone"), "benefits", "Add a benefit"),
        (("costs", "kr5tja3xk", "amount"), "costs", "Amount"),
        (("alignment_actions", RELEASE, "due"), "alignment_actions", "Due"),
        (("alignment_actions", RELEASE, "status"), "alignment_actions", "Status: One release for"),
        (("business_cases", CARRIER), "business_cases", "Business case"),
        (("business_cases", CARRIER, "owner"), "business_cases", "Owner"),
        (("business_cases",), "business_cases", "Haverquay Cooperative of fruit importers"),
    ],
)
def test_an_address_leads_to_its_field(sheet: Sheet, steps: tuple[str, ...], part: str, name: str) -> None:
    assert sheet.page.reveal(at(CHOSEN, *steps))
    settle()
    assert view(sheet).choice.value == part
    assert held_focus().startswith(name)


def test_an_address_in_another_scenario_shows_that_one(sheet: Sheet) -> None:
    assert sheet.page.reveal(at("cwl3g20si", "costs", "kkir7bzh5", "amount"))
    settle()
    assert scenario(sheet).name == "Open records"
    assert held_focus() == "Amount"
    assert sheet.page.reveal(at("gone", "costs"))


def test_an_action_of_somebody_else_is_shown_when_it_is_looked_for(sheet: Sheet) -> None:
    part = actions(sheet)
    choose(sheet.find(DropDown, "Whose actions"), "+Oda Vesterhus")
    assert sheet.page.reveal(at(CHOSEN, "alignment_actions", CLAUSE))
    settle()
    assert held_focus().startswith("Clause that summaries")
    assert len(part.rows) == 3


def test_what_comes_back_by_undo_is_looked_for_and_found(sheet: Sheet) -> None:
    head = sheet.find(FoldRow, "Plug points")
    head.setFocus()
    QTest.keyClick(head, Key.Key_Delete)
    sheet.document.came_back.connect(sheet.page.reveal)
    show(sheet, "costs")
    sheet.document.undo()
    settle()
    assert held_focus() == "Plug points planned a shift ahead"


@pytest.mark.parametrize(
    ("part", "field", "key"),
    [
        ("benefits", "", "benefits"),
        ("benefits", "value", "value"),
        ("benefits", "expected_by", "expected"),
        ("benefits", "outcome", "measured"),
        ("costs", "owner", "costs"),
        ("alignment_actions", "because", "because"),
        ("business_cases", "business_cases", "business_cases"),
    ],
)
def test_each_field_has_a_topic(part: str, field: str, key: str) -> None:
    assert topic_key(part, field) == key


def test_the_guide_follows_the_part_and_the_field_in_hand(sheet: Sheet, qtbot: QtBot) -> None:
    assert topic(sheet).question == QUESTIONS["benefits"].ask
    with qtbot.waitSignal(sheet.page.topic_changed):
        sheet.find(QPlainTextEdit, "Measured: Sound loads").setFocus()
    assert topic(sheet).question == QUESTIONS["measured"].ask
    with qtbot.waitSignal(sheet.page.topic_changed):
        show(sheet, "business_cases")
    assert topic(sheet).question == "What will you say tomorrow to those who did not sit at this table?"


@pytest.mark.parametrize("field", QUESTIONS)
def test_the_guide_says_what_each_case_did_with_its_source(field: str) -> None:
    notes = topic_of(field, load()).cases
    assert [note.case_id for note in notes] == ["floraholland", "flowminder", "nys_food_traceability"]
    assert all(note.text.endswith(".") and note.citation for note in notes)


def test_the_guide_says_what_the_sources_leave_out() -> None:
    flora, minder, state = topic_of("measured", load()).cases
    assert flora.text == "Not reported: measured benefits: the source reports what was aimed for."
    assert minder.text == "Not reported: measured benefits."
    flora, minder, state = topic_of("business_cases", load()).cases
    assert "business case was made explicit" in flora.text
    assert minder.text == "Not reported: a business case on the operator's side."
    assert state.text.startswith("Not reported: the search for win-wins, the business cases")


def test_without_a_draft_the_page_says_what_belongs_here_and_begins_one(qtbot: QtBot) -> None:
    sheet = opened(qtbot, PAGE, Workbook())
    assert sheet.says("Will it deliver?")
    assert not sheet.page.reveal(("drafts", "x", "scenarios"))
    sheet.find(RowButton, "Begin an empty draft").click()
    settle()
    assert sheet.says("It needs a scenario first.")
    assert held_focus() == "Name a scenario"


def test_a_draft_begun_from_a_case_brings_what_its_source_reports(qtbot: QtBot) -> None:
    sheet = opened(qtbot, PAGE, Workbook())
    sheet.find(RowButton, "Begin from New York State (envisaged)").click()
    settle()
    assert sheet.find(DropDown, "Scenario").currentText().startswith("As in New York State (envisaged)")
    assert sheet.find(AddLine, "Add a benefit").hasFocus()
    assert rows(sheet)


@pytest.mark.parametrize(
    ("way", "page"), [("Name a scenario", "scenarios"), ("Name the stakeholders", "stakeholders")]
)
def test_without_a_scenario_it_leads_to_where_one_is_named(qtbot: QtBot, way: str, page: str) -> None:
    asked = Asked()
    sheet = opened(qtbot, PAGE, Workbook(drafts=(empty_draft(),)), asked)
    sheet.find(RowButton, way).click()
    assert asked.asked == [("page", page)]


def test_a_scenario_on_which_nothing_is_written_asks_the_question_of_each_part(qtbot: QtBot) -> None:
    bare = empty_draft().replace(scenarios=(Scenario(id="c", name="Pool"),))
    sheet = opened(qtbot, PAGE, Workbook(drafts=(bare,)))
    for part, asks in (
        ("benefits", "Who would have what that nobody has today?"),
        ("costs", "What would it cost whom, in money, work or exposure?"),
        ("alignment_actions", "Which rules, systems and procedures have to fit first?"),
    ):
        show(sheet, part)
        assert sheet.says(asks)


def test_tab_goes_through_the_page_in_the_order_of_reading(sheet: Sheet) -> None:
    stops = sheet.tab_stops()
    assert stops[:8] == [
        "Benefits",
        "Scenario",
        "Why? None of 5 benefits is measured yet.",
        "Why? Everyone who provides data has a benefit of its own.",
        "Sound loads leave within a day, at an hour known beforehand",
        "Measured: Sound loads leave within a day, at an hour known beforehand",
        "Fewer loads spoiled at the quay",
        "Measured: Fewer loads spoiled at the quay",
    ]
    assert stops[-1] == "Add a benefit"


@pytest.mark.parametrize(("mode", "scale"), LOOKS)
@pytest.mark.parametrize("width", [460, 792, 1180])
def test_no_word_is_cut_and_nothing_scrolls_sideways_in_any_part(
    sheet: Sheet, mode: str, scale: float, width: int
) -> None:
    with_look(mode, scale)
    sheet.area.resize(round(width * scale), 668)
    for part, _ in PARTS:
        show(sheet, part)
        shown = view(sheet).part
        if isinstance(shown, ListPart):
            next(iter(shown.rows.values())).open()
        assert cut_sentences(sheet) == []
        assert sheet.page.minimumSizeHint().width() <= sheet.area.viewport().width()
