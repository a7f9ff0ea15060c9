"""Who is at the table or touched by it, what each has without an agreement, and what it wants and fears."""

from collections.abc import Iterator

from exports.report.content import Report
from exports.report.page import Page
from exports.report.sheet import Sheet
from exports.report.values import Column, Styled, Value
from workbook.analysis.stakes import LINE_RULE, shares
from workbook.analysis.win_win.importance import IMPORTANCE_RULE
from workbook.analysis.win_win.sources import MULTIPLE_OBJECTIVES, NEGOTIATION_ANALYSIS
from workbook.library.catalogues import name_of
from workbook.model.draft import Draft
from workbook.model.stakeholders import Interest, Stakeholder
from workbook.model.vocabulary import Certainty, InterestKind, Orientation, Sector, Standing, WeightsKnown

COLUMNS = (
    Column("Draft", 120, "name"),
    Column("Stakeholder", 170, "name"),
    Column("Who it is", 200),
    Column("Without an agreement", 230),
    Column("Value of that, in points", 76, "score"),
    Column("Interest", 270),
    Column("Want or concern", 84),
    Column("For whom", 110),
    Column("Motivation", 130),
    Column("Weight", 84, "number"),
    Column("Share", 90),
    Column("Red line, in points", 76, "score"),
)
NOT_SAID = Styled("not said yet", "muted")

SECTORS: dict[Sector, str] = {
    "business": "Company",
    "government": "Government",
    "nonprofit": "Non-profit",
    "research": "Research",
    "citizens": "Citizens",
    "other": "Other sector",
}
STANDINGS: dict[Standing, str] = {
    "party": "Party, at the table",
    "affected": "Affected, not at the table",
    "context": "In the background, not judged by",
}
KINDS: dict[InterestKind, str] = {"want": "Want", "concern": "Concern"}
ORIENTATIONS: dict[Orientation, str] = {"self": "Itself", "social": "Society", "both": "Itself and society"}
WEIGHTS: dict[WeightsKnown, str] = {
    "given": "Weights as given",
    "order": "Only the order of the weights is known",
    "unknown": "Weights not known",
}
CERTAINTIES: dict[Certainty, str] = {"rough": "rough", "fairly_sure": "fairly sure", "sure": "sure"}


def write(page: Page, report: Report) -> None:
    """Write it."""
    page.columns(column.width for column in COLUMNS)
    page.title(
        "Stakeholders and interests",
        "Who is at the table or affected, what each has without an agreement, what it wants and fears.",
    )
    page.table(COLUMNS, _rows(report), "Stakeholders and their interests by draft.", frozen=2)
    page.paragraph(f"{LINE_RULE} [{NEGOTIATION_ANALYSIS}]")
    page.paragraph(f"{IMPORTANCE_RULE} [{MULTIPLE_OBJECTIVES}]")
    page.paragraph("A red line is the lowest score its holder accepts; no gain elsewhere buys it off.")


def _rows(report: Report) -> Iterator[tuple[Value, ...]]:
    for draft in report.drafts:
        title = report.titles[draft.id]
        for stakeholder in draft.stakeholders:
            yield from _of_stakeholder(report, draft, title, stakeholder)
        if not draft.stakeholders:
            yield title, Styled("No stakeholder yet", "muted"), *[None] * (len(COLUMNS) - 2)


def _of_stakeholder(
    report: Report, draft: Draft, title: str, stakeholder: Stakeholder
) -> Iterator[tuple[Value, ...]]:
    own = report.workbook.own_entries
    roles = [name_of(report.library, own, "stakeholder_roles", role) for role in stakeholder.roles]
    doubt = WEIGHTS[stakeholder.weights_known]
    if stakeholder.weights_known == "given":
        doubt = f"{doubt}, {CERTAINTIES[stakeholder.certainty]}"
    who = (
        SECTORS[stakeholder.sector],
        STANDINGS[stakeholder.standing],
        ", ".join(roles) or "No role said yet",
        doubt,
    )
    about: tuple[Value, ...] = (
        "\n".join(who),
        stakeholder.without_agreement or NOT_SAID,
        stakeholder.reservation_value,
    )
    name = stakeholder.name or stakeholder.id
    said = shares(draft, stakeholder)
    for number, interest in enumerate(stakeholder.interests):
        own_cells = _of_interest(report, interest, said[interest.id].words)
        yield title, name, *(about if not number else (None,) * len(about)), *own_cells
    if not stakeholder.interests:
        yield title, name, *about, Styled("No interest yet", "muted"), *(None,) * 6


def _of_interest(report: Report, interest: Interest, share: str) -> tuple[Value, ...]:
    motivation: Value = None
    if interest.motivation is not None:
        motivation = name_of(report.library, report.workbook.own_entries, "motivations", interest.motivation)
    return (
        interest.text or interest.id,
        KINDS[interest.kind],
        ORIENTATIONS[interest.orientation] if interest.orientation is not None else NOT_SAID,
        motivation,
        NOT_SAID if interest.weight is None else interest.weight,
        share,
        interest.red_line,
    )


SHEET = Sheet(
    "Stakeholders and interests",
    61,
    "Who is at the table or affected, what each has without an agreement, what it wants, with weights.",
    write,
)
