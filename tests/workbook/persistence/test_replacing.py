"""Replacing a file keeps what belongs to it, its permissions and links, and spares what is no file."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic_core import PydanticSerializationError

from workbook.model.workbook import Workbook
from workbook.persistence.atomic import create_file, replace_file, replacement
from workbook.persistence.format import new_head
from workbook.persistence.problems import AlreadyThere, Unwritable
from workbook.persistence.reading import read
from workbook.persistence.writing import create, write

pytestmark = pytest.mark.skipif(os.name == "nt", reason="permissions and links as on Unix")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "e.partnership"
    path.write_bytes(b"old")
    return path


@pytest.fixture(params=[0o022, 0o027, 0o002])
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize("permissions", [0o644, 0o640, 0o600, 0o664, 0o755])
def test_permissions_of_the_old_file_are_kept(path: Path, umask: int, permissions: int) -> None:
    path.chmod(permissions)

    replace_file(path, b"new")

    assert (path.read_bytes(), mode(path)) == (b"new", permissions)


def test_a_new_file_gets_what_every_new_file_gets(tmp_path: Path, umask: int) -> None:
    replace_file(tmp_path / "a", b"new")
    create_file(tmp_path / "b", b"new")
    (tmp_path / "c").touch()

    assert mode(tmp_path / "a") == mode(tmp_path / "b") == mode(tmp_path / "c") == 0o666 & ~umask


def test_nobody_else_may_look_into_a_private_file_while_it_is_saved(path: Path) -> None:
    path.chmod(0o640)

    with replacement(path) as file:
        file.temporary.write_bytes(b"new")
        assert mode(file.temporary) == 0o600


def test_owner_and_group_are_kept(path: Path) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root can save somebody else's file")
    os.chown(path, 1234, 5678)

    replace_file(path, b"new")

    assert (path.stat().st_uid, path.stat().st_gid) == (1234, 5678)


def test_a_link_stays_a_link_and_its_target_is_replaced(tmp_path: Path, path: Path) -> None:
    folder = tmp_path / "links"
    folder.mkdir()
    link = folder / "link.partnership"
    link.symlink_to("../e.partnership")

    replace_file(link, b"new")

    assert link.is_symlink()
    assert path.read_bytes() == b"new"
    assert os.listdir(folder) == ["link.partnership"]  # noqa: PTH208 - names only


def test_a_link_to_a_file_that_is_gone_brings_it_back(tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to("gone")

    replace_file(link, b"new")

    assert (link.is_symlink(), (tmp_path / "gone").read_bytes()) == (True, b"new")


def test_the_longest_of_names_can_be_saved(tmp_path: Path) -> None:
    for name in ("x" * 243 + ".partnership", "海" * 80 + ".partnership", "x." + "y" * 253):
        replace_file(tmp_path / name, b"new")

        assert (tmp_path / name).read_bytes() == b"new"


def test_the_temporary_file_keeps_the_ending(tmp_path: Path) -> None:
    with replacement(tmp_path / "report.xlsx") as file:
        file.temporary.write_bytes(b"new")
        assert file.temporary.suffix == ".xlsx"
        assert file.temporary.parent == tmp_path


def test_a_writer_that_fails_leaves_the_old_file(path: Path) -> None:
    def write_half() -> None:
        with replacement(path) as file:
            file.temporary.write_bytes(b"half")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_half()

    assert path.read_bytes() == b"old"
    assert list(path.parent.iterdir()) == [path]


def test_a_writer_that_removes_its_file_leaves_the_old_one(path: Path) -> None:
    with pytest.raises(Unwritable), replacement(path) as file:
        file.temporary.unlink()

    assert path.read_bytes() == b"old"


def refusal(path: Path) -> str:
    with pytest.raises(Unwritable) as caught:
        replace_file(path, b"new")
    return caught.value.sentence


def test_what_is_no_file_is_never_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    assert refusal(tmp_path) == "cannot be saved: it is a folder"
    assert refusal(tmp_path / "pipe") == "cannot be saved: it is a device, not a file"
    assert refusal(Path(os.devnull)) == "cannot be saved: it is a device, not a file"
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


def test_a_place_that_does_not_exist_is_named(tmp_path: Path, path: Path) -> None:
    way_out = "if that is on a stick or a share, connect it again, or save to another place"
    none = tmp_path / "none"
    assert refusal(none / "e") == f"cannot be saved: there is no folder {none}; {way_out}"
    assert refusal(path / "e") == f"cannot be saved: there is no folder {path}; {way_out}"


def test_a_link_that_leads_back_to_itself_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("a")

    assert "leads back to itself" in refusal(tmp_path / "a")


def test_a_protected_file_is_not_replaced_although_its_folder_would_allow_it(
    folder_without_privileges: Path,
) -> None:
    path = folder_without_privileges / "e.partnership"
    path.write_bytes(b"old")
    path.chmod(0o444)

    assert refusal(path) == (
        "cannot be saved: it is protected against writing; lift that, or save to another place"
    )
    assert path.read_bytes() == b"old"


def test_a_protected_folder_is_told(folder_without_privileges: Path) -> None:
    path = folder_without_privileges / "e.partnership"
    path.write_bytes(b"old")
    folder_without_privileges.chmod(0o500)

    assert "there is no permission" in refusal(path)
    with pytest.raises(Unwritable):
        create_file(folder_without_privileges / "new", b"new")
    assert list(folder_without_privileges.iterdir()) == [path]
    folder_without_privileges.chmod(0)
    assert "there is no permission" in refusal(path)


def test_a_new_workbook_never_replaces_anything(tmp_path: Path, path: Path) -> None:
    dangling = tmp_path / "dangling"
    dangling.symlink_to("gone")
    for taken in (path, tmp_path, dangling):
        with pytest.raises(AlreadyThere) as caught:
            create(taken, Workbook())
        assert caught.value.sentence == "is already there, and a new file never replaces another"

    assert path.read_bytes() == b"old"
    assert {each.name for each in tmp_path.iterdir()} == {"e.partnership", "dangling"}


def test_a_new_workbook_does_not_replace_a_file_that_appeared_just_now(tmp_path: Path) -> None:
    path = tmp_path / "new.partnership"

    def create_while_somebody_else_is_faster() -> None:
        with replacement(path, new=True) as file:
            file.temporary.write_bytes(b"new")
            path.write_bytes(b"somebody was faster")

    with pytest.raises(AlreadyThere):
        create_while_somebody_else_is_faster()

    assert path.read_bytes() == b"somebody was faster"
    assert list(tmp_path.iterdir()) == [path]


def test_every_save_is_the_next_revision_of_the_same_document(tmp_path: Path) -> None:
    path = tmp_path / "e.partnership"

    first = create(path, Workbook(title="one"))
    second = write(path, Workbook(title="two"), first.head)
    third = write(path, Workbook(title="three"), second.head)

    assert [saved.head.revision for saved in (first, second, third)] == [1, 2, 3]
    assert len({saved.head.document_id for saved in (first, second, third)}) == 1
    assert len({saved.head.sha256 for saved in (first, second, third)}) == 3
    assert all(saved.confirmed for saved in (first, second, third))
    opened = read(path)
    assert (opened.head, opened.workbook.title) == (third.head, "three")


def test_each_new_workbook_is_a_document_of_its_own(tmp_path: Path) -> None:
    one = create(tmp_path / "one", Workbook()).head
    other = create(tmp_path / "other", Workbook()).head

    assert one.document_id != other.document_id


def test_a_record_that_was_never_validated_is_not_saved(path: Path) -> None:
    broken = Workbook().model_copy(update={"title": 7})

    with pytest.raises(PydanticSerializationError):
        write(path, broken, new_head())
    assert path.read_bytes() == b"old"
