"""One thing that helps: whether it is there; below, while it is open, what the source found and advises."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.forms.choice_field import SegmentedField
from ui.forms.fields import ProseField, TextField
from ui.pages.challenges.wording import PRESENT, name_question
from ui.theme.look import look
from ui.widgets import Button, Citation, Sentence, describe
from ui.widgets.fold_list import FoldItem
from ui.widgets.fold_row import ITEM, Folding
from ui.widgets.labelled import Labelled
from ui.widgets.tab_order import tab_as_laid_out
from workbook.library.entries import Enabler as Listed
from workbook.library.entries import Entry
from workbook.model.challenges import Enabler

FROM_THE_LIST = Folding("row_title", is_item=False)
NO_WORDS = "An enabler without words"


class EnablerRow(FoldItem):
    """An entry of the list, or (own) an enabler in the room's words, which can be renamed and removed."""

    given = Signal(object)
    """Whether it is there: "yes", "no", or None."""
    text_typed = Signal(str)
    kind_typed = Signal(str)
    left = Signal()
    removed = Signal()

    def __init__(self, *, is_own: bool) -> None:
        self._is_own = is_own
        self.body: EnablerBody | None = None
        self._last: tuple[Enabler | None, Entry | None] = (None, None)
        self.present = SegmentedField("Is it there?", PRESENT)
        kind = ITEM if is_own else FROM_THE_LIST
        super().__init__(self._made_body, kind, after=_Aired(self.present))
        self.present.given.connect(self.given)
        self.present.entered.connect(self.entered)
        self.opened.connect(self._on_switched)
        self.closed.connect(self._on_switched)

    def refresh(self, enabler: Enabler | None, entry: Entry | None) -> None:
        """Show what is said of an entry of the list, or of an enabler of the draft that is none of them."""
        self._last = (enabler, entry)
        present = None if enabler is None else enabler.present
        self.present.show_value({True: "yes", False: "no", None: None}[present])
        name_question(self.present, f"{self._name}: is it there?")
        self._show_head()
        if self.body is not None and self.is_open:
            self.body.refresh(self._name, enabler, entry)

    def take_focus(self, field: str) -> None:
        """Put the keyboard on whether it is there, or into a field of it; on its name without one."""
        if field in {"text", "kind"}:
            self.open()
            if self.body is not None:
                self.body.take_focus(field)
        elif field == "present":
            self.present.take_focus()
        else:
            self.head.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _name(self) -> str:
        enabler, entry = self._last
        if entry is not None:
            return entry.name
        words = "" if enabler is None else enabler.kind or enabler.text
        return words.strip().removesuffix(".") or NO_WORDS

    def _made_body(self) -> QWidget:
        self.body = EnablerBody(is_own=self._is_own)
        self.body.text.edited.connect(self.text_typed)
        self.body.left.connect(self.left)
        self.body.entered.connect(self.entered)
        if self.body.kind is not None:
            self.body.kind.edited.connect(self.kind_typed)
        self.body.removed.connect(self.removed)
        return self.body

    def _on_switched(self) -> None:
        self._show_head()
        if self.body is not None and self.is_open:
            self.body.refresh(self._name, *self._last)

    def _show_head(self) -> None:
        """Closed, it says in a line what the room said of it, or else what the source advises."""
        enabler, entry = self._last
        said = "" if enabler is None else enabler.text.strip()
        if self.is_open or not said:
            said = f"Advice: {_small(entry.advice)}" if isinstance(entry, Listed) else ""
        self.head.show_words(self._name, said)


class EnablerBody(QWidget):
    """What the source found, and the room's own words; of an own one its name, and a way to remove it."""

    removed = Signal()
    left = Signal()
    entered = Signal()

    def __init__(self, *, is_own: bool) -> None:
        super().__init__()
        self.text = ProseField("How it shows here, or what is missing", 1)
        self.kind = TextField("What helps") if is_own else None
        self._found, self._cited = Sentence("", "secondary"), Citation("")
        self._room = QVBoxLayout(self)
        if self.kind is not None:
            describe(self.kind, "What helps", "In a few words.")
            self._room.addWidget(Labelled("What helps", self.kind))
        self._room.addWidget(self._found)
        self._room.addWidget(self._cited)
        self._room.addWidget(Labelled("In your own words", self.text))
        if is_own:
            remove = Button("Remove it", "ghost", "trash-2")
            remove.clicked.connect(self.removed)
            self._room.addWidget(remove, 0, Qt.AlignmentFlag.AlignLeft)
        fields: list[ProseField | TextField] = [self.text]
        if self.kind is not None:
            fields.append(self.kind)
        for field in fields:
            field.left.connect(self.left)
            field.entered.connect(self.entered)
        tab_as_laid_out(self)
        look().changed.connect(self._fit)
        self._fit()

    def refresh(self, name: str, enabler: Enabler | None, entry: Entry | None) -> None:
        """Show what stands in the document; a text that is there already keeps its caret."""
        describe(self.text, f"{name}: in your own words", "How it shows here, or what is missing.")
        self.text.show_value("" if enabler is None else enabler.text)
        if self.kind is not None and enabler is not None:
            self.kind.show_value(enabler.kind)
        # What kind of finding it is comes first: it says how much weight the rest can bear.
        finding = f"{entry.finding}." if isinstance(entry, Listed) else ""
        found = "" if entry is None else f"{finding} {entry.explanation}".strip()
        for sentence, words in ((self._found, found), (self._cited, "" if entry is None else entry.citation)):
            sentence.setText(words)
            sentence.setVisible(bool(words))

    def take_focus(self, field: str) -> None:
        """Put the keyboard into a field; into the room's words for one there is not."""
        target = self.kind if field == "kind" and self.kind is not None else self.text
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self) -> None:
        px = look().px
        self._room.setContentsMargins(px(20), px(2), 0, px(14))
        self._room.setSpacing(px(8))


class _Aired(QWidget):
    """Keeps an answer away from the lines above and below its row."""

    def __init__(self, answer: QWidget) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.addWidget(answer)
        look().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self._column.setContentsMargins(0, look().px(6), 0, look().px(6))


def _small(sentence: str) -> str:
    return f"{sentence[:1].lower()}{sentence[1:]}"
