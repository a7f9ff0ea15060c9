"""The sheet of changes since the latest snapshot, read back: what it says, and when it is left out."""

import datetime as dt
from pathlib import Path

from exports.report.content import Chosen
from exports.report.sheet import all_sheets
from tests.exports.reports import LIBRARY, ReadBack, example, read_back, small
from tests.workbook.analysis.win_win.tables import one_each
from workbook.analysis.difference.subjects import draft_side, snapshot_side
from workbook.analysis.difference.tell import DraftDifference, tell
from workbook.editing import put
from workbook.edits.begin import draft_from_case
from workbook.model.draft import Draft
from workbook.model.workbook import Workbook

NOON = dt.datetime(2027, 3, 1, 12, tzinfo=dt.UTC)
BEFORE = one_each({"pool": [-1, 1]}).replace(id="ours", name="Ours")
AFTER = put(BEFORE, ("scenarios", "pool", "scores", "a1", "value"), 2)
OTHER = Draft(id="theirs", name="Theirs")


def kept(draft: Draft, name: str, hours: int = 0, **more: object) -> dict[str, object]:
    """A snapshot, some hours after noon."""
    return {
        "id": f"snap-{name}",
        "name": name,
        "at": NOON + dt.timedelta(hours=hours),
        "draft": draft,
        **more,
    }


def since(workbook: Workbook, place: int = -1) -> DraftDifference:
    draft = workbook.drafts[0]
    one = snapshot_side(workbook, workbook.snapshots[place])
    return tell(one, draft_side(workbook, draft), LIBRARY, begin=draft_from_case)


def test_each_change_stands_with_its_step_and_with_before_and_after(tmp_path: Path) -> None:
    workbook = small(AFTER, snapshots=[kept(BEFORE, "Noon")])
    rows = read_back(tmp_path / "r.xlsx", workbook).rows("Changes")
    assert [tuple(row.values()) for row in rows] == [
        ("Ours", "Noon (Ours, 1 March 2027, 12:00)", "In all", "1 change, in Scores.", None, None),
        (
            "Ours",
            "Noon (Ours, 1 March 2027, 12:00)",
            "Scores",
            "Pool: the score of “a1” (A) went from -1 to 2.",
            "-1",
            "2",
        ),
        (
            "Ours",
            "Noon (Ours, 1 March 2027, 12:00)",
            "Gain or loss",
            "A: from worse off (-1) to gains (+2), 3 points better, in “Pool”.",
            "-1",
            "2",
        ),
        (
            "Ours",
            "Noon (Ours, 1 March 2027, 12:00)",
            "Gain or loss",
            "B: gains (+1) in both, in “Pool”.",
            "1",
            "1",
        ),
    ]


def test_the_example_is_told_in_the_words_of_the_analysis(example_read: ReadBack) -> None:
    workbook = example()
    rows = example_read.rows("Changes")
    for draft in workbook.drafts:
        own = [each for each in workbook.snapshots if each.draft.id == draft.id]
        said = [row["What changed"] for row in rows if row["Draft"] == draft.name]
        if not own:
            assert said == [None]
            continue
        one = snapshot_side(workbook, max(own, key=lambda each: each.at))
        found = tell(one, draft_side(workbook, draft), LIBRARY, begin=draft_from_case)
        assert found.changes
        assert said == [
            found.summary.words,
            *(change.words for change in found.changes),
            *(finding.words for finding in found.stakeholders),
        ]
    assert any(row["Since"] == "No snapshot yet" for row in rows)


def test_the_latest_snapshot_of_the_draft_counts_whatever_its_place(tmp_path: Path) -> None:
    snapshots = [kept(BEFORE, "Late", 3), kept(AFTER, "Early", 1), kept(OTHER, "Else", 9)]
    rows = read_back(tmp_path / "r.xlsx", small(AFTER, snapshots=snapshots)).rows("Changes")
    assert {row["Since"] for row in rows} == {"Late (Ours, 1 March 2027, 15:00)"}


def test_without_a_snapshot_the_sheet_is_left_out(tmp_path: Path) -> None:
    workbooks = (small(AFTER), small(AFTER, snapshots=[kept(OTHER, "Else")]))
    for workbook in workbooks:
        assert "Changes" not in read_back(tmp_path / "r.xlsx", workbook).book.sheetnames
    assert "Changes" in {sheet.title for sheet in all_sheets()}


def test_a_draft_that_is_not_chosen_is_left_out(tmp_path: Path) -> None:
    workbook = small(AFTER, OTHER, snapshots=[kept(BEFORE, "Noon"), kept(OTHER, "Else")])
    rows = read_back(tmp_path / "r.xlsx", workbook, chosen=Chosen(drafts=("theirs",))).rows("Changes")
    assert [(row["Draft"], row["What changed"]) for row in rows] == [("Theirs", "No difference.")]


def test_each_file_knows_its_own_snapshots(tmp_path: Path) -> None:
    one = small(AFTER, snapshots=[kept(BEFORE, "Noon")])
    other = small(BEFORE, snapshots=[kept(AFTER, "Noon")])
    rows = read_back(tmp_path / "r.xlsx", one, other).rows("Changes")
    told = {row["Draft"]: row["What changed"] for row in rows if row["Step"] == "Scores"}
    assert told == {
        "Ours (a)": "Pool: the score of “a1” (A) went from -1 to 2.",
        "Ours (b)": "Pool: the score of “a1” (A) went from 2 to -1.",
    }


def test_the_sheet_and_the_analysis_agree_on_an_unknown_value(tmp_path: Path) -> None:
    unscored = put(AFTER, ("scenarios", "pool", "scores", "a1", "value"), None)
    workbook = small(unscored, snapshots=[kept(AFTER, "Noon")])
    rows = read_back(tmp_path / "r.xlsx", workbook).rows("Changes")
    (row,) = [row for row in rows if row["Step"] == "Gain or loss" and row["What changed"].startswith("A:")]
    assert row["What changed"] == since(workbook).stakeholders[0].words
    assert (row["Before"], row["After"]) == ("2", "-3 to +3")
