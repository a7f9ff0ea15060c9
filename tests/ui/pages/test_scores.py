"""What a facilitator sees and does on the page Scores."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.builders import three_drafts
from tests.ui.pages.asking import Asked, Sheet, cut_sentences, opened, settle, with_look
from ui.pages.scores import PAGE
from ui.pages.scores.floating import FloatingFoot, FloatingHead
from ui.pages.scores.lines import Kind, grid_of
from ui.pages.scores.meaning import problem_with, words_of, written
from ui.pages.scores.table import ScoreTable
from ui.pages.scores.typed_score import TypedScore
from ui.widgets import Button, Figure, Popover, RowButton, Sentence
from workbook.edits.begin import empty_draft
from workbook.edits.scores import score_of
from workbook.model.draft import Draft
from workbook.model.scenarios import Scenario
from workbook.model.scores import Scale, Score
from workbook.model.stakeholders import Interest, Stakeholder
from workbook.model.workbook import Workbook

Key = Qt.Key
MINUS = "\u2212"
POOLING, INTERMEDIARY, AGGREGATES = "full", "intermediary", "aggregates"
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def party(name: str, *interests: tuple[str, float], without: float = 0) -> Stakeholder:
    wants = tuple(Interest(id=text, text=text.capitalize(), weight=weight) for text, weight in interests)
    return Stakeholder(id=name.lower(), name=name, interests=wants, reservation_value=without)


def worked_example() -> Workbook:
    """The hospital, the city and the vendor of which the definitions tell."""
    parties = (
        party("Hospital", ("quality", 3), ("cost", 1)),
        party("City", ("services", 1), ("privacy", 1)),
        party("Vendor", ("revenue", 2), ("reputation", 1), without=0.5),
        Stakeholder(id="press", name="Press", standing="context", interests=(Interest(id="news"),)),
    )
    table = {
        POOLING: {"quality": 2, "cost": -1, "services": 2, "privacy": -3, "revenue": 3, "reputation": 0},
        INTERMEDIARY: {
            "quality": 1,
            "cost": 0,
            "services": 1,
            "privacy": 1,
            "revenue": 1,
            "reputation": 1,
        },
        AGGREGATES: {"quality": 1, "cost": -2, "services": 0, "privacy": 2, "revenue": 1},
    }
    names = {
        POOLING: "Full pooling",
        INTERMEDIARY: "Trusted intermediary",
        AGGREGATES: "Aggregates only",
    }
    scenarios = tuple(
        Scenario(
            id=key,
            name=names[key],
            scores=tuple(Score(interest=interest, value=value) for interest, value in scores.items()),
        )
        for key, scores in table.items()
    )
    return Workbook(drafts=(Draft(id="d", name="Hospital", stakeholders=parties, scenarios=scenarios),))


@pytest.fixture
def sheet(qtbot: QtBot) -> Sheet:
    return opened(qtbot, PAGE, worked_example(), width=1000)


@pytest.fixture(autouse=True)
def usual_look(qtbot: QtBot) -> Iterator[None]:
    yield
    with_look("light", 1.0)


def table(sheet: Sheet) -> ScoreTable:
    return sheet.page.findChild(ScoreTable)  # type: ignore[return-value] # there is one


def in_hand(sheet: Sheet, scenario: str, interest: str) -> ScoreTable:
    grid = table(sheet)
    grid.setFocus()
    grid.take_in_hand((scenario, interest))
    return grid


def value(sheet: Sheet, scenario: str, interest: str) -> float | None:
    draft = sheet.document.draft
    assert draft is not None
    found = next(each for each in draft.scenarios if each.id == scenario)
    return score_of(found.scores, interest).value


def foot(sheet: Sheet) -> str:
    found = sheet.area.viewport().findChild(FloatingFoot)
    assert found is not None
    return str(found.accessibleName())


def verdict(sheet: Sheet, scenario: str, holder: str) -> str:
    return table(sheet).scores.verdicts[scenario, holder].sized


# ------------------------------------------------------------------------------------------- what is shown


def test_parties_and_those_affected_stand_with_their_interests_but_not_the_background(sheet: Sheet) -> None:
    titles = [line.title for line in table(sheet).grid.lines if line.kind is not Kind.HEAD]
    assert titles == [
        *("Hospital", "Quality", "Cost"),
        *("City", "Services", "Privacy"),
        *("Vendor", "Revenue", "Reputation"),
    ]
    assert [column.name for column in table(sheet).grid.columns] == [
        "Full pooling",
        "Trusted intermediary",
        "Aggregates only",
    ]


def test_beside_each_interest_stand_its_weight_and_what_kind_it_is(sheet: Sheet) -> None:
    line = table(sheet).grid.lines[2]
    assert (line.title, line.note, line.weight, line.share) == ("Quality", "want", 3, "3 of 4")


def test_each_party_reads_its_net_verdict_in_words(sheet: Sheet) -> None:
    assert verdict(sheet, POOLING, "hospital") == "gains 1.25"
    assert verdict(sheet, POOLING, "city") == "loses 0.5"
    assert verdict(sheet, INTERMEDIARY, "vendor") == "gains a little 0.5"
    assert verdict(sheet, AGGREGATES, "vendor") == "not yet known"


def test_a_missing_score_that_decides_is_asked_for(sheet: Sheet) -> None:
    assert table(sheet).scores.asked == (AGGREGATES, "reputation")
    sheet.find(Button, "Go to the gap").click()
    assert table(sheet).cell == (AGGREGATES, "reputation")
    assert table(sheet).hasFocus()
    assert foot(sheet).startswith("Not scored yet. Aggregates only · Vendor · Reputation")


def test_not_scored_looks_different_from_0(sheet: Sheet) -> None:
    in_hand(sheet, POOLING, "quality")
    grid = table(sheet)
    model = grid.scores
    gap = model.index(grid.grid.row_of["reputation"], 4)
    zero = model.index(grid.grid.row_of["reputation"], 2)
    assert (gap.data(), zero.data()) == ("", "0")
    pictures = [grid.viewport().grab(grid.visualRect(index).adjusted(6, 5, -6, -5)) for index in (gap, zero)]
    colours = [len({image.pixel(x, 9) for x in range(24)}) for image in (each.toImage() for each in pictures)]
    assert colours[0] > 1  # hatched
    assert colours[1] == 1  # plain paper at its edge


def test_the_foot_says_in_plain_words_what_the_cell_means(sheet: Sheet) -> None:
    in_hand(sheet, POOLING, "privacy")
    assert foot(sheet).startswith("Much worse than without an agreement. Full pooling · City · Privacy")
    in_hand(sheet, POOLING, "reputation")
    assert foot(sheet).startswith("No different from no agreement.")


def test_a_screen_reader_hears_place_and_meaning_of_a_cell(sheet: Sheet) -> None:
    grid = in_hand(sheet, POOLING, "privacy")
    said = grid.currentIndex().data(int(Qt.ItemDataRole.AccessibleTextRole))
    assert said == f"Full pooling · City · Privacy: much worse than without an agreement ({MINUS}3)"


def test_the_model_keeps_the_rules_of_qt(sheet: Sheet, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(table(sheet).scores)  # type: ignore[no-untyped-call] # of pytest-qt


# --------------------------------------------------------------------------------------------- by keyboard


def test_digits_score_and_minus_makes_them_negative(sheet: Sheet) -> None:
    grid = in_hand(sheet, POOLING, "reputation")
    QTest.keyClicks(grid, "2")
    assert value(sheet, POOLING, "reputation") == 2
    assert foot(sheet).startswith("Better than without")
    QTest.keyClicks(grid, "-3")
    assert value(sheet, POOLING, "reputation") == -3


def test_typing_into_one_cell_is_one_step_of_undo(sheet: Sheet) -> None:
    grid = in_hand(sheet, POOLING, "reputation")
    QTest.keyClicks(grid, "-3")
    QTest.keyClick(grid, Key.Key_Return)
    assert sheet.document.history.undoText() == "change of score"
    sheet.document.undo()
    assert value(sheet, POOLING, "reputation") == 0
    assert not sheet.document.history.canUndo()


def test_two_cells_are_two_steps(sheet: Sheet) -> None:
    grid = in_hand(sheet, POOLING, "quality")
    QTest.keyClicks(grid, "1")
    QTest.keyClick(grid, Key.Key_Down)
    QTest.keyClicks(grid, "1")
    sheet.document.undo()
    assert (value(sheet, POOLING, "quality"), value(sheet, POOLING, "cost")) == (1, -1)


def test_plus_and_minus_alone_change_a_score_by_a_step(sheet: Sheet) -> None:
    grid = in_hand(sheet, POOLING, "quality")
    QTest.keyClicks(grid, "+")
    assert value(sheet, POOLING, "quality") == 3
    QTest.keyClicks(grid, "--")
    assert value(sheet, POOLING, "quality") == 1


def test_a_sign_alone_gives_a_gap_no_score(sheet: Sheet) -> None:
    grid = in_hand(sheet, AGGREGATES, "reputation")
    QTest.keyClicks(grid, "-")
    assert value(sheet, AGGREGATES, "reputation") is None
    QTest.keyClicks(grid, "1")
    assert value(sheet, AGGREGATES, "reputation") == -1


@pytest.mark.parametrize("key", [Key.Key_Delete, Key.Key_Backspace])
def test_delete_and_backspace_leave_it_unscored(sheet: Sheet, key: Key) -> None:
    grid = in_hand(sheet, POOLING, "quality")
    QTest.keyClick(grid, key)
    assert value(sheet, POOLING, "quality") is None
    sheet.document.undo()
    assert value(sheet, POOLING, "quality") == 2


def test_off_the_scale_is_refused_with_a_sentence(sheet: Sheet) -> None:
    grid = in_hand(sheet, POOLING, "quality")
    QTest.keyClicks(grid, "7")
    assert value(sheet, POOLING, "quality") == 2
    assert foot(sheet).startswith(f"+7 is off the scale from {MINUS}3 to +3.")
    QTest.keyClick(grid, Key.Key_Down)
    assert "off the scale" not in foot(sheet)


def test_enter_goes_down_over_the_names_of_parties_and_stops_at_the_end(sheet: Sheet) -> None:
    grid = in_hand(sheet, POOLING, "quality")
    for _ in range(9):
        QTest.keyClick(grid, Key.Key_Return)
    assert grid.cell == (POOLING, "reputation")
    QTest.keyClick(grid, Key.Key_Return, SHIFT)
    assert grid.cell == (POOLING, "revenue")


def test_arrows_move_among_scores(sheet: Sheet) -> None:
    grid = in_hand(sheet, POOLING, "cost")
    QTest.keyClick(grid, Key.Key_Down)
    assert grid.cell == (POOLING, "services")
    QTest.keyClick(grid, Key.Key_Right)
    QTest.keyClick(grid, Key.Key_Up)
    assert grid.cell == (INTERMEDIARY, "cost")
    QTest.keyClick(grid, Key.Key_End)
    assert grid.cell == (AGGREGATES, "cost")


def test_the_table_is_one_stop_of_tab(sheet: Sheet) -> None:
    in_hand(sheet, POOLING, "quality")
    assert sheet.tab_stops() == ["Range and evidence", "17 of 18 scored", "Go to the gap", "Scores"]


def test_a_table_scored_by_keyboard_alone_says_who_gains(qtbot: QtBot) -> None:
    filled = worked_example()
    blank = filled.drafts[0].replace(
        scenarios=tuple(each.replace(scores=()) for each in filled.drafts[0].scenarios)
    )
    sheet = opened(qtbot, PAGE, Workbook(drafts=(blank,)))
    sheet.find(RowButton, "Score by keyboard").click()
    grid = table(sheet)
    assert grid.hasFocus()
    for place, scenario in enumerate(filled.drafts[0].scenarios):
        grid.take_in_hand((blank.scenarios[place].id, "quality"))
        for interest in grid.grid.row_of:
            typed = score_of(scenario.scores, interest).value
            QTest.keyClicks(grid, "" if typed is None else f"{typed}")
            QTest.keyClick(grid, Key.Key_Return)
    assert sheet.document.draft == filled.drafts[0]
    qtbot.waitUntil(lambda: (POOLING, "city") in grid.scores.verdicts)
    qtbot.waitUntil(lambda: verdict(sheet, POOLING, "city") == "loses 0.5")


def test_what_the_scores_come_to_follows_after_a_pause(sheet: Sheet, qtbot: QtBot) -> None:
    grid = in_hand(sheet, AGGREGATES, "reputation")
    QTest.keyClicks(grid, "-1")
    qtbot.waitUntil(lambda: verdict(sheet, AGGREGATES, "vendor") == "loses 0.17")
    assert grid.scores.asked is None
    assert sheet.find(Figure, "18 of 18 scored").isVisible()


# -------------------------------------------------------------------------------------------- copy and paste


def clipboard(text: str | None = None) -> str:
    if text is not None:
        QGuiApplication.clipboard().setText(text)
    return QGuiApplication.clipboard().text()


def test_a_block_is_copied_with_tabs_and_blanks(sheet: Sheet) -> None:
    grid = in_hand(sheet, INTERMEDIARY, "revenue")
    QTest.keyClick(grid, Key.Key_Down, SHIFT)
    QTest.keyClick(grid, Key.Key_Right, SHIFT)
    QTest.keyClick(grid, Key.Key_C, CONTROL)
    assert clipboard() == "1\t1\n1\t"


def test_a_block_from_a_spreadsheet_is_pasted_over_the_names_of_parties_as_one_step(sheet: Sheet) -> None:
    clipboard(f"3\t-2\r\n{MINUS}1\t\r\n0\t1\r\n")
    grid = in_hand(sheet, POOLING, "cost")
    QTest.keyClick(grid, Key.Key_V, CONTROL)
    assert [value(sheet, POOLING, each) for each in ("cost", "services", "privacy")] == [3, -1, 0]
    assert [value(sheet, INTERMEDIARY, each) for each in ("cost", "services", "privacy")] == [-2, None, 1]
    assert sheet.document.history.undoText() == "pasting 6 scores"
    sheet.document.undo()
    assert sheet.document.workbook == worked_example()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("1\t2\n1\t4", "Nothing is pasted: Trusted intermediary · Hospital · Cost: +4 is off the scale"),
        ("1\tmany", "Nothing is pasted: Trusted intermediary · Hospital · Quality: “many” is no number"),
        ("1\t2\n1\t0.5", "Nothing is pasted: Trusted intermediary · Hospital · Cost: +0.5 lies between"),
        ("1\t1\t1\t1", "Nothing is pasted: the block has 1 row and 4 columns"),
    ],
)
def test_a_block_that_does_not_fit_is_refused_whole_and_names_the_cell(
    sheet: Sheet, text: str, problem: str
) -> None:
    clipboard(text)
    grid = in_hand(sheet, POOLING, "quality")
    QTest.keyClick(grid, Key.Key_V, CONTROL)
    assert foot(sheet).startswith(problem)
    assert sheet.document.workbook == worked_example()


def test_one_value_fills_the_block_that_is_marked(sheet: Sheet) -> None:
    clipboard("1")
    grid = in_hand(sheet, POOLING, "quality")
    QTest.keyClick(grid, Key.Key_A, CONTROL)
    QTest.keyClick(grid, Key.Key_V, CONTROL)
    draft = sheet.document.draft
    assert draft is not None
    assert {score.value for each in draft.scenarios for score in each.scores} == {1}
    assert value(sheet, AGGREGATES, "reputation") == 1


def test_a_marked_block_is_taken_back_as_one_step(sheet: Sheet) -> None:
    grid = in_hand(sheet, POOLING, "quality")
    QTest.keyClick(grid, Key.Key_Down, SHIFT)
    QTest.keyClick(grid, Key.Key_Delete)
    assert sheet.document.history.undoText() == "taking back 2 scores"
    assert value(sheet, POOLING, "cost") is None
    sheet.document.undo()
    assert sheet.document.workbook == worked_example()


# ------------------------------------------------------------------------------------- why, range, evidence


def test_f1_in_a_cell_answers_why_its_party_gains_or_loses(sheet: Sheet) -> None:
    grid = in_hand(sheet, POOLING, "services")
    QTest.keyClick(grid, Key.Key_F1)
    (finding,) = sheet.asked.explained
    assert finding.words.startswith("Full pooling: City is worse off than without an agreement")
    assert finding.value == -0.5


def test_f1_on_a_weight_answers_why(sheet: Sheet) -> None:
    grid = in_hand(sheet, POOLING, "services")
    QTest.keyClick(grid, Key.Key_Left)
    QTest.keyClick(grid, Key.Key_F1)
    assert sheet.asked.explained[0].words == "“Services” counts 1 of 2 for City."


def test_a_click_on_a_verdict_answers_why(sheet: Sheet) -> None:
    grid = table(sheet)
    city = next(row for row, line in enumerate(grid.grid.lines) if line.title == "City")
    at = grid.cell_rect(city, 2).center()
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert sheet.asked.explained[0].value == -0.5


def test_f2_opens_range_and_evidence_and_escape_returns_to_the_cell(sheet: Sheet) -> None:
    grid = in_hand(sheet, POOLING, "privacy")
    QTest.keyClick(grid, Key.Key_F2)
    panel = sheet.area.window().findChild(Popover)
    assert panel is not None
    low = panel.findChild(QLineEdit)
    assert low is not None
    assert low.hasFocus()
    QTest.keyClicks(low, "-3")
    evidence = panel.findChild(QPlainTextEdit)
    assert evidence is not None
    evidence.setFocus()
    QTest.keyClicks(evidence, "A leak in 2024")
    draft = sheet.document.draft
    assert draft is not None
    score = score_of(draft.scenarios[0].scores, "privacy")
    assert (score.value, score.low, score.evidence) == (-3, -3, "A leak in 2024")
    QTest.keyClick(evidence, Key.Key_Escape)
    settle()
    assert QApplication.focusWidget() is grid
    assert grid.cell == (POOLING, "privacy")


def test_a_range_that_does_not_hold_the_score_is_refused_in_words(sheet: Sheet) -> None:
    grid = in_hand(sheet, POOLING, "privacy")
    QTest.keyClick(grid, Key.Key_F2)
    panel = sheet.area.window().findChild(Popover)
    assert panel is not None
    low = panel.findChild(QLineEdit)
    assert low is not None
    QTest.keyClicks(low, "2")
    said = [each.text() for each in panel.findChildren(Sentence) if each.isVisible()]
    assert "The range must lie on the scale and hold the score." in said
    assert sheet.document.workbook == worked_example()


def test_a_score_outside_the_range_given_with_it_is_refused(qtbot: QtBot) -> None:
    book = worked_example()
    ranged = book.drafts[0].scenarios[0].replace(scores=(Score(interest="quality", value=1, low=0, high=2),))
    draft = book.drafts[0].replace(scenarios=(ranged, *book.drafts[0].scenarios[1:]))
    sheet = opened(qtbot, PAGE, Workbook(drafts=(draft,)))
    grid = in_hand(sheet, POOLING, "quality")
    QTest.keyClicks(grid, "3")
    assert value(sheet, POOLING, "quality") == 1
    assert "lies outside the range given with it (0 to +2). F2 changes it." in foot(sheet)


# ------------------------------------------------------------------------------------------- what is in view


def test_names_and_party_stay_in_view(qtbot: QtBot) -> None:
    sheet = opened(qtbot, PAGE, three_drafts(), width=800)
    sheet.area.verticalScrollBar().setValue(500)
    settle()
    head = sheet.area.viewport().findChild(FloatingHead)
    assert head is not None
    assert head.isVisible()
    assert head.y() == 0
    sheet.area.verticalScrollBar().setValue(0)
    settle()
    assert not head.isVisible()


def test_the_cell_in_hand_is_never_hidden_by_what_floats(qtbot: QtBot) -> None:
    sheet = opened(qtbot, PAGE, three_drafts(), width=800)
    grid = table(sheet)
    grid.setFocus()
    port = sheet.area.viewport()
    head, bottom = port.findChild(FloatingHead), port.findChild(FloatingFoot)
    assert head is not None
    assert bottom is not None
    for key in (*[Key.Key_Down] * 11, *[Key.Key_Up] * 11):
        QTest.keyClick(grid, key)
        settle()
        rect = grid.visualRect(grid.currentIndex())
        top = grid.viewport().mapTo(port, rect.topLeft()).y()
        above = head.height() if head.isVisible() else 0
        assert above <= top
        assert top + rect.height() <= bottom.y()


def test_a_verdict_in_the_floating_head_answers_too(qtbot: QtBot) -> None:
    sheet = opened(qtbot, PAGE, three_drafts(), width=800)
    sheet.area.verticalScrollBar().setValue(300)
    settle()
    head = sheet.area.viewport().findChild(FloatingHead)
    assert head is not None
    QTest.mouseClick(head, Qt.MouseButton.LeftButton, pos=QPoint(500, head.height() - 16))
    assert len(sheet.asked.explained) == 1


def test_undo_leads_to_the_cell(sheet: Sheet) -> None:
    grid = in_hand(sheet, POOLING, "privacy")
    QTest.keyClicks(grid, "1")
    grid.take_in_hand((AGGREGATES, "quality"))
    sheet.document.came_back.connect(sheet.page.reveal)
    sheet.document.undo()
    assert grid.cell == (POOLING, "privacy")


def test_undo_leads_to_a_cell_that_is_empty_again(sheet: Sheet) -> None:
    grid = in_hand(sheet, AGGREGATES, "reputation")
    QTest.keyClicks(grid, "-2")
    grid.take_in_hand((POOLING, "quality"))
    sheet.document.came_back.connect(sheet.page.reveal)
    sheet.document.undo()
    assert value(sheet, AGGREGATES, "reputation") is None
    assert grid.cell == (AGGREGATES, "reputation")
    grid.take_in_hand((POOLING, "quality"))
    sheet.document.redo()
    assert grid.cell == (AGGREGATES, "reputation")


def test_an_address_leads_to_its_cell(sheet: Sheet) -> None:
    assert sheet.page.reveal(("drafts", "d", "scenarios", AGGREGATES, "scores", "revenue"))
    assert table(sheet).cell == (AGGREGATES, "revenue")
    assert table(sheet).hasFocus()


def test_an_edit_elsewhere_leaves_the_keyboard_where_it_is(sheet: Sheet) -> None:
    grid = in_hand(sheet, POOLING, "privacy")
    sheet.document.put(("drafts", "d", "stakeholders", "city", "name"), "Town", "change of name")
    assert grid.cell == (POOLING, "privacy")
    assert "Town" in foot(sheet)


# -------------------------------------------------------------------------------------------- empty, guide


def test_without_a_draft_the_page_says_what_belongs_here(qtbot: QtBot) -> None:
    asked = Asked()
    sheet = opened(qtbot, PAGE, Workbook(), asked)
    assert sheet.says("Nothing is scored yet.")
    sheet.find(RowButton, "Open the example").click()
    sheet.find(RowButton, "Begin a draft").click()
    assert asked.asked == [("example",), ("page", "start")]
    assert not sheet.page.reveal(("drafts", "d", "scenarios", "c", "scores"))


def test_with_nothing_to_score_it_leads_to_interests_and_scenarios(qtbot: QtBot) -> None:
    asked = Asked()
    sheet = opened(qtbot, PAGE, Workbook(drafts=(empty_draft(),)), asked)
    assert sheet.says("What is missing: interests and scenarios.")
    sheet.find(RowButton, "Name stakeholders").click()
    sheet.find(RowButton, "Describe scenarios").click()
    assert asked.asked == [("page", "stakeholders"), ("page", "scenarios")]


def test_with_everything_but_scores_it_says_what_is_ready(qtbot: QtBot) -> None:
    blank = worked_example().drafts[0]
    blank = blank.replace(scenarios=tuple(each.replace(scores=()) for each in blank.scenarios))
    sheet = opened(qtbot, PAGE, Workbook(drafts=(blank,)))
    assert sheet.says("6 interests and 3 scenarios are ready.")
    clipboard("1\t0\n2\t")
    sheet.find(RowButton, "Paste a block from Excel").click()
    assert value(sheet, POOLING, "cost") == 2
    sheet.document.undo()
    assert table(sheet).isVisible()


def test_the_guide_asks_about_wants_and_about_concerns(qtbot: QtBot) -> None:
    sheet = opened(qtbot, PAGE, three_drafts())
    topic = sheet.page.topic()
    assert topic is not None
    assert topic.question == "What would change for you, compared with walking away?"
    assert [note.case_id for note in topic.cases] == ["floraholland", "flowminder", "nys_food_traceability"]
    assert all(note.citation.startswith("Susha et al. 2019") for note in topic.cases)
    grid = table(sheet)
    concern = next(line for line in grid.grid.lines if line.note == "concern")
    with qtbot.waitSignal(sheet.page.topic_changed):
        in_hand(sheet, grid.grid.columns[0].id, concern.interest)
    other = sheet.page.topic()
    assert other is not None
    assert other.question != topic.question


@pytest.mark.parametrize(
    ("mode", "scale"), [("light", 1.0), ("dark", 1.0), ("high_contrast", 1.0), ("light", 2.0)]
)
@pytest.mark.parametrize("width", [530, 792, 1180])
def test_no_word_is_cut_and_the_page_does_not_scroll_sideways(
    qtbot: QtBot, mode: str, scale: float, width: int
) -> None:
    sheet = opened(qtbot, PAGE, three_drafts())
    with_look(mode, scale)
    sheet.area.resize(round(width * scale), 668)
    settle()
    assert cut_sentences(sheet) == []
    assert sheet.page.minimumSizeHint().width() <= sheet.area.viewport().width()


# ----------------------------------------------------------------------------------------- words and numbers


@pytest.mark.parametrize(
    ("score", "words"),
    [
        (3, "much better than without an agreement"),
        (2, "better than without an agreement"),
        (1, "a little better than without an agreement"),
        (0, "no different from no agreement"),
        (-1, "a little worse than without an agreement"),
        (-3, "much worse than without an agreement"),
        (None, "not scored yet"),
    ],
)
def test_a_score_in_plain_words(score: float | None, words: str) -> None:
    assert words_of(score, Scale()) == words


def typed(signs: str, held: float | None, scale: Scale) -> list[float | None]:
    """The values a cell has had, key by key."""
    score, given = TypedScore(), []
    for sign in signs:
        answer = score.add(sign, held, scale)
        if answer.gives:
            held = answer.value
            given.append(held)
    return given


@pytest.mark.parametrize(
    ("signs", "held", "scale", "values"),
    [
        ("23", None, Scale(), [2, 3]),
        ("-2", None, Scale(), [-2]),
        ("-2", 1, Scale(), [0, -2]),
        ("10", None, Scale(min=0, max=10), [1, 10]),
        ("105", None, Scale(min=0, max=10), [1, 10, 5]),
        ("50", None, Scale(min=0, max=100, step=10), [50]),
        ("1,5", None, Scale(step=0.5), [1, 1.5]),
        ("0.25", None, Scale(step=None), [0, 0.2, 0.25]),
        ("-7", None, Scale(min=-3, max=10), []),
    ],
)
def test_what_is_typed_key_by_key(
    signs: str, held: float | None, scale: Scale, values: list[float | None]
) -> None:
    assert typed(signs, held, scale) == values


def test_a_number_between_the_steps_is_refused() -> None:
    assert problem_with(1.5, Scale()) == "+1.5 lies between the steps of the scale, which are whole points"
    assert problem_with(1.5, Scale(step=0.5)) == ""
    assert written(-1.5) == f"{MINUS}1.5"


def test_a_party_without_interests_says_so() -> None:
    draft = Draft(id="d", stakeholders=(Stakeholder(id="s", name="City"),))
    assert grid_of(draft).lines[1].note == "no interests named yet"
