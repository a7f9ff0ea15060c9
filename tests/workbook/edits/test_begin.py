"""Beginning a draft: empty, or from a case."""

import re
from collections.abc import Callable
from itertools import count

import pytest
from hypothesis import given, settings
from pydantic import ValidationError

from tests import builders
from workbook.edits.begin import add_draft, draft_from_case, empty_draft
from workbook.edits.ids import ALPHABET, new_id
from workbook.library.loader import load
from workbook.model.case import Case
from workbook.model.dimensions import Position
from workbook.model.draft import Draft
from workbook.model.workbook import Workbook

LIBRARY = load()
ALL_CASES = pytest.mark.parametrize("case", LIBRARY.cases, ids=lambda case: case.id)


def numbered() -> Callable[[str], str]:
    """Ids that are the same in every run: d1, s2, s3 ..."""
    numbers = count(1)
    return lambda letter: f"{letter}{next(numbers)}"


def test_an_id_is_a_letter_and_eight_characters_that_cannot_be_misread() -> None:
    made = {new_id("s") for _ in range(200)}
    assert len(made) == 200
    assert all(re.fullmatch(f"s[{ALPHABET}]{{8}}", each) for each in made)
    assert not set("lo01") & set(ALPHABET)


def test_in_an_empty_draft_nothing_is_said() -> None:
    assert empty_draft("Ours", numbered()) == Draft(id="d1", name="Ours")
    assert empty_draft().id != empty_draft().id


@ALL_CASES
def test_a_draft_from_a_case_stands_where_the_case_stands(case: Case) -> None:
    draft = draft_from_case(case)
    assert draft.begun_from is not None
    assert (draft.begun_from.kind, draft.begun_from.id) == ("case", case.id)
    for dimension, reported in case.dimensions.positions().items():
        position = draft.dimensions.positions()[dimension]
        assert position.mix == reported.mix
        assert position.characterisation == reported.reported
        assert position.evidence == reported.citation
        assert (position.confidence == "documented") == bool(reported.reported)


@ALL_CASES
def test_a_draft_from_a_case_names_the_same_parties_with_their_roles(case: Case) -> None:
    carried = [(each.name, each.sector, each.roles) for each in draft_from_case(case).stakeholders]
    assert carried == [(each.name, each.sector, each.roles) for each in case.stakeholders]


@ALL_CASES
def test_a_draft_from_a_case_has_its_data_flow_between_the_same_parties(case: Case) -> None:
    draft = draft_from_case(case)
    name = {each.id: each.name for each in draft.stakeholders}
    carried = [
        (each.data, name.get(each.from_stakeholder or "", ""), name.get(each.to_stakeholder or "", ""))
        for each in draft.data_flows
    ]
    parties = {each.name for each in case.stakeholders}
    assert carried == [
        (
            each.data,
            each.from_stakeholder if each.from_stakeholder in parties else "",
            each.to_stakeholder if each.to_stakeholder in parties else "",
        )
        for each in case.data
    ]


@ALL_CASES
def test_a_draft_from_a_case_has_one_scenario_that_works_as_the_case_did(case: Case) -> None:
    draft = draft_from_case(case)
    (scenario,) = draft.scenarios
    assert scenario.data_flows == tuple(flow.id for flow in draft.data_flows)
    assert [(each.mechanism, each.how) for each in scenario.mechanisms] == [
        (each.mechanism, each.how) for each in case.mechanisms
    ]
    assert [(each.role, each.how) for each in scenario.government_roles] == [
        (each.role, each.how) for each in case.government_roles
    ]
    assert [(each.text, each.value, each.kind) for each in scenario.benefits] == [
        (each.text, each.value, each.kind) for each in case.benefits
    ]
    for step in case.process:
        assert step.text in scenario.description
    assert [(each.category, each.text) for each in draft.challenges] == [
        (each.category, each.text) for each in case.challenges
    ]


@ALL_CASES
def test_interests_scores_and_the_situation_without_agreement_are_left_to_the_room(case: Case) -> None:
    draft = draft_from_case(case)
    assert list(draft.interests()) == []
    assert draft.scenarios[0].scores == ()
    assert not any(each.without_agreement for each in draft.stakeholders)
    assert draft.lifecycle.stage == "frame"


def test_a_draft_after_floraholland_holds_what_the_published_case_reports() -> None:
    # Typed from reference_cases: growers give Customs business data; win-wins, business case, alignment.
    draft = draft_from_case(LIBRARY.case("floraholland"))
    assert "FloraHolland" in draft.name
    providers = {each.name for each in draft.stakeholders if "data_provider" in each.roles}
    users = {each.name for each in draft.stakeholders if "data_user" in each.roles}
    assert any("FloraHolland" in name for name in providers)
    assert any("Customs" in name for name in users)
    assert {each.mechanism for each in draft.scenarios[0].mechanisms} == {
        "win_win_search",
        "explicit_business_case",
        "authority_alignment",
    }
    assert {each.role for each in draft.scenarios[0].government_roles} == {
        "articulate_win_wins",
        "drive_alignment",
    }


@pytest.mark.parametrize("case_id", ["nyc311", "red_angel", "cbs_b2g", "almaty", "us_cities"])
def test_a_case_its_source_does_not_characterise_leaves_all_dimensions_open(case_id: str) -> None:
    draft = draft_from_case(LIBRARY.case(case_id))
    assert not any(position.is_characterised for position in draft.dimensions.positions().values())
    assert draft.dimensions.orientation == Position()


@ALL_CASES
def test_the_ids_of_a_draft_begun_from_a_case_are_unique_and_its_own(case: Case) -> None:
    one, other = draft_from_case(case), draft_from_case(case)
    ids = [item.id for item in one.items()]
    assert len(ids) == len(set(ids))
    assert not {one.id, *ids} & {other.id, *(item.id for item in other.items())}


@ALL_CASES
def test_with_the_same_ids_the_same_draft_is_begun(case: Case) -> None:
    one, other = draft_from_case(case, numbered()), draft_from_case(case, numbered())
    assert one == other
    assert {one.id[0], *(stakeholder.id[0] for stakeholder in one.stakeholders)} <= {"d", "s"}


@settings(max_examples=25)
@given(builders.cases("own"))
def test_a_draft_can_be_begun_from_any_own_case_and_is_valid(case: Case) -> None:
    draft = draft_from_case(case)
    assert Draft.model_validate(draft.model_dump(mode="json", by_alias=True)) == draft


def test_an_added_draft_stands_last() -> None:
    workbook = Workbook(title="Flowers", drafts=(Draft(id="a"),))
    grown = add_draft(workbook, Draft(id="b"))
    assert [draft.id for draft in grown.drafts] == ["a", "b"]
    assert grown.drafts[0] is workbook.drafts[0]
    assert grown.title == "Flowers"
    assert [draft.id for draft in workbook.drafts] == ["a"]


def test_a_draft_cannot_be_added_twice() -> None:
    with pytest.raises(ValidationError, match="a occurs more than once"):
        add_draft(Workbook(drafts=(Draft(id="a"),)), Draft(id="a"))
