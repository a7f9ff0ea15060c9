"""Compare: drafts and cases as columns, the headings of the framework and of the cases as rows."""

from PySide6.QtCore import QRect, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from ui.document import Change, Document
from ui.page_view import CaseNote, PageView, Topic
from ui.pages.compare.chooser import ColumnsButton, words_menu
from ui.pages.compare.columns import Columns, candidates
from ui.pages.compare.head import FloatingHead, Ghost, Key, PageHead
from ui.pages.compare.lines import Cell, Looking, lines
from ui.pages.compare.measures import ColumnHead
from ui.pages.compare.table import CompareTable
from ui.requests import Requests
from ui.tables.sideways_bar import SidewaysBar
from ui.theme.look import look
from ui.widgets import EmptyState, Heading, Segmented, Way
from workbook.analysis.comparison import Comparison, usual_cases
from workbook.analysis.differences import FRAMEWORK, Section, differences_first
from workbook.edits.drafts import letter_of
from workbook.library.loader import load
from workbook.model.draft import Draft

PAUSE = 150
"""Milliseconds after the last change before the comparison is worked out anew."""

DIFFERENCES, IN_ORDER = "differences", "framework"
SHOWN_OF_A_DRAFT = ("drafts",), ("own_cases",), ("own_entries",)
QUESTION = "Which of these would we be proud to have copied, and why?"
ABOUT = (
    "A case that is alike shows what may work here, and what it cost. One that differs shows what we have "
    "not thought of. Neither is a verdict: the figures say how much of the positions is shared, not how good "
    "they are. (The question is ours.)"
)


