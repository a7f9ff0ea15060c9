"""The recent workbooks, as the session comes by them."""

from pathlib import Path

from ui.background import run_in_background
from ui.moments import now
from ui.recent import facts_of, looked_for
from ui.session.naming import usual_folder
from ui.session.origin import Origin
from ui.settings import SettingsStore
from workbook.model.workbook import Workbook


class Remembering:
    """Notes down which files were open, and looks whether they are where they were."""

    def __init__(self, settings: SettingsStore) -> None:
        self._settings = settings

    @property
    def folder(self) -> Path:
        """Where a question for a file begins."""
        return usual_folder(self._settings.values.last_folder)

    def note(self, origin: Origin, workbook: Workbook) -> None:
        """This workbook is open; one without a file cannot be found again."""
        if origin.path is None:
            return
        self._settings.set_last_folder(origin.path.parent)
        self._settings.remember_recent(facts_of(origin.path, workbook, origin.saved_at or now()))

    def look(self) -> None:
        """Mark the recent workbooks that are not where they were."""
        recent = self._settings.values.recent
        run_in_background(
            lambda: frozenset(each.path for each in looked_for(recent) if each.is_missing),
            done=self._settings.mark_missing,
            failed=_raise,
        )


def _raise(problem: Exception) -> None:
    raise problem
