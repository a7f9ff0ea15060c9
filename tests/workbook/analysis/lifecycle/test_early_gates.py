"""The gates out of Frame, Interests and Win-wins: what they ask, and when it is there."""

import pytest

from tests.workbook.analysis.designs import votes
from tests.workbook.analysis.lifecycle.ready import READY, asked, but
from workbook.model.vocabulary import DIMENSIONS

D = "drafts/ours"
NOBODY = {"mix": None}


@pytest.mark.parametrize(
    ("condition", "field", "act"),
    [
        ("frame.problem", "societal_problem", "Write it"),
        ("frame.data_sought", "data_sought", "Write them"),
        ("frame.public_value", "public_value", "Write it"),
    ],
)
def test_problem_data_sought_and_public_value_have_to_be_written(
    condition: str, field: str, act: str
) -> None:
    met = asked(READY, "frame")[condition]
    assert (met.state, met.because) == ("met", "It is written.")
    for nothing in ("", "   \n", "Not reported.", "not said yet"):
        unmet = asked(but((f"framing/{field}", nothing)), "frame")[condition]
        assert (unmet.state, unmet.because) == ("not_met", "Nothing is written yet.")
        assert (unmet.address, unmet.act) == (f"{D}/framing/{field}", act)
        others = [
            each for each in asked(but((f"framing/{field}", nothing)), "frame").values() if each.is_unmet
        ]
        assert others == [unmet]


def test_what_is_filled_in_and_marked_as_an_illustration_counts_as_written() -> None:
    told = but(("framing/public_value", "Not reported; our illustration: fewer failed harvests."))
    assert asked(told, "frame")["frame.public_value"].state == "met"


@pytest.mark.parametrize(
    ("left_open", "state", "because"),
    [
        (0, "met", "Eight of eight are characterised."),
        (2, "met", "Six of eight are characterised."),
        (3, "not_met", "Five of eight are characterised."),
        (7, "not_met", "One of eight is characterised."),
        (8, "not_met", "None of eight are characterised."),
    ],
)
def test_six_of_the_eight_dimensions_have_to_be_characterised(
    left_open: int, state: str, because: str
) -> None:
    last = DIMENSIONS[len(DIMENSIONS) - left_open :]
    found = asked(but(*((f"dimensions/{each}", NOBODY) for each in last)), "frame")["frame.dimensions"]
    assert (found.state, found.because) == (state, because)
    if state == "not_met":
        assert found.address == f"{D}/dimensions/{last[0]}"


def test_votes_characterise_a_dimension_unless_nobody_voted() -> None:
    five = [(f"dimensions/{each}", NOBODY) for each in DIMENSIONS[5:]]
    voted = but(*five, ("dimensions/timeframes", votes(2, 2, 2)))
    assert asked(voted, "frame")["frame.dimensions"].state == "met"
    nobody_voted = but(*five, ("dimensions/timeframes", votes(0, 0, 0)))
    assert asked(nobody_voted, "frame")["frame.dimensions"].state == "not_met"


def test_the_gate_out_of_interests_asks_for_both_roles_and_two_things_of_each_stakeholder() -> None:
    found = asked(READY, "interests")
    assert list(found) == [
        "interests.provider",
        "interests.user",
        "interests.weighted.growers",
        "interests.without.growers",
        "interests.weighted.agency",
        "interests.without.agency",
        "interests.weighted.villages",
        "interests.without.villages",
        "interests.weighted.press",
        "interests.without.press",
    ]
    assert [each.state for each in found.values()] == ["met"] * 8 + ["not_applicable"] * 2
    assert found["interests.provider"].because == "In the role of data provider: Growers."
    assert found["interests.weighted.growers"].words == "A weighted interest of Growers"
    assert found["interests.weighted.growers"].because == "All of its interests have a weight."
    assert found["interests.weighted.agency"].because == "Its single interest carries all the weight."
    because = "It belongs to the context: neither at the table nor affected."
    assert found["interests.without.press"].because == because


@pytest.mark.parametrize(
    ("who", "condition", "because"),
    [
        ("growers", "interests.provider", "Nobody is a data provider yet."),
        ("agency", "interests.user", "Nobody is a data user yet."),
    ],
)
def test_somebody_has_to_provide_data_and_somebody_to_use_them(
    who: str, condition: str, because: str
) -> None:
    found = asked(but((f"stakeholders/{who}/roles", ())), "interests")[condition]
    assert (found.state, found.because) == ("not_met", because)
    assert (found.address, found.act) == (f"{D}/stakeholders", "Name one")
    only_in_the_background = but((f"stakeholders/{who}/standing", "context"))
    assert asked(only_in_the_background, "interests")[condition].state == "not_met"


