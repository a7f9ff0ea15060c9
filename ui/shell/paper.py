"""Pages and charts on paper, as PDF and as pictures."""

from collections.abc import Callable
from pathlib import Path

from ui.charts.picture import Picture
from ui.charts.saving import FORMATS, render
from ui.page_view import PageView
from ui.printing import NothingPrintedError, as_pdf, paint_pages, paper
from ui.session import Session
from workbook.persistence.atomic import replace_file
from workbook.persistence.problems import FileProblem

PDF = "PDF (*.pdf)"
PICTURES = "Pictures and words (" + " ".join(f"*.{form}" for form in FORMATS) + ")"


class PaperDeeds:
    """What the window does when a page or a chart is wanted outside it."""

    def __init__(self, session: Session, view: Callable[[], PageView | None]) -> None:
        self._session = session
        self._view = view

    def print_page(self) -> None:
        """Ask for a printer and print the page that is shown."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        view = self._view()
        if view is None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(paper())
        printer.setDocName(view.accessibleName())
        if QPrintDialog(printer, view.window()).exec():
            try:
                paint_pages(view, printer)
            except NothingPrintedError:
                self._session.dialogs.tell("The printer took nothing. Is it switched on and connected?")

    def save_as_pdf(self) -> None:
        """Ask for a name and save the page that is shown."""
        view = self._view()
        if view is not None:
            title = view.accessibleName()
            self._save(f"{title}.pdf", PDF, ("pdf",), lambda _form: as_pdf(view, title))

    def save_picture(self, suggested_name: str, picture: Picture) -> None:
        """Ask for a name and save a chart in the format that its ending says."""
        first = next(iter(FORMATS))
        self._save(f"{suggested_name}.{first}", PICTURES, tuple(FORMATS), lambda form: render(picture, form))

    def _save(self, name: str, kind: str, forms: tuple[str, ...], content: Callable[[str], bytes]) -> None:
        folder = self._session.suggested_report().parent
        picked = self._session.dialogs.pick_save(folder / name.replace("/", "-"), kind)
        if picked is None:
            return
        path = _with_known_ending(picked, forms)
        try:
            replace_file(path, content(path.suffix.lower().removeprefix(".")))
        except NothingPrintedError:
            self._session.dialogs.tell(f"“{path.name}” could not be made: nothing was painted.")
        except FileProblem as problem:
            self._session.dialogs.tell(str(problem))


def _with_known_ending(path: Path, forms: tuple[str, ...]) -> Path:
    """The format follows from the ending; a name without one that we know gets the usual one."""
    if path.suffix.lower().removeprefix(".") in forms:
        return path
    return path.with_name(f"{path.name}.{forms[0]}")
