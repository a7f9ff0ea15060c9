"""What a draft or case says under the headings the source compares by.

Two columns hold the same trait when its key is the same: an entry of a catalogue, a stage, or the same words.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import get_args

from workbook.library.catalogues import catalogue
from workbook.library.entries import Library
from workbook.model.case import Case
from workbook.model.draft import Draft
from workbook.model.record import Record
from workbook.model.vocabulary import CatalogueId, Orientation, ValueFor
from workbook.model.workbook import OwnEntry

Names = Mapping[tuple[str, str], str]
"""Names of catalogue entries, stages and drivers, by catalogue (or "stages", "drivers") and id, in order."""

EXPECTED = "expected"

ORIENTATION_NAMES: Mapping[Orientation, str] = {"self": "Own interest", "social": "The social issue itself"}


class Detail(Record):
    """One thing said about a trait: the words, where they are from, where they stand in the workbook.

    `mark` is what a table shows in place of the words: "yes", or how far it is from being so.
    """

    text: str
    mark: str = "yes"
    citation: str = ""
    address: str | None = None


class NamesOrIds(dict[tuple[str, str], str]):
    """An entry that is not there, such as an own one that was removed, is called by its id."""

    def __missing__(self, key: tuple[str, str]) -> str:
        return key[1]


class Trait(Record):
    """Something a draft or case has under a heading."""

    key: str
    name: str
    details: tuple[Detail, ...]


def catalogue_names(library: Library, own_entries: Iterable[OwnEntry]) -> Names:
    """The names of all entries, built in and own, of all stages, and of all that can drive somebody."""
    own = tuple(own_entries)
    names = NamesOrIds()
    for which in get_args(CatalogueId):
        names.update({(which, entry.id): entry.name for entry in catalogue(library, own, which)})
    names.update({("stages", stage.id): stage.name for stage in (*library.stages, *library.places)})
    names.update({("drivers", f"orientation:{each}"): name for each, name in ORIENTATION_NAMES.items()})
    motivations = catalogue(library, own, "motivations")
    names.update({("drivers", f"motivation:{entry.id}"): entry.name for entry in motivations})
    return names


Said = Iterator[tuple[str, str, Detail]]
"""(key, name, detail) for each thing said; the same key may come several times."""


def drivers(source: Draft | Case, names: Names, root: str | None) -> Said:
    """What moves the parties: own or social interest, and motivations. A concern is no driver."""
    if isinstance(source, Case):
        for driver in source.drivers:
            detail = Detail(text=driver.text, citation=driver.citation)
            yield from _driver(driver.orientation, driver.motivation, names, detail)
        return
    for stakeholder in source.stakeholders:
        for interest in stakeholder.interests:
            if interest.kind == "want":
                where = _under(root, "stakeholders", stakeholder.id, "interests", interest.id)
                detail = Detail(text=f"{stakeholder.name}: {interest.text}", address=where)
                yield from _driver(interest.orientation, interest.motivation, names, detail)


def process(source: Draft | Case, names: Names, root: str | None) -> Said:
    """Which stages were passed, in what order."""
    if isinstance(source, Case):
        for step in source.process:
            mark = EXPECTED if step.expected else "yes"
            detail = Detail(text=step.text, mark=mark, citation=step.citation)
            yield step.stage, names["stages", step.stage], detail
        return
    yield "frame", names["stages", "frame"], Detail(text="Every draft begins here.")
    for move in source.lifecycle.moves:
        where = _under(root, "lifecycle", "moves", move.id)
        text = f"{move.at.date().isoformat()}: {move.because}".removesuffix(": ")
        yield move.to, names["stages", move.to], Detail(text=text, address=where)


def mechanisms(source: Draft | Case, names: Names, root: str | None) -> Said:
    """Which mechanisms opened the data, or are meant to."""
    if isinstance(source, Case):
        for used in source.mechanisms:
            name = names["mechanisms", used.mechanism]
            yield used.mechanism, name, Detail(text=used.how, citation=used.citation)
        return
    for scenario in source.scenarios:
        for chosen in scenario.mechanisms:
            where = _under(root, "scenarios", scenario.id, "mechanisms", chosen.mechanism)
            text = _in_scenario(scenario.name, chosen.how)
            detail = Detail(text=text, mark=chosen.status, address=where)
            yield chosen.mechanism, names["mechanisms", chosen.mechanism], detail


def government_roles(source: Draft | Case, names: Names, root: str | None) -> Said:
    """What government did, or is to do."""
    if isinstance(source, Case):
        for played in source.government_roles:
            name = names["government_roles", played.role]
            yield played.role, name, Detail(text=played.how, citation=played.citation)
        return
    for scenario in source.scenarios:
        for chosen in scenario.government_roles:
            where = _under(root, "scenarios", scenario.id, "government_roles", chosen.role)
            text = _in_scenario(scenario.name, chosen.how)
            yield chosen.role, names["government_roles", chosen.role], Detail(text=text, address=where)


def private_benefits(source: Draft | Case, names: Names, root: str | None) -> Said:
    """Benefits of private value."""
    yield from _benefits(source, names, root, "private")


def public_benefits(source: Draft | Case, names: Names, root: str | None) -> Said:
    """Benefits of public value."""
    yield from _benefits(source, names, root, "public")


def challenges(source: Draft | Case, names: Names, root: str | None) -> Said:
    """What stands in the way, by category."""
    if isinstance(source, Case):
        for named in source.challenges:
            name = names["challenge_categories", named.category]
            yield named.category, name, Detail(text=named.text, citation=named.citation)
        return
    for challenge in source.challenges:
        where = _under(root, "challenges", challenge.id)
        name = names["challenge_categories", challenge.category]
        yield challenge.category, name, Detail(text=challenge.text or challenge.prompt, address=where)


def _benefits(source: Draft | Case, names: Names, root: str | None, wanted: ValueFor) -> Said:
    if isinstance(source, Case):
        mark = EXPECTED if source.outcome == "envisaged" else "yes"
        for reported in source.benefits:
            if reported.value in (wanted, "both"):
                text = _for_whom(reported.text, reported.stakeholder)
                detail = Detail(text=text, mark=mark, citation=reported.citation)
                yield *_kind(reported.kind, reported.text, names), detail
        return
    parties = {stakeholder.id: stakeholder.name for stakeholder in source.stakeholders}
    for scenario in source.scenarios:
        for benefit in scenario.benefits:
            if benefit.value in (wanted, "both"):
                where = _under(root, "scenarios", scenario.id, "benefits", benefit.id)
                whose = parties.get(benefit.stakeholder or "", "")
                text = _in_scenario(scenario.name, _for_whom(benefit.text, whose))
                yield *_kind(benefit.kind, benefit.text, names), Detail(text=text, address=where)


def _kind(kind: str | None, text: str, names: Names) -> tuple[str, str]:
    """A benefit of no named kind is matched by its words alone."""
    if kind is None:
        return f"words:{text.strip().casefold()}", f"“{text}”"
    return kind, names["benefit_kinds", kind]


def _driver(orientation: Orientation | None, motivation: str | None, names: Names, detail: Detail) -> Said:
    for each, name in ORIENTATION_NAMES.items():
        if orientation in (each, "both"):
            yield f"orientation:{each}", name, detail
    if motivation is not None:
        yield f"motivation:{motivation}", names["motivations", motivation], detail


def _for_whom(text: str, whose: str) -> str:
    return f"{text} ({whose})" if whose else text


def _in_scenario(scenario: str, text: str) -> str:
    return f"{scenario}: {text}" if scenario and text else scenario or text


def _under(root: str | None, *steps: str) -> str | None:
    return None if root is None else "/".join((root, *steps))
