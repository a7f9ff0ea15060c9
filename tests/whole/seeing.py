"""What someone in the last row would find fault with: checks of anything that is on the screen.

A `Sheet` is one plane of a window with its picture and its words; each check answers with its faults, in
words, so that a test only says that there are none.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QPainter, QRegion
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QScrollBar,
    QTextEdit,
    QWidget,
)

from tests.whole.painted_words import Words, visible_in, words_painted_on
from ui.theme.look import look
from ui.theme.tokens import PLATFORM_TOKENS
from ui.widgets import Button, CaseTile, ConfidenceDots, Figure, Glyph, IconButton, StepMark, WhyMark
from ui.widgets.laid_out import widgets_in

WORDS_LEAST, LARGE_LEAST, MARK_LEAST = 4.5, 3.0, 3.0
LARGE_PX, LARGE_BOLD_PX = 24, 19
TARGET = 24
SLACK = 1.5
"""Pixels that rounding may cost."""
AROUND = 2
COMMON = 0.25
"""A colour is part of the ground if it makes up so much of the line around a text."""
FEW = 4
SLIVER = 2.5
MOST_LINES = 200
MARKS = (Glyph, CaseTile, StepMark, ConfidenceDots, IconButton)
EFFECTS = ("gain", "loss")
REPEATS = {"FloatingHead"}
"""What shows a part of a table once more, and scrolls sideways with it."""
FIGURE = re.compile(r"\d\s*(%|parts?\b|of 100)")


class Sheet:
    """One plane of a window: what scrolls together, with a picture and the words of all of it."""

    def __init__(self, root: QWidget, ground: QColor | None = None) -> None:
        self.root = root
        self.widgets = visible_in(root, leave_out=_lies_elsewhere)
        self.words = words_painted_on(self.widgets)
        self.picture = _picture(root, ground)
        self._bits = memoryview(self.picture.constBits()).cast("B").cast("I")
        self._across = self.picture.bytesPerLine() // 4

    def place(self, words: Words, around: int = 0) -> QRectF:
        """Where a text is on this plane, with some room around it; what is cut off is not there."""
        rect = words.rect.adjusted(-around, -around, around, around) & QRectF(words.widget.rect())
        if words.clip is not None:
            rect &= words.clip
        return rect.translated(words.widget.mapTo(self.root, QPoint(0, 0)))

    def frame(self, rect: QRect) -> Counter[int]:
        """How often each colour occurs along the edge of a rectangle."""
        rect = rect & self.picture.rect()
        if rect.isEmpty():
            return Counter()
        found = Counter(self._row(rect.top(), rect))
        found.update(self._row(rect.bottom(), rect))
        for x in (rect.left(), rect.right()):
            begin = rect.top() * self._across + x
            found.update(self._bits[begin : begin + rect.height() * self._across : self._across])
        return found

    def colours(self, rect: QRect) -> Counter[int]:
        """How often each colour occurs in a rectangle; of a high one, in some of its lines."""
        rect = rect & self.picture.rect()
        found: Counter[int] = Counter()
        for y in range(rect.top(), rect.bottom() + 1, 1 + rect.height() // MOST_LINES):
            found.update(self._row(y, rect))
        return found

    def _row(self, y: int, rect: QRect) -> memoryview:
        begin = y * self._across + rect.left()
        return self._bits[begin : begin + rect.width()]


def sheets_of(window: QWidget) -> list[Sheet]:
    """The window itself, and every sheet that scrolls in it, whole."""
    found = [Sheet(window)]
    for area in window.findChildren(QScrollArea):
        body = area.widget()
        if body is not None and area.isVisible():
            ground, _ = found[0].frame(_rect_on(window, area.viewport())).most_common(1)[0]
            found.append(Sheet(body, QColor(ground & 0xFFFFFF)))
    return found


def name_of(widget: QWidget) -> str:
    """What to call a widget in a fault: its kind and its words."""
    text = getattr(widget, "text", None)
    written = text() if callable(text) else ""
    parent = widget.parentWidget()
    owner = f" in {type(parent).__name__}" if parent is not None else ""
    return f"{type(widget).__name__}{owner} “{(widget.accessibleName() or written)[:60]}”"


# ------------------------------------------------------------------------------------------------- contrast


def ratio(one: QColor, other: QColor) -> float:
    """The contrast of two colours, as WCAG 2 defines it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def faint_words(sheet: Sheet) -> Iterator[str]:
    """Texts that stand out too little from what is around them."""
    for words in sheet.words:
        if sheet.place(words).width() < min(words.rect.width(), SLIVER):
            continue  # the edge of a letter that changes colour where its ground does
        around = sheet.frame(sheet.place(words, AROUND).toRect())
        least = LARGE_LEAST if _is_large(words) else WORDS_LEAST
        for ground in _common(around):
            found = ratio(_laid_on(words.colour, ground), ground)
            if found < least:
                yield (
                    f"{name_of(words.widget)}: “{words.text}” {words.colour.name()} on {ground.name()} "
                    f"is {found:.2f}, less than {least}"
                )


