"""Removing what others point at: nothing points at it afterwards, and it is said what went along."""

from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests import builders
from tests.builders import three_drafts
from workbook.editing import NoSuchPlaceError
from workbook.edits.removals import (
    remove_data_flow,
    remove_interest,
    remove_scenario,
    remove_stakeholder,
    what_goes,
)
from workbook.model.benefits import AlignmentAction, Benefit, BusinessCase, Cost
from workbook.model.data_flows import DataFlow
from workbook.model.draft import Draft
from workbook.model.scenarios import ChosenMechanism, Scenario
from workbook.model.scores import Score
from workbook.model.stakeholders import Interest, Stakeholder
from workbook.model.workbook import Participant, Workbook, Workshop


def clinic() -> Draft:
    """A hospital, a city and a vendor; two scenarios."""
    return Draft(
        id="d",
        stakeholders=(
            Stakeholder(id="hospital", interests=(Interest(id="quality"), Interest(id="cost"))),
            Stakeholder(id="city", interests=(Interest(id="privacy"),)),
            Stakeholder(id="vendor"),
        ),
        data_flows=(
            DataFlow(id="beds", from_stakeholder="hospital", to_stakeholder="city"),
            DataFlow(id="back", from_stakeholder="city", to_stakeholder="hospital"),
            DataFlow(id="inside", from_stakeholder="hospital", to_stakeholder="hospital"),
            DataFlow(id="open", data="Nobody is named yet"),
        ),
        scenarios=(
            Scenario(
                id="pool",
                data_flows=("beds", "inside", "open"),
                mechanisms=(
                    ChosenMechanism(mechanism="urgency", serves=("quality", "privacy")),
                    ChosenMechanism(mechanism="value_renewal", serves=("privacy",)),
                ),
                scores=(
                    Score(interest="quality", value=2),
                    Score(interest="cost"),
                    Score(interest="privacy", value=-1),
                ),
                benefits=(
                    Benefit(id="b1", stakeholder="hospital"),
                    Benefit(
                        id="b2", stakeholder="city", from_stakeholder="hospital", serves=("cost", "privacy")
                    ),
                ),
                costs=(Cost(id="k1", stakeholder="hospital"), Cost(id="k2")),
                business_cases=(BusinessCase(stakeholder="hospital"), BusinessCase(stakeholder="city")),
                alignment_actions=(AlignmentAction(id="a1"),),
            ),
            Scenario(id="wait"),
        ),
        chosen_scenario="pool",
    )


def workbook(*others: Draft) -> Workbook:
    speakers = (
        Participant(id="p1", name="Ada", stakeholder="hospital"),
        Participant(id="p2", name="Ben", stakeholder="city"),
    )
    return Workbook(drafts=(clinic(), *others), workshop=Workshop(participants=speakers))


def the_draft(changed: Workbook) -> Draft:
    return changed.draft("d")


def values(record: Any) -> list[Any]:  # noqa: ANN401 - anything a dump may hold
    """Every value in a dumped record, keys of objects among them."""
    if isinstance(record, dict):
        return [value for key, each in record.items() for value in (key, *values(each))]
    if isinstance(record, list | tuple):
        return [value for each in record for value in values(each)]
    return [record]


# ---------------------------------------------------------------------------------------------- stakeholders


def test_a_stakeholder_takes_along_what_is_its_own() -> None:
    draft = the_draft(remove_stakeholder(workbook(), "d", "hospital"))
    pool = draft.scenarios[0]
    assert [each.id for each in draft.stakeholders] == ["city", "vendor"]
    assert [score.interest for score in pool.scores] == ["privacy"]
    assert [benefit.id for benefit in pool.benefits] == ["b2"]
    assert [cost.id for cost in pool.costs] == ["k2"]
    assert [case.stakeholder for case in pool.business_cases] == ["city"]
    assert [flow.id for flow in draft.data_flows] == ["beds", "back", "open"]
    assert pool.data_flows == ("beds", "open")


def test_what_only_mentions_it_stays_and_loses_the_mention() -> None:
    draft = the_draft(remove_stakeholder(workbook(), "d", "hospital"))
    beds, back, _ = draft.data_flows
    assert (beds.from_stakeholder, beds.to_stakeholder) == (None, "city")
    assert (back.from_stakeholder, back.to_stakeholder) == ("city", None)
    pool = draft.scenarios[0]
    assert pool.benefits[0].from_stakeholder is None
    assert pool.benefits[0].serves == ("privacy",)
    assert [mechanism.serves for mechanism in pool.mechanisms] == [("privacy",), ("privacy",)]
    assert draft.chosen_scenario == "pool"


def test_what_a_stakeholder_takes_along_is_said() -> None:
    assert what_goes(workbook(), "d", "hospital") == (
        "2 interests, 1 data flow, 1 score, 1 benefit, 1 cost and 1 business case go with it.",
        "1 data flow no longer says who gives.",
        "1 data flow no longer says who receives.",
        "1 benefit no longer says who gives it.",
        "1 benefit no longer serves it.",
        "1 mechanism no longer serves it.",
        "1 scenario loses a data flow.",
        "Ada no longer speaks for anybody.",
    )


def test_a_stakeholder_nothing_hangs_on_takes_nothing_along() -> None:
    assert what_goes(workbook(), "d", "vendor") == ()


