"""Pictures of the window: of every page in every theme to look at, and those that the documents show.

    .venv/bin/python -m tests.screenshots [--only PAGE] [--to FOLDER]
    .venv/bin/python -m tests.screenshots --documents [--only PAGE] [--to FOLDER]

The first writes `screenshots/<page>_<theme>_<width>.png` (ignored by git) for 1280x720 and 1920x1080, from
the example that comes with the program, and `..._200.png` with twice the text size. Pictures with a further
word show another view of the page, or the page when nothing is there yet.

The second writes docs/screenshots afresh. `DOCUMENTS` says what each picture shows, and from which workbook:
mostly the example; an empty workbook for the first start; and three invented drafts for what the example has
not: a room that is split, a dimension that is still open, a design that is only partly like a case.

`--only dimensions` makes the pictures of one page.
"""

import argparse
import os
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # read when Qt starts

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QTableView

from tests.builders import three_drafts
from tests.whole.window import Opened, open_window, settle, words_of
from ui.pages import all_pages
from ui.theme.tokens import MODES, Mode
from ui.widgets import Figure, WhyMark
from workbook.model.workbook import Workbook
from workbook.persistence.example import example_workbook

if TYPE_CHECKING:
    from ui.pages.lifecycle.view import LifecyclePage

SIZES = ((1280, 720), (1920, 1080))
LARGE_TEXT = ("dimensions", "compare", "framing", "start", "lifecycle", "benefits")
ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "screenshots"
DOCUMENTS_FOLDER = ROOT / "docs" / "screenshots"

NEPAL, FOOD = "flowminder-worked", "nys-worked"
"""Drafts of the example; the one that is looked at first is "Flowers from Kenya"."""
SPLIT = "school-meals"
"""The invented draft of a room that could not agree."""

Show = Callable[[Opened], object]
Source = Callable[[], Workbook]


@dataclass(frozen=True)
class View:
    """A further way in which a page can be seen: how to get there, and from which workbook."""

    page: str
    name: str
    show: Show
    workbook: Source = example_workbook


def as_it_is(opened: Opened) -> None:
    """Nothing has to be done: the page as one comes to it."""


@dataclass(frozen=True)
class Picture:
    """A picture of the documents: its file without the ending, the page, how to get there, from what."""

    name: str
    page: str
    show: Show = as_it_is
    workbook: Source = example_workbook
    mode: Mode = "light"


def press(words: str) -> Show:
    """Click the button with these words."""

    def click(opened: Opened) -> None:
        buttons = opened.view.findChildren(QAbstractButton)
        next(each for each in buttons if each.isVisible() and words in words_of(each)).click()
        settle()

    return click


def choose_draft(draft_id: str) -> Show:
    """Look at another draft."""

    def choose(opened: Opened) -> None:
        opened.document.choose_draft(draft_id)
        settle()

    return choose


def one_by_one(*shows: Show) -> Show:
    """One after the other."""

    def show_all(opened: Opened) -> None:
        for show in shows:
            show(opened)

    return show_all


def fill_in(name: str, words: str) -> Show:
    """Type into a line of text."""

    def fill(opened: Opened) -> None:
        field = opened.find(QLineEdit, name, opened.view)
        field.setFocus()
        field.selectAll()
        opened.write(words)

    return fill


def prepare_move(words: str) -> Show:
    """Open the panel of one of the other moves."""

    def prepare(opened: Opened) -> None:
        menu = cast("LifecyclePage", opened.view).gate.made_menu()
        next(each for each in menu.actions() if each.text() == words).trigger()
        settle()

    return prepare


def ask_why(opened: Opened) -> None:
    """Ask the first figure on the page why."""
    asks = (*opened.find_all(Figure, inside=opened.view), *opened.find_all(WhyMark, inside=opened.view))
    asks[0].click()


def ask_cell(opened: Opened) -> None:
    """Ask a cell of the table why."""
    table = opened.find(QTableView, inside=opened.view)
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 4))
    opened.press(Qt.Key.Key_F1)


