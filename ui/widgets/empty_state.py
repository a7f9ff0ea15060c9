"""What an empty page says: what belongs here, and the quickest ways in."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.look import look
from ui.widgets.gap import Gap
from ui.widgets.hairline import Hairline
from ui.widgets.painted import Painted
from ui.widgets.row_button import RowButton
from ui.widgets.sentence import Heading, Sentence

WIDEST = 440


class Way(NamedTuple):
    """A way in: what it is called, its icon, what it does, and a word of explanation."""

    label: str
    icon: str
    act: Callable[[], object]
    explanation: str = ""


class EmptyState(Painted):
    """A title, two sentences, three or four ways in, and perhaps a ghost of the picture to come."""

    def __init__(
        self,
        title: str,
        sentences: str,
        ways: Sequence[Way | tuple[str, str, Callable[[], object]]],
        ghost: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.ways: list[RowButton] = []
        self._column = QWidget()
        column = QVBoxLayout(self._column)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Heading(title, "item_title"))
        column.addWidget(Gap(4))
        column.addWidget(Sentence(sentences, "subtitle", "muted"))
        column.addWidget(Gap(16))
        column.addWidget(Hairline())
        for way in ways:
            self._add_way(column, Way(*way))
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._column, 3)
        row.addStretch(1) if ghost is None else row.addWidget(ghost, 2)
        self._on_look_changed()

    def _add_way(self, column: QVBoxLayout, way: Way) -> None:
        button = RowButton(way.label, way.icon, way.explanation)
        button.clicked.connect(lambda _=False: way.act())
        self.ways.append(button)
        column.addWidget(button)
        column.addWidget(Hairline())

    def _on_look_changed(self) -> None:
        self._column.setMaximumWidth(look().px(WIDEST))
        super()._on_look_changed()
