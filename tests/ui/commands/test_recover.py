"""`recover`: every command that saves keeps earlier versions; they are told apart in words, and come back."""

import ast
import datetime as dt
import errno
import itertools
import os
import re
from pathlib import Path

import pytest

from tests.ui.conftest import Type
from ui.filing import backups_of_this_user
from ui.folders import Folders
from workbook.analysis.difference.whole import tell_workbooks
from workbook.edits.begin import draft_from_case
from workbook.library.loader import load
from workbook.persistence.reading import read
from workbook.persistence.recovery import Base, Copy, UnsavedWork, version_of
from workbook.persistence.version import Version

ROOT = Path(__file__).resolve().parents[3]
MAY_SAVE = {"ui/filing.py", "ui/commands/recover.py", "ui/session/origin.py", "ui/session/saving.py"}
"""The modules of ui that may know how a file is written; session.py only takes what came of it."""


@pytest.fixture
def kept(typed: Type, tmp_path: Path) -> Path:
    """A file that was saved three times: begun, then kept as a snapshot twice."""
    path = tmp_path / "work" / "ours.partnership"
    path.parent.mkdir()
    assert typed("new", path).status == 0
    (draft,) = read(path).workbook.drafts
    for name in ("One", "Two"):
        assert typed("snapshot", path, "--draft", draft.id, "--name", name).status == 0
    return path


def versions_of(path: Path) -> tuple[Version, ...]:
    return backups_of_this_user().versions(path)


def leave_unsaved(path: Path, title: str) -> None:
    """Leave unsaved work as a program does that has ended."""
    opened = read(path)
    base = Base(path, opened.head.revision, version_of(opened.head, opened.workbook))
    gone = UnsavedWork(Folders.of_this_user().unsaved)
    when = dt.datetime.now(dt.UTC)
    gone.keep(Copy(opened.head.document_id or "", opened.workbook.replace(title=title), base, when))
    gone.close()


def rows(out: str) -> list[str]:
    """The rows of the list: each on one line, its cells one after the other."""
    lines = out.splitlines()
    rule = next((at for at, line in enumerate(lines) if line.startswith("---")), len(lines))
    columns = [found.span() for found in re.finditer("-+", lines[rule])] if rule < len(lines) else []
    found: list[list[str]] = []
    for line in itertools.takewhile(bool, lines[rule + 1 :]):
        cells = [line[start:end].strip() for start, end in columns]
        if cells[0]:
            found.append(cells)
        else:
            found[-1] = [f"{one} {more}".strip() for one, more in zip(found[-1], cells, strict=True)]
    return [" ".join(cells) for cells in found]


# ---------------------------------------------------------------------------------------------------- keeping


def test_new_and_example_keep_what_they_wrote(typed: Type, tmp_path: Path) -> None:
    for command in ("new", "example"):
        path = tmp_path / f"{command}.partnership"
        typed(command, path)
        assert [each.read_bytes() for each in versions_of(path)] == [path.read_bytes()]


def test_snapshot_and_move_keep_what_was_there_and_what_is(
    typed: Type, example: Path, tmp_path: Path
) -> None:
    states = [example.read_bytes()]
    draft = read(example).workbook.drafts[0].id
    typed("snapshot", example, "--draft", draft, "--name", "Now")
    states.append(example.read_bytes())
    typed("move", example, "--draft", draft, "--to", "paused", "--because", "Summer", "--by", "Ana")
    states.append(example.read_bytes())
    assert len(set(states)) == 3
    assert [each.read_bytes() for each in versions_of(example)] == states[::-1]


def test_nothing_in_ui_saves_a_workbook_past_those_who_keep_versions() -> None:
    importing = set()
    for path in (ROOT / "ui").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module == "workbook.persistence.writing":
                names = {each.name for each in node.names}
                if names - {"Saved"}:
                    importing.add(path.relative_to(ROOT).as_posix())
    assert importing <= MAY_SAVE


def test_where_no_version_can_be_kept_the_command_does_its_work_and_says_so(
    typed: Type, example: Path
) -> None:
    state = Folders.of_this_user().state
    state.parent.mkdir(parents=True, exist_ok=True)
    state.write_bytes(b"in the way")
    answer = typed("snapshot", example, "--draft", read(example).workbook.drafts[0].id, "--name", "Now")
    assert answer.status == 0
    assert answer.err == (
        "The file is saved, but no earlier version of it can be kept: part of its path is not a folder.\n"
    )
    assert read(example).workbook.snapshots[-1].name == "Now"


# ---------------------------------------------------------------------------------------------------- listing


def test_versions_are_listed_the_latest_first_with_what_changed_since(kept: Path, typed: Type) -> None:
    answer = typed("recover", kept)
    assert (answer.status, answer.err) == (0, "")
    versions = versions_of(kept)
    clock = f"{versions[0].kept_at:%H:%M}"
    assert [each.revision for each in versions] == [3, 2, 1]
    first = f"Revision 3, kept today {clock}"
    assert rows(answer.out)[0] == f"1 {versions[0].id} {first} It is what the file holds."
    for place, version in enumerate(versions[1:], start=1):
        differs = tell_workbooks(
            version.read().workbook, read(kept).workbook, load(), begin=draft_from_case
        ).summary.words
        assert differs in rows(answer.out)[place]
    assert "1 change outside the drafts." in rows(answer.out)[2]  # the two snapshots
    assert f"{kept}) is at revision 3." in answer.flat


