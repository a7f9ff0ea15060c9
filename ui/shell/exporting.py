"""Writing the report for the export page: off the window's thread, with a way to stop."""

import datetime as dt
import os
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock

from ui.background import Stopped, Watch
from ui.requests import Ears, ReportDone, ReportFailed, ReportWanted, SheetPreview
from ui.session.naming import sentence_of
from ui.shell.outputs import Outputs
from workbook.library.loader import load
from workbook.model.workbook import Workbook
from workbook.persistence.output import OpenElsewhere
from workbook.persistence.problems import FileProblem

NOT_CONFIRMED = "The disk did not confirm that it has the report: keep it connected for a moment."
AS_IT_WAS = "What was there before is as it was. Try again, or choose another place."
STALE = "If no program has it open any more, because one crashed, the report can replace it all the same."
NOT_OURS = "is there already and is no report of this program. Choose another name, or replace it"


@dataclass(frozen=True)
class Source:
    """What is reported on: the state at the moment of asking, and the name it goes by."""

    name: str
    workbook: Workbook


class NotAReport(FileProblem):
    """Something else has the name that was suggested for a report."""


class Stopping:
    """Settles whether a report was cancelled or put in place: never both, never neither."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._is_cancelled = self._is_placed = False

    def cancel(self) -> bool:
        """Whether it will not be written. False: it is too late for that."""
        with self._lock:
            self._is_cancelled = not self._is_placed
            return self._is_cancelled

    def place(self) -> None:
        """From here on it cannot be cancelled.

        Raises:
            Stopped: it was.
        """
        with self._lock:
            if self._is_cancelled:
                raise Stopped
            self._is_placed = True


def sheets_of_report() -> tuple[SheetPreview, ...]:
    """Every sheet of the report, in order, and what it says."""
    from exports.report.sheet import all_sheets

    return tuple(SheetPreview(sheet.title, sheet.about) for sheet in all_sheets())


def export_report(outputs: Outputs, source: Source, wanted: ReportWanted, ears: Ears) -> Callable[[], bool]:
    """Begin to write; the answer cancels it, and says False if it is too late for that."""
    stopping = Stopping()

    def failed(problem: Exception) -> None:
        ears.on_failed(_in_words(problem))
        if not isinstance(problem, FileProblem):
            raise problem  # a fault of the program is told with its details besides

    job = outputs.begin(
        lambda watch: _write(source, wanted, watch, stopping),
        done=ears.on_done,
        failed=failed,
        progress=lambda how_far: ears.on_progress(*_two(how_far)),
    )

    def cancel() -> bool:
        if not stopping.cancel():
            return False
        job.cancel()
        return True

    return cancel


def _write(source: Source, wanted: ReportWanted, watch: Watch, stopping: Stopping) -> ReportDone:
    # Imported here, because spreadsheets are only for those who ask for one.
    from exports.report.build import write_report
    from exports.report.content import Chosen
    from exports.report.earlier import is_report
    from exports.report.together import SourceFile

    is_agreed = wanted.is_picked or wanted.all_the_same
    if not is_agreed and os.path.lexists(wanted.path) and not is_report(wanted.path):
        raise NotAReport(wanted.path, NOT_OURS)

    def tell(written: int, of: int) -> None:
        if written == of:
            stopping.place()
        watch.report((written, of))

    written = write_report(
        wanted.path,
        [SourceFile(source.name, source.workbook)],
        load(),
        dt.datetime.now().astimezone().date(),
        Chosen(wanted.draft_ids, wanted.case_ids),
        tell=tell,
        though_open=wanted.all_the_same,
    )
    notes = [f"Too long for a cell of Excel, so cut there and marked: {each}." for each in written.cut]
    if not written.confirmed:
        notes.append(NOT_CONFIRMED)
    return ReportDone(written.path, written.sheets, tuple(notes))


def _in_words(problem: Exception) -> ReportFailed:
    sentence = sentence_of(problem)
    if isinstance(problem, NotAReport):
        return ReportFailed(sentence, "", may_replace=True)
    if isinstance(problem, OpenElsewhere):
        may = problem.may_be_replaced
        return ReportFailed(sentence, STALE if may else "", may_replace=may)
    return ReportFailed(sentence, AS_IT_WAS)


def _two(how_far: object) -> tuple[int, int]:
    assert isinstance(how_far, tuple)  # noqa: S101 - `tell` above is the only one who reports
    return how_far[0], how_far[1]
