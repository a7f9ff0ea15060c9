"""The real window, for tests, pictures and measurements: all of it but the questions that wait for a click.

Everything is as the user has it (document, session, pages, look); only `Dialogs` answers by itself, and
what is kept goes to a folder that is given.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from time import monotonic
from typing import Protocol, TypeVar, cast

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.builders import three_drafts
from ui.conflict_dialog import CompareNow, ConflictAnswer
from ui.dialogs import WORKBOOKS, DamagedAnswer, FailedAnswer, InUseAnswer, OutputAnswer, UnsavedAnswer
from ui.document import Document
from ui.earlier_dialog import Compare, EarlierAnswer
from ui.folders import Folders
from ui.page_view import PageView
from ui.recovery_dialog import RecoveryAnswer
from ui.session import Session
from ui.settings import Settings, SettingsStore
from ui.shell.workspace import Workspace
from ui.theme.look import install_look
from ui.theme.tokens import Mode
from ui.window import MainWindow
from workbook.edits.begin import add_draft, empty_draft
from workbook.model.mix import Mix
from workbook.model.vocabulary import DIMENSIONS
from workbook.model.workbook import Workbook
from workbook.persistence.conflict import Changed
from workbook.persistence.holder import Holder
from workbook.persistence.recovery import LeftOver
from workbook.persistence.version import Version

USUAL = (1280, 720)
MANY = 20
ROUNDS = 12
"""Turns of the event loop until nothing is waiting: in each, a layout tells the one it stands in."""
PATIENCE = 5.0
"""Seconds after which something that should have come is given up."""

WidgetT = TypeVar("WidgetT", bound=QWidget)


class Keeps(Protocol):
    """What pytest-qt's `qtbot` is needed for here: to close the window when the test is over."""

    def addWidget(self, widget: QWidget) -> None:  # noqa: N802 - its name there
        """Close it in the end."""


@dataclass
class Answers:
    """Dialogs that answer at once. What was asked and told can be read afterwards."""

    unsaved: UnsavedAnswer = "discard"
    failed_save: FailedAnswer = "keep_working"
    in_use: InUseAnswer = "cancel"
    failed_output: list[OutputAnswer] = field(default_factory=list)
    recover: RecoveryAnswer | None = None
    conflicts: list[ConflictAnswer] = field(default_factory=list)
    opens: list[Path] = field(default_factory=list)
    saves: list[Path] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    left_over: list[LeftOver] = field(default_factory=list)

    def ask_conflict(self, changed: Changed, compare: CompareNow, *, is_unsaved: bool) -> ConflictAnswer:
        compare()
        self.asked.append(f"conflict: {changed.path.name} {changed.happened} {is_unsaved}")
        return self.conflicts.pop(0) if self.conflicts else "keep_working"

    def ask_unsaved(self, title: str, on_disk: str = "") -> UnsavedAnswer:
        self.asked.append(f"unsaved: {title}{on_disk}")
        return self.unsaved

    def ask_revert(self, title: str) -> bool:
        self.asked.append(f"revert: {title}")
        return True

    def ask_overwrite(self, path: Path) -> bool:
        self.asked.append(f"overwrite: {path.name}")
        return True

    def ask_altered(self, sentence: str) -> bool:
        self.asked.append(f"altered: {sentence}")
        return True

    def ask_damaged(self, sentence: str, earlier: str, *, is_readable: bool) -> DamagedAnswer:
        del is_readable
        self.asked.append(f"damaged: {sentence} {earlier}")
        return "earlier"

    def ask_in_use(self, path: Path, holder: Holder) -> InUseAnswer:
        self.asked.append(f"in use: {path.name} {holder.words}")
        return self.in_use

    def ask_earlier(self, versions: Sequence[Version], path: Path, compare: Compare) -> EarlierAnswer | None:
        del path, compare
        self.asked.append(f"earlier: {len(versions)}")
        return EarlierAnswer(versions[-1], "go_back")

    def ask_failed_save(self, sentence: str) -> FailedAnswer:
        self.asked.append(f"failed save: {sentence}")
        return self.failed_save

    def ask_failed_output(self, sentence: str, *, may_replace: bool) -> OutputAnswer:
        self.asked.append(f"failed output: {sentence} {may_replace}")
        return self.failed_output.pop(0) if self.failed_output else "leave"

    def ask_recover(self, left_over: Sequence[LeftOver]) -> RecoveryAnswer | None:
        self.asked.append("recover")
        self.left_over.extend(left_over)
        return RecoveryAnswer(left_over[0], "open") if self.recover is None else self.recover

    def pick_open(self, folder: Path) -> Path | None:
        del folder
        self.asked.append("open")
        return self.opens.pop(0) if self.opens else None

    def pick_save(self, suggested: Path, kind: str = WORKBOOKS) -> Path | None:
        del suggested, kind
        self.asked.append("save")
        return self.saves.pop(0) if self.saves else None

    def tell(self, sentence: str) -> None:
        self.told.append(sentence)

    def tell_fault(self, sentence: str, details: str) -> None:
        self.told.append(f"{sentence}\n{details}")


