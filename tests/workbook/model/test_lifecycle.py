"""The lifecycle: moves follow on from one another, and the stage is where the last one led."""

from typing import Any

import pytest
from pydantic import ValidationError

from workbook.model.lifecycle import Lifecycle, Move
from workbook.model.vocabulary import STAGES

AT = "2027-03-01T14:30:00+01:00"


def move(move_id: str, start: str, end: str, **more: object) -> Move:
    return Move.model_validate({"id": move_id, "from": start, "to": end, "at": AT, **more})


def test_a_draft_begins_at_the_first_stage() -> None:
    assert Lifecycle().stage == "frame" == STAGES[0]


def test_the_stage_is_where_the_last_move_led() -> None:
    moves = (
        move("m1", "frame", "interests"),
        move("m2", "interests", "paused"),
        move("m3", "paused", "interests"),
    )
    assert Lifecycle(moves=moves[:2]).stage == "paused"
    assert Lifecycle(moves=moves).stage == "interests"


@pytest.mark.parametrize(
    "moves",
    [
        (move("m1", "interests", "win_wins"),),
        (move("m1", "frame", "interests"), move("m2", "frame", "interests")),
        (move("m1", "frame", "interests"), move("m2", "win_wins", "alignment")),
    ],
)
def test_a_move_starts_where_the_draft_stands(moves: tuple[Move, ...]) -> None:
    with pytest.raises(ValidationError, match="but the draft stood at"):
        Lifecycle(moves=moves)


def test_a_move_occurs_once() -> None:
    with pytest.raises(ValidationError, match="m1 occurs more than once"):
        Lifecycle(moves=(move("m1", "frame", "interests"), move("m1", "interests", "frame")))


@pytest.mark.parametrize("place", ["feasibility", "trigger", "sleep", None])
def test_a_move_leads_to_a_stage_or_to_paused_or_closed(place: object) -> None:
    given: dict[str, Any] = {"id": "m1", "from": "frame", "to": place, "at": AT}
    with pytest.raises(ValidationError, match="to"):
        Move.model_validate(given)


@pytest.mark.parametrize("cycle", [0, -1, 1.5])
def test_cycles_are_counted_from_1(cycle: object) -> None:
    with pytest.raises(ValidationError, match="cycle"):
        move("m1", "frame", "interests", cycle=cycle)


def test_where_a_move_starts_is_called_from_in_the_file() -> None:
    one = move("m1", "frame", "interests")
    dumped = one.model_dump(mode="json", by_alias=True)
    assert dumped["from"] == "frame"
    assert "from_" not in dumped
    assert Move.model_validate(dumped) == one


def test_where_a_move_starts_can_be_replaced_like_any_field() -> None:
    one = move("m1", "frame", "interests", because="Ready")
    assert one.replace(because="All there").from_ == "frame"
    assert one.replace(from_="paused").from_ == "paused"
    with pytest.raises(ValidationError, match="from"):
        one.replace(from_="nowhere")


def test_a_lifecycle_is_equal_after_a_dump_and_a_load() -> None:
    overridden = [{"condition": "Everybody is better off", "because": "The flood"}]
    lifecycle = Lifecycle(
        moves=(move("m1", "frame", "sharing", held=["Framed"], overridden=overridden, cycle=2),)
    )
    assert Lifecycle.model_validate(lifecycle.model_dump(mode="json", by_alias=True)) == lifecycle
