"""How alike two designs are: the part of the two mixes that is shared, exactly."""

from fractions import Fraction

import pytest
from hypothesis import given, settings

from tests import builders
from tests.workbook.analysis.designs import (
    ISSUE,
    LIBRARY,
    RESOURCE,
    SECTOR,
    everywhere,
    fractions,
    subject,
    votes,
)
from workbook.analysis.similarity import Similarity, exact_similarity, shared_part, similarity
from workbook.analysis.subject import Subject, case_subject, draft_subject
from workbook.model.draft import Draft
from workbook.model.vocabulary import PLATFORMS


def pair(one: Subject, other: Subject) -> Similarity:
    return similarity(one, other, exact_similarity(one, other), LIBRARY)


def case(case_id: str) -> Subject:
    return case_subject(LIBRARY.case(case_id))


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        (("7/10", "3/10", "0"), ("7/10", "0", "3/10"), "7/10"),  # 7/10 + 0 + 0
        (("7/10", "3/10", "0"), ("0", "7/10", "3/10"), "3/10"),  # 0 + 3/10 + 0
        (("1/3", "1/3", "1/3"), ("1/2", "1/2", "0"), "2/3"),  # 1/3 + 1/3 + 0
        (("1/8", "0", "7/8"), ("1/4", "3/4", "0"), "1/8"),
        (("1", "0", "0"), ("0", "1", "0"), "0"),
        (("1/7", "2/7", "4/7"), ("1/7", "2/7", "4/7"), "1"),
    ],
)
def test_what_two_mixes_share_is_the_sum_of_the_smaller_shares(
    one: tuple[str, ...], other: tuple[str, ...], shared: str
) -> None:
    mixes = [dict(zip(PLATFORMS, fractions(*each), strict=True)) for each in (one, other)]
    assert shared_part(mixes[0], mixes[1]) == Fraction(shared)


# By hand, in the order of the dimensions:
#   FloraHolland - Flowminder      0 + 0 + 0 + 0.3 + 1 + 0 + 0 + 0        = 1.3, an eighth of it 0.1625
#   FloraHolland - New York State  0 + 0 + 0 + 0 + 0.7 + 0.3 + 1 + 0      = 2.0, an eighth of it 0.25
#   Flowminder - New York State    0 + 0.7 + 0.3 + 0 + 0.7 + 0 + 0 + 0.5  = 2.2, an eighth of it 0.275
@pytest.mark.parametrize(
    ("one", "other", "by_dimension", "overall"),
    [
        ("floraholland", "flowminder", (0, 0, 0, 0.3, 1, 0, 0, 0), 0.1625),
        ("floraholland", "nys_food_traceability", (0, 0, 0, 0, 0.7, 0.3, 1, 0), 0.25),
        ("flowminder", "nys_food_traceability", (0, 0.7, 0.3, 0, 0.7, 0, 0, 0.5), 0.275),
    ],
)
def test_the_published_cases_are_as_alike_as_worked_out_by_hand(
    one: str, other: str, by_dimension: tuple[float, ...], overall: float
) -> None:
    found = pair(case(one), case(other))
    assert tuple(found.by_dimension.model_dump().values()) == by_dimension
    assert found.similarity == overall
    assert found.dimensions_compared == 8


def test_the_explanation_says_where_two_are_most_and_least_alike() -> None:
    assert pair(case("floraholland"), case("nys_food_traceability")).finding.words == (
        "FloraHolland and New York State (envisaged) are different: 25 of 100 over the 8 dimensions both "
        "have. "
        "Most alike on Conceptualization of sectors (100 of 100). "
        "Least alike on Primary interest, Contextual factors, Source of the problem definition, Orientation "
        "and Prospective sense-making theme (0 of 100)."
    )


# On all dimensions (shared, 100 - shared, 0) beside the whole of the first platform: that part is shared.
@pytest.mark.parametrize(
    ("shared", "words"),
    [
        (100, "very alike, 100 of 100"),
        (85, "very alike, 85 of 100"),
        (84, "alike, 84 of 100"),
        (60, "alike, 60 of 100"),
        (59, "partly alike, 59 of 100"),
        (35, "partly alike, 35 of 100"),
        (34, "different, 34 of 100"),
        (0, "different, 0 of 100"),
    ],
)
def test_the_figure_of_a_pair_has_words_that_change_at_their_thresholds(shared: int, words: str) -> None:
    ours = subject(everywhere((shared, 100 - shared, 0)))
    assert pair(ours, subject(everywhere(RESOURCE), "theirs")).words == words


