"""The JSON Schema of a file, for other programs and for editors that check while typing."""

from typing import Any

from workbook.persistence.format import EXTENSION, FORMAT_VERSION, WorkbookFile

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def file_schema() -> dict[str, Any]:
    """The schema of the whole file. What it cannot say (ids are unique, references lead on) `check` does."""
    schema = WorkbookFile.model_json_schema(mode="validation", by_alias=True)
    schema["properties"]["format_version"] = {
        "const": FORMAT_VERSION,
        "description": schema["properties"]["format_version"]["description"],
    }
    schema["title"] = f"Partnership Design Workbook ({EXTENSION}), format {FORMAT_VERSION}"
    return {"$schema": DIALECT, **_with_empty_objects(schema)}


def _with_empty_objects(schema: Any) -> Any:  # noqa: ANN401 - any part of a schema
    """Keyed records default to an empty object in the file, though they are an empty tuple in memory."""
    if isinstance(schema, list):
        return [_with_empty_objects(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    mended = {key: _with_empty_objects(part) for key, part in schema.items()}
    if mended.get("type") == "object" and mended.get("default") in ([], ()):
        mended["default"] = {}
    return mended
