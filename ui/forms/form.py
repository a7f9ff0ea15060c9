"""A form: labelled fields tied to the record at an address. The only place where a field is wired."""

from collections.abc import Callable
from typing import Protocol, cast

from pydantic import ValidationError
from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.document import Change, Document
from ui.forms.fields import ProseField, TextField
from ui.theme.look import look
from ui.widgets import FieldLabel, Sentence
from workbook.editing import Address


class Field(Protocol):
    """What a form needs of a field."""

    edited: SignalInstance
    entered: SignalInstance
    left: SignalInstance

    def value(self) -> object:
        """What is in the field."""

    def show_value(self, value: str) -> None:
        """Show a value without telling anybody."""


class Form(QObject):
    """Fields of one record. `at` is a function, because the draft that is looked at changes."""

    entered = Signal(str)
    """The name of the field that is now in hand."""

    def __init__(self, document: Document, at: Callable[[], Address | None], parent: QWidget) -> None:
        super().__init__(parent)
        self._document = document
        self._at = at
        self._fields: dict[str, QWidget] = {}
        self._problems: dict[str, Sentence] = {}

    def text(self, name: str, label: str, help_: str, placeholder: str = "") -> QWidget:
        """One line of text; the answer is label, field and room for a problem, in one widget."""
        return self._add(name, label, help_, TextField(placeholder))

    def prose(self, name: str, label: str, help_: str, placeholder: str = "", lines: int = 2) -> QWidget:
        """Several lines of text."""
        return self._add(name, label, help_, ProseField(placeholder, lines))

    def field(self, name: str) -> QWidget:
        """The field itself, to place the focus in it."""
        return self._fields[name]

    def refresh(self, change: Change | None) -> None:
        """Show what stands in the document; the field in which it was typed stays as it is."""
        at = self._at()
        for name, widget in self._fields.items():
            widget.setEnabled(at is not None)
            if at is None or (change is not None and change.origin is widget):
                continue
            self._problems[name].hide()
            cast("Field", widget).show_value(str(self._document.get((*at, name)) or ""))

    def _add(self, name: str, label: str, help_: str, field: TextField | ProseField) -> QWidget:
        field.setAccessibleName(label)
        field.setAccessibleDescription(help_)
        field.setToolTip(help_)
        caption = FieldLabel(label)
        caption.setBuddy(field)
        problem = Sentence("", "secondary", "loss_ink")
        problem.hide()
        self._fields[name], self._problems[name] = field, problem
        field.edited.connect(lambda value: self._type(name, label, value))
        field.entered.connect(lambda: self.entered.emit(name))
        field.left.connect(self._document.seal)
        together = QWidget()
        column = QVBoxLayout(together)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(6))
        for widget in (caption, field, problem):
            column.addWidget(widget)
        return together

    def _type(self, name: str, label: str, value: object) -> None:
        """Send what was typed. A value that is refused stays in the field, with the reason below it."""
        at = self._at()
        if at is None:
            return
        problem = self._problems[name]
        try:
            self._document.type_text((*at, name), value, f"change of {label.lower()}", self._fields[name])
        except ValidationError as refusal:
            problem.setText(refusal.errors(include_url=False)[0]["msg"].removeprefix("Value error, "))
            problem.show()
        else:
            problem.hide()
