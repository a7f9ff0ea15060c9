"""The page of the data flows: the list, one of them, and a picture of who gives to whom."""

from collections.abc import Sequence

from ui.document import Change, Document
from ui.forms.add_line import Rows
from ui.list_page import Listing, ListPage
from ui.page_view import Topic
from ui.pages.data_flows.flow import Flow
from ui.pages.data_flows.rows import read_flows
from ui.pages.data_flows.topics import topic_of
from ui.pages.data_flows.who_to_whom import WhoToWhom
from ui.pages.data_flows.wording import how_far, name_in_list, names_of, said_in_list
from ui.requests import Requests
from ui.widgets import Way
from ui.widgets.item_row import Entry
from workbook.edits.removals import remove_data_flow
from workbook.library.loader import load
from workbook.model.data_flows import DataFlow
from workbook.model.draft import Draft

LIST_WIDTH = 264
"""Flows say from whom to whom, which takes more room than a name."""


def read(rows: Rows, draft: Draft) -> tuple[Sequence[DataFlow], Sequence[str]]:
    """Flows of rows, and the cells that nothing could be made of."""
    found = read_flows(rows, draft)
    return found.flows, found.not_understood


DATA_FLOWS = Listing(
    field="data_flows",
    title="Data flows",
    one="data flow",
    many="data flows",
    question="Who gives what to whom?",
    belongs=(
        "Who gives which data to whom, how often, on what legal basis and with which safeguards. What is "
        "given back belongs here too."
    ),
    add="Add a data flow, then Enter",
    add_hint="Enter adds it. Pasted lines, or cells with data, giver and receiver, add many.",
    read=read,
    removed=remove_data_flow,
    called=lambda flow: f"“{name_in_list(flow)}”",
)


class DataFlowsPage(ListPage[DataFlow]):
    """The flow that is looked at is marked in the picture."""

    def __init__(self, document: Document, requests: Requests) -> None:
        super().__init__(document, requests, DATA_FLOWS)
        self.flow = Flow(document, self.at)
        self.picture = WhoToWhom(requests)
        ways = (
            Way(
                "Write which data first",
                "pencil",
                self.take_add_line,
                "Enter adds the next; a pasted list, or cells of a spreadsheet, add many.",
            ),
            Way(
                "Name the stakeholders first",
                "users",
                lambda: requests.go_to_page("stakeholders"),
                "Then each data flow can say who gives and who receives.",
            ),
        )
        self.furnish(self.flow, ways, self.picture, LIST_WIDTH)

    def topic(self) -> Topic:
        """The field in hand; before any is, the flows as such."""
        return topic_of(self._field, load())

    def entries(self, draft: Draft) -> Sequence[Entry]:
        """Which data, and from whom to whom."""
        names = names_of(draft)
        return [
            Entry(each.id, name_in_list(each), said_in_list(each, names), "arrow-right")
            for each in draft.data_flows
        ]

    def summary(self, draft: Draft) -> str:
        """How many, and what is open."""
        return how_far(draft.data_flows)

    def show_one(self, change: Change | None, draft: Draft, record: DataFlow) -> None:
        """Its fields, and where it runs."""
        self.flow.refresh(change, draft, record)
        self.picture.show_flows(draft, record.id)
