"""Hospital, City and Vendor, typed in by hand: the window, the command and the report say the same.

All figures here were worked out on paper:

    Hospital: quality counts 3, cost 1. City: services 1, privacy 1. Vendor: revenue 2, reputation 1, and 0.5
    without an agreement.
    Full pooling: (3*2 - 1)/4 = 5/4; (2 - 3)/2 = -1/2; 2*3/3 - 1/2 = 3/2.
    Trusted intermediary: 3/4; 1; (2 + 1)/3 - 1/2 = 1/2.
    Aggregates only: (3 - 2)/4 = 1/4; 1; (2 + x)/3 - 1/2 with x from -3 to 3: from -5/6 to 7/6.
"""

import json
from collections.abc import Callable
from functools import reduce
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from pytestqt.qtbot import QtBot

from tests.exports.reports import ReadBack
from tests.exports.test_libreoffice import pytestmark as needs_libreoffice
from tests.exports.test_libreoffice import recalculated
from tests.whole.painted_words import visible_in, words_painted_on
from tests.whole.typing_by_hand import CONTROL, PARTIES, SCENARIOS, Key, click, step_to, type_the_example
from tests.whole.window import Opened, open_window, wait_until
from ui.cli import main
from ui.pages.scores.table import ScoreTable
from ui.widgets.item_row import ItemRow
from ui.widgets.weight_pills import WeightPills
from workbook.model.draft import Draft
from workbook.model.workbook import Workbook

FLAT = str.maketrans({"\u00a0": " ", "\u2212": "-", "\u2019": "'"})

FULL, TRUSTED, AGGREGATES = SCENARIOS


@pytest.fixture(scope="module", name="example")
def example_typed(tmp_path_factory: pytest.TempPathFactory, qapp: object) -> Workbook:
    """A new workbook into which the whole example was typed: once for all tests here."""
    del qapp
    opened = open_window(None, tmp_path_factory.mktemp("typed"), Workbook())
    type_the_example(opened)
    opened.window.close()
    return opened.document.workbook


@pytest.fixture
def typed(qtbot: QtBot, tmp_path: Path, example: Workbook) -> Opened:
    """The window with what was typed."""
    return open_window(qtbot, tmp_path, example)


# --------------------------------------------------------------------------------------------- reading it


def draft_of(opened: Opened) -> Draft:
    assert opened.document.draft is not None
    return opened.document.draft


def on_screen(opened: Opened) -> str:
    """Everything that is written on the page, as one text."""
    said = " ".join(words.text for words in words_painted_on(visible_in(opened.view)))
    return " ".join(said.translate(FLAT).split()).replace(" :", ":")


def saved(opened: Opened, tmp_path: Path) -> Path:
    path = tmp_path / "worked.partnership"
    opened.answers.saves = [path]
    opened.press(Key.Key_S, CONTROL)
    wait_until(lambda: not opened.session.is_saving)
    return path


def analysed(path: Path, capsys: pytest.CaptureFixture[str]) -> Any:  # noqa: ANN401 - whatever was answered
    """What `analyse --json` says of the one draft under `win_win`, with names in place of ids."""
    capsys.readouterr()
    assert main(["analyse", str(path), "--json"]) == 0
    text = capsys.readouterr().out
    draft = Workbook.model_validate(json.loads(path.read_text("utf-8"))["workbook"]).drafts[0]
    names = {scenario.id: scenario.name for scenario in draft.scenarios}
    for party in draft.stakeholders:
        names[party.id] = party.name
        names |= {interest.id: interest.text for interest in party.interests}
    for key, name in names.items():
        text = text.replace(f'"{key}"', f'"{name}"')
    return json.loads(text)["drafts"][draft.id]["win_win"]


def reported(path: Path, tmp_path: Path) -> Path:
    to = tmp_path / "worked.xlsx"
    assert main(["export", str(path), "--to", str(to)]) == 0
    return to


def test_what_was_typed_is_the_example(typed: Opened) -> None:
    draft = draft_of(typed)
    weights = {
        party.name: {each.text: each.weight for each in party.interests} for party in draft.stakeholders
    }
    assert weights == PARTIES
    assert [party.reservation_value for party in draft.stakeholders] == [0, 0, 0.5]
    keys = [interest.id for party in draft.stakeholders for interest in party.interests]
    for scenario, values in zip(draft.scenarios, SCENARIOS.values(), strict=True):
        given = {score.interest: score.value for score in scenario.scores}
        assert [given.get(key) for key in keys] == [float(value) if value else None for value in values]


