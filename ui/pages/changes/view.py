"""The page of changes: two things compared, or a snapshot read, and beside it the snapshots there are."""

import datetime as dt
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.document import Change, Document
from ui.first_draft import ways_to_begin
from ui.moments import now
from ui.page_view import PageView, Topic
from ui.pages.changes import deeds
from ui.pages.changes.comparison import Comparison
from ui.pages.changes.held_panel import HeldPanel
from ui.pages.changes.pickers import Pickers
from ui.pages.changes.places import place_of
from ui.pages.changes.sides import Choices, Chosen, choices, draft_key, in_another_file, snapshot_key
from ui.pages.changes.snapshots import Snapshots
from ui.pages.changes.topics import topic_of
from ui.pages.changes.wording import BELONGS, snapshot_said
from ui.requests import OtherWorkbook, Requests
from ui.taking_snapshots import take
from ui.theme.look import look
from ui.widgets import EmptyState, Heading, Sentence
from ui.widgets.columns import Columns
from ui.widgets.inline_note import InlineNote
from ui.widgets.tab_order import tab_as_laid_out
from workbook.analysis.difference.held import held
from workbook.analysis.difference.places import step_of
from workbook.analysis.difference.subjects import snapshot_side
from workbook.analysis.difference.tell import tell
from workbook.analysis.wording import counted
from workbook.editing import Address
from workbook.edits.begin import draft_from_case
from workbook.library.loader import load
from workbook.model.draft import Draft
from workbook.model.workbook import Snapshot

PAUSE = 150
"""Milliseconds after the last keystroke before the two are compared anew."""
IN_SNAPSHOT = 3
"""Steps of an address up to what a snapshot holds: snapshots, its id, draft."""
NOTHING_NEAR = (
    "Nothing lies near yet to compare this draft with. Choose something above; or take a snapshot now, and "
    "see here later what changed since."
)


