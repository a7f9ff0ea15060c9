"""Fields for one of several: side by side up to four, folded away beyond. An empty key is "not said"."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QRadioButton

from ui.widgets import Segmented
from ui.widgets.drop_down import DropDown, Options


class ChoiceField(DropDown):
    """A drop-down tied to a value; `given` carries the key, or None for the empty one."""

    given = Signal(object)
    is_typed = False

    def __init__(self, name: str, options: Options = (), description: str = "", widest: int = 320) -> None:
        super().__init__(name, options, description, widest)
        self.chosen.connect(lambda key: self.given.emit(key or None))

    def show_value(self, value: object) -> None:
        """Show a value without telling anybody."""
        key = "" if value is None else str(value)
        if key != self.key:
            self.set_chosen(key)


class SegmentedField(Segmented):
    """Two to four options side by side, tied to a value."""

    given = Signal(object)
    entered = Signal()
    left = Signal()
    is_typed = False

    def __init__(self, name: str, options: Options, description: str = "") -> None:
        super().__init__(options, options[0][0], name)
        self.setAccessibleDescription(description)
        self.chosen.connect(lambda key: self.given.emit(key or None))
        for option in self.findChildren(QRadioButton):
            option.installEventFilter(self)
            option.setAccessibleDescription(f"{name}. {description}".strip())

    def show_value(self, value: object) -> None:
        """Show a value without telling anybody."""
        key = "" if value is None else str(value)
        if key != self.value:
            self.set_chosen(key)

    def take_focus(self) -> None:
        """Put the keyboard on the option that is chosen."""
        for option in self.findChildren(QRadioButton):
            if option.isChecked():
                option.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The guide wants to know which field is in hand."""
        if event.type() == QEvent.Type.FocusIn:
            self.entered.emit()
        elif event.type() == QEvent.Type.FocusOut:
            self.left.emit()
        return super().eventFilter(watched, event)
