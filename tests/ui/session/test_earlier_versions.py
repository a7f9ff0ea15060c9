"""Earlier versions in the window: kept at every save, gone back to, and offered for a damaged file."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.session.conftest import Desk
from tests.whole.window import open_window, wait_until
from ui.earlier_dialog import Deed, EarlierAnswer
from ui.moments import now
from ui.session.earlier import NO_FILE, NONE_YET
from workbook.persistence.backups import Backups
from workbook.persistence.reading import read
from workbook.persistence.version import Version

Damage = Callable[[bytes], bytes | None]


def backups_of(desk: Desk) -> Backups:
    return Backups(desk.folders.backups, now)


def versions_of(desk: Desk, file: Path) -> tuple[Version, ...]:
    return backups_of(desk).versions(file)


def save_titles(desk: Desk, *titles: str) -> None:
    for title in titles:
        desk.title(title)
        desk.save()


def damaged_question(desk: Desk) -> tuple[str, str, bool]:
    """What was asked about a file that does not open: the sentence, the version, whether it is readable."""
    name, about = desk.dialogs.asked[-1]
    assert name == "damaged"
    return cast("tuple[str, str, bool]", about)


def choose(place: int, deed: Deed) -> Callable[[object], EarlierAnswer]:
    """Answer for the user: this one of the list, and what to do with it."""

    def answer(about: object) -> EarlierAnswer:
        assert isinstance(about, tuple)
        versions: Sequence[Version] = about[0]
        return EarlierAnswer(versions[place], deed)

    return answer


# ---------------------------------------------------------------------------------------------------- keeping


def test_every_save_is_kept_with_what_the_file_held_before(desk: Desk, file: Path) -> None:
    contents = [file.read_bytes()]
    desk.session.open(file)
    for title in ("One", "Two"):
        save_titles(desk, title)
        contents.append(file.read_bytes())
    assert [each.read_bytes() for each in versions_of(desk, file)] == contents[::-1]


def test_save_as_is_kept_and_so_is_the_file_whose_place_it_takes(desk: Desk, file: Path) -> None:
    before = file.read_bytes()
    desk.session.new()
    desk.title("Ours")
    desk.dialogs.will("pick save", file)
    desk.dialogs.will("overwrite", answer=True)
    desk.save()
    assert [each.read_bytes() for each in versions_of(desk, file)] == [file.read_bytes(), before]


def test_where_none_can_be_kept_it_is_told_once_until_it_works_again(desk: Desk, file: Path) -> None:
    desk.folders.state.mkdir()
    desk.folders.backups.write_bytes(b"in the way")
    desk.session.open(file)
    save_titles(desk, "One", "Two")
    words = "The file is saved, but no earlier version of it can be kept: part of its path is not a folder."
    assert desk.notes == [words]
    assert not desk.session.is_modified
    assert read(file).workbook.title == "Two"
    desk.folders.backups.unlink()
    save_titles(desk, "Three")
    assert [each.read().workbook.title for each in versions_of(desk, file)] == ["Three", "Two"]
    assert desk.notes == [words]


# ------------------------------------------------------------------------------------------------- going back


def test_going_back_is_one_step_that_can_be_undone_and_then_saved(desk: Desk, file: Path) -> None:
    desk.session.open(file)
    save_titles(desk, "One", "Two")
    head = read(file).head
    desk.dialogs.will("earlier", choose(-1, "go_back"))
    assert desk.session.earlier_versions()
    assert (desk.session.title, desk.session.path, desk.session.is_modified) == ("Nordhavn", file, True)
    assert desk.document.history.undoText() == "return to revision 1"
    assert read(file).workbook.title == "Two"
    desk.document.undo()
    assert (desk.session.title, desk.session.is_modified) == ("Two", False)
    desk.document.redo()
    desk.save()
    after = read(file)
    assert (after.workbook.title, after.head.revision) == ("Nordhavn", head.revision + 1)
    assert after.head.document_id == head.document_id
    titles = [each.read().workbook.title for each in versions_of(desk, file)]
    assert titles == ["Nordhavn", "Two", "One", "Nordhavn"]


def test_an_earlier_version_opens_as_a_copy_that_never_takes_the_place_of_the_file(
    desk: Desk, file: Path
) -> None:
    desk.session.open(file)
    save_titles(desk, "One")
    before, document_id = file.read_bytes(), read(file).head.document_id
    desk.dialogs.will("earlier", choose(-1, "open_copy"))
    assert desk.session.earlier_versions()
    assert (desk.session.title, desk.session.path, desk.session.is_modified) == ("Nordhavn", None, True)
    desk.dialogs.will("pick save", file)
    desk.dialogs.will("pick save", file.with_name("copy.partnership"))
    desk.save()
    assert "stays as it is" in desk.dialogs.told[0]
    assert file.read_bytes() == before
    assert read(file.with_name("copy.partnership")).head.document_id != document_id


def test_unsaved_work_is_asked_about_before_a_copy_opens(desk: Desk, file: Path) -> None:
    desk.session.open(file)
    save_titles(desk, "One")
    desk.title("Typed")
    desk.dialogs.will("earlier", choose(-1, "open_copy"))
    desk.dialogs.will("unsaved", "cancel")
    assert not desk.session.earlier_versions()
    assert (desk.session.title, desk.session.path) == ("Typed", file)


def test_the_user_may_just_look(desk: Desk, file: Path) -> None:
    desk.session.open(file)
    save_titles(desk, "One")
    desk.dialogs.will("earlier", None)
    assert not desk.session.earlier_versions()
    assert (desk.session.title, desk.session.is_modified) == ("One", False)


def test_it_is_compared_with_what_is_open_unsaved_changes_included(desk: Desk, file: Path) -> None:
    desk.session.open(file)
    save_titles(desk, "One")
    desk.title("Typed")
    seen: list[tuple[str, ...]] = []

    def look_into(about: object) -> None:
        assert isinstance(about, tuple)
        versions, path, compare = about
        assert path == file
        seen.extend(compare(each).besides for each in versions)

    desk.dialogs.will("earlier", look_into)
    desk.session.earlier_versions()
    assert seen == [
        ("The title went from “One” to “Typed”.",),
        ("The title went from “Nordhavn” to “Typed”.",),
    ]


def test_without_a_file_or_a_version_there_is_nothing_to_list(desk: Desk, file: Path) -> None:
    desk.session.new()
    assert not desk.session.earlier_versions()
    desk.session.open(file)
    assert not desk.session.earlier_versions()
    assert desk.dialogs.told == [NO_FILE, NONE_YET]


def test_a_version_that_is_damaged_is_told_and_nothing_changes(desk: Desk, file: Path) -> None:
    desk.session.open(file)
    save_titles(desk, "One")
    versions_of(desk, file)[-1].place.write_bytes(b"garbled")
    desk.dialogs.will("earlier", choose(-1, "go_back"))
    assert not desk.session.earlier_versions()
    assert "is damaged" in desk.dialogs.told[0]
    assert desk.session.title == "One"


def test_the_menu_leads_there(qtbot: QtBot, tmp_path: Path) -> None:
    opened = open_window(qtbot, tmp_path)
    opened.answers.saves.append(tmp_path / "ours")
    title = opened.session.title
    for number in range(2):
        opened.session.save()
        wait_until(lambda: not opened.session.is_saving)
        opened.document.put(("title",), f"Typed {number}", "change of title")
    (action,) = [each for each in opened.window.actions() if each.text() == "Earlier &versions…"]
    action.trigger()
    wait_until(lambda: opened.session.title == title)
    assert opened.answers.asked == ["save", "earlier: 2"]
    opened.document.undo()
    assert opened.session.title == "Typed 1"


# ------------------------------------------------------------------------------------- a file that is damaged

BLOCK = 512
DAMAGE: dict[str, Damage] = {
    "cut in the middle": lambda whole: whole[: len(whole) // 2],
    "cut at the end": lambda whole: whole[:-3],
    "empty": lambda _: b"",
    "zeroed": lambda whole: bytes(len(whole)),
    "a zeroed block": lambda whole: whole[:BLOCK] + bytes(BLOCK) + whole[2 * BLOCK :],
    "exchanged blocks": lambda whole: whole[BLOCK : 2 * BLOCK] + whole[:BLOCK] + whole[2 * BLOCK :],
    "merge markers": lambda whole: b"<<<<<<< ours\n" + whole,
    "rubbish": lambda _: b"\x00\xff\x7f rubbish",
    "gone": lambda _: None,
}


@pytest.fixture
def saved_before(desk: Desk, file: Path) -> Path:
    """A file that was saved here twice; a new workbook is open by now."""
    desk.session.open(file)
    save_titles(desk, "One", "Two")
    desk.session.new()
    return file


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_file_that_does_not_open_comes_with_its_newest_good_version(
    desk: Desk, saved_before: Path, damage: str
) -> None:
    file = saved_before
    last = read(file).workbook
    damaged = DAMAGE[damage](file.read_bytes())
    file.unlink() if damaged is None else file.write_bytes(damaged)
    desk.dialogs.will("damaged", "earlier")
    assert desk.session.open(file)
    sentence, earlier, is_readable = damaged_question(desk)
    assert sentence.startswith("“e.partnership” ")
    assert earlier.startswith("revision 3, kept today ")
    assert not is_readable
    assert desk.document.workbook == last
    assert (desk.session.path, desk.session.is_modified) == (None, True)
    assert (file.read_bytes() if file.exists() else None) == damaged


def test_a_damaged_version_is_passed_over(desk: Desk, saved_before: Path) -> None:
    saved_before.write_bytes(b"")
    versions_of(desk, saved_before)[0].place.write_bytes(b"")
    desk.dialogs.will("damaged", "earlier")
    assert desk.session.open(saved_before)
    assert desk.session.title == "One"


def test_a_damaged_file_that_was_renamed_is_known_by_its_document(desk: Desk, saved_before: Path) -> None:
    moved = saved_before.rename(saved_before.with_name("moved.partnership"))
    moved.write_bytes(moved.read_bytes()[:-3])
    desk.dialogs.will("damaged", "earlier")
    assert desk.session.open(moved)
    assert desk.session.title == "Two"


@pytest.mark.parametrize("answer", ["earlier", "as_it_is", "cancel"])
def test_of_a_file_that_can_be_read_but_was_altered_both_are_offered(
    desk: Desk, saved_before: Path, answer: str
) -> None:
    saved_before.write_text(saved_before.read_text("utf-8").replace('"Two"', '"Tow"'), "utf-8")
    desk.dialogs.will("damaged", answer)
    assert desk.session.open(saved_before) is (answer != "cancel")
    _, _, is_readable = damaged_question(desk)
    assert is_readable
    assert desk.document.workbook.title == {"earlier": "Two", "as_it_is": "Tow", "cancel": ""}[answer]
    assert (desk.session.path, desk.session.is_modified) == (None, answer != "cancel")


def test_a_file_of_a_newer_program_is_no_reason_to_go_back(desk: Desk, saved_before: Path) -> None:
    plain = json.loads(saved_before.read_bytes())
    saved_before.write_text(json.dumps({**plain, "format_version": 99, "sha256": None}), "utf-8")
    assert not desk.session.open(saved_before)
    assert "newer version of the program" in desk.dialogs.told[0]


def test_going_back_to_a_saved_file_that_is_damaged_keeps_what_is_open(desk: Desk, file: Path) -> None:
    desk.session.open(file)
    save_titles(desk, "One")
    desk.title("Typed")
    file.write_bytes(b"")
    desk.dialogs.will("revert", answer=True)
    assert not desk.session.revert()
    assert desk.dialogs.told == ["“e.partnership” is empty."]
    assert desk.session.title == "Typed"
