"""Unsaved work: it comes back whole, damaged journals hurt nobody, running programs keep theirs."""

import datetime as dt
import json
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from tests.builders import workbooks
from tests.workbook.persistence.journals import NOON, SOME, base_of, copy_of, left_by
from workbook.model.workbook import Workbook
from workbook.persistence.problems import Unwritable
from workbook.persistence.reading import read
from workbook.persistence.recovery import Base, Copy, UnsavedWork
from workbook.persistence.running import RunningSign, stands
from workbook.persistence.writing import write

ROOT = Path(__file__).resolve().parents[3]


@settings(max_examples=20)  # that any workbook survives the way through JSON is tested in test_round_trips
@given(workbook=workbooks())
def test_a_copy_holds_everything(workbook: Workbook) -> None:
    with tempfile.TemporaryDirectory() as name:
        base = Base(Path(name, "gone.partnership"), 3, "f" * 64)
        copy = Copy("d1", workbook, base, NOON)
        left_by(Path(name), copy)
        (left,) = UnsavedWork(Path(name)).left_over()
        assert left.copy == copy
        assert left.standing == "missing"


def test_a_folder_that_is_not_there_yet_holds_nothing_and_is_made(tmp_path: Path) -> None:
    folder = tmp_path / "not" / "there"
    assert UnsavedWork(folder).left_over() == ()
    left_by(folder, copy_of(SOME))
    if os.name != "nt":
        assert folder.stat().st_mode & 0o077 == 0  # it is nobody else's business


def test_the_latest_comes_first(tmp_path: Path) -> None:
    older = Copy("d2", SOME, None, NOON - dt.timedelta(hours=1))
    left_by(tmp_path, older, copy_of(SOME))
    assert [left.copy.document_id for left in UnsavedWork(tmp_path).left_over()] == ["d1", "d2"]


def test_a_later_copy_takes_the_place_of_the_last_one(tmp_path: Path) -> None:
    left_by(tmp_path, copy_of(SOME), copy_of(SOME.replace(title="Later")))
    (left,) = UnsavedWork(tmp_path).left_over()
    assert left.copy.workbook.title == "Later"


def test_one_that_was_discarded_is_gone(tmp_path: Path) -> None:
    mine = UnsavedWork(tmp_path)
    mine.keep(copy_of(SOME))
    mine.discard("d1")
    mine.discard("never there")
    mine.close()
    assert list(tmp_path.iterdir()) == []


def test_a_program_that_keeps_nothing_any_more_leaves_nothing_behind(tmp_path: Path) -> None:
    mine = UnsavedWork(tmp_path)
    mine.keep(copy_of(SOME))
    mine.keep(copy_of(SOME, document_id="d2"))
    mine.discard("d1")
    assert UnsavedWork(tmp_path).left_over() == ()  # it still runs
    mine.discard("d2")
    assert list(tmp_path.iterdir()) == []
    mine.keep(copy_of(SOME))
    assert UnsavedWork(tmp_path).left_over() == ()
    mine.close()
    assert len(UnsavedWork(tmp_path).left_over()) == 1


def test_programs_keep_their_own_even_of_one_document(tmp_path: Path) -> None:
    one, two = UnsavedWork(tmp_path), UnsavedWork(tmp_path)
    one.keep(copy_of(SOME))
    two.keep(copy_of(SOME.replace(title="Two")))
    assert UnsavedWork(tmp_path).left_over() == ()  # both still run
    two.discard("d1")
    one.close()
    (left,) = UnsavedWork(tmp_path).left_over()
    assert left.copy.workbook == SOME
    two.close()


def test_the_file_is_the_same_as_long_as_nobody_saved_it(tmp_path: Path, sample: Path) -> None:
    typed = read(sample).workbook.replace(title="Typed")
    left_by(tmp_path / "state", copy_of(typed, base=base_of(sample)))
    (left,) = UnsavedWork(tmp_path / "state").left_over()
    assert left.standing == "same"
    assert left.opened == read(sample)
    write(sample, read(sample).workbook.replace(title="Meanwhile"), read(sample).head)
    (left,) = UnsavedWork(tmp_path / "state").left_over()
    assert left.standing == "other"


