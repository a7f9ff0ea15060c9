"""A save takes the place of what was opened, byte for byte, and of nothing that another program put there."""

import ast
import json
import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from tests.workbook.persistence.earlier import Clock, kept_in, saved, titles
from workbook.model.workbook import Workbook
from workbook.persistence import writing
from workbook.persistence.backups import Backups
from workbook.persistence.conflict import ANYTHING, Changed, Expected, Glance, change_of, glance
from workbook.persistence.problems import Damaged, NotAWorkbook, TooNew, Unreadable, Unwritable
from workbook.persistence.reading import Opened, read
from workbook.persistence.writing import create, write

ROOT = Path(__file__).parents[3]

Deed = Callable[[Path], object]
Save = Callable[[Path, Opened, os.stat_result], object]
"""Saves over a file, given how it was opened and what the file system told of it then."""


def by_a_second_writer(path: Path) -> None:
    opened = read(path)
    write(path, opened.workbook.replace(title="Theirs"), opened.head)


def of_the_same_size_with_the_time_put_back(path: Path) -> None:
    before, opened = path.stat(), read(path)
    write(path, opened.workbook.replace(title="eno"), opened.head)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (path.stat().st_size, path.stat().st_mtime_ns) == (before.st_size, before.st_mtime_ns)


def in_place_with_the_time_put_back(path: Path) -> None:
    before = path.stat()
    with path.open("r+b") as file:
        file.seek(path.read_bytes().index(b"One"))
        file.write(b"Two")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def deleted(path: Path) -> None:
    path.unlink()


def turned_into_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def replaced_by_another_document(path: Path) -> None:
    path.unlink()
    create(path, Workbook(title="Another"))


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-20])


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def replaced_by_a_picture(path: Path) -> None:
    path.write_bytes(b"\x89PNG\r\n")


def saved_by_a_newer_program(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b'"format_version": 1', b'"format_version": 99'))


DEEDS: tuple[Deed, ...] = (
    by_a_second_writer,
    of_the_same_size_with_the_time_put_back,
    in_place_with_the_time_put_back,
    deleted,
    turned_into_a_folder,
    replaced_by_another_document,
    cut_short,
    emptied,
    replaced_by_a_picture,
    saved_by_a_newer_program,
)


def state_of(path: Path) -> object:
    if path.is_dir():
        return "folder"
    return path.read_bytes() if path.exists() else None


def overwritten_by(save: Save, path: Path) -> list[str]:
    """After which deeds of another program a save does not leave the file as that one left it."""
    lost = []
    for deed in DEEDS:
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
        saved(path, None, "One")
        opened, known = read(path), path.stat()
        deed(path)
        theirs = state_of(path)
        with suppress(Changed):
            save(path, opened, known)
        if state_of(path) != theirs:
            lost.append(getattr(deed, "__name__", ""))
    return lost


def test_whatever_another_program_did_is_not_saved_over(path: Path) -> None:
    def save(path: Path, opened: Opened, _known: os.stat_result) -> None:
        write(path, Workbook(title="Ours"), opened.head, expected=Expected.of(opened))

    assert overwritten_by(save, path) == []


def test_a_save_of_another_program_while_ours_waits_for_the_disk_is_not_saved_over(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved(path, None, "One")
    opened = read(path)
    sync = os.fsync

    def slow(file: int) -> None:
        monkeypatch.setattr("os.fsync", sync)
        by_a_second_writer(path)
        sync(file)

    monkeypatch.setattr("os.fsync", slow)
    with pytest.raises(Changed):
        write(path, Workbook(title="Ours"), opened.head, expected=Expected.of(opened))
    assert read(path).head.revision == opened.head.revision + 1
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_look_at_size_and_time_would_save_over_other_peoples_work(path: Path) -> None:
    """The negative control."""

    def save(path: Path, opened: Opened, known: os.stat_result) -> None:
        try:
            now = path.stat()
        except OSError:
            return
        if (now.st_size, now.st_mtime_ns) == (known.st_size, known.st_mtime_ns):
            write(path, Workbook(title="Ours"), opened.head)

    assert overwritten_by(save, path) == [
        "of_the_same_size_with_the_time_put_back",
        "in_place_with_the_time_put_back",
    ]


@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed.__name__)
def test_after_a_refusal_the_earlier_versions_are_those_of_before(
    deed: Deed, path: Path, state: Path, backups: Backups
) -> None:
    saved(path, backups, "Zero", "One")
    opened = read(path)
    deed(path)
    before = kept_in(state)
    with pytest.raises(Changed):
        write(path, Workbook(title="Ours"), opened.head, expected=Expected.of(opened), backups=backups)
    assert kept_in(state) == before
    assert len(before) == 2
    assert [each.name for each in path.parent.iterdir() if each.name.startswith(".")] == []


