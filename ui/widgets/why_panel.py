"""The answer to "why this number?": words, rule, what it was worked out from, what was left out, source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.gap import Gap
from ui.widgets.hairline import Hairline
from ui.widgets.input_row import InputRow
from ui.widgets.sentence import Citation, Sentence

if TYPE_CHECKING:
    from workbook.analysis.finding import Finding


UNITS_OF_SHARES = {"share", "case"}
"""Findings whose inputs are shares (0-1), shown as parts of 100."""


class WhyPanel(QWidget):
    """The content of the popover that explains a finding."""

    go_to = Signal(str)
    """The address of an input: the user wants to see where it stands."""

    def __init__(self, finding: Finding, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._add(Sentence(finding.words, "body"), 8)
        # What went in before how: the figures answer at once, a rule of three sentences would hide them.
        self._add_inputs(finding)
        if finding.rule:
            self._add(Sentence(finding.rule, "secondary", "muted"), 8)
        if finding.citation:
            self._add(Hairline(), 8)
            self._add(Citation(finding.citation), 0)

    def _add_inputs(self, finding: Finding) -> None:
        counted = [one for one in finding.inputs if one.value is not None]
        left_out = [one for one in finding.inputs if one.value is None]
        has_shares = finding.unit in UNITS_OF_SHARES
        leads_on = any(one.address for one in counted)
        for one in counted:
            row = InputRow(
                one.name, one.value, is_share=has_shares, leads_to=one.address, has_arrows=leads_on
            )
            row.visited.connect(self.go_to)
            self._add(row, 0)
        self._column.addWidget(Gap(8))
        if left_out:
            names = ", ".join(one.name for one in left_out)
            self._add(Sentence(f"Not counted, because not known: {names}.", "secondary", "muted"), 8)

    def _add(self, widget: QWidget, space: int) -> None:
        self._column.addWidget(widget)
        if space:
            self._column.addWidget(Gap(space))
