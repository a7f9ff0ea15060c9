"""Which platform a design resembles, how clearly, and which dimensions pull elsewhere."""

from fractions import Fraction
from typing import Any

import pytest

from tests.workbook.analysis.designs import (
    ISSUE,
    LIBRARY,
    RESOURCE,
    SECTOR,
    Parts,
    everywhere,
    fractions,
    own_case,
    subject,
    votes,
)
from workbook.analysis.position import largest, lead, position_in_words, votes_in_digits
from workbook.analysis.profile import Profile, mean_shares, profile
from workbook.analysis.subject import case_subject
from workbook.model.mix import Votes
from workbook.model.vocabulary import DIMENSIONS, PLATFORMS


def profile_of(positions: dict[str, Any]) -> Profile:
    return profile(subject(positions), LIBRARY)


def case_profile(case_id: str) -> Profile:
    return profile(case_subject(LIBRARY.case(case_id)), LIBRARY)


def note(of: Profile, which: str) -> str | None:
    return next((each.words for each in of.notes if each.id.startswith(f"profile.{which}.")), None)


# The published cells in our coding, typed from the tables and not taken from the library. The means by hand:
#   FloraHolland   resource (5 * 1 + 3 * 0.7) / 8 = 7.1 / 8 = 0.8875; issue 0.3 / 8 = 0.0375;
#                  sector 2 * 0.3 / 8 = 0.075
#   Flowminder     resource 1 / 8 = 0.125; issue 7 / 8 = 0.875
#   New York State resource 2 * 0.7 / 8 = 0.175; issue (0.7 + 0.3 + 0.5) / 8 = 0.1875;
#                  sector (3 * 1 + 0.7 + 3 * 0.3 + 0.5) / 8 = 5.1 / 8 = 0.6375
MEANS = {
    "floraholland": (0.8875, 0.0375, 0.075),
    "flowminder": (0.125, 0.875, 0.0),
    "nys_food_traceability": (0.175, 0.1875, 0.6375),
}
LEADS = {
    "floraholland": 0.8125,  # 0.8875 - 0.075
    "flowminder": 0.75,  # 0.875 - 0.125
    "nys_food_traceability": 0.45,  # 0.6375 - 0.1875
}
ASSIGNED_BY_THE_AUTHORS = {
    "floraholland": "resource_dependence",
    "flowminder": "social_issue",
    "nys_food_traceability": "societal_sector",
}
PULLING = {
    "floraholland": [],
    "flowminder": ["dependencies"],
    "nys_food_traceability": ["contextual_factors", "dependencies", "sector_conception"],
}
THREE_CASES = pytest.mark.parametrize("case_id", list(MEANS))


@THREE_CASES
def test_the_profile_of_a_published_case_is_the_mean_worked_out_by_hand(case_id: str) -> None:
    shares = case_profile(case_id).shares
    assert shares is not None
    assert tuple(getattr(shares, platform) for platform in PLATFORMS) == MEANS[case_id]


@THREE_CASES
def test_the_profile_of_a_published_case_agrees_with_the_platform_its_authors_assign(case_id: str) -> None:
    found = case_profile(case_id)
    assert found.platform.value == ASSIGNED_BY_THE_AUTHORS[case_id]
    assert found.leaders == (ASSIGNED_BY_THE_AUTHORS[case_id],)
    assert LIBRARY.case(case_id).platform == ASSIGNED_BY_THE_AUTHORS[case_id]
    assert found.clarity == "clearly"
    assert found.lead == LEADS[case_id]


@THREE_CASES
def test_the_dimensions_of_a_published_case_that_pull_elsewhere_are_named(case_id: str) -> None:
    found = case_profile(case_id)
    assert [each.dimension for each in found.dimensions if each.pulls_elsewhere] == PULLING[case_id]


def test_the_profile_reads_as_sentences() -> None:
    new_york = case_profile("nys_food_traceability")
    assert new_york.platform.words == (
        "New York State (envisaged) clearly resembles a societal sector platform "
        "(Societal sector 64, Social issue 19 and Resource-dependence 17 of 100, over all 8 dimensions)."
    )
    assert note(new_york, "pulls_elsewhere") == (
        "3 dimensions pull elsewhere: Contextual factors, Dependencies and Conceptualization of sectors."
    )
    assert note(case_profile("flowminder"), "pulls_elsewhere") == "1 dimension pulls elsewhere: Dependencies."
    assert note(case_profile("floraholland"), "pulls_elsewhere") == "No dimension pulls elsewhere."


def test_a_dimension_tied_between_the_leader_and_another_does_not_pull_elsewhere() -> None:
    readings = {each.dimension: each for each in case_profile("nys_food_traceability").dimensions}
    assert not readings["sensemaking_theme"].pulls_elsewhere  # issue and sector, half and half
    assert readings["sensemaking_theme"].finding.words == "Prospective sense-making theme: Issue and Sector."


