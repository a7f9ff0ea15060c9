"""The picture of who gives to whom, with its title and what can be done with it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.charts.giving import Arrow, Giver, Giving
from ui.charts.picture_menu import PictureMenu
from ui.charts.view import ChartView
from ui.pages.data_flows.wording import name_in_list, names_of
from ui.requests import Requests
from ui.theme.look import look
from ui.widgets import Hairline, Sentence
from ui.widgets.laid_out import nest
from workbook.model.draft import Draft

SOMEBODY = "somebody"
"""Stands for whoever was not named; no id has this letter and length."""
ICONS = {
    "business": "building",
    "government": "landmark",
    "nonprofit": "handshake",
    "research": "book-open",
    "citizens": "users",
    "other": "user",
}


class WhoToWhom(QWidget):
    """Shown as soon as a flow has a giver and a receiver."""

    def __init__(self, requests: Requests) -> None:
        super().__init__()
        self.chart = ChartView(Giving((), ()))
        menu = PictureMenu("What to do with the picture", lambda: self.chart.picture, requests.save_picture)
        head = QHBoxLayout()
        head.addWidget(Sentence("Who gives to whom", "section"), 1)
        head.addWidget(menu, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(Hairline())
        nest(self._column, head)
        self._column.addWidget(self.chart)
        look().changed.connect(self._fit)
        self._fit()

    def show_flows(self, draft: Draft, current: str) -> None:
        """Show the flows of a draft; the one that is looked at stands out."""
        picture = giving(draft, current)
        if picture != self.chart.picture:
            self.chart.show_picture(picture)
        self.setVisible(bool(picture.arrows))

    def _fit(self) -> None:
        self._column.setSpacing(look().px(10))


def giving(draft: Draft, current: str) -> Giving:
    """The flows of a draft as arrows: one for each pair, however many there are between the two."""
    pairs: dict[tuple[str, str], list[str]] = {}
    lit: set[tuple[str, str]] = set()
    for flow in draft.data_flows:
        if flow.from_stakeholder is None and flow.to_stakeholder is None:
            continue
        pair = (flow.from_stakeholder or SOMEBODY, flow.to_stakeholder or SOMEBODY)
        pairs.setdefault(pair, []).append(name_in_list(flow))
        if flow.id == current:
            lit.add(pair)
    there = {end for pair in pairs for end in pair}
    names = names_of(draft)
    parties = [
        Giver(each.id, names[each.id], ICONS[each.sector]) for each in draft.stakeholders if each.id in there
    ]
    if SOMEBODY in there:
        parties.append(Giver(SOMEBODY, "Not said yet", "user", is_known=False))
    arrows = tuple(Arrow(*pair, tuple(data), pair in lit) for pair, data in pairs.items())
    return Giving(tuple(parties), arrows)
