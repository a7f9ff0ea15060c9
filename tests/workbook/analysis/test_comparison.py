"""Comparing drafts and cases: which columns, which pairs, and what nobody characterised."""

from itertools import combinations

import pytest

from tests.workbook.analysis.designs import ISSUE, LIBRARY, RESOURCE, draft, everywhere, own_case
from workbook.analysis.comparison import (
    Comparison,
    UnknownColumnError,
    compare,
    compare_with_cases,
    subjects,
    usual_cases,
)
from workbook.model.workbook import Workbook

THREE = ["floraholland", "flowminder", "nys_food_traceability"]
FURTHER = ["nyc311", "red_angel", "cbs_b2g", "almaty", "us_cities"]
WORKBOOK = Workbook(
    drafts=(
        draft({"orientation": ISSUE, "timeframes": ISSUE}, "b"),
        draft({"orientation": RESOURCE}, "a"),
        draft({}, "empty"),
    ),
    own_cases=(own_case("harbour", {"orientation": ISSUE}),),
)


def comparison(draft_ids: list[str] | None = None, case_ids: list[str] | None = None) -> Comparison:
    return compare(subjects(WORKBOOK, LIBRARY, draft_ids or [], case_ids or []), LIBRARY, ())


def test_without_a_choice_all_drafts_are_compared_with_the_three_characterised_and_the_own_cases() -> None:
    assert [each.id for each in comparison().columns] == ["b", "a", "empty", *THREE, "harbour"]
    assert [each.id for each in usual_cases(WORKBOOK, LIBRARY)] == [*THREE, "harbour"]


def test_columns_stand_in_the_order_chosen_drafts_first() -> None:
    columns = comparison(["a", "b"], ["harbour", "nyc311", "floraholland"]).columns
    assert [(each.id, each.kind) for each in columns] == [
        ("a", "draft"),
        ("b", "draft"),
        ("harbour", "case"),
        ("nyc311", "case"),
        ("floraholland", "case"),
    ]


def test_a_column_chosen_twice_stands_once() -> None:
    assert [each.id for each in comparison(["a", "a"], ["flowminder", "flowminder"]).columns] == [
        "a",
        "flowminder",
    ]


def test_the_envisaged_case_says_so_in_the_name_of_its_column() -> None:
    names = {each.id: each.name for each in comparison().columns}
    assert names["nys_food_traceability"] == "New York State (envisaged)"
    assert names["b"] == "B"


@pytest.mark.parametrize(
    ("draft_ids", "case_ids", "words"),
    [
        (["c"], [], r"there is no draft c \(there: b, a, empty\)"),
        (["floraholland"], [], "there is no draft floraholland"),
        ([], ["a"], "there is no case a .*floraholland"),
    ],
)
def test_an_id_that_is_not_there_is_named_with_those_that_are(
    draft_ids: list[str], case_ids: list[str], words: str
) -> None:
    with pytest.raises(UnknownColumnError, match=words):
        subjects(WORKBOOK, LIBRARY, draft_ids, case_ids)


def test_every_pair_occurs_once_in_the_order_of_the_columns() -> None:
    found = comparison()
    ids = [each.id for each in found.columns]
    assert [(pair.a, pair.b) for pair in found.pairs] == list(combinations(ids, 2))
    assert len(found.pairs) == 21  # 7 * 6 / 2
    for group in found.groups:
        assert [(pair.a, pair.b) for pair in group.pairs] == list(combinations(ids, 2))


def test_with_cases_only_every_draft_meets_every_case_and_no_other_draft() -> None:
    columns = subjects(WORKBOOK, LIBRARY)
    found = compare_with_cases(columns, LIBRARY, ())
    assert [(pair.a, pair.b) for pair in found.pairs] == [
        (one, other) for one in ("b", "a", "empty") for other in (*THREE, "harbour")
    ]
    assert found.nearest == compare(columns, LIBRARY, ()).nearest


def test_columns_in_any_order_give_the_same_nearest_cases() -> None:
    columns = subjects(WORKBOOK, LIBRARY)
    there, back = (compare(each, LIBRARY, ()) for each in (columns, columns[::-1]))
    for each in there.nearest:
        other = next(found for found in back.nearest if found.draft == each.draft)
        assert set(each.cases) == set(other.cases)
        assert each.finding.value is None or other.finding.value is not None


def test_a_pair_is_found_in_either_order() -> None:
    found = comparison()
    assert found.pair("a", "flowminder") is found.pair("flowminder", "a")
    assert (
        found.pair("floraholland", "flowminder").similarity == 0.1625
    )  # 1.3 / 8, by hand in test_similarity
    with pytest.raises(KeyError):
        found.pair("a", "nyc311")


def test_cases_their_sources_do_not_characterise_never_count_in_a_similarity() -> None:
    found = comparison(["b"], [*FURTHER, "flowminder"])
    for further in FURTHER:
        assert found.pair("b", further).similarity is None
    assert found.pair("b", "flowminder").similarity == 1
    assert found.nearest[0].cases == ("flowminder",)


def test_dimensions_nobody_characterised_are_listed() -> None:
    found = comparison(["a", "empty"], ["harbour", "nyc311"])
    assert found.never_characterised == (
        "primary_interest",
        "contextual_factors",
        "problem_definition",
        "dependencies",
        "timeframes",
        "sector_conception",
        "sensemaking_theme",
    )
    assert comparison().never_characterised == ()


def test_the_findings_are_the_nearest_cases_then_every_pair() -> None:
    found = comparison()
    assert [each.id for each in found.findings[:3]] == ["nearest.b", "nearest.a", "nearest.empty"]
    assert len(found.findings) == 3 + 21


def test_an_own_case_has_an_address_and_one_of_the_library_has_none() -> None:
    roots = {each.id: each.root for each in subjects(WORKBOOK, LIBRARY)}
    assert roots["harbour"] == ("own_cases", "harbour")
    assert roots["b"] == ("drafts", "b")
    assert roots["floraholland"] is None


def test_a_workbook_without_drafts_compares_the_cases() -> None:
    found = compare(subjects(Workbook(), LIBRARY), LIBRARY, ())
    assert [each.id for each in found.columns] == THREE
    assert found.nearest == ()
    assert [pair.similarity for pair in found.pairs] == [0.1625, 0.25, 0.275]


def test_a_draft_everywhere_alike_is_compared_over_all_eight() -> None:
    workbook = Workbook(drafts=(draft(everywhere(RESOURCE)),))
    assert (
        compare(subjects(workbook, LIBRARY), LIBRARY, ()).pair("ours", "floraholland").dimensions_compared
        == 8
    )
