"""The JSON Schema tells other programs the format."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from workbook.model.draft import Draft
from workbook.model.vocabulary import DIMENSIONS
from workbook.model.workbook import Workbook
from workbook.persistence.schema import file_schema


def parts_of(schema: object) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        yield schema
        for part in schema.values():
            yield from parts_of(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from parts_of(part)


def definition(name: str) -> dict[str, Any]:
    found: dict[str, Any] = file_schema()["$defs"][name]
    return found


def test_the_schema_says_what_it_is_and_what_is_needed() -> None:
    schema = file_schema()

    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["title"] == "Partnership Design Workbook (.partnership), format 1"
    assert schema["required"] == ["format", "format_version", "workbook"]
    assert schema["properties"]["format"]["const"] == "partnership-workbook"
    assert schema["properties"]["format_version"]["const"] == 1
    assert list(schema["properties"])[:6] == [
        "format", "format_version", "app_version", "document_id", "revision", "sha256",
    ]  # fmt: skip
    json.dumps(schema)


def test_every_object_is_closed_and_described() -> None:
    objects = [part for part in parts_of(file_schema()) if "properties" in part]

    assert len(objects) > 40
    assert [part["title"] for part in objects if part["additionalProperties"] is not False] == []
    assert [part["title"] for part in objects if not part.get("description")] == []


def test_the_names_are_those_of_the_file() -> None:
    assert list(definition("Workbook")["properties"]) == list(Workbook.model_fields)
    assert list(definition("Draft")["properties"]) == list(Draft.model_fields)
    assert list(definition("Dimensions")["properties"]) == list(DIMENSIONS)
    assert {"from", "to"} <= set(definition("Move")["properties"])


def test_keyed_records_are_objects_that_start_empty() -> None:
    scores = definition("Scenario")["properties"]["scores"]

    assert scores["type"] == "object"
    assert scores["default"] == {}
    assert scores["propertyNames"]["pattern"] == "^[A-Za-z0-9_-]{1,60}$"
    assert definition("Draft")["properties"]["readiness"]["default"] == {}
    assert "interest" not in definition("Score")["properties"]


def test_the_sample_uses_only_names_of_the_schema(sample: Path) -> None:
    named = {name for part in parts_of(file_schema()) for name in part.get("properties", {})}
    keyed = {"i-speed", "i-secret", "i-safety", "trusted_networks", "shared_information"}
    used = {name for part in parts_of(json.loads(sample.read_bytes())) for name in part}

    assert used - keyed == named
