"""Links to files: what is saved through one reaches what it leads to, and the link stays as it was."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.whole.window import Opened, open_window
from tests.workbook.persistence.earlier import Clock, saved, titles
from ui.cli import main
from ui.pages.platform.map_panel import MapPanel
from workbook.edits.begin import add_draft, empty_draft
from workbook.model.workbook import Workbook
from workbook.persistence.backups import Backups
from workbook.persistence.format import new_head
from workbook.persistence.problems import FileProblem, Unreadable, Unwritable
from workbook.persistence.reading import read
from workbook.persistence.writing import write

pytestmark = pytest.mark.skipif(os.name == "nt", reason="links as on Unix")

OLD = b"what was there before"
Save = Callable[[Path], object]


@dataclass(frozen=True)
class Seen:
    """What stands under a name, links not followed, and beside it."""

    leads_to: str | None
    beside: tuple[str, ...]


def seen(path: Path) -> Seen:
    names = tuple(sorted(each.name for each in path.parent.iterdir()))
    return Seen(os.readlink(path) if path.is_symlink() else None, names)  # noqa: PTH115 - as it is written


def faults_of(save: Save, link: Path, target: Path, *, is_there: bool = True) -> list[str]:
    """What is not as it should be after saving through a link; nothing if all is."""
    if is_there:
        target.write_bytes(OLD)
    before, around = seen(link), seen(target)
    save(link)
    found = []
    if seen(link) != before:
        found.append("the link is another one, or something lies beside it")
    if not target.exists() or target.read_bytes() == OLD:
        found.append("what it leads to is not new")
    if set(seen(target).beside) - {target.name} != set(around.beside) - {target.name}:
        found.append("something lies beside what it leads to")
    return found


# ---------------------------------------------------------------------------------------------- what is saved


def save_workbook(path: Path) -> None:
    write(path, Workbook(title="New"), new_head())


def save_report(path: Path) -> None:
    assert main(["export", str(small_workbook(path)), "--to", str(path)]) == 0


def small_workbook(path: Path) -> Path:
    """A workbook with next to nothing in it, to report on; in a folder that nobody looks into."""
    small = path.parent.parent / "small.partnership"
    write(small, add_draft(Workbook(title="Small"), empty_draft()), new_head())
    return small


def save_picture(path: Path, opened: Opened) -> None:
    opened.go_to("platform")
    opened.answers.saves = [path]
    opened.workspace.paper.save_picture("Map", opened.find(MapPanel).picture())
    opened.workspace.outputs.finish()
    assert opened.answers.told == []


def save_page(path: Path, opened: Opened) -> None:
    opened.answers.saves = [path]
    opened.workspace.paper.save_as_pdf()
    opened.workspace.outputs.finish()
    assert opened.answers.told == []


ENDINGS = {"workbook": ".partnership", "report": ".xlsx", "picture": ".svg", "page": ".pdf"}


@pytest.fixture(params=ENDINGS)
def what(request: pytest.FixtureRequest) -> str:
    """The kind of file that is saved."""
    return str(request.param)


@pytest.fixture
def save(what: str, request: pytest.FixtureRequest, tmp_path: Path) -> Save:
    """Saves a file of that kind as a user would have it saved."""
    if what == "workbook":
        return save_workbook
    if what == "report":
        return save_report
    opened = open_window(request.getfixturevalue("qtbot"), tmp_path / "settings")
    in_window = save_picture if what == "picture" else save_page
    return lambda path: in_window(path, opened)


@pytest.fixture
def ending(what: str) -> str:
    return ENDINGS[what]


@pytest.fixture
def links(tmp_path: Path) -> Path:
    """A folder for links."""
    (tmp_path / "links").mkdir()
    return tmp_path / "links"


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A folder for what they lead to."""
    (tmp_path / "files").mkdir()
    return tmp_path / "files"


def test_a_link_stays_and_what_it_leads_to_is_new(links: Path, files: Path, save: Save, ending: str) -> None:
    (links / f"one{ending}").symlink_to(f"../files/e{ending}")
    (links / f"two{ending}").symlink_to(f"one{ending}")  # a link to a link
    (links / "folder").symlink_to(files)
    for link in (links / f"two{ending}", links / "folder" / f"e{ending}"):
        assert faults_of(save, link, files / f"e{ending}") == []
    assert os.path.realpath(links / f"two{ending}") == str(files / f"e{ending}")


def test_what_a_link_should_lead_to_is_made_where_it_should_be(
    links: Path, files: Path, save: Save, ending: str
) -> None:
    link = links / f"dangling{ending}"
    link.symlink_to(f"../files/gone{ending}")

    assert faults_of(save, link, files / f"gone{ending}", is_there=False) == []


