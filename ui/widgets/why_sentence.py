"""A sentence that the analysis says, and beside it the sign that answers why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme.look import look
from ui.widgets.figure import Explains, WhyMark
from ui.widgets.sentence import Sentence

if TYPE_CHECKING:
    from workbook.analysis.finding import Finding


class WhySentence(QWidget):
    """The sign stands at the first line; the sentence wraps."""

    def __init__(
        self,
        requests: Explains,
        role: str = "body",
        token: str = "text",  # noqa: S107 - a token is no password
    ) -> None:
        super().__init__()
        self.sentence = Sentence("", role, token)
        self.why = WhyMark(None, requests)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.sentence, 1)
        self._row.addWidget(self.why, 0, Qt.AlignmentFlag.AlignTop)
        look().changed.connect(self._fit)
        self._fit()

    def show_finding(self, finding: Finding, words: str = "") -> None:
        """Say what was found, or, where the place says what it is about, in these words."""
        self.sentence.setText(words or finding.words)
        self.why.set_finding(finding)
        self.why.setAccessibleName(f"Why? {words or finding.words}")

    def _fit(self) -> None:
        self._row.setSpacing(look().px(8))
