"""Whether sharing is voluntary: four options side by side, of which "not said yet" is one."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QRadioButton, QVBoxLayout, QWidget

from ui.theme.look import look
from ui.widgets import FieldLabel, Segmented, Sentence
from workbook.model.vocabulary import Voluntary

NOT_SAID = ""
OPTIONS: tuple[tuple[str, str], ...] = (
    (NOT_SAID, "Not said yet"),
    ("voluntary", "Voluntary"),
    ("partly", "Partly"),
    ("mandated", "Mandated"),
)
MEANS = {
    NOT_SAID: "Could any of the parties be made to share?",
    "voluntary": "Every party is free to share or not.",
    "partly": "Some of it is required; the rest is up to the parties.",
    "mandated": "A law or an authority requires it.",
}


class VoluntaryChoice(QWidget):
    """The label, the options, and what the chosen one means."""

    chosen = Signal(object)
    """What the user chose; None takes it back."""
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.options = Segmented(OPTIONS, NOT_SAID, "Is sharing voluntary?")
        self.options.setAccessibleDescription("Not said yet, voluntary, partly or mandated.")
        self.options.chosen.connect(self._on_chosen)
        self._means = Sentence(MEANS[NOT_SAID], "secondary", "muted")
        for option in self.options.findChildren(QRadioButton):
            option.installEventFilter(self)
            option.setAccessibleDescription("Is sharing voluntary?")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(FieldLabel("Is sharing voluntary?"))
        self._column.addWidget(self.options, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self._means)
        look().changed.connect(self._fit)
        self._fit()

    def show_value(self, value: Voluntary | None) -> None:
        """Show what the document holds, without telling anybody."""
        key = value or NOT_SAID
        if key != self.options.value:
            self.options.set_chosen(key)
        self._means.setText(MEANS[key])

    def take_focus(self) -> None:
        """Put the keyboard on the option that is chosen."""
        for option in self.options.findChildren(QRadioButton):
            if option.isChecked():
                option.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The guide wants to know which field is in hand."""
        if event.type() == QEvent.Type.FocusIn:
            self.entered.emit()
        return super().eventFilter(watched, event)

    def _on_chosen(self, key: str) -> None:
        self._means.setText(MEANS[key])
        self.chosen.emit(key or None)

    def _fit(self) -> None:
        self._column.setSpacing(look().px(6))
