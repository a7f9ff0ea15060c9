"""The verdict on a scenario: classes, red lines, who counts, and what is left open."""

import pytest

from tests.workbook.analysis.win_win.tables import Cell, analysed, answer, one_each, said, table

OPEN = None


@pytest.mark.parametrize(
    ("cells", "acceptable", "win_win", "all_gain", "kind"),
    [
        ((1, 1), True, True, True, "win-win"),
        ((1, 0), True, True, False, "win-win"),
        ((0, 0), True, False, False, "neutral"),
        ((1, -1), False, False, False, "trade-off"),
        ((0, -1), False, False, False, "loss-only"),
        ((-1, -1), False, False, False, "loss-only"),
        ((1, OPEN), None, None, None, "undetermined"),
        ((0, OPEN), None, None, False, "undetermined"),
        ((-1, OPEN), False, False, False, "undetermined"),  # a trade-off or only losses
        ((OPEN, OPEN), None, None, None, "undetermined"),
        ((1, -1, OPEN), False, False, False, "trade-off"),
        ((0, -1, OPEN), False, False, False, "undetermined"),
        ((1, 0, OPEN), None, None, False, "undetermined"),
    ],
)
def test_verdict_and_class(
    cells: tuple[Cell, ...], acceptable: object, win_win: object, all_gain: object, kind: str
) -> None:
    found = answer(one_each({"x": cells}))
    flags = tuple(found[key]["x"] for key in ("acceptable", "win_win", "all_gain", "class"))
    assert flags == (acceptable, win_win, all_gain, kind)


@pytest.mark.parametrize(
    ("cells", "without", "expected"),
    [
        ((1, OPEN), -3, (True, True, None, "win-win")),  # b has from 0 to 6: it does not lose
        ((0, OPEN), -3, (True, None, False, "undetermined")),  # acceptable, perhaps only neutral
        ((0, OPEN), 3, (None, False, False, "undetermined")),  # b cannot gain: neutral or only losses
        ((-1, OPEN), 3, (False, False, False, "loss-only")),  # nobody can gain, a surely loses
        ((1, OPEN), 3, (None, None, False, "undetermined")),
    ],
)
def test_a_verdict_is_known_as_soon_as_nothing_missing_can_change_it(
    cells: tuple[Cell, ...], without: float, expected: tuple[object, ...]
) -> None:
    found = answer(one_each({"x": cells}, without={"b": without}))
    assert tuple(found[key]["x"] for key in ("acceptable", "win_win", "all_gain", "class")) == expected


@pytest.mark.parametrize(
    ("cells", "surplus", "words"),
    [
        (
            (2, -1),
            1,
            (
                "X: Value is created (1 point together), but it needs a transfer. Together those who gain "
                "could make good all losses."
            ),
        ),
        (
            (1, -1),
            0,
            (
                "X: Zero-sum: what some gain is what the others lose. Together those who gain could make "
                "good all losses."
            ),
        ),
        ((1, -2), -1, "X: It destroys value: those who gain could not make good what the others lose."),
        ((1, -2, OPEN), [-4, 2], "X: Whether value is created or destroyed is not yet known."),
    ],
)
def test_a_trade_off_says_what_it_makes_of_the_table_as_a_whole(
    cells: tuple[Cell, ...], surplus: object, words: str
) -> None:
    draft = one_each({"x": cells})
    assert answer(draft)["surplus"]["x"] == surplus
    assert said(analysed(draft), "surplus.") == [words]


def test_only_a_trade_off_gets_words_about_its_surplus() -> None:
    assert not said(analysed(one_each({"x": (1, 1), "y": (-1, -1), "z": (0, 0)})), "surplus.")


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ((1, 1, 1), "X: Win-win: everyone gains."),
        ((1, 1, 0), "X: Win-win: nobody loses, 2 of 3 gain."),
        ((1, 0, 0), "X: Win-win: nobody loses, 1 of 3 gains."),
        ((0, 0, 0), "X: Nobody gains and nobody loses: it makes no difference to the parties."),
        (
            (1, -1, -2),
            (
                "X: 1 of 3 gains; B is worse off than without an agreement, because of b1; C is worse off "
                "than without an agreement, because of c1."
            ),
        ),
        (
            (0, -1, 0),
            (
                "X: Nobody gains; B is worse off than without an agreement, because of b1. Worse than no "
                "agreement."
            ),
        ),
        (
            (1, 0, OPEN),
            "X: Not yet known: at least 1 of 3 gains; C is not yet known, because c1 is not scored.",
        ),
        ((0, 0, OPEN), "X: Not yet known: C is not yet known, because c1 is not scored."),
    ],
)
def test_the_verdict_in_words(cells: tuple[Cell, ...], words: str) -> None:
    assert said(analysed(one_each({"x": cells})), "verdict.") == [words]