def test_a_file_of_which_nothing_is_kept_is_no_mistake(typed: Type, example: Path) -> None:
    answer = typed("recover", example)
    assert (answer.status, answer.err) == (0, "")
    assert "No earlier version of it is kept here yet" in answer.out


def test_a_damaged_file_is_told_and_its_versions_are_listed(kept: Path, typed: Type) -> None:
    kept.write_bytes(kept.read_bytes()[:-100])
    answer = typed("recover", kept)
    assert answer.status == 0
    assert "is damaged" in answer.out.splitlines()[0]
    assert [row.split(" kept today ")[1][6:] for row in rows(answer.out)] == ["“ours”, 1 draft."] * 3


def test_a_file_that_is_gone_is_found_by_its_path(kept: Path, typed: Type) -> None:
    kept.unlink()
    answer = typed("recover", kept)
    assert answer.status == 0
    assert "there is no such file" in answer.flat
    assert len(rows(answer.out)) == 3


def test_a_damaged_file_under_another_name_is_found_by_its_document(kept: Path, typed: Type) -> None:
    moved = kept.rename(kept.with_name("moved.partnership"))
    moved.write_bytes(moved.read_bytes()[:-100])
    answer = typed("recover", moved)
    assert answer.status == 0
    assert all("of “ours.partnership”" in row for row in rows(answer.out))
    assert len(rows(answer.out)) == 3


def test_nothing_to_recover_is_one_line_and_status_1(typed: Type, tmp_path: Path) -> None:
    path = tmp_path / "nowhere.partnership"
    answer = typed("recover", path)
    assert (answer.status, answer.out) == (1, "")
    assert answer.err == (
        f"{path}: cannot be read: there is no such file or folder; no earlier version of it is kept here\n"
    )


def test_a_damaged_version_says_so_and_the_others_are_listed(kept: Path, typed: Type) -> None:
    versions_of(kept)[1].place.write_bytes(b"garbled")
    listed = rows(typed("recover", kept).out)
    assert len(listed) == 3
    assert "It is damaged: it is not what was kept any more." in listed[1]
    assert "damaged" not in listed[0] + listed[2]


def test_unsaved_work_stands_first(kept: Path, typed: Type) -> None:
    leave_unsaved(kept, "Typed")
    first = rows(typed("recover", kept).out)[0]
    assert first.startswith("1 unsaved-")
    assert "Unsaved work, as it was today" in first
    assert "begun from revision 3" in first
    assert "1 change outside the drafts." in first


def test_unsaved_work_whose_end_is_damaged_says_so(kept: Path, typed: Type) -> None:
    leave_unsaved(kept, "Typed")
    (journal,) = Folders.of_this_user().unsaved.glob("*.unsaved")
    with journal.open("ab") as file:
        file.write(b"half a line that was never ended")
    assert "what came after it is damaged" not in rows(typed("recover", kept).out)[0]
    with journal.open("ab") as file:
        file.write(b"\n")
    assert "begun from revision 3; what came after it is damaged" in rows(typed("recover", kept).out)[0]


# ----------------------------------------------------------------------------------------------- getting back


@pytest.mark.parametrize("by", ["number", "id"])
def test_a_version_comes_back_byte_for_byte_in_a_new_file_beside(kept: Path, typed: Type, by: str) -> None:
    first, before = versions_of(kept)[-1], kept.read_bytes()
    answer = typed("recover", kept, "--restore", "3" if by == "number" else first.id)
    assert (answer.status, answer.err) == (0, "")
    target = kept.with_name("ours (revision 1).partnership")
    assert f"{target} holds it: revision 1, kept today" in answer.out
    assert answer.out.endswith(f"{kept} is as it was.\n")
    assert target.read_bytes() == first.read_bytes()
    assert kept.read_bytes() == before


def test_what_was_restored_before_is_not_replaced(kept: Path, typed: Type) -> None:
    for _ in range(3):
        typed("recover", kept, "--restore", 3)
    assert {each.name for each in kept.parent.iterdir()} == {
        "ours.partnership",
        "ours (revision 1).partnership",
        "ours (revision 1, 2).partnership",
        "ours (revision 1, 3).partnership",
    }


def test_a_version_goes_where_it_is_told_to(kept: Path, typed: Type, tmp_path: Path) -> None:
    target = tmp_path / "first"
    assert typed("recover", kept, "--restore", 3, "--to", target).status == 0
    assert target.read_bytes() == versions_of(kept)[-1].read_bytes()


def test_another_file_is_never_replaced(kept: Path, typed: Type, tmp_path: Path) -> None:
    target = tmp_path / "mine.txt"
    target.write_bytes(b"mine")
    answer = typed("recover", kept, "--restore", 3, "--to", target)
    assert (answer.status, answer.out) == (1, "")
    assert answer.err == f"{target}: is already there, and a new file never replaces another\n"
    assert target.read_bytes() == b"mine"


