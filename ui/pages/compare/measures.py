"""How wide the columns and how high the lines are, so that no word is cut off at any text size."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from ui.pages.compare.lines import Cell, Kind, Line
from ui.tables.wrapped_words import height_of, lines_of
from ui.theme.look import look

TITLES, TITLES_NARROW = 156, 134
LEAST, LEAST_NARROW, MOST = 132, 120, 260
NARROW = 760
"""Below this logical width the titles and columns make do with less."""

INSET = 12
TILE = 20
NAME_INDENT = TILE + 6
BAR, BAR_GAP = 14, 5
BOX, MARK_INDENT = 14, 21
MOST_LINES = 2
SIGN_ROOM = 22
"""Beside a title, for the sign that it opens."""
BESIDE = 6

ABOVE_BELOW: Mapping[Kind, tuple[int, int]] = MappingProxyType(
    {
        Kind.HEAD: (14, 2),
        Kind.NEAREST: (2, 2),
        Kind.SECTION: (14, 8),
        Kind.HEADING: (30, 8),
        Kind.DIMENSION: (10, 9),
        Kind.TRAIT: (8, 8),
        Kind.WORDS: (10, 12),
    }
)
TITLE_ROLES: Mapping[Kind, tuple[str, str]] = MappingProxyType(
    {
        Kind.HEAD: ("secondary", "muted"),
        Kind.NEAREST: ("secondary", "muted"),
        Kind.SECTION: ("group", "muted"),
        Kind.HEADING: ("subheading", "text"),
        Kind.DIMENSION: ("body_medium", "text"),
        Kind.TRAIT: ("secondary", "text"),
        Kind.WORDS: ("secondary", "muted"),
    }
)
"""Type role and colour of the title of a line."""


@dataclass(frozen=True)
class ColumnHead:
    """Who stands in a column; the letter is that of a draft, None says it is a case."""

    id: str
    name: str
    letter: str | None


@dataclass(frozen=True)
class Names:
    """How the heads are set: type role and height of the names, and whether figures take two lines."""

    role: str
    height: int
    in_two_lines: bool


@dataclass(frozen=True)
class Widths:
    """The width of the titles, of every column, and of what can be seen."""

    titles: int
    column: int
    seen: int

    @property
    def inner(self) -> int:
        """What a cell has for its content."""
        return self.column - 2 * look().px(INSET)

    @property
    def frozen(self) -> int:
        """Titles and the anchor's column, which stay."""
        return self.titles + self.column

    @property
    def text_left(self) -> int:
        """Where a sentence that runs across the columns begins."""
        return self.frozen + look().px(INSET)

    @property
    def text(self) -> int:
        """And how wide it may be."""
        return max(self.seen - self.text_left - look().px(INSET), self.inner)


def widths(seen: int, columns: int) -> Widths:
    """All columns when they fit; else so wide that their words can be read: the rest is reached sideways."""
    px = look().px
    is_narrow = seen < px(NARROW)
    titles = px(TITLES_NARROW if is_narrow else TITLES)
    least = px(LEAST_NARROW if is_narrow else LEAST)
    room = (seen - titles) // max(columns, 1)
    return Widths(titles, min(max(room, least), px(MOST)), seen)


def line_height(line: Line, heads: Sequence[ColumnHead], across: Widths) -> int:
    """The height of a line: that of the highest thing in it, and the air around."""
    px = look().px
    above, below = ABOVE_BELOW[line.kind]
    content = title_height(line, across.titles)
    if line.kind is Kind.HEAD:
        content = heads_height(line, heads, across.inner)
    if line.text:
        content = max(content, height_of(line.text, "secondary", across.text))
    inner = across.inner
    for cell in line.cells:
        if cell.words or cell.mark:
            content = max(content, cell_height(line, cell, inner))
    return px(above) + content + px(below)


def heads_height(line: Line, heads: Sequence[ColumnHead], inner: int) -> int:
    """The height of the highest name, and of the figures below, which all stand on one line."""
    names = names_of(line, heads, inner)
    return names.height + max(
        height_of(figure_in_lines(cell.words, names), "figure", inner) for cell in line.cells
    )


def names_of(line: Line, heads: Sequence[ColumnHead], inner: int) -> Names:
    """Names are smaller where one is long. Where one figure needs two lines, all have them."""
    names = [(head.name, name_width(inner, is_anchor=not place)) for place, head in enumerate(heads)]
    is_long = any(len(lines_of(name, "row_title", width)) > MOST_LINES for name, width in names)
    role = "section" if is_long else "row_title"
    highest = max(height_of(name, role, width) for name, width in names)
    in_two_lines = any(len(lines_of(cell.words, "figure", inner)) > 1 for cell in line.cells)
    return Names(role, max(look().px(TILE), highest) + look().px(4), in_two_lines)


def name_width(inner: int, *, is_anchor: bool) -> int:
    """Names may run into the space between columns; the anchor's stays on its ground."""
    return inner - look().px(NAME_INDENT) + look().px(INSET - 4 if is_anchor else INSET + 6)


def figure_in_lines(words: str, names: Names) -> str:
    """Of "partly alike, 37 of 100" the words have the first line and the digits the second."""
    return words.replace(", ", ",\n") if names.in_two_lines else words


def title_height(line: Line, titles: int) -> int:
    """The height of the title alone."""
    role, _ = TITLE_ROLES[line.kind]
    return height_of(line.title, role, title_width(line, titles))


def title_width(line: Line, titles: int) -> int:
    """What a title has for its words; where something opens, the sign for that stands beside them."""
    has_sign = line.opens or line.kind is Kind.WORDS
    return titles - look().px(SIGN_ROOM if has_sign else BESIDE)


def cell_height(line: Line, cell: Cell, inner: int) -> int:
    """The height of what stands in a cell."""
    px = look().px
    match line.kind:
        case Kind.HEAD:
            return 0  # below: all heads together
        case Kind.NEAREST:
            return height_of(cell.words, "label", inner) + px(2)
        case Kind.DIMENSION:
            return px(BAR + BAR_GAP) + height_of(cell.words, "secondary", inner)
        case Kind.TRAIT:
            marked = height_of(cell.mark, "secondary", inner - px(MARK_INDENT))
            return marked + (details_height(cell, inner) if line.is_open else 0)
        case _:
            return height_of(cell.words, "secondary", inner)


def details_height(cell: Cell, inner: int) -> int:
    """The height of the words under a mark."""
    return sum(look().px(4) + height_of(text, "citation", inner) for text in cell.details)