# ---------------------------------------------------------------------------------------------- on the screen


def test_the_scores_say_what_each_party_comes_to(typed: Opened) -> None:
    step_to(typed, "Scores")
    wait_until(lambda: "gains 1.25" in on_screen(typed))
    verdicts = typed.find(ScoreTable).scores.verdicts
    draft = draft_of(typed)
    assert [
        [verdicts[scenario.id, party.id].sized for party in draft.stakeholders]
        for scenario in draft.scenarios
    ] == [
        ["gains 1.25", "loses 0.5", "gains 1.5"],
        ["gains a little 0.75", "gains 1", "gains a little 0.5"],
        ["gains a little 0.25", "gains 1", "not yet known"],
    ]


def test_each_stakeholder_sees_what_the_scenarios_mean_for_it(typed: Opened) -> None:
    step_to(typed, "Stakeholders")
    click(typed, "City", ItemRow)
    said = on_screen(typed)
    assert "What the scenarios mean for City so far" in said
    assert f"{FULL} loses {TRUSTED} gains {AGGREGATES} gains" in said


def test_the_picture_shows_every_net_value_and_what_to_do_next(typed: Opened) -> None:
    step_to(typed, "Win-win")
    said = on_screen(typed)
    assert f"{TRUSTED} is a win-win: everyone gains." in said
    assert f"{FULL}: 2 of 3 gain; City is worse off than without an agreement, because of privacy." in said
    for row in (
        "Trade-off 1 of 3 loses +1.25 -0.5 +1.5",
        "Win-win everyone gains +0.75 +1 +0.5",
        "Not yet known 1 score missing +0.25 +1 ?",
    ):
        assert row in said
    assert f"{FULL}: one change would bring City in: services from 2 to 3; then it is a win-win." in said
    assert f"Ask Vendor for the score of reputation in {AGGREGATES}" in said


def test_which_to_choose_tells_what_is_sure_from_what_is_possible(typed: Opened) -> None:
    step_to(typed, "Win-win")
    click(typed, "Which to choose")
    click(typed, "Other ways to choose")
    said = on_screen(typed)
    assert "Whoever is worst off, Vendor, has +0.5: no other win-win is better" in said
    for answer in (
        f"Best for whoever is worst off: {TRUSTED}.",
        f"Most even from the bottom up: {TRUSTED}.",
        f"Largest product of gains: {TRUSTED}.",
        "Closest to what each could have: not shown yet",
        f"Largest sum: no scenario surely; possibly {FULL}, {TRUSTED} and {AGGREGATES}.",
        f"Largest sum in which nobody loses: no scenario surely; possibly {TRUSTED} and {AGGREGATES}.",
        f"Not beaten: surely {FULL} and {TRUSTED}, possibly also {AGGREGATES}.",
        "No scenario is beaten by another.",
        f"{FULL}: one change would bring City in: services from 2 to 3; then it is a win-win.",
        (
            f"{FULL}: City lacks 0.5 points: services from 2 to 3 would leave it no worse off, "
            "privacy from -3 to -1 would let it gain; Vendor could pay for it."
        ),
        f"{FULL}: Value is created (2.25 points together), but it needs a transfer.",
    ):
        assert answer in said


# ------------------------------------------------------------------------------------- command and report


