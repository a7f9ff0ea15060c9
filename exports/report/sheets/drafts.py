"""What each draft says of itself: framing, stakeholders and what they want, data flows, scenarios."""

from collections.abc import Callable, Iterator

from exports.report.content import Report
from exports.report.page import Page
from exports.report.sheet import Sheet
from exports.report.values import Column, Styled, Value, shared_width
from workbook.library.catalogues import name_of
from workbook.model.draft import Draft
from workbook.model.stakeholders import Stakeholder

NOT_SAID = "not said yet"

VOLUNTARY = {"voluntary": "Voluntary", "partly": "Partly voluntary", "mandated": "Mandated"}


def write(page: Page, report: Report) -> None:
    """Write it."""
    width = shared_width(len(report.drafts), 170, 260, 450)
    columns = (
        Column("About", 170, "name"),
        *(Column(title, width) for _, title in report.titles_of("draft")),
    )
    page.columns(column.width for column in columns)
    page.title("Drafts", "What the room put on the table, in its own words.")
    page.table(columns, _rows(report), "Framing, stakeholders, data flows and scenarios of each draft.")


def _rows(report: Report) -> Iterator[tuple[Value, ...]]:
    for name, said in _asked(report).items():
        texts = [said(draft) for draft in report.drafts]
        yield name, *(text or Styled(NOT_SAID, "muted") for text in texts)


def _asked(report: Report) -> dict[str, Callable[[Draft], str]]:
    return {
        "Summary": lambda draft: draft.summary,
        "Societal problem": lambda draft: draft.framing.societal_problem,
        "Public value": lambda draft: draft.framing.public_value,
        "Data sought": lambda draft: draft.framing.data_sought,
        "Setting": lambda draft: draft.framing.setting,
        "Out of scope": lambda draft: draft.framing.out_of_scope,
        "Voluntary or mandated": lambda draft: VOLUNTARY.get(draft.framing.voluntary or "", ""),
        "Stakeholders": lambda draft: "\n".join(_stakeholder(each, report) for each in draft.stakeholders),
        "What they want": lambda draft: "\n".join(_interests(draft, "want")),
        "What concerns them": lambda draft: "\n".join(_interests(draft, "concern")),
        "Data flows": lambda draft: "\n".join(_flows(draft)),
        "Scenarios": lambda draft: "\n".join(_scenarios(draft)),
        "Scenario chosen": _chosen,
    }


def _stakeholder(stakeholder: Stakeholder, report: Report) -> str:
    own = report.workbook.own_entries
    roles = [name_of(report.library, own, "stakeholder_roles", role) for role in stakeholder.roles]
    return f"• {stakeholder.name or NOT_SAID}: {', '.join((stakeholder.sector, *roles))}"


def _interests(draft: Draft, kind: str) -> Iterator[str]:
    for stakeholder in draft.stakeholders:
        for interest in stakeholder.interests:
            if interest.kind == kind:
                yield f"• {stakeholder.name}: {interest.text}"


def _flows(draft: Draft) -> Iterator[str]:
    names = {stakeholder.id: stakeholder.name for stakeholder in draft.stakeholders}
    for flow in draft.data_flows:
        giver, taker = (
            names.get(each or "", NOT_SAID) for each in (flow.from_stakeholder, flow.to_stakeholder)
        )
        yield f"• {giver} to {taker}: {flow.data or NOT_SAID}"


def _scenarios(draft: Draft) -> Iterator[str]:
    for scenario in draft.scenarios:
        yield f"• {scenario.name}: {scenario.description}".removesuffix(": ")


def _chosen(draft: Draft) -> str:
    return next((each.name for each in draft.scenarios if each.id == draft.chosen_scenario), "")


SHEET = Sheet(
    "Drafts", 20, "What each draft says: framing, stakeholders and what they want, data, scenarios.", write
)
