"""What stands in the way, what helps, and how ready the partners are to share."""

from typing import Annotated, ClassVar

from workbook.model.keyed import KeyedBy
from workbook.model.record import Id, Item, Record, Text, YesNo
from workbook.model.vocabulary import ChallengeStatus, ReadinessLevel, Severity


class Challenge(Item):
    """An obstacle under one of the seven categories; `prompt` is the library's, or own words."""

    category: Id
    prompt: Text = ""
    severity: Severity | None = None
    text: Text = ""
    mitigation: Text = ""
    owner: Text = ""
    status: ChallengeStatus = "open"


class Enabler(Item):
    """Something that helps, and whether it is there; `kind` is the library's, or own words."""

    kind: Text = ""
    text: Text = ""
    present: YesNo | None = None


class ReadinessEntry(Record):
    """How far one component of cross-boundary information sharing is in place."""

    key_field: ClassVar[str | None] = "component"

    component: Id
    level: ReadinessLevel | None = None
    note: Text = ""


Readiness = Annotated[tuple[ReadinessEntry, ...], KeyedBy(ReadinessEntry, "components of readiness")]
"""In the file under their component."""
