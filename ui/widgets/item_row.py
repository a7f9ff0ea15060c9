"""One line of a list: a sign, a name, a few words; the one that is looked at is filled."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from ui.theme.look import look
from ui.theme.tokens import RADIUS_LIST
from ui.widgets.list_button import ListButton
from ui.widgets.painted import describe, set_ring
from ui.widgets.painting.paragraph import Paragraph, Runs, lay_out, paint_paragraph
from ui.widgets.painting.shapes import round_rect

ICON, LEFT, RIGHT, PADDING = 18, 42, 10, 9
SIDE = 12


class Entry(NamedTuple):
    """What a row shows. `said` stands below the name."""

    id: str
    name: str
    said: str
    icon: str


class ItemRow(ListButton):
    """Click or arrow keys choose it; Alt with an arrow moves it; Delete asks to remove it."""

    def __init__(self, entry: Entry, number: tuple[int, int]) -> None:
        super().__init__()
        self._entry = entry
        self._laid_out: dict[int, list[Paragraph]] = {}
        self.setCheckable(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        set_ring(self, RADIUS_LIST)
        look().changed.connect(self._restyle)
        self.show_entry(entry, number)
        self.show_chosen(chosen=False)

    @property
    def entry(self) -> Entry:
        """What it shows."""
        return self._entry

    def show_entry(self, entry: Entry, number: tuple[int, int]) -> None:
        """Show another text; `number` is its place and how many there are."""
        describe(
            self,
            entry.name,
            f"{entry.said}. {number[0]} of {number[1]}. Arrow keys choose another, Alt with an arrow moves "
            "it, Delete removes it.",
        )
        if entry != self._entry or not self.text():
            self._entry = entry
            self.setText(entry.name)
            self._restyle()

    def show_chosen(self, *, chosen: bool) -> None:
        """Only the chosen row is a stop for Tab: arrow keys go to the others."""
        self.setChecked(chosen)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.ClickFocus)

    def hasHeightForWidth(self) -> bool:
        """It wraps."""
        return True

    def heightForWidth(self, width: int, /) -> int:
        """Name and words, one below the other."""
        return sum(part.height for part in self._parts(width)) + 2 * look().px(PADDING)

    def sizeHint(self) -> QSize:
        """A column of a page."""
        width = look().px(212)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """A word or two."""
        return QSize(look().px(140), look().px(44))

    def nextCheckState(self) -> None:
        """Choosing what is chosen leaves it chosen."""
        self.setChecked(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill, sign, name, words."""
        del event
        painter, sight = QPainter(self), look()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or self.underMouse():
            fill = sight.colour("selected" if self.isChecked() else "hover")
            edge = sight.colour("selected_edge") if self.isChecked() else None
            round_rect(painter, QRectF(self.rect()), sight.px(RADIUS_LIST), fill, edge, 2)
        size, top = sight.px(ICON), float(sight.px(PADDING))
        sight.paint_icon(
            painter,
            QRectF(sight.px(SIDE), top + 1, size, size),
            self._entry.icon,
            "text" if self.isChecked() else "muted",
        )
        for part, token in zip(self._parts(self.width()), ("text", "muted"), strict=False):
            painter.setPen(sight.colour(token))
            paint_paragraph(painter, QPointF(sight.px(LEFT), top), part)
            top += part.height

    def _parts(self, width: int) -> list[Paragraph]:
        known = self._laid_out.get(width)
        if known is None:
            sight = look()
            room = max(width - sight.px(LEFT + RIGHT), 1)
            name, said = Runs(self._entry.name, ()), Runs(self._entry.said, ())
            known = [
                lay_out(name, sight.font("row_title"), sight.line_height("row_title"), room),
                lay_out(said, sight.font("secondary"), sight.line_height("secondary"), room),
            ]
            self._laid_out = {width: known}
        return known

    def _restyle(self) -> None:
        self._laid_out = {}
        self.updateGeometry()
        self.update()
