"""A catalogue as a workbook sees it: the built-in entries, then its own, which are entries like them."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from workbook.library.entries import OWN_ENTRY, Entry, Library
from workbook.model.vocabulary import CatalogueId

if TYPE_CHECKING:  # the library loads without the model of a workbook
    from workbook.model.workbook import OwnEntry


def catalogue(library: Library, own_entries: Iterable["OwnEntry"], which: CatalogueId) -> tuple[Entry, ...]:
    """The built-in entries of the catalogue, then the workbook's own, each in their order."""
    own = tuple(entry_of(entry) for entry in own_entries if entry.catalogue == which)
    return (*library.entries(which), *own)


def entry_of(own: "OwnEntry") -> Entry:
    """An own entry in the shape of a built-in one; its id stands in for a name not yet given."""
    return Entry(
        id=own.id,
        name=own.name.strip() or own.id,
        explanation=own.explanation,
        citation=own.source.strip() or OWN_ENTRY,
        own=True,
    )


def find(
    library: Library, own_entries: Iterable["OwnEntry"], which: CatalogueId, entry_id: str
) -> Entry | None:
    """The entry of this id, built in or own; None when there is none."""
    return next((entry for entry in catalogue(library, own_entries, which) if entry.id == entry_id), None)


def name_of(library: Library, own_entries: Iterable["OwnEntry"], which: CatalogueId, entry_id: str) -> str:
    """The name of the entry of this id; the id itself when there is no such entry, so that it can be seen."""
    entry = find(library, own_entries, which, entry_id)
    return entry_id if entry is None else entry.name
