"""What a case did, or reports, where one is: its tile and name, the words, and where they are from."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.look import look
from ui.widgets.laid_out import nest
from ui.widgets.painting.tiles import case_letters
from ui.widgets.sentence import Citation, Sentence
from ui.widgets.signs import CaseTile

TILE = 20


class CaseSaid(QWidget):
    """`label` is the name with its warning, such as "New York State (envisaged)"."""

    def __init__(self, case_id: str, label: str, texts: tuple[str, ...], citation: str) -> None:
        super().__init__()
        self.setAccessibleName(label)
        self._words = QVBoxLayout()
        self._words.addWidget(Sentence(label, "body_strong"))
        for text in texts:
            self._words.addWidget(Sentence(text, "secondary"))
        self._words.addWidget(Citation(citation))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(CaseTile(case_id, TILE, case_letters(label)), 0, Qt.AlignmentFlag.AlignTop)
        nest(self._row, self._words, 1)
        look().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self._row.setSpacing(look().px(10))
        self._words.setSpacing(look().px(3))
