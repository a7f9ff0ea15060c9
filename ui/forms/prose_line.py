"""A text in a place of its own, such as a cell of a table, tied to an address without a form around it."""

from PySide6.QtCore import Signal

from ui.forms.fields import ProseField
from ui.widgets import describe


class ProseLine(ProseField):
    """As high as what is written. What it is called is told to screen readers and in its tooltip."""

    given = Signal(object)
    is_typed = True

    def __init__(self, name: str, placeholder: str = "", description: str = "", lines: int = 1) -> None:
        super().__init__(placeholder, lines)
        self.show_name(name, description)
        self.edited.connect(self.given.emit)

    def show_name(self, name: str, description: str = "") -> None:
        """Be called something else."""
        describe(self, name, description)
        self.setToolTip(description or name)

    def show_value(self, value: object) -> None:
        """Show a value without telling anybody; the caret stays where it can."""
        super().show_value("" if value is None else str(value))