def test_a_mean_of_different_dimensions_reaches_the_threshold_exactly() -> None:
    # (0.7 + 1 + 0.85) / 3 = 0.85
    ours = subject({"orientation": (70, 30, 0), "timeframes": ISSUE, "dependencies": (85, 0, 15)})
    theirs = subject({"orientation": RESOURCE, "timeframes": ISSUE, "dependencies": RESOURCE}, "theirs")
    assert exact_similarity(ours, theirs).overall == Fraction(85, 100)
    assert pair(ours, theirs).words == "very alike, 85 of 100"


def test_a_dimension_only_one_of_the_two_has_counts_for_nothing_and_is_listed() -> None:
    # Compared on orientation (0.3) and timeframes (1) alone: 1.3 / 2 = 0.65.
    ours = subject({"orientation": (70, 30, 0), "timeframes": SECTOR, "dependencies": ISSUE})
    theirs = subject({"orientation": ISSUE, "timeframes": SECTOR, "sector_conception": ISSUE}, "theirs")
    found = pair(ours, theirs)
    assert found.similarity == 0.65
    assert found.dimensions_compared == 2
    assert (found.by_dimension.dependencies, found.by_dimension.sector_conception) == (None, None)
    assert found.finding.words.endswith(
        "Not compared, because not characterised in both: Primary interest, Contextual factors, Source of "
        "the problem definition, Dependencies, Conceptualization of sectors and Prospective "
        "sense-making theme."
    )


def test_designs_that_share_no_dimension_cannot_be_compared_rather_than_being_different() -> None:
    found = pair(subject({"orientation": ISSUE}), subject({"timeframes": ISSUE}, "theirs"))
    assert found.similarity is None
    assert found.dimensions_compared == 0
    assert found.words == "not comparable"
    assert found.finding.value is None
    assert "cannot be compared" in found.finding.words


def test_the_votes_of_a_room_are_compared_by_their_shares() -> None:
    # 1/4, 1/4, 1/2 of the votes beside 0.2, 0.5, 0.3: 0.2 + 0.25 + 0.3 = 0.75
    ours, theirs = subject({"orientation": votes(1, 1, 2)}), subject({"orientation": (20, 50, 30)}, "theirs")
    assert pair(ours, theirs).similarity == 0.75


def test_the_figure_shows_what_it_was_worked_out_from() -> None:
    found = pair(case("flowminder"), subject({"orientation": (70, 30, 0)})).finding
    shown = {each.name: (each.value, each.address) for each in found.inputs}
    assert shown["Orientation"] == (0.3, "drafts/ours/dimensions/orientation")
    assert shown["Timeframes"] == (None, "drafts/ours/dimensions/timeframes")
    assert len(shown) == 8


@settings(max_examples=30)
@given(builders.drafts("one"), builders.drafts("other"))
def test_any_two_designs_are_as_alike_one_way_as_the_other_and_between_0_and_1(
    one: Draft, other: Draft
) -> None:
    there, back = (
        exact_similarity(draft_subject(one), draft_subject(other)),
        exact_similarity(draft_subject(other), draft_subject(one)),
    )
    assert there == back
    for share in (there.overall, *there.by_dimension.values()):
        assert share is None or 0 <= share <= 1
    for dimension, share in there.by_dimension.items():
        both = (one.dimensions.positions()[dimension], other.dimensions.positions()[dimension])
        assert (share is None) == (not all(position.is_characterised for position in both))


@settings(max_examples=30)
@given(builders.drafts())
def test_any_design_is_wholly_like_itself_where_it_is_characterised(draft: Draft) -> None:
    itself = exact_similarity(draft_subject(draft), draft_subject(draft))
    characterised = [each.is_characterised for each in draft.dimensions.positions().values()]
    assert itself.overall == (1 if any(characterised) else None)
    assert [share is not None for share in itself.by_dimension.values()] == characterised
    assert {share for share in itself.by_dimension.values() if share is not None} <= {Fraction(1)}