# On all eight dimensions the same mix, so that the mean is that mix.
@pytest.mark.parametrize(
    ("parts", "clarity"),
    [
        ((70, 30, 0), "clearly"),  # a lead of 0.40; in floats 0.7 - 0.3 is 0.39999999999999997
        ((60, 20, 20), "clearly"),  # 0.40
        ((69, 30, 1), "leaning towards"),  # 0.39
        ((57, 42, 1), "leaning towards"),  # 0.15; in floats 0.57 - 0.42 is 0.1499999999999999
        ((43, 28, 29), "mixed"),  # 0.14
        ((29, 14, 57), "leaning towards"),  # 0.57 - 0.29 = 0.28
        ((57, 43, 0), "mixed"),  # 0.14
        ((50, 35, 15), "leaning towards"),  # 0.15
        ((50, 50, 0), "mixed"),
        (SECTOR, "clearly"),
    ],
)
def test_how_clear_the_platform_is_changes_exactly_at_its_thresholds(parts: Parts, clarity: str) -> None:
    assert profile_of(everywhere(parts)).clarity == clarity


def test_a_mean_of_different_mixes_reaches_the_threshold_exactly_too() -> None:
    # Issue (5 * 1 + 0.8) / 8 = 0.725, resource (2 * 1 + 0.2) / 8 = 0.275: a lead of 0.45. With 0.2 more moved
    # from issue to resource on the mixed dimension, 0.7 and 0.3: exactly 0.40.
    positions = {**everywhere(ISSUE), "dependencies": RESOURCE, "timeframes": RESOURCE}
    assert profile_of({**positions, "orientation": (20, 80, 0)}).lead == 0.45
    at_threshold = profile_of({**positions, "orientation": (40, 60, 0)})
    assert (at_threshold.lead, at_threshold.clarity) == (0.4, "clearly")
    just_below = profile_of({**positions, "orientation": (41, 59, 0)})
    assert just_below.clarity == "leaning towards"


def test_a_leaning_design_is_said_to_lean() -> None:
    words = profile_of(everywhere((50, 35, 15))).platform.words
    assert words.startswith(
        "Ours is leaning towards a resource-dependence platform (Resource-dependence 50, "
    )


def test_a_mixed_design_is_told_the_limit_of_the_framework() -> None:
    finding = profile_of(everywhere((40, 30, 30))).platform
    assert finding.words == (
        "Ours is mixed (Resource-dependence 40, Social issue 30 and Societal sector 30 of 100, over all 8 "
        "dimensions); there may be platforms beyond these three."
    )
    assert "section 7" in finding.citation
    assert "section 7" not in profile_of(everywhere(ISSUE)).platform.citation


def test_platforms_that_tie_for_the_first_place_both_lead() -> None:
    found = profile_of({"orientation": RESOURCE, "timeframes": SECTOR, "dependencies": (50, 0, 50)})
    assert found.leaders == ("resource_dependence", "societal_sector")
    assert found.platform.value is None
    assert found.lead == 0
    assert not any(each.pulls_elsewhere for each in found.dimensions)
    with_a_third = profile_of({"orientation": RESOURCE, "timeframes": SECTOR, "dependencies": (40, 20, 40)})
    assert with_a_third.leaders == found.leaders


def test_what_nobody_characterised_counts_for_nothing() -> None:
    # Over two dimensions, not eight: resource (1 + 0.7) / 2 = 0.85, sector 0.3 / 2 = 0.15.
    found = profile_of({"orientation": RESOURCE, "timeframes": (70, 0, 30), "dependencies": votes(0, 0, 0)})
    assert found.shares is not None
    assert (found.shares.resource_dependence, found.shares.societal_sector) == (0.85, 0.15)
    assert found.dimensions_characterised == 2
    assert "over 2 of 8 dimensions" in found.platform.words
    open_ones = next(each for each in found.notes if each.id.startswith("profile.open."))
    assert open_ones.value == 6
    assert open_ones.words.startswith("6 dimensions are still open: Primary interest, Contextual factors, ")


def test_a_design_nobody_has_characterised_has_no_platform_rather_than_a_figure_of_0() -> None:
    found = profile_of({})
    assert (found.shares, found.clarity, found.lead, found.leaders) == (None, None, None, ())
    assert found.platform.value is None
    assert found.platform.words == "Ours: no platform yet, because no dimension is characterised."
    assert [each.finding.words.endswith(": not characterised.") for each in found.dimensions] == [True] * 8
    assert note(found, "pulls_elsewhere") is None


def test_a_case_its_source_does_not_characterise_has_no_platform() -> None:
    found = case_profile("nyc311")
    assert found.dimensions_characterised == 0
    assert found.platform.value is None


