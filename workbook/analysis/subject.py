"""What can be profiled and compared: a draft, or a case; from the library or the workbook's own."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from workbook.editing import Address, write_address
from workbook.model.case import Case
from workbook.model.dimensions import Position
from workbook.model.draft import Draft
from workbook.model.vocabulary import DimensionId, PlatformId
from workbook.model.workbook import Workbook

Shares = Mapping[PlatformId, Fraction]
SubjectKind = Literal["draft", "case"]


@dataclass(frozen=True)
class Subject:
    """A draft or a case as the analysis sees it: its exact shares on each dimension, or None where not said.

    `root` is its address in the workbook; None for a case of the library, which is in no workbook.
    """

    id: str
    kind: SubjectKind
    name: str
    source: Draft | Case
    root: Address | None
    shares: Mapping[DimensionId, Shares | None]

    @property
    def characterised(self) -> tuple[DimensionId, ...]:
        """The dimensions it has a position on, in the order of the framework."""
        return tuple(dimension for dimension, shares in self.shares.items() if shares is not None)

    @property
    def silence(self) -> str:
        """What to say where it says nothing: a draft may still do so, the source of a case will not."""
        return "not said yet" if self.kind == "draft" else "not reported"

    def address(self, *steps: str) -> str | None:
        """Where something in it stands in the workbook, as a slash path."""
        return None if self.root is None else write_address((*self.root, *steps))

    def split_room(self, dimension: DimensionId) -> Position | None:
        """The position, when participants voted on it and no platform got 60 % of the votes."""
        position = self.source.dimensions.positions()[dimension]
        return position if isinstance(position, Position) and position.is_split else None


def draft_subject(draft: Draft) -> Subject:
    """A draft to be profiled and compared."""
    positions = draft.dimensions.positions()
    return Subject(
        id=draft.id,
        kind="draft",
        name=draft.name or draft.id,
        source=draft,
        root=("drafts", draft.id),
        shares={dimension: position.shares() for dimension, position in positions.items()},
    )


def case_subject(case: Case, workbook: Workbook | None = None) -> Subject:
    """A case to be profiled and compared; one of the workbook's own cases has an address in it."""
    is_own = workbook is not None and any(own.id == case.id for own in workbook.own_cases)
    positions = case.dimensions.positions()
    return Subject(
        id=case.id,
        kind="case",
        name=case.label,
        source=case,
        root=("own_cases", case.id) if is_own else None,
        shares={dimension: position.shares() for dimension, position in positions.items()},
    )
