"""Starting, as a program of its own: what is loaded before the first paint, and the ways in which it ends."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ui import app
from workbook.edits.begin import add_draft, empty_draft
from workbook.model.workbook import Workbook
from workbook.persistence.reading import read
from workbook.persistence.recovery import UnsavedWork
from workbook.persistence.writing import create

ROOT = Path(__file__).resolve().parents[3]
SLOW = {"pydantic", "pydantic_core", "openpyxl", "xlsxwriter", "numpy"}

PAINTED = """
import json, os, sys
import ui.cli
from ui.launch import launch

def tell():
    print(json.dumps(sorted(sys.modules)), flush=True)
    os._exit(0)

launch(None, watch=lambda start: start.painted.connect(tell))
"""

STAND_IN = """
import os, sys, types
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel

class Workspace(QLabel):
    def __init__(self, window, document, session, settings):
        super().__init__("the workspace")
        self.session = session
        undo = QAction(window)
        document.history.undoTextChanged.connect(lambda what: undo.setText(what))
    def may_close(self):
        return self.session.close()

module = types.ModuleType("ui.shell.workspace")
module.Workspace = Workspace
sys.modules["ui.shell.workspace"] = module

from ui.launch import launch

def say(*words):
    print(*words, flush=True)
"""
"""The way in is tested here, not what fills the window."""

WORKING = """
def watch(start):
    start.painted.connect(lambda: say("painted"))
    start.furnished.connect(lambda: QTimer.singleShot(0, lambda: go(start)))

def go(start):
    session = start.session
    say("furnished", session.title)
    {deed}

sys.exit(launch({file}, watch=watch))
"""

Program = subprocess.Popen[str]
Start = Callable[..., Program]


@pytest.fixture
def start() -> Start:
    def begin(code: str, **environment: str) -> Program:
        return subprocess.Popen(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env=os.environ | {"QT_QPA_PLATFORM": "offscreen", **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    return begin


def working(deed: str, file: Path | None = None) -> str:
    where = "None" if file is None else f"Path({str(file)!r})"
    return STAND_IN + WORKING.format(deed=deed, file=where)


@pytest.fixture
def unsaved() -> UnsavedWork:
    """The folder in which programs started here keep unsaved work."""
    return UnsavedWork(Path(os.environ["XDG_STATE_HOME"]) / app_name() / "unsaved")


def app_name() -> str:
    from ui.folders import NAME

    return NAME


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "e.partnership"
    create(path, add_draft(Workbook(title="Nordhavn"), empty_draft()))
    return path


def test_nothing_slow_is_loaded_before_the_first_paint(start: Start) -> None:
    with start(PAINTED) as program:
        out, err = program.communicate()
    assert program.returncode == 0, err
    loaded = set(json.loads(out))
    assert "ui.window" in loaded
    assert {name.partition(".")[0] for name in loaded} & SLOW == set()
    assert not {name for name in loaded if name.startswith(("workbook.", "exports"))}


def test_it_opens_the_file_it_is_given_and_ends_when_the_window_is_closed(start: Start, file: Path) -> None:
    with start(working("start.window.close()", file)) as program:
        out, err = program.communicate()
    assert (out.splitlines(), err, program.returncode) == (["painted", "furnished Nordhavn"], "", 0)


TYPE = 'session._document.put(("title",), "Typed", "change of title"); say("typed")'


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT", "SIGHUP"])
def test_a_signal_ends_it_and_unsaved_work_is_kept(
    start: Start, unsaved: UnsavedWork, file: Path, name: str
) -> None:
    number = getattr(signal, name)
    with start(working(TYPE, file)) as program:
        assert program.stdout is not None
        assert [program.stdout.readline() for _ in range(3)][-1] == "typed\n"
        program.send_signal(number)
        _, err = program.communicate()
    assert (program.returncode, err) == (128 + number, "")
    (left,) = unsaved.left_over()
    assert left.copy.workbook.title == "Typed"
    assert left.standing == "same"
    assert read(file).workbook.title == "Nordhavn"


FAULT = """QTimer.singleShot(0, lambda: 1 / 0); QTimer.singleShot(0, lambda: answer(start))

def answer(start):
    from PySide6.QtWidgets import QApplication
    from ui.question import Question
    box = QApplication.activeModalWidget()
    if not isinstance(box, Question):
        QTimer.singleShot(10, lambda: answer(start))
        return
    say(box.sentence)
    say("ZeroDivisionError" in box.details)
    box.reject()
    QTimer.singleShot(0, start.window.close)
