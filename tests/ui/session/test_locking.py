"""A workbook that is open in two windows, or on two computers: what is asked; nothing is overwritten."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from time import monotonic, sleep

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.session.conftest import Desk, MakeDesk
from ui.dialogs import QtDialogs
from ui.moments import now
from ui.question import Question
from ui.session import locking
from ui.theme.look import look
from workbook.model.workbook import Workbook
from workbook.persistence.holder import Holder, Machine
from workbook.persistence.lock import FileLock, place_beside, take
from workbook.persistence.reading import read
from workbook.persistence.recovery import Base, Copy, UnsavedWork, version_of
from workbook.persistence.writing import create

ROOT = Path(__file__).resolve().parents[3]
MILAN = Machine("MILAN-LAPTOP", "0123456789abcdef", "a-start-of-milan")

HOLD = """
import sys
from pathlib import Path
from workbook.persistence.lock import take
lock = take(Path(sys.argv[1]), Path(sys.argv[2]))
print("held", flush=True)
sys.stdin.readline()
"""


def anna() -> Holder:
    """Anna in Milan, who has it open as far as anybody knows."""
    return replace(Holder.this_process("window"), person="Anna", machine=MILAN)


def is_free(file: Path, desk: Desk) -> bool:
    """Whether nobody has it, and nothing was left behind by whoever had."""
    desk.bot.waitUntil(lambda: not place_beside(file).exists())
    take(file, desk.folders.locks).release()
    return True


def is_held(file: Path) -> bool:
    return place_beside(file).exists()


@pytest.fixture
def other(tmp_path: Path) -> Path:
    path = tmp_path / "other.partnership"
    create(path, Workbook(title="Other"))
    return path


@pytest.fixture
def second(make_desk: MakeDesk, file: Path) -> Desk:
    """A window that comes when the file is open in another one."""
    assert make_desk().session.open(file)
    return make_desk()


# ---------------------------------------------------------------------------------------------- in one window


def test_the_lock_is_there_while_the_workbook_is_open_and_goes_with_the_window(
    desk: Desk, file: Path
) -> None:
    assert desk.session.open(file)
    assert is_held(file)
    assert desk.session.close()
    assert sorted(each.name for each in file.parent.glob("*.partnership*")) == [file.name]
    assert not is_held(file)


@pytest.mark.parametrize("way", ["new", "example", "other"])
def test_the_lock_goes_when_another_workbook_is_begun(desk: Desk, file: Path, other: Path, way: str) -> None:
    desk.session.open(file)
    if way == "new":
        assert desk.session.new()
    elif way == "example":
        assert desk.session.open_example()
    else:
        assert desk.session.open(other)
    assert is_free(file, desk)
    assert is_held(other) == (way == "other")


def test_a_workbook_can_be_opened_again_and_again_in_one_window(desk: Desk, file: Path, other: Path) -> None:
    for _ in range(5):
        assert desk.session.open(file)
        assert desk.session.open(file)
        desk.title("Typed")
        desk.dialogs.will("revert", answer=True)
        assert desk.session.open(file)
        assert desk.session.open(other)
    assert desk.session.new()
    assert desk.session.open(other)
    assert desk.session.path == other


def test_what_does_not_open_is_not_kept_from_others(desk: Desk, file: Path, other: Path) -> None:
    desk.session.open(other)
    file.write_bytes(b"")
    assert not desk.session.open(file)
    assert is_free(file, desk)
    assert is_held(other)


def test_a_window_that_stays_with_its_unsaved_work_keeps_its_lock_and_no_other(
    desk: Desk, file: Path, other: Path
) -> None:
    desk.session.open(file)
    desk.title("Typed")
    desk.dialogs.will("unsaved", "cancel")
    assert not desk.session.open(other)
    assert is_held(file)
    assert is_free(other, desk)


def test_save_as_takes_the_lock_along_to_the_new_file(desk: Desk, file: Path, tmp_path: Path) -> None:
    new = tmp_path / "new.partnership"
    desk.session.open(file)
    desk.dialogs.will("pick save", new)
    assert desk.session.save_as()
    desk.settle()
    assert desk.session.path == new
    assert is_held(new)
    assert is_free(file, desk)
    desk.title("Typed")
    desk.save()
    assert read(new).workbook.title == "Typed"


def test_a_save_as_that_fails_leaves_the_locks_as_they_were(desk: Desk, file: Path, tmp_path: Path) -> None:
    desk.session.open(file)
    (tmp_path / "folder").mkdir()
    nowhere = tmp_path / "folder" / "x.partnership"
    desk.dialogs.will("pick save", nowhere)

    def give_up(_sentence: object) -> str:
        return "keep_working"

    desk.dialogs.will("failed save", give_up)
    (tmp_path / "folder").rmdir()
    assert desk.session.save_as()
    desk.settle()
    assert desk.session.path == file
    assert is_held(file)
    assert not list(desk.folders.locks.glob("*"))


def test_where_no_lock_can_be_had_the_window_works_all_the_same(desk: Desk, file: Path) -> None:
    place_beside(file).mkdir()
    desk.folders.state.mkdir(parents=True, exist_ok=True)
    desk.folders.locks.write_bytes(b"in the way")
    assert desk.session.open(file)
    desk.title("Typed")
    desk.save()
    assert read(file).workbook.title == "Typed"


# --------------------------------------------------------------------------------------------- in two windows


def test_a_second_window_asks_and_cancelling_changes_nothing(second: Desk, file: Path) -> None:
    second.dialogs.will("in use", "cancel")
    assert not second.session.open(file)
    ((question, about),) = second.dialogs.asked
    assert question == "in use"
    assert isinstance(about, tuple)
    assert about[0] == file
    assert about[1].words == "in another window"
    assert second.session.path is None
    assert second.document.workbook.title == ""


def test_open_to_read_shows_the_file_and_saving_never_goes_over_it(
    second: Desk, file: Path, tmp_path: Path
) -> None:
    before, new = file.read_bytes(), tmp_path / "mine.partnership"
    second.dialogs.will("in use", "to_read")
    assert second.session.open(file)
    assert second.document.workbook.title == "Nordhavn"
    assert second.session.saved_in_words == "Read only"
    assert not second.session.is_modified
    second.title("Typed")
    assert second.session.saved_in_words == "Read only, changed"
    second.dialogs.will("pick save", file)
    second.dialogs.will("pick save", new)
    second.save()
    assert second.dialogs.told == [
        "“e.partnership” is open elsewhere. It stays as it is: choose another name."
    ]
    assert file.read_bytes() == before
    assert read(new).workbook.title == "Typed"
    assert read(new).head.document_id != read(file).head.document_id
    assert second.session.saved_in_words.startswith("Saved ")
    assert is_held(new)


def test_what_is_open_to_read_may_be_left_without_a_question(second: Desk, file: Path) -> None:
    second.dialogs.will("in use", "to_read")
    second.session.open(file)
    assert second.session.close()
    assert is_held(file)


def test_unsaved_work_on_what_is_open_to_read_is_kept_safe_too(second: Desk, file: Path) -> None:
    second.dialogs.will("in use", "to_read")
    second.session.open(file)
    second.title("Typed")
    second.settle()
    assert len(second.copies) == 1


def test_a_copy_is_an_unsaved_workbook_of_its_own(second: Desk, file: Path, tmp_path: Path) -> None:
    before = file.read_bytes()
    second.dialogs.will("in use", "copy")
    assert second.session.open(file)
    assert (second.session.path, second.session.is_modified) == (None, True)
    assert second.session.saved_in_words == "Not saved yet"
    second.dialogs.will("pick save", file)
    second.dialogs.will("pick save", tmp_path / "copy.partnership")
    second.save()
    assert file.read_bytes() == before
    assert read(tmp_path / "copy.partnership").workbook == read(file).workbook


def test_saving_as_what_is_open_in_another_window_is_refused(
    make_desk: MakeDesk, file: Path, tmp_path: Path
) -> None:
    make_desk().session.open(file)
    before, desk = file.read_bytes(), make_desk()
    desk.session.new()
    desk.title("Typed")
    desk.dialogs.will("pick save", file)
    desk.dialogs.will("overwrite", answer=True)
    desk.dialogs.will("failed save", "elsewhere")
    desk.dialogs.will("pick save", tmp_path / "mine.partnership")
    desk.save()
    desk.settle()
    (sentence,) = [about for question, about in desk.dialogs.asked if question == "failed save"]
    assert str(sentence).startswith("“e.partnership” is open in another window, since ")
    assert file.read_bytes() == before
    assert read(tmp_path / "mine.partnership").workbook.title == "Typed"
    assert desk.session.path == tmp_path / "mine.partnership"


def test_when_the_first_window_closes_the_second_may_have_the_file(make_desk: MakeDesk, file: Path) -> None:
    first, second = make_desk(), make_desk()
    first.session.open(file)
    assert first.session.close()
    assert second.session.open(file)
    assert second.session.path == file


def test_unsaved_work_whose_file_is_open_again_comes_back_as_a_copy(make_desk: MakeDesk, file: Path) -> None:
    make_desk().session.open(file)
    desk, before = make_desk(), file.read_bytes()
    opened = read(file)
    base = Base(file, opened.head.revision, version_of(opened.head, opened.workbook))
    gone = UnsavedWork(desk.folders.unsaved)
    work = opened.workbook.replace(title="Typed before the crash")
    gone.keep(Copy(opened.head.document_id or "", work, base, now()))
    gone.close()
    (left,) = UnsavedWork(desk.folders.unsaved).left_over()
    desk.session._recover(left)  # noqa: SLF001 - the dialog that leads here has tests of its own
    assert desk.document.workbook.title == "Typed before the crash"
    assert (desk.session.path, desk.session.is_modified) == (None, True)
    (note,) = desk.notes
    assert note.startswith("“e.partnership” is open in another window, since ")
    assert note.endswith(": the unsaved work is opened as a copy.")
    assert file.read_bytes() == before


# ------------------------------------------------------------------------------------- a program that is gone


def test_after_a_kill_the_file_opens_at_once_and_without_a_question(desk: Desk, file: Path) -> None:
    command = [sys.executable, "-c", HOLD, str(file), str(desk.folders.locks)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == b"held\n"
        desk.dialogs.will("in use", "cancel")
        assert not desk.session.open(file)
        program.kill()
    assert is_held(file)
    assert desk.session.open(file)
    assert desk.session.path == file


# ------------------------------------------------------------------------------------------- another computer


def test_on_another_computer_it_is_taken_over_only_when_the_user_says_so(desk: Desk, file: Path) -> None:
    theirs = anna().to_bytes()
    place_beside(file).write_bytes(theirs)
    desk.dialogs.will("in use", "cancel")
    assert not desk.session.open(file)
    assert place_beside(file).read_bytes() == theirs
    desk.dialogs.will("in use", "take_over")
    assert desk.session.open(file)
    assert desk.session.path == file
    desk.title("Typed")
    desk.save()
    assert read(file).workbook.title == "Typed"


def test_taking_over_asks_again_when_it_is_somebody_else_by_then(desk: Desk, file: Path) -> None:
    place_beside(file).write_bytes(anna().to_bytes())
    ben = replace(anna(), person="Ben")
    ben = replace(ben, token=ben.token[::-1] + "b")

    def meanwhile(_about: object) -> str:
        place_beside(file).write_bytes(ben.to_bytes())
        return "take_over"

    desk.dialogs.will("in use", meanwhile)
    desk.dialogs.will("in use", "cancel")
    assert not desk.session.open(file)
    assert [about[1].person for _, about in desk.dialogs.asked if isinstance(about, tuple)] == ["Anna", "Ben"]


def test_a_window_whose_lock_was_taken_over_saves_elsewhere_and_not_over_it(
    desk: Desk, file: Path, tmp_path: Path
) -> None:
    desk.session.open(file)
    theirs = anna().to_bytes()
    place_beside(file).write_bytes(theirs)
    before = file.read_bytes()
    desk.title("Typed")
    desk.dialogs.will("failed save", "elsewhere")
    desk.dialogs.will("pick save", tmp_path / "mine.partnership")
    desk.save()
    desk.settle()
    sentence = str(desk.dialogs.asked[0][1])
    assert sentence.startswith("“e.partnership” was taken over and is open on MILAN-LAPTOP (Anna), since ")
    assert sentence.endswith(": saving here would undo what is done there.")
    assert file.read_bytes() == before
    assert read(tmp_path / "mine.partnership").workbook.title == "Typed"
    assert place_beside(file).read_bytes() == theirs


def test_a_window_whose_lock_was_let_go_of_again_may_save(desk: Desk, file: Path) -> None:
    desk.session.open(file)
    place_beside(file).write_bytes(anna().to_bytes())
    place_beside(file).unlink()
    desk.title("Typed")
    desk.save()
    assert read(file).workbook.title == "Typed"
    assert is_held(file)


# ----------------------------------------------------------------------------------------------- the question


@pytest.fixture
def dialogs(qtbot: QtBot) -> QtDialogs:
    window = QWidget()
    qtbot.addWidget(window)
    return QtDialogs(window)


def asked() -> Question:
    return next(
        each for each in QApplication.topLevelWidgets() if isinstance(each, Question) and each.isVisible()
    )


@pytest.mark.parametrize(
    ("button", "answer"),
    [
        ("Open to read", "to_read"),
        ("Open a copy", "copy"),
        ("Open it all the same", "take_over"),
        ("Cancel", "cancel"),
        ("", "cancel"),  # Escape
    ],
)
def test_each_button_gives_its_answer(dialogs: QtDialogs, button: str, answer: str) -> None:
    def press() -> None:
        if not button:
            QTest.keyClick(asked(), Qt.Key.Key_Escape)
            return
        (found,) = [each for each in asked().findChildren(QPushButton) if each.text() == button]
        QTest.mouseClick(found, Qt.MouseButton.LeftButton)

    QTimer.singleShot(0, press)
    assert dialogs.ask_in_use(Path("e.partnership"), anna()) == answer


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("is_elsewhere", [True, False])
def test_the_question_names_file_holder_and_time_and_only_another_computer_is_taken_over(
    dialogs: QtDialogs, scale: float, *, is_elsewhere: bool
) -> None:
    seen: list[tuple[str, str]] = []
    clipped: list[str] = []

    def look_at_it() -> None:
        buttons = asked().findChildren(QPushButton)
        clipped.extend(each.text() for each in buttons if each.width() < each.sizeHint().width())
        seen.extend((asked().sentence, each.text()) for each in buttons)
        asked().reject()

    look().set(scale=scale)
    holder = replace(anna() if is_elsewhere else Holder.this_process("window"), since=now())
    QTimer.singleShot(0, look_at_it)
    dialogs.ask_in_use(Path("Customs.partnership"), holder)
    who = "on MILAN-LAPTOP (Anna)" if is_elsewhere else "in another window"
    assert holder.since is not None
    assert {sentence for sentence, _ in seen} == {
        f"“Customs.partnership” is open {who}, since {holder.since:%H:%M}."
    }
    expected = {"Open to read", "Open a copy", "Cancel"} | (
        {"Open it all the same"} if is_elsewhere else set()
    )
    assert {words for _, words in seen} == expected
    look().set(scale=1.0)
    assert clipped == []


# ------------------------------------------------------------------------------------------------- slow disks


def test_the_window_goes_on_painting_while_a_lock_is_waited_for(
    desk: Desk, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    turns: list[int] = []
    timer = QTimer(interval=5)
    timer.timeout.connect(lambda: turns.append(1))

    def slowly(path: Path, folder: Path, *, from_holder: Holder | None = None) -> FileLock:
        wait_for_turns(turns)
        return take(path, folder, from_holder=from_holder)

    timer.start()
    monkeypatch.setattr(locking, "take", slowly)
    assert desk.session.open(file)
    timer.stop()
    assert len(turns) >= 3


def wait_for_turns(turns: list[int]) -> None:
    """Wait, on a disk's thread, until the window's thread has turned three times."""
    end = monotonic() + 20
    while len(turns) < 3 and monotonic() < end:
        sleep(0.005)
