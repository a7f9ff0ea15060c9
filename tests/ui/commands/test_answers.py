"""The commands that answer questions: cases, show, analyse, compare. They show what the analysis finds."""

import datetime as dt
import json
from pathlib import Path

import pytest

from tests.ui.conftest import Type
from workbook.analysis.comparison import compare, subjects
from workbook.analysis.design import analyse
from workbook.analysis.finding import Finding
from workbook.analysis.win_win.contract import contract
from workbook.analysis.win_win.findings import win_win
from workbook.library.loader import load
from workbook.persistence.reading import read

FINDING_KEYS = {"id", "severity", "words", "value", "unit", "inputs", "rule", "citation", "address"}
INTENDED = {
    "cold-chain": "floraholland",
    "river-flood": "flowminder",
    "school-meals": "nys_food_traceability",
}


def test_cases_lists_all_eight_with_their_sources(typed: Type) -> None:
    answer = typed("cases")
    assert answer.status == 0
    for case in load().cases:
        assert case.id in answer.out
    assert "New York State (envisaged)" in answer.flat
    assert answer.flat.count("not characterised") == 5


@pytest.mark.parametrize("case", load().cases, ids=lambda case: case.id)
def test_a_case_is_shown_whole_with_what_is_not_reported(case: object, typed: Type) -> None:
    shown = next(each for each in load().cases if each is case)
    answer = typed("cases", shown.id)
    assert answer.status == 0
    assert "Not reported" in answer.out
    said = [shown.summary, *(step.text for step in shown.process), *(each.text for each in shown.lessons)]
    said += [each.text for each in shown.challenges] + list(shown.not_reported)
    for text in said:
        assert " ".join(text.split()) in answer.flat


def test_new_york_state_is_never_shown_without_saying_that_it_is_envisaged(typed: Type) -> None:
    assert "(envisaged)" in typed("cases", "nys_food_traceability").out.splitlines()[0]


def test_the_simulation_is_repeated_from_its_seed_and_asked_for_otherwise(example: Path, typed: Type) -> None:
    first = typed("analyse", example, "--draft", "river-flood", "--draws", 500, "--seed", 7, "--json").json
    again = typed("analyse", example, "--draft", "river-flood", "--draws", 500, "--seed", 7, "--json").json
    other = typed("analyse", example, "--draft", "river-flood", "--draws", 500, "--seed", 8, "--json").json
    assert first == again
    assert first != other
    robustness = first["drafts"]["river-flood"]["win_win"]["robustness"]
    assert (robustness["seed"], robustness["draws"]) == (7, 500)


def test_with_unknown_weights_no_pick_is_shown(example: Path, typed: Type) -> None:
    won = typed("analyse", example, "--weights", "unknown", "--json").json["drafts"]["cold-chain"]["win_win"]
    assert (won["nash"], won["leximin"], won["pareto"]) == (None, None, None)


@pytest.mark.parametrize("option", [("--draws", "99"), ("--seed", "-1")])
def test_settings_out_of_bounds_are_refused_in_one_line(
    option: tuple[str, str], example: Path, typed: Type
) -> None:
    answer = typed("analyse", example, *option)
    assert (answer.status, answer.out) == (1, "")
    assert answer.err == "--draws takes 100 to 1,000,000, --seed a whole number from 0 on.\n"


def test_an_unknown_case_is_refused_with_the_ids_there_are(typed: Type) -> None:
    answer = typed("cases", "atlantis")
    assert answer.status == 1
    assert answer.err.startswith("There is no case atlantis (there: floraholland,")


def test_cases_as_json_hold_the_dimensions_with_citations(typed: Type) -> None:
    (case,) = typed("cases", "floraholland", "--json").json["cases"]
    assert case["dimensions"]["orientation"]["mix"] == {
        "resource_dependence": 0.7,
        "social_issue": 0.3,
        "societal_sector": 0,
    }
    assert "Table 3" in case["dimensions"]["orientation"]["citation"]
    assert len(typed("cases", "--json").json["cases"]) == 8


def test_show_says_where_each_draft_stands(example: Path, typed: Type) -> None:
    answer = typed("show", example)
    for draft in read(example).workbook.drafts:
        assert analyse(draft, load()).profile.platform.words in answer.flat.replace(" Platform ", " ")
    assert "Cold chain is nearest to FloraHolland" in answer.flat


def test_show_takes_several_files(example: Path, typed: Type, tmp_path: Path) -> None:
    other = tmp_path / "other.partnership"
    typed("new", other)
    files = typed("show", example, other, "--json").json["files"]
    assert [len(each["drafts"]) for each in files] == [3, 1]
    assert files[0]["drafts"]["cold-chain"]["nearest"] == ["floraholland"]
    assert set(files[0]["drafts"]["cold-chain"]["stage"]) == FINDING_KEYS
    (empty,) = files[1]["drafts"].values()
    assert empty["nearest"] == []
    assert empty["platform"]["value"] is None


