"""The page of the mechanisms and of the role of government: two tables, of which one is looked at."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.document import Change, Document
from ui.first_draft import ways_to_begin
from ui.forms.add_line import Rows
from ui.page_view import PageView, Topic
from ui.pages.mechanisms.listing import Listing
from ui.pages.mechanisms.topics import topic_of
from ui.pages.mechanisms.wording import KINDS, scenario_called
from ui.requests import Requests
from ui.theme.look import look
from ui.widgets import EmptyState, FlowLayout, Heading, Segmented
from ui.widgets.tab_order import tab_as_laid_out
from ui.widgets.why_sentence import WhySentence
from workbook.analysis.wording import counted
from workbook.analysis.workings.findings import workings
from workbook.editing import Address, insert, remove
from workbook.edits.own_entries import add_own_entries, own_entry, remove_own_entry, what_goes_with_entry
from workbook.library.loader import load
from workbook.model.draft import Draft
from workbook.model.scenarios import ChosenGovernmentRole, ChosenMechanism
from workbook.model.vocabulary import CatalogueId

if TYPE_CHECKING:
    from workbook.analysis.follows import Follows
    from workbook.model.dimensions import Dimensions

TITLE = "Mechanisms and role of government"
BELONGS = (
    "What would bring the parties together, and what government would do: as the sources report it of the "
    "platform that the draft resembles, and as the room chooses it for each scenario."
)
IN_SCENARIOS = 3
"""Steps of an address up to a scenario: drafts, the draft, scenarios."""


class MechanismsPage(PageView):
    """Keeps which catalogue is looked at; everything else is read from the document."""

    def __init__(self, document: Document, requests: Requests) -> None:
        super().__init__(document, requests)
        self._which: CatalogueId = "mechanisms"
        self._in_hand = ("", "")
        self._followed: tuple[str, Dimensions] | None = None
        self._follows: tuple[Follows, ...] = ()
        self._title = Heading(TITLE)
        self._summary = WhySentence(requests, "body", "muted")
        options = [(kind.catalogue, kind.title) for kind in KINDS.values()]
        self.views = Segmented(options, "mechanisms", "What is shown")
        self.listings = {which: Listing(document, requests, kind) for which, kind in KINDS.items()}
        self._empty = EmptyState(
            "What would make it work?",
            f"{BELONGS} It needs a draft first.",
            ways_to_begin(document, self._on_begun),
        )
        self._filled = QWidget()
        self._lay_out()
        self._connect()
        tab_as_laid_out(self)
        look().changed.connect(self._fit)
        self._fit()

    @property
    def listing(self) -> Listing:
        """The table that is looked at."""
        return self.listings[self._which]

    def refresh(self, change: Change | None) -> None:
        """Show the document's state."""
        draft = self.document.draft
        self._empty.setVisible(draft is None)
        self._filled.setVisible(draft is not None)
        self.views.setVisible(draft is not None)
        if draft is None:
            return
        for which, listing in self.listings.items():
            listing.setVisible(which == self._which)
        workbook = self.document.workbook
        follows = self._suggested(draft)
        found = workings(draft, follows, load(), workbook.own_entries, workbook.own_cases)
        shown = found.mechanisms if self._which == "mechanisms" else found.government_roles
        self._summary.show_finding(shown.summary)
        self.listing.refresh(change, draft, shown, follows)

    def topic(self) -> Topic:
        """The field in hand; before any is, the entries as such."""
        key, field = self._in_hand
        return topic_of(self._which, field, key, load())

    def reveal(self, address: Address) -> bool:
        """Go to an entry of a scenario, or to an own entry, or a field of one."""
        if self.document.draft is None:
            return False
        if address[:1] == ("own_entries",):
            return self._reveal_own(address[1:])
        scenario, which, key, field = (*address[IN_SCENARIOS:], "", "", "", "")[:4]
        if which not in KINDS:
            return False
        self.show_catalogue(cast("CatalogueId", which))
        self.listing.reveal(key, scenario, field)
        return True

    def show_catalogue(self, which: CatalogueId) -> None:
        """Look at the other one."""
        if which != self._which:
            self.document.seal()
            self._which, self._in_hand = which, ("", "")
            self.views.set_chosen(which)
            self.refresh(None)
            tab_as_laid_out(self)
            self.topic_changed.emit()

    # What the user does ------------------------------------------------------------------------------------

    def _add(self, key: str, scenario: str) -> None:
        at = self._at(scenario)
        if at is None:
            return
        is_mechanism = self._which == "mechanisms"
        chosen = ChosenMechanism(mechanism=key) if is_mechanism else ChosenGovernmentRole(role=key)
        label = f"adding {KINDS[self._which].one}"
        self.document.edit(lambda workbook: insert(workbook, at, chosen), label, (*at, key))

    def _remove(self, key: str, scenario: str) -> None:
        at, draft = self._at(scenario), self.document.draft
        if at is None or draft is None:
            return
        name = next(scenario_called(each) for each in draft.scenarios if each.id == scenario)
        entry = self.listing.rows[key].head.text()
        label = f"removing {KINDS[self._which].one}"
        self.document.edit(lambda workbook: remove(workbook, (*at, key)), label, (*at, key))
        self.listing.note.say(f"“{entry}” is removed from “{name}”.")

    def _add_own(self, rows: Rows) -> None:
        made = [own_entry(self._which, row) for row in rows if row[0].strip()]
        if not made:
            return
        one = KINDS[self._which].one
        label = f"adding {one}" if len(made) == 1 else f"adding {len(made)} entries"
        self.document.edit(
            lambda workbook: add_own_entries(workbook, made), label, ("own_entries", made[-1].id)
        )
        if len(made) > 1:
            self.listing.note.say(f"{counted(len(made), 'entry', 'entries')} added.")

    def _remove_own(self, key: str) -> None:
        listing, workbook = self.listing, self.document.workbook
        name, goes = listing.rows[key].head.text(), what_goes_with_entry(workbook, key)
        after = listing.row_after(key)
        label = f"removing {KINDS[self._which].one}"
        self.document.edit(lambda book: remove_own_entry(book, key), label, ("own_entries", key))
        listing.note.say(" ".join((f"“{name}” is removed from the list.", *goes)))
        if after in listing.rows:
            listing.rows[after].head.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_in_hand(self, key: str, field: str) -> None:
        if (key, field) != self._in_hand:
            self._in_hand = (key, field)
            self.topic_changed.emit()

    def _on_begun(self) -> None:
        self.refresh(None)
        self.listing.add.setFocus(Qt.FocusReason.OtherFocusReason)

    # How it is put together --------------------------------------------------------------------------------

    def _suggested(self, draft: Draft) -> "tuple[Follows, ...]":
        """What follows from the platform depends on the dimensions only, not on what is typed here."""
        if self._followed is None or self._followed != (draft.id, draft.dimensions):
            self._followed = (draft.id, draft.dimensions)
            self._follows = self.document.findings.design(draft).follows
        return self._follows

    def _at(self, scenario: str) -> Address | None:
        draft = self.document.draft
        return None if draft is None else ("drafts", draft.id, "scenarios", scenario, self._which)

    def _reveal_own(self, steps: Address) -> bool:
        own = {each.id: each.catalogue for each in self.document.workbook.own_entries}
        key, field = (*steps, "", "")[:2]
        if own.get(key) in KINDS:
            self.show_catalogue(own[key])
            return self.listing.reveal(key, field=field or "name")
        self.listing.add.setFocus(Qt.FocusReason.OtherFocusReason)
        return not key or key not in own

    def _connect(self) -> None:
        self.views.chosen.connect(lambda key: self.show_catalogue(cast("CatalogueId", key)))
        for listing in self.listings.values():
            listing.entered.connect(self._take_in_hand)
            listing.rearranged.connect(lambda: tab_as_laid_out(self))
            listing.add_wanted.connect(self._add)
            listing.remove_wanted.connect(self._remove)
            listing.own_wanted.connect(self._add_own)
            listing.entry_removal_wanted.connect(self._remove_own)

    def _lay_out(self) -> None:
        self._head = QWidget()
        head = FlowLayout(self._head, 24, 8)
        head.addWidget(self._title)
        head.addWidget(self.views)
        self._body = QVBoxLayout(self._filled)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.addWidget(self._summary)
        for listing in self.listings.values():
            self._body.addWidget(listing)
        self._page = QVBoxLayout(self)
        for widget in (self._head, self._empty, self._filled):
            self._page.addWidget(widget)
        self._page.addStretch(1)

    def _fit(self) -> None:
        px = look().px
        self._page.setContentsMargins(px(28), px(18), px(28), px(28))
        self._page.setSpacing(px(6))
        self._body.setSpacing(px(14))
        self._empty.setContentsMargins(0, px(20), 0, 0)
