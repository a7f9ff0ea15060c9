"""Start: what this is, the workbooks worked on lately, and the three cases to learn from."""

from ui.page import Group, Page
from ui.pages.start.view import StartPage

PAGE = Page(
    key="start",
    title="Start",
    group=Group.START,
    order=0,
    icon="layout-panel-left",
    build=StartPage,
    stands_alone=True,
)