class ChangesPage(PageView):
    """`clock` is asked whenever something is dated. What is compared or read is a way of looking, no edit."""

    def __init__(
        self, document: Document, requests: Requests, clock: Callable[[], dt.datetime] = now
    ) -> None:
        super().__init__(document, requests)
        self._clock, self._part = clock, "changes"
        self._chosen, self._others = Chosen(), list[OtherWorkbook]()
        self._known: Choices = {}
        self._reading, self._draft_id, self._is_due = "", "", False
        self._title = Heading("Changes")
        self._empty = EmptyState(
            "Nothing to compare yet.",
            f"{BELONGS} It needs a draft first.",
            ways_to_begin(document, self._on_begun),
        )
        self.pickers = Pickers()
        self._beside = Sentence("", "secondary", "muted")
        self._nothing = Sentence(NOTHING_NEAR, "finding")
        self.note = InlineNote()
        self.comparison = Comparison(requests)
        self.held = HeldPanel(requests)
        self.snapshots = Snapshots(document, clock)
        self._later = QTimer(self, singleShot=True, interval=PAUSE)
        self._later.timeout.connect(self._show_if_visible)
        self._lay_out()
        self._connect()
        tab_as_laid_out(self)
        look().changed.connect(self._fit)
        self._fit()

    # What is shown -----------------------------------------------------------------------------------------

    def refresh(self, change: Change | None) -> None:
        """Snapshots at once; what differs after a pause while somebody is typing on this page."""
        draft = self.document.draft
        if change is not None:
            self.note.hide()
        if draft is None or draft.id != self._draft_id:
            self._draft_id = "" if draft is None else draft.id
            self._reading = ""
        self.snapshots.refresh(change, draft)
        self.snapshots.setVisible(draft is not None or bool(self.document.workbook.snapshots))
        self._empty.setVisible(draft is None)
        if change is not None and change.origin is not None:
            self._later.start()
        else:
            self._later.stop()
            self._show()

    def topic(self) -> Topic:
        """The part of the page that is in hand."""
        return topic_of(self._part, load())

    def reveal(self, address: Address) -> bool:
        """Compare a snapshot with now, or go to its name; what it holds is gone to by reading it."""
        key, field = (*address[1:IN_SNAPSHOT], "", "")[:2]
        if self._snapshot(key) is None or field == "name":
            self.snapshots.reveal(key, field)
        elif address[IN_SNAPSHOT:]:
            self._read(key, step_of(address[IN_SNAPSHOT:]))
        elif self.document.draft is None:
            self.snapshots.reveal(key)
        else:
            self._compare_with_now(key)
        return True

    def showEvent(self, event: QShowEvent) -> None:
        """What was put off while the page was hidden is done now."""
        super().showEvent(event)
        if self._is_due:
            self._show()

    def _show_if_visible(self) -> None:
        self._is_due = not self.isVisible()
        if not self._is_due:
            self._show()

    def _show(self) -> None:
        self._is_due = False
        draft, read = self.document.draft, self._snapshot(self._reading)
        self._reading = "" if read is None else read.id
        is_compared = draft is not None and read is None
        for widget in (self.pickers, self.comparison, self._nothing, self._beside):
            widget.setVisible(is_compared)
        self.held.setVisible(read is not None)
        self._shown.setVisible(is_compared or read is not None)
        if read is not None:
            self._show_read(read)
        elif draft is not None:
            self._show_compared(draft)

    def _show_read(self, read: Snapshot) -> None:
        workbook = self.document.workbook
        side = snapshot_side(workbook, read)
        found = held(side, load(), begin=draft_from_case)
        said = snapshot_said(read, self._clock(), read.draft.name.strip() or read.draft.id)
        self.held.show_held(
            read.id, read.name.strip() or side.name, f"{said}.", found, is_now=read.draft in workbook.drafts
        )

    def _show_compared(self, draft: Draft) -> None:
        self._known = choices(self.document.workbook, draft.id, load(), self._others)
        pair = self._chosen.pair(self.document, draft, self._known)
        self.pickers.show_pair(self._known, pair)
        self._nothing.setVisible(not pair[0])
        self.comparison.setVisible(bool(pair[0]))
        self._beside.setText(_files_said(self._others))
        self._beside.setVisible(bool(self._others))
        if pair[0]:
            sides = (self._known[pair[0]], self._known[pair[1]])
            found = tell(sides[0].side, sides[1].side, load(), begin=draft_from_case)
            self.comparison.show_difference(
                found,
                partial(place_of, self.document, sides, found),
                is_beside=not all(each.is_ours for each in sides),
            )

    def _snapshot(self, key: str) -> Snapshot | None:
        return next((each for each in self.document.workbook.snapshots if each.id == key), None)

    # What the user does ------------------------------------------------------------------------------------

    def _compare(self, before: str, after: str) -> None:
        self.document.seal()
        self._chosen.choose(before, after, self._draft_id)
        self._reading = ""
        self._show()

    def _compare_with_now(self, key: str) -> None:
        """A snapshot with its own draft as it is now; if that is gone, with the one that is looked at."""
        snapshot, draft = self._snapshot(key), self.document.draft
        if snapshot is None or draft is None:
            return
        is_there = any(each.id == snapshot.draft.id for each in self.document.workbook.drafts)
        after = snapshot.draft.id if is_there else draft.id
        self._compare(snapshot_key(key), draft_key(after))
        self.pickers.take_focus()

    def _open_file(self, place: int) -> None:
        """The first draft of another file is compared; the others stand in the lists from now on."""
        other = self.requests.pick_workbook()
        if other is None:
            return
        known = next(
            (at for at, each in enumerate(self._others) if each.path == other.path), len(self._others)
        )
        self._others[known : known + 1] = [other]
        first = next(in_another_file(known, other), None)
        draft = self.document.draft
        if draft is None or first is None:
            self._show()
            return
        known_now = choices(self.document.workbook, draft.id, load(), self._others)
        pair = list(self._chosen.pair(self.document, draft, known_now))
        pair[place] = first.key
        self._compare(pair[0], pair[1])

    def _read(self, key: str, step: str = "") -> None:
        self.document.seal()
        self._reading = key
        self._show()
        self._take_in_hand("held")
        tab_as_laid_out(self)
        self.held.take_focus(step)

    def _close_read(self) -> None:
        key, self._reading = self._reading, ""
        self._show()
        tab_as_laid_out(self)
        self.snapshots.reveal(key)

    def _take(self, name: str) -> None:
        draft = self.document.draft
        if draft is not None:
            self.note.say(take(self.document, draft, name, self._clock()))

    def _restore(self, key: str) -> None:
        snapshot = self._snapshot(key)
        if snapshot is not None:
            self.note.say(deeds.go_back(self.document, snapshot, self._clock()))

    def _remove(self, key: str) -> None:
        snapshot, next_one = self._snapshot(key), self.snapshots.key_after(key)
        if snapshot is not None:
            self.note.say(deeds.remove(self.document, snapshot))
            self.snapshots.reveal(next_one)

    def _take_in_hand(self, part: str) -> None:
        if part != self._part:
            self._part = part
            self.topic_changed.emit()

    def _on_begun(self) -> None:
        self.refresh(None)
        self.pickers.take_focus()

    # How it is put together --------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.pickers.chosen.connect(self._compare)
        self.pickers.file_wanted.connect(self._open_file)
        self.pickers.entered.connect(lambda: self._take_in_hand("changes"))
        self.comparison.place_wanted.connect(self.requests.go_to)
        self.comparison.entered.connect(self._take_in_hand)
        self.held.closed.connect(self._close_read)
        self.held.compare_wanted.connect(self._compare_with_now)
        self.held.restore_wanted.connect(self._restore)
        self.held.entered.connect(lambda: self._take_in_hand("held"))
        self.snapshots.take_wanted.connect(self._take)
        self.snapshots.compare_wanted.connect(self._compare_with_now)
        self.snapshots.read_wanted.connect(self._read)
        self.snapshots.restore_wanted.connect(self._restore)
        self.snapshots.remove_wanted.connect(self._remove)
        self.snapshots.entered.connect(lambda: self._take_in_hand("snapshots"))
        self.note.undo_wanted.connect(self.document.undo)
        for part in (self.comparison, self.held, self.snapshots):
            part.rearranged.connect(lambda: tab_as_laid_out(self))

    def _lay_out(self) -> None:
        self._shown = QWidget()
        self._left = QVBoxLayout(self._shown)
        self._left.setContentsMargins(0, 0, 0, 0)
        for part in (self._nothing, self.comparison, self.held):
            self._left.addWidget(part)
        self._left.addStretch(1)
        self._both = Columns(330, (1, 2), gap=40, row_gap=28, stretch=(5, 3))
        self._both.show_widgets([self._shown, self.snapshots])
        self._page = QVBoxLayout(self)
        for widget in (self._title, self._empty, self.pickers, self._beside, self.note, self._both):
            self._page.addWidget(widget)
        self._page.addStretch(1)

    def _fit(self) -> None:
        px = look().px
        self._page.setContentsMargins(px(28), px(18), px(28), px(28))
        self._page.setSpacing(px(14))
        self._left.setSpacing(px(12))


def _files_said(others: list[OtherWorkbook]) -> str:
    """Which files are looked at besides, and what of them can be chosen."""
    told = [
        f"{each.path.name} ({counted(len(each.workbook.drafts), 'draft')}, "
        f"{counted(len(each.workbook.snapshots), 'snapshot')})"
        for each in others
    ]
    return f"To choose from besides, only read: {'; '.join(told)}."
