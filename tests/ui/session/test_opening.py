"""Beginning and opening: what is asked, what is told, and that the open workbook stays when it fails."""

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.ui.session.conftest import Desk, MakeDesk
from ui.moments import now
from ui.session import origin
from workbook.library.loader import load
from workbook.persistence.backups import Backups
from workbook.persistence.example import example_workbook
from workbook.persistence.reading import Opened, read


def alter(path: Path) -> None:
    """Change the file behind the program's back."""
    path.write_text(path.read_text("utf-8").replace("Nordhavn", "Sydhavn"), "utf-8")


def test_at_first_there_is_nothing_to_lose(desk: Desk) -> None:
    assert desk.session.title == "Untitled workbook"
    assert desk.session.path is None
    assert not desk.session.is_modified
    assert desk.session.close()


def test_a_new_workbook_has_one_empty_draft_and_is_no_work_yet(desk: Desk) -> None:
    assert desk.session.new()
    assert [draft.name for draft in desk.document.workbook.drafts] == ["Draft A"]
    assert not desk.session.is_modified
    assert desk.session.saved_in_words == "Not saved yet"


def test_a_workbook_begun_from_a_case_says_what_its_source_reports(desk: Desk) -> None:
    assert desk.session.new_from_case("flowminder")
    (draft,) = desk.document.workbook.drafts
    assert draft.begun_from is not None
    assert draft.begun_from.id == "flowminder"
    assert not desk.session.is_modified


def test_a_case_that_is_not_there_is_a_mistake_of_the_caller(desk: Desk) -> None:
    with pytest.raises(LookupError):
        desk.session.new_from_case("no such case")
    assert all(case.id != "no such case" for case in load().cases)


def test_the_example_opens_as_a_workbook_without_a_file(desk: Desk) -> None:
    assert desk.session.open_example()
    assert desk.document.workbook == example_workbook()
    assert desk.session.path is None
    assert not desk.session.is_modified


def test_opening_a_file_shows_it_and_remembers_it(desk: Desk, file: Path) -> None:
    begun: list[bool] = []
    desk.session.begun.connect(lambda: begun.append(True))
    assert desk.session.open(file)
    assert desk.document.workbook == read(file).workbook
    assert (desk.session.title, desk.session.path) == ("Nordhavn", file)
    assert not desk.session.is_modified
    assert desk.session.saved_in_words.startswith("Saved ")
    assert begun == [True]
    assert not desk.document.history.canUndo()
    (recent,) = desk.settings.values.recent
    assert (recent.path, recent.title, recent.drafts) == (file, "Nordhavn", 1)
    assert desk.settings.values.last_folder == file.parent


