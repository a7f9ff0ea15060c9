"""The page of the dimensions: one by one, or all eight."""

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType
from typing import Literal, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.document import Change, Document
from ui.page_view import CaseNote, PageView, Topic
from ui.pages.dimensions.all_eight import AllEight
from ui.pages.dimensions.one_by_one import OneByOne
from ui.pages.dimensions.strip import Strip
from ui.pages.dimensions.wording import in_words
from ui.requests import Requests
from ui.theme.look import look
from ui.widgets import EmptyState, FlowLayout, Heading, Segmented, Sentence, Way
from ui.widgets.gap import Gap
from ui.widgets.laid_out import nest
from ui.widgets.painting.tiles import CASE_ICONS
from workbook.analysis.comparison import usual_cases
from workbook.analysis.subject import Subject, case_subject, draft_subject
from workbook.editing import Address
from workbook.library.loader import load
from workbook.model.case import Case
from workbook.model.draft import Draft
from workbook.model.vocabulary import DIMENSIONS, DimensionId

View = Literal["one", "all"]
VIEWS = (("one", "One by one"), ("all", "All eight"))
NUMBERS: Mapping[int, str] = MappingProxyType(
    dict(enumerate(("None", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "All")))
)
LENGTH_OF_ADDRESS = 4
"""drafts, the draft, dimensions, the dimension; a field may follow."""


