"""Settings: kept, shared by windows, and no reason ever not to start."""

import datetime as dt
import json
import os
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from ui.folders import Folders
from ui.moments import moment_in_words
from ui.recent import MOST, RecentWorkbook, from_plain, looked_for, to_plain, with_latest
from ui.settings import Settings, SettingsStore

NOON = dt.datetime(2027, 3, 4, 12, 0, tzinfo=dt.UTC)
RECENT = RecentWorkbook(Path("/there/e.partnership"), "Nordhavn", 3, "Frame", (0.5, 0.25, 0.25), NOON)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.json"


def test_without_a_file_everything_has_its_default(path: Path) -> None:
    assert SettingsStore(path).values == Settings()
    assert not path.exists()


def test_what_is_set_is_there_at_the_next_start(path: Path) -> None:
    store = SettingsStore(path)
    store.set_theme("dark")
    store.set_text_scale(1.3)
    store.set_guide_shown(False)
    store.set_last_folder(Path("/there"))
    store.remember_recent(RECENT)
    store.put(replace(store.values, geometry=b"\x00\xff", window_state=b"\x01"))
    again = SettingsStore(path).values
    assert again == store.values
    assert again == Settings(
        theme="dark",
        text_scale=1.3,
        geometry=b"\x00\xff",
        window_state=b"\x01",
        guide_shown=False,
        last_folder=Path("/there"),
        recent=(RECENT,),
    )
    assert [each.name for each in path.parent.iterdir()] == ["settings.json"]


def test_whoever_listens_is_told_once_of_each_change(path: Path) -> None:
    store = SettingsStore(path)
    heard: list[Settings] = []
    store.changed.connect(heard.append)
    store.set_theme("light")
    store.set_theme("light")
    store.set_theme("mauve")
    assert [values.theme for values in heard] == ["light"]


@pytest.mark.parametrize(("wanted", "scale"), [(0.2, 1.0), (1.4, 1.4), (9, 2.0)])
def test_text_is_never_too_small_or_too_large(path: Path, wanted: float, scale: float) -> None:
    store = SettingsStore(path)
    store.set_text_scale(wanted)
    assert store.values.text_scale == scale


@pytest.mark.parametrize("contents", [b"", b"{", b"[]", b"null", b"\xff", b"[" * 100_000, b'{"theme": 1}'])
def test_a_damaged_file_is_as_good_as_none(path: Path, contents: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(contents)
    store = SettingsStore(path)
    assert store.values == Settings()
    store.set_theme("dark")
    assert SettingsStore(path).values.theme == "dark"


@pytest.mark.parametrize(
    "damage",
    [
        {"text_scale": "large"},
        {"text_scale": True},
        {"text_scale": float("nan")},
        {"text_scale": 50},
        {"geometry": "not base 64!"},
        {"geometry": 7},
        {"guide_shown": "yes"},
        {"last_folder": ""},
        {"recent": "none"},
        {"recent": [1, {}, {"path": ""}]},
    ],
)
def test_one_damaged_setting_does_not_take_the_others_with_it(path: Path, damage: dict[str, object]) -> None:
    path.parent.mkdir()
    path.write_text(json.dumps({"theme": "dark", **damage}), "utf-8")
    assert SettingsStore(path).values == Settings(theme="dark")


def test_two_windows_do_not_undo_each_others_choices(path: Path) -> None:
    one, two = SettingsStore(path), SettingsStore(path)
    one.set_theme("dark")
    two.set_text_scale(1.5)
    one.remember_recent(RECENT)
    two.remember_recent(replace(RECENT, path=Path("/there/other.partnership")))
    last = SettingsStore(path).values
    assert (last.theme, last.text_scale, len(last.recent)) == ("dark", 1.5, 2)


def test_what_a_newer_program_wrote_is_left_alone(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('{"new": 1}', "utf-8")
    SettingsStore(path).set_theme("dark")
    assert json.loads(path.read_text("utf-8"))["new"] == 1


def test_a_disk_that_refuses_is_no_reason_to_complain(path: Path) -> None:
    path.parent.write_text("in the way", "utf-8")
    store = SettingsStore(path)
    store.set_theme("dark")
    assert store.values.theme == "dark"


def test_a_name_no_text_can_hold_is_remembered(path: Path) -> None:
    odd = replace(RECENT, path=Path(os.fsdecode(b"/there/\xff.partnership")))
    SettingsStore(path).remember_recent(odd)
    assert SettingsStore(path).values.recent == (odd,)


def test_the_window_comes_back_where_it_was(path: Path, qtbot: QtBot) -> None:
    store = SettingsStore(path)
    first, second = QMainWindow(), QMainWindow()
    for window in (first, second):
        qtbot.addWidget(window)
    first.setGeometry(40, 50, 640, 480)
    store.remember_window(first)
    SettingsStore(path).restore_window(second)
    assert second.geometry() == first.geometry()


def test_the_folders_are_this_users_own() -> None:
    folders = Folders.of_this_user()
    assert folders.settings.parent != folders.unsaved.parent
    assert "partnership-workbook" in str(folders.settings)


def test_the_latest_comes_first_once_and_the_list_stays_short() -> None:
    recent: tuple[RecentWorkbook, ...] = ()
    for number in range(MOST + 5):
        recent = with_latest(recent, replace(RECENT, path=Path(f"{number}")))
    recent = with_latest(recent, replace(RECENT, path=Path("10"), title="Again"))
    assert len(recent) == MOST
    assert recent[0].title == "Again"
    assert len({each.path for each in recent}) == MOST


def test_a_recent_workbook_survives_being_written_down() -> None:
    for each in (RECENT, replace(RECENT, shares=None), replace(RECENT, stage="", drafts=0)):
        assert from_plain(json.loads(json.dumps(to_plain(each)))) == each


@pytest.mark.parametrize(
    "damage",
    [
        {"drafts": -1},
        {"drafts": True},
        {"shares": [1, 2]},
        {"shares": [2, 0, 0]},
        {"shares": 1},
        {"when": "x"},
    ],
)
def test_a_damaged_entry_is_left_out(damage: dict[str, object]) -> None:
    assert from_plain({**to_plain(RECENT), **damage}) is None


def test_what_is_missing_is_found_out_by_looking(tmp_path: Path) -> None:
    there = tmp_path / "there"
    there.write_text("", "utf-8")
    marked = looked_for([replace(RECENT, path=there), RECENT, replace(RECENT, path=Path("\0"))])
    assert [each.is_missing for each in marked] == [False, True, True]


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (NOON, "12:00"),
        (NOON - dt.timedelta(hours=12, minutes=1), "yesterday 23:59"),
        (NOON - dt.timedelta(days=3), "Monday"),
        (NOON - dt.timedelta(days=7), "25 February"),
        (NOON - dt.timedelta(days=365), "4 March 2026"),
        (NOON + dt.timedelta(days=1), "5 March"),
    ],
)
def test_a_moment_is_said_as_people_say_it(when: dt.datetime, words: str) -> None:
    assert moment_in_words(when, NOON) == words