def test_the_file_itself_is_replaced_when_it_is_named_and_what_it_held_is_kept(
    kept: Path, typed: Type, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, present = versions_of(kept)[-1].read_bytes(), kept.read_bytes()
    monkeypatch.chdir(kept.parent)
    answer = typed("recover", kept, "--restore", 3, "--to", kept.name)
    assert answer.status == 0
    assert "What it held before is kept" in answer.out
    assert kept.read_bytes() == first
    assert present in [each.read_bytes() for each in versions_of(kept)]
    assert "3 " in next(row for row in rows(typed("recover", kept).out) if "what the file holds" in row)
    typed("recover", kept, "--restore", 1, "--to", kept)
    assert kept.read_bytes() == present


def test_after_going_back_the_next_save_is_the_newest_version(kept: Path, typed: Type) -> None:
    typed("recover", kept, "--restore", 3, "--to", kept)
    draft = read(kept).workbook.drafts[0].id
    typed("snapshot", kept, "--draft", draft, "--name", "After")
    assert [each.revision for each in versions_of(kept)] == [4, 3, 2, 1]
    assert versions_of(kept)[0].read_bytes() == kept.read_bytes()


def test_a_damaged_file_is_replaced_and_kept(kept: Path, typed: Type) -> None:
    damaged = kept.read_bytes()[:-100]
    kept.write_bytes(damaged)
    assert typed("recover", kept, "--restore", 1, "--to", kept).status == 0
    assert typed("check", kept).status == 0
    assert damaged in [each.read_bytes() for each in versions_of(kept)]


def test_a_file_that_is_gone_comes_back_under_its_name(kept: Path, typed: Type) -> None:
    before = kept.read_bytes()
    kept.unlink()
    answer = typed("recover", kept, "--restore", 1)
    assert answer.status == 0
    assert "as it was" not in answer.out
    assert kept.read_bytes() == before


def test_a_link_stays_a_link(kept: Path, typed: Type, tmp_path: Path) -> None:
    link = tmp_path / "link.partnership"
    link.symlink_to(kept)
    assert len(rows(typed("recover", link).out)) == 3
    typed("recover", link, "--restore", 3, "--to", link)
    assert link.is_symlink()
    assert read(kept).head.revision == 1


def test_unsaved_work_comes_back_in_a_new_file_as_a_document_of_its_own(kept: Path, typed: Type) -> None:
    leave_unsaved(kept, "Typed")
    before = kept.read_bytes()
    assert typed("recover", kept, "--restore", 1).status == 0
    target = kept.with_name("ours (unsaved work).partnership")
    assert read(target).workbook == read(kept).workbook.replace(title="Typed")
    assert read(target).head.document_id != read(kept).head.document_id
    assert kept.read_bytes() == before


@pytest.mark.parametrize("is_damaged", [False, True])
def test_unsaved_work_takes_the_place_of_its_file_as_the_next_revision(
    kept: Path, typed: Type, *, is_damaged: bool
) -> None:
    leave_unsaved(kept, "Typed")
    head = read(kept).head
    if is_damaged:
        kept.write_bytes(kept.read_bytes()[:-100])
    before = kept.read_bytes()
    assert typed("recover", kept, "--restore", 1, "--to", kept).status == 0
    assert read(kept).workbook.title == "Typed"
    assert (read(kept).head.document_id, read(kept).head.revision) == (head.document_id, 4)
    assert before in [each.read_bytes() for each in versions_of(kept)]
    assert not any("unsaved" in row for row in rows(typed("recover", kept).out))  # it is saved now


def test_what_cannot_be_kept_first_is_not_replaced(
    kept: Path, typed: Type, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.write_bytes(kept.read_bytes().replace(b'"title": "ours"', b'"title": "Ours"'))  # not kept yet
    before = kept.read_bytes()

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "link", refuse)
    answer = typed("recover", kept, "--restore", 3, "--to", kept)
    assert answer.status == 1
    assert answer.err == (
        f"{kept}: stays as it is, because what it holds could not be kept: the disk is full\n"
    )
    assert kept.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--restore", "9"), "nothing to restore is called 9 (there: 1 ("),
        (("--restore", "12345678"), "nothing to restore is called 12345678"),
        (("--to", "there.partnership"), "--to says where to put what --restore names."),
    ],
)
def test_what_cannot_be_meant_is_one_line(
    kept: Path, typed: Type, arguments: tuple[str, str], sentence: str
) -> None:
    before = kept.read_bytes()
    answer = typed("recover", kept, *arguments)
    assert (answer.status, answer.out, answer.err.count("\n")) == (1, "", 1)
    assert sentence in answer.err
    assert kept.read_bytes() == before


def test_a_damaged_version_is_not_restored(kept: Path, typed: Type) -> None:
    versions_of(kept)[1].place.write_bytes(b"garbled")
    answer = typed("recover", kept, "--restore", 2)
    assert answer.status == 1
    assert "is damaged" in answer.err
    assert [each.name for each in kept.parent.iterdir()] == [kept.name]
