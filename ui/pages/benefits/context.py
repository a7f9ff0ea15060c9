"""What the parts of the page are shown with: one state of a draft, the scenario, the library, the day."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from ui.forms.record_editor import Offers
from ui.pages.benefits.wording import (
    ACTION_KINDS,
    ACTION_STATUSES,
    COST_KINDS,
    GIVEN,
    NOT_SAID,
    OUTCOMES,
    TIMINGS,
    VALUE_FOR,
)
from workbook.analysis.delivery.words import names_of, written
from workbook.library.catalogues import catalogue
from workbook.library.entries import Library
from workbook.model.draft import Draft
from workbook.model.scenarios import Scenario
from workbook.model.vocabulary import WeightsKnown
from workbook.model.workbook import OwnEntry

NO_WORDS = "An interest without words"


@dataclass(frozen=True)
class Context:
    """`weights` is what is to be taken for known of all weights, where the room has said so."""

    draft: Draft
    scenario: Scenario
    library: Library
    own: tuple[OwnEntry, ...]
    weights: WeightsKnown | None
    today: dt.date

    @cached_property
    def names(self) -> Mapping[str, str]:
        """What the stakeholders are called; never nothing."""
        return names_of(self.draft)

    @cached_property
    def benefit_kinds(self) -> Mapping[str, str]:
        """What the kinds of benefit are called, built in and own."""
        return {entry.id: entry.name for entry in catalogue(self.library, self.own, "benefit_kinds")}

    @cached_property
    def offers(self) -> Offers:
        """What there is to choose in the fields."""
        return {
            "stakeholders": (NOT_SAID, *self.names.items()),
            "benefit_kinds": (NOT_SAID, *self.benefit_kinds.items()),
            "interests": tuple(
                (each.id, f"{written(each.text) or NO_WORDS} · {self.names[holder.id]}")
                for holder in self.draft.stakeholders
                for each in holder.interests
            ),
            "given": GIVEN,
            "value_for": VALUE_FOR,
            "outcomes": OUTCOMES,
            "cost_kinds": COST_KINDS,
            "timings": TIMINGS,
            "action_kinds": ACTION_KINDS,
            "action_statuses": ACTION_STATUSES,
        }
