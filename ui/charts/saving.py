"""A chart as a file: PNG at twice its size, SVG that says what it shows, PDF, and words alone."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from math import ceil
from types import MappingProxyType

from PySide6.QtCore import QBuffer, QByteArray, QMarginsF, QRect, QRectF, QSize, QSizeF
from PySide6.QtGui import QImage, QImageWriter, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import QApplication

from ui.charts.picture import Picture
from ui.in_memory import painting_on, written
from ui.theme.look import Look, look

MARGIN = 20
"""White around the chart, in logical pixels."""
TITLE_GAP = 10
SHARPNESS = 2
"""Pixels of a PNG for each logical pixel."""
POINTS_PER_PIXEL = 0.75
"""So that 14 px of the screen are 10.5 points on paper."""
PDF_DOTS_PER_INCH = 1200


def render(picture: Picture, form: str) -> bytes:
    """A picture as the content of a file; `form` is one of `FORMATS`.

    Pictures end up in documents, which are white: what is dark on the screen is light in them, at 100 % text.

    Raises:
        LookupError: there is no such format.
        NotPaintedError: Qt could not paint it.
    """
    if form not in FORMATS:
        raise LookupError(f"There is no picture format “{form}”; there are {', '.join(FORMATS)}.")
    with _paper_look() as paper:
        return FORMATS[form](picture, paper)


def _png(picture: Picture, paper: Look) -> bytes:
    size = _size(picture, paper)
    image = QImage(size * SHARPNESS, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(SHARPNESS)
    image.setDotsPerMeterX(round(96 * SHARPNESS / 0.0254))
    image.setDotsPerMeterY(round(96 * SHARPNESS / 0.0254))
    image.setText("Title", picture.title)
    image.setText("Description", picture.text)
    image.fill(paper.colour("surface"))
    with painting_on(image) as painter:
        _paint(picture, painter, size, paper)
    return written(lambda buffer: QImageWriter(buffer, QByteArray(b"png")).write(image))


def _svg(picture: Picture, paper: Look) -> bytes:
    # Imported here, because writing SVG is only for those who save a picture.
    from PySide6.QtSvg import QSvgGenerator

    size = _size(picture, paper)

    def write(buffer: QBuffer) -> None:
        generator = QSvgGenerator()
        generator.setOutputDevice(buffer)
        generator.setSize(size)
        generator.setViewBox(QRect(0, 0, size.width(), size.height()))
        generator.setResolution(96)
        generator.setTitle(picture.title)
        generator.setDescription(picture.text)
        with painting_on(generator) as painter:
            painter.setFont(paper.font("body"))  # or the file would begin with the font of the window
            painter.fillRect(QRect(0, 0, size.width(), size.height()), paper.colour("surface"))
            _paint(picture, painter, size, paper)

    return written(write)


def _pdf(picture: Picture, paper: Look) -> bytes:
    size = _size(picture, paper)

    def write(buffer: QBuffer) -> None:
        writer = QPdfWriter(buffer)
        writer.setTitle(picture.title)
        writer.setCreator("Partnership Design Workbook")
        writer.setResolution(PDF_DOTS_PER_INCH)
        points = QSizeF(size.width() * POINTS_PER_PIXEL, size.height() * POINTS_PER_PIXEL)
        page = QPageSize(points, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
        writer.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF()))
        with painting_on(writer) as painter:
            factor = PDF_DOTS_PER_INCH / 72 * POINTS_PER_PIXEL
            painter.scale(factor, factor)
            _paint(picture, painter, size, paper)

    return written(write)


def _text(picture: Picture, paper: Look) -> bytes:
    del paper
    return f"{picture.title}\n\n{picture.text}\n".encode()


FORMATS: Mapping[str, Callable[[Picture, Look], bytes]] = MappingProxyType(
    {"png": _png, "svg": _svg, "pdf": _pdf, "txt": _text}
)
"""How to render each format, by the ending of its files; the usual one first."""


def _size(picture: Picture, paper: Look) -> QSize:
    width = picture.natural_width
    title = paper.line_height("body_strong") + TITLE_GAP
    return QSize(ceil(width + 2 * MARGIN), ceil(picture.height_for(width, paper) + title + 2 * MARGIN))


def _paint(picture: Picture, painter: QPainter, size: QSize, paper: Look) -> None:
    """The title, which a page shows as a heading, and the chart below it."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    title = paper.line_height("body_strong")
    painter.setFont(paper.font("body_strong"))
    painter.setPen(paper.colour("text"))
    painter.drawText(QRectF(MARGIN, MARGIN, size.width() - 2 * MARGIN, title), picture.title)
    top = MARGIN + title + TITLE_GAP
    picture.paint(
        painter, QRectF(MARGIN, top, size.width() - 2 * MARGIN, size.height() - MARGIN - top), paper
    )


@contextmanager
def _paper_look() -> Iterator[Look]:
    """Light colours, unless the user needs high contrast; never installed, so the window stays as it is."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)  # noqa: S101 - look() has said so
    paper = Look(app, "high_contrast" if look().mode == "high_contrast" else "light", 1.0)
    try:
        yield paper
    finally:
        paper.deleteLater()
