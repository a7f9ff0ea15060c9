"""Changing weights and scores in the file and calculating afresh gives what the program gives for that draft.

Only where LibreOffice is installed. Left out unless asked for with -m long.
"""

from pathlib import Path

import openpyxl
import pytest

from tests.exports.reports import ReadBack, small, write
from tests.exports.tables import FEW_DRAWS, random_draft, shape
from tests.exports.test_libreoffice import Values, differing, recalculated, values
from tests.exports.test_libreoffice import pytestmark as only_with_libreoffice
from tests.workbook.analysis.win_win.test_worked_example import worked_example
from workbook.model.draft import Draft

pytestmark = only_with_libreoffice

MANY = 10
AS_REPORTED = "Verdict as of"


def changed_in_the_file(original: Path, like: Path, to: Path) -> int:
    """The first file with each cell that is open to change as in the second; how many differ."""
    book, wanted = openpyxl.load_workbook(original), openpyxl.load_workbook(like)
    different = 0
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.has_style and not cell.protection.locked:
                    value = wanted[sheet.title][cell.coordinate].value
                    different += value != cell.value
                    cell.value = value
    book.save(to)
    return different


def of_the_live_sheets(path: Path) -> Values:
    """Every cell of the sheets to play with, but for the verdicts of the report that stay as they are."""
    read = ReadBack(path).values
    fixed = {
        (sheet.title, cell.row)
        for sheet in read
        for (cell,) in sheet.iter_rows(max_col=1)
        if str(cell.value).startswith(AS_REPORTED)
    }
    return {
        (title, cell): value
        for (title, cell), value in values(path).items()
        if title.startswith("Try it") and (title, int("".join(filter(str.isdigit, cell)))) not in fixed
    }


def after_the_change(tmp_path: Path, before: list[Draft], after: list[Draft]) -> tuple[int, Values]:
    write(tmp_path / "before.xlsx", small(*before, settings=FEW_DRAWS))
    write(tmp_path / "after.xlsx", small(*after, settings=FEW_DRAWS))
    edited = tmp_path / "edited.xlsx"
    different = changed_in_the_file(tmp_path / "before.xlsx", tmp_path / "after.xlsx", edited)
    there = of_the_live_sheets(recalculated(edited, tmp_path / "office"))
    return different, differing(of_the_live_sheets(tmp_path / "after.xlsx"), there)


@pytest.mark.parametrize("batch", range(6))
def test_any_change_gives_what_the_program_gives_for_the_changed_draft(tmp_path: Path, batch: int) -> None:
    shapes = [shape(100 * batch + seed) for seed in range(MANY)]
    before = [random_draft(f"r{at}", of_it, 100 * batch + at) for at, of_it in enumerate(shapes)]
    after = [random_draft(f"r{at}", of_it, 1_000 + 100 * batch + at) for at, of_it in enumerate(shapes)]
    different, wrong = after_the_change(tmp_path, before, after)
    assert different > 10 * MANY
    assert wrong == {}


@pytest.mark.parametrize("reputation", [-3, -1, 0, 0.5, 3])
def test_the_missing_score_of_the_worked_example_given_in_the_file(tmp_path: Path, reputation: float) -> None:
    different, wrong = after_the_change(tmp_path, [worked_example()], [worked_example(reputation)])
    assert (different, wrong) == (1, {})


@pytest.mark.parametrize("weight", [0, 0.5, 2, None])
def test_another_weight_of_the_worked_example_given_in_the_file(tmp_path: Path, weight: float | None) -> None:
    original = worked_example()
    quality, *others = original.stakeholders[0].interests
    hospital = original.stakeholders[0].replace(interests=(quality.replace(weight=weight), *others))
    changed = original.replace(stakeholders=(hospital, *original.stakeholders[1:]))
    different, wrong = after_the_change(tmp_path, [original], [changed])
    assert (different, wrong) == (1, {})


@pytest.mark.parametrize("typed", ["?", "a lot"])
def test_words_in_place_of_a_score_count_as_not_scored(tmp_path: Path, typed: str) -> None:
    write(tmp_path / "r.xlsx", small(worked_example(1)))
    book = openpyxl.load_workbook(tmp_path / "r.xlsx")
    sheet = book["Try it \N{EN DASH} Ours"]
    (score,) = (row[5] for row in sheet.iter_rows() if row[0].value == "\N{BULLET} reputation")
    score.value = typed
    book.save(tmp_path / "edited.xlsx")
    write(tmp_path / "unscored.xlsx", small(worked_example()))
    found = of_the_live_sheets(recalculated(tmp_path / "edited.xlsx", tmp_path / "office"))
    del found[sheet.title, score.coordinate]
    assert differing(of_the_live_sheets(tmp_path / "unscored.xlsx"), found) == {}
