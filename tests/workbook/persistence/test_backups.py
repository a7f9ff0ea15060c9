"""Earlier versions: kept exactly at every save, in the order of revisions, and found whatever is damaged."""

import datetime as dt
import json
import os
from pathlib import Path
from shutil import copyfile

import pytest

from tests.workbook.persistence.earlier import NOON, Clock, contents, kept_in, saved, titles
from workbook.model.workbook import Workbook
from workbook.persistence.backups import MOST_FILES, Backups
from workbook.persistence.format import Head, new_head
from workbook.persistence.problems import Damaged
from workbook.persistence.reading import read
from workbook.persistence.thinning import LAST
from workbook.persistence.writing import write

# ----------------------------------------------------------------------------------------------- what is kept


def test_every_save_is_kept_byte_for_byte_and_the_latest_comes_first(path: Path, backups: Backups) -> None:
    files = []
    for title in ("One", "Two", "Three"):
        saved(path, backups, title)
        files.append(path.read_bytes())

    versions = backups.versions(path)

    assert contents(versions) == files[::-1]
    assert [(each.revision, each.kept_at, each.path) for each in versions] == [
        (revision, NOON, path) for revision in (3, 2, 1)
    ]
    assert len({each.id for each in versions}) == 3


def test_what_a_file_held_before_its_first_save_here_is_kept(sample: Path, backups: Backups) -> None:
    before = sample.read_bytes()
    saved(sample, backups, "Two")
    assert contents(backups.versions(sample)) == [sample.read_bytes(), before]


def test_what_another_program_saved_is_kept_before_it_is_replaced(path: Path, backups: Backups) -> None:
    head = saved(path, backups, "One").head
    by_hand = json.loads(path.read_bytes())
    by_hand |= {"sha256": None, "workbook": {"title": "By hand"}}
    path.write_text(json.dumps(by_hand), "utf-8")
    write(path, Workbook(title="Two"), head, backups=backups)
    assert titles(backups.versions(path)) == ["Two", "By hand", "One"]
    assert [each.order for each in backups.versions(path)] == [(2, 1), (1, 2), (1, 1)]


def test_saving_the_same_again_adds_what_is_new_only(path: Path, backups: Backups) -> None:
    saved(path, backups, "One")
    held = backups.hold(path, None)
    assert (held.is_new, held.version) == (False, backups.versions(path)[0])


def test_another_workbook_that_is_replaced_is_still_found_by_the_path(path: Path, backups: Backups) -> None:
    saved(path, None, "Theirs")
    write(path, Workbook(title="Ours"), Head(document_id="ours"), backups=backups)
    assert titles(backups.versions(path)) == ["Ours", "Theirs"]


def test_a_file_that_is_no_workbook_is_not_copied_anywhere(path: Path, backups: Backups) -> None:
    path.write_bytes(b"Dear colleagues,")
    write(path, Workbook(title="Ours"), Head(document_id="ours"), backups=backups)
    assert titles(backups.versions(path)) == ["Ours"]


def test_only_the_user_may_look_at_them(path: Path, backups: Backups, state: Path) -> None:
    saved(path, backups, "One")
    (folder,) = {each.parent for each in state.rglob("r*.partnership")}
    assert folder.stat().st_mode & 0o777 == 0o700


# ------------------------------------------------------------------------------------- which file they are of


def test_a_copy_made_elsewhere_goes_its_own_way(path: Path, backups: Backups) -> None:
    saved(path, backups, "One")
    copy = Path(copyfile(path, path.with_name("copy.partnership")))
    saved(path, backups, "Left")
    saved(copy, backups, *(f"Right {number}" for number in range(40)))
    document_id = read(path).head.document_id
    assert titles(backups.versions(path)) == ["Left", "One"]
    found = backups.versions(path, document_id)
    assert [each.path for each in found[:3]] == [path, path, copy]
    assert titles(found)[:3] == ["Left", "One", "Right 39"]


def test_a_file_that_was_moved_is_found_by_its_document(path: Path, backups: Backups) -> None:
    saved(path, backups, "One", "Two")
    moved = path.rename(path.with_name("moved.partnership"))
    assert backups.versions(moved) == ()
    assert titles(backups.versions(moved, read(moved).head.document_id)) == ["Two", "One"]


