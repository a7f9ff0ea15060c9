"""The sheets of the win-win analysis read back: every figure and every sentence is that of the analysis."""

from pathlib import Path

import pytest

from exports.lint import check
from tests.exports.reports import LIBRARY, ReadBack, example, read_back, small
from tests.workbook.analysis.designs import draft
from tests.workbook.analysis.win_win.tables import table
from tests.workbook.analysis.win_win.test_worked_example import worked_example
from workbook.analysis.robustness.answer import robustness
from workbook.analysis.robustness.words import per_cent
from workbook.analysis.scale_words import scale_words
from workbook.analysis.win_win.findings import win_win
from workbook.analysis.win_win.naming import interest_name, number, scenario_name, stakeholder_name

WORKBOOK = example()
FOUND = {draft.name: win_win(draft, LIBRARY, None, WORKBOOK.own_entries) for draft in WORKBOOK.drafts}
SHEETS = (
    "Stakeholders and interests",
    "Scores",
    "Win-win",
    "Net values",
    "Repairs",
    "Value ledger",
    "Robustness",
)


def test_every_interest_stands_with_its_holder_weight_share_and_red_line(example_read: ReadBack) -> None:
    rows = example_read.rows("Stakeholders and interests")
    told = {(row["Draft"], row["Stakeholder"], row["Interest"]): row for row in rows}
    for draft_ in WORKBOOK.drafts:
        for stakeholder in draft_.stakeholders:
            mine = [
                row for row in rows if (row["Draft"], row["Stakeholder"]) == (draft_.name, stakeholder.name)
            ]
            assert mine[0]["Without an agreement"] == stakeholder.without_agreement
            assert mine[0]["Value of that, in points"] == stakeholder.reservation_value
            for interest in stakeholder.interests:
                row = told[draft_.name, stakeholder.name, interest.text]
                assert row["Want or concern"].lower() == interest.kind
                assert row["Weight"] == ("not said yet" if interest.weight is None else interest.weight)
                assert row["Red line, in points"] == interest.red_line
                assert row["Share"]


def test_a_share_is_told_as_a_part_of_all_weights(tmp_path: Path) -> None:
    rows = read_back(tmp_path / "r.xlsx", small(worked_example())).rows("Stakeholders and interests")
    assert [row["Share"] for row in rows] == ["3 of 4", "1 of 4", "1 of 2", "1 of 2", "2 of 3", "1 of 3"]


def test_every_score_stands_with_words_range_and_who_said_it(example_read: ReadBack) -> None:
    told = {
        (row["Draft"], row["Stakeholder"], row["Interest"], row["Scenario"]): row
        for row in example_read.rows("Scores")
    }
    unscored = 0
    for draft_ in WORKBOOK.drafts:
        for scenario in draft_.scenarios:
            scores = {score.interest: score for score in scenario.scores}
            for stakeholder in draft_.stakeholders:
                for interest in stakeholder.interests:
                    row = told.pop((draft_.name, stakeholder.name, interest.text, scenario.name))
                    score = scores.get(interest.id)
                    if score is None or score.value is None:
                        unscored += 1
                        assert row["Score"] == row["In words"] == "not scored"
                        continue
                    assert row["Score"] == score.value
                    assert row["In words"].startswith(scale_words(score.value, draft_.scale))
                    assert (row["On what grounds"] or "") == score.evidence
                    assert (row["Said by"] or "") == score.said_by
                    assert (row["Source"] or "") == score.citation
                    assert (row["Range given"] is None) == (score.low is None and score.high is None)
    assert not told
    assert unscored


def test_every_finding_of_the_analysis_stands_in_words_with_rule_and_source(example_read: ReadBack) -> None:
    told = [
        row["In words"] for sheet in ("Win-win", "Net values", "Repairs", "Value ledger")
        for row in example_read.rows(sheet)
    ]  # fmt: skip
    for found in FOUND.values():
        assert [each.words for each in found.findings if each.words not in told] == []
    rows = example_read.rows("Win-win")
    assert all(row["How this is worked out"] and row["Source"] for row in rows)
    for name, found in FOUND.items():
        first = next(row for row in rows if row["Draft"] == name)
        assert (first["Question"], first["In words"]) == ("Which scenario?", found.pick.words)


def test_every_net_value_stands_with_what_it_was_worked_out_from(example_read: ReadBack) -> None:
    rows = iter(example_read.rows("Net values"))
    for name, found in FOUND.items():
        for scenario in found.figures.values.scenarios:
            for holder in found.figures.values.holders:
                row, net = next(rows), found.figures.values.net(scenario.rows[holder.id])
                assert row["Draft"] == name
                assert row["Scenario"] == scenario_name(scenario.scenario)
                assert row["Stakeholder"] == stakeholder_name(holder.stakeholder)
                assert (row["Net value, at least"], row["Net value, at most"]) == (
                    number(net.low),
                    number(net.high),
                )
                for interest in holder.stakeholder.interests:
                    assert interest_name(interest) in row["Worked out from"]
    assert next(rows, None) is None