def test_the_sentence_of_the_issue() -> None:
    holders = {"a": {"a1": 1}, "b": {"b1": 1}, "c": {"c1": 1}, "city": {"services": 1, "privacy": 1}}
    draft = table(holders, {"x": (1, 1, 1, 1, -2)})
    assert said(analysed(draft), "verdict.") == [
        "X: 3 of 4 gain; City is worse off than without an agreement, because of privacy."
    ]


@pytest.mark.parametrize("cell", [-2, 0, 2, None])
def test_a_single_party_never_hears_the_word_win_win(cell: Cell) -> None:
    found = analysed(one_each({"x": (cell,), "y": (1,)}))
    shown = [finding.words for finding in found.findings if not finding.id.startswith("win_win.rule")]
    shown += [str(finding.value) for finding in found.findings]
    assert not [words for words in shown if "win-win" in words.lower()]


def test_the_formulas_apply_to_a_single_party_all_the_same() -> None:
    found = answer(one_each({"x": (2,)}))
    assert (found["win_win"]["x"], found["class"]["x"], found["nash"]) == (True, "win-win", ["x"])


def test_a_neutral_scenario_is_never_called_a_win_win() -> None:
    found = analysed(one_each({"x": (0, 0)}))
    assert not [words for words in said(found, "verdict.") if "win-win" in words.lower()]
    assert answer(one_each({"x": (0, 0)}))["win_win"]["x"] is False


def test_without_a_party_there_is_no_verdict() -> None:
    draft = one_each({"x": (1, -1)}, standing={"a": "affected", "b": "context"})
    found = answer(draft)
    assert found["net"]["x"] == {"a": 1}
    for key in ("acceptable", "win_win", "all_gain", "class", "surplus"):
        assert found[key]["x"] is None, key
    for rule in ("pareto", "maximin", "leximin", "nash", "ks", "utilitarian", "utilitarian_acceptable"):
        assert found[rule] is None, rule
    assert said(analysed(draft), "pick.") == ["No verdict: nobody is a party yet."]


# ------------------------------------------------------------------------------------------------- who counts


def test_verdicts_range_over_parties_and_name_who_is_harmed_without_a_seat() -> None:
    draft = one_each({"x": (1, 1, -2), "y": (1, 1, 2)}, standing={"c": "affected"})
    found = answer(draft)
    assert found["class"] == {"x": "win-win", "y": "win-win"}
    assert found["all_gain"]["x"] is True
    assert found["surplus"]["x"] == 2
    assert found["loses"]["x"]["c"] is True
    assert found["pareto"] == ["x", "y"]  # equal for the parties
    words = analysed(draft)
    assert said(words, "harm.") == [
        "X harms someone who is not at the table: C is worse off than without an agreement, because of c1."
    ]
    assert said(words, "verdict.")[0] == (
        "X: Win-win: everyone gains. But it harms someone who is not at the table: C."
    )


def test_the_affected_get_a_repair_that_a_party_may_pay_for() -> None:
    found = answer(one_each({"x": (3, 1, -2, 3)}, standing={"c": "affected", "d": "affected"}))
    assert found["fixes"]["x"] == {
        "c": {
            "deficit": 2,
            "raise_to_whole": {"interest": "c1", "from": -2, "to": 0},
            "raise_to_gain": {"interest": "c1", "from": -2, "to": 1},
            "payer": "a",
        }
    }
    assert found["single_change"]["x"] is None  # among the parties nobody loses


# ------------------------------------------------------------------------------------------------- red lines


def test_a_crossed_red_line_is_not_bought_off() -> None:
    draft = table({"a": {"gain": 9, "line": 1}, "b": {"b1": 1}}, {"x": (3, -1, 1)}, red_lines={"line": 0})
    found = answer(draft)
    assert found["gains"]["x"] == {"a": True, "b": True}
    flags = tuple(found[key]["x"] for key in ("acceptable", "win_win", "all_gain", "class"))
    assert flags == (False, False, True, "red-line")
    assert (found["nash"], found["ks"], found["utilitarian_acceptable"]) == ([], [], [])
    assert found["maximin"] == found["utilitarian"] == ["x"]
    words = analysed(draft)
    assert said(words, "verdict.") == [
        (
            "X: Not acceptable: by net value everyone gains, but it crosses a red line of A: line is -1,"
            " and 0 is the lowest accepted."
        )
    ]
    assert said(words, "red_line.") == [
        "X: it crosses a red line of A: line is -1, and 0 is the lowest accepted."
    ]
    assert said(words, "pick.")[0].endswith("It would need line at 0 or above.")


