"""All eight dimensions below each other, with what each case shares with the draft."""

from collections.abc import Sequence
from itertools import pairwise
from types import MappingProxyType

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from ui.document import Document
from ui.pages.dimensions.rows import DimensionRow, RowContent, places
from ui.pages.dimensions.wording import in_words
from ui.requests import Requests
from ui.theme.look import look
from ui.widgets import Button, CaseTile, FlowLayout, Glyph, Painted, Sentence, describe, set_ring
from ui.widgets.laid_out import nest
from ui.widgets.painting import SIGNS, case_letters, paint_case_tile, paint_shared_bar
from ui.widgets.painting.lines import wrapped
from workbook.analysis.subject import Subject, draft_subject
from workbook.edits.drafts import letter_of
from workbook.library.loader import load
from workbook.model.draft import Draft
from workbook.model.vocabulary import DIMENSIONS, DimensionId

MOST_CASES = 3
SHARED = "Solid: shared with this draft"
WHOLE = MappingProxyType({"resource_dependence": 1.0})
HALF = MappingProxyType({"resource_dependence": 0.5, "social_issue": 0.5})


class AllEight(QWidget):
    """Key, head and rows. A row opens its card; the head of a case says why it is so alike."""

    opened = Signal(str)
    entered = Signal(str)
    """A dimension is in hand."""

    def __init__(self, document: Document, requests: Requests) -> None:
        super().__init__()
        self._document = document
        self._requests = requests
        self._cases: tuple[Subject, ...] = ()
        self._wanted: tuple[str, ...] = ()
        self._key = Key()
        self.more = Button("Other cases", "ghost", "chevron-down")
        describe(self.more, "Other cases", "Chooses which three cases stand beside the draft.")
        self.more.clicked.connect(self._open_menu)
        self.head = Head()
        self.head.why_wanted.connect(self._explain_case)
        self.rows = {each: DimensionRow(each, place) for place, each in enumerate(DIMENSIONS, 1)}
        self._top = QHBoxLayout()
        self._top.addWidget(self._key, 1)
        self._top.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        nest(column, self._top)
        column.addWidget(self.head)
        for dimension, row in self.rows.items():
            column.addWidget(row)
            row.clicked.connect(lambda _=False, key=dimension: self.opened.emit(key))
            row.entered.connect(lambda key=dimension: self.entered.emit(key))
            row.why_wanted.connect(lambda key=dimension: self._explain(key))

    def refresh(self, cases: tuple[Subject, ...]) -> None:
        """Show the draft's positions and the cases'."""
        draft = self._document.draft
        if draft is None:
            return
        self._cases = cases
        beside = self._beside()
        self.more.setVisible(len(cases) > MOST_CASES)
        self._key.show_cases(beside)
        letter = letter_of(self._document.workbook, draft.id)
        self.head.show_columns(f"Draft {letter}, {draft.name}" if draft.name else f"Draft {letter}", beside)
        self._order_tabs(beside)
        subject = draft_subject(draft)
        for dimension, row in self.rows.items():
            row.show_content(_content(draft, subject, dimension, beside))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the head of the table has no room for it, the key explains the solid part."""
        super().resizeEvent(event)
        self._key.shared.setVisible(places(self.width(), 0).is_narrow)

    def _beside(self) -> tuple[Subject, ...]:
        """The cases that are shown: those chosen, as far as they are still there, else the first three."""
        chosen = tuple(case for case in self._cases if case.id in self._wanted)
        return chosen or self._cases[:MOST_CASES]

    def _order_tabs(self, beside: tuple[Subject, ...]) -> None:
        """The heads of the cases come before the rows, though they are made later."""
        heads = [self.head.button(case.id) for case in beside]
        walk: list[QWidget] = [self.more, *heads, *self.rows.values()]
        if heads and self.more.nextInFocusChain() is not heads[0]:
            for one, other in pairwise(walk):
                QWidget.setTabOrder(one, other)

    def _open_menu(self) -> None:
        menu = QMenu(self)
        shown = [case.id for case in self._beside()]
        for case in self._cases:
            action = menu.addAction(case.name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(case.id in shown)
            action.setEnabled(case.id in shown or len(shown) < MOST_CASES)
            action.toggled.connect(lambda is_on, key=case.id: self._choose(key, shown, is_on=is_on))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _choose(self, case_id: str, shown: Sequence[str], *, is_on: bool) -> None:
        rest = tuple(each for each in shown if each != case_id)
        self._wanted = (*rest, case_id) if is_on else rest
        self.refresh(self._cases)

    def _explain(self, dimension: DimensionId) -> None:
        draft = self._document.draft
        if draft is not None:
            readings = self._document.findings.design(draft).profile.dimensions
            self._requests.explain(readings[DIMENSIONS.index(dimension)].finding, self.rows[dimension])

    def _explain_case(self, case_id: str) -> None:
        draft = self._document.draft
        if draft is not None:
            comparison = self._document.findings.comparison(
                self._document.workbook, (draft.id,), tuple(case.id for case in self._beside())
            )
            self._requests.explain(comparison.pair(draft.id, case_id).finding, self.head.button(case_id))


class Key(QWidget):
    """What the signs mean: platforms, cases, and the solid part of a bar."""

    def __init__(self) -> None:
        super().__init__()
        self._flow = FlowLayout(self, 16, 6)
        self.shared = _entry(SharedSample(), SHARED)
        self.shared.setParent(self)
        self.shared.hide()
        self._shown: tuple[str, ...] | None = None

    def show_cases(self, cases: tuple[Subject, ...]) -> None:
        """Name the cases beside the platforms."""
        shown = tuple(case.name for case in cases)
        if shown == self._shown:
            return
        self._shown = shown
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget is not self.shared:
                widget.hide()
                widget.deleteLater()
        for sign in SIGNS:
            self._flow.addWidget(_entry(Glyph(sign.id, 16), sign.short))
        for case in cases:
            self._flow.addWidget(_entry(CaseTile(case.id, 16, case_letters(case.name)), case.name))
        self._flow.addWidget(self.shared)


class SharedSample(Painted):
    """A bar half of which is solid."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A small bar."""
        return QSize(look().px(30), look().px(10))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Half of it is shared."""
        paint_shared_bar(QPainter(self), QRectF(self.rect()), WHOLE, HALF, look())


class CaseHead(QAbstractButton):
    """The head of a case's column: its tile. It answers why the case is so alike."""

    def __init__(self, case: Subject) -> None:
        super().__init__()
        self._case_id, self._letters = case.id, case_letters(case.name)
        self.setText(case.name)
        describe(self, case.name, "Why is it so alike? Enter or F1 says so.")
        self.setToolTip(f"{case.name}: why is it so alike?")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_ring(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and F1 ask, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F1):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The tile, and a sign that it can be asked."""
        here = look()
        painter = QPainter(self)
        side = here.px(22)
        tile = QRectF(0, (self.height() - side) / 2, side, side)
        paint_case_tile(painter, tile, self._case_id, here, self._letters)
        token = "text" if self.underMouse() else "muted"
        mark = here.px(15)
        at = QRectF(side + here.px(5), (self.height() - mark) / 2, mark, mark)
        here.paint_icon(painter, at, "circle-question-mark", token)


class Head(QWidget):
    """The head of the table, on the same columns as the rows."""

    why_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._draft = ""
        self._buttons: dict[str, CaseHead] = {}
        self._names: tuple[tuple[str, str], ...] = ()
        look().changed.connect(self._fit)
        self._fit()

    def button(self, case_id: str) -> CaseHead:
        """The head of a case's column."""
        return self._buttons[case_id]

    def show_columns(self, draft: str, cases: tuple[Subject, ...]) -> None:
        """Name the columns."""
        self._draft = draft
        self.setAccessibleName(f"Columns: {draft}, {', '.join(case.name for case in cases)}")
        names = tuple((case.id, case.name) for case in cases)
        if names != self._names:
            self._names = names
            for button in self._buttons.values():
                button.hide()
                button.deleteLater()
            self._buttons = {}
            for case in cases:
                button = CaseHead(case)
                button.setParent(self)
                button.clicked.connect(lambda _=False, key=case.id: self.why_wanted.emit(key))
                button.show()
                self._buttons[case.id] = button
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The columns move with the width."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The draft's name over its bars; a line below."""
        here = look()
        painter = QPainter(self)
        where = places(self.width(), len(self._buttons))
        painter.setPen(here.colour("text"))
        self._write(painter, where.draft, self._draft, "label")
        if self._buttons and not where.is_narrow:
            sample = QRectF(where.text.left(), self.height() / 2 - here.px(7), here.px(30), here.px(10))
            paint_shared_bar(painter, sample, WHOLE, HALF, here)
            painter.setPen(here.colour("muted"))
            self._write(painter, where.text.adjusted(here.px(38), 0, 0, 0), SHARED, "group")
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), here.colour("edge"))

    def _write(self, painter: QPainter, column: QRectF, words: str, role: str) -> None:
        font = look().font(role)
        shown = wrapped(words, font, column.width(), 1)
        box = QRectF(column.left(), 0, column.width(), self.height() - look().px(4))
        painter.setFont(font)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown[0] if shown else "")

    def _fit(self) -> None:
        self.setFixedHeight(look().px(32))
        where = places(self.width(), len(self._buttons))
        high = look().px(28)
        for button, column in zip(self._buttons.values(), where.cases, strict=True):
            button.setGeometry(round(column.left()), 2, min(round(column.width()), look().px(48)), high)
        self.update()


def _content(
    draft: Draft, subject: Subject, dimension: DimensionId, cases: tuple[Subject, ...]
) -> RowContent:
    position = draft.dimensions.positions()[dimension]
    framework = load().dimension(dimension)
    is_open = not position.is_characterised
    says = position.characterisation or (f"Still open. {framework.question}" if is_open else "")
    return RowContent(
        name=framework.name,
        says=says,
        is_open=is_open,
        shares=subject.shares[dimension],
        words="Not yet placed" if is_open else in_words(subject, dimension),
        cases=tuple((case.name, case.shares[dimension]) for case in cases),
    )


def _entry(sign: QWidget, words: str) -> QWidget:
    entry = QWidget()
    row = QHBoxLayout(entry)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(look().px(7))
    row.addWidget(sign)
    row.addWidget(Sentence(words, "group", "muted"))
    return entry