def test_a_file_that_is_gone_or_damaged_is_found_by_its_path(path: Path, backups: Backups) -> None:
    saved(path, backups, "One", "Two")
    path.write_bytes(b"garbled")
    assert titles(backups.versions(path)) == ["Two", "One"]
    path.unlink()
    assert titles(backups.versions(path)) == ["Two", "One"]


def test_a_link_and_what_it_leads_to_are_one_file(path: Path, backups: Backups, tmp_path: Path) -> None:
    saved(path, backups, "One")
    link = tmp_path / "link.partnership"
    link.symlink_to(path)
    saved(link, backups, "Two")
    assert link.is_symlink()
    assert titles(backups.versions(link)) == titles(backups.versions(path)) == ["Two", "One"]


def test_documents_whose_ids_differ_in_capitals_are_two(path: Path, backups: Backups) -> None:
    for document_id in ("abc", "ABC"):
        write(path, Workbook(title=document_id), Head(document_id=document_id), backups=backups)
    other = path.with_name("other.partnership")
    assert titles(backups.versions(other, "abc")) == ["abc"]
    assert titles(backups.versions(other, "ABC")) == ["ABC"]


def test_a_name_no_text_can_hold_is_no_obstacle(path: Path, backups: Backups) -> None:
    odd = path.with_name(os.fsdecode(b"\xff.partnership"))
    saved(odd, backups, "One")
    assert [each.path for each in backups.versions(odd)] == [odd]


# ------------------------------------------------------------------------------------------ revisions, clocks


def test_a_clock_that_jumps_changes_neither_order_nor_number(
    path: Path, backups: Backups, clock: Clock
) -> None:
    for number, days in enumerate((0, 400, -900, 3000, 0, -1)):
        clock.now = NOON + dt.timedelta(days=days)
        saved(path, backups, str(number))
    assert titles(backups.versions(path)) == ["5", "4", "3", "2", "1", "0"]


def test_after_an_earlier_state_was_put_back_saves_count_on_from_the_newest(
    path: Path, backups: Backups
) -> None:
    saved(path, backups, "One")
    first = path.read_bytes()
    saved(path, backups, "Two", "Three")
    path.write_bytes(first)  # from a mail, say
    saved(path, backups, "One and a half")
    assert read(path).head.revision == 4
    assert titles(backups.versions(path)) == ["One and a half", "Three", "Two", "One"]


def test_the_largest_revision_there_can_be_is_no_end_of_saving(path: Path, backups: Backups) -> None:
    head = Head(document_id="d", revision=10**9)
    for title in ("One", "Two"):
        head = write(path, Workbook(title=title), head, backups=backups).head
    assert titles(backups.versions(path)) == ["Two", "One"]


def test_many_saves_leave_the_last_ones_and_ever_fewer_before(path: Path, backups: Backups) -> None:
    saved(path, backups, *(str(number) for number in range(1, 101)))
    revisions = [each.revision for each in backups.versions(path)]
    assert revisions[:LAST] == [100, 99, 98, 97, 96, 95, 94, 93, 92, 91]
    # One of 4 as far back as 19 (91 stands for 88 to 91), one of 8 to 39, one of 16 to 79, one of 32 beyond.
    assert revisions[LAST:] == [87, 83, 79, 71, 63, 55, 47, 31, 15]


def test_of_many_files_those_saved_longest_ago_go(path: Path, backups: Backups) -> None:
    places = [path.with_name(f"{number}.partnership") for number in range(MOST_FILES + 2)]
    for place in places[:-1]:
        saved(place, backups, "One")
    assert backups.versions(places[0]) == ()
    saved(places[1], backups, "Again")  # now the third was saved longest ago
    saved(places[-1], backups, "One")
    assert [bool(backups.versions(place)) for place in places[:4]] == [False, True, False, True]
    assert read(places[0]).workbook.title == "One"


def test_of_many_files_the_one_that_was_replaced_by_save_as_is_not_the_first_to_go(
    path: Path, backups: Backups
) -> None:
    for number in range(MOST_FILES):
        saved(path.with_name(f"{number}.partnership"), backups, "One")
    saved(path, None, "From elsewhere")
    write(path, Workbook(title="Instead"), new_head(), backups=backups)
    assert titles(backups.versions(path)) == ["Instead", "From elsewhere"]


# --------------------------------------------------------------------------------- originals of older formats


