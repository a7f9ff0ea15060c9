"""Weights, net values, and what is left open when something was not said."""

from fractions import Fraction

import pytest

from tests.workbook.analysis.win_win.tables import analysed, answer, nets, said, table
from workbook.analysis.win_win.importance import importance
from workbook.model.stakeholders import Interest, Stakeholder
from workbook.model.vocabulary import WeightsKnown


def shares(
    *weights: float | None, known: WeightsKnown = "given", instead: WeightsKnown | None = None
) -> object:
    interests = tuple(Interest(id=f"i{at}", weight=weight) for at, weight in enumerate(weights))
    stakeholder = Stakeholder(id="s", weights_known=known, interests=interests)
    return importance(stakeholder, instead).shares


@pytest.mark.parametrize(
    ("weights", "expected"),
    [
        ((3, 1), (Fraction(3, 4), Fraction(1, 4))),
        ((0.1, 0.2), (Fraction(1, 3), Fraction(2, 3))),  # as written, not as the nearest binary fractions
        ((1, 0), (1, 0)),
        ((5,), (1,)),
        ((0,), (1,)),
        ((None,), (1,)),
        ((), ()),
        ((0, 0), None),
        ((None, None), None),
        ((None, 0), None),
        ((2, None), None),
        ((2, None, 0), None),
    ],
)
def test_weights_become_shares_or_importance_is_not_known(
    weights: tuple[float | None, ...], expected: object
) -> None:
    assert shares(*weights) == expected


@pytest.mark.parametrize(
    ("known", "instead", "is_known"),
    [
        ("given", None, True),
        ("order", None, True),  # weights in an order are used as they are written
        ("unknown", None, False),
        ("given", "unknown", False),
        ("order", "unknown", False),
        ("unknown", "given", True),
        ("unknown", "order", True),
    ],
)
def test_what_the_room_says_about_its_weights_counts_unless_another_answer_is_asked_for(
    known: WeightsKnown, instead: WeightsKnown | None, is_known: object
) -> None:
    assert (shares(2, 1, known=known, instead=instead) is not None) is is_known
    assert shares(2, known=known, instead=instead) == (1,)  # a single interest needs no weight
    assert shares(2, None, known=known, instead=instead) is None  # none can be made up


def test_unknown_importance_reaches_from_the_lowest_score_to_the_highest() -> None:
    holders = {"city": {"services": None, "privacy": None, "cost": None}}
    draft = table(holders, {"a": (2, -3, 1), "b": (2, None, 1), "c": (1, 2, 2)}, without={"city": 0.5})
    assert nets(draft, "a") == {"city": (Fraction(-7, 2), Fraction(3, 2))}
    assert nets(draft, "b") == {"city": (Fraction(-7, 2), Fraction(5, 2))}
    assert answer(draft)["gains"] == {"a": {"city": None}, "b": {"city": None}, "c": {"city": True}}


def test_the_weights_asked_for_on_the_command_line_reach_the_figures() -> None:
    draft = table({"city": {"services": 2, "privacy": 1}}, {"a": (1, -1)})
    assert nets(draft, "a") == {"city": Fraction(1, 3)}
    assert nets(draft, "a", "unknown") == {"city": (-1, 1)}
    assert answer(draft, "unknown")["pareto"] is None


def test_an_unscored_cell_lies_at_the_ends_of_the_scale_times_its_share() -> None:
    draft = table(
        {"city": {"services": 3, "privacy": 1}},
        {"a": (1, None), "b": (None, 1), "c": (None, None)},
        scale={"min": -2, "max": 4, "step": None},
    )
    assert nets(draft, "a") == {"city": (Fraction(1, 4), Fraction(7, 4))}
    assert nets(draft, "b") == {"city": (Fraction(-5, 4), Fraction(13, 4))}
    assert nets(draft, "c") == {"city": (-2, 4)}


def test_a_score_that_is_there_without_a_value_is_unscored_too() -> None:
    draft = table({"city": {"services": None}}, {"a": (None,)}, scores={("a", "services"): {"evidence": "x"}})
    assert nets(draft, "a") == {"city": (-3, 3)}


def test_an_unscored_cell_of_no_weight_contributes_nothing() -> None:
    draft = table({"city": {"services": 1, "privacy": 0}}, {"a": (1, None)})
    assert nets(draft, "a") == {"city": 1}
    assert answer(draft)["maximin"] == ["a"]  # nothing is missing that could matter


def test_a_stakeholder_without_interests_may_have_anything_on_the_scale() -> None:
    draft = table({"city": {}, "port": {"speed": None}}, {"a": (1,)}, without={"city": 0.5})
    assert nets(draft, "a") == {"city": (Fraction(-7, 2), Fraction(5, 2)), "port": 1}
    assert answer(draft)["class"] == {"a": "undetermined"}
    assert said(analysed(draft), "net.d.a.city") == [
        "A: City: not yet known (-3.5 to +2.5), because nobody has said what it wants."
    ]


def test_whoever_has_more_than_the_scale_holds_surely_loses_without_a_single_score() -> None:
    draft = table({"city": {}}, {"a": ()}, without={"city": 4})
    assert answer(draft)["loses"] == {"a": {"city": True}}
    assert answer(draft)["fixes"]["a"]["city"] == {
        "deficit": [1, 7],
        "raise_to_whole": None,
        "raise_to_gain": None,
        "payer": None,
        "incomplete": True,
    }


