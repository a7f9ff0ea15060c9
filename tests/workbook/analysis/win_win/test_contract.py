"""The documented JSON, and findings that can be shown as they stand, for any draft at all."""

import json

from hypothesis import given, settings

from tests import builders
from tests.builders import three_drafts
from tests.workbook.analysis.win_win.tables import LIBRARY, analysed, answer, one_each
from workbook.analysis.win_win.contract import contract
from workbook.analysis.win_win.findings import WinWin, win_win
from workbook.analysis.win_win.sources import SOURCES
from workbook.editing import NoSuchPlaceError, get, read_address
from workbook.library.citations import sources_cited
from workbook.library.entries import Source
from workbook.model.draft import Draft
from workbook.model.workbook import Workbook

KEYS = [
    "net",
    "gains",
    "loses",
    "acceptable",
    "win_win",
    "all_gain",
    "class",
    "surplus",
    "dominated_by",
    "fixes",
    "single_change",
    "pareto",
    "maximin",
    "leximin",
    "nash",
    "ks",
    "utilitarian",
    "utilitarian_acceptable",
]
BY_SCENARIO = KEYS[: KEYS.index("pareto")]
EXAMPLE = three_drafts()


def test_an_empty_draft_has_an_answer() -> None:
    found = answer(Draft(id="d"))
    assert list(found) == KEYS
    assert all(found[key] == {} for key in BY_SCENARIO)


def test_whole_figures_are_whole_and_others_are_rounded_once() -> None:
    net = answer(one_each({"x": (2, 1, None)}, without={"b": 1 / 3}))["net"]["x"]
    assert json.dumps(net) == '{"a": 2, "b": 0.666666667, "c": [-3, 3]}'


def check(found: WinWin, draft: Draft) -> None:
    document = json.loads(json.dumps(contract(found), allow_nan=False))
    assert list(document) == KEYS
    ids = [scenario.id for scenario in draft.scenarios]
    assert all(list(document[key]) == ids for key in BY_SCENARIO)
    holders = [each.id for each in draft.stakeholders if each.standing != "context"]
    assert all(list(row) == holders for key in ("net", "gains", "loses") for row in document[key].values())
    workbook = Workbook(drafts=(draft,))
    ids = [finding.id for finding in found.findings]
    assert len(ids) == len(set(ids))
    for finding in found.findings:
        json.dumps(finding.model_dump(mode="json"), allow_nan=False)
        assert finding.words.strip()
        assert finding.words[-1] == "."
        assert ".." not in finding.words.replace("...", "")
        assert finding.rule.endswith(".")
        assert finding.citation
        assert finding.unit
        assert "  " not in finding.rule
        assert finding.address is not None
        get(workbook, read_address(finding.address))
        for each in finding.inputs:
            assert each.address is not None
            assert _leads_somewhere(workbook, each.address), each.address


def _leads_somewhere(workbook: Workbook, address: str) -> bool:
    steps = read_address(address)
    for where in (steps, steps[:-1]):  # a score nobody gave has no place yet, but its scenario has
        try:
            get(workbook, where)
        except NoSuchPlaceError:
            continue
        return True
    return False


def test_everything_said_about_the_example_is_a_whole_finding() -> None:
    for draft in EXAMPLE.drafts:
        check(win_win(draft, LIBRARY, own_entries=EXAMPLE.own_entries), draft)


@settings(max_examples=40)
@given(builders.drafts())
def test_everything_said_about_any_draft_is_a_whole_finding(draft: Draft) -> None:
    found = analysed(draft)
    document = json.loads(json.dumps(contract(found), allow_nan=False))
    assert list(document) == KEYS
    workbook = Workbook(drafts=(draft,))
    for finding in found.findings:
        assert finding.words.strip()
        assert finding.address is not None
        get(workbook, read_address(finding.address))
        assert all(each.address and _leads_somewhere(workbook, each.address) for each in finding.inputs)
    assert len({finding.id for finding in found.findings}) == len(found.findings)


def test_every_citation_names_a_source_that_is_known() -> None:
    ours = Source(id="own_rule", short_name="Our own rule", kind="ours", note="Ours.")
    known = [*LIBRARY.sources, *SOURCES, ours]
    for draft in EXAMPLE.drafts:
        for finding in win_win(draft, LIBRARY).findings:
            cited = finding.citation.replace("Our own rule, on ", "Our own rule; ")
            assert sources_cited(cited, known), finding.citation


def test_every_source_has_a_reference() -> None:
    assert len({source.short_name for source in SOURCES}) == len(SOURCES)
    for source in SOURCES:
        assert source.year in source.short_name
        assert source.reference.startswith(source.authors)
