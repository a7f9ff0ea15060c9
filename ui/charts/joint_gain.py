"""The map of joint gain: how well off whoever is worst off is, against the total of all parties."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from ui.charts.net_table import Effect
from ui.charts.spots import Spot
from ui.theme.look import Look
from ui.theme.tokens import RADIUS_CELL
from ui.widgets.painting.lines import wrapped
from ui.widgets.painting.shapes import round_rect

PLOT, DOT, EDGE = 156, 13, 18
LABEL_GAP, WIDEST_LABEL = 8, 190
NOBODY, SOMEBODY = "nobody is worse off", "somebody loses"
ACROSS = "total gain, small to large"
KEY = (("no listed scenario beats it", False), ("beaten by another", True))


@dataclass(frozen=True)
class Dot:
    """A scenario: from low to high on both axes while it is open. `is_beaten`: by another listed one."""

    key: str
    said: str
    name: str
    total: tuple[float, float]
    worst: tuple[float, float]
    effect: Effect
    is_beaten: bool

    @property
    def is_open(self) -> bool:
        """Whether it is a span and no point."""
        return self.total[0] != self.total[1] or self.worst[0] != self.worst[1]


@dataclass(frozen=True)
class Label:
    """A name beside its dot."""

    rect: QRectF
    words: str


@dataclass(frozen=True)
class Placed:
    """A dot on the map: one end, or two while it is open."""

    dot: Dot
    ends: tuple[QPointF, ...]
    label: Label | None


@dataclass(frozen=True)
class JointGain:
    """Up: the net value of whoever is worst off. To the right: the sum of all parties' net values."""

    dots: tuple[Dot, ...]
    title: str = "Joint gain: worst-off party against total"
    natural_width: float = 520

    @property
    def text(self) -> str:
        """Each scenario, a line each."""
        beaten = {False: "No listed scenario beats it.", True: "Another scenario beats it."}
        return "\n".join(f"{dot.said} {beaten[dot.is_beaten]}" for dot in self.dots)

    def height_for(self, width: float, look: Look) -> float:
        """The plot, the name of its axis, and the key."""
        return float(look.px(PLOT) + look.line_height("citation") + _key_height(width, look) + look.px(8))

    def paint(self, painter: QPainter, rect: QRectF, look: Look) -> None:
        """Draw it into a rectangle."""
        paint_joint_gain(painter, rect, self, look)

    def spots(self, rect: QRectF, look: Look) -> Sequence[Spot]:
        """Every dot, at its better end."""
        size = look.px(24)
        return [
            Spot(each.dot.key, QRectF(end.x() - size / 2, end.y() - size / 2, size, size), each.dot.said)
            for each in place(self, rect, look)
            for end in each.ends[-1:]
        ]


def plot_of(rect: QRectF, look: Look) -> QRectF:
    """Where the dots lie."""
    return QRectF(rect.left(), rect.top(), rect.width(), look.px(PLOT))


def zero_line(data: JointGain, plot: QRectF, look: Look) -> float:
    """Where whoever is worst off is as well off as without an agreement."""
    return _scaled(0.0, _range([end for dot in data.dots for end in dot.worst]), plot, look)


def place(data: JointGain, rect: QRectF, look: Look) -> list[Placed]:
    """Dots first, then names wherever they cover nothing; a name without room is said when pointed at."""
    plot = plot_of(rect, look)
    across = _range([end for dot in data.dots for end in dot.total])
    up = _range([end for dot in data.dots for end in dot.worst])
    edge = look.px(EDGE)
    points: list[tuple[QPointF, ...]] = []
    for dot in data.dots:
        both = []
        for total, worst in zip(dot.total, dot.worst, strict=True):
            share = (total - across[0]) / (across[1] - across[0])
            x = plot.left() + edge + share * (plot.width() - 2 * edge)
            both.append(QPointF(x, _scaled(worst, up, plot, look)))
        points.append(tuple(both) if dot.is_open else tuple(both[:1]))
    taken = [_around(end, look.px(DOT)) for ends in points for end in ends]
    taken += _band_words(taken, zero_line(data, plot, look), plot, look).values()
    lines = list(_lines(points, plot, zero_line(data, plot, look), look))
    found = []
    for dot, ends in zip(data.dots, points, strict=True):
        # Clear of dots, names and lines; else across a line, on a patch of its own.
        label = _label(dot, ends, plot, [*taken, *lines], look) or _label(dot, ends, plot, taken, look)
        if label is not None:
            taken.append(label.rect)
        found.append(Placed(dot, ends, label))
    return found