def refusal(path: Path, deed: Deed) -> Changed:
    saved(path, None, "One")
    opened = read(path)
    deed(path)
    changed = change_of(path, Expected.of(opened))
    assert changed is not None
    return changed


def test_what_happened_is_told(path: Path) -> None:
    changed = refusal(path, by_a_second_writer)
    assert str(changed) == f"{path}: was changed by another program; nothing was saved over it"
    assert changed.happened == "changed"
    assert changed.is_later
    assert changed.opened is not None
    assert changed.opened.workbook.title == "Theirs"


def test_an_older_state_put_back_is_not_a_later_one(path: Path) -> None:
    saved(path, None, "One")
    first = path.read_bytes()
    saved(path, None, "Two")
    opened = read(path)
    path.write_bytes(first)
    changed = change_of(path, Expected.of(opened))
    assert changed is not None
    assert (changed.happened, changed.is_later) == ("changed", False)


@pytest.mark.parametrize(
    ("deed", "happened", "cause", "is_workbook"),
    [
        (deleted, "gone", None, False),
        (turned_into_a_folder, "folder", None, False),
        (replaced_by_another_document, "replaced", None, True),
        (cut_short, "unopenable", Damaged, True),
        (emptied, "unopenable", Damaged, False),
        (replaced_by_a_picture, "unopenable", NotAWorkbook, False),
        (saved_by_a_newer_program, "unopenable", TooNew, True),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_what_is_there_now_is_told_apart(
    deed: Deed, happened: str, cause: type | None, path: Path, *, is_workbook: bool
) -> None:
    changed = refusal(path, deed)
    assert changed.happened == happened
    assert changed.is_workbook == is_workbook
    assert not changed.is_later
    assert type(changed.cause) is (cause or type(None))


def compact(path: Path) -> None:
    path.write_bytes(json.dumps(json.loads(path.read_bytes()), sort_keys=True).encode())


def with_other_line_ends(path: Path) -> None:
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))


def touched(path: Path) -> None:
    os.utime(path, (1, 1))


def copied_and_put_back(path: Path) -> None:
    shutil.copy(path, path.with_name("other"))
    path.with_name("other").replace(path)


@pytest.mark.parametrize("deed", [compact, with_other_line_ends, touched, copied_and_put_back])
@pytest.mark.parametrize("by_hand", [False, True])
def test_the_same_workbook_laid_out_otherwise_is_saved_over(deed: Deed, path: Path, *, by_hand: bool) -> None:
    saved(path, None, "One")
    if by_hand:  # no checksum, no id: a new one is made up each time it is opened
        document = {key: value for key, value in json.loads(path.read_bytes()).items() if key != "sha256"}
        path.write_text(json.dumps({**document, "document_id": None}), "utf-8")
    opened = read(path)
    deed(path)
    write(path, Workbook(title="Ours"), opened.head, expected=Expected.of(opened))
    assert read(path).workbook.title == "Ours"


def test_what_was_last_saved_is_known_to_the_next_save(path: Path) -> None:
    first = saved(path, None, "One")
    expected = Expected(first.digest, first.head, Workbook(title="One"))
    second = write(path, Workbook(title="Two"), first.head, expected=expected)
    with pytest.raises(Changed):
        write(path, Workbook(title="Three"), first.head, expected=expected)
    third = write(path, Workbook(title="Three"), second.head, expected=Expected(second.digest, second.head))
    assert read(path).digest == third.digest


def test_a_save_that_a_share_took_although_it_said_no_can_be_tried_again(path: Path) -> None:
    saved(path, None, "One")
    opened = read(path)
    write(path, Workbook(title="Ours"), opened.head)  # of which nothing is known here
    write(path, Workbook(title="Ours"), opened.head, expected=Expected.of(opened))
    assert read(path).workbook.title == "Ours"


def test_what_is_overwritten_is_an_earlier_version_then(path: Path, backups: Backups) -> None:
    saved(path, backups, "One")
    opened = read(path)
    by_a_second_writer(path)
    changed = change_of(path, Expected.of(opened))
    assert changed is not None
    assert changed.accepted.must_be_kept
    done = write(path, Workbook(title="Ours"), opened.head, expected=changed.accepted, backups=backups)
    assert titles(backups.versions(path, opened.head.document_id)) == ["Ours", "Theirs", "One"]
    assert done.head.revision == 3  # after theirs, which was the second


@pytest.mark.parametrize("deed", [replaced_by_another_document, cut_short])
def test_every_workbook_that_is_overwritten_is_kept(deed: Deed, path: Path, backups: Backups) -> None:
    changed = refusal(path, deed)
    theirs = path.read_bytes()
    write(
        path,
        Workbook(title="Ours"),
        changed.expected.head or pytest.fail("no head"),
        expected=changed.accepted,
        backups=backups,
    )
    assert theirs in [each.read_bytes() for each in backups.versions(path)]