def take_down(opened: Opened) -> None:
    """Begin a note, as from any page."""
    opened.press(Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    opened.press(Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)  # the second kind: a question
    opened.write("What would a day less at the border be worth to the members?")


move_on = one_by_one(
    choose_draft(FOOD),
    prepare_move("Move on to Business case"),
    fill_in("One reason for all", "Not reported"),
    fill_in("Who", "Ana"),
)
propose_case = one_by_one(choose_draft(FOOD), press("Business cases"))

VIEWS = (
    View("dimensions", "all", press("All eight")),
    View("dimensions", "votes", choose_draft(SPLIT), three_drafts),
    View("platform", "why", ask_why),
    View("platform", "split", choose_draft(SPLIT), three_drafts),
    View("compare", "why", ask_cell, three_drafts),
    View("scores", "taking_down", take_down),
    View("win_win", "which", press("Which to choose")),
    View("win_win", "who_gives", press("Who gives, who gets")),
    View("mechanisms", "roles", press("Role of government")),
    View("challenges", "readiness", press("Readiness")),
    View("challenges", "enablers", press("Enablers")),
    View("benefits", "costs", press("Costs")),
    View("benefits", "actions", press("Actions")),
    View("benefits", "case", propose_case),
    View("lifecycle", "events", choose_draft(NEPAL)),
    View("lifecycle", "move", move_on),
)

DOCUMENTS = (
    Picture("start", "start", workbook=Workbook),
    Picture("dimensions", "dimensions"),
    Picture("dimensions_dark", "dimensions", mode="dark"),
    Picture("platform", "platform", choose_draft(NEPAL)),
    Picture("platform_split", "platform", choose_draft(SPLIT), three_drafts),
    Picture("compare", "compare", ask_cell, three_drafts),
    Picture("stakeholders", "stakeholders"),
    Picture("scenarios", "scenarios"),
    Picture("scores", "scores"),
    Picture("win_win", "win_win"),
    Picture("mechanisms", "mechanisms"),
    Picture("challenges", "challenges"),
    Picture("benefits", "benefits", propose_case),
    Picture("lifecycle", "lifecycle", choose_draft(NEPAL)),
    Picture("lifecycle_move", "lifecycle", move_on),
    Picture("changes", "changes"),
    Picture("record", "record"),
    Picture("taking_down", "scores", take_down),
)


def take(opened: Opened, to: Path, name: str) -> None:
    """Save what the window shows."""
    settle()
    to.mkdir(parents=True, exist_ok=True)
    opened.window.grab().save(str(to / f"{name}.png"))
    print(f"{name}.png")  # noqa: T201 - a command says what it made


def picture_documents(to: Path, only: str | None, folder: Path) -> None:
    """The pictures of the documents, each from a window of its own, so that none shows what came before."""
    for picture in DOCUMENTS:
        if only in {None, picture.page}:
            opened = open_window(None, folder / picture.name, picture.workbook(), mode=picture.mode)
            opened.go_to(picture.page)
            picture.show(opened)
            take(opened, to, picture.name)
            opened.window.close()


def picture_pages(to: Path, only: str | None, folder: Path) -> None:
    """Every page, or one: in every theme, size and view, and empty."""
    opened = open_window(None, folder, example_workbook())
    empty = open_window(None, folder / "empty", Workbook())
    for page in (each.key for each in all_pages() if only in {None, each.key}):
        for mode in MODES:
            _picture_page(opened, page, mode, to)
        opened.set_look("light")  # the look belongs to the application, whichever window sets it
        empty.go_to(page)
        take(empty, to, f"{page}_light_1280_empty")
    for each in (opened, empty):
        each.window.close()


def _picture_page(opened: Opened, page: str, mode: Mode, to: Path) -> None:
    """One page in one theme: at each size, with large text, and in each view."""
    for size in SIZES:
        opened.set_look(mode)
        opened.resize(size)
        opened.go_to(page)
        take(opened, to, f"{page}_{mode}_{size[0]}")
    opened.resize(SIZES[0])
    if page in LARGE_TEXT:
        opened.set_look(mode, 2.0)
        opened.go_to(page)
        take(opened, to, f"{page}_{mode}_200")
        opened.set_look(mode)
    for view in _views_of(page):
        with_view = open_window(None, opened.folder / view.name, view.workbook(), mode=mode)
        with_view.go_to(page)
        view.show(with_view)
        take(with_view, to, f"{page}_{mode}_1280_{view.name}")
        with_view.window.close()


def _views_of(page: str) -> Iterator[View]:
    return (view for view in VIEWS if view.page == page)


def main() -> None:
    """Make the pictures."""
    parser = argparse.ArgumentParser(description="Pictures of the window.")
    parser.add_argument("--documents", action="store_true", help="make those of docs/screenshots")
    parser.add_argument("--only", metavar="PAGE", help="the key of one page, such as dimensions")
    parser.add_argument("--to", type=Path, help="the folder to write to")
    wanted = parser.parse_args()
    app = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        if wanted.documents:
            picture_documents(wanted.to or DOCUMENTS_FOLDER, wanted.only, Path(folder))
        else:
            picture_pages(wanted.to or FOLDER, wanted.only, Path(folder))
    app.quit()


if __name__ == "__main__":
    main()
