"""One entry: its name, how far it has come in each scenario, which cases report it; below it, the rest."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.document import Change
from ui.pages.mechanisms.entry_detail import EntryDetail
from ui.pages.mechanisms.measures import Measures
from ui.pages.mechanisms.use_cell import UseCell
from ui.pages.mechanisms.wording import scenario_called
from ui.theme.look import look
from ui.widgets import CaseTile
from ui.widgets.fold_list import FoldItem
from ui.widgets.fold_row import Folding
from ui.widgets.painting.tiles import case_letters
from workbook.analysis.workings.lines import Line, SeenIn
from workbook.model.draft import Draft

TILE, TILE_GAP = 20, 4


class EntryRow(FoldItem):
    """Keeps the key of its entry; everything else is told it on every refresh."""

    add_wanted = Signal(str)
    """To the scenario of this id."""
    show_wanted = Signal(str)
    remove_wanted_from = Signal(str)
    cell_stepped = Signal(int, int, int)
    """From this column so many columns and rows on."""
    cell_entered = Signal()

    def __init__(self, make_detail: Callable[[], EntryDetail]) -> None:
        self._cells = _Cells()
        self.detail: EntryDetail | None = None
        self._make_detail = make_detail
        self._last: tuple[Draft, Line] | None = None
        super().__init__(self._made_detail, Folding("row_title", is_item=False), after=self._cells)
        self._cells.add_wanted.connect(self.add_wanted)
        self._cells.show_wanted.connect(self.show_wanted)
        self._cells.remove_wanted.connect(self.remove_wanted_from)
        self._cells.stepped.connect(self.cell_stepped)
        self._cells.entered.connect(self.cell_entered)
        self.head.installEventFilter(self)
        self.head.toggled.connect(self._describe)

    @property
    def cells(self) -> list[UseCell]:
        """One for each scenario, in their order."""
        return self._cells.cells

    def refresh(self, change: Change | None, draft: Draft, line: Line) -> None:
        """Show what stands in the document."""
        self._last = (draft, line)
        self._cells.show_line(draft, line)
        self._show_head()
        if self.detail is not None and self.is_open:
            self.detail.refresh(change, draft, line)

    def fit(self, measures: Measures | None) -> None:
        """Take the widths of the columns; without columns the row says in words what they would show."""
        self._cells.fit(measures)
        self._show_head()

    def open(self, *, is_open: bool = True) -> None:
        """Show all of the entry, as it stands now, or only its row."""
        was_open = self.is_open
        super().open(is_open=is_open)
        if is_open and not was_open and self.detail is not None and self._last is not None:
            self.detail.refresh(None, *self._last)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The right arrow leads from the name to the scenarios."""
        if watched is self.head and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            is_right = event.key() == Qt.Key.Key_Right and not event.modifiers()
            if is_right and self.cells and self.cells[0].isVisible():
                self.cells[0].setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _made_detail(self) -> QWidget:
        self.detail = self._make_detail()
        return self.detail

    def _show_head(self) -> None:
        if self._last is not None:
            _, line = self._last
            self.head.show_words(line.entry.name, "" if self._cells.has_columns else line.where)
            self._describe()

    def _describe(self) -> None:
        if self._last is not None:
            does = "Enter closes it." if self.head.isChecked() else "Enter opens it."
            self.head.setAccessibleDescription(f"{self._last[1].where}. {does} Right goes to the scenarios.")


class _Cells(QWidget):
    """The columns of one row: the scenarios, then the tiles of the cases."""

    add_wanted = Signal(str)
    show_wanted = Signal(str)
    remove_wanted = Signal(str)
    stepped = Signal(int, int, int)
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.cells: list[UseCell] = []
        self.has_columns = True
        self._scenarios: tuple[str, ...] = ()
        self._measures: Measures | None = None
        self._tiles = _Tiles()
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._tiles, 0, Qt.AlignmentFlag.AlignVCenter)
        look().changed.connect(self._fit_margins)
        self._fit_margins()

    def show_line(self, draft: Draft, line: Line) -> None:
        scenarios = tuple(each.id for each in draft.scenarios)
        if scenarios != self._scenarios:
            self._arrange(scenarios)
        for cell, scenario in zip(self.cells, draft.scenarios, strict=True):
            cell.show_use(
                line.entry.name,
                scenario_called(scenario),
                line.in_scenario(scenario.id),
                is_suggested=bool(line.suggested_by),
            )
        self._tiles.show_cases(line.seen)

    def fit(self, measures: Measures | None) -> None:
        self._measures = measures
        self.has_columns = measures is not None
        for cell in self.cells:
            cell.setVisible(measures is not None)
        if measures is not None:
            self._row.setSpacing(measures.gap)
            self._tiles.setFixedWidth(measures.seen)
            for cell in self.cells:
                cell.setFixedWidth(measures.cell)

    def _arrange(self, scenarios: tuple[str, ...]) -> None:
        for cell in self.cells:
            self._row.removeWidget(cell)
            cell.hide()
            cell.setParent(None)
            cell.deleteLater()
        self._scenarios = scenarios
        self.cells = [self._made_cell(place, key) for place, key in enumerate(scenarios)]
        for place, cell in enumerate(self.cells):
            self._row.insertWidget(place, cell, 0, Qt.AlignmentFlag.AlignVCenter)
        self.fit(self._measures)

    def _made_cell(self, place: int, scenario: str) -> UseCell:
        cell = UseCell()
        cell.add_wanted.connect(lambda: self.add_wanted.emit(scenario))
        cell.show_wanted.connect(lambda: self.show_wanted.emit(scenario))
        cell.remove_wanted.connect(lambda: self.remove_wanted.emit(scenario))
        cell.stepped.connect(lambda across, down: self.stepped.emit(place, across, down))
        cell.entered.connect(self.entered)
        return cell

    def _fit_margins(self) -> None:
        px = look().px
        self._row.setContentsMargins(0, px(1), 0, px(3))


class _Tiles(QWidget):
    """The cases that report the entry; each says in its tooltip how they did it."""

    def __init__(self) -> None:
        super().__init__()
        self._seen: tuple[SeenIn, ...] | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addStretch(1)
        look().changed.connect(self._fit)
        self._fit()

    def show_cases(self, seen: tuple[SeenIn, ...]) -> None:
        if seen == self._seen:
            return
        self._seen = seen
        for tile in self.findChildren(CaseTile):
            self._row.removeWidget(tile)
            tile.hide()
            tile.setParent(None)
            tile.deleteLater()
        for place, each in enumerate(seen):
            tile = CaseTile(each.case, TILE, case_letters(each.label))
            tile.setToolTip(f"{each.label}: {each.how}" if each.how else each.label)
            self._row.insertWidget(place, tile)
        labels = ", ".join(each.label for each in seen)
        self.setAccessibleName(f"Reported of {labels}" if labels else "Reported of no case")

    def _fit(self) -> None:
        self._row.setSpacing(look().px(TILE_GAP))
        self.setMinimumHeight(look().px(TILE))
