"""After the program ended unexpectedly: what is offered, how it opens, and when it goes."""

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tests.ui.session.conftest import Desk, MakeDesk
from ui.moments import now
from ui.recovery_dialog import RecoveryAnswer, described
from workbook.edits.begin import add_draft, empty_draft
from workbook.model.workbook import Workbook
from workbook.persistence.reading import read
from workbook.persistence.recovery import Base, Copy, LeftOver, UnsavedWork, version_of
from workbook.persistence.writing import write

ROOT = Path(__file__).resolve().parents[3]

TYPING = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from ui.document import Document
from ui.session import Session
from ui.folders import Folders
from ui.settings import SettingsStore
from workbook.model.workbook import Workbook

folder, file = Path(sys.argv[1]), sys.argv[2]
folders = Folders(folder / "config", folder / "state")
app = QApplication([])
document = Document(Workbook())
session = Session(document, None, folders, SettingsStore(folders.settings))
if file:
    session.open(Path(file))
else:
    session.new()
document.put(("title",), "Typed before the crash", "change of title")

def look():
    if list(folders.unsaved.glob("[!.]*.unsaved")):
        print("kept", flush=True)

timer = QTimer(interval=20)
timer.timeout.connect(look)
timer.start()
app.exec()
"""

Answer = Callable[[Sequence[LeftOver]], RecoveryAnswer | None]


def open_first(left_over: Sequence[LeftOver]) -> RecoveryAnswer:
    return RecoveryAnswer(left_over[0], "open")


def delete_first(left_over: Sequence[LeftOver]) -> RecoveryAnswer:
    return RecoveryAnswer(left_over[0], "delete")


def leave(desk: Desk, workbook: Workbook, base: Path | None = None) -> None:
    """Leave unsaved work as a program that has ended would."""
    known: Base | None = None
    document_id = "never-saved"
    if base is not None:
        opened = read(base)
        known = Base(base, opened.head.revision, version_of(opened.head, opened.workbook))
        document_id = opened.head.document_id or ""
    gone = UnsavedWork(desk.folders.unsaved)
    gone.keep(Copy(document_id, workbook, known, now()))
    gone.close()


def offered(desk: Desk, answer: Answer) -> list[LeftOver]:
    """What is offered; it is answered like this."""
    seen: list[LeftOver] = []

    def note(left_over: object) -> RecoveryAnswer | None:
        assert isinstance(left_over, tuple)
        seen.extend(left_over)
        return answer(left_over)

    desk.dialogs.will("recover", note)
    desk.session.offer_recovery()
    desk.bot.waitUntil(lambda: bool(seen))
    desk.settle()
    return seen


def nothing_offered(desk: Desk) -> bool:
    desk.session.offer_recovery()
    desk.settle()
    return not desk.dialogs.asked


@pytest.mark.parametrize("is_saved", [True, False])
def test_what_was_typed_before_a_kill_comes_back(
    make_desk: MakeDesk, file: Path, tmp_path: Path, *, is_saved: bool
) -> None:
    program = subprocess.Popen(
        [sys.executable, "-c", TYPING, str(tmp_path), str(file) if is_saved else ""],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    with program:
        assert program.stdout is not None
        assert program.stdout.readline() == b"kept\n"
        desk = make_desk()
        assert nothing_offered(desk)  # it still runs
        program.kill()
        program.wait()
    (left,) = offered(desk, open_first)
    assert left.standing == ("same" if is_saved else "never_saved")
    typed = read(file).workbook.replace(title="Typed before the crash")
    if is_saved:
        assert desk.document.workbook == typed
    assert desk.session.title == "Typed before the crash"
    assert desk.session.path == (file if is_saved else None)
    assert desk.session.is_modified
    if is_saved:
        before = read(file).head
        desk.save()
        assert read(file).workbook == typed
        assert (read(file).head.document_id, read(file).head.revision) == (
            before.document_id,
            before.revision + 1,
        )
        assert desk.copies == []


def test_nothing_left_nothing_asked(desk: Desk) -> None:
    assert nothing_offered(desk)


def test_recovered_work_is_kept_anew_before_the_old_copy_goes(desk: Desk, file: Path) -> None:
    leave(desk, read(file).workbook.replace(title="Left"), file)
    (old,) = desk.copies
    offered(desk, open_first)
    (new,) = desk.copies
    assert new != old
    assert '"Left"' in new.read_text("utf-8")


def test_work_on_another_version_of_the_file_opens_as_a_copy(desk: Desk, file: Path) -> None:
    leave(desk, read(file).workbook.replace(title="Left"), file)
    write(file, read(file).workbook.replace(title="Meanwhile"), read(file).head)
    before = file.read_bytes()
    (left,) = offered(desk, open_first)
    assert left.standing == "other"
    assert "The file has changed since" in described(left)
    assert desk.session.path is None
    assert desk.session.title == "Left"
    desk.dialogs.will("pick save", file.with_name("left.partnership"))
    desk.save()
    assert file.read_bytes() == before
    assert read(file.with_name("left.partnership")).head.document_id != read(file).head.document_id


@pytest.mark.parametrize(("contents", "standing"), [(None, "missing"), (b"garbled", "other")])
def test_work_on_a_file_that_is_gone_or_garbled_opens_as_a_copy(
    desk: Desk, file: Path, contents: bytes | None, standing: str
) -> None:
    leave(desk, read(file).workbook.replace(title="Left"), file)
    file.unlink() if contents is None else file.write_bytes(contents)
    (left,) = offered(desk, open_first)
    assert left.standing == standing
    assert (desk.session.path, desk.session.title, desk.session.is_modified) == (None, "Left", True)


def test_work_that_was_saved_in_the_end_is_not_offered(desk: Desk, file: Path) -> None:
    leave(desk, read(file).workbook.replace(title="Left"), file)
    write(file, read(file).workbook.replace(title="Left"), read(file).head)
    assert nothing_offered(desk)
    assert desk.copies == []


def test_deciding_later_leaves_it_for_the_next_start(make_desk: MakeDesk, file: Path) -> None:
    desk = make_desk()
    leave(desk, read(file).workbook.replace(title="Left"), file)
    offered(desk, lambda _left: None)
    assert desk.session.title == "Untitled workbook"
    assert desk.session.close()
    assert len(offered(make_desk(), open_first)) == 1


def test_deleting_it_is_final_and_the_rest_is_asked_about(desk: Desk, file: Path) -> None:
    leave(desk, read(file).workbook.replace(title="Left"), file)
    leave(desk, add_draft(Workbook(title="Right"), empty_draft()))
    desk.dialogs.will("recover", delete_first)
    desk.dialogs.will("recover", delete_first)
    desk.session.offer_recovery()
    desk.bot.waitUntil(lambda: len(desk.dialogs.asked) == 2)
    desk.settle()
    assert list(desk.folders.unsaved.iterdir()) == []


def test_unsaved_work_that_is_open_is_asked_about_first(desk: Desk, file: Path) -> None:
    leave(desk, read(file).workbook.replace(title="Left"), file)
    desk.session.new()
    desk.title("Typed")
    desk.dialogs.will("recover", open_first)
    desk.dialogs.will("unsaved", "cancel")
    desk.session.offer_recovery()
    desk.bot.waitUntil(lambda: len(desk.dialogs.asked) == 2)
    desk.settle()
    assert desk.session.title == "Typed"
    assert len(desk.copies) == 2


def test_closing_recovered_work_without_saving_gives_it_up(make_desk: MakeDesk, file: Path) -> None:
    desk = make_desk()
    leave(desk, read(file).workbook.replace(title="Left"), file)
    offered(desk, open_first)
    desk.dialogs.will("unsaved", "discard")
    assert desk.session.close()
    assert nothing_offered(make_desk())
