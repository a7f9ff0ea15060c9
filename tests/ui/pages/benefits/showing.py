"""The page Benefits and actions as a facilitator has it: which part is shown, what its rows say."""

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.ui.pages.asking import Sheet, settle
from ui.page_view import Topic
from ui.pages.benefits.cases_part import CasesPart
from ui.pages.benefits.part import ListPart
from ui.pages.benefits.parts import ActionsPart
from ui.pages.benefits.view import BenefitsPage
from ui.widgets.drop_down import DropDown
from workbook.model.draft import Draft
from workbook.model.scenarios import Scenario

Key = Qt.Key
CHOSEN = "cp4dvxdp2"
IMPORTERS, INSPECTORS, PORT, CARRIER = "s4h2yw54u", "skd41ycqh", "s6nzsc806", "skdgw1izi"
CLAUSE, NOTICE, RELEASE = "atngw4089", "a7unx431f", "a781le3hh"
TODAY = dt.datetime(2026, 12, 20, tzinfo=dt.UTC)
"""Nine days after the clause was due, and before everything else."""


def view(sheet: Sheet) -> BenefitsPage:
    assert isinstance(sheet.page, BenefitsPage)
    return sheet.page


def show(sheet: Sheet, part: str) -> None:
    view(sheet).show_part(part)
    settle()


def rows(sheet: Sheet) -> list[str]:
    """What the rows of the list are called, from top to bottom."""
    part = view(sheet).part
    assert isinstance(part, ListPart)
    return [row.head.text() for row in part.rows.values()]


def actions(sheet: Sheet) -> ActionsPart:
    show(sheet, "alignment_actions")
    part = view(sheet).part
    assert isinstance(part, ActionsPart)
    return part


def cases(sheet: Sheet) -> CasesPart:
    show(sheet, "business_cases")
    part = view(sheet).part
    assert isinstance(part, CasesPart)
    return part


def scenario(sheet: Sheet) -> Scenario:
    found = view(sheet).scenario
    assert found is not None
    return found


def draft(sheet: Sheet) -> Draft:
    found = sheet.document.draft
    assert found is not None
    return found


def topic(sheet: Sheet) -> Topic:
    said = sheet.page.topic()
    assert said is not None
    return said


def paste(line: QLineEdit, text: str) -> None:
    line.setFocus()
    QApplication.clipboard().setText(text)
    line.paste()


def choose(field: DropDown, key: str) -> None:
    field.setCurrentIndex(field.findData(key))
    field.activated.emit(field.currentIndex())
    settle()


def held_focus() -> str:
    widget = QApplication.focusWidget()
    return "" if widget is None else widget.accessibleName()


def at(*steps: str) -> tuple[str, ...]:
    return ("drafts", "cold-chain", "scenarios", *steps)