def faint_marks(sheet: Sheet) -> Iterator[str]:
    """Signs whose strongest colour stands out too little from what they lie on."""
    for widget in sheet.widgets:
        if not isinstance(widget, MARKS) or not widget.isEnabled():
            continue
        colours = sheet.colours(_rect_on(sheet.root, widget).adjusted(-AROUND, -AROUND, AROUND, AROUND))
        ground, _ = sheet.frame(
            _rect_on(sheet.root, widget).adjusted(-AROUND, -AROUND, AROUND, AROUND)
        ).most_common(1)[0]
        there = [QColor(colour & 0xFFFFFF) for colour, count in colours.items() if count >= FEW]
        found = max(ratio(each, QColor(ground & 0xFFFFFF)) for each in there)
        if found < MARK_LEAST:
            yield f"{name_of(widget)}: its sign stands out by {found:.2f}, less than {MARK_LEAST}"


def mixed_meanings(sheet: Sheet) -> Iterator[str]:
    """Pictures that show platforms and effects at once: to some, these hues are the same."""
    platforms = {look().colour(token).rgb() & 0xFFFFFF for token in PLATFORM_TOKENS}
    effects = {look().colour(token).rgb() & 0xFFFFFF for token in EFFECTS}
    for widget in sheet.widgets:
        if widget is not sheet.root and not _children_of(widget):
            there = {colour & 0xFFFFFF for colour in sheet.colours(_rect_on(sheet.root, widget))}
            if there & platforms and there & effects:
                yield f"{name_of(widget)}: shows platforms and effects in one picture"


# ------------------------------------------------------------------------------------------- room for words


def clipped_words(sheet: Sheet) -> Iterator[str]:
    """Texts of which a part cannot be seen."""
    for words in sheet.words:
        cut = _cut(words)
        if cut:
            yield f"{name_of(words.widget)}: “{words.text}” is cut by {cut}"
    for widget in sheet.widgets:
        if isinstance(widget, QPlainTextEdit | QTextEdit) and _hides_lines(widget):
            yield f"{name_of(widget)}: lines are hidden, and it has no scroll bar"


def elided_words(sheet: Sheet) -> Iterator[str]:
    """Texts that were shortened, where nothing tells the rest."""
    for words in sheet.words:
        text = getattr(words.widget, "text", None)
        whole = text() if callable(text) else ""
        if "…" in words.text and words.text not in whole and not _says_the_rest(words):
            yield f"{name_of(words.widget)}: “{words.text}” is shortened, and no tooltip says the rest"


def words_upon_words(sheet: Sheet) -> Iterator[str]:
    """Texts that are painted over one another."""
    placed = [(sheet.place(words), words) for words in sheet.words]
    placed = sorted((each for each in placed if not each[0].isEmpty()), key=lambda each: each[0].top())
    for number, (rect, words) in enumerate(placed):
        for other, others in placed[number + 1 :]:
            if other.top() >= rect.bottom() - SLACK:
                break
            common = rect & other
            if common.width() > SLACK and common.height() > SLACK:
                yield f"{name_of(words.widget)}: “{words.text}” lies over “{others.text}”"


def siblings_overlap(sheet: Sheet) -> Iterator[str]:
    """Widgets of one layout that take one another's place."""
    for widget in sheet.widgets:
        layout = widget.layout()
        if layout is None:
            continue
        laid_out = [each for each in widgets_in(layout) if each.isVisibleTo(widget)]
        for number, one in enumerate(laid_out):
            for other in laid_out[number + 1 :]:
                common = _rect_on(widget, one) & _rect_on(widget, other)
                if min(common.width(), common.height()) > 1:
                    yield f"{name_of(one)} and {name_of(other)} overlap by {common.width()}x{common.height()}"