"""


def test_a_fault_is_told_and_the_work_goes_on(start: Start) -> None:
    with start(working(FAULT)) as program:
        out, err = program.communicate(timeout=60)
    assert out.splitlines()[2:] == ["Something went wrong in the program.", "True"]
    assert "ZeroDivisionError" in err
    assert program.returncode == 0


def test_a_window_that_cannot_be_filled_is_told_and_ends(start: Start) -> None:
    broken = STAND_IN.replace('super().__init__("the workspace")', 'raise RuntimeError("no workspace")')
    answer = """
from PySide6.QtWidgets import QApplication, QDialog
def answer():
    box = QApplication.activeModalWidget()
    if isinstance(box, QDialog):
        box.reject()
    QTimer.singleShot(10, answer)
sys.exit(launch(None, watch=lambda start: QTimer.singleShot(0, answer)))
"""
    with start(broken + answer) as program:
        _, err = program.communicate(timeout=60)
    assert "no workspace" in err
    assert program.returncode == 1


def test_the_settings_are_those_of_the_look(start: Start, tmp_path: Path) -> None:
    config = tmp_path / "partnership-workbook"
    config.mkdir()
    (config / "settings.json").write_text('{"theme": "dark", "text_scale": 1.5}', "utf-8")
    deed = (
        "say(start._look.mode, start._look.scale); start.settings.set_theme('light'); "
        "say(start._look.mode); start.window.close()"
    )
    with start(working(deed), XDG_CONFIG_HOME=str(tmp_path)) as program:
        out, err = program.communicate()
    assert out.splitlines()[2:] == ["dark 1.5", "light"], err


@pytest.mark.parametrize(
    ("platform", "environment", "says_no"),
    [
        ("linux", {}, True),
        ("linux", {"DISPLAY": ":0"}, False),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, False),
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}, False),
        ("linux", {"QT_QPA_PLATFORM": "vnc:port=5900"}, False),
        ("linux", {"QT_QPA_PLATFORM": "xcb", "WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"QT_QPA_PLATFORM": "wayland-egl", "DISPLAY": ":0"}, True),
        ("darwin", {}, False),
        ("win32", {}, False),
    ],
)
def test_without_a_screen_it_says_so(platform: str, environment: dict[str, str], *, says_no: bool) -> None:
    assert (app.no_screen(platform, environment) is not None) == says_no


def test_without_a_screen_there_is_one_line_and_no_traceback(start: Start) -> None:
    code = "import sys; from ui.app import main; sys.exit(main(None))"
    with start(code, QT_QPA_PLATFORM="", DISPLAY="", WAYLAND_DISPLAY="") as program:
        out, err = program.communicate()
    if not sys.platform.startswith("linux"):
        pytest.skip("other systems always have a screen")
    assert (program.returncode, out, err) == (1, "", app.NO_SCREEN + "\n")


@pytest.mark.parametrize(
    "error",
    [
        ImportError("libEGL.so.1: cannot open shared object file: No such file or directory"),
        ModuleNotFoundError("No module named 'PySide6'", name="PySide6"),
    ],
)
def test_a_missing_library_is_named_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], error: ImportError
) -> None:
    class Finder:
        def find_spec(self, name: str, *_: object) -> None:
            if name == "ui.launch":
                raise error

    monkeypatch.delitem(sys.modules, "ui.launch", raising=False)
    monkeypatch.setattr(sys, "meta_path", [Finder(), *sys.meta_path])
    assert app.main(None) == 1
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert str(error).rstrip(".") in said


def test_a_module_of_ours_that_is_missing_is_a_fault_and_no_missing_library() -> None:
    assert not app.is_about_qt(ModuleNotFoundError("No module named 'ui.pages'", name="ui.pages"))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux leaves its libraries to the user")
def test_the_part_of_qt_for_x11_is_tried_before_qt_would_abort(monkeypatch: pytest.MonkeyPatch) -> None:
    import ctypes

    def refuse(_name: str, mode: int) -> None:
        raise OSError(f"libxcb-cursor.so.0: cannot open shared object file ({mode})")

    assert app.missing_library("linux", {}) is None
    monkeypatch.setattr(ctypes, "CDLL", refuse)
    assert app.missing_library("linux", {"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}) is None
    assert "libxcb-cursor.so.0" in str(app.missing_library("linux", {"DISPLAY": ":0"}))
