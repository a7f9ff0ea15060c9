"""The first page: what this is, where to begin, where one was."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.document import Change, Document
from ui.page_view import PageView
from ui.pages.start.case_card import CaseCard
from ui.pages.start.mark import Mark
from ui.pages.start.recent_list import RecentList
from ui.requests import Requests
from ui.theme.look import look
from ui.widgets import Button, FlowLayout, Gap, Heading, Sentence
from ui.widgets.columns import Columns
from ui.widgets.tab_order import tab_as_laid_out
from workbook import PROMISE
from workbook.library.loader import load

NAME = "Partnership Design Workbook"
WHAT_IT_IS = (
    "Design a data-sharing partnership in which every party is better off than without it. Walk eight "
    "dimensions, weigh interests, and find the scenario nobody refuses. Take the record home in Excel."
)
LEARN_FROM = "Three published partnerships to learn from, beside you on every page"
WIDEST = 1180
MARGIN, NARROW_MARGIN = 64, 28


class StartPage(PageView):
    """Stands alone on the ground: no steps, no guide."""

    def __init__(self, document: Document, requests: Requests) -> None:
        super().__init__(document, requests)
        self.recent = RecentList(document, requests)
        self._top = Columns(330, gap=56, row_gap=28, stretch=(5, 6))
        self._top.show_widgets([self._introduction(), self.recent])
        self._cards = Columns(250, (1, 3), gap=16, same_height=True)
        self._cards.show_widgets(self._made_cards())
        self._page = QVBoxLayout(self)
        self._page.addWidget(self._top)
        self._page.addWidget(Gap(20))
        self._page.addStretch(1)
        self._page.addWidget(
            Sentence(
                "Three published partnerships to learn from, beside you on every page", "section", "muted"
            )
        )
        self._page.addWidget(self._cards)
        self._page.addWidget(Gap(8))
        self._page.addWidget(Sentence(PROMISE, "citation", "muted"))
        self._page.addStretch(1)
        look().changed.connect(self._fit)
        self._fit()

    def refresh(self, change: Change | None) -> None:
        """Show the workbook that is open and those worked on lately."""
        if change is None or change.touches("title") or change.touches("drafts"):
            self.recent.refresh()
            tab_as_laid_out(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a wide screen the page stays together in the middle."""
        super().resizeEvent(event)
        self._fit()

    def _introduction(self) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Mark())
        for widget in (
            Gap(22),
            Heading(NAME, "cover"),
            Gap(8),
            Sentence(WHAT_IT_IS, "subtitle", "muted"),
            Gap(18),
        ):
            column.addWidget(widget)
        buttons = QWidget()
        flow = FlowLayout(buttons, 10)
        for button in self._made_buttons():
            flow.addWidget(button)
        column.addWidget(buttons)
        column.addStretch(1)
        return left

    def _made_buttons(self) -> list[Button]:
        new = Button("New workbook", "primary", "file-plus")
        new.setAccessibleDescription("Begins an empty workbook.")
        new.clicked.connect(self._new)
        example = Button("Open the example")
        example.setAccessibleDescription("Three drafts, each worked after one of the cases.")
        example.clicked.connect(self._open_example)
        open_ = Button("Open…", "ghost", "folder-open")
        open_.setAccessibleDescription("Opens a workbook that you pick.")
        open_.clicked.connect(self._open)
        return [new, example, open_]

    def _new(self) -> None:
        self.requests.new_workbook()

    def _open_example(self) -> None:
        self.requests.open_example()

    def _open(self) -> None:
        self.requests.open_file()

    def _made_cards(self) -> list[QWidget]:
        cards: list[QWidget] = []
        for case in load().cases:
            if case.is_characterised:
                card = CaseCard(case)
                card.clicked.connect(lambda _=False, key=case.id: self.requests.new_from_case(key))
                cards.append(card)
        return cards

    def _fit(self) -> None:
        px = look().px
        is_wide = self.width() >= px(900)
        margin = px(MARGIN if is_wide else NARROW_MARGIN)
        side = max(margin, (self.width() - px(WIDEST)) // 2)
        self._page.setContentsMargins(side, px(44 if is_wide else 24), side, px(32))
        self._page.setSpacing(px(8))
