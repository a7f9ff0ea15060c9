"""Whatever the analysis says: a finding of the documented shape, with words, a rule, a source, a place."""

import json
from collections.abc import Iterable
from fractions import Fraction

import pytest
from hypothesis import given, settings

from tests import builders
from tests.builders import three_drafts
from tests.workbook.analysis.designs import ISSUE, LIBRARY, draft, everywhere
from workbook.analysis.comparison import compare, subjects
from workbook.analysis.design import analyse
from workbook.analysis.finding import Finding, shown
from workbook.analysis.lifecycle.path import stage_finding
from workbook.editing import NoSuchPlaceError, get, read_address
from workbook.model.draft import Draft
from workbook.model.workbook import Workbook

CONTRACT = ["id", "severity", "words", "value", "unit", "inputs", "rule", "citation", "address"]
EXAMPLE = three_drafts()


def findings(workbook: Workbook) -> list[Finding]:
    """Everything the analysis has to say about a workbook."""
    found = list(compare(subjects(workbook, LIBRARY), LIBRARY, workbook.own_entries).findings)
    for each in workbook.drafts:
        found += analyse(each, LIBRARY).findings
    return found


def leads_somewhere(workbook: Workbook, address: str, *, or_its_parent: bool = False) -> bool:
    steps = read_address(address)
    for where in (steps, steps[:-1]) if or_its_parent else (steps,):
        try:
            get(workbook, where)
        except NoSuchPlaceError:
            continue
        return True
    return False


def check(workbook: Workbook, found: Iterable[Finding]) -> None:
    for finding in found:
        document = json.loads(json.dumps(finding.model_dump(mode="json"), allow_nan=False))
        assert list(document) == CONTRACT
        assert all(list(each) == ["name", "value", "address"] for each in document["inputs"])
        assert document["severity"] in {"info", "advice", "warning"}
        assert finding.words.strip(), finding.id
        assert finding.rule.endswith("."), finding.id
        assert finding.citation, finding.id
        assert finding.unit, finding.id
        assert "  " not in finding.rule
        assert finding.address is None or leads_somewhere(workbook, finding.address), finding.address
        for each in finding.inputs:
            assert each.address is None or leads_somewhere(workbook, each.address, or_its_parent=True)


def test_everything_said_about_the_example_is_a_whole_finding() -> None:
    found = findings(EXAMPLE)
    # Per draft: nearest 1, platform 1, dimensions 8, completeness 10, stage 1, and at least what follows, 4.
    # Pairs of three drafts and three cases: 6 * 5 / 2 = 15.
    assert len(found) >= 3 * 25 + 15
    check(EXAMPLE, found)


def test_no_two_findings_about_the_example_share_an_id() -> None:
    ids = [finding.id for finding in findings(EXAMPLE)]
    assert len(ids) == len(set(ids))


def test_the_same_workbook_always_gets_the_same_findings() -> None:
    again = Workbook.model_validate_json(EXAMPLE.model_dump_json(by_alias=True))
    assert findings(again) == findings(EXAMPLE)


@settings(max_examples=12)
@given(builders.workbooks())
def test_everything_said_about_any_workbook_is_a_whole_finding_with_an_id_of_its_own(
    workbook: Workbook,
) -> None:
    found = findings(workbook)
    check(workbook, found)
    assert len({finding.id for finding in found}) == len(found)


def test_the_analysis_of_a_draft_answers_platform_what_follows_completeness_obstacles_and_lifecycle() -> None:
    found = analyse(draft(everywhere(ISSUE)), LIBRARY)
    kinds = [finding.id.partition(".")[0] for finding in found.findings]
    assert list(dict.fromkeys(kinds)) == ["profile", "follows", "completeness", "obstacles", "lifecycle"]
    assert kinds.count("completeness") == 10
    assert found.draft == "ours"


def test_a_draft_that_never_moved_stands_where_every_draft_begins() -> None:
    finding = stage_finding(Draft(id="d"), LIBRARY)
    assert (finding.value, finding.words) == ("frame", "Frame, where every draft begins; no move yet.")
    assert finding.inputs == ()


def test_the_stage_of_a_draft_is_where_its_last_move_led_and_why() -> None:
    moves = [
        {"id": "m1", "from": "frame", "to": "interests", "at": "2027-03-01T10:00:00Z"},
        {
            "id": "m2",
            "from": "interests",
            "to": "win_wins",
            "at": "2027-04-02T10:00:00Z",
            "because": "All agreed",
        },
    ]
    finding = stage_finding(draft({}, lifecycle={"moves": moves}), LIBRARY)
    assert (finding.value, finding.words) == ("win_wins", "Win-wins, since 2 April 2027.")
    assert [(each.value, each.address) for each in finding.inputs] == [
        ("All agreed", "drafts/ours/lifecycle/moves/m2")
    ]


@pytest.mark.parametrize(("written", "number"), [("1/3", 0.333333333), ("13/80", 0.1625), ("0", 0.0)])
def test_a_figure_is_rounded_once_far_below_what_anyone_reads(written: str, number: float) -> None:
    assert shown(Fraction(written)) == number
    assert shown(None) is None
