"""`compare`: drafts and cases side by side."""

import argparse
from pathlib import Path
from typing import Any

from ui.commands import Answer, Command, CommandProblem, as_json, json_option
from ui.terminal import heading, paragraph, table
from workbook.analysis.comparison import Comparison, UnknownColumnError, compare, subjects
from workbook.analysis.headings import Group
from workbook.analysis.position import position_in_words
from workbook.analysis.similarity import SHARED_CITATION, SHARED_RULE
from workbook.analysis.subject import Subject
from workbook.analysis.wording import listed
from workbook.library.entries import Library
from workbook.library.loader import load
from workbook.model.vocabulary import DIMENSIONS
from workbook.persistence.reading import read


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="a workbook")
    column_options(parser)
    json_option(parser)


def column_options(parser: argparse.ArgumentParser) -> None:
    """The options that say which drafts and cases to compare."""
    parser.add_argument(
        "--draft", metavar="ID", action="append", default=[], help="only this draft (may be repeated)"
    )
    parser.add_argument(
        "--case",
        metavar="ID",
        action="append",
        default=[],
        help="only this case (may be repeated; see `cases`)",
    )


def _run(chosen: argparse.Namespace) -> Answer:
    library = load()
    workbook = read(chosen.file).workbook
    try:
        columns = subjects(workbook, library, chosen.draft, chosen.case)
    except UnknownColumnError as problem:
        raise CommandProblem(f"{chosen.file}: {problem}") from None
    comparison = compare(columns, library, workbook.own_entries)
    if chosen.json:
        return Answer(as_json(_contract(comparison)))
    return Answer("\n\n".join(_shown(comparison, columns, library)))


def _contract(comparison: Comparison) -> dict[str, Any]:
    """The answer in JSON: the keys that others rely on, then the reasons behind the figures."""
    return {
        "columns": [column.model_dump(mode="json") for column in comparison.columns],
        "pairs": [
            {**pair.model_dump(mode="json", exclude={"words", "finding"}), "explanation": pair.finding.words}
            for pair in comparison.pairs
        ],
        "nearest": {each.draft: list(each.cases) for each in comparison.nearest},
        "nearest_by_dimension": {
            each.draft: {on.dimension: list(on.cases) for on in each.by_dimension}
            for each in comparison.nearest
        },
        "never_characterised": list(comparison.never_characterised),
        "groups": {
            group.heading: group.model_dump(mode="json", exclude={"heading"}) for group in comparison.groups
        },
        "findings": [finding.model_dump(mode="json") for finding in comparison.findings],
    }


def _shown(comparison: Comparison, columns: tuple[Subject, ...], library: Library) -> list[str]:
    names = {column.id: column.name for column in columns}
    parts = [heading("Nearest case")]
    for each in comparison.nearest:
        parts.append(paragraph(each.finding.words))
        parts += [paragraph(comparison.pair(each.draft, case).finding.words, "  ") for case in each.cases]
    parts += [heading("How alike"), _similarity_table(comparison, names)]
    parts.append(paragraph(f"Why: {SHARED_RULE} [{SHARED_CITATION}]"))
    parts += [heading("Dimension by dimension"), _dimension_table(columns, library)]
    if comparison.never_characterised:
        nobody = listed([library.dimension(each).name for each in comparison.never_characterised])
        parts.append(paragraph(f"Characterised by nobody, so counted for nothing: {nobody}."))
    for group in comparison.groups:
        parts += [heading(group.title), _group_table(group, columns), *_differences(group, comparison)]
        parts.append(paragraph(f"Why: {group.rule} [{group.citation}]"))
    return parts


def _similarity_table(comparison: Comparison, names: dict[str, str]) -> str:
    rows = []
    for column in comparison.columns:
        cells = [
            "" if other.id == column.id else comparison.pair(column.id, other.id).words
            for other in comparison.columns
        ]
        rows.append((names[column.id], *cells))
    return table(("", *names.values()), rows)


def _dimension_table(columns: tuple[Subject, ...], library: Library) -> str:
    rows = [
        (library.dimension(each).name, *(position_in_words(column, each, library) for column in columns))
        for each in DIMENSIONS
    ]
    return table(("", *(column.name for column in columns)), rows)


def _group_table(group: Group, columns: tuple[Subject, ...]) -> str:
    if not group.rows:
        return "Nobody says anything here yet."
    rows = []
    for row in group.rows:
        held = {cell.column: cell.mark for cell in row.cells}
        rows.append((row.name, *(held.get(column.id, "") for column in columns)))
    silent = [column.silence if column.id in group.silent else "" for column in columns]
    if any(silent):
        rows.append(("", *silent))
    return table(("", *(column.name for column in columns)), rows)


def _differences(group: Group, comparison: Comparison) -> list[str]:
    """Of each draft beside its nearest cases: what both have, what only one has."""
    wanted = {frozenset((each.draft, case)) for each in comparison.nearest for case in each.cases}
    return [paragraph(pair.words) for pair in group.pairs if frozenset((pair.a, pair.b)) in wanted]


COMMAND = Command(
    "compare",
    50,
    "compare drafts with the reference cases and with each other",
    "Compares drafts and cases on the eight dimensions, drivers, process, mechanisms, role of government, "
    "benefits and challenges. Without options: all drafts, the three characterised cases and own cases.",
    _add_arguments,
    _run,
)
