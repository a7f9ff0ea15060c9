"""The two that are compared: from one, to the other, and the button that swaps them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.pages.changes.sides import Choices
from ui.theme.look import look
from ui.widgets import Button
from ui.widgets.drop_down import DropDown
from ui.widgets.labelled import Labelled

OPEN, OPEN_WORDS = "open", "A draft of another file…"
CHOOSE = "Choose something to compare with"
NARROW = 560
"""Logical width below which the two stand one below the other."""
WIDEST = 1200


class Pickers(QWidget):
    """Keeps keys only."""

    chosen = Signal(str, str)
    """The keys of the two that the user wants to compare."""
    file_wanted = Signal(int)
    """Something in another file is to take the place of the first (0) or the second (1)."""
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._pair = ("", "")
        self.before = DropDown("From", (), "What it is compared with: how it was before.", WIDEST)
        self.after = DropDown("To", (), "What is compared: how it is after.", WIDEST)
        self.swap = Button("Swap", "secondary", "arrow-left-right")
        self.swap.setAccessibleDescription("What was before comes after, and the other way round.")
        self.swap.clicked.connect(lambda: self.chosen.emit(self._pair[1], self._pair[0]))
        for place, field in enumerate((self.before, self.after)):
            field.chosen.connect(lambda key, place=place: self._on_chosen(place, key))
            field.entered.connect(self.entered)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(Labelled("From", self.before), 1)
        self._box.addWidget(self.swap, 0, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft)
        self._box.addWidget(Labelled("To", self.after), 1)
        look().changed.connect(self._fit)
        self._fit()

    def show_pair(self, known: Choices, pair: tuple[str, str]) -> None:
        """Offer everything there is, of which these two are chosen."""
        self._pair = pair
        offered = [(key, choice.words) for key, choice in known.items()]
        for field, key in zip((self.before, self.after), pair, strict=True):
            nothing = [] if key else [("", CHOOSE)]
            field.show_options([*nothing, *offered, (OPEN, OPEN_WORDS)])
            field.set_chosen(key)
        self.swap.setEnabled(all(pair))
        self.swap.setToolTip("" if all(pair) else "Nothing is chosen yet to compare with")

    def take_focus(self) -> None:
        """Put the keyboard on the first."""
        self.before.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side, if there is room for both."""
        super().resizeEvent(event)
        self._fit()

    def _on_chosen(self, place: int, key: str) -> None:
        if key == OPEN:
            self.before.set_chosen(self._pair[0])
            self.after.set_chosen(self._pair[1])
            self.file_wanted.emit(place)
        elif key != self._pair[place]:
            pair = (key, self._pair[1]) if place == 0 else (self._pair[0], key)
            self.chosen.emit(*pair)

    def _fit(self) -> None:
        px = look().px
        is_wide = self.width() >= px(NARROW)
        directions = QBoxLayout.Direction
        self._box.setDirection(directions.LeftToRight if is_wide else directions.TopToBottom)
        self._box.setSpacing(px(12 if is_wide else 8))
