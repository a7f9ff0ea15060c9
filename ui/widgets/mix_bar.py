"""A mix over the platforms, as a widget."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.look import look
from ui.widgets.painted import Painted
from ui.widgets.painting.mix_bar import paint_mix_bar, paint_shared_bar
from ui.widgets.painting.shares import Shares, in_words

HEADLINE_HEIGHT = 30
HINT, NARROWEST = 120, 36


class MixBar(Painted):
    """The bar of a mix. As a headline it is 30 high and carries names and parts of 100."""

    def __init__(self, height: int = 14, *, headline: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._height = HEADLINE_HEIGHT if headline else height
        self._is_headline = headline
        self._shares: Shares | None = None
        self._shared_with: Shares | None = None
        self._figures: Mapping[str, int] | None = None
        self._name = "Mix"
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._say()

    def set_shares(
        self,
        shares: Shares | None,
        shared_with: Shares | None = None,
        figures: Mapping[str, int] | None = None,
    ) -> None:
        """Show a mix; None is "not placed". Beside an anchor only what both share is solid.

        `figures` stand in a headline instead of parts of 100: counts of votes.
        """
        self._shares, self._shared_with, self._figures = shares, shared_with, figures
        self._say()
        self.update()

    def set_name(self, name: str) -> None:
        """Whose mix it is, for screen readers: "Orientation of the City table"."""
        self._name = name
        self._say()

    def sizeHint(self) -> QSize:
        """Its height; the width is the page's to give."""
        return QSize(look().px(HINT), look().px(self._height))

    def minimumSizeHint(self) -> QSize:
        """Wide enough for three segments."""
        return QSize(look().px(NARROWEST), look().px(self._height))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bar."""
        del event
        painter, rect = QPainter(self), QRectF(self.rect())
        if self._shared_with is not None:
            paint_shared_bar(painter, rect, self._shares, self._shared_with, look())
        else:
            paint_mix_bar(
                painter, rect, self._shares, look(), headline=self._is_headline, figures=self._figures
            )

    def _say(self) -> None:
        self.setAccessibleName(f"{self._name}: {in_words(self._shares)}")
