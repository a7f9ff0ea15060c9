"""The page of challenges, readiness and enablers: three views of which one is looked at."""

from typing import Any, Literal, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.document import Change, Document
from ui.first_draft import ways_to_begin
from ui.forms.add_line import Rows
from ui.forms.record_rows import read_rows
from ui.page_view import PageView, Topic
from ui.pages.challenges.enablers import Enablers
from ui.pages.challenges.one_kind import OneKind
from ui.pages.challenges.readiness import Readiness
from ui.pages.challenges.topics import topic_of
from ui.pages.challenges.wording import FIELDS, ICONS, OWN_ICON, offers_of, words_of
from ui.requests import Requests
from ui.theme.look import look
from ui.widgets import EmptyState, FlowLayout, Heading, Segmented
from ui.widgets.fixed_list import FixedList
from ui.widgets.item_row import Entry as Line
from ui.widgets.list_and_one import ListAndOne
from ui.widgets.tab_order import tab_as_laid_out
from ui.widgets.why_sentence import WhySentence
from workbook.analysis.obstacles.findings import Obstacles, obstacles
from workbook.analysis.wording import counted, listed
from workbook.editing import Address, move, put, remove
from workbook.edits.ids import new_id
from workbook.edits.own_entries import add_own_entries, own_entry, remove_own_entry
from workbook.library.catalogues import catalogue, find
from workbook.library.entries import Entry
from workbook.library.loader import load
from workbook.model.challenges import Challenge

View = Literal["challenges", "readiness", "enablers"]
VIEWS: tuple[tuple[View, str], ...] = (
    ("challenges", "Challenges"),
    ("readiness", "Readiness"),
    ("enablers", "Enablers"),
)
BELONGS = (
    "What stands in the way, of seven kinds, and who does what about it; how ready the partners are to "
    "share; and what helps."
)
IN_DRAFT = 2
"""Steps of an address up to a field of the draft: drafts, the draft."""


