"""Older files open; the first save keeps the original. Tried with a step to a version only tests have."""

import json
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from workbook.persistence.format import FORMAT_VERSION, Document, digest
from workbook.persistence.migrations import BrokenChain, Step, all_steps, in_order, steps_in, upgrade
from workbook.persistence.problems import Altered, Invalid, TooNew
from workbook.persistence.reading import read
from workbook.persistence.writing import write

STEP_MODULE = """
from workbook.persistence.migrations import Step

def migrate(document):
    workbook = dict(document["workbook"])
    workbook["title"] = workbook.pop("heading")
    return {**document, "workbook": workbook}

STEP = Step(from_version=1, sentence="A heading is now called a title.", migrate=migrate)
"""


@pytest.fixture
def steps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Step, ...]]:
    """Found like our own: a module in a package."""
    package = tmp_path / "steps_of_the_test"
    package.mkdir()
    (package / "__init__.py").touch()
    (package / "v1_to_v2.py").write_text(STEP_MODULE, encoding="utf-8")
    (package / "notes.py").write_text("raise AssertionError('not a step')", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    yield in_order(steps_in(import_module(package.name)), present=2)
    for name in [name for name in sys.modules if name.startswith(package.name)]:
        del sys.modules[name]


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A file of version 1, in which a title was still called a heading, with its checksum."""
    document: Document = {
        "format": "partnership-workbook",
        "format_version": 1,
        "revision": 5,
        "document_id": "d",
    }
    document["workbook"] = {"heading": "Cold chain"}
    path = tmp_path / "old.partnership"
    path.write_text(json.dumps({**document, "sha256": digest(document)}), encoding="utf-8")
    return path


def test_the_steps_we_have_lead_from_version_1_to_the_present() -> None:
    assert len(all_steps()) == FORMAT_VERSION - 1


def test_an_old_file_opens_upgraded(old: Path, steps: tuple[Step, ...]) -> None:
    before = old.read_bytes()

    opened = read(old, steps=steps)

    assert opened.workbook.title == "Cold chain"
    assert opened.upgraded_from == 1
    assert (opened.head.format_version, opened.head.revision, opened.head.document_id) == (2, 5, "d")
    assert old.read_bytes() == before


def test_the_first_save_after_an_upgrade_keeps_the_original(old: Path, steps: tuple[Step, ...]) -> None:
    original = old.read_bytes()
    old.chmod(0o640)
    opened = read(old, steps=steps)

    saved = write(old, opened.workbook, opened.head, upgraded_from=opened.upgraded_from)

    backup = old.with_name("old.v1.partnership")
    assert saved.backup == backup
    assert backup.read_bytes() == original
    assert backup.stat().st_mode & 0o777 == 0o640
    again = read(old, steps=steps)
    assert (again.upgraded_from, again.head.format_version, again.head.revision) == (None, 2, 6)
    assert again.workbook == opened.workbook


def test_an_earlier_backup_is_never_replaced(old: Path, steps: tuple[Step, ...]) -> None:
    original = old.read_bytes()
    taken = old.with_name("old.v1.partnership")
    taken.write_text("something else", encoding="utf-8")
    opened = read(old, steps=steps)

    saved = write(old, opened.workbook, opened.head, upgraded_from=1)

    assert taken.read_text(encoding="utf-8") == "something else"
    assert saved.backup == old.with_name("old.v1-2.partnership")
    assert saved.backup.read_bytes() == original


def test_a_second_try_does_not_keep_the_original_twice(old: Path, steps: tuple[Step, ...]) -> None:
    opened = read(old, steps=steps)
    old.with_name("old.v1.partnership").write_bytes(old.read_bytes())

    write(old, opened.workbook, opened.head, upgraded_from=1)

    assert {path.name for path in old.parent.iterdir() if path.is_file()} == {
        "old.partnership",
        "old.v1.partnership",
    }


def test_the_checksum_is_that_of_the_file_as_it_was_not_as_upgraded(
    old: Path, steps: tuple[Step, ...]
) -> None:
    old.write_bytes(old.read_bytes().replace(b"Cold chain", b"Cold chaim"))

    with pytest.raises(Altered):
        read(old, steps=steps)


def test_a_file_of_today_is_not_upgraded(sample: Path) -> None:
    assert read(sample).upgraded_from is None


def test_a_version_after_the_newest_step_is_too_new(old: Path, steps: tuple[Step, ...]) -> None:
    document = json.loads(old.read_bytes())
    old.write_text(json.dumps({**document, "format_version": 3, "sha256": None}), encoding="utf-8")

    with pytest.raises(TooNew, match=r"format 3.*formats up to 2"):
        read(old, steps=steps)


@pytest.mark.parametrize("workbook", [None, [], "x", {}, {"title": "new name in an old file"}])
def test_an_old_file_that_breaks_its_own_rules_is_refused(
    old: Path, steps: tuple[Step, ...], workbook: object
) -> None:
    document = json.loads(old.read_bytes())
    old.write_text(json.dumps({**document, "workbook": workbook, "sha256": None}), encoding="utf-8")

    with pytest.raises(Invalid, match="cannot be upgraded"):
        read(old, steps=steps)


def unchanged(document: Document) -> Document:
    return document


@pytest.mark.parametrize(("versions", "present"), [([], 2), ([1, 1], 2), ([1, 3], 4), ([2], 2), ([1], 1)])
def test_a_chain_with_a_gap_is_a_fault_of_ours(versions: list[int], present: int) -> None:
    with pytest.raises(BrokenChain, match="are needed"):
        in_order([Step(version, "", unchanged) for version in versions], present)


def test_a_misnamed_step_is_a_fault_of_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "misnamed_steps"
    package.mkdir()
    (package / "__init__.py").touch()
    (package / "v2_to_v3.py").write_text(STEP_MODULE, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)

    with pytest.raises(BrokenChain, match="v2_to_v3 holds the step from version 1"):
        list(steps_in(import_module(package.name)))


def test_steps_follow_one_another() -> None:
    def step(version: int) -> Step:
        return Step(version, "", lambda document: {**document, "seen": [*document.get("seen", []), version]})

    upgraded = upgrade({"format_version": 2}, [step(1), step(2), step(3)])

    assert upgraded == {"format_version": 4, "seen": [2, 3]}
