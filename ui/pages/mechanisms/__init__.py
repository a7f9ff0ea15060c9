"""Mechanisms and role of government: what the platform suggests, what is chosen, what each case used."""

from ui.page import Group, Page
from ui.pages.mechanisms.view import MechanismsPage

PAGE = Page(
    key="mechanisms",
    title="Mechanisms",
    group=Group.WORK,
    order=10,
    icon="cog",
    build=MechanismsPage,
    step="mechanisms",
    edits=("own_entries", "scenarios/*/mechanisms", "scenarios/*/government_roles"),
    is_table=True,
)
