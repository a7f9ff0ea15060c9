"""The page of the win-win: the verdict as a sentence, who would refuse what, and four views of why."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.charts.net_table import NetTable
from ui.charts.picture import Picture
from ui.charts.picture_menu import PictureMenu
from ui.document import Change, Document
from ui.page_view import PageView, Topic
from ui.pages.win_win.choosing_panel import ChoosingPanel
from ui.pages.win_win.empty import empty_state, missing_in
from ui.pages.win_win.exchange_panel import ExchangePanel
from ui.pages.win_win.panel import Panel
from ui.pages.win_win.picture_panel import PicturePanel
from ui.pages.win_win.sure_panel import SurePanel
from ui.pages.win_win.tools import Tools
from ui.pages.win_win.topics import topic_of
from ui.pages.win_win.view_choice import ViewChoice
from ui.pages.win_win.wording import headline, second_sentence
from ui.requests import Requests
from ui.theme.look import look
from ui.widgets import EmptyState, Heading, Sentence, WhyMark
from ui.widgets.tab_order import tab_as_laid_out
from workbook.library.loader import load
from workbook.model.draft import Draft

if TYPE_CHECKING:
    from workbook.analysis.win_win.findings import WinWin

PAUSE = 150
"""Milliseconds after the last change before it is worked out anew."""
SMALL = 1500
"""Cells that are worked out at once when the page is visited; more of them are begun a moment later."""
VIEWS = (
    ("picture", "Picture"),
    ("choosing", "Which to choose"),
    ("sure", "How sure"),
    ("exchange", "Who gives, who gets"),
)
WORKING = "Working it out…"
SET_ASIDE = "All weights are set aside as not known: “How sure” says so, and lets you take it back."


class WinWinPage(PageView):
    """Shows findings only. Which view is looked at is no edit."""

    def __init__(self, document: Document, requests: Requests) -> None:
        super().__init__(document, requests)
        self._known: tuple[object, ...] = ()
        self._found: WinWin | None = None
        self._missing: str | None = None
        self._empty: EmptyState | None = None
        self._title = Heading("Win-win")
        self._verdict = Sentence(WORKING, "verdict")
        self._second = Sentence("", "body", "muted")
        self._aside = Sentence(SET_ASIDE, "secondary", "muted")
        self.choice = ViewChoice(VIEWS, "View of the win-win")
        self._caption = Sentence("", "secondary", "muted")
        self.why = WhyMark(None, requests, "Why this verdict?")
        self.menu = PictureMenu("What to do with this picture", self._picture, requests.save_picture)
        self.panels: dict[str, Panel] = {
            "picture": PicturePanel(document, requests),
            "choosing": ChoosingPanel(document, requests),
            "sure": SurePanel(document, requests),
            "exchange": ExchangePanel(document, requests),
        }
        self._later = QTimer(self, singleShot=True, interval=PAUSE)
        self._later.timeout.connect(self._show)
        self._lay_out()
        self.choice.chosen.connect(self._choose)
        self.sure.run.answered.connect(self._show_head)
        look().changed.connect(self._fit)
        self._fit()

    @property
    def sure(self) -> SurePanel:
        """The view that is worked out in the background."""
        panel = self.panels["sure"]
        assert isinstance(panel, SurePanel)  # noqa: S101 - it was put there
        return panel

    @property
    def panel(self) -> Panel:
        """The view that is looked at."""
        return self.panels[self.choice.value]

    def refresh(self, change: Change | None) -> None:
        """On a visit at once; while something is changed elsewhere, after a pause."""
        if change is not None and self._key() == self._known:
            return
        draft = self.document.draft
        is_large = draft is not None and _cells(draft) > SMALL
        if change is None and not is_large:
            self._later.stop()
            self._show()
        else:
            self._later.start(0 if change is None else PAUSE)

    def topic(self) -> Topic:
        """The question of the view."""
        return topic_of(self.choice.value, load())

    # What is shown ----------------------------------------------------------------------------------------

    def _key(self) -> tuple[object, ...]:
        workbook, draft = self.document.workbook, self.document.draft
        return (None if draft is None else id(draft), workbook.settings.robustness, workbook.own_entries)

    def _show(self) -> None:
        draft = self.document.draft
        self._known = self._key()
        missing = missing_in(draft)
        self._show_missing(missing)
        if draft is None or missing:
            self._found = None
            self.sure.leave()
            return
        self._found = self.document.findings.win_win(self.document.workbook, draft)
        self._show_panel()

    def _show_panel(self) -> None:
        if self._found is not None:
            self.panel.show_found(self._found)
        self._show_head()

    def _show_head(self) -> None:
        found = self._found
        if found is None:
            return
        said = self.sure.headline() if self.panel is self.sure else None
        first, second = said or (headline(found), second_sentence(found))
        self._verdict.setText(first)
        self._second.setText(second)
        self._aside.setVisible(self.document.workbook.settings.robustness.weights == "unknown")
        self._caption.setText(self.panel.caption)
        self.why.set_finding(found.pick)
        self.menu.setVisible(self.panel.picture() is not None)
        self._tools.arrange()

    def _picture(self) -> Picture:
        return self.panel.picture() or NetTable((), ())

    def _choose(self, key: str) -> None:
        for each, panel in self.panels.items():
            if each != key and panel.isVisibleTo(self):
                panel.leave()
            panel.setVisible(each == key)
        self._show_panel()
        self.topic_changed.emit()

    def _show_missing(self, missing: str) -> None:
        self._body.setVisible(not missing)
        self._title.setVisible(bool(missing))
        if missing == self._missing:
            return
        self._missing = missing
        if self._empty is not None:
            self._page.removeWidget(self._empty)
            self._empty.hide()
            self._empty.deleteLater()
            self._empty = None
        if missing:
            self._empty = empty_state(missing, self.requests)
            self._empty.setContentsMargins(0, look().px(14), 0, 0)
            self._page.insertWidget(1, self._empty)

    # How it is put together -------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._tools = Tools(self.choice, self._caption, self.why, self.menu)
        self._body = QWidget()
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (self._verdict, self._second, self._aside, self._tools, *self.panels.values()):
            self._column.addWidget(widget)
        for key, panel in self.panels.items():
            panel.setVisible(key == "picture")
        self._page = QVBoxLayout(self)
        self._page.addWidget(self._title)
        self._page.addWidget(self._body)
        self._page.addStretch(1)
        tab_as_laid_out(self)

    def _fit(self) -> None:
        px = look().px
        self._page.setContentsMargins(px(28), px(16), px(28), px(28))
        self._column.setSpacing(px(10))


def _cells(draft: Draft) -> int:
    return len(draft.scenarios) * sum(len(each.interests) for each in draft.stakeholders)
