"""What the table asks for, done to the document: scores given, taken back, copied and pasted."""

from collections.abc import Callable

from pydantic import ValidationError
from PySide6.QtGui import QGuiApplication

from ui.document import Document
from ui.pages.scores.blocks import block_text, out_of_range, read_block
from ui.pages.scores.table import ScoreTable
from workbook.editing import Address
from workbook.edits.scores import Cell, give_scores
from workbook.model.draft import Draft


class Giving:
    """Each deed is one step of undo. `refuse` is told why something cannot be done; empty: it was done."""

    def __init__(self, document: Document, table: ScoreTable, refuse: Callable[[str], None]) -> None:
        self._document, self._table, self._refuse = document, table, refuse
        table.given.connect(self.give)
        table.cleared.connect(self.take_back)
        table.copied.connect(self.copy)
        table.pasted.connect(self.paste)

    def scores_at(self, scenario: str) -> Address | None:
        """Where the scores of a scenario stand."""
        draft = self._document.draft
        if draft is None or all(each.id != scenario for each in draft.scenarios):
            return None
        return ("drafts", draft.id, "scenarios", scenario, "scores")

    def give(self, cell: Cell, value: float | None) -> None:
        """Put a value into a cell; what is typed on is the same step."""
        at, draft = self.scores_at(cell[0]), self._document.draft
        if at is None or draft is None:
            return
        try:
            self._document.type_edit(
                lambda workbook: give_scores(workbook, draft.id, {cell: value}),
                "change of score",
                (*at, cell[1]),
            )
        except ValidationError:
            score = self._table.scores.score(cell)
            ends = (None, None) if score is None else (score.low, score.high)
            self._refuse(out_of_range(self._table.grid, cell, value or 0, *ends))
        else:
            self._refuse("")

    def take_back(self, cells: list[Cell]) -> None:
        """Leave cells unscored."""
        draft = self._document.draft
        scored = [cell for cell in cells if self._table.scores.value(cell) is not None]
        if draft is None or not scored:
            return
        label = "taking back a score" if len(scored) == 1 else f"taking back {len(scored)} scores"
        self._edit(draft, dict.fromkeys(scored), label)

    def copy(self) -> None:
        """Put the block that is marked on the clipboard, as spreadsheets do."""
        interests, scenarios = self._table.marked
        values = [[self._table.scores.value((one, each)) for one in scenarios] for each in interests]
        if values:
            QGuiApplication.clipboard().setText(block_text(values))

    def paste(self) -> None:
        """Take a block from the clipboard: all of it or nothing."""
        draft, text = self._document.draft, QGuiApplication.clipboard().text()
        if draft is None or self._table.cell is None or not text.strip("\r\n"):
            return
        interests, scenarios = self._table.marked
        if "\t" in text or "\n" in text.strip("\r\n"):  # a block goes on from the first cell that is marked
            grid = self._table.grid
            interests = tuple(grid.row_of)[tuple(grid.row_of).index(interests[0]) :]
            scenarios = tuple(grid.column_of)[grid.column_of[scenarios[0]] :]
        read = read_block(text, self._table.grid, interests, scenarios)
        if read.problem:
            self._refuse(read.problem)
            return
        label = "pasting a score" if len(read.given) == 1 else f"pasting {len(read.given)} scores"
        self._edit(draft, dict(read.given), label)

    def _edit(self, draft: Draft, given: dict[Cell, float | None], label: str) -> None:
        scenario, interest = next(iter(given))
        at = ("drafts", draft.id, "scenarios", scenario, "scores", interest)
        try:
            self._document.edit(lambda workbook: give_scores(workbook, draft.id, given), label, at)
        except ValidationError:
            self._refuse("Nothing is pasted: a score lies outside the range that was given with it.")
        else:
            self._refuse("")
