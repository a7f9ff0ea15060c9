"""Hospital, City and Vendor: every figure worked out by hand."""

from fractions import Fraction

import pytest

from tests.workbook.analysis.win_win.tables import analysed, answer, nets, said, table
from workbook.model.draft import Draft

HOLDERS = {
    "hospital": {"quality": 3, "cost": 1},
    "city": {"services": 1, "privacy": 1},
    "vendor": {"revenue": 2, "reputation": 1},
}
NAMES = {"full": "Full pooling", "trusted": "Trusted intermediary", "aggregates": "Aggregates only"}


def worked_example(vendor_reputation: float | None = None) -> Draft:
    """The three scenarios; what happens to the vendor's reputation by aggregates is not scored."""
    return table(
        HOLDERS,
        {
            "full": (2, -1, 2, -3, 3, 0),
            "trusted": (1, 0, 1, 1, 1, 1),
            "aggregates": (1, -2, 0, 2, 1, vendor_reputation),
        },
        without={"vendor": 0.5},
    )


EXAMPLE = worked_example()
FOUND = analysed(EXAMPLE)
JSON = answer(EXAMPLE)


def test_the_net_values_are_those_worked_out_by_hand() -> None:
    # Three times 2 less 1 in four parts; 2 less 3 in two; twice 3 in three, less a half.
    assert list(nets(EXAMPLE, "full").values()) == [Fraction(5, 4), Fraction(-1, 2), Fraction(3, 2)]
    assert list(nets(EXAMPLE, "trusted").values()) == [Fraction(3, 4), 1, Fraction(1, 2)]
    # (3*1 - 2)/4; (0 + 2)/2; (2*1 + x)/3 - 1/2 with x from -3 to 3
    open_net = (Fraction(-5, 6), Fraction(7, 6))
    assert list(nets(EXAMPLE, "aggregates").values()) == [Fraction(1, 4), 1, open_net]


def test_the_answer_in_json_is_complete_and_to_the_last_figure() -> None:
    assert JSON == {
        "net": {
            "full": {"hospital": 1.25, "city": -0.5, "vendor": 1.5},
            "trusted": {"hospital": 0.75, "city": 1, "vendor": 0.5},
            "aggregates": {"hospital": 0.25, "city": 1, "vendor": [-0.833333333, 1.166666667]},
        },
        "gains": {
            "full": {"hospital": True, "city": False, "vendor": True},
            "trusted": {"hospital": True, "city": True, "vendor": True},
            "aggregates": {"hospital": True, "city": True, "vendor": None},
        },
        "loses": {
            "full": {"hospital": False, "city": True, "vendor": False},
            "trusted": {"hospital": False, "city": False, "vendor": False},
            "aggregates": {"hospital": False, "city": False, "vendor": None},
        },
        "acceptable": {"full": False, "trusted": True, "aggregates": None},
        "win_win": {"full": False, "trusted": True, "aggregates": None},
        "all_gain": {"full": False, "trusted": True, "aggregates": None},
        "class": {"full": "trade-off", "trusted": "win-win", "aggregates": "undetermined"},
        "surplus": {"full": 2.25, "trusted": 2.25, "aggregates": [0.416666667, 2.416666667]},
        "dominated_by": {"full": [], "trusted": [], "aggregates": []},
        "fixes": {
            "full": {
                "city": {
                    "deficit": 0.5,
                    "raise_to_whole": {"interest": "services", "from": 2, "to": 3},
                    "raise_to_gain": {"interest": "privacy", "from": -3, "to": -1},
                    "payer": "vendor",
                }
            },
            "trusted": {},
            "aggregates": {},
        },
        "single_change": {
            "full": {
                "stakeholder": "city",
                "interest": "services",
                "from": 2,
                "to": 3,
                "then_win_win": True,
            },
            "trusted": None,
            "aggregates": None,
        },
        "pareto": {"necessary": ["full", "trusted"], "possible": ["full", "trusted", "aggregates"]},
        "maximin": {"necessary": ["trusted"], "possible": ["trusted"]},
        "leximin": {"necessary": ["trusted"], "possible": ["trusted"]},
        "nash": {"necessary": ["trusted"], "possible": ["trusted"]},
        "ks": None,
        "utilitarian": {"necessary": [], "possible": ["full", "trusted", "aggregates"]},
        "utilitarian_acceptable": {"necessary": [], "possible": ["trusted", "aggregates"]},
    }


