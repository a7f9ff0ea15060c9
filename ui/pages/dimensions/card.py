"""One position of a dimension as a card: what it says, whether it is ours, and which cases stand there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.forms.undo_keys import leave_undo_to_the_window
from ui.pages.dimensions.case_line import CaseLine
from ui.pages.dimensions.placing import MOST_VOTES
from ui.theme.look import look
from ui.theme.tokens import RADIUS_CARD
from ui.widgets import Button, Glyph, Hairline, Pill, Sentence, Stepper, set_ring
from ui.widgets.laid_out import nest
from ui.widgets.painting import round_rect
from ui.widgets.votes import VoteMarks
from workbook.library.loader import load
from workbook.model.vocabulary import DimensionId, PlatformId

PADDING = 16
STATE_ROW = 34

TYPING_PAUSE = 900
"""Milliseconds in which a second digit makes "12" of "1"."""

Role = Literal["pick", "tie", "lean", "none"]

OPEN = "Pick or lean here"
SAID: Mapping[Role, str] = MappingProxyType(
    {"pick": "Our pick", "tie": "Part of our pick", "lean": "We lean here", "none": OPEN}
)


@dataclass(frozen=True)
class CardState:
    """What the room said of this position. `may_lean`: another one is picked, so this could get a lean."""

    role: Role = "none"
    may_lean: bool = False
    votes: int | None = None
    voters: int = 0


class PositionCard(QAbstractButton):
    """A card one can pick. Click, Enter or Space picks; with Shift they add a lean; digits set votes."""

    picked = Signal()
    leaned = Signal()
    voted = Signal(int)
    typed = Signal(int)
    """Votes typed as digits: several keystrokes may belong to one number."""
    began_typing = Signal()
    cleared = Signal()

    def __init__(self, platform: PlatformId) -> None:
        super().__init__()
        self.platform = platform
        self.state = CardState()
        self._name = load().platform(platform).name
        self._said = ""
        self._digits = ""
        self._pause = QTimer(self, singleShot=True, interval=TYPING_PAUSE)
        self._pause.timeout.connect(self._forget_digits)
        self.setText(self._name)
        self.setAccessibleName(self._name)
        self.setCheckable(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        set_ring(self, RADIUS_CARD)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._build()
        self.show_state(self.state)
        # Screen readers press a button by its click; keys and mouse act by themselves, because Shift matters.
        self.clicked.connect(lambda: self._act(with_shift=False))
        look().changed.connect(self._fit)
        self._fit()

    def _build(self) -> None:
        ink = f"{self.platform}_ink"
        self._heading = Sentence(self._name, "row_title", ink)
        self._words = Sentence("", "position")
        self._words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._pill = Pill(SAID["pick"], "filled", self.platform, "check")
        self._open = Sentence(OPEN, "secondary", "muted")
        self.lean = Button("Lean here")
        self.lean.setAccessibleDescription(f"Adds a lean towards {self._name}.")
        self.lean.clicked.connect(self.leaned)
        self._marks = VoteMarks(self.platform)
        self.stepper = Stepper(0, MOST_VOTES, f"Votes for {self._name}")
        self.stepper.chosen.connect(self.voted)
        leave_undo_to_the_window(self.stepper)
        self._unit = Sentence("votes", "secondary", "muted")
        self._line = Hairline()
        self._head, self._state_row, self._steps = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        self._head.addWidget(Glyph(self.platform, 20), 0, Qt.AlignmentFlag.AlignVCenter)
        self._head.addWidget(self._heading, 1)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self._state_row.setContentsMargins(0, 0, 0, 0)
        self._state_row.addWidget(self._pill, 0, left)
        self._state_row.addWidget(self._open, 1)
        self._state_row.addWidget(self.lean, 0, left)
        self._state = QWidget()
        self._state.setLayout(self._state_row)
        self._voting = QWidget()
        self._steps.addWidget(self.stepper)
        self._steps.addWidget(self._unit, 1)
        self._vote_column = QVBoxLayout(self._voting)
        self._vote_column.setContentsMargins(0, 0, 0, 0)
        self._vote_column.addWidget(self._marks)
        nest(self._vote_column, self._steps)
        self._standing = QWidget()
        self._standing.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._cases = QVBoxLayout(self._standing)
        self._cases.setContentsMargins(0, 0, 0, 0)
        self._column = QVBoxLayout(self)
        nest(self._column, self._head)
        self._column.addWidget(self._words)
        self._column.addStretch(1)
        self._column.addWidget(self._voting)
        self._column.addWidget(self._state)
        self._column.addWidget(self._line)
        self._column.addWidget(self._standing)

    def show_dimension(self, dimension: DimensionId, cases: Sequence[CaseLine]) -> None:
        """Say what this platform's position on a dimension is, and which cases stand there."""
        self._forget_digits()
        self._words.setText(load().dimension(dimension).position(self.platform))
        while (item := self._cases.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        lines: Sequence[QWidget] = cases or [Sentence("No case stands here", "secondary", "muted")]
        for line in lines:
            self._cases.addWidget(line)
        self._cases.addStretch(1)
        self._said = f"{self._words.text()} " + (
            "; ".join(line.words for line in cases) if cases else "No case stands here"
        )
        self._describe()

    def cases_height(self, width: int) -> int:
        """What the cases that stand here take in a card of this width."""
        return max(0, self._cases.heightForWidth(max(1, width - 2 * look().px(PADDING))))

    def keep_room(self, words: int, cases: int) -> None:
        """Give words and cases at least this height, so that cards side by side share their lines."""
        self._words.setMinimumHeight(words)
        self._standing.setMinimumHeight(cases)

    def set_wide(self, *, is_wide: bool) -> None:
        """A card as wide as the page says its state beside its name, which saves a line."""
        if is_wide:
            self._head.addWidget(self._state)
        else:
            self._column.insertWidget(self._column.indexOf(self._line), self._state)

    def show_state(self, state: CardState) -> None:
        """Say what the room entered."""
        self.state = state
        is_voting = state.votes is not None
        self._voting.setVisible(is_voting)
        self._state.setVisible(not is_voting)
        can_lean = not is_voting and state.may_lean and state.role == "none"
        self.lean.setVisible(can_lean)
        self._pill.setVisible(state.role != "none")
        self._open.setVisible(state.role == "none" and not can_lean)
        if state.votes is not None:
            self._marks.show_votes(state.votes, state.voters)
            self.stepper.set_value(state.votes)
            self._unit.setText("vote" if state.votes == 1 else "votes")
        if state.role == "lean":
            self._pill.set_text(SAID["lean"], "outlined", "corner-down-right")
        else:
            self._pill.set_text(SAID[state.role], "filled", "check")
        self._describe()
        self.update()

    def sizeHint(self) -> QSize:
        """As its layout says: a button asks its style, which knows nothing of what stands in it."""
        return self._column.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """As its layout says."""
        return self._column.minimumSize()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of a card."""
        key, held = event.key(), event.modifiers()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._act(with_shift=bool(held & Qt.KeyboardModifier.ShiftModifier))
        elif self.state.votes is not None and event.text().isdigit() and event.text().isascii():
            self._type(event.text())
        elif self.state.votes is not None and event.text() in ("+", "-"):
            self.voted.emit(self.state.votes + (1 if event.text() == "+" else -1))
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            if self.state.votes is None:
                self.cleared.emit()
            else:
                self._forget_digits()
                self.voted.emit(0)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click counts when it ends where it began."""
        is_click = self.isDown() and self.rect().contains(event.position().toPoint())
        self.setDown(False)
        if is_click and event.button() == Qt.MouseButton.LeftButton:
            self._act(with_shift=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Pick: tint and a thick outline. Lean: outline only. Nothing: a thin neutral one."""
        here = look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, radius = QRectF(self.rect()), here.px(RADIUS_CARD)
        if self.state.role in ("pick", "tie"):
            fill = here.colour(f"{self.platform}_tint")
            width = 3.0 if here.mode == "high_contrast" else 2.0
            round_rect(painter, box, radius, fill, here.colour(self.platform), width)
            return
        fill = here.colour("hover" if self.underMouse() else "surface")
        if self.state.role == "lean":
            round_rect(painter, box, radius, fill, here.colour(self.platform), 1.25)
        else:
            round_rect(painter, box, radius, fill, here.colour("edge"), 1.0)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Redraw for the hover fill."""
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Redraw without it."""
        self.update()
        super().leaveEvent(event)

    def _act(self, *, with_shift: bool) -> None:
        if self.state.votes is not None:
            self.voted.emit(self.state.votes + (-1 if with_shift else 1))
        elif with_shift:
            self.leaned.emit()
        else:
            self.picked.emit()

    def _type(self, digit: str) -> None:
        if not self._digits:
            self.began_typing.emit()
        self._digits = (self._digits + digit)[-3:]
        self._pause.start()
        self.typed.emit(int(self._digits))

    def _forget_digits(self) -> None:
        self._pause.stop()
        self._digits = ""

    def _describe(self) -> None:
        if self.state.votes is not None:
            votes = f"{self.state.votes} of {self.state.voters} votes."
            keys = "Type a number, or press Enter for one more and Shift+Enter for one fewer."
            self.setAccessibleDescription(f"{votes} {self._said}. {keys}")
            return
        keys = "Enter picks it, Shift+Enter leans here, Delete clears."
        self.setAccessibleDescription(f"{SAID[self.state.role]}. {self._said}. {keys}")

    def _fit(self) -> None:
        px = look().px
        self._column.setContentsMargins(px(PADDING), px(14), px(PADDING), px(14))
        self._column.setSpacing(px(10))
        self._head.setSpacing(px(9))
        self._state.setMinimumHeight(px(STATE_ROW))
        self._vote_column.setSpacing(px(8))
        self._steps.setSpacing(px(8))
        self._cases.setSpacing(px(5))
        self.updateGeometry()