def test_a_file_without_a_checksum_is_told_by_what_it_says(tmp_path: Path, sample: Path) -> None:
    plain: dict[str, Any] = json.loads(sample.read_bytes())
    sample.write_text(json.dumps({**plain, "sha256": None}), "utf-8")
    typed = read(sample).workbook.replace(title="Typed")
    left_by(tmp_path / "state", copy_of(typed, base=base_of(sample)))
    assert [left.standing for left in UnsavedWork(tmp_path / "state").left_over()] == ["same"]
    plain["workbook"]["facilitator"] = "Somebody else"
    sample.write_text(json.dumps({**plain, "sha256": None}), "utf-8")
    assert [left.standing for left in UnsavedWork(tmp_path / "state").left_over()] == ["other"]


def test_what_was_saved_in_the_end_is_cleared_away(tmp_path: Path, sample: Path) -> None:
    left_by(tmp_path / "state", copy_of(read(sample).workbook, base=base_of(sample)))
    assert UnsavedWork(tmp_path / "state").left_over() == ()
    assert list((tmp_path / "state").iterdir()) == []


def test_a_folder_that_cannot_be_used_hurts_only_when_something_must_be_kept(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("", "utf-8")
    mine = UnsavedWork(in_the_way)
    assert mine.left_over() == ()
    mine.discard("d1")
    with pytest.raises(Unwritable):
        mine.keep(copy_of(SOME))


def test_a_name_no_text_can_hold_is_kept(tmp_path: Path) -> None:
    base = Base(Path(os.fsdecode(b"/gone/\xff.partnership")), 1, "")
    left_by(tmp_path, copy_of(SOME, base=base))
    (left,) = UnsavedWork(tmp_path).left_over()
    assert left.copy.base == base


HOLDING = """
import sys
from pathlib import Path
from workbook.model.workbook import Workbook
from workbook.persistence.recovery import Copy, UnsavedWork
import datetime as dt
mine = UnsavedWork(Path(sys.argv[1]))
number = 0
while True:
    number += 1
    mine.keep(Copy("d1", Workbook(title=str(number)), None, dt.datetime.now(dt.UTC)))
    print(number, flush=True)
"""


def test_what_was_kept_before_a_kill_is_there_after_it(tmp_path: Path) -> None:
    program = subprocess.Popen(
        [sys.executable, "-c", HOLDING, str(tmp_path)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    with program:
        assert program.stdout is not None
        for _ in range(20):
            program.stdout.readline()
        assert UnsavedWork(tmp_path).left_over() == ()
        program.kill()
        last = 20 + len(program.stdout.read().split())
    (left,) = UnsavedWork(tmp_path).left_over()
    assert int(left.copy.workbook.title) in {last, last + 1}
    assert [path for path in tmp_path.iterdir() if path.name.startswith(".")] == []
    UnsavedWork(tmp_path).clear_away(left)
    assert list(tmp_path.iterdir()) == []


def test_a_sign_stands_as_long_as_its_process(tmp_path: Path) -> None:
    path = tmp_path / "sign"
    assert not stands(path)
    sign = RunningSign(path)
    assert stands(path)
    sign.take_down()
    assert not stands(path)
    assert not path.exists()
    path.write_text("", "utf-8")  # of a process that was killed
    assert not stands(path)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows has other means")
def test_where_a_disk_has_no_locks_work_is_kept_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_file: int) -> None:
        raise OSError

    monkeypatch.setattr("workbook.persistence.running._try_to_lock", refuse)
    left_by(tmp_path, copy_of(SOME))
    assert len(UnsavedWork(tmp_path).left_over()) == 1
