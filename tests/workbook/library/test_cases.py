"""The reference cases say what their sources report, and leave out what they do not."""

from fractions import Fraction
from itertools import combinations

import pytest

from workbook.library.entries import Library
from workbook.library.loader import load
from workbook.model.case import Case
from workbook.model.mix import exact
from workbook.model.vocabulary import DIMENSIONS, PLATFORMS

Shares = tuple[float, float, float]

RD: Shares
SI: Shares
SS: Shares
RD, SI, SS = (1, 0, 0), (0, 1, 0), (0, 0, 1)
MIXES: dict[str, list[Shares]] = {
    "floraholland": [RD, RD, RD, (0.7, 0.3, 0), RD, (0.7, 0, 0.3), (0.7, 0, 0.3), RD],
    "flowminder": [SI, SI, SI, SI, RD, SI, SI, SI],
    "nys_food_traceability": [
        SS, (0, 0.7, 0.3), (0, 0.3, 0.7), SS, (0.7, 0, 0.3), SS, (0.7, 0, 0.3), (0, 0.5, 0.5),
    ],
}  # fmt: skip
PLATFORM = dict(zip(MIXES, PLATFORMS, strict=True))
FURTHER = ["almaty", "cbs_b2g", "nyc311", "red_angel", "us_cities"]
SHORT_NAMES = [
    "FloraHolland",
    "Flowminder",
    "New York State",
    "Almaty",
    "CBS",
    "NYC311",
    "Red Angel",
    "U.S. cities",
]
EVERY_CASE = [case.id for case in load().cases]


def test_characterised_cases_come_first_in_the_order_of_their_platforms(library: Library) -> None:
    assert [case.id for case in library.cases] == [*MIXES, *FURTHER]
    assert [case.short_name for case in library.cases] == SHORT_NAMES


@pytest.mark.parametrize("case", MIXES)
def test_a_characterised_case_has_the_coding_worked_out_by_hand(library: Library, case: str) -> None:
    positions = library.case(case).dimensions.positions()
    expected = {
        dimension: dict(zip(PLATFORMS, map(exact, mix), strict=True))
        for dimension, mix in zip(DIMENSIONS, MIXES[case], strict=True)
    }
    assert {dimension: position.shares() for dimension, position in positions.items()} == expected
    for position in positions.values():
        assert position.reported
        assert "coding" in position.citation
        assert position.citation.endswith(" ours")


@pytest.mark.parametrize("case", MIXES)
def test_our_coding_agrees_with_the_platform_the_authors_assign(library: Library, case: str) -> None:
    found = library.case(case)
    shares = [position.shares() or {} for position in found.dimensions.positions().values()]
    total = {platform: sum((share[platform] for share in shares), Fraction()) for platform in PLATFORMS}
    assert max(PLATFORMS, key=total.__getitem__) == found.platform == PLATFORM[case]


def test_the_similarities_worked_out_by_hand_follow_from_the_mixes(library: Library) -> None:
    def shared(one: Case, other: Case) -> float:
        parts = [
            min(mine[platform], yours[platform])
            for dimension in DIMENSIONS
            if (mine := getattr(one.dimensions, dimension).shares())
            and (yours := getattr(other.dimensions, dimension).shares())
            for platform in PLATFORMS
        ]
        return float(sum(parts) / len(DIMENSIONS))

    pairs = combinations([library.case(case) for case in MIXES], 2)
    assert [shared(one, other) for one, other in pairs] == [0.1625, 0.25, 0.275]


@pytest.mark.parametrize("case", FURTHER)
def test_a_further_case_is_never_placed_on_the_dimensions(library: Library, case: str) -> None:
    found = library.case(case)
    assert not found.is_characterised
    assert found.platform is None
    for position in found.dimensions.positions().values():
        assert (position.mix, position.reported, position.citation) == (None, "", "")
    assert found.outcome == "reported"
    assert found.not_reported[0].startswith("Its position on the eight dimensions")


