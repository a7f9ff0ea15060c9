"""The steps down the left, in walking order and four groups, each with how far it has come."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.page import Group, Page
from ui.theme.look import look
from ui.theme.tokens import RADIUS_CONTROL
from ui.widgets import Sentence
from ui.widgets.laid_out import nest
from ui.widgets.painting.shapes import round_rect
from ui.widgets.painting.step_mark import paint_step_mark
from ui.widgets.scroll_area import ScrollArea
from workbook.analysis.completeness import State

WIDTH = 200
IN_WORDS: Mapping[State, str] = {"empty": "empty", "begun": "begun", "complete": "complete"}


class StepButton(QAbstractButton):
    """One step: a mark for its state, or an icon where it has none, and its name."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page
        self.state: State | None = None
        self.done = 0.0
        self.setText(page.title)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._name()

    def show_state(self, state: State | None, done: float) -> None:
        """How far the step has come: its state, and the share (0-1) of what it asks for that is there."""
        if (state, done) != (self.state, self.done):
            self.state, self.done = state, done
            self._name()
            self.update()

    def sizeHint(self) -> QSize:
        """One line of the list."""
        return QSize(look().px(WIDTH - 16), look().px(31))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Selection is a neutral fill and weight; keyboard focus a ring."""
        here = look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        if self.isChecked() or self.underMouse():
            fill = here.colour("selected" if self.isChecked() else "hover")
            edge = here.colour("selected_edge") if self.isChecked() else None
            round_rect(painter, whole, here.px(RADIUS_CONTROL), fill, edge, 2)
        mark = QRectF(here.px(12), (self.height() - here.px(16)) / 2, here.px(16), here.px(16))
        if self.state is None:
            token = "text" if self.isChecked() else "muted"
            painter.drawPixmap(QPointF(mark.topLeft()), here.icon(self.page.icon, token, 16))
        else:
            paint_step_mark(painter, mark, self.done, here, "text" if self.isChecked() else "muted")
        painter.setPen(here.colour("text"))
        painter.setFont(here.font("body_strong" if self.isChecked() else "body"))
        text = QRectF(here.px(35), 0, self.width() - here.px(39), self.height())
        shown = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, int(text.width()))
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Redraw for the hover fill."""
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Redraw without it."""
        self.update()
        super().leaveEvent(event)

    def _name(self) -> None:
        self.setAccessibleName(self.page.title)
        said = "" if self.state is None else f"This step is {IN_WORDS[self.state]}."
        self.setAccessibleDescription(said or "A page of the workbook.")


class StepList(ScrollArea):
    """All steps. Any can be visited at any time; nothing nags. With large text the list scrolls."""

    chosen = Signal(str)
    """The key of the page that the user wants to see."""

    def __init__(self, pages: tuple[Page, ...]) -> None:
        content = QWidget()
        super().__init__(content)
        self.setObjectName("steps")
        self.setAccessibleName("Steps")
        self._buttons = {page.key: StepButton(page) for page in pages}
        self._together = QButtonGroup(self)
        self._heads: list[QHBoxLayout] = []
        column = QVBoxLayout(content)
        self._column = column
        column.setSpacing(0)
        group = Group.START
        for page in pages:
            if page.group is not group and page.group.value:
                head = QHBoxLayout()
                head.addWidget(Sentence(page.group.value, "group", "muted"))
                self._heads.append(head)
                nest(column, head)
            group = page.group
            button = self._buttons[page.key]
            self._together.addButton(button)
            button.clicked.connect(lambda _=False, key=page.key: self.chosen.emit(key))
            column.addWidget(button)
        column.addStretch(1)
        self.verticalScrollBar().rangeChanged.connect(self._give_the_bar_room)
        look().changed.connect(self._fit)
        self._fit()

    def select(self, key: str) -> None:
        """Show which page is visible."""
        self._buttons[key].setChecked(True)
        self.ensureWidgetVisible(self._buttons[key], 0, self._buttons[key].height())

    def show_states(self, states: Mapping[str, tuple[State, float]]) -> None:
        """How far each step has come, by the key of its page; pages without a state keep their icon."""
        for key, button in self._buttons.items():
            state, done = states.get(key, (None, 0.0))
            button.show_state(state, done)

    def _fit(self) -> None:
        px = look().px
        self._give_the_bar_room()
        self._column.setContentsMargins(px(8), px(4), px(8), px(4))
        for head in self._heads:
            head.setContentsMargins(px(12), px(12), 0, px(4))
        for button in self._buttons.values():
            button.updateGeometry()

    def _give_the_bar_room(self) -> None:
        bar = self.verticalScrollBar()
        self.setFixedWidth(look().px(WIDTH) + (bar.sizeHint().width() if bar.maximum() else 0))
