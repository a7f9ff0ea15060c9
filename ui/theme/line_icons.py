"""The bundled Lucide icons, drawn in any colour and stroke."""

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

ICONS = Path(__file__).parent / "icons"


def icon_names() -> tuple[str, ...]:
    """Every icon there is."""
    return tuple(sorted(file.stem for file in ICONS.glob("*.svg")))


@lru_cache(maxsize=256)
def _source(name: str) -> str:
    file = ICONS / f"{name}.svg"
    if not file.is_file():
        raise LookupError(f"There is no icon named “{name}”; ui/theme/icons holds those there are.")
    return file.read_text("utf-8")


def svg(name: str, colour: str, stroke: float) -> bytes:
    """The icon's drawing in a colour ("#rrggbb") and with a stroke for its grid of 24."""
    coloured = _source(name).replace("currentColor", colour)
    return coloured.replace('stroke-width="2"', f'stroke-width="{stroke}"').encode()


def drawing(name: str, colour: str, stroke: float) -> QSvgRenderer:
    """The icon ready to be drawn as lines, which stay sharp on paper and in an SVG file."""
    return QSvgRenderer(svg(name, colour, stroke))


def pixmap(name: str, colour: str, pixels: int, stroke: float, ratio: float) -> QPixmap:
    """The icon as a picture of `pixels` logical pixels for a screen of this pixel ratio."""
    lines = drawing(name, colour, stroke)
    picture = QPixmap(QSize(round(pixels * ratio), round(pixels * ratio)))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    lines.render(painter, QRectF(picture.rect()))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture
