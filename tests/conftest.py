"""What every test stands on: no screen, folders of its own, and no unexpected words in the log."""

import gc
import logging
import os
import sys
import tempfile
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # read when Qt starts, so before any test imports it

settings.register_profile("ours", deadline=None, print_blob=True)  # no timed tests: machines differ
settings.load_profile("ours")

XDG_FOLDERS = ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "XDG_STATE_HOME")


@pytest.fixture(scope="session", autouse=True)
def folders_of_this_run() -> Iterator[None]:
    """Qt reads some folders once per process: they must be neither the user's nor missing."""
    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory() as folder:
        _point_to(Path(folder), patch)
        yield


@pytest.fixture(autouse=True)
def folders_of_this_test(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings, recovery data and caches that no other test has touched."""
    _point_to(tmp_path_factory.mktemp("home"), monkeypatch)


def _point_to(folder: Path, patch: pytest.MonkeyPatch) -> None:
    for name in XDG_FOLDERS:
        place = folder / name
        place.mkdir(mode=0o700)  # Qt warns about a runtime folder that others can read
        patch.setenv(name, str(place))


class _Listener(logging.Handler):
    """Keeps every record of WARNING or above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def nothing_unexpected_in_the_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail on a warning in the log, unless the test is marked with expects_log("part of the message")."""
    expected = [text for marker in request.node.iter_markers("expects_log") for text in marker.args]
    listener = _Listener()
    logging.getLogger().addHandler(listener)
    yield
    logging.getLogger().removeHandler(listener)
    unexpected = [record for record in listener.heard if not any(text in record for text in expected)]
    assert not unexpected, f"unexpected in the log: {unexpected}"
    unheard = [text for text in expected if not any(text in record for record in listener.heard)]
    assert not unheard, f"expected in the log, but not there: {unheard}"


EVERY = 50
"""After so many tests all garbage is collected, and only the youngest after each."""


@pytest.fixture(scope="session")
def qapp(qapp: "QApplication") -> "QApplication":
    """The one application of all tests, which collects garbage as the program's does."""
    from ui.collecting import Collecting

    Collecting(qapp)
    return qapp


def pytest_collection_finish() -> None:
    """The tests themselves last for the whole run: whoever collects garbage need not look through them."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown() -> Generator[None, None, None]:
    """Let the windows of a test go before the next test opens its own, as they would when a program ends."""
    yield
    qt = sys.modules.get("PySide6.QtCore")
    if qt is not None and qt.QCoreApplication.instance() is not None:
        qt.QCoreApplication.sendPostedEvents(None, qt.QEvent.Type.DeferredDelete)
        gc.collect(
            0 if gc.get_count()[1] < EVERY else 2
        )  # most tests have no event loop in which it would happen
