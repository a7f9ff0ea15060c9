"""Files of older and newer programs, and files with too much or too little in them: opened or refused.

What was in the file stays in it, byte for byte, and where it is refused nobody is led back to an earlier
version because of it.
"""

import json
import os
from collections.abc import Callable
from pathlib import Path
from shutil import copyfile

import pytest

from tests.ui.conftest import Type, typed  # noqa: F401 - a fixture
from tests.workbook.persistence.earlier import Clock, saved, titles
from ui.filing import backups_of_this_user
from workbook.model.workbook import Workbook
from workbook.persistence.backups import Backups
from workbook.persistence.format import FORMAT_VERSION, Document, digest
from workbook.persistence.migrations import all_steps
from workbook.persistence.problems import FileProblem, Invalid, TooNew
from workbook.persistence.reading import read
from workbook.persistence.writing import write

FILES = Path(__file__).parents[1] / "files"
RELEASED = tuple(FILES.glob("v*_sample.partnership"))
"""One file, in which every field says something, of each version of the format that was ever released."""

Change = Callable[[Document], Document]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return Path(copyfile(FILES / "v1_sample.partnership", tmp_path / "e.partnership"))


def rewritten(path: Path, change: Change, *, summed: bool = True) -> bytes:
    """Write the file as another program would that adds, or leaves out, something; its bytes."""
    document = change(json.loads(path.read_bytes()))
    document["sha256"] = digest(document) if summed else None
    path.write_text(json.dumps(document), encoding="utf-8")
    os.utime(path, ns=(10**18, 10**18))
    return path.read_bytes()


def untouched(path: Path, data: bytes) -> bool:
    return (
        path.read_bytes() == data and path.stat().st_mtime_ns == 10**18 and [*path.parent.iterdir()] == [path]
    )


# ------------------------------------------------------------------------------------------ released versions


def test_of_every_released_version_a_file_is_kept() -> None:
    assert sorted(each.name for each in RELEASED) == [
        f"v{version}_sample.partnership" for version in range(1, FORMAT_VERSION + 1)
    ]
    assert len(all_steps()) == FORMAT_VERSION - 1


@pytest.mark.parametrize("released", RELEASED, ids=lambda each: each.name)
def test_every_released_version_opens_untouched_and_its_first_save_keeps_the_original(
    released: Path, tmp_path: Path
) -> None:
    (tmp_path / "work").mkdir()
    path = Path(copyfile(released, tmp_path / "work" / "e.partnership"))
    os.utime(path, ns=(10**18, 10**18))
    original, backups = path.read_bytes(), Backups(tmp_path / "state", Clock())

    opened = read(path)

    assert untouched(path, original)
    version = json.loads(original)["format_version"]
    assert opened.upgraded_from == (None if version == FORMAT_VERSION else version)
    write(path, opened.workbook, opened.head, upgraded_from=opened.upgraded_from, backups=backups)
    assert read(path).workbook == opened.workbook
    assert backups.versions(path)[-1].read_bytes() == original


# -------------------------------------------------------------------------------------------- a newer program


def newer(document: Document) -> Document:
    """As a program of the year after next may write it: nothing in it need be known to us."""
    return {**document, "format_version": FORMAT_VERSION + 1, "app_version": "9.1", "rooms": [{"id": "r"}]}


def test_a_file_of_a_newer_program_is_refused_and_stays_as_it_is(path: Path) -> None:
    data = rewritten(path, newer)

    with pytest.raises(TooNew) as caught:
        read(path)

    assert "by version “9.1” of the program" in caught.value.sentence
    assert untouched(path, data)


def test_a_file_of_a_newer_program_is_kept_before_something_takes_its_place(
    path: Path, tmp_path: Path
) -> None:
    backups = Backups(tmp_path / "state", Clock())
    saved(path, backups, "Ours")
    head = read(path).head
    data = rewritten(path, newer)

    write(path, Workbook(title="Save as, over it"), head.replace(document_id="another"), backups=backups)

    versions = backups.versions(path)
    assert data in [each.read_bytes() for each in versions]
    newest = backups.newest_good(path)
    assert newest is not None
    assert newest[1].workbook.title == "Save as, over it"


