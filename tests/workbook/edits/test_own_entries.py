"""Own entries: added last, and removed with every reference, of which it is said what went."""

import datetime as dt

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests import builders
from tests.builders import three_drafts
from workbook.editing import NoSuchPlaceError
from workbook.edits.own_entries import add_own_entries, own_entry, remove_own_entry, what_goes_with_entry
from workbook.library.loader import load
from workbook.library.references import unknown_references
from workbook.model.benefits import Benefit
from workbook.model.case import (
    Case,
    CaseBenefit,
    CaseChallenge,
    CaseDriver,
    CaseGovernmentRole,
    CaseMechanism,
    CaseStakeholder,
    ProcessStep,
)
from workbook.model.challenges import Challenge, Enabler, ReadinessEntry
from workbook.model.draft import Draft
from workbook.model.scenarios import ChosenGovernmentRole, ChosenMechanism, Scenario
from workbook.model.stakeholders import Interest, Stakeholder
from workbook.model.vocabulary import CatalogueId
from workbook.model.workbook import OwnEntry, Snapshot, Workbook

OWN_FIGURES = "o6sb1a2vq"
NOON = dt.datetime(2027, 3, 1, 12, tzinfo=dt.UTC)

GOES_FROM_TWO: dict[CatalogueId, tuple[str, ...]] = {
    "mechanisms": ("It goes from 2 scenarios, with what is said of it there.",),
    "government_roles": ("It goes from 2 scenarios, with what is said of it there.",),
    "stakeholder_roles": ("2 stakeholders lose this role.",),
    "motivations": ("2 interests lose this motivation.",),
    "challenge_categories": ("2 challenges go with it.",),
    "challenge_prompts": (),
    "readiness": ("What is said of it goes from 1 draft.",),
    "enablers": (),
    "benefit_kinds": ("2 benefits are of no kind then.",),
}


def everywhere() -> Workbook:
    """An entry of each catalogue, each pointed at by a draft, a snapshot of it, and an own case."""
    scenarios = tuple(
        Scenario(
            id=each,
            mechanisms=(
                ChosenMechanism(mechanism="own_mechanisms", how="So"),
                ChosenMechanism(mechanism="urgency"),
            ),
            government_roles=(ChosenGovernmentRole(role="own_government_roles"),),
            benefits=(Benefit(id=f"b{each}", kind="own_benefit_kinds"),),
        )
        for each in ("c1", "c2")
    )
    interests = (
        Interest(id="i1", motivation="own_motivations"),
        Interest(id="i2", motivation="own_motivations"),
    )
    draft = Draft(
        id="d",
        stakeholders=(
            Stakeholder(id="s1", roles=("own_stakeholder_roles", "data_user"), interests=interests),
            Stakeholder(id="s2", roles=("own_stakeholder_roles",)),
        ),
        scenarios=scenarios,
        challenges=(
            Challenge(id="h1", category="own_challenge_categories", prompt="A prompt of our own"),
            Challenge(id="h2", category="own_challenge_categories"),
            Challenge(id="h3", category="policy"),
        ),
        readiness=(
            ReadinessEntry(component="own_readiness", level="partly"),
            ReadinessEntry(component="integrated_data", level="absent"),
        ),
        enablers=(Enabler(id="e1", kind="A thing of our own", present=True),),
    )
    entries = tuple(
        OwnEntry(id=f"own_{which}", catalogue=which, name=which.capitalize()) for which in GOES_FROM_TWO
    )
    return Workbook(
        drafts=(draft,),
        own_cases=(_own_case(), Case(id="silent", name="Silent", citation="Report")),
        own_entries=entries,
        snapshots=(Snapshot(id="n1", at=NOON, draft=draft),),
    )


def _own_case() -> Case:
    return Case(
        id="ours",
        name="Ours",
        citation="Report",
        drivers=(CaseDriver(text="Driven", motivation="own_motivations"),),
        stakeholders=(CaseStakeholder(name="Port", roles=("own_stakeholder_roles",)),),
        process=(ProcessStep(stage="frame", text="Begun", mechanisms=("own_mechanisms", "urgency")),),
        mechanisms=(CaseMechanism(mechanism="own_mechanisms"),),
        government_roles=(CaseGovernmentRole(role="own_government_roles"),),
        benefits=(CaseBenefit(text="Less waiting", value="private", kind="own_benefit_kinds"),),
        challenges=(CaseChallenge(category="own_challenge_categories", text="A wall"),),
    )


def test_an_entry_is_added_last_and_says_what_was_given() -> None:
    cells = ("Host the data", "Keeps them.", "Workshop")
    after = add_own_entries(three_drafts(), [own_entry("government_roles", cells, lambda letter: letter)])
    assert after.own_entries[-1] == OwnEntry(
        id="o",
        catalogue="government_roles",
        name="Host the data",
        explanation="Keeps them.",
        source="Workshop",
    )
    assert after.own_entries[:-1] == three_drafts().own_entries
    assert after.drafts == three_drafts().drafts


