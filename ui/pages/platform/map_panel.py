"""Where drafts and cases lie: as a map, as bars, or by how alike they are to the draft one is in."""

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.charts.picture import Picture
from ui.charts.picture_menu import PictureMenu, View
from ui.charts.profile import MixBars
from ui.charts.subjects import everyone, similarities
from ui.charts.triangle import Triangle
from ui.charts.triangle_view import TriangleView
from ui.charts.view import ChartView
from ui.charts.who import Who
from ui.document import Document
from ui.requests import Requests
from ui.theme.look import look
from ui.widgets import Sentence
from ui.widgets.laid_out import nest
from workbook.analysis.finding import Finding
from workbook.analysis.profile import profile
from workbook.library.loader import load

if TYPE_CHECKING:
    from workbook.analysis.subject import Subject

Kind = Literal["map", "bars", "alike"]

NAMES: dict[Kind, str] = {"map": "As a map", "bars": "As bars", "alike": "How alike to this draft"}
HINT = "Point at a tile, or use the arrow keys, to read where it lies."
BARS_SAY = "The mean of the dimensions of each, in parts of 100."
MOST_KNOWN_DRAFTS, MOST_KNOWN_CASES = 4, 3
"""So many are known by the tabs above and the guide beside; with more the map has a key of its own."""


class MapPanel(QWidget):
    """The heading, its menu, and the chart that is chosen. What is pointed at is said below."""

    def __init__(self, document: Document, requests: Requests) -> None:
        super().__init__()
        self._document, self._requests = document, requests
        self._kind: Kind = "map"
        self._subjects: dict[str, Subject] = {}
        self._heading = Sentence("Where drafts and cases lie", "section", "muted")
        self.map = TriangleView(Triangle(()))
        self.chart = ChartView(MixBars(()))
        self._said = Sentence(HINT, "citation", "muted")
        self.menu = PictureMenu(
            "What to do with this picture", self.picture, requests.save_picture, self._views
        )
        self.map.pointed_at.connect(self._say)
        self.map.picked.connect(self._explain)
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        head.addWidget(self.menu)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        nest(self._column, head)
        for widget in (self.map, self.chart, self._said):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        look().changed.connect(self._fit)
        self._fit()
        self.show_kind("map")

    def refresh(self) -> None:
        """Show where everyone lies now."""
        workbook, draft = self._document.workbook, self._document.draft
        comparison = self._document.findings.beside_cases(workbook)
        self._subjects = {subject.id: subject for subject in comparison.subjects}
        all_of_them = everyone(comparison.subjects, workbook, None if draft is None else draft.id)
        drafts = sum(who.kind == "draft" for who in all_of_them)
        is_crowd = drafts > MOST_KNOWN_DRAFTS or len(all_of_them) - drafts > MOST_KNOWN_CASES
        self.map.show_triangle(Triangle(all_of_them, has_key=is_crowd))
        if self._kind == "alike" and draft is not None:
            self.chart.show_picture(similarities(comparison, workbook, draft.id))
        else:
            self.chart.show_picture(MixBars(all_of_them))

    def picture(self) -> Picture:
        """What is shown, as it would be saved: a map on its own always has its key."""
        if self._kind == "map":
            return replace(self.map.triangle, has_key=True)
        return self.chart.picture

    def show_kind(self, kind: Kind) -> None:
        """Show the same in another way."""
        self._kind = kind
        self.map.setVisible(kind == "map")
        self.chart.setVisible(kind != "map")
        if self._subjects:
            self.refresh()
        self._heading.setText(self.picture().title)
        self._say(None)

    def _views(self) -> tuple[View, ...]:
        kinds = [kind for kind in NAMES if kind != "alike" or self._document.draft is not None]
        return tuple(
            (NAMES[kind], lambda kind=kind: self.show_kind(kind), kind == self._kind) for kind in kinds
        )

    def _say(self, who: Who | None) -> None:
        if who is not None:
            self._said.setText(who.sentence)
        else:
            self._said.setText({"map": HINT, "bars": BARS_SAY, "alike": ""}[self._kind])

    def _explain(self, who_id: str, at: QRect) -> None:
        self._requests.explain(self._finding(who_id), self.map, at)

    def _finding(self, who_id: str) -> Finding:
        """Why somebody lies where it does."""
        subject = self._subjects[who_id]
        if subject.kind == "draft":
            draft = self._document.workbook.draft(who_id)
            return self._document.findings.design(draft).profile.platform
        return profile(subject, load()).platform

    def _fit(self) -> None:
        self._column.setSpacing(look().px(4))
        # Two lines, so that nothing moves while one walks from tile to tile.
        self._said.setMinimumHeight(2 * look().line_height("citation"))
