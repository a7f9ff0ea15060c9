"""A disk or another program that gets in the way of a save: it is waited for, or told of with a way out."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from workbook.persistence import atomic
from workbook.persistence.atomic import create_file, replace_file
from workbook.persistence.problems import (
    WORDS_FOR_ERRNO,
    AlreadyThere,
    Unwritable,
)

OLD, NEW = b"old contents\n", b"new contents, longer than the old ones\n"
HELD = ("EACCES", "EPERM", "EBUSY", "ETXTBSY")
ALL_TRIES = 7
"""The first, and one after each of six pauses."""


def error(name: str) -> OSError:
    number = getattr(errno, name)
    return OSError(number, os.strerror(number))


class Holder:
    """Another program: the first so many replacements are refused. Pauses are noted and take no time."""

    def __init__(self, patch: pytest.MonkeyPatch, refusal: str, times: int) -> None:
        self.tries = 0
        self.pauses: list[float] = []
        replace = os.replace

        def refusing(*arguments: Path) -> None:
            self.tries += 1
            if self.tries <= times:
                raise error(refusal)
            replace(*arguments)

        patch.setattr(os, "replace", refusing)
        patch.setattr(atomic, "sleep", self.pauses.append)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "e.partnership"
    path.write_bytes(OLD)
    return path


def names_in(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


@pytest.mark.parametrize("refusal", HELD)
@pytest.mark.parametrize("times", [1, 2, ALL_TRIES - 1])
def test_a_file_that_is_held_for_a_moment_is_saved_after_it(
    path: Path, monkeypatch: pytest.MonkeyPatch, refusal: str, times: int
) -> None:
    holder = Holder(monkeypatch, refusal, times)

    assert replace_file(path, NEW) is True

    assert path.read_bytes() == NEW
    assert holder.tries == times + 1
    assert len(holder.pauses) == times
    assert holder.pauses == sorted(holder.pauses)  # the longer it takes, the less often it is asked


@pytest.mark.parametrize("refusal", HELD)
def test_a_file_that_stays_held_is_given_up_after_two_seconds_and_is_as_it_was(
    path: Path, monkeypatch: pytest.MonkeyPatch, refusal: str
) -> None:
    holder = Holder(monkeypatch, refusal, times=1000)

    with pytest.raises(Unwritable, match=r"no permission|another program holds") as caught:
        replace_file(path, NEW)

    assert caught.value.sentence.endswith("save to another place")
    assert sum(holder.pauses) == pytest.approx(2.0)
    assert holder.tries == ALL_TRIES
    assert path.read_bytes() == OLD
    assert names_in(path.parent) == [path.name]


@pytest.mark.parametrize("refusal", ["ENOSPC", "EIO", "EROFS", "EXDEV", "ESTALE"])
def test_what_does_not_pass_by_itself_is_told_at_once(
    path: Path, monkeypatch: pytest.MonkeyPatch, refusal: str
) -> None:
    holder = Holder(monkeypatch, refusal, times=1000)

    with pytest.raises(Unwritable, match=WORDS_FOR_ERRNO[getattr(errno, refusal)]):
        replace_file(path, NEW)

    assert (holder.tries, holder.pauses) == (1, [])


def test_a_sync_that_failed_is_never_asked_again(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a failed sync many systems report the next one of the same data as done, although it is lost."""
    asked = []

    def fsync(file: int) -> None:
        asked.append(file)
        raise error("EACCES")

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(Unwritable):
        replace_file(path, NEW)
    assert len(asked) == 1
    assert path.read_bytes() == OLD


# ------------------------------------------------------------------- disks on which nothing replaces anything


def refuse_to_replace(patch: pytest.MonkeyPatch) -> None:
    """A share on which a file takes a name only if it is free, and on which there are no hard links."""
    rename = os.rename

    def only_if_free(old: Path, new: Path) -> None:
        if os.path.lexists(new):
            raise error("EEXIST")
        rename(old, new)

    def no_links(*_: Path) -> None:
        raise error("EPERM")

    patch.setattr(os, "replace", only_if_free)
    patch.setattr(os, "rename", only_if_free)
    patch.setattr(os, "link", no_links)


