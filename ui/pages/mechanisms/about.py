"""What an entry is: as its source says it, or as the room does; and what the cases report of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.document import Change, Document
from ui.forms.form import Form
from ui.theme.look import look
from ui.widgets import Button, Citation, Sentence
from ui.widgets.case_said import CaseSaid
from ui.widgets.laid_out import nest
from workbook.analysis.workings.lines import Line, SeenIn
from workbook.library.entries import Entry
from workbook.library.loader import load
from workbook.model.case import Statement

NOT_REPORTED = "No reference case reports it."


class About(QWidget):
    """An entry of the library is read; one of the workbook's own is written here, and removed."""

    entered = Signal(str)
    removal_wanted = Signal()
    rearranged = Signal()

    def __init__(self, document: Document, entry: Entry) -> None:
        super().__init__()
        self._key = entry.id
        self._form: Form | None = None
        self._seen: tuple[SeenIn, ...] | None = None
        self._said: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        if entry.own:
            self._form = self._made_form(document)
        else:
            for statement in (
                Statement(text=entry.explanation, citation=entry.citation),
                *_remarks(entry.id),
            ):
                self._column.addWidget(Sentence(statement.text, "body"))
                self._column.addWidget(Citation(statement.citation))
        self._cases = QVBoxLayout()
        nest(self._column, self._cases)
        self._column.addStretch(1)
        look().changed.connect(self._fit)
        self._fit()

    def refresh(self, change: Change | None, line: Line) -> None:
        """Show what stands in the document; the field that is being typed in stays as it is."""
        if self._form is not None:
            self._form.refresh(change)
        if line.seen != self._seen:
            self._seen = line.seen
            self._show_cases(line.seen)

    def reveal(self, field: str) -> bool:
        """Go to a field of an own entry; False for one of the library."""
        if self._form is None:
            return False
        name = field if field in {"name", "explanation", "source"} else "name"
        self._form.field(name).setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _made_form(self, document: Document) -> Form:
        form = Form(document, lambda: ("own_entries", self._key), self)
        form.entered.connect(lambda _: self.entered.emit("own"))
        for widget in (
            form.text("name", "Name", "What the room calls it.", "What the room calls it"),
            form.prose("explanation", "What it is", "In one or two sentences.", "In one or two sentences"),
            form.text(
                "source", "Where it is from", "A publication, or who said it.", "Who said it, and where"
            ),
        ):
            self._column.addWidget(widget)
        remove = Button("Remove from the list", "ghost", "trash-2")
        remove.setAccessibleDescription("It goes from every scenario too; what goes is said.")
        remove.clicked.connect(self.removal_wanted)
        self._column.addWidget(remove, 0, Qt.AlignmentFlag.AlignLeft)
        return form

    def _show_cases(self, seen: tuple[SeenIn, ...]) -> None:
        for widget in self._said:
            self._cases.removeWidget(widget)
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        self._said = [Sentence("In the cases", "section")]
        self._said += [
            CaseSaid(each.case, each.label, (each.how,) if each.how else (), each.citation) for each in seen
        ]
        if not seen:
            self._said.append(Sentence(NOT_REPORTED, "secondary", "muted"))
        for widget in self._said:
            self._cases.addWidget(widget)
        self.rearranged.emit()

    def _fit(self) -> None:
        px = look().px
        self._column.setSpacing(px(8))
        self._cases.setContentsMargins(0, px(8), 0, 0)
        self._cases.setSpacing(px(10))


def _remarks(key: str) -> list[Statement]:
    """Why a mechanism stands with a platform without being reported as one of its mechanisms."""
    remarks = [each for platform in load().platforms for each in (platform.setting, platform.option)]
    return [
        Statement(text=each.text, citation=each.citation)
        for each in remarks
        if each is not None and each.mechanism == key
    ]
