"""The draft that is asked, and the lists its words come from."""

from workbook.analysis.wording import listed
from workbook.editing import write_address
from workbook.library.catalogues import catalogue
from workbook.library.entries import Entry, Library
from workbook.model.draft import Draft
from workbook.model.vocabulary import CatalogueId
from workbook.model.workbook import OwnEntry

OURS = "Our own rule"


class Asked:
    """One draft and the lists that its words come from."""

    def __init__(self, draft: Draft, library: Library, own_entries: tuple[OwnEntry, ...]) -> None:
        self.draft, self.library, self._own = draft, library, own_entries

    def entries(self, which: CatalogueId) -> tuple[Entry, ...]:
        """Built-in entries, then the workbook's own."""
        return catalogue(self.library, self._own, which)

    def address(self, *steps: str) -> str:
        """Where something in the draft stands in the workbook."""
        return write_address(("drafts", self.draft.id, *steps))

    def remark(self, which: CatalogueId) -> str:
        """What holds for a catalogue as a whole; empty when there is nothing to say."""
        statement = self.library.remark(which)
        return "" if statement is None else statement.text

    def cited(self, which: CatalogueId) -> str:
        """Our rule, and the source of the list it is about, where that is not ours too."""
        statement = self.library.remark(which)
        is_ours = statement is None or statement.citation.startswith("Our own")
        return OURS if statement is None or is_ours else f"{OURS}, on {statement.citation}"


def in_a_sentence(names: list[str]) -> str:
    """Names of entries, one after the other, as they stand in a sentence."""
    return listed(_small(names))


def _small(names: list[str]) -> list[str]:
    """A name of the lists begins small in a sentence, unless it begins with an abbreviation."""
    return [each if each[1:2].isupper() else f"{each[:1].lower()}{each[1:]}" for each in names]
