"""Data flows: who gives what to whom, how often, on what legal basis, and what protects it."""

from ui.page import Group, Page
from ui.pages.data_flows.view import DataFlowsPage

PAGE = Page(
    key="data_flows",
    title="Data flows",
    group=Group.WIN_WIN,
    order=20,
    icon="git-compare",
    build=DataFlowsPage,
    step="data_flows",
    edits=("data_flows",),
)