def test_the_other_name_of_a_file_keeps_the_old_contents(
    links: Path, files: Path, save: Save, ending: str
) -> None:
    """The price of never writing into a file that somebody may be reading."""
    file, other = files / f"e{ending}", links / f"other{ending}"
    file.write_bytes(OLD)
    other.hardlink_to(file)

    save(file)

    assert other.read_bytes() == OLD
    assert file.read_bytes() != OLD
    assert (file.stat().st_nlink, other.stat().st_nlink) == (1, 1)


# ------------------------------------------------------------------------------------------- the naive savers


def replacing_the_link(path: Path) -> None:
    temporary = path.with_name(".new")
    temporary.write_bytes(b"new")
    temporary.replace(path)


def leaving_a_copy(path: Path) -> None:
    path.with_name(f"{path.name}.bak").write_bytes(path.read_bytes())
    path.write_bytes(b"new")


def saving_nothing(path: Path) -> None:
    path.lstat()


@pytest.mark.parametrize("naive", [replacing_the_link, leaving_a_copy, saving_nothing])
def test_naive_savers_fail_the_same_check(links: Path, files: Path, naive: Save) -> None:
    link = links / "one.partnership"
    link.symlink_to("../files/e.partnership")

    assert faults_of(naive, link, files / "e.partnership") != []


# ------------------------------------------------------------------------------------ links that lead nowhere


def refusals(path: Path, kind: type[FileProblem]) -> str:
    """What opening or saving says of it; nothing may change."""
    before = seen(path)
    do: Save = read if kind is Unreadable else save_workbook
    with pytest.raises(kind) as caught:
        do(path)
    assert seen(path) == before
    assert str(caught.value).startswith(f"{path}: ")
    return caught.value.sentence


def test_links_that_lead_nowhere_are_told_of_and_stay(links: Path) -> None:
    (links / "loop").symlink_to("back")
    (links / "back").symlink_to("loop")
    (links / "nowhere").symlink_to("no folder/e.partnership")
    (links / "folder").symlink_to(".")

    assert "a link that leads back to itself" in refusals(links / "loop", Unreadable)
    assert "a link that leads back to itself" in refusals(links / "loop", Unwritable)
    assert "no such file or folder" in refusals(links / "nowhere", Unreadable)
    assert "there is no folder" in refusals(links / "nowhere", Unwritable)
    assert "is a folder" in refusals(links / "folder", Unreadable)
    assert "it is a folder" in refusals(links / "folder", Unwritable)


@pytest.mark.parametrize("leads_to", ["e.xlsx", "no folder/r.xlsx", "."])
def test_a_report_to_such_a_link_is_refused_in_one_line(
    links: Path, leads_to: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = links / "e.xlsx"
    path.symlink_to(leads_to)
    before = seen(path)

    assert main(["export", str(small_workbook(path)), "--to", str(path)]) == 1

    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert err.startswith(f"{path}: cannot be saved: ")
    assert seen(path) == before


# ------------------------------------------------------------------------------------------- earlier versions


def test_earlier_versions_are_those_of_the_file_whatever_link_it_was_saved_by(
    links: Path, files: Path, tmp_path: Path
) -> None:
    backups = Backups(tmp_path / "state", Clock())
    file, link, folder = files / "e.partnership", links / "one.partnership", links / "folder"
    link.symlink_to(file)
    folder.symlink_to(files)
    saved(file, backups, "One")
    saved(link, backups, "Two")
    saved(folder / file.name, backups, "Three")

    for path in (file, link, folder / file.name):
        versions = backups.versions(path)
        assert titles(versions) == ["Three", "Two", "One"]
        assert {each.path for each in versions} == {file}

    link.unlink()
    link.symlink_to("../files/another.partnership")  # from now on it leads to another file
    assert backups.versions(link) == ()


def test_of_two_names_of_one_file_each_has_the_versions_saved_under_it(
    links: Path, files: Path, tmp_path: Path
) -> None:
    backups = Backups(tmp_path / "state", Clock())
    file, other = files / "e.partnership", links / "other.partnership"
    saved(file, backups, "One")
    other.hardlink_to(file)
    saved(file, backups, "Two")

    assert read(other).workbook.title == "One"
    assert titles(backups.versions(file)) == ["Two", "One"]
    assert titles(backups.versions(other)) == []
    saved(other, backups, "Other")
    assert titles(backups.versions(other)) == ["Other", "One"]
    assert titles(backups.versions(file)) == ["Two", "One"]
