"""A clock that jumps puts nothing out of order, takes no version away, and never shows as nonsense."""

import datetime as dt
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from shutil import which

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.figures import Figures, not_run
from tests.reliability.clocks import JUMPS, NOON, JumpingClock
from tests.ui.session.conftest import (  # noqa: F401 - fixtures
    Desk,
    MakeDesk,
    desk,
    file,
    folders,
    make_desk,
)
from tests.workbook.persistence.earlier import Clock, saved
from ui.earlier import time_in_words
from ui.moments import moment_in_words
from ui.recent import from_plain
from workbook.analysis.design import analyse
from workbook.analysis.lifecycle.contract import summary
from workbook.edits.begin import add_draft, empty_draft
from workbook.edits.lifecycle import move
from workbook.library.loader import load
from workbook.model.workbook import Workbook
from workbook.persistence.backups import Backups
from workbook.persistence.conflict import Expected, change_of
from workbook.persistence.problems import FileProblem
from workbook.persistence.reading import read
from workbook.persistence.recovery import Base, Copy, UnsavedWork, version_of
from workbook.persistence.thinning import LAST, MOST
from workbook.persistence.version import Version
from workbook.persistence.writing import create

SAVES = 45
"""Enough that some are thinned out."""
ROOT = Path(__file__).resolve().parents[2]

# ------------------------------------------------------------------------------------------- earlier versions


def faults_in(versions: Sequence[Version], file: Path, latest: int) -> list[str]:  # noqa: F811
    """What is not as it should be after so many saves; nothing if all is."""
    found = []
    revisions = [each.revision for each in versions]
    if revisions != sorted(revisions, reverse=True):
        found.append("they are not in the order of the saves")
    if not set(range(latest - LAST + 1, latest + 1)) <= set(revisions):
        found.append("one of the latest is gone")
    if len(versions) > MOST:
        found.append("there are too many")
    if not versions or versions[0].read_bytes() != file.read_bytes():
        found.append("the first is not what the file holds")
    return found


def kept_by(clock: Clock | JumpingClock, folder: Path) -> tuple[tuple[Version, ...], Path]:
    """The earlier versions of a file that was saved many times by this clock."""
    folder.mkdir()
    backups, path = Backups(folder / "state", clock), folder / "e.partnership"
    for number in range(SAVES):
        saved(path, backups, f"Save {number + 1}")
    return backups.versions(path), path


@pytest.fixture
def disk_in_no_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    """Many saves, and nothing is asked about the disk."""
    monkeypatch.setattr(os, "fsync", lambda _: None)


@pytest.mark.usefixtures("disk_in_no_hurry")
@pytest.mark.parametrize("seed", range(2))
def test_versions_stay_in_order_and_none_is_dropped_for_its_date(tmp_path: Path, seed: int) -> None:
    steady, _ = kept_by(Clock(), tmp_path / "steady")
    jumping, path = kept_by(JumpingClock(seed), tmp_path / "jumping")

    assert faults_in(jumping, path, SAVES) == []
    assert [each.read().workbook.title for each in jumping[:2]] == ["Save 45", "Save 44"]
    # A date can only make one more stay: the end of what looks like a day.
    assert {each.revision for each in steady} <= {each.revision for each in jumping}


@pytest.mark.usefixtures("disk_in_no_hurry")
def test_versions_put_in_order_by_the_clock_fail_the_same_check(tmp_path: Path) -> None:
    jumping, path = kept_by(JumpingClock(), tmp_path / "jumping")
    by_time = sorted(jumping, key=lambda each: each.kept_at, reverse=True)

    assert "they are not in the order of the saves" in faults_in(by_time, path, SAVES)
    assert "one of the latest is gone" in faults_in(by_time[:LAST], path, SAVES)


# ----------------------------------------------------------------------------------------------- unsaved work


