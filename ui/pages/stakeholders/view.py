"""The page of the stakeholders: the list, and one of them."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.document import Change, Document
from ui.forms.add_line import AddLine, Rows
from ui.page_view import PageView, Topic
from ui.pages.stakeholders.party import Party
from ui.pages.stakeholders.rows import read_stakeholders
from ui.pages.stakeholders.topics import topic_of
from ui.pages.stakeholders.wording import SECTOR_ICONS, name_in_list, said_in_list, who_is_there
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
from workbook.edits.removals import remove_stakeholder, what_went
from workbook.library.loader import load
from workbook.model.draft import Draft
from workbook.model.stakeholders import Stakeholder

BELONGS = (
    "Who is at the table or touched by the partnership, what each has without an agreement, and what it wants"
    " and fears. From that it follows whether a scenario is a win-win."
)
FIELDS = ("drafts", "the draft", "stakeholders")


class StakeholdersPage(PageView):
    """Keeps the id of the stakeholder that is looked at; everything else is read from the document."""

    def __init__(self, document: Document, requests: Requests) -> None:
        super().__init__(document, requests)
        self._key, self._field = "", "stakeholders"
        self._title = Heading("Stakeholders")
        self._subtitle = Sentence("", "body", "muted")
        self.list = ItemList("Stakeholders")
        self.add = AddLine(
            "Add a stakeholder",
            "Add a stakeholder",
            "Enter adds it. Pasted lines, or cells with name, sector and standing, add many.",
        )
        self.party = Party(document, requests, self._at)
        self.note = InlineNote()
        self._empty = EmptyState("Who is in this?", f"{BELONGS} It needs a draft first.", self._ways_in())
        self._nobody = EmptyState("Who is in this?", BELONGS, self._ways_to_names())
        self._filled = QWidget()
        self._lay_out()
        self._connect()
        tab_as_laid_out(self)
        look().changed.connect(self._fit)
        self._fit()

    @property
    def stakeholder(self) -> Stakeholder | None:
        """The one that is looked at."""
        draft = self.document.draft
        held = () if draft is None else draft.stakeholders
        return next((each for each in held if each.id == self._key), held[0] if held else None)

    def refresh(self, change: Change | None) -> None:
        """Show the document's state."""
        if change is not None:
            self.note.hide()
        draft, chosen = self.document.draft, self.stakeholder
        self._empty.setVisible(draft is None)
        self._filled.setVisible(draft is not None)
        self._subtitle.setVisible(chosen is not None)
        self._nobody.setVisible(draft is not None and chosen is None)
        self.party.setVisible(chosen is not None)
        if draft is None:
            return
        is_another = self._show_list(draft, chosen)
        if chosen is not None:
            is_another = is_another or chosen.id != self._key
            self._key = chosen.id
            self.party.refresh(None if is_another else change, draft, chosen)
        if is_another:
            tab_as_laid_out(self)

    def topic(self) -> Topic:
        """The field in hand; before any is, who they are."""
        chosen = self.stakeholder
        return topic_of(self._field, load(), "" if chosen is None else chosen.name.strip())

    def reveal(self, address: Address) -> bool:
        """Go to a stakeholder, or a field of it; where there is none, to the line that adds one."""
        draft = self.document.draft
        if draft is None:
            return False
        key, *steps = address[len(FIELDS) :] or ("",)
        if any(each.id == key for each in draft.stakeholders):
            self.show_stakeholder(key)
            return self.party.reveal(tuple(steps))
        if key or not draft.stakeholders:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.list.take_focus()
        return True

    def show_stakeholder(self, key: str) -> None:
        """Look at another one."""
        if key != self._key:
            self.document.seal()
            self._key = key
            self._show_chosen()

    # What the user does ------------------------------------------------------------------------------------

    def _add(self, rows: Rows) -> None:
        draft, read = self.document.draft, read_stakeholders(rows)
        if draft is None or not read.items:
            return
        self._key = read.items[-1].id
        label = "adding a stakeholder" if len(read.items) == 1 else f"adding {len(read.items)} stakeholders"
        self.document.put(("drafts", draft.id, "stakeholders"), (*draft.stakeholders, *read.items), label)
        self._show_chosen()
        if len(rows) > 1 or read.not_understood:
            words = f"{counted(len(read.items), 'stakeholder')} added."
            if read.not_understood:
                words += f" Not understood and left out: {listed(read.not_understood)}."
            self.note.say(words)

    def _remove(self, key: str) -> None:
        draft = self.document.draft
        if draft is None:
            return
        place = [each.id for each in draft.stakeholders].index(key)
        gone, before = draft.stakeholders[place], self.document.workbook
        left = [each.id for each in draft.stakeholders if each.id != key]
        self._key = left[min(place, len(left) - 1)] if left else ""
        self.document.edit(
            lambda workbook: remove_stakeholder(workbook, draft.id, key),
            "removing a stakeholder",
            ("drafts", draft.id, "stakeholders", key),
        )
        self._show_chosen()
        took = what_went(before, self.document.workbook, draft.id, key)
        self.note.say(" ".join((f"{name_in_list(gone)} is removed.", *took)))
        if left:
            self.list.take_focus()
        else:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _shift(self, key: str, by: int) -> None:
        draft = self.document.draft
        if draft is None:
            return
        keys = [each.id for each in draft.stakeholders]
        to, at = keys.index(key) + by, ("drafts", draft.id, "stakeholders", key)
        if 0 <= to < len(keys):
            self.document.edit(lambda workbook: move(workbook, at, to), "moving a stakeholder", at)

    def _show_chosen(self) -> None:
        self.refresh(None)
        self.topic_changed.emit()

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

    def _take_from_case(self, case_id: str) -> None:
        """Those of a published case, as a list to strike out and rename."""
        draft, like = self.document.draft, draft_from_case(load().case(case_id))
        if draft is not None:
            at = ("drafts", draft.id, "stakeholders")
            self.document.put(at, like.stakeholders, "taking the stakeholders of a case")
            self._show_chosen()

    # How it is put together --------------------------------------------------------------------------------

    def _at(self) -> Address | None:
        draft, chosen = self.document.draft, self.stakeholder
        if draft is None or chosen is None:
            return None
        return ("drafts", draft.id, "stakeholders", chosen.id)

    def _show_list(self, draft: Draft, chosen: Stakeholder | None) -> bool:
        library, own = load(), self.document.workbook.own_entries
        self._subtitle.setText(who_is_there(draft.stakeholders))
        entries = [
            Entry(each.id, name_in_list(each), said_in_list(each, library, own), SECTOR_ICONS[each.sector])
            for each in draft.stakeholders
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

    def _ways_to_names(self) -> list[Way]:
        ways = [
            Way(
                "Write the first name",
                "pencil",
                lambda: self.add.setFocus(Qt.FocusReason.OtherFocusReason),
                "Enter adds the next; a pasted list, or cells of a spreadsheet, add many.",
            )
        ]
        return ways + [
            Way(
                f"Take those of {case.label}",
                CASE_ICONS.get(case.id, "book-open"),
                partial(self._take_from_case, case.id),
                f"{counted(len(case.stakeholders), 'stakeholder')}, to strike out and rename.",
            )
            for case in load().cases
            if case.is_characterised
        ]

    def _connect(self) -> None:
        self.list.chosen.connect(self.show_stakeholder)
        self.list.shift_wanted.connect(self._shift)
        self.list.remove_wanted.connect(self._remove)
        self.list.entered.connect(lambda: self._take_in_hand("stakeholders"))
        self.add.added.connect(self._add)
        self.add.entered.connect(lambda: self._take_in_hand("stakeholders"))
        self.party.entered.connect(self._take_in_hand)
        self.party.shift_wanted.connect(lambda by: self._shift(self._key, by))
        self.party.remove_wanted.connect(lambda: self._remove(self._key))
        self.note.undo_wanted.connect(self.document.undo)

    def _lay_out(self) -> None:
        listed_ = QWidget()
        self._side = QVBoxLayout(listed_)
        self._side.setContentsMargins(0, 0, 0, 0)
        self._side.addWidget(self.list)
        self._side.addWidget(self.add)
        one = QWidget()
        self._one = QVBoxLayout(one)
        self._one.setContentsMargins(0, 0, 0, 0)
        self._one.addWidget(self.note)
        self._one.addWidget(self._nobody)
        self._one.addWidget(self.party)
        self._one.addStretch(1)
        self._body = ListAndOne(listed_, one, lambda narrow: self.list.set_narrow(narrow=narrow))
        filled = QVBoxLayout(self._filled)
        filled.setContentsMargins(0, 0, 0, 0)
        filled.addWidget(self._body)
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
