"""A facilitator's ways through the whole program, by keys and clicks, from Start to what is taken home."""

import os
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from tests.whole.painted_words import visible_in, words_painted_on
from tests.whole.seeing import name_of
from tests.whole.window import Opened, open_window, settle, wait_until, words_of
from ui.forms.fields import ProseField
from ui.pages.dimensions.card import PositionCard
from ui.shell.steps import StepButton
from ui.widgets import Button, Popover, Sentence
from workbook.analysis.comparison import compare, subjects
from workbook.analysis.design import analyse
from workbook.analysis.wording import capitalised
from workbook.library.loader import load
from workbook.model.vocabulary import PLATFORMS
from workbook.model.workbook import Workbook
from workbook.persistence.reading import read

ROOT = Path(__file__).resolve().parents[2]
LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
FLAT = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " "})


def click(opened: Opened, words: str, kind: type[QAbstractButton] = QAbstractButton) -> None:
    """Click the visible button with these words."""
    buttons = [each for each in opened.find_all(kind) if words in words_of(each)]
    assert buttons, f"no button “{words}” among {[name_of(each) for each in opened.find_all(kind)]}"
    QTest.mouseClick(buttons[0], LEFT)
    settle()


def step_to(opened: Opened, title: str) -> None:
    """Click a step at the left."""
    click(opened, title, StepButton)


def said(widget: QWidget) -> str:
    """All that is written on it, as one text."""
    return " ".join(words.text for words in words_painted_on(visible_in(widget))).translate(FLAT)


def put_into(opened: Opened, field: QWidget, text: str) -> None:
    """Click into a field, select what is there, and type."""
    QTest.mouseClick(field, LEFT)
    QTest.keyClick(field, Qt.Key.Key_A, CONTROL)
    opened.write(text)


def card(opened: Opened, place: int) -> PositionCard:
    """One of the three positions."""
    return next(each for each in opened.find_all(PositionCard) if each.platform == PLATFORMS[place])