def test_a_participant_speaks_for_nobody_once_no_draft_has_the_stakeholder() -> None:
    first, second = remove_stakeholder(workbook(), "d", "hospital").workshop.participants
    assert (first.stakeholder, second.stakeholder) == (None, "city")


def test_a_participant_goes_on_speaking_for_a_stakeholder_of_another_draft() -> None:
    before = workbook(clinic().replace(id="e"))
    after = remove_stakeholder(before, "d", "hospital")
    assert after.workshop is before.workshop
    assert after.draft("e") is before.draft("e")
    assert not any("speaks" in sentence for sentence in what_goes(before, "d", "hospital"))


# ------------------------------------------------------------------------------------------------- the others


def test_an_interest_takes_its_scores_along_and_nothing_serves_it_any_more() -> None:
    before = workbook()
    draft = the_draft(remove_interest(before, "d", "privacy"))
    assert draft.stakeholders[1].interests == ()
    assert (
        draft.stakeholders[0] is clinic().stakeholders[0] or draft.stakeholders[0] == clinic().stakeholders[0]
    )
    assert [score.interest for score in draft.scenarios[0].scores] == ["cost", "quality"]
    assert [each.serves for each in draft.scenarios[0].mechanisms] == [("quality",), ()]
    assert draft.scenarios[0].benefits[1].serves == ("cost",)
    assert what_goes(before, "d", "privacy") == (
        "1 score goes with it.",
        "1 benefit no longer serves it.",
        "2 mechanisms no longer serve it.",
    )


def test_a_cell_that_nobody_scored_is_not_counted_as_a_score() -> None:
    assert what_goes(workbook(), "d", "cost") == ("1 benefit no longer serves it.",)


def test_a_scenario_takes_everything_said_of_it_along_and_the_choice_of_it() -> None:
    before = workbook()
    draft = the_draft(remove_scenario(before, "d", "pool"))
    assert [scenario.id for scenario in draft.scenarios] == ["wait"]
    assert draft.chosen_scenario is None
    assert draft.data_flows == clinic().data_flows
    assert what_goes(before, "d", "pool") == (
        (
            "2 scores, 2 benefits, 2 costs, 2 business cases, 1 alignment action and the choice of scenario "
            "go with it."
        ),
    )


def test_another_choice_stays() -> None:
    assert the_draft(remove_scenario(workbook(), "d", "wait")).chosen_scenario == "pool"
    assert what_goes(workbook(), "d", "wait") == ()


def test_a_data_flow_leaves_the_scenarios_that_used_it() -> None:
    before = workbook()
    draft = the_draft(remove_data_flow(before, "d", "beds"))
    assert draft.scenarios[0].data_flows == ("inside", "open")
    assert draft.scenarios[1] is before.drafts[0].scenarios[1]
    assert what_goes(before, "d", "beds") == ("1 scenario loses a data flow.",)


@pytest.mark.parametrize("removal", [remove_stakeholder, remove_interest, remove_scenario, remove_data_flow])
def test_what_is_not_there_cannot_be_removed(removal: Any) -> None:  # noqa: ANN401 - four functions of one shape
    with pytest.raises(NoSuchPlaceError):
        removal(workbook(), "d", "nobody")
    with pytest.raises(NoSuchPlaceError):
        removal(workbook(), "no_draft", "hospital")


def test_what_cannot_be_removed_takes_nothing_along() -> None:
    with pytest.raises(NoSuchPlaceError):
        what_goes(workbook(), "d", "k1")


def test_snapshots_stay_what_they_were() -> None:
    before = three_drafts()
    draft = before.drafts[0]
    after = remove_stakeholder(before, draft.id, draft.stakeholders[0].id)
    assert after.snapshots == before.snapshots
    assert after.drafts[1:] == before.drafts[1:]


@settings(max_examples=30)
@given(builders.drafts("d"), st.data())
def test_after_any_removal_the_workbook_holds_together_and_nothing_points_there(
    draft: Draft, data: st.DataObject
) -> None:
    assume(_removable(draft))
    before = Workbook(drafts=(draft, clinic().replace(id="other")))
    removal, item_id = data.draw(st.sampled_from(_removable(draft)))
    after = removal(before, "d", item_id)
    assert Workbook.model_validate_json(after.model_dump_json(by_alias=True)) == after
    pointing = after.draft("d").model_dump(mode="json", include=POINTING)
    assert item_id not in [value for value in values(pointing) if isinstance(value, str)]
    assert after.drafts[1] is before.drafts[1]
    assert all(sentence.endswith(".") for sentence in what_goes(before, "d", item_id))


POINTING = {
    "stakeholders": {"__all__": {"id": True, "interests": {"__all__": {"id"}}}},
    "data_flows": {"__all__": {"id", "from_stakeholder", "to_stakeholder"}},
    "scenarios": {
        "__all__": {
            "id": True,
            "data_flows": True,
            "scores": True,
            "mechanisms": {"__all__": {"serves"}},
            "benefits": {"__all__": {"stakeholder", "from_stakeholder", "serves"}},
            "costs": {"__all__": {"stakeholder"}},
            "business_cases": {"__all__": {"stakeholder"}},
        }
    },
    "chosen_scenario": True,
}


def _removable(draft: Draft) -> list[tuple[Any, str]]:
    return [
        *((remove_stakeholder, each.id) for each in draft.stakeholders),
        *((remove_interest, each.id) for each in draft.interests()),
        *((remove_scenario, each.id) for each in draft.scenarios),
        *((remove_data_flow, each.id) for each in draft.data_flows),
    ]