def test_of_an_entry_only_its_name_need_be_given() -> None:
    entry = own_entry("mechanisms", ("A prize",), lambda letter: f"{letter}1")
    assert entry == OwnEntry(id="o1", catalogue="mechanisms", name="A prize")


def test_a_mechanism_that_is_removed_goes_from_its_scenarios_and_the_rest_stays() -> None:
    before = three_drafts()
    after = remove_own_entry(before, OWN_FIGURES)
    assert after.own_entries == ()
    meals = after.draft("school-meals")
    used = [[each.mechanism for each in scenario.mechanisms] for scenario in meals.scenarios]
    assert used == [
        ["framing_pressure", "common_good_promotion"],
        ["visible_individual_gain", "common_good_promotion", "value_renewal"],
        [],
    ]
    assert after.drafts[:2] == before.drafts[:2]
    assert after.drafts[0] is before.drafts[0]
    assert meals.replace(scenarios=before.draft("school-meals").scenarios) == before.draft("school-meals")


@pytest.mark.parametrize("which", GOES_FROM_TWO)
def test_of_every_catalogue_an_entry_can_be_removed_and_it_is_said_what_goes(which: CatalogueId) -> None:
    before = everywhere()
    said = what_goes_with_entry(before, f"own_{which}")
    own = GOES_FROM_TWO[which]
    in_snapshot = ("It goes from 1 snapshot too.",) if own else ()
    in_case = ("It goes from 1 own case too.",) if own and which != "readiness" else ()
    assert said == (*own, *in_snapshot, *in_case)
    after = remove_own_entry(before, f"own_{which}")
    assert unknown_references(after, load()) == ()
    assert [each.catalogue for each in after.own_entries] == [each for each in GOES_FROM_TWO if each != which]
    assert after.own_cases[1] is before.own_cases[1]


def test_what_was_taken_from_a_prompt_or_an_enabler_keeps_its_words() -> None:
    before = everywhere()
    after = remove_own_entry(remove_own_entry(before, "own_challenge_prompts"), "own_enablers")
    assert after.drafts == before.drafts


def test_what_only_names_it_beside_other_things_stays() -> None:
    draft = remove_own_entry(everywhere(), "own_stakeholder_roles").draft("d")
    assert [each.roles for each in draft.stakeholders] == [("data_user",), ()]
    draft = remove_own_entry(everywhere(), "own_benefit_kinds").draft("d")
    assert [each.kind for scenario in draft.scenarios for each in scenario.benefits] == [None, None]
    case = remove_own_entry(everywhere(), "own_mechanisms").own_cases[0]
    assert (case.mechanisms, case.process[0].mechanisms) == ((), ("urgency",))


def test_an_entry_of_another_catalogue_with_the_same_id_is_left_alone() -> None:
    """“beneficiary” is a built-in role of stakeholders, so a mechanism of the room's may bear that id."""
    before = Workbook(
        drafts=(
            Draft(
                id="d",
                stakeholders=(Stakeholder(id="s", roles=("beneficiary",)),),
                scenarios=(Scenario(id="c", mechanisms=(ChosenMechanism(mechanism="beneficiary"),)),),
            ),
        ),
        own_entries=(OwnEntry(id="beneficiary", catalogue="mechanisms", name="Be useful"),),
    )
    after = remove_own_entry(before, "beneficiary")
    assert after.drafts[0].stakeholders == before.drafts[0].stakeholders
    assert after.drafts[0].scenarios[0].mechanisms == ()


def test_what_is_not_there_cannot_be_removed() -> None:
    for deed in (remove_own_entry, what_goes_with_entry):
        with pytest.raises(NoSuchPlaceError):
            deed(three_drafts(), "urgency")


@settings(max_examples=30)
@given(builders.workbooks(), st.data())
def test_after_any_removal_the_workbook_can_be_opened_again(before: Workbook, data: st.DataObject) -> None:
    assume(before.own_entries)
    assume(unknown_references(before, load()) == ())
    entry = data.draw(st.sampled_from(before.own_entries))
    said = what_goes_with_entry(before, entry.id)
    after = remove_own_entry(before, entry.id)
    assert Workbook.model_validate_json(after.model_dump_json(by_alias=True)) == after
    assert unknown_references(after, load()) == ()
    assert entry not in after.own_entries
    changes = (after.drafts, after.snapshots, after.own_cases) != (
        before.drafts,
        before.snapshots,
        before.own_cases,
    )
    assert bool(said) == changes
    assert all(sentence.endswith(".") for sentence in said)
