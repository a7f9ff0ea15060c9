"""How wide columns and how high lines are, for the width there is."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

from ui.pages.scores.lines import Column, Grid, Kind, Line
from ui.tables.wrapped_words import height_of, lines_of
from ui.theme.look import look

LEAST_COLUMN, MOST_COLUMN = 104, 270
LEAST_TITLES, MOST_TITLES, TITLES_SHARE = 150, 460, 0.36
WEIGHTS, WEIGHTS_IN_WORDS, NARROW = 116, 66, 640
ROW, ABOVE_PARTY, BELOW_PARTY = 31, 14, 6
CELL_GAP, ROW_GAP = 3, 2
INDENT, PADDING = 25, 8
SAID_LINES = 2
ROOM_FOR_SAID = 130


@dataclass(frozen=True)
class Widths:
    """In pixels now. `has_pills`: weights are shown as pills and words, else in words alone."""

    titles: int
    weights: int
    column: int
    has_pills: bool
    has_said: bool
    columns: int = 0

    @property
    def whole(self) -> int:
        """From the first title to the end of the last scenario."""
        return self.frozen + self.columns * self.column

    @property
    def frozen(self) -> int:
        """What does not move sideways."""
        return self.titles + self.weights


def widths(room: int, columns: int) -> Widths:
    """Scenarios share what titles and weights leave; when that is too little, the table scrolls sideways."""
    px = look().px
    is_narrow = room < px(NARROW)
    weights = px(WEIGHTS_IN_WORDS if is_narrow else WEIGHTS)
    titles = min(max(round(room * TITLES_SHARE), px(LEAST_TITLES)), px(MOST_TITLES))
    left = (room - titles - weights) // max(columns, 1)
    column = min(max(left, px(LEAST_COLUMN)), px(MOST_COLUMN))
    return Widths(
        titles, weights, column, not is_narrow, not is_narrow and column >= px(ROOM_FOR_SAID), columns
    )


def line_height(line: Line, grid: Grid, across: Widths) -> int:
    """As high as what it holds."""
    px = look().px
    if line.kind is Kind.HEAD:
        return head_height(grid, across) + px(6)
    if line.kind is Kind.PARTY:
        words = height_of(line.title, "row_title", across.frozen - px(INDENT + PADDING))
        note = height_of(line.note, "citation", across.frozen - px(INDENT + PADDING))
        return px(ABOVE_PARTY + BELOW_PARTY) + max(words, look().line_height("row_title")) + note
    return max(px(ROW), title_height(line, across) + 2 * px(6))


def title_height(line: Line, across: Widths) -> int:
    """The words of an interest, and what kind it is in the last line or below it."""
    step = look().line_height("body_medium")
    beside = note_fits(line, across)
    return height_of(line.title, "body_strong", title_room(across)) + (0 if beside else step)


def title_room(across: Widths) -> int:
    """How wide the words of an interest may be."""
    return across.titles - look().px(INDENT + PADDING)


def note_fits(line: Line, across: Widths) -> bool:
    """Whether "want" or "concern" has room behind the last word."""
    last = lines_of(line.title, "body_strong", title_room(across))[-1]
    taken = QFontMetrics(look().font("body_strong")).horizontalAdvance(last) + look().px(PADDING)
    note = QFontMetrics(look().font("citation")).horizontalAdvance(line.note)
    return taken + note <= title_room(across)


def head_height(grid: Grid, across: Widths, *, names_only: bool = False) -> int:
    """The names of the scenarios and, where there is room, what each is."""
    inner = across.column - look().px(2 * PADDING)
    name = max((height_of(each.name, "row_title", inner) for each in grid.columns), default=0)
    said = 0
    if across.has_said and not names_only:
        said = max((len(said_lines(each, inner)) for each in grid.columns), default=0)
    return look().px(14) + name + said * look().line_height("citation")


def said_lines(column: Column, inner: int) -> tuple[str, ...]:
    """The beginning of what a scenario is; the tooltip tells the rest."""
    lines = lines_of(column.said, "citation", inner)
    if len(lines) <= SAID_LINES:
        return lines
    metrics = QFontMetrics(look().font("citation"))
    rest = " ".join(lines[SAID_LINES - 1 :])
    return (*lines[: SAID_LINES - 1], metrics.elidedText(rest, Qt.TextElideMode.ElideRight, inner))
