"""A page on paper or as PDF: what the window shows, scaled to the width of the sheet, in light colours."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise

from PySide6.QtCore import QBuffer, QMarginsF, QPoint, QRect, QSize
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter, QRegion
from PySide6.QtWidgets import QTableView, QWidget

from ui.in_memory import NotPaintedError, painting_on, written
from ui.theme.look import look

MARGIN = 12.0
"""Millimetres of white around the page."""

DOTS_PER_INCH = 300


def as_pdf(page: QWidget, title: str, layout: QPageLayout | None = None) -> bytes:
    """A page as the content of a PDF file, on sheets as here or as in `layout`.

    Raises:
        NotPaintedError: Qt could not paint it.
    """

    def write(buffer: QBuffer) -> None:
        writer = QPdfWriter(buffer)
        writer.setTitle(title)
        writer.setCreator("Partnership Design Workbook")
        writer.setResolution(DOTS_PER_INCH)
        writer.setPageLayout(layout or paper())
        paint_pages(page, writer)

    return written(write)


def paper() -> QPageLayout:
    """A4, the long side across, as a screen is."""
    return QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4),
        QPageLayout.Orientation.Landscape,
        QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN),
        QPageLayout.Unit.Millimeter,
    )


def paint_pages(page: QWidget, device: QPagedPaintDevice) -> None:
    """Paint a widget on as many sheets as its height needs, never across the cut of a sheet.

    Raises:
        NotPaintedError: the device cannot be painted on, or takes no further sheet.
    """
    with painting_on(device) as painter, _on_white():
        size = page.size()
        room = painter.viewport()
        factor = room.width() / max(size.width(), 1)
        step = int(room.height() / factor)
        cuts = [*_cuts(page, size, step), size.height()]
        for number, (top, bottom) in enumerate(pairwise(cuts)):
            if number and not device.newPage():
                raise NotPaintedError
            _paint_sheet(page, painter, factor, top, bottom - top)


@contextmanager
def _on_white() -> Iterator[None]:
    """Paper is white: what is dark on the screen is painted in light colours."""
    here = look()
    setting = here.setting
    if here.mode == "dark":
        here.set("light")
    try:
        yield
    finally:
        here.set(setting)


def _paint_sheet(page: QWidget, painter: QPainter, factor: float, top: int, height: int) -> None:
    painter.save()
    painter.scale(factor, factor)
    part = QRegion(QRect(0, top, page.width(), height))
    page.render(painter, QPoint(0, 0), part, QWidget.RenderFlag.DrawChildren)
    painter.restore()


def _cuts(page: QWidget, size: QSize, step: int) -> list[int]:
    """Where each sheet begins: no lower than a sheet is high, and where possible not through a widget."""
    edges = sorted({*(child.mapTo(page, QPoint(0, 0)).y() for child in _leaves(page)), *_rows(page)})
    cuts, top = [0], 0
    while size.height() - top > step:
        below = [edge for edge in edges if top + step // 2 < edge <= top + step]
        top = below[-1] if below else top + step
        cuts.append(top)
    return cuts


def _rows(page: QWidget) -> Iterator[int]:
    """Where the rows of tables begin."""
    for table in page.findChildren(QTableView):
        if table.isVisibleTo(page):
            top = table.viewport().mapTo(page, QPoint(0, 0)).y()
            header = table.verticalHeader()
            for row in range(header.count()):
                yield top + header.sectionViewportPosition(row)


def _leaves(page: QWidget) -> list[QWidget]:
    return [child for child in page.findChildren(QWidget) if child.isVisibleTo(page) and not child.children()]