def test_new_york_state_is_envisaged_wherever_it_is_named(library: Library) -> None:
    case = library.case("nys_food_traceability")
    assert case.label == "New York State (envisaged)"
    assert case.summary.startswith("Envisaged")
    assert {benefit.text.split(":")[0] for benefit in case.benefits} == {"Expected"}
    assert {flow.data.split(":")[0] for flow in case.data} == {"Expected"}
    for step in case.process:
        if step.stage not in {"frame", "interests", "feasibility"}:
            assert step.text.startswith("Expected only")


def test_what_floraholland_aimed_for_is_not_told_as_achieved(library: Library) -> None:
    for benefit in library.case("floraholland").benefits:
        assert benefit.text.startswith(("Aimed for: ", "A secondary aim: "))


@pytest.mark.parametrize("case", ["nyc311", "red_angel", "us_cities"])
def test_no_lesson_is_taken_for_voluntary_sharing_by_a_company(library: Library, case: str) -> None:
    assert "no example of voluntary sharing by a company" in library.case(case).summary


@pytest.mark.parametrize("case", ["nyc311", "red_angel"])
def test_sharing_begun_by_directive_says_so(library: Library, case: str) -> None:
    assert "begun by a mayor's directive" in library.case(case).summary


def test_thin_evidence_is_said_to_be_thin(library: Library) -> None:
    assert "repeats Table 1" in library.case("floraholland").dimensions.sensemaking_theme.reported
    assert "do not comment" in library.case("flowminder").dimensions.dependencies.reported


@pytest.mark.parametrize("case", EVERY_CASE)
def test_a_case_tells_enough_to_be_compared(library: Library, case: str) -> None:
    found = library.case(case)
    for part in ("summary", "context", "stakeholders", "benefits", "challenges", "lessons", "not_reported"):
        if (case, part) != ("cbs_b2g", "benefits") and (case, part) != ("almaty", "challenges"):
            assert getattr(found, part), f"nothing about {part}"
    if found.platform:
        for part in ("studied", "drivers", "data", "process", "mechanisms", "government_roles"):
            assert getattr(found, part), f"nothing about {part}"


@pytest.mark.parametrize("case", EVERY_CASE)
def test_whoever_is_named_in_a_case_is_among_its_stakeholders(library: Library, case: str) -> None:
    found = library.case(case)
    names = {stakeholder.name for stakeholder in found.stakeholders}
    named = {benefit.stakeholder for benefit in found.benefits}
    named |= {name for flow in found.data for name in (flow.from_stakeholder, flow.to_stakeholder)}
    assert named - {""} <= names


@pytest.mark.parametrize("case", MIXES)
def test_a_step_names_only_mechanisms_that_the_case_lists(library: Library, case: str) -> None:
    found = library.case(case)
    listed = {each.mechanism for each in found.mechanisms}
    assert {mechanism for step in found.process for mechanism in step.mechanisms} <= listed
    assert listed == set(library.platform(PLATFORM[case]).mechanisms)
    assert {each.role for each in found.government_roles} == set(
        library.platform(PLATFORM[case]).government_roles
    )


def test_the_stages_of_the_process_are_those_mapped_by_hand(library: Library) -> None:
    stages = {case: " ".join(step.stage for step in library.case(case).process) for case in MIXES}
    assert stages == {
        "floraholland": "interests win_wins business_case alignment sharing scale_up",
        "flowminder": "interests trigger sharing sharing closed",
        "nys_food_traceability": "frame interests feasibility sharing",
    }


@pytest.mark.parametrize("case", EVERY_CASE)
def test_a_kind_of_benefit_suits_its_value(library: Library, case: str) -> None:
    for benefit in library.case(case).benefits:
        if benefit.kind is not None and benefit.value != "both":
            kinds = {kind.id: kind.value for kind in library.benefit_kinds}
            assert benefit.value == kinds[benefit.kind], benefit.text


def test_figures_that_do_not_fit_one_another_are_left_out(library: Library) -> None:
    assert "7,700" not in library.case("nyc311").model_dump_json()
    assert "Figure 1" not in library.case("us_cities").model_dump_json()
