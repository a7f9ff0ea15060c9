"""A picture of every page in every theme, to look at beside the mock-ups and for the documents.

    .venv/bin/python -m tests.screenshots [--only PAGE] [--to FOLDER]

Writes `screenshots/<page>_<theme>_<width>.png` (ignored by git) for 1280x720 and 1920x1080, from the example,
and `..._200.png` with twice the text size. `--only dimensions` makes the pictures of one page. Pictures
with a further word show another view of the page, or the page when nothing is there yet.
"""

import argparse
import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # read when Qt starts

from PySide6.QtWidgets import QAbstractButton, QApplication, QTableView

from tests.whole.window import Opened, open_window, settle, words_of
from ui.pages import all_pages
from ui.theme.tokens import MODES, Mode
from ui.widgets import Figure, Popover, WhyMark
from workbook.model.workbook import Workbook

SIZES = ((1280, 720), (1920, 1080))
LARGE_TEXT = ("dimensions", "compare", "framing", "start")
FOLDER = Path(__file__).resolve().parents[1] / "screenshots"


@dataclass(frozen=True)
class View:
    """A further way in which a page can be seen, and how to get there."""

    page: str
    name: str
    show: Callable[[Opened], object]


def press(words: str) -> Callable[[Opened], object]:
    """Click the button with these words."""

    def click(opened: Opened) -> None:
        buttons = opened.view.findChildren(QAbstractButton)
        next(each for each in buttons if each.isVisible() and words in words_of(each)).click()

    return click


def ask_why(opened: Opened) -> None:
    """Ask the first figure on the page why."""
    asks = (*opened.find_all(Figure, inside=opened.view), *opened.find_all(WhyMark, inside=opened.view))
    asks[0].click()


def ask_cell(opened: Opened) -> None:
    """Ask a cell of the table why."""
    table = opened.find(QTableView, inside=opened.view)
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 4))
    from PySide6.QtCore import Qt

    opened.press(Qt.Key.Key_F1)


def choose_draft(place: int) -> Callable[[Opened], object]:
    """Look at another draft."""
    return lambda opened: opened.document.choose_draft(opened.document.workbook.drafts[place].id)


VIEWS = (
    View("dimensions", "all", press("All eight")),
    View("dimensions", "pick", choose_draft(1)),
    View("platform", "why", ask_why),
    View("platform", "split", choose_draft(2)),
    View("compare", "why", ask_cell),
)


def take(opened: Opened, to: Path, name: str) -> None:
    """Save what the window shows."""
    settle()
    to.mkdir(parents=True, exist_ok=True)
    opened.window.grab().save(str(to / f"{name}.png"))
    print(f"{name}.png")  # noqa: T201 - a command says what it made


def close_popovers(opened: Opened) -> None:
    """As Escape does."""
    for popover in opened.window.findChildren(Popover):
        popover.dismiss()
    settle()


def pictures_of(opened: Opened, page: str, mode: Mode, to: Path) -> None:
    """One page in one theme: at each size, in each view, and with large text."""
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
    for view in VIEWS:
        if view.page == page:
            with_view = open_window(None, opened.folder / view.name, mode=mode)
            with_view.go_to(page)
            view.show(with_view)
            take(with_view, to, f"{page}_{mode}_1280_{view.name}")
            with_view.window.close()


def main() -> None:
    """Make the pictures."""
    parser = argparse.ArgumentParser(description="A picture of every page in every theme.")
    parser.add_argument("--only", metavar="PAGE", help="the key of one page, such as dimensions")
    parser.add_argument("--to", type=Path, default=FOLDER, help="the folder to write to")
    wanted = parser.parse_args()
    app = QApplication([])
    keys = [page.key for page in all_pages() if wanted.only in (None, page.key)]
    with tempfile.TemporaryDirectory() as folder:
        opened = open_window(None, Path(folder))
        empty = open_window(None, Path(folder) / "empty", Workbook())
        for key in keys:
            for mode in MODES:
                pictures_of(opened, key, mode, wanted.to)
            opened.set_look("light")  # the look belongs to the application, whichever window sets it
            empty.go_to(key)
            take(empty, wanted.to, f"{key}_light_1280_empty")
        for each in (opened, empty):
            each.window.close()
    app.quit()


if __name__ == "__main__":
    main()
