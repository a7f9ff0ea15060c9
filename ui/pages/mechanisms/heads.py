"""What stands above rows: the names of the columns, and why a group of entries is suggested."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.pages.mechanisms.measures import Measures
from ui.pages.mechanisms.wording import Kind, scenario_called
from ui.requests import Requests
from ui.theme.look import look
from ui.widgets import Citation, Glyph, Sentence, WhyMark, strong
from ui.widgets.columns import Columns
from ui.widgets.laid_out import nest
from workbook.analysis.follows import Follows
from workbook.library.entries import Platform
from workbook.model.draft import Draft
from workbook.model.scenarios import Scenario


class ColumnHeads(QWidget):
    """A name for each column; the chosen scenario says that it is."""

    def __init__(self, kind: Kind) -> None:
        super().__init__()
        self._measures: Measures | None = None
        self._names: list[Sentence] = []
        self._shown: tuple[tuple[str, str], ...] = ()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        bottom = Qt.AlignmentFlag.AlignBottom
        self._row.addWidget(Sentence(kind.head, "group", "muted"), 1, bottom)
        self._seen = Sentence("Cases", "group", "muted")
        self._row.addWidget(self._seen, 0, bottom)

    def show_scenarios(self, draft: Draft) -> None:
        """Name the scenarios of a draft, in their order."""
        shown = tuple((each.id, _words(draft, each)) for each in draft.scenarios)
        if [key for key, _ in shown] != [key for key, _ in self._shown]:
            self._arrange(len(shown))
        for name, (_, words) in zip(self._names, shown, strict=True):
            name.setText(words)
        self._shown = shown
        self.fit(self._measures)

    def fit(self, measures: Measures | None) -> None:
        """Take these widths; with none there are no columns."""
        self._measures = measures
        self.setVisible(measures is not None)
        if measures is None:
            return
        self._row.setSpacing(measures.gap)
        self._seen.setFixedWidth(measures.seen)
        for name in self._names:
            name.setFixedWidth(measures.cell)

    def _arrange(self, number: int) -> None:
        for name in self._names:
            self._row.removeWidget(name)
            name.hide()
            name.setParent(None)
            name.deleteLater()
        self._names = [Sentence("", "secondary") for _ in range(number)]
        for place, name in enumerate(self._names, 1):
            self._row.insertWidget(place, name, 0, Qt.AlignmentFlag.AlignBottom)


class SuggestedHead(QWidget):
    """Which platform the draft resembles, what is reported of it, and where that is said."""

    def __init__(self, kind: Kind, follows: Follows, platform: Platform, requests: Requests) -> None:
        super().__init__()
        self._head = QHBoxLayout()
        self._head.addWidget(Glyph(platform.id, 20))
        name = platform.name.lower()
        self._head.addWidget(Sentence(f"Suggested: the draft resembles the {name} platform", "subheading"), 1)
        finding = follows.mechanisms if kind.catalogue == "mechanisms" else follows.role_of_government
        self._head.addWidget(WhyMark(finding, requests, f"Why {name}, and where this comes from"))
        self._column = QVBoxLayout(self)
        nest(self._column, self._head)
        for text, citation in _told(kind, platform):
            told = Columns(210, (1, 2), gap=24, row_gap=2, stretch=(4, 1))
            told.show_widgets([Sentence(text, "secondary", "muted"), Citation(citation)])
            self._column.addWidget(told)
        look().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        px = look().px
        self._head.setSpacing(px(8))
        self._column.setContentsMargins(0, px(8), 0, px(6))
        self._column.setSpacing(px(4))


class GroupName(QWidget):
    """A group of entries that nothing suggests, and perhaps a word on it."""

    def __init__(self, title: str, says: str = "") -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.addWidget(Sentence(title, "subheading"))
        if says:
            self._column.addWidget(Sentence(says, "secondary", "muted"))
        look().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        px = look().px
        self._column.setContentsMargins(0, px(18), 0, px(6))
        self._column.setSpacing(px(4))


def _words(draft: Draft, scenario: Scenario) -> str:
    name = strong(scenario_called(scenario))
    return f"{name}\nchosen scenario" if draft.chosen_scenario == scenario.id else name


def _told(kind: Kind, platform: Platform) -> list[tuple[str, str]]:
    if kind.catalogue == "mechanisms":
        told = platform.mechanisms_reported
        return [(told.text, told.citation)]
    role, incentives = platform.role_of_government, platform.incentives
    return [(role.text, role.citation), (f"Incentives: {_small(incentives.text)}", incentives.citation)]


def _small(sentence: str) -> str:
    return f"{sentence[:1].lower()}{sentence[1:]}"
