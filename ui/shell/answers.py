"""What the window answers to its pages: the `Requests` they see."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QRect, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from ui.background import Stopped, wait_for
from ui.charts.picture import Picture
from ui.document import Document
from ui.recent import RecentWorkbook
from ui.requests import Ears, OtherWorkbook, ReportWanted, SheetPreview
from ui.session import Session
from ui.session.naming import sentence_of, usual_folder
from ui.settings import SettingsStore
from ui.shell import exporting
from ui.shell.navigator import Navigator
from ui.shell.paper import PaperDeeds
from ui.widgets import Popover, WhyPanel
from workbook.analysis.finding import Finding
from workbook.editing import Address, read_address
from workbook.persistence.problems import FileProblem
from workbook.persistence.reading import read


class Answers:
    """One for each window."""

    def __init__(
        self,
        document: Document,
        session: Session,
        settings: SettingsStore,
        navigator: Navigator,
        paper: PaperDeeds,
    ) -> None:
        self._document = document
        self._session = session
        self._settings = settings
        self._navigator = navigator
        self._paper = paper
        self._popover: Popover | None = None

    def new_workbook(self) -> None:
        """Begin an empty workbook, after asking about unsaved work."""
        if self._session.new():
            self.go_to_page("framing")

    def new_from_case(self, case_id: str) -> None:
        """Begin a workbook with one draft that says what a case's source reports."""
        if self._session.new_from_case(case_id):
            self.go_to_page("dimensions")

    def open_example(self) -> None:
        """Open the example as a workbook of its own."""
        if self._session.open_example():
            self.go_to_page("framing")

    def open_file(self, path: Path | None = None) -> None:
        """Open a workbook: this one, or one that the user picks."""
        if self._session.open(path):
            self.go_to_page("framing")

    def pick_workbook(self) -> OtherWorkbook | None:
        """Ask for a workbook to look at beside the open one, which stays as it is.

        None: the user thought better of it, or was told why the file cannot be read.
        """
        dialogs = self._session.dialogs
        path = dialogs.pick_open(usual_folder(self._settings.values.last_folder))
        if path is None:
            return None
        try:
            return OtherWorkbook(path, wait_for(lambda: read(path)).workbook)
        except FileProblem as problem:
            dialogs.tell(sentence_of(problem))
        except Stopped:
            pass
        return None

    def recent_workbooks(self) -> tuple[RecentWorkbook, ...]:
        """The workbooks worked on lately, the last one first."""
        return self._settings.values.recent

    def forget_recent(self, path: Path) -> None:
        """Take a workbook off the list of recent ones; the file is not touched."""
        self._settings.forget_recent(path)

    def go_to_page(self, key: str) -> None:
        """Show a page."""
        self._navigator.go_to_page(key)

    def go_to(self, address: Address) -> None:
        """Show the page on which an address is edited, with the field in hand."""
        self._navigator.go_to(address)

    def explain(self, finding: Finding, beside: QWidget, at: QRect | None = None) -> None:
        """Answer "why this number?" beside a figure: a widget, or a part of it."""
        panel = WhyPanel(finding)
        panel.go_to.connect(self._follow)
        is_number = isinstance(finding.value, int | float)
        self._popover = Popover("Why this number?" if is_number else "What is behind this?", panel)
        self._popover.show_beside(beside, at)

    def suggested_report(self) -> Path:
        """Where the report would go if the user has no other wish."""
        return self._session.suggested_report()

    def pick_report(self, suggested: Path) -> Path | None:
        """Ask where the report should go; None when the user thinks better of it."""
        return self._session.pick_report(suggested)

    def sheets_of_report(self) -> tuple[SheetPreview, ...]:
        """The sheets that a report holds, in order."""
        return exporting.sheets_of_report()

    def export_report(self, wanted: ReportWanted, ears: Ears) -> Callable[[], bool]:
        """Write the Excel report off the window's thread. The answer cancels it; False: it is too late."""
        source = exporting.Source(self._session.title, self._document.workbook)
        return exporting.export_report(self._paper.outputs, source, wanted, ears)

    def save_picture(self, suggested_name: str, picture: Picture) -> None:
        """Save a chart as a picture or in words, to a file that the user picks."""
        self._paper.save_picture(suggested_name, picture)

    def open_outside(self, path: Path) -> None:
        """Open a file or folder with the system's own program."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _follow(self, path: str) -> None:
        if self._popover is not None and isValid(self._popover):
            self._popover.dismiss()
        self.go_to(read_address(path))
