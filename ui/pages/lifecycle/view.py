"""The page of the lifecycle: the path beside those of the cases, the gate ahead, and what goes with it."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QRect, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.charts.picture_menu import PictureMenu
from ui.charts.stage_table import StageTable
from ui.document import Change, Document
from ui.first_draft import ways_to_begin
from ui.moments import now
from ui.page_view import PageView, Topic
from ui.pages.lifecycle.beside import Beside, candidates
from ui.pages.lifecycle.case_panel import CasePanel
from ui.pages.lifecycle.gate_panel import GatePanel
from ui.pages.lifecycle.head import PageHead
from ui.pages.lifecycle.move_panel import MovePanel
from ui.pages.lifecycle.moving import REASON, MoveWish, asked_for, moved
from ui.pages.lifecycle.path_view import PathView
from ui.pages.lifecycle.picture import Shown, shown
from ui.pages.lifecycle.sections import Sections
from ui.pages.lifecycle.topics import topic_of
from ui.pages.lifecycle.wording import BELONGS, move_words
from ui.requests import Requests
from ui.theme.look import look
from ui.widgets import EmptyState, Heading, Way
from ui.widgets.columns import Columns
from ui.widgets.inline_note import InlineNote
from ui.widgets.tab_order import tab_as_laid_out
from workbook.analysis.lifecycle.conditions import Condition
from workbook.analysis.lifecycle.moves import PossibleMove
from workbook.analysis.lifecycle.standing import standing_at
from workbook.editing import Address, read_address
from workbook.edits.lifecycle import MoveRefused
from workbook.edits.snapshots import restore_snapshot
from workbook.library.loader import load
from workbook.model.vocabulary import StageId

PAUSE = 150
"""Milliseconds after the last keystroke before the analysis is asked anew."""
STEPS_UP = 3
"""Steps of an address up to what is in the lifecycle: drafts, the draft, lifecycle."""
KEPT = "A snapshot keeps how the draft stood before."
GAP = 10
"""The band of the path reaches so far beyond the words; all else is indented by as much."""


class LifecyclePage(PageView):
    """`clock` is asked whenever something happens: a move is dated, a review becomes due overnight."""

    def __init__(
        self, document: Document, requests: Requests, clock: Callable[[], dt.datetime] = now
    ) -> None:
        super().__init__(document, requests)
        self._clock, self._field, self._draft_id = clock, "path", ""
        self._picture: Shown | None = None
        self._beside = Beside()
        self.head = PageHead(requests)
        self.path = PathView(StageTable((), ()))
        self.menu = PictureMenu("What to do with the path", lambda: self.path.picture, requests.save_picture)
        self.head.add_tool(self.menu)
        self.note = InlineNote()
        self.making = MovePanel()
        self.gate = GatePanel(requests, self.making)
        self.cases = CasePanel(requests)
        self.sections = Sections(document, requests)
        self._empty = EmptyState("No path yet.", f"{BELONGS} It needs a draft first.", self._ways_in())
        self._later = QTimer(self, singleShot=True, interval=PAUSE)
        self._later.timeout.connect(self._show)
        self._lay_out()
        self._connect()
        self._order()
        look().changed.connect(self._fit)
        self._fit()

    def refresh(self, change: Change | None) -> None:
        """Fields at once; what has to be worked out, after a pause while somebody is typing on this page."""
        draft = self.document.draft
        self._nothing.setVisible(draft is None)
        self._filled.setVisible(draft is not None)
        if change is not None:
            self.note.hide()
        if draft is None:
            self.making.forget()
            return
        if draft.id != self._draft_id:
            self._draft_id = draft.id
            self.making.forget()
        self.sections.refresh(change, draft)
        if change is not None and change.origin is not None:
            self._later.start()
        else:
            self._later.stop()
            self._show(change)

    def topic(self) -> Topic:
        """The part of the page that is in hand."""
        return topic_of(self._field, self._stage, load())

    def reveal(self, address: Address) -> bool:
        """Go to what stands there; to the path for the lifecycle as a whole."""
        if self.document.draft is None:
            return False
        part, key, field, *_ = (*address[STEPS_UP:], "", "", "")
        if part:
            self.sections.reveal(part, key, field)
        else:
            self.path.take_focus()
        return True

    # What is shown ----------------------------------------------------------------------------------------

    @property
    def _stage(self) -> StageId:
        draft = self.document.draft
        return "frame" if draft is None else standing_at(draft.lifecycle)

    def _show(self, change: Change | None = None) -> None:
        draft, workbook, library = self.document.draft, self.document.workbook, load()
        if draft is None:
            return
        found = self.document.findings.lifecycle(workbook, draft, self._clock().date())
        cases = self._beside.cases(self.document, draft)
        beside = self.document.findings.timeline(workbook, draft, cases)
        self.head.show_head(found.path.finding, candidates(workbook), [case.id for case in cases])
        picture = shown(workbook, draft, found, beside, cases, library)
        self._picture = picture
        if picture.table != self.path.picture:
            self.path.show_spots(picture.table)
        is_another = self.gate.show_gate(found, library)
        is_another = self.cases.show_cases(beside, found.path.stage, library) or is_another
        self.sections.show_found(change, found)
        self._show_making(found.moves)
        if is_another:
            self._order()

    def _show_making(self, moves: tuple[PossibleMove, ...]) -> None:
        """A move in the making stays open, unless it is no longer open to this draft."""
        making = self.making.move_
        if making is not None and making not in moves:
            self.making.hide()
        self.gate.show_making(is_making=self.making.move_ is not None)
        self._show_asked()

    def _show_asked(self) -> None:
        wish, draft = self.making.wish, self.document.draft
        if wish is not None and draft is not None and self.making.move_ is not None:
            self.making.show_asked(asked_for(self.document.workbook, draft.id, wish, load()))

    # What the user does -----------------------------------------------------------------------------------

    def _prepare(self, move: PossibleMove) -> None:
        """Open the panel of a move, with what is known of it."""
        draft = self.document.draft
        if draft is None:
            return
        moves, known = draft.lifecycle.moves, self.document.workbook.facilitator
        self.making.prepare(move, moves[-1].by if moves else known, draft.lifecycle.lessons)
        self._take_in_hand("move")
        self._show_asked()
        self.gate.show_making(is_making=True)
        self._order()
        self.making.take_focus()

    def _put_away(self) -> None:
        self.making.hide()
        self.gate.show_making(is_making=False)
        self._order()
        self.gate.take_focus()

    def _move(self, wish: MoveWish) -> None:
        """The move and its snapshot are one step of undo."""
        draft, making = self.document.draft, self.making.move_
        if draft is None or making is None:
            return
        at = ("drafts", draft.id, "lifecycle")
        words = move_words(making)
        try:
            self.document.edit(
                lambda workbook: moved(workbook, draft.id, wish, load(), self._clock()),
                f"{words[:1].lower()}{words[1:]}",
                at,
            )
        except MoveRefused as refused:
            self.making.tell(str(refused))
            return
        self.making.forget()
        self._show()
        self.note.say(f"{self.head.where.sentence.text()} {KEPT}")
        self.gate.take_focus()

    def _restore(self, snapshot_id: str) -> None:
        draft = self.document.draft
        if draft is not None:
            self.document.edit(
                lambda workbook: restore_snapshot(workbook, snapshot_id, at=self._clock()),
                "going back to a snapshot",
                ("drafts", draft.id, "lifecycle"),
            )
            self.note.say(
                "The draft stands again as it did before that move. A snapshot keeps what stood here."
            )

    def _meet(self, condition: Condition) -> None:
        """Go to the field that would meet it; the reason for closing is given with the move."""
        if condition.id == REASON:
            closing = next((each for each in self.gate.moves if each.to == "closed"), None)
            if closing is not None:
                self._prepare(closing)
                return
        self.requests.go_to(read_address(condition.address))

    def _meet_instead(self, condition_id: str) -> None:
        wish, draft = self.making.wish, self.document.draft
        if wish is None or draft is None:
            return
        for each in asked_for(self.document.workbook, draft.id, wish, load()):
            if each.id == condition_id:
                self.requests.go_to(read_address(each.address))

    def _choose_beside(self, case_ids: tuple[str, ...]) -> None:
        self._beside.choose(case_ids)
        self._show()

    def _explain(self, key: str, at: QRect) -> None:
        answers = {} if self._picture is None else self._picture.answers
        if key in answers:
            self.requests.explain(answers[key], self.path, at)

    def _take_in_hand(self, field: str) -> None:
        if field != self._field:
            self._field = field
            self.topic_changed.emit()

    def _after_begin(self) -> None:
        self.refresh(None)
        self.gate.take_focus()

    # How it is put together -------------------------------------------------------------------------------

    def _ways_in(self) -> list[Way]:
        return ways_to_begin(self.document, self._after_begin)

    def _connect(self) -> None:
        self.head.beside_chosen.connect(self._choose_beside)
        self.head.event_wanted.connect(self.sections.record_event)
        self.head.entered.connect(lambda: self._take_in_hand("beside"))
        self.path.asked.connect(self._explain)
        self.path.pointed_at.connect(lambda said: self._take_in_hand("path") if said else None)
        self.gate.move_wanted.connect(self._prepare)
        self.gate.act_wanted.connect(self._meet)
        self.gate.entered.connect(lambda: self._take_in_hand("gate"))
        self.making.wanted.connect(self._move)
        self.making.changed.connect(self._show_asked)
        self.making.cancelled.connect(self._put_away)
        self.making.act_wanted.connect(self._meet_instead)
        self.sections.entered.connect(self._take_in_hand)
        self.sections.restore_wanted.connect(self._restore)
        self.sections.compare_wanted.connect(lambda key: self.requests.go_to(("snapshots", key)))
        self.sections.rearranged.connect(self._order)
        self.note.undo_wanted.connect(self.document.undo)

    def _order(self) -> None:
        """The order of Tab. What lies over the path is in no layout: it comes after the head."""
        tab_as_laid_out(self)
        self.setTabOrder(self.menu, self.path.cursor_)

    def _lay_out(self) -> None:
        self._gate_and_cases = Columns(330, (1, 2), gap=36, row_gap=24, stretch=(3, 2))
        self._gate_and_cases.show_widgets([self.gate, self.cases])
        below = QWidget()
        self._below = QVBoxLayout(below)
        self._below.addWidget(self.note)
        self._below.addWidget(self._gate_and_cases)
        self._below.addWidget(self.sections)
        above = QWidget()
        self._above = QVBoxLayout(above)
        self._above.addWidget(self.head)
        self._filled = QWidget()
        self._column = QVBoxLayout(self._filled)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(above)
        self._column.addWidget(self.path)
        self._column.addWidget(below)
        self._nothing = QWidget()
        self._begin = QVBoxLayout(self._nothing)
        self._begin.addWidget(Heading("Lifecycle"))
        self._begin.addWidget(self._empty)
        self._page = QVBoxLayout(self)
        self._page.addWidget(self._nothing)
        self._page.addWidget(self._filled)
        self._page.addStretch(1)

    def _fit(self) -> None:
        px = look().px
        self._page.setContentsMargins(px(28 - GAP), px(16), px(28 - GAP), px(28))
        self._page.setSpacing(px(8))
        self._column.setSpacing(px(12))
        for inner in (self._above, self._below, self._begin):
            inner.setContentsMargins(px(GAP), 0, px(GAP), 0)
        self._below.setSpacing(px(20))
        self._begin.setSpacing(px(20))
