"""The page of the scenarios: the list, and one of them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt

from ui.document import Change, Document
from ui.forms.add_line import Rows
from ui.list_page import Listing, ListPage
from ui.page_view import Topic
from ui.pages.scenarios.context import Context
from ui.pages.scenarios.one_scenario import OneScenario
from ui.pages.scenarios.topics import topic_of
from ui.pages.scenarios.wording import how_many, name_in_list, said_in_list
from ui.requests import Requests
from ui.widgets import Way
from ui.widgets.item_row import Entry
from workbook.editing import Address
from workbook.edits.ids import new_id
from workbook.edits.removals import remove_scenario
from workbook.edits.scenarios import duplicate_scenario
from workbook.library.loader import load
from workbook.model.draft import Draft
from workbook.model.scenarios import Scenario


def read(rows: Rows, draft: Draft) -> tuple[Sequence[Scenario], Sequence[str]]:
    """A scenario for each row: its name, and what else stands there as its description."""
    del draft
    added = [
        Scenario(id=new_id("c"), name=name, description=" ".join(filter(None, cells)))
        for name, *cells in rows
        if name
    ]
    return added, ()


SCENARIOS = Listing(
    field="scenarios",
    title="Scenarios",
    one="scenario",
    many="scenarios",
    question="In what ways could it be done?",
    belongs=(
        "Candidate ways of sharing, side by side: what happens in each, what would make it work, what it "
        "yields and costs, and what has to be arranged first."
    ),
    add="Add a scenario",
    add_hint="Enter adds it. Pasted lines, or cells with name and description, add many.",
    read=read,
    removed=remove_scenario,
    called=lambda scenario: f"“{name_in_list(scenario)}”",
)


class ScenariosPage(ListPage[Scenario]):
    """One of them may be chosen: the one that the room goes on with."""

    def __init__(self, document: Document, requests: Requests) -> None:
        super().__init__(document, requests, SCENARIOS)
        self.one = OneScenario(document, requests, self.at)
        self.furnish(self.one, self._ways_to_names())
        self.one.copy_wanted.connect(self._duplicate)
        self.one.choice_wanted.connect(self._choose)

    def topic(self) -> Topic:
        """The part in hand; before any is, the scenarios as such."""
        return topic_of(self._field, load())

    def reveal(self, address: Address) -> bool:
        """Go to a scenario, or a part of it; for the choice, to the list."""
        if self.document.draft is not None and address[2:3] == ("chosen_scenario",):
            self.list.take_focus()
            return True
        return super().reveal(address)

    def first(self, draft: Draft) -> Scenario | None:
        """The chosen one."""
        chosen = (each for each in draft.scenarios if each.id == draft.chosen_scenario)
        return next(chosen, None) or super().first(draft)

    def entries(self, draft: Draft) -> Sequence[Entry]:
        """What each is called, and what is known of it."""
        return [
            Entry(
                each.id,
                name_in_list(each),
                said_in_list(draft, each),
                "circle-check" if each.id == draft.chosen_scenario else "split",
            )
            for each in draft.scenarios
        ]

    def summary(self, draft: Draft) -> str:
        """How many, and which is chosen."""
        return how_many(draft)

    def show_one(self, change: Change | None, draft: Draft, record: Scenario) -> None:
        """Its description and sections."""
        self.one.refresh(change, record, Context(draft, load(), self.document.workbook.own_entries))

    def _duplicate(self) -> None:
        draft, shown = self.document.draft, self.shown
        if draft is None or shown is None:
            return
        before = {each.id for each in draft.scenarios}
        at = ("drafts", draft.id, "scenarios", shown.id)
        self.document.edit(
            lambda workbook: duplicate_scenario(workbook, draft.id, shown.id), "copy of a scenario", at
        )
        now = self.document.draft
        if now is not None:
            self.show_again(next(each.id for each in now.scenarios if each.id not in before))
            self.one.name.setFocus(Qt.FocusReason.OtherFocusReason)
            self.one.name.selectAll()
            self.note.say("The copy has the same scores; everything in it can be changed on its own.")

    def _choose(self) -> None:
        draft, shown = self.document.draft, self.shown
        if draft is not None and shown is not None:
            is_chosen = draft.chosen_scenario == shown.id
            at = ("drafts", draft.id, "chosen_scenario")
            label = "taking back the choice" if is_chosen else "choice of scenario"
            self.document.put(at, None if is_chosen else shown.id, label)

    def _ways_to_names(self) -> list[Way]:
        return [
            Way(
                "Name the first way of sharing",
                "pencil",
                self.take_add_line,
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
