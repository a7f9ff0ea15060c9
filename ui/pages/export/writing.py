"""Where the report goes, writing it, and what became of it. Nothing here stops one from going on."""

from collections.abc import Callable
from enum import Enum
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.requests import ReportDone, ReportFailed, ReportWanted, Requests
from ui.theme.look import look
from ui.widgets import Button, FlowLayout, Gap, Hairline, Sentence
from ui.widgets.laid_out import nest

Ids = tuple[str, ...]

GO_ON = "You can go on working; the report shows the workbook as it is now."
TOO_LATE = "It is too late to cancel: the report is being put in place."


class State(Enum):
    """How far the report is."""

    READY = 1
    UNDER_WAY = 2
    DONE = 3
    FAILED = 4


class Turn:
    """What comes of one press of the button; heard as long as it is the last one."""

    def __init__(self, writing: "Writing", number: int) -> None:
        self._writing, self._number = writing, number

    def on_progress(self, written: int, of: int) -> None:
        """So many sheets are written."""
        if self._number == self._writing.turn:
            self._writing.show_progress(written, of)

    def on_done(self, done: ReportDone) -> None:
        """It is in place."""
        if self._number == self._writing.turn:
            self._writing.show_done(done)

    def on_failed(self, failed: ReportFailed) -> None:
        """It was not written."""
        if self._number == self._writing.turn:
            self._writing.show_failed(failed)


