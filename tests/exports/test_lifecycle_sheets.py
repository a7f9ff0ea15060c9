"""Lifecycle and timeline in the report, read back as a person reads them."""

from pathlib import Path

import pytest

from exports.report.content import Chosen
from tests.exports.reports import LIBRARY, MADE_ON, ReadBack, Row, read_back, small
from tests.exports.tables import FEW_DRAWS
from tests.workbook.analysis.lifecycle.ready import SOCIAL, at_stage, but
from workbook.analysis.design import analyse
from workbook.analysis.lifecycle.conditions import STATE_WORDS
from workbook.analysis.lifecycle.timeline import timeline
from workbook.model.draft import Draft
from workbook.model.vocabulary import STAGES
from workbook.model.workbook import Workbook

EVENTS = [{"id": "v1", "kind": "urgency", "on": "2027-02-03", "text": "=1+1"}]
OURS = but(
    ("lifecycle/moves/m1/because", "=SUM(A1:A9)"),
    ("lifecycle/moves/m1/by", "+Ana"),
    ("lifecycle/moves/m1/held", ("frame.problem", "win_wins.chosen")),
    ("lifecycle/moves/m1/overridden", ({"condition": "alignment.it", "because": "@nobody asked"},)),
    ("lifecycle/events", EVENTS),
    ("lifecycle/lessons", "-1 is no lesson"),
    ("lifecycle/review_on", "2027-02-27"),
    ("data_flows/yields/safeguards", ""),
    ("scenarios/pool/alignment_actions/contract/status", "open"),
    ("scenarios/pool/alignment_actions/contract/due", "2027-02-26"),
    draft=at_stage("sharing"),
)
THEIRS = SOCIAL.replace(id="theirs", name="Theirs")


def with_both() -> Workbook:
    return small(OURS, THEIRS, settings=FEW_DRAWS)


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> ReadBack:
    return read_back(tmp_path_factory.mktemp("lifecycle") / "r.xlsx", with_both())


def of_draft(read: ReadBack, name: str) -> list[Row]:
    return [row for row in read.rows("Lifecycle") if row["Draft"] == name]


def parts(read: ReadBack, name: str, part: str) -> list[tuple[object, ...]]:
    """(in words, state, why) of each row of a part."""
    return [
        (row["In words"], row["State"], row["Why"]) for row in of_draft(read, name) if row["Part"] == part
    ]


def test_stage_and_dates_come_first(both: ReadBack) -> None:
    assert parts(both, "Ours", "Stage") == [("Sharing, since 1 March 2027.", None, None)]
    assert [words for words, _, _ in parts(both, "Ours", "Due")] == [
        "The review was due on 27 February 2027, 2 days ago.",
        "1 action is overdue: “Contract”.",
    ]
    assert [words for words, _, _ in parts(both, "Theirs", "Due")] == [
        "No review date: such partnerships tend to stay one-off."
    ]


def test_every_move_stands_with_what_held_and_what_was_overridden_and_text_stays_text(both: ReadBack) -> None:
    assert parts(both, "Ours", "Move") == [
        ("From Frame to Sharing on 1 March 2027 by +Ana. =SUM(A1:A9).", "Cycle 1", None)
    ]
    assert parts(both, "Ours", "Asked on the way") == [
        ("The societal problem in writing\nA chosen scenario", "2 held", None),
        ("IT alignment settled", "Overridden", "@nobody asked"),
    ]
    assert parts(both, "Ours", "Event") == [("3 February 2027, urgency: =1+1.", None, None)]
    assert parts(both, "Ours", "Lessons") == [("-1 is no lesson", None, None)]
    assert parts(both, "Theirs", "Move") == []


@pytest.mark.parametrize("draft", [OURS, THEIRS], ids=["ours", "theirs"])
def test_every_condition_of_every_gate_stands_with_its_state_and_the_reason(
    draft: Draft, both: ReadBack
) -> None:
    found = analyse(draft, LIBRARY, MADE_ON).lifecycle
    for gate in found.gates:
        rows = parts(both, draft.name, f"Gate out of {LIBRARY.stage(gate.stage).name}")
        assert rows[0] == (gate.finding.words, "Gate ahead" if gate is found.ahead else None, None)
        assert rows[1:] == [(each.words, STATE_WORDS[each.state], each.because) for each in gate.conditions]


