"""One dimension at a time: its three positions, what the room entered, its words, and the way on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.document import Change, Document
from ui.pages.dimensions import placing
from ui.pages.dimensions.cards import Cards
from ui.pages.dimensions.in_words import InOurWords
from ui.pages.dimensions.placing import Way
from ui.pages.dimensions.result import Result
from ui.pages.dimensions.wording import in_words
from ui.requests import Requests
from ui.theme.look import look
from ui.widgets import Button, Citation
from ui.widgets.laid_out import nest
from workbook.analysis.finding import Finding
from workbook.analysis.subject import Subject, draft_subject
from workbook.editing import Address
from workbook.library.loader import load
from workbook.model.dimensions import Position
from workbook.model.vocabulary import DIMENSIONS, DimensionId, PlatformId

ON_TO = "platform"


class OneByOne(QWidget):
    """The card view. It keeps which dimension it shows, and how the room last entered a position."""

    wanted = Signal(str)
    """Another dimension is wanted: the next, or the one before."""

    def __init__(self, document: Document, requests: Requests) -> None:
        super().__init__()
        self._document = document
        self._requests = requests
        self.dimension: DimensionId = DIMENSIONS[0]
        self._way: Way = "pick"
        self.cards = Cards()
        self.result = Result(requests, self.finding)
        self.words = InOurWords(document, self.address)
        self.source = Citation()
        self.back, self.on = Button("Back", "ghost"), Button("On", "secondary")
        self.leave = Button("On to Platform", "primary")
        self._nav = QHBoxLayout()
        self._nav.addWidget(self.back)
        self._nav.addWidget(self.source, 1)
        self._nav.addWidget(self.on)
        self._nav.addWidget(self.leave)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self.cards, self.result, self.words):
            self._column.addWidget(part)
        nest(self._column, self._nav)
        self._connect()
        look().changed.connect(self._fit)
        self._fit()

    def address(self) -> Address | None:
        """Where the position that is shown stands in the workbook."""
        draft = self._document.draft
        return None if draft is None else ("drafts", draft.id, "dimensions", self.dimension)

    @property
    def position(self) -> Position:
        """The position that is shown."""
        draft = self._document.draft
        return Position() if draft is None else draft.dimensions.positions()[self.dimension]

    def show_dimension(self, dimension: DimensionId, cases: tuple[Subject, ...]) -> None:
        """Show the positions of a dimension and the cases that stand there."""
        self.dimension = dimension
        self.cards.show_dimension(dimension, cases)
        self.source.setText(f"Positions: {load().dimension(dimension).citation}")
        place = DIMENSIONS.index(dimension)
        self.back.setVisible(place > 0)
        self.on.setVisible(place + 1 < len(DIMENSIONS))
        self.leave.setVisible(place + 1 == len(DIMENSIONS))
        if place:
            _name_way(self.back, "Back", DIMENSIONS[place - 1], "Alt+Left")
        if place + 1 < len(DIMENSIONS):
            _name_way(self.on, "Next", DIMENSIONS[place + 1], "Alt+Right")
        self.leave.setAccessibleDescription("All eight were shown: what they add up to is on the next page.")

    def finding(self) -> Finding | None:
        """Why the words beside the bar are what they are."""
        draft = self._document.draft
        if draft is None:
            return None
        readings = self._document.findings.design(draft).profile.dimensions
        return readings[DIMENSIONS.index(self.dimension)].finding

    def show_position(self, subject: Subject | None = None) -> None:
        """Show what was entered: cards, bar and words. `subject` is the draft, if it is at hand already."""
        draft = self._document.draft
        if draft is None:
            return
        position = self.position
        participants = len(self._document.workbook.workshop.participants)
        self.cards.show_position(position, self._way, participants)
        words = in_words(subject or draft_subject(draft), self.dimension)
        self.result.show_position(position, self._way, words)

    def refresh_words(self, change: Change | None) -> None:
        """Show what was written."""
        self.words.refresh(change, self.position)

    def step(self, by: int) -> None:
        """Go to the next dimension, or back; after the last one there is none."""
        place = DIMENSIONS.index(self.dimension) + by
        if 0 <= place < len(DIMENSIONS):
            self.wanted.emit(DIMENSIONS[place])

    def _connect(self) -> None:
        self.cards.picked.connect(lambda key: self._put(placing.picked(self.position, key), "position"))
        self.cards.leaned.connect(lambda key: self._put(placing.leaned(self.position, key), "lean"))
        self.cards.voted.connect(lambda key, n: self._put(placing.voted(self.position, key, n), "votes"))
        self.cards.typed.connect(self._type_votes)
        self.cards.began_typing.connect(self._document.seal)
        self.cards.cleared.connect(self._clear)
        self.result.way_chosen.connect(self._turn)
        self.result.moved.connect(self._move)
        self.result.let_go.connect(self._document.seal)
        self.result.cleared.connect(self._clear)
        self.back.clicked.connect(lambda: self.step(-1))
        self.on.clicked.connect(lambda: self.step(1))
        self.leave.clicked.connect(lambda: self._requests.go_to_page(ON_TO))

    def _put(self, position: Position, what: str) -> None:
        at = self.address()
        if at is not None:
            self._document.put(at, position, f"change of {what}")

    def _type_votes(self, platform: PlatformId, count: int) -> None:
        at = self.address()
        position = placing.voted(self.position, platform, count)
        if at is not None:
            self._document.type_text(at, position, "change of votes")

    def _move(self, border: int, to: int) -> None:
        at = self.address()
        if at is not None:
            self._document.type_text(at, placing.moved(self.position, border, to), "change of lean")

    def _turn(self, way: Way) -> None:
        """Enter it in another way. What that puts aside, undo brings back."""
        self._way = way
        before = self.position
        self._put(placing.turned(before, way), "way of entry")
        self.show_position()
        if before.is_characterised and not self.position.is_characterised:
            self.result.say_put_aside(before)

    def _clear(self) -> None:
        at = self.address()
        if at is not None:
            self._document.put(at, placing.opened(self.position), "clearing of position")
            self.cards.focus(self.position)

    def _fit(self) -> None:
        px = look().px
        self._column.setSpacing(px(12))
        self._nav.setSpacing(px(16))


def _name_way(button: Button, where: str, dimension: DimensionId, keys: str) -> None:
    short = load().dimension(dimension).short_name
    button.setText(f"{where}: {short}")
    button.setAccessibleName(button.text())
    button.setAccessibleDescription(f"Shows another dimension ({keys}).")
    button.setToolTip(keys)
