"""What Qt paints, as the bytes of a file. Qt itself never touches a file of the user's.

Its writers destroy an earlier file before they know whether they can make the new one, and keep quiet about a
full disk. So they write into memory, everything they report is looked at, and the bytes go the way of a save.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QPaintDevice, QPainter


class NotPaintedError(Exception):
    """Qt could not paint it: the device, or its memory, took nothing."""


@contextmanager
def painting_on(device: QPaintDevice) -> Iterator[QPainter]:
    """A painter that is ended also when painting fails: Qt aborts on a device with a painter alive.

    Raises:
        NotPaintedError: the device cannot be painted on, or says in the end that it was not.
    """
    painter = QPainter()
    if not painter.begin(device):
        raise NotPaintedError
    try:
        yield painter
    except BaseException:
        painter.end()
        raise
    if not painter.end():
        raise NotPaintedError


def written(write: Callable[[QBuffer], object]) -> bytes:
    """What is written into memory; `write` answers False if it could not.

    Raises:
        NotPaintedError: it could not, or nothing was written.
    """
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    is_done = write(buffer) is not False
    buffer.close()
    if not is_done or content.isEmpty():
        raise NotPaintedError
    return bytes(content.data())
