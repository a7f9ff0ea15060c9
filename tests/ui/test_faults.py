"""Faults of our own: whatever fails, the work is kept, one calm window tells of it, and one goes on."""

import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import cast

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui.background import run_in_background, run_watched
from ui.dialogs import Dialogs, QtDialogs
from ui.faults import SENTENCE, Faults, catch_faults, details_of, stop_catching, tell_no_start
from ui.question import Question

PATIENCE = 10_000
"""Milliseconds."""


@dataclass
class Teller:
    """Where faults are told; a window that stays open for as long as `meanwhile` takes."""

    told: list[str] = field(default_factory=list)
    kept: int = 0
    open: int = 0
    most_open: int = 0
    meanwhile: Callable[[], object] = lambda: None

    def tell_fault(self, sentence: str, details: str) -> None:
        assert sentence == SENTENCE
        self.told.append(details)
        self.open += 1
        self.most_open = max(self.most_open, self.open)
        self.meanwhile()
        self.open -= 1

    def keep(self) -> None:
        self.kept += 1


@pytest.fixture
def teller(qtbot: QtBot, capsys: pytest.CaptureFixture[str]) -> Iterator[Teller]:
    """Faults are caught as in the program; what goes to the terminal besides is of no interest here."""
    del qtbot
    made = Teller()
    before = sys.excepthook, threading.excepthook
    catch_faults(cast("Dialogs", made), made.keep)
    yield made
    stop_catching()
    sys.excepthook, threading.excepthook = before
    capsys.readouterr()


def divide() -> None:
    raise ZeroDivisionError("in a slot")


def in_a_slot(_bot: QtBot) -> None:
    QTimer.singleShot(0, divide)


def in_a_button(bot: QtBot) -> None:
    button = QPushButton()
    bot.addWidget(button)
    button.clicked.connect(divide)
    button.click()


def in_painting(bot: QtBot) -> QWidget:
    class Broken(QWidget):
        def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
            del event
            divide()

    broken = Broken()
    bot.addWidget(broken)
    broken.show()
    return broken


def in_a_thread(_bot: QtBot) -> None:
    thread = threading.Thread(target=divide)
    thread.start()
    thread.join()


def raised(problem: Exception) -> None:
    raise problem


def in_background_work(_bot: QtBot) -> None:
    run_in_background(divide, done=lambda _: None, failed=raised)


def in_progress_of_work(_bot: QtBot) -> None:
    run_watched(
        lambda watch: watch.report(1), done=lambda _: None, failed=raised, progress=lambda _: divide()
    )


EVERYWHERE = (
    in_a_slot,
    in_a_button,
    in_painting,
    in_a_thread,
    in_background_work,
    in_progress_of_work,
)


@pytest.mark.no_qt_log
@pytest.mark.parametrize("happen", EVERYWHERE, ids=lambda each: each.__name__)
def test_wherever_it_happens_the_work_is_kept_and_it_is_told_once(
    qtbot: QtBot, teller: Teller, happen: Callable[[QtBot], QWidget | None]
) -> None:
    shown = happen(qtbot)
    qtbot.waitUntil(lambda: bool(teller.told), timeout=PATIENCE)
    for _ in range(10):
        if shown is not None:
            shown.update()
        qtbot.wait(5)
    assert len(teller.told) == 1
    assert "ZeroDivisionError: in a slot" in teller.told[0]
    assert teller.kept == 1


def overflow() -> None:
    overflow()


def no_memory() -> None:
    raise MemoryError


class WordsFail(Exception):
    """Not even its words can be had."""

    def __str__(self) -> str:
        raise RuntimeError("no words")


def no_words() -> None:
    raise WordsFail


@pytest.mark.parametrize(
    ("fault", "words"),
    [(overflow, "RecursionError"), (no_memory, "MemoryError"), (no_words, "WordsFail")],
    ids=["no end", "no memory", "no words"],
)
def test_faults_of_the_worst_kind_are_told_too(
    qtbot: QtBot, teller: Teller, fault: Callable[[], None], words: str
) -> None:
    QTimer.singleShot(0, fault)
    qtbot.waitUntil(lambda: bool(teller.told), timeout=PATIENCE)
    assert words in teller.told[0]


