"""Which columns there are: their tiles, and behind "+" the list of all drafts and cases with check marks."""

from collections.abc import Callable, Sequence
from typing import TypeGuard

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QWidget

from ui.pages.compare.drawing import paint_head_tile
from ui.pages.compare.measures import ColumnHead
from ui.theme.look import look
from ui.theme.tokens import CONTROL, RADIUS_CONTROL
from ui.widgets import describe, set_ring
from ui.widgets.painting import round_rect

LABEL = "Columns"
TILE, GAP, PADDING, PLUS = 22, 6, 8, 16
MOST_TILES = 9


class StayingMenu(QMenu):
    """A menu of check marks: switching one leaves it open, for the next."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Switch what was clicked."""
        action = self.actionAt(event.position().toPoint())
        if _can_be_switched(action):
            action.trigger()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space switch what the keyboard is on."""
        action = self.activeAction()
        keys = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
        if event.key() in keys and _can_be_switched(action):
            action.trigger()
        else:
            super().keyPressEvent(event)


def _can_be_switched(action: QAction | None) -> TypeGuard[QAction]:
    """Qt says an action is always there; over nothing it is not."""
    return action is not None and action.isCheckable() and action.isEnabled()


class ColumnsButton(QAbstractButton):
    """The tiles of the columns and a plus sign, in one thing to hit. `switched`: a column is (un)wanted."""

    switched = Signal(str, bool)
    reset_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._heads: tuple[ColumnHead, ...] = ()
        self._offered: Callable[[], Sequence[tuple[ColumnHead, bool]]] = tuple
        self.setText(LABEL)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        set_ring(self)
        self.clicked.connect(self.open_menu)
        look().changed.connect(self.updateGeometry)

    def show_columns(
        self, heads: tuple[ColumnHead, ...], offered: Callable[[], Sequence[tuple[ColumnHead, bool]]]
    ) -> None:
        """Show these as columns; `offered` says, when the list is opened, what there is and what is shown."""
        self._offered = offered
        if heads != self._heads:
            self._heads = heads
            names = ", ".join(head.name for head in heads)
            describe(self, f"{LABEL}: {names}", "Opens the list of drafts and cases to compare.")
            self.setToolTip("Choose what is compared")
            self.updateGeometry()
            self.update()

    def open_menu(self) -> None:
        """Offer everything there is. The anchor, first of all, cannot be left out."""
        menu = StayingMenu(self)
        menu.setAccessibleName(LABEL)
        offered = self._offered()
        was_draft = True
        for place, (head, is_shown) in enumerate(offered):
            if was_draft and head.letter is None:
                menu.addSeparator()
            was_draft = head.letter is not None
            words = head.name if head.letter is None else f"{head.letter}  {head.name}"
            action = menu.addAction(words.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(is_shown)
            if place == 0:
                action.setEnabled(False)
                action.setText(f"{action.text()} (compared with)")
            action.toggled.connect(lambda on, key=head.id: self.switched.emit(key, on))
        menu.addSeparator()
        usual = menu.addAction("The usual columns")
        usual.triggered.connect(lambda _=False: self.reset_wanted.emit())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, as Space does."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Room for the label, the tiles and the plus."""
        px = look().px
        tiles = min(len(self._heads), MOST_TILES)
        width = (
            self._label_width() + tiles * px(TILE + GAP) + self._more_width() + px(PLUS + 2 * PADDING + GAP)
        )
        return QSize(round(width), px(CONTROL))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Label, tiles, plus."""
        del event
        here, px = look(), look().px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            round_rect(painter, QRectF(self.rect()), px(RADIUS_CONTROL), here.colour("hover"))
        painter.setFont(here.font("secondary"))
        painter.setPen(here.colour("muted"))
        left = float(px(PADDING))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(left, 0, self.width(), self.height()), flags, LABEL)
        left += self._label_width()
        for place, head in enumerate(self._heads[:MOST_TILES]):
            tile = QRectF(left, (self.height() - px(TILE)) / 2, px(TILE), px(TILE))
            paint_head_tile(painter, tile, head, is_anchor=place == 0)
            left += px(TILE + GAP)
        if self._more():
            painter.setFont(here.font("secondary"))
            painter.setPen(here.colour("muted"))
            painter.drawText(QRectF(left, 0, self.width(), self.height()), flags, self._more())
            left += self._more_width()
        sign = QRectF(left + px(GAP) / 2, (self.height() - px(PLUS)) / 2, px(PLUS), px(PLUS))
        here.paint_icon(painter, sign, "plus", "muted")

    def _label_width(self) -> float:
        return QFontMetricsF(look().font("secondary")).horizontalAdvance(LABEL) + look().px(10)

    def _more(self) -> str:
        more = len(self._heads) - MOST_TILES
        return f"and {more} more" if more > 0 else ""

    def _more_width(self) -> float:
        words = self._more()
        return (
            QFontMetricsF(look().font("secondary")).horizontalAdvance(words) + look().px(GAP) if words else 0
        )


def words_menu(parent: QWidget, heads: Sequence[ColumnHead], chosen: str | None) -> QMenu:
    """The columns, of which one is put into words beside the anchor. The action's data is its id."""
    menu = QMenu(parent)
    menu.setAccessibleName("In words with")
    for head in heads:
        action = menu.addAction(head.name.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(head.id == chosen)
        action.setData(head.id)
    menu.aboutToHide.connect(menu.deleteLater)
    return menu
