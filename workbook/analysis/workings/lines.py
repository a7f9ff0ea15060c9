"""Each entry of a catalogue: which platform suggests it, where it is chosen, which cases report it."""

from collections.abc import Iterable, Iterator, Sequence

from workbook.analysis.finding import Finding, Input
from workbook.analysis.win_win.naming import scenario_name
from workbook.analysis.wording import capitalised
from workbook.editing import write_address
from workbook.library.entries import Entry
from workbook.model.case import Case
from workbook.model.draft import Draft
from workbook.model.record import Record
from workbook.model.vocabulary import CatalogueId, MechanismStatus, PlatformId

LINE_RULE = (
    "In which scenarios it is chosen and how far it has come there, which platform suggests it, and which "
    "cases report it. A case that does not report it may still have used it."
)

CHOSEN = "chosen"
"""Of a role of government nobody says how far it has come."""


class ChosenIn(Record):
    """An entry in one scenario: how far it has come there (None for a role), and that in a word."""

    scenario: str
    scenario_name: str
    status: MechanismStatus | None
    word: str
    how: str
    address: str


class SeenIn(Record):
    """An entry as a case reports it. `label` says when the case has not happened yet."""

    case: str
    label: str
    how: str
    citation: str


class Line(Record):
    """One entry of the catalogue: which platforms suggest it, where it is chosen, which cases report it.

    `where` says in words where it is chosen, and how far it has come there.
    """

    entry: Entry
    where: str
    suggested_by: tuple[PlatformId, ...]
    chosen: tuple[ChosenIn, ...]
    seen: tuple[SeenIn, ...]
    finding: Finding

    def in_scenario(self, scenario: str) -> ChosenIn | None:
        """How it stands in a scenario; None where it is not chosen."""
        return next((each for each in self.chosen if each.scenario == scenario), None)


def line_of(
    which: CatalogueId,
    draft: Draft,
    entry: Entry,
    suggested_by: tuple[PlatformId, ...],
    seen: tuple[SeenIn, ...],
) -> Line:
    """The entry in a draft, and in cases."""
    chosen = tuple(_chosen_in(which, entry.id, draft))
    where = capitalised(_where(chosen)) if chosen else "Chosen in no scenario"
    said = [where]
    if suggested_by:
        said.append("Suggested by the platform")
    if seen:
        said.append(f"Reported of {together([each.label for each in seen])}")
    inputs = (
        *(Input(name=each.scenario_name, value=each.word, address=each.address) for each in chosen),
        *(Input(name=each.label, value=each.how or "reported") for each in seen),
    )
    return Line(
        entry=entry,
        where=where,
        suggested_by=suggested_by,
        chosen=chosen,
        seen=seen,
        finding=Finding(
            id=f"workings.{which}.{draft.id}.{entry.id}",
            words=f"{entry.name}: {_small('. '.join(said))}.",
            value=len(chosen),
            unit="scenarios",
            inputs=inputs,
            rule=LINE_RULE,
            citation=entry.citation,
            address=write_address(("drafts", draft.id, "scenarios")),
        ),
    )


def _chosen_in(which: CatalogueId, key: str, draft: Draft) -> Iterator[ChosenIn]:
    for scenario in draft.scenarios:
        held: tuple[MechanismStatus | None, str] | None = None
        if which == "mechanisms":
            held = next(
                ((each.status, each.how) for each in scenario.mechanisms if each.mechanism == key), None
            )
        else:
            held = next(((None, each.how) for each in scenario.government_roles if each.role == key), None)
        if held is not None:
            status, how = held
            yield ChosenIn(
                scenario=scenario.id,
                scenario_name=scenario_name(scenario),
                status=status,
                word=status or CHOSEN,
                how=how,
                address=write_address(("drafts", draft.id, "scenarios", scenario.id, which, key)),
            )


def seen_in(which: CatalogueId, key: str, cases: Iterable[Case]) -> Iterator[SeenIn]:
    """The cases that report an entry, in their order."""
    for case in cases:
        used: dict[str, tuple[str, str]] = {
            each.role: (each.how, each.citation) for each in case.government_roles
        }
        if which == "mechanisms":
            used = {each.mechanism: (each.how, each.citation) for each in case.mechanisms}
        if key in used:
            how, citation = used[key]
            yield SeenIn(case=case.id, label=case.label, how=how, citation=citation)


def _where(chosen: Sequence[ChosenIn]) -> str:
    """As in "planned in “A” and “B”; considered in “C”"."""
    by_word: dict[str, list[str]] = {}
    for each in chosen:
        by_word.setdefault(each.word, []).append(f"“{each.scenario_name}”")
    return "; ".join(f"{word} in {together(names)}" for word, names in by_word.items())


def _small(sentence: str) -> str:
    return f"{sentence[:1].lower()}{sentence[1:]}"


def together(names: list[str]) -> str:
    """One; one and two; one, two and three, whatever the names hold."""
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last
