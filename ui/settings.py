"""What belongs to this person on this laptop rather than to a workbook. Read before anything is painted.

Therefore standard library and Qt alone: no model, no validation library. And a damaged file is no reason not
to start.
"""

import json
import os
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QObject, Signal
from PySide6.QtWidgets import QMainWindow

from ui.recent import RecentWorkbook, from_plain, to_plain, with_latest, without
from ui.theme.tokens import SETTINGS, Setting

SMALLEST_SCALE, LARGEST_SCALE = 1.0, 2.0


@dataclass(frozen=True)
class Settings:
    """The choices of one person. Whatever the file does not say, or says wrongly, has its default."""

    theme: Setting = "system"
    text_scale: float = 1.0
    geometry: bytes = b""
    window_state: bytes = b""
    guide_shown: bool | None = None
    """None: as the width of the window allows."""
    last_folder: Path | None = None
    recent: tuple[RecentWorkbook, ...] = ()


class SettingsStore(QObject):
    """The settings, and the file they are kept in. Windows share it: each writes only what it changed."""

    changed = Signal(object)
    """A `Settings`: something in them is another."""

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self.is_new = not path.exists()
        """Whether nobody has chosen anything on this laptop yet."""
        self._values = _from_plain(_read(path))

    @property
    def values(self) -> Settings:
        """The settings as they are now."""
        return self._values

    def put(self, values: Settings) -> None:
        """Let these hold from now on, and keep them."""
        before, self._values = self._values, values
        if values == before:
            return
        old, new = _to_plain(before), _to_plain(values)
        differing = {key: value for key, value in new.items() if value != old[key]}
        if differing:
            _write(self._path, {**_read(self._path), **differing})
        self.changed.emit(values)

    def set_theme(self, theme: str) -> None:
        """Light, dark, high contrast, or as the system has it."""
        if theme in SETTINGS:
            self.put(replace(self._values, theme=theme))

    def set_text_scale(self, scale: float) -> None:
        """Text size, from 1.0 to 2.0."""
        self.put(replace(self._values, text_scale=min(max(scale, SMALLEST_SCALE), LARGEST_SCALE)))

    def set_guide_shown(self, shown: bool | None) -> None:  # noqa: FBT001 - as Qt's own setters
        """Whether the guide stands beside the page; None: as the width allows."""
        self.put(replace(self._values, guide_shown=shown))

    def set_last_folder(self, folder: Path) -> None:
        """Where the next question for a file begins."""
        self.put(replace(self._values, last_folder=folder))

    def remember_recent(self, latest: RecentWorkbook) -> None:
        """Put a workbook first among the recent ones. Another window may have added some meanwhile."""
        kept = _from_plain(_read(self._path)).recent or self._values.recent
        self.put(replace(self._values, recent=with_latest(kept, latest)))

    def forget_recent(self, path: Path) -> None:
        """Take a workbook off the list; the file is not touched."""
        self.put(replace(self._values, recent=without(self._values.recent, path)))

    def mark_missing(self, paths: frozenset[Path]) -> None:
        """Say which of the recent workbooks are not where they were."""
        marked = tuple(replace(each, is_missing=each.path in paths) for each in self._values.recent)
        self.put(replace(self._values, recent=marked))

    def restore_window(self, window: QMainWindow) -> None:
        """Put the window where it was. Qt itself sees to it that it is on a screen that is there."""
        if self._values.geometry:
            window.restoreGeometry(QByteArray(self._values.geometry))
        if self._values.window_state:
            window.restoreState(QByteArray(self._values.window_state))

    def remember_window(self, window: QMainWindow) -> None:
        """Remember where the window is."""
        geometry, state = (bytes(part.data()) for part in (window.saveGeometry(), window.saveState()))
        self.put(replace(self._values, geometry=geometry, window_state=state))


def _to_plain(values: Settings) -> dict[str, object]:
    return {
        "theme": values.theme,
        "text_scale": values.text_scale,
        "geometry": b64encode(values.geometry).decode(),
        "window_state": b64encode(values.window_state).decode(),
        "guide_shown": values.guide_shown,
        "last_folder": None if values.last_folder is None else str(values.last_folder),
        "recent": [to_plain(each) for each in values.recent],
    }


def _from_plain(plain: Mapping[str, object]) -> Settings:
    """Each setting for itself: one that is damaged does not take the others with it."""
    known: dict[str, Any] = {}
    for field in fields(Settings):
        if field.name in plain:
            with suppress(TypeError, ValueError):
                known[field.name] = READERS[field.name](plain[field.name])
    return Settings(**known)


def _theme(plain: object) -> Setting:
    if plain not in SETTINGS:
        raise ValueError
    return plain


def _scale(plain: object) -> float:
    if isinstance(plain, bool) or not isinstance(plain, int | float):
        raise ValueError
    scale = float(plain)
    if not SMALLEST_SCALE <= scale <= LARGEST_SCALE:  # NaN is not either
        raise ValueError
    return scale


def _bytes(plain: object) -> bytes:
    return b64decode(plain, validate=True) if isinstance(plain, str) else b""


def _shown(plain: object) -> bool | None:
    return plain if isinstance(plain, bool) else None


def _folder(plain: object) -> Path | None:
    return Path(plain) if isinstance(plain, str) and plain else None


def _recent(plain: object) -> tuple[RecentWorkbook, ...]:
    entries = plain if isinstance(plain, list) else []
    return tuple(known for known in map(from_plain, entries) if known is not None)


READERS: Mapping[str, Callable[[object], object]] = {
    "theme": _theme,
    "text_scale": _scale,
    "geometry": _bytes,
    "window_state": _bytes,
    "guide_shown": _shown,
    "last_folder": _folder,
    "recent": _recent,
}


def _read(path: Path) -> dict[str, object]:
    """What the file says; nothing if it is missing, unreadable or damaged."""
    try:
        plain = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return plain if isinstance(plain, dict) else {}


def _write(path: Path, plain: Mapping[str, object]) -> None:
    """Replace the file whole. Nobody waits for the disk, and a disk that refuses is no reason to complain."""
    temporary = path.with_name(f".{path.stem}.{os.urandom(4).hex()}.saving")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_text(json.dumps(plain, ensure_ascii=True, indent=2) + "\n", encoding="utf-8")
        os.replace(temporary, path)  # noqa: PTH105 - Path.replace says the same, less plainly
    except OSError:
        with suppress(OSError):
            temporary.unlink()
