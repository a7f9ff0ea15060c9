"""The two compared: how much differs, who gains or loses by it, and every difference by step of the walk."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.pages.changes.change_row import ChangeItem
from ui.pages.changes.gain_rows import Gains
from ui.pages.changes.groups import Group, Groups
from ui.pages.changes.wording import kinds_said
from ui.requests import Requests
from ui.theme.look import look
from ui.widgets import Sentence
from ui.widgets.why_sentence import WhySentence
from workbook.analysis.difference.changes import Change
from workbook.analysis.difference.tell import DraftDifference, StepChanges
from workbook.analysis.finding import Finding
from workbook.analysis.wording import listed
from workbook.editing import Address

FEW = 8
"""So many changes are shown at once; of more, one first sees how many there are where."""

PlaceOf = Callable[[Change], Address | None]


class Comparison(QWidget):
    """Shows what it is given. `place_wanted`: the user wants to go to the field of a change."""

    place_wanted = Signal(object)
    entered = Signal(str)
    """The part that is in hand."""
    rearranged = Signal()

    def __init__(self, requests: Requests) -> None:
        super().__init__()
        self._found: DraftDifference | None = None
        self.summary = WhySentence(requests, "finding")
        self.gains = Gains(requests)
        self.groups = Groups("What changed")
        self._same = Sentence("", "secondary", "muted")
        self.gains.entered.connect(lambda: self.entered.emit("gains"))
        self.groups.entered.connect(lambda: self.entered.emit("changes"))
        for part in (self.gains, self.groups):
            part.rearranged.connect(self.rearranged)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.summary, self.gains, self.groups, self._same):
            self._column.addWidget(widget)
        look().changed.connect(self._fit)
        self._fit()

    def show_difference(self, found: DraftDifference, place_of: PlaceOf, *, is_beside: bool) -> None:
        """Show what was found. `is_beside`: one of the two is in another file, so no input leads there."""
        is_another = self._found is None or _ends(found) != _ends(self._found)
        self._found = found
        if is_another:
            self.groups.forget()
        self.summary.show_finding(found.summary)
        findings = found.stakeholders
        self.gains.show_findings([without_places(each) for each in findings] if is_beside else findings)
        groups = [self._group(group, [place_of(each) for each in group.changes]) for group in found.groups]
        few = frozenset(each.step for each in found.groups) if len(found.changes) <= FEW else frozenset()
        self.groups.show_groups(groups, few)
        names = listed([each.name for each in found.matched_by_name])
        self._same.setText(f"Taken to be the same because of their names, with other ids: {names}.")
        self._same.setVisible(bool(names))

    def _group(self, group: StepChanges, places: Sequence[Address | None]) -> Group:
        makers = [
            partial(self._made, change, place) for change, place in zip(group.changes, places, strict=True)
        ]
        shows = (group.changes, tuple(places))
        return Group(group.step, group.title, kinds_said(group.changes), shows, makers)

    def _made(self, change: Change, place: Address | None) -> ChangeItem:
        item = ChangeItem(change, leads=place is not None)
        item.row.entered.connect(lambda: self.entered.emit("changes"))
        item.row.stepped.connect(lambda by: self._step(item, by))
        item.wanted.connect(lambda: self.place_wanted.emit(place))
        return item

    def _step(self, item: ChangeItem, by: int) -> None:
        """To the next row that can be chosen, within the step."""
        for group in self.groups.items.values():
            rows = [each for each in group.rows.rows if isinstance(each, ChangeItem)]
            if item in rows:
                stops = [each for each in rows if each is item or each.is_stop]
                to = stops.index(item) + by
                if 0 <= to < len(stops):
                    stops[to].take_focus()

    def _fit(self) -> None:
        self._column.setSpacing(look().px(14))


def without_places(finding: Finding) -> Finding:
    """The finding with no way to its inputs: they stand in a file that is not open."""
    inputs = tuple(each.replace(address=None) for each in finding.inputs)
    return finding.replace(inputs=inputs, address=None)


def _ends(found: DraftDifference) -> tuple[str, ...]:
    return (found.before.kind, found.before.id, found.after.kind, found.after.id)
