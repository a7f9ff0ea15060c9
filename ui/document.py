"""The open workbook: its current state, its history, and the one signal that says what changed.

Undo is the list of states. Every state was valid when it was made, so going back to one cannot fail.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from time import monotonic

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from ui.findings import Findings
from workbook import editing
from workbook.editing import Address, NoSuchPlaceError
from workbook.model.draft import Draft
from workbook.model.workbook import Workbook

TYPING_PAUSE = 2.0
"""Seconds without a keystroke after which typing on in the same field begins a new step of undo."""

MOST_STEPS = 1000


@dataclass(frozen=True)
class Change:
    """One change of state. `address` is where it was made, `origin` who made it and need not be told."""

    before: Workbook
    after: Workbook
    address: Address = ()
    origin: object | None = None

    def touches(self, *address: str) -> bool:
        """Whether what stands at the address (or under it) differs between the two states."""
        before, after = _at(self.before, address), _at(self.after, address)
        return before is not after and before != after


class Document(QObject):
    """The workbook on the screen. Everything that changes it goes through `put`, `edit`, `undo` or `redo`."""

    changed = Signal(object)
    """A `Change`: the state is another one."""
    came_back = Signal(object)
    """An `Address`: undo or redo has just changed something there."""
    draft_chosen = Signal()
    """Another draft is looked at; the state is the same."""

    def __init__(self, workbook: Workbook, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workbook = workbook
        self._draft_id = workbook.drafts[0].id if workbook.drafts else None
        self.findings = Findings()
        self.history = QUndoStack(self)
        self.history.setUndoLimit(MOST_STEPS)
        self._typing: tuple[Address, float] | None = None

    @property
    def workbook(self) -> Workbook:
        """The current state."""
        return self._workbook

    @property
    def draft(self) -> Draft | None:
        """The draft that is looked at; None when the workbook has none."""
        drafts = self._workbook.drafts
        return next((draft for draft in drafts if draft.id == self._draft_id), drafts[0] if drafts else None)

    def choose_draft(self, draft_id: str) -> None:
        """Look at another draft. Choosing is no edit: it cannot be undone and need not be saved."""
        if draft_id != self._draft_id:
            self.seal()
            self._draft_id = draft_id
            self.draft_chosen.emit()

    def get(self, address: Address) -> object:
        """What stands at an address now.

        Raises:
            NoSuchPlaceError: nothing does.
        """
        value: object = editing.get(self._workbook, address)
        return value

    def put(self, address: Address, value: object, label: str, origin: object | None = None) -> None:
        """Put a value at an address, as one step of undo with this label, such as "change of name".

        Raises:
            pydantic.ValidationError: a record refuses the value; nothing has changed.
            NoSuchPlaceError: the address leads nowhere.
        """
        self.seal()
        self._push(editing.put(self._workbook, address, value), label, address, origin)

    def type_text(self, address: Address, value: object, label: str, origin: object | None = None) -> None:
        """As `put`, but keystrokes in one field, with no pause between them, are one step of undo."""
        self.type_edit(lambda workbook: editing.put(workbook, address, value), label, address, origin)

    def type_edit(
        self,
        change: Callable[[Workbook], Workbook],
        label: str,
        address: Address,
        origin: object | None = None,
    ) -> None:
        """As `type_text`, where what is typed changes more than the value at the address, or adds it there.

        Raises:
            pydantic.ValidationError: the edit would make nonsense; nothing has changed.
        """
        now = monotonic()
        if self._typing is None or self._typing[0] != address or now - self._typing[1] > TYPING_PAUSE:
            self.seal()
        self._push(change(self._workbook), label, address, origin, typed=True)
        self._typing = (address, now)

    def edit(
        self,
        change: Callable[[Workbook], Workbook],
        label: str,
        address: Address = (),
        origin: object | None = None,
    ) -> None:
        """Do a named edit as one step of undo; `address` is where the user would look for it.

        Raises:
            pydantic.ValidationError: the edit would make nonsense; nothing has changed.
        """
        self.seal()
        self._push(change(self._workbook), label, address, origin)

    def seal(self) -> None:
        """End the step that is being typed: whatever is typed next is a step of its own."""
        self._typing = None

    def undo(self) -> None:
        """Go back one step, if there is one, and say where that was."""
        self.seal()
        step = self.history.command(self.history.index() - 1)
        self.history.undo()
        self._tell(step)

    def redo(self) -> None:
        """Go forward again, if one went back."""
        self.seal()
        step = self.history.command(self.history.index())
        self.history.redo()
        self._tell(step)

    def _tell(self, step: QUndoCommand | None) -> None:
        if isinstance(step, _Step) and step.change.address:
            self.came_back.emit(step.change.address)

    def load(self, workbook: Workbook) -> None:
        """Show another workbook; the history of the last one is gone."""
        self.seal()
        self.history.clear()
        self._draft_id = workbook.drafts[0].id if workbook.drafts else None
        self.show_state(workbook, (), None)

    def show_state(self, workbook: Workbook, address: Address, origin: object | None) -> None:
        """Make a state the current one and say so. Only the history and `load` do this."""
        change = Change(self._workbook, workbook, address, origin)
        self._workbook = workbook
        self.changed.emit(change)

    def _push(
        self,
        after: Workbook,
        label: str,
        address: Address,
        origin: object | None,
        *,
        typed: bool = False,
    ) -> None:
        if after != self._workbook:
            # Worked out before it is pushed: a redo() that raises would stay on the stack.
            change = Change(self._workbook, after, address, origin)
            self.history.push(_Step(self, change, label, goes_on=typed and self._typing is not None))


class _Step(QUndoCommand):
    """One change: the states before and after it. `goes_on`: it continues the typing before it."""

    def __init__(self, document: Document, change: Change, label: str, *, goes_on: bool) -> None:
        super().__init__(label)
        self.document = document
        self.change = change
        self.goes_on = goes_on
        self.origin = change.origin

    def id(self) -> int:
        """All steps are of one kind, so that Qt asks whether they merge."""
        return 1

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take in the next keystroke of the same field."""
        if not isinstance(other, _Step) or not other.goes_on or other.change.address != self.change.address:
            return False
        self.change = replace(self.change, after=other.change.after)
        return True

    def redo(self) -> None:
        """Show the state after it. Who made the change knows it already, but not that it came back."""
        self.document.show_state(self.change.after, self.change.address, self.origin)
        self.origin = None

    def undo(self) -> None:
        """Show the state before it."""
        self.document.show_state(self.change.before, self.change.address, None)


def _at(workbook: Workbook, address: Address) -> object:
    try:
        value: object = editing.get(workbook, address)
    except NoSuchPlaceError:
        return None
    return value