def test_the_repair_of_the_worked_example(tmp_path: Path) -> None:
    one, single = read_back(tmp_path / "r.xlsx", small(worked_example())).rows("Repairs")
    assert (one["Scenario"], one["Who loses"], one["Points it lacks"]) == ("Full", "City", "0.5")
    assert one["To be no worse off"] == "services from 2 to 3"
    assert one["To gain"] == "privacy from -3 to -1"
    assert one["Who could pay alone"] == "Vendor"
    assert (single["Who loses"], single["To be no worse off"]) == ("One change: City", "services from 2 to 3")


def test_a_loser_with_gaps_has_a_deficit_from_to_and_no_repair_yet(tmp_path: Path) -> None:
    of_it = table({"a": {"a1": 3, "a2": 1}, "b": {"b1": None}}, {"s": (-3, None, 1)})
    (row,) = read_back(tmp_path / "r.xlsx", small(of_it)).rows("Repairs")
    assert row["Points it lacks"] == "1.5 to 3"
    assert row["To gain"] == row["Who could pay alone"] == "not yet known"


def test_a_party_that_only_gives_is_flagged(example_read: ReadBack) -> None:
    rows = example_read.rows("Value ledger")
    flagged = [(row["Draft"], row["Scenario"], row["Who"]) for row in rows if row["Only gives?"]]
    expected = [
        (name, scenario_name(ledger.scenario), stakeholder_name(account.stakeholder))
        for name, found in FOUND.items()
        for ledger in found.ledgers
        for account in ledger.accounts
        if account.only_gives
    ]
    assert flagged == expected
    assert expected


def test_robustness_stands_in_whole_per_cents_with_seed_draws_and_date(example_read: ReadBack) -> None:
    rows = example_read.rows("Robustness")
    settings = WORKBOOK.settings.robustness
    for draft_ in WORKBOOK.drafts:
        answer = robustness(draft_, settings)
        mine = [row for row in rows if row["Draft"] == draft_.name]
        assert f"10,000 draws, seed {settings.seed}" in mine[0]["In words"]
        told = {(row["Scenario"], row["Question"]): row for row in mine}
        for scenario in draft_.scenarios:
            shares = answer.simulation.scenarios[scenario.id]
            row = told[scenario.name, "Does nobody lose?"]
            assert row["Share of the draws"] == per_cent(shares.nobody_loses)
            row = told[scenario.name, "Is it a win-win?"]
            assert row["Share of the draws"] == per_cent(shares.win_win)
    assert "2027-03-01" in example_read.paragraphs("Robustness")[1]


def test_each_draft_is_simulated_with_the_settings_of_its_own_file(tmp_path: Path) -> None:
    one = small(worked_example(), settings={"robustness": {"seed": 7, "draws": 200}})
    other = small(worked_example().replace(id="e", name="Theirs"), settings={"robustness": {"seed": 8}})
    rows = read_back(tmp_path / "r.xlsx", one, other).rows("Robustness")
    said = {row["Draft"]: row["In words"] for row in rows if row["Scenario"] == "All scenarios"}
    assert said["Ours"].startswith("200 draws, seed 7,")
    assert said["Theirs"].startswith("10,000 draws, seed 8,")


def test_the_picture_draws_what_is_known_and_says_what_is_not(tmp_path: Path) -> None:
    read = read_back(tmp_path / "r.xlsx", small(worked_example()))
    page = read.values["Picture \N{EN DASH} Ours"]
    nets, shares = page.tables.values()
    header, *rows = [[cell.value for cell in row] for row in page[nets.ref]]
    assert header[3:] == ["Hospital", "City", "Vendor"]
    assert [row[3:] for row in rows] == [
        [1.25, -0.5, 1.5],
        [0.75, 1, 0.5],
        [0.25, 1, "? -0.83 to +1.17"],
    ]
    header, *rows = [[cell.value for cell in row] for row in page[shares.ref]]
    answer = robustness(worked_example(), small().settings.robustness)
    for row, of_it in zip(rows, answer.simulation.scenarios.values(), strict=True):
        assert row[3:5] == [round(of_it.nobody_loses, 2), round(of_it.win_win, 2)]


def test_more_stakeholders_than_patterns_get_further_charts(tmp_path: Path) -> None:
    many = {f"p{at}": {f"p{at}i": None} for at in range(8)}
    of_it = table(many, {"up": [1] * 8, "down": [-1] * 8})
    read = read_back(tmp_path / "r.xlsx", small(of_it))
    assert check(tmp_path / "r.xlsx") == ()
    assert len(list(read.charts())) == 2 + 3


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_draft_without_stakeholders_or_scenarios_is_told_in_words(tmp_path: Path, sheet: str) -> None:
    read = read_back(tmp_path / "r.xlsx", small(draft({}, "bare")))
    (row, *_) = read.rows(sheet)
    assert row["Draft"] == "Bare"
    said = " ".join(str(cell) for cell in list(row.values())[1:] if cell)
    assert any(words in said for words in ("No scenario", "No stakeholder", "can be asked once"))