def test_the_room_hears_it_in_words() -> None:
    assert said(FOUND, "verdict.") == [
        "Full: 2 of 3 gain; City is worse off than without an agreement, because of privacy.",
        "Trusted: Win-win: everyone gains.",
        (
            "Aggregates: Not yet known: at least 2 of 3 gain; Vendor is not yet known, because "
            "reputation is not scored."
        ),
    ]
    assert said(FOUND, "surplus.") == [
        (
            "Full: Value is created (2.25 points together), but it needs a transfer. Together those who "
            "gain could make good all losses."
        )
    ]
    assert said(FOUND, "repair.") == [
        (
            "Full: City lacks 0.5 points: services from 2 to 3 would leave it no worse off, privacy from"
            " -3 to -1 would let it gain; Vendor could pay for it."
        )
    ]
    assert said(FOUND, "single_change.") == [
        "Full: one change would bring City in: services from 2 to 3; then it is a win-win."
    ]


def test_the_next_question_is_the_vendors_reputation() -> None:
    question = FOUND.question
    assert question is not None
    assert question.words == (
        "Ask Vendor for the score of reputation in Aggregates: no other missing score can change an open net "
        "value more."
    )
    assert question.value == 2  # a third of six points
    assert question.inputs[0].address == "drafts/d/scenarios/aggregates/scores/reputation"


def test_the_trusted_intermediary_is_put_in_front_of_the_room() -> None:
    assert FOUND.pick.value == "Trusted"
    assert FOUND.pick.words == (
        "Trusted. Win-win: everyone gains. Whoever is worst off, Vendor, has +0.5: no other win-win is "
        "better for whoever is worst off."
    )


def test_the_gap_taken_for_0_would_announce_a_third_scenario_in_which_everyone_gains() -> None:
    wrong = worked_example(0)
    assert nets(wrong, "aggregates")["vendor"] == Fraction(1, 6)
    assert answer(wrong)["all_gain"] == {"full": False, "trusted": True, "aggregates": True}


@pytest.mark.parametrize("rule", ["maximin", "leximin", "nash", "ks"])
def test_with_the_gap_scored_minus_one_the_rules_agree(rule: str) -> None:
    found = answer(worked_example(-1))
    assert found["net"]["aggregates"]["vendor"] == -0.166666667
    assert found["class"]["aggregates"] == "trade-off"
    assert found["win_win"] == {"full": False, "trusted": True, "aggregates": False}
    assert found[rule] == ["trusted"]


def test_with_the_gap_scored_minus_one_aggregates_are_beaten_by_the_intermediary() -> None:
    found = answer(worked_example(-1))
    assert found["pareto"] == ["full", "trusted"]
    assert found["dominated_by"] == {"full": [], "trusted": [], "aggregates": ["trusted"]}
    assert found["utilitarian"] == ["full", "trusted"]
    assert found["utilitarian_acceptable"] == ["trusted"]


def test_with_the_citys_weights_unknown_full_pooling_is_open_for_it_and_no_rule_picks() -> None:
    draft = table(
        {**HOLDERS, "city": {"services": None, "privacy": None}},
        {"full": (2, -1, 2, -3, 3, 0)},
        without={"vendor": 0.5},
    )
    found = answer(draft)
    assert found["net"]["full"]["city"] == [-3, 2]
    assert found["gains"]["full"]["city"] is None
    assert found["class"]["full"] == "undetermined"
    assert all(found[rule] is None for rule in ("pareto", "maximin", "leximin", "nash", "ks", "utilitarian"))
