"""Starting the window: it is painted empty, then what is slow to import is imported, then it is furnished.

Nothing that is slow (the model, the library, the analysis, spreadsheets) may be imported here at the top.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QObject, QThread, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from ui.background import end_all
from ui.collecting import Collecting
from ui.folders import NAME, Folders
from ui.settings import Settings, SettingsStore
from ui.theme.look import install_look
from ui.window import MainWindow

if TYPE_CHECKING:
    from ui.document import Document
    from ui.session import Session
    from ui.signals import Signals

PROJECTOR_WIDTH, PROJECTOR_SCALE = 1900, 1.25

LONGEST_END = 10.0
"""Seconds that the program waits for its disks when it ends: for a save under way, above all."""

LONGEST_WAIT = 1000
"""Milliseconds after which the window is furnished even if it was never painted, as one shown minimised."""


class FirstPaint(QObject):
    """Says once when a window has been painted for the first time."""

    done = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)
        self._late = QTimer(self, singleShot=True, interval=LONGEST_WAIT)
        self._late.timeout.connect(self._say_so)
        self._late.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The paint event is on its way; what it paints is on the screen a turn of the event loop later."""
        if isinstance(event, QPaintEvent):  # not event.type(): its 200 values take 5 ms to set up
            watched.removeEventFilter(self)
            self._late.start(0)
        return False

    def _say_so(self) -> None:
        self._window.removeEventFilter(self)
        self.done.emit()


class Importing(QThread):
    """Imports what furnishing needs, while the window answers. Imports only: no widget may be made here."""

    def run(self) -> None:
        """What cannot be imported is imported again, and then reported, when the window is furnished."""
        from contextlib import suppress
        from importlib import import_module

        with suppress(Exception):
            for name in ("ui.session", "ui.dialogs", "ui.faults", "ui.shell.workspace"):
                import_module(name)
            import_module("ui.pages").all_pages()
            import_module("workbook.library.loader").load()


class Logout(Protocol):
    """What of Qt's session manager is needed here."""

    def cancel(self) -> None:
        """Let the user stay, for now."""


class Launch(QObject):
    """One start of the program: the window, and what comes into it."""

    painted = Signal()
    """The empty window is on the screen; nothing slow has been imported."""
    furnished = Signal()
    """The window can be worked in."""

    def __init__(self, app: QApplication, folders: Folders, file: Path | None) -> None:
        super().__init__(app)
        self._app, self._folders, self._file = app, folders, file
        self.settings = SettingsStore(folders.settings, self)
        self._suit_the_screen()
        self._look = install_look(app, self.settings.values.theme, self.settings.values.text_scale)
        self.settings.changed.connect(self._show_look)
        self.session: Session | None = None
        self._document: Document | None = None
        self._signals: Signals | None = None
        self.window = MainWindow(self.settings)
        self._importing = Importing(self)
        self._importing.finished.connect(self._on_imported)
        self._paint = FirstPaint(self.window)
        self._paint.done.connect(self._on_painted)

    def _suit_the_screen(self) -> None:
        """At the very first start on a screen as wide as a projector's, text is larger: the room sits far."""
        if self.settings.is_new and self._app.primaryScreen().availableSize().width() >= PROJECTOR_WIDTH:
            self.settings.set_text_scale(PROJECTOR_SCALE)

    def show(self) -> None:
        """Paint the empty window, and go on from there."""
        self.window.show()

    def flush(self) -> None:
        """Keep unsaved work: the program is being ended from outside."""
        if self.session is not None:
            self.session.flush()

    def keep_for_logout(self, manager: "Logout") -> None:
        """The user logs out, or the system shuts down: there is no time for questions, so none is asked.

        If it goes on after all, because another program stopped it, the next change makes closing ask again.
        Where unsaved work cannot be kept, as on a full disk, we stop it ourselves.
        """
        if self.session is None or self.session.flush() or not self.session.is_modified:
            self.window.let_go()
        else:
            manager.cancel()

    def finish(self, status: int) -> int:
        """After the last event: put everything away. The exit status."""
        self._importing.wait()
        has_ended = end_all(LONGEST_END)
        status = self._put_away(status)
        if not has_ended:
            # A disk does not answer. Python would wait for it for ever, and what can be kept is kept.
            for stream in (sys.stdout, sys.stderr):
                if stream is not None:  # a program without a terminal has none on Windows
                    stream.flush()
            os._exit(status)
        return status

    def _put_away(self, status: int) -> int:
        if self._document is not None:
            from ui.faults import stop_catching

            stop_catching()
            # While those are there who listen to it; the other way round it would call widgets that are gone.
            delete(self._document)
        if self._signals is None:
            return status
        self._signals.restore()
        return self._signals.status(status)

    def _on_painted(self) -> None:
        from ui.signals import Signals

        self._signals = Signals(self.flush, self)  # until now there was nothing to keep
        self.painted.emit()
        self._app.commitDataRequest.connect(self.keep_for_logout)
        self._importing.start()

    def _on_imported(self) -> None:
        try:
            self._furnish()
        except Exception as error:  # noqa: BLE001 - it is told as every other fault, but there is no going on
            try:
                from ui.faults import tell_no_start

                tell_no_start(error, self.window)
            finally:
                self._app.exit(1)

    def _furnish(self) -> None:
        from ui.dialogs import QtDialogs
        from ui.document import Document
        from ui.faults import catch_faults
        from ui.session import Session
        from workbook.model.workbook import Workbook

        dialogs = QtDialogs(self.window)
        document = self._document = Document(Workbook(), self)
        self.session = Session(document, dialogs, self._folders, self.settings, self)
        catch_faults(dialogs, self.flush)
        document.changed.connect(lambda _change: self.window.let_go(unasked=False))
        if self._file is not None:
            self.session.open(self._file)
        self.window.furnish(document, self.session)
        self.furnished.emit()
        self.session.offer_recovery()
        self.session.look_for_recent()

    def _show_look(self, values: Settings) -> None:
        self._look.set(values.theme, values.text_scale)


def launch(file: Path | None, *, watch: Callable[[Launch], object] | None = None) -> int:
    """Run the window until it is closed; the exit status. `watch` is told of the start before it begins."""
    app = application()
    collecting = Collecting(app)
    start = Launch(app, Folders.of_this_user(), file)
    start.furnished.connect(collecting.spare_what_is_there)
    if watch is not None:
        watch(start)
    start.show()
    return start.finish(app.exec())


def application() -> QApplication:
    """The application object, under the names that the desktop knows it by."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName(NAME)
    app.setApplicationDisplayName("")
    app.setDesktopFileName(NAME)
    return app