def sticks_out(sheet: Sheet) -> Iterator[str]:
    """Sheets wider than the place they scroll in, and widgets that leave the widget they stand in."""
    for area in sheet.root.findChildren(QScrollArea):
        body = area.widget()
        if body is None or not area.isVisibleTo(sheet.root):
            continue
        is_fixed = area.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if is_fixed and body.width() > area.viewport().width():
            room = area.viewport().width()
            yield f"{name_of(body)}: {body.width()} px wide where there is room for {room}"
    for widget in sheet.widgets:
        parent = widget.parentWidget()
        if widget is sheet.root or parent is None or _scrolls(parent):
            continue
        rect = widget.geometry()
        if not parent.rect().adjusted(-1, -1, 1, 1).contains(rect):
            outer = parent.rect()
            yield (
                f"{name_of(widget)}: ends at {rect.right()}, {rect.bottom()}; what it stands in, "
                f"at {outer.right()}, {outer.bottom()}"
            )


# --------------------------------------------------------------------------------------------- what it says


def unnamed_controls(sheet: Sheet) -> Iterator[str]:
    """What Tab stops at, and no screen reader can name."""
    for widget in sheet.widgets:
        if takes_tab(widget):
            interface = QAccessible.queryAccessibleInterface(widget)
            if not interface.text(QAccessible.Text.Name).strip():
                yield f"{name_of(widget)}: has no name"


def small_targets(sheet: Sheet) -> Iterator[str]:
    """What one clicks on, and would miss."""
    least = look().px(TARGET)
    for widget in sheet.widgets:
        is_target = isinstance(widget, QAbstractButton) or takes_tab(widget)
        if is_target and min(widget.width(), widget.height()) < least:
            yield f"{name_of(widget)}: {widget.width()}x{widget.height()}, less than {least}"


def unexplained_figures(sheet: Sheet) -> Iterator[str]:
    """Figures that do not answer "why this number?", neither themselves nor beside themselves."""
    for words in sheet.words:
        if FIGURE.search(words.text) and not _answers_why(words):
            yield f"{name_of(words.widget)}: “{words.text}” does not say why"


def several_primaries(sheet: Sheet) -> Iterator[str]:
    """More than one button that asks to be the next step."""
    loud = [each for each in sheet.widgets if isinstance(each, Button) and each.kind == "primary"]
    if len(loud) > 1:
        yield f"{len(loud)} primary buttons: {', '.join(map(name_of, loud))}"


Check = Callable[[Sheet], Iterable[str]]

CHECKS: tuple[Check, ...] = (
    faint_words,
    faint_marks,
    mixed_meanings,
    clipped_words,
    elided_words,
    words_upon_words,
    siblings_overlap,
    sticks_out,
    unnamed_controls,
    small_targets,
    unexplained_figures,
    several_primaries,
)


def faults(window: QWidget) -> list[str]:
    """All that all checks find."""
    return [
        f"{check.__name__}: {fault}"
        for sheet in sheets_of(window)
        for check in CHECKS
        for fault in dict.fromkeys(check(sheet))
    ]


def takes_tab(widget: QWidget) -> bool:
    """Whether Tab stops here. The text in a spin box stands for the box, which has the name."""
    has_focus = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not isinstance(
        widget.parentWidget(), QAbstractSpinBox
    )
    return bool(has_focus) and widget.isEnabled()


# ------------------------------------------------------------------------------------------- how it is done


def _picture(root: QWidget, ground: QColor | None) -> QImage:
    picture = QImage(root.size(), QImage.Format.Format_RGB32)
    if ground is None:
        picture = root.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    else:
        picture.fill(ground)
        painter = QPainter(picture)
        root.render(painter, QPoint(0, 0), QRegion(), QWidget.RenderFlag.DrawChildren)
        painter.end()
    return picture


def _lies_elsewhere(widget: QWidget) -> bool:
    """What scrolls is a sheet of its own; the focus ring lies over everything."""
    parent = widget.parentWidget()
    area = None if parent is None else parent.parentWidget()
    is_body = isinstance(area, QScrollArea) and area.widget() is widget
    return is_body or widget.objectName() == "focus_ring" or isinstance(widget, QScrollBar)


def _children_of(widget: QWidget) -> list[QWidget]:
    return [each for each in widget.children() if isinstance(each, QWidget) and each.isVisibleTo(widget)]


