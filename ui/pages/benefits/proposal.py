"""The paragraph proposed from what is entered: open where nothing is written, folded beside a text."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.requests import Requests
from ui.theme.look import look
from ui.widgets import Button, Sentence, WhyMark
from ui.widgets.fold import Fold
from ui.widgets.laid_out import nest
from workbook.analysis.delivery.business_case import BusinessCaseText, Relation

TITLES: Mapping[Relation, str] = {
    "nothing": "Proposed from what is entered",
    "older": "It has changed since: what is entered now gives another paragraph",
    "own": "A paragraph from what is entered, to compare with yours",
    "same": "",
}
TAKES: Mapping[Relation, str] = {
    "nothing": "Use this paragraph",
    "older": "Take the new one",
    "own": "Use it instead of yours",
    "same": "",
}
SAME = "This is the paragraph that what is entered gives now."


class Proposal(QWidget):
    """Nothing is taken over unless somebody presses for it."""

    taken = Signal()

    def __init__(self, requests: Requests) -> None:
        super().__init__()
        self._shown: tuple[str, Relation] = ("", "same")
        self._same = Sentence(SAME, "secondary", "muted")
        self.paragraph = Sentence("", "body")
        self.take = Button("", "secondary", "corner-down-right")
        self.take.clicked.connect(self.taken)
        self._why = WhyMark(None, requests, "What is this paragraph put together from?")
        content = QWidget()
        self._content = QVBoxLayout(content)
        self._content.addWidget(self.paragraph)
        self._deeds = QHBoxLayout()
        self._deeds.addWidget(self.take)
        self._deeds.addWidget(self._why)
        self._deeds.addStretch(1)
        nest(self._content, self._deeds)
        self.fold = Fold(TITLES["nothing"], content)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._same)
        self._column.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignTop)
        look().changed.connect(self._fit)
        self._fit()

    def show_proposal(self, proposed: BusinessCaseText, how: Relation) -> None:
        """Show a paragraph, and how it stands to the text that is written."""
        self.paragraph.setText(proposed.paragraph)
        self._why.set_finding(proposed.finding)
        self._same.setVisible(how == "same")
        self.fold.setVisible(how != "same")
        shown = (proposed.stakeholder, how)
        if shown != self._shown:
            self._shown = shown
            self.fold.show_title(TITLES[how])
            self.take.setText(TAKES[how])
            self.take.updateGeometry()
            self.fold.head.setChecked(how in {"nothing", "older"})

    def _fit(self) -> None:
        px = look().px
        self._content.setContentsMargins(px(26), 0, 0, px(6))
        self._content.setSpacing(px(8))
        self._deeds.setSpacing(px(8))