def paint_joint_gain(painter: QPainter, rect: QRectF, data: JointGain, look: Look) -> None:
    """The region where nobody is worse off, the line, spans, dots, names, and what they mean."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    plot = plot_of(rect, look)
    zero = zero_line(data, plot, look)
    region = QRectF(plot.left(), plot.top(), plot.width(), zero - plot.top())
    edge = look.colour("gain") if look.mode == "high_contrast" else None
    round_rect(painter, region, look.px(RADIUS_CELL), look.colour("gain_tint"), edge)
    painter.setPen(QPen(look.colour("text"), max(1.5, 1.5 * look.scale)))
    painter.drawLine(QPointF(plot.left(), zero), QPointF(plot.right(), zero))
    painter.setPen(QPen(look.colour("edge"), 1))
    foot = round(plot.bottom()) + 0.5
    painter.drawLine(QPointF(plot.left(), foot), QPointF(plot.right(), foot))
    placed = place(data, rect, look)
    dots = [_around(end, look.px(DOT)) for each in placed for end in each.ends]
    painter.setFont(look.font("group"))
    for words, place_ in _band_words(dots, zero, plot, look).items():
        painter.setPen(look.colour("gain_ink" if words == NOBODY else "loss_ink"))
        painter.drawText(place_, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
    lines = list(_lines([each.ends for each in placed], plot, zero, look))
    for each in placed:
        if len(each.ends) > 1:
            painter.setPen(QPen(look.colour("unknown"), max(1.5, 1.5 * look.scale), Qt.PenStyle.DashLine))
            painter.drawLine(each.ends[0], each.ends[1])
    for each in placed:
        for end in each.ends:
            _paint_dot(painter, end, each.dot, look)
        if each.label is not None:
            _paint_label(painter, each.label, lines, zero, look)
    _paint_foot(painter, rect, plot, look)


def _paint_dot(painter: QPainter, at: QPointF, dot: Dot, look: Look) -> None:
    """Filled: not beaten. Hollow: beaten. Dashed: an end of an open span."""
    token = {"gain": "gain", "loss": "loss"}.get(dot.effect, "unknown")
    radius = look.px(DOT) / 2
    # A rim in the colour of the ground keeps dots that touch apart.
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("surface"))
    painter.drawEllipse(at, radius + 1.5, radius + 1.5)
    line = max(2.0, 2 * look.scale)
    pen = QPen(look.colour(token), line)
    if dot.is_open:
        pen.setStyle(Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([1.5, 1.2])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    is_filled = not dot.is_beaten and not dot.is_open
    painter.setPen(pen)
    painter.setBrush(look.colour(token if is_filled else "surface"))
    painter.drawEllipse(at, radius - line / 2, radius - line / 2)


def _paint_label(painter: QPainter, label: Label, lines: Sequence[QRectF], zero: float, look: Look) -> None:
    if any(label.rect.intersects(line) for line in lines):
        ground = "gain_tint" if label.rect.bottom() < zero else "surface"
        round_rect(painter, label.rect, look.px(3), look.colour(ground))
    painter.setFont(look.font("key"))
    painter.setPen(look.colour("text"))
    painter.drawText(label.rect, Qt.AlignmentFlag.AlignCenter, label.words)


def _paint_foot(painter: QPainter, rect: QRectF, plot: QRectF, look: Look) -> None:
    """The name of the axis at the right, then the key."""
    high = look.line_height("citation")
    painter.setFont(look.font("citation"))
    painter.setPen(look.colour("muted"))
    axis = QRectF(rect.left(), plot.bottom() + look.px(3), rect.width(), high)
    painter.drawText(axis, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, ACROSS)
    metrics = QFontMetricsF(look.font("citation"))
    size = look.px(12)
    icon = QRectF(rect.right() - metrics.horizontalAdvance(ACROSS) - size - 6, 0, size, size)
    icon.moveTop(axis.center().y() - size / 2)
    look.paint_icon(painter, icon, "arrow-right", "muted")
    for words, is_beaten, place_ in _key(rect.width(), look):
        spot = place_.translated(rect.left(), axis.bottom() + look.px(4))
        mark = QPointF(spot.left() + look.px(6), spot.center().y())
        painter.setPen(QPen(look.colour("text"), max(1.5, 1.5 * look.scale)))
        painter.setBrush(look.colour("surface" if is_beaten else "text"))
        painter.drawEllipse(mark, look.px(4.5), look.px(4.5))
        painter.setPen(look.colour("muted"))
        text = spot.adjusted(look.px(18), 0, 2, 0)
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)


def _key(width: float, look: Look) -> Iterator[tuple[str, bool, QRectF]]:
    metrics = QFontMetricsF(look.font("citation"))
    left, top, step = 0.0, 0.0, look.px(20)
    for words, is_beaten in KEY:
        wanted = look.px(18) + metrics.horizontalAdvance(words)
        if left and left + wanted > width:
            left, top = 0.0, top + step
        yield words, is_beaten, QRectF(left, top, wanted, step)
        left += wanted + look.px(18)


def _key_height(width: float, look: Look) -> float:
    return float(max(place_.bottom() for _, _, place_ in _key(width, look)))


def _band_words(dots: Sequence[QRectF], zero: float, plot: QRectF, look: Look) -> dict[str, QRectF]:
    """What it means to lie above or below the line: at the left, or wherever no dot is in the way."""
    metrics, high = QFontMetricsF(look.font("group")), look.line_height("group")
    found = {}
    for words, top, room in (
        (NOBODY, plot.top() + look.px(4), zero - plot.top()),
        (SOMEBODY, zero + look.px(3), plot.bottom() - zero),
    ):
        width, edge = metrics.horizontalAdvance(words) + 2, look.px(8)
        lefts = (plot.left() + edge, plot.right() - edge - width, plot.center().x() - width / 2)
        places = [QRectF(left, top, width, high) for left in lefts]
        free = [each for each in places if not any(each.intersects(dot) for dot in dots)]
        if room >= high + look.px(6) and free:
            found[words] = free[0]
    return found


def _label(
    dot: Dot, ends: Sequence[QPointF], plot: QRectF, taken: Sequence[QRectF], look: Look
) -> Label | None:
    """Right of the dot, left of it, above or below: the first place that is free."""
    words = f"{dot.name}, open" if dot.is_open else dot.name
    if not words:
        return None
    font = look.font("key")
    whole = QFontMetricsF(font).horizontalAdvance(words)
    widest = min(look.px(WIDEST_LABEL), plot.width() / 2)
    # The whole name where it has room; else as much of it as leaves room for others.
    for room in (whole + 1, widest) if whole > widest else (widest,):
        lines = wrapped(words, font, room, 1)
        rect = _free_place(ends, QFontMetricsF(font).horizontalAdvance(lines[0]), plot, taken, look)
        if rect is not None:
            return Label(rect, lines[0])
    return None


def _free_place(
    ends: Sequence[QPointF], words: float, plot: QRectF, taken: Sequence[QRectF], look: Look
) -> QRectF | None:
    """Where words of this width stand beside the dot and cover nothing."""
    width, high = words + look.px(6), look.px(18)
    gap, radius = look.px(LABEL_GAP), look.px(DOT) / 2
    for end in reversed(ends):
        x, y = end.x(), end.y()
        beside = radius + gap - look.px(3)
        for rect in (
            QRectF(x + beside, y - high / 2, width, high),
            QRectF(x - beside - width, y - high / 2, width, high),
            QRectF(x - width / 2, y - radius - high - 1, width, high),
            QRectF(x - width / 2, y + radius + 1, width, high),
            QRectF(x + radius, y - radius - high, width, high),
            QRectF(x - radius - width, y - radius - high, width, high),
            QRectF(x + radius, y + radius, width, high),
            QRectF(x - radius - width, y + radius, width, high),
        ):
            if plot.contains(rect) and not any(rect.intersects(other) for other in taken):
                return rect
    return None


def _lines(points: Sequence[tuple[QPointF, ...]], plot: QRectF, zero: float, look: Look) -> Iterator[QRectF]:
    """Where the line and the spans run, as small boxes along them."""
    yield QRectF(plot.left(), zero - 1, plot.width(), 2)
    for ends in points:
        if len(ends) > 1:
            begin, way = ends[0], ends[1] - ends[0]
            steps = max(1, int((abs(way.x()) + abs(way.y())) / look.px(5)))
            for step in range(steps + 1):
                yield _around(begin + way * (step / steps), 2)


def _around(point: QPointF, size: float) -> QRectF:
    return QRectF(point.x() - size / 2, point.y() - size / 2, size, size)


def _scaled(value: float, within: tuple[float, float], plot: QRectF, look: Look) -> float:
    edge = look.px(EDGE)
    share = (value - within[0]) / (within[1] - within[0])
    return plot.bottom() - edge - share * (plot.height() - 2 * edge)


def _range(ends: Sequence[float]) -> tuple[float, float]:
    """From the least to the most, 0 always among them and room on either side of it."""
    low, high = min([*ends, 0.0]), max([*ends, 0.0])
    reach = max(high - low, 0.5)
    return min(low, -0.18 * reach), max(high, 0.25 * reach)
