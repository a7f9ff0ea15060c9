"""The workbook that is open: what it is called, which file it belongs to, and what of it is unsaved."""

from PySide6.QtCore import QObject, Signal

from ui.document import Document
from ui.moments import moment_in_words, now
from ui.session.origin import Origin, just_begun
from workbook.persistence.conflict import Changed, Happened
from workbook.persistence.recovery import Copy

ON_DISK: dict[Happened, str] = {
    "changed": "Changed on the disk",
    "replaced": "Another workbook is in its place",
    "unopenable": "Unreadable on the disk",
    "gone": "The file is gone",
    "folder": "A folder is in its place",
}


class Current(QObject):
    """What everybody in the session has to know of the open workbook. Whoever changes it calls `show`."""

    shown_changed = Signal()
    """`title`, `saved_in_words` or `is_modified` is another one."""

    def __init__(self, document: Document, parent: QObject) -> None:
        super().__init__(parent)
        self.document = document
        self.origin: Origin = just_begun(document.workbook)
        self.on_disk: Changed | None = None
        """What the file was found to be instead of what is expected, until that is settled."""
        self.is_saving = False
        """Whether a save is under way."""
        self._shown = self._to_show()

    @property
    def title(self) -> str:
        """What the workbook is called: its title, or the name of its file."""
        return self.document.workbook.title or self.origin.name

    def belong_to(self, origin: Origin) -> None:
        """From now on this is its file, and the file is known to hold what this says."""
        self.origin, self.on_disk = origin, None

    @property
    def is_modified(self) -> bool:
        """Whether something would be lost without saving. Undoing back to what was saved ends it.

        What another program took from the disk is unsaved again; unless it went on from what is open here.
        """
        is_gone = self.on_disk is not None and not self.on_disk.is_later
        return is_gone or self.has_changes

    @property
    def has_changes(self) -> bool:
        """Whether it says something else than when it was opened or last saved."""
        now_there, saved = self.document.workbook, self.origin.saved
        return now_there is not saved and now_there != saved

    @property
    def saved_in_words(self) -> str:
        """As in "Saved 14:02", "Saved 14:02, changed since", "Saving…", "Not saved yet" or "Read only"."""
        if self.is_saving:
            return "Saving…"
        if self.origin.is_to_read:
            return "Read only, changed" if self.is_modified else "Read only"
        if self.origin.path is None:
            return "Not saved yet"
        if self.on_disk is not None:
            return ON_DISK[self.on_disk.happened]
        when = self.origin.saved_at
        words = "Saved" if when is None else f"Saved {moment_in_words(when, now())}"
        if self.is_modified:
            return f"{words}, changed since"
        return words if self.origin.confirmed else f"{words}, not confirmed by the disk"

    def copy(self) -> Copy | None:
        """What would be lost if the program, or the disk's power, ended now."""
        if not self.is_modified and self.origin.confirmed:
            return None
        return Copy(self.origin.document_id, self.document.workbook, self.origin.base, now())

    def show(self) -> None:
        """Tell the window, if what it shows of all this is another one than before."""
        shown = self._to_show()
        if shown != self._shown:
            self._shown = shown
            self.shown_changed.emit()

    def _to_show(self) -> tuple[str, str, bool]:
        return self.title, self.saved_in_words, self.is_modified