class Writing(QWidget):
    """Place, button, and the one sentence on how it went."""

    def __init__(
        self, requests: Requests, wanted: Callable[[], tuple[tuple[str, ...], tuple[str, ...]]]
    ) -> None:
        super().__init__()
        self._requests, self._wanted = requests, wanted
        self._picked: Path | None = None
        self._done: ReportDone | None = None
        self._failed: ReportFailed | None = None
        self._cancel: Callable[[], bool] | None = None
        self.turn = 0
        """Counts the reports that were asked for."""
        self.state = State.READY
        self._name = Sentence("", "body_strong")
        self._folder = Sentence("", "citation", "muted")
        self.change = Button("Change…", "secondary", "folder-open")
        self.write = Button("Write the report", "primary", "file-spreadsheet")
        self.all_the_same = Button("Replace it all the same")
        self.stop = Button("Cancel")
        self.open = Button("Open the report", "primary", "external-link")
        self.show_folder = Button("Show in folder", "secondary", "folder-open")
        self.again = Button("Write it again", "ghost", "refresh-cw")
        self._said = Sentence("", "body")
        self._more = Sentence("", "secondary", "muted")
        self._wire()
        self._lay_out()
        self._show(State.READY)

    @property
    def path(self) -> Path:
        """Where the report goes: where the user wants it, else where it is suggested."""
        return self._picked or self._requests.suggested_report()

    def refresh(self, missing: str) -> None:
        """Show the place; `missing` says why nothing can be written."""
        self._name.setText(self.path.name)
        self._folder.setText(f"In {self.path.parent}")
        self._folder.setToolTip(str(self.path))
        for button in (self.write, self.again, self.all_the_same):
            button.setEnabled(not missing)
            button.setToolTip(missing)
            button.setAccessibleDescription(missing or f"Writes {self.path.name}.")
        if self.state is State.READY:
            self._said.setText(missing)
            self._said.setVisible(bool(missing))

    def outdate(self) -> None:
        """What was written is not what one sees any more: offer to write."""
        if self.state in (State.DONE, State.FAILED):
            self._show(State.READY)

    def _wire(self) -> None:
        self.change.setAccessibleDescription("Chooses another place or name for the report.")
        self.change.clicked.connect(self._change)
        self.write.clicked.connect(lambda _=False: self._write())
        self.again.clicked.connect(lambda _=False: self._write())
        self.all_the_same.clicked.connect(lambda _=False: self._write(all_the_same=True))
        self.stop.clicked.connect(self._stop)
        self.open.clicked.connect(self._open_report)
        self.show_folder.clicked.connect(self._open_folder)

    def _open_report(self) -> None:
        if self._done is not None:
            self._requests.open_outside(self._done.path)

    def _open_folder(self) -> None:
        if self._done is not None:
            self._requests.open_outside(self._done.path.parent)

    def _lay_out(self) -> None:
        place = QWidget()
        row = QHBoxLayout(place)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look().px(12))
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._name)
        names.addWidget(self._folder)
        nest(row, names, 1)
        row.addWidget(self.change, 0, Qt.AlignmentFlag.AlignTop)
        buttons = QWidget()
        flow = FlowLayout(buttons, 10)
        for button in (self.write, self.all_the_same, self.stop, self.open, self.show_folder, self.again):
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (
            Sentence("Where to", "section", "muted"),
            Gap(8),
            place,
            Gap(14),
            Hairline(),
            Gap(14),
            self._said,
            self._more,
            Gap(10),
            buttons,
        ):
            column.addWidget(widget)

    def _change(self) -> None:
        picked = self._requests.pick_report(self.path)
        if picked is not None:
            self._picked = picked
            self.outdate()
            self.refresh("")

    def show_progress(self, written: int, of: int) -> None:
        """So many sheets are written."""
        counted = f"Sheet {written + 1} of {of}." if written < of else "Putting it in place."
        self._more.setText(f"{counted} {GO_ON}")

    def show_done(self, done: ReportDone) -> None:
        """It is in place."""
        self._done = done
        self._show(State.DONE)

    def show_failed(self, failed: ReportFailed) -> None:
        """It was not written."""
        self._failed = failed
        self._show(State.FAILED)

    def _write(self, *, all_the_same: bool = False) -> None:
        draft_ids, case_ids = self._wanted()
        is_picked = self._picked is not None
        self.turn += 1
        self._show(State.UNDER_WAY)
        self._cancel = self._requests.export_report(
            ReportWanted(self.path, draft_ids, case_ids, is_picked, all_the_same), Turn(self, self.turn)
        )

    def _stop(self) -> None:
        """Nothing is written; unless the report is being put in place, which takes but a moment."""
        if self._cancel is not None and not self._cancel():
            self._more.setText(TOO_LATE)
            return
        self.turn += 1
        self._show(State.READY)
        self._said.setText("Cancelled. Nothing was written.")
        self._said.show()
        self.write.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, state: State) -> None:
        had_focus = self.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        self.state = state
        self.write.setVisible(state in (State.READY, State.FAILED))
        self.write.setText("Try again" if state is State.FAILED else "Write the report")
        may_replace = self._failed is not None and self._failed.may_replace
        self.all_the_same.setVisible(state is State.FAILED and may_replace)
        self.stop.setVisible(state is State.UNDER_WAY)
        self.change.setEnabled(state is not State.UNDER_WAY)
        for button in (self.open, self.show_folder, self.again):
            button.setVisible(state is State.DONE)
        said, more = self._words()
        for sentence, text in ((self._said, said), (self._more, more)):
            sentence.setText(text)
            sentence.setVisible(bool(text))
        if had_focus:
            follower = {State.UNDER_WAY: self.stop, State.DONE: self.open}.get(state, self.write)
            follower.setFocus(Qt.FocusReason.OtherFocusReason)
        if said:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def _words(self) -> tuple[str, str]:
        """What to say in this state, and what to add in small."""
        if self.state is State.UNDER_WAY:
            return f"Writing {self.path.name}…", GO_ON
        if self.state is State.FAILED and self._failed is not None:
            return f"The report was not written. {self._failed.sentence}", self._failed.way_out
        if self.state is State.DONE and self._done is not None:
            sheets = len(self._done.sheets)
            return f"The report is written: {sheets} sheets.", " ".join(self._done.notes)
        return "", ""