INTERESTS = f"{D}/stakeholders/growers/interests"


@pytest.mark.parametrize(
    ("changes", "because", "address"),
    [
        (
            {"interests/income/weight": None, "interests/secrecy/weight": 0},
            "None of its interests has a weight.",
            f"{INTERESTS}/income/weight",
        ),
        (
            {"interests/income/text": "", "interests/secrecy/text": " "},
            "No interest is written yet.",
            INTERESTS,
        ),
        (
            {"weights_known": "unknown"},
            "How much its interests count is not known.",
            f"{D}/stakeholders/growers/weights_known",
        ),
    ],
)
def test_a_stakeholder_without_a_weighted_interest_holds_the_gate_up(
    changes: dict[str, object], because: str, address: str
) -> None:
    draft = but(*((f"stakeholders/growers/{path}", value) for path, value in changes.items()))
    found = asked(draft, "interests")["interests.weighted.growers"]
    assert (found.state, found.because, found.address) == ("not_met", because, address)


def test_one_weighted_interest_is_enough() -> None:
    found = asked(but(("stakeholders/growers/interests/secrecy/weight", None)), "interests")
    assert found["interests.weighted.growers"].state == "met"
    assert found["interests.weighted.growers"].because == "1 of its 2 interests has a weight."


def test_nobody_at_the_table_or_affected_may_lack_its_situation_without_an_agreement() -> None:
    for who in ("growers", "agency", "villages"):
        found = asked(but((f"stakeholders/{who}/without_agreement", " ")), "interests")
        unmet = [each for each in found.values() if each.is_unmet]
        assert [each.id for each in unmet] == [f"interests.without.{who}"]
        assert unmet[0].address == f"{D}/stakeholders/{who}/without_agreement"


def test_of_nobody_only_the_two_roles_are_asked() -> None:
    nobody = but(("chosen_scenario", None), ("scenarios", ()), ("data_flows", ()), ("stakeholders", ()))
    assert list(asked(nobody, "interests")) == ["interests.provider", "interests.user"]


def test_a_chosen_win_win_opens_the_gate_out_of_win_wins() -> None:
    chosen, win_win = asked(READY, "win_wins").values()
    assert (chosen.id, chosen.state, chosen.because) == ("win_wins.chosen", "met", "“Pool” is chosen.")
    assert (win_win.id, win_win.state) == ("win_wins.win_win", "met")
    assert win_win.because == "Win-win: everyone gains."
    assert win_win.address == f"{D}/scenarios/pool/scores"


@pytest.mark.parametrize(
    ("changes", "because"),
    [
        ([("scenarios/pool/scores/income/value", -2)], "Growers is worse off than without an agreement"),
        ([("scenarios/pool/scores/insight/value", None)], "Agency is not yet known"),
        ([("stakeholders/growers/interests/secrecy/red_line", 0)], "crosses a red line of Growers"),
        (
            [
                ("scenarios/pool/scores/income/value", 0),
                ("scenarios/pool/scores/secrecy/value", 0),
                ("scenarios/pool/scores/insight/value", 0),
            ],
            "Nobody gains and nobody loses",
        ),
        ([("stakeholders/agency/standing", "affected")], "A win-win takes more than one party."),
        ([("stakeholders/growers/weights_known", "unknown")], "Not yet known"),
    ],
)
def test_what_is_not_surely_a_win_win_holds_the_gate_up(
    changes: list[tuple[str, object]], because: str
) -> None:
    chosen, win_win = asked(but(*changes), "win_wins").values()
    assert (chosen.state, win_win.state) == ("met", "not_met")
    assert because in win_win.because


def test_a_win_win_in_which_nobody_loses_and_one_gains_is_one() -> None:
    even = but(("scenarios/pool/scores/income/value", 1), ("scenarios/pool/scores/secrecy/value", -2))
    assert asked(even, "win_wins")["win_wins.win_win"].because == "Win-win: nobody loses, 1 of 2 gains."
    assert asked(even, "win_wins")["win_wins.win_win"].state == "met"


def test_without_a_choice_there_is_no_win_win_to_find() -> None:
    for found in asked(but(("chosen_scenario", None)), "win_wins").values():
        assert (found.state, found.because) == ("not_met", "No scenario is chosen yet.")
        assert found.address == f"{D}/chosen_scenario"
    empty = but(("chosen_scenario", None), ("scenarios", ()))
    for found in asked(empty, "win_wins").values():
        assert (found.because, found.address) == ("There is no scenario yet.", f"{D}/scenarios")
