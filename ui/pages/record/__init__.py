"""Record: what was decided, asked, thought of and promised, and who was in the room."""

from ui.page import Group, Page
from ui.pages.record.view import RecordPage

PAGE = Page(
    key="record",
    title="Record",
    group=Group.WORK,
    order=50,
    icon="clipboard-list",
    build=RecordPage,
    edits=("record", "workshop"),
)