def test_when_even_formatting_it_fails_there_are_still_details(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("traceback.format_exception", lambda *_: no_memory())
    assert "MemoryError, of which no more can be said." in details_of(MemoryError, MemoryError(), None)


def test_a_fault_while_one_is_told_waits_for_its_turn_and_windows_do_not_stack(
    qtbot: QtBot, teller: Teller
) -> None:
    def another() -> None:
        teller.meanwhile = lambda: None
        for _ in range(20):
            QTimer.singleShot(0, divide)
        QTimer.singleShot(0, no_memory)
        qtbot.wait(50)

    teller.meanwhile = another
    QTimer.singleShot(0, no_words)
    qtbot.waitUntil(lambda: len(teller.told) == 2, timeout=PATIENCE)
    qtbot.wait(50)
    assert len(teller.told) == 2
    assert teller.most_open == 1
    assert teller.told[1].count("ZeroDivisionError: in a slot") == 1
    assert "MemoryError" in teller.told[1]


def test_a_fault_that_comes_back_is_told_again_after_a_while(qtbot: QtBot) -> None:
    teller, now = Teller(), [100.0]
    made = Faults(cast("Dialogs", teller), teller.keep, lambda: now[0])

    def happen() -> None:
        place, details = ("ZeroDivisionError", "view.py", 7), f"at {now[0]}"
        made.heard.emit(place, details)
        qtbot.wait(10)

    for moment in (100.0, 101.0, 159.0, 161.0, 162.0):
        now[0] = moment
        happen()
    assert teller.told == ["at 100.0", "at 161.0"]


def test_keeping_that_fails_does_not_hide_the_fault(qtbot: QtBot, teller: Teller) -> None:
    catch_faults(cast("Dialogs", teller), divide)
    QTimer.singleShot(0, no_memory)
    qtbot.waitUntil(lambda: bool(teller.told), timeout=PATIENCE)
    assert "MemoryError" in teller.told[0]


def test_telling_that_fails_ends_there_and_the_next_fault_is_told(qtbot: QtBot, teller: Teller) -> None:
    teller.meanwhile = divide
    QTimer.singleShot(0, no_memory)
    qtbot.waitUntil(lambda: len(teller.told) == 1, timeout=PATIENCE)
    teller.meanwhile = lambda: None
    QTimer.singleShot(0, overflow)
    qtbot.waitUntil(lambda: len(teller.told) == 2, timeout=PATIENCE)


def test_negative_control_a_hook_that_opens_a_window_each_time_stacks_them(
    qtbot: QtBot, teller: Teller, monkeypatch: pytest.MonkeyPatch
) -> None:
    def naive(kind: type[BaseException], error: BaseException, _trace: object) -> None:
        teller.tell_fault(SENTENCE, f"{kind} {error}")

    def another() -> None:
        if len(teller.told) < 3:
            QTimer.singleShot(0, divide)
            qtbot.wait(30)

    monkeypatch.setattr(sys, "excepthook", naive)
    teller.meanwhile = another
    QTimer.singleShot(0, divide)
    qtbot.waitUntil(lambda: len(teller.told) == 3, timeout=PATIENCE)
    assert teller.most_open == 3


# The window itself --------------------------------------------------------------------------------------


def question() -> Question:
    found = QApplication.activeModalWidget()
    assert isinstance(found, Question)
    return found


def press(words: str) -> None:
    next(each for each in question().findChildren(QPushButton) if each.text() == words).click()


def test_the_window_says_that_work_is_kept_and_its_details_can_be_copied(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    seen = []

    def look() -> None:
        seen.append(question().accessibleDescription())
        press("Copy the details")
        press("Go on")

    QTimer.singleShot(0, look)
    QtDialogs(parent).tell_fault(SENTENCE, "line 1\nline 2")
    assert " ".join(seen) == (
        "Something went wrong in the program. Your work is still open, and what you typed is kept. "
        "You can go on; save it now to be sure."
    )
    assert QGuiApplication.clipboard().text() == "line 1\nline 2"


def test_a_start_that_fails_is_told_before_the_program_ends(
    qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    seen = []

    def look() -> None:
        seen.append((question().sentence, "no pages" in question().details))
        press("Close")

    QTimer.singleShot(0, look)
    tell_no_start(RuntimeError("no pages"), parent)
    assert seen == [("The program could not start.", True)]
    assert "no pages" in capsys.readouterr().err
