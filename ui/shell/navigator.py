"""Going from page to page, and to the page on which an address is edited."""

from PySide6.QtCore import QObject, Signal

from ui.document import Document
from ui.page import Page
from ui.shell.sheet import Sheet
from workbook.editing import Address


class Navigator(QObject):
    """Any page can be visited at any time."""

    arrived = Signal()
    """Another page is shown."""

    def __init__(self, document: Document, sheet: Sheet, pages: tuple[Page, ...]) -> None:
        super().__init__(sheet)
        self._document = document
        self._sheet = sheet
        self._pages = {page.key: page for page in pages}

    def go_to_page(self, key: str) -> None:
        """Show a page."""
        self._document.seal()
        view = self._sheet.show_page(key)
        self.arrived.emit()
        view.setFocus()

    def go_to(self, address: Address) -> None:
        """Show the page on which an address is edited, with the field in hand."""
        page = self._page_for(address)
        if page is None:
            return
        if address[:1] == ("drafts",):
            self._document.choose_draft(address[1])
        if self._sheet.page is not page:
            self.go_to_page(page.key)
        if self._sheet.view is not None:
            self._sheet.view.reveal(address)

    def step_by(self, by: int) -> None:
        """Go on, or back, in walking order."""
        keys, page = list(self._pages), self._sheet.page
        if page is not None:
            self.go_to_page(keys[max(0, min(len(keys) - 1, keys.index(page.key) + by))])

    def _page_for(self, address: Address) -> Page | None:
        """The page that edits what the address leads to; of several the one that says it most exactly.

        Of two that say it alike, the one in view stays in view.
        """
        fields = address[2:] if address[:1] == ("drafts",) else address
        claims = [
            ((len(claim), page is self._sheet.page), page)
            for page in self._pages.values()
            for claim in (tuple(each.split("/")) for each in page.edits)
            if _leads_through(fields, claim)
        ]
        return max(claims, key=lambda claimed: claimed[0], default=((0, False), None))[1]


def _leads_through(fields: Address, claim: tuple[str, ...]) -> bool:
    return len(fields) >= len(claim) and all(
        wanted in ("*", there) for wanted, there in zip(claim, fields, strict=False)
    )
