"""Questions to put to the room on one kind of challenge: each is taken up with one click."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.forms.add_line import AddLine
from ui.theme.look import look
from ui.widgets import Button, Hairline, Sentence, describe
from ui.widgets.laid_out import nest
from ui.widgets.offer_row import OfferRow
from ui.widgets.tab_order import tab_as_laid_out

OWN = "Add a question of your own, then Enter"


class Offer(NamedTuple):
    """A prompt: what it asks, why, and where that is from. `own` ones can be removed."""

    id: str
    question: str
    said: str
    citation: str
    own: bool
    is_taken: bool


class Prompts(QWidget):
    """Keeps the ids of the prompts; what is taken up or removed is asked of the page."""

    taken = Signal(str)
    own_wanted = Signal(object)
    removal_wanted = Signal(str)
    entered = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.rows: dict[str, PromptRow] = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.add = AddLine(OWN, "Add a question of your own", "Enter adds it. Pasted lines add many.")
        self.add.added.connect(self.own_wanted)
        self.add.entered.connect(lambda: self.entered.emit("own"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(Sentence("Questions to put to the room", "section"))
        nest(self._column, self._list)
        self._column.addWidget(self.add)
        look().changed.connect(self._fit)
        self._fit()

    def show_offers(self, offers: Sequence[Offer]) -> bool:
        """Offer these; the answer is whether any are new or gone."""
        keys = [each.id for each in offers]
        is_another = keys != list(self.rows)
        if is_another:
            for key in [key for key in self.rows if key not in keys]:
                self._discard(self.rows.pop(key))
            self.rows = {each.id: self.rows.get(each.id) or self._made(each) for each in offers}
            for row in self.rows.values():
                self._list.removeWidget(row)
                self._list.addWidget(row)
            tab_as_laid_out(self)
        for each in offers:
            self.rows[each.id].show_offer(each)
        return is_another

    def _made(self, offer: Offer) -> "PromptRow":
        row, key = PromptRow(own=offer.own), offer.id
        row.offer.clicked.connect(lambda: self.taken.emit(key))
        row.offer.entered.connect(lambda: self.entered.emit("kind"))
        row.remove.clicked.connect(lambda: self.removal_wanted.emit(key))
        return row

    def _discard(self, row: QWidget) -> None:
        """Out of the layout first: PySide does not notice when Qt takes a child that goes out of it."""
        self._list.removeWidget(row)
        row.hide()
        row.setParent(None)
        row.deleteLater()

    def _fit(self) -> None:
        self._column.setContentsMargins(0, look().px(10), 0, 0)
        self._column.setSpacing(look().px(6))


class PromptRow(QWidget):
    """One of them; one of the room's own has a button that removes it."""

    def __init__(self, *, own: bool) -> None:
        super().__init__()
        self.offer = OfferRow()
        self.remove = Button("Remove", "ghost")
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.offer, 1)
        if own:
            row.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        nest(column, row)
        column.addWidget(Hairline())

    def show_offer(self, offer: Offer) -> None:
        """Show what it asks, and whether it was taken up."""
        self.offer.show_offer(offer.question, offer.said, offer.citation, is_taken=offer.is_taken)
        describe(self.remove, f"Remove “{offer.question}”", "What was taken from it stays.")
