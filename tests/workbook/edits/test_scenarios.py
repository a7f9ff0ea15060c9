"""A copy of a scenario stands on its own feet."""

import itertools

import pytest

from tests.builders import three_drafts
from workbook.editing import NoSuchPlaceError
from workbook.edits.scenarios import duplicate_scenario, put_with_entries
from workbook.model.scenarios import ChosenMechanism
from workbook.model.workbook import OwnEntry, Workbook

CHOSEN = "cp4dvxdp2"


@pytest.fixture
def example() -> Workbook:
    return three_drafts()


def copied(workbook: Workbook) -> Workbook:
    numbers = itertools.count(1)
    return duplicate_scenario(workbook, "cold-chain", CHOSEN, lambda letter: f"{letter}new{next(numbers)}")


def test_the_copy_stands_behind_the_original(example: Workbook) -> None:
    names = [each.name for each in copied(example).draft("cold-chain").scenarios]
    assert names[1:3] == [
        "Arrival notice with a temperature summary",
        "Arrival notice with a temperature summary (copy)",
    ]


def test_everything_in_the_copy_has_an_id_of_its_own_and_says_the_same(example: Workbook) -> None:
    draft = copied(example).draft("cold-chain")
    original, copy = draft.scenarios[1:3]
    assert not {item.id for item in original.items()} & {item.id for item in copy.items()}
    assert [each.text for each in copy.benefits] == [each.text for each in original.benefits]
    assert [each.id[0] for each in copy.items()] == [*"bbbbb", *"kkk", *"aaa"]
    assert copy.scores == original.scores
    assert copy.mechanisms == original.mechanisms
    assert copy.data_flows == original.data_flows


def test_the_choice_stays_with_the_original(example: Workbook) -> None:
    assert copied(example).draft("cold-chain").chosen_scenario == CHOSEN


def test_a_scenario_without_a_name_gets_one_that_says_so(example: Workbook) -> None:
    nameless = example.drafts[0].scenarios[0].replace(name=" ")
    draft = example.drafts[0].replace(scenarios=(nameless,), chosen_scenario=None)
    after = duplicate_scenario(Workbook(drafts=(draft,)), draft.id, nameless.id)
    assert after.drafts[0].scenarios[1].name == "Scenario (copy)"


def test_what_is_not_there_cannot_be_copied(example: Workbook) -> None:
    with pytest.raises(NoSuchPlaceError):
        duplicate_scenario(example, "cold-chain", "nobody")


def test_an_entry_of_the_rooms_own_comes_with_what_points_at_it(example: Workbook) -> None:
    entry = OwnEntry(id="onew", catalogue="mechanisms", name="A bet")
    at = ("drafts", "cold-chain", "scenarios", CHOSEN, "mechanisms")
    after = put_with_entries(example, at, (ChosenMechanism(mechanism="onew"),), (entry,))
    assert after.own_entries[-1] == entry
    assert after.draft("cold-chain").scenarios[1].mechanisms[0].mechanism == "onew"
    assert put_with_entries(example, at, (), ()).own_entries == example.own_entries
