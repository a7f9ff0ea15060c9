"""What a page may ask of the window, which knows files, exports and the other pages."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from ui.charts.picture import Picture
from ui.recent import RecentWorkbook
from workbook.analysis.finding import Finding
from workbook.editing import Address
from workbook.model.workbook import Workbook


@dataclass(frozen=True)
class SheetPreview:
    """One sheet of the report, before it is written."""

    title: str
    says: str


@dataclass(frozen=True)
class ReportWanted:
    """Where a report should go, and which drafts and cases should be in it; none named: all, the usual."""

    path: Path
    draft_ids: tuple[str, ...] = ()
    case_ids: tuple[str, ...] = ()
    is_picked: bool = False
    """Whether the user said that it should go there, whatever is there now."""
    all_the_same: bool = False
    """Whether it replaces a file that another program seems to have open, or that is no report."""


@dataclass(frozen=True)
class ReportDone:
    """A report that is in place; `notes` are for people to know."""

    path: Path
    sheets: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True)
class ReportFailed:
    """A report that was not written; what was there before is as it was."""

    sentence: str
    way_out: str
    may_replace: bool = False
    """Whether it can be written all the same if the user wants that."""


class Ears(Protocol):
    """What a report that is being written is told to, on the window's thread."""

    def on_progress(self, written: int, of: int) -> None:
        """So many sheets are written."""

    def on_done(self, done: ReportDone) -> None:
        """It is in place."""

    def on_failed(self, failed: ReportFailed) -> None:
        """It was not written."""


@dataclass(frozen=True)
class OtherWorkbook:
    """What stands in another file. It is only read."""

    path: Path
    workbook: Workbook


class Requests(Protocol):
    """The window, as pages see it."""

    def new_workbook(self) -> None:
        """Begin an empty workbook, after asking about unsaved work."""

    def new_from_case(self, case_id: str) -> None:
        """Begin a workbook with one draft that says what a case's source reports."""

    def open_example(self) -> None:
        """Open the example as a workbook of its own."""

    def open_file(self, path: Path | None = None) -> None:
        """Open a workbook: this one, or one that the user picks."""

    def pick_workbook(self) -> OtherWorkbook | None:
        """Ask for a workbook to look at beside the open one, which stays as it is.

        None: the user thought better of it, or was told why the file cannot be read.
        """

    def recent_workbooks(self) -> tuple[RecentWorkbook, ...]:
        """The workbooks worked on lately, the last one first."""

    def forget_recent(self, path: Path) -> None:
        """Take a workbook off the list of recent ones; the file is not touched."""

    def go_to_page(self, key: str) -> None:
        """Show a page."""

    def go_to(self, address: Address) -> None:
        """Show the page on which an address is edited, with the field in hand."""

    def explain(self, finding: Finding, beside: QWidget, at: QRect | None = None) -> None:
        """Answer "why this number?" beside a figure: a widget, or a part of it."""

    def suggested_report(self) -> Path:
        """Where the report would go if the user has no other wish."""

    def pick_report(self, suggested: Path) -> Path | None:
        """Ask where the report should go; None when the user thinks better of it."""

    def sheets_of_report(self) -> tuple[SheetPreview, ...]:
        """The sheets that a report holds, in order."""

    def export_report(self, wanted: ReportWanted, ears: Ears) -> Callable[[], bool]:
        """Write the Excel report off the window's thread. The answer cancels it; False: it is too late."""

    def save_picture(self, suggested_name: str, picture: Picture) -> None:
        """Save a chart as a picture or in words, to a file that the user picks."""

    def open_outside(self, path: Path) -> None:
        """Open a file or folder with the system's own program."""
