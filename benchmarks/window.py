"""From a keystroke to the repaint, and from page to page, in the real window with a large workbook.

    .venv/bin/python -m benchmarks.window [ROUNDS]

The workbook holds 20 drafts. A keystroke is timed from before the key is pressed until everything that
follows at once has been done and painted: the document, the page, the drafts. What waits for a pause in
typing (the comparison, the marks of the steps) is not in the way of the key. On a page without a field the
key is Tab. A bare QLineEdit in a window of its own, typed in by turns, says how fast the machine is; ratios
are taken against its median. "A change elsewhere" is an edit of the draft's name while a page is looked at,
as by undo.

Goals: keystroke to repaint below 16 ms, page switch and change elsewhere below 100 ms, for 99 of 100.
"""

import gc
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import cycle
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # read when Qt starts

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QWidget

from tests.whole.painted_words import visible_in
from tests.whole.window import MANY, Opened, many_drafts, open_window, settle
from ui.collecting import Collecting
from ui.forms.fields import ProseField, TextField
from ui.pages import all_pages

ROUNDS = 300
SWITCHES = 100
KEY_GOAL, SWITCH_GOAL = 16.0, 100.0
WARM_UP = 20


def painted() -> None:
    """Until nothing is waiting to be laid out or painted."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    QCoreApplication.processEvents()


def timed(deed: Callable[[], object]) -> float:
    """Milliseconds until it is done and painted."""
    begun = time.perf_counter()
    deed()
    painted()
    return (time.perf_counter() - begun) * 1000


def percentile(times: list[float], share: float) -> float:
    """The time below which so many of them lie."""
    return sorted(times)[min(len(times) - 1, int(len(times) * share))]


def a_bare_window() -> tuple[QMainWindow, QLineEdit]:
    """A window with nothing but a line of text."""
    window = QMainWindow()
    field = QLineEdit(window)
    window.setCentralWidget(field)
    window.show()
    settle()
    return window, field


class Typist:
    """Presses keys in a field: a letter, then a step back, so that the text stays as long as it is."""

    def __init__(self, field: QWidget) -> None:
        self._field = field
        self._keys = cycle((Qt.Key.Key_E, Qt.Key.Key_Backspace))

    def press(self) -> None:
        """The next key."""
        QTest.keyClick(self._field, next(self._keys))


def typing_on(opened: Opened) -> Callable[[], object]:
    """One more key on this page: in its last field or, where there is none, Tab."""
    fields = [each for each in visible_in(opened.view) if isinstance(each, TextField | ProseField)]
    if fields:
        fields[-1].setFocus()
        return Typist(fields[-1]).press
    return lambda: QTest.keyClick(opened.in_hand, Qt.Key.Key_Tab)


def rename(opened: Opened) -> None:
    """As if the name of the draft were typed elsewhere while this page is looked at."""
    draft = opened.document.draft
    if draft is not None:
        name = draft.name[:-1] if draft.name.endswith("e") else f"{draft.name}e"
        opened.document.type_text(("drafts", draft.id, "name"), name, "change of name")


def report(label: str, times: list[float], floor: float, goal: float) -> bool:
    """One line; whether the goal is met."""
    middle, high = statistics.median(times), percentile(times, 0.99)
    said = "" if high < goal else f"  above {goal:g} ms"
    print(f"{label:34}{middle:9.2f}{high:9.2f}{middle / floor:9.1f}{said}")
    return high < goal


def keystrokes(opened: Opened, bare: Typist, rounds: int) -> tuple[dict[str, list[float]], list[float]]:
    """Times of keys on each page, and of as many in the bare field between them."""
    found: dict[str, list[float]] = {}
    floor: list[float] = []
    for page in all_pages():
        opened.go_to(page.key)
        deed = typing_on(opened)
        for _ in range(WARM_UP):
            timed(deed)
        gc.collect()
        times = []
        for _ in range(rounds):
            times.append(timed(deed))
            floor.append(timed(bare.press))
        found[page.key] = times
    return found, floor


def changes(opened: Opened, number: int) -> dict[str, list[float]]:
    """Times of an edit from elsewhere while a page is looked at."""
    found = {}
    for page in all_pages():
        opened.go_to(page.key)
        for _ in range(WARM_UP):
            timed(lambda: rename(opened))
        found[page.key] = [timed(lambda: rename(opened)) for _ in range(number)]
    return found


def switches(opened: Opened, number: int) -> dict[str, list[float]]:
    """Times of going to each page from the one before it, after it has been built."""
    keys = [page.key for page in all_pages()]
    found: dict[str, list[float]] = {key: [] for key in keys}
    go_to = opened.workspace.navigator.go_to_page
    for _ in range(number):
        for key in keys:
            found[key].append(timed(lambda key=key: go_to(key)))  # type: ignore[misc]
    return found


def after_an_edit(opened: Opened, number: int) -> dict[str, list[float]]:
    """The same, when the document has changed since the last visit, so that the page must be drawn anew."""
    keys = [page.key for page in all_pages()]
    found: dict[str, list[float]] = {key: [] for key in keys}
    go_to = opened.workspace.navigator.go_to_page
    for _ in range(number):
        for key in keys:
            rename(opened)
            painted()
            found[key].append(timed(lambda key=key: go_to(key)))  # type: ignore[misc]
    return found


def main(rounds: int) -> bool:
    """Measure and print; whether all goals are met."""
    app = QApplication.instance() or QApplication([])
    Collecting(app)  # as in the program
    with tempfile.TemporaryDirectory() as folder:
        opened = open_window(None, Path(folder), many_drafts())
        window, bare = a_bare_window()
        opened.window.activateWindow()
        settle()
        first = {page.key: [timed(lambda key=page.key: opened.go_to(key))] for page in all_pages()}  # type: ignore[misc]
        typed, floor_times = keystrokes(opened, Typist(bare), rounds)
        floor = statistics.median(floor_times)
        print(f"{MANY} drafts; milliseconds, and times a keystroke in a bare QLineEdit")
        print(f"{'':34}{'median':>9}{'p99':>9}{'ratio':>9}")
        report("bare QLineEdit, keystroke", floor_times, floor, KEY_GOAL)
        met = [report(f"{key}, keystroke", times, floor, KEY_GOAL) for key, times in typed.items()]
        for key, (time_taken,) in first.items():
            print(f"{f'{key}, first visit':34}{time_taken:9.2f}")
        for label, times_of in (
            ("change elsewhere", changes(opened, SWITCHES)),
            ("visit", switches(opened, SWITCHES)),
            ("visit after an edit", after_an_edit(opened, SWITCHES)),
        ):
            met += [report(f"{key}, {label}", times, floor, SWITCH_GOAL) for key, times in times_of.items()]
        opened.window.close()
        window.close()
    del app
    return all(met)


if __name__ == "__main__":
    sys.exit(0 if main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS) else 1)
