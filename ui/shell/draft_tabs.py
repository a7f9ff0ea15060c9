"""The drafts as tabs with their letters; from the fifth on, or where room is short, a drop-down."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QContextMenuEvent, QEnterEvent, QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMenu, QSizePolicy, QWidget

from ui.document import Document
from ui.theme.look import look
from ui.theme.tokens import RADIUS_CONTROL
from ui.widgets import IconButton
from ui.widgets.painting.shapes import round_rect
from ui.widgets.painting.tiles import paint_draft_tile
from workbook.edits.drafts import letter_of

MOST_TABS = 4
LONGEST_TAB = 200


class DraftTab(QAbstractButton):
    """One draft: its letter and name."""

    menu_wanted = Signal(object)
    rename_wanted = Signal()

    def __init__(self, letter: str, name: str, *, chosen: bool, opens_list: bool = False) -> None:
        super().__init__()
        self.letter = letter
        self.opens_list = opens_list
        self.setText(name)
        self.setCheckable(True)
        self.setChecked(chosen)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"Draft {letter}: {name}")
        self.setAccessibleDescription("Opens the list of drafts." if opens_list else "Shows this draft.")
        self.setToolTip(name)

    def sizeHint(self) -> QSize:
        """As wide as its name, within reason."""
        px = look().px
        text = QFontMetrics(look().font("body_strong")).horizontalAdvance(self.text())
        extra = 68 if self.opens_list else 50
        return QSize(min(text + px(extra), px(LONGEST_TAB)), px(34))

    def minimumSizeHint(self) -> QSize:
        """At least the letter stays."""
        return QSize(look().px(48), look().px(34))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The draft one is in is outlined and its letter is solid."""
        here = look()
        px = here.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        if self.isChecked():
            round_rect(painter, whole, px(RADIUS_CONTROL), here.colour("surface"), here.colour("edge"))
        elif self.underMouse():
            round_rect(painter, whole, px(RADIUS_CONTROL), here.colour("hover"))
        tile = QRectF(px(10), (self.height() - px(20)) / 2, px(20), px(20))
        paint_draft_tile(painter, tile, self.letter, here, "current" if self.isChecked() else "other")
        painter.setPen(here.colour("text" if self.isChecked() else "muted"))
        painter.setFont(here.font("body_strong" if self.isChecked() else "body"))
        room = self.width() - px(36) - px(26 if self.opens_list else 8)
        text = QRectF(px(36), 0, room, self.height())
        shown = _shortened(self.text(), painter.fontMetrics(), int(room))
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        if self.opens_list:
            painter.drawPixmap(
                int(self.width() - px(26)), int((self.height() - px(16)) / 2), here.icon("chevron-down")
            )

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click renames."""
        del event
        self.rename_wanted.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with this draft."""
        self.menu_wanted.emit(event.globalPos())

    def enterEvent(self, event: QEnterEvent) -> None:
        """Redraw for the hover fill."""
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Redraw without it."""
        self.update()
        super().leaveEvent(event)


def _shortened(name: str, metrics: QFontMetrics, room: int) -> str:
    """As much of a name as there is room for; what stands in brackets at its end stays: "(envisaged)"."""
    head, bracket, said = name.rpartition(" (")
    kept = f"{bracket}{said}" if bracket and said.endswith(")") else ""
    left = room - metrics.horizontalAdvance(kept)
    if not kept or left < metrics.horizontalAdvance("…"):
        return metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)
    return metrics.elidedText(head, Qt.TextElideMode.ElideRight, left) + kept


class DraftTabs(QWidget):
    """The draft switcher. Adding, renaming and the rest are asked of the window."""

    chosen = Signal(str)
    rename_wanted = Signal()
    menu_wanted = Signal(object)

    def __init__(self, document: Document, add: Callable[[QWidget], object]) -> None:
        super().__init__()
        self._document = document
        self._add = add
        self._shown: tuple[object, ...] = ()
        self.is_narrow = False
        self.setAccessibleName("Drafts")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        look().changed.connect(self._rebuild)
        self.refresh()

    def refresh(self) -> None:
        """Show the drafts there are; nothing happens while they, and which is chosen, stay the same."""
        drafts = self._document.workbook.drafts
        draft = self._document.draft
        shown = (*((each.id, each.name) for each in drafts), draft and draft.id, self.is_narrow)
        if shown != self._shown:
            self._shown = shown
            self._rebuild()

    def _rebuild(self) -> None:
        had_focus = self.focusWidget() is not None and self.isAncestorOf(self.focusWidget())
        while (item := self._row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()  # it goes only when the event loop comes round
                widget.deleteLater()
        self._row.setSpacing(look().px(4))
        tabs = self._tabs()
        for tab in tabs:
            self._row.addWidget(tab)
        add = IconButton("plus", "Add a draft")
        add.clicked.connect(lambda: self._add(add))
        self._row.addWidget(add)
        self._row.addStretch(1)
        if had_focus:
            next((tab for tab in tabs if tab.isChecked()), add).setFocus()

    def _tabs(self) -> list[DraftTab]:
        workbook, current = self._document.workbook, self._document.draft
        if current is None:
            return []
        if self.is_narrow or len(workbook.drafts) > MOST_TABS:
            tab = DraftTab(
                letter_of(workbook, current.id), current.name or current.id, chosen=True, opens_list=True
            )
            tab.clicked.connect(lambda: self._open_list(tab))
            self._wire(tab, current.id)
            return [tab]
        tabs = []
        for draft in workbook.drafts:
            is_chosen = draft.id == current.id
            tab = DraftTab(letter_of(workbook, draft.id), draft.name or draft.id, chosen=is_chosen)
            tab.clicked.connect(lambda _=False, key=draft.id: self._choose(key))
            self._wire(tab, draft.id)
            tabs.append(tab)
        return tabs

    def _wire(self, tab: DraftTab, draft_id: str) -> None:
        tab.rename_wanted.connect(lambda: self._ask(draft_id, self.rename_wanted))
        tab.menu_wanted.connect(lambda where: self._ask(draft_id, self.menu_wanted, where))

    def _ask(self, draft_id: str, signal: SignalInstance, *what: object) -> None:
        """What is done to a draft is done to the one that is looked at, so look at it first."""
        self.chosen.emit(draft_id)
        signal.emit(*what)

    def _choose(self, draft_id: str) -> None:
        self.chosen.emit(draft_id)
        self._shown = ()
        self.refresh()

    def _open_list(self, tab: DraftTab) -> None:
        tab.setChecked(True)
        menu = QMenu(self)
        workbook = self._document.workbook
        for draft in workbook.drafts:
            letter = letter_of(workbook, draft.id)
            action = menu.addAction(f"{letter}  {draft.name or draft.id}".replace("&", "&&"))
            action.triggered.connect(lambda _=False, key=draft.id: self.chosen.emit(key))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(tab.mapToGlobal(tab.rect().bottomLeft()))