def test_analyse_as_json_is_what_the_analysis_finds_on_that_day(
    example: Path, typed: Type, monkeypatch: pytest.MonkeyPatch
) -> None:
    noon = dt.datetime(2027, 3, 1, 12, tzinfo=dt.UTC)
    monkeypatch.setattr("ui.commands.analyse.now", lambda: noon)
    drafts = typed("analyse", example, "--json").json["drafts"]
    workbook = read(example).workbook
    assert list(drafts) == [draft.id for draft in workbook.drafts]
    for draft in workbook.drafts:
        found = analyse(draft, load(), noon.date())
        said = drafts[draft.id]
        won = win_win(draft, load(), None, workbook.own_entries)
        findings = [Finding.model_validate(each) for each in said["findings"]]
        assert findings[: len(found.findings)] == list(found.findings)
        assert findings[len(found.findings) :][: len(won.findings)] == list(won.findings)
        assert {key: said["win_win"][key] for key in contract(won)} == json.loads(json.dumps(contract(won)))
        assert set(said["win_win"]["robustness"]["scenarios"]) == {each.id for each in draft.scenarios}
        assert all(set(each) == FINDING_KEYS for each in said["findings"])
        assert said["profile"]["leaders"] == list(found.profile.leaders)
        assert said["completeness"]["framing"]["state"] == found.completeness[0].state


def test_analyse_in_words_gives_the_rule_and_the_source(example: Path, typed: Type) -> None:
    answer = typed("analyse", example, "--draft", "school-meals")
    assert "the room is split (4 / 0 / 4)" in answer.flat
    assert "1 dimension is still open: Dependencies." in answer.flat
    assert "Why: The mean of the mixes over the dimensions that are characterised" in answer.flat
    assert "Susha et al. 2019, Table 1" in answer.flat
    assert "Cold chain" not in answer.flat


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("analyse", "--draft", "x"), "there is no draft x (there: cold-chain, river-flood, school-meals)"),
        (("compare", "--draft", "x"), "there is no draft x (there: cold-chain, river-flood, school-meals)"),
        (("compare", "--case", "x"), "there is no case x (there: floraholland, flowminder,"),
    ],
)
def test_an_unknown_id_is_refused_naming_file_and_what_is_there(
    arguments: tuple[str, ...], sentence: str, example: Path, typed: Type
) -> None:
    command, *options = arguments
    answer = typed(command, example, *options)
    assert answer.status == 1
    assert answer.err.startswith(f"{example}: {sentence}")
    assert answer.err.count("\n") == 1


def test_compare_names_the_intended_case_as_nearest_and_says_why(example: Path, typed: Type) -> None:
    answer = typed("compare", example)
    library, workbook = load(), read(example).workbook
    comparison = compare(subjects(workbook, library), library, workbook.own_entries)
    for draft, case in INTENDED.items():
        (near,) = [each for each in comparison.nearest if each.draft == draft]
        assert near.cases == (case,)
        assert near.finding.words in answer.flat
        assert comparison.pair(draft, case).finding.words in answer.flat


def test_compare_as_json_keeps_its_contract(example: Path, typed: Type) -> None:
    said = typed("compare", example, "--json").json
    ids = [column["id"] for column in said["columns"]]
    assert ids == [*INTENDED, *INTENDED.values()]
    assert [column["kind"] for column in said["columns"]] == ["draft"] * 3 + ["case"] * 3
    assert all(set(column) == {"id", "kind", "name"} for column in said["columns"])
    assert [(pair["a"], pair["b"]) for pair in said["pairs"]] == [
        (ids[i], ids[j]) for i in range(6) for j in range(i + 1, 6)
    ]
    keys = {"a", "b", "similarity", "dimensions_compared", "by_dimension", "explanation"}
    assert all(set(pair) == keys for pair in said["pairs"])
    assert said["nearest"] == {draft: [case] for draft, case in INTENDED.items()}
    assert set(said["groups"]) >= {"drivers", "process", "mechanisms", "government_roles", "challenges"}


def test_compare_gives_the_published_cases_the_figures_worked_out_by_hand(example: Path, typed: Type) -> None:
    # By hand from the coding of Tables 3 to 5: shared parts summed over eight dimensions, divided by eight.
    by_hand = {
        ("floraholland", "flowminder"): 0.1625,
        ("floraholland", "nys_food_traceability"): 0.25,
        ("flowminder", "nys_food_traceability"): 0.275,
    }
    pairs = {(pair["a"], pair["b"]): pair for pair in typed("compare", example, "--json").json["pairs"]}
    for pair, figure in by_hand.items():
        assert pairs[pair]["similarity"] == figure
        assert pairs[pair]["dimensions_compared"] == 8


def test_compare_of_one_draft_with_one_case_is_just_that(example: Path, typed: Type) -> None:
    said = typed("compare", example, "--draft", "river-flood", "--case", "nyc311", "--json").json
    assert [column["id"] for column in said["columns"]] == ["river-flood", "nyc311"]
    (pair,) = said["pairs"]
    assert (pair["similarity"], pair["dimensions_compared"]) == (None, 0)
    assert said["nearest"] == {"river-flood": []}
    assert "cannot be compared" in pair["explanation"]