def test_a_score_on_the_red_line_does_not_cross_it() -> None:
    draft = table({"a": {"gain": 9, "line": 1}, "b": {"b1": 1}}, {"x": (3, -1, 1)}, red_lines={"line": -1})
    assert answer(draft)["class"]["x"] == "win-win"
    assert not said(analysed(draft), "red_line.")


def test_an_unscored_cell_below_which_a_line_may_be_crossed_leaves_the_verdict_open() -> None:
    draft = table({"a": {"gain": 9, "line": 0}, "b": {"b1": 1}}, {"x": (3, None, 1)}, red_lines={"line": 0})
    found = answer(draft)
    flags = tuple(found[key]["x"] for key in ("acceptable", "win_win", "all_gain", "class"))
    assert flags == (None, None, True, "undetermined")
    assert found["nash"] == {"necessary": [], "possible": ["x"]}
    assert found["utilitarian"] == {"necessary": ["x"], "possible": ["x"]}
    assert found["ks"] is None
    words = analysed(draft)
    assert said(words, "verdict.") == [
        (
            "X: Not yet known: everyone gains; it may cross a red line of A: line is not scored, and 0 "
            "is the lowest accepted."
        )
    ]
    assert words.question is not None
    assert words.question.words == "Ask A for the score of line in X: it may cross a red line."


def test_what_may_cross_a_red_line_is_not_yet_neutral() -> None:
    draft = table({"a": {"gain": 9, "line": 0}, "b": {"b1": 1}}, {"x": (0, None, 0)}, red_lines={"line": 0})
    found = answer(draft)
    assert (found["class"]["x"], found["acceptable"]["x"], found["win_win"]["x"]) == (
        "undetermined",
        None,
        False,
    )


def test_a_red_line_at_the_bottom_of_the_scale_cannot_be_crossed() -> None:
    draft = table({"a": {"gain": 9, "line": 0}}, {"x": (3, None)}, red_lines={"line": -3})
    assert answer(draft)["acceptable"]["x"] is True


def test_a_red_line_above_the_scale_is_crossed_by_any_score_and_by_none() -> None:
    draft = table({"a": {"line": 0}, "b": {"b1": 1}}, {"x": (3, 1), "y": (None, 1)}, red_lines={"line": 4})
    found = answer(draft)
    assert found["acceptable"] == {"x": False, "y": False}
    assert said(analysed(draft), "red_line.") == [
        "X: it crosses a red line of A: line is 3, and 4 is the lowest accepted.",
        "Y: it crosses a red line of A: nothing on the scale satisfies line, and 4 is the lowest accepted.",
    ]


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        ((-1, 3, 1), "trade-off"),  # a loses by net value as well
        ((-1, 0, 0), "loss-only"),
        ((-1, 1, 0), "red-line"),  # nobody loses, nobody gains, a line is crossed: not neutral
    ],
)
def test_with_a_red_line_crossed_the_net_values_still_say_who_loses(
    cells: tuple[Cell, ...], kind: str
) -> None:
    weights = {"trade-off": (3, 1), "loss-only": (1, 1), "red-line": (1, 1)}[kind]
    holders = {"a": {"line": weights[0], "gain": weights[1]}, "b": {"b1": 1}}
    if kind == "trade-off":
        cells = (-2, 3, 1)
    assert answer(table(holders, {"x": cells}, red_lines={"line": 0}))["class"]["x"] == kind


def test_a_red_line_of_somebody_affected_is_said_and_decides_nothing() -> None:
    draft = one_each({"x": (1, 1, -1)}, standing={"c": "affected"}, red_lines={"c1": 0})
    assert answer(draft)["class"]["x"] == "win-win"
    assert said(analysed(draft), "red_line.") == [
        "X: it crosses a red line of C: c1 is -1, and 0 is the lowest accepted. C is not at the table."
    ]


def test_being_beaten_by_a_scenario_that_crosses_a_red_line_says_so() -> None:
    draft = table(
        {"a": {"gain": 9, "line": 1}, "b": {"b1": 1}},
        {"x": (3, -1, 1), "y": (1, 0, 1)},
        red_lines={"line": 0},
    )
    assert said(analysed(draft), "beaten.") == [
        (
            "Y is beaten: X is at least as good for every party and better for one. But net values know "
            "no red lines, and one may be crossed there."
        )
    ]
    assert said(analysed(draft), "pick.")[0].startswith("Y. Win-win: everyone gains.")
