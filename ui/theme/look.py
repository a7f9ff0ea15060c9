"""The application's look: mode and text size, and the colours, fonts and icons that follow from them.

The look belongs to the application, as Qt's own palette and font do: `look()` finds it there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from ui.theme.focus_ring import FocusRings
from ui.theme.palette import palette
from ui.theme.style_sheet import style_sheet
from ui.theme.tokens import COLOURS, SETTINGS, TYPE, Mode, Setting
from ui.theme.typefaces import load_typefaces, typeface

if TYPE_CHECKING:
    from PySide6.QtSvg import QSvgRenderer

PROPERTY = "look"
SMALLEST_SCALE, LARGEST_SCALE = 1.0, 2.0


class Look(QObject):
    """What the application looks like now. Widgets repaint, and lay themselves out, when it has changed."""

    changed = Signal()
    """Mode or scale is another one; palette, fonts and style sheet already follow it."""

    def __init__(self, app: QApplication, setting: Setting, scale: float) -> None:
        super().__init__(app)
        self._app = app
        self._setting = _known(setting)
        self._scale = _limited(scale)
        self._forget()
        app.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)

    @property
    def setting(self) -> Setting:
        """What the user chose, "system" included."""
        return self._setting

    @property
    def mode(self) -> Mode:
        """What is on the screen."""
        return self._mode

    @property
    def scale(self) -> float:
        """Text size, from 1.0 to 2.0; everything that is measured in pixels grows with it."""
        return self._scale

    def px(self, n: float) -> int:
        """A length given for 100 % text, in pixels now. All sizes but hairlines go through here."""
        return round(n * self._scale)

    def colour(self, token: str) -> QColor:
        """The colour of a token, such as "text" or "gain_tint"."""
        known = self._colours.get(token)
        if known is None:
            known = self._colours[token] = QColor(self._values[token])
        return known

    def font(self, role: str) -> QFont:
        """The font of a type role, such as "title" or "secondary"."""
        known = self._fonts.get(role)
        if known is None:
            known = self._fonts[role] = typeface(TYPE[role], self.px(TYPE[role].px))
        return known

    def sized_font(self, role: str, pixels: float) -> QFont:
        """The font of a role at a size in real pixels, for letters that fit their bar or glyph."""
        font = QFont(self.font(role))
        font.setPixelSize(max(1, round(pixels)))
        return font

    def line_height(self, role: str) -> int:
        """From one line of this role to the next, in pixels."""
        return self.px(TYPE[role].px * TYPE[role].line)

    def icon(
        self,
        name: str,
        token: str = "muted",  # noqa: S107 - a token is no password
        size: float = 16,
        stroke: float = 1.75,
    ) -> QPixmap:
        """A Lucide icon as a picture; `size` is for 100 % text."""
        key = (name, token, size, stroke)
        known = self._icons.get(key)
        if known is None:
            from ui.theme.line_icons import pixmap

            ratio = max(1.0, self._app.devicePixelRatio())
            known = pixmap(name, self._values[token], self.px(size), stroke, ratio)
            self._icons[key] = known
        return known

    def qicon(
        self,
        name: str,
        token: str = "muted",  # noqa: S107 - as in icon
        size: float = 16,
        stroke: float = 1.75,
    ) -> QIcon:
        """The same as a QIcon, for menus and Qt's own buttons."""
        return QIcon(self.icon(name, token, size, stroke))

    def paint_icon(
        self,
        painter: QPainter,
        rect: QRectF,
        name: str,
        token: str = "muted",  # noqa: S107 - as in icon
        stroke: float = 1.75,
    ) -> None:
        """Draw an icon as lines into a rectangle, which stays sharp in PDF and SVG."""
        key = (name, token, stroke)
        known = self._drawings.get(key)
        if known is None:
            from ui.theme.line_icons import drawing

            known = self._drawings[key] = drawing(name, self._values[token], stroke)
        known.render(painter, rect)

    def set(self, mode: Setting | None = None, scale: float | None = None) -> None:
        """Show another mode (or follow the system again) or text size, at once and everywhere."""
        setting = self._setting if mode is None else _known(mode)
        wanted = self._scale if scale is None else _limited(scale)
        if (setting, wanted) == (self._setting, self._scale):
            return
        self._setting, self._scale = setting, wanted
        self._show()

    def install(self) -> None:
        """Give the application its style, fonts and colours. Once; `set` changes them later."""
        load_typefaces()
        self._app.setStyle("Fusion")
        FocusRings(self)
        self._show()

    def _show(self) -> None:
        self._tell_the_system()
        self._forget()
        self._app.setPalette(palette(COLOURS[self._mode]))
        self._app.setFont(self.font("body"))
        self._app.setStyleSheet(style_sheet(self._mode, self._scale))
        self.changed.emit()

    def _tell_the_system(self) -> None:
        """Let the frame that the system draws round the window follow; with "system" it leads."""
        schemes = {"system": Qt.ColorScheme.Unknown, "dark": Qt.ColorScheme.Dark}
        self._app.styleHints().setColorScheme(schemes.get(self._setting, Qt.ColorScheme.Light))

    def _forget(self) -> None:
        self._mode = _resolved(self._setting, self._app)
        self._values = COLOURS[self._mode].by_token()
        self._colours: dict[str, QColor] = {}
        self._fonts: dict[str, QFont] = {}
        self._icons: dict[tuple[str, str, float, float], QPixmap] = {}
        self._drawings: dict[tuple[str, str, float], QSvgRenderer] = {}

    def _on_scheme_changed(self) -> None:
        if self._setting == "system" and _resolved("system", self._app) != self._mode:
            self._show()


def install_look(app: QApplication, setting: Setting = "system", scale: float = 1.0) -> Look:
    """Give the application its look, or change the one it has."""
    known = app.property(PROPERTY)
    if isinstance(known, Look):
        known.set(setting, scale)
        return known
    made = Look(app, setting, scale)
    app.setProperty(PROPERTY, made)
    made.install()
    return made


def look() -> Look:
    """The application's look; a light one is installed where there is none yet."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise RuntimeError("There is no QApplication, so nothing can look like anything.")
    known = app.property(PROPERTY)
    return known if isinstance(known, Look) else install_look(app, "light", 1.0)


def _known(setting: Setting) -> Setting:
    if setting not in SETTINGS:
        raise LookupError(f"There is no mode “{setting}”; there are {', '.join(SETTINGS)}.")
    return setting


def _limited(scale: float) -> float:
    return min(max(scale, SMALLEST_SCALE), LARGEST_SCALE)


def _resolved(setting: Setting, app: QApplication) -> Mode:
    if setting != "system":
        return setting
    return "dark" if _system_is_dark(app) else "light"


def _system_is_dark(app: QApplication) -> bool:
    """Unknown, as on plain X11, is light."""
    return app.styleHints().colorScheme() == Qt.ColorScheme.Dark
