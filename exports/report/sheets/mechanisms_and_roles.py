"""How the data is opened up, and what government does, side by side."""

from exports.report.content import Report
from exports.report.page import Page
from exports.report.sheet import Sheet
from exports.report.side_by_side import write_side_by_side


def write(page: Page, report: Report) -> None:
    """Write it."""
    write_side_by_side(
        page,
        report,
        "Mechanisms and roles",
        "How the data is opened up, and what government does.",
        ("mechanisms", "government_roles"),
    )


SHEET = Sheet("Mechanisms and roles", 80, "Mechanisms and roles of government side by side.", write)
