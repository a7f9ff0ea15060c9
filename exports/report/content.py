"""Everything the sheets are written from: drafts and cases, and what the analysis says of them."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from exports.report.headers import distinct, labels
from exports.report.together import SourceFile, together
from workbook.analysis.comparison import Comparison, compare, subjects
from workbook.analysis.design import DesignAnalysis, analyse
from workbook.analysis.profile import Profile, profile
from workbook.analysis.robustness.answer import Robustness, robustness
from workbook.analysis.subject import Subject
from workbook.analysis.traits import Names, catalogue_names
from workbook.analysis.win_win.findings import WinWin, win_win
from workbook.library.entries import Library
from workbook.model.case import Case
from workbook.model.draft import Draft
from workbook.model.workbook import Workbook


@dataclass(frozen=True)
class Chosen:
    """Ids of drafts and cases to report on; none: all drafts; the characterised cases and own cases."""

    drafts: tuple[str, ...] = ()
    cases: tuple[str, ...] = ()


EVERYTHING = Chosen()


@dataclass(frozen=True)
class Report:
    """What a report is about. Sheets read this and work nothing out; mappings are by id of draft or case."""

    files: tuple[SourceFile, ...]
    workbook: Workbook
    library: Library
    made_on: dt.date
    comparison: Comparison
    subjects: Mapping[str, Subject]
    profiles: Mapping[str, Profile]
    analyses: Mapping[str, DesignAnalysis]
    win_wins: Mapping[str, WinWin]
    robustness: Mapping[str, Robustness]
    """Simulated while the report is gathered, with the seed and the draws of the file."""
    drafts: tuple[Draft, ...]
    cases: tuple[Case, ...]
    """The cases described whole: those compared, or without a choice all there are."""
    titles: Mapping[str, str]
    """A header for each column of the comparison: unique, with what it is said of cases."""
    labels: Mapping[str, str]
    """A label for each column that is short enough for a chart."""
    names: Names

    @property
    def title(self) -> str:
        """The title of the workbook, or of the report where it has none."""
        return self.workbook.title.strip() or "Partnership design report"

    def titles_of(self, kind: str | None = None) -> tuple[tuple[str, str], ...]:
        """(id, header) of every column, or of drafts or cases only, in the order of the comparison."""
        return tuple(
            (each, self.titles[each])
            for each, subject in self.subjects.items()
            if kind is None or subject.kind == kind
        )


def gather(
    files: Sequence[SourceFile],
    library: Library,
    made_on: dt.date,
    chosen: Chosen = EVERYTHING,
) -> Report:
    """Ask the analysis everything a report shows.

    Raises:
        UnknownColumnError: a chosen id is that of no draft, or of no case.
    """
    merged = together(files)
    workbook = merged.workbook
    columns = subjects(workbook, library, merged.drafts(chosen.drafts), chosen.cases)
    drafts = tuple(column.source for column in columns if isinstance(column.source, Draft))
    compared_cases = tuple(column.source for column in columns if isinstance(column.source, Case))
    headers = distinct([_header(column) for column in columns])
    return Report(
        files=tuple(files),
        workbook=workbook,
        library=library,
        made_on=made_on,
        comparison=compare(columns, library, workbook.own_entries),
        subjects={column.id: column for column in columns},
        profiles={column.id: profile(column, library) for column in columns},
        analyses={
            draft.id: analyse(draft, library, made_on, merged.doubts[draft.id].weights, workbook.own_entries)
            for draft in drafts
        },
        win_wins={
            draft.id: win_win(draft, library, merged.doubts[draft.id].weights, workbook.own_entries)
            for draft in drafts
        },
        robustness={draft.id: robustness(draft, merged.doubts[draft.id]) for draft in drafts},
        drafts=drafts,
        cases=compared_cases if chosen.cases else (*library.cases, *workbook.own_cases),
        titles={column.id: header for column, header in zip(columns, headers, strict=True)},
        labels=dict(zip([column.id for column in columns], labels([c.name for c in columns]), strict=True)),
        names=catalogue_names(library, workbook.own_entries),
    )


def _header(column: Subject) -> str:
    return f"Case: {column.name}" if column.kind == "case" else column.name
