"""What a move asks for before it is made: reasons for what does not hold, why, and who. It blocks nothing."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.forms.fields import ProseField, TextField
from ui.pages.lifecycle.moving import LESSONS, REASON, MoveWish
from ui.pages.lifecycle.reason_row import ReasonRow
from ui.pages.lifecycle.wording import move_words
from ui.theme.look import look
from ui.theme.tokens import RADIUS_CARD
from ui.widgets import Button, FlowLayout, Heading, Painted, Sentence, describe
from ui.widgets.labelled import Labelled
from ui.widgets.painting.shapes import round_rect
from ui.widgets.tab_order import tab_as_laid_out
from workbook.analysis.lifecycle.conditions import Condition
from workbook.analysis.lifecycle.moves import PossibleMove
from workbook.analysis.wording import counted

OVERRIDES = "{} on the way. Moving on all the same takes a reason and a name; the log keeps both."
NOTHING_ASKED = "Nothing stands in the way."
CLOSING = "Closing asks for the reason and for what was learned; both stay in the log of this draft."
SNAPSHOT = "A snapshot keeps how the draft stands now."
NO_REASON = "Give a reason for: {}."
NO_NAME = "Give a name: who overrides a condition stands in the log."
NO_CLOSING_REASON = "Say why it is closed."
NO_LESSONS = "Write down the lessons, or why there are none."


class MovePanel(Painted):
    """Opens where the move is made. What was typed is kept while it is closed, until the move is made."""

    wanted = Signal(object)
    """A `MoveWish`: everything that is asked for is there."""
    changed = Signal()
    """Something was typed on which depends what is asked for."""
    cancelled = Signal()
    act_wanted = Signal(str)
    """The id of a condition: the user wants to meet it instead."""

    def __init__(self) -> None:
        super().__init__()
        self._move: PossibleMove | None = None
        self._rows: dict[str, ReasonRow] = {}
        self._title = Heading("", "subheading")
        self._says = Sentence("", "secondary", "muted")
        self.common = TextField("One reason for all of them")
        self.because = ProseField("In a sentence, for those who read the log", 1)
        self.lessons = ProseField("What worked, what did not, what you would tell the next table", 2)
        self.no_lessons = TextField("Only if there are none: why")
        self.by = TextField("Name")
        self._why, self._who = Labelled("Why", self.because), Labelled("Who", self.by)
        self._all = Labelled("One reason for all", self.common)
        self._learned = Labelled("Lessons", self.lessons)
        self._none_learned = Labelled("Or why there are none", self.no_lessons)
        self._problem = Sentence("", "secondary", "loss_ink")
        self.go = Button("", "primary", "arrow-right")
        self.cancel = Button("Cancel", "ghost")
        self._lay_out()
        self._connect()
        self.hide()
        self._on_look_changed()

    @property
    def move_(self) -> PossibleMove | None:
        """The move that is prepared; None while none is."""
        return None if self.isHidden() else self._move

    @property
    def wish(self) -> MoveWish | None:
        """The move as it is filled in so far."""
        if self._move is None:
            return None
        is_closing = self._move.to == "closed"
        common = self.common.text().strip()
        reasons = {key: row.reason.text().strip() or common for key, row in self._rows.items()}
        if is_closing and not self.lessons.toPlainText().strip():
            reasons[LESSONS] = self.no_lessons.text().strip()
        return MoveWish(
            to=self._move.to,
            because=self.because.toPlainText().strip(),
            by=self.by.text().strip(),
            overridden={key: reason for key, reason in reasons.items() if reason},
            lessons=self.lessons.toPlainText().strip() if is_closing else None,
        )

    @property
    def is_filled_in(self) -> bool:
        """Whether somebody has typed a reason."""
        fields = (self.common, self.no_lessons, *(row.reason for row in self._rows.values()))
        prose = (self.because, self.lessons)
        return any(each.text() for each in fields) or any(each.toPlainText() for each in prose)

    def prepare(self, move: PossibleMove, by: str, lessons: str) -> None:
        """Open for a move. What was typed for another one stays; `by` and `lessons` are what is known."""
        self._move = move
        if not self.by.text():
            self.by.show_value(by)
        if not self.lessons.toPlainText():
            self.lessons.show_value(lessons)
        self._problem.hide()
        self._title.setText(move_words(move))
        self.go.setText(move_words(move))
        self.go.updateGeometry()
        is_closing = move.to == "closed"
        describe(self.because, "Why it is closed" if is_closing else "Why now", "The log keeps it.")
        self._learned.setVisible(is_closing)
        self.show()

    def show_asked(self, asked: Sequence[Condition]) -> None:
        """Show what does not hold on the way, a field for the reason with each."""
        open_ = [each for each in asked if each.is_unmet]
        is_closing = self._move is not None and self._move.to == "closed"
        rows = [each for each in open_ if each.id not in {REASON, LESSONS}]
        self._show_rows(rows)
        self._all.setVisible(len(rows) > 1)
        for each in rows:
            self._rows[each.id].show_condition(each)
        self._show_common()
        self._none_learned.setVisible(is_closing and not self.lessons.toPlainText().strip())
        how_many = f"{counted(len(rows), 'condition does', 'conditions do')} not hold"
        said = CLOSING if is_closing else OVERRIDES.format(how_many) if rows else NOTHING_ASKED
        self._says.setText(f"{said} {SNAPSHOT}")
        tab_as_laid_out(self)

    def take_focus(self) -> None:
        """Put the keyboard into the first field."""
        first = next(iter(self._rows.values()), None)
        if not self._all.isHidden():
            self.common.setFocus(Qt.FocusReason.OtherFocusReason)
        elif first is not None:
            first.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.because.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self, problem: str) -> None:
        """Say what is missing."""
        self._problem.setText(problem)
        self._problem.show()

    def forget(self) -> None:
        """The move is made, or another draft is looked at: begin anew."""
        self._move = None
        for prose in (self.because, self.lessons):
            prose.show_value("")
        for field in (self.common, self.no_lessons, self.by):
            field.show_value("")
        self._show_rows(())
        self.hide()

    def submit(self) -> None:
        """Ask for the move, or say what is missing and go there."""
        wish = self.wish
        if wish is None:
            return
        for problem, field in self._missing(wish):
            self.tell(problem)
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._problem.hide()
        self.wanted.emit(wish)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes; what was typed is kept."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A sunken plane: it belongs to the page, and is put away again."""
        del event
        painter, here = QPainter(self), look()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, edge = here.colour("sunken"), here.colour("sunken_edge")
        round_rect(painter, QRectF(self.rect()), here.px(RADIUS_CARD), fill, edge)

    def _missing(self, wish: MoveWish) -> list[tuple[str, QWidget]]:
        """What is missing, and the field for it, in the order of the fields."""
        missing: list[tuple[str, QWidget]] = [
            (NO_REASON.format(row.words), row.reason)
            for key, row in self._rows.items()
            if key not in wish.overridden
        ]
        if wish.to == "closed" and not wish.because:
            missing.append((NO_CLOSING_REASON, self.because))
        if wish.lessons is not None and not wish.lessons and LESSONS not in wish.overridden:
            missing.append((NO_LESSONS, self.lessons))
        if wish.overridden and not wish.by:
            missing.append((NO_NAME, self.by))
        return missing

    def _show_rows(self, conditions: Sequence[Condition]) -> None:
        ids = [each.id for each in conditions]
        if ids == list(self._rows):
            return
        for key in [key for key in self._rows if key not in ids]:
            row = self._rows.pop(key)
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = {key: self._rows.get(key) or self._made_row(key) for key in ids}
        for row in self._rows.values():
            self._list.removeWidget(row)
            self._list.addWidget(row)

    def _made_row(self, key: str) -> ReasonRow:
        row = ReasonRow()
        row.submitted.connect(self.submit)
        row.act_wanted.connect(lambda: self.act_wanted.emit(key))
        return row

    def _show_common(self) -> None:
        """A reason for all stands for those without one of their own."""
        has_common = bool(self.common.text().strip()) and len(self._rows) > 1
        for row in self._rows.values():
            row.show_common(has_common=has_common)

    def _on_prose(self) -> None:
        """Only a closing asks for what is written here."""
        if self._move is not None and self._move.to == "closed":
            self.changed.emit()

    def _connect(self) -> None:
        for field in (self.common, self.no_lessons, self.by):
            field.returnPressed.connect(self.submit)
        for prose in (self.because, self.lessons):
            prose.edited.connect(lambda _: self._on_prose())
        self.common.edited.connect(lambda _: self._show_common())
        self.go.clicked.connect(self.submit)
        self.cancel.clicked.connect(self.cancelled)

    def _lay_out(self) -> None:
        for field, name, help_ in (
            (self.common, "One reason for all", "Stands for every condition that gets no reason of its own."),
            (self.lessons, "Lessons", "What this partnership taught; stays with the draft."),
            (self.no_lessons, "Or why there are no lessons", "Takes the place of the lessons."),
            (self.by, "Who", "Who makes this move; the log keeps the name."),
        ):
            describe(field, name, help_)
        listed = QWidget()
        self._list = QVBoxLayout(listed)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        buttons = QWidget()
        flow = FlowLayout(buttons, 8)
        flow.addWidget(self.go)
        flow.addWidget(self.cancel)
        self._column = QVBoxLayout(self)
        for widget in (
            self._title,
            self._says,
            self._all,
            listed,
            self._why,
            self._learned,
            self._none_learned,
            self._who,
            self._problem,
            buttons,
        ):
            self._column.addWidget(widget)
        tab_as_laid_out(self)

    def _on_look_changed(self) -> None:
        px = look().px
        self._column.setContentsMargins(px(16), px(14), px(16), px(14))
        self._column.setSpacing(px(10))
        super()._on_look_changed()
