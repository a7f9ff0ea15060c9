"""Files and folders that are protected: never replaced behind their owner's back. Root may all."""

import os
from pathlib import Path

import pytest

from tests.reliability.roads import ROADS, Outcome, Road, saved_by, taken
from workbook.persistence.atomic import replace_file
from workbook.persistence.problems import Unwritable

pytestmark = pytest.mark.skipif(os.name == "nt", reason="permissions as on Unix")

PROTECTED = "it is protected against writing; lift that, or save to another place"
NO_PERMISSION = "there is no permission for that"


def in_a_protected_folder(kind: type[Road], folder: Path) -> Outcome:
    """Take a road where nothing may be added to any folder."""
    assert os.geteuid() != 0, "as root every permission is there"
    road = kind(folder / "protected", folder)
    road.folder.mkdir()
    road.prepare()
    folders = [road.folder, *(each for each in road.folder.rglob("*") if each.is_dir())]

    def set_mode(mode: int) -> None:
        for each in folders:
            each.chmod(mode)

    set_mode(0o500)
    return taken(road, lambda: set_mode(0o700))


def with_a_protected_file(kind: type[Road], folder: Path) -> Outcome:
    """Take a road to a file that its owner protected, in a folder in which all is allowed."""
    assert os.geteuid() != 0, "as root every permission is there"
    road = kind(folder, folder)
    road.prepare()
    for each in folder.iterdir():
        each.chmod(0o444)
    outcome = taken(road)
    assert outcome.how == "refused", "a protected file was replaced"
    return outcome


@pytest.mark.parametrize("name", ["save over", "first save", "picture", "earlier versions"])
def test_in_a_protected_folder_the_old_stays_and_it_is_told(
    folder_without_privileges: Path, name: str
) -> None:
    outcome = in_a_protected_folder(ROADS[name], folder_without_privileges)
    assert outcome.how == "refused"
    assert NO_PERMISSION in outcome.told


def test_unsaved_work_goes_on_being_kept_in_a_folder_that_was_protected(
    folder_without_privileges: Path,
) -> None:
    assert in_a_protected_folder(ROADS["journal"], folder_without_privileges).how == "done"


@pytest.mark.parametrize("name", ["save over", "picture"])
def test_a_protected_file_is_told_and_stays(folder_without_privileges: Path, name: str) -> None:
    assert PROTECTED in with_a_protected_file(ROADS[name], folder_without_privileges).told


def rename_over(path: Path, data: bytes) -> bool:
    """A naive saver: its folder allows what the file forbids."""
    temporary = path.with_name(".temporary")
    try:
        temporary.write_bytes(data)
        temporary.replace(path)
    except OSError as error:
        raise Unwritable.because(path, error) from error
    return True


def test_a_saver_that_does_not_ask_the_file_does_not_pass(folder_without_privileges: Path) -> None:
    with pytest.raises(AssertionError, match="a protected file was replaced"):
        with_a_protected_file(saved_by(rename_over), folder_without_privileges)


def test_as_root_these_tests_would_say_nothing_and_do_not_pass(tmp_path: Path) -> None:
    if os.geteuid() != 0:
        pytest.skip("this is not root")
    with pytest.raises(AssertionError, match="as root"):
        with_a_protected_file(saved_by(replace_file), tmp_path)
