"""Sheets of which there is one for each draft: their names, and what drafts with nothing to show lack."""

from collections.abc import Callable, Iterator, Sequence

from exports.report.cell_text import name_text, utf16_units
from exports.report.content import Report
from exports.report.page import Page
from exports.report.print_setup import LYING, Paper
from exports.report.sheet import Sheet
from workbook.model.draft import Draft

LONGEST_NAME = 31
FORBIDDEN = str.maketrans({**dict.fromkeys("[]:*?/\\", " "), "'": "\N{RIGHT SINGLE QUOTATION MARK}"})

WriteDraft = Callable[[Page, Report, Draft], None]


def one_for_each_draft(
    report: Report, base: Sheet, write: WriteDraft, paper: Callable[[Draft], Paper] = lambda _: LYING
) -> tuple[Sheet, ...]:
    """A sheet for each draft with somebody to ask and a scenario; the base sheet for all others."""
    ready = [draft for draft in report.drafts if not what_is_missing(draft)]
    titles = sheet_titles(base.title, [report.titles[draft.id] for draft in ready])
    made = [
        _of(base, title, number, draft, write, report.titles[draft.id], paper(draft))
        for number, (draft, title) in enumerate(zip(ready, titles, strict=True), 1)
    ]
    if len(ready) < len(report.drafts) or not report.drafts:
        made.append(base)
    return tuple(made)


def write_what_is_missing(page: Page, report: Report, what: str) -> None:
    """The sheet for drafts that have nothing to show yet."""
    page.columns((900,))
    page.title(what, "Drafts for which there is nothing to show here yet, and what is missing.")
    for draft in report.drafts:
        missing = what_is_missing(draft)
        if missing:
            page.paragraph(f"{report.titles[draft.id]}: {missing}", "lead")
    if not report.drafts:
        page.paragraph("There is no draft yet.", "lead")


def what_is_missing(draft: Draft) -> str:
    """Why nothing can be worked out yet; empty if something can."""
    nobody = all(stakeholder.standing == "context" for stakeholder in draft.stakeholders)
    if nobody and not draft.scenarios:
        return "no stakeholder is at the table or affected, and there is no scenario."
    if nobody:
        return "no stakeholder is at the table or affected."
    return "" if draft.scenarios else "there is no scenario."


def sheet_titles(beginning: str, names: Sequence[str]) -> Iterator[str]:
    """Names for sheets, as Excel allows them, no two the same but for capitals."""
    taken: set[str] = set()
    for name in names:
        plain = " ".join(name_text(name).translate(FORBIDDEN).split())
        tried, number = _fitting(f"{beginning} \N{EN DASH} {plain}"), 1
        while tried.casefold() in taken:
            number += 1
            end = f" ({number})"
            tried = _fitting(f"{beginning} \N{EN DASH} {plain}", LONGEST_NAME - len(end)) + end
        taken.add(tried.casefold())
        yield tried


def _fitting(title: str, longest: int = LONGEST_NAME) -> str:
    while utf16_units(title) > longest:
        title = title[:-1]
    return title.rstrip()


def _of(  # noqa: PLR0913, PLR0917 - the parts of a sheet
    base: Sheet, title: str, number: int, draft: Draft, write: WriteDraft, name: str, paper: Paper
) -> Sheet:
    return Sheet(
        title,
        base.order,
        f"{name}: {base.about[:1].lower()}{base.about[1:]}",
        lambda page, report: write(page, report, draft),
        paper,
        table_name=f"{base.key}_{number}",
    )
