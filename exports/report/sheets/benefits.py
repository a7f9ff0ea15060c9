"""What comes of it, for private and for public value, side by side."""

from exports.report.content import Report
from exports.report.page import Page
from exports.report.sheet import Sheet
from exports.report.side_by_side import write_side_by_side


def write(page: Page, report: Report) -> None:
    """Write it."""
    write_side_by_side(
        page,
        report,
        "Benefits",
        "What comes of it: benefits of private and of public value.",
        ("private_benefits", "public_benefits"),
    )


SHEET = Sheet("Benefits", 90, "Benefits of private and public value side by side.", write)