def test_commands_do_not_write_over_a_file_of_a_newer_program(
    typed: Type,  # noqa: F811
    path: Path,
    tmp_path: Path,
) -> None:
    draft = read(path).workbook.drafts[0].id
    assert typed("snapshot", path, "--draft", draft, "--name", "Now").status == 0
    kept = titles(backups_of_this_user().versions(path))
    data = rewritten(path, newer)
    for command in (
        ("show", path),
        ("check", path),
        ("snapshot", path, "--draft", draft, "--name", "Then"),
        ("move", path, "--draft", draft, "--to", "paused", "--because", "Summer", "--by", "Ana"),
        ("export", path, "--to", tmp_path / "report.xlsx"),
    ):
        answer = typed(*command)
        assert answer.status == 1
        lines = (answer.out + answer.err).splitlines()
        assert len(lines) == 1
        assert "please open it with a newer version of the program" in lines[0]
        assert "recover" not in lines[0]  # the file is whole: nobody should go back because of it
        assert untouched(path, data)
    assert titles(backups_of_this_user().versions(path)) == kept


# --------------------------------------------------------------------------------------- too much, too little


def draft_of(document: Document) -> Document:
    first: Document = document["workbook"]["drafts"][0]
    return first


def with_more(where: str) -> Change:
    def change(document: Document) -> Document:
        place = {
            "head": document,
            "workbook": document["workbook"],
            "draft": draft_of(document),
            "scenario": draft_of(document)["scenarios"][0],
            "score": next(iter(draft_of(document)["scenarios"][0]["scores"].values())),
            "snapshot": document["workbook"]["snapshots"][0]["draft"],
        }[where]
        place["mood"] = "good"
        return document

    return change


@pytest.mark.parametrize("where", ["head", "workbook", "draft", "scenario", "score", "snapshot"])
def test_a_field_that_the_format_does_not_have_is_refused_and_not_dropped(path: Path, where: str) -> None:
    data = rewritten(path, with_more(where))

    with pytest.raises(Invalid) as caught:
        read(path)

    assert caught.value.sentence.endswith("mood: the format has no such field")
    assert untouched(path, data)


LISTS = ("stakeholders", "data_flows", "scenarios", "challenges", "enablers", "readiness", "record")


@pytest.mark.parametrize("name", LISTS)
def test_a_file_of_ours_that_lost_a_list_is_not_opened_without_it(path: Path, name: str) -> None:
    document = json.loads(path.read_bytes())
    del draft_of(document)[name]
    path.write_text(json.dumps(document), encoding="utf-8")  # the checksum is that of the whole

    with pytest.raises(FileProblem):
        read(path)


@pytest.mark.parametrize("name", ["drafts", "own_cases", "own_entries", "snapshots", "workshop", "settings"])
def test_a_file_of_ours_that_lost_a_part_is_not_opened_without_it(path: Path, name: str) -> None:
    document = json.loads(path.read_bytes())
    del document["workbook"][name]
    path.write_text(json.dumps(document), encoding="utf-8")

    with pytest.raises(FileProblem):
        read(path)


def test_a_model_alone_would_open_it_without_its_drafts(path: Path) -> None:
    """Why there is a checksum: what a file leaves out has its default."""
    document = json.loads(path.read_bytes())
    del document["workbook"]["drafts"]

    assert Workbook.model_validate(document["workbook"]).drafts == ()


def test_what_a_person_leaves_out_by_hand_has_its_default(path: Path) -> None:
    def without(document: Document) -> Document:
        del document["workbook"]["snapshots"]
        return document

    data = rewritten(path, without, summed=False)

    assert read(path).workbook.snapshots == ()
    assert untouched(path, data)
