"""Mechanisms and roles of government: suggested, chosen with what result, reported of which cases."""

import pytest
from hypothesis import given, settings

from tests import builders
from tests.builders import three_drafts
from tests.workbook.analysis.designs import ISSUE, LIBRARY, RESOURCE, Parts, draft, everywhere
from workbook.analysis.design import analyse
from workbook.analysis.workings.findings import Workings, workings
from workbook.analysis.workings.lines import Line
from workbook.model.case import Case, CaseMechanism
from workbook.model.draft import Draft
from workbook.model.scenarios import ChosenGovernmentRole, ChosenMechanism, Scenario
from workbook.model.vocabulary import MechanismStatus
from workbook.model.workbook import OwnEntry


def of(design: Draft) -> Workings:
    return workings(design, analyse(design, LIBRARY).follows, LIBRARY)


def scenario(key: str, **mechanisms: MechanismStatus) -> Scenario:
    chosen = tuple(ChosenMechanism(mechanism=each, status=status) for each, status in mechanisms.items())
    return Scenario(id=key, name=f"Way {key}", mechanisms=chosen)


def design(*scenarios: Scenario, parts: Parts = ISSUE) -> Draft:
    return draft(everywhere(parts)).replace(scenarios=scenarios)


def line(found: Workings, key: str) -> Line:
    lines = (*found.mechanisms.lines, *found.government_roles.lines)
    return next(each for each in lines if each.entry.id == key)


def test_every_entry_of_both_catalogues_stands_in_its_order_own_ones_last() -> None:
    own = OwnEntry(id="o1", catalogue="mechanisms", name="A prize")
    found = workings(Draft(id="d"), (), LIBRARY, [own])
    keys = [each.entry.id for each in found.mechanisms.lines]
    assert keys == [*(entry.id for entry in LIBRARY.mechanisms), "o1"]
    assert found.mechanisms.lines[-1].entry.own
    assert [each.entry for each in found.government_roles.lines] == list(LIBRARY.government_roles)


def test_what_the_platform_suggests_is_what_follows_from_it() -> None:
    found = of(design(parts=RESOURCE))
    suggested = [each.entry.id for each in found.mechanisms.lines if each.suggested_by]
    assert suggested == ["win_win_search", "explicit_business_case", "authority_alignment"]
    roles = [each.entry.id for each in found.government_roles.lines if each.suggested_by]
    assert roles == ["articulate_win_wins", "drive_alignment"]
    assert line(found, "win_win_search").suggested_by == ("resource_dependence",)


def test_an_entry_that_two_near_platforms_share_is_suggested_by_both() -> None:
    found = of(design(parts=(10, 45, 45)))
    assert line(found, "beneficiary").suggested_by == ("social_issue", "societal_sector")


def test_how_far_a_mechanism_has_come_is_said_for_each_scenario() -> None:
    found = line(
        of(design(scenario("c1", urgency="planned"), scenario("c2"), scenario("c3", urgency="failed"))),
        "urgency",
    )
    assert [(each.scenario, each.word) for each in found.chosen] == [("c1", "planned"), ("c3", "failed")]
    assert found.in_scenario("c2") is None
    assert found.finding.words == (
        "Urgency: planned in “Way c1”; failed in “Way c3”. Suggested by the platform. "
        "Reported of Flowminder and CBS."
    )
    assert (found.finding.value, found.finding.unit) == (2, "scenarios")
    assert found.finding.inputs[1].address == "drafts/ours/scenarios/c3/mechanisms/urgency"


def test_of_a_role_nobody_says_how_far_it_has_come() -> None:
    way = Scenario(
        id="c", name="Way c", government_roles=(ChosenGovernmentRole(role="promote", how="Flags."),)
    )
    found = line(of(design(way)), "promote")
    assert [(each.status, each.word, each.how) for each in found.chosen] == [(None, "chosen", "Flags.")]
    assert found.finding.words.startswith("Promote the cause: chosen in “Way c”. ")


