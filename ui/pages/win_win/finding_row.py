"""A finding as a row: its sentence, the sign that answers why, and perhaps a way to where it is about."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.requests import Requests
from ui.theme.look import look
from ui.widgets import Button, Citation, Sentence, WhyMark
from ui.widgets.laid_out import nest
from workbook.analysis.finding import Finding


class FindingRow(QWidget):
    """`words` may hold bold names; `note` and `citation` stand below, `act` is a button's name and deed."""

    def __init__(  # noqa: PLR0913 - the parts of a row, most of which may be missing
        self,
        words: str,
        finding: Finding,
        requests: Requests,
        *,
        role: str = "body",
        note: str = "",
        citation: str = "",
        act: tuple[str, Callable[[], object]] | None = None,
    ) -> None:
        super().__init__()
        px = look().px
        row = QHBoxLayout(self)
        row.setContentsMargins(0, px(4), 0, px(4))
        row.setSpacing(px(8))
        column = QVBoxLayout()
        column.setSpacing(px(3))
        column.addWidget(Sentence(words, role))
        if note:
            column.addWidget(Sentence(note, "secondary", "muted"))
        if citation:
            column.addWidget(Citation(citation))
        if act is not None:
            button = Button(act[0])
            button.setAccessibleDescription(finding.words)
            button.clicked.connect(lambda _=False: act[1]())
            column.addSpacing(px(4))
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        nest(row, column, 1)
        row.addWidget(WhyMark(finding, requests), 0, Qt.AlignmentFlag.AlignTop)
