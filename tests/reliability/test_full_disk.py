"""A disk that is full, at every size from "nothing fits" to "all fits": the old is intact, and it is told."""

import os
from pathlib import Path

import pytest

from tests.figures import Figures
from tests.reliability.roads import ROADS, Outcome, Replace, Road, saved_by, taken
from tests.reliability.small_disk import PAGE, small_disk
from tests.workbook.persistence.earlier import Clock, contents, saved, titles
from workbook.model.workbook import Workbook
from workbook.persistence.atomic import replace_file
from workbook.persistence.backups import Backups
from workbook.persistence.problems import FileProblem, Unwritable
from workbook.persistence.reading import read

FULL = "the disk is full"
SOUND = 3
"""So many sizes in a row at which all fits are the end."""
LARGEST = 2048
"""Kilobytes at which everything fits for certain."""

FEW = pytest.param(5, id="few sizes")
EVERY = pytest.param(1, id="every size", marks=[pytest.mark.long, pytest.mark.timeout(600)])


def sweep(kind: type[Road], folder: Path, step: int) -> list[Outcome]:
    """Take a road on disks of growing size until all fits; how it went on each."""
    outcomes: list[Outcome] = []
    for kilobytes in range(PAGE, LARGEST, PAGE * step):
        elsewhere = folder / "sound"
        elsewhere.mkdir(exist_ok=True)
        with small_disk(folder / "disk", kilobytes) as disk:
            road = kind(disk, elsewhere)
            try:
                road.prepare()
            except (FileProblem, OSError):
                continue  # not even the earlier state fits
            if isinstance(road, ROADS["earlier versions"]) and road.state() != "old":
                continue
            outcomes.append(taken(road))
        if [each.how for each in outcomes[-SOUND:]] == ["done"] * SOUND:
            return outcomes
    pytest.fail("it fits on no disk")


@pytest.mark.parametrize("step", [FEW, EVERY])
@pytest.mark.parametrize("name", ROADS)
def test_a_disk_that_fills_up_leaves_what_was_there_and_is_told(
    tmp_path: Path, name: str, step: int, figures: Figures
) -> None:
    if name == "report":  # it takes its time to make one
        step = 3 * step if step > 1 else 1
    outcomes = sweep(ROADS[name], tmp_path, step)

    refused = [each for each in outcomes if each.how == "refused"]
    assert refused
    for each in refused:
        assert FULL in each.told
    if step == 1:
        beside = f"told {len(refused)} times that the disk is full"
        figures.tell(f"Full disk: {name}", tried=len(outcomes), what="sizes", lost=0, beside=beside)


def write_in_place(path: Path, data: bytes) -> bool:
    try:
        path.write_bytes(data)
    except OSError as error:
        raise Unwritable.because(path, error) from error
    return True


def replace_without_counting(path: Path, data: bytes) -> bool:
    """As Qt's QSaveFile is used by many: nobody looks at how much `write` has taken."""
    temporary = path.with_name(".temporary")
    try:
        file = os.open(temporary, os.O_WRONLY | os.O_CREAT)
        os.write(file, data)
        os.fsync(file)
        os.close(file)
        temporary.replace(path)
    except OSError as error:
        os.close(file)
        temporary.unlink()
        raise Unwritable.because(path, error) from error
    return True


def replace_and_leave_litter(path: Path, data: bytes) -> bool:
    temporary = path.with_name(".temporary")
    try:
        temporary.write_bytes(data)
        temporary.replace(path)
    except OSError as error:
        raise Unwritable.because(path, error) from error
    return True


@pytest.mark.parametrize(
    ("naive", "fault"),
    [
        (write_in_place, "refused, and what is there is"),
        (replace_without_counting, "done, and what is there is"),
        (replace_and_leave_litter, "left lying about"),
    ],
)
def test_savers_that_must_not_pass_do_not(tmp_path: Path, naive: Replace, fault: str) -> None:
    assert sweep(saved_by(replace_file), tmp_path, step=1)
    with pytest.raises(AssertionError, match=fault):
        sweep(saved_by(naive), tmp_path, step=1)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="not run: this system has no /dev/full")
def test_a_device_that_is_always_full_is_told_and_stays_what_it_is(tmp_path: Path) -> None:
    link = tmp_path / "e.partnership"
    link.symlink_to("/dev/full")
    with pytest.raises(Unwritable, match="it is a device, not a file"):
        replace_file(link, b"new")
    assert Path("/dev/full").is_char_device()
    assert link.is_symlink()


# ------------------------------------------------------------------------------ a program that goes on and on


@pytest.mark.parametrize("kilobytes", range(8, 97, 8))
def test_a_full_disk_for_versions_stops_no_save_and_takes_no_version_away(
    tmp_path: Path, kilobytes: int
) -> None:
    path = tmp_path / "e.partnership"
    with small_disk(tmp_path / "state", kilobytes) as state:
        backups = Backups(state, Clock())
        before: list[bytes] = []
        outcomes = set()
        for number in range(25):
            done = saved(path, backups, f"{number} " + "x" * 4000)
            outcomes.add(done.unkept)
            assert read(path).workbook == Workbook(title=f"{number} " + "x" * 4000)
            now = contents(backups.versions(path))
            if done.unkept:
                assert set(before) <= set(now)
            else:
                assert now[0] == path.read_bytes()
            before = now
        assert outcomes <= {"", FULL}
        assert FULL in outcomes
        assert not [each for each in state.rglob(".*") if each.is_file()]


def test_a_full_disk_for_the_file_leaves_file_and_versions_as_they_were(tmp_path: Path) -> None:
    backups = Backups(tmp_path / "state", Clock())
    with small_disk(tmp_path / "stick", 64) as stick:
        path = stick / "e.partnership"
        saved(path, backups, "One", "Two")
        file, versions = path.read_bytes(), backups.versions(path)
        with pytest.raises(Unwritable, match=FULL):
            saved(path, backups, "x" * 100_000)
        assert path.read_bytes() == file
        assert backups.versions(path) == versions
        assert titles(versions) == ["Two", "One"]
        assert [each.name for each in stick.iterdir()] == [path.name]
    # The stick is pulled out: its file is gone, what is kept on the laptop is not.
    assert titles(backups.versions(path)) == ["Two", "One"]


def test_room_taken_up_by_a_killed_save_is_given_back_to_the_next_one(tmp_path: Path) -> None:
    with small_disk(tmp_path / "stick", 64) as stick:
        path = stick / "e.partnership"
        saved(path, None, "One")
        child = os.fork()
        if child == 0:  # it ends in the middle of a save, and leaves 40 kilobytes
            from workbook.persistence.atomic import replacement

            with replacement(path) as file:
                file.temporary.write_bytes(bytes(40_000))
                os._exit(0)
        os.waitpid(child, 0)
        assert len(list(stick.glob(".*"))) == 1
        assert saved(path, None, "x" * 40_000).confirmed
        assert [each.name for each in stick.iterdir()] == [path.name]