@pytest.mark.parametrize(
    ("cell", "without", "gains", "loses"),
    [
        (1, 0, True, False),
        (0, 0, False, False),
        (-1, 0, False, True),
        (None, 0, None, None),
        (None, -3, None, False),  # from 0 to 6
        (None, 3, False, None),  # from -6 to 0
        (None, -4, True, False),
        (None, 4, False, True),
        (1, 1, False, False),
    ],
)
def test_gains_and_loses_at_the_borders(
    cell: float | None, without: float, gains: object, loses: object
) -> None:
    draft = table({"city": {"services": None}}, {"a": (cell,)}, without={"city": without})
    found = answer(draft)
    assert (found["gains"]["a"]["city"], found["loses"]["a"]["city"]) == (gains, loses)


def test_tenths_that_floats_get_wrong_are_0_when_they_are_0() -> None:
    # 0.1 * 3 + 0.2 * -1.5 is 5.6e-17 in floats.
    draft = table(
        {"city": {"services": 0.1, "privacy": 0.2}},
        {"a": (3, -1.5)},
        scale={"min": -3, "max": 3, "step": 0.5},
    )
    assert nets(draft, "a") == {"city": 0}
    assert answer(draft)["class"] == {"a": "neutral"}


def test_context_stakeholders_get_no_figures() -> None:
    draft = table(
        {"city": {"services": None}, "press": {"news": None}}, {"a": (1, -3)}, standing={"press": "context"}
    )
    assert nets(draft, "a") == {"city": 1}


@pytest.mark.parametrize(
    ("cells", "without", "label"),
    [
        ((1, 0), 0, " It never loses, whatever the weights."),
        ((-1, 0), 0, " It never gains, whatever the weights."),
        ((0, 0), 0, " It never loses or gains, whatever the weights."),
        ((1, -1), 0, ""),
        ((2, 1), 1, " It never loses, whatever the weights."),
        ((2, 1), 2, " It never gains, whatever the weights."),
        ((1, None), 0, ""),
        ((None, 3), -3, " It never loses, whatever the weights."),
    ],
)
def test_what_holds_for_any_weights_is_said(
    cells: tuple[float | None, ...], without: float, label: str
) -> None:
    draft = table({"city": {"services": 2, "privacy": 1}}, {"a": cells}, without={"city": without})
    (words,) = said(analysed(draft), "net.")
    assert words.endswith(label or ".")
    assert ("whatever the weights" in words) is bool(label)


def test_interests_of_no_weight_do_not_count_for_what_holds_for_any_weights() -> None:
    draft = table({"city": {"services": 2, "privacy": 0}}, {"a": (1, -3)})
    assert "never loses" in said(analysed(draft), "net.")[0]


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ((1, 1), "A: City gains (+1)."),
        ((1, 0.75), "A: City gains a little (+0.88)."),
        ((0.01, 0), "A: City gains a little (+0.01)."),
        ((0.001, 0), "A: City gains a little (just above 0)."),
        ((-0.001, 0), "A: City is worse off than without an agreement (just below 0), because of services."),
        ((-1, 1), "A: City is neither better nor worse off than without an agreement (0)."),
        ((-2, -2), "A: City is worse off than without an agreement (-2), because of services and privacy."),
        ((-3, 1), "A: City is worse off than without an agreement (-1), because of services."),
        ((1, None), "A: City: not yet known (-1 to +2), because privacy is not scored."),
        (
            (3, None),
            (
                "A: City does not lose; whether it gains is not yet known (0 to +3), because privacy is not "
                "scored."
            ),
        ),
        (
            (-3, None),
            (
                "A: City does not gain; whether it loses is not yet known (-3 to 0), because privacy is not "
                "scored."
            ),
        ),
        ((None, None), "A: City: not yet known (-3 to +3), because services and privacy are not scored."),
    ],
)
def test_a_net_value_is_said_in_words_first(cells: tuple[float | None, ...], words: str) -> None:
    draft = table({"city": {"services": 1, "privacy": 1}}, {"a": cells}, scale={"step": None})
    (said_of_it,) = said(analysed(draft), "net.")
    assert said_of_it.partition(" It never")[0] == words


def test_who_loses_without_a_negative_score_loses_because_it_has_more_without() -> None:
    draft = table({"city": {"services": 1, "privacy": 1}}, {"a": (1, 0)}, without={"city": 1})
    words = said(analysed(draft), "net.")[0]
    assert words.startswith(
        "A: City is worse off than without an agreement (-0.5), because it has more without one."
    )


def test_the_most_negative_share_times_score_is_the_cause_not_the_most_negative_score() -> None:
    draft = table({"city": {"services": 5, "privacy": 1, "cost": 0}}, {"a": (-1, -3, -3)})
    assert "because of services." in said(analysed(draft), "net.")[0]


def test_a_net_value_answers_why_down_to_scores_weights_and_what_there_is_without() -> None:
    draft = table({"city": {"services": 2, "privacy": 1}}, {"a": (1, None)}, without={"city": 0.5})
    (finding,) = [each for each in analysed(draft).findings if each.id == "win_win.net.d.a.city"]
    assert [(each.name, each.value, each.address) for each in finding.inputs] == [
        ("services: score", 1, "drafts/d/scenarios/a/scores/services"),
        ("services: weight", 2, "drafts/d/stakeholders/city/interests/services/weight"),
        ("privacy: score", None, "drafts/d/scenarios/a/scores/privacy"),
        ("privacy: weight", 1, "drafts/d/stakeholders/city/interests/privacy/weight"),
        ("City: value without an agreement", 0.5, "drafts/d/stakeholders/city/reservation_value"),
    ]
    assert (finding.value, finding.unit) == (None, "points on the scale")
