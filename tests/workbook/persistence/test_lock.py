"""The lock on a workbook: who gets it, whose is respected, what is left behind, where there can be none."""

import json
import os
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from workbook.persistence import lock as lock_module
from workbook.persistence.holder import Holder, Machine, holder_in, this_machine
from workbook.persistence.lock import InUse, place_beside, take
from workbook.persistence.running import try_to_lock

ROOT = Path(__file__).resolve().parents[3]
MILAN = Machine("MILAN-LAPTOP", "0123456789abcdef", "a-start-of-milan")
NOBODYS_NUMBER = 2**22 + 1
"""Larger than any number of a process that Linux gives."""

HOLD = """
import sys
from pathlib import Path
from workbook.persistence.lock import take
lock = take(Path(sys.argv[1]), Path(sys.argv[2]))
print("held", flush=True)
sys.stdin.readline()
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "work").mkdir()
    path = tmp_path / "work" / "Customs.partnership"
    path.write_bytes(b"a design")
    return path


@pytest.fixture
def apart(tmp_path: Path) -> Path:
    return tmp_path / "state" / "locks"


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def anna(**others: Any) -> Holder:  # noqa: ANN401 - any field of a holder
    """Anna in Milan, who has it open as far as anybody knows."""
    return replace(Holder.this_process("window"), **{"person": "Anna", "machine": MILAN, **others})


def put_there(file: Path, holder: Holder) -> Path:
    place = place_beside(file)
    place.write_bytes(holder.to_bytes())
    return place


def refused(file: Path, apart: Path, from_holder: Holder | None = None) -> Holder:
    with pytest.raises(InUse) as caught:
        take(file, apart, from_holder=from_holder)
    assert caught.value.path == file
    return caught.value.holder


# -------------------------------------------------------------------------------------- having and letting go


def test_a_lock_is_a_hidden_file_beside_the_workbook_which_goes_with_it(file: Path, apart: Path) -> None:
    lock = take(file, apart)
    assert names(file.parent) == [".Customs.partnership.lock", "Customs.partnership"]
    assert lock.is_still_ours()
    lock.release()
    lock.release()  # twice is once
    assert names(file.parent) == ["Customs.partnership"]
    assert file.read_bytes() == b"a design"
    assert not apart.exists()


def test_a_lock_says_who_has_it_since_when_and_with_which_process(file: Path, apart: Path) -> None:
    with take(file, apart, program="command") as lock:
        said = json.loads(place_beside(file).read_bytes())
    assert said["format"] == "partnership-lock"
    assert said["process"] == os.getpid()
    assert said["program"] == "command"
    assert said["machine"]["name"] == os.uname().nodename
    if Path("/proc").exists():
        assert said["machine"]["boot"] == Path("/proc/sys/kernel/random/boot_id").read_text().strip()
    assert lock.holder.since is not None
    assert said["since"] == lock.holder.since.isoformat()


def test_who_comes_second_is_told_who_was_first(file: Path, apart: Path) -> None:
    with take(file, apart) as first:
        assert refused(file, apart) == first.holder
        assert first.holder.since is not None
        with pytest.raises(
            InUse, match=f"is open in another window, since {first.holder.since:%Y-%m-%d %H:%M}$"
        ):
            take(file, apart)
    take(file, apart).release()


def test_two_names_of_one_file_have_one_lock(file: Path, apart: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.partnership"
    link.symlink_to(file)
    with take(link, apart) as lock:
        assert lock.place == file.parent / ".Customs.partnership.lock"
        refused(file, apart)
    assert names(tmp_path) == ["link.partnership", "work"]


def test_files_beside_each_other_have_locks_of_their_own(file: Path, apart: Path) -> None:
    with take(file, apart), take(file.with_name("Other.partnership"), apart):
        assert len(names(file.parent)) == 3


def test_a_workbook_that_is_not_there_yet_can_be_locked_before_it_is_made(file: Path, apart: Path) -> None:
    file.unlink()
    with take(file, apart):
        refused(file, apart)
    assert names(file.parent) == []


# ------------------------------------------------------------------------------------------- those that ended


@pytest.mark.parametrize("becomes", ["somebody's", "free"])
def test_a_lock_that_is_just_being_taken_or_let_go_of_is_looked_at_again(
    file: Path, apart: Path, monkeypatch: pytest.MonkeyPatch, becomes: str
) -> None:
    theirs = Holder.this_process("window")
    lock = take(file, apart)
    place_beside(file).write_bytes(b"")

    def meanwhile(_seconds: float) -> None:
        if becomes == "free":
            lock.release()
        else:
            put_there(file, theirs)

    monkeypatch.setattr(time, "sleep", meanwhile)
    if becomes == "free":
        take(file, apart).release()
    else:
        assert refused(file, apart) == theirs


def test_who_comes_in_the_instant_in_which_it_changes_hands_does_not_get_the_file_too(
    file: Path, apart: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, next_ones = take(file, apart), []

    def meanwhile(descriptor: int) -> bool | None:
        monkeypatch.undo()  # once: the file is open by now, and its lock is just about to be asked for
        first.release()
        next_ones.append(take(file, apart))
        return try_to_lock(descriptor)

    monkeypatch.setattr(lock_module, "try_to_lock", meanwhile)
    assert refused(file, apart) == next_ones[0].holder
    assert next_ones[0].is_still_ours()
    next_ones[0].release()


@pytest.mark.parametrize(
    "contents", [b"", b"{", b"\x00" * 300, b"[1, 2]", b'{"format": "partnership-lock"}', b"9" * 4000]
)
def test_a_damaged_lock_that_nobody_holds_is_no_obstacle(file: Path, apart: Path, contents: bytes) -> None:
    place_beside(file).write_bytes(contents)
    with take(file, apart) as lock:
        assert holder_in(place_beside(file).read_bytes()) == lock.holder
    assert names(file.parent) == ["Customs.partnership"]


def test_a_damaged_lock_that_somebody_holds_is_respected(file: Path, apart: Path) -> None:
    with take(file, apart):
        place_beside(file).write_bytes(b"garbled")
        assert refused(file, apart).words == "in another window"


@pytest.mark.parametrize(
    "ended",
    [
        pytest.param({"process": NOBODYS_NUMBER}, id="its process is gone"),
        pytest.param({"process": 1, "started": "1"}, id="its number belongs to another process by now"),
        pytest.param({"started": "7"}, id="its number is ours by now"),
        pytest.param({"machine": replace(this_machine(), boot="before")}, id="the computer was started anew"),
    ],
)
@pytest.mark.parametrize("knows_locks", [True, False])
def test_the_lock_of_a_process_that_ended_is_taken_at_once(
    file: Path, apart: Path, monkeypatch: pytest.MonkeyPatch, ended: dict[str, Any], *, knows_locks: bool
) -> None:
    if not knows_locks:
        monkeypatch.setattr(lock_module, "try_to_lock", lambda _file: None)
    put_there(file, replace(Holder.this_process("window"), **ended))
    with take(file, apart) as lock:
        assert lock.place == place_beside(file)
        assert lock.is_still_ours()


def test_where_the_disk_knows_no_locks_a_running_process_is_respected(
    file: Path, apart: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock_module, "try_to_lock", lambda _file: None)
    with take(file, apart) as lock:
        assert refused(file, apart) == lock.holder
        assert lock.is_still_ours()
    assert names(file.parent) == ["Customs.partnership"]


def test_a_killed_process_leaves_no_obstacle(file: Path, apart: Path) -> None:
    command = [sys.executable, "-c", HOLD, str(file), str(apart)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == b"held\n"
        assert refused(file, apart).process == program.pid
        program.kill()
    assert place_beside(file).exists()
    with take(file, apart) as lock:
        assert lock.is_still_ours()


def test_a_program_that_ends_without_letting_go_leaves_nothing_behind(file: Path, apart: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", HOLD, str(file), str(apart)],
        cwd=ROOT,
        input=b"",
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert names(file.parent) == ["Customs.partnership"]


# ------------------------------------------------------------------------------------------- another computer


def test_the_lock_of_another_computer_is_not_judged(file: Path, apart: Path) -> None:
    place = put_there(file, anna(process=NOBODYS_NUMBER))
    before = place.read_bytes()
    holder = refused(file, apart)
    assert (holder.is_elsewhere, holder.words) == (True, "on MILAN-LAPTOP (Anna)")
    assert place.read_bytes() == before


def test_it_is_taken_over_when_the_user_says_so_and_only_from_whom_they_said(file: Path, apart: Path) -> None:
    put_there(file, anna())
    seen = refused(file, apart)
    ben = anna(person="Ben", token="another")  # noqa: S106 - no secret
    put_there(file, ben)
    assert refused(file, apart, from_holder=seen) == ben
    with take(file, apart, from_holder=ben) as lock:
        assert holder_in(place_beside(file).read_bytes()) == lock.holder


def test_what_another_computer_keeps_open_over_the_network_can_be_taken_over_too(
    file: Path, apart: Path
) -> None:
    with take(file, apart) as theirs:
        put_there(file, anna())
        seen = refused(file, apart)
        with take(file, apart, from_holder=seen) as lock:
            assert lock.is_still_ours()
            assert theirs.taken_by() == lock.holder


def test_a_holder_of_this_computer_is_never_pushed_aside(file: Path, apart: Path) -> None:
    with take(file, apart) as lock:
        assert refused(file, apart, from_holder=lock.holder) == lock.holder


def test_who_was_pushed_aside_learns_it_and_leaves_the_lock_of_the_other_alone(
    file: Path, apart: Path
) -> None:
    ours = take(file, apart)
    place = put_there(file, anna())
    assert not ours.is_still_ours()
    taken_by = ours.taken_by()
    assert taken_by is not None
    assert taken_by.words == "on MILAN-LAPTOP (Anna)"
    ours.release()
    assert (
        place.read_bytes()
        == anna(
            since=taken_by.since, token=taken_by.token, process=taken_by.process, started=taken_by.started
        ).to_bytes()
    )


def test_a_lock_that_was_merely_deleted_is_put_back(file: Path, apart: Path) -> None:
    with take(file, apart) as lock:
        place_beside(file).unlink()
        assert lock.is_still_ours()
        assert refused(file, apart) == lock.holder


def test_a_lock_that_a_sync_program_wrote_anew_is_still_ours_and_still_held(file: Path, apart: Path) -> None:
    with take(file, apart) as lock:
        place = place_beside(file)
        again = place.read_bytes()
        place.unlink()
        place.write_bytes(again)
        assert lock.is_still_ours()
        assert refused(file, apart) == lock.holder


def test_a_folder_that_is_gone_is_no_matter_of_the_lock(file: Path, apart: Path, tmp_path: Path) -> None:
    lock = take(file, apart)
    (tmp_path / "work").rename(tmp_path / "pulled out")
    assert lock.is_still_ours()
    lock.release()


# ------------------------------------------------------------------------------------ where there can be none


def test_in_a_folder_that_can_only_be_read_the_lock_is_kept_apart(
    folder_without_privileges: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, apart = folder_without_privileges / "read", folder_without_privileges / "state"
    folder.mkdir()
    file = folder / "Customs.partnership"
    file.write_bytes(b"a design")
    folder.chmod(0o500)
    try:
        with take(file, apart) as lock:
            assert lock.place is not None
            assert lock.place.parent == apart
            assert refused(file, apart) == lock.holder
            folder.chmod(0o700)  # now there is room beside it, but the lock apart still counts
            assert refused(file, apart) == lock.holder
            folder.chmod(0o500)
        assert (names(folder), names(apart)) == (["Customs.partnership"], [])
    finally:
        folder.chmod(0o700)


def test_somebody_elses_lock_that_may_only_be_read_is_respected_while_it_is_held(
    folder_without_privileges: Path,
) -> None:
    folder, apart = folder_without_privileges / "read", folder_without_privileges / "state"
    folder.mkdir()
    file = folder / "Customs.partnership"
    file.write_bytes(b"a design")
    theirs = take(file, apart)
    place_beside(file).chmod(0o400)
    folder.chmod(0o500)
    try:
        assert refused(file, apart) == theirs.holder
        folder.chmod(0o700)
        theirs.release()
        put_there(file, Holder.this_process("window")).chmod(0o400)
        with take(file, apart) as lock:  # left behind by somebody: removed, because the folder allows it
            assert lock.place == place_beside(file)
    finally:
        folder.chmod(0o700)


@pytest.mark.parametrize("in_the_way", ["folder", "link", "large file"])
def test_what_is_the_users_is_left_alone(file: Path, apart: Path, tmp_path: Path, in_the_way: str) -> None:
    place = place_beside(file)
    if in_the_way == "folder":
        place.mkdir()
    elif in_the_way == "link":
        place.symlink_to(tmp_path / "nowhere")
    else:
        place.write_bytes(b"x" * 5000)
    with take(file, apart) as lock:
        assert lock.place is not None
        assert lock.place.parent == apart
    assert place.is_dir() if in_the_way == "folder" else place.is_symlink() or place.stat().st_size == 5000
    assert not (tmp_path / "nowhere").exists()


def test_where_no_lock_can_be_had_at_all_work_goes_on(file: Path, tmp_path: Path) -> None:
    place_beside(file).mkdir()
    (tmp_path / "state").write_bytes(b"in the way")
    for _ in range(2):
        lock = take(file, tmp_path / "state" / "locks")
        assert lock.place is None
        assert lock.is_still_ours()
        lock.release()


def test_a_name_too_long_for_a_lock_beside_has_one_apart(tmp_path: Path, apart: Path) -> None:
    with take(tmp_path / ("x" * 243 + ".partnership"), apart) as lock:
        assert lock.place is not None
        assert lock.place.parent == apart


def test_on_a_full_disk_the_lock_is_kept_apart_and_no_stump_stays(
    file: Path, apart: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = os.write
    full = str(file.parent)

    def short(descriptor: int, data: bytes) -> int:
        is_full = os.readlink(f"/proc/self/fd/{descriptor}").startswith(full)  # noqa: PTH115 - it is a number
        return write(descriptor, data[:10] if is_full else data)

    monkeypatch.setattr(os, "write", short)
    with take(file, apart) as lock:
        assert lock.place is not None
        assert lock.place.parent == apart
    assert names(file.parent) == ["Customs.partnership"]


# -------------------------------------------------------------------------------------------------- computers


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (Machine("anna", "i1", "b1"), Machine("anna", "i1", "b1"), True),
        (Machine("anna", "i1", "b1"), Machine("anna-new-name", "i1", "b1"), True),
        (Machine("anna", "i1", "b1"), Machine("anna", "i1", "b2"), True),
        (Machine("anna.local", "", ""), Machine("Anna.fritz.box", "", ""), True),
        (Machine("anna", "i1", "b1"), Machine("anna", "i2", "b2"), False),
        (Machine("anna", "i1", "b1"), Machine("ben", "i1", "b2"), False),  # laptops set up from one image
        (Machine("anna", "", ""), Machine("ben", "", ""), False),
    ],
)
def test_computers_are_told_apart(one: Machine, other: Machine, *, same: bool) -> None:
    assert one.is_same_as(other) is same
    assert other.is_same_as(one) is same


def test_what_a_strange_lock_says_is_shown_on_one_line_and_short() -> None:
    found = holder_in(anna(person="An\nna" * 100).to_bytes())
    assert found is not None
    assert "\n" not in found.words
    assert len(found.words) < 100


@pytest.mark.parametrize("key", ["person", "machine", "since", "process", "token", "program"])
def test_a_lock_that_lacks_something_or_says_nonsense_is_none(key: str) -> None:
    said = json.loads(anna().to_bytes())
    if key != "program":  # of those there may be more in a later program
        assert holder_in(json.dumps({**said, key: {"no": "sense"}}).encode()) is None
    del said[key]
    assert holder_in(json.dumps(said).encode()) is None


def test_who_it_is_is_told_in_words() -> None:
    me = Holder.this_process("window")
    assert me.words == "in another window"
    assert replace(me, program="command").words == "in a command that is running"
    assert replace(me, person="Ben").words == "on this computer (Ben)"
    assert anna(person="").words == "on MILAN-LAPTOP"
    assert Holder().words == "in another window"