def test_a_relative_path_is_meant_from_here(desk: Desk, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(file.parent)
    assert desk.session.open(Path(file.name))
    assert desk.session.path == file


def test_without_a_path_the_user_picks_one(desk: Desk, file: Path) -> None:
    desk.settings.set_last_folder(file.parent)
    desk.dialogs.will("pick open", file)
    assert desk.session.open()
    assert desk.dialogs.asked == [("pick open", file.parent)]
    desk.dialogs.will("pick open", None)
    assert not desk.session.open()
    assert desk.session.path == file


@pytest.mark.parametrize(
    ("contents", "sentence"),
    [
        (None, "cannot be read: there is no such file or folder"),
        (b"", "is empty"),
        (b'{"format": "partnership-workbook", "format_vers', "is damaged"),
        (b"Dear colleagues,", "is not a Partnership Design Workbook"),
        (b'{"format": "partnership-workbook", "format_version": 99}', "newer version of the program"),
        (b'{"format": "partnership-workbook", "format_version": 1}', "breaks the rules of a workbook: "),
    ],
)
def test_what_cannot_be_opened_is_told_and_the_open_workbook_stays(
    desk: Desk, file: Path, tmp_path: Path, contents: bytes | None, sentence: str
) -> None:
    desk.session.open(file)
    desk.title("Typed")
    bad = tmp_path / "bad.partnership"
    if contents is not None:
        bad.write_bytes(contents)
    assert not desk.session.open(bad)
    (told,) = desk.dialogs.told
    assert told.startswith("“bad.partnership” ")
    assert sentence in told
    assert told.endswith(".")
    assert (desk.session.path, desk.session.title, desk.session.is_modified) == (file, "Typed", True)
    if contents is not None:
        assert bad.read_bytes() == contents


def test_a_folder_cannot_be_opened(desk: Desk, tmp_path: Path) -> None:
    assert not desk.session.open(tmp_path)
    assert "is a folder, not a file" in desk.dialogs.told[0]


def test_an_altered_file_is_explained_and_opens_only_when_asked_to(desk: Desk, file: Path) -> None:
    alter(file)
    desk.dialogs.will("altered", answer=False)
    assert not desk.session.open(file)
    assert "do not match their checksum" in str(desk.dialogs.asked[0][1])
    assert desk.session.path is None
    assert desk.document.workbook.title == ""


def test_an_altered_file_opens_as_an_unsaved_copy_that_never_takes_its_place(
    desk: Desk, file: Path, tmp_path: Path
) -> None:
    alter(file)
    before = file.read_bytes()
    desk.dialogs.will("altered", answer=True)
    assert desk.session.open(file)
    assert desk.document.workbook.title == "Sydhavn"
    assert desk.session.path is None
    assert desk.session.is_modified
    desk.dialogs.will("pick save", file)
    desk.dialogs.will("pick save", tmp_path / "copy.partnership")
    desk.save()
    assert "stays as it is" in desk.dialogs.told[0]
    assert file.read_bytes() == before
    assert read(tmp_path / "copy.partnership").workbook.title == "Sydhavn"
    assert not desk.session.is_modified


def test_an_altered_file_that_breaks_the_rules_too_is_told(desk: Desk, file: Path) -> None:
    plain = json.loads(file.read_text("utf-8"))
    plain["workbook"]["no such field"] = 1
    file.write_text(json.dumps(plain), "utf-8")
    desk.dialogs.will("altered", answer=True)
    assert not desk.session.open(file)
    assert "breaks the rules of a workbook" in desk.dialogs.told[0]


def test_a_file_written_by_hand_opens_as_what_it_is(desk: Desk, file: Path) -> None:
    plain = json.loads(file.read_text("utf-8"))
    file.write_text(json.dumps({**plain, "sha256": None, "document_id": None}), "utf-8")
    assert desk.session.open(file)
    assert not desk.session.is_modified
    assert desk.session.path == file


def test_an_older_file_is_noted_and_its_original_kept_at_the_first_save(
    desk: Desk, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_as_older(path: Path, *, accept_altered: bool = False) -> Opened:
        return replace(read(path, accept_altered=accept_altered), upgraded_from=1)

    monkeypatch.setattr(origin, "read", read_as_older)
    original = file.read_bytes()
    desk.session.open(file)
    assert "keeps the original" in desk.notes[0]
    desk.title("Typed")
    desk.save()
    assert "is kept among the earlier versions" in desk.notes[1]
    desk.title("Typed again")
    desk.save()
    assert len(desk.notes) == 2
    kept = Backups(desk.folders.backups, now).versions(file)
    assert [(each.original_of, each.read_bytes() == original) for each in kept] == [
        (None, False),
        (None, False),
        (1, True),
    ]


def test_where_an_original_cannot_be_kept_with_the_others_it_is_kept_beside_the_file(
    desk: Desk, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_as_older(path: Path, *, accept_altered: bool = False) -> Opened:
        return replace(read(path, accept_altered=accept_altered), upgraded_from=1)

    monkeypatch.setattr(origin, "read", read_as_older)
    original = file.read_bytes()
    desk.session.open(file)
    desk.title("Typed")
    desk.folders.backups.parent.mkdir(parents=True, exist_ok=True)
    desk.folders.backups.write_bytes(b"in the way")
    desk.save()
    assert "was kept as “e.v1.partnership”" in desk.notes[1]
    assert file.with_name("e.v1.partnership").read_bytes() == original


@pytest.mark.parametrize("answer", ["save", "discard", "cancel"])
def test_another_file_is_opened_only_once_it_is_said_what_becomes_of_unsaved_work(
    desk: Desk, file: Path, tmp_path: Path, answer: str
) -> None:
    other = tmp_path / "other.partnership"
    other.write_bytes(file.read_bytes())
    desk.session.open(file)
    desk.title("Typed")
    desk.settle()
    assert len(desk.copies) == 1
    desk.dialogs.will("unsaved", answer)
    assert desk.session.open(other) is (answer != "cancel")
    desk.settle()
    assert desk.session.path == (file if answer == "cancel" else other)
    assert read(file).workbook.title == ("Typed" if answer == "save" else "Nordhavn")
    assert len(desk.copies) == (1 if answer == "cancel" else 0)


def test_opening_the_open_file_again_is_going_back_to_it(desk: Desk, file: Path) -> None:
    desk.session.open(file)
    desk.title("Typed")
    desk.dialogs.will("revert", answer=False)
    assert not desk.session.open(file)
    assert desk.session.title == "Typed"
    desk.dialogs.will("revert", answer=True)
    assert desk.session.open(file)
    assert desk.session.title == "Nordhavn"


def test_going_back_to_the_saved_version_can_be_undone(desk: Desk, file: Path) -> None:
    desk.session.open(file)
    desk.title("Typed")
    desk.settle()
    desk.dialogs.will("revert", answer=True)
    assert desk.session.revert()
    assert (desk.session.title, desk.session.is_modified) == ("Nordhavn", False)
    desk.settle()
    assert desk.copies == []
    desk.document.undo()
    assert (desk.session.title, desk.session.is_modified) == ("Typed", True)


def test_there_is_no_going_back_to_what_was_never_saved_or_is_gone(desk: Desk, file: Path) -> None:
    desk.session.new()
    assert not desk.session.revert()
    desk.session.open(file)
    desk.title("Typed")
    file.unlink()
    desk.dialogs.will("revert", answer=True)
    assert not desk.session.revert()
    assert "no such file" in desk.dialogs.told[0]
    assert desk.session.title == "Typed"


def test_a_missing_recent_workbook_is_marked_and_can_be_forgotten(make_desk: MakeDesk, file: Path) -> None:
    make_desk().session.open(file)
    file.unlink()
    desk = make_desk()
    assert [each.is_missing for each in desk.settings.values.recent] == [False]
    desk.session.look_for_recent()
    desk.bot.waitUntil(lambda: [each.is_missing for each in desk.settings.values.recent] == [True])
    desk.settings.forget_recent(file)
    assert make_desk().settings.values.recent == ()


def test_what_is_remembered_of_a_workbook_is_what_the_start_page_shows(desk: Desk, file: Path) -> None:
    desk.session.open_example()
    desk.dialogs.will("pick save", file.with_name("example"))
    desk.save()
    (recent,) = desk.settings.values.recent
    assert recent.path == file.with_name("example.partnership")
    assert recent.title == example_workbook().title
    assert recent.drafts == 3
    assert recent.stage in {stage.name for stage in load().stages}
    assert recent.shares is not None
    assert sum(recent.shares) == pytest.approx(1, abs=0.001)
    assert abs(recent.when - dt.datetime.now().astimezone()) < dt.timedelta(minutes=5)
