"""Records that stand under a key in the file and are a sorted tuple in memory.

A dictionary would be shorter, but a frozen record that holds one is not frozen.
"""

from collections.abc import Mapping
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from workbook.model.record import Record, refuse_duplicates


class KeyedBy:
    """Annotates a tuple of records: in the file an object keyed by the records' key field."""

    def __init__(self, kind: type[Record], what: str) -> None:
        if kind.key_field is None:
            raise TypeError(f"{kind.__name__} has no key to stand under")
        self.key = kind.key_field
        self.what = what

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:  # noqa: ANN401 - pydantic's signature
        """Read from the file's form or from records; write the file's form."""
        checked = core_schema.no_info_after_validator_function(self._sorted_once, handler(source))
        return core_schema.no_info_before_validator_function(
            self._from_file,
            checked,
            serialization=core_schema.plain_serializer_function_ser_schema(self._to_file),
        )

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Describe the object in the file, whose keys take the place of the field."""
        record = handler(schema)["items"]
        definition = handler.resolve_ref_schema(record)
        key = definition["properties"].pop(self.key, {})
        definition["required"] = [name for name in definition.get("required", []) if name != self.key]
        if not definition["required"]:
            del definition["required"]
        return {"type": "object", "additionalProperties": record, "propertyNames": key, "default": {}}

    def _from_file(self, value: object) -> object:
        if not isinstance(value, Mapping):
            return value
        for key, entry in value.items():
            if isinstance(entry, Mapping) and self.key in entry:
                raise ValueError(f"the {self.key} {key} is the key and must not stand under it again")
        return tuple(
            {**entry, self.key: key} if isinstance(entry, Mapping) else entry for key, entry in value.items()
        )

    def _sorted_once(self, records: tuple[Record, ...]) -> tuple[Record, ...]:
        refuse_duplicates((getattr(record, self.key) for record in records), self.what)
        return tuple(sorted(records, key=lambda record: str(getattr(record, self.key))))

    def _to_file(self, records: tuple[Record, ...]) -> dict[str, Any]:
        # pydantic turns these values into JSON. Dumping each record by itself would take twice as long.
        return {getattr(record, self.key): self._without_key(record) for record in records}

    def _without_key(self, record: Record) -> dict[str, Any]:
        fields = dict(vars(record))
        del fields[self.key]
        return fields
