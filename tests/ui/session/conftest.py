"""A session whose questions are answered in advance, in folders of its own."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QThreadPool
from pytestqt.qtbot import QtBot

from ui.background import wait_for
from ui.conflict_dialog import CompareNow, ConflictAnswer
from ui.dialogs import DamagedAnswer, FailedAnswer, InUseAnswer, OutputAnswer, UnsavedAnswer
from ui.document import Document
from ui.earlier_dialog import Compare, EarlierAnswer
from ui.folders import Folders
from ui.recovery_dialog import RecoveryAnswer
from ui.session import Session
from ui.settings import SettingsStore
from workbook.edits.begin import add_draft, empty_draft
from workbook.model.workbook import Workbook
from workbook.persistence.conflict import Changed
from workbook.persistence.holder import Holder
from workbook.persistence.recovery import LeftOver
from workbook.persistence.version import Version
from workbook.persistence.writing import create


@dataclass(frozen=True)
class Conflict:
    """What was said when a conflict was asked about."""

    changed: Changed
    compare: CompareNow
    is_unsaved: bool


@dataclass
class Answers:
    """`Dialogs` for tests. A question nobody expected, and an answer nobody asked for, fail the test."""

    coming: deque[tuple[str, object]] = field(default_factory=deque)
    asked: list[tuple[str, object]] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)

    def will(self, question: str, answer: object) -> None:
        """The next question is this one, and gets this answer."""
        self.coming.append((question, answer))

    def _answer(self, question: str, about: object) -> object:
        self.asked.append((question, about))
        assert self.coming, f"nobody expected {question} about {about}"
        expected, answer = self.coming.popleft()
        assert question == expected
        return answer(about) if callable(answer) else answer

    def ask_unsaved(self, title: str, on_disk: str = "") -> UnsavedAnswer:
        return cast("UnsavedAnswer", self._answer("unsaved", f"{title}: {on_disk}" if on_disk else title))

    def ask_conflict(self, changed: Changed, compare: CompareNow, *, is_unsaved: bool) -> ConflictAnswer:
        self.conflicts.append(Conflict(changed, compare, is_unsaved))
        return cast("ConflictAnswer", self._answer("conflict", changed.happened))

    def ask_revert(self, title: str) -> bool:
        return bool(self._answer("revert", title))

    def ask_overwrite(self, path: Path) -> bool:
        return bool(self._answer("overwrite", path))

    def ask_altered(self, sentence: str) -> bool:
        return bool(self._answer("altered", sentence))

    def ask_damaged(self, sentence: str, earlier: str, *, is_readable: bool) -> DamagedAnswer:
        about = (sentence, earlier, is_readable)
        return cast("DamagedAnswer", self._answer("damaged", about))

    def ask_in_use(self, path: Path, holder: Holder) -> InUseAnswer:
        return cast("InUseAnswer", self._answer("in use", (path, holder)))

    def ask_earlier(self, versions: Sequence[Version], path: Path, compare: Compare) -> EarlierAnswer | None:
        return cast("EarlierAnswer | None", self._answer("earlier", (versions, path, compare)))

    def ask_failed_save(self, sentence: str) -> FailedAnswer:
        return cast("FailedAnswer", self._answer("failed save", sentence))

    def ask_failed_output(self, sentence: str, *, may_replace: bool) -> OutputAnswer:
        return cast("OutputAnswer", self._answer("failed output", (sentence, may_replace)))

    def ask_recover(self, left_over: Sequence[LeftOver]) -> RecoveryAnswer | None:
        return cast("RecoveryAnswer | None", self._answer("recover", left_over))

    def pick_open(self, folder: Path) -> Path | None:
        return cast("Path | None", self._answer("pick open", folder))

    def pick_save(self, suggested: Path, kind: str = "") -> Path | None:
        self.kinds.append(kind)
        return cast("Path | None", self._answer("pick save", suggested))

    def tell(self, sentence: str) -> None:
        self.told.append(sentence)

    def tell_fault(self, sentence: str, details: str) -> None:
        self.told.append(f"{sentence}\n{details}")


@dataclass
class Desk:
    """A document, its session, and what stands around them."""

    document: Document
    session: Session
    dialogs: Answers
    folders: Folders
    settings: SettingsStore
    notes: list[str]
    bot: QtBot

    def title(self, title: str) -> None:
        """Type a title: the shortest way to unsaved work."""
        self.document.put(("title",), title, "change of title")

    def settle(self) -> None:
        """Let everything that goes on in the background end."""
        self.bot.waitUntil(lambda: not self.session.is_saving)
        QThreadPool.globalInstance().waitForDone()
        self.session.flush()
        wait_for(lambda: None)  # everything that came back from other threads before is delivered by now

    def save(self) -> None:
        """Save, and wait until it has ended."""
        assert self.session.save()
        self.settle()

    @property
    def copies(self) -> list[Path]:
        """The copies of unsaved work there are."""
        return sorted(self.folders.unsaved.glob("[!.]*.unsaved"))


MakeDesk = Callable[[], Desk]


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders(tmp_path / "config", tmp_path / "state")


@pytest.fixture
def make_desk(qtbot: QtBot, folders: Folders) -> Iterator[MakeDesk]:
    """As many sessions as wanted, each as in a program of its own, sharing their folders."""
    desks: list[Desk] = []

    def make() -> Desk:
        document, dialogs = Document(Workbook()), Answers()
        settings = SettingsStore(folders.settings)
        desk = Desk(
            document, Session(document, dialogs, folders, settings), dialogs, folders, settings, [], qtbot
        )
        desk.session.noted.connect(desk.notes.append)
        desks.append(desk)
        return desk

    yield make
    for desk in desks:
        desk.settle()
        assert not desk.dialogs.coming, "expected a question that was never asked"
        desk.session.deleteLater()
        desk.document.deleteLater()


@pytest.fixture
def desk(make_desk: MakeDesk) -> Desk:
    return make_desk()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A saved workbook called “Nordhavn”."""
    path = tmp_path / "e.partnership"
    create(path, add_draft(Workbook(title="Nordhavn"), empty_draft()))
    return path
