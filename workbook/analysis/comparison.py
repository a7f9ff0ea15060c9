"""Drafts and cases compared on all the headings the source compares by."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from workbook.analysis.finding import Finding
from workbook.analysis.headings import Group, groups
from workbook.analysis.nearest import Nearest, nearest
from workbook.analysis.similarity import ExactSimilarity, Similarity, exact_similarity, similarity
from workbook.analysis.subject import Subject, SubjectKind, case_subject, draft_subject
from workbook.analysis.traits import Names, catalogue_names
from workbook.library.entries import Library
from workbook.model.case import Case
from workbook.model.record import Record
from workbook.model.vocabulary import DIMENSIONS, DimensionId
from workbook.model.workbook import OwnEntry, Workbook


class Column(Record):
    """A draft or case that is compared."""

    id: str
    kind: SubjectKind
    name: str


@dataclass(frozen=True)
class Comparison:
    """What a comparison says: each pair once, the nearest cases of each draft, and every heading."""

    subjects: tuple[Subject, ...]
    names: Names
    pairs: tuple[Similarity, ...]
    nearest: tuple[Nearest, ...]

    @property
    def columns(self) -> tuple[Column, ...]:
        """The drafts and cases that are compared, in order."""
        return tuple(Column(id=each.id, kind=each.kind, name=each.name) for each in self.subjects)

    @property
    def never_characterised(self) -> tuple[DimensionId, ...]:
        """The dimensions on which none of them has a position."""
        return tuple(d for d in DIMENSIONS if all(each.shares[d] is None for each in self.subjects))

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """Every heading. Worked out when first asked for: it is half of the work, and few views show it."""
        by_id = {each.id: each for each in self.subjects}
        return groups(self.subjects, ((by_id[pair.a], by_id[pair.b]) for pair in self.pairs), self.names)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The nearest cases first, then every pair."""
        return (*(each.finding for each in self.nearest), *(pair.finding for pair in self.pairs))

    def pair(self, one: str, other: str) -> Similarity:
        """The similarity of two columns, in either order.

        Raises:
            KeyError: the two were not compared.
        """
        for pair in self.pairs:
            if {pair.a, pair.b} == {one, other}:
                return pair
        raise KeyError(one, other)


class UnknownColumnError(LookupError):
    """There is no draft or case of this id to compare."""


def usual_cases(workbook: Workbook, library: Library) -> tuple[Case, ...]:
    """The cases compared when nobody says which: those characterised by their authors, and own cases."""
    return (*(case for case in library.cases if case.is_characterised), *workbook.own_cases)


def subjects(
    workbook: Workbook,
    library: Library,
    draft_ids: Sequence[str] = (),
    case_ids: Sequence[str] = (),
) -> tuple[Subject, ...]:
    """The drafts, then the cases, to compare: those named, or all drafts and the usual cases.

    Raises:
        UnknownColumnError: an id is not that of a draft, or of a case.
    """
    drafts = {draft.id: draft for draft in workbook.drafts}
    cases = {case.id: case for case in (*library.cases, *workbook.own_cases)}
    for what, wanted, known in (("draft", draft_ids, drafts), ("case", case_ids, cases)):
        for each in wanted:
            if each not in known:
                there = ", ".join(known) or "none"
                raise UnknownColumnError(f"there is no {what} {each} (there: {there})")
    chosen_drafts = [drafts[each] for each in dict.fromkeys(draft_ids)] or workbook.drafts
    chosen_cases = [cases[each] for each in dict.fromkeys(case_ids)] or usual_cases(workbook, library)
    return (
        *(draft_subject(draft) for draft in chosen_drafts),
        *(case_subject(case, workbook) for case in chosen_cases),
    )


def compare(columns: Sequence[Subject], library: Library, own_entries: Iterable[OwnEntry]) -> Comparison:
    """Every column with every other."""
    return _comparison(columns, tuple(combinations(columns, 2)), library, own_entries)


def compare_with_cases(
    columns: Sequence[Subject], library: Library, own_entries: Iterable[OwnEntry]
) -> Comparison:
    """Every draft with every case, but not with other drafts: the work grows with the number of drafts."""
    pairs = tuple((a, b) for a in columns if a.kind == "draft" for b in columns if b.kind == "case")
    return _comparison(columns, pairs, library, own_entries)


def compare_with_first(
    columns: Sequence[Subject], library: Library, own_entries: Iterable[OwnEntry]
) -> Comparison:
    """The first column with every other: what somebody sees who looks from there."""
    first, *others = columns
    return _comparison(columns, tuple((first, other) for other in others), library, own_entries)


def _comparison(
    columns: Sequence[Subject],
    pairs: tuple[tuple[Subject, Subject], ...],
    library: Library,
    own_entries: Iterable[OwnEntry],
) -> Comparison:
    exact = {(a.id, b.id): exact_similarity(a, b) for a, b in pairs}
    cases = [column for column in columns if column.kind == "case"]
    return Comparison(
        subjects=tuple(columns),
        names=catalogue_names(library, own_entries),
        pairs=tuple(similarity(a, b, exact[a.id, b.id], library) for a, b in pairs),
        nearest=tuple(
            nearest(draft, cases, _to_cases(draft, cases, exact), library)
            for draft in columns
            if draft.kind == "draft" and all(_is_known(draft, case, exact) for case in cases)
        ),
    )


def _is_known(draft: Subject, case: Subject, exact: dict[tuple[str, str], ExactSimilarity]) -> bool:
    return (draft.id, case.id) in exact or (case.id, draft.id) in exact


def _to_cases(
    draft: Subject, cases: Sequence[Subject], exact: dict[tuple[str, str], ExactSimilarity]
) -> dict[str, ExactSimilarity]:
    """Similarity is the same both ways, so a pair serves in whichever order its columns stand."""
    return {
        case.id: exact[draft.id, case.id] if (draft.id, case.id) in exact else exact[case.id, draft.id]
        for case in cases
    }
