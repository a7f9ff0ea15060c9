"""A question over the window: a sentence, what follows from it, and one button for each answer."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.theme.look import look

TITLE = "Partnership Design Workbook"
WIDTH, MARGIN, GAP, LINES_OF_DETAILS = 440, 24, 10, 8

SHOW, HIDE = "Show the details", "Hide the details"

Role = QDialogButtonBox.ButtonRole


def told(text: str, role: str = "body", *, muted: bool = False) -> QLabel:
    """Words in a question. Plain text, because names of files and workbooks may look like HTML."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setWordWrap(True)
    label.setFont(look().font(role))
    colours = label.palette()
    colours.setColor(label.foregroundRole(), look().colour("muted" if muted else "text"))
    label.setPalette(colours)
    return label


def button_row() -> QDialogButtonBox:
    """An empty row of buttons, with room for the ring round the one in focus."""
    box = QDialogButtonBox()
    layout = box.layout()
    if layout is not None:
        layout.setSpacing(look().px(GAP))
    return box


class Question(QDialog):
    """Asks; `chosen` is the number of the button, None as long as none is pressed, and after Escape."""

    def __init__(  # noqa: PLR0913 - what a question consists of
        self,
        sentence: str,
        more: str,
        buttons: Sequence[tuple[str, Role]],
        usual: int,
        parent: QWidget | None,
        *,
        details: str = "",
    ) -> None:
        super().__init__(parent)
        self.chosen: int | None = None
        self.sentence = sentence
        self.details = details
        self._buttons: list[QPushButton] = []
        self.setWindowTitle(TITLE)
        self.setAccessibleDescription(f"{sentence} {more}")
        column = QVBoxLayout(self)
        column.setContentsMargins(*(look().px(MARGIN) for _ in range(4)))
        column.setSpacing(look().px(GAP))
        column.addWidget(told(sentence, "subheading"))
        if more:
            column.addWidget(told(more, muted=True))
        box = button_row()
        if details:
            column.addWidget(self._folded(details, box))
        column.addSpacing(look().px(GAP))
        for number, (words, role) in enumerate(buttons):
            self._add(box, number, words, role, is_usual=number == usual)
        column.addWidget(box)
        self._buttons[usual].setFocus()
        # As wide as its sentences read well, and as its buttons need.
        self.setMinimumWidth(max(look().px(WIDTH), box.sizeHint().width() + 2 * look().px(MARGIN)))

    def _add(self, box: QDialogButtonBox, number: int, words: str, role: Role, *, is_usual: bool) -> None:
        button = QPushButton(words)
        box.addButton(button, role)
        button.setAutoDefault(is_usual)
        button.setDefault(is_usual)
        button.clicked.connect(lambda: self._choose(number))
        self._buttons.append(button)

    def _choose(self, number: int) -> None:
        self.chosen = number
        self.accept()

    def _folded(self, details: str, box: QDialogButtonBox) -> QPlainTextEdit:
        """The details, with buttons to copy and to show them: a room should not have to look at them."""
        field = QPlainTextEdit(details)
        field.setReadOnly(True)
        field.setTabChangesFocus(True)
        field.setAccessibleName("Details")
        field.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        field.setFixedHeight(LINES_OF_DETAILS * look().line_height("body"))
        field.hide()
        show = box.addButton(SHOW, Role.ActionRole)
        copy = box.addButton("Copy the details", Role.ActionRole)
        for button in (show, copy):
            button.setAutoDefault(False)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))

        def unfold() -> None:
            field.setVisible(field.isHidden())
            show.setText(SHOW if field.isHidden() else HIDE)
            self.adjustSize()

        show.clicked.connect(unfold)
        return field
