"""One kind of challenge: what it is, the challenges named, questions to the room, what cases report."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.document import Change, Document
from ui.forms.add_line import AddLine
from ui.pages.challenges.challenge_row import ChallengeRow
from ui.pages.challenges.prompts import Offer, Prompts
from ui.pages.challenges.topics import of_kind
from ui.pages.challenges.wording import offers_of
from ui.theme.look import look
from ui.widgets import Citation, Heading, Sentence
from ui.widgets.case_said import CaseSaid
from ui.widgets.fold_list import FoldItem, FoldList
from ui.widgets.inline_note import InlineNote
from ui.widgets.laid_out import nest
from ui.widgets.one_open import OneOpen
from ui.widgets.tab_order import tab_as_laid_out
from workbook.editing import Address
from workbook.library.catalogues import catalogue
from workbook.library.entries import ChallengeCategory, Entry, Prompt
from workbook.library.loader import load
from workbook.model.case import Case
from workbook.model.challenges import Challenge
from workbook.model.draft import Draft
from workbook.model.workbook import Workbook

NONE = "None is named yet. Ask the room one of the questions below, or write it in your own words."
NOT_REPORTED = "No reference case reports a challenge of this kind."


class OneKind(QWidget):
    """`at` is the address of the list of challenges of the draft that is looked at."""

    entered = Signal(str)
    """The name of the field that is now in hand."""
    rearranged = Signal()
    add_wanted = Signal(object)
    """Rows of cells: challenges in the room's own words."""
    prompt_taken = Signal(str)
    shift_wanted = Signal(str, int)
    remove_wanted = Signal(str)

    def __init__(self, document: Document, at: Callable[[], Address | None]) -> None:
        super().__init__()
        self._document, self._at = document, at
        self._key: tuple[str, str] = ("", "")
        self._told: tuple[object, ...] = ()
        self._said: list[QWidget] = []
        self._open = OneOpen()
        self._title = Heading("", "item_title")
        self._explained = Sentence("", "body", "muted")
        self._none = Sentence(NONE, "secondary", "muted")
        self.list = FoldList(self._made_row)
        self.note = InlineNote()
        self.add = AddLine(
            "Add a challenge in your own words, then Enter",
            "Add a challenge",
            "Enter adds it. Pasted lines, or cells with words, severity, owner and status, add many.",
        )
        self.prompts = Prompts()
        self._lay_out()
        self._connect()
        look().changed.connect(self._fit)
        self._fit()

    @property
    def rows(self) -> dict[str, ChallengeRow]:
        """The challenges of the kind that is looked at."""
        return {key: item for key, item in self.list.items.items() if isinstance(item, ChallengeRow)}

    def refresh(self, change: Change | None, workbook: Workbook, draft: Draft, kind: Entry) -> None:
        """Show what stands in the document; the field that is being typed in stays as it is."""
        if change is not None:
            self.note.hide()
        if (draft.id, kind.id) != self._key:
            self._key = (draft.id, kind.id)
            self._open.forget()
            self.note.hide()
        self._title.setText(kind.name)
        self._explained.setText(kind.explanation)
        self._explained.setVisible(bool(kind.explanation))
        named = [each for each in draft.challenges if each.category == kind.id]
        offers = offers_of(catalogue(load(), workbook.own_entries, "challenge_categories"))
        prompts = _prompts(workbook, kind)
        questions = {_key(prompt.name): _question(prompt) for prompt in prompts}
        is_another = self.list.show_keys([each.id for each in named])
        for each in named:
            self.rows[each.id].refresh(change, each, questions.get(_key(each.prompt), ""), offers)
        self._open.show(self.list.items, named[0].id if named else "")
        self._none.setVisible(not named)
        is_another = self.prompts.show_offers([_offer(each, named) for each in prompts]) or is_another
        is_another = self._show_cases(kind.id, (*load().cases, *workbook.own_cases)) or is_another
        if is_another:
            tab_as_laid_out(self)
            self.rearranged.emit()

    def open_challenge(self, key: str, field: str = "") -> bool:
        """Go to a challenge, or a field of it; False when it is not of this kind."""
        row = self.rows.get(key)
        if row is None:
            return False
        if field:
            row.take_focus(field)
        else:
            row.head.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    # How it is put together --------------------------------------------------------------------------------

    def _made_row(self, key: str) -> FoldItem:
        row = ChallengeRow(self._document, partial(self._to, key))
        self._open.watch(key, row)
        row.field_entered.connect(self.entered)
        return row

    def _to(self, key: str) -> Address | None:
        at = self._at()
        return None if at is None else (*at, key)

    def _show_cases(self, kind: str, cases: tuple[Case, ...]) -> bool:
        """What each case reports of this kind, under its name; the answer is whether that changed."""
        told = tuple((case.id, case.label, of_kind(case, kind)) for case in cases if of_kind(case, kind))
        if (kind, told) == self._told:
            return False
        self._told = (kind, told)
        for widget in self._said:
            self._cases.removeWidget(widget)
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        self._said = [Sentence("In the cases", "section")]
        for case_id, label, named in told:
            citation = "; ".join(dict.fromkeys(each.citation for each in named))
            self._said.append(CaseSaid(case_id, label, tuple(each.text for each in named), citation))
        if not told:
            self._said.append(Sentence(NOT_REPORTED, "secondary", "muted"))
        for widget in self._said:
            self._cases.addWidget(widget)
        return True

    def _connect(self) -> None:
        self.list.entered.connect(lambda _: self.entered.emit("kind"))
        self.list.rearranged.connect(self._on_rearranged)
        self.list.shift_wanted.connect(self.shift_wanted)
        self.list.remove_wanted.connect(self.remove_wanted)
        self.list.left_below.connect(lambda: self.add.setFocus(Qt.FocusReason.OtherFocusReason))
        self.add.added.connect(self.add_wanted)
        self.add.entered.connect(lambda: self.entered.emit("kind"))
        self.prompts.taken.connect(self.prompt_taken)
        self.prompts.entered.connect(self.entered)
        self.note.undo_wanted.connect(self._document.undo)

    def _on_rearranged(self) -> None:
        tab_as_laid_out(self)
        self.rearranged.emit()

    def _lay_out(self) -> None:
        self._head = QVBoxLayout()
        self._head.addWidget(self._title)
        self._head.addWidget(self._explained)
        self._cases = QVBoxLayout()
        remark = load().remark("challenge_categories")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        nest(self._column, self._head)
        for widget in (self._none, self.list, self.note, self.add, self.prompts):
            self._column.addWidget(widget)
        nest(self._column, self._cases)
        if remark is not None:
            self._column.addWidget(Sentence(remark.text, "secondary", "muted"))
            self._column.addWidget(Citation(remark.citation))
        tab_as_laid_out(self)

    def _fit(self) -> None:
        px = look().px
        self._column.setSpacing(px(10))
        self._head.setSpacing(px(2))
        self._cases.setContentsMargins(0, px(8), 0, px(8))
        self._cases.setSpacing(px(10))


def _prompts(workbook: Workbook, kind: Entry) -> tuple[Entry, ...]:
    """The prompts of a kind, then the room's own, which may be put to every kind."""
    built_in = kind.prompts if isinstance(kind, ChallengeCategory) else ()
    own = (each for each in catalogue(load(), workbook.own_entries, "challenge_prompts") if each.own)
    return (*built_in, *own)


def _question(prompt: Entry) -> str:
    return f"{prompt.name}. {prompt.question}" if isinstance(prompt, Prompt) else prompt.name


def _offer(prompt: Entry, named: list[Challenge]) -> Offer:
    """As it is offered, and whether a challenge of this kind was taken from it."""
    is_taken = any(_key(each.prompt) in {_key(prompt.name), _key(prompt.id)} for each in named)
    if isinstance(prompt, Prompt):
        said = f"{prompt.name}. {prompt.explanation}"
        return Offer(prompt.id, prompt.question, said, prompt.citation, own=False, is_taken=is_taken)
    return Offer(prompt.id, prompt.name, prompt.explanation, prompt.citation, own=True, is_taken=is_taken)


def _key(words: str) -> str:
    return words.strip().casefold()
