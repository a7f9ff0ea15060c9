"""The program is ended from outside, at any moment: what was typed comes back, and no file is damaged.

Each time a program of its own is started. Nothing but its end makes it keep what was typed: the usual pause
after which it does so by itself is made longer than any test.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from time import sleep

import pytest

from tests.figures import Figures
from tests.ui.session.test_launch import app_name, working
from workbook.edits.begin import add_draft, empty_draft
from workbook.model.workbook import Workbook
from workbook.persistence.reading import read
from workbook.persistence.recovery import UnsavedWork
from workbook.persistence.writing import create

ROOT = Path(__file__).resolve().parents[2]
SEED = 20190618
MARK = ".saving"
OF_THE_PLATFORM = "This plugin does not support propagateSizeHints()\n"
"""What Qt says of every window that is not on a screen."""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")

Program = subprocess.Popen[str]

ONLY_IN_THE_END = "import ui.session.keeping; ui.session.keeping.PAUSE = 10**8\n"

SLOW_DISK = """
import time
real = os.replace
def slow(source, target, **options):
    if str(target).endswith(".partnership"):
        say("ready")
        time.sleep(1.0)
    real(source, target, **options)
os.replace = slow
"""

HUNG_DISK = (
    SLOW_DISK.replace("time.sleep(1.0)", "time.sleep(10**6)")
    + """
import ui.launch
ui.launch.LONGEST_END = 0.5
"""
)

NAIVE = """
import ui.signals, signal
class Nothing:
    def __init__(self, flush, parent):
        from PySide6.QtCore import QCoreApplication
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
            signal.signal(number, lambda received, _frame: os._exit(128 + received))
    def status(self, usual):
        return usual
    def restore(self):
        pass
ui.signals.Signals = Nothing
"""

TYPE = 'session._document.put(("title",), {words}, "change of title"); '

TYPING = """
    count = iter(range(1, 10**6))
    def type_one():
        words = f"Typed {next(count)}"
        session._document.put(("title",), words, "change of title")
        say(words)
    typing = QTimer(start, interval=5)
    typing.timeout.connect(type_one)
    typing.start()
    say("ready")
"""

ASKING = """
    session._document.put(("title",), "Typed", "change of title")
    def look():
        from PySide6.QtWidgets import QApplication
        if QApplication.activeModalWidget() is not None:
            say("ready")
        else:
            QTimer.singleShot(5, look)
    QTimer.singleShot(5, look)
    start.window.close()
    say("answered")
"""

SAVING = """
    session._document.put(("title",), "Saved", "change of title")
    session.save()
    session._document.put(("title",), "Typed", "change of title")
"""

LOGOUT = """
    session._document.put(("title",), "Typed", "change of title")
    start.keep_for_logout(None)
    QTimer.singleShot(0, start._app.quit)
"""

CALLED_OFF = """
    session._document.put(("title",), "Typed", "change of title")
    start.keep_for_logout(None)
    session._document.put(("title",), "Typed on", "change of title")
    session.dialogs.ask_unsaved = lambda title, *_: say("asked about", title) or "discard"
    QTimer.singleShot(0, start.window.close)
"""

STOPPED = """
    session._document.put(("title",), "Typed", "change of title")
    def full(*_):
        from workbook.persistence.problems import Unwritable
        raise Unwritable(Path("unsaved"), "the disk is full")
    session._keeping._unsaved.keep = full
    class Manager:
        def cancel(self):
            say("stopped")
    start.keep_for_logout(Manager())
    session.dialogs.ask_unsaved = lambda title, *_: say("asked about", title) or "discard"
    QTimer.singleShot(0, start.window.close)
"""

ABORTED = """
    session._document.put(("title",), "Typed", "change of title")
    session.flush()
    from PySide6.QtCore import qFatal
    qFatal("the screen has gone")
