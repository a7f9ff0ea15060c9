# ruff: noqa: N802 - Qt names its virtual methods
"""What is written on a widget, read while it paints: every text with its place, its colour and its clip.

A widget is painted on a device that shows nothing and writes down each text that is drawn. So labels, fields,
table cells and whatever paints itself are read alike.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, QRectF, QSize
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPaintDevice,
    QPaintEngine,
    QPaintEngineState,
    QRegion,
    QTextItem,
    QTransform,
)
from PySide6.QtWidgets import QWidget

Dirty = QPaintEngine.DirtyFlag
Metric = QPaintDevice.PaintDeviceMetric
DOTS_PER_INCH = 96
ONE_TO_ONE = 65536
BOLD = 600


@dataclass(frozen=True)
class Words:
    """One text as it was drawn. Places are in the coordinates of the widget."""

    widget: QWidget
    text: str
    rect: QRectF
    """From the beginning of the first letter to the end of the last, from the capitals to the base line."""
    colour: QColor
    clip: QRectF | None
    px: float
    is_bold: bool


@dataclass
class _Page:
    """What an engine writes down."""

    widget: QWidget
    words: list[Words] = field(default_factory=list)


class _Reader(QPaintEngine):
    """Draws nothing and notes every text."""

    def __init__(self) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.page: _Page | None = None
        self._transform = QTransform()
        self._colour = QColor()
        self._opacity = 1.0
        self._clip: QRectF | None = None

    def begin(self, device: QPaintDevice) -> bool:
        """Every painter begins anew."""
        del device
        self._transform, self._clip, self._opacity = QTransform(), None, 1.0
        return True

    def end(self) -> bool:
        """Nothing is left to do."""
        return True

    def type(self) -> QPaintEngine.Type:
        """None of Qt's."""
        return QPaintEngine.Type.User

    def updateState(self, state: QPaintEngineState) -> None:
        """Remember what the next text is drawn with."""
        dirty = state.state()
        if dirty & Dirty.DirtyTransform:
            self._transform = state.transform()
        if dirty & Dirty.DirtyPen:
            self._colour = state.pen().color()
        if dirty & Dirty.DirtyOpacity:
            self._opacity = state.opacity()
        if dirty & (Dirty.DirtyClipRegion | Dirty.DirtyClipPath | Dirty.DirtyClipEnabled):
            region = state.clipRegion()
            is_clipped = state.isClipEnabled() and not region.isEmpty()
            self._clip = QRectF(self._transform.mapRect(region.boundingRect())) if is_clipped else None

    def drawTextItem(self, at: QPointF, item: QTextItem) -> None:  # type: ignore[override] # it is always that
        """Note it."""
        if self.page is None or not item.text().strip():
            return
        font = item.font()
        height = QFontMetricsF(font).capHeight()
        # A PySide point, not the one that was handed in: Qt reuses its memory.
        rect = QRectF(at.x(), at.y() - height, item.width(), height)
        colour = QColor(self._colour)
        colour.setAlphaF(colour.alphaF() * self._opacity)
        self.page.words.append(
            Words(
                self.page.widget,
                item.text(),
                self._transform.mapRect(rect),
                colour,
                self._clip,
                font.pixelSize() if font.pixelSize() > 0 else font.pointSizeF() * DOTS_PER_INCH / 72,
                font.weight() >= BOLD,
            )
        )

    # What is not text. Qt's own versions of these would hand them on to one another.

    def drawPath(self, *_: object) -> None:
        """Not text."""

    def drawPixmap(self, *_: object) -> None:
        """Not text."""

    def drawImage(self, *_: object, **__: object) -> None:
        """Not text."""

    def drawTiledPixmap(self, *_: object) -> None:
        """Not text."""

    def drawPolygon(self, *_: object) -> None:
        """Not text."""

    def drawRects(self, *_: object) -> None:
        """Not text."""

    def drawLines(self, *_: object) -> None:
        """Not text."""

    def drawEllipse(self, *_: object) -> None:
        """Not text."""

    def drawPoints(self, *_: object) -> None:
        """Not text."""


class _Paper(QPaintDevice):
    """A device of some size, at one dot for each pixel."""

    def __init__(self, size: QSize) -> None:
        super().__init__()
        self.reader = _Reader()
        self._metrics: dict[Metric, int] = {
            Metric.PdmWidth: size.width(),
            Metric.PdmHeight: size.height(),
            Metric.PdmDpiX: DOTS_PER_INCH,
            Metric.PdmDpiY: DOTS_PER_INCH,
            Metric.PdmPhysicalDpiX: DOTS_PER_INCH,
            Metric.PdmPhysicalDpiY: DOTS_PER_INCH,
            Metric.PdmDepth: 32,
            Metric.PdmNumColors: 1 << 24,
            Metric.PdmDevicePixelRatio: 1,
            Metric.PdmDevicePixelRatioScaled: ONE_TO_ONE,
        }

    def paintEngine(self) -> QPaintEngine:
        """The one that reads."""
        return self.reader

    def metric(self, metric: Metric) -> int:
        """What Qt asks about the paper."""
        return self._metrics.get(metric, 0)


def words_painted_on(widgets: list[QWidget]) -> list[Words]:
    """All that is written on these widgets, each painted for itself, without its children."""
    paper = _Paper(QSize(1 << 14, 1 << 14))
    found: list[Words] = []
    for widget in widgets:
        paper.reader.page = page = _Page(widget)
        widget.render(paper, QPoint(0, 0), QRegion(), QWidget.RenderFlag(0))
        found += page.words
    return found


def visible_in(root: QWidget, *, leave_out: Callable[[QWidget], bool] = lambda _: False) -> list[QWidget]:
    """The root and all widgets on it that are to be seen, were the window only large enough."""
    found = [root]
    for child in _children(root):
        if child.isVisibleTo(root) and not child.isWindow() and not leave_out(child) and _has_room(child):
            found += visible_in(child, leave_out=leave_out)
    return found


def _children(root: QObject) -> list[QWidget]:
    return [child for child in root.children() if isinstance(child, QWidget)]


def _has_room(widget: QWidget) -> bool:
    rect: QRect = widget.rect()
    return rect.width() > 0 and rect.height() > 0