class DimensionsView(PageView):
    """Keeps which view and which dimension are in hand; everything else is read from the document."""

    def __init__(self, document: Document, requests: Requests) -> None:
        super().__init__(document, requests)
        self._shown: View = "one"
        self._drawn: tuple[object, ...] = ()
        self._placed: tuple[object, ...] = ()
        self.strip = Strip()
        self.title, self.count = Heading(), Sentence("", "subtitle", "muted")
        self.subtitle = Sentence("", "subtitle", "muted")
        self.views = Segmented(VIEWS, "one", "View of the dimensions")
        self.one = OneByOne(document, requests)
        self.all = AllEight(document, requests)
        self.empty = self._empty_state()
        self._below_strip = Gap(12)
        self._filled = QWidget()
        self._lay_out()
        self._connect()
        look().changed.connect(self._fit)
        self._fit()

    @property
    def dimension(self) -> DimensionId:
        """The dimension in hand."""
        return self.one.dimension

    def refresh(self, change: Change | None) -> None:
        """Show the document's state."""
        draft = self.document.draft
        self._filled.setVisible(draft is not None)
        self.empty.setVisible(draft is None)
        if draft is None:
            self._drawn = ()
            return
        if self._shown == "all":
            self._show_all(draft)
            return
        self._show_one(draft)
        self.strip.select(self.dimension)
        self.one.refresh_words(change)

    def topic(self) -> Topic | None:
        """The dimension in hand: the question for the room, what it is about, and what each case did."""
        dimension = load().dimension(self.dimension)
        notes = tuple(_note(case, self.dimension) for case in self._cases())
        about = f"{dimension.explanation} Question: {_begun_small(dimension.question_citation)}."
        return Topic(dimension.question, about, notes, self.dimension)

    def reveal(self, address: Address) -> bool:
        """Show the card of a dimension, with the field in hand; all eight when none is named."""
        if address[2:3] != ("dimensions",) or self.document.draft is None:
            return False
        if len(address) < LENGTH_OF_ADDRESS:
            self.show_view("all")
            self.all.rows[self.dimension].setFocus()
            return True
        if address[3] not in DIMENSIONS:
            return False
        self.go_to_dimension(address[3])
        field = self.one.words.field(address[4]) if len(address) > LENGTH_OF_ADDRESS else None
        if field is None:
            self.one.cards.focus(self.one.position)
        else:
            field.setFocus()
        self._bring_into_view()
        return True

    def show_view(self, view: View) -> None:
        """One by one, or all eight."""
        self.document.seal()
        self._shown = view
        self._drawn = ()
        self.views.set_chosen(view)
        self.strip.setVisible(view == "one")
        self._below_strip.setVisible(view == "one")
        self.one.setVisible(view == "one")
        self.count.setVisible(view == "one")
        self.all.setVisible(view == "all")
        self.refresh(None)

    def go_to_dimension(self, dimension: DimensionId) -> None:
        """Show the card of a dimension."""
        self.document.seal()
        is_another = dimension != self.dimension
        self.one.dimension = dimension
        if self._shown == "one":
            self.refresh(None)
        else:
            self.show_view("one")
        if is_another:
            self.topic_changed.emit()

    # How it is put together ---------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        named = QWidget()
        flow = FlowLayout(named, 10, 2)
        flow.addWidget(self.title)
        flow.addWidget(self.count)
        self._head = QHBoxLayout()
        self._head.addWidget(named, 1)
        self._head.addWidget(self.views, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self._filled)
        self._column.setSpacing(0)
        self._column.addWidget(self.strip)
        self._column.addWidget(self._below_strip)
        nest(self._column, self._head)
        self._column.addWidget(self.subtitle)
        self._column.addWidget(Gap(12))
        self._column.addWidget(self.one)
        self._column.addWidget(self.all)
        self._column.addStretch(1)
        self.all.hide()
        self._outer = QVBoxLayout(self)
        self._outer.setSpacing(0)
        self._outer.addWidget(self._filled)
        self._outer.addWidget(self.empty)

    def _connect(self) -> None:
        self.views.chosen.connect(lambda view: self.show_view(cast("View", view)))
        self.strip.chosen.connect(lambda key: self.go_to_dimension(cast("DimensionId", key)))
        self.one.wanted.connect(self._step_to)
        self.all.opened.connect(self._open)
        self.all.entered.connect(self._take_in_hand)
        for keys, by in (("Alt+Right", 1), ("Ctrl+Right", 1), ("Alt+Left", -1), ("Ctrl+Left", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda by=by: self.one.step(by))

    def _empty_state(self) -> EmptyState:
        ways = [
            Way(
                f"Begin from {case.label}",
                CASE_ICONS.get(case.id, "file-text"),
                partial(self.requests.new_from_case, case.id),
                "What its source reports, for the room to change.",
            )
            for case in load().cases
            if case.is_characterised
        ]
        ways.append(Way("Begin with an empty draft", "file-plus", self.requests.new_workbook))
        return EmptyState(
            "Where does your partnership stand?",
            "Here the room places its design on eight dimensions, each with three positions to pick from. "
            "There is no draft to place yet.",
            ways,
        )

    def _fit(self) -> None:
        px = look().px
        side = px(28) if self.width() >= px(700) else px(20)
        self._outer.setContentsMargins(side, px(12), side, px(12))
        self._column.setContentsMargins(0, 0, 0, 0)
        self._head.setContentsMargins(0, 0, 0, px(2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow page has narrower margins."""
        super().resizeEvent(event)
        self._fit()

    # What is shown ------------------------------------------------------------------------------------------

    def _cases(self) -> tuple[Case, ...]:
        return usual_cases(self.document.workbook, load())

    def _subjects(self) -> tuple[Subject, ...]:
        return tuple(case_subject(case, self.document.workbook) for case in self._cases())

    def _show_one(self, draft: Draft) -> None:
        """Draw anew what differs: not on every letter that is typed into the words."""
        workbook, position = self.document.workbook, self.one.position
        placed = tuple((each.mix, each.votes) for each in draft.dimensions.positions().values())
        card = (draft.id, self.dimension, workbook.own_cases)
        drawn = (*card, position.mix, position.votes, len(workbook.workshop.participants))
        if (drawn, placed) == (self._drawn, self._placed):
            return
        subject = draft_subject(draft)
        if placed != self._placed:
            words = {each: in_words(subject, each) for each in DIMENSIONS}
            self.strip.show_positions(subject.shares, words)
        if self._drawn[: len(card)] != card:
            self._show_dimension()
        if drawn != self._drawn:
            self.one.show_position(subject)
        self._drawn, self._placed = drawn, placed

    def _show_dimension(self) -> None:
        dimension = load().dimension(self.dimension)
        self.title.setText(dimension.name)
        self.count.setText(f"{DIMENSIONS.index(self.dimension) + 1} of {len(DIMENSIONS)}")
        self.subtitle.setText(dimension.explanation)
        self.one.show_dimension(self.dimension, self._subjects())

    def _show_all(self, draft: Draft) -> None:
        self.title.setText("Dimensions")
        profile = self.document.findings.design(draft).profile
        notes = [note.words for note in profile.notes if note.id.split(".")[1] in ("open", "split")]
        placed = f"{NUMBERS[profile.dimensions_characterised]} of eight placed."
        everything = profile.dimensions_characterised == len(DIMENSIONS)
        self.subtitle.setText(" ".join(["All eight are placed." if everything else placed, *notes]))
        self.all.refresh(self._subjects())

    def _open(self, dimension: str) -> None:
        self.go_to_dimension(cast("DimensionId", dimension))
        self.one.cards.focus(self.one.position)
        self._bring_into_view()

    def _step_to(self, dimension: str) -> None:
        """Go on. A button that has the focus and vanishes would leave the keyboard anywhere."""
        had_focus = self.one.back.hasFocus() or self.one.on.hasFocus()
        self.go_to_dimension(cast("DimensionId", dimension))
        if had_focus and not (self.one.back.hasFocus() or self.one.on.hasFocus()):
            (self.one.on if self.one.on.isVisible() else self.one.leave).setFocus()

    def _take_in_hand(self, dimension: str) -> None:
        if dimension != self.dimension:
            self.one.dimension = cast("DimensionId", dimension)
            self.topic_changed.emit()

    def _bring_into_view(self) -> None:
        step: QWidget | None = self
        while step is not None and not isinstance(step, QScrollArea):
            step = step.parentWidget()
        in_hand = self.focusWidget()
        if step is not None and in_hand is not None:
            step.ensureWidgetVisible(in_hand)


def _note(case: Case, dimension: DimensionId) -> CaseNote:
    position = case.dimensions.positions()[dimension]
    return CaseNote(case.id, position.reported or "Not reported.", position.citation)


def _begun_small(citation: str) -> str:
    return citation[:1].lower() + citation[1:]
