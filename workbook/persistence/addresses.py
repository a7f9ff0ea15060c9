"""pydantic's findings in plain words, each at an address of keys and ids instead of positions."""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from workbook.persistence.problems import quoted

MOST_PROBLEMS = 1000
"""Enough to mend a file by; a file of another kind can break a rule a million times."""

_KEYS = ("id", "mechanism", "role")
"""The fields by which members of a list are told apart, the most telling first."""


def sentences(error: ValidationError, document: Mapping[str, Any]) -> tuple[str, ...]:
    """One sentence per problem, `address: what is wrong`, in the order of the file; at least one."""
    found: dict[str, None] = {}
    for detail in error.errors(include_url=False, include_input=False):
        found[_sentence(detail, document)] = None  # a number is tried as two types and fails twice
        if len(found) == MOST_PROBLEMS:
            break
    return tuple(found)


def _sentence(detail: ErrorDetails, document: Mapping[str, Any]) -> str:
    location = detail["loc"]
    if detail["type"] == "missing":
        address = "/".join(_address(location[:-1], document))
        sentence = f"{quoted(location[-1])} is missing"
    else:
        address = "/".join(_address(location, document))
        sentence = _words(detail)
    return f"{address}: {sentence}" if address else sentence


def _address(location: tuple[int | str, ...], document: object) -> Iterator[str]:
    """What the file calls the steps of a location. Steps that are not in it are types tried; they go."""
    here = document
    for depth, step in enumerate(location):
        if isinstance(here, Mapping) and step in here:
            here = here[step]
            if (depth, step) != (0, "workbook"):  # everything is in there
                yield _short(step)
        elif isinstance(here, Mapping) and isinstance(step, int) and step < len(here):
            key = list(here)[step]  # keyed records are checked as a list, in the order of the file
            here = here[key]
            yield _short(key)
        elif isinstance(here, list) and isinstance(step, int) and step < len(here):
            here = here[step]
            yield _short(_called(here, location[depth - 1]) or step)


def _called(member: object, where: int | str) -> str | None:
    if not isinstance(member, Mapping):
        return None
    names = (*_KEYS, "stakeholder") if where == "business_cases" else _KEYS
    return next((member[name] for name in names if isinstance(member.get(name), str)), None)


def _short(step: int | str) -> str:
    return quoted(step)[1:-1]


def _words(detail: ErrorDetails) -> str:
    template = _WORDS.get(detail["type"])
    return template.format(**detail.get("ctx", {})) if template else detail["msg"]


_DATE = "must be a date such as 2027-03-01"
_MOMENT = "must be a moment such as 2027-03-01T14:30:00+01:00"
_WORDS = {
    "value_error": "{error}",
    "extra_forbidden": "the format has no such field",
    "literal_error": "must be one of {expected}",
    "string_pattern_mismatch": "must be an id: 1 to 60 letters, digits, hyphens or underscores",
    "greater_than_equal": "must be at least {ge}",
    "less_than_equal": "must be at most {le}",
    "finite_number": "must be a number, not infinity or NaN",
    "string_type": "must be text",
    "string_unicode": "holds half a character (a lone surrogate), which no file can store",
    "int_type": "must be a number",
    "int_from_float": "must be a whole number",
    "float_type": "must be a number",
    "bool_type": "must be true or false",
    "tuple_type": "must be a list",
    "model_type": "must be an object",
    "date_type": _DATE,
    "date_parsing": _DATE,
    "date_from_datetime_parsing": _DATE,
    "datetime_type": _MOMENT,
    "datetime_parsing": _MOMENT,
    "datetime_from_date_parsing": _MOMENT,
}
