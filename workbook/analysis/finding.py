"""What every question to a design answers with: a value and its words, with what it was worked out from."""

from fractions import Fraction
from typing import Literal

from workbook.model.record import Record

Severity = Literal["info", "advice", "warning"]
Value = str | bool | int | float | None


class Input(Record):
    """One thing a figure was worked out from, and where it stands; the library has no address."""

    name: str
    value: Value
    address: str | None = None


class Finding(Record):
    """A figure that can answer "why this number?": words, inputs, the rule in plain words, the source.

    `value` is None when it is not known, which is never 0. `unit` says what the value counts: "share" (0-1),
    "dimensions", "platform" ... `address` is where in the workbook the finding is about, as a slash path.
    """

    id: str
    severity: Severity = "info"
    words: str
    value: Value = None
    unit: str = ""
    inputs: tuple[Input, ...] = ()
    rule: str = ""
    citation: str = ""
    address: str | None = None


def shown(share: Fraction | None) -> float | None:
    """An exact share as the number that leaves the program: rounded once, far below what anyone reads."""
    return None if share is None else round(float(share), 9)