def test_what_was_kept_last_comes_back_whatever_time_it_was(tmp_path: Path) -> None:
    path, clock = tmp_path / "e.partnership", JumpingClock()
    create(path, Workbook(title="Saved"))
    opened = read(path)
    base = Base(path, opened.head.revision, version_of(opened.head, opened.workbook))
    gone = UnsavedWork(tmp_path / "unsaved")
    for number in range(30):
        typed = opened.workbook.replace(title=f"Typed {number}")
        gone.keep(Copy(opened.head.document_id or "", typed, base, clock()))
    gone.close()

    (left,) = UnsavedWork(tmp_path / "unsaved").left_over()

    assert (left.copy.workbook.title, left.standing) == ("Typed 29", "same")


def test_no_unsaved_work_is_hidden_by_that_of_another_time(tmp_path: Path) -> None:
    for number, moment in enumerate(JUMPS):
        gone = UnsavedWork(tmp_path)
        gone.keep(Copy(f"document-{number}", Workbook(title=str(number)), None, moment))
        gone.close()

    left_over = UnsavedWork(tmp_path).left_over()

    assert sorted(left.copy.workbook.title for left in left_over) == [
        str(number) for number in range(len(JUMPS))
    ]


# ----------------------------------------------------------------------------------- changed by somebody else


def by_time_and_size(path: Path, before: os.stat_result) -> bool:
    """Whether a file was changed, as a program sees it that trusts the clock: the negative control."""
    now = path.stat()
    return (now.st_mtime_ns, now.st_size) != (before.st_mtime_ns, before.st_size)


def test_whether_a_file_was_changed_is_not_asked_of_a_clock(tmp_path: Path) -> None:
    path = tmp_path / "e.partnership"
    create(path, Workbook(title="Ours, as it was"))
    expected, before = Expected.of(read(path)), path.stat()
    for moment in JUMPS:
        os.utime(path, (moment.timestamp(), moment.timestamp()))
        assert change_of(path, expected) is None
        assert by_time_and_size(path, before)  # it would ask about nothing

    path.write_bytes(path.read_bytes().replace(b"Ours, as it was", b"Not as it was.."))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))

    assert change_of(path, expected) is not None
    assert not by_time_and_size(path, before)  # it would save over somebody's work


# ------------------------------------------------------------------------------------------------------ words

DAY = "(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
DATE = rf"([1-9]|[12]\d|3[01]) ({MONTHS})"
CLOCK = r"([01]\d|2[0-3]):[0-5]\d"
MOMENT = re.compile(rf"({CLOCK}|yesterday {CLOCK}|{DAY}|{DATE}( \d{{1,4}})?)")
LONGER = re.compile(rf"(today|yesterday|{DAY}|{DATE}( \d{{1,4}})?) {CLOCK}")

any_moment = st.datetimes(
    timezones=st.sampled_from([dt.timezone(dt.timedelta(hours=hours)) for hours in (-12, -5, 0, 1, 14)])
)


@given(when=any_moment, now=any_moment)
def test_any_moment_is_told_as_people_say_it(when: dt.datetime, now: dt.datetime) -> None:
    assert MOMENT.fullmatch(moment_in_words(when, now))
    assert LONGER.fullmatch(time_in_words(when, now))


@given(back=st.timedeltas(dt.timedelta(0), dt.timedelta(days=3000)))
def test_what_is_still_to_come_is_told_as_a_time_or_a_date(back: dt.timedelta) -> None:
    words = moment_in_words(NOON, NOON - back)

    is_today = NOON.date() == (NOON - back).date()
    is_this_year = (NOON - back).year == NOON.year
    assert words == ("12:00" if is_today else "1 March" if is_this_year else "1 March 2027")


