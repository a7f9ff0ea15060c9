"""The page of the data flows: the list, one of them, and a picture of who gives to whom."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.document import Change, Document
from ui.forms.add_line import AddLine, Rows
from ui.page_view import PageView, Topic
from ui.pages.data_flows.flow import Flow
from ui.pages.data_flows.rows import read_flows
from ui.pages.data_flows.topics import topic_of
from ui.pages.data_flows.who_to_whom import WhoToWhom
from ui.pages.data_flows.wording import how_far, name_in_list, names_of, said_in_list
from ui.requests import Requests
from ui.theme.look import look
from ui.widgets import EmptyState, Heading, Sentence, Way
from ui.widgets.inline_note import InlineNote
from ui.widgets.item_list import ItemList
from ui.widgets.item_row import Entry
from ui.widgets.list_and_one import ListAndOne
from ui.widgets.painting.tiles import CASE_ICONS
from ui.widgets.tab_order import tab_as_laid_out
from workbook.analysis.wording import counted, listed
from workbook.editing import Address, move
from workbook.edits.begin import add_draft, draft_from_case, empty_draft
from workbook.edits.drafts import next_draft_name
from workbook.edits.removals import remove_data_flow, what_went
from workbook.library.loader import load
from workbook.model.data_flows import DataFlow
from workbook.model.draft import Draft

BELONGS = (
    "Who gives which data to whom, how often, on what legal basis and with which safeguards. What is given "
    "back belongs here too."
)
IN_FLOWS = 3
"""Steps of an address up to the list: drafts, the draft, data_flows."""


class DataFlowsPage(PageView):
    """Keeps the id of the flow that is looked at; everything else is read from the document."""

    def __init__(self, document: Document, requests: Requests) -> None:
        super().__init__(document, requests)
        self._key, self._field = "", "data_flows"
        self._title = Heading("Data flows")
        self._subtitle = Sentence("", "body", "muted")
        self.list = ItemList("Data flows")
        self.add = AddLine(
            "Add a data flow, then Enter",
            "Add a data flow",
            "Enter adds it. Pasted lines, or cells with data, giver and receiver, add many.",
        )
        self.flow = Flow(document, self._at)
        self.note = InlineNote()
        self.picture = WhoToWhom(requests)
        self._empty = EmptyState(
            "Who gives what to whom?", f"{BELONGS} It needs a draft first.", self._ways_in()
        )
        self._none = EmptyState(
            "Who gives what to whom?",
            BELONGS,
            [
                Way(
                    "Write which data first",
                    "pencil",
                    lambda: self.add.setFocus(Qt.FocusReason.OtherFocusReason),
                    "Enter adds the next; a pasted list, or cells of a spreadsheet, add many.",
                ),
                Way(
                    "Name the stakeholders first",
                    "users",
                    lambda: requests.go_to_page("stakeholders"),
                    "Then each data flow can say who gives and who receives.",
                ),
            ],
        )
        self._filled = QWidget()
        self._lay_out()
        self._connect()
        tab_as_laid_out(self)
        look().changed.connect(self._fit)
        self._fit()

    @property
    def chosen(self) -> DataFlow | None:
        """The flow that is looked at."""
        draft = self.document.draft
        held = () if draft is None else draft.data_flows
        return next((each for each in held if each.id == self._key), held[0] if held else None)

    def refresh(self, change: Change | None) -> None:
        """Show the document's state."""
        if change is not None:
            self.note.hide()
        draft, chosen = self.document.draft, self.chosen
        self._empty.setVisible(draft is None)
        self._filled.setVisible(draft is not None)
        self._subtitle.setVisible(chosen is not None)
        self._none.setVisible(draft is not None and chosen is None)
        self.flow.setVisible(chosen is not None)
        self.picture.setVisible(chosen is not None)
        if draft is None:
            return
        is_another = self._show_list(draft, chosen)
        if chosen is not None:
            is_another = is_another or chosen.id != self._key
            self._key = chosen.id
            self.flow.refresh(None if is_another else change, draft, chosen)
            self.picture.show_flows(draft, chosen.id)
        if is_another:
            tab_as_laid_out(self)

    def topic(self) -> Topic:
        """The field in hand; before any is, the flows as such."""
        return topic_of(self._field, load())

    def reveal(self, address: Address) -> bool:
        """Go to a flow, or a field of it; where there is none, to the line that adds one."""
        draft = self.document.draft
        if draft is None:
            return False
        key, *steps = address[IN_FLOWS:] or ("",)
        if any(each.id == key for each in draft.data_flows):
            self.show_flow(key)
            if steps:
                return self.flow.reveal(steps[0])
            self.list.take_focus()
        elif key or not draft.data_flows:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.list.take_focus()
        return True

    def show_flow(self, key: str) -> None:
        """Look at another one."""
        if key != self._key:
            self.document.seal()
            self._key = key
            self.refresh(None)

    # What the user does ------------------------------------------------------------------------------------

    def _add(self, rows: Rows) -> None:
        draft = self.document.draft
        if draft is None:
            return
        read = read_flows(rows, draft)
        if not read.flows:
            return
        self._key = read.flows[-1].id
        label = "adding a data flow" if len(read.flows) == 1 else f"adding {len(read.flows)} data flows"
        self.document.put(("drafts", draft.id, "data_flows"), (*draft.data_flows, *read.flows), label)
        self.refresh(None)
        if len(rows) > 1 or read.not_understood:
            words = f"{counted(len(read.flows), 'data flow')} added."
            if read.not_understood:
                words += f" Not understood and left out: {listed(read.not_understood)}."
            self.note.say(words)

    def _remove(self, key: str) -> None:
        draft = self.document.draft
        if draft is None:
            return
        place = [each.id for each in draft.data_flows].index(key)
        gone, before = draft.data_flows[place], self.document.workbook
        left = [each.id for each in draft.data_flows if each.id != key]
        self._key = left[min(place, len(left) - 1)] if left else ""
        self.document.edit(
            lambda workbook: remove_data_flow(workbook, draft.id, key),
            "removing a data flow",
            ("drafts", draft.id, "data_flows", key),
        )
        self.refresh(None)
        took = what_went(before, self.document.workbook, draft.id, key)
        self.note.say(" ".join((f"“{name_in_list(gone)}” is removed.", *took)))
        if left:
            self.list.take_focus()
        else:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _shift(self, key: str, by: int) -> None:
        draft = self.document.draft
        if draft is None:
            return
        keys = [each.id for each in draft.data_flows]
        to, at = keys.index(key) + by, ("drafts", draft.id, "data_flows", key)
        if 0 <= to < len(keys):
            self.document.edit(lambda workbook: move(workbook, at, to), "moving a data flow", at)
            self.list.take_focus()

    def _take_in_hand(self, field: str) -> None:
        if field != self._field:
            self._field = field
            self.topic_changed.emit()

    def _begin(self, case_id: str | None) -> None:
        """Add the first draft, and put the keyboard where one would write."""
        name = next_draft_name(self.document.workbook)
        draft = empty_draft(name) if case_id is None else draft_from_case(load().case(case_id))
        self.document.edit(
            lambda workbook: add_draft(workbook, draft), "adding a draft", ("drafts", draft.id)
        )
        self.document.choose_draft(draft.id)
        self.refresh(None)
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    # How it is put together --------------------------------------------------------------------------------

    def _at(self) -> Address | None:
        draft, chosen = self.document.draft, self.chosen
        if draft is None or chosen is None:
            return None
        return ("drafts", draft.id, "data_flows", chosen.id)

    def _show_list(self, draft: Draft, chosen: DataFlow | None) -> bool:
        self._subtitle.setText(how_far(draft.data_flows))
        names = names_of(draft)
        entries = [
            Entry(each.id, name_in_list(each), said_in_list(each, names), "arrow-right")
            for each in draft.data_flows
        ]
        return self.list.show_entries(entries, "" if chosen is None else chosen.id)

    def _ways_in(self) -> list[Way]:
        ways = [Way("Begin an empty draft", "file-plus", partial(self._begin, None), "In your own words")]
        return ways + [
            Way(
                f"Begin from {case.label}",
                CASE_ICONS.get(case.id, "book-open"),
                partial(self._begin, case.id),
            )
            for case in load().cases
            if case.is_characterised
        ]

    def _connect(self) -> None:
        self.list.chosen.connect(self.show_flow)
        self.list.shift_wanted.connect(self._shift)
        self.list.remove_wanted.connect(self._remove)
        self.list.entered.connect(lambda: self._take_in_hand("data_flows"))
        self.add.added.connect(self._add)
        self.add.entered.connect(lambda: self._take_in_hand("data_flows"))
        self.flow.entered.connect(self._take_in_hand)
        self.flow.shift_wanted.connect(lambda by: self._shift(self._key, by))
        self.flow.remove_wanted.connect(lambda: self._remove(self._key))
        self.note.undo_wanted.connect(self.document.undo)

    def _lay_out(self) -> None:
        side = QWidget()
        self._side = QVBoxLayout(side)
        self._side.setContentsMargins(0, 0, 0, 0)
        self._side.addWidget(self.list)
        self._side.addWidget(self.add)
        one = QWidget()
        self._one = QVBoxLayout(one)
        self._one.setContentsMargins(0, 0, 0, 0)
        self._one.addWidget(self.note)
        self._one.addWidget(self._none)
        self._one.addWidget(self.flow)
        self._one.addStretch(1)
        body = ListAndOne(side, one, lambda narrow: self.list.set_narrow(narrow=narrow), list_width=264)
        self._whole = QVBoxLayout(self._filled)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.addWidget(body)
        self._whole.addWidget(self.picture)
        self._page = QVBoxLayout(self)
        for widget in (self._title, self._subtitle, self._empty, self._filled):
            self._page.addWidget(widget)
        self._page.addStretch(1)

    def _fit(self) -> None:
        px = look().px
        self._page.setContentsMargins(px(28), px(18), px(28), px(28))
        self._page.setSpacing(px(2))
        self._filled.setContentsMargins(0, px(16), 0, 0)
        self._empty.setContentsMargins(0, px(20), 0, 0)
        self._side.setSpacing(px(10))
        self._one.setSpacing(px(12))
        self._whole.setSpacing(px(20))
