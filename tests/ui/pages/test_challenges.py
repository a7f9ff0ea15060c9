"""What a facilitator sees and does on the page of challenges, readiness and enablers."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QRadioButton
from pytestqt.qtbot import QtBot

from tests.builders import three_drafts
from tests.ui.pages.asking import Asked, Sheet, cut_sentences, opened, settle, with_look
from tests.whole.seeing import CHECKS
from tests.whole.seeing import Sheet as Seen
from ui.forms.add_line import AddLine
from ui.forms.choice_field import ChoiceField, SegmentedField
from ui.page_view import Topic
from ui.pages.challenges import PAGE
from ui.pages.challenges.enabler_row import EnablerRow
from ui.pages.challenges.view import ChallengesPage, View
from ui.widgets import Button, RowButton, WhyMark
from ui.widgets.fold_row import FoldRow
from ui.widgets.item_row import ItemRow
from ui.widgets.offer_row import OfferRow
from workbook.edits.begin import empty_draft
from workbook.model.challenges import Challenge, Enabler, ReadinessEntry
from workbook.model.draft import Draft
from workbook.model.workbook import OwnEntry, Workbook

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
HOMES, BURGLARS, POWER = "huutoh5tx", "hynv1oc8k", "hpnt5019e"
CLEANING = "How much cleaning would the data need"
WORTH_TO_BURGLARS = "What is the worst that somebody could do with the data?"
LOOKS = [
    ("light", 1.0, 480),
    ("light", 1.0, 792),
    ("dark", 1.0, 1180),
    ("high_contrast", 1.0, 792),
    ("light", 2.0, 588),
]
"""Mode, scale of the text, and logical width."""


@pytest.fixture
def sheet(qtbot: QtBot) -> Sheet:
    """The river flood: five challenges of four kinds."""
    return page_of(qtbot, "river-flood")


@pytest.fixture(autouse=True)
def usual_look(qtbot: QtBot) -> Iterator[None]:
    yield
    with_look("light", 1.0)


def page_of(qtbot: QtBot, draft_id: str, width: int = 792, asked: Asked | None = None) -> Sheet:
    book = three_drafts()
    first = [draft for draft in book.drafts if draft.id == draft_id]
    others = [draft for draft in book.drafts if draft.id != draft_id]
    return opened(qtbot, PAGE, book.replace(drafts=(*first, *others)), asked, width)


def view(sheet: Sheet) -> ChallengesPage:
    assert isinstance(sheet.page, ChallengesPage)
    return sheet.page


def look_at(sheet: Sheet, which: View) -> None:
    view(sheet).show_view(which)
    settle()


def draft(sheet: Sheet) -> Draft:
    found = sheet.document.draft
    assert found is not None
    return found


def challenge(sheet: Sheet, key: str) -> Challenge:
    return next(each for each in draft(sheet).challenges if each.id == key)


def enabler_row(sheet: Sheet, name: str) -> EnablerRow:
    return next(each for each in view(sheet).enablers.rows.values() if each.head.text() == name)


def choose(field: ChoiceField, words: str) -> None:
    place = field.findText(words)
    field.setCurrentIndex(place)
    field.activated.emit(place)


def answer(field: SegmentedField, words: str) -> None:
    next(each for each in field.findChildren(QRadioButton) if each.text() == words).click()
    settle()


def paste(line: QLineEdit, text: str) -> None:
    line.setFocus()
    QApplication.clipboard().setText(text)
    line.paste()


def write(text: str) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClicks(widget, text)


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key, held)
    settle()


def topic(sheet: Sheet) -> Topic:
    said = sheet.page.topic()
    assert said is not None
    return said


def held_focus() -> str:
    widget = QApplication.focusWidget()
    return "" if widget is None else widget.accessibleName()


# ----------------------------------------------------------------------------------------- kinds of challenge


def test_the_seven_kinds_stand_in_their_order_with_how_they_stand(sheet: Sheet) -> None:
    rows = [each.entry for each in view(sheet).list.rows.values()]
    assert [(each.name, each.said) for each in rows] == [
        ("Information", "2 challenges, 1 open"),
        ("Technology", "1 challenge, open"),
        ("Managerial", "1 challenge, open"),
        ("Organisational", "Not looked at yet"),
        ("Policy", "Not looked at yet"),
        ("Political", "1 challenge, open"),
        ("Contextual", "Not looked at yet"),
    ]


def test_the_sentence_at_the_head_says_what_needs_the_room_and_answers_why(qtbot: QtBot) -> None:
    asked = Asked()
    sheet = page_of(qtbot, "river-flood", asked=asked)
    assert sheet.says("5 challenges: 4 open and 1 handled. Nobody has looked at these kinds of challenge yet")
    sheet.find(WhyMark, "Why? 5 challenges").click()
    assert [each.id for each in asked.explained] == ["obstacles.summary.river-flood"]


def test_first_the_first_kind_of_which_a_challenge_is_named_is_shown(qtbot: QtBot) -> None:
    assert view(page_of(qtbot, "cold-chain")).kind.id == "technology"


def test_another_kind_is_chosen_by_keyboard_and_none_can_be_moved(sheet: Sheet) -> None:
    row = sheet.find(ItemRow, "Information")
    assert "moves" not in row.accessibleDescription()
    row.setFocus()
    press(Key.Key_Down)
    assert view(sheet).kind.id == "technology"
    assert held_focus() == "Technology"
    assert sheet.says("The systems, standards and tools that sharing runs on.")
    before = sheet.document.workbook
    press(Key.Key_Down, ALT)
    press(Key.Key_Delete)
    assert sheet.document.workbook is before


def test_a_kind_of_which_nothing_is_named_offers_questions(sheet: Sheet) -> None:
    view(sheet).show_kind("policy")
    assert sheet.says("None is named yet. Ask the room one of the questions below")
    offer = sheet.find(OfferRow, "Which rule would have to exist")
    assert offer.accessibleDescription().startswith("Programmes without clear rules. Many social programmes")
    assert "Gil-Garcia et al. 2019, Policy challenges" in offer.accessibleDescription()


def test_the_cases_that_report_a_challenge_of_the_kind_say_so(sheet: Sheet) -> None:
    view(sheet).show_kind("policy")
    labels = [each for each in sheet.sentences if each in {"FloraHolland", "Red Angel", "Flowminder"}]
    assert labels == ["FloraHolland", "Red Angel"]
    assert sheet.says("New York State (envisaged)")
    view(sheet).show_kind("contextual")
    assert sheet.says("CBS")


# ------------------------------------------------------------------------------------------------ challenges


def test_one_click_takes_a_question_up_and_the_keyboard_goes_on_to_its_words(sheet: Sheet) -> None:
    sheet.find(OfferRow, CLEANING).click()
    settle()
    made = draft(sheet).challenges[-1]
    assert (made.category, made.prompt, made.text) == ("information", "Years of low-quality data", "")
    assert held_focus() == "What stands in the way"
    assert sheet.says("Years of low-quality data. How much cleaning would the data need")
    write("Five years")
    assert draft(sheet).challenges[-1].text == "Five years"
    assert sheet.find(FoldRow, "Five years").isVisible()
    sheet.document.undo()
    sheet.document.undo()
    assert len(draft(sheet).challenges) == 5


def test_a_question_that_was_taken_up_has_a_tick_and_leads_to_its_challenge(sheet: Sheet) -> None:
    offer = sheet.find(OfferRow, WORTH_TO_BURGLARS)
    assert offer.is_taken
    assert not sheet.find(OfferRow, CLEANING).is_taken
    offer.click()
    settle()
    assert len(draft(sheet).challenges) == 5
    assert view(sheet).one.rows[BURGLARS].is_open


def test_own_words_are_added_with_enter_and_the_line_waits_for_the_next(sheet: Sheet) -> None:
    view(sheet).show_kind("policy")
    line = sheet.find(AddLine, "Add a challenge")
    line.setFocus()
    write("No law for this")
    press(Key.Key_Return)
    made = draft(sheet).challenges[-1]
    assert (made.text, made.category, made.status, made.severity) == (
        "No law for this",
        "policy",
        "open",
        None,
    )
    assert line.hasFocus()
    assert view(sheet).list.rows["policy"].entry.said == "1 challenge, open"
    assert sheet.document.history.undoText() == "adding a challenge"


def test_the_kind_in_view_stays_in_view_when_the_first_challenge_of_all_is_added(qtbot: QtBot) -> None:
    sheet = opened(qtbot, PAGE, Workbook(drafts=(empty_draft(),)))
    view(sheet).show_kind("political")
    sheet.find(OfferRow, "Which headline do you fear?").click()
    assert view(sheet).kind.id == "political"
    assert draft(sheet).challenges[0].prompt == "Fear of public questioning"


def test_pasted_lines_add_many_with_what_their_cells_say(sheet: Sheet) -> None:
    paste(
        sheet.find(AddLine, "Add a challenge"),
        "Old maps\tHigh\tRedraw them\tAda\n- Two names for a street\tHandled\n",
    )
    maps, names = draft(sheet).challenges[-2:]
    assert (maps.text, maps.severity, maps.mitigation, maps.owner) == (
        "Old maps",
        "high",
        "Redraw them",
        "Ada",
    )
    assert (names.text, names.status) == ("Two names for a street", "handled")
    assert sheet.says("2 challenges added.")
    sheet.find(Button, "Undo").click()
    assert len(draft(sheet).challenges) == 5


def test_severity_status_owner_and_remedy_are_given_and_change_the_sentence(sheet: Sheet) -> None:
    choose(sheet.find(ChoiceField, "Severity"), "Not said")
    assert challenge(sheet, HOMES).severity is None
    assert sheet.document.history.undoText() == "change of severity"
    choose(sheet.find(ChoiceField, "Status"), "Accepted")
    assert challenge(sheet, HOMES).status == "accepted"
    assert sheet.says("5 challenges: 3 open, 1 handled and 1 accepted.")
    owner = sheet.find(QPlainTextEdit, "Owner")
    owner.setFocus()
    owner.selectAll()
    write("Ada")
    assert challenge(sheet, HOMES).owner == "Ada"
    remedy = sheet.find(QPlainTextEdit, "What to do about it")
    remedy.setFocus()
    remedy.selectAll()
    write("Ask")
    assert challenge(sheet, HOMES).mitigation == "Ask"


def test_a_severe_challenge_that_loses_its_owner_is_named_in_the_sentence(sheet: Sheet) -> None:
    owner = sheet.find(QPlainTextEdit, "Owner")
    owner.setFocus()
    owner.selectAll()
    press(Key.Key_Delete)
    assert sheet.says(
        "Of 2 open challenges of high severity 1 has no owner: “The two smallest neighbourhoods"
    )


def test_a_challenge_can_be_put_under_another_kind(sheet: Sheet) -> None:
    choose(sheet.find(ChoiceField, "Kind"), "Technology")
    assert challenge(sheet, HOMES).category == "technology"
    assert view(sheet).kind.id == "information"
    assert list(view(sheet).one.rows) == [BURGLARS]
    sheet.document.undo()
    assert list(view(sheet).one.rows) == [HOMES, BURGLARS]


def test_typing_keeps_the_caret_and_is_one_step_of_undo(sheet: Sheet) -> None:
    field = sheet.find(QPlainTextEdit, "What stands in the way")
    field.setFocus()
    cursor = field.textCursor()
    cursor.setPosition(4)
    field.setTextCursor(cursor)
    write("very ")
    assert field.textCursor().position() == 9
    assert challenge(sheet, HOMES).text.startswith("The very two smallest")
    assert sheet.document.history.count() == 1


def test_a_closed_row_says_what_is_known_of_it(sheet: Sheet) -> None:
    row = sheet.find(FoldRow, "A map of empty streets")
    assert row.said == "Medium severity · handled · Greta Holm · Only on the crisis centre's own screens."
    view(sheet).show_kind("managerial")
    settle()
    head = sheet.find(FoldRow, "The network's duty desk")
    head.setFocus()
    press(Key.Key_Return)
    assert head.said == "Medium severity · open · Priya Lindqvist · nothing to do about it yet"


def test_removing_says_so_and_one_undo_brings_it_back(sheet: Sheet) -> None:
    before = sheet.document.workbook
    head = sheet.find(FoldRow, "The two smallest")
    head.setFocus()
    press(Key.Key_Delete)
    assert [each.id for each in draft(sheet).challenges][:1] == [BURGLARS]
    assert sheet.says("“The two smallest neighbourhoods have fewer than 200 homes” is removed.")
    assert held_focus().startswith("A map of empty streets")
    sheet.find(Button, "Undo").click()
    assert sheet.document.workbook == before


def test_the_last_of_its_kind_can_be_removed_and_its_kind_stays_in_view(qtbot: QtBot) -> None:
    sheet = page_of(qtbot, "cold-chain")
    sheet.find(Button, "Remove this challenge").click()
    settle()
    assert view(sheet).kind.id == "technology"
    assert sheet.says("None is named yet.")
    assert held_focus() == "Add a challenge"


def test_challenges_change_places_within_their_kind(sheet: Sheet) -> None:
    choose(sheet.find(ChoiceField, "Kind"), "Technology")
    view(sheet).show_kind("technology")
    settle()
    assert list(view(sheet).one.rows) == [HOMES, POWER]  # another kind stands between them
    sheet.find(FoldRow, "The two smallest").setFocus()
    press(Key.Key_Down, ALT)
    assert list(view(sheet).one.rows) == [POWER, HOMES]
    assert held_focus().startswith("The two smallest")


def test_a_prompt_of_the_room_s_own_stands_under_every_kind(sheet: Sheet) -> None:
    line = sheet.find(AddLine, "Add a question of your own")
    line.setFocus()
    write("What would your mother say?")
    press(Key.Key_Return)
    entry = sheet.document.workbook.own_entries[-1]
    assert (entry.catalogue, entry.name) == ("challenge_prompts", "What would your mother say?")
    view(sheet).show_kind("political")
    sheet.find(OfferRow, "What would your mother say?").click()
    made = draft(sheet).challenges[-1]
    assert (made.category, made.prompt) == ("political", "What would your mother say?")
    sheet.find(Button, "Remove “What would your mother say?”").click()
    assert entry not in sheet.document.workbook.own_entries
    assert challenge(sheet, made.id).prompt == "What would your mother say?"
    assert sheet.says("What was taken from it stays.")
    sheet.document.undo()
    assert entry in sheet.document.workbook.own_entries


def test_a_kind_of_the_workbook_s_own_stands_beside_the_seven(qtbot: QtBot) -> None:
    own = OwnEntry(id="o9", catalogue="challenge_categories", name="Ethical", explanation="What is right.")
    book = three_drafts()
    sheet = opened(qtbot, PAGE, book.replace(own_entries=(*book.own_entries, own)))
    view(sheet).show_kind("o9")
    assert sheet.says("What is right.")
    line = sheet.find(AddLine, "Add a challenge")
    line.setFocus()
    write("Is it fair?")
    press(Key.Key_Return)
    assert draft(sheet).challenges[-1].category == "o9"


# ------------------------------------------------------------------------------------------------- readiness


def test_how_ready_the_partners_are_is_said_in_words_with_what_is_not_said(sheet: Sheet) -> None:
    look_at(sheet, "readiness")
    assert sheet.says(
        "Partly in place: trusted social networks; absent: interoperable technical infrastructure; "
        "not said: shared information and integrated data."
    )
    assert [each.level.value for each in view(sheet).readiness.components.values()] == [
        "partly",
        "",
        "",
        "absent",
    ]


def test_a_level_is_given_and_taken_back(sheet: Sheet) -> None:
    look_at(sheet, "readiness")
    level = view(sheet).readiness.components["integrated_data"].level
    answer(level, "In place")
    assert ReadinessEntry(component="integrated_data", level="in_place") in draft(sheet).readiness
    assert sheet.document.history.undoText() == "change of readiness"
    answer(level, "Not said")
    assert "integrated_data" not in [each.component for each in draft(sheet).readiness]
    sheet.document.undo()
    assert level.value == "in_place"


def test_typing_in_the_middle_of_a_note_keeps_the_caret(sheet: Sheet) -> None:
    look_at(sheet, "readiness")
    note = sheet.find(QPlainTextEdit, "Trusted social networks: note")
    note.setFocus()
    cursor = note.textCursor()
    cursor.setPosition(6)
    note.setTextCursor(cursor)
    write("x y")
    assert note.textCursor().position() == 9
    assert draft(sheet).readiness[-1].note.startswith("River x yAid")


def test_a_note_is_typed_where_nothing_was_said_yet(sheet: Sheet) -> None:
    look_at(sheet, "readiness")
    note = sheet.find(QPlainTextEdit, "Shared information: note")
    note.setFocus()
    write("By post")
    assert ReadinessEntry(component="shared_information", note="By post") in draft(sheet).readiness
    assert sheet.document.history.count() == 1
    sheet.document.undo()
    assert note.toPlainText() == ""
    assert "shared_information" not in [each.component for each in draft(sheet).readiness]


# -------------------------------------------------------------------------------------------------- enablers


def test_the_enablers_of_the_sources_stand_in_their_order_with_their_advice(sheet: Sheet) -> None:
    look_at(sheet, "enablers")
    names = [each.head.text() for each in view(sheet).enablers.rows.values()]
    assert (names[0], names[-1]) == ("Stakeholders take part in decisions", "A need that persists")
    assert len(names) == 16
    head = sheet.find(FoldRow, "Shared goals of open government")
    assert head.said == "Advice: write a plan for open government."
    assert sheet.find(FoldRow, "An urgency that both sides feel").said == "Everyone remembers February."
    assert sheet.says("None of them proves a cause.")


def test_whether_it_is_there_is_answered_in_the_row(sheet: Sheet) -> None:
    look_at(sheet, "enablers")
    row = enabler_row(sheet, "Measured performance")
    assert row.present.value == ""
    answer(row.present, "Missing")
    made = draft(sheet).enablers[-1]
    assert (made.kind, made.present) == ("Measured performance", False)
    assert sheet.says("missing: rules that outlast people and measured performance.")
    answer(row.present, "Not said")
    assert made.id not in [each.id for each in draft(sheet).enablers]
    sheet.document.undo()
    assert row.present.value == "no"


def test_an_open_enabler_says_first_what_kind_of_finding_it_is(sheet: Sheet) -> None:
    look_at(sheet, "enablers")
    enabler_row(sheet, "Stakeholders take part in decisions").open()
    assert sheet.says("Association in a survey. City governments provide data more often")
    assert sheet.says("Fusi brief, Figure 3 and Recommendations")


def test_own_words_on_an_enabler_of_the_list_make_it_one_of_the_draft(sheet: Sheet) -> None:
    look_at(sheet, "enablers")
    enabler_row(sheet, "Aligned interests").open()
    settle()
    field = sheet.find(QPlainTextEdit, "Aligned interests: in your own words")
    field.setFocus()
    write("All want it")
    made = draft(sheet).enablers[-1]
    assert (made.kind, made.text, made.present) == ("Aligned interests", "All want it", None)
    assert field.hasFocus()
    sheet.document.undo()
    assert field.toPlainText() == ""
    assert made.id not in [each.id for each in draft(sheet).enablers]


def test_own_enablers_are_added_renamed_and_removed(sheet: Sheet) -> None:
    look_at(sheet, "enablers")
    line = sheet.find(AddLine, "Add what helps")
    line.setFocus()
    write("A warm summer")
    press(Key.Key_Return)
    made = draft(sheet).enablers[-1]
    assert made == Enabler(id=made.id, kind="A warm summer")
    assert sheet.says("In your own words")
    enabler_row(sheet, "A warm summer").open()
    settle()
    name = sheet.find(QLineEdit, "What helps")
    name.setFocus()
    name.selectAll()
    write("A dry summer")
    assert draft(sheet).enablers[-1].kind == "A dry summer"
    sheet.find(Button, "Remove it").click()
    settle()
    assert sheet.says("“A dry summer” is removed.")
    assert len(draft(sheet).enablers) == 2
    sheet.find(Button, "Undo").click()
    assert draft(sheet).enablers[-1].kind == "A dry summer"


def test_own_enablers_change_places_wherever_those_of_the_list_stand(qtbot: QtBot) -> None:
    kinds = ("A warm summer", "Measured performance", "A council motion", "Goodwill towards residents")
    held = tuple(Enabler(id=f"e{place}", kind=kind) for place, kind in enumerate(kinds))
    sheet = opened(qtbot, PAGE, Workbook(drafts=(Draft(id="d", enablers=held),)))
    look_at(sheet, "enablers")
    enabler_row(sheet, "A warm summer").head.setFocus()
    press(Key.Key_Down, ALT)
    assert [each.head.text() for each in view(sheet).enablers.rows.values()][-2:] == [
        "A council motion",
        "A warm summer",
    ]
    assert held_focus() == "A warm summer"


def test_an_enabler_in_own_words_of_the_draft_stands_below_the_list(qtbot: QtBot) -> None:
    sheet = page_of(qtbot, "school-meals")
    look_at(sheet, "enablers")
    row = enabler_row(sheet, "A council motion that everybody knows")
    assert row.present.value == "yes"
    assert row.head.said == "Passed in June with all votes."
    row.head.setFocus()
    press(Key.Key_Delete)
    assert len(draft(sheet).enablers) == 1
    assert held_focus() == "Add what helps"


# --------------------------------------------------------------------------------------- guide, going, empty


def test_the_guide_asks_about_the_kind_and_the_field_in_hand(sheet: Sheet) -> None:
    assert topic(sheet).question == "If this fails in two years, what will have been the reason?"
    assert topic(sheet).about.startswith("Information: what is to be shared")
    notes = {note.case_id: note.text for note in topic(sheet).cases}
    assert notes["flowminder"] == "No challenge of this kind is reported."
    assert "What counts as local" in notes["nys_food_traceability"]
    sheet.find(QPlainTextEdit, "Owner").setFocus()
    assert topic(sheet).question == "Whose name may stand behind this, and do they know?"
    look_at(sheet, "readiness")
    assert topic(sheet).question == "What could you share on Monday, if you had to?"
    look_at(sheet, "enablers")
    assert "none of them proves a cause" in topic(sheet).about
    assert all(note.citation for note in topic(sheet).cases)


def test_an_address_leads_to_the_field(sheet: Sheet) -> None:
    at = ("drafts", "river-flood")
    assert sheet.page.reveal((*at, "challenges", POWER, "owner"))
    assert held_focus() == "Owner"
    assert view(sheet).kind.id == "technology"
    assert sheet.page.reveal((*at, "readiness", "shared_information"))
    assert sheet.page.reveal((*at, "readiness", "integrated_data", "note"))
    assert held_focus() == "Integrated data: note"
    assert sheet.page.reveal((*at, "enablers", "ev0igpkmf", "text"))
    assert held_focus() == "Rules that outlast people: in your own words"
    assert sheet.page.reveal((*at, "enablers", "gone"))
    assert held_focus() == "Add what helps"
    assert sheet.page.reveal((*at, "challenges", "gone"))
    assert held_focus() == "Add a challenge"
    assert not sheet.page.reveal((*at, "stakeholders"))


def test_without_a_draft_the_page_says_what_belongs_here_and_begins_one(qtbot: QtBot) -> None:
    sheet = opened(qtbot, PAGE, Workbook())
    assert sheet.says("What stands in the way, of seven kinds")
    sheet.find(RowButton, "Begin from Flowminder").click()
    settle()
    assert [each.category for each in draft(sheet).challenges] == ["organizational"]
    assert held_focus() == "Add a challenge"


def test_nothing_of_the_page_opens_a_window_of_its_own(sheet: Sheet) -> None:
    for which in ("readiness", "enablers", "challenges"):
        look_at(sheet, which)
        assert [each for each in QApplication.topLevelWidgets() if each.isVisible()] == [sheet.area]


def test_tab_goes_down_the_fields_in_the_order_of_reading(sheet: Sheet) -> None:
    stops = sheet.tab_stops()
    wanted = [
        "Information",
        "The two smallest neighbourhoods have fewer than 200 homes",
        "What stands in the way",
        "What to do about it",
        "Severity",
        "Status",
        "Owner",
        "Kind",
        "A map of empty streets is worth something to burglars",
        "Add a challenge",
        "Add a question of your own",
    ]
    assert [stop for stop in stops if stop in wanted] == wanted
    look_at(sheet, "enablers")
    named_once = sheet.tab_stops()
    assert named_once[-3:] == [
        "Stakeholders take part in decisions",
        "Not said",
        "Shared goals of open government",
    ]


@pytest.mark.parametrize(("mode", "scale", "width"), LOOKS)
def test_every_view_can_be_read_in_every_look(qtbot: QtBot, mode: str, scale: float, width: int) -> None:
    sheet = page_of(qtbot, "school-meals", round(width * scale))
    with_look(mode, scale)
    views: tuple[View, ...] = ("challenges", "readiness", "enablers")
    for which in views:
        look_at(sheet, which)
        if which == "enablers":
            enabler_row(sheet, "Stakeholders take part in decisions").open()
            settle()
        assert cut_sentences(sheet) == []
        seen = Seen(sheet.page)
        assert [fault for check in CHECKS for fault in check(seen)] == []
