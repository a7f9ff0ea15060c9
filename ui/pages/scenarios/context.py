"""What a scenario points at, by name: stakeholders, their interests, data flows, entries of catalogues."""

from dataclasses import dataclass
from functools import cached_property

from workbook.library.catalogues import catalogue
from workbook.library.entries import Entry, Library
from workbook.model.data_flows import DataFlow
from workbook.model.draft import Draft
from workbook.model.stakeholders import Interest
from workbook.model.vocabulary import CatalogueId
from workbook.model.workbook import OwnEntry

ARROW = "\u2192"
NO_NAME = "Stakeholder without a name"
NO_WORDS = "An interest without words"
NOT_SAID = "not said yet"


@dataclass(frozen=True)
class Context:
    """One state of a draft, with the library."""

    draft: Draft
    library: Library
    own: tuple[OwnEntry, ...]

    @cached_property
    def stakeholders(self) -> dict[str, str]:
        """Their names; never nothing."""
        return {each.id: each.name.strip() or NO_NAME for each in self.draft.stakeholders}

    @cached_property
    def interests(self) -> dict[str, str]:
        """Their words, each with its holder's name."""
        return {
            interest.id: f"{_words(interest)} · {self.stakeholders[each.id]}"
            for each in self.draft.stakeholders
            for interest in each.interests
        }

    def entries(self, which: CatalogueId) -> tuple[Entry, ...]:
        """Built-in entries, then the workbook's own."""
        return catalogue(self.library, self.own, which)

    def entry(self, which: CatalogueId, key: str) -> Entry | None:
        """The entry of this id; None when there is none."""
        return next((each for each in self.entries(which) if each.id == key), None)

    def name(self, which: CatalogueId, key: str) -> str:
        """What an entry is called; its id when it is unknown, so that it can be seen."""
        entry = self.entry(which, key)
        return key if entry is None else entry.name

    def flow(self, flow: DataFlow) -> tuple[str, str]:
        """Which data, and from whom to whom."""
        giver, receiver = (
            self.stakeholders.get(each or "", NOT_SAID)
            for each in (flow.from_stakeholder, flow.to_stakeholder)
        )
        return flow.data.strip().removesuffix(".") or "Data not named yet", f"{giver} {ARROW} {receiver}"


def _words(interest: Interest) -> str:
    return interest.text.strip().removesuffix(".") or NO_WORDS
