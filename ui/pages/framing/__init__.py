"""Framing: what the partnership is about, in the words of the room."""

from ui.page import Group, Page
from ui.pages.framing.view import FramingPage

PAGE = Page(
    key="framing",
    title="Framing",
    group=Group.DESCRIBE,
    order=10,
    icon="pencil",
    build=FramingPage,
    step="framing",
    edits=("framing", "name", "summary", "title", "facilitator"),
)
