"""One field of any kind tied to an address: numbers, dates, choices. Texts with a label are in `Form`."""

from collections.abc import Callable
from typing import Protocol

from pydantic import ValidationError
from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from ui.document import Change, Document
from workbook.editing import Address


class TiedField(Protocol):
    """What is needed of a field. `is_typed`: keystrokes without a pause are one step of undo."""

    given: SignalInstance
    entered: SignalInstance
    left: SignalInstance
    is_typed: bool

    def show_value(self, value: object) -> None:
        """Show a value without telling anybody."""


class Tied(QObject):
    """Sends what is given to the address, and shows what stands there; `at` answers None for nothing."""

    entered = Signal()

    def __init__(
        self,
        document: Document,
        field: TiedField,
        at: Callable[[], Address | None],
        label: str,
        parent: QWidget,
    ) -> None:
        """`label` names the step of undo, as in "change of sector"."""
        super().__init__(parent)
        self._document, self._field, self._at, self._label = document, field, at, label
        field.given.connect(self._send)
        field.entered.connect(self.entered)
        field.left.connect(document.seal)

    def refresh(self, change: Change | None) -> None:
        """Show what stands in the document; the field in which it was given stays as it is."""
        at = self._at()
        if at is not None and not (change is not None and change.origin is self._field):
            self._field.show_value(self._document.get(at))

    def _send(self, value: object) -> None:
        at = self._at()
        if at is None:
            return
        send = self._document.type_text if self._field.is_typed else self._document.put
        try:
            send(at, value, self._label, self._field)
        except ValidationError as refusal:
            refuse = getattr(self._field, "refuse", None)
            if refuse is not None:
                refuse(refusal.errors(include_url=False)[0]["msg"].removeprefix("Value error, "))