def test_the_path_that_is_suggested_stands_with_its_source(both: ReadBack) -> None:
    (row,) = (row for row in of_draft(both, "Theirs") if row["Part"] == "Suggested path")
    assert row["In words"].startswith("Social issue: Frame, Sharing.")
    assert row["Source"] == LIBRARY.platform("social_issue").path.citation


def test_the_timeline_has_a_row_for_each_stage_and_a_column_for_each_draft_and_case(both: ReadBack) -> None:
    rows = both.rows("Timeline")
    assert list(rows[0]) == [
        "Stage",
        "Ours",
        "Theirs",
        "Case: FloraHolland",
        "Case: Flowminder",
        "Case: New York State (envisaged)",
    ]
    names = [row["Stage"] for row in rows]
    assert [name for name in names if name in {LIBRARY.stage(stage).name for stage in STAGES}] == [
        LIBRARY.stage(stage).name for stage in STAGES
    ]
    assert "Trigger" in names
    assert "Paused" not in names  # nobody has anything to tell of it


def cell(read: ReadBack, stage: str, column: str) -> str:
    text: str = next(row[column] for row in read.rows("Timeline") if row["Stage"] == stage)
    return text


def test_every_reported_step_stands_with_its_citation_and_what_opened_the_stage(both: ReadBack) -> None:
    for case_id, column in (
        ("floraholland", "Case: FloraHolland"),
        ("flowminder", "Case: Flowminder"),
        ("nys_food_traceability", "Case: New York State (envisaged)"),
    ):
        for step in LIBRARY.case(case_id).process:
            told = cell(both, LIBRARY.stage(step.stage).name, column)
            assert f"{step.text} [{step.citation}]" in told.splitlines()
    assert cell(both, "Sharing", "Case: Flowminder").splitlines()[-1] == (
        "Opened by: Network effect of many requests, then Urgency. "
        "[Susha et al. 2019, section 5.2; order and stage ours]"
    )
    assert cell(both, "Renewal", "Case: FloraHolland") == "Not reported."


def test_moves_and_events_of_a_draft_stand_beside_them(both: ReadBack) -> None:
    assert cell(both, "Sharing", "Ours") == (
        "1 March 2027, from Frame by +Ana. =SUM(A1:A9). 1 condition overridden. It stands here."
    )
    assert cell(both, "Trigger", "Ours") == "3 February 2027, urgency: =1+1."
    assert cell(both, "Frame", "Theirs") == "Every draft begins here. It stands here."
    assert cell(both, "Scale-up", "Theirs") == "Not visited yet."


def test_what_a_draft_has_not_tried_and_what_is_not_reported_stand_below(both: ReadBack) -> None:
    cases = [LIBRARY.case(each) for each in ("floraholland", "flowminder", "nys_food_traceability")]
    said = timeline(OURS, cases, LIBRARY).cases
    rows = {row["Stage"]: list(row.values())[3:] for row in both.rows("Timeline")}
    assert rows["Not tried in Ours"] == [each.not_tried.words for each in said]
    assert rows["Not reported"] == [each.not_reported.words for each in said]


def test_the_rules_stand_below_the_tables(both: ReadBack) -> None:
    lifecycle, beside = both.paragraphs("Lifecycle"), both.paragraphs("Timeline")
    assert any(line.endswith("Today is 2027-03-01 here.") for line in lifecycle)
    assert any("can be overridden with a reason and a name" in line for line in lifecycle)
    assert any("which step belongs to which stage is our reading" in line for line in beside)


def test_without_drafts_both_sheets_still_say_something(tmp_path: Path) -> None:
    empty = read_back(tmp_path / "r.xlsx", Workbook(title="Empty"))
    (row,) = empty.rows("Lifecycle")
    assert row["Draft"] == "No draft yet"
    assert cell(empty, "Alignment", "Case: FloraHolland").startswith("Once the value for business")


def test_only_the_cases_asked_for_are_columns(tmp_path: Path) -> None:
    few = read_back(tmp_path / "r.xlsx", with_both(), chosen=Chosen(("theirs",), ("red_angel",)))
    assert list(few.rows("Timeline")[0]) == ["Stage", "Theirs", "Case: Red Angel"]
    assert [row["Draft"] for row in few.rows("Lifecycle") if row["Draft"] != "Theirs"] == []
