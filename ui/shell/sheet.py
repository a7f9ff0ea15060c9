"""The sheet a page lies on: a plane on the ground with two rounded top corners."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from ui.page import Page
from ui.page_view import PageView
from ui.theme.focus_ring import OWN_RING
from ui.theme.look import look
from ui.widgets import ScrollArea

RADIUS = 10


class Sheet(QWidget):
    """Builds a page on its first visit and keeps it; pages that are not visible are told nothing."""

    def __init__(self, pages: tuple[Page, ...], build: Callable[[Page], PageView]) -> None:
        super().__init__()
        self._pages: Mapping[str, Page] = {page.key: page for page in pages}
        self._build = build
        self._views: dict[str, PageView] = {}
        self._stale: set[str] = set()
        self._key: str | None = None
        self.stands_alone = False
        self._stack = QStackedWidget()
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._stack)
        look().changed.connect(self._fit)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._bring_into_view)
        self._fit()

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        return None if self._key is None else self._pages[self._key]

    @property
    def view(self) -> PageView | None:
        """The view of the page that is shown."""
        return None if self._key is None else self._views[self._key]

    def show_page(self, key: str) -> PageView:
        """Show a page, with the document's present state."""
        page = self._pages[key]
        view = self._views.get(key)
        if view is None:
            view = self._build(page)
            view.setAccessibleName(page.title)
            view.setProperty(
                OWN_RING, True
            )  # it takes the focus so that Tab goes on inside, but is no control
            self._views[key] = view
            self._stack.addWidget(_scrolled(view))
            self._stale.add(key)
        self._key = key
        self.stands_alone = page.stands_alone
        if key in self._stale:
            self._stale.discard(key)
            view.refresh(None)
        self._let_go()
        self._stack.setCurrentIndex(list(self._views).index(key))
        self.update()
        return view

    def outdate_others(self) -> None:
        """The document changed: what is not visible will have to be shown anew when it is visited."""
        self._stale = {key for key in self._views if key != self._key}

    def paintEvent(self, _event: QPaintEvent) -> None:
        """White paper on the ground; a page that stands alone lies on the ground itself."""
        if self.stands_alone:
            return
        here = look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = here.px(RADIUS)
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(0.5, 0.5, self.width() - 1, self.height() + 2 * radius), radius, radius)
        painter.setPen(here.colour("hair"))
        painter.setBrush(here.colour("surface"))
        painter.drawPath(outline)

    def _bring_into_view(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Scroll to where the keyboard is: Qt does so within a page, not when Tab comes from beside it."""
        view, area = self.view, self._stack.currentWidget()
        if view is None or now is None or now is view or not view.isAncestorOf(now):
            return
        by_mouse = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton  # nothing moves under a click
        if isinstance(area, ScrollArea) and not by_mouse:
            area.ensureWidgetVisible(now)

    def _let_go(self) -> None:
        """Take the focus from the page that goes; Qt would pass it on, and scroll the page to its middle."""
        in_hand: QWidget | None = self._stack.focusWidget()
        if in_hand is not None and in_hand.hasFocus():
            in_hand.clearFocus()

    def _fit(self) -> None:
        # Rounded corners must not be covered by the scroll area, which is a rectangle.
        self._column.setContentsMargins(1, look().px(RADIUS) // 2, 1, 0)


def _scrolled(view: PageView) -> ScrollArea:
    return ScrollArea(view)
