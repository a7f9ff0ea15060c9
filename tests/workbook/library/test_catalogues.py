"""Own entries of a workbook are entries like the built-in ones."""

from workbook.library.catalogues import catalogue, entry_of, find, name_of
from workbook.library.entries import Library
from workbook.model.workbook import OwnEntry

HARVEST = OwnEntry(
    id="harvest_dinner",
    catalogue="mechanisms",
    name="Harvest dinner",
    explanation="Eat together first.",
    source="The room, 3 March",
)
NOTED = OwnEntry(id="noted_in_haste", catalogue="readiness")


def test_own_entries_follow_the_built_in_ones(library: Library) -> None:
    entries = catalogue(library, (HARVEST, NOTED), "mechanisms")
    assert entries[:-1] == library.mechanisms
    assert entries[-1] == entry_of(HARVEST)
    assert not any(entry.own for entry in entries[:-1])


def test_an_own_entry_is_cited_by_the_source_it_gives() -> None:
    entry = entry_of(HARVEST)
    assert (entry.name, entry.explanation, entry.citation) == (
        "Harvest dinner",
        "Eat together first.",
        "The room, 3 March",
    )
    assert entry.own


def test_an_own_entry_with_nothing_but_an_id_can_still_be_shown() -> None:
    entry = entry_of(NOTED)
    assert (entry.name, entry.citation) == ("noted_in_haste", "Own entry")


def test_an_entry_is_named_whether_built_in_or_own(library: Library) -> None:
    assert name_of(library, (HARVEST,), "mechanisms", "urgency") == "Urgency"
    assert name_of(library, (HARVEST,), "mechanisms", "harvest_dinner") == "Harvest dinner"


def test_an_entry_of_another_catalogue_is_not_taken_for_it(library: Library) -> None:
    assert find(library, (HARVEST,), "readiness", "harvest_dinner") is None
    assert name_of(library, (HARVEST,), "readiness", "harvest_dinner") == "harvest_dinner"
