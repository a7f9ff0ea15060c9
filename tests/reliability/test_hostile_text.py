"""Whatever can be typed, pasted, or given to a command is refused at entry, or comes back as it was saved.

What must never happen is that a save fails because of what was typed an hour before.
"""

import json
import math
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from tests.builders import three_drafts, workbooks
from tests.figures import Figures
from tests.reliability.odd_texts import HALVES, ODD, has_halves
from tests.workbook.persistence.earlier import NOON
from workbook import editing
from workbook.edits.begin import add_draft, empty_draft
from workbook.edits.scores import give_scores
from workbook.model.workbook import Workbook
from workbook.persistence.backups import Backups
from workbook.persistence.checking import check
from workbook.persistence.format import new_head
from workbook.persistence.reading import read
from workbook.persistence.recovery import Copy, UnsavedWork
from workbook.persistence.writing import create, write

MEGABYTE = 2**20

any_text = st.text(st.characters(exclude_categories=()))
"""Halves of characters and all."""


@pytest.fixture(autouse=True)
def disk_in_no_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hundreds of files, and nothing is asked about the disk."""
    monkeypatch.setattr(os, "fsync", lambda _: None)


def comes_back(workbook: Workbook, folder: Path) -> bool:
    """Whether it opens as it was saved: from its file, from unsaved work, from the earlier versions."""
    path, backups = folder / "e.partnership", Backups(folder / "state", lambda: NOON)
    saved = write(path, workbook, new_head(), backups=backups)
    gone = UnsavedWork(folder / "unsaved")
    gone.keep(Copy("d", workbook, None, NOON))
    gone.close()
    unsaved = UnsavedWork(folder / "unsaved")
    (left,) = unsaved.left_over()
    unsaved.clear_away(left)
    newest = backups.newest_good(path, saved.head.document_id)
    assert newest is not None
    assert check(path) == ()
    return read(path).workbook == left.copy.workbook == newest[1].workbook == workbook


# ----------------------------------------------------------------------------------------------- any workbook


@settings(max_examples=15)
@given(workbook=workbooks())
def test_any_workbook_comes_back_from_file_unsaved_work_and_earlier_version(
    tmp_path_factory: pytest.TempPathFactory, workbook: Workbook
) -> None:
    assert comes_back(workbook, tmp_path_factory.mktemp("any"))


@pytest.mark.long
@pytest.mark.timeout(1800)
def test_hundreds_of_workbooks_come_back(tmp_path_factory: pytest.TempPathFactory, figures: Figures) -> None:
    tried = 0

    @settings(max_examples=500)
    @given(workbook=workbooks())
    def any_workbook(workbook: Workbook) -> None:
        nonlocal tried
        tried += 1
        assert comes_back(workbook, tmp_path_factory.mktemp("any"))

    any_workbook()
    figures.tell("Workbooks made up at random, saved and opened", tried=tried, what="workbooks", lost=0)


@settings(max_examples=200)
@given(text=any_text)
def test_any_text_is_refused_at_entry_or_comes_back(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    before = add_draft(Workbook(title="Before"), empty_draft())
    address = ("drafts", before.drafts[0].id, "framing", "societal_problem")
    if has_halves(text):
        with pytest.raises(ValidationError, match="half a character"):
            editing.put(before, address, text)
        return
    after = editing.put(before, address, text)
    assert editing.get(after, address) == text
    path = tmp_path_factory.mktemp("text") / "e.partnership"
    create(path, after)
    assert editing.get(read(path).workbook, address) == text


def saved_by_a_naive_program(path: Path, text: str) -> str:
    """What comes back from a program that takes any text until it saves: the negative control."""
    path.write_text(json.dumps({"title": text}, ensure_ascii=False), encoding="utf-8")
    return str(json.loads(path.read_text(encoding="utf-8"))["title"])


@pytest.mark.parametrize("half", HALVES)
def test_a_naive_program_fails_at_save_and_loses_the_file(tmp_path: Path, half: str) -> None:
    path = tmp_path / "naive.json"
    path.write_text("an hour of work", encoding="utf-8")

    with pytest.raises(UnicodeEncodeError):
        saved_by_a_naive_program(path, half)

    assert path.read_bytes() == b""
    with pytest.raises(ValidationError, match="half a character"):
        Workbook(title=half)


@pytest.mark.parametrize("odd", ODD)
def test_odd_texts_come_back_letter_for_letter(tmp_path: Path, odd: str) -> None:
    workbook = Workbook(title=ODD[odd], notes=ODD[odd] * 3)

    assert comes_back(workbook, tmp_path)
    assert read(tmp_path / "e.partnership").workbook.title == ODD[odd]


def test_a_megabyte_of_text_comes_back(tmp_path: Path) -> None:
    text = "Zürich 海关 \u202e🚢\n" * (MEGABYTE // 20)

    assert comes_back(Workbook(notes=text), tmp_path)


NO_SCORES = (math.nan, math.inf, -math.inf, 10**400, -(10**400), 1e308, 10**15, True, "1", object())


@pytest.mark.parametrize("number", NO_SCORES, ids=lambda each: str(each)[:12])
def test_what_is_no_score_is_refused_at_entry(number: object) -> None:
    workbook = three_drafts()
    draft = next(each for each in workbook.drafts if each.scenarios and each.scenarios[0].scores)
    cell = (draft.scenarios[0].id, draft.scenarios[0].scores[0].interest)

    with pytest.raises(ValidationError):
        give_scores(workbook, draft.id, {cell: number})  # type: ignore[dict-item]
