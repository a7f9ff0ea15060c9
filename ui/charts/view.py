"""A picture on the screen, as wide as its place and as high as it needs."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.charts.picture import Picture
from ui.theme.look import look

NARROWEST = 220


class ChartView(QWidget):
    """Shows a picture. Who cannot see it hears its title and its text."""

    def __init__(self, picture: Picture) -> None:
        super().__init__()
        self._picture = picture
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look().changed.connect(self._on_look_changed)
        self.show_picture(picture)

    @property
    def picture(self) -> Picture:
        """What is shown."""
        return self._picture

    def show_picture(self, picture: Picture) -> None:
        """Show another one."""
        self._picture = picture
        self.setAccessibleName(picture.title)
        self.setAccessibleDescription(picture.text)
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:
        """What the picture needs."""
        return round(self._picture.height_for(width, look()) + 0.5)

    def sizeHint(self) -> QSize:
        """As wide as the picture was drawn for."""
        width = look().px(self._picture.natural_width)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrower than this no picture can be read."""
        width = look().px(NARROWEST)
        return QSize(width, self.heightForWidth(max(width, self.width())))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture."""
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._picture.paint(painter, QRectF(self.rect()), look())
        painter.end()

    def _on_look_changed(self) -> None:
        self.updateGeometry()
        self.update()
