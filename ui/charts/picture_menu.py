"""What can be done with a picture: the quiet button at its head."""

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from ui.charts.picture import Picture
from ui.widgets import IconButton

View = tuple[str, Callable[[], object], bool]
"""Another way to show the same: its name, what shows it, and whether it is shown now."""


class PictureMenu(IconButton):
    """Save the picture, take its words along, or look at the same in another way."""

    def __init__(
        self,
        name: str,
        picture: Callable[[], Picture],
        save: Callable[[str, Picture], object],
        views: Callable[[], tuple[View, ...]] = tuple,
    ) -> None:
        super().__init__("ellipsis", name, size=28)
        self._picture, self._save, self._views = picture, save, views
        self.clicked.connect(self.open_menu)

    def open_menu(self) -> None:
        """Open the menu below the button."""
        menu = self.made_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def made_menu(self) -> QMenu:
        """The menu, not yet open."""
        menu = QMenu(self)
        for name, show, is_shown in self._views():
            action = menu.addAction(name)
            action.setCheckable(True)
            action.setChecked(is_shown)
            action.triggered.connect(lambda _=False, show=show: show())
        if self._views():
            menu.addSeparator()
        menu.addAction("Save picture…").triggered.connect(self._save_picture)
        menu.addAction("Copy in words").triggered.connect(self._copy_words)
        return menu

    def _save_picture(self) -> None:
        picture = self._picture()
        self._save(picture.title, picture)

    def _copy_words(self) -> None:
        picture = self._picture()
        QGuiApplication.clipboard().setText(f"{picture.title}\n\n{picture.text}\n")
