"""The first sheet: what this is, who made it, how to read it, and a link to every other sheet."""

from collections.abc import Iterator

from exports.report.content import Report
from exports.report.page import Page
from exports.report.print_setup import Paper
from exports.report.sheet import Sheet, sheets_of
from exports.report.values import Column, Link, Value
from workbook.analysis.wording import counted, listed

WHAT_THIS_IS = (
    "This report shows designs of a partnership in which organisations of different sectors share data, as "
    "they stood when it was made. It compares the drafts with each other and with published cases."
)
HOW_TO_READ = (
    "Words come first, figures after them. Shares and similarities are parts of 100.",
    (
        "Resource, Issue and Sector (R, I, S) are the three platforms of Susha et al. 2019: "
        "resource-dependence, social issue and societal sector."
    ),
    (
        "Every figure has its rule and its source beside it. What nobody has characterised counts for "
        "nothing; it is never taken as zero. That every dimension counts the same is our assumption."
    ),
    "“Not said yet” is about a draft, “not reported” about a case. Neither means that there is nothing.",
    (
        "Case mixes are our coding of what the authors report; that a partnership can stand between "
        "platforms is our extension. The cases are an invitation to think, and no proof that the same will "
        "work elsewhere."
    ),
)


def write(page: Page, report: Report) -> None:
    """Write it."""
    page.columns((230, 640))
    page.title(report.title, WHAT_THIS_IS)
    for line in _made(report):
        page.paragraph(line)
    for line in (*HOW_TO_READ, *_warnings(report)):
        page.paragraph(line, "lead")
    page.table(
        (Column("Sheet", 230, "name"), Column("What it shows", 640)),
        _links(report),
        "The sheets of this report, each with a link to it.",
        frozen=None,
    )


def _made(report: Report) -> Iterator[str]:
    workshop, facilitator = report.workbook.workshop, report.workbook.facilitator
    held = ", ".join(part for part in (workshop.date and workshop.date.isoformat(), workshop.place) if part)
    who = f"Facilitator: {facilitator}. " if facilitator else ""
    where = f"Workshop: {held}. " if held else ""
    files = listed([file.name for file in report.files])
    yield f"{who}{where}Report made on {report.made_on.isoformat()} from {files or 'no file'}."
    drafts = [title for _, title in report.titles_of("draft")]
    cases = [report.subjects[each].name for each, _ in report.titles_of("case")]
    yield f"{counted(len(drafts), 'draft')}: {listed(drafts) or 'none'}."
    yield f"Compared with {counted(len(cases), 'reference case')}: {listed(cases) or 'none'}."


def _warnings(report: Report) -> Iterator[str]:
    """What a reader who opens only one sheet has to know of a case that has not happened."""
    for case in report.cases:
        if case.outcome == "envisaged":
            yield (
                f"{case.label}: this case is envisaged. Its source describes no sharing yet, so everything "
                "said of it is expected, not achieved."
            )


def _links(report: Report) -> Iterator[tuple[Value, ...]]:
    for sheet in sheets_of(report):
        if sheet is not SHEET:
            yield Link(sheet.title), sheet.about


SHEET = Sheet("Contents", 0, "What this is and how to read it.", write, Paper(upright=True))