def test_cases_are_named_with_how_they_did_it_and_new_york_state_as_envisaged() -> None:
    seen = line(of(design()), "common_good_promotion").seen
    case = LIBRARY.case("nys_food_traceability")
    assert [(each.label, each.citation) for each in seen] == [
        ("New York State (envisaged)", "Susha et al. 2019, section 5.3")
    ]
    assert seen[0].how == case.mechanisms[0].how
    both = line(of(design()), "beneficiary")
    assert [each.label for each in both.seen] == ["Flowminder", "New York State (envisaged)"]


def test_an_own_case_reports_too() -> None:
    own = Case(id="ours", name="Ours", citation="Report", mechanisms=(CaseMechanism(mechanism="urgency"),))
    found = workings(Draft(id="d"), (), LIBRARY, own_cases=[own])
    assert [each.label for each in line(found, "urgency").seen] == ["Flowminder", "CBS", "Ours"]


@pytest.mark.parametrize(
    ("scenarios", "words"),
    [
        (
            [],
            (
                "No mechanism is chosen yet. Suggested by the platform, and not chosen: Urgency and Network "
                "effect of many requests."
            ),
        ),
        (
            [scenario("c1", urgency="planned")],
            (
                "1 mechanism is chosen, in 1 scenario. None has been tried yet. Suggested by the platform, "
                "and not chosen: Network effect of many requests."
            ),
        ),
        (
            [
                scenario("c1", urgency="worked", value_renewal="failed", framing_pressure="tried"),
                scenario("c2", urgency="tried", ecosystem_pressure="considered"),
            ],
            (
                "4 mechanisms are chosen, in 2 scenarios. Worked: Urgency. Failed: Value renewal. "
                "Tried, no result yet: Framing that builds pressure."
            ),
        ),
    ],
)
def test_the_summary_says_what_was_made_of_the_suggestions(scenarios: list[Scenario], words: str) -> None:
    assert of(design(*scenarios)).mechanisms.summary.words == words


def test_a_draft_without_a_position_is_suggested_nothing() -> None:
    found = of(Draft(id="d"))
    assert not any(each.suggested_by for each in found.mechanisms.lines)
    assert found.government_roles.summary.words == (
        "No role of government is chosen yet. The draft is not placed on a dimension yet, so nothing is "
        "suggested."
    )


def test_findings_are_about_what_is_suggested_chosen_or_seen() -> None:
    found = of(design(scenario("c1", framing_pressure="planned")))
    ids = [each.id for each in found.mechanisms.findings]
    assert "workings.mechanisms.ours.framing_pressure" in ids  # chosen
    assert "workings.mechanisms.ours.commitment_trust" in ids  # seen
    assert "workings.mechanisms.ours.data_donation_csr" not in ids  # the setting of a case, none of the three
    assert ids[0] == "workings.mechanisms.ours"


@settings(max_examples=40)
@given(builders.drafts("d"))
def test_of_any_draft_every_choice_is_told_once(design: Draft) -> None:
    found = workings(design, (), LIBRARY)
    told = [(each.scenario, one.entry.id) for one in found.mechanisms.lines for each in one.chosen]
    there = [(each.id, chosen.mechanism) for each in design.scenarios for chosen in each.mechanisms]
    assert sorted(told) == sorted(there)
    ids = [each.id for each in found.findings]
    assert len(set(ids)) == len(ids)


def test_own_mechanisms_of_the_school_meals_are_told_by_name() -> None:
    book = three_drafts()
    meals = book.draft("school-meals")
    found = workings(meals, analyse(meals, LIBRARY).follows, LIBRARY, book.own_entries)
    assert found.mechanisms.lines[-1].finding.words == (
        "Own figures first: planned in “A pool at the university, own figures first”; "
        "considered in “Six schools for one term”."
    )