def test_where_nothing_is_replaced_the_old_file_stays_and_a_new_name_works(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse_to_replace(monkeypatch)

    with pytest.raises(Unwritable) as caught:
        replace_file(path, NEW)
    assert caught.value.sentence == (
        "cannot be saved: this disk does not let a new file take the place of an old one; "
        "choose a name that is not taken, or save to another place"
    )
    assert path.read_bytes() == OLD

    other = path.with_name("other.partnership")
    assert create_file(other, NEW) is True
    assert other.read_bytes() == NEW
    with pytest.raises(AlreadyThere):
        create_file(path, NEW)
    assert path.read_bytes() == OLD
    assert names_in(path.parent) == ["e.partnership", "other.partnership"]


def delete_then_rename(path: Path, data: bytes) -> None:
    """The naive way around such a share."""
    temporary = path.with_name(".temporary")
    temporary.write_bytes(data)
    path.unlink()
    temporary.rename(path)


def test_a_saver_that_deletes_first_loses_the_file_when_the_stick_is_pulled(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def pulled(*_: Path) -> None:
        raise error("ENODEV")

    monkeypatch.setattr(os, "rename", pulled)
    monkeypatch.setattr(os, "replace", pulled)
    with pytest.raises(Unwritable, match="the disk is no longer there; connect it again"):
        replace_file(path, NEW)
    assert path.read_bytes() == OLD

    with pytest.raises(OSError, match="No such device"):
        delete_then_rename(path, NEW)
    assert not path.exists()  # so the check above can fail


# --------------------------------------------------------------------------------- answers that get lost


@pytest.mark.parametrize("answer", ["EIO", "EEXIST", "ENOENT", "EPERM"])
def test_a_share_that_did_it_and_reports_an_error_has_it(
    path: Path, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    """The answer was lost on the way, it was asked again, and the second time it is not possible any more."""

    def answering_wrongly(call: Callable[..., None]) -> Callable[..., None]:
        def wrongly(*arguments: Path) -> None:
            call(*arguments)
            raise error(answer)

        return wrongly

    for name in ("replace", "link"):
        monkeypatch.setattr(os, name, answering_wrongly(getattr(os, name)))
    monkeypatch.setattr(atomic, "PAUSES", ())

    assert replace_file(path, NEW) is True
    assert path.read_bytes() == NEW
    assert create_file(path.with_name("new.partnership"), NEW) is True
    assert names_in(path.parent) == [path.name, "new.partnership"]


def test_an_old_file_of_the_same_size_is_not_taken_for_the_new_one(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Holder(monkeypatch, "EIO", times=1)
    with pytest.raises(Unwritable):
        replace_file(path, OLD[::-1])
    assert path.read_bytes() == OLD


# ------------------------------------------------------------------------------------------------------ names


@pytest.mark.parametrize("name", ["e.partnership", "海" * 30 + ".partnership", "x" * 60 + "." + "y" * 30])
def test_names_are_saved_also_where_only_short_ones_are_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Encrypted folders take 143 bytes; the longest of these names has 102."""
    make = os.open

    def short_names_only(path: Path, *arguments: int) -> int:
        if len(os.fsencode(Path(path).name)) > 143:
            raise error("ENAMETOOLONG")
        return make(path, *arguments)

    monkeypatch.setattr(os, "open", short_names_only)
    assert replace_file(tmp_path / name, NEW) is True
    assert names_in(tmp_path) == [name]


def test_where_even_shorter_names_are_needed_the_temporary_one_is_cut(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make = os.open
    refused = []

    def very_short_names_only(path: Path, *arguments: int) -> int:
        if len(Path(path).name) > 50:
            refused.append(Path(path).name)
            raise error("ENAMETOOLONG")
        return make(path, *arguments)

    monkeypatch.setattr(os, "open", very_short_names_only)
    long = path.with_name("x" * 38 + ".partnership")
    assert replace_file(long, NEW) is True
    assert long.read_bytes() == NEW
    assert len(refused) == 1
    assert names_in(path.parent) == ["e.partnership", long.name]


def test_a_name_no_disk_takes_is_told(tmp_path: Path) -> None:
    with pytest.raises(Unwritable, match="its name is too long; choose a shorter one"):
        replace_file(tmp_path / ("x" * 300), NEW)
    assert names_in(tmp_path) == []
