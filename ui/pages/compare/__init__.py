"""Compare: how alike drafts and cases are, and on what they differ."""

from ui.page import Group, Page
from ui.pages.compare.view import ComparePage

PAGE = Page(
    key="compare",
    title="Compare",
    group=Group.DESCRIBE,
    order=40,
    icon="columns-3",
    build=ComparePage,
    is_table=True,
)
