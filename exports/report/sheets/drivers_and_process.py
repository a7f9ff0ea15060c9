"""What moves the parties, and which stages they passed, side by side."""

from exports.report.content import Report
from exports.report.page import Page
from exports.report.sheet import Sheet
from exports.report.side_by_side import write_side_by_side


def write(page: Page, report: Report) -> None:
    """Write it."""
    write_side_by_side(
        page,
        report,
        "Drivers and process",
        "What moves the parties, and which stages they have reached.",
        ("drivers", "process"),
    )


SHEET = Sheet(
    "Drivers and process", 70, "What moves the parties and which stages they passed, side by side.", write
)