class ComparePage(PageView):
    """Which columns, in what order and what is open is a way of looking: no edit, nothing to undo."""

    def __init__(self, document: Document, requests: Requests) -> None:
        super().__init__(document, requests)
        self._columns = Columns()
        self._sections: tuple[Section, ...] = ()
        self._ordered_for: tuple[str, ...] = ()
        self._beside: str | None = None
        self._closed: frozenset[str] = frozenset()
        self._opened: frozenset[str] = frozenset()
        self._floating: FloatingHead | None = None
        self._empty: EmptyState | None = None
        self._emptiness = ""
        self._later = QTimer(self, singleShot=True, interval=PAUSE)
        self._later.timeout.connect(self._show)
        self._lay_out()

    def refresh(self, change: Change | None) -> None:
        """Show the state. Rows are put in order on a visit only: nothing jumps under one's eyes."""
        if change is None:
            self._later.stop()
            self._ordered_for = ()
            self._show()
        elif any(change.touches(*address) for address in SHOWN_OF_A_DRAFT):
            self._later.start()

    def topic(self) -> Topic:
        """A question about copying, and what each case is."""
        cases = usual_cases(self.document.workbook, load())
        notes = tuple(CaseNote(case.id, case.summary, case.citation) for case in cases)
        return Topic(QUESTION, ABOUT, notes)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The floating head goes along."""
        super().resizeEvent(event)
        self._float()

    def showEvent(self, event: QShowEvent) -> None:
        """Only now is it known what scrolls the page."""
        super().showEvent(event)
        area = self._area()
        if self._floating is None and area is not None:
            self._floating = FloatingHead(area, self.table)
        self._float()

    # How it is put together -------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.table = CompareTable()
        self.columns_button = ColumnsButton()
        self.order = Segmented(
            ((DIFFERENCES, "Differences first"), (IN_ORDER, "Framework order")),
            DIFFERENCES,
            "Order of dimensions",
        )
        self._key = Key()
        self._head = PageHead("Compare", self._key, self.columns_button, self.order)
        self._sideways = SidewaysBar(self.table, self)
        self._title = Heading("Compare")
        self._column = QVBoxLayout(self)
        for widget in (self._title, self._head, self._sideways, self.table):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        QWidget.setTabOrder(self.columns_button, self.order)
        QWidget.setTabOrder(self.order, self.table)
        self.table.asked.connect(self._explain)
        self.table.switched.connect(self._switch)
        self.table.words_wanted.connect(self._offer_words)
        self.table.moved_to.connect(self._bring_into_view)
        self.columns_button.switched.connect(self._choose_column)
        self.columns_button.reset_wanted.connect(self._reset_columns)
        self.order.chosen.connect(self._choose_order)
        look().changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        px = look().px
        self._column.setContentsMargins(px(28), px(16), px(28), px(28))
        self._column.setSpacing(px(10))
        self._float()

    # What is shown ----------------------------------------------------------------------------------------

    def _show(self) -> None:
        draft = self.document.draft
        is_placed = any(
            position.is_characterised
            for each in self.document.workbook.drafts
            for position in each.dimensions.positions().values()
        )
        emptiness = "" if draft and is_placed else "not placed" if draft else "no draft"
        self._show_emptiness(emptiness)
        if draft is not None and is_placed:
            self._show_table(draft)
        self._float()

    def _show_table(self, anchor: Draft) -> None:
        workbook = self.document.workbook
        comparison = self._comparison(anchor)
        cases = self._columns.cases(workbook)
        shown = (*self._columns.drafts(workbook, anchor.id), *cases)
        looking = Looking(
            anchor=anchor.id,
            shown=shown,
            sections=self._order(comparison, shown),
            beside=self._in_words_with(comparison, shown),
            closed=self._closed,
            opened=self._opened,
        )
        heads = tuple(
            self._column_head(each.id, each.name) for each in comparison.columns if each.id in shown
        )
        ordered = tuple(sorted(heads, key=lambda head: shown.index(head.id)))
        self._key.show_anchor(anchor.name or anchor.id)
        self.columns_button.show_columns(ordered, self._offered)
        self.table.show_lines(lines(comparison, looking), ordered)
        self._head.arrange()

    def _comparison(self, anchor: Draft) -> Comparison:
        """The anchor first: pairs read from it. The usual cases always: the nearest is one of them."""
        workbook = self.document.workbook
        usual = tuple(case.id for case in usual_cases(workbook, load()))
        cases = tuple(dict.fromkeys((*usual, *self._columns.cases(workbook))))
        return self.document.findings.with_first(workbook, self._columns.drafts(workbook, anchor.id), cases)

    def _order(self, comparison: Comparison, shown: tuple[str, ...]) -> tuple[Section, ...]:
        if self.order.value == IN_ORDER:
            return FRAMEWORK
        if self._ordered_for != shown:
            self._ordered_for = shown
            self._sections = differences_first(comparison, shown[0], shown[1:])
        return self._sections

    def _in_words_with(self, comparison: Comparison, shown: tuple[str, ...]) -> str | None:
        """Who the sentences under the headings are about: whom the user chose, else the nearest case."""
        nearest = next(each.cases for each in comparison.nearest if each.draft == shown[0])
        wanted = (self._beside, *nearest, *shown[1:])
        return next((each for each in wanted if each in shown[1:]), None)

    def _column_head(self, column_id: str, name: str) -> ColumnHead:
        drafts = {draft.id for draft in self.document.workbook.drafts}
        letter = letter_of(self.document.workbook, column_id) if column_id in drafts else None
        return ColumnHead(column_id, name, letter)

    def _offered(self) -> list[tuple[ColumnHead, bool]]:
        heads = {head.id for head in self.table.lines.heads}
        anchor = self.table.lines.heads[0].id
        offered = [
            (self._column_head(each.id, each.name), each.id in heads)
            for each in candidates(self.document.workbook)
        ]
        return sorted(offered, key=lambda each: each[0].id != anchor)

    def _show_emptiness(self, emptiness: str) -> None:
        for widget in (self._head, self.table):
            widget.setVisible(not emptiness)
        self._title.setVisible(bool(emptiness))
        self._sideways.setVisible(not emptiness and self._sideways.maximum() > 0)
        if emptiness == self._emptiness:
            return
        self._emptiness = emptiness
        if self._empty is not None:
            self._column.removeWidget(self._empty)
            self._empty.hide()
            self._empty.deleteLater()
            self._empty = None
        if emptiness:
            self._empty = self._made_empty_state(emptiness)
            self._column.insertWidget(1, self._empty)

    def _made_empty_state(self, emptiness: str) -> EmptyState:
        requests = self.requests
        ways = [
            Way(
                "Place the draft on the dimensions",
                "target",
                lambda: requests.go_to_page("dimensions"),
                "One dimension is enough for a first comparison.",
            ),
            Way(
                "Open the example",
                "book-open",
                requests.open_example,
                "Three drafts, compared with three cases.",
            ),
        ]
        if emptiness == "no draft":
            ways[0] = Way(
                "Begin a draft, empty or from a case",
                "file-plus",
                lambda: requests.go_to_page("start"),
                "A case brings its own positions along.",
            )
        return EmptyState(
            "Nothing to compare yet",
            "Here the drafts stand beside the reference cases, dimension by dimension, with what they share. "
            "As soon as one draft has a position on one dimension, the comparison begins.",
            ways,
            Ghost(),
        )

    # What happens -----------------------------------------------------------------------------------------

    def _explain(self, cell: Cell, rect: QRect) -> None:
        if cell.why is not None:
            self.requests.explain(cell.why(), self.table, rect)

    def _switch(self, key: str) -> None:
        if key.startswith("row:"):
            self._opened ^= {key}
        else:
            self._closed ^= {key}
        self._show()

    def _offer_words(self, rect: QRect) -> None:
        menu = words_menu(self, self.table.lines.heads[1:], self._beside)
        menu.triggered.connect(lambda action: self._choose_words(action.data()))
        menu.popup(self.table.viewport().mapToGlobal(rect.bottomLeft()))

    def _choose_words(self, column_id: str) -> None:
        self._beside = column_id
        self._show()

    def _choose_column(self, column_id: str, on: bool) -> None:  # noqa: FBT001 - a check mark
        self._columns.switch(column_id, on=on)
        self._show()

    def _reset_columns(self) -> None:
        self._columns.reset()
        self._show()

    def _choose_order(self, _key: str) -> None:
        self._show()

    def _bring_into_view(self, rect: QRect) -> None:
        area = self._area()
        if area is None:
            return
        floating = self._floating
        above = floating.height() if floating is not None else 0
        top = self.table.mapTo(self, rect.topLeft())
        area.ensureVisible(top.x(), top.y() - above, 0, look().px(8))
        area.ensureVisible(top.x(), top.y() + rect.height(), 0, look().px(8))

    def _float(self) -> None:
        if self._floating is not None:
            self._floating.place()

    def _area(self) -> QScrollArea | None:
        parent = self.parentWidget()
        while parent is not None and not isinstance(parent, QScrollArea):
            parent = parent.parentWidget()
        return parent
