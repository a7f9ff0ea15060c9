"""A page on its sheet, with a window that only notes what it is asked."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar, cast

from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.charts.picture import Picture
from ui.document import Document
from ui.page import Page
from ui.page_view import PageView
from ui.recent import RecentWorkbook
from ui.requests import Ears, OtherWorkbook, ReportWanted, SheetPreview
from ui.theme.look import look
from ui.widgets import ScrollArea, Sentence
from workbook.analysis.finding import Finding
from workbook.editing import Address
from workbook.model.workbook import Workbook

WidgetT = TypeVar("WidgetT", bound=QWidget)


@dataclass
class Asked:
    """Everything a page asked for, in order."""

    recent: tuple[RecentWorkbook, ...] = ()
    asked: list[tuple[object, ...]] = field(default_factory=list)
    explained: list[Finding] = field(default_factory=list)
    saved: list[Picture] = field(default_factory=list)
    ears: Ears | None = None
    is_too_late: bool = False
    picks: Path | None = None
    other: OtherWorkbook | None = None

    def new_workbook(self) -> None:
        self.asked.append(("new",))

    def new_from_case(self, case_id: str) -> None:
        self.asked.append(("new from", case_id))

    def open_example(self) -> None:
        self.asked.append(("example",))

    def open_file(self, path: Path | None = None) -> None:
        self.asked.append(("open", path))

    def pick_workbook(self) -> OtherWorkbook | None:
        self.asked.append(("pick workbook",))
        return self.other

    def recent_workbooks(self) -> tuple[RecentWorkbook, ...]:
        return self.recent

    def forget_recent(self, path: Path) -> None:
        self.recent = tuple(each for each in self.recent if each.path != path)

    def go_to_page(self, key: str) -> None:
        self.asked.append(("page", key))

    def go_to(self, address: Address) -> None:
        self.asked.append(("go to", address))

    def explain(self, finding: Finding, beside: QWidget, at: QRect | None = None) -> None:
        del beside, at
        self.explained.append(finding)

    def save_picture(self, suggested_name: str, picture: Picture) -> None:
        self.asked.append(("save", suggested_name))
        self.saved.append(picture)

    def suggested_report(self) -> Path:
        return Path("/home/ines/Report.xlsx")

    def pick_report(self, suggested: Path) -> Path | None:
        self.asked.append(("pick", suggested))
        return self.picks

    def sheets_of_report(self) -> tuple[SheetPreview, ...]:
        return (SheetPreview("Summary", "Every draft in words."), SheetPreview("Sources", "References."))

    def export_report(self, wanted: ReportWanted, ears: Ears) -> Callable[[], bool]:
        self.asked.append(("export", wanted))
        self.ears = ears

        def cancel() -> bool:
            self.asked.append(("cancel",))
            return not self.is_too_late

        return cancel

    def open_outside(self, path: Path) -> None:
        self.asked.append(("open outside", path))


@dataclass
class Sheet:
    """The page, as a user has it."""

    document: Document
    page: PageView
    asked: Asked
    area: ScrollArea

    def find(self, kind: type[WidgetT], name: str = "") -> WidgetT:
        """The visible widget of a kind whose accessible name, or text, begins so."""
        settle()
        return next(
            each for each in self.page.findChildren(kind) if each.isVisible() and _name(each).startswith(name)
        )

    @property
    def sentences(self) -> list[str]:
        """Everything that is said on the page."""
        settle()  # what was just put on a page is shown a moment later
        return [each.text() for each in self.page.findChildren(Sentence) if each.isVisible()]

    def says(self, words: str) -> bool:
        """Whether a sentence on the page holds these words."""
        return any(words in sentence for sentence in self.sentences)

    def tab_stops(self) -> list[str]:
        """The names of what Tab comes to, in order."""
        stops: list[str] = []
        first = self.page.nextInFocusChain()
        while first is not None and not (first.focusPolicy() & Qt.FocusPolicy.TabFocus and first.isVisible()):
            first = first.nextInFocusChain()
        assert first is not None
        first.setFocus(Qt.FocusReason.TabFocusReason)
        here = QApplication.focusWidget()
        while here is not None and _name(here) not in stops:
            stops.append(_name(here))
            QTest.keyClick(here, Qt.Key.Key_Tab)
            here = QApplication.focusWidget()
        return stops


def opened(
    qtbot: QtBot, page: Page, workbook: Workbook, asked: Asked | None = None, width: int = 792
) -> Sheet:
    """The page on a sheet of this width, following the document as the window lets it."""
    asked = asked or Asked()
    document = Document(workbook)
    view = page.build(document, cast("Any", asked))
    document.changed.connect(view.refresh)
    document.draft_chosen.connect(lambda: view.refresh(None))
    area = ScrollArea(view)
    document.setParent(area)  # it goes with the sheet, and what listens to it is let go of
    qtbot.addWidget(area)
    area.resize(width, 668)
    view.refresh(None)
    with qtbot.waitExposed(area):
        area.show()
    area.activateWindow()
    return Sheet(document, view, asked, area)


def settle() -> None:
    """Let what was put off for a moment happen."""
    for _ in range(3):
        QCoreApplication.processEvents()


def cut_sentences(sheet: Sheet) -> list[str]:
    """The sentences that have less room than they need."""
    settle()
    return [
        each.text()
        for each in sheet.page.findChildren(Sentence)
        if each.isVisible() and each.heightForWidth(each.width()) > each.height()
    ]


def with_look(mode: str, scale: float) -> None:
    """Show another look."""
    look().set(cast("Any", mode), scale)
    settle()


def _name(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    return widget.accessibleName() or (str(text()) if callable(text) else "")
