"""The page of the stakeholders: the list, and one of them."""

from collections.abc import Sequence
from functools import partial

from ui.document import Change, Document
from ui.forms.add_line import Rows
from ui.list_page import Listing, ListPage
from ui.page_view import Topic
from ui.pages.stakeholders.party import Party
from ui.pages.stakeholders.rows import read_stakeholders
from ui.pages.stakeholders.topics import topic_of
from ui.pages.stakeholders.wording import name_in_list, said_in_list, who_is_there
from ui.requests import Requests
from ui.sector_icons import SECTOR_ICONS
from ui.widgets import Way
from ui.widgets.item_row import Entry
from ui.widgets.painting.tiles import CASE_ICONS
from workbook.analysis.wording import counted
from workbook.edits.begin import draft_from_case
from workbook.edits.removals import remove_stakeholder
from workbook.library.loader import load
from workbook.model.draft import Draft
from workbook.model.stakeholders import Stakeholder


def read(rows: Rows, draft: Draft) -> tuple[Sequence[Stakeholder], Sequence[str]]:
    """Stakeholders of rows, and the cells that nothing could be made of."""
    del draft
    found = read_stakeholders(rows)
    return found.items, found.not_understood


STAKEHOLDERS = Listing(
    field="stakeholders",
    title="Stakeholders",
    one="stakeholder",
    many="stakeholders",
    question="Who is in this?",
    belongs=(
        "Who is at the table or touched by the partnership, what each has without an agreement, and what it "
        "wants and fears. From that it follows whether a scenario is a win-win."
    ),
    add="Add a stakeholder",
    add_hint="Enter adds it. Pasted lines, or cells with name, sector and standing, add many.",
    read=read,
    removed=remove_stakeholder,
    called=name_in_list,
)


class StakeholdersPage(ListPage[Stakeholder]):
    """The guide speaks of the one that is looked at by its name."""

    def __init__(self, document: Document, requests: Requests) -> None:
        super().__init__(document, requests, STAKEHOLDERS)
        self.party = Party(document, requests, self.at)
        self.furnish(self.party, self._ways_to_names())

    def topic(self) -> Topic:
        """The field in hand; before any is, who they are."""
        shown = self.shown
        return topic_of(self._field, load(), "" if shown is None else shown.name.strip())

    def entries(self, draft: Draft) -> Sequence[Entry]:
        """Who, and what it is to the partnership."""
        library, own = load(), self.document.workbook.own_entries
        return [
            Entry(each.id, name_in_list(each), said_in_list(each, library, own), SECTOR_ICONS[each.sector])
            for each in draft.stakeholders
        ]

    def summary(self, draft: Draft) -> str:
        """How many are at the table, affected, in the background."""
        return who_is_there(draft.stakeholders)

    def show_one(self, change: Change | None, draft: Draft, record: Stakeholder) -> None:
        """All that is known of it."""
        self.party.refresh(change, draft, record)

    def _take_from_case(self, case_id: str) -> None:
        """Those of a published case, as a list to strike out and rename."""
        draft, like = self.document.draft, draft_from_case(load().case(case_id))
        if draft is not None:
            at = ("drafts", draft.id, "stakeholders")
            self.document.put(at, like.stakeholders, "taking the stakeholders of a case")
            self.show_again("")

    def _ways_to_names(self) -> list[Way]:
        ways = [
            Way(
                "Write the first name",
                "pencil",
                self.take_add_line,
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
