"""Scores and readiness: under their keys in the file, a sorted tuple in memory."""

import pytest
from pydantic import ValidationError

from workbook.model.challenges import ReadinessEntry
from workbook.model.draft import Draft
from workbook.model.keyed import KeyedBy
from workbook.model.mix import Mix
from workbook.model.scenarios import Scenario
from workbook.model.scores import Score
from workbook.model.workbook import Workbook


def test_what_stands_under_keys_in_the_file_is_a_sorted_tuple_in_memory() -> None:
    scenario = Scenario.model_validate({"id": "c", "scores": {"speed": {"value": 2}, "cost": {"value": -1}}})
    assert scenario.scores == (Score(interest="cost", value=-1), Score(interest="speed", value=2))


def test_records_in_any_order_are_sorted_so_that_equal_designs_are_equal() -> None:
    cost, speed = Score(interest="cost"), Score(interest="speed")
    assert Scenario(id="c", scores=(speed, cost)) == Scenario(id="c", scores=(cost, speed))


def test_the_file_gets_an_object_whose_keys_stand_only_once() -> None:
    dumped = Scenario(id="c", scores=(Score(interest="speed", value=2),)).model_dump(mode="json")["scores"]
    assert list(dumped) == ["speed"]
    assert dumped["speed"]["value"] == 2
    assert "interest" not in dumped["speed"]


def test_readiness_stands_under_its_component() -> None:
    draft = Draft.model_validate({"id": "d", "readiness": {"integrated_data": {"level": "partly"}}})
    assert draft.readiness == (ReadinessEntry(component="integrated_data", level="partly"),)
    assert draft.model_dump(mode="json")["readiness"] == {"integrated_data": {"level": "partly", "note": ""}}


def test_the_same_key_twice_is_refused() -> None:
    with pytest.raises(ValidationError, match="speed occurs more than once"):
        Scenario(id="c", scores=(Score(interest="speed", value=1), Score(interest="speed", value=2)))


def test_a_key_inside_the_record_as_well_is_an_unknown_field() -> None:
    with pytest.raises(ValidationError, match="speed"):
        Scenario.model_validate({"id": "c", "scores": {"speed": {"interest": "cost", "value": 2}}})


@pytest.mark.parametrize(
    "wrong", [{"speed": 2}, {"speed": None}, {"a b": {}}, {"speed": {"colour": 1}}, "speed", 3]
)
def test_anything_else_under_a_key_is_refused(wrong: object) -> None:
    with pytest.raises(ValidationError, match="scores"):
        Scenario.model_validate({"id": "c", "scores": wrong})


def test_the_json_schema_describes_the_object_in_the_file() -> None:
    schema = Workbook.model_json_schema()
    scores = schema["$defs"]["Scenario"]["properties"]["scores"]
    assert scores["type"] == "object"
    assert scores["propertyNames"]["pattern"] == "^[A-Za-z0-9_-]{1,60}$"
    assert scores["additionalProperties"] == {"$ref": "#/$defs/Score"}
    assert "interest" not in schema["$defs"]["Score"]["properties"]
    assert schema["$defs"]["Score"]["additionalProperties"] is False
    readiness = schema["$defs"]["Draft"]["properties"]["readiness"]
    assert readiness["additionalProperties"] == {"$ref": "#/$defs/ReadinessEntry"}
    assert "required" not in schema["$defs"]["ReadinessEntry"]


def test_a_record_without_a_key_can_stand_under_none() -> None:
    with pytest.raises(TypeError, match="Mix has no key"):
        KeyedBy(Mix, "mixes")
