"""Lifecycle: the stages as a path, the gate ahead, every move and event, beside the paths of the cases."""

from ui.page import Group, Page
from ui.pages.lifecycle.view import LifecyclePage

PAGE = Page(
    key="lifecycle",
    title="Lifecycle",
    group=Group.WORK,
    order=40,
    icon="milestone",
    build=LifecyclePage,
    step="lifecycle",
    edits=("lifecycle",),
    is_table=True,
)