def test_only_what_was_shown_may_be_overwritten(path: Path) -> None:
    changed = refusal(path, by_a_second_writer)
    head = read(path).head
    write(path, Workbook(title="Theirs again"), head)
    theirs = path.read_bytes()
    with pytest.raises(Changed) as again:
        write(path, Workbook(title="Ours"), head, expected=changed.accepted)
    assert path.read_bytes() == theirs
    write(path, Workbook(title="Ours"), head, expected=again.value.accepted)
    assert read(path).workbook.title == "Ours"


def test_what_is_gone_may_be_saved_again_but_not_over_what_came_back(path: Path) -> None:
    changed = refusal(path, deleted)
    assert changed.expected.head is not None
    replaced_by_a_picture(path)
    with pytest.raises(Changed):
        write(path, Workbook(title="Ours"), changed.expected.head, expected=changed.accepted)
    path.unlink()
    write(path, Workbook(title="Ours"), changed.expected.head, expected=changed.accepted)
    assert read(path).workbook.title == "Ours"


def test_what_cannot_be_kept_is_not_overwritten(path: Path, tmp_path: Path) -> None:
    changed = refusal(path, by_a_second_writer)
    theirs = path.read_bytes()
    (tmp_path / "blocked").write_bytes(b"")
    backups = Backups(tmp_path / "blocked", Clock())
    with pytest.raises(Unwritable, match="could not be kept"):
        write(path, Workbook(title="Ours"), read(path).head, expected=changed.accepted, backups=backups)
    assert path.read_bytes() == theirs


def test_without_its_folder_there_is_nothing_to_decide(path: Path) -> None:
    saved(path, None, "One")
    opened = read(path)
    shutil.rmtree(path.parent)
    with pytest.raises(Unwritable, match="there is no folder"):
        write(path, opened.workbook, opened.head, expected=Expected.of(opened))


def test_what_cannot_be_read_now_is_not_overwritten(folder_without_privileges: Path) -> None:
    path = folder_without_privileges / "e.partnership"
    saved(path, None, "One")
    opened = read(path)
    path.chmod(0o200)  # may be written, but nobody can tell what is in it
    with pytest.raises(Unwritable, match="there is no permission"):
        write(path, Workbook(title="Ours"), opened.head, expected=Expected.of(opened))
    with pytest.raises(Unreadable):
        change_of(path, Expected.of(opened))
    path.chmod(0o600)
    assert read(path).workbook.title == "One"


def test_a_glance_reads_a_file_only_if_it_looks_other(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    saved(path, None, "One")
    expected = Expected.of(read(path))
    readings: list[Path] = []

    def counted(path: Path, expected: Expected) -> Changed | None:
        if expected is not ANYTHING:  # which is what the second writer expects
            readings.append(path)
        return change_of(path, expected)

    monkeypatch.setattr("workbook.persistence.conflict.change_of", counted)
    seen: list[Glance] = [glance(path, expected)]
    seen.append(glance(path, expected, seen[-1]))
    assert len(readings) == 1
    by_a_second_writer(path)
    seen.append(glance(path, expected, seen[-1]))
    seen.append(glance(path, expected, seen[-1]))
    assert len(readings) == 2
    assert [each.changed is None for each in seen] == [True, True, False, False]
    assert glance(path, replace(expected, digest=read(path).digest), seen[-1]).changed is None


@pytest.mark.skipif(os.name == "nt", reason="Windows does not tell when a file was last changed")
def test_a_glance_notices_what_size_and_time_hide(path: Path) -> None:
    saved(path, None, "One")
    expected = Expected.of(read(path))
    seen = glance(path, expected)
    in_place_with_the_time_put_back(path)
    changed = glance(path, expected, seen).changed
    assert changed is not None
    assert changed.happened == "unopenable"


def test_who_saves_over_a_file_says_what_it_holds() -> None:
    """Every call of `write` in the program; its default is for what has just been made."""
    name = writing.__name__
    for path in [*(ROOT / "ui").rglob("*.py"), *(ROOT / "exports").rglob("*.py")]:
        text = path.read_text("utf-8")
        if name not in text:
            continue
        tree = ast.parse(text)
        imported = {
            alias.asname or alias.name
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom) and node.module == name
            for alias in node.names
            if alias.name == "write"
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in imported:
                assert "expected" in {keyword.arg for keyword in node.keywords}, f"{path}:{node.lineno}"


def test_the_user_may_say_that_anything_may_be_replaced(path: Path) -> None:
    changed = refusal(path, replaced_by_a_picture)
    assert changed.expected.head is not None
    write(path, Workbook(title="Ours"), changed.expected.head, expected=ANYTHING)
    assert read(path).workbook.title == "Ours"
