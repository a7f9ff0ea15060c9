"""The places that a net table is made of, and the label at the head of each row."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF

from ui.charts.net_table import NetRow, NetTable
from ui.theme.look import Look
from ui.widgets.painting.lines import wrapped

Form = Literal["bars", "stacked", "matrix"]

INSET, MARK, MARK_GAP = 12, 16, 7
ROW_AIR, LEAST_ROW = 12, 59
BAR, CELL = 18, 30
VALUE_GAP, VALUE_PAD = 6, 14
LEAST_UNIT, GOOD_UNIT, LARGEST_UNIT = 8, 24, 62
LEAST_COLUMN, LEAST_MATRIX_COLUMN, WIDEST_MATRIX_COLUMN = 84, 72, 112
APART = 22
SUB_ROW = 28
NOT_AT_TABLE = "Not at the table"
LINE_IS = "line: no agreement"
MOST_HEAD_LINES, MOST_NAME_LINES = 6, 5
FEW_HEAD_LINES, GOOD_HEAD = 3, 124


@dataclass(frozen=True)
class Written:
    """A line of words at a place."""

    rect: QRectF
    words: str
    role: str
    token: str
    is_centred: bool = False


@dataclass(frozen=True)
class CellPlace:
    """One cell: what can be hit; for bars, where its line is and how long a point is."""

    rect: QRectF
    line: float = 0.0
    unit: float = 0.0


@dataclass(frozen=True)
class RowPlace:
    """One scenario: its band, what of it can be hit for the verdict, its mark, and its cells by column."""

    band: QRectF
    label: QRectF
    mark: QRectF
    written: tuple[Written, ...]
    cells: Mapping[int, CellPlace]


@dataclass(frozen=True)
class Arrangement:
    """Everything. `lines` are the no-agreement lines, each x with its top and bottom."""

    form: Form
    written: tuple[Written, ...]
    rows: tuple[RowPlace, ...]
    lines: tuple[tuple[float, float, float], ...]
    divider: tuple[float, float, float] | None
    height: float
    shown: range


def not_at_table(left: float, width: float, height: float, look: Look) -> Written:
    """Above the columns of those who are no party, inside the picture."""
    words = QFontMetricsF(look.font("citation")).horizontalAdvance(NOT_AT_TABLE) + 2
    return Written(QRectF(min(left, width - words), 0, words, height), NOT_AT_TABLE, "citation", "muted")


def affected_from(table: NetTable) -> int:
    """The first column of somebody who is no party; 0 when there is none, or no party before it."""
    return next((at for at, column in enumerate(table.columns) if not column.is_party), 0)


def row_label(row: NetRow, room: float, look: Look) -> tuple[tuple[Written, ...], QRectF, float]:
    """Name, mark and word, detail, remarks; from 0, 0 on."""
    written: list[Written] = []
    top = 0.0
    step = look.line_height("row_title")
    for line in wrapped(row.name, look.font("row_title"), room, MOST_NAME_LINES):
        written.append(Written(QRectF(0, top, room + 2, step), line, "row_title", "text"))
        top += step
    top += look.px(2)
    step = look.px(20)
    left = float(look.px(MARK + MARK_GAP))
    mark = QRectF(0, top + (step - look.px(MARK)) / 2, look.px(MARK), look.px(MARK))
    for line in wrapped(row.word, look.font("section"), room - left, 3):
        written.append(Written(QRectF(left, top, room - left + 2, step), line, "section", TOKENS[row.mark]))
        top += step
    word = QFontMetricsF(look.font("section")).horizontalAdvance(written[-1].words) + look.px(6)
    metrics = QFontMetricsF(look.font("secondary"))
    if row.detail and left + word + metrics.horizontalAdvance(row.detail) <= room:
        beside = QRectF(left + word, top - step, room - left - word + 2, step)
        written.append(Written(beside, row.detail, "secondary", "muted"))
    elif row.detail:
        top = _paragraph(written, row.detail, "muted", left, top, room, look)
    for remark in row.remarks:
        token = "loss_ink" if remark.is_loss else "muted"
        top = _paragraph(written, remark.words, token, left, top, room, look)
    return tuple(written), mark, top


def _paragraph(  # noqa: PLR0913, PLR0917 - what, where
    written: list[Written], words: str, token: str, left: float, top: float, room: float, look: Look
) -> float:
    step = look.line_height("secondary")
    for line in wrapped(words, look.font("secondary"), room - left, 8):
        written.append(Written(QRectF(left, top, room - left + 2, step), line, "secondary", token))
        top += step
    return top


def placed(  # noqa: PLR0913, PLR0917 - what, where
    words: tuple[Written, ...],
    mark: QRectF,
    top: float,
    height: float,
    label: float,
    width: float,
    look: Look,
) -> RowPlace:
    """A label in the middle of its row."""
    end = max((each.rect.bottom() for each in words), default=0.0)
    left, down = look.px(INSET), top + (height - end) / 2
    return RowPlace(
        band=QRectF(0, top, width, height),
        label=QRectF(2, top + 2, label - 4, height - 4),
        mark=mark.translated(left, down),
        written=tuple(moved(each, left, down) for each in words),
        cells={},
    )


def moved(each: Written, left: float, down: float) -> Written:
    """The same words, further right and down."""
    return Written(each.rect.translated(left, down), each.words, each.role, each.token, each.is_centred)


TOKENS = {"win-win": "gain_ink", "refused": "loss_ink", "open": "unknown_ink", "neutral": "muted"}
"""The ink of the word beside each mark."""