"""


@contextmanager
def running(code: str) -> Iterator[Program]:
    """A program of its own; it has ended afterwards, whatever happens."""
    with subprocess.Popen(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as program:
        try:
            yield program
        finally:
            if program.poll() is None:
                program.kill()


def said_until(program: Program, last: str) -> list[str]:
    """What it says up to a line."""
    assert program.stdout is not None
    lines: list[str] = []
    while (line := program.stdout.readline().rstrip("\n")) != last:
        assert line, f"it ended before it said {last}: {program.stderr.read() if program.stderr else ''}"
        lines.append(line)
    return lines


def code_for(deed: str, file: Path, before: str = "") -> str:
    body, _, rest = working("{deed}", file).partition("def watch")
    return body + ONLY_IN_THE_END + before + "def watch" + rest.replace("{deed}", deed.strip())


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "e.partnership"
    create(path, add_draft(Workbook(title="Nordhavn"), empty_draft()))
    return path


def offered() -> list[str]:
    """The titles that the next start offers."""
    folder = Path(os.environ["XDG_STATE_HOME"]) / app_name() / "unsaved"
    unsaved = UnsavedWork(folder)
    titles = [left.copy.workbook.title for left in unsaved.left_over()]
    for left in unsaved.left_over():
        unsaved.clear_away(left)
    return titles


def is_tidy(file: Path) -> bool:
    return not [each.name for each in file.parent.iterdir() if MARK in each.name]


def ended(deed: str, file: Path, name: str, before: str = "", pause: float = 0.0) -> tuple[list[str], str]:
    """Send a signal once it says that it is ready, and so many seconds later; what it said, and on stderr."""
    number = getattr(signal, name)
    with running(code_for(deed, file, before)) as program:
        said = said_until(program, "ready")
        sleep(pause)
        program.send_signal(number)
        out, err = program.communicate(timeout=60)
    assert program.returncode == 128 + number, err
    return said + out.splitlines(), err.replace(OF_THE_PLATFORM, "")


SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT")
TIMES = [1, pytest.param(30, marks=[pytest.mark.long, pytest.mark.timeout(900)])]


@pytest.mark.parametrize("times", TIMES)
def test_a_signal_while_typing_loses_no_letter(file: Path, times: int, figures: Figures) -> None:
    chance = Random(SEED)  # noqa: S311 - which moments are tried is no secret
    letters = 0
    for number in range(times):
        said, err = ended(TYPING, file, SIGNALS[number % 3], pause=chance.random() / 2)
        typed = [line for line in said if line.startswith("Typed")]
        assert offered() == typed[-1:]
        assert err == ""
        letters += len(typed)
    assert read(file).workbook.title == "Nordhavn"
    assert is_tidy(file)
    figures.tell(
        "Ended by a signal while typing", tried=times, what="signals", lost=0, beside=f"{letters:,} edits"
    )


def test_negative_control_without_listening_to_signals_it_is_lost(file: Path) -> None:
    said, _ = ended(TYPING, file, "SIGTERM", before=NAIVE, pause=0.3)
    assert [line for line in said if line.startswith("Typed")]
    assert offered() == []


@pytest.mark.parametrize("times", TIMES)
def test_a_signal_during_a_save_loses_neither_the_save_nor_what_was_typed_since(
    file: Path, times: int, figures: Figures
) -> None:
    for number in range(times):
        create(file.with_name(f"{number}.partnership"), Workbook(title="Before"))
        _, err = ended(SAVING, file.with_name(f"{number}.partnership"), SIGNALS[number % 3], before=SLOW_DISK)
        assert err == ""
        assert read(file.with_name(f"{number}.partnership")).workbook.title == "Saved"
        assert offered() == ["Typed"]
        assert is_tidy(file)
    figures.tell("Ended by a signal in the middle of a save", tried=times, what="signals", lost=0)


def test_a_disk_that_never_answers_does_not_keep_the_program_from_ending(file: Path) -> None:
    _, err = ended(SAVING, file, "SIGTERM", before=HUNG_DISK)
    assert err == ""
    assert read(file).workbook.title == "Nordhavn"
    assert offered() == ["Typed"]


@pytest.mark.parametrize(
    "name", ["SIGINT", *(pytest.param(each, marks=pytest.mark.long) for each in SIGNALS[:2])]
)
def test_a_signal_while_a_question_is_open_answers_it_in_the_safe_way(file: Path, name: str) -> None:
    said, err = ended(ASKING, file, name)
    assert said[-1] == "answered"
    assert err == ""
    assert offered() == ["Typed"]
    assert read(file).workbook.title == "Nordhavn"


@pytest.mark.parametrize(
    "name", ["SIGTERM", *(pytest.param(each, marks=pytest.mark.long) for each in SIGNALS[1:])]
)
def test_a_signal_during_the_start_ends_it_and_nothing_else(file: Path, name: str) -> None:
    before = file.read_bytes()
    with running(code_for("pass", file)) as program:
        said_until(program, "painted")
        program.send_signal(getattr(signal, name))
        _, err = program.communicate(timeout=60)
    assert (program.returncode, err) == (128 + getattr(signal, name), "")
    assert file.read_bytes() == before
    assert offered() == []


def run(deed: str, file: Path) -> tuple[int, list[str], str]:
    with running(code_for(deed, file)) as program:
        out, err = program.communicate(timeout=60)
    return program.returncode, out.splitlines(), err


def test_logging_out_asks_nothing_and_keeps_what_was_typed(file: Path) -> None:
    status, _, err = run(LOGOUT, file)
    assert (status, err) == (0, "")
    assert offered() == ["Typed"]
    assert read(file).workbook.title == "Nordhavn"


def test_after_a_logout_that_was_called_off_closing_asks_again(file: Path) -> None:
    status, said, _ = run(CALLED_OFF, file)
    assert (status, said[-1]) == (0, "asked about Typed on")
    assert offered() == []


def test_a_logout_that_would_lose_work_is_stopped(file: Path) -> None:
    status, said, _ = run(STOPPED, file)
    assert (status, said[-2:]) == (0, ["stopped", "asked about Typed"])


def test_when_qt_gives_up_what_was_kept_before_is_offered(file: Path) -> None:
    status, _, err = run(ABORTED, file)
    assert status == -signal.SIGABRT
    assert "the screen has gone" in err
    assert offered() == ["Typed"]