def click_card(
    opened: Opened, place: int, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Click where its words stand: what can be clicked on it has its own deed."""
    QTest.mouseClick(card(opened, place), LEFT, held, QPoint(30, 60))
    settle()


def test_from_start_to_a_report_that_says_what_the_window_said(  # noqa: PLR0915 - one way, step by step
    qtbot: QtBot, tmp_path: Path
) -> None:
    opened = open_window(qtbot, tmp_path, Workbook())
    assert opened.page == "start"

    # The example, in one click.
    click(opened, "Open the example")
    assert [draft.name for draft in opened.document.workbook.drafts] == [
        "Flowers from Kenya",
        "Relief in Nepal",
        "Local food (envisaged)",
    ]

    # Framing: typed, and every letter is in the workbook.
    step_to(opened, "Framing")
    put_into(opened, opened.find(ProseField, "Societal problem"), "Fruit spoils at the quay.")
    draft = opened.document.workbook.drafts[0]
    assert draft.framing.societal_problem == "Fruit spoils at the quay."

    # Dimensions: votes on the first, a pick with a lean on the second.
    step_to(opened, "Dimensions")
    click(opened, "Votes")
    QTest.keyClick(card(opened, 1), Qt.Key.Key_Plus)
    settle()
    votes = opened.document.workbook.drafts[0].dimensions.primary_interest.votes
    assert votes is not None
    assert votes.social_issue == 1
    click(opened, "Next: ", Button)
    click(opened, "Clear")
    click(opened, "Pick with a lean")
    click_card(opened, 2)
    click_card(opened, 0, SHIFT)
    mix = opened.document.workbook.drafts[0].dimensions.contextual_factors.mix
    assert mix is not None
    assert mix.societal_sector > mix.resource_dependence > 0
    for _ in range(6):
        click(opened, "Next: ", Button)

    # Platform: the sentence is the finding's.
    click(opened, "On to Platform")
    assert opened.page == "platform"
    draft = opened.document.workbook.drafts[0]
    analysis = analyse(draft, load())
    verdict = opened.find(Sentence, draft.name, inside=opened.view).text()
    beginning = analysis.profile.platform.words.partition(" (")[0]
    assert verdict.startswith(beginning)

    # Compare: nearest case and similarity are the analysis's; why is answered in its words.
    step_to(opened, "Compare")
    comparison = compare(
        subjects(opened.document.workbook, load()), load(), opened.document.workbook.own_entries
    )
    nearest = next(each for each in comparison.nearest if each.draft == draft.id)
    pair = comparison.pair(draft.id, nearest.cases[0])
    table = opened.find(QTableView, inside=opened.view)
    model = table.model()
    names = [
        str(model.headerData(column, Qt.Orientation.Horizontal)) for column in range(model.columnCount())
    ]
    case = load().case(nearest.cases[0])
    column = names.index(case.label)
    assert str(model.index(0, column).data()) == capitalised(pair.words)
    assert str(model.index(1, column).data()) == "Nearest case"
    QTest.mouseClick(
        table.viewport(),
        LEFT,
        Qt.KeyboardModifier.NoModifier,
        table.visualRect(model.index(0, column)).center(),
    )
    settle()
    popover = opened.find(Popover)
    assert pair.finding.words.translate(FLAT) in said(popover)
    QTest.keyClick(popover, Qt.Key.Key_Escape)
    settle()

    # Export: to a place of one's own, with the real writer.
    step_to(opened, "Export")
    path = tmp_path / "taken home.xlsx"
    opened.answers.saves = [path]
    click(opened, "Change…")
    click(opened, "Write the report")
    wait_until(lambda: "The report is written" in said(opened.view), patience=30)
    assert opened.answers.told == []

    # What was taken home says the same.
    book = openpyxl.load_workbook(path, data_only=True)
    texts = {
        str(cell.value) for page in book for row in page.iter_rows() for cell in row if cell.value is not None
    }
    assert "Fruit spoils at the quay." in texts
    assert analysis.profile.platform.words in texts
    assert pair.finding.words in texts
    rows = _rows(book["Pairs"])
    found = next(row for row in rows if {row["One"], row["The other"]} == {draft.name, f"Case: {case.label}"})
    assert float(str(found["Similarity"])) == pytest.approx(pair.similarity, abs=1e-6)


def _rows(page: Worksheet) -> list[dict[str, object]]:
    (table,) = page.tables.values()
    header, *rows = page[table.ref]
    names = [str(cell.value) for cell in header]
    return [dict(zip(names, (cell.value for cell in row), strict=True)) for row in rows]


def test_a_draft_begun_from_a_case_is_recoded_saved_and_opened_in_another_window(
    qtbot: QtBot, tmp_path: Path
) -> None:
    opened = open_window(qtbot, tmp_path / "first", Workbook())
    click(opened, "Flowminder")
    (draft,) = opened.document.workbook.drafts
    assert draft.name == "After Flowminder"
    step_to(opened, "Dimensions")
    click_card(opened, 0)
    before = opened.document.workbook
    (draft,) = before.drafts
    mix = draft.dimensions.primary_interest.mix
    assert mix is not None
    assert mix.resource_dependence == 1

    path = tmp_path / "recoded.partnership"
    opened.answers.saves = [path]
    opened.press(Qt.Key.Key_S, CONTROL)
    wait_until(lambda: not opened.session.is_saving)
    assert not opened.window.isWindowModified()
    assert "Saved" in opened.workspace.bar.saved.text()

    opened.window.close()  # and lets go of the file
    other = open_window(qtbot, tmp_path / "second", Workbook())
    drop(other, path)
    assert other.document.workbook == before
    assert other.session.path == path
    step_to(other, "Dimensions")
    assert "Our pick" in said(card(other, 0))


def drop(opened: Opened, path: Path) -> None:
    """Drop a file on the window."""
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(200, 200),
        Qt.DropAction.CopyAction,
        files,
        LEFT,
        Qt.KeyboardModifier.NoModifier,
    )
    opened.window.dropEvent(event)
    settle()


CRASH = """
import os, sys
from pathlib import Path
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from tests.whole.window import open_window
from ui.forms.fields import ProseField
app = QApplication([])
opened = open_window(None, Path(sys.argv[1]))
opened.go_to("framing")
field = opened.find(ProseField, "Societal problem")
field.setFocus()
opened.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
opened.write("Typed before the crash.")
opened.session.flush()
os._exit(1)
"""


def test_what_was_typed_before_a_crash_is_offered_and_comes_back(qtbot: QtBot, tmp_path: Path) -> None:
    crashed = subprocess.run(
        [sys.executable, "-c", CRASH, str(tmp_path)],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert crashed.returncode == 1, crashed.stderr
    opened = open_window(qtbot, tmp_path, Workbook())
    opened.session.offer_recovery()
    wait_until(lambda: "recover" in opened.answers.asked)
    wait_until(lambda: bool(opened.document.workbook.drafts))
    draft = opened.document.workbook.drafts[0]
    assert draft.framing.societal_problem == "Typed before the crash."
    assert opened.window.isWindowModified()
    opened.go_to("framing")
    assert "Typed before the crash." in said(opened.view)


def test_undo_leads_from_the_last_key_back_to_the_first(opened: Opened) -> None:
    before = opened.document.workbook
    opened.go_to("framing")
    put_into(opened, opened.find(ProseField, "Public value"), "Cheaper fruit.")
    step_to(opened, "Dimensions")
    QTest.keyClick(card(opened, 2), Qt.Key.Key_Plus)
    settle()
    opened.press(Qt.Key.Key_D, CONTROL)
    assert len(opened.document.workbook.drafts) == 4
    after = opened.document.workbook
    for _ in range(20):
        opened.press(Qt.Key.Key_Z, CONTROL)
    assert opened.document.workbook == before
    for _ in range(20):
        opened.press(Qt.Key.Key_Y, CONTROL)
    assert opened.document.workbook == after


def test_what_is_left_unsaved_is_asked_about_and_may_be_saved(qtbot: QtBot, tmp_path: Path) -> None:
    opened = open_window(qtbot, tmp_path)
    path = tmp_path / "kept.partnership"
    opened.document.put(("title",), "Unsaved", "change of title")
    opened.answers.unsaved = "cancel"
    assert not opened.window.close()
    assert opened.window.isVisible()
    opened.answers.unsaved = "save"
    opened.answers.saves = [path]
    assert opened.window.close()
    assert read(path).workbook.title == "Unsaved"
    assert opened.answers.asked.count("unsaved: Unsaved") == 2
