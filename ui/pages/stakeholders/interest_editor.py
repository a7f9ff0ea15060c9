"""What can be said of one interest besides its weight: words, kind, whose interest, motivation, red line."""

from collections.abc import Callable
from fractions import Fraction

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.document import Change, Document
from ui.forms.add_line import AddLine, Rows
from ui.forms.choice_field import ChoiceField, SegmentedField
from ui.forms.fields import ProseField
from ui.forms.form import Form
from ui.forms.number_field import number_in_words
from ui.forms.tied import Tied
from ui.pages.stakeholders.wording import KINDS, ORIENTATIONS
from ui.theme.look import look
from ui.widgets import Button
from ui.widgets.columns import Columns
from ui.widgets.labelled import Labelled
from ui.widgets.tab_order import tab_as_laid_out
from workbook.editing import Address
from workbook.library.entries import Entry
from workbook.model.mix import exact
from workbook.model.scores import Scale
from workbook.model.stakeholders import Interest

OWN = "+"
"""No id looks like this: it stands for an entry that is not there yet."""
MOST_STEPS = 40
NO_LINE = ("", "None")


class InterestEditor(QWidget):
    """Below the row of an interest, while it is open. Escape closes it."""

    closed = Signal()
    remove_wanted = Signal()
    own_wanted = Signal(str)
    """A motivation of this name is to be made and given."""
    entered = Signal(str)
    """The name of the field that is now in hand."""

    def __init__(self, document: Document, at: Callable[[], Address | None]) -> None:
        super().__init__()
        self._document, self._at = document, at
        self._interest = Interest(id="none")
        self._form = Form(document, at, self)
        self._words = self._form.prose(
            "text", "In its own words", "What the stakeholder wants or fears.", "What it wants or fears", 1
        )
        self.kind = SegmentedField("Want or concern", KINDS, "What is hoped for, or what is feared.")
        self.orientation = ChoiceField("Whose interest", ORIENTATIONS, "Its own, a social one, or both.")
        self.motivation = ChoiceField("Motivation", (), "From the literature, or one of your own.")
        self.red_line = ChoiceField("Red line", (), "The lowest score its holder accepts.")
        self.own = AddLine("Name a motivation of your own, then Enter", "A motivation of your own")
        self.own.hide()
        self.remove = Button("Remove this interest", "ghost", "trash-2")
        self._ties = (
            Tied(document, self.kind, lambda: self._to("kind"), "change of want or concern", self),
            Tied(
                document, self.orientation, lambda: self._to("orientation"), "change of whose interest", self
            ),
        )
        self._connect()
        self._lay_out()
        tab_as_laid_out(self)
        look().changed.connect(self._fit)
        self._fit()

    def refresh(
        self, change: Change | None, interest: Interest, motivations: tuple[Entry, ...], scale: Scale
    ) -> None:
        """Show what stands in the document; the field that is being typed in stays as it is."""
        self._interest = interest
        named = [(entry.id, entry.name) for entry in motivations]
        if interest.motivation is not None and all(key != interest.motivation for key, _ in named):
            named.append((interest.motivation, interest.motivation))
        self.motivation.show_options([("", "Not said"), *named, (OWN, "Add one of your own…")])
        self.motivation.show_value(interest.motivation)
        self.red_line.show_options(_red_lines(scale, interest.red_line))
        self.red_line.show_value(None if interest.red_line is None else _key(exact(interest.red_line)))
        self._form.refresh(change)
        for tie in self._ties:
            tie.refresh(change)

    def take_focus(self, name: str = "text") -> None:
        """Put the keyboard into a field; into the words for one it does not have."""
        if name == "kind":
            self.kind.take_focus()
            return
        named: dict[str, QWidget] = {
            "orientation": self.orientation,
            "motivation": self.motivation,
            "red_line": self.red_line,
        }
        words = self._form.field("text")
        if name not in named and isinstance(words, ProseField):
            words.moveCursor(QTextCursor.MoveOperation.End)
        named.get(name, words).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _to(self, *steps: str) -> Address | None:
        at = self._at()
        return None if at is None else (*at, *steps)

    def _connect(self) -> None:
        self._form.entered.connect(lambda _name: self.entered.emit("interests"))
        for name, field in (
            ("kind", self.kind),
            ("orientation", self.orientation),
            ("motivation", self.motivation),
            ("red_line", self.red_line),
        ):
            field.entered.connect(lambda name=name: self.entered.emit(name))
        self.motivation.chosen.connect(self._choose_motivation)
        self.red_line.chosen.connect(self._choose_red_line)
        self.own.added.connect(self._add_own)
        self.own.escaped.connect(self._close_own)
        self.remove.clicked.connect(self.remove_wanted)

    def _choose_motivation(self, key: str) -> None:
        at = self._to("motivation")
        if key == OWN:
            self.motivation.show_value(self._interest.motivation)
            self.own.show()
            self.own.setFocus(Qt.FocusReason.OtherFocusReason)
        elif at is not None:
            self._document.put(at, key or None, "change of motivation", self.motivation)

    def _choose_red_line(self, key: str) -> None:
        at = self._to("red_line")
        if at is not None:
            value = None if not key else float(Fraction(key))
            self._document.put(at, value, "change of red line", self.red_line)

    def _add_own(self, rows: Rows) -> None:
        self.own_wanted.emit(rows[0][0])
        self._close_own()

    def _close_own(self) -> None:
        self.own.hide()
        self.motivation.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        self._fields = Columns(150, (1, 2, 3), gap=16, row_gap=12)
        self._fields.show_widgets(
            [
                Labelled("Want or concern", self.kind, keeps_width=True),
                Labelled("Whose interest", self.orientation),
                Labelled("Motivation", self.motivation),
                Labelled("Red line", self.red_line),
            ]
        )
        self._column = QVBoxLayout(self)
        for widget in (self._words, self._fields, self.own):
            self._column.addWidget(widget)
        self._column.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)

    def _fit(self) -> None:
        px = look().px
        self._column.setContentsMargins(px(20), px(2), 0, px(14))
        self._column.setSpacing(px(12))


def _red_lines(scale: Scale, held: float | None) -> list[tuple[str, str]]:
    """None, or any score of the scale; what is held is among them even where the scale has changed."""
    low, high = exact(scale.min), exact(scale.max)
    step = (high - low) / MOST_STEPS if scale.step is None else exact(scale.step)
    step = max(step, (high - low) / MOST_STEPS)
    points = {low + step * at for at in range(int((high - low) / step) + 1)} | {Fraction(0)}
    if held is not None:
        points.add(exact(held))
    return [NO_LINE, *((_key(point), _line_in_words(point)) for point in sorted(points))]


def _key(point: Fraction) -> str:
    return str(point)


def _line_in_words(point: Fraction) -> str:
    if point == 0:
        return "0: never worse than today"
    return f"Never below {number_in_words(float(point), signed=True)}"
