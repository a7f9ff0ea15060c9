"""The sheets of the report before it is written: what each is called and what it says."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.requests import SheetPreview
from ui.widgets import Gap, Hairline, Sentence


class SheetList(QWidget):
    """One entry a sheet, in the order of the report."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._head = Sentence("What it will hold", "section", "muted")
        self._column.addWidget(self._head)
        self._column.addWidget(Gap(6))
        self._column.addStretch(1)
        self._shown: tuple[SheetPreview, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was shown yet."""
        return not self._shown

    def show_sheets(self, sheets: Sequence[SheetPreview]) -> None:
        """Show them, once: they are the same for every workbook."""
        if self._shown:
            return
        self._shown = tuple(sheets)
        for place, sheet in enumerate(sheets):
            entry = QWidget()
            column = QVBoxLayout(entry)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            for widget in (Hairline(), Gap(7), Sentence(sheet.title, "body_medium")):
                column.addWidget(widget)
            column.addWidget(Sentence(sheet.says, "citation", "muted"))
            column.addWidget(Gap(7))
            self._column.insertWidget(2 + place, entry)
