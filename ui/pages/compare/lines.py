"""What the table shows, line by line, made from a comparison; nothing here paints."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from functools import partial

from ui.widgets.painting import Shares, in_words
from workbook.analysis import headings, subject
from workbook.analysis.cells import shared_words, why_marked, why_placed, why_shared
from workbook.analysis.comparison import Comparison
from workbook.analysis.differences import Section
from workbook.analysis.finding import Finding
from workbook.analysis.nearest import Nearest
from workbook.analysis.position import largest, position_in_words
from workbook.analysis.subject import Subject
from workbook.analysis.wording import capitalised, listed
from workbook.library.loader import load
from workbook.model.vocabulary import DimensionId

NOT_PLACED = "Not placed"
NOBODY = "Nobody says anything here yet."


class Kind(Enum):
    """What a line is: it decides how it is measured and painted."""

    HEAD = "head"
    NEAREST = "nearest"
    SECTION = "section"
    HEADING = "heading"
    DIMENSION = "dimension"
    TRAIT = "trait"
    WORDS = "words"


@dataclass(frozen=True)
class Cell:
    """One cell: what is painted, what is said to someone who cannot see it, and what it answers with."""

    words: str = ""
    is_about: str = ""
    also: str = ""
    shares: Shares | None = None
    shared_with: Shares | None = None
    mark: str = ""
    is_shared: bool = False
    details: tuple[str, ...] = ()
    why: Callable[[], Finding] | None = field(default=None, compare=False)

    @property
    def said(self) -> str:
        """The whole of it; put together only when somebody listens."""
        mix = in_words(self.shares) if self.shares is not None else ""
        return ". ".join(part for part in (self.is_about, mix, self.also) if part)


@dataclass(frozen=True)
class Line:
    """One row. `is_open`: of a label, that its rows are shown; of a row, that its words are."""

    kind: Kind
    key: str
    title: str
    said: str
    cells: tuple[Cell, ...]
    text: str = ""
    is_open: bool = True

    @property
    def opens(self) -> bool:
        """Whether there is something under it that can be shown and hidden."""
        if self.kind is Kind.TRAIT:
            return any(text for cell in self.cells for text in cell.details)
        return self.kind in {Kind.SECTION, Kind.HEADING}


@dataclass(frozen=True)
class Looking:
    """How the user looks at the comparison: who is compared, in what order, what is open."""

    anchor: str
    shown: tuple[str, ...]
    sections: tuple[Section, ...]
    beside: str | None
    closed: frozenset[str] = frozenset()
    opened: frozenset[str] = frozenset()


def lines(comparison: Comparison, looking: Looking) -> tuple[Line, ...]:
    """Every line of the table, from the names of the columns to the last challenge."""
    return tuple(_Reading(comparison, looking).lines())


class _Reading:
    """One reading of a comparison; holds what every line needs."""

    def __init__(self, comparison: Comparison, looking: Looking) -> None:
        by_id = {each.id: each for each in comparison.subjects}
        self.comparison = comparison
        self.looking = looking
        self.anchor = by_id[looking.anchor]
        self.columns = tuple(by_id[each] for each in looking.shown)
        self.names = {each.id: each.name for each in comparison.subjects}
        self.pairs = {pair.b: pair for pair in comparison.pairs if pair.a == looking.anchor}
        self.nearest = next(each for each in comparison.nearest if each.draft == looking.anchor)

    def lines(self) -> Iterator[Line]:
        """In reading order."""
        yield Line(Kind.HEAD, "head", "", "How alike", tuple(self._head(each) for each in self.columns))
        nearest = tuple(self._nearest(each, self.nearest) for each in self.columns)
        yield Line(Kind.NEAREST, "nearest", "", "Nearest case", nearest)
        for section in self.looking.sections:
            yield from self._section(section)
        for group in self.comparison.groups:
            yield from self._heading(group)

    def _head(self, column: Subject) -> Cell:
        if column is self.anchor:
            return Cell("Compared with", f"{column.name}, the draft the others are compared with")
        pair = self.pairs[column.id]
        said = f"{column.name}: {pair.words} with {self.anchor.name}"
        return Cell(capitalised(pair.words), said, why=lambda: pair.finding)

    def _nearest(self, column: Subject, nearest: Nearest) -> Cell:
        def why() -> Finding:
            return nearest.finding

        if column.id in nearest.cases:
            tied = ", which ties with others" if len(nearest.cases) > 1 else ""
            return Cell("Nearest case", f"{column.name}: nearest case to {self.anchor.name}{tied}", why=why)
        if column is self.anchor:
            unseen = [self.names[each] for each in nearest.cases if each not in self.looking.shown]
            if unseen:
                words = f"Nearest case: {listed(unseen)}"
                return Cell(words, f"{words}, which is not among the columns", why=why)
            if not nearest.cases:
                return Cell("No nearest case", f"{self.anchor.name} has no nearest case", why=why)
        return Cell()

    # Dimensions -------------------------------------------------------------------------------------------

    def _section(self, section: Section) -> Iterator[Line]:
        key = f"section:{section.key}"
        is_open = key not in self.looking.closed
        yield Line(Kind.SECTION, key, section.title, section.title, self._blank(), is_open=is_open)
        if is_open:
            for dimension in section.dimensions:
                name = load().dimension(dimension).name
                cells = tuple(self._position(each, dimension, name) for each in self.columns)
                yield Line(Kind.DIMENSION, f"dimension:{dimension}", name, name, cells)

    def _position(self, column: Subject, dimension: DimensionId, name: str) -> Cell:
        shares, anchor = _plain(column.shares[dimension]), _plain(self.anchor.shares[dimension])
        is_placed = shares is not None
        words = _in_short(column, dimension)
        whole = capitalised(position_in_words(column, dimension, load())) if is_placed else words
        about = f"{name}, {column.name}: {whole}"
        if column is self.anchor:
            return Cell(
                words,
                about,
                shares=shares,
                shared_with=shares,
                why=partial(why_placed, column, dimension, load()),
            )
        pair = self.pairs[column.id]
        shared = shared_words(pair, dimension)
        also = "" if shared is None else f"Shares {shared} with {self.anchor.name}"
        why = partial(why_shared, self.anchor, column, pair, dimension, load())
        return Cell(words, about, also, shares=shares, shared_with=anchor, why=why)

    # The other headings -----------------------------------------------------------------------------------

    def _heading(self, group: headings.Group) -> Iterator[Line]:
        key = f"heading:{group.heading}"
        is_open = key not in self.looking.closed
        silent = tuple(self._silence(each, group) for each in self.columns)
        yield Line(Kind.HEADING, key, group.title, group.title, silent, is_open=is_open)
        if not is_open:
            return
        shown = set(self.looking.shown)
        rows = [row for row in group.rows if any(cell.column in shown for cell in row.cells)]
        for row in rows:
            yield self._trait(group, row)
        if not rows:
            yield Line(Kind.WORDS, f"words:{group.heading}", "", NOBODY, self._blank(), text=NOBODY)
        elif self.looking.beside is not None:
            yield self._in_words(group, self.looking.beside)

    def _silence(self, column: Subject, group: headings.Group) -> Cell:
        if column.id not in group.silent:
            return Cell()
        return Cell(capitalised(column.silence), f"{group.title}, {column.name}: {column.silence}")

    def _trait(self, group: headings.Group, row: headings.Row) -> Line:
        held = {cell.column: cell for cell in row.cells}
        is_open = f"row:{group.heading}:{row.key}" in self.looking.opened
        cells = []
        for column in self.columns:
            cell = held.get(column.id)
            if cell is None:
                silence = column.silence if column.id in group.silent else "not named"
                cells.append(Cell(is_about=f"{row.name}, {column.name}: {silence}"))
                continue
            texts = tuple(dict.fromkeys(detail.text for detail in cell.details if detail.text))
            is_shared = self.anchor.id in held
            also = f"{self.anchor.name} has it too" if is_shared and column is not self.anchor else ""
            cells.append(
                Cell(
                    is_about=f"{row.name}, {column.name}: {cell.mark}",
                    also=also,
                    mark=capitalised(cell.mark),
                    is_shared=is_shared,
                    details=texts,
                    why=partial(why_marked, column, group, row, cell),
                )
            )
        key = f"row:{group.heading}:{row.key}"
        return Line(Kind.TRAIT, key, row.name, row.name, tuple(cells), is_open=is_open)

    def _in_words(self, group: headings.Group, beside: str) -> Line:
        pair = next(each for each in group.pairs if {each.a, each.b} == {self.anchor.id, beside})
        title = f"With {self.names[beside]}"
        said = f"{group.title}, {self.anchor.name} and {self.names[beside]} in words: {pair.words}"
        text = pair.words
        for name in (self.anchor.name, self.names[beside]):
            text = text.replace(f". Only {name}: ", f".\nOnly {name}: ", 1)
        return Line(Kind.WORDS, f"words:{group.heading}", title, said, self._blank(), text=text)

    def _blank(self) -> tuple[Cell, ...]:
        return tuple(Cell() for _ in self.columns)


def _plain(shares: subject.Shares | None) -> Shares | None:
    """Shares as bars take them."""
    return None if shares is None else {str(platform): share for platform, share in shares.items()}


def _in_short(column: Subject, dimension: DimensionId) -> str:
    """The position in a word or two: the bar beside it says the rest, and who asks why reads it in full."""
    shares = column.shares[dimension]
    if shares is None:
        return NOT_PLACED if column.kind == "draft" else capitalised(column.silence)
    if column.split_room(dimension):
        votes = position_in_words(column, dimension, load()).replace(
            " / ", "\N{NO-BREAK SPACE}/\N{NO-BREAK SPACE}"
        )
        return capitalised(votes)
    first = largest(shares)
    names = listed([load().platform(platform).short_name for platform in first])
    is_all = sum(shares[platform] for platform in first) == 1
    return names if is_all else f"Mostly {names}"