def test_the_command_answers_with_the_figures_worked_out_by_hand(
    typed: Opened, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = analysed(saved(typed, tmp_path), capsys)
    del found["robustness"]
    assert found == {
        "net": {
            FULL: {"Hospital": 1.25, "City": -0.5, "Vendor": 1.5},
            TRUSTED: {"Hospital": 0.75, "City": 1, "Vendor": 0.5},
            AGGREGATES: {"Hospital": 0.25, "City": 1, "Vendor": [-0.833333333, 1.166666667]},
        },
        "gains": {
            FULL: {"Hospital": True, "City": False, "Vendor": True},
            TRUSTED: {"Hospital": True, "City": True, "Vendor": True},
            AGGREGATES: {"Hospital": True, "City": True, "Vendor": None},
        },
        "loses": {
            FULL: {"Hospital": False, "City": True, "Vendor": False},
            TRUSTED: {"Hospital": False, "City": False, "Vendor": False},
            AGGREGATES: {"Hospital": False, "City": False, "Vendor": None},
        },
        "acceptable": {FULL: False, TRUSTED: True, AGGREGATES: None},
        "win_win": {FULL: False, TRUSTED: True, AGGREGATES: None},
        "all_gain": {FULL: False, TRUSTED: True, AGGREGATES: None},
        "class": {FULL: "trade-off", TRUSTED: "win-win", AGGREGATES: "undetermined"},
        "surplus": {FULL: 2.25, TRUSTED: 2.25, AGGREGATES: [0.416666667, 2.416666667]},
        "dominated_by": {FULL: [], TRUSTED: [], AGGREGATES: []},
        "fixes": {
            FULL: {
                "City": {
                    "deficit": 0.5,
                    "raise_to_whole": {"interest": "services", "from": 2, "to": 3},
                    "raise_to_gain": {"interest": "privacy", "from": -3, "to": -1},
                    "payer": "Vendor",
                }
            },
            TRUSTED: {},
            AGGREGATES: {},
        },
        "single_change": {
            FULL: {
                "stakeholder": "City",
                "interest": "services",
                "from": 2,
                "to": 3,
                "then_win_win": True,
            },
            TRUSTED: None,
            AGGREGATES: None,
        },
        "pareto": {"necessary": [FULL, TRUSTED], "possible": [FULL, TRUSTED, AGGREGATES]},
        "maximin": {"necessary": [TRUSTED], "possible": [TRUSTED]},
        "leximin": {"necessary": [TRUSTED], "possible": [TRUSTED]},
        "nash": {"necessary": [TRUSTED], "possible": [TRUSTED]},
        "ks": None,
        "utilitarian": {"necessary": [], "possible": [FULL, TRUSTED, AGGREGATES]},
        "utilitarian_acceptable": {"necessary": [], "possible": [TRUSTED, AGGREGATES]},
    }


def test_the_missing_score_given_makes_it_a_trade_off_that_the_intermediary_beats(
    typed: Opened, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    step_to(typed, "Win-win")
    click(typed, "Ask it")
    assert typed.page == "scores"
    typed.write("-1")
    step_to(typed, "Win-win")
    # (2 - 1)/3 - 1/2 = -1/6
    assert "Trade-off 1 of 3 loses +0.25 +1 -0.17" in on_screen(typed)
    found = analysed(saved(typed, tmp_path), capsys)
    assert found["net"][AGGREGATES]["Vendor"] == -0.166666667
    assert found["dominated_by"][AGGREGATES] == [TRUSTED]
    assert found["nash"] == found["ks"] == found["leximin"] == [TRUSTED]
    assert found["pareto"] == [FULL, TRUSTED]


@pytest.mark.parametrize(
    ("known", "chance"),
    [
        # 2 against -3: 2/(2 + 3) of all weights make City gain. With privacy first the means of the scores
        # in that order are -3 and -1/2: none do.
        ("Not known", 0.4),
        ("Their order only", 0),
    ],
)
def test_doubt_about_the_weights_of_the_city_gives_the_chances_worked_out_by_hand(
    typed: Opened, tmp_path: Path, capsys: pytest.CaptureFixture[str], known: str, chance: float
) -> None:
    step_to(typed, "Stakeholders")
    click(typed, "City", ItemRow)
    pills = typed.find(WeightPills, "“privacy”")
    pills.setFocus()
    typed.press(Key.Key_2)
    click(typed, known)
    assert "What is known of the weights" in on_screen(typed)
    exact = analysed(saved(typed, tmp_path), capsys)["robustness"]["exact"]
    assert exact["parties"][FULL]["City"]["gains"] == pytest.approx(chance, abs=1e-12)


def test_the_report_holds_the_same_verdicts_and_net_values(typed: Opened, tmp_path: Path) -> None:
    report = ReadBack(reported(saved(typed, tmp_path), tmp_path))
    nets = {
        (row["Scenario"], row["Stakeholder"]): (row["Net value, at least"], row["Net value, at most"])
        for row in report.rows("Net values")
    }
    assert nets == {
        (FULL, "Hospital"): (1.25, 1.25),
        (FULL, "City"): (-0.5, -0.5),
        (FULL, "Vendor"): (1.5, 1.5),
        (TRUSTED, "Hospital"): (0.75, 0.75),
        (TRUSTED, "City"): (1, 1),
        (TRUSTED, "Vendor"): (0.5, 0.5),
        (AGGREGATES, "Hospital"): (0.25, 0.25),
        (AGGREGATES, "City"): (1, 1),
        (AGGREGATES, "Vendor"): (-0.833333333, 1.166666667),
    }
    verdicts = {
        row["About"]: row["In words"]
        for row in report.rows("Win-win")
        if row["Question"] == "Who gains, who loses?"
    }
    assert verdicts == {
        FULL: f"{FULL}: 2 of 3 gain; City is worse off than without an agreement, because of privacy.",
        TRUSTED: f"{TRUSTED}: Win-win: everyone gains.",
        AGGREGATES: (
            f"{AGGREGATES}: Not yet known: at least 2 of 3 gain; Vendor is not yet known, because "
            "reputation is not scored."
        ),
    }
    (repair, single) = report.rows("Repairs")
    assert (repair["To be no worse off"], repair["To gain"]) == (
        "services from 2 to 3",
        "privacy from -3 to -1",
    )
    assert (repair["Points it lacks"], repair["Who could pay alone"]) == ("0.5", "Vendor")
    assert single["In words"] == (
        f"{FULL}: one change would bring City in: services from 2 to 3; then it is a win-win."
    )


# ---------------------------------------------------------------------------------- in the report, by formula


Cells = list[Any]


def live(path: Path) -> tuple[Cells, dict[str, Cells], dict[str, Cells]]:
    """Verdicts, and net values at least and at most by party, of the sheet to play with."""
    (sheet,) = (each for each in openpyxl.load_workbook(path, data_only=True) if is_live(each))
    rows: list[Cells] = [[cell.value for cell in row] for row in sheet.iter_rows()]
    heads = [row[0] for row in rows]
    low, high = heads.index("Net value, at least"), heads.index("Net value, at most")
    (verdict,) = (row[3:6] for row in rows if row[0] == "Verdict")
    least, most = (
        {str(row[0]): row[3:6] for row in rows[at + 1 : at + 1 + len(PARTIES)]} for at in (low, high)
    )
    return verdict, least, most


def is_live(sheet: Worksheet) -> bool:
    return str(sheet.title).startswith("Try it")


def only_with_libreoffice(test: Callable[..., None]) -> Callable[..., None]:
    """Left out where it is not installed, and unless asked for with -m long."""
    return reduce(lambda marked, mark: mark(marked), needs_libreoffice, test)


@only_with_libreoffice
def test_another_weight_in_the_file_gives_what_the_program_gives(typed: Opened, tmp_path: Path) -> None:
    original = reported(saved(typed, tmp_path), tmp_path)
    book = openpyxl.load_workbook(original)
    (sheet,) = (each for each in book if is_live(each))
    (weight,) = (row[1] for row in sheet.iter_rows() if str(row[0].value).endswith(" services"))
    assert weight.value == 1
    weight.value = 3
    book.save(tmp_path / "edited.xlsx")
    verdict, least, most = live(recalculated(tmp_path / "edited.xlsx", tmp_path / "office"))

    # Services now count three times as much as privacy: (3*2 - 3)/4 = 3/4, 1, (0 + 2)/4 = 1/2.
    assert [str(each)[2:] for each in verdict] == [
        "Win-win: everyone gains",
        "Win-win: everyone gains",
        "Not yet known",
    ]
    assert least["City"] == most["City"] == pytest.approx([0.75, 1, 0.5])
    assert least["Hospital"] == pytest.approx([1.25, 0.75, 0.25])
    assert least["Vendor"] == pytest.approx([1.5, 0.5, -0.833333333])
    assert most["Vendor"] == pytest.approx([1.5, 0.5, 1.166666667])

    # And so the window says when the same is typed there.
    step_to(typed, "Stakeholders")
    click(typed, "City", ItemRow)
    typed.find(WeightPills, "“services”").setFocus()
    typed.press(Key.Key_3)
    step_to(typed, "Win-win")
    said = on_screen(typed)
    for row in (
        "Win-win everyone gains +1.25 +0.75 +1.5",
        "Win-win everyone gains +0.75 +1 +0.5",
        "Not yet known 1 score missing +0.25 +0.5 ?",
    ):
        assert row in said