def test_saved_is_said_of_any_time_and_saving_goes_on(
    desk: Desk,  # noqa: F811
    file: Path,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clock = JumpingClock()
    for name, module in list(sys.modules.items()):
        if name.startswith("ui.session.") and hasattr(module, "now"):
            monkeypatch.setattr(module, "now", clock)
    os.utime(file, (4e9, 4e9))  # as if it was saved in 2096
    assert desk.session.open(file)
    assert re.fullmatch(rf"Saved {MOMENT.pattern}", desk.session.saved_in_words)
    for number in range(12):
        desk.title(f"Typed {number}")
        assert re.fullmatch(rf"Saved {MOMENT.pattern}, changed since", desk.session.saved_in_words)
        desk.save()
        assert re.fullmatch(rf"Saved {MOMENT.pattern}", desk.session.saved_in_words)
        assert read(file).workbook.title == f"Typed {number}"
    assert desk.dialogs.asked == []
    assert desk.notes == []
    versions = Backups(desk.folders.backups, clock).versions(file)
    assert [each.revision for each in versions] == sorted((each.revision for each in versions), reverse=True)
    assert versions[0].read_bytes() == file.read_bytes()


def test_nobody_has_been_in_a_stage_for_less_than_no_days() -> None:
    draft = empty_draft()
    workbook = add_draft(Workbook(), draft)
    moved = move(workbook, draft.id, "paused", at=NOON, by="Ana", because="Summer", library=load()).drafts[0]
    for days, here in ((-400, 0), (0, 0), (3, 3)):
        today = NOON.date() + dt.timedelta(days=days)
        analysis = analyse(moved, load(), today)
        assert summary(analysis.lifecycle, today)["days_here"] == here


def test_a_recent_workbook_of_an_impossible_time_is_left_out() -> None:
    plain = {"path": "/e", "title": "", "drafts": 1, "stage": "", "shares": None}

    assert from_plain({**plain, "when": NOON.isoformat()}) is not None
    for when in ("9999-12-31T23:59:59-23:59", "0001-01-01T00:00:00+23:59", "soon", None):
        assert from_plain({**plain, "when": when}) is None


# ------------------------------------------------------------------------------ real processes, another clock

FAKE = ("2019-02-03 04:05:06", "+400d", "-3000d", "+0d", "2038-01-19 03:14:08")


def faketime(*how: str) -> list[str]:
    """The beginning of a command line that gives a process another clock."""
    program = which("faketime")
    if program is None:
        not_run("no faketime here")
    return [program, "--exclude-monotonic", "-f", *how]


def run(clock: str, *arguments: object) -> str:
    """What a command says in a process with this clock."""
    absolute = clock if clock[0] in "+-" else f"@{clock}"
    done = subprocess.run(
        [*faketime(absolute), sys.executable, "-m", "ui", *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_commands_with_other_clocks_leave_versions_in_the_order_of_the_saves(
    tmp_path: Path, figures: Figures
) -> None:
    path = tmp_path / "e.partnership"
    run(FAKE[0], "new", path)
    draft = read(path).workbook.drafts[0].id
    for number, clock in enumerate(FAKE[1:], start=2):
        run(clock, "snapshot", path, "--draft", draft, "--name", f"Save {number}")
    opened = read(path)
    assert opened.head.revision == len(FAKE)
    assert [each.name for each in opened.workbook.snapshots] == ["Save 2", "Save 3", "Save 4", "Save 5"]
    years = {each.at.year for each in opened.workbook.snapshots}
    assert 2038 in years, "the clock was not another one"
    assert len(years) >= 3

    listed = run("+0d", "recover", path)

    revisions = [
        int(found) for found in re.findall(r"^\d+ +[0-9a-f]{8} +Revision (\d+)", listed, re.MULTILINE)
    ]
    assert revisions == [5, 4, 3, 2, 1]
    show = run("-3000d", "show", path)
    assert "Draft A" in show
    assert not re.search(r"[-\u2212]\d+ days?", show)
    figures.tell("Saves by programs whose clocks differ by decades", tried=len(FAKE), what="saves", lost=0)
    path.write_bytes(b"")
    try:
        read(path)
    except FileProblem:
        run("2019-02-03 04:05:06", "recover", path, "--restore", "1", "--to", path)
    assert read(path).workbook == opened.workbook