def test_the_original_of_an_upgraded_file_is_kept_and_never_thinned_out(
    path: Path, backups: Backups, state: Path
) -> None:
    saved(path, backups, "Of format 1")
    opened, original = read(path), path.read_bytes()
    done = write(path, opened.workbook, opened.head, upgraded_from=1, backups=backups)
    assert done.original is not None
    assert (done.original.original_of, done.original.read_bytes(), done.backup) == (1, original, None)
    saved(path, backups, *map(str, range(60)))
    assert backups.versions(path)[-1] == done.original
    for number in range(MOST_FILES + 1):
        saved(path.with_name(f"{number}.partnership"), backups, "One")
    assert backups.versions(path) == (done.original,)
    assert [each.name for each in path.parent.glob("*.v1*")] == []


def test_where_it_cannot_be_kept_there_it_is_kept_beside_the_file(path: Path, state: Path) -> None:
    saved(path, None, "Of format 1")
    state.write_bytes(b"in the way")
    opened, original = read(path), path.read_bytes()
    done = write(path, opened.workbook, opened.head, upgraded_from=1, backups=Backups(state, Clock()))
    assert done.original is None
    assert done.backup == path.with_name("e.v1.partnership")
    assert done.backup.read_bytes() == original


# -------------------------------------------------------------------------------------------- what goes wrong


@pytest.mark.parametrize("fault", ["in the way", "a fault of ours"])
def test_where_nothing_can_be_kept_saving_still_works_and_says_why(
    path: Path, state: Path, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    backups = Backups(state, Clock())
    if fault == "in the way":
        state.write_bytes(b"in the way")
    else:
        monkeypatch.setattr(Backups, "_of", lambda *_: 1 / 0)
    done = saved(path, backups, "One", *([] if fault == "a fault of ours" else ["Two"]))
    assert read(path).workbook == Workbook(title="Two" if fault == "in the way" else "One")
    assert done.unkept == {
        "in the way": "part of its path is not a folder",
        "a fault of ours": "the program itself failed (ZeroDivisionError: division by zero)",
    }.get(fault)


def test_in_a_folder_nobody_may_write_to_nothing_is_kept_and_the_save_is_done(
    folder_without_privileges: Path,
) -> None:
    state = folder_without_privileges / "state"
    state.mkdir(mode=0o500)
    path = folder_without_privileges / "e.partnership"
    done = saved(path, Backups(state, Clock()), "One", "Two")
    assert "no permission" in done.unkept
    assert read(path).workbook.title == "Two"


def test_a_damaged_version_is_told_and_hides_no_other(path: Path, backups: Backups) -> None:
    saved(path, backups, "One", "Two", "Three")
    three, two, one = backups.versions(path)
    three.place.write_bytes(three.place.read_bytes().replace(b"Three", b"Thre3"))
    two.place.write_bytes(b"")
    assert backups.versions(path)[1].revision == 2
    with pytest.raises(Damaged, match="not what was kept"):
        three.read_bytes()
    found = backups.newest_good(path)
    assert found is not None
    assert (found[0], found[1].workbook.title) == (one, "One")
    saved(path, backups, "Four")
    assert len(backups.versions(path)) == 4


@pytest.mark.parametrize("written", [None, b"", b"[]", b'{"turn": "x"}', b"\xff"])
def test_without_the_note_of_whose_they_are_versions_are_found(
    path: Path, backups: Backups, state: Path, written: bytes | None
) -> None:
    saved(path, backups, "One")
    document_id = read(path).head.document_id
    (about,) = state.rglob("about.json")
    about.unlink() if written is None else about.write_bytes(written)
    for found in (backups.versions(path), backups.versions(path.with_name("other"), document_id)):
        assert titles(found) == ["One"]
    saved(path, backups, "Two")
    assert [each.path for each in backups.versions(path)] == [path, path]


def test_files_of_others_in_the_folder_are_left_alone(path: Path, backups: Backups, state: Path) -> None:
    saved(path, backups, "One")
    (folder,) = {each.parent for each in state.rglob("r*.partnership")}
    mine = folder / "notes.txt"
    mine.write_text("mine", "utf-8")
    (folder / "r0000000001.1.20279901T120000+0000.0123456789abcdef.partnership").write_text(
        "no date", "utf-8"
    )
    saved(path, backups, *map(str, range(50)))
    assert mine.read_text("utf-8") == "mine"
    assert "r0000000001.1.20279901T120000+0000.0123456789abcdef.partnership" in kept_in(state)
