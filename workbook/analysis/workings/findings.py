"""What was made of the catalogues of mechanisms and of roles of government, as findings."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from workbook.analysis.finding import Finding, Input
from workbook.analysis.follows import Follows
from workbook.analysis.wording import counted
from workbook.analysis.workings.lines import Line, line_of, seen_in, together
from workbook.editing import write_address
from workbook.library.catalogues import catalogue
from workbook.library.entries import Library
from workbook.model.case import Case
from workbook.model.draft import Draft
from workbook.model.record import Record
from workbook.model.vocabulary import CatalogueId, PlatformId
from workbook.model.workbook import OwnEntry

OURS = "Our own rule"
SUMMARY_RULE = (
    "What is chosen in the scenarios of the draft, with the result that the room gives it. Suggested is what "
    "the sources report of each platform that the draft resembles; the room decides whether to follow it."
)
CALLED: Mapping[CatalogueId, tuple[str, str]] = {
    "mechanisms": ("mechanism", "mechanisms"),
    "government_roles": ("role of government", "roles of government"),
}


class OfCatalogue(Record):
    """Every entry of one catalogue, built in and own, in its order; `summary` says what was made of them."""

    catalogue: CatalogueId
    lines: tuple[Line, ...]
    summary: Finding

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The summary, then every entry that is suggested, chosen or seen in a case."""
        said = (each for each in self.lines if each.chosen or each.suggested_by or each.seen)
        return (self.summary, *(each.finding for each in said))


class Workings(Record):
    """Both catalogues."""

    mechanisms: OfCatalogue
    government_roles: OfCatalogue

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Mechanisms, then roles of government."""
        return (*self.mechanisms.findings, *self.government_roles.findings)


def workings(
    draft: Draft,
    follows: Sequence[Follows],
    library: Library,
    own_entries: Iterable[OwnEntry] = (),
    own_cases: Iterable[Case] = (),
) -> Workings:
    """What makes a draft work. What is suggested is from Susha et al. 2019, sections 5 and 6 (`follows`)."""
    own, cases = tuple(own_entries), (*library.cases, *own_cases)
    platforms = [library.platform(each.platform) for each in follows]

    def of(which: CatalogueId, suggested: Mapping[PlatformId, tuple[str, ...]]) -> OfCatalogue:
        lines = tuple(
            line_of(
                which,
                draft,
                entry,
                tuple(platform for platform, keys in suggested.items() if entry.id in keys),
                tuple(seen_in(which, entry.id, cases)),
            )
            for entry in catalogue(library, own, which)
        )
        summary = _summary(which, draft, lines, is_placed=bool(suggested))
        return OfCatalogue(catalogue=which, lines=lines, summary=summary)

    return Workings(
        mechanisms=of("mechanisms", {each.id: each.mechanisms for each in platforms}),
        government_roles=of("government_roles", {each.id: each.government_roles for each in platforms}),
    )


def _summary(which: CatalogueId, draft: Draft, lines: tuple[Line, ...], *, is_placed: bool) -> Finding:
    one, many = CALLED[which]
    chosen = [line for line in lines if line.chosen]
    uses = [each for line in chosen for each in line.chosen]
    scenarios = len({each.scenario for each in uses})
    words = [f"No {one} is chosen yet."]
    if chosen:
        number = counted(len(chosen), one, many)
        verb = "is" if len(chosen) == 1 else "are"
        words = [f"{number} {verb} chosen, in {counted(scenarios, 'scenario')}."]
        words += _results(which, chosen)
    left = [line.entry.name for line in lines if line.suggested_by and not line.chosen]
    if left:
        words.append(f"Suggested by the platform, and not chosen: {together(left)}.")
    elif not is_placed:
        words.append("The draft is not placed on a dimension yet, so nothing is suggested.")
    return Finding(
        id=f"workings.{which}.{draft.id}",
        words=" ".join(words),
        value=len(chosen),
        unit=many,
        inputs=tuple(
            Input(name=f"{line.entry.name}, {each.scenario_name}", value=each.word, address=each.address)
            for line in chosen
            for each in line.chosen
        ),
        rule=SUMMARY_RULE,
        citation=f"{OURS}, on Susha et al. 2019, sections 5 and 6",
        address=write_address(("drafts", draft.id, "scenarios")),
    )


def _results(which: CatalogueId, chosen: Sequence[Line]) -> Iterator[str]:
    """What came of the mechanisms: those that worked, failed, or were tried with no result yet."""
    if which != "mechanisms":
        return
    results = [(line.entry.name, {each.status for each in line.chosen}) for line in chosen]
    worked = [name for name, found in results if "worked" in found]
    failed = [name for name, found in results if "failed" in found]
    open_ = [name for name, found in results if "tried" in found and not {"worked", "failed"} & found]
    for words, names in (("Worked", worked), ("Failed", failed), ("Tried, no result yet", open_)):
        if names:
            yield f"{words}: {together(names)}."
    if not (worked or failed or open_):
        yield "None has been tried yet."
