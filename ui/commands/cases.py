"""`cases`: the library of reference cases."""

import argparse
from collections.abc import Iterable
from typing import Any

from ui.commands import Answer, Command, CommandProblem, as_json, json_option
from ui.terminal import bullet, heading, paragraph, table
from workbook.library.entries import Library
from workbook.library.loader import load
from workbook.model.case import Case

Line = tuple[str, str]
"""Something the source says, and where it says so."""


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "case", nargs="?", metavar="ID", help="only this case, with everything its source reports"
    )
    json_option(parser)


def _run(chosen: argparse.Namespace) -> Answer:
    library = load()
    cases = {case.id: case for case in library.cases}
    if chosen.case is not None and chosen.case not in cases:
        raise CommandProblem(f"There is no case {chosen.case} (there: {', '.join(cases)}).")
    wanted = list(cases.values()) if chosen.case is None else [cases[chosen.case]]
    if chosen.json:
        return Answer(as_json({"cases": [_contract(case) for case in wanted]}))
    return Answer(_list(library) if chosen.case is None else _whole(wanted[0], library))


def _contract(case: Case) -> dict[str, Any]:
    return {**case.model_dump(mode="json", by_alias=True), "label": case.label}


def _list(library: Library) -> str:
    rows = []
    for case in library.cases:
        platform = "not characterised" if case.platform is None else library.platform(case.platform).name
        rows.append((case.id, case.label, platform, case.citation))
    return "\n\n".join(
        [
            table(("id", "case", "platform, by its authors", "source"), rows),
            paragraph(
                "`cases ID` shows everything the source of a case reports, and what it does not report."
            ),
        ]
    )


def _whole(case: Case, library: Library) -> str:
    parts = [heading(case.name if case.outcome != "envisaged" else f"{case.name} (envisaged)")]
    parts.append(paragraph(case.summary))
    facts = [("Source", case.citation), ("Studied", case.studied), ("Outcome", case.outcome)]
    if case.platform is not None:
        facts.append(("Platform, by its authors", library.platform(case.platform).name))
    parts.append("\n".join(bullet(f"{name}: {value}") for name, value in facts if value))
    parts += [_block(title, lines) for title, lines in _sections(case, library) if lines]
    if case.not_reported:
        parts.append(_block("Not reported", [(each, "") for each in case.not_reported]))
    return "\n\n".join(parts)


def _sections(case: Case, library: Library) -> Iterable[tuple[str, list[Line]]]:
    yield "Context", [(each.text, each.citation) for each in case.context]
    yield "Dimensions", list(_dimensions(case, library))
    yield "Drivers", [(each.text, each.citation) for each in case.drivers]
    yield "Stakeholders", list(_stakeholders(case, library))
    yield "Data", [(f"{d.data}: {d.from_stakeholder} → {d.to_stakeholder}", d.citation) for d in case.data]
    yield "Process", [(f"{library.stage(s.stage).name}: {s.text}", s.citation) for s in case.process]
    yield "Mechanisms", list(_mechanisms(case, library))
    yield (
        "Role of government",
        [
            (f"{library.entry('government_roles', r.role).name}: {r.how}", r.citation)
            for r in case.government_roles
        ],
    )
    yield "Benefits", [(_benefit(b.text, b.stakeholder, b.value), b.citation) for b in case.benefits]
    yield "Challenges", list(_challenges(case, library))
    yield "Lessons", [(each.text, each.citation) for each in case.lessons]


def _dimensions(case: Case, library: Library) -> Iterable[Line]:
    from workbook.analysis.position import position_in_words
    from workbook.analysis.subject import case_subject

    subject = case_subject(case)
    for dimension, position in case.dimensions.positions().items():
        if position.reported:
            words = position_in_words(subject, dimension, library)
            name = library.dimension(dimension).name
            yield f"{name}: {position.reported} Coded by us: {words}.", position.citation


def _stakeholders(case: Case, library: Library) -> Iterable[Line]:
    for each in case.stakeholders:
        roles = ", ".join(library.entry("stakeholder_roles", role).name.lower() for role in each.roles)
        yield f"{each.name} ({each.sector}{': ' if roles else ''}{roles})", each.citation


def _mechanisms(case: Case, library: Library) -> Iterable[Line]:
    for each in case.mechanisms:
        yield f"{library.entry('mechanisms', each.mechanism).name}: {each.how}", each.citation


def _government_roles(case: Case, library: Library) -> Iterable[Line]:
    for each in case.government_roles:
        yield f"{library.entry('government_roles', each.role).name}: {each.how}", each.citation


def _challenges(case: Case, library: Library) -> Iterable[Line]:
    for each in case.challenges:
        yield f"{library.entry('challenge_categories', each.category).name}: {each.text}", each.citation


def _benefit(text: str, stakeholder: str, value: str) -> str:
    whose = f", {stakeholder}" if stakeholder else ""
    return f"{text} ({'private and public' if value == 'both' else value} value{whose})"


def _block(title: str, lines: list[Line]) -> str:
    return "\n".join([title, *(bullet(f"{text} [{cite}]" if cite else text) for text, cite in lines)])


COMMAND = Command(
    "cases",
    90,
    "list the reference cases, or show one with its citations",
    "Lists the reference cases, or shows everything the source of one reports, with citations, and what it "
    "does not report.",
    _add_arguments,
    _run,
)
