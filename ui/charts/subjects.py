"""Drafts and cases, as the analysis sees them, made ready for a chart."""

from collections.abc import Sequence

from ui.charts.similarity import Likeness, Similarities
from ui.charts.who import Who
from workbook.analysis.comparison import Comparison
from workbook.analysis.position import shares_in_words
from workbook.analysis.profile import mean_shares
from workbook.analysis.subject import Subject
from workbook.analysis.wording import parts_of_100
from workbook.edits.drafts import letter_of
from workbook.library.loader import load
from workbook.model.workbook import Workbook

NOT_PLACED = "not placed yet"


def who_of(subject: Subject, workbook: Workbook, current: str | None = None) -> Who:
    """A draft or case with its whole mix, in shares and in words."""
    mean = mean_shares(shares for shares in subject.shares.values() if shares is not None)
    is_draft = subject.kind == "draft"
    library, digits = load(), ""
    if mean is not None:
        parts = parts_of_100(mean).items()
        digits = ", ".join(f"{library.platform(each).short_name} {part}" for each, part in parts) + " of 100"
    return Who(
        id=subject.id,
        kind=subject.kind,
        name=subject.name,
        letter=letter_of(workbook, subject.id) if is_draft else "",
        is_current=subject.id == current,
        shares=None
        if mean is None
        else (mean["resource_dependence"], mean["social_issue"], mean["societal_sector"]),
        words=NOT_PLACED if mean is None else shares_in_words(mean, library),
        digits=digits,
    )


def everyone(subjects: Sequence[Subject], workbook: Workbook, current: str | None = None) -> tuple[Who, ...]:
    """All of them, in the order given."""
    return tuple(who_of(subject, workbook, current) for subject in subjects)


def similarities(comparison: Comparison, workbook: Workbook, draft_id: str) -> Similarities:
    """One draft against every case it was compared with."""
    by_id = {subject.id: subject for subject in comparison.subjects}
    cases = [subject for subject in comparison.subjects if subject.kind == "case"]
    pairs = {case.id: comparison.pair(draft_id, case.id) for case in cases}
    return Similarities(
        draft=who_of(by_id[draft_id], workbook, draft_id),
        likenesses=tuple(
            Likeness(who_of(case, workbook), pairs[case.id].similarity, pairs[case.id].words)
            for case in cases
        ),
    )
