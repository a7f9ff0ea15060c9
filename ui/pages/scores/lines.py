"""The grid as lines and columns: parties with their interests down, scenarios across. Words and ids only."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from ui.sector_icons import SECTOR_ICONS
from workbook.analysis.stakes import shares
from workbook.model.draft import Draft
from workbook.model.scores import Scale
from workbook.model.stakeholders import Stakeholder

NO_NAME = "Stakeholder without a name"
NO_WORDS = "An interest without words"
NO_SCENARIO = "Scenario without a name"


class Kind(Enum):
    """What a line is."""

    HEAD = "head"
    PARTY = "party"
    INTEREST = "interest"


@dataclass(frozen=True)
class Line:
    """One row. `note` says what kind of party or interest it is; `share` how much the interest counts."""

    kind: Kind
    holder: str = ""
    interest: str = ""
    title: str = ""
    note: str = ""
    icon: str = ""
    weight: float | None = None
    share: str = ""
    red_line: float | None = None


@dataclass(frozen=True)
class Column:
    """One scenario. `said` is its description."""

    id: str
    name: str
    said: str


@dataclass(frozen=True)
class Grid:
    """What the table shows besides the scores themselves."""

    lines: tuple[Line, ...]
    columns: tuple[Column, ...]
    scale: Scale

    @cached_property
    def row_of(self) -> dict[str, int]:
        """The row of each interest."""
        return {line.interest: row for row, line in enumerate(self.lines) if line.interest}

    @cached_property
    def column_of(self) -> dict[str, int]:
        """The place of each scenario among the scenarios."""
        return {column.id: place for place, column in enumerate(self.columns)}

    @cached_property
    def interest_rows(self) -> tuple[int, ...]:
        """The rows that hold scores."""
        return tuple(self.row_of.values())

    def party_row(self, row: int) -> int:
        """The row of the party that a row belongs to."""
        return next((each for each in range(row, 0, -1) if self.lines[each].kind is Kind.PARTY), 0)

    def place(self, scenario: str, interest: str) -> str:
        """A cell in words: scenario, party, interest."""
        row = self.row_of[interest]
        party = self.lines[self.party_row(row)].title
        return f"{self.columns[self.column_of[scenario]].name} · {party} · {self.lines[row].title}"


def grid_of(draft: Draft) -> Grid:
    """Parties and those affected, with their interests; not those in the background."""
    counted = [each for each in draft.stakeholders if each.standing != "context"]
    lines = tuple(line for stakeholder in counted for line in _lines(draft, stakeholder))
    columns = tuple(
        Column(each.id, each.name.strip() or NO_SCENARIO, " ".join(each.description.split()))
        for each in draft.scenarios
    )
    return Grid((Line(Kind.HEAD), *lines), columns, draft.scale)


def _lines(draft: Draft, stakeholder: Stakeholder) -> Iterator[Line]:
    notes = [] if stakeholder.standing == "party" else ["affected, not at the table"]
    if not stakeholder.interests:
        notes.append("no interests named yet")
    yield Line(
        Kind.PARTY,
        holder=stakeholder.id,
        title=stakeholder.name.strip() or NO_NAME,
        note="; ".join(notes),
        icon=SECTOR_ICONS[stakeholder.sector],
    )
    part = shares(draft, stakeholder)
    for interest in stakeholder.interests:
        yield Line(
            Kind.INTEREST,
            holder=stakeholder.id,
            interest=interest.id,
            title=interest.text.strip().removesuffix(".") or NO_WORDS,
            note=interest.kind,
            weight=interest.weight,
            share=part[interest.id].words,
            red_line=interest.red_line,
        )
