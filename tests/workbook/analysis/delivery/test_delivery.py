"""All that is found on whether a design delivers, as whole findings."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import builders
from tests.workbook.analysis.delivery.small import LIBRARY, TODAY, one_scenario, trial
from workbook.analysis.delivery.findings import delivery, prepared, scenario_delivery
from workbook.analysis.delivery.words import day, inside, joined, sentence, written
from workbook.editing import NoSuchPlaceError, get, read_address
from workbook.model.draft import Draft
from workbook.model.workbook import Workbook


def leads_somewhere(draft: Draft, address: str) -> bool:
    """Whether it leads to a place in the draft, or just below one that could be filled."""
    steps = read_address(address)
    for where in (steps, steps[:-1]):
        try:
            get(Workbook(drafts=(draft,)), where)
        except NoSuchPlaceError:
            continue
        return True
    return False


@settings(max_examples=20)
@given(builders.drafts(), st.dates(dt.date(2020, 1, 1), dt.date(2040, 1, 1)))
def test_everything_found_on_any_draft_is_a_whole_finding_of_its_own(draft: Draft, today: dt.date) -> None:
    found = delivery(draft, LIBRARY, (), today).findings
    assert len({finding.id for finding in found}) == len(found)
    for finding in found:
        assert finding.words.strip()
        assert finding.words.endswith((".", "!", "?"))
        assert finding.rule.endswith(".")
        assert finding.unit
        assert finding.citation
        assert finding.address is not None
        assert leads_somewhere(draft, finding.address)
        assert all(each.address is None or leads_somewhere(draft, each.address) for each in finding.inputs)
    assert delivery(draft, LIBRARY, (), today) == delivery(draft, LIBRARY, (), today)


def test_the_chosen_scenario_comes_first_then_those_in_which_something_is_written() -> None:
    draft = one_scenario()
    more = [
        {"id": "idle"},
        {"id": "begun", "costs": [{"id": "k"}]},
        {"id": "told", "benefits": [{"id": "b"}]},
    ]
    many = Draft.model_validate(
        {**draft.model_dump(by_alias=True, mode="json"), "scenarios": [*more, {"id": "trial"}]}
    )
    assert [each.id for each in prepared(many)] == ["trial", "begun", "told"]
    found = delivery(many, LIBRARY, (), TODAY)
    assert [each.scenario for each in found.scenarios] == ["trial", "begun", "told"]
    assert found.of("told") is not None
    assert found.of("idle") is None
    assert found.as_of == TODAY


def test_the_parts_of_a_scenario_follow_one_another_sums_first() -> None:
    draft = one_scenario(
        benefits=[{"id": "b"}],
        costs=[{"id": "k", "stakeholder": "city"}],
        alignment_actions=[{"id": "a", "owner": "Anna"}],
    )
    found = scenario_delivery(draft, trial(draft), LIBRARY, (), TODAY).findings
    assert [finding.id for finding in found] == [
        "delivery.benefits.d.trial",
        "delivery.benefit.d.b",
        "delivery.providers.d.trial",
        "delivery.costs.d.trial",
        "delivery.costs.d.trial.city",
        "delivery.actions.d.trial",
        "delivery.action.d.a",
        "delivery.owner.d.trial.1",
        "delivery.cases.d.trial",
        "delivery.case.d.trial.hospital",
        "delivery.case.d.trial.city",
    ]


def test_a_day_is_told_as_people_say_it() -> None:
    assert day(dt.date(2027, 9, 30)) == "30 September 2027"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("From 36 hours to 20.", "from 36 hours to 20"),
        ("IT was ready", "IT was ready"),
        ("Nepal first", "Nepal first"),
        ("A third", "a third"),
        ("At most: ten", "at most: ten"),
        ("  two  lines\n of it ", "two lines of it"),
        ("", ""),
    ],
)
def test_inside_a_sentence_only_names_keep_their_capital(text: str, words: str) -> None:
    assert inside(text) == words


def test_what_people_wrote_is_tidied_not_changed() -> None:
    assert written(" One.\n Two. ") == "One. Two"
    assert [sentence(each) for each in ("Go", "Go.", "Go?", "Say “go”")] == ["Go.", "Go.", "Go?", "Say “go”"]
    assert [joined(each) for each in ([], ["a"], ["a", "b"], ["a", "b, c", "d"])] == [
        "",
        "a",
        "a and b",
        "a, b, c and d",
    ]
