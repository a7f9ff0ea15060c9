"""The three positions of a dimension side by side; below each other where they would be too narrow."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.pages.dimensions.card import PADDING, CardState, PositionCard, Role
from ui.pages.dimensions.case_line import CaseLine, standing_here
from ui.pages.dimensions.placing import Way, chosen, parts, way_of
from ui.theme.look import look
from ui.widgets.painting.paragraph import Runs, lay_out
from workbook.analysis.subject import Subject
from workbook.library.loader import load
from workbook.model.dimensions import Position
from workbook.model.mix import Votes
from workbook.model.vocabulary import PLATFORMS, DimensionId, PlatformId

NARROW = 560
MOST_LINES = 4
"""Lines for which room is kept; the few positions that are longer make their cards higher."""


class Cards(QWidget):
    """The cards of one dimension. They say what the user did; the page sends it."""

    picked = Signal(str)
    leaned = Signal(str)
    voted = Signal(str, int)
    typed = Signal(str, int)
    began_typing = Signal()
    cleared = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._cards = {platform: PositionCard(platform) for platform in PLATFORMS}
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for platform, card in self._cards.items():
            self._row.addWidget(card, 1)
            card.picked.connect(lambda key=platform: self.picked.emit(key))
            card.leaned.connect(lambda key=platform: self.leaned.emit(key))
            card.voted.connect(lambda count, key=platform: self.voted.emit(key, count))
            card.typed.connect(lambda count, key=platform: self.typed.emit(key, count))
            card.began_typing.connect(self.began_typing)
            card.cleared.connect(self.cleared)
        look().changed.connect(self._fit)
        self._fit()

    def card(self, platform: PlatformId) -> PositionCard:
        """The card of a platform."""
        return self._cards[platform]

    def show_dimension(self, dimension: DimensionId, cases: tuple[Subject, ...]) -> None:
        """Show the positions of a dimension, and the cases that stand there."""
        for platform, card in self._cards.items():
            standing = standing_here(cases, dimension, platform)
            card.show_dimension(dimension, [CaseLine(case, how) for case, how in standing])
        self._share_lines()

    def show_position(self, position: Position, wanted: Way, participants: int) -> None:
        """Show what was entered on each card."""
        way, first = way_of(position, wanted), chosen(position)
        votes = (position.votes or Votes()) if way == "votes" else None
        counts = {} if votes is None else votes.counts()
        voters = 0 if votes is None else max(participants, votes.total)
        has_part = parts(position)
        for platform, card in self._cards.items():
            card.show_state(
                CardState(
                    role=_role(platform, first, tuple(has_part), position),
                    may_lean=way == "lean" and len(first) == 1,
                    votes=counts.get(platform),
                    voters=voters,
                )
            )

    def focus(self, position: Position) -> None:
        """Put the keyboard on our pick, or on the first card."""
        first = chosen(position)
        self._cards[first[0] if first else PLATFORMS[0]].setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may need another direction."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        px = look().px
        self._row.setSpacing(px(12))
        directions = QBoxLayout.Direction
        is_narrow = self.width() < px(NARROW)
        wanted = directions.TopToBottom if is_narrow else directions.LeftToRight
        if wanted != self._row.direction():
            self._row.setDirection(wanted)
            for card in self._cards.values():
                card.set_wide(is_wide=is_narrow)
        self._share_lines()

    def _share_lines(self) -> None:
        """Side by side the cards keep room for their longest text, so that going on moves nothing."""
        cards = self._cards.values()
        if self._row.direction() == QBoxLayout.Direction.TopToBottom:
            for card in cards:
                card.keep_room(0, 0)
            return
        width = (self.width() - 2 * self._row.spacing()) // len(self._cards)
        words = _longest_position(width - 2 * look().px(PADDING))
        cases = max(card.cases_height(width) for card in cards)
        for card in cards:
            card.keep_room(words, cases)


def _role(
    platform: PlatformId, first: tuple[PlatformId, ...], has_part: tuple[PlatformId, ...], position: Position
) -> Role:
    """A card is our pick, a part of it, a lean, or none of these; a split room has picked nothing."""
    if platform not in has_part:
        return "none"
    if position.votes is not None:
        return "pick" if first == (platform,) and not position.is_split else "lean"
    if platform not in first:
        return "lean"
    return "pick" if len(first) == 1 else "tie"


def _longest_position(width: int) -> int:
    """The height of the longest of all positions in this width, of which the very longest do not count."""
    here = look()
    font, line = here.font("position"), here.line_height("position")
    words = (each.position(platform) for each in load().dimensions for platform in PLATFORMS)
    longest = max(lay_out(Runs(each, ()), font, line, max(1, width)).height for each in words)
    return min(longest, MOST_LINES * line)
