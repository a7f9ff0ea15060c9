"""Writing the report for the export page: off the window's thread, with a way to stop."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from ui.background import run_in_background
from ui.requests import ReportDone, ReportWanted, SheetPreview
from workbook.library.loader import load
from workbook.model.workbook import Workbook


@dataclass(frozen=True)
class Source:
    """What is reported on: the state at the moment of asking, and the name it goes by."""

    name: str
    workbook: Workbook


def sheets_of_report() -> tuple[SheetPreview, ...]:
    """Every sheet of the report, in order, and what it says."""
    from exports.report.sheet import all_sheets

    return tuple(SheetPreview(sheet.title, sheet.about) for sheet in all_sheets())


def export_report(
    source: Source,
    wanted: ReportWanted,
    done: Callable[[ReportDone], None],
    failed: Callable[[str], None],
) -> Callable[[], None]:
    """Begin to write; the answer cancels it. `done` and `failed` are called on the window's thread."""
    today = dt.datetime.now().astimezone().date()

    def work() -> ReportDone:
        # Imported here, because spreadsheets are only for those who ask for one.
        from exports.report.build import write_report
        from exports.report.content import Chosen
        from exports.report.together import SourceFile

        files = [SourceFile(source.name, source.workbook)]
        chosen = Chosen(wanted.draft_ids, wanted.case_ids)
        written = write_report(wanted.path, files, load(), today, chosen)
        notes = (f"Too long for a cell of Excel, so cut there and marked: {each}." for each in written.cut)
        return ReportDone(written.path, written.sheets, tuple(notes))

    return run_in_background(work, done=done, failed=lambda problem: failed(str(problem))).cancel
