"""Export: what goes into the report, where it goes, and what it will hold."""

from ui.page import Group, Page
from ui.pages.export.view import ExportPage

PAGE = Page(
    key="export",
    title="Export",
    group=Group.HOME,
    order=10,
    icon="file-spreadsheet",
    build=ExportPage,
)
