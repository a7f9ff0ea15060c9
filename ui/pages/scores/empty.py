"""What the page says before there is anything to score, or any score."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent

from ui.pages.scores.lines import Grid
from ui.requests import Requests
from ui.theme.look import look
from ui.widgets import EmptyState, Painted, Way
from ui.widgets.painting.shapes import round_rect
from workbook.analysis.wording import counted

BELONGS = (
    "Every party says what each scenario would do for each of its interests: better, worse, or no different "
    "from making no agreement."
)
BARS = (0.62, 0.88, 0.78, 0.7, 0.95)
CELLS = 4


class Ghost(Painted):
    """The picture to come: interests, and cells that nobody has filled."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("A table of scores that is still empty")
        self.setMinimumWidth(1)

    def sizeHint(self) -> QSize:
        """Room for a few."""
        return QSize(look().px(300), look().px(200))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Bars and empty cells."""
        del event
        painter, here = QPainter(self), look()
        px = here.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, words = px(24), (self.width() - px(24)) * 0.3
        cell = (self.width() - left - words - px(12)) / CELLS
        for row, share in enumerate(BARS):
            top = px(8) + row * px(36)
            bar = QRectF(left, top + px(10), words * share, px(9))
            round_rect(painter, bar, px(4), here.colour("sunken"), here.colour("sunken_edge"))
            for place in range(CELLS):
                rect = QRectF(left + words + px(12) + place * cell, top, cell - px(8), px(28))
                round_rect(painter, rect, px(5), None, here.colour("hair"))


def emptiness_of(grid: Grid | None) -> str:
    """What is missing before anything can be scored: "draft", "interests", "scenarios", both, or nothing."""
    if grid is None:
        return "draft"
    missing = [what for what, there in (("interests", grid.row_of), ("scenarios", grid.columns)) if not there]
    return " and ".join(missing)


def empty_state(missing: str, requests: Requests) -> EmptyState:
    """While there is nothing to score."""
    if missing == "draft":
        ways = [
            Way(
                "Begin a draft, empty or from a case",
                "file-plus",
                lambda: requests.go_to_page("start"),
                "A case brings its parties along.",
            ),
            Way("Open the example", "book-open", requests.open_example, "Three drafts, all of them scored."),
        ]
        return EmptyState("Nothing is scored yet.", f"{BELONGS} It needs a draft first.", ways, Ghost())
    ways = []
    if "interests" in missing:
        ways.append(
            Way(
                "Name stakeholders and what they want",
                "users",
                lambda: requests.go_to_page("stakeholders"),
                "Each interest becomes a row.",
            )
        )
    if "scenarios" in missing:
        ways.append(
            Way(
                "Describe scenarios",
                "split",
                lambda: requests.go_to_page("scenarios"),
                "Each way of sharing becomes a column.",
            )
        )
    return EmptyState("Nothing is scored yet.", f"{BELONGS} What is missing: {missing}.", ways, Ghost())


def ready_state(grid: Grid, by_keyboard: Callable[[], object], by_paste: Callable[[], object]) -> EmptyState:
    """Everything is there but the scores."""
    ready = f"{counted(len(grid.row_of), 'interest')} and {counted(len(grid.columns), 'scenario')} are ready."
    ways = [
        Way("Score by keyboard", "pencil", by_keyboard, "Digits and minus; blank stays “not scored”."),
        Way("Paste a block from Excel", "file-spreadsheet", by_paste, "Interests down, scenarios across."),
    ]
    return EmptyState("Nothing is scored yet.", f"{BELONGS} {ready}", ways, Ghost())
