"""The dimensions: where the draft stands on each of the eight, and the cases beside it."""

from ui.page import Group, Page
from ui.pages.dimensions.view import DimensionsView

PAGE = Page(
    key="dimensions",
    title="Dimensions",
    group=Group.DESCRIBE,
    order=20,
    icon="layers",
    build=DimensionsView,
    step="dimensions",
    edits=("dimensions",),
)
