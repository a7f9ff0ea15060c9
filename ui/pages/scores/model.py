"""The scores as Qt's table views and screen readers ask for them. Holds words; computes nothing."""

from collections.abc import Mapping

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from ui.pages.scores.lines import Column, Grid, Kind, Line
from ui.pages.scores.meaning import words_of, written
from workbook.analysis.win_win.in_short import InShort
from workbook.edits.scores import Cell
from workbook.model.draft import Draft
from workbook.model.scores import Scale, Score

DISPLAY, SAID, DESCRIBED, TIP = (
    int(role)
    for role in (
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.AccessibleTextRole,
        Qt.ItemDataRole.AccessibleDescriptionRole,
        Qt.ItemDataRole.ToolTipRole,
    )
)
ANSWERED = frozenset({DISPLAY, SAID, DESCRIBED, TIP})
AnyIndex = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
FIRST = 2
"""The first column that holds a scenario: before it stand titles and weights."""
KEYS = (
    "Digits score, Delete takes back, F1 answers why the party gains or loses, F2 opens range and evidence."
)


class ScoreModel(QAbstractTableModel):
    """Row 0 holds the names of the scenarios; then parties, each with its interests."""

    def __init__(self) -> None:
        super().__init__()
        self.grid = Grid((), (), Scale())
        self.verdicts: Mapping[Cell, InShort] = {}
        self.asked: Cell | None = None
        self._scores: dict[str, tuple[tuple[Score, ...], dict[str, Score]]] = {}

    def show_grid(self, grid: Grid) -> None:
        """Show other lines or columns."""
        self.beginResetModel()
        self.grid = grid
        self.endResetModel()

    def show_scores(self, draft: Draft) -> None:
        """Show what is scored now; only scenarios in which something changed are looked at."""
        known, self._scores = self._scores, {}
        for place, scenario in enumerate(draft.scenarios):
            held = known.get(scenario.id)
            if held is None or held[0] is not scenario.scores:
                held = (scenario.scores, {score.interest: score for score in scenario.scores})
                self.dataChanged.emit(
                    self.index(0, place + FIRST), self.index(self.rowCount() - 1, place + FIRST)
                )
            self._scores[scenario.id] = held

    def show_verdicts(self, verdicts: Mapping[Cell, InShort], asked: Cell | None) -> None:
        """Show what the scores come to."""
        if (verdicts, asked) != (self.verdicts, self.asked):
            self.verdicts, self.asked = verdicts, asked
            if self.grid.columns:
                self.dataChanged.emit(self.index(0, FIRST), self.index(self.rowCount() - 1, FIRST))

    def rowCount(self, parent: AnyIndex = NOWHERE) -> int:
        """The names of the scenarios, then one row for each party and each interest."""
        return 0 if parent.isValid() else len(self.grid.lines)

    def columnCount(self, parent: AnyIndex = NOWHERE) -> int:
        """Titles, weights, then one column for each scenario."""
        return 0 if parent.isValid() or not self.grid.lines else len(self.grid.columns) + FIRST

    def score(self, cell: Cell) -> Score | None:
        """What is said of an interest in a scenario."""
        held = self._scores.get(cell[0])
        return None if held is None else held[1].get(cell[1])

    def value(self, cell: Cell) -> float | None:
        """The score of an interest in a scenario; None when nobody gave one."""
        score = self.score(cell)
        return None if score is None else score.value

    def cell(self, row: int, column: int) -> Cell | None:
        """The scenario and interest of a place; None where no score can stand."""
        line = self.grid.lines[row]
        if line.kind is not Kind.INTEREST or column < FIRST:
            return None
        return self.grid.columns[column - FIRST].id, line.interest

    def verdict(self, row: int, column: int) -> InShort | None:
        """What a party comes to in a scenario; None where no verdict stands."""
        line = self.grid.lines[row]
        if line.kind is not Kind.PARTY or column < FIRST:
            return None
        return self.verdicts.get((self.grid.columns[column - FIRST].id, line.holder))

    def data(self, index: AnyIndex, role: int = DISPLAY) -> object:
        """Words, and what a screen reader says."""
        if role not in ANSWERED or not index.isValid():
            return None
        line = self.grid.lines[index.row()]
        if index.column() < FIRST:
            return self._of_title(line, index.column(), role)
        column = self.grid.columns[index.column() - FIRST]
        if line.kind is Kind.HEAD:
            return f"{column.name}\n{column.said}".strip() if role == TIP else column.name
        if line.kind is Kind.PARTY:
            return self._of_verdict(line, column, role)
        return self._of_score(line, column, role)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> object:
        """Names of scenarios and lines, for screen readers."""
        if role not in {DISPLAY, SAID}:
            return None
        if orientation == Qt.Orientation.Vertical:
            return self.grid.lines[section].title or "Scenarios"
        names = ("What each wants or fears", "How much it matters")
        return names[section] if section < FIRST else self.grid.columns[section - FIRST].name

    def _of_title(self, line: Line, column: int, role: int) -> object:
        if column == 0:
            words = ", ".join(filter(None, (line.title, line.note)))
            return words or "What each wants or fears"
        if line.kind is not Kind.INTEREST:
            return "" if line.kind is Kind.PARTY else "Matters"
        if role == DESCRIBED:
            return "F1 answers why."
        return line.share if role == DISPLAY else f"{line.title} counts {line.share}"

    def _of_verdict(self, line: Line, column: Column, role: int) -> object:
        verdict = self.verdicts.get((column.id, line.holder))
        if role in {DESCRIBED, TIP}:
            return "Enter or a click answers why." if verdict is not None else ""
        words = "" if verdict is None else verdict.sized
        return words if role == DISPLAY else f"{column.name}: {line.title} {words}"

    def _of_score(self, line: Line, column: Column, role: int) -> object:
        if role == DESCRIBED:
            return KEYS
        cell = (column.id, line.interest)
        score = self.score(cell)
        value = None if score is None else score.value
        if role == DISPLAY:
            return "" if value is None else written(value)
        said = f"{self.grid.place(*cell)}: {words_of(value, self.grid.scale)}"
        if role == TIP:
            return "\n".join((said, *details_of(score)))
        return said if value is None else f"{said} ({written(value)})"


def details_of(score: Score | None) -> list[str]:
    """What is known of a score besides its value, line by line."""
    if score is None:
        return []
    found = []
    if score.low is not None or score.high is not None:
        ends = ("open" if end is None else written(end) for end in (score.low, score.high))
        found.append(f"Range: {' to '.join(ends)}")
    for words, said in (("Evidence", score.evidence), ("Said by", score.said_by), ("Source", score.citation)):
        if said.strip():
            found.append(f"{words}: {said.strip()}")
    if score.basis == "illustration" and score.value is not None:
        found.append("Scored as an illustration, not by a room.")
    return found
