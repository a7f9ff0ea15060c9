"""The root: everything one file holds."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from workbook.model.case import Case
from workbook.model.draft import Draft, DraftInPlace
from workbook.model.record import (
    Count,
    Date,
    Id,
    Item,
    Moment,
    Record,
    Text,
    YesNo,
    refuse_duplicates,
)
from workbook.model.vocabulary import CatalogueId, SnapshotReason, WeightsKnown


class Participant(Item):
    """Somebody in the room; `stakeholder` is the id, in any draft, of the one they speak for."""

    name: Text = ""
    organisation: Text = ""
    stakeholder: Id | None = None


class Workshop(Record):
    """When and where the workbook was worked on, and by whom."""

    date: Date | None = None
    place: Text = ""
    participants: tuple[Participant, ...] = ()

    @model_validator(mode="after")
    def _ids_once(self) -> Self:
        refuse_duplicates((each.id for each in self.participants), "ids of participants")
        return self


class OwnEntry(Item):
    """An entry added beside the library's in one of its catalogues."""

    catalogue: CatalogueId
    name: Text = ""
    explanation: Text = ""
    source: Text = ""


class Snapshot(Item):
    """A draft as it stood at one moment."""

    name: Text = ""
    at: Moment
    by: Text = ""
    reason: SnapshotReason = "by_hand"
    draft: DraftInPlace


class RobustnessSettings(Record):
    """How the simulation of doubtful weights and scores is drawn; kept so that it can be repeated."""

    seed: Count = 20190618
    draws: Annotated[Count, Field(ge=100, le=1_000_000)] = 10_000
    weights: WeightsKnown | None = Field(None, description="None: as each stakeholder says.")
    score_noise: YesNo = True


class Settings(Record):
    """What belongs to the workbook rather than to the laptop it is open on."""

    robustness: RobustnessSettings = RobustnessSettings()


class Workbook(Record):
    """A title, the drafts to compare, own cases and entries, and snapshots."""

    title: Text = ""
    facilitator: Text = ""
    notes: Text = ""
    language: Text = "en"
    workshop: Workshop = Workshop()
    drafts: tuple[DraftInPlace, ...] = ()
    own_cases: tuple[Case, ...] = ()
    own_entries: tuple[OwnEntry, ...] = ()
    snapshots: tuple[Snapshot, ...] = ()
    settings: Settings = Settings()

    @model_validator(mode="after")
    def _ids_once(self) -> Self:
        compared: tuple[Item, ...] = (*self.drafts, *self.own_cases, *self.snapshots)
        refuse_duplicates((each.id for each in compared), "ids of drafts, own cases and snapshots")
        refuse_duplicates((entry.id for entry in self.own_entries), "ids of own entries")
        return self

    def draft(self, draft_id: str) -> Draft:
        """The draft with this id.

        Raises:
            KeyError: there is no such draft.
        """
        for draft in self.drafts:
            if draft.id == draft_id:
                return draft
        raise KeyError(draft_id)
