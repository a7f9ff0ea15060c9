"""Going to what an address means: the page that edits it, with the field in hand."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.whole.window import open_window

SCENARIO = ("drafts", "cold-chain", "scenarios")


@pytest.mark.parametrize(
    ("address", "page"),
    [
        (("title",), "framing"),
        (("drafts", "cold-chain", "framing", "societal_problem"), "framing"),
        (("drafts", "river-flood", "dimensions", "timeframes"), "dimensions"),
        (("drafts", "school-meals", "stakeholders"), "stakeholders"),
        (("drafts", "cold-chain", "chosen_scenario"), "scenarios"),
    ],
)
def test_an_address_leads_to_the_page_that_edits_it(
    address: tuple[str, ...], page: str, qtbot: QtBot, tmp_path: Path
) -> None:
    opened = open_window(qtbot, tmp_path)
    opened.workspace.answers.go_to(address)
    assert opened.page == page
    assert opened.document.draft is not None
    if address[0] == "drafts":
        assert opened.document.draft.id == address[1]


def test_a_score_leads_to_the_scores_and_not_to_its_scenario(qtbot: QtBot, tmp_path: Path) -> None:
    opened = open_window(qtbot, tmp_path)
    scenario = opened.document.workbook.drafts[0].scenarios[0]
    opened.workspace.answers.go_to((*SCENARIO, scenario.id, "scores", scenario.scores[0].interest))
    assert opened.page == "scores"
    opened.workspace.answers.go_to((*SCENARIO, scenario.id, "description"))
    assert opened.page == "scenarios"


def test_an_address_that_no_page_edits_leads_nowhere(qtbot: QtBot, tmp_path: Path) -> None:
    opened = open_window(qtbot, tmp_path)
    before = opened.page
    opened.workspace.answers.go_to(("drafts", "cold-chain", "begun_from"))
    assert opened.page == before


def test_undo_goes_where_something_changed(qtbot: QtBot, tmp_path: Path) -> None:
    opened = open_window(qtbot, tmp_path)
    opened.document.put(("drafts", "cold-chain", "framing", "setting"), "Elsewhere.", "change of setting")
    opened.go_to("compare")
    opened.document.undo()
    assert opened.page == "framing"