def test_a_split_room_is_said_in_votes_and_never_called_mixed() -> None:
    found = profile_of({"orientation": votes(4, 0, 4)})
    reading = next(each for each in found.dimensions if each.dimension == "orientation")
    assert reading.is_split
    assert reading.finding.words == "Orientation: the room is split (4 / 0 / 4)."
    assert note(found, "split") == "1 dimension has a split room: Orientation."
    assert found.clarity == "split"
    assert found.platform.words == (
        "Ours: no platform leads, because the room is split (Resource-dependence 50, Societal sector 50 and "
        "Social issue 0 of 100, over 1 of 8 dimensions)."
    )
    for finding in found.findings:
        assert "mixed" not in finding.words
        assert all("mixed" not in str(each.value) for each in finding.inputs)


def test_a_room_in_which_three_of_five_agree_is_not_split() -> None:
    found = profile_of({"orientation": votes(3, 2, 0)})
    reading = next(each for each in found.dimensions if each.dimension == "orientation")
    assert not reading.is_split
    assert reading.finding.words == "Orientation: mostly Resource, some Issue (votes 3 / 2 / 0)."
    assert note(found, "split") is None


def test_the_profile_is_split_only_when_the_split_rooms_cause_it() -> None:
    # Agreed on resource once, split evenly twice: resource (1 + 0 + 0) / 3, issue (0 + 1/2 + 1/2) / 3, sector
    # the same, so nobody leads; without the split rooms resource would. The split causes it.
    caused = {"orientation": RESOURCE, "timeframes": votes(0, 4, 4), "dependencies": votes(0, 4, 4)}
    assert profile_of(caused).clarity == "split"
    # Agreed on resource twice and on issue twice, split once: without the split room it would be mixed too.
    mixed = {
        "orientation": RESOURCE,
        "timeframes": RESOURCE,
        "dependencies": ISSUE,
        "primary_interest": ISSUE,
        "sensemaking_theme": votes(4, 4, 4),
    }
    assert profile_of(mixed).clarity == "mixed"


def test_a_split_room_does_not_hide_a_platform_that_leads_all_the_same() -> None:
    # By hand: resource has (7 + 1/2) / 8, sector (1/2) / 8, a lead of 7/8.
    assert profile_of({**everywhere(RESOURCE), "orientation": votes(4, 0, 4)}).clarity == "clearly"


def test_the_exact_mean_is_a_fraction() -> None:
    one = dict(zip(PLATFORMS, fractions("1/3", "1/3", "1/3"), strict=True))
    other = dict(zip(PLATFORMS, fractions("1/2", "1/2", "0"), strict=True))
    # (1/3 + 1/2) / 2 = 5/12 and (1/3 + 0) / 2 = 1/6
    assert list((mean_shares([one, other]) or {}).values()) == fractions("5/12", "5/12", "1/6")
    assert mean_shares([]) is None


def test_the_lead_is_that_of_the_first_over_the_second() -> None:
    shares = dict(zip(PLATFORMS, fractions("1/2", "1/6", "1/3"), strict=True))
    assert lead(shares) == Fraction(1, 6)
    assert largest(shares) == ("resource_dependence",)


@pytest.mark.parametrize(
    ("position", "words"),
    [
        (ISSUE, "Issue"),
        ((0, 50, 50), "Issue and Sector"),
        ((70, 30, 0), "mostly Resource, some Issue"),
        ((20, 60, 20), "mostly Issue, some Resource and Sector"),
        ((40, 40, 20), "mostly Resource and Issue, some Sector"),
        (votes(5, 0, 0), "Resource (votes 5 / 0 / 0)"),
        (votes(1, 1, 0), "the room is split (1 / 1 / 0)"),
        (votes(0, 0, 0), "not characterised"),
    ],
)
def test_a_position_reads_in_words_before_digits(position: Any, words: str) -> None:  # noqa: ANN401
    assert position_in_words(subject({"orientation": position}), "orientation", LIBRARY) == words


def test_votes_read_in_the_order_of_the_platforms() -> None:
    assert votes_in_digits(Votes(resource_dependence=1, social_issue=2, societal_sector=3)) == "1 / 2 / 3"


def test_every_input_of_the_platform_leads_to_its_dimension() -> None:
    found = profile_of(everywhere(ISSUE))
    assert [each.address for each in found.platform.inputs] == [
        f"drafts/ours/dimensions/{d}" for d in DIMENSIONS
    ]
    library_case = case_profile("flowminder").platform
    assert library_case.address is None
    assert {each.address for each in library_case.inputs} == {None}


def test_an_own_case_is_profiled_like_the_built_in_ones() -> None:
    found = profile(case_subject(own_case("harbour", everywhere((10, 10, 80)))), LIBRARY)
    assert found.platform.words.startswith("Harbour clearly resembles a societal sector platform")
