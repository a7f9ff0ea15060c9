"""`export`: the Excel report to hand out."""

import argparse
import datetime as dt
import os
from pathlib import Path

from exports.report.build import WrittenReport, write_report
from exports.report.content import Chosen
from exports.report.together import SourceFile
from ui.commands import Answer, Command, CommandProblem
from ui.commands.compare import column_options
from workbook.analysis.comparison import UnknownColumnError
from workbook.analysis.wording import counted, listed
from workbook.library.loader import load
from workbook.persistence.output import open_in, warning
from workbook.persistence.reading import read

ENDING = ".xlsx"


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE", help="a workbook")
    parser.add_argument(
        "--to",
        type=Path,
        required=True,
        metavar="REPORT.xlsx",
        help="the report to write; an older one is replaced",
    )
    column_options(parser)


def _run(chosen: argparse.Namespace) -> Answer:
    target: Path = chosen.to
    if target.suffix.lower() != ENDING:
        raise CommandProblem(f"{target}: a report needs a name that ends with {ENDING}.")
    files = [_source(path) for path in chosen.files]
    today = dt.datetime.now().astimezone().date()
    columns = Chosen(tuple(chosen.draft), tuple(chosen.case))
    program = open_in(target) if os.path.lexists(target) else ""
    try:
        written = write_report(target, files, load(), today, columns, though_open=True)
    except UnknownColumnError as problem:
        raise CommandProblem(f"{', '.join(map(str, chosen.files))}: {problem}") from None
    return Answer(_said(written), notes=_notes(written, program))


def _source(path: Path) -> SourceFile:
    opened = read(path)
    return SourceFile(path.name, opened.workbook, opened.head.document_id or "")


def _said(written: WrittenReport) -> str:
    drafts = listed(written.drafts) or "no draft"
    cases = listed(written.cases) or "no case"
    return (
        f"{written.path} holds the report on {drafts}, compared with {cases}: "
        f"{counted(len(written.sheets), 'sheet')}."
    )


def _notes(written: WrittenReport, open_in_program: str) -> tuple[str, ...]:
    notes = [warning(written.path, open_in_program)] if open_in_program else []
    notes += [f"Too long for a cell of Excel, so cut there and marked: {each}." for each in written.cut]
    if not written.confirmed:
        notes.append("The disk did not confirm that it has the report: keep it connected for a moment.")
    return tuple(notes)


COMMAND = Command(
    "export",
    60,
    "write the Excel report on one or several workbooks",
    "Writes an Excel report that compares drafts with the reference cases and with each other, with the "
    "reason and the source of every figure. The report is checked before it replaces an older one.",
    _add_arguments,
    _run,
)
