"""What follows from a platform, in columns with their sources; and what the framework cannot tell."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.requests import Requests
from ui.theme.look import look
from ui.widgets import Citation, Glyph, Sentence, WhyMark
from ui.widgets.columns import Columns
from ui.widgets.laid_out import nest
from workbook.analysis.finding import Finding
from workbook.analysis.follows import Follows
from workbook.library.entries import Library

TITLES = ("What drives it", "What opened sharing", "Role of government", "Incentives government can use")
PROMOTES = "What is meant to promote sharing"
"""Of the societal sector, where sharing was still being explored."""
SEVERAL = "No platform is clearly ahead, so what follows from each that is near stands here."


class FollowsPanel(QWidget):
    """One section for each platform that leads or is close to the lead."""

    def __init__(self, requests: Requests) -> None:
        super().__init__()
        self._requests = requests
        self._shown: tuple[object, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        look().changed.connect(self._fit)
        self._fit()

    def show_follows(self, follows: Sequence[Follows], library: Library) -> bool:
        """Say what follows. Nothing is rebuilt while it is the same; the answer is whether it was."""
        shown = tuple(follows)
        if shown == self._shown:
            return False
        self._shown = shown
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.setParent(None)
                widget.deleteLater()
        if len(follows) > 1:
            self._column.addWidget(Sentence(SEVERAL, "body", "muted"))
        for each in follows:
            self._column.addWidget(_section(each, library, self._requests))
        return True

    def _fit(self) -> None:
        self._column.setSpacing(look().px(24))


class LimitsPanel(QWidget):
    """What the framework cannot tell, with its sources."""

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(Sentence("What the framework cannot tell", "section", "muted"))
        self._columns = Columns(210, (1, 3))
        self._columns.show_widgets([_Said("", limit.text, limit.citation) for limit in library.limits])
        self._column.addWidget(self._columns)
        look().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self._column.setSpacing(look().px(8))


class _Said(QWidget):
    """A title, what is said, and where."""

    def __init__(self, title: str, text: str, citation: str) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        if title:
            self._column.addWidget(Sentence(title, "body_strong"))
        self._column.addWidget(Sentence(text, "secondary"))
        self._column.addWidget(Citation(citation))
        self._column.addStretch(1)
        look().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self._column.setSpacing(look().px(4))


def _section(follows: Follows, library: Library, requests: Requests) -> QWidget:
    section = QWidget()
    column = QVBoxLayout(section)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(look().px(12))
    platform = library.platform(follows.platform)
    head = QHBoxLayout()
    head.setSpacing(look().px(8))
    head.addWidget(Glyph(platform.id, 20))
    name = platform.name.lower()
    article = "an" if name[0] in "aeiou" else "a"
    head.addWidget(Sentence(f"What follows from {article} {name} platform", "subheading"), 1)
    head.addWidget(
        WhyMark(follows.drivers, requests, f"Why {name}, and where this comes from"),
        0,
        Qt.AlignmentFlag.AlignVCenter,
    )
    nest(column, head)
    said = [
        _Said(title, finding.words, finding.citation)
        for title, finding in zip(_titles(follows), _findings(follows), strict=True)
    ]
    # Two and two: four columns in a wide place, in a usual one two of about the same height.
    halves = [Columns(255), Columns(255)]
    halves[0].show_widgets(said[:2])
    halves[1].show_widgets(said[2:])
    columns = Columns(250)
    columns.show_widgets(halves)
    column.addWidget(columns)
    return section


def _titles(follows: Follows) -> tuple[str, ...]:
    if follows.platform != "societal_sector":
        return TITLES
    return (TITLES[0], PROMOTES, *TITLES[2:])


def _findings(follows: Follows) -> tuple[Finding, ...]:
    return (follows.drivers, follows.mechanisms, follows.role_of_government, follows.incentives)