class ChallengesPage(PageView):
    """Keeps which view and which kind of challenge is looked at; everything else is in the document."""

    def __init__(self, document: Document, requests: Requests) -> None:
        super().__init__(document, requests)
        self._view: View = "challenges"
        self._kind, self._field = "", "kind"
        self._title = Heading("Challenges and enablers")
        self.views = Segmented(VIEWS, "challenges", "What is shown")
        self._summary = WhySentence(requests, "body", "muted")
        self.list = FixedList("Kinds of challenge")
        self.one = OneKind(document, self._at)
        self.readiness = Readiness(document, requests, lambda: document.draft)
        self.enablers = Enablers(document, requests, lambda: document.draft)
        self._empty = EmptyState(
            "What stands in the way?",
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
    def kind(self) -> Entry:
        """The kind that is looked at: the one chosen, or the first of which a challenge is named."""
        kinds = self._kinds()
        draft = self.document.draft
        named = set() if draft is None else {each.category for each in draft.challenges}
        chosen = next((each for each in kinds if each.id == self._kind), None)
        return chosen or next((each for each in kinds if each.id in named), kinds[0])

    def refresh(self, change: Change | None) -> None:
        """Show the document's state."""
        draft, workbook = self.document.draft, self.document.workbook
        self._empty.setVisible(draft is None)
        self._filled.setVisible(draft is not None)
        self.views.setVisible(draft is not None)
        if draft is None:
            return
        found = obstacles(draft, load(), workbook.own_entries)
        self._summary.show_finding(found.summary)
        for view, widget in self._bodies.items():
            widget.setVisible(view == self._view)
        if self._view == "challenges":
            kind = self.kind
            if self._show_list(found, kind):
                tab_as_laid_out(self)
            self.one.refresh(change, workbook, draft, kind)
        elif self._view == "readiness":
            self.readiness.refresh(draft, found.readiness)
        else:
            self.enablers.refresh(change, draft, found.enablers)

    def topic(self) -> Topic:
        """The field in hand; before any is, the kind that is looked at."""
        field = self._field if self._view == "challenges" else self._view
        return topic_of(field, self.kind.id, load())

    def reveal(self, address: Address) -> bool:
        """Go to a challenge, a component of readiness or an enabler, or a field of one."""
        draft = self.document.draft
        view, key, field = (*address[IN_DRAFT:], "", "", "")[:3]
        if draft is None or view not in dict(VIEWS):
            return False
        self.show_view(view)
        if view == "readiness":
            return self.readiness.reveal(key, field)
        if view == "enablers":
            return self.enablers.reveal(key, field)
        category = next((each.category for each in draft.challenges if each.id == key), "")
        if category:
            self.show_kind(category)
        if not self.one.open_challenge(key, field):
            self.one.add.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def show_view(self, view: View) -> None:
        """Look at another view."""
        if view != self._view:
            self.document.seal()
            self._view, self._field = view, "kind"
            self.views.set_chosen(view)
            self.refresh(None)
            tab_as_laid_out(self)
            self.topic_changed.emit()

    def show_kind(self, kind: str) -> None:
        """Look at another kind of challenge."""
        if kind != self.kind.id or kind != self._kind:
            self.document.seal()
            self._kind, self._field = kind, "kind"
            self.refresh(None)
            self.topic_changed.emit()

    # What the user does ------------------------------------------------------------------------------------

    def _add(self, rows: Rows) -> None:
        read = read_rows(rows, FIELDS, offers_of(self._kinds()))
        kind = self.kind.id
        made = [
            Challenge.model_validate({"id": new_id("h"), "category": kind, **each}) for each in read.records
        ]
        self._put_in(made)
        if len(made) > 1 or read.not_understood:
            words = f"{counted(len(made), 'challenge')} added."
            if read.not_understood:
                words += f" Not understood and left out: {listed(read.not_understood)}."
            self.one.note.say(words)

    def _put_in(self, made: list[Challenge]) -> None:
        at, draft = self._at(), self.document.draft
        if at is None or draft is None or not made:
            return
        label = "adding a challenge" if len(made) == 1 else f"adding {len(made)} challenges"
        challenges = (*draft.challenges, *made)
        self.document.edit(lambda book: put(book, at, challenges), label, (*at, made[-1].id))

    def _take_up(self, key: str) -> None:
        """A challenge from a prompt, ready to be written; one that was taken up already is gone to."""
        draft, kind = self.document.draft, self.kind.id
        prompt = find(load(), self.document.workbook.own_entries, "challenge_prompts", key)
        if draft is None or prompt is None:
            return
        wanted = {prompt.name.casefold(), prompt.id.casefold()}
        held = next(
            (
                each
                for each in draft.challenges
                if each.category == kind and each.prompt.strip().casefold() in wanted
            ),
            None,
        )
        challenge = held or Challenge(id=new_id("h"), category=kind, prompt=prompt.name)
        if held is None:
            self._put_in([challenge])
        self.one.open_challenge(challenge.id, "text")

    def _remove(self, key: str) -> None:
        at, draft = self._at(), self.document.draft
        if at is None or draft is None:
            return
        self._kind = self.kind.id
        gone, after = next(each for each in draft.challenges if each.id == key), self.one.list.key_after(key)
        self.document.edit(lambda book: remove(book, (*at, key)), "removing a challenge", (*at, key))
        self.one.note.say(f"“{words_of(gone)}” is removed.")
        if not self.one.list.take_focus(after):
            self.one.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _shift(self, key: str, by: int) -> None:
        """Past the next one of its kind, wherever challenges of other kinds stand between them."""
        at, draft, keys = self._at(), self.document.draft, list(self.one.list.items)
        to = keys.index(key) + by
        if at is not None and draft is not None and 0 <= to < len(keys):
            place = [each.id for each in draft.challenges].index(keys[to])
            self.document.edit(lambda book: move(book, (*at, key), place), "moving a challenge", (*at, key))
            self.one.list.take_focus(key)

    def _add_prompts(self, rows: Rows) -> None:
        made = [own_entry("challenge_prompts", row) for row in rows if row[0].strip()]
        if made:
            label = "adding a question" if len(made) == 1 else f"adding {len(made)} questions"
            self.document.edit(lambda book: add_own_entries(book, made), label, self._at() or ())

    def _remove_prompt(self, key: str) -> None:
        question = self.one.prompts.rows[key].offer.text()
        self.document.edit(lambda book: remove_own_entry(book, key), "removing a question", self._at() or ())
        self.one.note.say(f"The question “{question}” is removed. What was taken from it stays.")
        self.one.prompts.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_in_hand(self, field: str) -> None:
        if field != self._field:
            self._field = field
            self.topic_changed.emit()

    def _on_begun(self) -> None:
        self.refresh(None)
        self.one.add.setFocus(Qt.FocusReason.OtherFocusReason)

    # How it is put together --------------------------------------------------------------------------------

    def _kinds(self) -> tuple[Entry, ...]:
        return catalogue(load(), self.document.workbook.own_entries, "challenge_categories")

    def _at(self) -> Address | None:
        draft = self.document.draft
        return None if draft is None else ("drafts", draft.id, "challenges")

    def _show_list(self, found: Obstacles, kind: Entry) -> bool:
        lines = [
            Line(each.category, each.name, each.words, ICONS.get(each.category, OWN_ICON))
            for each in found.kinds
        ]
        return self.list.show_entries(lines, kind.id)

    def _connect(self) -> None:
        self.views.chosen.connect(lambda view: self.show_view(cast("View", view)))
        self.list.chosen.connect(self.show_kind)
        self.list.entered.connect(lambda: self._take_in_hand("kind"))
        self.one.entered.connect(self._take_in_hand)
        self.one.add_wanted.connect(self._add)
        self.one.prompt_taken.connect(self._take_up)
        self.one.remove_wanted.connect(self._remove)
        self.one.shift_wanted.connect(self._shift)
        self.one.prompts.own_wanted.connect(self._add_prompts)
        self.one.prompts.removal_wanted.connect(self._remove_prompt)
        rearranging: tuple[Any, ...] = (self.one, self.enablers)
        for part in rearranging:
            part.rearranged.connect(lambda: tab_as_laid_out(self))
        for view in (self.readiness, self.enablers):
            view.entered.connect(self._take_in_hand)

    def _lay_out(self) -> None:
        self._head = QWidget()
        head = FlowLayout(self._head, 24, 8)
        head.addWidget(self._title)
        head.addWidget(self.views)
        body = ListAndOne(self.list, self.one, lambda narrow: self.list.set_narrow(narrow=narrow))
        self._bodies: dict[str, QWidget] = {
            "challenges": body,
            "readiness": self.readiness,
            "enablers": self.enablers,
        }
        self._body = QVBoxLayout(self._filled)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.addWidget(self._summary)
        for widget in self._bodies.values():
            self._body.addWidget(widget)
        self._page = QVBoxLayout(self)
        for widget in (self._head, self._empty, self._filled):
            self._page.addWidget(widget)
        self._page.addStretch(1)

    def _fit(self) -> None:
        px = look().px
        self._page.setContentsMargins(px(28), px(18), px(28), px(28))
        self._page.setSpacing(px(6))
        self._body.setSpacing(px(18))
        self._empty.setContentsMargins(0, px(20), 0, 0)
