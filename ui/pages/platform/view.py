"""The page of the platform: the verdict as a sentence, the bar behind it, the eight dimensions, the map."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.charts.subjects import who_of
from ui.document import Change, Document
from ui.page_view import PageView, Topic
from ui.pages.platform.dimension_row import DimensionRow
from ui.pages.platform.follows import FollowsPanel, LimitsPanel
from ui.pages.platform.map_panel import MapPanel
from ui.pages.platform.readings import note, readings, verdict
from ui.pages.platform.topics import topic_of_dimension, topic_of_whole
from ui.requests import Requests
from ui.theme.look import look
from ui.widgets import Button, EmptyState, Hairline, MixBar, Sentence, WhyMark
from ui.widgets.columns import Columns
from ui.widgets.tab_order import tab_as_laid_out
from workbook.analysis.profile import Profile
from workbook.analysis.subject import Subject, draft_subject
from workbook.editing import read_address
from workbook.library.loader import load
from workbook.model.draft import Draft
from workbook.model.vocabulary import DIMENSIONS, DimensionId

NO_DRAFT = (
    "There is no draft to place yet.",
    (
        "Here stands which of the three platforms a draft resembles, how clearly, and what follows from it. "
        "It needs a draft first."
    ),
)
NOTHING_PLACED = (
    "Nothing is placed yet.",
    (
        "Place the draft on one dimension or more; from then on the sentence on its platform stands here. "
        "Below, the published cases already have their places."
    ),
)


class PlatformPage(PageView):
    """Shows findings only: nothing is edited here, every row leads to where it is."""

    def __init__(self, document: Document, requests: Requests) -> None:
        super().__init__(document, requests)
        self._library = load()
        self._dimension: DimensionId | None = None
        self._shown: object = None
        self._no_draft = EmptyState(
            *NO_DRAFT,
            (
                ("Begin a draft", "pencil", lambda: requests.go_to_page("framing")),
                ("Begin from a published case", "book-open", lambda: requests.go_to_page("start")),
            ),
        )
        self._nothing = EmptyState(
            *NOTHING_PLACED,
            (
                ("Place the first dimension", "compass", self._go_to_first),
                ("See how the cases were placed", "git-compare", lambda: requests.go_to_page("compare")),
            ),
        )
        self._verdict = Sentence("", "verdict")
        self._bar = MixBar(headline=True)
        self._bar.set_name("Platform profile")
        self._why = WhyMark(None, requests, "Why these parts of 100?")
        self._talk = Button("", "secondary", "message-circle")
        self._talk.clicked.connect(self._go_to_split)
        self._rows = {dimension: self._made_row(dimension) for dimension in DIMENSIONS}
        self.places = MapPanel(document, requests)
        self._follows = FollowsPanel(requests)
        self._follows_line = Hairline()
        self._limits = LimitsPanel(self._library)
        self._lay_out()
        tab_as_laid_out(self)
        look().changed.connect(self._fit)
        self._fit()

    def refresh(self, change: Change | None) -> None:
        """Show what the findings say of the draft one is in."""
        draft, workbook = self.document.draft, self.document.workbook
        shown = (
            None if draft is None else draft.id,
            tuple((each.id, each.name, each.dimensions) for each in workbook.drafts),
            workbook.own_cases,
        )
        # Nothing else matters here; states share what did not change, so that this is soon compared.
        if change is not None and shown == self._shown:
            return
        self._shown = shown
        self._no_draft.setVisible(draft is None)
        self._with_draft.setVisible(draft is not None)
        if draft is not None:
            self._show_draft(draft)

    def topic(self) -> Topic:
        """The dimension that the keyboard is on, else the whole."""
        if self._dimension is None:
            return topic_of_whole(self._library)
        return topic_of_dimension(self._dimension, self._library)

    def _show_draft(self, draft: Draft) -> None:
        design = self.document.findings.design(draft)
        subject, its_profile = draft_subject(draft), design.profile
        is_placed = its_profile.shares is not None
        self._nothing.setVisible(not is_placed)
        for widget in (self._verdict, self._bar_row, self._follows_line, self._follows):
            widget.setVisible(is_placed)
        self._verdict.setText(verdict(its_profile, subject.name, self._library))
        self._show_bar(subject, its_profile)
        self._show_split(its_profile)
        for reading in readings(subject, its_profile, self._library):
            self._rows[reading.dimension].show_reading(reading)
        self.places.refresh()
        if self._follows.show_follows(design.follows, self._library):
            tab_as_laid_out(self)

    def _show_bar(self, subject: Subject, its_profile: Profile) -> None:
        self._bar.set_shares(who_of(subject, self.document.workbook).mix)
        self._why.set_finding(its_profile.platform)

    def _show_split(self, its_profile: Profile) -> None:
        """A split room is a talk that has not ended: the button leads back to it."""
        split = note(its_profile, "split")
        self._talk.setVisible(split is not None)
        if split is not None:
            self._talk.setText(f"The room is split: go to {split.inputs[0].name}")
            self._talk.setAccessibleDescription(split.words)

    def _go_to_split(self) -> None:
        draft = self.document.draft
        if draft is None:
            return
        split = note(self.document.findings.design(draft).profile, "split")
        if split is not None and split.inputs[0].address is not None:
            self.requests.go_to(read_address(split.inputs[0].address))

    def _go_to_first(self) -> None:
        self._go_to_dimension(DIMENSIONS[0])

    def _go_to_dimension(self, dimension: DimensionId) -> None:
        if self.document.draft is not None:
            self.requests.go_to(("drafts", self.document.draft.id, "dimensions", dimension))

    def _made_row(self, dimension: DimensionId) -> DimensionRow:
        row = DimensionRow(dimension, self._library.dimension(dimension).name)
        row.clicked.connect(lambda: self._go_to_dimension(dimension))
        row.entered.connect(lambda: self._talk_about(dimension))
        row.left.connect(lambda: self._talk_about(None))
        return row

    def _talk_about(self, dimension: DimensionId | None) -> None:
        if dimension != self._dimension:
            self._dimension = dimension
            self.topic_changed.emit()

    def _lay_out(self) -> None:
        self._bar_row = QWidget()
        bar = QHBoxLayout(self._bar_row)
        bar.setContentsMargins(0, 0, 0, 0)
        bar.addWidget(self._bar, 1)
        bar.addWidget(self._why)
        listed = QWidget()
        rows = QVBoxLayout(listed)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        self._list_head = Sentence("Dimension by dimension, and where it pulls elsewhere", "section", "muted")
        rows.addWidget(self._list_head)
        for row in self._rows.values():
            rows.addWidget(row)
        rows.addStretch(1)
        self._columns = Columns(290, (1, 2), gap=28, row_gap=20, stretch=(4, 3))
        self._columns.show_widgets([listed, self.places])
        self._with_draft = QWidget()
        self._column = QVBoxLayout(self._with_draft)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (self._nothing, self._verdict, self._bar_row):
            self._column.addWidget(widget)
        self._column.addWidget(self._talk, 0, Qt.AlignmentFlag.AlignLeft)
        for each in (self._columns, self._follows_line, self._follows, Hairline(), self._limits):
            self._column.addWidget(each)
        self._page = QVBoxLayout(self)
        self._page.addWidget(self._no_draft)
        self._page.addWidget(self._with_draft)
        self._page.addStretch(1)

    def _fit(self) -> None:
        px = look().px
        self._page.setContentsMargins(px(28), px(18), px(28), px(28))
        self._column.setSpacing(px(14))
        self._list_head.setContentsMargins(0, 0, 0, 0)
        self._list_head.setMinimumHeight(px(28))