@dataclass
class Opened:
    """A window that is open, and what stands behind it."""

    window: MainWindow
    document: Document
    session: Session
    settings: SettingsStore
    answers: Answers
    folder: Path

    @property
    def workspace(self) -> Workspace:
        """What fills the window."""
        assert self.window.workspace is not None
        return self.window.workspace

    @property
    def view(self) -> PageView:
        """The page that is shown."""
        assert self.workspace.sheet.view is not None
        return self.workspace.sheet.view

    @property
    def page(self) -> str:
        """The key of the page that is shown."""
        assert self.workspace.sheet.page is not None
        return self.workspace.sheet.page.key

    @property
    def in_hand(self) -> QWidget:
        """What has the focus; the window itself if nothing has."""
        widget: QWidget | None = self.window.focusWidget()
        return self.window if widget is None else widget

    def go_to(self, key: str) -> PageView:
        """Show a page."""
        self.workspace.navigator.go_to_page(key)
        settle()
        return self.view

    def set_look(self, mode: Mode = "light", scale: float = 1.0) -> None:
        """Another mode, another text size: as the user sets them."""
        self.settings.set_theme(mode)
        self.settings.set_text_scale(scale)
        settle()

    def resize(self, size: tuple[int, int]) -> None:
        """Another size of the window."""
        self.window.resize(*size)
        settle()

    def press(self, key: Qt.Key, *held: Qt.KeyboardModifier) -> None:
        """Press a key where the keyboard is."""
        modifiers = Qt.KeyboardModifier.NoModifier
        for each in held:
            modifiers |= each
        QTest.keyClick(self.in_hand, key, modifiers)
        settle()

    def write(self, text: str) -> None:
        """Type letters where the keyboard is."""
        for letter in text:
            type_letter(self.in_hand, letter)
        settle()

    def find(self, kind: type[WidgetT], name: str = "", inside: QWidget | None = None) -> WidgetT:
        """The visible widget of this kind whose words, or name for screen readers, hold these words."""
        found = self.find_all(kind, name, inside)
        assert found, f"no visible {kind.__name__} “{name}”; there are {self.names(kind, inside)}"
        return found[0]

    def find_all(self, kind: type[WidgetT], name: str = "", inside: QWidget | None = None) -> list[WidgetT]:
        """All of them."""
        everything = cast("list[WidgetT]", (inside or self.window).findChildren(kind))
        return [each for each in everything if each.isVisible() and name in words_of(each)]

    def names(self, kind: type[QWidget], inside: QWidget | None = None) -> list[str]:
        """What the visible widgets of a kind are called."""
        return [words_of(each) for each in (inside or self.window).findChildren(kind) if each.isVisible()]


def open_window(  # noqa: PLR0913 - all that a window differs in
    keeps: Keeps | None,
    folder: Path,
    workbook: Workbook | None = None,
    *,
    mode: Mode = "light",
    scale: float = 1.0,
    size: tuple[int, int] = USUAL,
) -> Opened:
    """Open the window with a workbook (the example, if none is given) and wait until it can be seen."""
    look = install_look(application(), mode, scale)
    folders = Folders(folder / "config", folder / "state")
    settings = SettingsStore(folders.settings)
    settings.set_theme(mode)
    settings.set_text_scale(scale)

    def show_look(values: Settings) -> None:
        look.set(values.theme, values.text_scale)

    settings.changed.connect(show_look)
    answers = Answers()
    document = Document(three_drafts() if workbook is None else workbook)
    session = Session(document, answers, folders, settings)
    window = MainWindow(settings)
    window.resize(*size)
    if keeps is not None:
        keeps.addWidget(window)
    window.show()
    window.activateWindow()
    wait_until(lambda: window.windowHandle() is not None and window.windowHandle().isExposed())
    window.furnish(document, session)
    for each in (document, session, settings):
        each.setParent(window)  # so that they go when it goes, as when the program ends
    settle()
    return Opened(window, document, session, settings, answers, folder)


def application() -> QApplication:
    """The one there is; pytest-qt, or a script, has made it."""
    return cast("QApplication", QApplication.instance())


def type_letter(widget: QWidget, letter: str) -> None:
    """Press the key of a letter; QTest knows those of ASCII only."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def settle() -> None:
    """Let everything happen that is waiting to: layouts, repaints, what is to be deleted."""
    for _ in range(ROUNDS):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def wait_until(is_so: Callable[[], bool], patience: float = PATIENCE) -> None:
    """Let things happen until something is so.

    Raises:
        AssertionError: it does not become so.
    """
    end = monotonic() + patience
    while not is_so():
        assert monotonic() < end, "it did not become so"
        QCoreApplication.processEvents()


def words_of(widget: QWidget) -> str:
    """What is written on a widget, or else its name for screen readers."""
    text = getattr(widget, "text", None)
    written = text() if callable(text) else ""
    return f"{written} {widget.accessibleName()}"


@cache
def many_drafts(number: int = MANY) -> Workbook:
    """The example's drafts, over and over, each with a position of its own on one dimension."""
    example = three_drafts()
    drafts = []
    for place in range(number):
        model = example.drafts[place % len(example.drafts)]
        first = place * 5 % 101
        mix = Mix(resource_dependence=first / 100, social_issue=(100 - first) / 100)
        dimension = DIMENSIONS[place % len(DIMENSIONS)]
        position = getattr(model.dimensions, dimension).replace(mix=mix, votes=None)
        dimensions = model.dimensions.replace(**{dimension: position})
        drafts.append(
            model.replace(id=f"draft-{place}", name=f"{model.name} {place + 1}", dimensions=dimensions)
        )
    return example.replace(drafts=tuple(drafts))


def one_empty_draft() -> Workbook:
    """A workbook in which nothing is said yet."""
    return add_draft(Workbook(), empty_draft())
