"""Three invented drafts: each tells its story."""

from fractions import Fraction

import pytest

from tests.builders import three_drafts
from tests.workbook.analysis.win_win.tables import LIBRARY, answer, said
from workbook.analysis.win_win.findings import WinWin, win_win
from workbook.model.draft import Draft

WORKBOOK = three_drafts()


def found(draft_id: str) -> WinWin:
    return win_win(WORKBOOK.draft(draft_id), LIBRARY, own_entries=WORKBOOK.own_entries)


def by_name(draft: Draft) -> dict[str, str]:
    return {scenario.name: scenario.id for scenario in draft.scenarios}


def nets(draft_id: str, name: str, standing: str) -> list[tuple[Fraction, Fraction]]:
    figures = found(draft_id).figures
    rows = figures.verdicts[by_name(WORKBOOK.draft(draft_id))[name]].values.rows
    wanted = [each.id for each in figures.values.holders if each.stakeholder.standing == standing]
    return [(net.low, net.high) for net in (figures.values.net(rows[each]) for each in wanted)]


def known(*written: str) -> list[tuple[Fraction, Fraction]]:
    return [(Fraction(each), Fraction(each)) for each in written]


@pytest.mark.parametrize(
    ("draft", "scenario", "standing", "expected"),
    [
        (
            "cold-chain",
            "Arrival notice with a temperature summary",
            "party",
            known("11/10", "3/2", "1/2", "1/3"),
        ),
        ("cold-chain", "Arrival notice with a temperature summary", "affected", known("1/3")),
        ("cold-chain", "Open records", "party", known("6/5", "7/3", "1/2", "-5/3")),
        ("cold-chain", "Trial with ten members", "party", known("4/5", "1", "0", "1/3")),
        ("river-flood", "Street by street, all winter", "party", known("5/7", "5/2", "7/4")),
        ("river-flood", "On request, with a letter ready", "party", known("2/7", "3/4", "1/2")),
        (
            "river-flood",
            "Neighbourhood totals, switched on by a warning",
            "party",
            [(Fraction(-3, 7), Fraction(15, 7)), *known("7/4", "5/4")],
        ),
        ("school-meals", "A public table of kitchens", "party", known("1/2", "5/3", "8/3")),
        ("school-meals", "A public table of kitchens", "affected", known("-2", "2")),
        ("school-meals", "A pool at the university, own figures first", "party", known("7/6", "1", "7/3")),
        ("school-meals", "A pool at the university, own figures first", "affected", known("1/2", "1")),
        (
            "school-meals",
            "Six schools for one term",
            "party",
            [(Fraction(-1, 2), Fraction(3, 2)), *known("2/3", "1")],
        ),
    ],
)
def test_the_net_values_are_those_the_example_was_written_with(
    draft: str, scenario: str, standing: str, expected: list[tuple[Fraction, Fraction]]
) -> None:
    assert nets(draft, scenario, standing) == expected


@pytest.mark.parametrize(
    ("draft", "kinds"),
    [
        ("cold-chain", ["trade-off", "win-win", "win-win"]),
        ("river-flood", ["red-line", "undetermined", "win-win"]),
        ("school-meals", ["win-win", "win-win", "undetermined"]),
    ],
)
def test_the_verdicts(draft: str, kinds: list[str]) -> None:
    assert list(answer(WORKBOOK.draft(draft))["class"].values()) == kinds


def test_the_first_draft_chose_what_the_analysis_puts_first() -> None:
    draft = WORKBOOK.draft("cold-chain")
    assert found("cold-chain").figures.recommendation.scenario == draft.chosen_scenario
    assert answer(draft)["dominated_by"][by_name(draft)["Trial with ten members"]] == [draft.chosen_scenario]


def test_the_first_draft_shows_who_would_refuse_open_records_why_and_what_would_help() -> None:
    assert said(found("cold-chain"), "verdict.")[0] == (
        "Open records: 3 of 4 gain; Brackwater Lines, carrier is worse off than without an agreement, "
        "because of “Temperature records are used in claims against the carrier”."
    )
    draft = WORKBOOK.draft("cold-chain")
    single = answer(draft)["single_change"][by_name(draft)["Open records"]]
    # -5/3 at a share of 2/3 takes 5/2 points: three steps.
    assert (single["from"], single["to"], single["then_win_win"]) == (-3, 0, True)


def test_the_second_draft_waits_for_one_score() -> None:
    question = found("river-flood").question
    assert question is not None
    assert question.words.startswith(
        "Ask Alderstrom Grid, electricity network for the score of “A customer can be told apart in what"
        " leaves the company” in Neighbourhood totals, switched on by a warning"
    )
    assert found("river-flood").figures.recommendation.state == "scores missing"


def test_the_second_draft_names_the_red_line_that_revenue_does_not_buy_off() -> None:
    assert said(found("river-flood"), "verdict.")[0].startswith(
        "Street by street, all winter: Not acceptable: by net value everyone gains, but it crosses a red"
        " line of Alderstrom Grid, electricity network"
    )


def test_the_third_draft_finds_that_its_largest_sum_harms_somebody_not_at_the_table() -> None:
    draft = WORKBOOK.draft("school-meals")
    table, pool = by_name(draft)["A public table of kitchens"], "A pool at the university, own figures first"
    assert answer(draft)["utilitarian"]["necessary"] == [table]
    assert said(found("school-meals"), "harm.") == [
        (
            "A public table of kitchens harms someone who is not at the table: Kitchen staff at the schools "
            "is worse off than without an agreement, because of “Being blamed for what children leave on "
            "their plates”."
        )
    ]
    assert found("school-meals").pick.value == pool
    assert found("school-meals").pick.words.startswith(f"{pool}. Win-win: everyone gains.")


def test_one_mechanism_of_the_example_aligns_nobody() -> None:
    words = [each for draft in WORKBOOK.drafts for each in said(found(draft.id), "idle.")]
    assert words == [
        (
            "Trial with ten members: the mechanism “Search for win-wins” aligns nobody, because it names no "
            "interest that it serves."
        )
    ]
