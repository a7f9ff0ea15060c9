"""What the page says before there is anything to find."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen

from ui.requests import Requests
from ui.theme.look import look
from ui.widgets import EmptyState, Painted, Way
from ui.widgets.painting.shapes import round_rect
from workbook.model.draft import Draft

BELONGS = (
    "Here stands which scenario leaves every party better off than without an agreement, who would refuse "
    "the others, and what would bring them in."
)
BARS = ((0.3, 0.22, 0.36), (0.5, 0.14, 0.4), (0.22, 0.34, 0.18))


class Ghost(Painted):
    """The picture to come: bars around lines."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("A picture of gains and losses that is still empty")
        self.setMinimumWidth(1)

    def sizeHint(self) -> QSize:
        """Room for a few."""
        return QSize(look().px(300), look().px(200))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Three lines, and bars without a meaning yet."""
        del event
        painter, here = QPainter(self), look()
        px = here.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = px(28)
        each = (self.width() - left) / 3
        for row, lengths in enumerate(BARS):
            top = px(14) + row * px(52)
            for column, length in enumerate(lengths):
                bar = QRectF(left + column * each + px(10), top + px(8), each * length * 1.6, px(18))
                round_rect(painter, bar, px(3), here.colour("sunken"), here.colour("hair"))
        painter.setPen(QPen(here.colour("edge"), 1.5))
        for column in range(3):
            x = left + column * each + px(10)
            painter.drawLine(QPointF(x, px(6)), QPointF(x, px(14) + 3 * px(52)))


def missing_in(draft: Draft | None) -> str:
    """What has to be there first: "draft", "parties", "scenarios", both, "scores"; empty when nothing."""
    if draft is None:
        return "draft"
    has_party = any(each.standing == "party" for each in draft.stakeholders)
    missing = [what for what, there in (("parties", has_party), ("scenarios", draft.scenarios)) if not there]
    if missing:
        return " and ".join(missing)
    is_scored = any(score.value is not None for each in draft.scenarios for score in each.scores)
    return "" if is_scored else "scores"


def empty_state(missing: str, requests: Requests) -> EmptyState:
    """What belongs here, and the quickest ways in."""
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
        return EmptyState(
            "No win-win is looked for yet.", f"{BELONGS} It needs a draft first.", ways, Ghost()
        )
    ways = []
    if "parties" in missing or missing == "scores":
        ways.append(
            Way(
                "Name stakeholders and what they want",
                "users",
                lambda: requests.go_to_page("stakeholders"),
                "Verdicts range over whoever is a party.",
            )
        )
    if "scenarios" in missing or missing == "scores":
        ways.append(
            Way(
                "Describe scenarios",
                "split",
                lambda: requests.go_to_page("scenarios"),
                "Each is one way of sharing that somebody could propose.",
            )
        )
    if missing == "scores":
        ways.insert(
            0,
            Way(
                "Score the first scenario",
                "table-2",
                lambda: requests.go_to_page("scores"),
                "A first row is enough for a first verdict.",
            ),
        )
    words = f"{BELONGS} What is missing: {missing}."
    return EmptyState("No win-win is looked for yet.", words, ways, Ghost())
