"""Stakeholders: who is at the table or touched by it, what they have without an agreement, what they want."""

from ui.page import Group, Page
from ui.pages.stakeholders.view import StakeholdersPage

PAGE = Page(
    key="stakeholders",
    title="Stakeholders",
    group=Group.WIN_WIN,
    order=10,
    icon="users",
    build=StakeholdersPage,
    step="stakeholders",
    edits=("stakeholders",),
)
