"""Which case is nearest to a draft: overall and on each dimension, with all ties."""

from tests.workbook.analysis.designs import (
    ISSUE,
    LIBRARY,
    RESOURCE,
    SECTOR,
    everywhere,
    own_case,
    subject,
    votes,
)
from workbook.analysis.comparison import compare_with_cases
from workbook.analysis.nearest import Nearest
from workbook.analysis.subject import Subject, case_subject
from workbook.model.vocabulary import DIMENSIONS

THREE = tuple(case_subject(case) for case in LIBRARY.cases if case.is_characterised)


def nearest_to(draft: Subject, *cases: Subject) -> Nearest:
    (found,) = compare_with_cases((draft, *(cases or THREE)), LIBRARY, ()).nearest
    return found


def test_a_draft_like_flowminder_is_nearest_to_flowminder() -> None:
    # Issue everywhere shares 7 of 8 with Flowminder (dependencies 0), 0.3 of 8 with FloraHolland,
    # (0.7 + 0.3 + 0.5) of 8 with New York State.
    found = nearest_to(subject(everywhere(ISSUE)))
    assert found.cases == ("flowminder",)
    assert found.finding.value == "Flowminder"
    assert {each.name: each.value for each in found.finding.inputs} == {
        "FloraHolland": 0.0375,
        "Flowminder": 0.875,
        "New York State (envisaged)": 0.1875,
    }
    assert found.finding.words.startswith("Ours is nearest to Flowminder: very alike, 88 of 100. ")


def test_cases_that_tie_are_all_named() -> None:
    # On dependencies FloraHolland and Flowminder stand at resource alone, New York State at 0.7 of it.
    found = nearest_to(subject({"dependencies": RESOURCE}))
    assert found.cases == ("floraholland", "flowminder")
    assert found.finding.value == "FloraHolland and Flowminder"
    assert found.finding.words.startswith(
        "Ours is nearest to FloraHolland and Flowminder, which tie: very alike, 100 of 100."
    )


def test_a_tie_in_thirds_is_a_tie() -> None:
    # A room of three, one vote each, shares a third with each pure case; floats would break the tie.
    cases = [
        case_subject(own_case(each, {"orientation": parts, "timeframes": parts}))
        for each, parts in (("r", RESOURCE), ("i", ISSUE), ("s", SECTOR))
    ]
    ours = subject({"orientation": votes(1, 1, 1), "timeframes": (34, 33, 33)})
    assert nearest_to(ours, *cases).cases == ("r",)  # (1/3 + 0.34) / 2 beats (1/3 + 0.33) / 2
    tied = subject({"orientation": votes(1, 1, 1), "timeframes": votes(2, 2, 2)})
    assert nearest_to(tied, *cases).cases == ("r", "i", "s")


def test_each_dimension_has_its_own_nearest_cases() -> None:
    # New York State: orientation sector; sense-making half issue; dependencies 0.7 resource, 0.3 sector.
    found = nearest_to(
        subject({"orientation": SECTOR, "dependencies": (70, 0, 30), "sensemaking_theme": (0, 40, 60)})
    )
    by_dimension = {each.dimension: each.cases for each in found.by_dimension}
    assert by_dimension["orientation"] == ("nys_food_traceability",)
    assert by_dimension["dependencies"] == ("nys_food_traceability",)  # all shared; of the others 0.7
    assert by_dimension["sensemaking_theme"] == ("nys_food_traceability",)  # 0.9; Flowminder 0.4
    assert by_dimension["timeframes"] == ()
    assert list(by_dimension) == list(DIMENSIONS)
    mixed = nearest_to(subject({"orientation": SECTOR, "sensemaking_theme": RESOURCE}))
    by_dimension = {each.dimension: each.cases for each in mixed.by_dimension}
    assert mixed.cases == ("floraholland", "nys_food_traceability")  # 1/2 each
    assert by_dimension["orientation"] == ("nys_food_traceability",)
    assert by_dimension["sensemaking_theme"] == ("floraholland",)


def test_a_case_that_lacks_a_dimension_the_draft_has_is_not_nearest_however_alike_it_is() -> None:
    ours = subject({"orientation": ISSUE, "timeframes": ISSUE, "dependencies": (0, 90, 10)})
    lacking = case_subject(own_case("lacking", {"orientation": ISSUE, "timeframes": ISSUE}))
    found = nearest_to(ours, *THREE, lacking)
    assert found.cases == ("flowminder",)  # (1 + 1 + 0) / 3, although "lacking" shares all it has
    assert "Lacking" not in {each.name for each in found.finding.inputs}
    complete = case_subject(
        own_case("complete", {"orientation": ISSUE, "timeframes": ISSUE, "dependencies": ISSUE})
    )
    assert nearest_to(ours, *THREE, complete).cases == ("complete",)  # (1 + 1 + 0.9) / 3


def test_a_case_may_have_more_dimensions_than_the_draft() -> None:
    assert nearest_to(subject({"orientation": SECTOR})).cases == ("nys_food_traceability",)


def test_a_draft_nobody_has_characterised_has_no_nearest_case() -> None:
    found = nearest_to(subject({}))
    assert found.cases == ()
    assert found.finding.value is None
    assert found.finding.severity == "advice"
    assert found.finding.words == "Ours has no nearest case yet, because no dimension is characterised."
    assert {each.cases for each in found.by_dimension} == {()}


def test_where_no_case_has_all_the_dimensions_of_the_draft_there_is_no_nearest() -> None:
    lacking = case_subject(own_case("lacking", {"orientation": ISSUE}))
    found = nearest_to(subject(everywhere(ISSUE)), lacking)
    assert found.cases == ()
    assert found.finding.words == "Ours has no nearest case: no case has all the dimensions it has."


def test_a_case_its_source_does_not_characterise_is_never_the_nearest() -> None:
    further = tuple(case_subject(case) for case in LIBRARY.cases if not case.is_characterised)
    assert len(further) == 5
    assert nearest_to(subject({"orientation": SECTOR}), *further).cases == ()
    assert nearest_to(subject({}), *further).cases == ()


def test_a_draft_that_stands_where_its_case_stands_is_said_to_do_so_in_few_words() -> None:
    case = case_subject(own_case("pure", everywhere(ISSUE)))
    found = nearest_to(subject(everywhere(ISSUE)), case)
    assert found.finding.words.endswith("very alike, 100 of 100. They stand alike on every dimension.")


def test_eight_dimensions_on_which_no_case_is_closer_are_not_listed() -> None:
    near = case_subject(own_case("near", everywhere((70, 30, 0))))
    far = case_subject(own_case("far", everywhere(SECTOR)))
    words = nearest_to(subject(everywhere((60, 40, 0))), near, far).finding.words
    assert words.endswith("90 of 100. No case is closer on any dimension.")
