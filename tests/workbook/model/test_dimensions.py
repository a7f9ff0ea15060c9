"""Positions on the dimensions: a mix or votes, and when a room is split."""

from fractions import Fraction

import pytest
from pydantic import ValidationError

from workbook.model.dimensions import Dimensions, Position
from workbook.model.mix import Mix, Votes
from workbook.model.vocabulary import DIMENSIONS


def voted(*counts: int) -> Position:
    resource, issue, sector = counts
    return Position(votes=Votes(resource_dependence=resource, social_issue=issue, societal_sector=sector))


def test_a_position_is_a_mix_or_votes_but_not_both() -> None:
    with pytest.raises(ValidationError, match="not both"):
        Position(mix=Mix(social_issue=1), votes=Votes(social_issue=3))
    with pytest.raises(ValidationError, match="not both"):
        voted(1, 2, 3).replace(mix=Mix(social_issue=1))


def test_the_shares_of_votes_are_exact() -> None:
    assert voted(1, 2, 4).shares() == {
        "resource_dependence": Fraction(1, 7),
        "social_issue": Fraction(2, 7),
        "societal_sector": Fraction(4, 7),
    }


@pytest.mark.parametrize("position", [Position(), voted(0, 0, 0), Position(characterisation="Words only")])
def test_without_a_mix_and_without_a_vote_nothing_is_characterised(position: Position) -> None:
    assert position.shares() is None
    assert not position.is_characterised
    assert not position.is_split


@pytest.mark.parametrize("votes", [(3, 2, 0), (0, 3, 2), (1, 1, 3), (6, 2, 2), (1, 0, 0), (0, 0, 600)])
def test_with_60_of_100_votes_or_more_the_room_agrees(votes: tuple[int, int, int]) -> None:
    assert not voted(*votes).is_split
    assert voted(*votes).is_characterised


@pytest.mark.parametrize("votes", [(4, 0, 4), (1, 1, 1), (0, 1, 1), (599, 401, 0), (0, 29, 20)])
def test_below_60_of_100_votes_the_room_is_split(votes: tuple[int, int, int]) -> None:
    assert voted(*votes).is_split


def test_a_mix_is_never_a_split_room() -> None:
    assert not Position(mix=Mix(resource_dependence=0.5, societal_sector=0.5)).is_split


def test_the_eight_dimensions_come_in_the_order_of_the_framework() -> None:
    assert list(Dimensions().positions()) == [
        "primary_interest",
        "contextual_factors",
        "problem_definition",
        "orientation",
        "dependencies",
        "timeframes",
        "sector_conception",
        "sensemaking_theme",
    ]
    assert list(Dimensions.model_fields) == list(DIMENSIONS)


def test_a_ninth_dimension_is_refused() -> None:
    with pytest.raises(ValidationError, match="weather"):
        Dimensions.model_validate({"weather": {}})
