"""A case on a position card: who stands there, and how firmly."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme.look import look
from ui.widgets import CaseTile, Sentence, strong
from ui.widgets.painting import case_letters
from workbook.analysis.position import largest
from workbook.analysis.subject import Shares, Subject
from workbook.model.vocabulary import DimensionId, PlatformId


def how_it_stands(shares: Shares | None, platform: PlatformId) -> str | None:
    """How a case stands at a position: "", "mostly", "in part" or "leans here"; None when it does not."""
    if shares is None or not shares[platform]:
        return None
    first = largest(shares)
    if platform not in first:
        return "leans here"
    if len(first) > 1:
        return "in part"
    return "" if shares[platform] == 1 else "mostly"


def standing_here(
    cases: tuple[Subject, ...], dimension: DimensionId, platform: PlatformId
) -> tuple[tuple[Subject, str], ...]:
    """The cases that stand, or lean, at a platform's position on a dimension, and how."""
    found = ((case, how_it_stands(case.shares[dimension], platform)) for case in cases)
    return tuple((case, how) for case, how in found if how is not None)


class CaseLine(QWidget):
    """Tile, name and how it stands, as in "FloraHolland mostly"."""

    def __init__(self, case: Subject, how: str) -> None:
        super().__init__()
        self.words = f"{case.name} {how}".strip()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look().px(8))
        row.addWidget(CaseTile(case.id, 20, case_letters(case.name)), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Sentence(f"{strong(case.name)} {how}".strip(), "secondary"), 1)
