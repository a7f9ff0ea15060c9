"""What stands in the way, by category, side by side."""

from exports.report.content import Report
from exports.report.page import Page
from exports.report.sheet import Sheet
from exports.report.side_by_side import write_side_by_side


def write(page: Page, report: Report) -> None:
    """Write it."""
    write_side_by_side(page, report, "Challenges", "What stands in the way, by category.", ("challenges",))


SHEET = Sheet("Challenges", 100, "What stands in the way, side by side.", write)
