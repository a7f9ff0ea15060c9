"""A date, as people write it: 2027-03-01, 1.3.2027 or 1 March 2027."""

import datetime as dt
import re

from ui.forms.parsed_field import ParsedField
from ui.moments import MONTHS

SHORTEST_MONTH = 3
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DOTTED = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")
_WRITTEN = re.compile(r"(\d{1,2})\.?\s+([A-Za-z]+)\.?,?\s+(\d{4})")


class DateField(ParsedField):
    """Empty stands for: not said yet."""

    def __init__(self, placeholder: str = "Such as 2027-03-01") -> None:
        super().__init__(_read, _write, placeholder)


def read_date(text: str) -> dt.date:
    """What somebody typed as a date.

    Raises:
        ValueError: it is none; the message is for the user.
    """
    text = text.strip()
    try:
        if found := _ISO.fullmatch(text):
            return dt.date(int(found[1]), int(found[2]), int(found[3]))
        if found := _DOTTED.fullmatch(text):
            return dt.date(int(found[3]), int(found[2]), int(found[1]))
        if found := _WRITTEN.fullmatch(text):
            return dt.date(int(found[3]), _month(found[2]), int(found[1]))
    except ValueError:
        raise ValueError("There is no such day.") from None
    raise ValueError("Type a date, such as 2027-03-01.")


def _month(name: str) -> int:
    """Its number; 0, which is no month, when there is none of this name."""
    begun = name.lower()
    fits = [at for at, month in enumerate(MONTHS, 1) if month.lower().startswith(begun)]
    return fits[0] if len(begun) >= SHORTEST_MONTH and fits else 0


def _read(text: str) -> object:
    return read_date(text) if text.strip() else None


def _write(value: object) -> str:
    return value.isoformat() if isinstance(value, dt.date) else ""
