"""Platform: which of the three the draft resembles, how clearly, what pulls elsewhere, and what follows."""

from ui.page import Group, Page
from ui.pages.platform.view import PlatformPage

PAGE = Page(
    key="platform",
    title="Platform",
    group=Group.DESCRIBE,
    order=30,
    icon="compass",
    build=PlatformPage,
)
