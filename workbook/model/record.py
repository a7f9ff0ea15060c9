"""The frozen bases of every record, and the kinds of field they are made of."""

import datetime as dt
import math
import re
from collections import Counter
from collections.abc import Hashable, Iterable
from typing import Annotated, Any, ClassVar, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, Strict, WithJsonSchema

LARGEST_NUMBER = 1e12
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_ISO_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})?")


def _empty_when_not_said(value: object) -> object:
    return "" if value is None else value


def _storable(text: str) -> str:
    """Refuse at entry what could not be written to a file later."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise ValueError("holds half a character (a lone surrogate), which no file can store") from None
    return text


def _plain_number(number: float) -> float:
    """Keep 2.0 as 2, so that equal numbers look equal in the file."""
    if isinstance(number, int):
        return number
    if not math.isfinite(number):
        raise ValueError("must be a number, not infinity or NaN")
    return int(number) if number.is_integer() else number


def _written_date(value: object) -> object:
    if isinstance(value, str) and not _ISO_DATE.fullmatch(value):
        raise ValueError("must be a date such as 2027-03-01")
    if isinstance(value, dt.datetime) or not isinstance(value, str | dt.date):
        raise ValueError("must be a date such as 2027-03-01")
    return value


def _written_moment(value: object) -> object:
    if isinstance(value, dt.datetime) or (isinstance(value, str) and _ISO_MOMENT.fullmatch(value)):
        return value
    raise ValueError("must be a moment such as 2027-03-01T14:30:00+01:00")


def _with_time_zone(moment: dt.datetime) -> dt.datetime:
    """Moments from several laptops are put in order, so each needs a zone: UTC where none is written."""
    return moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)


Id = Annotated[str, Strict(), Field(pattern=r"^[A-Za-z0-9_-]{1,60}$")]
"""What a record is pointed at by: kept when a draft is duplicated, so that two drafts can be compared."""

Text = Annotated[
    str,
    Strict(),
    AfterValidator(_storable),
    BeforeValidator(_empty_when_not_said),
    WithJsonSchema({"type": ["string", "null"]}, mode="validation"),
]
"""Anything a person writes; empty (or null in the file) when nothing was said."""

Number = Annotated[
    Annotated[int, Strict()] | Annotated[float, Strict()],
    Field(ge=-LARGEST_NUMBER, le=LARGEST_NUMBER),
    AfterValidator(_plain_number),
]
"""A finite number a person may type."""

Count = Annotated[int, Strict(), Field(ge=0, le=10**9)]
YesNo = Annotated[bool, Strict()]
Date = Annotated[dt.date, BeforeValidator(_written_date)]
Moment = Annotated[dt.datetime, BeforeValidator(_written_moment), AfterValidator(_with_time_zone)]


class Record(BaseModel):
    """A value that never changes. Holds tuples and other records only, so that frozen means frozen."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=True, hide_input_in_errors=True)

    key_field: ClassVar[str | None] = None
    """The field that tells this record from its neighbours; None where only its place does."""

    def replace(self, **changes: Any) -> Self:  # noqa: ANN401 - any field of any record; each is validated
        """A copy with some fields changed, validated like a new record.

        Unlike `model_copy(update=...)`, which accepts anything.

        Raises:
            pydantic.ValidationError: a field does not exist or its new value is refused.
        """
        names = {name: field.alias or name for name, field in type(self).model_fields.items()}
        fields = {written: getattr(self, name) for name, written in names.items()}
        return type(self).model_validate(
            {**fields, **{names.get(name, name): new for name, new in changes.items()}}
        )


class Item(Record):
    """A record that others point at by its id."""

    key_field: ClassVar[str | None] = "id"

    id: Id


def refuse_duplicates(keys: Iterable[Hashable], what: str) -> None:
    """Say which keys occur more than once.

    Raises:
        ValueError: at least one key is not unique.
    """
    twice = [str(key) for key, times in Counter(keys).items() if times > 1]
    if twice:
        raise ValueError(f"{what} must be unique, but {', '.join(twice)} occurs more than once")


def refuse_unknown(references: Iterable[tuple[str, str]], known: Iterable[str], what: str) -> None:
    """Say which references lead nowhere. A reference is (who points, at which id).

    Raises:
        ValueError: at least one reference is not among the known ids.
    """
    known = frozenset(known)
    lost = [f"{who} points at {target}" for who, target in references if target not in known]
    if lost:
        raise ValueError(f"{lost[0]}, but there is no such {what}")
