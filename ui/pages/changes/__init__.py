"""Changes: what differs between any two drafts, snapshots and cases, and the snapshots themselves."""

from ui.page import Group, Page
from ui.pages.changes.view import ChangesPage

PAGE = Page(
    key="changes",
    title="Changes",
    group=Group.WORK,
    order=45,
    icon="history",
    build=ChangesPage,
    edits=("snapshots",),
    is_table=True,
)
