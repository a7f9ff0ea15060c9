"""Where the program keeps what is not a workbook. The command line asks too: nothing of Qt may come in."""

from dataclasses import dataclass
from pathlib import Path
from typing import Self

NAME = "partnership-workbook"


@dataclass(frozen=True)
class Folders:
    """`config` is for settings; `state` for unsaved work, earlier versions and locks."""

    config: Path
    state: Path

    @classmethod
    def of_this_user(cls) -> Self:
        """Those that the system has for such things."""
        from platformdirs import PlatformDirs

        folders = PlatformDirs(NAME, appauthor=False)
        return cls(folders.user_config_path, folders.user_state_path)

    @property
    def settings(self) -> Path:
        """The file of settings."""
        return self.config / "settings.json"

    @property
    def unsaved(self) -> Path:
        """The folder in which unsaved work is kept."""
        return self.state / "unsaved"

    @property
    def backups(self) -> Path:
        """The folder in which earlier versions are kept."""
        return self.state / "backups"

    @property
    def locks(self) -> Path:
        """The folder for the locks of workbooks in folders where nothing may be written."""
        return self.state / "locks"
