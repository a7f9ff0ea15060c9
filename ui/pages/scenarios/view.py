"""The page of the scenarios: the list, and one of them."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.document import Change, Document
from ui.forms.add_line import AddLine, Rows
from ui.page_view import PageView, Topic
from ui.pages.scenarios.context import Context
from ui.pages.scenarios.one_scenario import OneScenario
from ui.pages.scenarios.topics import topic_of
from ui.pages.scenarios.wording import how_many, name_in_list, said_in_list
from ui.requests import Requests
from ui.theme.look import look
from ui.widgets import EmptyState, Heading, Sentence, Way
from ui.widgets.inline_note import InlineNote
from ui.widgets.item_list import ItemList
from ui.widgets.item_row import Entry
from ui.widgets.list_and_one import ListAndOne
from ui.widgets.painting.tiles import CASE_ICONS
from ui.widgets.tab_order import tab_as_laid_out
from workbook.analysis.wording import counted
from workbook.editing import Address, move
from workbook.edits.begin import add_draft, draft_from_case, empty_draft
from workbook.edits.drafts import next_draft_name
from workbook.edits.ids import new_id
from workbook.edits.removals import remove_scenario, what_went
from workbook.edits.scenarios import duplicate_scenario
from workbook.library.loader import load
from workbook.model.draft import Draft
from workbook.model.scenarios import Scenario

BELONGS = (
    "Candidate ways of sharing, side by side: what happens in each, what would make it work, what it yields "
    "and costs, and what has to be arranged first."
)
IN_SCENARIOS = 3
"""Steps of an address up to the list: drafts, the draft, scenarios."""


class ScenariosPage(PageView):
    """Keeps the id of the scenario that is looked at; everything else is read from the document."""

    def __init__(self, document: Document, requests: Requests) -> None:
        super().__init__(document, requests)
        self._key, self._field = "", "scenarios"
        self._title = Heading("Scenarios")
        self._subtitle = Sentence("", "body", "muted")
        self.list = ItemList("Scenarios")
        self.add = AddLine(
            "Add a scenario",
            "Add a scenario",
            "Enter adds it. Pasted lines, or cells with name and description, add many.",
        )
        self.one = OneScenario(document, requests, self._at)
        self.note = InlineNote()
        self._empty = EmptyState(
            "In what ways could it be done?", f"{BELONGS} It needs a draft first.", self._ways_in()
        )
        self._none = EmptyState("In what ways could it be done?", BELONGS, self._ways_to_names())
        self._filled = QWidget()
        self._lay_out()
        self._connect()
        tab_as_laid_out(self)
        look().changed.connect(self._fit)
        self._fit()

    @property
    def scenario(self) -> Scenario | None:
        """The one that is looked at; at first the chosen one."""
        draft = self.document.draft
        held = () if draft is None else draft.scenarios
        chosen = None if draft is None else draft.chosen_scenario
        for key in (self._key, chosen):
            for each in held:
                if each.id == key:
                    return each
        return held[0] if held else None

    def refresh(self, change: Change | None) -> None:
        """Show the document's state."""
        if change is not None:
            self.note.hide()
        draft, shown = self.document.draft, self.scenario
        self._empty.setVisible(draft is None)
        self._filled.setVisible(draft is not None)
        self._subtitle.setVisible(shown is not None)
        self._none.setVisible(draft is not None and shown is None)
        self.one.setVisible(shown is not None)
        if draft is None:
            return
        is_another = self._show_list(draft, shown)
        if shown is not None:
            is_another = is_another or shown.id != self._key
            self._key = shown.id
            context = Context(draft, load(), self.document.workbook.own_entries)
            self.one.refresh(None if is_another else change, shown, context)
        if is_another:
            tab_as_laid_out(self)

    def topic(self) -> Topic:
        """The part in hand; before any is, the scenarios as such."""
        return topic_of(self._field, load())

    def reveal(self, address: Address) -> bool:
        """Go to a scenario, or a part of it; where there is none, to the line that adds one."""
        draft = self.document.draft
        if draft is None:
            return False
        if address[2:3] == ("chosen_scenario",):
            self.list.take_focus()
            return True
        key, *steps = address[IN_SCENARIOS:] or ("",)
        if any(each.id == key for each in draft.scenarios):
            self.show_scenario(key)
            return self.one.reveal(tuple(steps))
        if key or not draft.scenarios:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.list.take_focus()
        return True

    def show_scenario(self, key: str) -> None:
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
        added = tuple(
            Scenario(id=new_id("c"), name=name, description=" ".join(filter(None, cells)))
            for name, *cells in rows
            if name
        )
        if not added:
            return
        self._key = added[-1].id
        label = "adding a scenario" if len(added) == 1 else f"adding {len(added)} scenarios"
        self.document.put(("drafts", draft.id, "scenarios"), (*draft.scenarios, *added), label)
        self.refresh(None)
        if len(added) > 1:
            self.note.say(f"{counted(len(added), 'scenario')} added.")

    def _duplicate(self) -> None:
        draft, shown = self.document.draft, self.scenario
        if draft is None or shown is None:
            return
        before = {each.id for each in draft.scenarios}
        at = ("drafts", draft.id, "scenarios", shown.id)
        self.document.edit(
            lambda workbook: duplicate_scenario(workbook, draft.id, shown.id), "copy of a scenario", at
        )
        now = self.document.draft
        if now is not None:
            self._key = next(each.id for each in now.scenarios if each.id not in before)
            self.refresh(None)
            self.one.name.setFocus(Qt.FocusReason.OtherFocusReason)
            self.one.name.selectAll()
            self.note.say("The copy has the same scores; everything in it can be changed on its own.")

    def _choose(self) -> None:
        draft, shown = self.document.draft, self.scenario
        if draft is not None and shown is not None:
            is_chosen = draft.chosen_scenario == shown.id
            at = ("drafts", draft.id, "chosen_scenario")
            label = "taking back the choice" if is_chosen else "choice of scenario"
            self.document.put(at, None if is_chosen else shown.id, label)

    def _remove(self, key: str) -> None:
        draft = self.document.draft
        if draft is None:
            return
        place = [each.id for each in draft.scenarios].index(key)
        gone, before = draft.scenarios[place], self.document.workbook
        left = [each.id for each in draft.scenarios if each.id != key]
        self._key = left[min(place, len(left) - 1)] if left else ""
        self.document.edit(
            lambda workbook: remove_scenario(workbook, draft.id, key),
            "removing a scenario",
            ("drafts", draft.id, "scenarios", key),
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
        keys = [each.id for each in draft.scenarios]
        to, at = keys.index(key) + by, ("drafts", draft.id, "scenarios", key)
        if 0 <= to < len(keys):
            self.document.edit(lambda workbook: move(workbook, at, to), "moving a scenario", at)
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
        draft, shown = self.document.draft, self.scenario
        if draft is None or shown is None:
            return None
        return ("drafts", draft.id, "scenarios", shown.id)

    def _show_list(self, draft: Draft, shown: Scenario | None) -> bool:
        self._subtitle.setText(how_many(draft))
        entries = [
            Entry(
                each.id,
                name_in_list(each),
                said_in_list(draft, each),
                "circle-check" if each.id == draft.chosen_scenario else "split",
            )
            for each in draft.scenarios
        ]
        return self.list.show_entries(entries, "" if shown is None else shown.id)

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
        return [
            Way(
                "Name the first way of sharing",
                "pencil",
                lambda: self.add.setFocus(Qt.FocusReason.OtherFocusReason),
                "Enter adds the next; a pasted list, or cells of a spreadsheet, add many.",
            ),
            Way(
                "Name the stakeholders first",
                "users",
                lambda: self.requests.go_to_page("stakeholders"),
                "Whose interests should be met says which ways are worth describing.",
            ),
            Way(
                "Describe the data flows first",
                "arrow-right",
                lambda: self.requests.go_to_page("data_flows"),
                "A scenario then ticks those that it uses.",
            ),
        ]

    def _connect(self) -> None:
        self.list.chosen.connect(self.show_scenario)
        self.list.shift_wanted.connect(self._shift)
        self.list.remove_wanted.connect(self._remove)
        self.list.entered.connect(lambda: self._take_in_hand("scenarios"))
        self.add.added.connect(self._add)
        self.add.entered.connect(lambda: self._take_in_hand("scenarios"))
        self.one.entered.connect(self._take_in_hand)
        self.one.shift_wanted.connect(lambda by: self._shift(self._key, by))
        self.one.remove_wanted.connect(lambda: self._remove(self._key))
        self.one.copy_wanted.connect(self._duplicate)
        self.one.choice_wanted.connect(self._choose)
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
        self._one.addWidget(self.one)
        self._one.addStretch(1)
        body = ListAndOne(side, one, lambda narrow: self.list.set_narrow(narrow=narrow))
        filled = QVBoxLayout(self._filled)
        filled.setContentsMargins(0, 0, 0, 0)
        filled.addWidget(body)
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
