"""The examples for contributors work as they stand: a page, a sheet of the report, a finding."""

import datetime as dt
import io
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from exports.report import build
from exports.report.content import gather
from exports.report.sheet import Sheet, all_sheets
from exports.report.together import SourceFile
from tests.whole.documents import ROOT, code_in
from tests.whole.window import one_empty_draft, open_window, settle
from ui.pages import all_pages
from ui.shell import workspace
from workbook.library.loader import load
from workbook.model.draft import Draft
from workbook.model.stakeholders import Stakeholder
from workbook.model.workbook import Workbook

if TYPE_CHECKING:
    from ui.page import Page
    from workbook.analysis.finding import Finding

DAY = dt.date(2027, 3, 1)


def example_of(page: str) -> dict[str, Any]:
    """What the one example of a page defines."""
    (code,) = code_in(ROOT / "docs" / page, "python")
    defined: dict[str, Any] = {}
    exec(code, defined)  # noqa: S102 - our own document
    return defined


def test_the_page_finds_its_place_shows_what_stands_there_and_sends_what_is_typed(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page: Page = example_of("adding-a-page.md")["PAGE"]
    pages = all_pages()
    assert page.key not in {each.key for each in pages}
    monkeypatch.setattr(workspace, "all_pages", lambda: (*pages, page))
    opened = open_window(qtbot, tmp_path, one_empty_draft())
    opened.workspace.navigator.go_to(("notes",))
    settle()
    assert opened.page == "notes"
    opened.write("Bring the maps.")
    assert opened.document.workbook.notes == "Bring the maps."
    opened.document.undo()
    settle()
    assert opened.document.workbook.notes == ""
    assert opened.find(QPlainTextEdit, "Notes").toPlainText() == ""


def test_the_sheet_has_a_row_for_each_draft(monkeypatch: pytest.MonkeyPatch) -> None:
    sheet: Sheet = example_of("adding-a-sheet.md")["SHEET"]
    assert sheet.order not in {each.order for each in all_sheets()}
    said = Draft(id="ours", name="Ours").replace(framing={"out_of_scope": "Personal data."})
    workbook = Workbook(drafts=(said, Draft(id="theirs", name="Theirs")))
    report = gather([SourceFile("a.partnership", workbook)], load(), DAY)
    monkeypatch.setattr(build, "sheets_of", lambda _: (sheet,))
    data, cut = build.as_bytes(report, "report.xlsx")
    page = openpyxl.load_workbook(io.BytesIO(data))["Out of scope"]
    (table,) = page.tables.values()
    rows = [[cell.value for cell in row] for row in page[table.ref]]
    assert rows == [["Draft", "Out of scope"], ["Ours", "Personal data."], ["Theirs", "not said yet"]]
    assert cut == ()


def test_the_finding_counts_the_sectors_at_the_table() -> None:
    defined = SimpleNamespace(**example_of("adding-a-finding.md"))
    grower = Stakeholder(id="s1", name="Grower", sector="business", standing="party")
    trader = Stakeholder(id="s2", name="Trader", sector="business", standing="party")
    office = Stakeholder(id="s3", name="Office", sector="government", standing="party")
    public = Stakeholder(id="s4", name="Public", sector="citizens", standing="affected")
    found: Finding = defined.sectors_finding(Draft(id="d", stakeholders=(grower, trader, office, public)))
    assert (found.value, found.severity) == (2, "info")
    assert found.words == "At the table: business and government."
    assert found.inputs[2].address == "drafts/d/stakeholders/s3/sector"
    alone: Finding = defined.sectors_finding(Draft(id="d", stakeholders=(grower, trader)))
    assert (alone.value, alone.severity) == (1, "advice")
    nobody: Finding = defined.sectors_finding(Draft(id="d", stakeholders=(public,)))
    assert (nobody.value, nobody.words) == (None, "Nobody is at the table yet.")