def _rect_on(root: QWidget, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(root, QPoint(0, 0)), widget.size())


def _luminance(colour: QColor) -> float:
    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)

    red, green, blue = (linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _common(around: Counter[int]) -> list[QColor]:
    total = sum(around.values())
    return [QColor(colour & 0xFFFFFF) for colour, count in around.items() if count >= COMMON * total]


def _laid_on(colour: QColor, ground: QColor) -> QColor:
    share = colour.alphaF()
    parts = zip(colour.getRgbF()[:3], ground.getRgbF()[:3], strict=True)  # type: ignore[index]
    return QColor.fromRgbF(*(share * over + (1 - share) * under for over, under in parts))


def _is_large(words: Words) -> bool:
    px = words.px / look().scale
    return px >= LARGE_PX or (words.is_bold and px >= LARGE_BOLD_PX)


def _cut(words: Words) -> str:
    """What cuts a text off; empty if nothing does."""
    view = _view_of(words.widget)
    if isinstance(view, QAbstractItemView):
        return _cut_in_cell(words, view)
    if type(words.widget).__name__ in REPEATS:
        return ""
    rect = words.rect
    is_field = isinstance(words.widget, QLineEdit)  # what is typed moves along in it
    if words.clip is not None and not _holds(words.clip, rect, sideways=not is_field):
        return "a clip"
    widget, step = words.widget, words.widget
    while True:
        if not _holds(QRectF(step.rect()), rect, sideways=not is_field):
            return "its own edge" if step is widget else f"the edge of {name_of(step)}"
        parent = step.parentWidget()
        if parent is None or step.isWindow() or _lies_elsewhere(step):
            return ""
        rect = rect.translated(step.pos())
        step = parent


def _cut_in_cell(words: Words, view: QAbstractItemView) -> str:
    """Cells may be scrolled out of view, and a sentence may go across several; but its row must hold it."""
    index = view.indexAt(words.rect.center().toPoint())
    place = words.rect if words.clip is None else words.rect & words.clip
    if not index.isValid() or place.isEmpty():
        return ""
    row = QRectF(view.visualRect(index))
    row.setLeft(0)
    row.setRight(words.widget.width())
    is_last = place.right() > row.right() - SLACK  # columns beyond it are scrolled to
    return "" if _holds(row, words.rect, sideways=not is_last) else "the edge of its row"


def _view_of(widget: QWidget) -> QWidget | None:
    parent = widget.parentWidget()
    is_viewport = isinstance(parent, QAbstractScrollArea) and parent.viewport() is widget
    return parent if is_viewport else None


def _holds(outer: QRectF, inner: QRectF, *, sideways: bool) -> bool:
    if inner.top() < outer.top() - SLACK or inner.bottom() > outer.bottom() + SLACK:
        return False
    return not sideways or (inner.left() >= outer.left() - SLACK and inner.right() <= outer.right() + SLACK)


def _hides_lines(field: QPlainTextEdit | QTextEdit) -> bool:
    is_off = field.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    return is_off and field.verticalScrollBar().maximum() > 0


def _says_the_rest(words: Words) -> bool:
    """A tooltip does, or what a picture says of itself in words."""
    view = _view_of(words.widget)
    if isinstance(view, QAbstractItemView):
        index = view.indexAt(words.rect.center().toPoint())
        return bool(index.data(Qt.ItemDataRole.ToolTipRole))
    beginning = words.text.partition("…")[0].strip()
    return bool(words.widget.toolTip()) or beginning in words.widget.accessibleDescription()


def _scrolls(widget: QWidget) -> bool:
    return _view_of(widget) is not None


def _answers_why(words: Words) -> bool:
    widget = words.widget
    view = _view_of(widget)
    if isinstance(view, QAbstractItemView):
        index = view.indexAt(words.rect.center().toPoint())
        described = index.data(Qt.ItemDataRole.AccessibleDescriptionRole)
        return "why" in str(described or "")
    step: QWidget | None = widget
    for _ in range(3):
        if step is None:
            return False
        if _asks(step) or any(_asks(each) and each.isVisibleTo(step) for each in step.findChildren(QWidget)):
            return True
        step = step.parentWidget()
    return False


def _asks(widget: QWidget) -> bool:
    return isinstance(widget, Figure | WhyMark) or "why" in widget.accessibleDescription().lower()
