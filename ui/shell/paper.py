"""Pages and charts on paper, as PDF and as pictures."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QPageLayout

from ui.charts.picture import Picture
from ui.charts.saving import FORMATS, render
from ui.in_memory import NotPaintedError
from ui.page_view import PageView
from ui.printing import as_pdf, paint_pages, paper
from ui.session import Session
from ui.session.naming import sentence_of
from ui.shell.outputs import Outputs
from workbook.persistence.output import OpenElsewhere, write_output
from workbook.persistence.problems import FileProblem, quoted

PDF = "PDF (*.pdf)"
PICTURES = "Pictures and words (" + " ".join(f"*.{form}" for form in FORMATS) + ")"

NOT_PRINTED = "The printer took nothing. Is it switched on and connected?"


@dataclass(frozen=True)
class Wanted:
    """Something that is to become a file: the kinds of names to ask for, their endings, and its content."""

    kind: str
    forms: tuple[str, ...]
    content: Callable[[str], bytes]
    """The bytes in one of the forms, the ending of the file. May raise NotPaintedError."""


class PaperDeeds:
    """What the window does when a page or a chart is wanted outside it."""

    def __init__(self, session: Session, outputs: Outputs, view: Callable[[], PageView | None]) -> None:
        self.outputs = outputs
        self._session = session
        self._view = view

    def print_page(self) -> None:
        """Ask for a printer and print the page that is shown; or save it, if a file is asked for there."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        view = self._view()
        if view is None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(paper())
        printer.setDocName(view.accessibleName())
        if not QPrintDialog(printer, view.window()).exec():
            return
        if printer.outputFileName():
            # Qt itself would write onto the file, and destroy what is there before it can make the new one.
            path = Path(printer.outputFileName())
            self._agree_and_write(path, _page(view, printer.pageLayout()))
            return
        try:
            paint_pages(view, printer)
        except NotPaintedError:
            self._session.dialogs.tell(NOT_PRINTED)
        else:
            if printer.printerState() == QPrinter.PrinterState.Error:
                self._session.dialogs.tell(NOT_PRINTED)

    def save_as_pdf(self) -> None:
        """Ask for a name and save the page that is shown."""
        view = self._view()
        if view is not None:
            self._ask_and_write(self._folder() / _plain(f"{view.accessibleName()}.pdf"), _page(view))

    def save_picture(self, suggested_name: str, picture: Picture) -> None:
        """Ask for a name and save a chart in the format that its ending says."""
        name = _plain(f"{suggested_name}.{next(iter(FORMATS))}")
        wanted = Wanted(PICTURES, tuple(FORMATS), lambda form: render(picture, form))
        self._ask_and_write(self._folder() / name, wanted)

    def _folder(self) -> Path:
        return self._session.suggested_report().parent

    def _ask_and_write(self, suggested: Path, wanted: Wanted) -> None:
        picked = self._session.dialogs.pick_save(suggested, wanted.kind)
        if picked is not None:
            self._agree_and_write(picked, wanted)

    def _agree_and_write(self, picked: Path, wanted: Wanted) -> None:
        """Another file is replaced only if the user says so; else another name is asked for."""
        path = _with_known_ending(picked, wanted.forms)
        if os.path.lexists(path) and not self._session.dialogs.ask_overwrite(path):
            self._ask_and_write(path, wanted)
            return
        try:
            data = wanted.content(path.suffix.lower().removeprefix("."))
        except NotPaintedError:
            self._session.dialogs.tell(f"{quoted(path.name)} could not be made: nothing was painted.")
        else:
            self._write(path, data, wanted)

    def _write(self, path: Path, data: bytes, wanted: Wanted, *, though_open: bool = False) -> None:
        self.outputs.begin(
            lambda _watch: write_output(path, data, though_open=though_open),
            done=lambda is_confirmed: self._tell_done(path, is_confirmed=is_confirmed),
            failed=lambda problem: self._on_failed(path, data, wanted, problem),
        )

    def _tell_done(self, path: Path, *, is_confirmed: bool) -> None:
        unsure = "" if is_confirmed else " The disk did not confirm it: keep it connected for a moment."
        self._session.noted.emit(f"{quoted(path.name)} is saved in {path.parent}.{unsure}")

    def _on_failed(self, path: Path, data: bytes, wanted: Wanted, problem: Exception) -> None:
        if not isinstance(problem, FileProblem):
            raise problem
        may_replace = isinstance(problem, OpenElsewhere) and problem.may_be_replaced
        answer = self._session.dialogs.ask_failed_output(sentence_of(problem), may_replace=may_replace)
        if answer == "elsewhere":
            self._ask_and_write(path, wanted)
        elif answer in {"retry", "replace"}:
            self._write(path, data, wanted, though_open=answer == "replace")


def _page(view: PageView, layout: QPageLayout | None = None) -> Wanted:
    """A page as PDF, on such sheets."""
    return Wanted(PDF, ("pdf",), lambda _form: as_pdf(view, view.accessibleName(), layout))


def _plain(name: str) -> str:
    """A name that leads into no folder."""
    return name.replace("/", "-")


def _with_known_ending(path: Path, forms: tuple[str, ...]) -> Path:
    """The format follows from the ending; a name without one that we know gets the usual one."""
    if path.suffix.lower().removeprefix(".") in forms:
        return path
    return path.with_name(f"{path.name}.{forms[0]}")
