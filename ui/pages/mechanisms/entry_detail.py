"""All there is to an entry: what it is, which cases report it, and how it is used in each scenario."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.document import Change, Document
from ui.pages.mechanisms.about import About
from ui.pages.mechanisms.uses import Uses
from ui.pages.mechanisms.wording import Kind
from ui.requests import Requests
from ui.theme.look import look
from ui.widgets.columns import Columns
from ui.widgets.tab_order import tab_as_laid_out
from workbook.analysis.workings.lines import Line
from workbook.library.entries import Entry
from workbook.model.draft import Draft


class EntryDetail(QWidget):
    """`at_draft` answers with the id of the draft that is looked at."""

    entered = Signal(str)
    """The name of the field that is now in hand."""
    rearranged = Signal()
    """There is more, or less, for Tab to come to."""
    add_wanted = Signal(str)
    remove_wanted = Signal(str)
    entry_removal_wanted = Signal()

    def __init__(
        self,
        document: Document,
        requests: Requests,
        kind: Kind,
        entry: Entry,
        at_draft: Callable[[], str | None],
    ) -> None:
        super().__init__()
        self.about = About(document, entry)
        self.uses = Uses(document, requests, kind, entry.id, at_draft)
        self.about.entered.connect(self.entered)
        self.about.removal_wanted.connect(self.entry_removal_wanted)
        self.about.rearranged.connect(self._rearrange)
        self.uses.entered.connect(self.entered)
        self.uses.add_wanted.connect(self.add_wanted)
        self.uses.remove_wanted.connect(self.remove_wanted)
        self.uses.rearranged.connect(self._rearrange)
        columns = Columns(270, (1, 2), gap=32, row_gap=20, stretch=(5, 7))
        columns.show_widgets([self.about, self.uses])
        self._column = QVBoxLayout(self)
        self._column.addWidget(columns)
        tab_as_laid_out(self)
        look().changed.connect(self._fit)
        self._fit()

    def refresh(self, change: Change | None, draft: Draft, line: Line) -> None:
        """Show what stands in the document; the field that is being typed in stays as it is."""
        self.about.refresh(change, line)
        self.uses.refresh(change, draft, line)

    def _rearrange(self) -> None:
        tab_as_laid_out(self)
        self.rearranged.emit()

    def _fit(self) -> None:
        px = look().px
        self._column.setContentsMargins(px(20), px(4), 0, px(18))
